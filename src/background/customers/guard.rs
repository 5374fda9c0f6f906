//! What guards what is kept on this computer: setting a passphrase, taking it off, locking and
//! opening. What is locked is shown to nobody, and no look by itself happens.

use std::rc::Rc;

use tandem_core::{Fault, FaultKind};

use super::Background;
use crate::{
    background::runs::LOCK,
    browser::{
        lock,
        vault::{Guard, GuardedBy},
    },
    protocol::customers::{CustomersView, Guarded, SHORTEST_PASSPHRASE},
};

/// A longer one is none that anybody types.
const LONGEST_PASSPHRASE: usize = 1_024;

impl Background {
    /// What guards it; a fault of the vault shows as soon as somebody opens it.
    pub(super) async fn guarded(&self) -> Guarded {
        match self.customers.disk.guard().await {
            Ok(Guard::Passphrase) => Guarded::ByPassphrase,
            Ok(Guard::Locked) => Guarded::Locked,
            Ok(Guard::Memory) => Guarded::ByMemory,
            Ok(Guard::Key) | Err(_) => Guarded::ByBrowser,
        }
    }

    /// Says that nobody sees anything before the passphrase was entered.
    ///
    /// # Errors
    /// `Locked`, where it is so.
    pub(super) async fn not_locked(&self) -> Result<(), Fault> {
        if self.customers.open.borrow().is_some() || self.guarded().await != Guarded::Locked {
            return Ok(());
        }
        self.show_locked();
        Err(Fault::of(FaultKind::Locked))
    }

    /// Has a passphrase guard it from now on, or none any more.
    ///
    /// # Errors
    /// `Refused` where it is too short or too long, `Busy` while customers are read or written; those
    /// of the vault.
    pub(super) async fn guard_by(&self, passphrase: Option<&str>) -> Result<(), Fault> {
        if let Some(passphrase) = passphrase {
            let is_long = passphrase.chars().count() >= SHORTEST_PASSPHRASE;
            if !is_long || passphrase.len() > LONGEST_PASSPHRASE {
                return Err(Fault::of(FaultKind::Refused { status: 400 }));
            }
        }
        let by = passphrase.map_or(GuardedBy::Browser, GuardedBy::Passphrase);
        self.move_to(by).await
    }

    /// Has nothing kept from now on that outlives the browser.
    ///
    /// # Errors
    /// `Busy` while customers are read or written; those of the vault.
    pub(super) async fn keep_nothing(&self) -> Result<(), Fault> {
        self.move_to(GuardedBy::Memory).await
    }

    async fn move_to(&self, by: GuardedBy<'_>) -> Result<(), Fault> {
        let _guard = self.alone().await?;
        self.customers.disk.guard_by(by).await?;
        let guarded = self.guarded().await;
        self.update(|state| state.customers.guarded = guarded);
        Ok(())
    }

    /// Opens it with its passphrase, and shows what was left there.
    ///
    /// # Errors
    /// `WrongPassphrase`; those of the vault.
    pub(super) async fn unlock(self: &Rc<Self>, passphrase: &str) -> Result<(), Fault> {
        self.customers.disk.unlock(passphrase).await?;
        self.update(|state| state.customers.guarded = Guarded::ByPassphrase);
        self.open_customers();
        Ok(())
    }

    /// Locks it before the browser ends, where a passphrase opens it again.
    ///
    /// # Errors
    /// `Busy` while customers are read or written, `NotKept`.
    pub(super) async fn lock(&self) -> Result<(), Fault> {
        if self.guarded().await != Guarded::ByPassphrase {
            return Ok(());
        }
        let _guard = self.alone().await?;
        let _one = self.customers.opening.lock().await;
        drop(self.customers.open.borrow_mut().take());
        self.customers.disk.lock().await?;
        self.show_locked();
        Ok(())
    }

    fn show_locked(&self) {
        self.update(|state| {
            state.customers = CustomersView {
                guarded: Guarded::Locked,
                ..CustomersView::default()
            };
        });
    }

    /// The writer's lock, where nothing is under way in this window.
    async fn alone(&self) -> Result<lock::Guard, Fault> {
        let busy = Fault::of(FaultKind::Busy);
        if self.is_busy() {
            return Err(busy);
        }
        lock::try_hold(LOCK).await.ok_or(busy)
    }
}
