//! Which store an admin's address belongs to, and where that store's API is. Pure.

use serde::{Deserialize, Serialize};
use tandem_core::Side;

use crate::{
    browser::{
        address::Address,
        fetch::{Credential, Route},
    },
    protocol::view::StoreKey,
};

/// One store of a shop, as its admin's address tells it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Store {
    /// Which side it is.
    pub side: Side,
    /// The POS prefix or the eCom store id.
    pub key: StoreKey,
    /// Its admin's origin, such as `https://shop.retail.lightspeed.app`.
    pub origin: String,
    /// Where its API answers calls with a token.
    pub token_root: String,
    /// Whether its admin is at an address that the owner added. Our own pages may not call that one:
    /// their policy names the vendor's hosts alone, so its own pages and tokens carry the calls.
    #[serde(default, skip_serializing_if = "is_false")]
    pub is_added: bool,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "as serde calls it")]
const fn is_false(flag: &bool) -> bool {
    !*flag
}

/// Hosts below which each POS shop has its own name, with the protocol they are served by.
const POS_SUFFIXES: &[(&str, &str)] = &[
    ("https:", ".retail.lightspeed.app"),
    #[cfg(feature = "sandbox")]
    ("http:", ".pos.localhost"),
];

/// Hosts of the eCom admin, each with the host whose API takes tokens.
const ECOM_HOSTS: &[(&str, &str, &str)] = &[
    ("https:", "my.ecwid.com", "app.ecwid.com"),
    ("https:", "my.business.shop", "app.ecwid.com"),
    #[cfg(feature = "sandbox")]
    ("http:", "my.ecom.localhost", "app.ecom.localhost"),
];

/// Protocols at which an eCom admin of another name may be, each with the host whose API takes tokens.
const ADDED: &[(&str, &str)] = &[
    ("https:", "app.ecwid.com"),
    #[cfg(feature = "sandbox")]
    ("http:", "app.ecom.localhost"),
];

/// Names below the POS suffix that are not shops: the sign-in and the developers' pages.
const NOT_A_SHOP: &[&str] = &["secure", "developers", "www"];

/// The store of an admin page; `None` for any other page. `added` are the origins that the owner named.
#[must_use]
pub(super) fn discover(address: &Address, added: &[String]) -> Option<Store> {
    discover_pos(address).or_else(|| discover_ecom(address, added))
}

/// Whether an eCom admin may be at this address besides the vendor's own.
#[must_use]
pub(super) fn may_be_added(address: &Address) -> bool {
    let vendors = POS_SUFFIXES.iter().map(|(_, suffix)| *suffix);
    let is_pos = vendors
        .into_iter()
        .any(|suffix| address.hostname.ends_with(suffix));
    let is_ecom = ECOM_HOSTS
        .iter()
        .any(|(_, host, api)| [*host, *api].contains(&address.hostname.as_str()));
    let is_name = address.hostname.contains('.') && !address.hostname.ends_with('.');
    is_name
        && !is_pos
        && !is_ecom
        && ADDED
            .iter()
            .any(|(protocol, _)| *protocol == address.protocol)
}

fn discover_pos(address: &Address) -> Option<Store> {
    let prefix = POS_SUFFIXES.iter().find_map(|(protocol, suffix)| {
        address
            .hostname
            .strip_suffix(suffix)
            .filter(|_| address.protocol == *protocol)
    })?;
    if prefix.is_empty() || prefix.contains('.') || NOT_A_SHOP.contains(&prefix) {
        return None;
    }
    let origin = origin(address, &address.hostname);
    Some(Store {
        side: Side::Pos,
        key: StoreKey(prefix.to_owned()),
        token_root: format!("{origin}/api/2.0"),
        origin,
        is_added: false,
    })
}

fn discover_ecom(address: &Address, added: &[String]) -> Option<Store> {
    let own = ECOM_HOSTS
        .iter()
        .find(|(protocol, host, _)| address.protocol == *protocol && address.hostname == *host)
        .map(|(_, _, api)| *api);
    let is_added = own.is_none() && added.contains(&origin(address, &address.hostname));
    let others = ADDED
        .iter()
        .find(|(protocol, _)| is_added && address.protocol == *protocol)
        .map(|(_, api)| *api);
    let api = own.or(others)?;
    let id = address.path.strip_prefix("/store/")?.split('/').next()?;
    if id.is_empty() || !id.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    Some(Store {
        side: Side::Ecom,
        key: StoreKey(id.to_owned()),
        origin: origin(address, &address.hostname),
        token_root: format!("{}/api/v3/{id}", origin(address, api)),
        is_added,
    })
}

/// The eCom store that a call of an admin page was for, and the root of the API that it was sent to;
/// `None` unless both the page and the API are the vendor's.
#[must_use]
pub(super) fn called(page: &Address, call: &Address) -> Option<(StoreKey, String)> {
    let (_, host, api) = ECOM_HOSTS
        .iter()
        .find(|(protocol, host, _)| page.protocol == *protocol && page.hostname == *host)?;
    let is_api = call.hostname == *host || call.hostname == *api;
    if !is_api || (&call.protocol, &call.port) != (&page.protocol, &page.port) {
        return None;
    }
    let id = call.path.strip_prefix("/api/v3/")?.split_once('/')?.0;
    let is_id = !id.is_empty() && id.bytes().all(|byte| byte.is_ascii_digit());
    let root = format!("{}/api/v3/{id}", origin(call, &call.hostname));
    is_id.then(|| (StoreKey(id.to_owned()), root))
}

/// The longest token that is taken for one.
pub(super) const LONGEST_TOKEN: usize = 4096;

/// Whether a text may be a token at all.
#[must_use]
pub(super) fn is_token(text: &str) -> bool {
    (1..=LONGEST_TOKEN).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_graphic())
}

