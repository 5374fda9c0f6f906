//! The one HTTP seam in the browser: `fetch` from the background. Panels never call a store: from
//! an admin page's frame no cookies are sent (measured in both browsers).

use futures::future::{Either, select};
use gloo_net::http::{RequestBuilder, Response as Fetched};
use tandem_backends::{Method, Request, Response, fault};
use tandem_core::{Fault, FaultKind};
use tandem_engine::{Footing, Transport};
use web_sys::{AbortController, RequestCache, RequestCredentials};

use super::{access::has_host_access, address, body, clock::wait_ms, origin, pass, relay};

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
    /// Rung 2: the same, told as a call of the store's own page.
    SessionAsPage,
    /// Rung 3: an open page of the store sends it.
    Relay,
    /// Rung 4: the token that the admin page of the store with this id was last seen with.
    Pass(String),
    /// Rung 5: a token that the owner pasted.
    Token(String),
}

impl std::fmt::Debug for Credential {
    /// Never shows a token, not even in a log.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::Session => "Session",
            Self::SessionAsPage => "SessionAsPage",
            Self::Relay => "Relay",
            Self::Pass(_) => "Pass(…)",
            Self::Token(_) => "Token(…)",
        })
    }
}

/// What a call brings with it.
enum Proof<'a> {
    /// The browser's cookies for that host.
    Cookies,
    /// A token, and nothing else.
    Bearer(&'a str),
}

impl Transport for Route {
    async fn send(&self, request: &Request) -> Result<Response, Fault> {
        match &self.credential {
            Credential::Session => call(&self.root, &Proof::Cookies, request).await,
            Credential::SessionAsPage => {
                origin::pretend(request.side, &self.root).await?;
                call(&self.root, &Proof::Cookies, request).await
            }
            Credential::Relay => relay::send(&self.root, request, TIMEOUT_MS).await,
            Credential::Pass(store) => with_pass(store, request).await,
            Credential::Token(token) => call(&self.root, &Proof::Bearer(token), request).await,
        }
    }

    fn footing(&self) -> Footing {
        Footing::default()
    }
}

/// Sends a request with the token that the page was last seen with. One that is over was refused,
/// and a refused request was not done: it is sent again where the page has a newer one meanwhile.
async fn with_pass(store: &str, request: &Request) -> Result<Response, Fault> {
    let mut refused = None;
    while let Some(now) = pass::last(store)
        .await
        .filter(|now| refused.as_ref() != Some(now))
    {
        let response = call(&now.root, &Proof::Bearer(&now.token), request).await?;
        let is_over = matches!(
            fault::check(request.side, &response),
            Err(fault) if fault.kind == FaultKind::SignedOut
        );
        if !is_over {
            return Ok(response);
        }
        pass::forget(store, &now).await;
        refused = Some(now);
    }
    Err(Fault::of(FaultKind::SignedOut))
}

/// Sends a request to the API at `root`, and waits only so long.
async fn call(root: &str, proof: &Proof<'_>, request: &Request) -> Result<Response, Fault> {
    let abort = AbortController::new().ok();
    let sent = Box::pin(fetch(root, proof, request, abort.as_ref()));
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

async fn fetch(
    root: &str,
    proof: &Proof<'_>,
    request: &Request,
    abort: Option<&AbortController>,
) -> Result<Response, gloo_net::Error> {
    let url = format!("{root}{}", request.path_and_query());
    // Without `no-store` both browsers keep the answer in their disk cache, in the clear.
    let mut call = RequestBuilder::new(&url)
        .method(method(request.method))
        .cache(RequestCache::NoStore)
        .header("accept", "application/json")
        .abort_signal(abort.map(AbortController::signal).as_ref());
    call = match proof {
        Proof::Cookies => call.credentials(RequestCredentials::Include),
        Proof::Bearer(token) => call
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
    read(fetched, &url).await
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

/// Whether both addresses are of one origin. What is no address is of none.
fn is_same_origin(one: &str, other: &str) -> bool {
    let origin = |url| address::parse(url).map(|it| (it.protocol, it.hostname, it.port));
    origin(one).is_some_and(|origin_of_one| Some(origin_of_one) == origin(other))
}

async fn read(fetched: Fetched, url: &str) -> Result<Response, gloo_net::Error> {
    let headers = fetched.headers();
    // What is longer than any answer is as good as none: it cannot be read.
    let body = body::read(&fetched).await?.unwrap_or_default();
    Ok(Response {
        status: fetched.status(),
        redirected: fetched.redirected(),
        elsewhere: fetched.redirected() && !is_same_origin(&fetched.url(), url),
        content_type: headers.get("content-type"),
        retry_after: headers.get("retry-after"),
        date: headers.get("date"),
        limit: number(headers.get("x-ratelimit-limit")),
        remaining: number(headers.get("x-ratelimit-remaining")),
        body,
    })
}
