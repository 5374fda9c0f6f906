//! What is there in every state: the head, the tabs, problems, the choice of the stores.

use tandem_core::{Fault, FaultKind};

use super::{
    fixtures::{after, connected, draw, draw_view, everything, run, showing, store, unpinned},
    reading::{assert_buttons, assert_shows, buttons, text},
};
use crate::{
    panel::{
        language::Language,
        state::{Action, Problem, State, Tab},
    },
    protocol::view::Phase,
};

#[test]
fn both_stores_stand_at_the_top_in_every_state() {
    let states = [
        showing(connected()),
        showing(everything()),
        after(showing(everything()), [Action::Show(Tab::Overview)]),
        after(showing(connected()), [Action::Struck(Problem::NoAnswer)]),
        after(showing(connected()), [Action::Rechoose(true)]),
        showing(run(Phase::Running, vec![None])),
    ];
    for state in states {
        let html = draw(state, true);
        let top = html.split("</header>").next().unwrap();
        let names = ["Tandem", "unofficial, for Lightspeed Retail POS and eCom"];
        assert_shows(top, &names);
        assert_shows(
            top,
            &["Harbour Café & Deli", "harbourcafe.retail.lightspeed.app"],
        );
        assert_shows(top, &["Harbour Café Online", "my.ecwid.com", "10432001"]);
    }
}

#[test]
fn the_panel_can_be_closed_and_moved_only_where_that_means_something() {
    let embedded = draw(showing(connected()), true);
    assert_buttons(&embedded, &["Check again", "Open in a tab", "Close Tandem"]);
    let alone = buttons(&draw(showing(connected()), false));
    assert_eq!(
        alone,
        [
            "Check again",
            "Overview",
            "Groups",
            "Customers",
            "Review",
            "History",
            "Settings"
        ]
    );
}

#[test]
fn before_the_first_answer_there_is_only_a_shape() {
    let html = draw(State::default(), true);
    assert!(html.contains("bone-card"));
    assert!(!text(&html).contains("not chosen"));
    assert!(!html.contains("role=\"alert\""));
}

#[test]
fn the_static_skeleton_has_the_shape_of_the_first_drawing() {
    let page = include_str!("../../../static/panel.html");
    let drawn = draw(State::default(), false);
    for class in [
        "sheet",
        "top",
        "brand",
        "pair",
        "store store-pos",
        "store store-ecom",
        "bone bone-card",
    ] {
        let mark = format!("class=\"{class}\"");
        assert_eq!(
            page.matches(&mark).count(),
            drawn.matches(&mark).count(),
            "{class}"
        );
    }
    assert!(!page.contains("<style") && !page.contains("style=") && !page.contains("onclick"));
}

#[test]
fn problems_say_what_to_do_and_are_never_a_dead_end() {
    let fault = Fault {
        kind: FaultKind::Busy,
        said: None,
    };
    let cases = [
        (
            Problem::NoAnswer,
            "Tandem did not answer. Wait a moment, then try again.",
            true,
        ),
        (
            Problem::Gone,
            "Tandem was updated while this page was open. Reload this page.",
            false,
        ),
        (Problem::Crashed, "Tandem had to start anew.", true),
        (
            Problem::Outside,
            "No store connected. This page works inside the Tandem extension.",
            false,
        ),
        (
            Problem::NotDone(fault),
            "Tandem is still at work. Wait for it to finish.",
            true,
        ),
    ];
    for (problem, words, can_go_on) in cases {
        let struck = Action::Struck(problem);
        let html = draw(after(State::default(), [struck.clone()]), false);
        assert!(html.contains("role=\"alert\""));
        assert_shows(&html, &[words]);
        assert_eq!(
            buttons(&html).contains(&"Try again".to_owned()),
            can_go_on,
            "{words}"
        );
        let html = draw(after(showing(connected()), [struck]), false);
        assert_eq!(
            buttons(&html).contains(&"Dismiss".to_owned()),
            can_go_on,
            "{words}"
        );
    }
}

#[test]
fn two_stores_are_chosen_by_a_person() {
    let ready = draw_view(unpinned());
    assert_shows(&ready, &["Choose your two stores", "not chosen"]);
    assert_buttons(&ready, &["Use these two stores"]);
    assert_eq!(ready.matches("type=\"radio\"").count(), 2);

    let mut one_sided = unpinned();
    one_sided.stores.ecom.seen.clear();
    one_sided
        .stores
        .pos
        .seen
        .push(store("b", "b.retail.lightspeed.app", None));
    let html = draw_view(one_sided);
    assert_buttons(&html, &["-Use these two stores"]);
    assert_shows(&html, &["One store of each side is needed."]);
    assert_shows(&html, &["Open your eCom admin in a tab and sign in."]);

    let again = draw(after(showing(connected()), [Action::Rechoose(true)]), true);
    assert_buttons(&again, &["Use these two stores", "Keep the stores in use"]);
}

#[test]
fn the_language_can_be_chosen_by_its_own_name() {
    let show = Action::Show(Tab::Settings);
    let html = draw(after(showing(connected()), [show.clone()]), true);
    assert_shows(
        &html,
        &["Language", "As the admin page", "Français", "Deutsch"],
    );
    let options = html.split("<option").skip(1);
    let tags = options.filter_map(|rest| rest.split('>').next());
    assert_eq!(tags.filter(|tag| tag.contains("lang=\"")).count(), 5);
    let speaks = Action::Speaks(Some(Language::French));
    let chosen = after(showing(connected()), [show.clone(), speaks]);
    assert!(chosen.speech.is_new);
    let html = draw(chosen.clone(), true);
    let option = html.split("lang=\"fr\"").nth(1).unwrap();
    assert!(option.split('>').next().unwrap().contains("selected"));
    // Chosen in another panel, it is spoken here too, and the keyboard stays where it is.
    let heard = after(
        showing(connected()),
        [Action::Heard(Some(Language::French))],
    );
    assert_eq!(heard.speech.chosen, Some(Language::French));
    assert!(!heard.speech.is_new);
    // The keyboard is given back once, not each time that somebody comes by.
    assert!(!after(chosen, [show]).speech.is_new);
}

#[test]
fn the_tabs_are_tabs() {
    let html = draw_view(connected());
    assert_eq!(html.matches("role=\"tab\"").count(), 6);
    assert_eq!(html.matches("role=\"tablist\"").count(), 1);
    assert_eq!(html.matches("aria-selected=\"true\"").count(), 1);
    assert!(html.contains("aria-controls=\"panel-g\"") && html.contains("id=\"panel-g\""));
    assert_eq!(html.matches("tabindex=\"-1\"").count(), 5);
}
