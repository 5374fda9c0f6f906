//! axe-core in the panel's page. It is brought by the driver, because the page's policy takes no
//! script from elsewhere.

use std::{fs, path::Path, sync::OnceLock};

use serde::Deserialize;
use serde_json::json;
use tandem_pilot::Driver;

/// Which rules are looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Rules {
    /// WCAG 2.2 up to AA, and what axe-core calls good practice.
    All,
    /// Contrast alone: the rest is the same in the dark.
    Contrast,
}

#[derive(Debug, Deserialize)]
struct Broken {
    id: String,
    nodes: Vec<String>,
}

/// What breaks a rule: the rule, and where.
pub(super) fn broken(driver: &Driver, rules: Rules) -> Vec<String> {
    if driver
        .js("return typeof axe === 'object'", &json!([]))
        .unwrap()
        != json!(true)
    {
        driver.js(source(), &json!([])).unwrap();
    }
    // Best practices of whole pages are not for a panel in a frame of another page.
    let options = match rules {
        Rules::All => json!({
            "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
            "resultTypes": ["violations"],
            "iframes": false,
        }),
        Rules::Contrast => json!({
            "runOnly": { "type": "rule", "values": ["color-contrast"] },
            "resultTypes": ["violations"],
            "iframes": false,
        }),
    };
    let run = "const [options, done] = arguments;
        axe.run(document, options).then(({ violations }) => done(violations.map(({ id, nodes }) => (
          { id, nodes: nodes.map(one => `${one.target.join(' ')} ${one.failureSummary}`) }))),
          error => done([{ id: String(error), nodes: ['axe-core itself'] }]))";
    let found: Vec<Broken> =
        serde_json::from_value(driver.js_async(run, &json!([options])).unwrap()).unwrap();
    let lines = found.into_iter().flat_map(|Broken { id, nodes }| {
        nodes.into_iter().map(move |node| format!("{id}: {node}"))
    });
    lines.collect()
}

/// The rules themselves, as `tests/axe` pins them, made known to whatever runs afterwards.
fn source() -> &'static str {
    static SOURCE: OnceLock<String> = OnceLock::new();
    SOURCE.get_or_init(|| {
        let file = std::env::var_os("TANDEM_AXE").map_or_else(
            || {
                let root = Path::new(env!("CARGO_MANIFEST_DIR"));
                root.join("target/axe/node_modules/axe-core/axe.min.js")
            },
            Into::into,
        );
        let read = fs::read_to_string(&file);
        assert!(
            read.is_ok(),
            "`cargo xtask setup` installs {}",
            file.display()
        );
        read.unwrap()
    })
}
