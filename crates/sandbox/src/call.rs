//! A request and its answer, taken out of the HTTP library's hands: the rest of the sandbox is
//! functions from one to the other. No sockets, no waiting.

use std::time::Duration;

use axum::body::{Body, Bytes};
use axum::http::{
    HeaderMap, HeaderName, HeaderValue, Method, Request, Response, StatusCode, header,
    request::Parts,
};
use serde::Serialize;
use serde_json::Value;

/// One request, read to its end.
#[derive(Clone, Debug)]
pub(crate) struct Call {
    pub(crate) host: String,
    pub(crate) method: Method,
    pub(crate) path: String,
    /// Path and query, as sent.
    pub(crate) target: String,
    pub(crate) query: Vec<(String, String)>,
    pub(crate) headers: HeaderMap,
    pub(crate) body: Bytes,
}

impl Call {
    pub(crate) fn new(parts: Parts, body: Bytes) -> Self {
        let named = parts
            .headers
            .get(header::HOST)
            .and_then(|host| host.to_str().ok());
        let host = parts
            .uri
            .host()
            .or(named)
            .map(host_name)
            .unwrap_or_default();
        let query = parts.uri.query().unwrap_or_default();
        Self {
            host,
            path: parts.uri.path().to_owned(),
            target: parts
                .uri
                .path_and_query()
                .map(ToString::to_string)
                .unwrap_or_default(),
            query: form_urlencoded::parse(query.as_bytes())
                .into_owned()
                .collect(),
            method: parts.method,
            headers: parts.headers,
            body,
        }
    }

    /// The parts of the path, without empty ones.
    pub(crate) fn segments(&self) -> Vec<&str> {
        self.path
            .split('/')
            .filter(|part| !part.is_empty())
            .collect()
    }

    /// A parameter of the query; the first, when there are several.
    pub(crate) fn param(&self, name: &str) -> Option<&str> {
        self.query
            .iter()
            .find(|(key, _)| key == name)
            .map(|(_, value)| value.as_str())
    }

    /// A header, when it is text.
    pub(crate) fn header(&self, name: impl axum::http::header::AsHeaderName) -> Option<&str> {
        self.headers.get(name).and_then(|value| value.to_str().ok())
    }

    /// The cookies, first come first.
    pub(crate) fn cookie(&self, name: &str) -> Option<String> {
        let all = self
            .headers
            .get_all(header::COOKIE)
            .iter()
            .filter_map(|value| value.to_str().ok());
        let mut parsed = all
            .flat_map(|text| cookie::Cookie::split_parse(text.to_owned()))
            .filter_map(Result::ok);
        parsed
            .find(|cookie| cookie.name() == name)
            .map(|cookie| cookie.value().to_owned())
    }

    /// A field of a form in the body.
    pub(crate) fn field(&self, name: &str) -> Option<String> {
        let mut fields = form_urlencoded::parse(&self.body);
        fields
            .find(|(key, _)| key == name)
            .map(|(_, value)| value.into_owned())
    }

    /// The body as a JSON object, or why it is none.
    pub(crate) fn json(&self) -> Result<Value, BadBody> {
        let value = self.any_json()?;
        if value.is_object() {
            Ok(value)
        } else {
            Err(BadBody::Malformed)
        }
    }

    /// The body as JSON of any kind, or why it is none.
    pub(crate) fn any_json(&self) -> Result<Value, BadBody> {
        let kind = self.header(header::CONTENT_TYPE).unwrap_or_default();
        let kind = kind.split(';').next().unwrap_or_default().trim();
        if !kind.eq_ignore_ascii_case("application/json") {
            return Err(BadBody::ContentType);
        }
        serde_json::from_slice(&self.body).map_err(|_| BadBody::Malformed)
    }
}

/// Why a body cannot be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum BadBody {
    ContentType,
    Malformed,
}

/// The name in `name:port`, in lower case.
pub(crate) fn host_name(host: &str) -> String {
    let name = host
        .rsplit_once(':')
        .filter(|(_, port)| port.bytes().all(|b| b.is_ascii_digit()))
        .map_or(host, |h| h.0);
    name.to_ascii_lowercase()
}

