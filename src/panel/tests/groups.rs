//! The numbers, the copies and the board, as they are drawn.

use tandem_core::{Fault, FaultKind, Side, Sides};

use super::{
    fixtures::{after, compared, connected, draw, everything, showing},
    reading::{assert_buttons, assert_shows, elements, text},
};
use crate::{
    panel::state::{Action, Tab, asks},
    protocol::view::{GroupsView, View},
};

/// The tab of the groups.
fn board_of(view: View) -> String {
    draw(after(showing(view), [Action::Show(Tab::Groups)]), true)
}

#[test]
fn the_numbers_add_up() {
    for view in [
        everything(),
        compared(&[], &[]),
        compared(&["A"], &["a", "A"]),
    ] {
        let GroupsView::Ready { board, .. } = &view.groups else {
            panic!("no groups")
        };
        let total = board.rows.len();
        let html = board_of(view.clone());
        let strip = html
            .split("class=\"counts\"")
            .nth(1)
            .unwrap()
            .split("</ul>")
            .next()
            .unwrap();
        let shown: Vec<usize> = text(strip)
            .split(' ')
            .filter_map(|word| word.parse().ok())
            .collect();
        assert_eq!(shown.first(), Some(&total));
        assert_eq!(shown.iter().skip(1).sum::<usize>(), total);
    }
}

#[test]
fn the_button_names_what_the_list_beside_it_shows() {
    let html = board_of(everything());
    assert_buttons(&html, &["Create 5 groups in POS", "Create 3 groups online"]);
    assert_shows(
        &html,
        &[
            "These 5 titles will be written, and nothing else:",
            "=SUM(A1)",
            "Coffee ☕ Club",
        ],
    );
    assert_shows(
        &html,
        &[
            "Shoppers can read the titles of online groups",
            "Left out (2)",
        ],
    );
    assert_shows(
        &html,
        &[
            "has nothing to read in it",
            "stands on the other side in another spelling",
        ],
    );
    let to_pos = board_of(compared(&["VIP"], &["VIP", "Gold"]));
    assert_buttons(&to_pos, &["Create 1 group in POS"]);
    assert!(
        !text(&to_pos).contains("Shoppers"),
        "nothing goes online there"
    );
}

#[test]
fn a_ticked_title_is_counted_and_listed() {
    let view = everything();
    let GroupsView::Ready { copy, .. } = &view.groups else {
        panic!("no groups")
    };
    let (title, _) = asks(&copy.pos)
        .find(|(one, _)| one.title == "friends")
        .unwrap();
    let before = board_of(view.clone());
    assert!(before.contains("aria-label=\"Create this one too: friends\""));
    let html = draw(
        after(showing(view.clone()), [Action::Tick(Side::Pos, title)]),
        true,
    );
    assert_buttons(&html, &["Create 6 groups in POS"]);
    let list = html
        .split("class=\"preview\"")
        .nth(1)
        .unwrap()
        .split("</ul>")
        .next()
        .unwrap();
    assert_shows(list, &["friends"]);
    assert_eq!(list.matches("<li").count(), 6);
}

#[test]
fn one_side_without_groups_is_told_what_to_do() {
    let html = board_of(compared(&["VIP", "Staff"], &[]));
    assert_shows(&html, &["Your eCom store has no groups of its own."]);
    assert_buttons(&html, &["Create 2 groups online"]);
    let nothing = board_of(compared(&[], &[]));
    assert_shows(&nothing, &["Nothing to set up"]);
    assert!(!nothing.contains("Create "));
}

#[test]
fn groups_that_cannot_be_read_are_said() {
    let mut view = connected();
    let faults = Sides {
        pos: None,
        ecom: Some(Fault::of(FaultKind::PlanLacks)),
    };
    view.groups = GroupsView::Unreadable { faults };
    let html = board_of(view);
    assert_shows(&html, &["The eCom groups cannot be read.", "Business plan"]);
    assert_buttons(&html, &["Show the connections"]);

    let mut some = compared(&["VIP"], &["VIP"]);
    if let GroupsView::Ready { unreadable, .. } = &mut some.groups {
        *unreadable = Sides { pos: 1, ecom: 3 };
    }
    let html = board_of(some);
    assert_shows(
        &html,
        &[
            "One POS group could not be read",
            "3 eCom groups could not be read",
        ],
    );

    let reading = View {
        groups: GroupsView::Reading,
        ..connected()
    };
    assert!(board_of(reading).contains("bone-card"));
    assert_shows(&board_of(connected()), &["once both stores are connected"]);
}

#[test]
fn the_board_is_a_table_with_every_status_in_words() {
    let html = board_of(everything());
    let table = html
        .split("<table")
        .nth(1)
        .unwrap()
        .split("</table>")
        .next()
        .unwrap();
    assert_eq!(table.matches("scope=\"col\"").count(), 3);
    let words = [
        "collide",
        "nearly the same",
        "only in POS",
        "only in eCom",
        "the same",
        "default",
        "All Customers",
        "General",
    ];
    assert_shows(table, &words);
    assert_buttons(
        table,
        &[
            "Use the POS spelling online",
            "Use the online spelling in POS",
        ],
    );
    assert!(
        table.contains("title=\"Staff Discount → Staff  discount\""),
        "names both spellings"
    );
    assert_shows(table, &["Looks like", "(nothing to read)"]);
    let rows = table.matches("role=\"row\"").count();
    assert_eq!(rows, 14, "a head and each row once");
}

#[test]
fn titles_keep_every_byte_and_their_own_direction() {
    let html = board_of(compared(&[], &[" Gold\u{a0}<i> ", "עובדים"]));
    assert!(html.contains("dir=\"auto\""));
    assert!(!html.contains("<i>"));
    let title = elements(&html, "bdi").into_iter().map(|(_, text)| text);
    assert!(title.into_iter().any(|text| text.contains("Gold\u{a0}<i>")));
    let signs = html
        .split("class=\"preview\"")
        .nth(1)
        .unwrap()
        .split("</ul>")
        .next()
        .unwrap();
    assert_eq!(signs.matches("class=\"blank\"").count(), 3);
}

#[test]
fn a_long_board_can_be_narrowed_to_one_status() {
    let titles: Vec<String> = (0..21).map(|place| format!("Group {place}")).collect();
    let titles: Vec<&str> = titles.iter().map(String::as_str).collect();
    let html = board_of(compared(&titles, &titles));
    assert!(html.contains("aria-label=\"Show\""));
    assert_buttons(&html, &["all", "the same", "default"]);
    assert!(!board_of(everything()).contains("aria-pressed"));
}

#[test]
fn nothing_is_styled_inline() {
    for state in [
        showing(everything()),
        after(showing(everything()), [Action::Show(Tab::Overview)]),
    ] {
        assert!(
            !draw(state, true).contains("style="),
            "the page's policy refuses it"
        );
    }
}

#[test]
fn what_is_left_out_is_unfolded_where_nothing_else_is_said() {
    let html = board_of(compared(&["Gold "], &["Gold"]));
    assert_eq!(html.matches("<details open").count(), 2);
    assert!(!board_of(everything()).contains("<details open"));
}
