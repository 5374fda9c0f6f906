//! Every status and every question says why, in two sentences at most, in every language.

use std::rc::Rc;

use tandem_core::{
    Field, Side, Status as GroupStatus, consent::ConsentQuestion, identity::Ambiguity,
    recon::Question, show::About,
};

use super::customers::every_reason;
use crate::panel::{
    language::Language,
    questions, statuses,
    tests::locales::source,
    view::{counts::look, customers::status::STATUSES},
    words::{say, speak, with_commas},
};

/// The most sentences of a why.
const MOST: usize = 2;

/// How many sentences a text has. A colon at the end leads to what is shown beside it.
fn sentences(text: &str) -> usize {
    let text = text.trim();
    let ends = |letter: char| matches!(letter, '.' | '!' | '?' | '…');
    let letters: Vec<char> = text.chars().chain([' ']).collect();
    let inner = letters
        .windows(2)
        .filter(|pair| ends(pair[0]) && pair[1].is_whitespace());
    inner.count() + usize::from(text.ends_with(':'))
}

/// Every question about a field. A new one does not compile until it is here.
fn all_questions() -> Vec<Question> {
    use Question::{
        BothChanged, Cleared, Consent, DefaultAgainstNamed, EmailTaken, FlipFlop, NeverAgreed,
        NoSuchGroup,
    };
    let one_of = |question: Question| match question {
        NeverAgreed
        | DefaultAgainstNamed { .. }
        | BothChanged
        | Cleared { .. }
        | NoSuchGroup { .. }
        | EmailTaken
        | FlipFlop
        | Consent(
            ConsentQuestion::NeverAgreed
            | ConsentQuestion::RaisedInPos
            | ConsentQuestion::ForgottenOnline
            | ConsentQuestion::BothChanged,
        ) => question,
    };
    let of_sides = Side::BOTH.into_iter().flat_map(|side| {
        [
            DefaultAgainstNamed { named: side },
            Cleared { by: side },
            NoSuchGroup { on: side },
        ]
    });
    let others = [
        NeverAgreed,
        BothChanged,
        EmailTaken,
        FlipFlop,
        Consent(ConsentQuestion::NeverAgreed),
        Consent(ConsentQuestion::RaisedInPos),
        Consent(ConsentQuestion::ForgottenOnline),
        Consent(ConsentQuestion::BothChanged),
    ];
    of_sides.chain(others).map(one_of).collect()
}

/// Everything that a person may be asked.
fn all_prompts() -> Vec<About> {
    let fields = all_questions().into_iter().map(|question| About::Field {
        field: Field::Email,
        question,
    });
    let persons = [
        Ambiguity::SharedEmail { in_pos: 1 },
        Ambiguity::SharedEmail { in_pos: 3 },
        Ambiguity::EmailOfAnother,
        Ambiguity::Contradiction,
        Ambiguity::SaidToBeAnother,
    ];
    let persons = persons.map(|why| About::Person {
        why,
        candidates: Vec::new(),
    });
    let of_sides = Side::BOTH.into_iter().flat_map(|on| {
        let title = Some("VIP".to_owned());
        [About::Gone { on }, About::LacksGroup { on, title }]
    });
    fields.chain(persons).chain(of_sides).collect()
}

/// Every why, with what it is of.
fn all_whys() -> Vec<(String, String)> {
    let groups = [
        GroupStatus::Exact,
        GroupStatus::Near,
        GroupStatus::Only(Side::Pos),
        GroupStatus::Only(Side::Ecom),
        GroupStatus::Collision,
        GroupStatus::Default,
    ];
    let groups = groups.map(|one| (format!("{one:?}"), say(look(one).why)));
    let meanings = STATUSES.map(|one| (format!("{one:?}"), statuses::meaning(one)));
    let reasons = every_reason().into_iter().map(|(status, reason)| {
        let of = format!("{status:?} {reason:?}");
        (of, statuses::why(status, reason))
    });
    let prompts = all_prompts().into_iter();
    let prompts = prompts.map(|about| (format!("{about:?}"), questions::why(&about)));
    groups
        .into_iter()
        .chain(meanings)
        .chain(reasons)
        .chain(prompts)
        .collect()
}

#[test]
fn every_status_and_every_question_says_why_in_two_sentences_at_most() {
    for language in Language::ALL {
        let words = source(language);
        speak(language, language.tag(), Some(&words), Rc::new(with_commas));
        let all = all_whys();
        assert!(all.len() > 60, "{}", all.len());
        let wrong: Vec<_> = all
            .into_iter()
            .filter(|(_, why)| !(1..=MOST).contains(&sentences(why)))
            .collect();
        assert!(wrong.is_empty(), "{language:?}: {wrong:#?}");
    }
    speak(Language::English, "en", None, Rc::new(with_commas));
}

#[test]
fn sentences_are_counted() {
    for (text, many) in [
        ("", 0),
        ("No end", 0),
        ("One.", 1),
        ("1.5 is one number.", 1),
        ("One. Two?", 2),
        ("It is. Its title is:", 2),
        ("A. B. C.", 3),
    ] {
        assert_eq!(sentences(text), many, "{text:?}");
    }
}
