//! A run and its result, as they are drawn.

use tandem_core::{Fault, FaultKind, journal::End};

use super::{
    fixtures::{applied, draw, draw_view, every_end, everything, failed, run, showing, unpinned},
    reading::{assert_buttons, assert_shows, buttons, text},
};
use crate::protocol::view::{Phase, View};

type PhaseCase = (
    Phase,
    Vec<Option<End>>,
    &'static str,
    &'static [&'static str],
);

/// Each phase with the ends of its writes, what is said of it, and its buttons.
fn phases() -> [PhaseCase; 8] {
    let paused = Phase::Paused {
        fault: Fault::of(FaultKind::SignedOut),
    };
    let half = || vec![applied(), None];
    [
        (
            Phase::Running,
            half(),
            "Writing to POS… 1 done 0 to look at 0 failed 1 left",
            &["Cancel"],
        ),
        (
            Phase::Checking,
            half(),
            "Reading back and comparing every title…",
            &["Cancel"],
        ),
        (
            Phase::Finished,
            vec![applied()],
            "Done. 1 title was written and read back",
            &["Close"],
        ),
        (
            Phase::Finished,
            every_end(),
            "2 of 7 done. The rest is listed below",
            &["Try 3 again", "Close"],
        ),
        (
            Phase::Finished,
            vec![every_end().swap_remove(1)],
            "Nothing was written: everything was already there.",
            &["Close"],
        ),
        (
            Phase::Cancelled,
            half(),
            "Stopped. 1 of 2 were done; the rest was not sent.",
            &["Continue", "Close"],
        ),
        (
            Phase::Interrupted,
            half(),
            "creates nothing twice.",
            &["Continue", "Close"],
        ),
        (
            paused,
            half(),
            "Paused: 1 of 2 are known to be done. Nobody is signed in. Sign in,",
            &["Continue", "Show the connections", "Close"],
        ),
    ]
}

#[test]
fn each_phase_of_a_run_has_its_sentence_and_its_buttons() {
    for (phase, ends, words, names) in phases() {
        let is_busy = matches!(phase, Phase::Running | Phase::Checking);
        let html = draw_view(run(phase, ends));
        let card = html
            .split("class=\"card run\"")
            .nth(1)
            .unwrap()
            .split("</section>")
            .next()
            .unwrap();
        assert_shows(card, &[words]);
        assert_eq!(card.matches("class=\"sentence\"").count(), 1);
        assert_eq!(card.contains("<progress"), is_busy, "{words}");
        assert_eq!(buttons(card), names, "{words}");
    }
}

#[test]
fn the_result_adds_up_and_gives_each_reason() {
    let html = draw_view(run(Phase::Finished, every_end()));
    assert_shows(
        &html,
        &["1 written, 1 already there, 2 failed, 2 to look at, 1 waiting: 7 in all"],
    );
    assert_shows(
        &html,
        &[
            "created",
            "was already there",
            "changed meanwhile; nothing was sent",
        ],
    );
    assert_shows(
        &html,
        &[
            "the store keeps it as Club",
            "failed",
            "The store says: Oops",
            "waits",
        ],
    );
    assert_shows(&html, &["the store has it more than once now"]);
    let failed = failed(FaultKind::Refused { status: 422 }, None);
    let html = draw_view(run(Phase::Finished, vec![applied(), failed]));
    let list = html.split("class=\"items\"").nth(1).unwrap();
    let place = |word: &str| list.find(word).unwrap();
    assert!(
        place("The store refused it.") < place("created"),
        "what needs a person comes first"
    );
}

#[test]
fn nothing_is_started_while_a_run_is_there() {
    let view = View {
        run: run(Phase::Running, vec![None]).run,
        ..everything()
    };
    let html = draw_view(view);
    let still = [
        "-Create 5 groups in POS",
        "-Create 3 groups online",
        "-Use the POS spelling online",
    ];
    assert_buttons(&html, &still);
    assert_shows(
        &html,
        &["Wait until the run above is finished and put away."],
    );
}

#[test]
fn no_word_frightens() {
    let states = [
        showing(everything()),
        showing(run(Phase::Finished, every_end())),
        showing(unpinned()),
    ];
    for state in states {
        let shown = text(&draw(state, true)).to_lowercase();
        for word in ["delete", "remove", "destroy", "\u{2068}"] {
            assert!(!shown.contains(word), "{word}: {shown}");
        }
    }
}

#[test]
fn what_is_only_to_be_looked_at_is_not_tried_again() {
    let doubled = Some(End::Doubled {
        id: tandem_core::GroupId("x".to_owned()),
        times: 2,
    });
    let html = draw_view(run(Phase::Finished, vec![applied(), doubled]));
    assert!(!buttons(&html).iter().any(|name| name.starts_with("Try")));
    assert_shows(
        &html,
        &["1 of 2 done.", "1 to look at, 0 waiting: 2 in all"],
    );
    let html = draw_view(run(Phase::Finished, vec![applied()]));
    assert_shows(
        &html,
        &["1 written, 0 already there, 0 failed, 0 waiting: 1 in all"],
    );
}