/// The reply was lost: all was done, and then the connection broke. An extension of the response;
/// a server breaks the connection, a test in process takes it for a network error.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ReplyLost;

/// The reply is to be held back for so long. An extension of the response, heeded by a server.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct HeldBack(pub Duration);

/// The reason phrase of the response's first line. An extension of the response.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reason(pub String);

/// What is said to one request.
#[derive(Debug)]
pub(crate) struct Answer {
    pub(crate) status: StatusCode,
    pub(crate) headers: HeaderMap,
    pub(crate) body: Vec<u8>,
    pub(crate) reason: Option<String>,
    pub(crate) lost: bool,
    pub(crate) held_back: Option<Duration>,
}

impl Answer {
    pub(crate) fn empty(status: StatusCode) -> Self {
        Self {
            status,
            headers: HeaderMap::new(),
            body: Vec::new(),
            reason: None,
            lost: false,
            held_back: None,
        }
    }

    pub(crate) fn json(status: StatusCode, value: &impl Serialize) -> Self {
        match serde_json::to_vec(value) {
            Ok(body) => Self::empty(status).body("application/json", body),
            Err(_) => Self::empty(StatusCode::INTERNAL_SERVER_ERROR),
        }
    }

    pub(crate) fn html(page: String) -> Self {
        Self::empty(StatusCode::OK).body("text/html; charset=utf-8", page.into_bytes())
    }

    pub(crate) fn redirect(status: StatusCode, to: &str) -> Self {
        Self::empty(status).with(header::LOCATION, to)
    }

    pub(crate) fn body(mut self, kind: &'static str, body: Vec<u8>) -> Self {
        self.headers
            .insert(header::CONTENT_TYPE, HeaderValue::from_static(kind));
        self.body = body;
        self
    }

    /// Puts so many megabytes of blanks before the body.
    pub(crate) fn after_blanks(mut self, megabytes: u32) -> Self {
        let blanks = usize::try_from(megabytes.min(256)).unwrap_or_default() << 20;
        let mut body = vec![b' '; blanks];
        body.append(&mut self.body);
        self.body = body;
        self
    }

    /// Adds a header; a value that no header can have is left out.
    pub(crate) fn with(mut self, name: HeaderName, value: &str) -> Self {
        if let Ok(value) = HeaderValue::from_str(value) {
            self.headers.append(name, value);
        }
        self
    }

    /// Never arrives.
    pub(crate) const fn lost(mut self) -> Self {
        self.lost = true;
        self
    }

    /// Arrives after so many milliseconds.
    pub(crate) fn held_back(mut self, milliseconds: u32) -> Self {
        self.held_back = Some(Duration::from_millis(milliseconds.into()));
        self
    }

    /// Breaks the body in the middle.
    pub(crate) fn halved(mut self) -> Self {
        self.body.truncate(self.body.len() / 2);
        self
    }

    pub(crate) fn into_response(self) -> Response<Body> {
        let mut response = Response::new(Body::from(self.body));
        *response.status_mut() = self.status;
        *response.headers_mut() = self.headers;
        if let Some(reason) = self.reason {
            response.extensions_mut().insert(Reason(reason));
        }
        if self.lost {
            response.extensions_mut().insert(ReplyLost);
        }
        if let Some(wait) = self.held_back {
            response.extensions_mut().insert(HeldBack(wait));
        }
        response
    }
}

/// The longest body of a request to a store.
const LONGEST: usize = 4 << 20;
/// The longest body of a request to the controls: a whole world is long.
const LONGEST_WORLD: usize = 1 << 30;

/// Reads a request to its end.
pub(crate) async fn read(request: Request<Body>) -> Result<Call, StatusCode> {
    let (parts, body) = request.into_parts();
    let is_control = parts.uri.path().starts_with("/_sandbox/");
    let longest = if is_control { LONGEST_WORLD } else { LONGEST };
    let body = axum::body::to_bytes(body, longest)
        .await
        .map_err(|_| StatusCode::PAYLOAD_TOO_LARGE)?;
    Ok(Call::new(parts, body))
}
