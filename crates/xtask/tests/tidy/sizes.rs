//! How long things may get.

use super::{files, none_of, without_tests};

/// Longest file, its inline tests left out.
const FILE: usize = 400;
/// Longest function.
const FUNCTION: usize = 60;
/// Longest function of a view, which is mostly markup.
const VIEW: usize = 80;
/// Longest JavaScript shell.
const SHELL: usize = 80;

#[test]
fn files_stay_short() {
    let mut long = Vec::new();
    for (path, text) in files("", "rs py") {
        let lines = without_tests(&text).lines().count();
        if lines > FILE {
            long.push(format!("{path}: {lines} lines, at most {FILE}"));
        }
    }
    none_of("split these where a reader would", &long);
}

#[test]
fn functions_stay_short() {
    let mut long = Vec::new();
    for (path, text) in files("", "rs") {
        let is_view = path.starts_with("src/panel/view/");
        let most = if is_view { VIEW } else { FUNCTION };
        for (name, lines) in functions(without_tests(&text)) {
            if lines > most {
                long.push(format!("{path}: {name} has {lines} lines, at most {most}"));
            }
        }
    }
    none_of("give the parts of these names", &long);
}

#[test]
fn shells_stay_short() {
    let mut long = Vec::new();
    for (path, text) in files("extension", "js") {
        let lines = text.lines().count();
        if lines > SHELL {
            long.push(format!("{path}: {lines} lines, at most {SHELL}"));
        }
    }
    none_of("a shell only connects; what decides belongs to Rust", &long);
}

/// Each function's first line and how many lines it has.
fn functions(text: &str) -> Vec<(&str, usize)> {
    let lines: Vec<&str> = text.lines().collect();
    let starts = (0..lines.len()).filter(|&at| begins_function(lines[at]));
    starts
        .map(|at| (lines[at].trim(), length(&lines[at..])))
        .collect()
}

/// `pub(crate) async fn name(` and its like.
fn begins_function(line: &str) -> bool {
    let Some((before, _)) = line.split_once("fn ") else {
        return false;
    };
    let modifiers = "pub(crate) pub(super) pub const async unsafe extern";
    before
        .split_whitespace()
        .all(|word| modifiers.split(' ').any(|modifier| modifier == word))
}

/// The formatter puts a function's last brace into the column where the function begins, which is
/// all the grammar that this needs.
fn length(lines: &[&str]) -> usize {
    let first = lines[0];
    let indent = first.len() - first.trim_start().len();
    let last = format!("{}}}", " ".repeat(indent));
    let ends_head = |line: &&str| line.ends_with(['{', ';', '}']);
    let head = lines.iter().position(ends_head).unwrap_or(0);
    if lines[head].ends_with('{') {
        lines.iter().position(|line| *line == last).unwrap_or(head) + 1
    } else {
        head + 1
    }
}

#[test]
fn functions_are_measured() {
    let text = "fn one() {\n    let a = 1;\n}\n\npub(crate) const fn two(\n    a: u8,\n) -> u8 {\n    a\n}\n\n\
                trait T {\n    fn three(&self);\n    fn four() {}\n}\n";
    let measured: Vec<usize> = functions(text)
        .into_iter()
        .map(|(_, lines)| lines)
        .collect();
    assert_eq!(measured, [3, 5, 1, 1]);
}
