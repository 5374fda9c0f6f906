//! The pages of the list: whatever order answers come in, what is shown belongs to the search and
//! filter on screen, and to one moment.

use proptest::prelude::*;
use tandem_core::{
    FaultKind,
    show::{ListPage, ListQuery},
    survey::{Status, StatusCounts},
};

use super::fixtures::{row, with};
use crate::{
    panel::{
        desk::{
            DeskAct, Got, Reply,
            list::{ListAct, PAGE},
        },
        state::{Action, Problem, State},
        tests::fixtures::{after, showing},
    },
    protocol::customers::{CustomersState, Numbers},
};

/// What may happen.
#[derive(Clone, Copy, Debug)]
enum Step {
    Search(&'static str),
    Filter(Option<Status>),
    Look(u32),
    /// The background answers what is under way.
    Answer,
    /// It does not.
    Miss,
    /// An answer to an earlier question comes, late or twice.
    Stray(usize),
    /// The book changes.
    Change,
    /// A person tries again.
    Again,
}

fn step() -> impl Strategy<Value = Step> {
    prop_oneof![
        2 => prop::sample::select(vec!["", "a", "an", "anna"]).prop_map(Step::Search),
        1 => prop::sample::select(vec![None, Some(Status::InStep), Some(Status::Gone)])
            .prop_map(Step::Filter),
        3 => (0_u32..3000).prop_map(Step::Look),
        8 => Just(Step::Answer),
        1 => Just(Step::Miss),
        2 => (0_usize..20).prop_map(Step::Stray),
        1 => Just(Step::Change),
        1 => Just(Step::Again),
    ]
}

/// The background and the panel.
struct World {
    state: State,
    revision: u64,
    under_way: Option<ListQuery>,
    answered: Vec<ListPage>,
}

/// How many rows a search finds under a revision.
fn total_of(query: &ListQuery, revision: u64) -> u32 {
    let shorter = u32::try_from(query.search.len()).unwrap() * 700;
    3000 - shorter - u32::from(query.status.is_some()) * 150 + u32::try_from(revision).unwrap()
}

/// A page whose rows tell what they are of.
fn answer(query: &ListQuery, revision: u64) -> ListPage {
    let total = total_of(query, revision);
    let rows = (query.from..(query.from + query.count).min(total)).map(|place| {
        let mut row = row(place, Status::InStep, tandem_core::survey::Reason::Plain);
        row.who.name = Some(format!(
            "{}/{:?}/{place}/{revision}",
            query.search, query.status
        ));
        row
    });
    ListPage {
        query: query.clone(),
        revision,
        counts: StatusCounts {
            total: u32::try_from(query.search.len()).unwrap(),
            ..StatusCounts::default()
        },
        total,
        rows: rows.collect(),
    }
}

impl World {
    fn new() -> Self {
        let ready = CustomersState::Ready(Numbers::default());
        Self {
            state: showing(with(ready)),
            revision: 1,
            under_way: None,
            answered: Vec::new(),
        }
    }

    fn act(&mut self, action: Action) {
        self.state = after(std::mem::take(&mut self.state), [action]);
    }

    fn list(&mut self, act: ListAct) {
        self.act(Action::Desk(DeskAct::List(act)));
    }

    fn take(&mut self, page: ListPage) {
        self.act(Action::Got(Got::ListPage(Box::new(page))));
    }

    /// What the view does whenever it is drawn.
    fn fetch(&mut self) {
        if let Some(query) = self.state.desk.list.wanted(self.revision) {
            assert_eq!(self.under_way, None, "one at a time");
            self.list(ListAct::Ask(query.clone(), self.revision));
            self.under_way = Some(query);
        }
    }

    fn answer(&mut self) -> bool {
        let Some(query) = self.under_way.take() else {
            return false;
        };
        let page = answer(&query, self.revision);
        self.answered.push(page.clone());
        self.take(page);
        true
    }

    fn step(&mut self, step: Step) {
        match step {
            Step::Search(words) => self.list(ListAct::Search(words.to_owned())),
            Step::Filter(status) => self.list(ListAct::Filter(status)),
            Step::Look(first) => self.list(ListAct::Look(first..first + 15)),
            Step::Answer => drop(self.answer()),
            Step::Miss => {
                if self.under_way.take().is_some() {
                    self.act(Action::Missed(Reply::ListPage, Problem::NoAnswer));
                }
            }
            Step::Stray(place) => {
                // Only what comes beside a call that is under way can be told from its answer.
                let stray = self.answered.get(place).cloned();
                if let Some(page) = stray.filter(|_| self.under_way.is_none()) {
                    self.take(page);
                }
            }
            Step::Change => self.revision += 1,
            Step::Again => self.list(ListAct::Again),
        }
    }

