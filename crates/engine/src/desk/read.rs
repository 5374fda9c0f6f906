//! Reading both sides for the desk. How that is done is the book's business; what follows of a new
//! reading for previews is noted here. Nobody waits for the book while the stores are asked.

use tandem_core::{Fault, FaultKind, Sides, show::ReadingView};

use super::Desk;
use crate::{
    Clock, Transport, Vault,
    book::reader::{self, Ended, How, ReadWatch},
};

impl<V: Vault> Desk<V> {
    /// Reads both sides, or goes on where a reading was stopped.
    ///
    /// # Errors
    /// `Busy` while they are being read already, or while a run is being carried out; those of the
    /// vault, where what follows of the reading could not be kept.
    pub async fn read<T: Transport>(
        &self,
        ways: (&Sides<T>, &impl Clock),
        watch: &impl ReadWatch,
        how: How,
    ) -> Result<Ended, Fault> {
        let lead = self.inside.lock().await.book.lead();
        if self.is_running() || self.is_reading.replace(true) {
            return Err(Fault::of(FaultKind::Busy));
        }
        let gathered = reader::gather(&self.vault, &lead, ways, watch, how).await;
        self.is_reading.set(false);
        let gathered = match gathered {
            Ok(gathered) => gathered,
            Err(ended) => return Ok(ended),
        };
        let mut guard = self.inside.lock().await;
        let ended = reader::take(&self.vault, &mut guard.book, gathered).await;
        if ended == Ended::Read {
            guard.clued = Sides::default();
            guard.look();
            let now = i64::try_from(ways.1.now_ms() / 1_000).unwrap_or(i64::MAX);
            self.seen_first(&guard, now).await?;
            let unread = vec![self.key("unread")];
            self.vault.change(Vec::new(), unread).await?;
            // What is the same now is agreed, so that whoever changes next is known by it.
            self.settle(&mut guard).await?;
            self.let_go(now).await?;
        }
        Ok(ended)
    }

    /// Gives the book what was read before, or forgets that where it is not to be kept.
    pub(super) async fn find_reading(&self) -> Result<(), Fault> {
        let mut guard = self.inside.lock().await;
        if self.keeping.get().keeps_readings {
            return reader::open(&self.vault, &mut guard.book).await;
        }
        reader::drop_all(&self.vault, &mut guard.book).await
    }

    /// How far the reading is that was paused, or that the browser ended; `None` where there is none.
    ///
    /// # Errors
    /// `NotKept`.
    pub async fn reading_under_way(&self) -> Result<Option<ReadingView>, Fault> {
        let guard = self.inside.lock().await;
        reader::under_way(&self.vault, &guard.book).await
    }

    /// Gives up the reading that was paused; what was read before stays.
    ///
    /// # Errors
    /// `Busy` while they are being read; `NotKept`.
    pub async fn cancel_reading(&self) -> Result<(), Fault> {
        if self.is_reading.get() {
            return Err(Fault::of(FaultKind::Busy));
        }
        let guard = self.inside.lock().await;
        reader::cancel(&self.vault, &guard.book).await
    }

    /// Whether both sides have to be read again before the next preview: they never were, or a run
    /// wrote to them since.
    ///
    /// # Errors
    /// `NotKept`.
    pub async fn needs_reading(&self) -> Result<bool, Fault> {
        let is_read = self.inside.lock().await.book.read.is_some();
        Ok(!is_read || self.vault.get(&self.key("unread")).await?.is_some())
    }
}
