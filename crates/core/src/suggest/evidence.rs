//! What speaks for and against two records being one person, how much, and how it is said.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::canon::{email::variant::Difference, name::Likeness};

/// One thing that two records have in common, or have not.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Evidence {
    /// One of the two names the other.
    Reference,
    /// The same email.
    SameEmail,
    /// Emails that may be one.
    Email(Difference),
    /// The same telephone number.
    SamePhone,
    /// The same telephone number but for country prefix, trunk zero or extension.
    PhoneButForPrefix,
    /// How the names are to each other.
    Name(Likeness),
    /// The same street and postal code.
    SameAddress,
    /// The same postal code.
    SamePostcode,
    /// The same company.
    SameCompany,
    /// POS has another postal code.
    OtherPostcode,
    /// Two telephone numbers.
    OtherPhone,
    /// Two emails.
    OtherEmail,
    /// The POS record was made for another eCom record.
    ReferenceToAnother,
}

impl Evidence {
    /// The points that it gives. They follow Fellegi and Sunter: what rarely happens by chance among
    /// strangers gives many, what is rarely missing between records of one person takes many. They
    /// are round numbers from the reasons beside them, since no shop has told us its true pairs.
    ///
    /// [`super::LEAST`] is what one strong reason, or two independent ones, come to.
    #[must_use]
    pub const fn weight(self) -> i16 {
        match self {
            // Somebody wrote it down.
            Self::Reference => 75,
            // One mailbox; families and firms share some.
            Self::SameEmail => 80,
            // The mailbox that was most likely meant: nobody has the odd one.
            Self::Email(Difference::Spelling) => 60,
            // One mailbox by Google's word, unless a name in use was taken before 2010.
            Self::Email(Difference::Googlemail) => 60,
            // One mailbox by Google's word.
            Self::Email(Difference::Dots) => 55,
            // Likely a slip; the domain may exist all the same.
            Self::Email(Difference::Typo) => 50,
            // One mailbox with most providers, but tags are used on purpose, for a second person too.
            Self::Email(Difference::Tag) => 46,
            // One household or one firm: needs a name beside it.
            Self::SamePhone => 32,
            // As good, but that eight or nine digits can be the same in two countries.
            Self::PhoneButForPrefix => 30,
            // Names repeat: in a shop of 10,000 most common ones have a double.
            Self::Name(Likeness::Same) => 25,
            // The same, typed in a hurry.
            Self::Name(Likeness::Spelling) => 24,
            // The same, from a form with the boxes the other way round.
            Self::Name(Likeness::Order) => 24,
            // Fits several people.
            Self::Name(Likeness::Initials | Likeness::OneLetter) => 20,
            // One household or one firm: needs a name beside it.
            Self::SameAddress => 26,
            // A quarter of the town.
            Self::SamePostcode => 8,
            // Colleagues.
            Self::SameCompany => 5,
            Self::Name(Likeness::Unknown) => 0,
            // People move.
            Self::OtherPostcode => -5,
            // People have several.
            Self::OtherPhone => -3,
            // People have several, and who has one in common would have been linked by it.
            Self::OtherEmail => -5,
            // People change names and go by another, but rarely.
            Self::Name(Likeness::Other) => -25,
            // Two of a family: all that they have in common is the family's.
            Self::Name(Likeness::Family) => -35,
            // Somebody wrote down that it is another.
            Self::ReferenceToAnother => -60,
        }
    }
}

impl fmt::Display for Evidence {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Reference => "One of the two records names the other.",
            Self::SameEmail => "Both have the same email address.",
            Self::Email(Difference::Spelling) => {
                "The email addresses are the same once an odd spelling is put right."
            }
            Self::Email(Difference::Typo) => {
                "The email addresses are the same but for what looks like a slip in the domain."
            }
            Self::Email(Difference::Googlemail) => {
                "One email address is at googlemail.com, the other at gmail.com."
            }
            Self::Email(Difference::Tag) => {
                "The email addresses are the same but for a tag behind a plus."
            }
            Self::Email(Difference::Dots) => {
                "The email addresses are the same but for dots, which Gmail does not count."
            }
            Self::SamePhone => "Both have the same telephone number.",
            Self::PhoneButForPrefix => {
                "The telephone numbers are the same but for the prefix or the extension."
            }
            Self::Name(Likeness::Same) => "Both have the same name.",
            Self::Name(Likeness::Spelling) => {
                "The names are the same but for capitals, accents or punctuation."
            }
            Self::Name(Likeness::Order) => "The names are the same in another order.",
            Self::Name(Likeness::Initials) => {
                "The names are the same where one has initials or no middle name."
            }
            Self::Name(Likeness::OneLetter) => "The names differ in one letter.",
            Self::Name(Likeness::Family) => {
                "The last name is the same and the first name is not: most likely one family."
            }
            Self::Name(Likeness::Other) => "The names differ.",
            Self::Name(Likeness::Unknown) => "One of the two has no name.",
            Self::SameAddress => "Both have the same address.",
            Self::SamePostcode => "Both have the same postal code.",
            Self::SameCompany => "Both have the same company.",
            Self::OtherPostcode => "The postal codes differ.",
            Self::OtherPhone => "The telephone numbers differ.",
            Self::OtherEmail => "The email addresses differ.",
            Self::ReferenceToAnother => "The POS record was made for another eCom customer.",
        })
    }
}
