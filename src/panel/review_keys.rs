//! What a key does in a review. Pure; the keys act only while the keyboard is in the view.
//!
//! A key is meant for the question that is on screen when it goes down. One that would answer while
//! an answer is on its way comes too soon: nobody can have read the question that follows.

/// What a key does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum KeyAct {
    /// Shows the question after this one.
    Next,
    /// Shows the one before.
    Before,
    /// Leaves a question that is one no longer.
    GoOn,
    /// Picks the offer in this place, from 0.
    Pick(usize),
    /// Gives the answer that is picked.
    Confirm,
    /// Puts the question off.
    Later,
    /// Takes the last answer back.
    Undo,
    /// Nothing but that it came before there was a question for it.
    TooSoon,
}

/// Where a key was pressed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct At {
    /// How many offers there are; `None` where there is no question.
    pub(super) offers: Option<usize>,
    /// Whether an answer can be undone.
    pub(super) can_undo: bool,
    /// Whether a text is being written.
    pub(super) in_text: bool,
    /// Whether the keyboard is on something that Enter presses.
    pub(super) on_button: bool,
    /// Whether Ctrl, Alt or Meta is held: then the key is the browser's.
    pub(super) is_held: bool,
    /// Whether the browser repeats a key that is held down.
    pub(super) is_repeated: bool,
    /// Whether an answer is on its way, or the next question has not been on screen for long enough.
    pub(super) is_busy: bool,
    /// Whether the question on screen is one no longer.
    pub(super) is_gone: bool,
}

/// What this key does there; `None` where it is not ours.
#[must_use]
pub(super) fn act(key: &str, at: At) -> Option<KeyAct> {
    if at.in_text || at.is_held {
        return None;
    }
    let act = meaning(key, at)?;
    let only_looks = matches!(act, KeyAct::Next | KeyAct::Before);
    // A key that lies under a book answers nothing.
    if at.is_repeated && !only_looks {
        return None;
    }
    if at.is_busy {
        return (!only_looks).then_some(KeyAct::TooSoon);
    }
    if act == KeyAct::Undo {
        return at.can_undo.then_some(act);
    }
    let offers = at.offers?;
    if at.is_gone {
        let goes_on = matches!(act, KeyAct::Next | KeyAct::Confirm);
        return goes_on.then_some(KeyAct::GoOn);
    }
    let is_there = !matches!(act, KeyAct::Pick(place) if place >= offers);
    is_there.then_some(act)
}

/// What a key means, wherever it can be taken.
fn meaning(key: &str, at: At) -> Option<KeyAct> {
    Some(match key {
        "u" | "U" => KeyAct::Undo,
        "ArrowRight" => KeyAct::Next,
        "ArrowLeft" => KeyAct::Before,
        "l" | "L" => KeyAct::Later,
        "Enter" if !at.on_button => KeyAct::Confirm,
        _ => KeyAct::Pick(place(key)?),
    })
}

