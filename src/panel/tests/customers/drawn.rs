//! The customers as they are drawn.

use tandem_core::{Fault, FaultKind, Sides, survey::Status};

use super::fixtures::{at_customers, counts, every_reason, listed, numbers, row};
use crate::{
    panel::{
        desk::{DeskAct, list::ListAct},
        state::{Action, State},
        statuses,
        tests::{
            fixtures::{after, draw, draw_view},
            flow::{every_count, syncing},
            reading::{assert_buttons, assert_shows, buttons, elements, text},
        },
        view::customers::status::{STATUSES, of, word},
    },
    protocol::{
        customers::{CustomersState, Numbers, ReadingView},
        view::Phase,
    },
};

fn drawn(state: State) -> String {
    draw(state, true)
}

#[test]
fn before_anything_was_read_there_is_one_button() {
    let html = drawn(at_customers(CustomersState::NotRead));
    assert_shows(
        &html,
        &["reads all customers of both stores", "Nothing is written"],
    );
    assert_buttons(&html, &["Read customers"]);
    let opening = drawn(at_customers(CustomersState::Opening));
    assert_shows(&opening, &["Opening what was read before…"]);
}

#[test]
fn a_reading_says_how_far_it_is() {
    let reading = ReadingView {
        read: Sides {
            pos: 1200,
            ecom: 300,
        },
        total: Sides {
            pos: Some(2143),
            ecom: None,
        },
        calls: Sides { pos: 6, ecom: 1 },
        calls_left: Sides {
            pos: Some(5),
            ecom: None,
        },
        seconds_left: Some(40),
        is_paused: false,
    };
    let html = drawn(at_customers(CustomersState::Reading(reading)));
    assert_shows(
        &html,
        &[
            "1,200 of 2,143 read",
            "300 read",
            "6 calls made, 5 left",
            "1 call made",
            "40 seconds left",
        ],
    );
    assert_buttons(&html, &["Pause", "Cancel"]);
    assert_eq!(html.matches("<progress").count(), 2);
    let paused = ReadingView {
        is_paused: true,
        ..reading
    };
    let html = drawn(at_customers(CustomersState::Reading(paused)));
    assert_shows(&html, &["Paused. It goes on where it stopped."]);
    assert_buttons(&html, &["Continue", "Cancel"]);
    assert!(!text(&html).contains("seconds left"));
}

#[test]
fn what_cannot_be_read_says_why_and_what_to_do() {
    let faults = Sides {
        pos: None,
        ecom: Some(Fault::of(FaultKind::SignedOut)),
    };
    let html = drawn(at_customers(CustomersState::Unreadable { faults }));
    assert_shows(
        &html,
        &[
            "The eCom customers cannot be read.",
            "Nobody is signed in. Sign in,",
        ],
    );
    assert!(!text(&html).contains("The POS customers"));
    assert_buttons(&html, &["Read again", "Show the connections"]);
}

#[test]
fn a_plan_without_customers_is_told_as_such() {
    let lacks = || Fault::of(FaultKind::PlanLacks);
    let faults = Sides {
        pos: None,
        ecom: Some(lacks()),
    };
    let html = drawn(at_customers(CustomersState::Unreadable { faults }));
    let words = "The store's plan does not let Tandem at its customers, or the store is suspended.";
    assert_shows(&html, &["The eCom customers cannot be read.", words]);
    assert!(!text(&html).contains("has no customer groups"));
    let paused = Phase::Paused { fault: lacks() };
    assert_shows(&draw_view(syncing(paused, every_count())), &[words]);
}

/// The words and numbers of the filters.
fn filters(html: &str) -> Vec<(String, String)> {
    let group = html.split("Show customers by status").nth(1).unwrap();
    let group = group.split("</div>").next().unwrap();
    let chip = |(_, name): (String, String)| {
        let (word, number) = name.rsplit_once(' ').unwrap();
        (word.to_owned(), number.to_owned())
    };
    elements(group, "button").into_iter().map(chip).collect()
}

