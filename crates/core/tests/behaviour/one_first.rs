//! A way by which a store took no write yet: one goes ahead of those that would go with it.

use tandem_core::{
    Field, RecordId, Side, Stamp, Value,
    sync::{Apply, Edit, Effect, Entry, Input, Op, Step, SyncRun, judge::Fresh},
};

use crate::shop::{KEY, group, pos};

const IDS: [&str; 4] = ["p1", "p2", "p3", "p4"];

fn moved(id: &str) -> Op {
    Op::Move {
        id: RecordId::from(id),
        twin: RecordId::from(id),
        edit: Box::new(Edit {
            field: Field::Group,
            expected: Value::Group(group(Side::Pos, "default")),
            result: Value::Group(group(Side::Pos, "VIP")),
            source: Value::Group(group(Side::Ecom, "VIP")),
        }),
    }
}

fn machine() -> Apply {
    let ops = IDS.map(moved).to_vec();
    Apply::new(SyncRun::fold(&SyncRun::beginning(ops, Stamp(0))), KEY)
}

/// Lets a machine run against a store that does what it is told; the writes, in order.
fn writes(mut apply: Apply) -> Vec<Step> {
    let mut done: Vec<u32> = Vec::new();
    let mut writes = Vec::new();
    let mut input = Input::Kept;
    let mut intended: Vec<u32> = Vec::new();
    loop {
        input = match apply.next(input) {
            Effect::Journal(entries) => {
                if let Some(Entry::Intended { ops }) = entries.first() {
                    intended.clone_from(ops);
                }
                Input::Kept
            }
            Effect::Commit(_) => Input::Kept,
            Effect::Read(_) => Input::Read(
                intended
                    .iter()
                    .map(|op| {
                        let is_done = done.contains(op);
                        let mut record = pos(IDS[*op as usize], "m@x.org");
                        record.group = group(Side::Pos, if is_done { "VIP" } else { "default" });
                        Ok(Fresh::Record(Some(Box::new(record))))
                    })
                    .collect(),
            ),
            Effect::Write(step) => {
                done.extend(step.ops());
                let results = step.ops().iter().map(|_| Ok(())).collect();
                writes.push(step);
                Input::Written(results)
            }
            Effect::Pause(why) => panic!("{why:?}"),
            Effect::Done => return writes,
        };
    }
}

#[test]
fn one_goes_ahead_and_is_read_back_before_the_rest() {
    let group = group(Side::Pos, "VIP");
    let together = |ops: Vec<u32>| Step::Members {
        group: group.clone(),
        ops,
    };
    assert_eq!(writes(machine()), [together(vec![0, 1, 2, 3])]);
    let mut careful = machine();
    careful.send_one_first(Side::Pos);
    let expected = [Step::One(0), together(vec![1, 2, 3])];
    assert_eq!(writes(careful), expected);
    let mut other_side = machine();
    other_side.send_one_first(Side::Ecom);
    assert_eq!(writes(other_side), [together(vec![0, 1, 2, 3])]);
}
