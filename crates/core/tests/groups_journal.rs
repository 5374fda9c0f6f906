//! The journal of a run over groups that was written first is read for ever.

use tandem_core::journal::{Entry, Run};

const FIRST: &str = include_str!("golden/groups-1.jsonl");

#[test]
fn the_first_format_still_loads_and_is_still_written() {
    let entries = FIRST.lines().map(serde_json::from_str);
    let entries: Vec<Entry> = entries.collect::<Result<_, _>>().unwrap();
    let again = entries.iter().map(serde_json::to_string);
    let again: Vec<String> = again.collect::<Result<_, _>>().unwrap();
    assert_eq!(again, FIRST.lines().collect::<Vec<_>>());
    let run = Run::fold(&entries).unwrap();
    assert!(!run.closed, "it was interrupted");
    assert_eq!(run.ops.len(), 3);
}
