//! What is kept: for how long runs stay in the history, the history itself and its table, and the
//! end of it all.

use tandem_core::{
    Fault, FaultKind,
    show::{Csv, HistoryPage, HistoryQuery, Keeping},
};

use super::{
    Desk,
    export::Table,
    history::{self, Glances},
    runs::Open,
    stored,
};
use crate::Vault;

const DAY: i64 = 24 * 60 * 60;

impl<V: Vault> Desk<V> {
    /// What is kept on this computer.
    #[must_use]
    pub const fn keeping(&self) -> Keeping {
        self.keeping.get()
    }

    pub(super) async fn find_keeping(&self) -> Result<(), Fault> {
        let found: Option<Keeping> = stored::get(&self.vault, &self.key("keeping")).await?;
        self.keeping.set(found.unwrap_or_default());
        Ok(())
    }

    /// The run that nobody carried to its end, if there is one.
    pub(super) async fn find_run(&self) -> Result<(), Fault> {
        let runs = self.runs();
        let Some(last) = runs.ids().await?.pop() else {
            return Ok(());
        };
        let summary = runs.summary(last).await?.unwrap_or_default();
        if summary.is_closed {
            return Ok(());
        }
        if let Some(stored) = runs.stored(last).await? {
            self.open_run(Open::found(stored, summary.trouble));
        }
        Ok(())
    }

    /// Says what is kept from now on. What is no longer to be kept goes at once: runs that are older,
    /// and what was read. Where readings are not kept, each goes when the desk is opened the next
    /// time.
    ///
    /// # Errors
    /// `Busy` while readings are to go and customers are read or written; `NotKept`.
    pub async fn keep(&self, keeping: Keeping, now: i64) -> Result<(), Fault> {
        let drops = self.keeping.get().keeps_readings && !keeping.keeps_readings;
        if drops && (self.is_running() || self.is_reading.get()) {
            return Err(Fault::of(FaultKind::Busy));
        }
        let put = vec![(self.key("keeping"), stored::bytes(&keeping)?)];
        self.vault.change(put, Vec::new()).await?;
        self.keeping.set(keeping);
        if drops {
            self.find_reading().await?;
        }
        self.let_go(now).await
    }

    /// Lets runs go that are older than they are kept; never the one that is open.
    ///
    /// # Errors
    /// `NotKept`.
    pub async fn let_go(&self, now: i64) -> Result<(), Fault> {
        let runs = self.runs();
        let oldest = now.saturating_sub(i64::from(self.keeping.get().days).saturating_mul(DAY));
        let open = self.run().map(|run| run.id);
        for id in runs.ids().await? {
            let began = runs.head(id).await?.map(|head| head.began);
            let is_old = began.is_some_and(|began| began < oldest);
            if is_old && open != Some(id) {
                let gone = runs.keys(id).await?;
                self.vault.change(Vec::new(), gone).await?;
            }
        }
        Ok(())
    }

    async fn glances(&self) -> Result<Glances, Fault> {
        let open = self.run.borrow().as_ref().map(Open::summary);
        Glances::read(&self.runs(), open).await
    }

    /// A window of the history.
    ///
    /// # Errors
    /// Those of the vault.
    pub async fn history(&self, query: &HistoryQuery) -> Result<HistoryPage, Fault> {
        let glances = self.glances().await?;
        history::page(&self.runs(), &glances, query, self.keeping.get().days).await
    }

    /// The history as a table: a line for each field that a run changed.
    ///
    /// # Errors
    /// Those of the vault.
    pub async fn export(&self) -> Result<Csv, Fault> {
        let (runs, glances) = (self.runs(), self.glances().await?);
        let mut table = Table::new()?;
        for run in glances.runs() {
            for entry in history::of_run(&runs, &glances, run.id).await? {
                table.add(&run, &entry)?;
            }
        }
        Ok(Csv {
            name: "tandem-history.csv".to_owned(),
            text: table.finish()?,
        })
    }

    /// Forgets everything about the customers of this store pair. The key of it all is the caller's
    /// to drop; the desk is of no use any more.
    ///
    /// # Errors
    /// `Busy` while a run is being carried out; `NotKept`.
    pub async fn wipe(&self) -> Result<(), Fault> {
        if self.is_running() || self.is_reading.get() {
            return Err(Fault::of(FaultKind::Busy));
        }
        let _guard = self.inside.lock().await;
        let gone = self.vault.keys(&self.prefix).await?;
        self.vault.change(Vec::new(), gone).await?;
        *self.run.borrow_mut() = None;
        Ok(())
    }
}
