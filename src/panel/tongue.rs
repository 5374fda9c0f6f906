//! Speaking a language: found out before the panel is drawn, and anew when a person chooses one.

use std::{cell::Cell, rc::Rc};

use serde::{Deserialize, Serialize};
use wasm_bindgen_futures::spawn_local;

use super::{
    language::{Language, pick, region},
    words,
};
use crate::browser::locale;

/// What is kept of it on this computer.
#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(default)]
struct Kept {
    /// The tag of the language that a person chose.
    chosen: Option<String>,
    /// That of the admin page that was seen last, for a panel in a tab of its own.
    page: Option<String>,
}

/// Speaks as this panel should; gives back what a person chose.
pub(super) async fn begin() -> Option<Language> {
    let mut kept: Kept = locale::kept().await.unwrap_or_default();
    // Whoever frames the panel can write this: it is looked up among the languages, and no more.
    let hint = locale::page_hint().and_then(|tag| Language::of(&tag));
    let hint = hint.map(|language| language.tag().to_owned());
    if hint.is_some() && hint != kept.page {
        kept.page = hint;
        locale::keep(&kept).await;
    }
    speak_as(&kept).await;
    known(kept.chosen.as_deref())
}

/// Speaks as a person chose, from now on; `None` follows the admin page again.
pub(super) async fn choose(language: Option<Language>) {
    let mut kept: Kept = locale::kept().await.unwrap_or_default();
    kept.chosen = language.map(|language| language.tag().to_owned());
    locale::keep(&kept).await;
    speak_as(&kept).await;
}

/// Speaks as a person chooses in another panel, each time that they do, and tells what that is.
pub(super) fn follow(chosen: Option<Language>, tell: impl Fn(Option<Language>) + 'static) {
    let (last, tell) = (Rc::new(Cell::new(chosen)), Rc::new(tell));
    locale::on_kept(move || {
        let (last, tell) = (Rc::clone(&last), Rc::clone(&tell));
        spawn_local(async move {
            let kept: Kept = locale::kept().await.unwrap_or_default();
            let chosen = known(kept.chosen.as_deref());
            // Which page was seen last is kept there too, and is not for panels that are open.
            if last.replace(chosen) != chosen {
                speak_as(&kept).await;
                tell(chosen);
            }
        });
    });
}

fn known(tag: Option<&str>) -> Option<Language> {
    tag.and_then(Language::of)
}

async fn speak_as(kept: &Kept) {
    let browser = locale::browser_languages();
    let (chosen, page) = (known(kept.chosen.as_deref()), known(kept.page.as_deref()));
    let mut language = pick(chosen, page, &browser);
    let mut source = None;
    if language != Language::English {
        source = locale::words(language.tag()).await;
        if source.is_none() {
            language = Language::English;
        }
    }
    let region = region(language, &browser);
    let numbers = locale::numbers(&region);
    words::speak(language, &region, source.as_deref(), numbers);
    locale::tell_page(language.tag());
}
