//! `cargo xtask screenshots`: every view and state of the real panel in both browsers, light and dark,
//! as wide as in an admin page and as wide as a tab; and of some of them the pictures that are kept.

use std::{
    fs,
    path::{Path, PathBuf},
};

use clap::Parser;
use serde_json::json;
use tandem_pilot::{Browser, Looks, Options, Shop, gallery};

/// Takes pictures of the real panel.
#[derive(Parser)]
#[command(name = "cargo xtask screenshots")]
struct Cli {
    /// The unpacked extension; set by `cargo xtask screenshots`.
    #[arg(long, hide = true)]
    extension: PathBuf,
    /// Only this browser: chromium or firefox.
    #[arg(long)]
    browser: Option<Browser>,
    /// Where all of them go.
    #[arg(long, default_value = "target/screenshots")]
    folder: PathBuf,
    /// Where those of the README go, by which a change is noticed.
    #[arg(long, default_value = "docs/pictures")]
    kept: PathBuf,
    /// Instead: the main views in this language, such as de, narrow, in a folder each for 380 and
    /// 320 px. Fails where something sticks out.
    #[arg(long)]
    language: Option<String>,
    /// Instead: those for the Chrome Web Store, in its size, into `target/store-pictures`.
    #[arg(long)]
    store: bool,
}

/// How wide the panel is in narrow pictures. No window can be made so narrow: the page in it is.
const NARROW: [u32; 2] = [380, 320];

/// As wide as a tab of its own.
const WIDE: u32 = 1100;

/// What the Chrome Web Store wants, in pixels.
const STORE: (u64, u64) = (1280, 800);

/// What it is shown.
const FOR_STORE: [&str; 5] = ["groups", "customers", "review", "preview", "settings"];

fn main() -> anyhow::Result<()> {
    let cli = Cli::parse();
    let browsers = cli.browser.map_or_else(
        || vec![Browser::Chromium, Browser::Firefox],
        |one| vec![one],
    );
    if let Some(tag) = &cli.language {
        return narrow(&cli, tag);
    }
    if cli.store {
        return for_store(&cli);
    }
    for browser in browsers {
        everything(&cli, browser)?;
    }
    Ok(())
}

/// All states of one browser, and which of them are kept.
fn everything(cli: &Cli, browser: Browser) -> anyhow::Result<()> {
    let options = Options::of_pictures(browser, &cli.extension);
    let kept = gallery::made_with_at(&cli.kept, browser);
    if let Some(folder) = kept.parent() {
        // What is no longer taken is no longer kept.
        drop(fs::remove_dir_all(folder));
        fs::create_dir_all(folder)?;
    }
    gallery::walk(&options, &mut |shop, name| {
        fs::write(&kept, shop.driver.made_with()?)?;
        for (width, dark) in [
            (gallery::PANEL, false),
            (gallery::PANEL, true),
            (WIDE, false),
            (WIDE, true),
        ] {
            let looks = Looks { width, dark };
            let picture = shop.driver.picture(looks)?;
            let shade = if dark { "dark" } else { "light" };
            let file = format!("{browser}/{width}-{shade}/{name}.png");
            picture.save(&cli.folder.join(file))?;
            if gallery::kept_of(name).contains(&looks) {
                picture.save(&gallery::kept_at(&cli.kept, browser, name, looks))?;
            }
        }
        Ok(())
    })
}

/// The panel beside an admin page, as a visitor of the store sees it.
fn for_store(cli: &Cli) -> anyhow::Result<()> {
    let options = Options::new(Browser::Chromium, &cli.extension);
    gallery::walk(&options, &mut |shop, name| {
        if FOR_STORE.contains(&name) {
            shop.driver.fit(STORE.0, STORE.1)?;
            let file = format!("target/store-pictures/{name}.png");
            shop.driver.screenshot(Path::new(&file))?;
        }
        Ok(())
    })
}

/// The main views in another language, found by their places: their names are in that language.
fn narrow(cli: &Cli, tag: &str) -> anyhow::Result<()> {
    for width in NARROW {
        let options = Options {
            size: (500, 1400),
            ..Options::new(cli.browser.unwrap_or(Browser::Chromium), &cli.extension)
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
