//! Customers: what a panel shows of them as a whole, and the calls about them. What the parts look
//! like (rows, previews, questions, history) is `tandem_core::show`.

use serde::{Deserialize, Serialize};
pub use tandem_core::show::{
    Answers, Csv, CustomerDeed, Keeping, Numbers, ReadingView, Twins, UnreadPage,
};
use tandem_core::{
    Fault, Field, Group, Observed, RecordRef, Sides,
    show::{
        CardId, Details, HistoryPage, HistoryQuery, ListPage, ListQuery, PreviewHead, PreviewId,
        PreviewPage, PreviewQuery, Purpose, ReviewPage, RunId, Verdict,
    },
    sync::journal::EndCounts,
};

use super::{
    panel::{Call, Done, PanelCall, calls},
    secret::Secret,
    view::Phase,
};

/// Everything about customers that is shown without being asked for.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct CustomersView {
    /// What was read of them.
    pub state: CustomersState,
    /// The run over customers that is under way, or whose result is still to be read.
    pub run: Option<SyncView>,
    /// What is kept on this computer.
    pub keeping: Keeping,
    /// What guards it.
    pub guarded: Guarded,
}

/// What guards what is kept on this computer.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Guarded {
    /// The browser alone: whoever holds its whole profile can open it.
    #[default]
    ByBrowser,
    /// A passphrase too, which was entered since the browser started.
    ByPassphrase,
    /// A passphrase that was not entered yet: nothing of it can be shown.
    Locked,
    /// The browser's memory: nothing outlives the browser.
    ByMemory,
}

/// The shortest passphrase that is taken, in characters (NIST SP 800-63B: at least eight).
pub const SHORTEST_PASSPHRASE: usize = 8;

/// What was read of the customers.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "state")]
pub enum CustomersState {
    /// Nothing.
    #[default]
    NotRead,
    /// What was read before is being fetched from this computer.
    Opening,
    /// They are being read.
    Reading(ReadingView),
    /// They could not be read.
    Unreadable {
        /// Why, per side.
        faults: Sides<Option<Fault>>,
    },
    /// Both sides were read.
    Ready(Numbers),
}

/// A run over customers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SyncView {
    /// Which run, as the history has it.
    pub id: RunId,
    /// What it is for.
    pub purpose: Purpose,
    /// Where it stands.
    pub phase: Phase,
    /// What came of its writes; they add up.
    pub counts: EndCounts,
    /// Calls that were made since it was begun or continued.
    pub calls: Sides<u32>,
    /// Calls that are left when nothing goes wrong.
    pub calls_left: Sides<u32>,
    /// How long it still takes, in seconds, where that can be told.
    pub seconds_left: Option<u32>,
    /// Tandem's share of POS' calls.
    pub pos_calls: PosCalls,
    /// Whether it can be put away: it is over, or nothing of it is in doubt, or going on has not
    /// helped several times in a row.
    pub can_close: bool,
}

/// How much of its share of POS' calls Tandem took lately: POS has one bucket for all users of a
/// shop, the tills among them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct PosCalls {
    /// Calls of the last five minutes.
    pub used: u32,
    /// Calls that Tandem takes in five minutes at most.
    pub may: u32,
}

/// A part of a copy. The first has what stands around the customers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CopyPart {
    /// What the stores are called, in the first part.
    pub names: Sides<Option<String>>,
    /// Their groups, in the first part.
    pub groups: Sides<Vec<Group>>,
    /// Customers as they were read; a part has those of one side.
    pub records: Sides<Vec<Observed>>,
    /// The next part; `None` after the last.
    pub next: Option<u32>,
}

/// The most customers that a rehearsal takes a copy of: it holds them in a page.
pub const MOST_COPIED: u32 = 20_000;

