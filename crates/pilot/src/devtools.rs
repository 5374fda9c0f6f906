//! Chromium's own protocol, spoken to the browser as a whole: WebDriver reaches only its pages, and
//! would have to leave the frame in use to reach another one.

use std::{net::TcpStream, time::Duration};

use anyhow::{Context, bail};
use serde_json::{Value, json};
use tungstenite::{Message, WebSocket};

use crate::wait::{PATIENCE, wait_until};

/// Where a person sets what an extension may do.
const EXTENSIONS: &str = "chrome://extensions/";

/// Whether that page is there with its interface.
const IS_LOADED: &str = "document.readyState === 'complete' && !!chrome.developerPrivate";

/// A conversation with a running Chromium.
pub(crate) struct Browser {
    socket: WebSocket<TcpStream>,
    calls: u64,
}

impl Browser {
    /// Connects to the address that chromedriver names.
    pub(crate) fn connect(address: &str) -> anyhow::Result<Self> {
        let version = format!("http://{address}/json/version");
        let version: Value = ureq::get(version).call()?.body_mut().read_json()?;
        let url = version.get("webSocketDebuggerUrl").and_then(Value::as_str);
        let stream = TcpStream::connect(address)?;
        stream.set_read_timeout(Some(Duration::from_secs(10)))?;
        let (socket, _) = tungstenite::client(url.context("no socket")?, stream)
            .map_err(|error| anyhow::anyhow!("Chromium's protocol: {error}"))?;
        Ok(Self { socket, calls: 0 })
    }

    /// Calls a method of the browser.
    pub(crate) fn call(&mut self, method: &str, params: &Value) -> anyhow::Result<Value> {
        self.call_in(None, method, params)
    }

    /// What an expression or its promise comes to on the browser's page of extensions.
    pub(crate) fn on_extensions_page(&mut self, expression: &str) -> anyhow::Result<Value> {
        let page = json!({ "url": EXTENSIONS, "background": true });
        let page = self.call("Target.createTarget", &page)?;
        let id = member(&page, "targetId")?;
        let attach = json!({ "targetId": id, "flatten": true });
        let attached = self.call("Target.attachToTarget", &attach)?;
        let session = member(&attached, "sessionId")?;
        wait_until("the page of extensions", PATIENCE, || {
            Ok(self.evaluate(&session, IS_LOADED)? == json!(true))
        })?;
        let value = self.evaluate(&session, expression);
        self.call("Target.closeTarget", &json!({ "targetId": id }))?;
        value
    }

    /// What an expression comes to in the worker of this script; `None` if it does not run now.
    pub(crate) fn in_worker(
        &mut self,
        script: &str,
        expression: &str,
    ) -> anyhow::Result<Option<Value>> {
        let workers = json!([{ "type": "service_worker", "exclude": false }]);
        let found = self.call("Target.getTargets", &json!({ "filter": workers }))?;
        let all = found.get("targetInfos").and_then(Value::as_array);
        let is_it = |worker: &&Value| {
            let url = worker.get("url").and_then(Value::as_str);
            url.is_some_and(|url| url.starts_with("chrome-extension://") && url.ends_with(script))
        };
        let Some(worker) = all.and_then(|all| all.iter().find(is_it)) else {
            return Ok(None);
        };
        let attach = json!({ "targetId": worker.get("targetId"), "flatten": true });
        let session = member(&self.call("Target.attachToTarget", &attach)?, "sessionId")?;
        let value = self.evaluate(&session, expression);
        // While it is looked at it would never end.
        self.call("Target.detachFromTarget", &json!({ "sessionId": session }))?;
        value.map(Some)
    }

    fn evaluate(&mut self, session: &Value, expression: &str) -> anyhow::Result<Value> {
        let params =
            json!({ "expression": expression, "awaitPromise": true, "returnByValue": true });
        let outcome = self.call_in(Some(session), "Runtime.evaluate", &params)?;
        if let Some(thrown) = outcome.get("exceptionDetails") {
            bail!("{expression}: {thrown}");
        }
        let value = outcome.pointer("/result/value").cloned();
        Ok(value.unwrap_or_default())
    }

    /// What the browser tells of itself meanwhile is not listened to.
    fn call_in(
        &mut self,
        session: Option<&Value>,
        method: &str,
        params: &Value,
    ) -> anyhow::Result<Value> {
        self.calls += 1;
        let id = json!(self.calls);
        let mut call = json!({ "id": id, "method": method, "params": params });
        if let (Some(session), Some(call)) = (session, call.as_object_mut()) {
            call.insert("sessionId".to_owned(), session.clone());
        }
        self.socket.send(Message::text(call.to_string()))?;
        loop {
            let said: Value = serde_json::from_str(self.socket.read()?.to_text()?)?;
            if said.get("id") != Some(&id) {
                continue;
            }
            if let Some(error) = said.get("error") {
                bail!("{method}: {error}");
            }
            return Ok(said.get("result").cloned().unwrap_or_default());
        }
    }
}

fn member(of: &Value, name: &str) -> anyhow::Result<Value> {
    of.get(name).cloned().with_context(|| name.to_owned())
}
