//! Customers as a background shows them.

use tandem_core::{
    Consent, Field, FieldSet, RecordId, RecordRef, Side, Sides,
    identity::{Ambiguity, Link},
    recon::{Question, Why},
    show::{Deed, Details, FieldLine, FieldState, ListPage, ListQuery, Row, Shown, Suggested, Who},
    suggest::Evidence,
    survey::{Consents, Known, Overlap, Reason, Status, StatusCounts},
};

use crate::{
    panel::{
        desk::{
            DeskAct, Got,
            customer::CustomerAct,
            list::{ListAct, PAGE},
        },
        state::{Action, State, Tab},
        tests::fixtures::{after, compared, showing},
        view::customers::status::STATUSES,
    },
    protocol::{
        customers::{CustomersState, CustomersView, Numbers},
        view::View,
    },
};

/// Every status with every reason that it comes with.
pub(in crate::panel::tests) fn every_reason() -> Vec<(Status, Reason)> {
    let copy = FieldSet::NONE.with(Field::Email).with(Field::Name);
    let ask = FieldSet::NONE.with(Field::Group).with(Field::Consent);
    let fields = Reason::Fields { copy, ask };
    let ambiguous = [
        Ambiguity::SharedEmail { in_pos: 3 },
        Ambiguity::EmailOfAnother,
        Ambiguity::Contradiction,
        Ambiguity::SaidToBeAnother,
    ];
    let mut all = vec![
        (Status::InStep, Reason::Plain),
        (Status::WillSync, fields),
        (Status::NeedsGroup, fields),
        (Status::NeedsGroup, Reason::NoSuchGroup),
        (Status::NeedsDecision, fields),
        (Status::WaitsForOrder, Reason::Plain),
        (Status::WillBeCreated(Side::Pos), Reason::Plain),
        (Status::WillBeCreated(Side::Pos), Reason::Asked),
        (Status::WillBeCreated(Side::Ecom), Reason::Asked),
        (Status::AddByHand, Reason::Plain),
        (Status::AddByHand, Reason::MayBeInPos),
        (Status::NoEmail, Reason::Plain),
        (Status::NoEmail, Reason::EmailIsNoKey),
        (Status::Ignored, Reason::Plain),
    ];
    all.extend(ambiguous.map(|why| (Status::Ambiguous, Reason::Ambiguity(why))));
    for side in Side::BOTH {
        all.push((Status::Gone, Reason::On(side)));
        all.push((Status::NotRead, Reason::On(side)));
    }
    all
}

pub(super) fn key(place: u32) -> RecordRef {
    RecordRef {
        side: Side::Pos,
        id: RecordId::from(format!("pos-{place}").as_str()),
    }
}

/// A row that tells where it belongs.
pub(super) fn row(place: u32, status: Status, reason: Reason) -> Row {
    Row {
        who: Who {
            key: key(place),
            name: Some(format!("Customer {place}")),
            email: Some(format!("c{place}@example.test")),
        },
        is_on: Sides {
            pos: true,
            ecom: true,
        },
        groups: Sides {
            pos: Some("VIP".to_owned()),
            ecom: Some("VIP".to_owned()),
        },
        status,
        reason,
    }
}

/// As many customers of each status as its place in the row of statuses, plus one.
pub(super) fn counts() -> StatusCounts {
    let each = STATUSES.iter().enumerate();
    StatusCounts::of(each.flat_map(|(place, status)| vec![*status; place + 1]))
}

pub(super) fn numbers() -> Numbers {
    Numbers {
        revision: 3,
        counts: counts(),
        overlap: Overlap {
            only: Sides { pos: 20, ecom: 12 },
            both: 50,
            asked: 9,
        },
        consents: Consents {
            known: Sides {
                pos: Known {
                    granted: 0,
                    unknown: 61,
                    denied: 18,
                },
                ecom: Known {
                    granted: 30,
                    unknown: 25,
                    denied: 16,
                },
            },
            alike: 47,
            only_denied: Sides { pos: 5, ecom: 7 },
        },
        unreadable: Sides { pos: 1, ecom: 2 },
        questions: 6,
        to_sync: 1842,
        read_at: 1_764_000_000,
    }
}

