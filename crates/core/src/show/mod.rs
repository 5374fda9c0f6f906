//! What a person is shown of customers: made by the engine, carried by the protocol, drawn by the
//! panel. Plain data with names where the core has ids; no words, no decisions.

mod details;
mod history;
mod list;
mod preview;
mod review;
mod whole;

use serde::{Deserialize, Serialize};

use crate::{Consent, RecordRef};

pub use details::{CustomerDeed, Deed, Details, FieldLine, FieldState, Suggested, Twins};
pub use history::{
    Csv, HistoryEntry, HistoryPage, HistoryQuery, HistoryRun, Purpose, RunId, Span, Undoable,
};
pub use list::{ListPage, ListQuery, Row};
pub use preview::{
    OpKind, OpKinds, OpRow, PreviewHead, PreviewId, PreviewPage, PreviewPart, PreviewQuery,
    ShownEdit, WithheldRow,
};
pub use review::{About, Answers, Card, CardId, CardSide, GivenAnswer, Offer, ReviewPage, Verdict};
pub use whole::{Keeping, Numbers, ReadingView, Unread, UnreadPage};

/// A value as it is shown: with titles in place of ids.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "is", content = "of")]
pub enum Shown {
    /// Unset, null, absent or blank: one value.
    #[default]
    Blank,
    /// A text of one line: email, name, company, telephone number.
    Text(String),
    /// A text of several lines: an address.
    Lines(Vec<String>),
    /// Consent to marketing by email.
    Consent(Consent),
    /// A group, by its title; `None` where the list of groups does not have it.
    Group(Option<String>),
}

/// Whom a line, a write or a question is about.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Who {
    /// The customer: its POS record, or the eCom record where POS has none.
    pub key: RecordRef,
    /// The name, in one; `None` where neither side has one.
    pub name: Option<String>,
    /// The email; POS' where the two differ.
    pub email: Option<String>,
}
