//! What holds of every view and state, in both browsers: the rules of axe-core, light and dark; room
//! for a finger; no scrolling sideways where it is narrow; and, where the same browser and fonts made
//! those that are kept, how it looks.

mod axe;
mod charts;
mod forced;
mod keys;
mod minute;
mod pictures;
mod room;
mod still;

use std::time::Duration;

use serde_json::json;
use tandem_pilot::{Options, Shop, gallery};

use crate::setup::{browser, options};

/// How long a state is waited for.
const PATIENCE: Duration = Duration::from_secs(30);

/// POS allows so many calls that nobody waits for its tills.
fn plenty(shop: &Shop) {
    let mut world = shop.control.state().unwrap();
    world["pos"]["registers"] = json!(1_000);
    shop.control.reset(&world).unwrap();
}

#[test]
fn every_view_and_state_keeps_the_rules() {
    let mut wrong = Vec::new();
    let mut seen = Vec::new();
    let options = Options::of_pictures(browser(), options().extension);
    gallery::walk(&options, &mut |shop, name| {
        let driver = &shop.driver;
        let mut add = |what: &str, found: Vec<String>| {
            let found = found
                .into_iter()
                .map(|one| format!("{name}: {what}: {one}"));
            wrong.extend(found);
        };
        driver.unframe_panel()?;
        add("axe, light", axe::broken(driver, axe::Rules::All));
        driver.in_the_dark(true)?;
        add("axe, dark", axe::broken(driver, axe::Rules::Contrast));
        driver.in_the_dark(false)?;
        for width in room::WIDTHS {
            driver.frame_panel(width, 860)?;
            add(&format!("{width} px"), room::sticking_out(driver));
        }
        add("too small", room::too_small(driver));
        add("picture", pictures::changed(shop, name));
        driver.unframe_panel()?;
        println!("{name}");
        seen.push(name.to_owned());
        Ok(())
    })
    .unwrap_or_else(|error| panic!("after {seen:?}: {wrong:#?} {error:#}"));
    assert!(wrong.is_empty(), "{} in all: {wrong:#?}", wrong.len());
    assert!(seen.len() > 40, "{seen:?}");
    println!("{}: {} views and states", browser(), seen.len());
}