/// The place of an offer by its key: 1 is the first.
fn place(key: &str) -> Option<usize> {
    let is_digit = key.len() == 1;
    key.parse::<usize>()
        .ok()
        .filter(|_| is_digit)?
        .checked_sub(1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const OPEN: At = At {
        offers: Some(3),
        can_undo: true,
        in_text: false,
        on_button: false,
        is_held: false,
        is_repeated: false,
        is_busy: false,
        is_gone: false,
    };

    #[test]
    fn each_key_has_its_meaning() {
        for (key, does) in [
            ("ArrowRight", Some(KeyAct::Next)),
            ("ArrowLeft", Some(KeyAct::Before)),
            ("1", Some(KeyAct::Pick(0))),
            ("3", Some(KeyAct::Pick(2))),
            ("4", None),
            ("0", None),
            ("01", None),
            ("+1", None),
            ("Enter", Some(KeyAct::Confirm)),
            ("l", Some(KeyAct::Later)),
            ("U", Some(KeyAct::Undo)),
            ("ArrowUp", None),
            ("Tab", None),
            ("Escape", None),
        ] {
            assert_eq!(act(key, OPEN), does, "{key}");
        }
    }

    #[test]
    fn enter_on_a_button_presses_the_button() {
        let at = At {
            on_button: true,
            ..OPEN
        };
        assert_eq!(act("Enter", at), None);
        assert_eq!(act("2", at), Some(KeyAct::Pick(1)));
    }

    #[test]
    fn a_question_that_is_one_no_longer_takes_no_answer() {
        let at = At {
            is_gone: true,
            ..OPEN
        };
        for key in ["1", "2", "l", "ArrowLeft"] {
            assert_eq!(act(key, at), None, "{key}");
        }
        assert_eq!(act("Enter", at), Some(KeyAct::GoOn));
        assert_eq!(act("ArrowRight", at), Some(KeyAct::GoOn));
    }

    #[test]
    fn without_a_question_only_undo_is_left() {
        let at = At {
            offers: None,
            ..OPEN
        };
        for key in ["ArrowRight", "ArrowLeft", "1", "Enter", "l"] {
            assert_eq!(act(key, at), None, "{key}");
        }
        assert_eq!(act("u", at), Some(KeyAct::Undo));
    }

    #[test]
    fn a_key_that_would_answer_comes_too_soon_while_an_answer_is_on_its_way() {
        let at = At {
            is_busy: true,
            ..OPEN
        };
        for key in ["1", "3", "Enter", "l", "u"] {
            assert_eq!(act(key, at), Some(KeyAct::TooSoon), "{key}");
        }
        for key in ["ArrowRight", "ArrowLeft", "Tab", "x"] {
            assert_eq!(act(key, at), None, "{key}");
        }
    }

    #[test]
    fn a_key_that_is_held_down_turns_pages_and_answers_nothing() {
        let at = At {
            is_repeated: true,
            ..OPEN
        };
        for key in ["1", "Enter", "l", "u"] {
            assert_eq!(act(key, at), None, "{key}");
        }
        assert_eq!(act("ArrowRight", at), Some(KeyAct::Next));
    }

    fn keys() -> impl Strategy<Value = String> {
        prop_oneof![
            Just("Enter".to_owned()),
            Just("ArrowLeft".to_owned()),
            "[0-9a-zA-Z]",
            "\\PC{0,4}",
        ]
    }

    fn places() -> impl Strategy<Value = At> {
        (prop::option::of(0_usize..12), any::<[bool; 7]>()).prop_map(
            |(
                offers,
                [
                    can_undo,
                    in_text,
                    on_button,
                    is_held,
                    is_repeated,
                    is_busy,
                    is_gone,
                ],
            )| At {
                offers,
                can_undo,
                in_text,
                on_button,
                is_held,
                is_repeated,
                is_busy,
                is_gone,
            },
        )
    }

    proptest! {
        #[test]
        fn no_key_acts_where_it_must_not(key in keys(), at in places()) {
            let does = act(&key, at);
            if at.in_text || at.is_held {
                prop_assert_eq!(does, None);
            }
            prop_assert!(at.is_busy || does != Some(KeyAct::TooSoon));
            if at.is_busy {
                prop_assert!(matches!(does, None | Some(KeyAct::TooSoon)));
            } else if at.is_gone {
                prop_assert!(matches!(does, None | Some(KeyAct::GoOn | KeyAct::Undo)));
            }
            match does {
                Some(KeyAct::Undo) => prop_assert!(at.can_undo),
                Some(KeyAct::TooSoon) => prop_assert!(!at.is_repeated),
                Some(KeyAct::Pick(place)) => {
                    prop_assert!(at.offers.is_some_and(|offers| place < offers));
                }
                Some(KeyAct::Confirm) => prop_assert!(!at.on_button && at.offers.is_some()),
                Some(_) => prop_assert!(at.offers.is_some()),
                None => {}
            }
        }

        #[test]
        fn every_offer_up_to_nine_has_a_key(offers in 1_usize..10, place in 0_usize..9) {
            let at = At { offers: Some(offers), ..OPEN };
            let key = (place + 1).to_string();
            prop_assert_eq!(act(&key, at), (place < offers).then_some(KeyAct::Pick(place)));
        }
    }
}
