//! The panel as a person uses it, by the roles and names on it.

use anyhow::Context;

use crate::{
    Driver, Shop,
    wait::{PATIENCE, wait_until},
};

/// The element that the content script puts into an admin page.
pub(crate) const HOST: &str = "#tandem-panel";

impl Driver {
    /// Clicks the launcher on the admin page in use, and goes into the panel.
    ///
    /// # Errors
    /// If there is no launcher or no panel.
    pub fn open_panel(&self) -> anyhow::Result<()> {
        self.leave_frame()?;
        wait_until("the launcher can be clicked", PATIENCE, || {
            let Some(host) = self.look_for(HOST)? else {
                return Ok(false);
            };
            let Some(launcher) = self.in_shadow(&host, "button")? else {
                return Ok(false);
            };
            self.click(&launcher)?;
            Ok(true)
        })?;
        self.enter_panel()
    }

    /// Goes into the panel that is open on the admin page in use.
    ///
    /// # Errors
    /// If there is none.
    pub fn enter_panel(&self) -> anyhow::Result<()> {
        self.leave_frame()?;
        wait_until("the panel's frame", PATIENCE, || {
            let Some(host) = self.look_for(HOST)? else {
                return Ok(false);
            };
            let Some(frame) = self.in_shadow(&host, "iframe")? else {
                return Ok(false);
            };
            self.enter_frame(&frame)?;
            Ok(self.look_for("main")?.is_some())
        })
    }

    /// The panel's frame, if the page has one now.
    ///
    /// # Errors
    /// If the page is gone.
    pub fn panel_frame(&self) -> anyhow::Result<Option<crate::Element>> {
        let Some(host) = self.look_for(HOST)? else {
            return Ok(None);
        };
        self.in_shadow(&host, "iframe")
    }

    /// Waits until the panel shows this text.
    ///
    /// # Errors
    /// If it does not; says what it shows instead.
    pub fn expect_text(&self, text: &str) -> anyhow::Result<()> {
        let waited = wait_until(&format!("{text:?} is shown"), PATIENCE, || {
            Ok(self.screen_text().contains(text))
        });
        waited.with_context(|| format!("on the screen: {}", self.screen_text()))
    }
}

impl Shop {
    /// Opens the panel on the page in use and chooses the two stores that are open.
    ///
    /// # Errors
    /// If the panel does not get that far.
    pub fn open_and_choose(&self) -> anyhow::Result<()> {
        self.driver.open_panel()?;
        self.driver.press("button", "Use these two stores")?;
        self.driver.press("tab", "Groups")?;
        self.driver.find("table").map(drop)
    }

    /// Presses the button that creates `count` groups on a side.
    ///
    /// # Errors
    /// If there is no such button.
    pub fn press_create(&self, count: usize, where_to: &str) -> anyhow::Result<()> {
        let groups = if count == 1 { "group" } else { "groups" };
        self.driver
            .press("button", &format!("Create {count} {groups} {where_to}"))
    }

    /// Waits until a run came to its end, whatever it is, and gives back the sentence about it.
    ///
    /// # Errors
    /// If none does.
    pub fn wait_for_result(&self) -> anyhow::Result<String> {
        let is_over = "const s = document.querySelector('.run .sentence');
            return s && !document.querySelector('.run progress') ? s.innerText : ''";
        let mut sentence = String::new();
        let waited = wait_until("the run comes to an end", PATIENCE * 3, || {
            sentence = crate::driver::text(&self.driver.js(is_over, &serde_json::json!([]))?)?;
            Ok(!sentence.is_empty())
        });
        waited.with_context(|| format!("on the screen: {}", self.driver.screen_text()))?;
        Ok(sentence)
    }
}
