//! What a browser does to an extension, done on purpose: its background is ended, its access to
//! hosts is taken away and given back, its toolbar button is pressed. Each browser has other doors.

use std::path::Path;

use anyhow::{Context, bail};
use serde_json::{Value, json};

use crate::{
    Browser, Driver,
    browser::{FIREFOX_ID, install},
    devtools,
    driver::text,
};

/// An unpacked extension's id depends on where it lies. The browser's own extensions have no path.
const CHROMIUM_ID: &str = "chrome.developerPrivate.getExtensionsInfo({})
    .then(all => all.find(one => one.path).id)";

/// What the person may choose in Firefox's details of an extension, under "Permissions".
const FIREFOX_ACCESS: &str = "const [id, change, done] = arguments;
    const { ExtensionPermissions } = ChromeUtils.importESModule(
        'resource://gre/modules/ExtensionPermissions.sys.mjs');
    const { extension } = WebExtensionPolicy.getByID(id);
    const { host_permissions = [], content_scripts = [] } = extension.manifest;
    const origins = [...host_permissions, ...content_scripts.flatMap(one => one.matches)];
    ExtensionPermissions[change](id, { permissions: [], origins }, extension)
        .then(() => done('done'), error => done(String(error)));";

const FIREFOX_END: &str = "const [id, done] = arguments;
    WebExtensionPolicy.getByID(id).extension
        .terminateBackground({ ignoreDevToolsAttached: true, disableResetIdleForTest: true })
        .then(() => done('done'), error => done(String(error)));";

/// A script in the process that the background runs in.
const FIREFOX_MEMORY: &str = "const [id, done] = arguments;
    const views = [...WebExtensionPolicy.getByID(id).extension.views];
    const manager = views.find(view => view.viewType === 'background')?.xulBrowser?.messageManager;
    if (!manager) return done(null);
    const name = 'tandem:memory';
    const heard = ({ data }) => { manager.removeMessageListener(name, heard); done(data); };
    manager.addMessageListener(name, heard);
    const look = `sendAsyncMessage('${name}', content.wrappedJSObject.tandemMemory?.() ?? null)`;
    manager.loadFrameScript('data:,' + encodeURIComponent(look), false);";

/// The process of the page in use, as the browser's own list of processes has it, after what nobody
/// holds any more was collected.
const FIREFOX_PAGE: &str = "const [done] = arguments;
    const { currentWindowGlobal } = gBrowser.selectedBrowser.browsingContext;
    const manager = Services.obs;
    manager.notifyObservers(null, 'child-gc-request');
    manager.notifyObservers(null, 'child-cc-request');
    setTimeout(() => ChromeUtils.requestProcInfo().then(({ children }) => {
        const own = children.find(one => one.pid === currentWindowGlobal.osPid);
        done(own ? own.memory : null);
    }, () => done(null)), 1500);";

const FIREFOX_BUTTON: &str = "const [id, done] = arguments;
    const button = document.getElementById(id.toLowerCase().replace(/[^a-z0-9_-]/g, '_') + '-BAP');
    if (button) button.click();
    done(button ? 'done' : 'there is no such button');";

impl Driver {
    /// Ends the background at this moment, as the browser does when it was idle for long.
    ///
    /// # Errors
    /// If the browser does not let us.
    pub fn kill_background(&self) -> anyhow::Result<()> {
        match self.browser {
            Browser::Chromium => {
                self.devtools("ServiceWorker.enable", &json!({}))?;
                self.devtools("ServiceWorker.stopAllWorkers", &json!({}))
                    .map(drop)
            }
            Browser::Firefox => self.as_firefox(FIREFOX_END, &json!([FIREFOX_ID])),
        }
    }

    /// How many bytes of memory the background's wasm has; `None` if it does not run now.
    ///
    /// # Errors
    /// If the browser does not tell.
    pub fn background_memory(&self) -> anyhow::Result<Option<u64>> {
        const CALL: &str = "globalThis.tandemMemory?.()";
        let told = match self.browser {
            Browser::Chromium => self.chromium()?.in_worker("/background.js", CALL)?,
            Browser::Firefox => Some(self.in_firefox(FIREFOX_MEMORY, &json!([FIREFOX_ID]))?),
        };
        Ok(told.and_then(|told| told.as_u64()))
    }

    /// How many bytes of memory the wasm of the panel in use has.
    ///
    /// # Errors
    /// If there is no panel.
    pub fn panel_memory(&self) -> anyhow::Result<u64> {
        let call = "return (window.wrappedJSObject ?? window).tandemMemory()";
        let told = self.js(call, &json!([]))?;
        told.as_u64().context("the panel does not tell")
    }

