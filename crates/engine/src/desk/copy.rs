//! Everything that was read, part by part, for a rehearsal over a copy. No store is asked.

use tandem_core::{Fault, Observed, Side};

use super::Desk;
use crate::{Vault, book::reader::of_chunk};

/// A part of what was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// Whose records these are.
    pub side: Side,
    /// The records.
    pub records: Vec<Observed>,
    /// Which part comes next; `None` after the last.
    pub next: Option<u32>,
}

/// The parts of one side are numbered from here on.
const OF_ECOM: u32 = 1 << 16;

impl<V: Vault> Desk<V> {
    /// A part of everything that was read: number 0 first, and then what each part says of the next.
    /// About a thousand records each. What is read anew meanwhile is not noticed: a copy of a copy.
    ///
    /// # Errors
    /// Those of the vault.
    pub async fn part(&self, number: u32) -> Result<Part, Fault> {
        let inside = self.inside.lock().await;
        let (side, of_side) = match number.checked_sub(OF_ECOM) {
            None => (Side::Pos, number),
            Some(number) => (Side::Ecom, number),
        };
        let place = u16::try_from(of_side).unwrap_or(u16::MAX);
        let records = of_chunk(&self.vault, &inside.book, side, place).await?;
        let next = match (side, &records) {
            (_, Some(_)) => Some(number.saturating_add(1)),
            (Side::Pos, None) => Some(OF_ECOM),
            (Side::Ecom, None) => None,
        };
        Ok(Part {
            side,
            records: records.unwrap_or_default(),
            next,
        })
    }
}
