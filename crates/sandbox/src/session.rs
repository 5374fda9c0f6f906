//! Who is signed in, and who a request comes from. Sessions are no part of the world: a reset
//! signs nobody out.

use std::collections::BTreeMap;

use axum::http::{Method, header};
use cookie::{Cookie, SameSite, time::Duration};
use serde::{Deserialize, Serialize};

use crate::Side;
use crate::call::{self, Call};
use crate::world::{Auth, CsrfCarrier, Policy, PosAuth, World, uuid};

/// The header in which a write by cookies carries the secret of the page.
pub(crate) const CSRF_HEADER: &str = "x-csrf-token";

/// How long a token lasts that a page fetched, in seconds of the world's time.
pub(crate) const PAGE_TOKEN_LASTS: i64 = 300;

/// Which door of an API a request came through.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Door {
    /// The admin host: cookies count, and so do tokens.
    Admin,
    /// The API host: tokens alone.
    Token,
}

/// Who sent a request to an API.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Caller {
    /// Someone signed in, by cookies, from anywhere but the store's own pages.
    Session,
    /// Someone signed in, by cookies, from a page of the store (`Sec-Fetch-Site: same-origin`).
    Page,
    /// A program with the right token.
    Token,
    /// Nobody who is known: no session, or a wrong token.
    None,
}

/// Why a request is from nobody.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Stranger {
    /// It has neither session nor token.
    Nobody,
    /// It has a token, and it is wrong.
    BadToken,
    /// It has a session and wants to write, without the secret that the store's own pages carry.
    NoSecret,
    /// It has a session and wants to write, and says that it comes from elsewhere.
    FromElsewhere,
}

/// What a signed-in browser holds.
#[derive(Clone, Debug)]
struct Session {
    side: Side,
    strict: String,
    csrf: String,
    page: String,
}

/// A token that the admin page of eCom fetched for its own calls.
#[derive(Clone, Debug)]
struct PageToken {
    session: String,
    until: i64,
}

/// The sessions of both sides.
#[derive(Debug)]
pub(crate) struct Sessions {
    open: BTreeMap<String, Session>,
    page_tokens: BTreeMap<String, PageToken>,
    rng: fastrand::Rng,
}

/// The names of the three cookies of a side: session, strict, csrf.
const fn names(side: Side) -> [&'static str; 3] {
    match side {
        Side::Pos => ["register_session", "register_strict", "register_csrf"],
        Side::Ecom => ["shopfront_session", "shopfront_strict", "shopfront_csrf"],
    }
}

impl Sessions {
    pub(crate) fn new(seed: u64) -> Self {
        Self {
            open: BTreeMap::new(),
            page_tokens: BTreeMap::new(),
            rng: fastrand::Rng::with_seed(seed),
        }
    }

