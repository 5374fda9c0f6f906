//! What is done by the rules alone, when nobody looks on: the same preview and the same run as a
//! person's, begun only where nothing in it needs a person.

use tandem_core::{
    Fault,
    show::{Purpose, RunId},
};

use super::Desk;
use crate::Vault;

/// What came of trying to begin a run by the rules alone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Begun {
    /// It is in the journal; [`Desk::carry_on`] does it.
    Run(RunId),
    /// There is nothing to write.
    Nothing,
    /// A person has to look at it first.
    Halted,
}

impl<V: Vault> Desk<V> {
    /// Begins to do what the rules A3 to A7 decide by themselves, at the time `now`, in seconds since
    /// 1970. Whoever is created has been known for `grace` seconds; what a halt is for waits for a
    /// person.
    ///
    /// # Errors
    /// Those of [`Self::preview`] and [`Self::begin`].
    pub async fn begin_automatic(&self, grace: u32, now: i64) -> Result<Begun, Fault> {
        let head = self.preview(Purpose::Automatic { grace }, now).await?;
        if head.total == 0 {
            return Ok(Begun::Nothing);
        }
        if !head.halts.is_empty() {
            return Ok(Begun::Halted);
        }
        self.begin(head.id, false, now).await.map(Begun::Run)
    }
}
