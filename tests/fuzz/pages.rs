//! What comes by way of pages: their addresses, what their calls carry, and what the script beside
//! them says.

use tandem::{
    background::foreign,
    browser::address::Address,
    protocol::relay::{Looked, Relayed},
};

/// The hosts that any call may be sent to, in the shipped build and in the sandbox's.
const OURS: [&str; 6] = [
    ".retail.lightspeed.app",
    "my.ecwid.com",
    "my.business.shop",
    "app.ecwid.com",
    ".pos.localhost",
    ".ecom.localhost",
];

/// An address of the owner's choice, as it is added.
const ADDED: &str = "https://shop.reseller.example";

/// Four lines a page, four lines its call, and what it was authorized by. The browser's own parser
/// makes the parts, so a host has the characters of hosts, and a port digits.
pub(super) fn addresses(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    let mut lines = text.lines();
    let mut next = || lines.next().unwrap_or_default().to_owned();
    let mut address = || {
        let (protocol, mut hostname, mut port) = (next(), next(), next());
        hostname.retain(|c| matches!(c, 'a'..='z' | '0'..='9' | '.' | '-' | '_'));
        port.retain(|c| c.is_ascii_digit());
        Address {
            protocol,
            hostname,
            port,
            path: format!("/{}", next().trim_start_matches('/')),
        }
    };
    let (page, call) = (address(), address());
    for root in foreign::led_to(&page, &call, &next(), &[ADDED.to_owned()]) {
        let (protocol, rest) = root.split_once("//").unwrap();
        assert!(protocol == "https:" || rest.contains("localhost"), "{root}");
        let host = rest.split(['/', ':']).next().unwrap();
        let is_ours = OURS.iter().any(|ours| host.ends_with(ours)) || ADDED.ends_with(host);
        assert!(is_ours, "{root}");
    }
}

/// What the script beside a page answers.
pub(super) fn relayed(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    drop(serde_json::from_str::<Relayed>(&text));
    let Ok(looked) = serde_json::from_str::<Looked>(&text) else {
        return;
    };
    let secrets = looked.secrets();
    let headers: Vec<&str> = secrets.iter().map(|one| one.header.as_str()).collect();
    assert!(headers.len() <= 3, "{headers:?}");
    for header in headers {
        assert!(["x-csrf-token", "x-xsrf-token", "x-csrftoken"].contains(&header));
        assert_eq!(secrets.iter().filter(|one| one.header == header).count(), 1);
    }
}
