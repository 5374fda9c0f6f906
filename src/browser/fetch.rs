//! The one HTTP seam in the browser: `fetch` from the background. Panels never call a store: from
//! an admin page's frame no cookies are sent (measured in both browsers).

use futures::future::{Either, select};
use gloo_net::http::{RequestBuilder, Response as Fetched};
use tandem_backends::{Method, Request, Response};
use tandem_core::{Fault, FaultKind};
use tandem_engine::Transport;
use web_sys::{AbortController, RequestCache, RequestCredentials};

use super::{access::has_host_access, clock::wait_ms};

/// How long a store may take to answer.
const TIMEOUT_MS: u32 = 30_000;

/// The way to one store's back end.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Route {
    /// The API's address up to, and without, the first `/` of a request's path.
    pub root: String,
    /// How the calls are authenticated.
    pub credential: Credential,
}

/// What makes the store believe a call.
#[derive(Clone, PartialEq, Eq)]
pub enum Credential {
    /// Rung 1: the cookies of the person who is signed in.
    Session,
    /// Rung 5: a token that the owner pasted.
    Token(String),
}

impl std::fmt::Debug for Credential {
    /// Never shows a token, not even in a log.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::Session => "Session",
            Self::Token(_) => "Token(…)",
        })
    }
}

impl Transport for Route {
    async fn send(&self, request: &Request) -> Result<Response, Fault> {
        let abort = AbortController::new().ok();
        let sent = Box::pin(self.fetch(request, abort.as_ref()));
        match select(sent, Box::pin(wait_ms(TIMEOUT_MS))).await {
            Either::Left((Ok(response), _)) => Ok(response),
            Either::Left((Err(_), _)) if !has_host_access().await => {
                Err(Fault::of(FaultKind::NoHostAccess))
            }
            Either::Left((Err(_), _)) => Err(Fault::of(FaultKind::Offline)),
            Either::Right(_) => {
                if let Some(abort) = &abort {
                    abort.abort();
                }
                Err(Fault::of(FaultKind::Offline))
            }
        }
    }
}

impl Route {
    async fn fetch(
        &self,
        request: &Request,
        abort: Option<&AbortController>,
    ) -> Result<Response, gloo_net::Error> {
        let url = format!("{}{}", self.root, request.path_and_query());
        // Without `no-store` both browsers keep the answer in their disk cache, in the clear.
        let mut call = RequestBuilder::new(&url)
            .method(method(request.method))
            .cache(RequestCache::NoStore)
            .header("accept", "application/json")
            .abort_signal(abort.map(AbortController::signal).as_ref());
        call = match &self.credential {
            Credential::Session => call.credentials(RequestCredentials::Include),
            Credential::Token(token) => call
                .credentials(RequestCredentials::Omit)
                .header("authorization", &format!("Bearer {token}")),
        };
        let fetched = match &request.body {
            Some(body) => {
                call.header("content-type", "application/json")
                    .body(body)?
                    .send()
                    .await?
            }
            None => call.send().await?,
        };
        read(fetched).await
    }
}

const fn method(method: Method) -> gloo_net::http::Method {
    match method {
        Method::Get => gloo_net::http::Method::GET,
        Method::Post => gloo_net::http::Method::POST,
        Method::Put => gloo_net::http::Method::PUT,
    }
}

fn number(header: Option<String>) -> Option<u32> {
    header?.trim().parse().ok()
}

async fn read(fetched: Fetched) -> Result<Response, gloo_net::Error> {
    let headers = fetched.headers();
    Ok(Response {
        status: fetched.status(),
        redirected: fetched.redirected(),
        content_type: headers.get("content-type"),
        retry_after: headers.get("retry-after"),
        date: headers.get("date"),
        limit: number(headers.get("x-ratelimit-limit")),
        remaining: number(headers.get("x-ratelimit-remaining")),
        body: fetched.binary().await?,
    })
}
