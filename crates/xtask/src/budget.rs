//! How many bytes each part of the package may have, and how many it has. A change that needs more
//! raises the budget here, in its own commit, where a reader sees it.

use std::io::Write;

use anyhow::bail;
use flate2::{Compression, write::GzEncoder};
use serde_json::{Value, json};

use crate::pack::Package;

/// What a part may have. Bytes as they are, or as the package's reader would fetch them (brotli).
struct Budget {
    /// What it is called in the table.
    part: &'static str,
    /// Its files: those whose path begins so.
    files: &'static [&'static str],
    most: Most,
}

/// In what a budget is given.
enum Most {
    /// As they lie there.
    Raw(usize),
    /// Packed with brotli at its best.
    Brotli(usize),
}

/// The budgets. `docs/performance.md` says how they stand to the aims, and why.
const BUDGETS: [Budget; 7] = [
    Budget {
        part: "panel, wasm",
        files: &["wasm/panel_bg.wasm"],
        most: Most::Brotli(440_000),
    },
    Budget {
        part: "background, wasm",
        files: &["wasm/background_bg.wasm"],
        most: Most::Brotli(830_000),
    },
    // Loaded where somebody rehearses, and nowhere else.
    Budget {
        part: "twin, wasm",
        files: &["wasm/twin_bg.wasm"],
        most: Most::Brotli(430_000),
    },
    // What every admin page gets, whether anybody opens the panel or not.
    Budget {
        part: "content script",
        files: &["content.js"],
        most: Most::Raw(4_096),
    },
    // It reads an answer bit by bit, so that none goes beyond what is taken.
    Budget {
        part: "relay beside it",
        files: &["relay.js"],
        most: Most::Raw(3_584),
    },
    Budget {
        part: "glue and shells",
        files: &[
            "wasm/panel.js",
            "wasm/background.js",
            "wasm/twin.js",
            "panel.js",
            "background.js",
            "rehearsal.js",
            "own.js",
            "copy.js",
            "stand-in.js",
            "twin.js",
        ],
        most: Most::Brotli(22_000),
    },
    Budget {
        part: "words and looks",
        files: &[
            "locales/",
            "_locales/",
            "css/",
            "panel.html",
            "tab.html",
            "icons/",
        ],
        most: Most::Brotli(72_000),
    },
];

/// The most that the whole package may have, as a browser's store hands it out.
const PACKAGE: usize = 2_400_000;

/// Bytes of something, in three ways.
#[derive(Clone, Copy, Default)]
pub(crate) struct Sizes {
    raw: usize,
    gzip: usize,
    brotli: usize,
}

impl Sizes {
    fn of(bytes: &[u8]) -> anyhow::Result<Self> {
        let mut gzip = GzEncoder::new(Vec::new(), Compression::best());
        gzip.write_all(bytes)?;
        let mut brotli = Vec::new();
        // The largest window that every browser takes.
        let params = brotli::enc::BrotliEncoderParams {
            quality: 11,
            lgwin: 24,
            ..Default::default()
        };
        brotli::BrotliCompress(&mut &*bytes, &mut brotli, &params)?;
        Ok(Self {
            raw: bytes.len(),
            gzip: gzip.finish()?.len(),
            brotli: brotli.len(),
        })
    }
}

/// A line of the table.
pub(crate) struct Row {
    part: &'static str,
    sizes: Sizes,
    budget: (&'static str, usize),
}

impl Row {
    fn has(&self) -> usize {
        match self.budget.0 {
            "brotli" => self.sizes.brotli,
            "zip" => self.sizes.gzip,
            _ => self.sizes.raw,
        }
    }

