//! Carrying out a run: asks the machine what is next, does it, and says what came of it.

use std::collections::BTreeMap;

use tandem_backends::customers::Record;
use tandem_core::{
    Fault, RecordId, Side, Sides,
    sync::{Apply, Effect, Input, Records},
};

use super::feed::Feed;
use crate::{Clock, Transport, ports::Ledger};

/// Why a run is no longer under way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Halted {
    /// Every write has an end.
    Finished,
    /// A person stopped it.
    Cancelled,
    /// It cannot go on until this is mended.
    Paused(Fault),
}

/// How long a person who stops a run that waits for its turn is not heard at most, in seconds.
const HEARD_WITHIN: u32 = 2;

/// Does what a machine says.
#[derive(Debug)]
pub struct Carrier<'a, T, C, L, R> {
    /// The ways to both stores.
    pub stores: &'a Sides<T>,
    /// Time.
    pub clock: &'a C,
    /// Where every step is written down.
    pub ledger: &'a L,
    /// What the scan read.
    pub records: &'a R,
    /// What POS says happened since the run was planned.
    pub(super) feed: Feed,
    /// Whether the next reading is of what this step wrote.
    pub(super) is_reading_back: bool,
    /// A name that no other carrier has had: batches of eCom are told apart by it.
    pub session: String,
    /// How many batches were sent.
    pub(super) batches: u32,
    /// The records of the step under way, as read just now.
    pub(super) fresh: BTreeMap<RecordId, Record>,
}

impl<'a, T: Transport, C: Clock, L: Ledger, R: Records> Carrier<'a, T, C, L, R> {
    /// A carrier for any number of runs. `session` is a name that no other carrier has had.
    pub fn new(
        (stores, clock): (&'a Sides<T>, &'a C),
        (ledger, records): (&'a L, &'a R),
        session: String,
    ) -> Self {
        Self {
            stores,
            clock,
            ledger,
            records,
            feed: Feed::default(),
            is_reading_back: false,
            session,
            batches: 0,
            fresh: BTreeMap::new(),
        }
    }

    /// Carries a run on until it is finished, paused or stopped by `is_cancelled`, which is asked
    /// where nothing is half done.
    pub async fn carry_out(
        &mut self,
        apply: &mut Apply,
        is_cancelled: impl Fn() -> bool,
    ) -> Halted {
        let mut input = Input::Kept;
        for side in Side::BOTH {
            if !self.stores.get(side).footing().is_proven {
                apply.send_one_first(side);
            }
        }
        self.feed = Feed::since(apply.run().since);
        loop {
            if apply.is_between_steps() {
                self.is_reading_back = false;
                if self.is_stopped(apply, &is_cancelled).await {
                    return Halted::Cancelled;
                }
            }
            input = match apply.next(input) {
                Effect::Journal(entries) => match self.ledger.append(&entries).await {
                    Ok(()) => Input::Kept,
                    Err(fault) => return Halted::Paused(fault),
                },
                Effect::Commit(commitments) => match self.ledger.commit(&commitments).await {
                    Ok(()) => Input::Kept,
                    Err(fault) => return Halted::Paused(fault),
                },
                Effect::Read(looks) => Input::Read(self.read(&looks).await),
                Effect::Write(step) => {
                    self.is_reading_back = true;
                    Input::Written(self.write(apply.run(), &step).await)
                }
                Effect::Pause(kind) => return Halted::Paused(Fault::of(kind)),
                Effect::Done => return Halted::Finished,
            };
        }
    }
    /// Waits for the turn of the next step, and says whether a person stopped the run before it came.
    async fn is_stopped(&self, apply: &Apply, is_cancelled: &impl Fn() -> bool) -> bool {
        loop {
            if is_cancelled() {
                return true;
            }
            let side = apply.next_side();
            match side.map_or(0, |side| self.stores.get(side).footing().held_for) {
                0 => return false,
                held => self.clock.wait(held.min(HEARD_WITHIN)).await,
            }
        }
    }
}
