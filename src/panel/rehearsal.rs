//! What can be done to a rehearsal, and in it by people other than the one at the panel.

use wasm_bindgen_futures::spawn_local;
use yew::Callback;

use crate::browser::runtime;

/// What the other people of the made-up shops do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Deed {
    /// A shopper whom nobody knows orders online.
    SignUp,
    /// A till changes somebody's email.
    TillEmail,
    /// A shopper unticks marketing.
    Untick,
}

impl Deed {
    /// All of them, as they are offered.
    pub(super) const ALL: [Self; 3] = [Self::SignUp, Self::TillEmail, Self::Untick];

    /// What the twin (`crates/twin`) calls it.
    const fn name(self) -> &'static str {
        match self {
            Self::SignUp => "sign-up",
            Self::TillEmail => "till-email",
            Self::Untick => "untick",
        }
    }

    /// The key of its words.
    pub(super) const fn key(self) -> &'static str {
        match self {
            Self::SignUp => "rehearsal-sign-up",
            Self::TillEmail => "rehearsal-till-email",
            Self::Untick => "rehearsal-untick",
        }
    }
}

/// A rehearsal that is under way.
#[derive(Clone, PartialEq)]
pub(super) struct Rehearsal {
    /// Whether its shops are a copy of what was read, and not made up.
    pub(super) is_copy: bool,
    /// Has somebody do something, and tells whether it was done.
    pub(super) act: Callback<(Deed, Callback<bool>)>,
    /// Begins anew.
    pub(super) again: Callback<()>,
    /// Leaves it; `None` where there is nothing to go to.
    pub(super) leave: Option<Callback<()>>,
}

impl Rehearsal {
    /// The one that this page is; `None` where it is the panel itself.
    pub(super) fn here() -> Option<Self> {
        let act = |(deed, told): (Deed, Callback<bool>)| {
            spawn_local(async move { told.emit(runtime::act_in_rehearsal(deed.name()).await) });
        };
        let leave = runtime::can_leave_rehearsal();
        runtime::is_rehearsal().then(|| Self {
            is_copy: runtime::is_rehearsal_of_a_copy(),
            act: Callback::from(act),
            again: Callback::from(|()| runtime::restart_rehearsal()),
            leave: leave.then(|| Callback::from(|()| runtime::leave_rehearsal())),
        })
    }
}
