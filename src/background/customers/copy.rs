//! What a rehearsal over a copy is given. It goes to a page of our own and nowhere else.

use tandem_core::{Fault, FaultKind, Sides};

use super::Open;
use crate::{
    background::{session::Background, state::Groups},
    protocol::customers::{CopyPart, Guarded, MOST_COPIED},
};

impl Background {
    /// A part of a copy of what was read.
    ///
    /// # Errors
    /// `Stale` where nothing was read, or too much for a page; `Locked` where a passphrase guards what
    /// is kept, or nothing is: what a rehearsal keeps is guarded by the browser alone; those of the vault.
    pub(super) async fn copied(&self, open: &Open, from: u32) -> Result<CopyPart, Fault> {
        let is_as_careful = {
            let customers = &self.state.borrow().customers;
            customers.guarded == Guarded::ByBrowser && customers.keeping.keeps_readings
        };
        if !is_as_careful {
            return Err(Fault::of(FaultKind::Locked));
        }
        let numbers = open.desk.numbers().await;
        if numbers.is_none_or(|numbers| numbers.counts.total > MOST_COPIED) {
            return Err(Fault::of(FaultKind::Stale));
        }
        let part = open.desk.part(from).await?;
        let mut records = Sides::default();
        *records.get_mut(part.side) = part.records;
        let mut copied = CopyPart {
            names: Sides::default(),
            groups: Sides::default(),
            records,
            next: part.next,
        };
        if from == 0 {
            let state = self.state.borrow();
            copied.names = state.names.clone();
            if let Groups::Ready(groups) = &state.groups {
                copied.groups = Sides::from_fn(|side| groups.get(side).groups().to_vec());
            }
        }
        Ok(copied)
    }
}
