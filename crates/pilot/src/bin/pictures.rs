//! `cargo xtask pictures`: the pictures of the README, and every main state in light and dark to be
//! looked at, taken from the real panel in a real browser.

use std::path::{Path, PathBuf};

use clap::Parser;
use serde_json::json;
use tandem_pilot::{Browser, Options, Shop};

/// Takes pictures of the real panel.
#[derive(Parser)]
#[command(name = "cargo xtask pictures")]
struct Cli {
    /// The unpacked extension; set by `cargo xtask pictures`.
    #[arg(long, hide = true)]
    extension: PathBuf,
    /// Which browser: chromium or firefox.
    #[arg(long, default_value = "chromium")]
    browser: Browser,
    /// Where they go, with a folder each for light and dark.
    #[arg(long, default_value = "docs/pictures")]
    folder: PathBuf,
    /// Instead of the README's pictures: the main views in this language, such as de, narrow, in a
    /// folder each for 380 and 320 px. Fails where something sticks out.
    #[arg(long)]
    language: Option<String>,
    /// Takes the light ones in the size that the Chrome Web Store wants, into `target/store-pictures`.
    #[arg(long)]
    store: bool,
}

/// How wide the panel is in narrow pictures. No window can be made so narrow: the page in it is.
const NARROW: [u32; 2] = [380, 320];

/// What the Chrome Web Store wants, in pixels.
const STORE: (u64, u64) = (1280, 800);

fn main() -> anyhow::Result<()> {
    let cli = Cli::parse();
    if let Some(tag) = &cli.language {
        return narrow(&cli, tag);
    }
    if cli.store {
        let options = Options::new(cli.browser, &cli.extension);
        let shop = Shop::open(&options, &tandem_sandbox::Options::default())?;
        shop.driver.fit(STORE.0, STORE.1)?;
        return take_all(&shop, Path::new("target/store-pictures"));
    }
    for dark in [false, true] {
        let looks = if dark { "dark" } else { "light" };
        let size = (1180, 860);
        let options = Options {
            dark,
            size,
            ..Options::new(cli.browser, &cli.extension)
        };
        let shop = Shop::open(&options, &tandem_sandbox::Options::default())?;
        take_all(&shop, &cli.folder.join(looks))?;
    }
    Ok(())
}

/// The main views in another language, found by their places: their names are in that language.
fn narrow(cli: &Cli, tag: &str) -> anyhow::Result<()> {
    for width in NARROW {
        let options = Options {
            size: (500, 1400),
            ..Options::new(cli.browser, &cli.extension)
        };
        let shop = Shop::open(&options, &tandem_sandbox::Options::default())?;
        let folder = cli.folder.join(format!("{tag}-{width}"));
        views(&shop, tag, width, &folder)?;
    }
    Ok(())
}

fn views(shop: &Shop, tag: &str, width: u32, folder: &Path) -> anyhow::Result<()> {
    let driver = &shop.driver;
    let mut wide = Vec::new();
    let mut take = |name: &str| {
        let out = "const out = [...document.querySelectorAll('button, select, p, h2, section')]
            .filter(e => e.getClientRects().length && !e.closest('.unseen, .row')
                && (e.scrollWidth > e.clientWidth + 1 && getComputedStyle(e).display !== 'inline'
                    || e.getBoundingClientRect().right > arguments[0]))
            .map(e => e.innerText);
            return out";
        let found = driver.js(out, &json!([width]))?;
        if found != json!([]) {
            wide.push(format!("{name}: {found}"));
        }
        driver.screenshot(&folder.join(format!("{name}.png")))
    };
    let press = |css: &str| driver.click_in_sight(&driver.find(css)?);
    driver.js(
        "document.documentElement.lang = arguments[0]",
        &json!([tag]),
    )?;
    driver.open_panel()?;
    driver.find(".primary:enabled")?;
    driver.js(
        "document.documentElement.style.width = `${arguments[0]}px`",
        &json!([width]),
    )?;
    take("choose")?;
    press(".primary")?;
    driver.find("#panel-g table")?;
    take("groups")?;
    press(".copy .primary")?;
    driver.find(".run progress, .run .actions")?;
    take("run")?;
    press("#tab-o")?;
    driver.find("#panel-o")?;
    take("overview")?;
    press("#tab-c")?;
    press("#panel-c .primary")?;
    driver.find("[role=grid][aria-busy=false]")?;
    take("customers")?;
    press("[role=grid] [role=row]")?;
    driver.find(".fields")?;
    take("customer")?;
    press("#tab-r")?;
    driver.find("#panel-r fieldset")?;
    take("review")?;
    press("#tab-h")?;
    driver.find("#panel-h")?;
    take("history")?;
    press("#tab-s")?;
    driver.find("#panel-s select")?;
    take("settings")?;
    anyhow::ensure!(wide.is_empty(), "these stick out: {wide:#?}");
    Ok(())
}

