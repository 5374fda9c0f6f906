//! Customers as a background shows them: previews, runs, questions, history.

use tandem_core::{
    Consent, Field, RecordId, RecordRef, Side, Sides,
    consent::ConsentQuestion,
    decisions::Choice,
    recon::Question,
    show::{
        About, Card, CardId, CardSide, HistoryEntry, HistoryPage, HistoryQuery, HistoryRun, Offer,
        OpKind, OpKinds, OpRow, PreviewHead, PreviewId, PreviewPage, PreviewPart, PreviewQuery,
        Purpose, ReviewPage, RunId, Shown, ShownEdit, Span, Undoable, Verdict, Who,
    },
    sync::{End, journal::EndCounts},
};

use super::fixtures::{after, connected, showing};
use crate::{
    panel::{
        desk::{
            DeskAct, Got,
            preview::PreviewAct,
            review::{Renewed, ReviewAct},
        },
        state::{Action, State, Tab},
    },
    protocol::{
        customers::{CustomersState, CustomersView, Numbers, PosCalls, SyncView},
        view::{Phase, View},
    },
};

pub(super) fn record(side: Side, id: &str) -> RecordRef {
    RecordRef {
        side,
        id: RecordId::from(id),
    }
}

pub(super) fn who(name: &str) -> Who {
    Who {
        key: record(Side::Pos, name),
        name: Some(name.to_owned()),
        email: Some(format!("{}@example.com", name.to_lowercase())),
    }
}

/// Both sides read, with this many questions and this many to sync.
pub(super) fn read(revision: u64, questions: u32, to_sync: u32) -> View {
    View {
        customers: CustomersView {
            state: CustomersState::Ready(Numbers {
                revision,
                questions,
                to_sync,
                ..Numbers::default()
            }),
            ..CustomersView::default()
        },
        ..connected()
    }
}

pub(super) fn edit(field: Field, before: Shown, after: Shown) -> ShownEdit {
    ShownEdit {
        field,
        before,
        after,
    }
}

pub(super) fn words(text: &str) -> Shown {
    Shown::Text(text.to_owned())
}

/// A write that changes every kind of value and has every warning.
pub(super) fn op(number: u32) -> OpRow {
    OpRow {
        number,
        kind: OpKind::Update,
        on: Side::Ecom,
        who: who("Ada"),
        edits: vec![
            edit(
                Field::Email,
                words("old@example.com"),
                words("new@example.com"),
            ),
            edit(
                Field::Consent,
                Shown::Consent(Consent::Denied),
                Shown::Consent(Consent::Granted),
            ),
            edit(
                Field::Group,
                Shown::Group(None),
                Shown::Group(Some("עובדים (staff)".to_owned())),
            ),
            edit(
                Field::Address,
                Shown::Blank,
                Shown::Lines(vec!["1 Quay".to_owned(), "Harbour".to_owned()]),
            ),
        ],
        moves_sign_in: true,
        raises_consent: true,
    }
}

/// A preview with writes of every kind.
pub(super) fn head() -> PreviewHead {
    PreviewHead {
        id: PreviewId(1),
        purpose: Purpose::Everybody,
        kinds: OpKinds {
            create: Sides { pos: 12, ecom: 1 },
            update: Sides { pos: 0, ecom: 131 },
            move_group: 5,
        },
        total: 149,
        customers: 140,
        calls: Sides { pos: 48, ecom: 9 },
        seconds: 600,
        withheld: 2,
        halts: Vec::new(),
    }
}

pub(super) fn changes_online() -> PreviewPart {
    PreviewPart::Writes {
        kind: OpKind::Update,
        on: Side::Ecom,
    }
}

/// A window of writes of that part.
pub(super) fn page(from: u32, rows: u32) -> PreviewPage {
    PreviewPage {
        query: PreviewQuery {
            id: PreviewId(1),
            part: changes_online(),
            from,
            count: 100,
        },
        total: 131,
        writes: (from..from + rows).map(op).collect(),
        withheld: Vec::new(),
    }
}

pub(super) fn open(purpose: Purpose) -> Action {
    Action::Desk(DeskAct::Preview(PreviewAct::Open(purpose)))
}

pub(super) fn got(got: Got) -> Action {
    Action::Got(got)
}

/// A panel that shows this preview.
pub(super) fn previewing(head: PreviewHead) -> State {
    after(
        showing(read(1, 0, 140)),
        [
            open(head.purpose.clone()),
            got(Got::PreviewHead(Box::new(head))),
        ],
    )
}

/// One of every end, and one that waits.
pub(super) fn every_count() -> EndCounts {
    EndCounts {
        total: 36,
        applied: 8,
        already_there: 7,
        altered: 6,
        doubled: 5,
        stale: 4,
        rejected: 3,
        unknown: 2,
        waiting: 1,
    }
}

