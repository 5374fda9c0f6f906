//! What a browser does to an extension, done on purpose: its background is ended, its access to
//! hosts is taken away, its toolbar button is pressed.

use anyhow::{Context, bail};
use serde_json::{Value, json};

use crate::{Browser, Driver, browser::FIREFOX_ID, driver::text};

impl Driver {
    /// Ends the background at this moment, as the browser does when it was idle for long.
    ///
    /// # Errors
    /// If the browser does not let us.
    pub fn kill_background(&self) -> anyhow::Result<()> {
        match self.browser {
            Browser::Chromium => {
                self.devtools("ServiceWorker.enable", &json!({}))?;
                self.devtools("ServiceWorker.stopAllWorkers", &json!({})).map(drop)
            }
            Browser::Firefox => self
                .as_browser(
                    "const [id, done] = arguments;
                     const { extension } = WebExtensionPolicy.getByID(id);
                     extension.terminateBackground({ ignoreDevToolsAttached: true,
                       disableResetIdleForTest: true }).then(() => done('ended'), e => done(String(e)));",
                    "ended",
                ),
        }
    }

    /// Takes the access to all hosts away, as a person may in the browser's settings. Only Firefox
    /// lets an extension's required hosts be taken away by a program.
    ///
    /// # Errors
    /// In Chromium, and if the browser does not let us.
    pub fn revoke_hosts(&self) -> anyhow::Result<()> {
        if self.browser == Browser::Chromium {
            bail!("Chromium has no such door");
        }
        self.as_browser(
            "const [id, done] = arguments;
             const { ExtensionPermissions } = ChromeUtils.importESModule(
               'resource://gre/modules/ExtensionPermissions.sys.mjs');
             const { extension } = WebExtensionPolicy.getByID(id);
             const origins = extension.allowedOrigins.patterns.map(p => p.pattern);
             ExtensionPermissions.remove(id, { permissions: [], origins }, extension)
               .then(() => done('taken'), e => done(String(e)));",
            "taken",
        )
    }

    /// Presses the extension's toolbar button. Only Firefox has a door to it for a program.
    ///
    /// # Errors
    /// In Chromium, and if there is no button.
    pub fn press_toolbar_button(&self) -> anyhow::Result<()> {
        if self.browser == Browser::Chromium {
            bail!("Chromium has no such door");
        }
        self.as_browser(
            "const [id, done] = arguments;
             const button = document.getElementById(id.replace(/[^a-z0-9]/gi, '_') + '-BAP')
               ?? document.querySelector(`[data-extensionid='${id}'] toolbarbutton`);
             if (!button) { done('no button'); return; }
             button.click(); done('pressed');",
            "pressed",
        )
    }

    /// Runs a script with the browser's own rights.
    fn as_browser(&self, script: &str, expected: &str) -> anyhow::Result<()> {
        self.post("/moz/context", &json!({ "context": "chrome" }))?;
        let outcome = self.js_async(script, &json!([FIREFOX_ID]));
        self.post("/moz/context", &json!({ "context": "content" }))?;
        match text(&outcome?)? {
            said if said == expected => Ok(()),
            said => bail!("the browser says: {said}"),
        }
    }

    fn devtools(&self, method: &str, params: &Value) -> anyhow::Result<Value> {
        let call = json!({ "cmd": method, "params": params });
        self.post("/goog/cdp/execute", &call)
            .with_context(|| method.to_owned())
    }
}
