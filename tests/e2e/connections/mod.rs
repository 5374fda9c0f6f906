//! How the stores are reached, in every mode that a store may have.

mod address;
mod modes;
mod pass;
mod report;
mod said;

use serde_json::{Value, json};
use tandem_pilot::Shop;
use tandem_sandbox::world::Settings;

use crate::setup::{fill, owned, shop_with, sorted};

/// What is copied. As nasty as a title may be, and as many as make a run.
const TITLES: [&str; 5] = ["Gold", "b&b \"ä\"", "=VIP ", "Ω mega", "Staff <b>"];

/// A shop of these settings, with groups on one side only.
fn shop_to_copy(settings: Settings, to: &str) -> Shop {
    let shop = shop_with(settings);
    let (none, all) = (owned(&[]), owned(&TITLES));
    match to {
        "pos" => fill(&shop, &none, &all),
        _ => fill(&shop, &all, &none),
    }
    shop
}

fn where_to(to: &str) -> &'static str {
    if to == "pos" { "in POS" } else { "online" }
}

/// The run has come to its end, and every title is there once, byte for byte.
fn all_copied(shop: &Shop, to: &str) {
    let said = format!("Done. {} titles were written", TITLES.len());
    shop.driver.expect_text(&said).unwrap();
    assert_eq!(
        sorted(shop.titles(to).unwrap()),
        sorted(owned(&TITLES)),
        "byte for byte, once each"
    );
    let taken = writes(shop, to).into_iter().filter(Write::was_taken);
    assert_eq!(taken.count(), TITLES.len());
}

/// One write, as the store saw it.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Write {
    status: u64,
    caller: String,
    /// `own`, `extension`, or whatever it was.
    origin: String,
}

impl Write {
    fn was_taken(&self) -> bool {
        self.status < 300
    }

    /// In two words: how it ended, and where it said that it came from.
    fn told(&self) -> String {
        format!("{} {}", self.status, self.origin)
    }
}

fn text(of: &Value) -> String {
    of.as_str().unwrap_or_default().to_owned()
}

fn writes(shop: &Shop, side: &str) -> Vec<Write> {
    let own = match side {
        "pos" => &shop.ready.pos.url,
        _ => &shop.ready.ecom.url,
    };
    let log = shop.control.log().unwrap().into_iter();
    let writes = log.filter(|call| call["side"] == json!(side) && call["method"] != json!("GET"));
    writes
        .map(|call| {
            let origin = text(&call["origin"]);
            let origin = match &origin {
                own_one if !own_one.is_empty() && own.starts_with(own_one.as_str()) => "own",
                other if other.contains("-extension://") => "extension",
                other => other,
            };
            Write {
                status: call["status"].as_u64().unwrap_or_default(),
                caller: text(&call["caller"]),
                origin: origin.to_owned(),
            }
        })
        .collect()
}

fn overview(shop: &Shop) {
    shop.driver.press("tab", "Overview").unwrap();
}
