//! Email addresses: which two are one (rules 3.1). What is only evidence: `variant`.
//!
//! Nothing here is ever written: a store keeps the spelling that it has. What would be better
//! spelt is offered to a person ([`cleaned`], [`Suspect::fix`]).

use std::borrow::Cow;

use idna::uts46::{AsciiDenyList, DnsLength, Hyphens, Uts46};
use unicode_normalization::UnicodeNormalization;

use super::text;

pub mod variant;

/// The address without what copying and pasting leaves around it: outer blanks, characters of no
/// width, a comma or semicolon behind, `mailto:` before. Composed (NFC), its case as it was.
///
/// ```
/// use tandem_core::canon::email::cleaned;
/// assert_eq!(cleaned(" mailto:Ann@Shop.com; "), "Ann@Shop.com");
/// ```
#[must_use]
pub fn cleaned(email: &str) -> Cow<'_, str> {
    match text::composed(email) {
        Cow::Borrowed(email) => Cow::Borrowed(bare(email)),
        Cow::Owned(email) => Cow::Owned(bare(&email).to_owned()),
    }
}

fn bare(email: &str) -> &str {
    let mut email = email.trim();
    loop {
        let before = email.len();
        email = email.trim_end_matches(|c: char| matches!(c, ',' | ';') || c.is_whitespace());
        if let Some((scheme, rest)) = email.split_once(':')
            && scheme.eq_ignore_ascii_case("mailto")
        {
            email = rest.trim_start();
        }
        if email.len() == before {
            return email;
        }
    }
}

/// What two addresses must have in common to be one; empty for a blank one. Cleaned, without ASCII
/// case, a domain in Unicode as punycode. Case beyond ASCII counts, since nobody knows which
/// alphabet's rules a mail server follows (Turkish has two letters i).
///
/// ```
/// use tandem_core::canon::email::key;
/// assert_eq!(key("Ann@B\u{fc}cher.de "), key("ann@xn--bcher-kva.de"));
/// ```
#[must_use]
pub fn key(email: &str) -> String {
    key_of(&cleaned(email))
}

fn key_of(cleaned: &str) -> String {
    if cleaned.is_ascii() {
        return cleaned.to_ascii_lowercase();
    }
    match cleaned.rsplit_once('@') {
        Some((local, domain)) => format!("{}@{}", lower(local), domain_key(domain)),
        None => lower(cleaned),
    }
}

/// What a sketch keeps of an address, found out in one go: every record that is read has one.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Told {
    /// See [`key`].
    pub(crate) key: String,
    /// See [`is_key`].
    pub(crate) is_key: bool,
    /// What [`Self::loose`] is where it is not the key.
    other_loose: Option<String>,
}

impl Told {
    pub(crate) fn of(email: &str) -> Self {
        let cleaned = cleaned(email);
        let key = key_of(&cleaned);
        if is_nobodys(&key) {
            return Self {
                key,
                other_loose: Some(String::new()),
                ..Self::default()
            };
        }
        let odd = suspect_of(&cleaned);
        Self {
            is_key: !key.is_empty() && odd.is_none(),
            other_loose: variant::other_loose(&key, odd),
            key,
        }
    }

    /// See [`variant::loose`]; empty also where the address is nobody's.
    pub(crate) fn loose(&self) -> &str {
        self.other_loose.as_ref().unwrap_or(&self.key)
    }
}

/// ASCII letters in lower case, composed again: some accents have a home on small letters alone.
fn lower(text: &str) -> String {
    text.to_ascii_lowercase().nfc().collect()
}

fn domain_key(domain: &str) -> String {
    if domain.is_ascii() {
        return domain.to_ascii_lowercase();
    }
    let deny = AsciiDenyList::STD3;
    match Uts46::new().to_ascii(domain.as_bytes(), deny, Hyphens::Allow, DnsLength::Ignore) {
        Ok(punycode) => punycode.into_owned(),
        Err(_) => lower(domain),
    }
}

/// Whether an address is somebody's own, so that two records that have it are one person. A blank,
/// a text that is no address, a suspect spelling and a placeholder are not.
#[must_use]
pub fn is_key(email: &str) -> bool {
    !key(email).is_empty() && suspect(email).is_none() && !is_placeholder(email)
}

/// An address that no mail server gave out in this spelling. It links nothing by itself: what was
/// meant is a guess.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Suspect {
    /// What is odd about it.
    pub oddity: Oddity,
    /// The address that was most likely meant, if one can be told.
    pub fix: Option<String>,
}

/// What is odd about an address.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Oddity {
    /// It has no `@`, or nothing before or behind it.
    NoAddress,
    /// It has more than one `@`.
    SeveralAddresses,
    /// It has a blank or a control character in it.
    Blank,
    /// A dot stands at the end of the domain.
    DotAtEnd,
    /// A dot stands at the beginning or the end of the local part or the domain, or two in a row.
    OddDots,
    /// The domain is none: it has no dot, or letters that no domain has.
    NoDomain,
}

/// What is odd about an address, if anything; a blank one is not odd.
#[must_use]
pub fn suspect(email: &str) -> Option<Suspect> {
    suspect_of(&cleaned(email))
}

