//! The pictures of numbers, as they are drawn: the same numbers stand beside them as text.

use tandem_core::{
    Side,
    survey::{Overlap, Part, Status},
};

use super::fixtures::{listed, numbers, page, with};
use crate::{
    panel::{
        desk::{DeskAct, Got, list::ListAct},
        state::{Action, State, Tab},
        tests::{
            fixtures::{after, draw, overview},
            reading::{assert_buttons, assert_shows, buttons, elements, text},
        },
    },
    protocol::customers::{CustomersState, Numbers},
};

fn at_overview(numbers: Numbers) -> String {
    overview(with(CustomersState::Ready(numbers)), true)
}

/// What the drawings of a page are called.
fn pictures(html: &str) -> Vec<String> {
    let drawn = elements(html, "svg").into_iter();
    let label = |(tag, _): (String, String)| {
        let (_, rest) = tag.split_once("role=\"img\" aria-label=\"")?;
        Some(rest.split('"').next()?.to_owned())
    };
    drawn.filter_map(label).collect()
}

#[test]
fn the_overlap_of_both_stores_is_drawn_and_each_part_leads_to_its_customers() {
    let html = at_overview(numbers());
    let parts = [
        "20 only in POS",
        "50 in both",
        "12 only online",
        "9 to be asked",
    ];
    assert_buttons(&html, &parts);
    let label = "Only in POS: 20. In both: 50. Only online: 12. To be asked: 9.";
    assert!(pictures(&html).contains(&label.to_owned()), "{html}");
    // The brackets of both stores are over and below their shares.
    for class in ["bracket-pos", "bracket-ecom"] {
        assert_eq!(html.matches(&format!("class=\"{class}\"")).count(), 1);
    }
}

#[test]
fn a_part_of_nobody_leads_nowhere_and_is_told_all_the_same() {
    let one_sided = Numbers {
        overlap: Overlap {
            both: 91,
            ..Overlap::default()
        },
        ..numbers()
    };
    let html = at_overview(one_sided);
    assert_buttons(&html, &["91 in both"]);
    assert!(!buttons(&html).contains(&"0 only in POS".to_owned()));
    assert_shows(&html, &["0 only in POS", "0 only online", "0 to be asked"]);
    let nobody = at_overview(Numbers::default());
    assert_shows(&nobody, &["0 customers in all"]);
    assert_eq!(pictures(&nobody).len(), 1, "of the groups alone");
}

#[test]
fn what_both_stores_know_of_consent_is_drawn_and_nothing_is_offered() {
    let html = at_overview(numbers());
    let drawn = pictures(&html);
    for label in [
        "In POS 18 said no and 61 said nothing. POS does not record a yes, so it has 0.",
        "Online 30 said yes, 25 said nothing and 16 said no.",
        "Of those in both, 47 are the same, 5 have a no in POS alone and 7 have a no online alone.",
    ] {
        assert!(drawn.contains(&label.to_owned()), "{label} in {drawn:?}");
    }
    let card = html.split("class=\"chart consents\"").nth(1).unwrap();
    let card = card.split("</section>").next().unwrap();
    assert_shows(
        card,
        &["18 said no", "47 the same in both", "7 no online alone"],
    );
    assert_eq!(text(card).matches("said yes").count(), 1, "{card}");
    assert_eq!(buttons(card), Vec::<String>::new());
}

fn chips(state: State) -> Vec<(String, bool)> {
    let html = draw(state, true);
    let group = html.split("Show customers by status").nth(1).unwrap();
    let group = group.split("</div>").next().unwrap();
    let chips = elements(group, "button").into_iter();
    chips
        .map(|(tag, name)| (name, tag.contains("aria-pressed=\"true\"")))
        .collect()
}

fn act(act: ListAct) -> Action {
    Action::Desk(DeskAct::List(act))
}

#[test]
fn a_part_narrows_the_list_until_another_filter_or_all_is_chosen() {
    let part = Part::Only(Side::Ecom);
    let state = after(listed(), [act(ListAct::Part(Some(part)))]);
    let wanted = state.desk.list.wanted(3).unwrap();
    assert_eq!((wanted.part, wanted.status), (Some(part), None));
    let pressed = |state: &State| -> Vec<String> {
        let chips = chips(state.clone()).into_iter();
        chips.filter(|(_, is)| *is).map(|(name, _)| name).collect()
    };
    assert_eq!(pressed(&state), ["only online 12"]);
    // What comes for everybody is of another list.
    let mut of_all = wanted.clone();
    of_all.part = None;
    let got = |page| Action::Got(Got::ListPage(Box::new(page)));
    let state = after(state, [got(page(&of_all, 3, 91))]);
    assert_eq!(state.desk.list.total(), None);
    let state = after(state, [got(page(&wanted, 3, 12))]);
    assert_eq!(state.desk.list.total(), Some(12));
    let status = act(ListAct::Filter(Some(Status::InStep)));
    let other = after(state.clone(), [status]);
    assert_eq!(other.desk.list.part, None);
    assert_eq!(pressed(&other).len(), 1);
    for everybody in [ListAct::Part(None), ListAct::Filter(None)] {
        let all = after(state.clone(), [act(everybody)]);
        assert!(all.desk.list.is_of_all());
        assert_eq!(pressed(&all), ["All 91"]);
    }
    let back = after(other, [act(ListAct::Part(Some(part)))]);
    assert_eq!(
        (back.desk.list.status, back.desk.list.part),
        (None, Some(part))
    );
    assert_eq!(back.tab(), Tab::Customers);
}
