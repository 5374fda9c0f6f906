//! What a person can do with a browser: look, click, type, change tabs.

use std::path::Path;

use anyhow::Context;
use base64::{Engine, engine::general_purpose::STANDARD};
use serde_json::{Value, json};

use crate::{
    Profile,
    browser::{self, Browser, Options, Running},
    wait::{PATIENCE, wait_until},
};

/// WebDriver's names for references.
const ELEMENT: &str = "element-6066-11e4-a52e-4f735466cecf";
const SHADOW: &str = "shadow-6066-11e4-a52e-4f735466cecf";

/// A reference to something on the page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Element(pub(crate) String);

impl Element {
    /// As an argument of a script.
    pub(crate) fn as_argument(&self) -> Value {
        json!({ ELEMENT: self.0 })
    }
}

/// A browser in use.
pub struct Driver {
    /// Which browser it is.
    pub browser: Browser,
    pub(crate) running: Running,
}

impl Driver {
    /// Starts a browser with the extension.
    ///
    /// # Errors
    /// If the browser or its driver is missing or does not start.
    pub fn start(options: &Options) -> anyhow::Result<Self> {
        Self::start_with(options, Profile::new()?)
    }

    /// Starts a browser with what an earlier one left on disk.
    ///
    /// # Errors
    /// As [`Self::start`].
    pub fn start_with(options: &Options, profile: Profile) -> anyhow::Result<Self> {
        let running = browser::start(options, profile)?;
        Ok(Self {
            browser: options.browser,
            running,
        })
    }

    /// Ends the browser, and hands over what it left on disk.
    ///
    /// # Errors
    /// If files are still being written after a while.
    pub fn end(self) -> anyhow::Result<Profile> {
        let profile = self.running.end()?;
        profile.wait_until_left()?;
        Ok(profile)
    }

    /// What the running browser has on disk at this moment. What it wrote last may be missing.
    #[must_use]
    pub fn profile(&self) -> Option<&Profile> {
        self.running.profile.as_ref()
    }

    pub(crate) fn post(&self, path: &str, body: &Value) -> anyhow::Result<Value> {
        self.running.wire.post(path, body)
    }

    /// Opens an address in the tab in use.
    ///
    /// # Errors
    /// If the browser does not load it.
    pub fn go(&self, url: &str) -> anyhow::Result<()> {
        self.post("/url", &json!({ "url": url })).map(drop)
    }

    /// The address of the tab in use.
    ///
    /// # Errors
    /// If the tab is gone.
    pub fn url(&self) -> anyhow::Result<String> {
        text(&self.running.wire.get("/url")?)
    }

    /// Runs a function's body in the frame in use.
    ///
    /// # Errors
    /// If it throws.
    pub fn js(&self, body: &str, args: &Value) -> anyhow::Result<Value> {
        self.post("/execute/sync", &json!({ "script": body, "args": args }))
    }

    /// Runs a function's body whose last argument is called with the result.
    ///
    /// # Errors
    /// If it throws or does not answer.
    pub fn js_async(&self, body: &str, args: &Value) -> anyhow::Result<Value> {
        self.post("/execute/async", &json!({ "script": body, "args": args }))
    }

    /// Opens a new tab, uses it, and says which it is.
    ///
    /// # Errors
    /// If the browser opens none.
    pub fn new_tab(&self) -> anyhow::Result<String> {
        let tab = self.post("/window/new", &json!({ "type": "tab" }))?;
        let handle = text(tab.get("handle").context("no tab was opened")?)?;
        self.use_tab(&handle)?;
        Ok(handle)
    }

    /// The tabs that WebDriver sees.
    ///
    /// # Errors
    /// If the browser is gone.
    pub fn tabs(&self) -> anyhow::Result<Vec<String>> {
        let tabs = self.running.wire.get("/window/handles")?;
        tabs.as_array()
            .context("no tabs")?
            .iter()
            .map(text)
            .collect()
    }

    /// The tab in use.
    ///
    /// # Errors
    /// If it is gone.
    pub fn tab(&self) -> anyhow::Result<String> {
        text(&self.running.wire.get("/window")?)
    }