    /// How many bytes the page in use takes: in Chromium its heap, in Firefox its whole process, which
    /// is the least that each of them tells.
    ///
    /// # Errors
    /// If the browser does not tell.
    pub fn page_memory(&self) -> anyhow::Result<u64> {
        let told = match self.browser {
            Browser::Chromium => {
                self.devtools("HeapProfiler.enable", &json!({}))?;
                self.devtools("HeapProfiler.collectGarbage", &json!({}))?;
                let told = self.devtools("Runtime.getHeapUsage", &json!({}))?;
                self.devtools("HeapProfiler.disable", &json!({}))?;
                let of = |name: &str| told.get(name).and_then(Value::as_f64).unwrap_or_default();
                json!((of("usedSize") + of("backingStorageSize")).round())
            }
            Browser::Firefox => self.in_firefox(FIREFOX_PAGE, &json!([]))?,
        };
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "bytes, as JavaScript counts them"
        )]
        let told = told.as_f64().map(|bytes| bytes as u64);
        told.context("the browser does not tell")
    }

    /// Has the extension updated from `folder`, where a newer version lies now: the one that the
    /// browser was started with.
    ///
    /// # Errors
    /// If the browser does not take it.
    pub fn update_extension(&self, folder: &Path) -> anyhow::Result<()> {
        match self.browser {
            Browser::Chromium => {
                let reload = format!(
                    "{CHROMIUM_ID}.then(id => chrome.developerPrivate.reload(id, {{ failQuietly: false }}))"
                );
                self.chromium()?.on_extensions_page(&reload).map(drop)
            }
            Browser::Firefox => install(&self.running.wire, folder),
        }
    }

    /// Makes what a tab shows so many CSS pixels wide and high.
    ///
    /// # Errors
    /// If the browser does not let us.
    pub fn fit(&self, width: u64, height: u64) -> anyhow::Result<()> {
        let frame = "return [outerWidth - innerWidth, outerHeight - innerHeight]";
        let [across, down]: [u64; 2] = serde_json::from_value(self.js(frame, &json!([]))?)?;
        let size = json!({ "width": width + across, "height": height + down });
        self.post("/window/rect", &size).map(drop)
    }

    /// Takes the access to all hosts away, as a person may in the browser's settings.
    ///
    /// # Errors
    /// If the browser does not let us.
    pub fn revoke_hosts(&self) -> anyhow::Result<()> {
        match self.browser {
            Browser::Chromium => self.set_chromium_access("ON_CLICK"),
            Browser::Firefox => self.as_firefox(FIREFOX_ACCESS, &json!([FIREFOX_ID, "remove"])),
        }
    }

    /// Gives the access to all hosts back.
    ///
    /// # Errors
    /// If the browser does not let us.
    pub fn grant_hosts(&self) -> anyhow::Result<()> {
        match self.browser {
            Browser::Chromium => self.set_chromium_access("ON_ALL_SITES"),
            Browser::Firefox => self.as_firefox(FIREFOX_ACCESS, &json!([FIREFOX_ID, "add"])),
        }
    }

    /// Presses the extension's toolbar button for the tab in use.
    ///
    /// # Errors
    /// If there is no button, or the browser does not let us.
    pub fn press_toolbar_button(&self) -> anyhow::Result<()> {
        match self.browser {
            Browser::Chromium => self.press_chromium_button(),
            Browser::Firefox => self.as_firefox(FIREFOX_BUTTON, &json!([FIREFOX_ID])),
        }
    }

    /// As under "Site access" in Chromium's details of an extension.
    fn set_chromium_access(&self, access: &str) -> anyhow::Result<()> {
        let choose = format!(
            "{CHROMIUM_ID}.then(extensionId => chrome.developerPrivate
                .updateExtensionConfiguration({{ extensionId, hostAccess: '{access}' }}))"
        );
        self.chromium()?.on_extensions_page(&choose).map(drop)
    }

    /// The protocol wants the tab that holds the page, which WebDriver does not name: it is the one
    /// with the same address.
    fn press_chromium_button(&self) -> anyhow::Result<()> {
        let mut browser = self.chromium()?;
        let id = browser.on_extensions_page(CHROMIUM_ID)?;
        let url = json!(self.url()?);
        let tabs = json!([{ "type": "tab", "exclude": false }]);
        let found = browser.call("Target.getTargets", &json!({ "filter": tabs }))?;
        let found = found.get("targetInfos").and_then(Value::as_array);
        let is_ours = |tab: &&Value| tab.get("url") == Some(&url);
        let tab = found.and_then(|tabs| tabs.iter().find(is_ours)?.get("targetId"));
        let press = json!({ "id": id, "targetId": tab.context("no such tab")? });
        browser.call("Extensions.triggerAction", &press).map(drop)
    }

    fn chromium(&self) -> anyhow::Result<devtools::Browser> {
        let address = "/goog:chromeOptions/debuggerAddress";
        let address = self.running.capabilities.pointer(address);
        devtools::Browser::connect(&text(address.context("no debugger")?)?)
    }

    /// Runs a script with Firefox's own rights; its last argument is called with the outcome.
    pub(crate) fn as_firefox(&self, script: &str, args: &Value) -> anyhow::Result<()> {
        must_be_done(&self.in_firefox(script, args)?)
    }

    fn in_firefox(&self, script: &str, args: &Value) -> anyhow::Result<Value> {
        self.post("/moz/context", &json!({ "context": "chrome" }))?;
        let outcome = self.js_async(script, args);
        self.post("/moz/context", &json!({ "context": "content" }))?;
        outcome
    }

    pub(crate) fn devtools(&self, method: &str, params: &Value) -> anyhow::Result<Value> {
        let call = json!({ "cmd": method, "params": params });
        self.post("/goog/cdp/execute", &call)
            .with_context(|| method.to_owned())
    }
}

fn must_be_done(outcome: &Value) -> anyhow::Result<()> {
    match text(outcome)?.as_str() {
        "done" => Ok(()),
        said => bail!("the browser says: {said}"),
    }
}
