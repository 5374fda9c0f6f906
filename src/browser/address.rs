//! Taking an address apart, by the browser's own parser.

/// The parts of an address that tell a store.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Address {
    /// `https:` or `http:`.
    pub protocol: String,
    /// The host without its port, in lower case.
    pub hostname: String,
    /// The port, empty where it is the usual one.
    pub port: String,
    /// The path, from its first `/`.
    pub path: String,
}

impl Address {
    /// What browsers call all pages of this protocol and host; ports are no part of it.
    #[must_use]
    pub fn pattern(&self) -> String {
        format!("{}//{}/*", self.protocol, self.hostname)
    }
}

/// Parses an absolute address; `None` where it is none.
#[must_use]
pub fn parse(url: &str) -> Option<Address> {
    let url = web_sys::Url::new(url).ok()?;
    Some(Address {
        protocol: url.protocol(),
        hostname: url.hostname(),
        port: url.port(),
        path: url.pathname(),
    })
}
