//! How much memory two shops of a million customers each take: read as a stream, agreed on, and
//! surveyed. Prints one line of JSON for `cargo xtask bench`. A program of its own, because the peak
//! of a process never goes down.

mod people;

use std::io::Write;

use people::{Shops, Since};

const CUSTOMERS: u32 = 1_000_000;

fn main() -> std::io::Result<()> {
    let before = peak();
    let shops = Shops::new(CUSTOMERS, Since::Unchanged);
    let counts = shops.survey().counts();
    assert_eq!(counts.in_step, CUSTOMERS, "everybody is in step");
    let peak = peak().saturating_sub(before);
    let line = serde_json::json!({
        "customers_a_side": CUSTOMERS,
        "peak_bytes": peak,
        "bytes_a_pair": peak / u64::from(CUSTOMERS),
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
