//! The report that a person may copy when a store is not reached: versions, rungs and kinds of
//! faults. No name, no title, no store, no token, and none of a store's own words can be in it: it
//! is put together from closed lists alone. In English, for whoever helps.

use std::fmt::Write as _;

use tandem_core::{FaultKind, Side};

use crate::protocol::{
    VERSION,
    view::{Connection, GroupsView, RungStanding, View},
};

/// Hosts that say what an admin is, and not whose.
const KNOWN_HOSTS: [&str; 2] = ["my.ecwid.com", "my.business.shop"];
const POS_HOSTS: &str = ".retail.lightspeed.app";

/// The report. `browser` is its name and main version.
#[must_use]
pub(super) fn report(view: &View, browser: &str, is_embedded: bool) -> String {
    let mut text = String::new();
    let place = if is_embedded {
        "on an admin page"
    } else {
        "in a tab of its own"
    };
    let version = env!("CARGO_PKG_VERSION");
    line(
        &mut text,
        "Tandem",
        &format!("{version}, protocol {VERSION}"),
    );
    line(&mut text, "Browser", browser);
    line(&mut text, "Panel", place);
    for side in Side::BOTH {
        let host = view.stores.get(side).chosen.as_ref();
        let host = host.map_or("none chosen", |store| host_kind(&store.host));
        line(&mut text, &format!("{side:?} host"), host);
        let state = connection(view.connections.get(side));
        line(&mut text, &format!("{side:?} connection"), &state);
        let groups = groups(&view.groups, side);
        line(&mut text, &format!("{side:?} groups"), &groups);
        for one in view.rungs.get(side) {
            let name = format!("{side:?} {:?}", one.rung);
            line(&mut text, &name, &standing(one.standing));
        }
    }
    text
}

fn line(text: &mut String, name: &str, value: &str) {
    // Writing to a String cannot fail.
    let _never = writeln!(text, "{name}: {value}");
}

/// What kind of host it is; a shop's own name in it is left out.
fn host_kind(host: &str) -> &'static str {
    if host.ends_with(POS_HOSTS) {
        return "*.retail.lightspeed.app";
    }
    let known = KNOWN_HOSTS.into_iter().find(|known| *known == host);
    known.unwrap_or("another host")
}

fn connection(connection: &Connection) -> String {
    match connection {
        Connection::NoStore => "no store".to_owned(),
        Connection::Checking => "checking".to_owned(),
        Connection::Connected { rung, .. } => format!("connected by {rung:?}"),
        Connection::Trouble { fault, has_token } => {
            let token = if *has_token { ", a token is kept" } else { "" };
            format!("{}{token}", kind(fault.kind))
        }
    }
}

fn groups(groups: &GroupsView, side: Side) -> String {
    match groups {
        GroupsView::NotRead => "not read".to_owned(),
        GroupsView::Reading => "being read".to_owned(),
        GroupsView::Unreadable { faults } => match faults.get(side) {
            Some(fault) => kind(fault.kind),
            None => "no fault".to_owned(),
        },
        GroupsView::Ready { .. } => "read".to_owned(),
    }
}

fn standing(standing: RungStanding) -> String {
    match standing {
        RungStanding::Failed { why } => kind(why),
        other => format!("{other:?}"),
    }
}

/// The kind and its number, where it has one. Never the store's own words.
fn kind(kind: FaultKind) -> String {
    format!("{kind:?}")
}
