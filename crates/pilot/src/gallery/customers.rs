//! Customers: before they were read, while they are, everybody, one of them, the questions, the
//! preview, a run and its end, the history.

use serde_json::json;

use super::{Stop, start::SLOW_MS};
use crate::Shop;

pub(super) fn go(shop: &Shop, stop: Stop<'_>) -> anyhow::Result<()> {
    before(shop, stop)?;
    reading(shop, stop)?;
    list(shop, stop)?;
    review(shop, stop)?;
    run(shop, stop)?;
    history(shop, stop)?;
    rest(shop, stop)
}

/// A view by its tab's letter, and the word on the tab.
fn show(shop: &Shop, letter: &str, word: &str) -> anyhow::Result<()> {
    shop.driver.press("tab", word)?;
    shop.driver.find(&format!("#panel-{letter}")).map(drop)
}

fn before(shop: &Shop, stop: Stop<'_>) -> anyhow::Result<()> {
    show(shop, "o", "Overview")?;
    stop(shop, "overview-groups-match")?;
    show(shop, "r", "Review")?;
    stop(shop, "review-empty")?;
    show(shop, "h", "History")?;
    shop.driver.expect_text("Nothing was written yet")?;
    stop(shop, "history-empty")?;
    show(shop, "c", "Customers")?;
    stop(shop, "customers-empty")
}

fn reading(shop: &Shop, stop: Stop<'_>) -> anyhow::Result<()> {
    let slow = json!([{ "side": "ecom", "path": "/customers", "do": { "slow": SLOW_MS } }]);
    shop.control.faults(&slow)?;
    shop.driver.press("button", "Read customers")?;
    shop.driver.find(".read-side progress")?;
    stop(shop, "reading")?;
    shop.read_is_open()?;
    stop(shop, "customers")
}

fn list(shop: &Shop, stop: Stop<'_>) -> anyhow::Result<()> {
    let driver = &shop.driver;
    let search = driver.find("input[type=search]")?;
    driver.type_into(&search, "nobody of this name")?;
    driver.expect_text("No customer fits")?;
    stop(shop, "customers-none")?;
    driver.press_keys(&"\u{e003}".repeat(19))?;
    shop.read_is_open()?;
    driver.click_in_sight(&driver.find("[role=grid] [role=row]")?)?;
    driver.find(".fields")?;
    stop(shop, "customer")?;
    driver.press("button", "Back to the list")?;
    driver.press("button", "who is it? #")?;
    shop.read_is_open()?;
    driver.click_in_sight(&driver.find("[role=grid] [role=row]")?)?;
    driver.press("button", "Link with…")?;
    driver.find(".twins")?;
    stop(shop, "link")?;
    driver.press("button", "Do not link")?;
    driver.press("button", "Back to the list")?;
    driver.press("button", "All #")
}

fn review(shop: &Shop, stop: Stop<'_>) -> anyhow::Result<()> {
    let driver = &shop.driver;
    show(shop, "r", "Review")?;
    driver.expect_text("Your answer")?;
    stop(shop, "review")?;
    // The one that asks for a reason.
    let has_one = "return [...document.querySelectorAll('#panel-r label.option')].findIndex(
        one => one.innerText.includes('Allows marketing emails'))";
    for _ in 0..30 {
        let at = driver.js(has_one, &json!([]))?;
        if let Some(at) = at.as_u64() {
            driver.press_keys(&(at + 1).to_string())?;
            driver.find("#panel-r input[type=text]")?;
            stop(shop, "review-reason")?;
            break;
        }
        next_question(shop)?;
    }
    kinds(shop, stop)?;
    driver.press("button", "Show lasting answers")?;
    driver.expect_text("No answer is kept.")?;
    stop(shop, "answers-empty")
}

/// Questions of other kinds than the first, by what they ask.
const KINDS: [(&str, &str); 3] = [
    ("review-group", "Which group should this customer be in?"),
    ("review-name", "Which name is right?"),
    ("review-person", "Who is this on the other side?"),
];

/// Goes on through the questions to each of [`KINDS`].
fn kinds(shop: &Shop, stop: Stop<'_>) -> anyhow::Result<()> {
    let mut left = KINDS.to_vec();
    for _ in 0..30 {
        let asked = shop.driver.screen_text();
        if let Some(at) = left.iter().position(|(_, ask)| asked.contains(ask)) {
            stop(shop, left.remove(at).0)?;
        }
        if left.is_empty() {
            return Ok(());
        }
        next_question(shop)?;
    }
    anyhow::bail!("nobody asks {left:?}")
}

/// Goes to another question, and waits until it is there.
fn next_question(shop: &Shop) -> anyhow::Result<()> {
    let shown = "return document.querySelector('#panel-r .question')?.innerText ?? ''";
    let before = shop.driver.js(shown, &json!([]))?;
    shop.driver.press("button", "Next question")?;
    crate::wait_until("the next question", crate::wait::PATIENCE, || {
        Ok(shop.driver.js(shown, &json!([]))? != before)
    })
}

fn run(shop: &Shop, stop: Stop<'_>) -> anyhow::Result<()> {
    let driver = &shop.driver;
    shop.preview_all()?;
    stop(shop, "preview")?;
    driver.click_in_sight(&driver.find(".fold")?)?;
    driver.find(".part .rows")?;
    stop(shop, "preview-open")?;
    let slow = json!([{ "path": "/customers", "times": 999, "do": { "slow": SLOW_MS } }]);
    shop.control.faults(&slow)?;
    shop.begin_to_write()?;
    driver.find("section.run progress")?;
    stop(shop, "writing")?;
    driver.press("button", "Pause")?;
    // The step that was begun is finished first, and need not be slow any more.
    shop.control.faults(&json!([]))?;
    driver.find_role("button", "Continue")?;
    stop(shop, "paused")?;
    shop.continue_sync()?;
    shop.wait_for_sync()?;
    stop(shop, "written")?;
    driver.press("button", "Close")
}

fn history(shop: &Shop, stop: Stop<'_>) -> anyhow::Result<()> {
    show(shop, "h", "History")?;
    shop.driver.expect_text("Undo this run")?;
    stop(shop, "history")?;
    shop.driver.press("button", "Show the changes of run #")?;
    shop.driver.find(".past .rows .edits")?;
    stop(shop, "history-run")
}

/// Everything is answered and written.
fn rest(shop: &Shop, stop: Stop<'_>) -> anyhow::Result<()> {
    shop.answer_all()?;
    shop.driver.expect_text("Nothing to decide")?;
    stop(shop, "review-none")?;
    if shop.preview_all()?.is_some() {
        shop.write()?;
        shop.driver.press("button", "Close")?;
    }
    show(shop, "o", "Overview")?;
    shop.driver.expect_text("Both stores are in step.")?;
    stop(shop, "overview-in-step")
}
