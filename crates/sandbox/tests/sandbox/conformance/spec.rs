//! The vendor's OpenAPI files as JSON Schema. 3.0's `nullable` becomes a type; every object is
//! closed, so that a member with a wrong name is found; and what is known to be wrong in the files
//! themselves is put right, each with its reason.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

use boon::{Compiler, SchemaIndex, Schemas};
use serde_json::{Map, Value, json};

/// Where a file contradicts itself, another file or HTTP: its place as a JSON pointer, what is laid
/// over it, and why.
const KNOWN: [(&str, &str, &str); 9] = [
    (
        "/components/schemas/Version/properties/min",
        r#"{"type": ["integer", "null"]}"#,
        "2.0 declares plain integers; 2026-07 says null on an empty page, and both serve the same list",
    ),
    (
        "/components/schemas/Version/properties/max",
        r#"{"type": ["integer", "null"]}"#,
        "as min",
    ),
    (
        "/components/schemas/Retailer/properties/timezone",
        r#"{"type": ["object", "string"]}"#,
        "declared an object, described as a text such as Pacific/Auckland",
    ),
    (
        "/components/schemas/Customer/properties/tax_id",
        r#"{"type": ["string", "null"]}"#,
        "came in the middle of 2025, after the file of 2.0",
    ),
    (
        "/components/schemas/Customer/properties/enable_promotional_sms",
        r#"{"type": "boolean"}"#,
        "as tax_id",
    ),
    (
        "/components/schemas/UserResponse/properties/data",
        r##"{"$ref": null, "anyOf": [{"$ref": "#/components/schemas/User"},
            {"type": "array", "items": {"$ref": "#/components/schemas/User"}}]}"##,
        "declared an object; the example wraps it in a list",
    ),
    (
        "/components/schemas/Role/properties/id",
        r#"{"type": ["string", "integer"]}"#,
        "declared a text; the examples of users have numbers",
    ),
    (
        "/components/schemas/Role/properties/system_role_id",
        r#"{"type": ["string", "integer"]}"#,
        "as id",
    ),
    (
        "/components/schemas/User/properties/permissions",
        r#"{"type": ["array", "null"]}"#,
        "declared a list; in the example of the list of users it is null",
    ),
];

/// One file.
pub(crate) struct Spec {
    paths: Map<String, Value>,
    components: Value,
    /// The schemas that were asked for, by their text.
    compiled: RefCell<BTreeMap<String, (Schemas, SchemaIndex)>>,
}

impl Spec {
    pub(crate) fn new(mut file: Value) -> Self {
        for (place, over, _) in KNOWN {
            correct(&mut file, place, over);
        }
        inline_parts(&mut file);
        convert(&mut file);
        Self {
            paths: file["paths"].as_object().cloned().unwrap_or_default(),
            components: file["components"].clone(),
            compiled: RefCell::default(),
        }
    }

    /// The ids of all operations.
    pub(crate) fn operations(&self) -> Vec<&str> {
        let all = self.paths.values().filter_map(Value::as_object).flatten();
        all.filter_map(|(_, operation)| operation["operationId"].as_str())
            .collect()
    }

    /// An operation, if it is declared here.
    pub(crate) fn operation(&self, method: &str, path: &str) -> Option<&Value> {
        self.paths.get(path)?.get(method.to_lowercase())
    }

    /// The members that a schema declares.
    pub(crate) fn members(&self, schema: &str) -> Vec<&str> {
        let members = self.components["schemas"][schema]["properties"].as_object();
        members
            .into_iter()
            .flatten()
            .map(|(name, _)| name.as_str())
            .collect()
    }

    /// Why a body is not what an operation takes.
    pub(crate) fn check_request(&self, operation: &Value, body: &Value) -> Result<(), String> {
        let schema = &operation["requestBody"]["content"]["application/json"]["schema"];
        self.check(schema, body)
    }

    /// Why an answer is not what an operation gives.
    pub(crate) fn check_answer(
        &self,
        operation: &Value,
        status: u16,
        body: &str,
    ) -> Result<(), String> {
        let declared = operation["responses"].get(status.to_string());
        let declared = declared.ok_or_else(|| format!("the status {status} is not declared"))?;
        // 2.0 declares a text or a boolean as the body of a 204, which HTTP does not allow.
        let schema = declared["content"]["application/json"].get("schema");
        match schema.filter(|_| status != 204) {
            None if status >= 400 || body.is_empty() => Ok(()),
            None => Err(format!("a {status} has no body, but came with {body}")),
            Some(schema) => {
                let body = serde_json::from_str(body).map_err(|e| format!("{e}: {body}"))?;
                self.check(schema, &body)
            }
        }
    }

    fn check(&self, schema: &Value, value: &Value) -> Result<(), String> {
        let mut compiled = self.compiled.borrow_mut();
        let known = compiled.entry(schema.to_string());
        let (schemas, index) = match known {
            Entry::Occupied(known) => known.into_mut(),
            Entry::Vacant(place) => place.insert(self.compile(schema)?),
        };
        schemas
            .validate(value, *index)
            .map_err(|e| format!("{e:#}\n{value:#}"))
    }

    fn compile(&self, schema: &Value) -> Result<(Schemas, SchemaIndex), String> {
        let place = "https://specification.invalid/file.json";
        let file = json!({"components": self.components, "wanted": schema});
        let (mut schemas, mut compiler) = (Schemas::new(), Compiler::new());
        compiler
            .add_resource(place, file)
            .map_err(|e| e.to_string())?;
        let wanted = format!("{place}#/wanted");
        let index = compiler
            .compile(&wanted, &mut schemas)
            .map_err(|e| e.to_string())?;
        Ok((schemas, index))
    }

