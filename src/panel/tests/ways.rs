//! How each store is reached, in plain words, and a report that says nothing of the shop.

use tandem_core::{Fault, FaultKind, Side};

use super::{
    fixtures::{compared, connected, settings, store, with_connection},
    reading::{assert_buttons, assert_shows, elements, text},
};
use crate::{
    panel::report::report,
    protocol::view::{Connection, GroupsView, Rung, RungStanding, RungView, View},
};

fn with_rungs(mut view: View, standings: &[RungStanding]) -> View {
    let rungs = [
        Rung::Session,
        Rung::SessionAsPage,
        Rung::Relay,
        Rung::PageToken,
        Rung::Token,
    ];
    let rungs = rungs.into_iter().zip(standings.iter().copied());
    view.rungs.ecom = rungs
        .map(|(rung, standing)| RungView { rung, standing })
        .collect();
    view
}

#[test]
fn every_rung_says_what_of_it() {
    let standings = [
        RungStanding::ReadsOnly,
        RungStanding::Failed {
            why: FaultKind::NotAllowed,
        },
        RungStanding::Works,
        RungStanding::NotNeeded,
        RungStanding::NoToken,
    ];
    let html = settings(with_rungs(connected(), &standings), true);
    assert_shows(
        &html,
        &[
            "How Tandem reaches your stores",
            "Your own sign-in",
            "refuses changes",
            "Your role may not do this.",
            "An admin page that is open in a tab",
            "In use. The store took changes this way.",
            "Not needed.",
            "No token was pasted.",
            "The store was not asked yet.",
        ],
    );
    assert_buttons(&html, &["Check again", "Copy report"]);
    let standings = [
        RungStanding::Failed {
            why: FaultKind::NoHostAccess,
        },
        RungStanding::Untried,
        RungStanding::NoPage,
        RungStanding::NoPass,
        RungStanding::Reads,
    ];
    let html = settings(with_rungs(connected(), &standings), false);
    assert_shows(
        &html,
        &[
            "The browser does not let Tandem reach the store.",
            "Not tried yet.",
            "No admin page of the store is open",
            "No pass of the admin page was seen",
            "In use. Whether the store takes changes",
        ],
    );
}

#[test]
fn the_report_says_how_and_never_who() {
    let mut view = with_rungs(
        compared(&["Secret society"], &["VIP of Ada"]),
        &[RungStanding::Works, RungStanding::NotNeeded],
    );
    view.stores.pos.chosen = Some(store(
        "harbourcafe",
        "harbourcafe.retail.lightspeed.app",
        Some("Harbour Café & Deli"),
    ));
    let told = report(&view, "Firefox 153", true);
    for part in [
        "Tandem: ",
        "Browser: Firefox 153",
        "Panel: on an admin page",
        "Pos host: *.retail.lightspeed.app",
        "Ecom host: my.ecwid.com",
        "Ecom connection: connected by Session",
        "Ecom groups: read",
        "Ecom Session: Works",
        "Ecom SessionAsPage: NotNeeded",
    ] {
        assert!(told.contains(part), "{part}\n{told}");
    }
    let said = Some("Ada Lovelace may not, her token is secret_abc".to_owned());
    let fault = Fault {
        kind: FaultKind::Refused { status: 422 },
        said,
    };
    let trouble = Connection::Trouble {
        fault: fault.clone(),
        has_token: true,
    };
    let mut broken = with_connection(Side::Ecom, trouble);
    broken.stores.ecom.chosen = Some(store("10432001", "admin.harbour.example", None));
    broken.groups = GroupsView::Unreadable {
        faults: tandem_core::Sides {
            pos: None,
            ecom: Some(fault),
        },
    };
    let broken = report(&broken, "Chrome 156", false);
    assert!(broken.contains("Ecom connection: Refused { status: 422 }, a token is kept"));
    assert!(broken.contains("Ecom host: another host"));
    let all = format!("{told}{broken}").to_lowercase();
    for secret in [
        "harbour", "mika", "berg", "ida", "quist", "ada", "secret", "10432001", "vip", "admin,",
        "owner", "café",
    ] {
        assert!(!all.contains(secret), "{secret}:\n{all}");
    }
}

#[test]
fn what_would_be_copied_is_on_screen() {
    let view = connected();
    let html = settings(view.clone(), true);
    let areas = elements(&html, "textarea");
    let shown = text(&areas.first().expect("a text field").1);
    let first = report(&view, "Testing 1", true);
    let first = first.lines().next().unwrap().to_owned();
    assert!(shown.contains(&first) || html.contains(&first), "{shown}");
    assert!(areas[0].0.contains("readonly"));
}
