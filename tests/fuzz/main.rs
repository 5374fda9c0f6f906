//! Every decoder of what Tandem did not write itself, given what an enemy would write: no panic, no
//! hang, no memory without end. A short run is a test like any other; `cargo xtask fuzz` runs on.
//!
//! Nothing but stable Rust is needed. Inputs are those of `corpus/`, changed by `mutate`; the same
//! seed gives the same inputs. What makes a target fail is written to `target/fuzz`.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::disallowed_methods,
    reason = "a test that cannot go on fails, and this one tells how far it is"
)]

mod kept;
mod mutate;
mod pages;
mod targets;

use std::{
    fs,
    panic::{AssertUnwindSafe, catch_unwind},
    path::Path,
    time::{Duration, Instant},
};

use mutate::{Dice, mutated};
use targets::{TARGETS, Target};

/// How many inputs the short run has of each target, but of those that take longer.
const SHORT: u32 = 800;

/// No input of at most 64 KB may take longer, in a build without optimisation.
const LONGEST: Duration = Duration::from_secs(5);

fn corpus(target: &Target) -> Vec<Vec<u8>> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut corpus = (target.more)();
    for folder in target.corpus {
        let mut files: Vec<_> = fs::read_dir(root.join(folder))
            .unwrap()
            .map(|entry| entry.unwrap().path())
            .filter(|path| path.is_file())
            .collect();
        files.sort();
        corpus.extend(files.iter().map(|file| fs::read(file).unwrap()));
    }
    assert!(!corpus.is_empty(), "{}: no corpus", target.name);
    corpus
}

/// Gives one input to a target; fails with where the input is kept.
fn feed(target: &Target, input: &[u8]) {
    let begun = Instant::now();
    let outcome = catch_unwind(AssertUnwindSafe(|| (target.run)(input)));
    let took = begun.elapsed();
    if outcome.is_err() || took > LONGEST {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/fuzz");
        fs::create_dir_all(&folder).unwrap();
        let file = folder.join(format!("{}-{}", target.name, input.len()));
        fs::write(&file, input).unwrap();
        let file = file.display();
        assert!(
            outcome.is_ok(),
            "{}: a panic; the input is {file}",
            target.name
        );
        assert!(
            took <= LONGEST,
            "{}: {took:?}; the input is {file}",
            target.name
        );
    }
}

fn target(name: &str) -> &'static Target {
    TARGETS.iter().find(|target| target.name == name).unwrap()
}

/// The corpus itself, and some hundred inputs made of it.
fn short(name: &str) {
    let (target, mut dice) = (target(name), Dice::new(7));
    let corpus = corpus(target);
    for input in &corpus {
        feed(target, input);
    }
    for _ in 0..SHORT / target.weight {
        feed(target, &mutated(&mut dice, &corpus));
    }
}

macro_rules! short_runs {
    ($($name:ident),*) => {
        $(
            #[test]
            fn $name() {
                short(stringify!($name));
            }
        )*

        #[test]
        fn every_target_has_a_short_run() {
            let names: Vec<&str> = TARGETS.iter().map(|target| target.name).collect();
            assert_eq!(names, [$(stringify!($name)),*]);
        }
    };
}

short_runs!(
    pos, ecom, batch, messages, archive, journals, settings, vault, storage, table, addresses,
    relayed
);

/// Runs on for as long as `TANDEM_FUZZ_SECONDS` says; for no time at all where it says nothing.
#[test]
fn long() {
    let number = |name: &str| std::env::var(name).ok()?.parse::<u64>().ok();
    let seconds = number("TANDEM_FUZZ_SECONDS").unwrap_or(0);
    let seed = number("TANDEM_FUZZ_SEED").unwrap_or(1);
    let only = std::env::var("TANDEM_FUZZ_TARGET").ok();
    let chosen = TARGETS
        .iter()
        .filter(|one| only.as_deref().is_none_or(|name| name == one.name));
    for target in chosen {
        let (corpus, mut dice) = (corpus(target), Dice::new(seed));
        let (begun, mut inputs) = (Instant::now(), 0_u64);
        while begun.elapsed() < Duration::from_secs(seconds) {
            feed(target, &mutated(&mut dice, &corpus));
            inputs += 1;
        }
        eprintln!(
            "{}: {inputs} inputs from seed {seed}, no finding",
            target.name
        );
    }
}