    /// The operations whose example does not fit their own schema.
    pub(crate) fn misfits(&self) -> Vec<String> {
        let mut found = Vec::new();
        for operation in self.paths.values().filter_map(Value::as_object).flatten() {
            let responses = operation.1["responses"].as_object();
            for (status, response) in responses.into_iter().flatten() {
                let content = &response["content"];
                let example = [
                    &content["application/json"]["example"],
                    &content["new"]["example"],
                ]
                .into_iter()
                .find(|example| !example.is_null());
                let schema = &content["application/json"]["schema"];
                if let Some(Err(why)) = example.map(|example| self.check(schema, example)) {
                    found.push(format!("{} {status}: {why}", operation.1["operationId"]));
                }
            }
        }
        found
    }
}

/// Lays members over the object at a place, where its parent is there; null takes one away.
fn correct(file: &mut Value, place: &str, over: &str) {
    let (parent, name) = place.rsplit_once('/').unwrap();
    let over: Map<String, Value> = serde_json::from_str(over).unwrap();
    let Some(parent) = file.pointer_mut(parent).and_then(Value::as_object_mut) else {
        return;
    };
    let members = parent.entry(name).or_insert_with(|| json!({}));
    let members = members.as_object_mut().unwrap();
    members.extend(over);
    members.retain(|_, value| !value.is_null());
}

/// Puts copies in the place of what an `allOf` refers to: its parts are closed together.
fn inline_parts(file: &mut Value) {
    let components = file["components"].clone();
    visit(file, &|object| {
        for part in object
            .get_mut("allOf")
            .and_then(Value::as_array_mut)
            .into_iter()
            .flatten()
        {
            let target = part["$ref"]
                .as_str()
                .and_then(|to| to.strip_prefix("#/components"));
            if let Some(target) = target.and_then(|to| components.pointer(to)) {
                *part = target.clone();
            }
        }
    });
}

fn convert(file: &mut Value) {
    visit(file, &|object| {
        if object.remove("nullable") == Some(json!(true))
            && let Some(Value::String(kind)) = object.get("type").cloned()
        {
            object.insert("type".into(), json!([kind, "null"]));
        }
        let has_members = object
            .get("properties")
            .and_then(Value::as_object)
            .is_some_and(|members| !members.is_empty());
        if object.contains_key("allOf") || (has_members && object.contains_key("type")) {
            object.insert("unevaluatedProperties".into(), json!(false));
        }
        for part in object
            .get_mut("allOf")
            .and_then(Value::as_array_mut)
            .into_iter()
            .flatten()
        {
            part.as_object_mut()
                .unwrap()
                .remove("unevaluatedProperties");
        }
    });
}

/// Does something to every object, the inner ones first. What examples contain is left alone.
fn visit(value: &mut Value, act: &impl Fn(&mut Map<String, Value>)) {
    match value {
        Value::Object(object) => {
            let inner = object
                .iter_mut()
                .filter(|(name, _)| !name.contains("example"));
            inner.for_each(|(_, value)| visit(value, act));
            act(object);
        }
        Value::Array(list) => list.iter_mut().for_each(|value| visit(value, act)),
        _ => {}
    }
}

#[test]
fn a_wrong_answer_is_found() {
    let answer = json!({"200": {"content": {"application/json": {"schema":
        {"$ref": "#/components/schemas/Answer"}}}}, "204": {"description": "gone"}});
    let spec = Spec::new(json!({
        "paths": {"/things": {"get": {"operationId": "ListThings", "responses": answer}}},
        "components": {"schemas": {
            "Answer": {"type": "object", "properties": {"data": {"allOf": [
                {"$ref": "#/components/schemas/Thing"},
                {"type": "object", "properties": {"token": {"type": "string"}}},
            ]}}},
            "Thing": {"type": "object", "required": ["id"], "properties": {
                "id": {"type": "string"},
                "note": {"type": "string", "nullable": true},
                "size": {"type": "number", "format": "double"},
            }},
        }},
    }));
    assert_eq!(spec.operations(), ["ListThings"]);
    let operation = spec.operation("GET", "/things").unwrap();
    let check = |status, body: &str| spec.check_answer(operation, status, body);
    for right in [
        r#"{"data": {"id": "7", "note": null, "size": 1.5, "token": "t"}}"#,
        r#"{"data": {"id": "7", "note": "n"}}"#,
        r#"{"data": {"id": "7"}}"#,
        "{}",
    ] {
        check(200, right).unwrap();
    }
    for wrong in [
        r#"{"data": {"note": "n"}}"#,
        r#"{"data": {"id": null}}"#,
        r#"{"data": {"id": "7", "note": 7}}"#,
        r#"{"data": {"id": "7", "size": "1"}}"#,
        r#"{"data": {"id": "7", "Note": "n"}}"#,
        r#"{"data": [{"id": "7"}]}"#,
        r#"{"date": {"id": "7"}}"#,
        "[]",
        "{",
        "",
    ] {
        check(200, wrong).unwrap_err();
    }
    check(204, "").unwrap();
    check(204, "true").unwrap_err();
    check(201, "{}").unwrap_err();
    assert!(spec.operation("POST", "/things").is_none());
}
