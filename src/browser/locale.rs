//! Moments as people write them where the browser is used: the browser's own calendar and zone.

use js_sys::{Array, Date, Intl::DateTimeFormat};
use wasm_bindgen::JsValue;

use super::ext::object;

/// A moment, in seconds since 1970, such as "24 Nov 2026, 18:41".
#[must_use]
pub fn moment(seconds: i64) -> String {
    #[expect(
        clippy::cast_precision_loss,
        reason = "no date is so far away that its seconds do not fit"
    )]
    let date = Date::new(&JsValue::from_f64(seconds as f64 * 1000.0));
    let style = object(&[
        ("dateStyle", "medium".into()),
        ("timeStyle", "short".into()),
    ]);
    let format = DateTimeFormat::new(&Array::new(), &style).format();
    let told = format.call1(&JsValue::UNDEFINED, &date);
    // Out of the calendar's range: better a number than nothing.
    told.ok()
        .and_then(|told| told.as_string())
        .unwrap_or_else(|| seconds.to_string())
}
