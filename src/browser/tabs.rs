//! Tabs: which admin pages are open, opening one, and bringing one to the front. Needs no `tabs`
//! permission: both browsers show the address of tabs on hosts that Tandem may reach.

use serde::Deserialize;
use wasm_bindgen::JsValue;

use super::ext::{self, member, object};

/// One tab, as far as the browser shows it.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Tab {
    /// The browser's number of it.
    pub id: i32,
    /// Its address, where Tandem may see it.
    pub url: Option<String>,
}

/// All tabs, with the addresses that may be seen; empty where the browser does not tell.
pub async fn all() -> Vec<Tab> {
    let found = ext::tabs_query(&object(&[]))
        .await
        .unwrap_or(JsValue::UNDEFINED);
    let tabs: Vec<JsValue> = js_sys::Array::from(&found).to_vec();
    tabs.into_iter()
        .filter_map(|tab| serde_wasm_bindgen::from_value(tab).ok())
        .collect()
}

/// Opens `url` in a new tab and says which.
pub async fn open(url: &str) -> Option<i32> {
    let tab = ext::tabs_create(&object(&[("url", url.into())]))
        .await
        .ok()?;
    serde_wasm_bindgen::from_value::<Tab>(tab)
        .ok()
        .map(|tab| tab.id)
}

/// Opens a page of the extension itself in a new tab.
pub async fn open_own(path: &str) -> Option<i32> {
    let url = ext::get_url(path).ok()?;
    open(&url).await
}

/// Brings a tab and its window to the front. A tab that is gone is left alone.
pub async fn show(tab: i32) {
    let active = object(&[("active", JsValue::TRUE)]);
    let Ok(tab) = ext::tabs_update(tab, &active).await else {
        return;
    };
    let window = member(&tab, "windowId").as_f64();
    #[expect(
        clippy::cast_possible_truncation,
        reason = "window numbers are small integers"
    )]
    if let Some(window) = window {
        drop(ext::windows_update(window as i32, &object(&[("focused", JsValue::TRUE)])).await);
    }
}
