//! The connections and the next step, as they are drawn.

use tandem_core::{Fault, FaultKind, Side};

use super::{
    fixtures::{compared, connected, draw, draw_view, overview, showing, trouble, with_connection},
    reading::{assert_buttons, assert_shows, buttons},
};
use crate::protocol::view::{Connection, Rung};

#[test]
fn a_connection_says_as_whom_and_how() {
    let session = overview(connected(), true);
    assert_shows(
        &session,
        &[
            "Connected as Mika Berg (admin)",
            "Connected as Ida Quist (owner)",
        ],
    );
    assert_shows(&session, &["with your own sign-in"]);
    let token = Connection::Connected {
        person: None,
        role: None,
        rung: Rung::Token,
    };
    let html = overview(with_connection(Side::Ecom, token), true);
    assert_shows(&html, &["with the token you pasted"]);
    assert_buttons(&html, &["Forget the token"]);
    let checking = overview(with_connection(Side::Pos, Connection::Checking), true);
    assert_shows(&checking, &["Asking the store…"]);
    let none = overview(with_connection(Side::Pos, Connection::NoStore), true);
    assert_shows(&none, &["No store chosen yet."]);
}

/// What went wrong, what is said of it, and the button that leads on.
const TROUBLES: [(FaultKind, &str, &str); 20] = [
    (
        FaultKind::NeedsPage,
        "takes changes from its own pages only. Nothing was written.",
        "Open eCom",
    ),
    (
        FaultKind::SignedOut,
        "Nobody is signed in. Sign in,",
        "Sign in to eCom",
    ),
    (
        FaultKind::WrongStore,
        "Another store answered than the one you chose.",
        "Sign in to eCom",
    ),
    (
        FaultKind::NotAllowed,
        "Your role may not do this.",
        "Ask the store again",
    ),
    (
        FaultKind::PlanLacks,
        "no customer groups. On eCom they come with the Business plan.",
        "Ask the store again",
    ),
    (
        FaultKind::NoHostAccess,
        "The browser does not let Tandem reach the store.",
        "Open in a tab to allow access",
    ),
    (
        FaultKind::Offline,
        "The store did not answer. Check the internet connection",
        "Ask the store again",
    ),
    (
        FaultKind::StoreFailed { status: 503 },
        "The store had a failure of its own.",
        "Ask the store again",
    ),
    (
        FaultKind::RateLimited { seconds: Some(9) },
        "Wait a few minutes",
        "Ask the store again",
    ),
    (
        FaultKind::Damaged,
        "answered something that Tandem does not know.",
        "Ask the store again",
    ),
    (
        FaultKind::NotFound,
        "It is no longer there.",
        "Ask the store again",
    ),
    (
        FaultKind::Refused { status: 422 },
        "The store refused it.",
        "Ask the store again",
    ),
    (
        FaultKind::Stale,
        "What was shown here has changed meanwhile. Nothing was written.",
        "Ask the store again",
    ),
    (
        FaultKind::NotKept,
        "The browser has no room",
        "Ask the store again",
    ),
    (
        FaultKind::KeptDamaged,
        "is damaged. Nothing was changed",
        "Ask the store again",
    ),
    (
        FaultKind::KeptNewer,
        "written by a newer Tandem",
        "Ask the store again",
    ),
    (
        FaultKind::Locked,
        "What is kept on this computer is locked.",
        "Ask the store again",
    ),
    (
        FaultKind::WrongPassphrase,
        "That is not the passphrase.",
        "Ask the store again",
    ),
    (
        FaultKind::Busy,
        "Tandem is still at work.",
        "Ask the store again",
    ),
    (
        FaultKind::Bug,
        "Tandem made a mistake.",
        "Ask the store again",
    ),
];

#[test]
fn each_trouble_has_a_sentence_and_a_way_out() {
    for (kind, words, button) in TROUBLES {
        let html = draw_view(with_connection(Side::Ecom, trouble(kind)));
        assert_shows(&html, &[words, "Next step"]);
        assert_buttons(&html, &[button]);
    }
    let alone = draw(
        showing(with_connection(Side::Pos, trouble(FaultKind::NoHostAccess))),
        false,
    );
    assert_buttons(&alone, &["Allow access"]);
    let pos = draw_view(with_connection(Side::Pos, trouble(FaultKind::SignedOut)));
    assert_buttons(&pos, &["Sign in to POS"]);
    assert_shows(&pos, &["Opens in a new tab and comes back here by itself."]);
    assert_shows(&pos, &["Sign in to POS, so that both sides can be read."]);
}

#[test]
fn the_stores_own_words_are_shown_and_not_drawn() {
    let said = Some("<b>No</b> way".to_owned());
    let fault = Fault {
        kind: FaultKind::NotAllowed,
        said,
    };
    let html = draw_view(with_connection(
        Side::Pos,
        Connection::Trouble {
            fault,
            has_token: true,
        },
    ));
    assert!(!html.contains("<b>"));
    assert_shows(&html, &["The store says: <b>No</b> way"]);
    assert_buttons(&html, &["Forget the token", "Use this token"]);
    assert!(html.contains("type=\"password\"") && html.contains("for=\"token-pos\""));
    assert_shows(
        &html,
        &[
            "Use a token instead",
            "Keep on this computer",
            "Personal tokens",
        ],
    );
    let tick = html.split("type=\"checkbox\"").nth(1).unwrap();
    let tick = tick.split('>').next().unwrap();
    assert!(
        !tick.contains("checked"),
        "a token is kept only if someone says so"
    );
}

#[test]
fn the_overview_leads_on() {
    let cases = [
        (
            compared(&["VIP"], &["VIP", "Gold"]),
            "One group is missing on one side.",
            true,
        ),
        (
            compared(&["A", "B"], &["C"]),
            "3 groups are missing on one side.",
            true,
        ),
        (
            compared(&["Gold "], &["Gold"]),
            "One title needs your decision.",
            true,
        ),
        (
            compared(&["VIP"], &["VIP"]),
            "The groups match. Read the customers",
            false,
        ),
        (connected(), "Reading both stores…", false),
    ];
    for (view, words, has_button) in cases {
        let html = overview(view, true);
        assert_shows(&html, &["Next step", words]);
        assert_eq!(
            buttons(&html).contains(&"Show the groups".to_owned()),
            has_button,
            "{words}"
        );
    }
    assert_buttons(&overview(connected(), true), &["Use other stores"]);
}