    /// Uses another tab, in its page's own frame.
    ///
    /// # Errors
    /// If it is gone.
    pub fn use_tab(&self, handle: &str) -> anyhow::Result<()> {
        self.post("/window", &json!({ "handle": handle })).map(drop)
    }

    /// Closes the tab in use and goes on with another one, in its page's own frame.
    ///
    /// # Errors
    /// If either is gone.
    pub fn close_tab(&self, next: &str) -> anyhow::Result<()> {
        self.running.wire.delete("/window")?;
        self.use_tab(next)
    }

    /// Uses the page itself, outside any frame.
    ///
    /// # Errors
    /// If the page is gone.
    pub fn leave_frame(&self) -> anyhow::Result<()> {
        self.post("/frame", &json!({ "id": null })).map(drop)
    }

    /// Uses a frame of the page in use.
    ///
    /// # Errors
    /// If it is gone.
    pub fn enter_frame(&self, frame: &Element) -> anyhow::Result<()> {
        self.post("/frame", &json!({ "id": { ELEMENT: frame.0 } }))
            .map(drop)
    }

    /// Waits for an element by its selector.
    ///
    /// # Errors
    /// If it does not come.
    pub fn find(&self, css: &str) -> anyhow::Result<Element> {
        let mut found = None;
        wait_until(css, PATIENCE, || {
            found = self.look_for(css)?;
            Ok(found.is_some())
        })?;
        found.context("not found")
    }

    /// An element by its selector, if it is there now.
    ///
    /// # Errors
    /// If the page is gone.
    pub fn look_for(&self, css: &str) -> anyhow::Result<Option<Element>> {
        let found = self.post(
            "/elements",
            &json!({ "using": "css selector", "value": css }),
        )?;
        Ok(found
            .as_array()
            .and_then(|list| list.first())
            .and_then(element))
    }

    /// Inside an element's shadow root, closed or not.
    pub(crate) fn in_shadow(&self, host: &Element, css: &str) -> anyhow::Result<Option<Element>> {
        let root = self
            .running
            .wire
            .get(&format!("/element/{}/shadow", host.0))?;
        let root = text(root.get(SHADOW).context("no shadow root")?)?;
        let search = json!({ "using": "css selector", "value": css });
        let found = self.post(&format!("/shadow/{root}/elements"), &search)?;
        Ok(found
            .as_array()
            .and_then(|list| list.first())
            .and_then(element))
    }

    /// The first element of this role whose accessible name is `name`, if it is there now.
    ///
    /// # Errors
    /// If the page is gone.
    pub fn look_for_role(&self, role: &str, name: &str) -> anyhow::Result<Option<Element>> {
        // The browsers' own answer (WebDriver's computed role and label) would be better, but
        // chromedriver has none for a frame of another origin, which is where the panel is.
        const BY_ROLE: &str = include_str!("by_role.js");
        Ok(element(&self.js(BY_ROLE, &json!([role, name]))?))
    }

    /// Waits for an element of this role and accessible name.
    ///
    /// # Errors
    /// If it does not come; names what is there instead.
    pub fn find_role(&self, role: &str, name: &str) -> anyhow::Result<Element> {
        let mut found = None;
        let waited = wait_until(&format!("{role} {name:?}"), PATIENCE, || {
            found = self.look_for_role(role, name)?;
            Ok(found.is_some())
        });
        waited.with_context(|| format!("on the screen: {}", self.screen_text()))?;
        found.context("not found")
    }

    /// All text of the frame in use, for messages.
    #[must_use]
    pub fn screen_text(&self) -> String {
        let body = self.js(
            "return document.body ? document.body.innerText : ''",
            &json!([]),
        );
        body.ok()
            .and_then(|text| text.as_str().map(str::to_owned))
            .unwrap_or_default()
    }

    /// Clicks, as a person does.
    ///
    /// # Errors
    /// If the element is gone, hidden or covered.
    pub fn click(&self, element: &Element) -> anyhow::Result<()> {
        self.post(&format!("/element/{}/click", element.0), &json!({}))
            .map(drop)
    }

