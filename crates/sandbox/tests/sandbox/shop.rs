//! A shop to ask: one sandbox in process, and short words for requests to it.

use axum::body::{Body, to_bytes};
use axum::http::{HeaderMap, Request, StatusCode, Version};
use futures::executor::block_on;
use serde_json::{Value, json};
use tandem_sandbox::{ReplyLost, Sandbox, Side, World, app};
use tower::ServiceExt as _;

pub(crate) const POS_SITE: &str = "http://lantern-books.pos.localhost";
pub(crate) const ECOM_SITE: &str = "http://my.ecom.localhost";
pub(crate) const GROUPS: &str = "http://127.0.0.1/api/2.0/customer_groups";
pub(crate) const ECOM_API: &str = "http://127.0.0.1/api/v3/10203040";
pub(crate) const ECOM_GROUPS: &str = "http://127.0.0.1/api/v3/10203040/customer_groups";

/// One sandbox.
pub(crate) struct Shop(pub(crate) Sandbox);

/// An answer, read to its end.
#[derive(Debug)]
pub(crate) struct Reply {
    pub(crate) status: StatusCode,
    pub(crate) headers: HeaderMap,
    pub(crate) text: String,
    pub(crate) lost: bool,
}

impl Reply {
    pub(crate) fn json(&self) -> Value {
        serde_json::from_str(&self.text).unwrap_or_else(|e| panic!("{e}: {}", self.text))
    }

    pub(crate) fn header(&self, name: &str) -> &str {
        self.headers
            .get(name)
            .map(|value| value.to_str().unwrap())
            .unwrap_or_default()
    }

    #[track_caller]
    pub(crate) fn expect(self, status: u16) -> Self {
        assert_eq!(self.status.as_u16(), status, "{}", self.text);
        self
    }
}

impl Shop {
    /// The demonstration shop with twenty people.
    pub(crate) fn new() -> Self {
        Self(Sandbox::new(World::demo(7, 20)))
    }

    /// The same with switches set, such as `{"pos":{"auth":"token"}}`.
    pub(crate) fn with(settings: &Value) -> Self {
        let shop = Self::new();
        shop.act(&json!({"act": "switch", "settings": settings}))
            .expect(200);
        shop
    }

    pub(crate) fn send(
        &self,
        method: &str,
        uri: &str,
        headers: &[(&str, &str)],
        body: &str,
    ) -> Reply {
        let mut request = Request::builder()
            .method(method)
            .uri(uri)
            .version(Version::HTTP_11);
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        let request = request.body(Body::from(body.to_owned())).unwrap();
        block_on(async {
            let response = app(self.0.clone()).oneshot(request).await.unwrap();
            let (parts, body) = response.into_parts();
            let body = to_bytes(body, usize::MAX).await.unwrap();
            Reply {
                status: parts.status,
                headers: parts.headers,
                text: String::from_utf8(body.to_vec()).unwrap(),
                lost: parts.extensions.get::<ReplyLost>().is_some(),
            }
        })
    }

    /// A request with the token of the side whose API it is.
    pub(crate) fn ask(&self, method: &str, uri: &str, body: Option<Value>) -> Reply {
        let world = self.0.world();
        let token = if uri.contains("/api/v3/") {
            world.ecom.staff.token
        } else {
            world.pos.staff.token
        };
        let bearer = format!("Bearer {token}");
        let headers = [
            ("authorization", bearer.as_str()),
            ("content-type", "application/json"),
        ];
        let count = if body.is_some() { 2 } else { 1 };
        self.send(
            method,
            uri,
            &headers[..count],
            &body.map(|body| body.to_string()).unwrap_or_default(),
        )
    }

    pub(crate) fn get(&self, uri: &str) -> Reply {
        self.ask("GET", uri, None)
    }

    pub(crate) fn post(&self, uri: &str, body: Value) -> Reply {
        self.ask("POST", uri, Some(body))
    }

    pub(crate) fn put(&self, uri: &str, body: Value) -> Reply {
        self.ask("PUT", uri, Some(body))
    }

    pub(crate) fn delete(&self, uri: &str) -> Reply {
        self.ask("DELETE", uri, None)
    }

    pub(crate) fn control(&self, method: &str, what: &str, body: &Value) -> Reply {
        self.send(
            method,
            &format!("http://127.0.0.1/_sandbox/{what}"),
            &[],
            &body.to_string(),
        )
    }

    pub(crate) fn act(&self, body: &Value) -> Reply {
        self.control("POST", "act", body)
    }

    pub(crate) fn fault(&self, body: &Value) {
        self.control("POST", "faults", body).expect(204);
    }

    /// The cookies of somebody who signed in.
    pub(crate) fn cookies(&self, side: Side) -> String {
        self.0.sign_in(side)
    }

    /// The id of the POS group of this title.
    pub(crate) fn pos_id(&self, title: &str) -> String {
        let world = self.0.world();
        world
            .pos
            .groups
            .into_iter()
            .find(|group| group.name == title)
            .unwrap()
            .id
    }

    /// The id of the eCom group of this title.
    pub(crate) fn ecom_id(&self, title: &str) -> i64 {
        let world = self.0.world();
        world
            .ecom
            .groups
            .into_iter()
            .find(|group| group.name == title)
            .unwrap()
            .id
    }
}

/// The members `name` of the records in a list.
pub(crate) fn names(records: &Value) -> Vec<&str> {
    records
        .as_array()
        .unwrap()
        .iter()
        .map(|record| record["name"].as_str().unwrap())
        .collect()
}