    fn name_at(&self, place: u32) -> Option<String> {
        let (page, at) = self.state.desk.list.row(place)?;
        page.rows[at].who.name.clone()
    }

    fn check(&self) {
        let list = &self.state.desk.list;
        let mut revisions = Vec::new();
        for place in (0..3000).step_by(7) {
            if let Some(name) = self.name_at(place) {
                let shown = format!("{}/{:?}/{place}/", list.search, list.status);
                let revision = name.strip_prefix(&shown);
                revisions.push(
                    revision
                        .unwrap_or_else(|| panic!("{name} is not of {shown}"))
                        .to_owned(),
                );
            }
        }
        revisions.dedup();
        assert!(revisions.len() <= 1, "two moments at once: {revisions:?}");
        if let Some(counts) = list.counts() {
            assert_eq!(
                counts.total as usize,
                list.search.len(),
                "numbers of another search"
            );
        }
    }
}

proptest! {
    #[test]
    fn what_is_shown_belongs_to_what_is_asked(steps in prop::collection::vec(step(), 1..60)) {
        let mut world = World::new();
        for step in steps {
            world.step(step);
            world.fetch();
            world.check();
        }
        // Left alone, the list comes to rest with all rows in view, as they are now.
        world.list(ListAct::Again);
        world.fetch();
        while world.answer() {
            world.fetch();
            world.check();
        }
        let list = &world.state.desk.list;
        let total = list.total().unwrap();
        prop_assert_eq!(list.wanted(world.revision), None);
        for place in list.window.clone().filter(|place| *place < total) {
            let name = world.name_at(place).unwrap();
            let now = format!("/{}", world.revision);
            prop_assert!(name.ends_with(&now), "{} is not of {}", name, now);
        }
    }
}

#[test]
fn a_list_that_does_not_come_is_not_asked_for_again_by_itself() {
    let mut world = World::new();
    world.fetch();
    world.step(Step::Miss);
    assert_eq!(world.state.desk.list.wanted(1), None);
    assert_eq!(world.state.desk.list.problem, Some(Problem::NoAnswer));
    assert_eq!(
        world.state.problem, None,
        "it is said where the list would stand"
    );
    world.list(ListAct::Again);
    assert!(world.state.desk.list.wanted(1).is_some());
}

#[test]
fn a_page_ahead_is_there_before_it_is_in_view() {
    let mut world = World::new();
    world.fetch();
    while world.answer() {
        world.fetch();
    }
    assert!(world.name_at(0).is_some() && world.name_at(PAGE).is_some());
    assert_eq!(world.name_at(2 * PAGE), None, "but no more than that");
}

#[test]
fn few_pages_are_kept_however_far_one_scrolls() {
    let mut world = World::new();
    for first in (0..2800).step_by(90) {
        world.list(ListAct::Look(first..first + 15));
        world.fetch();
        while world.answer() {
            world.fetch();
        }
    }
    let kept = (0..30).filter(|number| world.name_at(number * PAGE).is_some());
    assert_eq!(kept.count(), 12);
    assert!(world.name_at(2790).is_some() && world.name_at(0).is_none());
}

#[test]
fn another_search_takes_the_problem_of_the_last_one_away() {
    let mut world = World::new();
    world.fetch();
    world.step(Step::Miss);
    world.step(Step::Search("a"));
    world.fetch();
    let asked = world.under_way.clone().unwrap();
    assert_eq!((asked.search.as_str(), asked.from), ("a", 0));
    // The answer to a search that is no longer on screen is not shown, and the next one is asked.
    world.step(Step::Search("an"));
    assert_eq!(world.state.desk.list.wanted(1), None, "one at a time");
    assert!(world.answer());
    assert_eq!(world.state.desk.list.total(), None);
    assert_eq!(world.state.desk.list.wanted(1).unwrap().search, "an");
    let fault = tandem_core::Fault::of(FaultKind::Busy);
    world.act(Action::Missed(Reply::ListPage, Problem::NotDone(fault)));
    assert!(world.state.desk.list.problem.is_some());
}
