//! The page of a rehearsal: the panel's page with another shell, in the extension and as `trunk serve`
//! shows it.

use std::{fs, path::Path};

use anyhow::{Context, ensure};

use crate::pack::Package;

/// How the panel's page is started.
const PANEL: &str = r#"<script type="module" src="panel.js"></script>"#;

/// How a rehearsal is: with looks of its own, and held by the browser to its own files.
const REHEARSAL: &str = r#"<link rel="stylesheet" href="css/rehearsal.css">
    <meta http-equiv="Content-Security-Policy" content="connect-src 'self'">
    <script type="module" src="rehearsal.js"></script>"#;

/// The shells that the page of a rehearsal is started with.
const SHELLS: [&str; 7] = [
    "rehearsal.js",
    "own.js",
    "twin.js",
    "copy.js",
    "stand-in.js",
    "background.js",
    "panel.js",
];

/// The panel's page in rehearsal.
pub(crate) fn in_rehearsal(page: &[u8]) -> anyhow::Result<Vec<u8>> {
    let page = String::from_utf8(page.to_vec()).context("the page is no UTF-8")?;
    let starts = page.matches(PANEL).count();
    ensure!(starts == 1, "the page must have the line {PANEL} once");
    Ok(page.replace(PANEL, REHEARSAL).into_bytes())
}

/// Has the page in `folder` start a rehearsal, and puts beside it what that loads.
pub(crate) fn put(package: &Package, folder: &Path) -> anyhow::Result<()> {
    let index = folder.join("index.html");
    let page = fs::read(&index).with_context(|| format!("{}", index.display()))?;
    fs::write(&index, in_rehearsal(&page)?)?;
    let folders = ["css/", "locales/", "wasm/"];
    package.write_into(folder, |path| {
        SHELLS.contains(&path) || folders.iter().any(|of| path.starts_with(of))
    })
}

#[cfg(test)]
mod tests {
    use clap::Parser as _;

    use super::*;
    use crate::{Cli, Command, shell::root};

    /// What stands behind `name = ` in Trunk's configuration, which is as simple as that.
    fn set(name: &str) -> Vec<String> {
        let text = fs::read_to_string(root().join("Trunk.toml")).unwrap();
        let lines = text.lines().filter_map(|line| line.split_once(" = "));
        let mut found = lines.filter(|(key, _)| *key == name);
        let (_, value) = found.next().unwrap_or_else(|| panic!("no {name}"));
        assert!(found.next().is_none(), "{name} stands twice");
        match serde_json::from_str(value).unwrap() {
            serde_json::Value::String(one) => vec![one],
            list => serde_json::from_value(list).unwrap(),
        }
    }

    #[test]
    fn trunk_finds_the_page_and_its_hook_makes_it_a_rehearsal() {
        let [target] = set("target").try_into().unwrap();
        let page = fs::read(root().join(target)).unwrap();
        let folder = tempfile();
        fs::write(folder.join("index.html"), page).unwrap();
        let mut package = Package::default();
        for path in ["panel.js", "content.js", "wasm/twin.js", "manifest.json"] {
            package.add(path, b"built".to_vec());
        }
        put(&package, &folder).unwrap();
        let made = fs::read_to_string(folder.join("index.html")).unwrap();
        assert!(made.contains(REHEARSAL) && !made.contains(PANEL), "{made}");
        assert!(folder.join("wasm/twin.js").exists() && folder.join("panel.js").exists());
        assert!(!folder.join("manifest.json").exists() && !folder.join("content.js").exists());
        assert!(put(&package, &folder).is_err(), "it is one already");
        fs::remove_dir_all(folder).unwrap();
    }

    fn tempfile() -> std::path::PathBuf {
        let folder = root().join("target/page-test");
        drop(fs::remove_dir_all(&folder));
        fs::create_dir_all(&folder).unwrap();
        folder
    }

    #[test]
    fn trunks_hook_is_a_command_of_ours_and_all_that_it_watches_is_there() {
        assert_eq!(set("stage"), ["post_build"], "after the page was written");
        let [command] = set("command").try_into().unwrap();
        let [first, rest @ ..] = &*set("command_arguments") else {
            panic!("no arguments");
        };
        assert_eq!((command.as_str(), first.as_str()), ("cargo", "xtask"));
        let words = std::iter::once("xtask").chain(rest.iter().map(String::as_str));
        let parsed = Cli::try_parse_from(words).map(|cli| cli.command);
        assert!(matches!(parsed, Ok(Command::Page)), "what Trunk runs");
        for path in set("watch") {
            assert!(root().join(&path).is_dir(), "{path}");
        }
    }

    #[test]
    fn every_shell_that_a_rehearsal_imports_is_put_beside_it() {
        for shell in SHELLS {
            let text = fs::read_to_string(root().join("extension").join(shell)).unwrap();
            let imports = text.split("import ").skip(1);
            for import in imports.filter_map(|line| line.lines().next()) {
                let Some((_, path)) = import.split_once("'./") else {
                    continue;
                };
                let path = path.trim_end_matches(['\'', ';']);
                let is_put = SHELLS.contains(&path) || path.starts_with("wasm/");
                assert!(is_put, "{shell} imports {path}");
            }
        }
    }
}
