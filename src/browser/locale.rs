//! Languages as the browser has them: which are wished for, the words of one, and moments and
//! numbers as people write them.

use std::rc::Rc;

use gloo_net::http::Request;
use js_sys::{
    Array, Date, Function,
    Intl::{DateTimeFormat, NumberFormat},
    global,
};
use serde::{Serialize, de::DeserializeOwned};
use wasm_bindgen::{JsCast, JsValue};

use super::{
    ext::{member, object},
    storage::{self, Keep},
};

/// Where it is kept which language is spoken.
const KEY: &str = "language1";

/// What the address of a panel inside an admin page tells of that page, after this.
const HINT: &str = "#lang=";

/// How numbers are written.
pub type Numbers = Rc<dyn Fn(u64) -> String>;

/// A moment, in seconds since 1970, as people of this language write it, such as
/// "24 Nov 2026, 18:41".
#[must_use]
pub fn moment(seconds: i64, tag: &str) -> String {
    #[expect(
        clippy::cast_precision_loss,
        reason = "no date is so far away that its seconds do not fit"
    )]
    let date = Date::new(&JsValue::from_f64(seconds as f64 * 1000.0));
    let style = object(&[
        ("dateStyle", "medium".into()),
        ("timeStyle", "short".into()),
    ]);
    let format = DateTimeFormat::new(&Array::of1(&tag.into()), &style).format();
    // Out of the calendar's range: better a number than nothing.
    told(&format, &date).unwrap_or_else(|| seconds.to_string())
}

/// How people of this language write numbers.
#[must_use]
pub fn numbers(tag: &str) -> Numbers {
    let format = NumberFormat::new(&Array::of1(&tag.into()), &object(&[])).format();
    Rc::new(move |number| {
        #[expect(
            clippy::cast_precision_loss,
            reason = "nobody has so many customers that their number does not fit"
        )]
        let value = JsValue::from_f64(number as f64);
        told(&format, &value).unwrap_or_else(|| number.to_string())
    })
}

fn told(format: &Function, value: &JsValue) -> Option<String> {
    format
        .call1(&JsValue::UNDEFINED, value)
        .ok()
        .and_then(|told| told.as_string())
}

/// What the browser's user reads, the dearest first.
#[must_use]
pub fn browser_languages() -> Vec<String> {
    let list = member(&member(&global(), "navigator"), "languages");
    let list: Option<Array> = list.dyn_into().ok();
    list.map(|list| list.iter().filter_map(|tag| tag.as_string()).collect())
        .unwrap_or_default()
}

/// The language that the admin page around this panel says it has. Only a hint: the page wrote it.
#[must_use]
pub fn page_hint() -> Option<String> {
    let hash = member(&member(&global(), "location"), "hash").as_string()?;
    hash.strip_prefix(HINT).map(str::to_owned)
}

/// Tells the browser, and whoever reads the page aloud, which language it is in now.
pub fn tell_page(tag: &str) {
    let page = member(&member(&global(), "document"), "documentElement");
    if let Ok(page) = page.dyn_into::<web_sys::Element>() {
        drop(page.set_attribute("lang", tag));
    }
}

/// The words of a language, from the extension's own files.
pub async fn words(tag: &str) -> Option<String> {
    let file = Request::get(&format!("locales/{tag}.ftl"))
        .send()
        .await
        .ok()?;
    if !file.ok() {
        return None;
    }
    file.text().await.ok()
}

/// What is kept of languages on this computer.
pub async fn kept<T: DeserializeOwned>() -> Option<T> {
    storage::get(Keep::Disk, KEY).await.ok().flatten()
}

/// Keeps it. Where there is no room, the language is found out anew next time.
pub async fn keep<T: Serialize>(value: &T) {
    drop(storage::set(Keep::Disk, KEY, value).await);
}
