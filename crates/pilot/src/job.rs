//! The main job, done once from beginning to end through the real panel, and judged by what the
//! stores have afterwards.

use std::{
    path::Path,
    time::{Duration, Instant},
};

use serde::Serialize;

use crate::{Shop, shop::titles_in};

/// What came of it. Everything but the times is read from the sandbox.
#[derive(Clone, Debug, Serialize)]
pub struct Report {
    /// Which browser.
    pub browser: String,
    /// Groups of each side before, the default ones left out.
    pub groups_before: Before,
    /// How many POS has more afterwards.
    pub created_in_pos: usize,
    /// Whether every eCom title that the panel listed stands in POS, byte for byte, and nothing else
    /// changed on either side.
    pub byte_exact: bool,
    /// Writes of a second run.
    pub second_run_writes: usize,
    /// Calls of the job, the choice of the stores and both runs included.
    pub calls: ApiCalls,
    /// From the click on the launcher to the result of the second run.
    pub seconds: f64,
}

/// Numbers of groups.
#[derive(Clone, Copy, Debug, Serialize)]
pub struct Before {
    /// In POS.
    pub pos: usize,
    /// In eCom.
    pub ecom: usize,
}

/// Numbers of calls.
#[derive(Clone, Copy, Debug, Serialize)]
pub struct ApiCalls {
    /// To POS.
    pub pos: usize,
    /// To eCom.
    pub ecom: usize,
}

impl Report {
    /// Whether all of it is as it should be.
    #[must_use]
    pub const fn is_good(&self) -> bool {
        self.created_in_pos > 0 && self.byte_exact && self.second_run_writes == 0
    }
}

/// Copies what is missing in POS, with a picture of each step in `pictures`.
///
/// # Errors
/// If the panel does not get that far.
#[expect(clippy::disallowed_methods, reason = "how long it took, natively")]
pub fn copy_to_pos(shop: &Shop, pictures: Option<&Path>) -> anyhow::Result<Report> {
    let picture = |name: &str| match pictures {
        Some(folder) => shop.driver.screenshot(&folder.join(format!("{name}.png"))),
        None => Ok(()),
    };
    let (pos, ecom) = (shop.titles("pos")?, shop.titles("ecom")?);
    shop.control.clear_log()?;
    let begun = Instant::now();
    shop.driver.open_panel()?;
    shop.driver.find_role("button", "Use these two stores")?;
    picture("1-choose")?;
    shop.driver.press("button", "Use these two stores")?;
    shop.driver.find("table")?;
    picture("2-groups")?;
    let listed = listed_for_pos(shop)?;
    shop.press_create(listed.len(), "in POS")?;
    shop.wait_for_result()?;
    picture("3-result")?;
    let after = shop.control.state()?;
    shop.driver.press("button", "Close")?;
    let writes = shop.calls()?.writes;
    shop.driver.press("button", "Check again")?;
    shop.driver.find("table")?;
    let again = listed_for_pos(shop)?;
    picture("4-second-run")?;
    let calls = shop.calls()?;
    let created = titles_in(&after, "pos")?;
    let expected = pos.iter().chain(&listed);
    let byte_exact = sorted(expected) == sorted(&created)
        && listed.iter().all(|title| ecom.contains(title))
        && sorted(&titles_in(&after, "ecom")?) == sorted(&ecom)
        && again.is_empty();
    Ok(Report {
        browser: shop.driver.browser.to_string(),
        groups_before: Before {
            pos: pos.len(),
            ecom: ecom.len(),
        },
        created_in_pos: created.len().saturating_sub(pos.len()),
        byte_exact,
        second_run_writes: calls.writes - writes,
        calls: ApiCalls {
            pos: calls.pos,
            ecom: calls.ecom,
        },
        seconds: (begun.elapsed().max(Duration::ZERO).as_secs_f64() * 10.0).round() / 10.0,
    })
}

/// The titles that the card for POS lists, byte for byte.
fn listed_for_pos(shop: &Shop) -> anyhow::Result<Vec<String>> {
    let read = "return [...document.querySelectorAll('section.copy[aria-label=\"Missing in POS\"] .preview bdi')]
        .map(t => t.getAttribute('aria-label') ?? t.textContent)";
    let titles = shop.driver.js(read, &serde_json::json!([]))?;
    Ok(serde_json::from_value(titles)?)
}

fn sorted<'a>(titles: impl IntoIterator<Item = &'a String>) -> Vec<String> {
    let mut titles: Vec<String> = titles.into_iter().cloned().collect();
    titles.sort();
    titles
}