    /// As the report of `cargo xtask bench` has it.
    pub(crate) fn json(&self) -> Value {
        let Sizes { raw, gzip, brotli } = self.sizes;
        let (unit, most) = self.budget;
        json!({ "part": self.part, "raw": raw, "gzip": gzip, "brotli": brotli,
            "budget": most, "budget_of": unit })
    }
}

/// Weighs every part, and the whole package last.
pub(crate) fn weigh(package: &Package) -> anyhow::Result<Vec<Row>> {
    let mut rows = Vec::new();
    for budget in BUDGETS {
        let bytes = package.concatenated(budget.files);
        if bytes.is_empty() {
            bail!("the package has no {}: {:?}", budget.part, budget.files);
        }
        rows.push(Row {
            part: budget.part,
            sizes: Sizes::of(&bytes)?,
            budget: match budget.most {
                Most::Raw(most) => ("raw", most),
                Most::Brotli(most) => ("brotli", most),
            },
        });
    }
    let sum = |of: fn(&Sizes) -> usize| rows.iter().map(|row| of(&row.sizes)).sum();
    let whole = Sizes {
        raw: package.bytes(),
        gzip: package.zip()?.len(),
        brotli: sum(|sizes| sizes.brotli),
    };
    rows.push(Row {
        part: "the package (its zip)",
        sizes: whole,
        budget: ("zip", PACKAGE),
    });
    Ok(rows)
}

/// Fails where a part has more than it may have.
pub(crate) fn check(package: &Package) -> anyhow::Result<()> {
    let rows = weigh(package)?;
    for line in table(&rows) {
        eprintln!("{line}");
    }
    let over = rows.iter().filter(|row| row.has() > row.budget.1);
    let over: Vec<String> = over
        .map(|row| {
            let (unit, most) = row.budget;
            format!("{}: {} bytes ({unit}), at most {most}", row.part, row.has())
        })
        .collect();
    if over.is_empty() {
        return Ok(());
    }
    bail!(
        "over budget (crates/xtask/src/budget.rs):\n{}",
        over.join("\n")
    )
}

impl Row {
    /// What the row says, for a table of five columns.
    pub(crate) fn cells(&self) -> [String; 5] {
        let Sizes { raw, gzip, brotli } = self.sizes;
        let (unit, most) = self.budget;
        let [raw, gzip, brotli] = [raw, gzip, brotli].map(|bytes| bytes.to_string());
        [
            self.part.to_owned(),
            raw,
            gzip,
            brotli,
            format!("{most} {unit}"),
        ]
    }
}

/// The table, a line a row.
pub(crate) fn table(rows: &[Row]) -> Vec<String> {
    let head = format!(
        "{:<22} {:>10} {:>10} {:>10}   budget",
        "bytes", "raw", "gzip", "brotli"
    );
    let lines = rows.iter().map(|row| {
        let Sizes { raw, gzip, brotli } = row.sizes;
        let (unit, most) = row.budget;
        format!(
            "{:<22} {raw:>10} {gzip:>10} {brotli:>10}   {most} {unit}",
            row.part
        )
    });
    std::iter::once(head).chain(lines).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A package of nothing but zeros, with so many bytes in each part.
    fn package(bytes: usize) -> Package {
        let mut package = Package::default();
        for budget in BUDGETS {
            for file in budget.files {
                let name = format!("{file}{}", if file.ends_with('/') { "x" } else { "" });
                package.add(&name, vec![0; bytes]);
            }
        }
        package
    }

    #[test]
    fn what_is_over_its_budget_is_named() {
        check(&package(100)).unwrap();
        let error = check(&package(5_000)).unwrap_err().to_string();
        assert!(error.contains("content script: 5000 bytes"), "{error}");
        assert!(!error.contains("wasm"), "zeros pack well: {error}");
    }

    #[test]
    fn a_part_that_is_missing_is_no_small_part() {
        assert!(check(&Package::default()).is_err());
    }

    #[test]
    fn each_way_of_packing_is_smaller_than_none() {
        let text = "one line, again and again\n".repeat(100);
        let sizes = Sizes::of(text.as_bytes()).unwrap();
        assert!(sizes.brotli < sizes.gzip && sizes.gzip < sizes.raw);
        assert_eq!(sizes.raw, text.len());
    }
}