calls! {
    /// Reads both sides, or goes on where a reading was stopped; by what changed, where that is
    /// enough.
    ReadCustomers {} -> Done;
    /// Stops the reading; it can go on.
    PauseReading {} -> Done;
    /// Gives the reading up; what was read before stays.
    CancelReading {} -> Done;
    /// A window of the list.
    ListCustomers {
        /// Which.
        query: ListQuery,
    } -> ListPage;
    /// The records that could not be read: the first of them, with their number.
    ListUnread {} -> UnreadPage;
    /// One customer with everything that is known.
    ShowCustomer {
        /// Who.
        key: RecordRef,
    } -> Details;
    /// Records of the other side that a person may mean.
    FindTwins {
        /// Whose twin.
        key: RecordRef,
        /// What they are looked for by.
        search: String,
    } -> Twins;
    /// Does something with one customer.
    DecideCustomer {
        /// Who.
        key: RecordRef,
        /// What.
        deed: CustomerDeed,
    } -> Details;
    /// What a run would write. Writes nothing.
    MakePreview {
        /// What it is for.
        purpose: Purpose,
    } -> PreviewHead;
    /// A window of a preview.
    ShowPreview {
        /// Which.
        query: PreviewQuery,
    } -> PreviewPage;
    /// Begins to do exactly what was previewed; answers as soon as the run is journalled.
    BeginSync {
        /// Which preview.
        id: PreviewId,
        /// Whether a person confirmed what it says must be confirmed.
        confirmed: bool,
    } -> Done;
    /// Does what a run over customers has not done yet, or tries again what was not done.
    ContinueSync {} -> Done;
    /// Stops the run after the step that is under way.
    PauseSync {} -> Done;
    /// Puts the result away. What a run had not done stays undone.
    CloseSync {} -> Done;
    /// A question: the one after or before `at`, or the first.
    Review {
        /// The question that is on screen.
        at: Option<CardId>,
        /// 1 for the next, -1 for the one before, 0 for `at` itself.
        step: i8,
    } -> ReviewPage;
    /// The first question about one customer.
    ReviewOf {
        /// Which customer.
        key: RecordRef,
    } -> ReviewPage;
    /// Answers a question, and gives the next.
    AnswerCard {
        /// Which.
        id: CardId,
        /// The answer.
        verdict: Verdict,
        /// What the person wrote down as the reason for raising consent.
        evidence: Option<String>,
        /// Whether all questions like it get the same answer.
        in_bulk: bool,
    } -> ReviewPage;
    /// Takes the last answer back, and asks its question again.
    UndoAnswer {} -> ReviewPage;
    /// The answers that were given and not yet carried out, and the lasting ones.
    ListAnswers {
        /// The place of the first that is wanted, from 0.
        from: u32,
        /// How many are wanted at most.
        count: u32,
    } -> Answers;
    /// Takes an answer back.
    WithdrawAnswer {
        /// Whose.
        key: RecordRef,
        /// The field; `None` for the whole customer.
        field: Option<Field>,
    } -> Answers;
    /// A window of the history.
    ListHistory {
        /// Which.
        query: HistoryQuery,
    } -> HistoryPage;
    /// What was read of both stores, for a rehearsal over a copy: part by part, and it stays in the
    /// page that asks. No store is asked. `Stale` where nothing was read.
    CopyRecords {
        /// Which part: 0, and then what each says of the next.
        from: u32,
    } -> CopyPart;
    /// The history as a table.
    ExportHistory {} -> Csv;
    /// Says what is kept on this computer from now on; what is no longer to be kept goes at once.
    Keep {
        /// What.
        keeping: Keeping,
    } -> Done;
    /// Forgets everything about customers on this computer, and the key of it all. The stores are
    /// not touched.
    Wipe {} -> Done;
    /// Has a passphrase guard what is kept on this computer, or none any more.
    GuardBy {
        /// The passphrase; `None` takes it off.
        passphrase: Option<Secret>,
    } -> Done;
    /// Has nothing about customers kept that outlives the browser; `GuardBy` ends that.
    KeepNothing {} -> Done;
    /// Opens what a passphrase guards, until the browser ends.
    Unlock {
        /// The passphrase.
        passphrase: Secret,
    } -> Done;
    /// Locks it before the browser ends.
    Lock {} -> Done;
}
