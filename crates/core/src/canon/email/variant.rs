//! Addresses that may be one to those who run the mail server: Gmail's dots, `googlemail.com`, tags
//! behind a plus, slips of the finger. Evidence for a person, never a link.

use serde::{Deserialize, Serialize};

use super::{Suspect, key, suspect};

/// In what two addresses differ that may still be one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Difference {
    /// One of them is spelt as no address is, and its likely fix is the other.
    Spelling,
    /// The domain of one is a slip of the finger away from a well-known one.
    Typo,
    /// `googlemail.com` and `gmail.com`.
    Googlemail,
    /// A tag behind a plus.
    Tag,
    /// Dots that Gmail does not see.
    Dots,
}

/// Large providers, whose names are worth a hint when they are mistyped, and the real ones that
/// are a letter away from them and no slip.
const WELL_KNOWN: [&str; 24] = [
    "gmail.com",
    "googlemail.com",
    "hotmail.com",
    "hotmail.co.uk",
    "hotmail.fr",
    "outlook.com",
    "yahoo.com",
    "yahoo.co.uk",
    "yahoo.com.au",
    "yahoo.fr",
    "icloud.com",
    "live.com",
    "live.nl",
    "btinternet.com",
    "bigpond.com",
    "xtra.co.nz",
    "wanadoo.fr",
    "orange.fr",
    "t-online.de",
    "comcast.net",
    "ymail.com",
    "mail.com",
    "email.com",
    "rocketmail.com",
];

/// Domains shorter than this are a letter away from too many real ones.
const SHORTEST: usize = 8;

/// The well-known domain that was meant, if `domain` is one slip of the finger away from it: a
/// letter too many, too few, another, or two that changed places. A hint and no more.
///
/// ```
/// use tandem_core::canon::email::variant::meant;
/// assert_eq!(meant("gmial.com"), Some("gmail.com"));
/// assert_eq!(meant("mail.com"), None);
/// ```
#[must_use]
pub fn meant(domain: &str) -> Option<&'static str> {
    let is_near = |known: &&str| {
        known.len() >= SHORTEST
            && known.len().abs_diff(domain.len()) <= 1
            && differ_in_one_place(known, domain)
            && strsim::osa_distance(known, domain) == 1
    };
    let may_be = domain.is_ascii() && !WELL_KNOWN.contains(&domain);
    may_be.then(|| WELL_KNOWN.into_iter().find(is_near))?
}

/// Whether two texts are the same but for two letters in one place at most. Cheap, and false for
/// nearly all domains, so that the distance is seldom measured.
fn differ_in_one_place(one: &str, other: &str) -> bool {
    let same = |(one, other): &(u8, u8)| one == other;
    let before = one.bytes().zip(other.bytes()).take_while(same).count();
    let behind = one.bytes().rev().zip(other.bytes().rev());
    let behind = behind.take_while(same).count();
    before + behind + 2 >= one.len().max(other.len())
}

/// An address in the form that all its variants have; empty for a blank one.
#[must_use]
pub fn loose(email: &str) -> String {
    Parts::of(email).loose()
}

/// The same of an address of which the key and what is odd are known; `None` where it is the key.
pub(super) fn other_loose(key: &str, odd: Option<Suspect>) -> Option<String> {
    if odd.is_none() && is_its_own(key) {
        return None;
    }
    Some(Parts::with(key.to_owned(), odd).loose())
}

/// Whether a key is its own loose form: nothing that variants differ in is in it.
fn is_its_own(key: &str) -> bool {
    key.rsplit_once('@').is_some_and(|(local, domain)| {
        let is_plain = !local.contains('+') && !local.ends_with('.');
        is_plain && !matches!(domain, "gmail.com" | "googlemail.com") && meant(domain).is_none()
    })
}

/// In what two addresses of different keys differ, if they may still be one. In the order of
/// [`Difference`], each at most once.
#[must_use]
pub fn differences(one: &str, other: &str) -> Vec<Difference> {
    let (one, other) = (Parts::of(one), Parts::of(other));
    let loose = one.loose();
    if loose.is_empty() || loose != other.loose() || one.key == other.key {
        return Vec::new();
    }
    let differ = [
        (Difference::Spelling, one.is_odd != other.is_odd),
        (Difference::Typo, one.is_typo != other.is_typo),
        (Difference::Googlemail, one.is_google != other.is_google),
        (Difference::Tag, one.tag != other.tag),
        (Difference::Dots, one.local != other.local),
    ];
    let differ = differ.into_iter().filter(|(_, differ)| *differ);
    let found: Vec<Difference> = differ.map(|(difference, _)| difference).collect();
    if found.is_empty() {
        // Two misspellings, or two slips, of one address.
        return vec![Difference::Spelling];
    }
    found
}

