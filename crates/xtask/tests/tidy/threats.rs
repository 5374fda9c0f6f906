//! The tables of `SECURITY.md` and of the invariants in `ARCHITECTURE.md` name tests: those are there.

use super::{files, none_of, read, root};

/// The last cells of a page's tables, with the number of their line.
fn last_cells(page: &str) -> Vec<(usize, String)> {
    let text = read(page);
    let rows = (1..).zip(text.lines()).filter(|(_, line)| {
        let is_head =
            line.contains("| --- ") || line.ends_with("| test |") || line.contains("|---");
        line.starts_with('|') && line.matches(" | ").count() >= 2 && !is_head
    });
    rows.map(|(number, line)| {
        let cell = line.trim_end_matches('|').rsplit(" | ").next();
        (number, cell.unwrap_or_default().trim().to_owned())
    })
    .collect()
}

/// `a/{b,c}.rs` is two paths.
fn paths(told: &str) -> Vec<String> {
    let Some((before, rest)) = told.split_once('{') else {
        return vec![told.to_owned()];
    };
    let Some((either, after)) = rest.split_once('}') else {
        return vec![told.to_owned()];
    };
    let either = either.split(',');
    either.map(|one| format!("{before}{one}{after}")).collect()
}

/// What is in backticks.
fn code(cell: &str) -> Vec<&str> {
    cell.split('`').skip(1).step_by(2).collect()
}

fn is_a_name(word: &str) -> bool {
    let is_of_one = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_';
    word.contains('_') && word.chars().all(is_of_one)
}

/// What a cell names and is not there.
fn missing(cell: &str, sources: &[(String, String)]) -> Vec<String> {
    let mut missing = Vec::new();
    for word in code(cell) {
        if word.contains('/') && !word.contains(' ') {
            let is_there = |path: &String| {
                let path = root().join(path);
                path.exists() || path.with_extension("rs").exists()
            };
            missing.extend(paths(word).into_iter().filter(|path| !is_there(path)));
        } else if is_a_name(word) {
            let test = format!("fn {word}(");
            if !sources.iter().any(|(_, text)| text.contains(&test)) {
                missing.push(word.to_owned());
            }
        }
    }
    missing
}

#[test]
fn every_test_that_the_tables_name_is_there() {
    let sources = [
        files("tests", "rs"),
        files("crates", "rs"),
        files("src", "rs"),
    ]
    .concat();
    let mut lacking = Vec::new();
    for page in ["SECURITY.md", "ARCHITECTURE.md"] {
        for (number, cell) in last_cells(page) {
            let missing = missing(&cell, &sources).into_iter();
            lacking.extend(missing.map(|what| format!("{page}:{number}: {what}")));
        }
    }
    none_of("a table names a test that is not there", &lacking);
}

#[test]
fn every_threat_has_its_test() {
    let rows = last_cells("SECURITY.md");
    assert!(rows.len() > 25, "{} rows", rows.len());
    let bare = rows
        .into_iter()
        .filter(|(_, cell)| code(cell).is_empty() && cell != "the same");
    let bare: Vec<String> = bare
        .map(|(line, cell)| format!("SECURITY.md:{line}: {cell}"))
        .collect();
    none_of("a threat without a test is a hope", &bare);
}
