//! Every view and state of the panel, one after another in one browser: for pictures of all of them,
//! and for rules that hold everywhere.

mod customers;
mod groups;
mod rehearsal;
mod settings;
mod start;
mod trouble;

use std::path::{Path, PathBuf};

use crate::{Browser, Looks, Options, Shop};

/// How wide the panel is in an admin page, in CSS pixels.
pub const PANEL: u32 = 380;

/// The states of which a picture is kept, for the README and to notice a change by; and whether dark.
const KEPT: [(&str, bool); 21] = [
    ("choose", false),
    ("overview", false),
    ("signed-out", false),
    ("groups", false),
    ("groups", true),
    ("collision", false),
    ("result-with-a-failure", false),
    ("customers-empty", false),
    ("customers", false),
    ("customers", true),
    ("customer", false),
    ("review", false),
    ("review", true),
    ("review-person", false),
    ("preview-open", false),
    ("written", false),
    ("history-run", false),
    ("overview-in-step", false),
    ("overview-kept", true),
    ("settings", false),
    ("rehearsal-overview", false),
];

/// What is done at each state, with its name.
pub type Stop<'a> = &'a mut dyn FnMut(&Shop, &str) -> anyhow::Result<()>;

/// Goes through all of them and calls `stop` at each. The panel's frame is in use then, and has to be
/// in use afterwards.
///
/// # Errors
/// If a state is not reached, or what `stop` says.
pub fn walk(options: &Options, stop: Stop<'_>) -> anyhow::Result<()> {
    let shop = start::begin(options, stop)?;
    trouble::go(&shop, stop)?;
    groups::go(&shop, stop)?;
    customers::go(&shop, stop)?;
    settings::go(&shop, stop)?;
    trouble::end(&shop, stop)?;
    rehearsal::go(&shop, stop)
}

/// Of what state, and how, a picture is kept.
#[must_use]
pub fn kept_of(name: &str) -> Vec<Looks> {
    let of_it = KEPT.iter().filter(|(kept, _)| *kept == name);
    let looks = of_it.map(|(_, dark)| Looks {
        width: PANEL,
        dark: *dark,
    });
    looks.collect()
}

/// Where a kept picture lies, in the folder of all of them.
#[must_use]
pub fn kept_at(folder: &Path, browser: Browser, name: &str, looks: Looks) -> PathBuf {
    let dark = if looks.dark { "-dark" } else { "" };
    folder.join(format!("{browser}/{name}{dark}.png"))
}

/// Where it is kept with what they were made.
#[must_use]
pub fn made_with_at(folder: &Path, browser: Browser) -> PathBuf {
    folder.join(format!("{browser}/made-with.txt"))
}