    /// Clicks; what is covered is first brought to the middle of the page, as a person scrolls.
    ///
    /// # Errors
    /// As [`Self::click`].
    pub fn click_in_sight(&self, element: &Element) -> anyhow::Result<()> {
        if self.click(element).is_ok() {
            return Ok(());
        }
        self.js(
            "arguments[0].scrollIntoView({ block: 'center' })",
            &json!([element.as_argument()]),
        )?;
        self.click(element)
    }

    /// Waits for an element of this role and name, and clicks it.
    ///
    /// # Errors
    /// As [`Self::find_role`] and [`Self::click`].
    pub fn press(&self, role: &str, name: &str) -> anyhow::Result<()> {
        let mut last = None;
        let waited = wait_until(&format!("{role} {name:?} can be clicked"), PATIENCE, || {
            let Some(found) = self.look_for_role(role, name)? else {
                return Ok(false);
            };
            if !self.is_enabled(&found).unwrap_or(false) {
                return Ok(false);
            }
            last = Some(self.click_in_sight(&found));
            Ok(matches!(last, Some(Ok(()))))
        });
        waited.with_context(|| format!("on the screen: {}", self.screen_text()))
    }

    /// Whether a control can be used.
    ///
    /// # Errors
    /// If it is gone.
    pub fn is_enabled(&self, element: &Element) -> anyhow::Result<bool> {
        let enabled = self
            .running
            .wire
            .get(&format!("/element/{}/enabled", element.0))?;
        Ok(enabled.as_bool().unwrap_or(false))
    }

    /// Whether an element can be seen.
    ///
    /// # Errors
    /// If it is gone.
    pub fn is_shown(&self, element: &Element) -> anyhow::Result<bool> {
        let shown = self
            .running
            .wire
            .get(&format!("/element/{}/displayed", element.0))?;
        Ok(shown.as_bool().unwrap_or(false))
    }

    /// Empties a field, once it can be used.
    ///
    /// # Errors
    /// If it takes no text.
    pub fn clear(&self, element: &Element) -> anyhow::Result<()> {
        let path = format!("/element/{}/clear", element.0);
        wait_until("the field is emptied", PATIENCE, || {
            self.post(&path, &json!({})).map(|_| true)
        })
    }

    /// Types into an element.
    ///
    /// # Errors
    /// If it takes no text.
    pub fn type_into(&self, element: &Element, keys: &str) -> anyhow::Result<()> {
        self.post(
            &format!("/element/{}/value", element.0),
            &json!({ "text": keys }),
        )
        .map(drop)
    }

    /// Presses keys one after another, wherever the focus is. WebDriver's codes stand for special
    /// keys (`\u{e007}` is Enter, `\u{e004}` Tab).
    ///
    /// # Errors
    /// If the browser is gone.
    pub fn press_keys(&self, keys: &str) -> anyhow::Result<()> {
        let strokes: Vec<Value> = keys
            .chars()
            .flat_map(|key| ["keyDown", "keyUp"].map(|kind| json!({ "type": kind, "value": key })))
            .collect();
        let keyboard = json!({ "type": "key", "id": "keyboard", "actions": strokes });
        self.post("/actions", &json!({ "actions": [keyboard] }))
            .map(drop)
    }

    /// Takes a picture of what the tab shows.
    ///
    /// # Errors
    /// If it cannot be written.
    pub fn screenshot(&self, file: &Path) -> anyhow::Result<()> {
        let picture = STANDARD.decode(text(&self.running.wire.get("/screenshot")?)?)?;
        if let Some(folder) = file.parent() {
            std::fs::create_dir_all(folder)?;
        }
        std::fs::write(file, picture).with_context(|| file.display().to_string())
    }
}

fn element(value: &Value) -> Option<Element> {
    Some(Element(value.get(ELEMENT)?.as_str()?.to_owned()))
}

pub(crate) fn text(value: &Value) -> anyhow::Result<String> {
    Ok(value.as_str().context("no text")?.to_owned())
}