/// A run over customers that stands there.
pub(super) fn syncing(phase: Phase, counts: EndCounts) -> View {
    let mut view = read(1, 0, 0);
    view.customers.run = Some(SyncView {
        id: RunId(7),
        purpose: Purpose::Everybody,
        phase,
        counts,
        calls: Sides { pos: 20, ecom: 4 },
        calls_left: Sides { pos: 12, ecom: 3 },
        seconds_left: Some(75),
        pos_calls: PosCalls { used: 12, may: 105 },
        can_close: true,
    });
    view
}

pub(super) fn offer(verdict: Verdict) -> Offer {
    Offer {
        verdict,
        needs_evidence: false,
        moves_sign_in: false,
        in_bulk: 0,
    }
}

pub(super) fn choose(choice: Choice) -> Verdict {
    Verdict::Choose { choice }
}

pub(super) fn card_side(value: Shown, changed: Option<bool>) -> CardSide {
    CardSide {
        is_there: true,
        value,
        changed,
        changed_at: Some(1_700_000_000),
        name: Some("Ada".to_owned()),
        email: None,
    }
}

/// A question about consent: one answer lowers, one raises, one leaves it.
pub(super) fn consent_card(seen: u64) -> Card {
    Card {
        id: CardId {
            key: record(Side::Pos, "Ada"),
            field: Some(Field::Consent),
            seen,
        },
        who: who("Ada"),
        about: About::Field {
            field: Field::Consent,
            question: Question::Consent(ConsentQuestion::NeverAgreed),
        },
        sides: Sides {
            pos: card_side(Shown::Consent(Consent::Denied), Some(true)),
            ecom: card_side(Shown::Consent(Consent::Granted), Some(false)),
        },
        offers: vec![
            Offer {
                in_bulk: 37,
                ..offer(choose(Choice::Use(Side::Pos)))
            },
            Offer {
                needs_evidence: true,
                in_bulk: 9,
                ..offer(choose(Choice::Use(Side::Ecom)))
            },
            offer(choose(Choice::KeepApart)),
            offer(Verdict::Later),
        ],
    }
}

/// A question of this kind, with these answers.
pub(super) fn card(about: About, offers: Vec<Offer>) -> Card {
    Card {
        about,
        offers,
        ..consent_card(1)
    }
}

pub(super) fn review_page(revision: u64, card: Option<Card>) -> ReviewPage {
    ReviewPage {
        revision,
        left: 12,
        answered: 28,
        can_undo: true,
        card: card.map(Box::new),
    }
}

pub(super) fn reviewed(page: ReviewPage) -> Action {
    got(Got::ReviewPage(Box::new(page)))
}

/// The question on screen as it is now, where the person asked for nothing.
pub(super) fn renewed(of: Option<&Card>, page: ReviewPage) -> [Action; 2] {
    let of = of.map(|card| card.id.clone());
    let asked = in_review(ReviewAct::Renew(of));
    [asked, got(Got::Renewed(Box::new(Renewed(page))))]
}

pub(super) fn in_review(act: ReviewAct) -> Action {
    Action::Desk(DeskAct::Review(act))
}

/// A panel that asks this.
pub(super) fn asking(card: Option<Card>) -> State {
    after(
        showing(read(1, 12, 3)),
        [Action::Show(Tab::Review), reviewed(review_page(1, card))],
    )
}

pub(super) fn past(id: u32, purpose: Purpose) -> HistoryRun {
    HistoryRun {
        id: RunId(id),
        purpose,
        began: 1_700_000_000,
        counts: every_count(),
        is_closed: true,
        undoable: 8,
    }
}

pub(super) fn runs(from: u32, search: &str, runs: Vec<HistoryRun>) -> HistoryPage {
    HistoryPage {
        query: HistoryQuery {
            run: None,
            search: search.to_owned(),
            from,
            count: 100,
        },
        total: 250,
        spans: Span::of(&runs),
        runs,
        entries: Vec::new(),
        kept_days: 30,
    }
}

pub(super) fn entries(run: u32, from: u32, of: Vec<(Option<End>, Undoable)>) -> HistoryPage {
    let entry = |(number, (end, undo))| HistoryEntry {
        op: op(number),
        end,
        undo,
    };
    HistoryPage {
        query: HistoryQuery {
            run: Some(RunId(run)),
            search: String::new(),
            from,
            count: 100,
        },
        total: 250,
        runs: vec![past(run, Purpose::Everybody)],
        entries: (from..).zip(of).map(entry).collect(),
        kept_days: 30,
        spans: Vec::new(),
    }
}

pub(super) fn history(page: HistoryPage) -> Action {
    got(Got::HistoryPage(Box::new(page)))
}
