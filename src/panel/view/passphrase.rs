//! The passphrase that may guard what is kept on this computer: setting it, taking it off, locking,
//! and entering it. It goes to the background and never comes back.

use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::run_frame::button;
use crate::{
    panel::{
        client::Controls,
        desk::DeskAct,
        words::{number, say, say_with},
    },
    protocol::{
        customers::{GuardBy, Guarded, Lock, SHORTEST_PASSPHRASE, Unlock},
        secret::Secret,
    },
};

#[derive(Clone, PartialEq, Properties)]
pub(in crate::panel) struct PassphraseProps {
    pub(in crate::panel) guarded: Guarded,
    pub(in crate::panel) controls: Controls,
}

/// The card in the settings.
#[component]
pub(in crate::panel) fn PassphraseCard(props: &PassphraseProps) -> Html {
    let PassphraseProps { guarded, controls } = props;
    let (off, lock) = (controls.clone(), controls.clone());
    html! {
        <section class="card">
            <h2>{ say("passphrase") }</h2>
            { match guarded {
                Guarded::ByBrowser => html! {
                    <>
                        <p>{ say("passphrase-why") }</p>
                        <details class="token">
                            <summary>{ say("passphrase-set") }</summary>
                            <NewPassphrase controls={controls.clone()} />
                        </details>
                    </>
                },
                Guarded::ByPassphrase => html! {
                    <>
                        <p>{ say("passphrase-is-set") }</p>
                        <div class="actions">
                            { button("secondary", say("passphrase-lock"), move || {
                                lock.ask(Lock {});
                                lock.desk(DeskAct::Forget);
                            }) }
                            { button("quiet", say("passphrase-off"), move || {
                                off.ask(GuardBy { passphrase: None });
                            }) }
                        </div>
                        <details class="token">
                            <summary>{ say("passphrase-change") }</summary>
                            <NewPassphrase controls={controls.clone()} />
                        </details>
                    </>
                },
                Guarded::ByMemory => html! { <p>{ say("passphrase-nothing") }</p> },
                Guarded::Locked => html! { <UnlockForm controls={controls.clone()} /> },
            } }
        </section>
    }
}

/// What stands in place of everything that is locked.
#[component]
pub(in crate::panel) fn UnlockCard(props: &UnlockProps) -> Html {
    html! {
        <section class="card next">
            <h2>{ say("unlock-title") }</h2>
            <p>{ say("unlock-what") }</p>
            <UnlockForm controls={props.controls.clone()} />
        </section>
    }
}

#[derive(Clone, PartialEq, Properties)]
pub(in crate::panel) struct UnlockProps {
    pub(in crate::panel) controls: Controls,
}

#[component]
fn UnlockForm(props: &UnlockProps) -> Html {
    let field = use_node_ref();
    let onsubmit = {
        let (controls, field) = (props.controls.clone(), field.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            if let Some(passphrase) = taken(&field) {
                controls.ask(Unlock { passphrase });
            }
        })
    };
    html! {
        <form class="stack" {onsubmit} autocomplete="off">
            { word("unlock-word", "passphrase-word", &field) }
            <div class="actions">
                <button type="submit" class="primary">{ say("unlock-button") }</button>
            </div>
            <p class="muted">{ say("unlock-lost") }</p>
        </form>
    }
}

#[derive(Clone, PartialEq, Properties)]
struct NewProps {
    controls: Controls,
}

/// Twice the same, so that nobody is locked out by a slip of the finger.
#[component]
fn NewPassphrase(props: &NewProps) -> Html {
    let (first, second) = (use_node_ref(), use_node_ref());
    let trouble = use_state(|| None::<&'static str>);
    let onsubmit = {
        let (controls, trouble) = (props.controls.clone(), trouble.clone());
        let (first, second) = (first.clone(), second.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            let words = [&first, &second].map(|node| node.cast::<HtmlInputElement>());
            let [Some(one), Some(other)] = words else {
                return;
            };
            let found = trouble_with(&one.value(), &other.value());
            trouble.set(found);
            if found.is_none() {
                other.set_value("");
                let passphrase = taken(&first);
                controls.ask(GuardBy { passphrase });
            }
        })
    };
    let shortest = say_with("passphrase-short", &[number("count", SHORTEST_PASSPHRASE)]);
    html! {
        <form class="stack" {onsubmit} autocomplete="off">
            { word("passphrase-first", "passphrase-new", &first) }
            { word("passphrase-second", "passphrase-again", &second) }
            <p class="muted">{ say("passphrase-warning") }</p>
            <p role="alert">{ match *trouble {
                Some("passphrase-short") => shortest,
                Some(key) => say(key),
                None => String::new(),
            } }</p>
            <div class="actions">
                <button type="submit" class="secondary">{ say("passphrase-use") }</button>
            </div>
        </form>
    }
}

/// What is wrong with two passphrases that were typed.
fn trouble_with(first: &str, second: &str) -> Option<&'static str> {
    if first.chars().count() < SHORTEST_PASSPHRASE {
        Some("passphrase-short")
    } else if first != second {
        Some("passphrase-differs")
    } else {
        None
    }
}

/// A field for a passphrase, with its label.
fn word(id: &'static str, label: &str, node: &NodeRef) -> Html {
    html! {
        <label class="field" for={id}>
            <span>{ say(label) }</span>
            <input {id} ref={node.clone()} type="password" required={true} autocomplete="off"
                spellcheck="false" />
        </label>
    }
}

/// What was typed; the field is empty afterwards.
fn taken(node: &NodeRef) -> Option<Secret> {
    let field = node.cast::<HtmlInputElement>()?;
    let word = field.value();
    field.set_value("");
    Some(Secret::new(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_passphrase_is_long_enough_and_typed_twice() {
        for (first, second, trouble) in [
            ("kurz", "kurz", Some("passphrase-short")),
            ("äöüßäöü", "äöüßäöü", Some("passphrase-short")),
            ("äöüßäöüß", "äöüßäöüß", None),
            ("eight or more", "eight or mOre", Some("passphrase-differs")),
        ] {
            assert_eq!(trouble_with(first, second), trouble, "{first}");
        }
    }
}