fn take_all(shop: &Shop, folder: &Path) -> anyhow::Result<()> {
    let driver = &shop.driver;
    let take = |name: &str| driver.screenshot(&folder.join(format!("{name}.png")));
    driver.open_panel()?;
    driver.find_role("button", "Use these two stores")?;
    take("choose")?;
    driver.press("button", "Use these two stores")?;
    driver.find("table")?;
    take("groups")?;
    driver.press("tab", "Overview")?;
    driver.expect_text("Connected as")?;
    take("overview")?;
    shop.control
        .act(&json!({ "act": "sign_out", "side": "ecom" }))?;
    driver.press("button", "Check again")?;
    driver.expect_text("Nobody is signed in.")?;
    take("signed-out")?;
    shop.show_admin(&shop.ecom_tab)?;
    driver.go(&shop.ready.ecom.url)?;
    shop.sign_in_to_ecom()?;
    shop.show_admin(&shop.pos_tab)?;
    driver.enter_panel()?;
    driver.expect_text("groups are missing on one side")?;
    for title in ["Gold", "GOLD"] {
        shop.control.create_group("ecom", title)?;
    }
    driver.press("button", "Check again")?;
    driver.press("tab", "Groups")?;
    driver.expect_text("differ only by case")?;
    driver.press("checkbox", "Create this one too: Gold")?;
    driver.js(
        "document.querySelector('.copy').scrollIntoView()",
        &json!([]),
    )?;
    take("collision")?;
    let fault = json!([{ "side": "pos", "method": "POST", "after": 2, "do": { "status": 500 } }]);
    shop.control.faults(&fault)?;
    shop.press_create(5, "in POS")?;
    driver.expect_text("of 5 done")?;
    driver.js("scrollTo(0, 0)", &json!([]))?;
    take("result-with-a-failure")?;
    driver.press("button", "Try 1 again")?;
    driver.expect_text("Done. 5 titles")?;
    take("result")?;
    driver.press("button", "Close")?;
    people(shop, folder)?;
    tab_of_its_own(shop, folder)
}

/// Customers: the list, a question, the preview, what came of it, the history.
fn people(shop: &Shop, folder: &Path) -> anyhow::Result<()> {
    let driver = &shop.driver;
    let take = |name: &str| driver.screenshot(&folder.join(format!("{name}.png")));
    shop.copy_groups()?;
    shop.read_customers()?;
    driver.find("[role=grid][aria-busy=false]")?;
    take("customers")?;
    driver.press("tab", "Review")?;
    driver.expect_text("Your answer")?;
    take("review")?;
    shop.preview_all()?;
    take("preview")?;
    shop.write()?;
    take("written")?;
    driver.press("button", "Close")?;
    driver.press("tab", "History")?;
    driver.expect_text("Undo this run")?;
    take("history")?;
    driver.press("tab", "Settings")?;
    driver.press("radio", "At each visit")?;
    driver.expect_text("Last look")?;
    for (name, inside) in [
        ("automatic", "input[name=automatic]"),
        ("passphrase", "#passphrase-first"),
        ("ways", "#ways"),
    ] {
        driver.js(
            "const card = document.querySelector(arguments[0]).closest('section');
             card.querySelector('details')?.setAttribute('open', '');
             scrollTo(0, card.getBoundingClientRect().top + scrollY - 210)",
            &json!([inside]),
        )?;
        take(name)?;
    }
    Ok(())
}

/// Chromium lets a driver open the extension's page; Firefox does not.
fn tab_of_its_own(shop: &Shop, folder: &Path) -> anyhow::Result<()> {
    let driver = &shop.driver;
    if driver.browser == Browser::Firefox {
        return Ok(());
    }
    let page = driver.js("return location.href", &json!([]))?;
    driver.new_tab()?;
    driver.go(page.as_str().unwrap_or_default())?;
    driver.find("main")?;
    driver.expect_text("Customers")?;
    driver.screenshot(&folder.join("tab.png"))
}
