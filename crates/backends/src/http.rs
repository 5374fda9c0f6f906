//! Requests and responses as plain values. Who sends them, with which session, is not known here.

use std::fmt::Write as _;

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use tandem_core::Side;

/// Everything but RFC 3986's unreserved characters is escaped.
const ESCAPED: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'-')
    .remove(b'.')
    .remove(b'_')
    .remove(b'~');

/// The methods in use. There is no way to say DELETE: Tandem never deletes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Method {
    /// Reads.
    Get,
    /// Creates.
    Post,
    /// Changes.
    Put,
}

impl Method {
    /// Its name in HTTP.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Get => "GET",
            Self::Post => "POST",
            Self::Put => "PUT",
        }
    }
}

/// One call, relative to the root of the store's API.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Request {
    /// Whose API is called.
    pub side: Side,
    /// The method.
    pub method: Method,
    /// The path after the API's root (`/api/2.0` or `/api/v3/{store}`); starts with `/`, and ids in
    /// it are percent-encoded.
    pub path: String,
    /// The query, not encoded.
    pub query: Vec<(String, String)>,
    /// The body, which is JSON.
    pub body: Option<String>,
}

impl Request {
    /// Reads `path`.
    pub(crate) fn get(side: Side, path: &str, query: &[(&str, String)]) -> Self {
        let query = query
            .iter()
            .map(|(name, value)| ((*name).to_owned(), value.clone()))
            .collect();
        Self {
            side,
            method: Method::Get,
            path: path.to_owned(),
            query,
            body: None,
        }
    }

    /// Sends `body` to `path`.
    pub(crate) fn send(side: Side, method: Method, path: &str, body: &serde_json::Value) -> Self {
        Self::send_text(side, method, path, body.to_string())
    }

    /// Sends `body`, which is JSON already, to `path`.
    pub(crate) fn send_text(side: Side, method: Method, path: &str, body: String) -> Self {
        Self {
            side,
            method,
            path: path.to_owned(),
            query: Vec::new(),
            body: Some(body),
        }
    }

    /// Whether it may change something in the store.
    #[must_use]
    pub const fn is_write(&self) -> bool {
        !matches!(self.method, Method::Get)
    }

    /// The path and the encoded query, to be put after the root.
    #[must_use]
    pub fn path_and_query(&self) -> String {
        let mut text = self.path.clone();
        for (index, (name, value)) in self.query.iter().enumerate() {
            let mark = if index == 0 { '?' } else { '&' };
            // Writing to a String cannot fail.
            let _never = write!(text, "{mark}{}={}", escape(name), escape(value));
        }
        text
    }
}

/// An id or a query value, so that it stays one path segment or one value.
pub(crate) fn escape(text: &str) -> String {
    utf8_percent_encode(text, ESCAPED).to_string()
}

/// What came back.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Response {
    /// The HTTP status.
    pub status: u16,
    /// Whether the answer came from another address than the one asked.
    pub redirected: bool,
    /// Whether that other address is of another origin.
    pub elsewhere: bool,
    /// `Content-Type`.
    pub content_type: Option<String>,
    /// `Retry-After`, as it stands: an HTTP date from X-Series, seconds from E-Series.
    pub retry_after: Option<String>,
    /// `Date`, as it stands.
    pub date: Option<String>,
    /// `X-RateLimit-Limit` of X-Series: how many calls a window of five minutes has, for the whole
    /// shop.
    pub limit: Option<u32>,
    /// `X-RateLimit-Remaining` of X-Series: how many of them are left.
    pub remaining: Option<u32>,
    /// The body.
    pub body: Vec<u8>,
}
