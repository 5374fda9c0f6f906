//! What is depended on. A new dependency is a decision: its commit says why, and it is listed here.

use std::{collections::BTreeSet, process::Command};

use serde_json::Value;

use super::{list, none_of, read, root};

/// Most packages in `Cargo.lock`, for all crates and all platforms. Some forty of them are those of the
/// benches (criterion, wasmi, brotli), and in nothing that is shipped.
const LOCKED: usize = 360;

/// Each crate's direct dependencies, of every kind.
const DIRECT: [(&str, &str); 9] = [
    (
        "tandem",
        "axum console_error_panic_hook csv fluent-bundle futures gloo-net gloo-timers idb js-sys
         proptest serde serde-wasm-bindgen serde_json tandem-backends tandem-core tandem-engine
         tandem-pilot tandem-sandbox tempfile thiserror tower unic-langid wasm-bindgen
         wasm-bindgen-futures web-sys yew",
    ),
    (
        "tandem-backends",
        "jiff percent-encoding proptest serde serde_json tandem-core",
    ),
    (
        "tandem-core",
        "caseless criterion fastrand idna postcard proptest rustix serde serde_json siphasher strsim
         thiserror unicode-normalization unicode-script",
    ),
    (
        "tandem-engine",
        "criterion csv futures jiff memchr postcard proptest rustix serde serde_json tandem-backends
         tandem-core",
    ),
    (
        "tandem-gauge",
        "anyhow postcard serde serde_json tandem-backends tandem-core wasm-bindgen wasmi",
    ),
    (
        "tandem-pilot",
        "anyhow base64 clap png serde serde_json tandem-sandbox tempfile tungstenite ureq walkdir
         zip",
    ),
    (
        "tandem-sandbox",
        "axum boon clap cookie fastrand form_urlencoded futures hyper hyper-util isocountry jiff
         maud serde serde-saphyr serde_json thiserror tokio tower",
    ),
    (
        "tandem-twin",
        "axum futures js-sys serde serde_json tandem-backends tandem-core tandem-sandbox tower
         wasm-bindgen wasm-bindgen-futures",
    ),
    (
        "xtask",
        "anyhow brotli clap flate2 serde_json sha2 ureq walkdir wasm-bindgen-cli-support zip",
    ),
];

#[test]
fn direct_dependencies_are_listed() {
    let metadata = metadata();
    let mut new = Vec::new();
    for package in metadata["packages"].as_array().expect("packages") {
        let name = package["name"].as_str().expect("a package has a name");
        let listed = DIRECT.iter().find(|(crate_name, _)| *crate_name == name);
        let listed = listed.map_or(Vec::new(), |(_, names)| list(names));
        let named = package["dependencies"].as_array().into_iter().flatten();
        let named: BTreeSet<&str> = named.filter_map(|on| on["name"].as_str()).collect();
        let unlisted = named.into_iter().filter(|on| !listed.contains(on));
        new.extend(unlisted.map(|on| format!("{name} depends on {on}")));
    }
    none_of("say in the commit why, and list it in DIRECT", &new);
}

fn metadata() -> Value {
    let cargo = Command::new(env!("CARGO"))
        .args(["metadata", "--no-deps", "--format-version", "1"])
        .current_dir(root())
        .output()
        .expect("cargo metadata runs");
    let said = String::from_utf8_lossy(&cargo.stderr);
    assert!(cargo.status.success(), "{said}");
    serde_json::from_slice(&cargo.stdout).expect("cargo prints JSON")
}

#[test]
fn lock_stays_small() {
    let lock = read("Cargo.lock");
    let packages = lock.matches("[[package]]").count();
    assert!(packages <= LOCKED, "{packages} packages, at most {LOCKED}");
}

#[test]
fn wasm_bindgen_is_one_version() {
    let version = locked("wasm-bindgen");
    let why = "the two speak a private format and move together";
    assert_eq!(version, locked("wasm-bindgen-cli-support"), "{why}");
    for name in ["wasm-bindgen", "wasm-bindgen-cli-support"] {
        let pin = format!("{name} = \"={version}\"");
        assert!(read("Cargo.toml").contains(&pin), "pin it: {pin}");
    }
}

/// The version of a package in `Cargo.lock`.
fn locked(name: &str) -> String {
    let lock = read("Cargo.lock");
    let head = format!("\nname = \"{name}\"\nversion = \"");
    let version = lock
        .split(&head)
        .nth(1)
        .and_then(|rest| rest.split('"').next());
    version.expect("it is in Cargo.lock").to_owned()
}
