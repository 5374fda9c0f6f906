//! The first steps, the sheet of keys, and what statuses mean.

use tandem_core::{FaultKind, Side};

use super::{
    fixtures::{
        after, applied, compared, connected, draw, everything, failed, overview, run, showing,
        trouble, with_connection,
    },
    flow::read,
};
use crate::{
    panel::{
        next::{Step, steps},
        state::Action,
    },
    protocol::{
        automatic::When,
        view::{Phase, View},
    },
};

const BEGIN: [Step; 3] = [Step::Now, Step::Later, Step::Later];
const GROUPS: [Step; 3] = [Step::Done, Step::Now, Step::Later];
const CUSTOMERS: [Step; 3] = [Step::Done, Step::Done, Step::Now];

fn with_groups(view: View) -> View {
    View {
        groups: compared(&["VIP"], &["VIP"]).groups,
        ..view
    }
}

#[test]
fn three_steps_lead_from_nothing_to_in_step_and_are_gone_then() {
    let kept = {
        let mut view = with_groups(read(1, 2, 3));
        view.automatic.settings.when = When::OnVisit;
        view
    };
    let signed_out_later = {
        let mut view = with_groups(read(1, 2, 3));
        view.connections.pos = trouble(FaultKind::SignedOut);
        view
    };
    for (view, expected) in [
        (connected(), Some(BEGIN)),
        (
            with_connection(Side::Ecom, trouble(FaultKind::SignedOut)),
            Some(BEGIN),
        ),
        (everything(), Some(GROUPS)),
        (compared(&["VIP"], &["VIP"]), Some(CUSTOMERS)),
        (with_groups(read(1, 2, 3)), Some(CUSTOMERS)),
        (with_groups(read(1, 0, 0)), None),
        (kept, None),
        (signed_out_later, None),
    ] {
        assert_eq!(steps(&view), expected, "{:?}", view.customers.state);
        let html = overview(view, true);
        assert_eq!(html.contains("Three steps to begin"), expected.is_some());
    }
}

#[test]
fn the_step_to_do_is_marked_and_what_is_done_is_read_out() {
    let html = overview(compared(&["VIP"], &["VIP"]), true);
    assert_eq!(html.matches("aria-current=\"step\"").count(), 1);
    assert_eq!(
        html.matches("<span class=\"unseen\"> done</span>").count(),
        2
    );
    assert!(html.contains(">Read customers</button>"));
}

#[test]
fn a_result_that_is_only_to_be_read_makes_room_for_the_next_run() {
    let can_create = |phase| {
        let view = View {
            run: run(phase, vec![applied(), failed(FaultKind::Offline, None)]).run,
            ..compared(&["A"], &["B"])
        };
        let html = draw(showing(view), true);
        let before = html.split("Create 1 group in POS").next().unwrap();
        let button = before.rsplit("<button").next().unwrap();
        !button.contains("disabled")
    };
    assert!(can_create(Phase::Finished));
    for phase in [
        Phase::Running,
        Phase::Checking,
        Phase::Cancelled,
        Phase::Interrupted,
    ] {
        assert!(!can_create(phase));
    }
}

#[test]
fn the_sheet_of_keys_comes_and_goes() {
    let open = after(showing(everything()), [Action::Sheet(true)]);
    let html = draw(open.clone(), true);
    for (key, what) in [("Esc", "back to the list"), ("U", "undo the last answer")] {
        assert!(
            html.contains(&format!("<kbd>{key}</kbd>")) && html.contains(what),
            "{key}"
        );
    }
    let html = draw(after(open, [Action::Sheet(false)]), true);
    assert!(!html.contains("back to the list"));
}

#[test]
fn each_status_says_why_in_two_sentences() {
    let html = draw(showing(everything()), true);
    let meant = html.split("class=\"whys\"").nth(1).unwrap();
    let meant = meant.split("</dl>").next().unwrap();
    let whys: Vec<&str> = meant.split("<dd>").skip(1).collect();
    assert!(whys.len() >= 5, "{meant}");
    for why in whys {
        let why = why.split("</dd>").next().unwrap();
        assert!(why.matches(['.', '?']).count() >= 2, "{why}");
    }
}
