//! One question on two screens: what is answered on one of them is not exchanged for another
//! question under the hand of whoever looks at the other. And every key that is typed goes to the
//! question that is on screen.

use std::{collections::BTreeSet, time::Duration};

use serde::Deserialize;
use serde_json::{Value, json};
use tandem::protocol::customers::{AnswerCard, ListAnswers, ReadCustomers, Review};
use tandem_core::{Field, Side, decisions::Choice, show::Verdict};
use tandem_pilot::{Shop, wait_until};

use super::{
    ask::{ask, customers, is_ready},
    shop_of,
};

const ENTER: &str = "\u{e007}";

const PATIENCE: Duration = Duration::from_secs(20);

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

/// A question on the screen.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
struct Seen {
    /// All of it that tells it from others.
    told: String,
    who: String,
    asks: String,
    /// The answers, by their first words, with whether a reason is asked for.
    offers: Vec<(String, bool)>,
    /// What is said instead of taking an answer.
    lack: String,
}

/// What a question of this field asks.
const ASKS: [(&str, Field); 4] = [
    ("Which group should this customer be in?", Field::Group),
    ("Which email is right?", Field::Email),
    ("May this person be sent marketing emails?", Field::Consent),
    ("Which name is right?", Field::Name),
];

/// Reads the question on the screen as soon as it is another than `arguments[0]`: told by the page
/// itself, in the moment in which it changes. `null` where nothing is left, and `false` where nothing
/// changed in so many milliseconds.
const NEXT: &str = "const [before, patience, done] = arguments;
    const view = document.querySelector('#panel-r');
    const read = () => {
      if (view.innerText.includes('Nothing to decide')) return done(null) ?? true;
      const card = view.querySelector('.question');
      if (!card?.querySelector('fieldset')) return false;
      const part = name => card.querySelector(name)?.innerText.replace(/\\s+/g, ' ').trim() ?? '';
      const told = part('.who') + part('h2') + part('.both');
      if (told === before) return false;
      const offers = [...card.querySelectorAll('fieldset label')].map(label =>
        [label.querySelector('strong')?.innerText ?? '', /write down/i.test(label.innerText)]);
      done({ told, who: part('.who'), asks: part('h2'), offers, lack: part('.lack') });
      return true;
    };
    let over = false;
    // Once it is drawn whole, which is when two frames pass without a change: of a half of it nobody
    // sees anything either.
    let changes = 0;
    const frames = (left, of) => requestAnimationFrame(() => {
      if (over || of !== changes) return;
      if (left) return frames(left - 1, of);
      if (read()) { over = true; observer.disconnect(); }
    });
    const observer = new MutationObserver(() => frames(1, ++changes));
    observer.observe(view, { subtree: true, childList: true, characterData: true });
    frames(1, changes);
    setTimeout(() => { if (!over) done(false); over = true; observer.disconnect(); }, patience);";

fn next(shop: &Shop, before: &str) -> Option<Seen> {
    let found = shop
        .driver
        .js_async(NEXT, &json!([before, 20_000]))
        .unwrap();
    let keys = || {
        shop.driver.js("return window.keys.slice(-8).concat(document.querySelector('#panel-r').innerText.slice(0, 900))", &json!([]))
    };
    assert_ne!(
        found,
        json!(false),
        "a key was heard by nobody: {:#?}",
        keys()
    );
    serde_json::from_value(found).unwrap()
}

/// Puts the question off that is on screen; the next one, or `None` where that is the same one.
fn later(shop: &Shop, before: &str) -> Option<Seen> {
    shop.driver.press_keys("l").unwrap();
    let found = shop.driver.js_async(NEXT, &json!([before, 3_000])).unwrap();
    serde_json::from_value(found).ok()
}

/// Which of these answers is given, in turns, so that one that goes to a neighbour is seen: its place,
/// and the question's field. `None` for a question that is put off.
fn turn(seen: &Seen, turn: usize) -> Option<(usize, Option<Field>)> {
    let field = ASKS.iter().find(|(asks, _)| *asks == seen.asks);
    let wanted: &[&str] = match field {
        Some(_) => &[
            "Use what POS has:",
            "Use what eCom has:",
            "Leave both as they are",
        ],
        None => &["Leave this customer alone"],
    };
    let places = seen.offers.iter().enumerate();
    let open: Vec<usize> = places
        .filter(|(_, (words, needs_reason))| wanted.contains(&words.as_str()) && !needs_reason)
        .map(|(place, _)| place)
        .collect();
    let place = open.get(turn % open.len().max(1))?;
    Some((*place, field.map(|(_, field)| *field)))
}

/// An answer in words: whom, what about, and which.
type Said = (String, Option<Field>, String);

