//! Automatic sync: what the owner wants of it, and what came of the last look.

use serde::{Deserialize, Serialize};
use tandem_core::Fault;

use super::{
    panel::{Call, PanelCall, calls},
    view::View,
};

/// What the owner wants.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Automatic {
    /// When both stores are looked at.
    pub when: When,
    /// How many minutes somebody must have been known before being created by itself: the vendor's
    /// own sync goes first where it runs.
    pub grace_minutes: u16,
}

impl Default for Automatic {
    fn default() -> Self {
        Self {
            when: When::Off,
            grace_minutes: 15,
        }
    }
}

/// When both stores are looked at without being asked to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "when")]
pub enum When {
    /// Never.
    #[default]
    Off,
    /// Whenever somebody opens one of the two admins.
    OnVisit,
    /// Also every so many minutes, while one of the two admins is open and somebody is signed in.
    Every {
        /// How many.
        minutes: u16,
    },
}

/// Everything that is shown of automatic sync.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct AutomaticView {
    /// What the owner wants.
    pub settings: Automatic,
    /// The last look.
    pub last: Option<Looked>,
}

/// A look at both stores that nobody asked for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Looked {
    /// When it was over, in seconds since 1970.
    pub at: i64,
    /// What came of it.
    pub outcome: Outcome,
}

/// What came of a look.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "outcome")]
pub enum Outcome {
    /// Nothing was to be written.
    NothingToDo,
    /// Something was written.
    Synced {
        /// How many changes are done.
        done: u32,
        /// How many were not; they are tried at the next look.
        failed: u32,
    },
    /// More would be written than is done without a person.
    NeedsPerson,
    /// It could not be done now.
    Waits {
        /// Why.
        fault: Fault,
    },
}

calls! {
    /// Says when and how both stores are kept the same from now on.
    SetAutomatic {
        /// What the owner wants.
        settings: Automatic,
    } -> View;
}

#[cfg(test)]
mod tests {
    use super::*;

    /// As the first released version kept it, after looks of every outcome.
    const FIRST: [&str; 5] = [
        r#"{"settings":{"when":{"when":"off"},"grace_minutes":15},"last":null}"#,
        r#"{"settings":{"when":{"when":"on_visit"},"grace_minutes":15},"last":{"at":1790000000,"outcome":{"outcome":"nothing_to_do"}}}"#,
        r#"{"settings":{"when":{"when":"every","minutes":15},"grace_minutes":0},"last":{"at":1790000000,"outcome":{"outcome":"synced","done":7,"failed":1}}}"#,
        r#"{"settings":{"when":{"when":"on_visit"},"grace_minutes":60},"last":{"at":1790000000,"outcome":{"outcome":"needs_person"}}}"#,
        r#"{"settings":{"when":{"when":"on_visit"},"grace_minutes":15},"last":{"at":1790000000,"outcome":{"outcome":"waits","fault":{"kind":{"kind":"signed_out"},"said":null}}}}"#,
    ];

    #[test]
    fn what_the_first_version_kept_is_read_and_still_written_so() {
        for text in FIRST {
            let view: AutomaticView = serde_json::from_str(text).unwrap();
            assert_eq!(serde_json::to_string(&view).unwrap(), text);
        }
    }
}
