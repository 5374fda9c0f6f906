//! One question on two screens: what is answered on one of them is not exchanged for another
//! question under the hand of whoever looks at the other.

use serde_json::{Value, json};
use tandem::protocol::customers::{AnswerCard, ReadCustomers, Review};
use tandem_core::show::Verdict;
use tandem_pilot::Shop;

use super::{
    ask::{ask, customers, is_ready},
    shop_of,
};

const ENTER: &str = "\u{e007}";

fn heading(shop: &Shop) -> Value {
    let read = "return document.querySelector('#panel-r .question .who')?.innerText ?? ''";
    shop.driver.js(read, &json!([])).unwrap()
}

fn picks(shop: &Shop) -> Value {
    let read = "return document.querySelectorAll('#panel-r input[type=radio]:checked').length";
    shop.driver.js(read, &json!([])).unwrap()
}

#[test]
fn what_was_answered_elsewhere_stays_until_the_person_goes_on() {
    let shop = shop_of(60);
    ask(&shop, ReadCustomers {}).unwrap();
    customers(&shop, "both sides are read", is_ready);
    shop.driver.press("tab", "Review").unwrap();
    shop.driver.find("#panel-r fieldset").unwrap();
    let first = heading(&shop);
    shop.driver.press_keys("1").unwrap();
    shop.driver
        .find("#panel-r input[type=radio]:checked")
        .unwrap();

    let page = ask(&shop, Review { at: None, step: 0 }).unwrap();
    let card = page.card.unwrap();
    let offer = card.offers.iter().find(|offer| {
        !offer.needs_evidence && matches!(offer.verdict, Verdict::Choose { .. } | Verdict::Ignore)
    });
    let verdict = offer.unwrap().verdict.clone();
    let next = ask(
        &shop,
        AnswerCard {
            id: card.id.clone(),
            verdict,
            evidence: None,
            in_bulk: false,
        },
    );
    let next = next.unwrap();
    assert_ne!(next.card.as_ref().map(|card| &card.id), Some(&card.id));

    shop.driver
        .expect_text("This question is settled or asks something else now.")
        .unwrap();
    assert_eq!(heading(&shop), first, "it is still the one that was read");
    shop.driver.press_keys("2").unwrap();
    assert_eq!(picks(&shop), json!(0));
    shop.driver.press_keys(ENTER).unwrap();
    shop.driver.find("#panel-r fieldset").unwrap();
    assert_eq!(
        picks(&shop),
        json!(0),
        "nothing was picked for the next one"
    );
    let answered = ask(&shop, Review { at: None, step: 0 }).unwrap().answered;
    assert_eq!(answered, next.answered, "nothing else was answered");
}
