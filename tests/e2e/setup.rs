//! A shop and a browser for one test.

use std::time::Duration;

use serde_json::{Value, json};
use tandem_pilot::{Browser, Options, Shop, wait_until};
use tandem_sandbox::world::Settings;

/// The browser under test.
pub(crate) fn browser() -> Browser {
    let name = std::env::var("TANDEM_BROWSER").unwrap_or_else(|_| "chromium".to_owned());
    name.parse().unwrap()
}

pub(crate) fn options() -> Options {
    let folder = std::env::var_os("TANDEM_EXTENSION").map_or_else(
        || std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("dist/tandem-sandbox"),
        Into::into,
    );
    Options::new(browser(), folder)
}

/// A shop with both admins signed in, in its usual state.
pub(crate) fn shop() -> Shop {
    shop_with(Settings::default())
}

pub(crate) fn shop_with(settings: Settings) -> Shop {
    let sandbox = tandem_sandbox::Options {
        settings,
        ..tandem_sandbox::Options::default()
    };
    Shop::open(&options(), &sandbox).unwrap()
}

/// Both stores with these groups and no customers.
pub(crate) fn fill(shop: &Shop, pos: &[String], ecom: &[String]) {
    let mut world = shop.control.state().unwrap();
    let keep = |group: &Value| group["group_id"] == json!("1111111111") || group["id"] == json!(0);
    for side in ["pos", "ecom"] {
        world[side]["customers"] = json!([]);
        world[side]["groups"]
            .as_array_mut()
            .unwrap()
            .retain(|group| keep(group));
    }
    shop.control.reset(&world).unwrap();
    for (side, titles) in [("pos", pos), ("ecom", ecom)] {
        for title in titles {
            shop.control.create_group(side, title).unwrap();
        }
    }
}

pub(crate) fn owned(titles: &[&str]) -> Vec<String> {
    titles.iter().map(|&title| title.to_owned()).collect()
}

pub(crate) fn sorted(mut titles: Vec<String>) -> Vec<String> {
    titles.sort();
    titles
}

/// Waits for a tab that was not there before.
pub(crate) fn new_tab(shop: &Shop, before: &[String]) -> String {
    let mut found = None;
    wait_until("the sign-in's tab", Duration::from_secs(20), || {
        found = shop
            .driver
            .tabs()?
            .into_iter()
            .find(|tab| !before.contains(tab));
        Ok(found.is_some())
    })
    .unwrap();
    found.unwrap()
}

/// Waits until the panel on the page in use is put away.
pub(crate) fn put_away(shop: &Shop) {
    wait_until("the panel is put away", Duration::from_secs(9), || {
        let frame = shop.driver.panel_frame()?;
        Ok(frame.is_some_and(|frame| !shop.driver.is_shown(&frame).unwrap_or(true)))
    })
    .unwrap();
}
