//! How much memory a book of 100,000 customers a side takes that is opened, looked at, listed and
//! searched. Prints one line of JSON for `cargo xtask bench`. It runs itself once more, because the
//! peak of a process, that of the reading among it, never goes down.

mod stores;

use std::{env, io::Write, path::PathBuf, process::Command};

use stores::{filled, opened};
use tandem_core::{Fault, FaultKind, Sides, show::ListQuery};
use tandem_engine::Vault;

const CUSTOMERS: u32 = 100_000;

/// A folder with a file for each key. What is in it counts for no memory of ours.
struct Folder(PathBuf);

fn not_kept<T>(result: std::io::Result<T>) -> Result<T, Fault> {
    result.map_err(|_| Fault::of(FaultKind::NotKept))
}

impl Folder {
    fn file(&self, key: &str) -> PathBuf {
        self.0.join(key.replace('/', "%").replace(':', "="))
    }
}

impl Vault for Folder {
    async fn get(&self, key: &str) -> Result<Option<Vec<u8>>, Fault> {
        Ok(std::fs::read(self.file(key)).ok())
    }

    async fn keys(&self, prefix: &str) -> Result<Vec<String>, Fault> {
        let mut keys = Vec::new();
        for entry in not_kept(std::fs::read_dir(&self.0))? {
            let name = not_kept(entry)?.file_name();
            keys.push(name.to_string_lossy().replace('%', "/").replace('=', ":"));
        }
        keys.retain(|key| key.starts_with(prefix));
        keys.sort();
        Ok(keys)
    }

    async fn change(&self, put: Vec<(String, Vec<u8>)>, remove: Vec<String>) -> Result<(), Fault> {
        for (key, value) in put {
            not_kept(std::fs::write(self.file(&key), value))?;
        }
        for key in remove {
            drop(std::fs::remove_file(self.file(&key)));
        }
        Ok(())
    }
}

fn main() -> std::io::Result<()> {
    let folder = env::temp_dir().join(format!("tandem-book-{}", parent().unwrap_or_default()));
    if env::args().any(|word| word == "open") {
        return open(&Folder(folder));
    }
    let own = std::process::id();
    let folder = env::temp_dir().join(format!("tandem-book-{own}"));
    std::fs::create_dir_all(&folder)?;
    let before = peak();
    drop(filled(&Folder(folder.clone()), CUSTOMERS));
    let reading = peak().saturating_sub(before);
    let mut again = Command::new(env::current_exe()?);
    let ran = again.args(["open", &own.to_string()]).output();
    std::fs::remove_dir_all(&folder)?;
    let said = String::from_utf8_lossy(&ran?.stdout).into_owned();
    let mut told: serde_json::Value = serde_json::from_str(&said)?;
    if let Some(told) = told.as_object_mut() {
        told.insert("peak_of_reading".to_owned(), reading.into());
    }
    writeln!(std::io::stdout(), "{told}")
}

/// Who runs this, as it says behind "open".
fn parent() -> Option<String> {
    env::args().skip_while(|word| word != "open").nth(1)
}

fn open(vault: &Folder) -> std::io::Result<()> {
    let before = peak();
    let mut book = opened(vault);
    for search in ["", "quist", "mara 99"] {
        let page = book.list(&ListQuery {
            search: search.to_owned(),
            count: 50,
            ..ListQuery::default()
        });
        assert_eq!(page.rows.len(), 50, "{search}");
    }
    let texts = book.read.as_ref().map(|read| {
        let bytes = Sides::from_fn(|side| read.get(side).roster.bytes());
        bytes.pos + bytes.ecom
    });
    let line = serde_json::json!({
        "customers_a_side": CUSTOMERS,
        "agreed": book.archive.len(),
        "book_bytes": peak().saturating_sub(before),
        "list_bytes_a_record": texts.unwrap_or_default() / 200_000,
    });
    writeln!(std::io::stdout(), "{line}")
}

/// The most memory that this process has had, in bytes; 0 where the system does not say.
fn peak() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    let number = line.and_then(|line| line.split_whitespace().next());
    let kibibytes: Option<u64> = number.and_then(|number| number.parse().ok());
    kibibytes.unwrap_or_default() * 1024
}
