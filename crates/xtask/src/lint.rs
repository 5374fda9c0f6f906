//! The step `web-ext`: what Mozilla checks of an add-on before it takes it, over the built package.
//! The checker is pinned with all that it needs in `tests/store`, and installed below `target`.

use anyhow::{Context, bail, ensure};
use serde_json::Value;

use crate::{dist::Flavour, npm, shell::program};

/// The warnings that are known, and why each stays: code, file.
const KNOWN: [(&str, &str); 3] = [
    // Chromium's key beside Firefox's; one manifest serves both.
    ("BACKGROUND_SERVICE_WORKER_IGNORED", "manifest.json"),
    // Tandem does not offer itself to Firefox for Android.
    (
        "KEY_FIREFOX_ANDROID_UNSUPPORTED_BY_MIN_VERSION",
        "manifest.json",
    ),
    // A function of Yew for markup as it is. The panel never calls it: a test looks for that.
    ("UNSAFE_VAR_ASSIGNMENT", "wasm/panel.js"),
];

/// Checks the shipped package: no error, and no warning that is not known.
pub(crate) fn check() -> anyhow::Result<()> {
    let checker = npm::installed("store", "node_modules/.bin/web-ext")?;
    // It fails where there are errors; what it says is read either way.
    let report = program(checker)
        .args(["lint", "--output", "json", "--no-config-discovery"])
        .arg("--source-dir")
        .arg(Flavour::Shipped.folder())
        .read_anyway()?;
    let report: Value = serde_json::from_str(&report).context("what web-ext says")?;
    let errors = messages(&report, "errors");
    if !errors.is_empty() {
        bail!("web-ext finds errors:\n{}", errors.join("\n"));
    }
    let unknown = messages(&report, "warnings");
    ensure!(
        unknown.is_empty(),
        "web-ext warns anew:\n{}",
        unknown.join("\n")
    );
    eprintln!(
        "web-ext: 0 errors, no warning beyond {} known ones",
        KNOWN.len()
    );
    Ok(())
}

/// A line for each message of a kind that is not known.
fn messages(report: &Value, kind: &str) -> Vec<String> {
    let all = report.get(kind).and_then(Value::as_array);
    let text = |one: &Value, name: &str| {
        let text = one.get(name).and_then(Value::as_str);
        text.unwrap_or_default().to_owned()
    };
    let lines = all.into_iter().flatten().filter_map(|one| {
        let (code, file) = (text(one, "code"), text(one, "file"));
        let is_known = KNOWN.contains(&(code.as_str(), file.as_str()));
        (!is_known).then(|| format!("{code} in {file}: {}", text(one, "message")))
    });
    lines.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_known_is_no_news_and_anything_else_is() {
        let report = serde_json::json!({ "warnings": [
            { "code": "UNSAFE_VAR_ASSIGNMENT", "file": "wasm/panel.js", "message": "m" },
            { "code": "UNSAFE_VAR_ASSIGNMENT", "file": "content.js", "message": "m" },
        ] });
        assert_eq!(
            messages(&report, "warnings"),
            ["UNSAFE_VAR_ASSIGNMENT in content.js: m"]
        );
        assert!(messages(&report, "errors").is_empty());
    }
}