    /// Opens a session and returns its cookies.
    pub(crate) fn open(&mut self, side: Side) -> Vec<Cookie<'static>> {
        let [id, strict, csrf, page] = [(); 4].map(|()| uuid(&mut self.rng));
        let [id_name, strict_name, csrf_name] = names(side);
        self.open.insert(
            id.clone(),
            Session {
                side,
                strict: strict.clone(),
                csrf: csrf.clone(),
                page,
            },
        );
        let cookie = |name: &'static str, value: String| {
            Cookie::build((name, value))
                .path("/")
                .same_site(SameSite::Lax)
                .max_age(Duration::days(30))
        };
        vec![
            cookie(id_name, id).http_only(true).build(),
            cookie(strict_name, strict)
                .http_only(true)
                .same_site(SameSite::Strict)
                .build(),
            cookie(csrf_name, csrf).build(),
        ]
    }

    /// Cookies that take those of `open` away.
    pub(crate) fn removal(side: Side) -> Vec<Cookie<'static>> {
        let gone = |name| {
            Cookie::build((name, ""))
                .path("/")
                .max_age(Duration::ZERO)
                .build()
        };
        names(side).map(gone).to_vec()
    }

    /// Ends the session of a request.
    pub(crate) fn close(&mut self, side: Side, call: &Call) {
        if let Some(id) = call.cookie(names(side)[0]) {
            self.open.remove(&id);
        }
    }

    /// Ends all sessions of a side, or of both.
    pub(crate) fn close_all(&mut self, side: Option<Side>) {
        self.open
            .retain(|_, session| side.is_some_and(|side| session.side != side));
    }

    /// Whether the request's browser is signed in, as far as pages are concerned. A click on a
    /// link of another site brings no strict cookie, and the page opens all the same.
    pub(crate) fn knows(&self, side: Side, call: &Call) -> bool {
        self.find(side, call).is_some()
    }

    /// The secret that forms of a signed-in page carry.
    pub(crate) fn csrf(&self, side: Side, call: &Call) -> Option<&str> {
        self.find(side, call).map(|session| session.csrf.as_str())
    }

    /// The secret that a signed-in page of POS has in its `meta` element.
    pub(crate) fn page_secret(&self, side: Side, call: &Call) -> Option<&str> {
        self.find(side, call).map(|session| session.page.as_str())
    }

    /// Whether the request may use the API by its cookies: all of them must be there.
    fn opens_api(&self, side: Side, call: &Call) -> bool {
        let [_, strict, _] = names(side);
        self.find(side, call)
            .is_some_and(|session| call.cookie(strict).as_deref() == Some(&session.strict))
    }

    /// A new token for the page of a session, where pages need one. Those that are over are
    /// forgotten; earlier ones that are not stay good.
    pub(crate) fn page_token(&mut self, world: &World, call: &Call) -> Option<String> {
        let needed = world.settings.ecom.auth == Auth::PageToken;
        if !needed || !self.opens_api(Side::Ecom, call) {
            return None;
        }
        let now = world.clock;
        let session = call.cookie(names(Side::Ecom)[0])?;
        let token = format!("page_{}", uuid(&mut self.rng));
        let until = now.saturating_add(PAGE_TOKEN_LASTS);
        self.page_tokens.retain(|_, old| old.until > now);
        self.page_tokens
            .insert(token.clone(), PageToken { session, until });
        Some(token)
    }

    /// Whether a request brings a token that a page fetched, which is not over, of somebody who is
    /// still signed in.
    fn knows_page_token(&self, world: &World, call: &Call) -> bool {
        let sent = sent_token(Side::Ecom, call).and_then(|sent| self.page_tokens.get(sent));
        world.settings.ecom.auth == Auth::PageToken
            && sent.is_some_and(|token| {
                token.until > world.clock && self.open.contains_key(&token.session)
            })
    }

    /// Whether a request to POS brings the secret where one is asked for: to write, by cookies.
    fn writes_with_secret(&self, world: &World, call: &Call) -> bool {
        if world.settings.pos.auth != PosAuth::CookieCsrf || call.method == Method::GET {
            return true;
        }
        let sent = call.header(CSRF_HEADER);
        let known = match world.settings.pos.csrf {
            CsrfCarrier::Cookie => self.csrf(Side::Pos, call),
            CsrfCarrier::Meta => self.page_secret(Side::Pos, call),
        };
        let [_, _, cookie] = names(Side::Pos);
        let doubled =
            world.settings.pos.csrf == CsrfCarrier::Meta || call.cookie(cookie).as_deref() == sent;
        sent.is_some() && sent == known && doubled
    }

    fn find(&self, side: Side, call: &Call) -> Option<&Session> {
        let [name, _, _] = names(side);
        self.open
            .get(&call.cookie(name)?)
            .filter(|session| session.side == side)
    }

    /// Who sent a request to a side's API. A token that is sent decides alone.
    pub(crate) fn caller(
        &self,
        side: Side,
        door: Door,
        world: &World,
        call: &Call,
    ) -> Result<Caller, Stranger> {
        let by_cookies = match side {
            Side::Pos => world.settings.pos.auth != PosAuth::Token,
            Side::Ecom => world.settings.ecom.auth == Auth::Cookie,
        };
        let by_page = side == Side::Ecom && door == Door::Admin;
        if by_page && self.knows_page_token(world, call) {
            return Ok(signed_in(call));
        }
        if sent_token(side, call).is_some() {
            return match token_number(side, world, call) {
                Some(_) => Ok(Caller::Token),
                None => Err(Stranger::BadToken),
            };
        }
        if door == Door::Token || !by_cookies || !self.opens_api(side, call) {
            return Err(Stranger::Nobody);
        }
        if !writes_from_here(side, world, call) {
            return Err(Stranger::FromElsewhere);
        }
        if side == Side::Pos && !self.writes_with_secret(world, call) {
            return Err(Stranger::NoSecret);
        }
        Ok(signed_in(call))
    }
}

/// Whether a request that wants to write comes from the store's own host, where that is asked for.
/// Every browser says where such a request comes from.
fn writes_from_here(side: Side, world: &World, call: &Call) -> bool {
    let rule = match side {
        Side::Pos => world.settings.pos.foreign_origin,
        Side::Ecom => world.settings.ecom.foreign_origin,
    };
    let host =
        |origin: &str| call::host_name(origin.split_once("://").map_or("", |(_, rest)| rest));
    call.method == Method::GET
        || rule == Policy::Accept
        || call
            .header(header::ORIGIN)
            .is_none_or(|origin| host(origin) == call.host)
}

/// Somebody who is signed in: a page of the store, or anybody else in that browser.
fn signed_in(call: &Call) -> Caller {
    if call.header("sec-fetch-site") == Some("same-origin") {
        Caller::Page
    } else {
        Caller::Session
    }
}

/// The number of the right token that a request brings: 0 is that of the staff member.
pub(crate) fn token_number(side: Side, world: &World, call: &Call) -> Option<usize> {
    let sent = sent_token(side, call)?;
    let (own, others): (&str, &[String]) = match side {
        Side::Pos => (&world.pos.staff.token, &world.pos.other_tokens),
        Side::Ecom => (&world.ecom.staff.token, &[]),
    };
    let mut all = std::iter::once(own).chain(others.iter().map(String::as_str));
    all.position(|token| token == sent)
}

/// The token or session that a request to eCom brings, right or wrong; blank without one.
pub(crate) fn sender(call: &Call) -> String {
    let [session, _, _] = names(Side::Ecom);
    sent_token(Side::Ecom, call)
        .map(str::to_owned)
        .or_else(|| call.cookie(session))
        .unwrap_or_default()
}

fn sent_token(side: Side, call: &Call) -> Option<&str> {
    let bearer = call
        .header(header::AUTHORIZATION)
        .map(|value| value.strip_prefix("Bearer ").unwrap_or_default());
    match side {
        Side::Pos => bearer,
        Side::Ecom => bearer.or_else(|| call.param("token")),
    }
}
