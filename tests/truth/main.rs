//! Who is who, scored against what is true: the sandbox's seeds are read page by page as a store is,
//! and what the core makes of them is compared with the truth that the sandbox knows and no store
//! tells (design section 6, "Matching"; rules A3 to A6).

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::print_stdout,
    reason = "a test that cannot go on fails; the table is for whoever looks"
)]

mod read;
mod score;

use read::Shop;
use score::Score;

/// A shop with this many people, scored.
fn scored(seed: u64, people: u32) -> Score {
    let shop = Shop::read(seed, people);
    let score = Score::of(&shop);
    println!("seed {seed}, {people} people\n{score}");
    score
}

#[test]
fn small_shops_of_many_seeds() {
    for seed in [1, 2, 7, 42, 1_756_684_800] {
        scored(seed, 400).must_be_right();
    }
}

/// In CI a shop as large as a test may take; `cargo xtask bench --truth 200000` asks for 100,000 pairs.
#[test]
fn a_large_shop() {
    let asked = std::env::var("TANDEM_TRUTH_PEOPLE").ok();
    let people = asked.map_or(4_000, |people| people.parse().unwrap());
    scored(5, people).must_be_right();
}

/// A score that is never lost would prove nothing: with every truth told wrong, it is.
#[test]
fn a_wrong_link_is_seen() {
    let mut shop = Shop::read(3, 200);
    shop.tell_lies();
    assert!(Score::of(&shop).wrong_links > 50);
}
