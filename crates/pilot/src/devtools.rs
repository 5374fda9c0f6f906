//! Chromium's own protocol, spoken to the browser as a whole: WebDriver reaches only its pages.

use std::{net::TcpStream, time::Duration};

use anyhow::{Context, bail};
use serde_json::{Value, json};
use tungstenite::{Message, WebSocket};

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

    /// Calls a method; what the browser tells meanwhile is not listened to.
    pub(crate) fn call(&mut self, method: &str, params: &Value) -> anyhow::Result<Value> {
        self.calls += 1;
        let call = json!({ "id": self.calls, "method": method, "params": params });
        self.socket.send(Message::text(call.to_string()))?;
        loop {
            let said: Value = serde_json::from_str(self.socket.read()?.to_text()?)?;
            if said.get("id") != Some(&json!(self.calls)) {
                continue;
            }
            if let Some(error) = said.get("error") {
                bail!("{method}: {error}");
            }
            return Ok(said.get("result").cloned().unwrap_or_default());
        }
    }
}
