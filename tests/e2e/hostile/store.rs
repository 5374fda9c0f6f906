//! A store whose data mean harm, in the real panel: text is shown as text, nothing hangs, and what
//! can be read is worked with.

use serde_json::{Value, json};
use tandem_pilot::Shop;
use tandem_sandbox::world::Settings;

use crate::{
    people::town,
    setup::{fill, shop, sorted},
};

/// Titles and names as somebody would write them who wants to be more than text.
const MARKUP: &str =
    "<img src=x onerror=\"document.title='taken'\"><script>document.title='taken'</script>";
const BIDI: &str = "\u{202e}gnp.exe\u{202c} \u{2066}A\u{2069}";
const FORMULA: &str = "=HYPERLINK(\"http://evil.test\",\"Open\")";

/// No element of the panel came out of a text, and no script of one ran.
fn nothing_grew(shop: &Shop) {
    let look = "const odd = document.querySelectorAll('#app img, #app script, #app a[href], #app iframe, #app [onerror]');
        return { odd: odd.length, title: document.title }";
    let seen = shop.driver.js(look, &json!([])).unwrap();
    assert_eq!(seen, json!({ "odd": 0, "title": "Tandem" }));
}

/// Every element whose own text has a control of direction keeps it to itself.
fn directions_stay_inside(shop: &Shop) {
    let look = r"const walker = document.createTreeWalker(document.getElementById('app'), NodeFilter.SHOW_TEXT);
        const loose = [];
        for (let node; node = walker.nextNode();) {
          if (!/[\u202a-\u202e\u2066-\u2069]/.test(node.data)) continue;
          if (!node.parentElement.closest('bdi, [dir=auto]')) loose.push(node.parentElement.outerHTML);
        }
        return loose";
    let loose = shop.driver.js(look, &json!([])).unwrap();
    assert_eq!(loose, json!([]));
}

#[test]
fn titles_of_groups_are_text_and_travel_letter_for_letter() {
    let shop = shop();
    let titles = [MARKUP, BIDI, FORMULA].map(str::to_owned);
    fill(&shop, &[], &titles);
    shop.open_and_choose().unwrap();
    shop.driver.expect_text("onerror").unwrap();
    nothing_grew(&shop);
    directions_stay_inside(&shop);
    shop.press_create(3, "in POS").unwrap();
    shop.driver
        .expect_text("Done. 3 titles were written")
        .unwrap();
    nothing_grew(&shop);
    directions_stay_inside(&shop);
    assert_eq!(sorted(shop.titles("pos").unwrap()), sorted(titles.to_vec()));
}

#[test]
fn names_of_customers_are_text_in_every_view() {
    let town = town(40, Settings::default());
    let shop = town.shop;
    let world = shop.control.state().unwrap();
    let id = |side: &str, at: usize| world[side]["customers"][at]["id"].clone();
    for (at, name) in [MARKUP, BIDI, FORMULA].iter().enumerate() {
        let edit = |side: &str, set: Value| json!({ "act": "edit_customer", "side": side, "id": id(side, at), "set": set });
        let both = json!([
            edit("pos", json!({ "first_name": name, "company_name": name })),
            edit("ecom", json!({ "name": name })),
        ]);
        shop.control.act(&both).unwrap();
    }
    shop.read_customers().unwrap();
    for tab in ["Customers", "Review", "Overview", "History"] {
        shop.driver.press("tab", tab).unwrap();
        nothing_grew(&shop);
        directions_stay_inside(&shop);
    }
    shop.driver.press("tab", "Customers").unwrap();
    for name in ["onerror", "gnp.exe", "HYPERLINK"] {
        let search = shop.driver.find("input[type=search]").unwrap();
        shop.driver.clear(&search).unwrap();
        shop.driver.type_into(&search, name).unwrap();
        shop.driver.expect_text(name).unwrap();
        let row = shop.driver.find("[role=grid] [role=row]").unwrap();
        shop.driver.click_in_sight(&row).unwrap();
        nothing_grew(&shop);
        directions_stay_inside(&shop);
        shop.driver.press("button", "Back to the list").unwrap();
    }
    if shop.preview_all().unwrap().is_some() {
        nothing_grew(&shop);
        directions_stay_inside(&shop);
    }
}

/// What a store answers to whoever asks for its groups, and what a person then reads.
fn answers() -> Vec<(Value, &'static str)> {
    let deep = format!("{}{}", "[".repeat(10_000), "]".repeat(10_000));
    let status = |body: &str| json!({ "status": 200, "body": body });
    vec![
        (
            status(r#"{"data":[{"id":"#),
            "something that Tandem does not know",
        ),
        (status(&deep), "something that Tandem does not know"),
        (
            status(r#"{"data":7,"version":"x"}"#),
            "something that Tandem does not know",
        ),
        (
            json!({ "flood": 70 }),
            "something that Tandem does not know",
        ),
        (json!("sign_in_html"), "Nobody is signed in."),
        (json!({ "rate_limited": 31_536_000 }), "too many calls"),
    ]
}

#[test]
fn an_answer_that_is_none_is_told_and_the_next_good_one_is_shown() {
    let shop = shop();
    fill(&shop, &[], &["Friends".to_owned()]);
    shop.open_and_choose().unwrap();
    for (effect, said) in answers() {
        let fault =
            json!([{ "side": "pos", "path": "/customer_groups", "times": 99, "do": effect }]);
        shop.control.faults(&fault).unwrap();
        shop.driver.press("button", "Check again").unwrap();
        shop.driver.press("tab", "Overview").unwrap();
        shop.driver.expect_text(said).unwrap();
        nothing_grew(&shop);
        shop.control.faults(&json!([])).unwrap();
        shop.driver.press("button", "Check again").unwrap();
        shop.driver.press("tab", "Groups").unwrap();
        shop.driver.find("table").unwrap();
    }
}
