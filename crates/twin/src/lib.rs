//! Both stores inside a page, for rehearsals: the sandbox's router, called in process, under the
//! addresses of the two vendors. Nothing here can reach a network, and nothing here is kept.

mod copy;
mod deeds;

use std::cell::Cell;

use axum::{
    body::{Body, to_bytes},
    http::{Request, Uri, header},
};
use tandem_sandbox::{ClockFn, Sandbox, Side, World, app, world::WorldError};
use tower::ServiceExt as _;

pub use copy::{Copied, NotCopied};
pub use deeds::Deed;

/// The made-up shop: the same for everybody, and again after each new beginning.
const SEED: u64 = 7;

/// How many people it knows.
const PEOPLE: u32 = 60;

/// As many tills as nobody has to wait for: the share that Tandem takes of a shop's calls is small.
const TILLS: u32 = 50;

/// The shop's name below POS' host. Where it is shown, it says what it is.
const PREFIX: &str = "made-up-shop";

/// What every address of a POS shop ends with.
const POS_SUFFIX: &str = ".retail.lightspeed.app";

/// The longest answer of a store.
const LONGEST: usize = 64 << 20;

/// One call, as a page makes it.
#[derive(Clone, Debug, Default)]
pub struct Call {
    /// The method.
    pub method: String,
    /// The whole address.
    pub url: String,
    /// The `Authorization` header, where there is one.
    pub authorization: Option<String>,
    /// The body.
    pub body: Vec<u8>,
}

/// What a store answers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    /// The status.
    pub status: u16,
    /// Names and values.
    pub headers: Vec<(String, String)>,
    /// The body.
    pub body: Vec<u8>,
}

/// Both stores, with somebody signed in to each.
pub struct Twin {
    sandbox: Sandbox,
    pos_cookie: String,
    ecom_cookie: String,
    /// How many deeds were done: names are made of it.
    deeds: Cell<u32>,
}

/// A place inside the sandbox: its host, and the cookie that a browser would send there.
struct Place<'a> {
    host: String,
    cookie: Option<&'a str>,
}

impl Twin {
    /// The made-up shop, whose time passes along `clock` (milliseconds since 1970).
    #[must_use]
    pub fn new(clock: Box<ClockFn>) -> Self {
        Self::of(World::demo(SEED, PEOPLE), clock)
    }

    /// A shop that was copied.
    ///
    /// # Errors
    /// [`WorldError`] where the copy contradicts itself.
    pub fn of_copy(copy: Copied, clock: Box<ClockFn>) -> Result<Self, WorldError> {
        let world = copy.world(clock() / 1_000)?;
        Ok(Self::of(world, clock))
    }

    fn of(mut world: World, clock: Box<ClockFn>) -> Self {
        PREFIX.clone_into(&mut world.pos.prefix);
        world.pos.registers = TILLS;
        let sandbox = Sandbox::with_clock(world, clock, 1);
        Self {
            pos_cookie: sandbox.sign_in(Side::Pos),
            ecom_cookie: sandbox.sign_in(Side::Ecom),
            sandbox,
            deeds: Cell::new(0),
        }
    }

    /// The addresses of both admins, as open tabs would have them.
    #[must_use]
    pub fn admins(&self) -> [String; 2] {
        let store = self.sandbox.world().ecom.store_id;
        [
            format!("https://{PREFIX}{POS_SUFFIX}/customers"),
            format!("https://my.ecwid.com/store/{store}"),
        ]
    }

    /// Answers a call to one of the two stores' APIs; `None` for any other address.
    pub async fn answer(&self, call: Call) -> Option<Answer> {
        let url: Uri = call.url.parse().ok()?;
        let place = self.place(url.host()?)?;
        let target = url.path_and_query()?.as_str();
        if url.scheme_str() != Some("https") || !target.starts_with("/api/") {
            return None;
        }
        let mut request = Request::builder()
            .method(call.method.as_str())
            .uri(target)
            .header(header::HOST, place.host)
            .header(header::CONTENT_TYPE, "application/json");
        let headers = [
            (header::COOKIE, place.cookie),
            (header::AUTHORIZATION, call.authorization.as_deref()),
        ];
        for (name, value) in headers {
            if let Some(value) = value {
                request = request.header(name, value);
            }
        }
        self.ask(request.body(Body::from(call.body)).ok()?).await
    }

    async fn ask(&self, request: Request<Body>) -> Option<Answer> {
        let answer = app(self.sandbox.clone()).oneshot(request).await.ok()?;
        let (parts, body) = answer.into_parts();
        let headers = parts.headers.iter().filter_map(|(name, value)| {
            let value = value.to_str().ok()?;
            Some((name.to_string(), value.to_owned()))
        });
        Some(Answer {
            status: parts.status.as_u16(),
            headers: headers.collect(),
            body: to_bytes(body, LONGEST).await.ok()?.to_vec(),
        })
    }

    /// Where an address of a vendor's leads to inside the sandbox.
    fn place(&self, host: &str) -> Option<Place<'_>> {
        if host.strip_suffix(POS_SUFFIX) == Some(PREFIX) {
            return Some(Place {
                host: format!("{PREFIX}.pos.localhost"),
                cookie: Some(&self.pos_cookie),
            });
        }
        let (host, cookie) = match host {
            "my.ecwid.com" => ("my.ecom.localhost", Some(self.ecom_cookie.as_str())),
            "app.ecwid.com" => ("app.ecom.localhost", None),
            _ => return None,
        };
        Some(Place {
            host: host.to_owned(),
            cookie,
        })
    }
}

#[cfg(test)]
mod tests {
    use futures::executor::block_on;

    use super::*;

    fn twin() -> Twin {
        Twin::new(Box::new(|| 1_800_000_000_000))
    }

    fn get(twin: &Twin, url: &str) -> Option<Answer> {
        let call = Call {
            method: "GET".into(),
            url: url.into(),
            ..Call::default()
        };
        block_on(twin.answer(call))
    }

    #[test]
    fn both_apis_answer_under_the_vendors_addresses() {
        let twin = twin();
        let store = twin.sandbox.world().ecom.store_id;
        for url in [
            format!("https://{PREFIX}{POS_SUFFIX}/api/2.0/customer_groups"),
            format!("https://my.ecwid.com/api/v3/{store}/customer_groups"),
        ] {
            let answer = get(&twin, &url).unwrap();
            assert_eq!(answer.status, 200, "{url}");
            assert!(answer.body.starts_with(b"{"), "{url}");
        }
        let token = format!("https://app.ecwid.com/api/v3/{store}/customer_groups");
        assert!(get(&twin, &token).unwrap().status >= 400, "it takes tokens");
    }

    #[test]
    fn nothing_else_is_answered() {
        let twin = twin();
        for url in [
            "https://another.retail.lightspeed.app/api/2.0/customers",
            "https://made-up-shop.retail.lightspeed.app/_sandbox/state",
            "https://made-up-shop.retail.lightspeed.app/customers",
            "http://made-up-shop.retail.lightspeed.app/api/2.0/customers",
            "https://made-up-shop.pos.localhost/api/2.0/customers",
            "https://example.org/api/2.0/customers",
            "/api/2.0/customers",
            "",
        ] {
            assert_eq!(get(&twin, url), None, "{url}");
        }
    }

    #[test]
    fn every_beginning_is_the_same() {
        let world = |twin: &Twin| serde_json::to_string(&twin.sandbox.world()).unwrap();
        assert!(world(&twin()) == world(&twin()), "two worlds of one seed");
    }
}
