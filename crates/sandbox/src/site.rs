//! Which door a request knocks at, by its `Host` and path alone. The two ports are alike.

use crate::Side;
use crate::call::Call;
use crate::session::Door;

/// What a host and path lead to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Site {
    /// `/_sandbox/*`, on loopback names alone.
    Control,
    /// An API.
    Api(Side, Door),
    /// The admin pages.
    Admin(Side),
    /// Nothing.
    Nowhere,
}

/// Another name of eCom's admin, as a reseller may give it one.
const RESELLER: &str = "admin.reseller.localhost";

impl Site {
    pub(crate) fn of(prefix: &str, call: &Call) -> Self {
        let (host, path) = (call.host.as_str(), call.path.as_str());
        let bare = matches!(host, "127.0.0.1" | "localhost" | "[::1]");
        if path == "/_sandbox" || path.starts_with("/_sandbox/") {
            return if bare || host.ends_with(".localhost") {
                Self::Control
            } else {
                Self::Nowhere
            };
        }
        let e_series = path.starts_with("/api/v3/");
        let api = path.starts_with("/api/");
        match host {
            "my.ecom.localhost" | RESELLER if e_series => Self::Api(Side::Ecom, Door::Admin),
            "my.ecom.localhost" | RESELLER => Self::Admin(Side::Ecom),
            "app.ecom.localhost" if e_series => Self::Api(Side::Ecom, Door::Token),
            _ if bare && e_series => Self::Api(Side::Ecom, Door::Token),
            _ if bare && api => Self::Api(Side::Pos, Door::Token),
            _ if host.strip_suffix(".pos.localhost") != Some(prefix) => Self::Nowhere,
            _ if api => Self::Api(Side::Pos, Door::Admin),
            _ => Self::Admin(Side::Pos),
        }
    }
}