/// Every answer that was given, as the background has them.
fn given(shop: &Shop) -> Vec<Said> {
    let answers = ask(
        shop,
        ListAnswers {
            from: 0,
            count: 5000,
        },
    );
    let words = |verdict: &Verdict| match verdict {
        Verdict::Choose {
            choice: Choice::Use(Side::Pos),
        } => "Use what POS has:",
        Verdict::Choose {
            choice: Choice::Use(Side::Ecom),
        } => "Use what eCom has:",
        Verdict::Choose {
            choice: Choice::KeepApart,
        } => "Leave both as they are",
        Verdict::Ignore => "Leave this customer alone",
        _ => "something else",
    };
    let said = answers.unwrap().given.into_iter().map(|given| {
        let name = given.who.name.or(Some("No name".to_owned()));
        let who = [name, given.who.email].into_iter().flatten();
        let who = who.collect::<Vec<_>>().join(" ");
        let who = who.split_whitespace().collect::<Vec<_>>().join(" ");
        (who, given.field, words(&given.verdict).to_owned())
    });
    let mut said: Vec<Said> = said.collect();
    said.sort();
    said
}

fn in_review(people: u32) -> Shop {
    let shop = shop_of(people);
    ask(&shop, ReadCustomers {}).unwrap();
    customers(&shop, "both sides are read", is_ready);
    shop.driver.press("tab", "Review").unwrap();
    let heading = shop.driver.find("#panel-r .question h2").unwrap();
    shop.driver.click_in_sight(&heading).unwrap();
    shop.driver.js(KEYS, &json!([])).unwrap();
    shop
}

/// Writes down which key went where, and how things stood, for whoever looks at a failure.
const KEYS: &str = "window.keys = [];
    document.addEventListener('keydown', ({ key, repeat, target }) => {
      const [card, at] = [document.querySelector('#panel-r .question'), Math.round(performance.now())];
      const who = card?.querySelector('.who')?.innerText ?? '';
      const picked = [...document.querySelectorAll('#panel-r fieldset input')].findIndex(one => one.checked);
      const lack = card?.querySelector('.lack')?.innerText;
      window.keys.push(JSON.stringify({ at, key, repeat, on: target.tagName + '#' + target.id, who, picked, lack, busy: card?.ariaBusy }));
    }, true);";

#[test]
fn every_question_gets_the_answer_that_was_typed_for_it() {
    let shop = in_review(400);
    let (mut typed, mut put_off) = (Vec::new(), BTreeSet::new());
    let mut seen = next(&shop, "");
    while let Some(question) = seen {
        // Typed in one go, in the moment in which the question came.
        seen = if let Some((place, field)) = turn(&question, typed.len()) {
            let (words, _) = question.offers[place].clone();
            typed.push((question.who.clone(), field, words));
            let keys = format!("{}{ENTER}", place + 1);
            shop.driver.press_keys(&keys).unwrap();
            next(&shop, &question.told)
        } else if put_off.insert(question.who.clone() + &question.asks) {
            later(&shop, &question.told)
        } else {
            None
        };
    }
    assert!(typed.len() > 60, "{} questions", typed.len());
    let given = given(&shop);
    for answer in typed.iter().chain(&given) {
        let many = |of: &[Said]| of.iter().filter(|one| *one == answer).count();
        assert_eq!(many(&typed), many(&given), "typed and given: {answer:?}");
    }
}

#[test]
fn whoever_types_ahead_answers_no_question_unseen() {
    let shop = in_review(200);
    let (mut typed, mut held) = (Vec::new(), 0);
    let mut seen = next(&shop, "");
    for number in 0..12 {
        let question = seen.unwrap();
        let Some((place, field)) = turn(&question, number) else {
            seen = later(&shop, &question.told);
            continue;
        };
        let (words, _) = question.offers[place].clone();
        typed.push((question.who.clone(), field, words));
        // The second answer is typed before anybody can have seen a second question. It asks for no
        // reason, so that the keyboard stays where keys answer.
        let keys = format!("{}{ENTER}3{ENTER}", place + 1);
        shop.driver.press_keys(&keys).unwrap();
        let then = next(&shop, &question.told).unwrap();
        held += usize::from(then.lack.contains("Look at it before you answer."));
        let quiet = "const card = document.querySelector('#panel-r .question');
            return card?.getAttribute('aria-busy') === 'false' && !card.innerText.includes('Look at it')";
        wait_until("the question takes answers", PATIENCE, || {
            Ok(shop.driver.js(quiet, &json!([]))? == json!(true))
        })
        .unwrap();
        seen = next(&shop, "");
    }
    let given = given(&shop);
    for answer in &typed {
        assert!(given.contains(answer), "{answer:?} is not in {given:?}");
    }
    assert!(held > 0, "no key came too soon");
}