#[test]
fn the_filters_add_up_to_all() {
    let html = drawn(listed());
    let filters = filters(&html);
    let number = |text: &str| text.replace(',', "").parse::<u32>().unwrap();
    let all = number(&filters[0].1);
    let sum: u32 = filters[1..].iter().map(|(_, count)| number(count)).sum();
    assert_eq!((filters[0].0.as_str(), all), ("All", counts().total));
    assert_eq!(sum, all);
    for status in STATUSES {
        let shown = (word(status), of(&counts(), status).to_string());
        assert!(filters.contains(&shown), "{shown:?} in {filters:?}");
    }
}

#[test]
fn while_a_search_is_answered_its_numbers_are_not_known() {
    let search = |words: &str| Action::Desk(DeskAct::List(ListAct::Search(words.to_owned())));
    let html = drawn(after(listed(), [search("anna")]));
    assert!(filters(&html).iter().all(|(_, number)| number == "…"));
    assert!(html.contains("value=\"anna\"") && html.contains("cell-bones"));
    assert!(
        !text(&html).contains("Customer 0"),
        "rows of another search"
    );
    let back = drawn(after(listed(), [search("anna"), search("")]));
    assert_eq!(filters(&back)[0].1, counts().total.to_string());
}

#[test]
fn every_status_and_reason_has_words() {
    for (status, reason) in every_reason() {
        let why = statuses::why(status, reason);
        assert!(why.ends_with('.') && !why.contains('{'), "{why}");
        assert!(!word(status).is_empty());
    }
    let same: std::collections::BTreeSet<_> = every_reason()
        .into_iter()
        .map(|(status, reason)| statuses::why(status, reason))
        .collect();
    assert_eq!(same.len(), every_reason().len(), "each has its own");
    // A reason that does not belong to a status is no dead end either.
    for status in STATUSES {
        for (_, reason) in every_reason() {
            assert!(!statuses::why(status, reason).is_empty());
        }
    }
    let html = drawn(listed());
    for status in STATUSES {
        assert_shows(&html, &[&word(status)]);
    }
}

#[test]
fn the_list_is_a_grid_of_which_only_a_part_is_there() {
    let html = drawn(listed());
    let rows = html.matches("role=\"row\"").count();
    assert!((15..=30).contains(&rows), "{rows} rows");
    for mark in [
        "role=\"grid\"",
        "aria-rowcount=\"91\"",
        "aria-rowindex=\"1\"",
        "aria-activedescendant=\"customer-0\"",
        "id=\"customer-0\"",
        "tabindex=\"0\"",
    ] {
        assert!(html.contains(mark), "{mark}");
    }
    assert!(!html.contains("style="), "the page's policy refuses it");
    assert_shows(&html, &["Customer 0", "c0@example.test", "VIP"]);
}

#[test]
fn groups_are_named_once_where_they_are_equal() {
    use crate::panel::view::customers::groups_of;
    let mut one = row(1, Status::InStep, every_reason()[0].1);
    assert_eq!(groups_of(&one), "VIP");
    one.groups.ecom = Some("Staff".to_owned());
    assert_eq!(groups_of(&one), "VIP in POS, Staff online");
    one.groups.ecom = None;
    assert_eq!(groups_of(&one), "VIP in POS, unknown group online");
    one.is_on.ecom = false;
    assert_eq!(groups_of(&one), "VIP");
}

#[test]
fn all_is_synced_and_asked_with_one_button_each() {
    let html = drawn(listed());
    assert_buttons(
        &html,
        &["Sync 1,842 customers", "Answer 6 questions", "Read again"],
    );
    assert_shows(
        &html,
        &[
            "91 customers in all",
            "One POS customer could not be read",
            "2 eCom customers could not be read",
            "Last read moment 1764000000",
        ],
    );
    let done = Numbers {
        to_sync: 0,
        questions: 0,
        unreadable: Sides::default(),
        ..numbers()
    };
    let html = drawn(at_customers(CustomersState::Ready(done)));
    assert_shows(&html, &["Nothing to sync"]);
    assert!(
        !buttons(&html)
            .iter()
            .any(|name| name.starts_with("Sync") || name.starts_with("Answer"))
    );
    assert!(!text(&html).contains("could not be read and"));
}
