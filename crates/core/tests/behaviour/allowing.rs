//! What a run costs in calls, and the policy: it may refuse or ask, and only ever takes away.

use std::collections::BTreeMap;

use tandem_core::{
    Side, Sides,
    sync::{
        Op, Step,
        draft::{Because, Terms},
        policy::{self, Halt, Limits, Plan},
        steps,
    },
};

use crate::shop::{Shop, group, pairs};

fn plan(shop: &Shop, limits: &Limits) -> Plan {
    shop.survey(|survey| {
        let first_seen = BTreeMap::new();
        let terms = Terms {
            now: 0,
            grace: 0,
            first_seen: &first_seen,
        };
        policy::look_through(survey.draft(shop, terms), survey, limits)
    })
}

#[test]
fn a_side_that_reads_empty_or_below_half_halts_the_run() {
    let mut shop = pairs(10);
    shop.archive.set_last_count(Sides { pos: 10, ecom: 10 });
    assert_eq!(plan(&shop, &Limits::default()).halts, []);
    shop.ecom.truncate(5);
    assert_eq!(plan(&shop, &Limits::default()).halts, []);
    shop.ecom.truncate(4);
    let emptied = Halt::Emptied {
        side: Side::Ecom,
        had: 10,
        has: 4,
    };
    assert_eq!(plan(&shop, &Limits::default()).halts, [emptied]);
    shop.is_whole = false;
    assert_eq!(
        plan(&shop, &Limits::default()).halts,
        [],
        "not everything was read"
    );
}

#[test]
fn many_changes_are_confirmed_and_a_few_are_not() {
    let mut shop = pairs(100);
    let halts = |shop: &Shop| plan(shop, &Limits::default()).halts;
    shop.pos
        .iter_mut()
        .take(25)
        .for_each(|record| record.phone = Some("1".into()));
    assert_eq!(halts(&shop), []);
    shop.pos
        .iter_mut()
        .take(26)
        .for_each(|record| record.phone = Some("1".into()));
    assert_eq!(
        halts(&shop),
        [Halt::ManyChanges {
            side: Side::Ecom,
            changes: 26,
            of: 100
        }]
    );
    let mut few = pairs(20);
    few.pos
        .iter_mut()
        .for_each(|record| record.phone = Some("1".into()));
    assert_eq!(halts(&few), []);
}

#[test]
fn a_side_that_may_not_be_written_to_is_left_out() {
    let mut shop = pairs(2);
    shop.pos[0].phone = Some("1".into());
    shop.ecom[1].phone = Some("2".into());
    let writable = Sides {
        pos: true,
        ecom: false,
    };
    let plan = plan(
        &shop,
        &Limits {
            writable,
            ..Limits::default()
        },
    );
    assert_eq!(
        plan.ops.iter().map(Op::side).collect::<Vec<_>>(),
        [Side::Pos]
    );
    assert_eq!(
        plan.withheld
            .iter()
            .map(|held| held.because)
            .collect::<Vec<_>>(),
        [Because::ReadOnly]
    );
    assert_eq!(plan.calls.planned, Sides { pos: 3, ecom: 0 });
}

#[test]
fn a_run_over_its_budget_is_confirmed() {
    let mut shop = pairs(1);
    shop.ecom[0].phone = Some("2".into());
    let with = |may| Limits {
        budget: Sides {
            pos: Some(may),
            ecom: None,
        },
        ..Limits::default()
    };
    assert_eq!(plan(&shop, &with(3)).halts, []);
    let over = Halt::OverBudget {
        side: Side::Pos,
        calls: 3,
        may: 2,
    };
    assert_eq!(plan(&shop, &with(2)).halts, [over]);
}

#[test]
fn bulk_is_used_where_it_takes_fewer_calls() {
    for (moved, expected) in [(1, 3), (2, 4), (500, 4), (501, 4 + 3), (1000, 4 + 3)] {
        let mut shop = pairs(moved);
        shop.ecom
            .iter_mut()
            .for_each(|record| record.group = group(Side::Ecom, "VIP"));
        let ops = shop.draft().ops;
        assert_eq!(
            steps::calls(&ops).planned,
            Sides {
                pos: expected,
                ecom: 0
            },
            "{moved} moves"
        );
    }
    for (changed, expected) in [(1, 3), (2, 6), (3, 6), (500, 6), (501, 6 + 3)] {
        let mut shop = pairs(changed);
        shop.pos
            .iter_mut()
            .for_each(|record| record.phone = Some("1".into()));
        let ops = shop.draft().ops;
        let calls = steps::calls(&ops);
        assert_eq!(
            calls.planned,
            Sides {
                pos: 0,
                ecom: expected
            },
            "{changed} changes"
        );
        assert!(calls.least.ecom <= expected);
    }
}

#[test]
fn each_group_has_its_own_call_and_each_write_its_own_step() {
    let mut shop = pairs(6);
    for (number, record) in shop.ecom.iter_mut().enumerate() {
        record.group = group(Side::Ecom, if number < 3 { "VIP" } else { "Staff" });
    }
    let ops = shop.draft().ops;
    let steps = steps::steps((0..).zip(&ops));
    let mut sent: Vec<u32> = steps.iter().flat_map(|step| step.ops().to_vec()).collect();
    sent.sort_unstable();
    assert_eq!(sent, [0, 1, 2, 3, 4, 5]);
    let groups: Vec<&str> = steps
        .iter()
        .map(|step| match step {
            Step::Members { group, .. } => group.0.as_str(),
            other => panic!("{other:?}"),
        })
        .collect();
    assert_eq!(groups, ["pos-Staff", "pos-VIP"]);
    // One feed page, a call a group, a page to read back.
    assert_eq!(steps::calls(&ops).least.pos, 1 + 2 + 1);
}
