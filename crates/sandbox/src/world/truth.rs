//! What is true of a seed and stands in no store: which records are one person, and what the help
//! article has to happen to them. Tests score their matching by it. Never made by looking at records.

use serde::Serialize;

/// What is true of all people of a seed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Truth {
    /// What the world was made from.
    pub seed: u64,
    /// Everybody whom a store knows, deleted records left out.
    pub people: Vec<Someone>,
}

/// One person and the records that are about this person.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Someone {
    /// The customers of POS, by id.
    pub pos: Vec<String>,
    /// The customers of eCom, by id.
    pub ecom: Vec<i64>,
    /// By what the records can be told to be one person's.
    pub kind: Kind,
    /// What the article has to happen.
    pub rule: Rule,
    /// How the groups of the records stand to each other.
    pub groups: Groups,
}

/// By what the records of a person belong together. Where several hold, the first of this list that
/// is not plain equality.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// The email addresses are the same to the byte.
    ExactEmail,
    /// They differ by the case of ASCII letters.
    CaseVariant,
    /// One has the domain in Unicode, the other in punycode.
    PunycodeVariant,
    /// One has blanks, invisible signs, a trailing comma or a `mailto:` that the other has not.
    BlankVariant,
    /// They are one text in two forms of Unicode (NFC and NFD).
    UnicodeForm,
    /// They differ by dots, or by `googlemail`, at Gmail.
    GmailDots,
    /// One has a plus tag.
    PlusTag,
    /// One has a typing error.
    Typo,
    /// One record has no email address; the telephone number is the same.
    PhoneOnly,
    /// Nothing is the same but the name.
    NameOnly,
    /// Several people of POS have this email address.
    SharedEmail,
    /// The email address is a placeholder of the shop's, and no key to anybody.
    Placeholder,
    /// POS has this person more than once.
    DuplicateInPos,
    /// There is nothing to be told: only one record is about this person.
    None,
}

/// What the article has to happen to a person.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Rule {
    /// In both stores, and the groups do not differ: kept the same by itself.
    Both,
    /// In both stores, and the groups differ: a person chooses.
    GroupConflict,
    /// In POS alone: waits for the first order or the next sign-in.
    Waits,
    /// In eCom alone, with an order: created in POS.
    Created,
    /// In eCom alone, without an order: added by hand.
    ByHand,
}

/// How the groups of a person's records stand to each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Groups {
    /// The same title, or both are the default.
    Same,
    /// Titles that differ by case or blanks alone.
    Near,
    /// The default group and another one.
    DefaultAgainstNamed,
    /// Two other titles.
    NamedAgainstNamed,
    /// There are not two records to compare.
    Alone,
}

impl Groups {
    /// Compares titles, with `None` for the default group of either side.
    pub(super) fn of(pos: Option<&str>, ecom: Option<&str>) -> Self {
        let key = |title: &str| title.trim().to_lowercase();
        match (pos, ecom) {
            (None, None) => Self::Same,
            (Some(pos), Some(ecom)) if pos == ecom => Self::Same,
            (Some(pos), Some(ecom)) if key(pos) == key(ecom) => Self::Near,
            (Some(_), Some(_)) => Self::NamedAgainstNamed,
            _ => Self::DefaultAgainstNamed,
        }
    }
}

impl Rule {
    /// The rule for a person with records on these sides, and so many orders.
    pub(super) const fn of(in_pos: bool, in_ecom: bool, orders: u32, groups: Groups) -> Self {
        match (in_pos, in_ecom, groups) {
            (true, true, Groups::DefaultAgainstNamed | Groups::NamedAgainstNamed) => {
                Self::GroupConflict
            }
            (true, true, _) => Self::Both,
            (true, false, _) => Self::Waits,
            (false, _, _) if orders > 0 => Self::Created,
            _ => Self::ByHand,
        }
    }
}
