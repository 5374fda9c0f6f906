//! One walk through everything that can be asked of customers, groups and addresses.

use std::cell::RefCell;
use std::collections::BTreeSet;

use serde_json::{Value, json};
use tandem_sandbox::world::PosCustomer;
use tandem_sandbox::{Sandbox, World};

use super::spec::Spec;
use crate::shop::Shop;
use crate::x_customers::whole;

/// What the files declare and the sandbox does not serve: it has one user and no list of them.
const LEFT_OUT: [&str; 1] = ["ListUsers"];

/// A shop that is asked in one version of the API, and what was asked.
struct Walk<'a> {
    shop: Shop,
    base: String,
    specs: &'a [Spec],
    /// Whether members are written that are null.
    nulls: bool,
    asked: RefCell<BTreeSet<String>>,
}

impl Walk<'_> {
    /// Asks, and holds request and answer against the file. Parts of the path in braces are
    /// replaced in order.
    #[track_caller]
    fn ask(
        &self,
        status: u16,
        method: &str,
        path: &str,
        ids: &[&str],
        query: &str,
        body: Option<Value>,
    ) -> Value {
        let found = self
            .specs
            .iter()
            .find_map(|spec| Some((spec, spec.operation(method, path)?)));
        let (spec, operation) = found.unwrap_or_else(|| panic!("no {method} {path}"));
        if let Some(body) = body.as_ref().filter(|_| status < 400) {
            spec.check_request(operation, body)
                .unwrap_or_else(|e| panic!("{e}"));
        }
        let mut filled = path.to_owned();
        for id in ids {
            let (start, rest) = filled.split_once('{').unwrap();
            let (_, end) = rest.split_once('}').unwrap();
            filled = format!("{start}{id}{end}");
        }
        let reply = self
            .shop
            .ask(method, &format!("{}{filled}{query}", self.base), body)
            .expect(status);
        spec.check_answer(operation, status, &reply.text)
            .unwrap_or_else(|e| panic!("{method} {path}: {e}"));
        let id = operation["operationId"].as_str().unwrap();
        self.asked.borrow_mut().insert(id.to_owned());
        serde_json::from_str(&reply.text).unwrap_or_default()
    }

    fn get(&self, path: &str, ids: &[&str], query: &str) -> Value {
        self.ask(200, "GET", path, ids, query, None)
    }

    /// Reads a list to its end and one page further, which is empty.
    fn list(&self, path: &str, ids: &[&str], query: &str) -> usize {
        let (mut after, mut count) = (0, 0);
        loop {
            let page = self.get(path, ids, &format!("?page_size=40&after={after}{query}"));
            count += page["data"].as_array().unwrap().len();
            match page["version"]["max"].as_i64() {
                Some(max) => after = max,
                None => return count,
            }
        }
    }
}

/// Many people, so that every nasty case of the seed is among them.
fn shop(settings: &Value) -> Shop {
    let shop = Shop(Sandbox::new(World::demo(7, 150)));
    shop.act(&json!({"act": "switch", "settings": settings}))
        .expect(200);
    shop
}

/// Asks everything of one version, with some switches set.
pub(crate) fn all(version: &str, specs: &[Spec], settings: &Value) {
    let walk = Walk {
        shop: shop(settings),
        base: format!("http://127.0.0.1/api/{version}"),
        specs,
        nulls: settings["pos"]["nulls"].is_null(),
        asked: RefCell::default(),
    };
    let made = customers(&walk);
    groups(&walk, &made);
    if specs.iter().any(|spec| {
        spec.operation("GET", "/customers/{customer_id}/addresses")
            .is_some()
    }) {
        addresses(&walk, &made);
    }
    if version == "2.0" {
        others(&walk, &made);
    }
    the_end(&walk, &made);
    let asked = walk.asked.borrow();
    let declared = specs.iter().flat_map(Spec::operations);
    let missed: Vec<&str> = declared
        .filter(|id| !asked.contains(*id) && !LEFT_OUT.contains(id))
        .collect();
    assert!(missed.is_empty(), "never asked in {version}: {missed:?}");
}

