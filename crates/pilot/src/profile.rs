//! What a browser keeps on disk: its profile, searched byte by byte as somebody would who holds it.

use std::{
    collections::{BTreeSet, HashMap},
    fs,
    path::Path,
};

use anyhow::Context;
use walkdir::WalkDir;

use crate::wait::{PATIENCE, wait_until};

/// What Chromium has in its profile while it runs. The driver of Firefox waits by itself.
const LOCK: &str = "SingletonLock";

/// How much of a word has to be equal before the rest is compared.
const HEAD: usize = 4;

/// A profile; removed when it is dropped.
#[derive(Debug)]
pub struct Profile(tempfile::TempDir);

impl Profile {
    pub(crate) fn new() -> anyhow::Result<Self> {
        let folder = tempfile::Builder::new().prefix("tandem-profile-").tempdir();
        Ok(Self(folder?))
    }

    pub(crate) fn path(&self) -> &Path {
        self.0.path()
    }

    /// Waits until the browser is gone, so that everything is written.
    pub(crate) fn wait_until_left(&self) -> anyhow::Result<()> {
        wait_until("the browser left its profile", PATIENCE, || {
            Ok(fs::symlink_metadata(self.path().join(LOCK)).is_err())
        })
    }

    /// The files, each with its path below the profile.
    ///
    /// # Errors
    /// If one cannot be read; those that vanish meanwhile are left out.
    pub fn files(&self) -> anyhow::Result<Vec<(String, Vec<u8>)>> {
        let mut files = Vec::new();
        for entry in WalkDir::new(self.path()).into_iter().flatten() {
            if !entry.file_type().is_file() {
                continue;
            }
            let name = entry.path().strip_prefix(self.path())?;
            let name = name.to_string_lossy().into_owned();
            match fs::read(entry.path()) {
                Ok(bytes) => files.push((name, bytes)),
                Err(error) if error.kind() == std::io::ErrorKind::NotFound => {}
                Err(error) => return Err(error).context(name),
            }
        }
        Ok(files)
    }

    /// Which of `words` are in which file, as UTF-8 or as UTF-16. Words of fewer than four bytes
    /// are in none.
    ///
    /// # Errors
    /// As [`Self::files`].
    pub fn mentions(&self, words: &[String]) -> anyhow::Result<BTreeSet<(String, String)>> {
        let mut found = BTreeSet::new();
        let spelled: Vec<(&String, Vec<u8>)> = words.iter().flat_map(spellings).collect();
        let mut by_head: HashMap<&[u8], Vec<(&String, &[u8])>> = HashMap::new();
        for (word, bytes) in &spelled {
            if let Some((head, rest)) = bytes.split_at_checked(HEAD).filter(|_| word.len() >= HEAD)
            {
                by_head.entry(head).or_default().push((word, rest));
            }
        }
        for (file, bytes) in self.files()? {
            for (at, head) in bytes.windows(HEAD).enumerate() {
                let Some(all) = by_head.get(head) else {
                    continue;
                };
                let behind = bytes.get(at + HEAD..).unwrap_or_default();
                let here = all.iter().filter(|(_, rest)| behind.starts_with(rest));
                found.extend(here.map(|(word, _)| (file.clone(), (*word).clone())));
            }
        }
        Ok(found)
    }
}

/// A word as bytes: both encodings in which browsers keep text.
fn spellings(word: &String) -> [(&String, Vec<u8>); 2] {
    let wide = word.encode_utf16().flat_map(u16::to_le_bytes).collect();
    [(word, word.as_bytes().to_vec()), (word, wide)]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_found_in_both_encodings() {
        let profile = Profile::new().unwrap();
        let wide: Vec<u8> = "Zoë Field"
            .encode_utf16()
            .flat_map(u16::to_le_bytes)
            .collect();
        fs::create_dir(profile.path().join("idb")).unwrap();
        fs::write(
            profile.path().join("idb/1"),
            [b"..", wide.as_slice()].concat(),
        )
        .unwrap();
        fs::write(profile.path().join("2"), "a Zoë F. zoe@example.test!").unwrap();
        let words = ["Zoë Field", "zoe@example.test", "nobody", "Zo"].map(str::to_owned);
        let found: Vec<_> = profile.mentions(&words).unwrap().into_iter().collect();
        let expected = [("2", "zoe@example.test"), ("idb/1", "Zoë Field")];
        assert_eq!(
            found,
            expected.map(|(file, word)| (file.to_owned(), word.to_owned()))
        );
    }
}
