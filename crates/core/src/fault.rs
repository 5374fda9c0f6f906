//! What can go wrong when a store is asked, as a closed set of kinds. Retry is decided on these
//! and on nothing else; words for a person are made from them in the panel.

use serde::{Deserialize, Serialize};

/// Something a store or the way to it did not do.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Fault {
    /// What kind of thing went wrong.
    pub kind: FaultKind,
    /// What the store itself said, if it said anything. Shown, never decided upon.
    pub said: Option<String>,
}

/// The kinds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "kind")]
pub enum FaultKind {
    /// No answer: no network, a time-out, a broken connection. A write may have been done.
    Offline,
    /// The browser does not let Tandem reach the store's address.
    NoHostAccess,
    /// Nobody is signed in, or the token is not valid.
    SignedOut,
    /// Signed in, but the role or the token's scope does not allow it.
    NotAllowed,
    /// The store takes changes from its own pages only, and none that could carry them is open. The
    /// write was refused, so it was not done.
    NeedsPage,
    /// The store's plan has no customer groups (402).
    PlanLacks,
    /// Too many calls; `seconds` to wait where the store said so.
    RateLimited {
        /// Seconds to wait, from the store's `Retry-After`.
        seconds: Option<u32>,
    },
    /// The record is not there (404).
    NotFound,
    /// The store refused the request as it stands (other 4xx).
    Refused {
        /// The HTTP status.
        status: u16,
    },
    /// The store failed (5xx). A write may have been done.
    StoreFailed {
        /// The HTTP status.
        status: u16,
    },
    /// The answer cannot be read. A write may have been done.
    Damaged,
    /// Another store answered than the one that was chosen.
    WrongStore,
    /// What a write expected is no longer so.
    Stale,
    /// The browser could not keep a value that has to outlive the background, such as the journal.
    NotKept,
    /// What was kept on this computer is damaged. Nothing of it was changed.
    KeptDamaged,
    /// What was kept on this computer is of a newer Tandem. Nothing of it was changed.
    KeptNewer,
    /// What was kept on this computer is guarded by a passphrase that nobody has entered yet.
    Locked,
    /// The passphrase is another one.
    WrongPassphrase,
    /// Another run is under way.
    Busy,
    /// Tandem itself is at fault.
    Bug,
}

impl FaultKind {
    /// Whether a write that ended like this may have been done all the same, so that it has to be
    /// looked up and must not be repeated blindly (design section 5).
    #[must_use]
    pub const fn leaves_write_unknown(self) -> bool {
        matches!(
            self,
            Self::Offline | Self::StoreFailed { .. } | Self::Damaged
        )
    }

    /// Whether every further call would end alike, so that a run pauses. `Offline` is not among
    /// them: one lost reply says nothing of the next call.
    #[must_use]
    pub const fn stops_the_run(self) -> bool {
        matches!(
            self,
            Self::NoHostAccess
                | Self::SignedOut
                | Self::NotAllowed
                | Self::NeedsPage
                | Self::PlanLacks
                | Self::WrongStore
                | Self::NotKept
                | Self::KeptDamaged
                | Self::KeptNewer
                | Self::Locked
        )
    }
}

impl Fault {
    /// A fault of which the store said nothing.
    #[must_use]
    pub const fn of(kind: FaultKind) -> Self {
        Self { kind, said: None }
    }
}

impl std::fmt::Display for Fault {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match &self.said {
            Some(said) => write!(f, "{:?}: {said}", self.kind),
            None => write!(f, "{:?}", self.kind),
        }
    }
}

impl std::error::Error for Fault {}
