//! WebDriver on the wire: JSON over HTTP to a driver on this machine.

use std::time::Duration;

use anyhow::{Context, bail};
use serde_json::Value;

/// How long a browser may take to start: many times what it takes on a busy machine.
const START: Duration = Duration::from_secs(40);

/// How long a browser may take to end.
const END: Duration = Duration::from_secs(20);

/// One WebDriver session, or none yet.
pub(crate) struct Wire {
    agent: ureq::Agent,
    base: String,
    session: String,
}

impl Wire {
    pub(crate) fn new(port: u16) -> Self {
        let config = ureq::Agent::config_builder()
            .http_status_as_error(false)
            .timeout_global(Some(Duration::from_secs(60)));
        let base = format!("http://127.0.0.1:{port}");
        Self {
            agent: config.build().into(),
            base,
            session: String::new(),
        }
    }

    /// Whether the driver answers yet.
    pub(crate) fn is_up(&self) -> bool {
        self.agent
            .get(format!("{}/status", self.base))
            .call()
            .is_ok()
    }

    /// Opens the session; gives back the capabilities that the browser has.
    pub(crate) fn open(&mut self, capabilities: &Value) -> anyhow::Result<Value> {
        let body = serde_json::json!({ "capabilities": { "alwaysMatch": capabilities } });
        let url = format!("{}/session", self.base);
        let asked = self.agent.post(url).config();
        let asked = asked.timeout_global(Some(START)).build();
        let opened = value("/session", asked.send_json(&body)?)?;
        let id = opened
            .get("sessionId")
            .and_then(Value::as_str)
            .context("no session")?;
        self.session = format!("/session/{id}");
        Ok(opened.get("capabilities").cloned().unwrap_or_default())
    }

    /// Goes to the first page, which a browser that has just started may never come to.
    pub(crate) fn first_page(&self, url: &str, patience: Duration) -> anyhow::Result<()> {
        let to = format!("{}{}/url", self.base, self.session);
        let asked = self.agent.post(to).config();
        let asked = asked.timeout_global(Some(patience)).build();
        let went = asked.send_json(serde_json::json!({ "url": url }))?;
        // What it shows does not matter, and neither does a page that cannot be had.
        drop(value("/url", went));
        Ok(())
    }

    /// Ends the session, and the browser with it; says whether there was one that could be ended.
    pub(crate) fn close(&self) -> bool {
        let url = format!("{}{}", self.base, self.session);
        let asked = self.agent.delete(url).config();
        let asked = asked.timeout_global(Some(END)).build();
        !self.session.is_empty() && asked.call().is_ok()
    }

    pub(crate) fn post(&self, path: &str, body: &Value) -> anyhow::Result<Value> {
        let url = format!("{}{}{path}", self.base, self.session);
        value(path, self.agent.post(url).send_json(body)?)
    }

    pub(crate) fn get(&self, path: &str) -> anyhow::Result<Value> {
        let url = format!("{}{}{path}", self.base, self.session);
        value(path, self.agent.get(url).call()?)
    }

    pub(crate) fn delete(&self, path: &str) -> anyhow::Result<Value> {
        let url = format!("{}{}{path}", self.base, self.session);
        value(path, self.agent.delete(url).call()?)
    }
}

fn value(path: &str, mut answer: ureq::http::Response<ureq::Body>) -> anyhow::Result<Value> {
    const LIMIT: u64 = 64 << 20;
    let body: Value = answer.body_mut().with_config().limit(LIMIT).read_json()?;
    let value = body.get("value").cloned().unwrap_or_default();
    if !answer.status().is_success() {
        let kind = value
            .get("error")
            .and_then(Value::as_str)
            .unwrap_or_default();
        let message = value
            .get("message")
            .and_then(Value::as_str)
            .unwrap_or_default();
        bail!("{path}: {kind}: {message}");
    }
    Ok(value)
}
