//! Rung 3: a call that an open admin page of the store sends, by the script beside it. Which page
//! that is, the browser says; what goes with the call, `protocol::relay`.

use futures::future::{Either, select};
use serde::de::DeserializeOwned;
use tandem_backends::{Request, Response};
use tandem_core::{Fault, FaultKind};

use super::{
    address::{self, Address},
    clock::wait_ms,
    ext::{self, object},
    tabs,
};
use crate::protocol::relay::{Looked, RelayAsk, RelayCall, Relayed};

/// How long a script may take to say that it is there. Nothing was sent to a store until then.
const LOOK_MS: u32 = 2_000;

/// Sends `request`, whose API is below `root`, by a page of the same origin.
///
/// # Errors
/// `NeedsPage` where no such page answers: nothing was sent then. `Offline` where one did and then
/// fell silent: a write may have been done.
pub(super) async fn send(
    root: &str,
    request: &Request,
    timeout_ms: u32,
) -> Result<Response, Fault> {
    let home = address::parse(root).ok_or(Fault::of(FaultKind::Bug))?;
    for tab in tabs::all().await {
        let at = tab.url.as_deref().and_then(address::parse);
        if !at.is_some_and(|at| is_same_origin(&at, &home)) {
            continue;
        }
        // A tab that the browser put to sleep, or that was open before Tandem, has no script.
        let Some(looked) = ask::<Looked>(tab.id, &RelayAsk::Look, LOOK_MS).await else {
            continue;
        };
        let secrets = if request.is_write() {
            looked.secrets()
        } else {
            Vec::new()
        };
        let call = RelayAsk::Call(RelayCall {
            method: request.method.as_str(),
            url: format!("{root}{}", request.path_and_query()),
            body: request.body.clone(),
            secrets,
        });
        let answer = ask::<Relayed>(tab.id, &call, timeout_ms).await;
        return answer.map(response).ok_or(Fault::of(FaultKind::Offline));
    }
    Err(Fault::of(FaultKind::NeedsPage))
}

/// As the rest of Tandem knows answers.
fn response(relayed: Relayed) -> Response {
    let header = |wanted: &str| {
        let found = relayed.headers.iter().find(|(name, _)| name == wanted);
        found.map(|(_, value)| value.clone())
    };
    let number = |wanted: &str| header(wanted)?.trim().parse().ok();
    Response {
        status: relayed.status,
        redirected: relayed.redirected,
        elsewhere: relayed.elsewhere,
        content_type: header("content-type"),
        retry_after: header("retry-after"),
        date: header("date"),
        limit: number("x-ratelimit-limit"),
        remaining: number("x-ratelimit-remaining"),
        body: relayed.body.into_bytes(),
    }
}

fn is_same_origin(one: &Address, other: &Address) -> bool {
    (&one.protocol, &one.hostname, &one.port) == (&other.protocol, &other.hostname, &other.port)
}

/// Asks the script in a tab's own frame; `None` where it does not answer, or not in time.
async fn ask<T: DeserializeOwned>(tab: i32, ask: &RelayAsk, timeout_ms: u32) -> Option<T> {
    let message = serde_json::to_string(ask).ok()?;
    let to = object(&[("frameId", 0.into())]);
    let asked = Box::pin(ext::tabs_send(tab, &message, &to));
    match select(asked, Box::pin(wait_ms(timeout_ms))).await {
        Either::Left((answer, _)) => serde_json::from_str(&answer.ok()?.as_string()?).ok(),
        Either::Right(_) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_answer_is_a_response_and_nonsense_is_none() {
        let text = r#"{"status":429,"redirected":false,"elsewhere":false,"body":"{}","headers":
            [["content-type","application/json"],["x-ratelimit-limit","350"],["retry-after","7"]]}"#;
        let response = response(serde_json::from_str(text).unwrap());
        assert_eq!((response.status, response.limit), (429, Some(350)));
        assert_eq!(response.retry_after.as_deref(), Some("7"));
        for nonsense in ["", "null", "{}", r#"{"status":"200"}"#, "[]"] {
            assert!(serde_json::from_str::<Relayed>(nonsense).is_err());
        }
    }
}
