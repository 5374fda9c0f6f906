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
use wasm_bindgen::{JsCast, JsValue, prelude::Closure};

use super::{
    clock,
    ext::{self, member, object},
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
    let date = date(seconds);
    let style = object(&[
        ("dateStyle", "medium".into()),
        ("timeStyle", "short".into()),
    ]);
    let format = DateTimeFormat::new(&Array::of1(&tag.into()), &style).format();
    // Out of the calendar's range: better a number than nothing.
    told(&format, &date).unwrap_or_else(|| seconds.to_string())
}

/// The moment that it is, in seconds since 1970.
#[must_use]
pub fn now() -> i64 {
    i64::try_from(clock::now_ms() / 1000).unwrap_or_default()
}

/// On which day, counted from 1970, a moment is where the person is.
#[must_use]
pub fn day_of(seconds: i64) -> i64 {
    #[expect(
        clippy::cast_possible_truncation,
        reason = "minutes between a zone and UTC are whole and few"
    )]
    let behind = date(seconds).get_timezone_offset() as i64;
    seconds.saturating_sub(behind * 60).div_euclid(DAY)
}

/// The short name of such a day, such as "24 Nov".
#[must_use]
pub fn day_name(day: i64, tag: &str) -> String {
    let style = object(&[
        ("day", "numeric".into()),
        ("month", "short".into()),
        ("timeZone", "UTC".into()),
    ]);
    let format = DateTimeFormat::new(&Array::of1(&tag.into()), &style).format();
    let date = date(day.saturating_mul(DAY));
    told(&format, &date).unwrap_or_else(|| day.to_string())
}

/// How long a day is, in seconds.
const DAY: i64 = 24 * 60 * 60;

fn date(seconds: i64) -> Date {
    #[expect(
        clippy::cast_precision_loss,
        reason = "no date is so far away that its seconds do not fit"
    )]
    Date::new(&JsValue::from_f64(seconds as f64 * 1000.0))
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

/// Hears each time that what is kept of languages becomes another, whichever page of ours did it.
/// Nothing is heard in a rehearsal, which has no other page.
pub fn on_kept(hear: impl Fn() + 'static) {
    let listener = Closure::<dyn Fn(JsValue)>::new(move |changes: JsValue| {
        if !member(&changes, KEY).is_undefined() {
            hear();
        }
    });
    // For as long as the page is there.
    drop(ext::on_stored(listener.into_js_value().unchecked_ref()));
}

/// Keeps it. Where there is no room, the language is found out anew next time.
pub async fn keep<T: Serialize>(value: &T) {
    drop(storage::set(Keep::Disk, KEY, value).await);
}