/// The token in an `Authorization` that may read customers: a public one of the storefront may not.
#[must_use]
pub(super) fn bearer(authorization: &str) -> Option<&str> {
    let token = authorization.strip_prefix("Bearer ")?;
    (is_token(token) && !token.starts_with("public_")).then_some(token)
}

/// `protocol//host[:port]`, with another host than the address's own where one is given.
pub(super) fn origin(address: &Address, host: &str) -> String {
    let colon = if address.port.is_empty() { "" } else { ":" };
    format!("{}//{host}{colon}{}", address.protocol, address.port)
}

impl Store {
    /// The way to this store's API with `credential`.
    #[must_use]
    pub(super) fn route(&self, credential: Credential) -> Route {
        let root = match (&credential, self.side) {
            (Credential::Token(_), _) => self.token_root.clone(),
            (_, Side::Pos) => format!("{}/api/2.0", self.origin),
            (_, Side::Ecom) => format!("{}/api/v3/{}", self.origin, self.key.0),
        };
        Route { root, credential }
    }

    /// The admin's first page. Where nobody is signed in, the admin itself leads to its sign-in.
    #[must_use]
    pub(super) fn admin(&self) -> String {
        match self.side {
            Side::Pos => format!("{}/", self.origin),
            Side::Ecom => format!("{}/store/{}", self.origin, self.key.0),
        }
    }

    /// The admin's host, for a person to recognise.
    #[must_use]
    pub(super) fn host(&self) -> String {
        let host = self
            .origin
            .split_once("//")
            .map_or(self.origin.as_str(), |(_, host)| host);
        host.split(':').next().unwrap_or_default().to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(protocol: &str, hostname: &str, port: &str, path: &str) -> Address {
        Address {
            protocol: protocol.into(),
            hostname: hostname.into(),
            port: port.into(),
            path: path.into(),
        }
    }

    #[test]
    fn a_pos_store_is_told_by_its_prefix() {
        let store = discover(
            &at(
                "https:",
                "lantern.retail.lightspeed.app",
                "",
                "/webregister/",
            ),
            &[],
        );
        let store = store.unwrap();
        assert_eq!((store.side, store.key.0.as_str()), (Side::Pos, "lantern"));
        let route = store.route(Credential::Session);
        assert_eq!(route.root, "https://lantern.retail.lightspeed.app/api/2.0");
        assert_eq!(store.admin(), "https://lantern.retail.lightspeed.app/");
    }

    #[test]
    fn an_ecom_store_is_told_by_the_path_of_either_admin() {
        for host in ["my.ecwid.com", "my.business.shop"] {
            let store = discover(&at("https:", host, "", "/store/10203040"), &[]).unwrap();
            assert_eq!((store.side, store.key.0.as_str()), (Side::Ecom, "10203040"));
            let session = store.route(Credential::Session).root;
            assert_eq!(session, format!("https://{host}/api/v3/10203040"));
            let token = store.route(Credential::Token("t".into())).root;
            assert_eq!(token, "https://app.ecwid.com/api/v3/10203040");
            assert_eq!(store.admin(), format!("https://{host}/store/10203040"));
        }
    }

    #[test]
    fn what_is_no_store_is_none() {
        for (protocol, host, path) in [
            ("http:", "lantern.retail.lightspeed.app", "/"),
            ("https:", "retail.lightspeed.app", "/"),
            ("https:", "secure.retail.lightspeed.app", "/connect"),
            ("https:", "a.b.retail.lightspeed.app", "/"),
            ("https:", "lantern.retail.lightspeed.app.evil.test", "/"),
            ("https:", "my.ecwid.com", "/cp/CP.html"),
            ("https:", "my.ecwid.com", "/store/12x"),
            ("https:", "my.ecwid.com", "/store/"),
            ("https:", "my.ecwid.com.evil.test", "/store/1"),
        ] {
            assert_eq!(
                discover(&at(protocol, host, "", path), &[]),
                None,
                "{protocol}//{host}{path}"
            );
        }
    }

    #[test]
    fn a_call_counts_from_the_vendors_page_to_the_vendors_api_alone() {
        let page = |host: &str| at("https:", host, "", "/");
        let call = |host: &str, path: &str| at("https:", host, "", path);
        for (from, to, path, store) in [
            (
                "my.ecwid.com",
                "my.ecwid.com",
                "/api/v3/12/profile",
                Some("12"),
            ),
            (
                "my.business.shop",
                "app.ecwid.com",
                "/api/v3/12/customers",
                Some("12"),
            ),
            ("evil.test", "app.ecwid.com", "/api/v3/12/customers", None),
            ("my.ecwid.com", "evil.test", "/api/v3/12/customers", None),
            (
                "my.ecwid.com",
                "app.ecwid.com",
                "/api/v3/1x/customers",
                None,
            ),
            ("my.ecwid.com", "app.ecwid.com", "/api/v3/12", None),
            (
                "lantern.retail.lightspeed.app",
                "app.ecwid.com",
                "/api/v3/12/customers",
                None,
            ),
        ] {
            let found = called(&page(from), &call(to, path));
            let key = found.as_ref().map(|(key, _)| key.0.as_str());
            assert_eq!(key, store, "{from} {to}{path}");
            if let Some((_, root)) = &found {
                assert_eq!(*root, format!("https://{to}/api/v3/12"));
            }
        }
    }

    #[test]
    fn a_token_is_never_shown() {
        let route = discover(&at("https:", "my.ecwid.com", "", "/store/1"), &[])
            .unwrap()
            .route(Credential::Token("secret_abc".into()));
        assert!(!format!("{route:?}").contains("secret_abc"));
    }
}
