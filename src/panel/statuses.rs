//! Why a customer has its status, in a sentence (rules A3 to A6). No markup.

use tandem_core::{
    Field, FieldSet, Side,
    identity::Link,
    recon::Why,
    show::FieldState,
    survey::{Reason, Status},
};

use super::{
    fields, questions,
    words::{say, say_with, side, text},
};

/// Why: one sentence, or two.
#[must_use]
pub(super) fn why(status: Status, reason: Reason) -> String {
    match (status, reason) {
        (Status::InStep, _) => say("why-in-step"),
        (Status::WillSync, reason) => with_fields("why-will-sync", copied(reason)),
        (Status::NeedsGroup, Reason::NoSuchGroup) => say("why-no-such-group"),
        (Status::NeedsGroup, reason) => {
            and_others("why-groups-differ", "why-groups-differ-too", reason)
        }
        (Status::NeedsDecision, reason) => with_fields("why-needs-decision", asked(reason)),
        (Status::WaitsForOrder, _) => say("why-waits-for-order"),
        (Status::WillBeCreated(Side::Pos), Reason::Asked) => say("why-add-asked"),
        (Status::WillBeCreated(Side::Pos), _) => say("why-add-ordered"),
        (Status::WillBeCreated(Side::Ecom), _) => say("why-create-asked"),
        (Status::AddByHand, Reason::MayBeInPos) => say("why-may-be-in-pos"),
        (Status::AddByHand, _) => say("why-add-by-hand"),
        (Status::Ambiguous, Reason::Ambiguity(why)) => questions::ambiguity(why),
        (Status::Ambiguous, _) => say("why-ambiguous"),
        (Status::NoEmail, Reason::EmailIsNoKey) => say("why-email-no-key"),
        (Status::NoEmail, _) => say("why-no-email"),
        (Status::Gone, Reason::On(of)) => say_with("why-gone-on", &[side(of)]),
        (Status::Gone, _) => say("why-gone"),
        (Status::NotRead, Reason::On(of)) => say_with("why-not-read-on", &[side(of)]),
        (Status::NotRead, _) => say("why-not-read"),
        (Status::Ignored, _) => say("why-ignored"),
    }
}

/// What a status means, of whoever has it.
#[must_use]
pub(super) fn meaning(status: Status) -> String {
    match status {
        Status::WillSync => say("why-will-sync-any"),
        Status::NeedsDecision => say("why-needs-decision-any"),
        other => why(other, Reason::Plain),
    }
}

const fn copied(reason: Reason) -> FieldSet {
    match reason {
        Reason::Fields { copy, .. } => copy,
        _ => FieldSet::NONE,
    }
}

const fn asked(reason: Reason) -> FieldSet {
    match reason {
        Reason::Fields { ask, .. } => ask,
        _ => FieldSet::NONE,
    }
}

fn with_fields(key: &str, of: FieldSet) -> String {
    let names: Vec<_> = of.iter().map(fields::name).collect();
    say_with(key, &[text("fields", &names.join(", "))])
}

/// What stands under `key`, or `with_others` where a person is asked about other fields too.
fn and_others(key: &str, with_others: &str, reason: Reason) -> String {
    let others = asked(reason).without(Field::Group);
    if others.is_empty() {
        return say(key);
    }
    with_fields(with_others, others)
}

/// Why two records are one person.
#[must_use]
pub(super) fn link(link: Link) -> String {
    say(match link {
        Link::Archive => "link-archive",
        Link::Reference => "link-reference",
        Link::Email => "link-email",
    })
}

/// What follows for a field.
#[must_use]
pub(super) fn field(state: FieldState) -> String {
    match state {
        FieldState::Same => say("field-same"),
        FieldState::LeftDifferent => say("field-left-different"),
        FieldState::WillCopy { to, why } => {
            let key = match why {
                Why::Filled => "field-copy-filled",
                Why::Changed => "field-copy-changed",
                Why::Answered => "field-copy-answered",
            };
            say_with(key, &[side(to)])
        }
        FieldState::Asked { question, answer } => {
            let question = questions::tell(question);
            match answer {
                Some(_) => format!("{question} {}", say("field-answered")),
                None => question,
            }
        }
        FieldState::Alone => say("field-alone"),
        FieldState::OutOfScope => say("field-out-of-scope"),
    }
}
