//! What runs in a browser over the extension as it ships: the panel on its host page against an empty
//! frame, and the panel over a large shop.

use anyhow::Context;
use serde_json::{Value, json};

use super::{Measured, pilot, table::Table};
use crate::dist::{self, Flavour, Profile};

const BROWSERS: [&str; 2] = ["chromium", "firefox"];

/// How many people the large shop has, unless everything is measured: a seventh.
const PEOPLE: &str = "13700";
const PEOPLE_FULL: &str = "115000";

/// The panel against an empty frame.
pub(super) fn page() -> anyhow::Result<Measured> {
    let figures = in_browsers("page", &[])?;
    let mut table = Table::new([
        "the panel on its host page",
        "Chromium",
        "its floor",
        "Firefox",
        "its floor",
    ]);
    for (about, name) in [
        ("first paint after the click, ms", "first_paint_ms"),
        ("interactive, ms", "interactive_ms"),
        ("frame on screen, ms", "frame_shown_ms"),
        ("gone after the click on Close, ms", "closed_ms"),
        ("long tasks on the host page", "long_tasks"),
        ("layout shift of the host page", "layout_shift"),
        (
            "openings that moved anything of it",
            "openings_that_moved_something",
        ),
        (
            "longest gap between two of its frames, ms",
            "longest_gap_between_frames_ms",
        ),
    ] {
        let of = |at: usize, which: &str| {
            told(figures.pointer(&format!("/{at}/figures/{which}/{name}")))
        };
        table.add([
            about.to_owned(),
            of(0, "panel"),
            of(0, "empty_page"),
            of(1, "panel"),
            of(1, "empty_page"),
        ]);
    }
    let times = |at: usize| {
        let place = format!("/{at}/figures/first_paint_against_the_floor");
        told(figures.pointer(&place))
    };
    let note = format!(
        "First paint against the floor: {} times in Chromium, {} in Firefox; the aim is 1.5.",
        times(0),
        times(1)
    );
    Ok(Measured {
        tables: vec![table],
        notes: vec![note],
        figures,
    })
}

/// The rows over a large shop, and where each figure is.
const STRAIN: [(&str, &str); 11] = [
    ("people", "people"),
    ("lines of the list", "listed"),
    ("first reading, seconds", "reading/seconds"),
    ("the background's wasm at most, MB", "reading/peak_mb"),
    (
        "the same after scrolling and searching, MB",
        "reading/used_mb",
    ),
    ("preview of everything, seconds", "running/preview_seconds"),
    ("changes in it", "running/changes"),
    (
        "the same after its run was begun, MB",
        "running/background_mb",
    ),
    ("opened again, seconds", "reopening/seconds"),
    ("the same, opened again, MB", "reopening/background_mb"),
    ("the panel's wasm, MB", "panel_mb"),
];

/// The panel over a large shop.
pub(super) fn strain(full: bool) -> anyhow::Result<Measured> {
    let people = if full { PEOPLE_FULL } else { PEOPLE };
    let figures = in_browsers("strain", &["--customers", people])?;
    let mut table = Table::new(["a large shop", "Chromium", "Firefox"]);
    let both =
        |place: &str| [0, 1].map(|at| told(figures.pointer(&format!("/{at}/figures/{place}"))));
    let mut add = |about: String, place: &str| {
        let [chromium, firefox] = both(place);
        table.add([about, chromium, firefox]);
    };
    for (about, place) in STRAIN {
        add(about.to_owned(), place);
    }
    let first = |list: &str| {
        let place = format!("/0/figures/{list}");
        figures.pointer(&place).and_then(Value::as_array).cloned()
    };
    for (at, one) in first("scrolling").unwrap_or_default().iter().enumerate() {
        let pixels = told(one.get("pixels_a_frame"));
        let about = format!("frames under 20 ms at {pixels} pixels a frame, %");
        add(about, &format!("scrolling/{at}/quick_percent"));
    }
    for (at, one) in first("searching").unwrap_or_default().iter().enumerate() {
        let (words, found) = (told(one.get("words")), told(one.get("found")));
        let about = format!("search for {words}, {found} found, ms");
        add(about, &format!("searching/{at}/median_ms"));
    }
    let all = figures.as_array().into_iter().flatten();
    let missed = all.flat_map(|browser| {
        let lines = browser.get("said").and_then(Value::as_array);
        let name = told(browser.get("browser"));
        let lines = lines
            .into_iter()
            .flatten()
            .map(move |line| format!("{name}: {}", told(Some(line))));
        lines.collect::<Vec<_>>()
    });
    Ok(Measured {
        tables: vec![table],
        notes: missed.collect(),
        figures,
    })
}

/// A figure as it is written in a table.
fn told(figure: Option<&Value>) -> String {
    match figure {
        None | Some(Value::Null) => "not told".to_owned(),
        Some(Value::String(text)) => text.clone(),
        Some(Value::Number(number)) => match number.as_f64() {
            Some(number) if number.fract() != 0.0 => {
                let tenths = format!("{number:.2}");
                tenths
                    .trim_end_matches('0')
                    .trim_end_matches('.')
                    .to_owned()
            }
            _ => number.to_string().trim_end_matches(".0").to_owned(),
        },
        Some(spread) => match (spread.get("median"), spread.get("half_range")) {
            (Some(median), Some(half)) => {
                format!("{} \u{b1} {}", told(Some(median)), told(Some(half)))
            }
            _ => spread.to_string(),
        },
    }
}

/// Runs a program of the pilot in both browsers.
fn in_browsers(program: &str, args: &[&str]) -> anyhow::Result<Value> {
    dist::build(Flavour::Sandbox, Profile::Ship)?;
    let mut figures = Vec::new();
    for browser in BROWSERS {
        let said = pilot(program)
            .arg("--extension")
            .arg(Flavour::Sandbox.folder())
            .args(["--browser", browser])
            .args(args)
            .read_anyway()?;
        let (json, rest) = split(&said).context(browser)?;
        figures.push(json!({ "browser": browser, "figures": json, "said": rest }));
    }
    Ok(Value::Array(figures))
}

/// The JSON that a program printed first, and the lines behind it.
fn split(said: &str) -> anyhow::Result<(Value, Vec<String>)> {
    let mut all = serde_json::Deserializer::from_str(said).into_iter::<Value>();
    let first = all.next().context("nothing was measured")??;
    let rest = said.get(all.byte_offset()..).unwrap_or_default();
    let rest = rest.lines().filter(|line| !line.is_empty());
    Ok((first, rest.map(str::to_owned).collect()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_are_told_apart_from_what_is_said_of_them() {
        let (figures, rest) = split("{\"a\": [1, 2]}\n\nMISSED: b\n").unwrap();
        assert_eq!(figures, json!({ "a": [1, 2] }));
        assert_eq!(rest, ["MISSED: b"]);
        assert!(split("").is_err());
    }

    #[test]
    fn figures_as_a_table_has_them() {
        let spread = json!({ "median": 10.25, "half_range": 3.0 });
        assert_eq!(told(Some(&spread)), "10.25 \u{b1} 3");
        assert_eq!(told(Some(&json!(100))), "100");
        assert_eq!(told(Some(&Value::Null)), "not told");
    }
}
