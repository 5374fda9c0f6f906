//! The sandbox's own controls: what is in both stores, what was asked of them, and what is to go
//! wrong next.

use serde_json::{Value, json};

/// The way to `/_sandbox/`.
pub struct Control {
    agent: ureq::Agent,
    base: String,
}

impl Control {
    /// The controls at this address.
    #[must_use]
    pub fn new(base: &str) -> Self {
        Self {
            agent: ureq::Agent::new_with_defaults(),
            base: base.trim_end_matches('/').into(),
        }
    }

    fn get(&self, what: &str) -> anyhow::Result<Value> {
        let url = format!("{}/{what}", self.base);
        Ok(self.agent.get(url).call()?.body_mut().read_json()?)
    }

    fn post(&self, what: &str, body: &Value) -> anyhow::Result<()> {
        self.agent
            .post(format!("{}/{what}", self.base))
            .send_json(body)?;
        Ok(())
    }

    /// Both stores as they are.
    ///
    /// # Errors
    /// If the sandbox does not answer.
    pub fn state(&self) -> anyhow::Result<Value> {
        self.get("state")
    }

    /// What is true of the seed and stands in no store.
    ///
    /// # Errors
    /// If the sandbox does not answer.
    pub fn truth(&self) -> anyhow::Result<Value> {
        self.get("truth")
    }

    /// Both stores as in `world`, in the form of [`Self::state`].
    ///
    /// # Errors
    /// If the world is not well formed.
    pub fn reset(&self, world: &Value) -> anyhow::Result<()> {
        self.post("reset", world)
    }

    /// Every call that the APIs got since the log was cleared.
    ///
    /// # Errors
    /// If the sandbox does not answer.
    pub fn log(&self) -> anyhow::Result<Vec<Value>> {
        Ok(self.get("log")?.as_array().cloned().unwrap_or_default())
    }

    /// Forgets the log.
    ///
    /// # Errors
    /// If the sandbox does not answer.
    pub fn clear_log(&self) -> anyhow::Result<()> {
        self.agent.delete(format!("{}/log", self.base)).call()?;
        Ok(())
    }

    /// What is to go wrong from now on, in place of what was.
    ///
    /// # Errors
    /// If a fault is not well formed.
    pub fn faults(&self, list: &Value) -> anyhow::Result<()> {
        self.post("faults", list)
    }

    /// What somebody does meanwhile: one act or a list.
    ///
    /// # Errors
    /// If it cannot be done.
    pub fn act(&self, what: &Value) -> anyhow::Result<()> {
        self.post("act", what)
    }

    /// Staff add a group.
    ///
    /// # Errors
    /// If the store refuses it.
    pub fn create_group(&self, side: &str, title: &str) -> anyhow::Result<()> {
        self.act(&json!({ "act": "create_group", "side": side, "title": title }))
    }
}
