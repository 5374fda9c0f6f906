//! What a person sets in their system for all pages: forced colours, and no motion. Each browser has
//! another door to it.

use serde_json::json;

use crate::{Browser, Driver};

/// Colours of the system alone, and as little motion as can be.
const FIREFOX: &str = "const done = arguments[0];
    Services.prefs.setIntPref('browser.display.document_color_use', 2);
    Services.prefs.setIntPref('ui.prefersReducedMotion', 1);
    done('done')";

/// What moved though nobody did anything, from now on, and what that was.
const WATCH: &str = "if (globalThis.tandemShifts) return false;
    if (!PerformanceObserver.supportedEntryTypes.includes('layout-shift')) return false;
    globalThis.tandemShifts = [];
    const told = ({ node, previousRect: from, currentRect: to }) =>
      `${node?.nodeName} ${node?.className?.baseVal ?? node?.className} from ${from.x},${from.y} ${from.width}x${from.height} to ${to.x},${to.y} ${to.width}x${to.height}`;
    new PerformanceObserver(list => {
      for (const { value, hadRecentInput, sources } of list.getEntries()) {
        if (!hadRecentInput) globalThis.tandemShifts.push([value, sources.map(told).join('; ')]);
      }
    }).observe({ type: 'layout-shift' });
    return true";

impl Driver {
    /// Shows the page in use in forced colours and without motion.
    ///
    /// # Errors
    /// If the browser does not let us.
    pub fn force_colours(&self) -> anyhow::Result<()> {
        match self.browser {
            Browser::Chromium => {
                let features = json!({ "features": [
                    { "name": "forced-colors", "value": "active" },
                    { "name": "prefers-reduced-motion", "value": "reduce" },
                ] });
                self.devtools("Emulation.setEmulatedMedia", &features)
                    .map(drop)
            }
            Browser::Firefox => self.as_firefox(FIREFOX, &json!([])),
        }
    }

    /// Watches from now on what moves in the page in use without anybody's doing. Whether this browser
    /// can tell; Firefox cannot.
    ///
    /// # Errors
    /// If the page is gone.
    pub fn watch_shifts(&self) -> anyhow::Result<bool> {
        Ok(self.js(WATCH, &json!([]))? == json!(true))
    }

    /// What moved since then: how much of the page, by the browser's own measure, and what.
    ///
    /// # Errors
    /// If the page is gone.
    pub fn shifts(&self) -> anyhow::Result<Vec<(f64, String)>> {
        let told = self.js("return globalThis.tandemShifts ?? []", &json!([]))?;
        Ok(serde_json::from_value(told)?)
    }
}
