//! The contrast of every pair of tokens that can meet, light and dark, by WCAG's own formula; and that
//! no style uses a colour that is not among them.

use std::{collections::BTreeMap, fs, path::Path};

/// What text may be in, on any ground.
const TEXTS: [&str; 7] = ["ink", "ink-soft", "accent", "good", "warn", "bad", "info"];

/// What text may stand on.
const GROUNDS: [&str; 7] = [
    "paper",
    "surface",
    "sunken",
    "raised",
    "accent-wash",
    "warn-wash",
    "info-wash",
];

/// Text on these alone.
const ON_ACCENT: [&str; 2] = ["accent", "accent-strong"];

/// Lines that tell something: the edge of a control, the focus, the side of a store.
const SIGNS: [&str; 7] = [
    "line-strong",
    "accent",
    "pos",
    "ecom",
    "good",
    "warn",
    "bad",
];

/// What signs stand on.
const SIGN_GROUNDS: [&str; 3] = ["paper", "surface", "sunken"];

/// What WCAG asks of text, and of what is no text.
const OF_TEXT: f64 = 4.5;
const OF_SIGNS: f64 = 3.0;

type Tokens = BTreeMap<String, [u8; 3]>;

fn css(name: &str) -> String {
    let file = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("static/css")
        .join(name);
    fs::read_to_string(file).unwrap()
}

fn all_css() -> String {
    ["panel.css", "customers.css", "flow.css", "charts.css"]
        .map(css)
        .concat()
}

/// The colours of a block of tokens.
fn tokens(block: &str) -> Tokens {
    let lines = block.lines().filter_map(|line| {
        let (name, value) = line.trim().strip_prefix("--")?.split_once(": #")?;
        let value = u32::from_str_radix(value.trim_end_matches(';'), 16).ok()?;
        let [_, red, green, blue] = value.to_be_bytes();
        Some((name.to_owned(), [red, green, blue]))
    });
    lines.collect()
}

/// The tokens in the light, and in the dark, where some are others.
fn schemes() -> [(&'static str, Tokens); 2] {
    let panel = css("panel.css");
    let mut blocks = panel
        .split(":root {")
        .skip(1)
        .map(|rest| rest.split('}').next().unwrap());
    let light = tokens(blocks.next().unwrap());
    let mut dark = light.clone();
    dark.extend(tokens(blocks.next().unwrap()));
    assert!(light != dark && light.len() >= 20);
    [("light", light), ("dark", dark)]
}

/// How bright a colour is, by WCAG 2.
fn luminance(colour: [u8; 3]) -> f64 {
    let linear = colour.map(|channel| {
        let part = f64::from(channel) / 255.0;
        if part <= 0.04045 {
            part / 12.92
        } else {
            ((part + 0.055) / 1.055).powf(2.4)
        }
    });
    0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
}

fn contrast(one: [u8; 3], other: [u8; 3]) -> f64 {
    let (one, other) = (luminance(one) + 0.05, luminance(other) + 0.05);
    (one / other).max(other / one)
}

fn poor(fronts: &[&str], grounds: &[&str], least: f64) -> Vec<String> {
    let mut poor = Vec::new();
    for (scheme, tokens) in schemes() {
        for front in fronts {
            for ground in grounds {
                let found = contrast(tokens[*front], tokens[*ground]);
                if found < least {
                    poor.push(format!("{scheme}: {front} on {ground} is {found:.2}"));
                }
            }
        }
    }
    poor
}

#[test]
fn every_text_can_be_read_on_every_ground() {
    assert_eq!(poor(&TEXTS, &GROUNDS, OF_TEXT), Vec::<String>::new());
    assert_eq!(
        poor(&["on-accent"], &ON_ACCENT, OF_TEXT),
        Vec::<String>::new()
    );
}

#[test]
fn every_sign_can_be_told_from_its_ground() {
    assert_eq!(poor(&SIGNS, &SIGN_GROUNDS, OF_SIGNS), Vec::<String>::new());
}

#[test]
fn no_style_uses_another_colour() {
    let css = all_css();
    let named = |property: &str| -> Vec<String> {
        let used = css.split(property).skip(1);
        let used = used.filter_map(|rest| Some(rest.strip_prefix(": var(--")?.split_once(')')?.0));
        used.map(str::to_owned).collect()
    };
    let texts = named(" color");
    let grounds = named("background");
    assert!(texts.len() > 20 && grounds.len() > 15);
    let known = |name: &String| {
        let name = name.as_str();
        TEXTS.contains(&name) || SIGNS.contains(&name) || name == "on-accent"
    };
    assert_eq!(texts.into_iter().find(|name| !known(name)), None);
    let known = |name: &String| {
        let name = name.as_str();
        GROUNDS.contains(&name) || ON_ACCENT.contains(&name)
    };
    assert_eq!(grounds.into_iter().find(|name| !known(name)), None);
}

#[test]
fn the_formula_is_that_of_wcag() {
    assert!((contrast([255; 3], [0; 3]) - 21.0).abs() < 0.001);
    assert!((contrast([0x77; 3], [255; 3]) - 4.478).abs() < 0.001);
}