fn suspect_of(cleaned: &str) -> Option<Suspect> {
    let oddity = oddity(cleaned)?;
    let fix = match oddity {
        Oddity::NoAddress | Oddity::SeveralAddresses => None,
        Oddity::Blank | Oddity::DotAtEnd | Oddity::OddDots | Oddity::NoDomain => fix(cleaned),
    };
    Some(Suspect { oddity, fix })
}

fn oddity(cleaned: &str) -> Option<Oddity> {
    if cleaned.is_empty() {
        return None;
    }
    let Some((local, domain)) = cleaned.rsplit_once('@') else {
        return Some(Oddity::NoAddress);
    };
    if local.is_empty() || domain.is_empty() {
        return Some(Oddity::NoAddress);
    }
    if local.contains('@') {
        return Some(Oddity::SeveralAddresses);
    }
    if has_blank(cleaned) {
        return Some(Oddity::Blank);
    }
    let has_odd_dots = |text: &str| {
        let mut pairs = text.as_bytes().windows(2);
        text.starts_with('.') || text.ends_with('.') || pairs.any(|pair| pair == b"..")
    };
    match domain.strip_suffix('.') {
        Some(rest) if !has_odd_dots(rest) && !has_odd_dots(local) => Some(Oddity::DotAtEnd),
        None if !has_odd_dots(domain) && !has_odd_dots(local) => {
            (!is_domain(domain)).then_some(Oddity::NoDomain)
        }
        Some(_) | None => Some(Oddity::OddDots),
    }
}

/// Whether a blank or a control character is in it.
fn has_blank(text: &str) -> bool {
    if text.is_ascii() {
        return !text.bytes().all(|byte| byte.is_ascii_graphic());
    }
    text.contains(|c: char| c.is_whitespace() || c.is_control())
}

/// Whether a domain has a dot, a top level of at least two letters, and only letters that are
/// allowed.
fn is_domain(domain: &str) -> bool {
    let is_allowed = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_');
    let is_allowed = |domain: &str| domain.bytes().all(is_allowed);
    let has_top = |domain: &str| {
        domain
            .rsplit_once('.')
            .is_some_and(|(_, top)| top.len() >= 2)
    };
    if domain.is_ascii() {
        return is_allowed(domain) && has_top(domain);
    }
    let domain = domain_key(domain);
    is_allowed(&domain) && has_top(&domain)
}

/// The address without blanks and odd dots, its domain spelt as a well-known one is; `None` if that
/// is still odd.
fn fix(cleaned: &str) -> Option<String> {
    let dense: String = cleaned
        .chars()
        .filter(|c| !c.is_whitespace() && !c.is_control())
        .collect();
    let (local, domain) = dense.rsplit_once('@')?;
    let undotted = |text: &str| {
        let parts = text.split('.').filter(|part| !part.is_empty());
        parts.collect::<Vec<_>>().join(".")
    };
    let domain = undotted(domain);
    let domain = variant::meant(&domain_key(&domain)).map_or(domain, str::to_owned);
    let fixed = format!("{}@{domain}", undotted(local));
    oddity(&fixed).is_none().then_some(fixed)
}

/// Words that staff type where a form insists on an address and the customer has none. As the whole
/// local part, whatever stands between their letters and whatever number follows.
const NOBODY: [&str; 26] = [
    "noemail",
    "noemailaddress",
    "noemailgiven",
    "noemailprovided",
    "nomail",
    "noaddress",
    "none",
    "nonegiven",
    "noreply",
    "donotreply",
    "notgiven",
    "notprovided",
    "notavailable",
    "notapplicable",
    "unknown",
    "nobody",
    "null",
    "undefined",
    "placeholder",
    "dummy",
    "fake",
    "test",
    "testing",
    "walkin",
    "nocustomer",
    "pasdemail",
];

/// Domains under which nobody has an address.
const NOWHERE: [&str; 5] = [
    "noemail.com",
    "nomail.com",
    "none.com",
    "noemail",
    "localhost",
];

/// Whether an address is typed where there is none: `noemail@...`, `x@x.x`. It is nobody's.
#[must_use]
pub fn is_placeholder(email: &str) -> bool {
    is_nobodys(&key(email))
}

fn is_nobodys(key: &str) -> bool {
    let Some((local, domain)) = key.rsplit_once('@') else {
        return false;
    };
    let letters = || local.bytes().filter(|byte| !b".-_/+ ".contains(byte));
    let first = letters().next();
    let is_word = |word: &&str| {
        // Looked at first: it tells nearly all of them apart.
        if word.bytes().next() != first {
            return false;
        }
        let mut letters = letters();
        let begins = word.bytes().all(|byte| letters.next() == Some(byte));
        begins && letters.all(|byte| byte.is_ascii_digit())
    };
    NOBODY.iter().any(is_word) || NOWHERE.contains(&domain) || is_one_letter(key)
}

/// `x@x.x`, `aaa@aa.aaa`, `1@1.11`: one letter over and over.
fn is_one_letter(key: &str) -> bool {
    let mut letters = key.chars().filter(|letter| letter.is_alphanumeric());
    let first = letters.next();
    letters.all(|letter| Some(letter) == first)
}

/// Whether an address is of a domain, for the shop's own: staff type the shop's address for a
/// customer who has none, so that it is nobody's either.
#[must_use]
pub fn is_at(email: &str, domain: &str) -> bool {
    let key = key(email);
    key.rsplit_once('@')
        .is_some_and(|(_, own)| own == domain_key(domain.trim()))
}

#[cfg(test)]
mod tests;
