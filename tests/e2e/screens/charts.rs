//! The pictures of numbers against what both stores have: they add up, lead to their customers, and
//! stay in their places while a run goes on.

use std::time::Duration;

use serde_json::{Value, json};
use tandem_pilot::{Shop, wait_until};
use tandem_sandbox::world::Settings;

use super::PATIENCE;
use crate::people::town;

/// The texts of all elements of this kind.
fn texts(shop: &Shop, css: &str) -> Vec<String> {
    let read = "return [...document.querySelectorAll(arguments[0])].map(one => one.textContent.replace(/\\s+/g, ' ').trim())";
    serde_json::from_value(shop.driver.js(read, &json!([css])).unwrap()).unwrap()
}

/// What a drawing is called.
fn label(shop: &Shop, css: &str) -> String {
    let read = "return document.querySelector(arguments[0])?.getAttribute('aria-label') ?? ''";
    serde_json::from_value(shop.driver.js(read, &json!([css])).unwrap()).unwrap()
}

/// The number at the beginning of a text such as "1,234 in both".
fn number(text: &str) -> u32 {
    let digits: String = text
        .chars()
        .take_while(|letter| letter.is_ascii_digit() || *letter == ',')
        .filter(char::is_ascii_digit)
        .collect();
    digits.parse().unwrap()
}

/// The number before these words in one of the texts.
fn of(texts: &[String], words: &str) -> u32 {
    let found = texts.iter().find(|text| text.ends_with(words));
    assert!(found.is_some(), "no {words:?} in {texts:?}");
    number(found.unwrap())
}

/// A store's customers who are not deleted and of whom this holds.
fn count(world: &Value, side: &str, holds: impl Fn(&Value) -> bool) -> u32 {
    let all = world[side]["customers"].as_array().unwrap().iter();
    let living = all.filter(|one| one["deleted_at"].is_null());
    u32::try_from(living.filter(|one| holds(one)).count()).unwrap()
}

#[test]
fn the_overlap_leads_to_its_customers_and_consent_is_as_the_stores_have_it() {
    let shop = town(80, Settings::default()).shop;
    shop.read_customers().unwrap();
    shop.driver.press("tab", "Overview").unwrap();
    shop.driver.find(".overlap .bar").unwrap();
    let parts = texts(&shop, ".part-name");
    let names = ["only in POS", "in both", "only online", "to be asked"];
    let many = names.map(|name| of(&parts, name));
    let all = texts(&shop, ".card > p");
    let total = of(&all, "customers in all");
    assert_eq!(many.iter().sum::<u32>(), total);
    let [pos, both, ecom, asked] = many;
    assert!(pos > 0 && both > 0 && ecom > 0 && asked > 0, "{many:?}");
    assert_eq!(
        label(&shop, ".overlap .bar"),
        format!("Only in POS: {pos}. In both: {both}. Only online: {ecom}. To be asked: {asked}.")
    );

    let world = shop.control.state().unwrap();
    let [in_pos, online] =
        [1, 2].map(|row| texts(&shop, &format!(".chart-row:nth-child({row}) .legend li")));
    let denied = count(&world, "pos", |one| one["do_not_email"] == json!(true));
    assert_eq!(of(&in_pos, "said no"), denied, "{in_pos:?}");
    for (words, value) in [("said yes", json!(true)), ("said no", json!(false))] {
        let has = count(&world, "ecom", |one| one["accept_marketing"] == value);
        assert_eq!(of(&online, words), has, "{online:?}");
    }
    assert!(denied > 0 && of(&online, "said yes") > 0);

    shop.driver
        .press("button", &format!("{ecom} only online"))
        .unwrap();
    shop.read_is_open().unwrap();
    let chip = ".chips [aria-pressed=true]";
    assert_eq!(texts(&shop, chip), [format!("only online {ecom}")]);
    let listed = "return document.querySelector('[role=grid]').getAttribute('aria-rowcount')";
    wait_until("those are listed", PATIENCE, || {
        let rows = shop.driver.js(listed, &json!([]))?;
        let rows = rows.as_str().unwrap_or_default().to_owned();
        Ok(rows == ecom.to_string() || rows == (ecom + 1).to_string())
    })
    .unwrap();
    shop.driver
        .press("button", &format!("only online {ecom}"))
        .unwrap();
    wait_until("everybody is listed again", PATIENCE, || {
        Ok(texts(&shop, chip) == [format!("All {total}")])
    })
    .unwrap();
}

#[test]
fn a_run_is_drawn_as_it_goes_on_and_stands_among_the_days() {
    let shop = town(60, Settings::default()).shop;
    shop.read_customers().unwrap();
    let changes = shop.preview_all().unwrap().unwrap();
    let slow = json!([{ "path": "/customers", "times": 12, "do": { "slow": 300 } }]);
    shop.control.faults(&slow).unwrap();
    shop.begin_to_write().unwrap();
    shop.driver.find("section.run .course .bar").unwrap();
    let mut seen = Vec::new();
    wait_until("the run comes to an end", Duration::from_secs(120), || {
        let legend = texts(&shop, "section.run .course .legend li");
        if let [done, asked, failed, left] = legend.as_slice() {
            let numbers = [done, asked, failed, left].map(|one| number(one));
            assert_eq!(numbers.iter().sum::<u32>(), changes, "{legend:?}");
            seen.push(numbers);
        } else {
            assert!(legend.is_empty(), "always four: {legend:?}");
        }
        Ok(shop.driver.look_for("section.run progress")?.is_none())
    })
    .unwrap();
    let said = shop.wait_for_sync().unwrap();
    assert!(said.starts_with("Done."), "{said}");
    assert!(
        seen.iter().any(|[done, .., left]| *done > 0 && *left > 0) || seen.len() > 2,
        "it was seen under way: {seen:?}"
    );
    assert_eq!(
        label(&shop, "section.run .course .bar"),
        format!("Done: {changes}. To look at: 0. Failed: 0. Left: 0.")
    );
    shop.driver.press("button", "Close").unwrap();

    shop.driver.press("tab", "History").unwrap();
    shop.driver.find(".columns-of-days").unwrap();
    assert_eq!(
        label(&shop, ".columns-of-days"),
        format!("The last four weeks, a column a day. Changes written: {changes}. To look at: 0.")
    );
    let list = shop.driver.find(".days summary").unwrap();
    shop.driver.click_in_sight(&list).unwrap();
    let days = texts(&shop, ".days details li");
    assert_eq!(days.len(), 1, "{days:?}");
    assert!(
        days[0].ends_with(&format!(": written {changes}, to look at 0")),
        "{days:?}"
    );
    // Today is the last column.
    let at = "return document.querySelector('.columns-of-days .is-written').getAttribute('x')";
    assert_eq!(shop.driver.js(at, &json!([])).unwrap(), json!("96.4%"));
}
