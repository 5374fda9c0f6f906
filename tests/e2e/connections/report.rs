//! Settings say of each way whether it works, and have a report to copy that names nobody.

use serde_json::json;
use tandem_pilot::Shop;
use tandem_sandbox::world::{Policy, Settings};

use super::{TITLES, all_copied, shop_to_copy};

/// The text of the report, as it would be copied.
fn report(shop: &Shop) -> String {
    let text = "return document.querySelector('.report textarea').value";
    let text = shop.driver.js(text, &json!([])).unwrap();
    text.as_str().unwrap().to_owned()
}

#[test]
fn which_way_works_is_said_and_the_report_names_nobody() {
    let mut settings = Settings::default();
    settings.pos.foreign_origin = Policy::Refuse;
    let shop = shop_to_copy(settings, "pos");
    shop.open_and_choose().unwrap();
    shop.driver.press("tab", "Settings").unwrap();
    shop.driver
        .expect_text("In use. Whether the store takes changes this way shows with the first one.")
        .unwrap();
    shop.driver.press("tab", "Groups").unwrap();
    shop.press_create(TITLES.len(), "in POS").unwrap();
    all_copied(&shop, "pos");
    shop.driver.press("tab", "Settings").unwrap();
    for words in [
        "The store lets Tandem read this way, and refuses changes.",
        "In use. The store took changes this way.",
        "Not needed.",
    ] {
        shop.driver.expect_text(words).unwrap();
    }
    shop.driver.press("button", "Copy report").unwrap();
    shop.driver.expect_text("Copied.").unwrap();
    let selected = "const area = document.querySelector('.report textarea');
        return area.value.slice(area.selectionStart, area.selectionEnd)";
    let selected = shop.driver.js(selected, &json!([])).unwrap();
    let report = report(&shop);
    assert_eq!(selected, json!(report), "to be copied by hand as well");
    for line in [
        "Pos Session: ReadsOnly",
        "Pos SessionAsPage: Works",
        "Pos connection: connected by SessionAsPage",
        "Ecom connection: connected by Session",
    ] {
        assert!(report.contains(line), "{line}\n{report}");
    }
    let world = shop.control.state().unwrap();
    let secrets = [
        world["pos"]["prefix"].clone(),
        world["pos"]["name"].clone(),
        world["pos"]["staff"]["token"].clone(),
        world["pos"]["staff"]["user"].clone(),
        world["ecom"]["name"].clone(),
        world["ecom"]["staff"]["token"].clone(),
        json!(world["ecom"]["store_id"].to_string()),
        json!("Robin"),
    ];
    let titles = TITLES.map(|title| json!(title));
    for secret in secrets.iter().chain(&titles) {
        let secret = secret.as_str().unwrap();
        assert!(!secret.is_empty() && !report.contains(secret), "{secret}");
    }
}

#[test]
fn access_that_is_withheld_is_said_there_too() {
    let shop = shop_to_copy(Settings::default(), "pos");
    shop.open_and_choose().unwrap();
    shop.driver.revoke_hosts().unwrap();
    shop.driver.press("tab", "Settings").unwrap();
    let card = shop
        .driver
        .find("section:has(#ways) .actions button")
        .unwrap();
    shop.driver.click_in_sight(&card).unwrap();
    shop.driver
        .expect_text("The browser does not let Tandem reach the store.")
        .unwrap();
    shop.driver.press("tab", "Settings").unwrap();
    let text = report(&shop);
    assert!(text.contains("Pos Session: NoHostAccess"), "{text}");
}