/// An address taken apart.
struct Parts {
    key: String,
    local: String,
    tag: Option<String>,
    domain: String,
    is_odd: bool,
    is_typo: bool,
    is_google: bool,
}

impl Parts {
    fn of(email: &str) -> Self {
        Self::with(key(email), suspect(email))
    }

    fn with(key_of: String, odd: Option<Suspect>) -> Self {
        let is_odd = odd.is_some();
        let fixed = match odd {
            Some(odd) => odd.fix.as_deref().map(key).unwrap_or_default(),
            None => key_of.clone(),
        };
        // What cannot be fixed is no address and has no variants.
        let (local, domain) = fixed.rsplit_once('@').unwrap_or_default();
        let meant = meant(domain);
        let domain = meant.unwrap_or(domain);
        let is_google = domain == "googlemail.com";
        let domain = if is_google { "gmail.com" } else { domain };
        let (local, tag) = match local.split_once('+') {
            Some((local, tag)) if !local.is_empty() => {
                (local.trim_end_matches('.'), Some(tag.to_owned()))
            }
            Some(_) | None => (local, None),
        };
        Self {
            local: local.to_owned(),
            tag,
            domain: domain.to_owned(),
            is_odd,
            is_typo: meant.is_some(),
            is_google,
            key: key_of,
        }
    }

    fn loose(&self) -> String {
        let Self { local, domain, .. } = self;
        match &**domain {
            "" => self.key.clone(),
            "gmail.com" => format!("{}@{domain}", local.replace('.', "")),
            _ => format!("{local}@{domain}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use Difference::{Dots, Googlemail, Spelling, Tag, Typo};
    use proptest::prelude::*;

    #[test]
    fn what_may_be_one_and_why() {
        let cases: [(&str, &str, &[Difference]); 16] = [
            ("mara.quist@gmail.com", "maraquist@gmail.com", &[Dots]),
            ("mara@googlemail.com", "mara@gmail.com", &[Googlemail]),
            ("mara+shop@example.org", "mara@example.org", &[Tag]),
            ("mara+shop@example.org", "mara+club@example.org", &[Tag]),
            ("mara@gmial.com", "mara@gmail.com", &[Typo]),
            ("mara@example.org.", "mara@example.org", &[Spelling]),
            ("mara.@example.org", "mara@example.org", &[Spelling]),
            ("mara quist@gmail.com", "maraquist@gmail.com", &[Spelling]),
            ("mara@gmailcom", "mara@gmail.com", &[Spelling]),
            (
                "m.ara+x@googlemail.com",
                "mara@gmail.com",
                &[Googlemail, Tag, Dots],
            ),
            ("mara.quist@example.org", "maraquist@example.org", &[]),
            ("mara@example.org", "MARA@example.org", &[]),
            ("mara@mail.com", "mara@gmail.com", &[]),
            ("mara@example.org", "sara@example.org", &[]),
            ("", "", &[]),
            ("+@example.org", "+x@example.org", &[]),
        ];
        for (one, other, expected) in cases {
            assert_eq!(differences(one, other), expected, "{one:?} {other:?}");
            assert_eq!(differences(other, one), expected, "{other:?} {one:?}");
        }
    }

    #[test]
    fn slips_of_the_finger() {
        for (typed, expected) in [
            ("gmial.com", Some("gmail.com")),
            ("gmal.com", Some("gmail.com")),
            ("gmail.con", Some("gmail.com")),
            ("hotmial.com", Some("hotmail.com")),
            ("outloook.com", Some("outlook.com")),
            ("gmail.com", None),
            ("ymail.com", None),
            ("mail.com", None),
            ("example.org", None),
            ("", None),
            ("gmäil.com", None),
        ] {
            assert_eq!(meant(typed), expected, "{typed:?}");
        }
    }

    proptest! {
        #[test]
        fn a_form_is_its_own_form(email in "[a-z.+]{0,6}@(gm[ai]{2}l|x).com|.{0,24}") {
            let once = loose(&email);
            prop_assert_eq!(loose(&once), once);
        }

        #[test]
        fn differing_is_mutual(
            one in "[ab.+]{0,4}@(gmail|gmial|googlemail).com",
            other in "[ab.+]{0,4}@(gmail|gmial|googlemail).com",
        ) {
            prop_assert_eq!(differences(&one, &other), differences(&other, &one));
        }
    }
}
