//! What was kept by the browser and is no longer what it was: damaged, of another shape, of a later
//! version. It counts as nothing, and the panel asks anew.

use serde_json::{Value, json};
use tandem_pilot::Shop;

use crate::{
    customers::ask::view,
    setup::{fill, owned, shop},
};

/// Texts that are put where a value of ours was.
fn damages() -> Vec<Value> {
    let deep = format!("{}{}", "[".repeat(20_000), "]".repeat(20_000));
    let later = r#"{"version":99,"seen":{"pos":[{"side":"moon"}],"ecom":7},"pair":"none","when":{"when":"always"}}"#;
    vec![
        json!("{\"seen\":{\"pos\":[{\"si"),
        json!(deep),
        json!(later),
        json!("\u{0}\u{fffd}"),
        json!(7),
        json!({ "an": ["object"] }),
        Value::Null,
    ]
}

/// Puts `damage` where each kept value is, and one more where a journal would go on.
fn damage_all(shop: &Shop, damage: &Value) {
    let put = "const [damage, done] = arguments;
        chrome.storage.local.get(null).then(all => {
          const names = [...Object.keys(all), 'journal1:00000000', 'journal1:zzz', 'stores1', 'automatic1'];
          return chrome.storage.local.set(Object.fromEntries(names.map(name => [name, damage])));
        }).then(() => done(true), error => done(String(error)))";
    let done = shop.driver.js_async(put, &json!([damage])).unwrap();
    assert_eq!(done, json!(true));
}

#[test]
fn what_cannot_be_read_counts_as_nothing() {
    let shop = shop();
    fill(&shop, &[], &owned(&["Friends"]));
    for damage in damages() {
        shop.driver.open_panel().unwrap();
        shop.driver.press("button", "Use these two stores").unwrap();
        shop.driver.press("tab", "Groups").unwrap();
        shop.driver.find("table").unwrap();
        damage_all(&shop, &damage);
        shop.driver.kill_background().unwrap();
        let view = view(&shop);
        assert!(!view.pinned && view.run.is_none(), "{damage}");
        shop.driver.go(&shop.ready.pos.url).unwrap();
    }
    assert_eq!(shop.calls().unwrap().writes, 0);
}
