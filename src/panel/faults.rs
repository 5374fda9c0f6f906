//! What a fault is called, for a person: one sentence for what happened, one for what to do.

use tandem_core::{Fault, FaultKind};

use super::{
    state::Problem,
    words::{say, say_with, text},
};

/// Two sentences.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Told {
    pub(super) what: String,
    pub(super) next: String,
    /// The store's own words, if it had any.
    pub(super) said: Option<String>,
}

/// What was read or written when a fault came: one answer of a store may mean different things.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Subject {
    /// Groups, or nothing in particular.
    #[default]
    Groups,
    /// Customers.
    Customers,
}

/// The words for a fault that came with groups, or by itself.
#[must_use]
pub(super) fn tell(fault: &Fault) -> Told {
    tell_of(fault, Subject::Groups)
}

/// The words for a fault that came with this.
#[must_use]
pub(super) fn tell_of(fault: &Fault, subject: Subject) -> Told {
    let (what, next) = match (fault.kind, subject) {
        // Without groups in the plan customers are read all the same: this is about more.
        (FaultKind::PlanLacks, Subject::Customers) => (
            "fault-plan-lacks-customers",
            "fault-plan-lacks-customers-next",
        ),
        (kind, _) => keys(kind),
    };
    let said = fault
        .said
        .as_ref()
        .map(|said| say_with("fault-said", &[text("said", said)]));
    Told {
        what: say(what),
        next: say(next),
        said,
    }
}

/// The words for a problem between the panel and the background.
#[must_use]
pub(super) fn tell_problem(problem: &Problem) -> Told {
    let (what, next) = match problem {
        Problem::NotDone(fault) => return tell(fault),
        Problem::NoAnswer => ("problem-no-answer", "problem-no-answer-next"),
        Problem::Gone => ("problem-gone", "problem-gone-next"),
        Problem::Crashed => ("problem-crashed", "problem-crashed-next"),
        Problem::Outside => ("problem-outside", "problem-outside-next"),
    };
    Told {
        what: say(what),
        next: say(next),
        said: None,
    }
}

/// What a kind of fault is called, without what to do.
#[must_use]
pub(super) fn tell_kind(kind: FaultKind) -> String {
    say(keys(kind).0)
}

const fn keys(kind: FaultKind) -> (&'static str, &'static str) {
    match kind {
        FaultKind::Offline => ("fault-offline", "fault-offline-next"),
        FaultKind::NoHostAccess => ("fault-no-host-access", "fault-no-host-access-next"),
        FaultKind::SignedOut => ("fault-signed-out", "fault-signed-out-next"),
        FaultKind::NotAllowed => ("fault-not-allowed", "fault-not-allowed-next"),
        FaultKind::NeedsPage => ("fault-needs-page", "fault-needs-page-next"),
        FaultKind::PlanLacks => ("fault-plan-lacks", "fault-plan-lacks-next"),
        FaultKind::RateLimited { .. } => ("fault-rate-limited", "fault-rate-limited-next"),
        FaultKind::NotFound => ("fault-not-found", "fault-not-found-next"),
        FaultKind::Refused { .. } => ("fault-refused", "fault-refused-next"),
        FaultKind::StoreFailed { .. } => ("fault-store-failed", "fault-store-failed-next"),
        FaultKind::Damaged => ("fault-damaged", "fault-damaged-next"),
        FaultKind::WrongStore => ("fault-wrong-store", "fault-wrong-store-next"),
        FaultKind::Stale => ("fault-stale", "fault-stale-next"),
        FaultKind::NotKept => ("fault-not-kept", "fault-not-kept-next"),
        FaultKind::KeptDamaged => ("fault-kept-damaged", "fault-kept-damaged-next"),
        FaultKind::KeptNewer => ("fault-kept-newer", "fault-kept-newer-next"),
        FaultKind::Locked => ("fault-locked", "fault-locked-next"),
        FaultKind::WrongPassphrase => ("fault-wrong-passphrase", "fault-wrong-passphrase-next"),
        FaultKind::Busy => ("fault-busy", "fault-busy-next"),
        FaultKind::Bug => ("fault-bug", "fault-bug-next"),
    }
}