/// A view with groups that match, and these customers.
pub(super) fn with(state: CustomersState) -> View {
    View {
        customers: CustomersView {
            state,
            ..CustomersView::default()
        },
        ..compared(&["VIP"], &["VIP"])
    }
}

/// The customers of a view.
pub(super) fn at_customers(state: CustomersState) -> State {
    after(showing(with(state)), [Action::Show(Tab::Customers)])
}

/// A page as a background answers it.
pub(super) fn page(query: &ListQuery, revision: u64, total: u32) -> ListPage {
    let every = every_reason();
    let end = (query.from + query.count).min(total);
    let rows = (query.from..end).map(|place| {
        let (status, reason) = every[place as usize % every.len()];
        row(place, status, reason)
    });
    ListPage {
        query: query.clone(),
        revision,
        counts: counts(),
        total,
        rows: rows.collect(),
    }
}

/// Customers that were read, with the first page of them.
pub(super) fn listed() -> State {
    let query = ListQuery {
        count: PAGE,
        ..ListQuery::default()
    };
    let state = at_customers(CustomersState::Ready(numbers()));
    after(
        state,
        [
            Action::Desk(DeskAct::List(ListAct::Ask(query.clone(), 3))),
            Action::Got(Got::ListPage(Box::new(page(&query, 3, 91)))),
        ],
    )
}

/// The customer at a place, looked at.
pub(super) fn opened(details: Details) -> State {
    let open = CustomerAct::Open(details.row.who.key.clone());
    after(
        listed(),
        [
            Action::Desk(DeskAct::Customer(open)),
            Action::Desk(DeskAct::Customer(CustomerAct::Ask(3))),
            Action::Got(Got::Details(Box::new(details))),
        ],
    )
}

pub(super) fn suggested(name: &str, score: u8) -> Suggested {
    Suggested {
        who: Who {
            key: RecordRef {
                side: Side::Ecom,
                id: RecordId::from("310044821"),
            },
            name: Some(name.to_owned()),
            email: Some("twin@example.test".to_owned()),
        },
        score,
        evidence: vec![Evidence::SamePhone, Evidence::OtherEmail],
    }
}

fn every_deed() -> Vec<Deed> {
    vec![
        Deed::SyncNow,
        Deed::Review,
        Deed::Create { on: Side::Pos },
        Deed::Create { on: Side::Ecom },
        Deed::DoNotCreate,
        Deed::Link,
        Deed::Unlink,
        Deed::Ignore,
        Deed::Heed,
        Deed::Forget,
    ]
}

/// A pair of which something is copied and something asked, with everything that can be done.
pub(super) fn details() -> Details {
    let group = |title: &str| Shown::Group(Some(title.to_owned()));
    let text = |text: &str| Shown::Text(text.to_owned());
    let line = |field, pos, ecom, state| FieldLine {
        field,
        values: Sides { pos, ecom },
        state,
    };
    let question = Question::BothChanged;
    let asked = FieldState::Asked {
        question,
        answer: None,
    };
    let copied = FieldState::WillCopy {
        to: Side::Ecom,
        why: Why::Changed,
    };
    let consent = |consent| Shown::Consent(consent);
    Details {
        row: row(2, every_reason()[2].0, every_reason()[2].1),
        link: Some(Link::Email),
        fields: vec![
            line(Field::Group, group("VIP"), group("Staff"), asked),
            line(
                Field::Email,
                text("new@example.test"),
                text("old@example.test"),
                copied,
            ),
            line(
                Field::Consent,
                consent(Consent::Denied),
                consent(Consent::Granted),
                FieldState::LeftDifferent,
            ),
            line(Field::Name, text("Ada"), text("Ada"), FieldState::Same),
            line(
                Field::Company,
                Shown::Blank,
                text("Acme"),
                FieldState::OutOfScope,
            ),
        ],
        changed_at: Sides {
            pos: Some(1_763_000_000),
            ecom: None,
        },
        suggestions: vec![suggested("Ada Twin", 87)],
        deeds: every_deed(),
    }
}
