//! What a panel shows: made by the background, drawn by the panel, believed by nobody else.

use serde::{Deserialize, Serialize};
use tandem_core::{Board, Fault, FaultKind, GroupId, GroupOp, Side, Sides, Withheld, journal::End};

use super::{automatic::AutomaticView, customers::CustomersView};

/// Everything there is to show at one moment.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct View {
    /// Grows with every change, also across restarts of the background.
    pub revision: u64,
    /// The stores that were seen, and which pair is in use.
    pub stores: Sides<StoresView>,
    /// Whether the pair is pinned. Until it is, nothing is read.
    pub pinned: bool,
    /// The addresses at which an eCom admin may be besides the vendor's own, as the owner gave them:
    /// origins such as `https://admin.example.com`.
    pub addresses: Vec<String>,
    /// How each store of the pair is reached.
    pub connections: Sides<Connection>,
    /// Every way to each store, and what is known of it.
    pub rungs: Sides<Vec<RungView>>,
    /// The groups of both sides.
    pub groups: GroupsView,
    /// The run over groups that is under way, or whose result is still to be read.
    pub run: Option<RunView>,
    /// The customers.
    pub customers: CustomersView,
    /// What happens without being asked for.
    pub automatic: AutomaticView,
}

/// A store's name on its side: the POS prefix, or the eCom store id.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct StoreKey(pub String);

/// The stores of one side.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct StoresView {
    /// The store in use, once the pair is pinned.
    pub chosen: Option<StoreView>,
    /// Stores whose admin was open in a tab, most recent first.
    pub seen: Vec<StoreView>,
}

/// One store.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct StoreView {
    /// Its key.
    pub key: StoreKey,
    /// The host of its admin, for a person to recognise.
    pub host: String,
    /// Its own name, once it was asked.
    pub name: Option<String>,
}

/// How a store is reached, or why not.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "state")]
pub enum Connection {
    /// No store of this side is chosen yet.
    #[default]
    NoStore,
    /// It is being asked.
    Checking,
    /// It answers.
    Connected {
        /// Who is signed in, or the account, in the store's words.
        person: Option<String>,
        /// The role of that person, in the store's words.
        role: Option<String>,
        /// Which rung of the ladder carries the calls.
        rung: Rung,
    },
    /// It does not answer as it should.
    Trouble {
        /// Why.
        fault: Fault,
        /// Whether a token was pasted for it (so that it can be dropped).
        has_token: bool,
    },
}

/// A rung of the connection ladder, from the lowest up.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Rung {
    /// Rung 1: the session of the person who is signed in.
    Session,
    /// Rung 2: the same, told as a call of the store's own page.
    SessionAsPage,
    /// Rung 3: a page of the store that is open in a tab sends the calls.
    Relay,
    /// Rung 4: the token that the eCom admin page itself uses.
    PageToken,
    /// Rung 5: a token that the owner pasted.
    Token,
}

/// A rung and what is known of it, to be said in plain words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RungView {
    /// Which.
    pub rung: Rung,
    /// What of it.
    pub standing: RungStanding,
}

/// What is known of a rung.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "standing")]
pub enum RungStanding {
    /// It was not tried yet.
    Untried,
    /// It carries the calls; whether the store takes writes by it is not known yet.
    Reads,
    /// It carries the calls, and the store took writes.
    Works,
    /// A lower rung does, or this one would be the next to try.
    NotNeeded,
    /// The store answers reads and refuses writes.
    ReadsOnly,
    /// No page of the store is open that could be asked.
    NoPage,
    /// No token of a page was seen.
    NoPass,
    /// No token was pasted.
    NoToken,
    /// It does not work.
    Failed {
        /// Why.
        why: FaultKind,
    },
}

/// The groups, or why they are not there.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "state")]
pub enum GroupsView {
    /// Nothing was read.
    #[default]
    NotRead,
    /// They are being read.
    Reading,
    /// One side or both could not be read.
    Unreadable {
        /// Why, per side.
        faults: Sides<Option<Fault>>,
    },
    /// Both sides were read.
    Ready {
        /// Which group stands for which.
        board: Board,
        /// What a copy to each side would write.
        copy: Sides<CopyView>,
        /// How many records could not be read, per side.
        unreadable: Sides<usize>,
    },
}

/// The preview of a copy to one side: exactly what the button will write.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct CopyView {
    /// What is written when the button is pressed.
    pub titles: Vec<PlannedTitle>,
    /// Titles that are left out, and why. Those with `Collision` can be added by a person.
    pub withheld: Vec<Withheld>,
}

/// One title of a copy.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct PlannedTitle {
    /// The group it is copied from.
    pub source: GroupId,
    /// The title, byte for byte.
    pub title: String,
}

impl PlannedTitle {
    /// The title that a write would create; `None` for a write that creates nothing.
    #[must_use]
    pub fn of(op: GroupOp) -> Option<Self> {
        match op {
            GroupOp::Create { source, title, .. } => Some(Self { source, title }),
            GroupOp::Rename { .. } => None,
        }
    }
}

/// A run of writes to one side.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RunView {
    /// The side that is written to.
    pub to: Side,
    /// Where it stands.
    pub phase: Phase,
    /// Its writes, in order.
    pub items: Vec<ItemView>,
}

/// Where a run stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "phase")]
pub enum Phase {
    /// Writes are being sent.
    Running,
    /// All writes were sent; the titles are being read back.
    Checking,
    /// Nothing is under way; every item has an end.
    Finished,
    /// A person stopped it; items without an end were not sent.
    Cancelled,
    /// The background was ended by the browser in the middle.
    Interrupted,
    /// It cannot go on until a person does something.
    Paused {
        /// Why.
        fault: Fault,
    },
}

/// One write of a run.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ItemView {
    /// The write.
    pub op: GroupOp,
    /// What came of it; `None` while it waits or is under way.
    pub end: Option<End>,
}