/// Makes, changes and reads customers; returns the id of one with everything.
fn customers(walk: &Walk<'_>) -> String {
    let (many, one) = ("/customers", "/customers/{customer_id}");
    let nobody = json!({"first_name": null, "last_name": null});
    let bare = walk.ask(201, "POST", many, &[], "", Some(nobody.clone()));
    let mut body = whole();
    if walk.base.ends_with("2.0") {
        // The file of 2.0 is older than these two.
        body.as_object_mut()
            .unwrap()
            .retain(|name, _| !matches!(name.as_str(), "tax_id" | "enable_promotional_sms"));
    }
    body["customer_group_id"] = walk.shop.pos_id("Staff").into();
    let full = walk.ask(201, "POST", many, &[], "", Some(body.clone()));
    let [bare, full] = [bare, full].map(|made| made["data"]["id"].as_str().unwrap().to_owned());
    for id in [&bare, &full] {
        let read = walk.get(one, &[id], "");
        assert_eq!(read["data"]["id"], id.as_str());
    }
    if walk.nulls {
        let read = walk.get(one, &[&bare], "");
        let declared = walk.specs.iter().flat_map(|spec| spec.members("Customer"));
        let missing: Vec<&str> = declared
            .filter(|name| read["data"].get(name).is_none())
            .collect();
        assert!(
            missing.is_empty(),
            "declared and never written: {missing:?}"
        );
    }
    body["note"] = "".into();
    walk.ask(200, "PUT", one, &[&full], "", Some(body));
    walk.ask(200, "PUT", one, &[&bare], "", Some(nobody));
    let world = walk.shop.0.world();
    let all = world.pos.customers.iter();
    let living = all.filter(|customer| customer.deleted_at.is_none()).count();
    assert_eq!(walk.list(many, &[], ""), living);
    assert_eq!(
        walk.list(many, &[], "&deleted=true"),
        world.pos.customers.len()
    );
    let none = walk.get(many, &[], "?before=1");
    assert_eq!(none["version"], json!({"min": null, "max": null}));
    full
}

fn groups(walk: &Walk<'_>, customer: &str) {
    let (many, one) = ("/customer_groups", "/customer_groups/{customer_group_id}");
    let members = "/customer_groups/{customer_group_id}/customers";
    let made = walk.ask(201, "POST", many, &[], "", Some(json!({"name": "New"})));
    let id = made["data"]["id"].as_str().unwrap();
    walk.get(one, &[id], "");
    walk.ask(200, "PUT", one, &[id], "", Some(json!({"name": "Newer"})));
    assert_eq!(walk.list(members, &[id], ""), 0);
    let ids = json!({"customer_ids": [customer]});
    let added = walk.ask(201, "POST", members, &[id], "", Some(ids.clone()));
    assert_eq!(added, json!(true));
    assert_eq!(walk.list(members, &[id], ""), 1);
    walk.ask(204, "DELETE", members, &[id], "", Some(ids));
    if walk
        .specs
        .iter()
        .any(|spec| spec.operation("DELETE", one).is_some())
    {
        walk.ask(204, "DELETE", one, &[id], "", None);
        assert!(walk.list(many, &[], "&deleted=true") > walk.list(many, &[], ""));
    }
    walk.list(many, &[], "");
}

fn addresses(walk: &Walk<'_>, customer: &str) {
    let many = "/customers/{customer_id}/addresses";
    let one = "/customers/{customer_id}/addresses/{address_id}";
    let mut body = json!({"type": "BILLING", "address_line_1": "1 Main Street", "city": "Auckland",
        "postcode": "1010", "country_code": "NZ"});
    for kind in ["BILLING", "SHIPPING"] {
        body["type"] = kind.into();
        let made = walk.ask(201, "POST", many, &[customer], "", Some(body.clone()));
        let id = made["data"]["id"].to_string();
        walk.get(one, &[customer, &id], "");
        walk.ask(200, "PUT", one, &[customer, &id], "", Some(body.clone()));
        let without = json!({"type": kind});
        walk.ask(400, "PUT", one, &[customer, &id], "", Some(without.clone()));
        walk.ask(400, "POST", many, &[customer], "", Some(without));
        walk.get(many, &[customer], "");
        walk.ask(204, "DELETE", one, &[customer, &id], "", None);
        for method in ["GET", "DELETE"] {
            walk.ask(404, method, one, &[customer, &id], "", None);
        }
        walk.ask(404, "PUT", one, &[customer, &id], "", Some(body.clone()));
    }
    walk.ask(404, "GET", many, &["nobody"], "", None);
    walk.ask(404, "POST", many, &["nobody"], "", Some(body));
}

/// What the file of 2.0 has besides: the search, the store and the person.
fn others(walk: &Walk<'_>, customer: &str) {
    let hits = walk.get("/search", &[], "?type=customers&email=MARA%40example.org");
    assert_eq!(hits["data"][0]["id"], customer);
    // The file says of a hit that it is an object; the text says that it is a customer.
    let (spec, list) = walk
        .specs
        .iter()
        .find_map(|spec| Some((spec, spec.operation("GET", "/customers")?)))
        .unwrap();
    spec.check_answer(list, 200, &hits.to_string())
        .unwrap_or_else(|e| panic!("search: {e}"));
    let none = walk.get("/search", &[], "?type=customers&email=nobody");
    assert_eq!(none, json!({"data": []}));
    walk.get("/retailer", &[], "");
    walk.get("/user", &[], "");
}

/// Deletes, and reads what is left of it.
fn the_end(walk: &Walk<'_>, customer: &str) {
    let (many, one) = ("/customers", "/customers/{customer_id}");
    let world = walk.shop.0.world();
    let deleted = |customer: &&PosCustomer| customer.deleted_at.is_some();
    let before = world.pos.customers.iter().filter(deleted).count();
    walk.ask(204, "DELETE", one, &[customer], "", None);
    let tombstones =
        |walk: &Walk<'_>| walk.list(many, &[], "&deleted=true") - walk.list(many, &[], "");
    assert_eq!(tombstones(walk), before + 1);
}
