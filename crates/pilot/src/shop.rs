//! A shop as a person finds it in the morning: both stores, a browser with the extension, both
//! admins open and signed in.

use std::rc::Rc;

use anyhow::Context;
use serde_json::{Value, json};
use tandem_sandbox::{Ready, Running};

use crate::{Control, Driver, Options};

/// Both stores and a browser.
pub struct Shop {
    /// The browser.
    pub driver: Driver,
    /// The sandbox's controls.
    pub control: Control,
    /// Addresses, names, passwords and tokens.
    pub ready: Ready,
    /// The tab with the POS admin.
    pub pos_tab: String,
    /// The tab with the eCom admin.
    pub ecom_tab: String,
    /// Stops the stores when the last browser at them is dropped; after that browser, by its place.
    sandbox: Rc<Running>,
}

impl Shop {
    /// Starts everything and signs in to both admins, on their groups pages; POS is in front.
    ///
    /// # Errors
    /// If the sandbox or the browser does not start, or a sign-in fails.
    pub fn open(options: &Options, sandbox: &tandem_sandbox::Options) -> anyhow::Result<Self> {
        Self::open_signed_out(options, sandbox)?.signed_in()
    }

    /// The same with nobody signed in and one empty tab.
    ///
    /// # Errors
    /// If the sandbox or the browser does not start.
    pub fn open_signed_out(
        options: &Options,
        sandbox: &tandem_sandbox::Options,
    ) -> anyhow::Result<Self> {
        let running = tandem_sandbox::serve(sandbox.clone()).context("the sandbox")?;
        Self::at(Rc::new(running), Driver::start(options)?)
    }

    /// Another browser at the same stores, of somebody else of the shop: signed in to both admins.
    ///
    /// # Errors
    /// As [`Self::open`].
    pub fn join(&self, options: &Options) -> anyhow::Result<Self> {
        Self::at(Rc::clone(&self.sandbox), Driver::start(options)?)?.signed_in()
    }

    /// Ends the browser and starts it again with what it left on disk, and signs in where a store
    /// asks for it.
    ///
    /// # Errors
    /// If it does not end, or as [`Self::open`].
    pub fn restart(self, options: &Options) -> anyhow::Result<Self> {
        let profile = self.driver.end()?;
        let driver = Driver::start_with(options, profile)?;
        Self::at(self.sandbox, driver)?.signed_in()
    }

    fn at(sandbox: Rc<Running>, driver: Driver) -> anyhow::Result<Self> {
        let ready = sandbox.ready().clone();
        let tab = driver.tab()?;
        driver.go(&ready.pos.url)?;
        Ok(Self {
            driver,
            control: Control::new(&ready.control),
            ready,
            pos_tab: tab.clone(),
            ecom_tab: tab,
            sandbox,
        })
    }

    /// Signs in to both admins where they ask for it, on their groups pages; POS is in front.
    ///
    /// # Errors
    /// If a sign-in fails.
    pub fn signed_in(mut self) -> anyhow::Result<Self> {
        self.driver.use_tab(&self.pos_tab)?;
        if self.asks_to_sign_in()? {
            self.sign_in_to_pos()?;
        }
        self.ecom_tab = self.driver.new_tab()?;
        self.driver.go(&self.ready.ecom.url.clone())?;
        if self.asks_to_sign_in()? {
            self.sign_in_to_ecom()?;
        }
        self.driver.use_tab(&self.pos_tab)?;
        Ok(self)
    }

    /// Whether the page in use wants somebody to sign in.
    fn asks_to_sign_in(&self) -> anyhow::Result<bool> {
        self.driver.find("h1, input[name=password]")?;
        Ok(self.driver.look_for("input[name=password]")?.is_some())
    }

    /// Signs in on POS' sign-in page, in the tab in use, and goes to its groups.
    ///
    /// # Errors
    /// If the page does not let us in.
    pub fn sign_in_to_pos(&self) -> anyhow::Result<()> {
        let pos = &self.ready.pos;
        self.sign_in(&pos.user, &pos.password)?;
        self.driver.go(&format!("{}/customer_groups", pos.url))?;
        self.driver.find("h1").map(drop)
    }

    /// Signs in on eCom's sign-in page, in the tab in use, and goes to its groups.
    ///
    /// # Errors
    /// If the page does not let us in.
    pub fn sign_in_to_ecom(&self) -> anyhow::Result<()> {
        self.sign_in_to_ecom_at(&self.ready.ecom.url)
    }

    /// The same where eCom's admin has another address.
    ///
    /// # Errors
    /// If the page does not let us in.
    pub fn sign_in_to_ecom_at(&self, url: &str) -> anyhow::Result<()> {
        let ecom = &self.ready.ecom;
        self.sign_in(&ecom.user, &ecom.password)?;
        self.driver.go(&format!("{url}#customer-groups"))?;
        self.driver.find("h1").map(drop)
    }

    fn sign_in(&self, user: &str, password: &str) -> anyhow::Result<()> {
        let driver = &self.driver;
        driver.type_into(&driver.find("input[name=user]")?, user)?;
        let field = driver.find("input[name=password]")?;
        driver.type_into(&field, password)?;
        driver.type_into(&field, "\u{e007}")?;
        crate::wait_until("signed in", crate::wait::PATIENCE, || {
            Ok(driver.look_for("input[name=password]")?.is_none())
        })
    }

    /// Uses the tab with an admin, in its own frame.
    ///
    /// # Errors
    /// If it is gone.
    pub fn show_admin(&self, tab: &str) -> anyhow::Result<()> {
        self.driver.use_tab(tab)?;
        self.driver.leave_frame()
    }

    /// The titles of a side's groups, the default group left out, as the store has them.
    ///
    /// # Errors
    /// If the sandbox does not answer.
    pub fn titles(&self, side: &str) -> anyhow::Result<Vec<String>> {
        titles_in(&self.control.state()?, side)
    }

    /// How many calls each side's API got since the log was cleared, and how many were writes.
    ///
    /// # Errors
    /// If the sandbox does not answer.
    pub fn calls(&self) -> anyhow::Result<Calls> {
        let mut calls = Calls::default();
        for call in self.control.log()? {
            match call.get("side").and_then(Value::as_str) {
                Some("pos") => calls.pos += 1,
                _ => calls.ecom += 1,
            }
            calls.writes += usize::from(call.get("method") != Some(&json!("GET")));
        }
        Ok(calls)
    }
}

/// Calls of the two APIs.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Calls {
    /// To POS.
    pub pos: usize,
    /// To eCom.
    pub ecom: usize,
    /// Those of both that may change something.
    pub writes: usize,
}

/// The titles of a side's groups in a state of the sandbox, the default group left out.
pub(crate) fn titles_in(state: &Value, side: &str) -> anyhow::Result<Vec<String>> {
    let groups = state
        .pointer(&format!("/{side}/groups"))
        .and_then(Value::as_array);
    let groups = groups.context("the state has no groups")?;
    let is_own = |group: &&Value| {
        group.get("group_id") != Some(&json!("1111111111"))
            && group.get("id") != Some(&json!(0))
            && group.get("deleted_at").is_none_or(Value::is_null)
    };
    let title = |group: &Value| {
        group
            .get("name")
            .and_then(Value::as_str)
            .unwrap_or_default()
            .to_owned()
    };
    Ok(groups.iter().filter(is_own).map(title).collect())
}
