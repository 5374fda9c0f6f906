//! What a person is asked, and why something is not written, in words. No markup.

use tandem_core::{
    Field,
    consent::ConsentQuestion,
    decisions::Choice,
    identity::Ambiguity,
    recon::Question,
    show::{About, Verdict},
    sync::{draft::Because, policy::Halt, undo::NotUndone},
};

use super::words::{count, say, say_with, side, text};

/// Why a question is asked.
#[must_use]
pub(super) fn tell(question: Question) -> String {
    match question {
        Question::NeverAgreed => say("question-never-agreed"),
        Question::DefaultAgainstNamed { named } => {
            say_with("question-default-named", &[side(named)])
        }
        Question::BothChanged => say("question-both-changed"),
        Question::Cleared { by } => say_with("question-cleared", &[side(by)]),
        Question::NoSuchGroup { on } => say_with("question-no-such-group", &[side(on)]),
        Question::EmailTaken => say("question-email-taken"),
        Question::FlipFlop => say("question-flip-flop"),
        Question::Consent(why) => say(match why {
            ConsentQuestion::NeverAgreed => "question-consent-never",
            ConsentQuestion::RaisedInPos => "question-consent-raised-in-pos",
            ConsentQuestion::ForgottenOnline => "question-consent-forgotten",
            ConsentQuestion::BothChanged => "question-consent-both",
        }),
    }
}

/// Why it cannot be told who a customer is.
#[must_use]
pub(super) fn ambiguity(why: Ambiguity) -> String {
    match why {
        Ambiguity::SharedEmail { in_pos } => {
            say_with("ambiguity-shared-email", &[count("count", in_pos)])
        }
        Ambiguity::EmailOfAnother => say("ambiguity-of-another"),
        Ambiguity::Contradiction => say("ambiguity-contradiction"),
        Ambiguity::SaidToBeAnother => say("ambiguity-said-another"),
    }
}

/// Why something is not written. `when` tells a moment.
#[must_use]
pub(super) fn because(because: Because, when: impl Fn(i64) -> String) -> String {
    match because {
        Because::Asked(question) => say_with("because-asked", &[text("question", &tell(question))]),
        Because::Grace { until } => say_with("because-grace", &[text("when", &when(until))]),
        Because::NotAtHand => say("because-not-at-hand"),
        Because::NoCounterpart => say("because-no-counterpart"),
        Because::ReadOnly => say("because-read-only"),
    }
}

/// What has to be looked at before a run.
#[must_use]
pub(super) fn halt(halt: Halt) -> String {
    match halt {
        Halt::Emptied { side: of, had, has } => say_with(
            "halt-emptied",
            &[side(of), count("had", had), count("has", has)],
        ),
        Halt::ManyChanges {
            side: of,
            changes,
            of: all,
        } => say_with(
            "halt-many-changes",
            &[side(of), count("changes", changes), count("of", all)],
        ),
        Halt::OverBudget {
            side: of,
            calls,
            may,
        } => say_with(
            "halt-over-budget",
            &[side(of), count("calls", calls), count("may", may)],
        ),
    }
}

/// Why a write cannot be taken back.
#[must_use]
pub(super) fn not_undone(because: NotUndone) -> String {
    say(match because {
        NotUndone::Created => "not-undone-created",
        NotUndone::NothingDone => "not-undone-nothing",
        NotUndone::TakenBack => "not-undone-taken-back",
    })
}

/// The question of a card, in one sentence.
#[must_use]
pub(super) fn ask(about: &About) -> String {
    match about {
        About::Field { field, .. } => say(match field {
            Field::Group => "ask-group",
            Field::Email => "ask-email",
            Field::Consent => "ask-consent",
            Field::Name => "ask-name",
            Field::Company => "ask-company",
            Field::Phone => "ask-phone",
            Field::Address => "ask-address",
        }),
        About::Person { .. } => say("ask-person"),
        About::Gone { on } => say_with("ask-gone", &[side(*on)]),
        About::LacksGroup { on, .. } => say_with("ask-lacks-group", &[side(*on)]),
    }
}

/// Why it is asked.
#[must_use]
pub(super) fn why(about: &About) -> String {
    match about {
        About::Field { question, .. } => tell(*question),
        About::Person { why, .. } => ambiguity(*why),
        About::Gone { .. } => say("ask-gone-why"),
        About::LacksGroup { .. } => say("ask-lacks-group-why"),
    }
}

/// An answer, without the value or the record that it is about.
#[must_use]
pub(super) fn verdict(verdict: &Verdict) -> String {
    match verdict {
        Verdict::Choose {
            choice: Choice::Use(of),
        } => say_with("offer-use-plain", &[side(*of)]),
        Verdict::Choose {
            choice: Choice::KeepApart,
        } => say("offer-apart"),
        Verdict::Link { to } => say_with("offer-link-plain", &[side(to.side)]),
        Verdict::Create => say("offer-create"),
        Verdict::Ignore => say("offer-ignore"),
        Verdict::Forget => say("offer-forget"),
        Verdict::Later => say("offer-later"),
    }
}
