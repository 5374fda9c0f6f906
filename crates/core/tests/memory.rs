//! A million customers of each side fit in 600 MB. Here 50,000 a side, as a test may take: the room
//! that a record takes, and what a process of its own really needed (a test of its own, because the
//! peak of a process never goes down).

#[path = "../benches/people/mod.rs"]
mod people;

use people::{Shops, Since};
use tandem_core::{Agreement, Side, Sketch, identity::Standing, survey::Line};

const CUSTOMERS: u32 = 50_000;
/// Bytes for both records of one person, all told: 600 MB for a million.
const A_PAIR: u64 = 600;

#[test]
fn a_record_takes_little() {
    assert!(size_of::<Sketch>() <= 88);
    assert!(size_of::<Agreement>() <= 152);
    assert!(size_of::<Standing>() <= 12);
    assert!(size_of::<Line>() <= 32);
}

#[cfg(target_os = "linux")]
#[test]
fn two_shops_take_what_they_may() {
    let before = peak();
    let shops = Shops::new(CUSTOMERS, Since::Unchanged);
    let counts = shops.survey().counts();
    assert_eq!(counts.in_step, CUSTOMERS);
    let each = (peak() - before) / u64::from(CUSTOMERS);
    assert!(each <= A_PAIR, "{each} bytes a pair");
    // It is measured at all: the sketches alone take this much.
    assert!(each >= 160, "{each} bytes a pair");
    assert_eq!(shops.snapshots.get(Side::Pos).sketches().len(), 50_000);
}

/// The most memory that this process has had, in bytes.
#[cfg(target_os = "linux")]
fn peak() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    let number = line.and_then(|line| line.split_whitespace().next());
    let kibibytes: Option<u64> = number.and_then(|number| number.parse().ok());
    kibibytes.unwrap_or_default() * 1024
}
