//! Bindings to `chrome.*`, with promises, as both browsers have them in Manifest V3. The one place
//! in Rust that names them; the shells in `extension/` are the other.
//!
//! Whether a namespace exists depends on the context: in Firefox a panel inside an admin page has
//! no `tabs` and no `permissions`. Callers there get the error of a missing function.

use js_sys::{Array, Function, Object, Promise};
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    /// `runtime.sendMessage`: to the background.
    #[wasm_bindgen(catch, js_namespace = ["chrome", "runtime"], js_name = sendMessage)]
    pub(super) async fn send_message(message: &str) -> Result<JsValue, JsValue>;

    /// `runtime.connect`.
    #[wasm_bindgen(catch, js_namespace = ["chrome", "runtime"], js_name = connect)]
    pub(super) fn connect(info: &Object) -> Result<Port, JsValue>;

    /// `runtime.getURL`.
    #[wasm_bindgen(catch, js_namespace = ["chrome", "runtime"], js_name = getURL)]
    pub(super) fn get_url(path: &str) -> Result<String, JsValue>;

    /// `runtime.getManifest`.
    #[wasm_bindgen(js_namespace = ["chrome", "runtime"], js_name = getManifest)]
    pub(super) fn get_manifest() -> JsValue;

    /// `storage.local.get`.
    #[wasm_bindgen(catch, js_namespace = ["chrome", "storage", "local"], js_name = get)]
    pub(super) async fn local_get(keys: &JsValue) -> Result<JsValue, JsValue>;

    /// `storage.local.set`.
    #[wasm_bindgen(catch, js_namespace = ["chrome", "storage", "local"], js_name = set)]
    pub(super) async fn local_set(items: &Object) -> Result<JsValue, JsValue>;

    /// `storage.local.remove`.
    #[wasm_bindgen(catch, js_namespace = ["chrome", "storage", "local"], js_name = remove)]
    pub(super) async fn local_remove(keys: &JsValue) -> Result<JsValue, JsValue>;

    /// `storage.onChanged.addListener`.
    #[wasm_bindgen(catch, js_namespace = ["chrome", "storage", "onChanged"], js_name = addListener)]
    pub(super) fn on_stored(listener: &Function) -> Result<(), JsValue>;

    /// `storage.session.get`.
    #[wasm_bindgen(catch, js_namespace = ["chrome", "storage", "session"], js_name = get)]
    pub(super) async fn session_get(keys: &JsValue) -> Result<JsValue, JsValue>;

    /// `storage.session.set`.
    #[wasm_bindgen(catch, js_namespace = ["chrome", "storage", "session"], js_name = set)]
    pub(super) async fn session_set(items: &Object) -> Result<JsValue, JsValue>;

    /// `storage.session.remove`.
    #[wasm_bindgen(catch, js_namespace = ["chrome", "storage", "session"], js_name = remove)]
    pub(super) async fn session_remove(keys: &JsValue) -> Result<JsValue, JsValue>;

    /// `tabs.query`.
    #[wasm_bindgen(catch, js_namespace = ["chrome", "tabs"], js_name = query)]
    pub(super) async fn tabs_query(filter: &Object) -> Result<JsValue, JsValue>;

    /// `tabs.sendMessage`: to the scripts in a tab.
    #[wasm_bindgen(catch, js_namespace = ["chrome", "tabs"], js_name = sendMessage)]
    pub(super) async fn tabs_send(tab: i32, message: &str, to: &Object)
    -> Result<JsValue, JsValue>;

    /// `declarativeNetRequest.updateSessionRules`.
    #[wasm_bindgen(
        catch,
        js_namespace = ["chrome", "declarativeNetRequest"],
        js_name = updateSessionRules
    )]
    pub(super) async fn update_session_rules(change: &Object) -> Result<JsValue, JsValue>;

    /// `tabs.create`.
    #[wasm_bindgen(catch, js_namespace = ["chrome", "tabs"], js_name = create)]
    pub(super) async fn tabs_create(properties: &Object) -> Result<JsValue, JsValue>;

    /// `tabs.update`.
    #[wasm_bindgen(catch, js_namespace = ["chrome", "tabs"], js_name = update)]
    pub(super) async fn tabs_update(tab: i32, properties: &Object) -> Result<JsValue, JsValue>;

    /// `windows.update`.
    #[wasm_bindgen(catch, js_namespace = ["chrome", "windows"], js_name = update)]
    pub(super) async fn windows_update(
        window: i32,
        properties: &Object,
    ) -> Result<JsValue, JsValue>;

    /// `permissions.contains`.
    #[wasm_bindgen(catch, js_namespace = ["chrome", "permissions"], js_name = contains)]
    pub(super) async fn permissions_contains(wanted: &Object) -> Result<JsValue, JsValue>;

    /// `permissions.request`: only from a click in an extension page of its own.
    #[wasm_bindgen(catch, js_namespace = ["chrome", "permissions"], js_name = request)]
    pub(super) fn permissions_request(wanted: &Object) -> Result<Promise, JsValue>;

    /// `permissions.remove`.
    #[wasm_bindgen(catch, js_namespace = ["chrome", "permissions"], js_name = remove)]
    pub(super) async fn permissions_remove(unwanted: &Object) -> Result<JsValue, JsValue>;

    /// `scripting.registerContentScripts`.
    #[wasm_bindgen(catch, js_namespace = ["chrome", "scripting"], js_name = registerContentScripts)]
    pub(super) async fn scripts_register(scripts: &Array) -> Result<JsValue, JsValue>;

    /// `scripting.unregisterContentScripts`.
    #[wasm_bindgen(catch, js_namespace = ["chrome", "scripting"], js_name = unregisterContentScripts)]
    pub(super) async fn scripts_unregister(filter: &Object) -> Result<JsValue, JsValue>;

    /// `scripting.executeScript`.
    #[wasm_bindgen(catch, js_namespace = ["chrome", "scripting"], js_name = executeScript)]
    pub(super) async fn scripts_execute(injection: &Object) -> Result<JsValue, JsValue>;

    /// `alarms.create`.
    #[wasm_bindgen(catch, js_namespace = ["chrome", "alarms"], js_name = create)]
    pub(super) async fn alarms_create(name: &str, info: &Object) -> Result<JsValue, JsValue>;

    /// `alarms.get`.
    #[wasm_bindgen(catch, js_namespace = ["chrome", "alarms"], js_name = get)]
    pub(super) async fn alarms_get(name: &str) -> Result<JsValue, JsValue>;

    /// `alarms.clear`.
    #[wasm_bindgen(catch, js_namespace = ["chrome", "alarms"], js_name = clear)]
    pub(super) async fn alarms_clear(name: &str) -> Result<JsValue, JsValue>;

    /// `action.setBadgeText`.
    #[wasm_bindgen(catch, js_namespace = ["chrome", "action"], js_name = setBadgeText)]
    pub(super) async fn badge_text(details: &Object) -> Result<JsValue, JsValue>;

    /// `action.setBadgeBackgroundColor`.
    #[wasm_bindgen(catch, js_namespace = ["chrome", "action"], js_name = setBadgeBackgroundColor)]
    pub(super) async fn badge_colour(details: &Object) -> Result<JsValue, JsValue>;

    /// One end of a `runtime` port.
    #[derive(Clone)]
    pub type Port;

    /// `port.postMessage`.
    #[wasm_bindgen(method, catch, js_name = postMessage)]
    pub(super) fn post_message(this: &Port, message: &str) -> Result<(), JsValue>;

    /// `port.disconnect`.
    #[wasm_bindgen(method, catch)]
    pub(super) fn disconnect(this: &Port) -> Result<(), JsValue>;

    /// `port.onMessage`.
    #[wasm_bindgen(method, getter, js_name = onMessage)]
    pub(super) fn on_message(this: &Port) -> Event;

    /// `port.onDisconnect`.
    #[wasm_bindgen(method, getter, js_name = onDisconnect)]
    pub(super) fn on_disconnect(this: &Port) -> Event;

    /// An extension event.
    pub type Event;

    /// `event.addListener`.
    #[wasm_bindgen(method, js_name = addListener)]
    pub(super) fn add_listener(this: &Event, listener: &Function);
}

/// `{ key: value, … }`.
pub(super) fn object(entries: &[(&str, JsValue)]) -> Object {
    let pairs = Array::new();
    for (key, value) in entries {
        pairs.push(&Array::of2(&JsValue::from_str(key), value));
    }
    Object::from_entries(&pairs).unwrap_or_default()
}

/// The value of `key` in a plain object, or `undefined`.
pub(super) fn member(of: &JsValue, key: &str) -> JsValue {
    js_sys::Reflect::get(of, &JsValue::from_str(key)).unwrap_or(JsValue::UNDEFINED)
}
