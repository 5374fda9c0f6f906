//! Does POS answer as the vendor's own OpenAPI files say? Every operation on customers, groups and
//! addresses is called, and every answer is held against its schema. The files are not part of the
//! project: where they are absent, one line says so.

mod calls;
mod spec;

use std::path::{Path, PathBuf};

use serde_json::{Value, json};

use crate::shop::Shop;
use spec::Spec;

/// Where the files are, seen from the folder of the repository.
const FOLDER: &str = "../shared/reference/specs";

fn folder() -> Option<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let folder = root.join(FOLDER);
    let there = folder.is_dir();
    if !there {
        println!("skipped: the vendor's files are not at {FOLDER}");
    }
    there.then_some(folder)
}

fn load(folder: &Path, name: &str) -> Spec {
    let text = std::fs::read_to_string(folder.join(name)).unwrap();
    Spec::new(serde_saphyr::from_str(&text).unwrap())
}

/// Both versions: the files of each, and where the sandbox serves it.
fn editions(folder: &Path) -> [(&'static str, Vec<Spec>); 2] {
    let dated = ["customers", "customer-groups", "customer-addresses"]
        .map(|part| load(folder, &format!("x-series-2026-07-{part}.openapi.yaml")));
    let classic = load(folder, "x-series-2.0-customers-and-groups.openapi.yaml");
    [("2.0", vec![classic]), ("2026-07", dated.into())]
}

#[test]
fn every_answer_fits_the_vendors_schema() {
    let Some(folder) = folder() else { return };
    let settings = [
        json!({}),
        json!({"pos": {"nulls": "omitted", "user_shape": "array"}}),
        json!({"pos": {"nulls": "sometimes", "blank_texts": "empty", "deleted_by_id": "shown"}}),
        json!({"pos": {"blank_texts": "null", "addresses": "apart", "put": "merge"}}),
    ];
    for (version, specs) in editions(&folder) {
        for settings in &settings {
            calls::all(version, &specs, settings);
        }
    }
}

#[test]
fn the_vendors_examples_fit_as_well() {
    let Some(folder) = folder() else { return };
    let specs = editions(&folder).into_iter().flat_map(|(_, specs)| specs);
    let misfits: Vec<String> = specs.flat_map(|spec| spec.misfits()).collect();
    assert!(
        misfits.is_empty(),
        "put these right in spec::KNOWN: {misfits:#?}"
    );
}

#[test]
fn answers_that_are_spoilt_do_not_fit_the_vendors_schema() {
    let Some(folder) = folder() else { return };
    let shop = Shop::new();
    for (version, specs) in editions(&folder) {
        let list = shop.get(&format!(
            "http://127.0.0.1/api/{version}/customers?page_size=2"
        ));
        let right = list.expect(200).json();
        let check = |status: u16, body: &Value| {
            let spec = &specs[0];
            let operation = spec.operation("GET", "/customers").unwrap();
            spec.check_answer(operation, status, &body.to_string())
        };
        check(200, &right).unwrap();
        check(201, &right).unwrap_err();
        check(200, &right["data"]).unwrap_err();
        for (place, wrong) in [
            ("/data/1/email", json!(7)),
            ("/data/1/do_not_email", Value::Null),
            ("/data/1/do_not_email", json!("false")),
            ("/data/1/version", json!("41230077105")),
            ("/data/1/balance", json!("0.00")),
            ("/data/1/customer_group_id", Value::Null),
            ("/data/1", Value::Null),
            ("/version/max", json!("41230077105")),
        ] {
            let mut spoilt = right.clone();
            *spoilt.pointer_mut(place).unwrap() = wrong;
            check(200, &spoilt).unwrap_err();
        }
        for name in ["first_name", "last_name"] {
            let mut spoilt = right.clone();
            spoilt["data"][0].as_object_mut().unwrap().remove(name);
            check(200, &spoilt).unwrap_err();
        }
        let mut spoilt = right.clone();
        spoilt["data"][0]["emial"] = json!("misspelt");
        check(200, &spoilt).unwrap_err();
    }
}
