//! Where what is known of customers is kept on disk: an IndexedDB database with every value sealed
//! (`crypto`), and the key of it all in a room of its own, where no code can read it, or sealed by a
//! passphrase, or in the browser's memory alone (`lock`).
//!
//! Without a passphrase that hides the values from searches and backups of single files, not from
//! somebody who holds the whole profile. Names of values are in the clear: none may say anything
//! about a customer.

mod database;
mod lock;
mod new;
mod place;

use std::{cell::RefCell, fmt, rc::Rc};

use futures::{future::try_join_all, lock::Mutex};
use idb::{Database, KeyRange, ObjectStore, Query, Transaction, TransactionMode};
use tandem_core::{Fault, FaultKind};
use tandem_engine::Vault;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::CryptoKey;

use super::{crypto, storage};
use database::{KEYS, VALUES, committed, not_kept};
use new::New;
use place::{Place, there};

/// The one key's name.
const KEY: &str = "key";

/// Behind every name that begins alike: no name of ours has this character.
const LAST: char = '\u{ffff}';

/// How many values are moved at once.
const AT_ONCE: usize = 16;

/// The vault on disk. All that is open of it is opened when first needed, and again after a wipe.
#[derive(Debug, Default)]
pub struct DiskVault {
    open: RefCell<Option<Rc<Open>>>,
    /// Held by whoever opens it: one that begins anew must not do so twice.
    opening: Mutex<()>,
    /// Held by whoever changes anything, so that nothing changes while everything moves.
    changing: Mutex<()>,
}

/// What guards the vault.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Guard {
    /// The browser alone.
    Key,
    /// A passphrase as well, which somebody has entered since the browser started.
    Passphrase,
    /// A passphrase that nobody has entered.
    Locked,
    /// The browser's memory, which ends with it.
    Memory,
}

/// What is to guard the vault.
#[derive(Clone, Copy, Debug)]
pub enum GuardedBy<'a> {
    /// The browser alone: the key is on disk, where no code can read it.
    Browser,
    /// A passphrase: the key is on disk, sealed by it.
    Passphrase(&'a str),
    /// The browser's memory: the key is nowhere on disk, and what it sealed goes with it.
    Memory,
}

/// A connection, with the key.
struct Open {
    place: Place,
    database: Database,
    key: CryptoKey,
    turn: u32,
    guard: Guard,
}

impl fmt::Debug for Open {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Open")
    }
}

impl Vault for DiskVault {
    async fn get(&self, key: &str) -> Result<Option<Vec<u8>>, Fault> {
        let (open, transaction) = self.begin(TransactionMode::ReadOnly).await?;
        let wanted = values(&transaction)?.get(JsValue::from_str(key));
        let found = wanted.map_err(not_kept)?.await.map_err(not_kept)?;
        let Some(sealed) = found else {
            return Ok(None);
        };
        let plain = crypto::open(&open.key, key, &sealed).await;
        plain.map(Some).map_err(not_kept)
    }

    async fn keys(&self, prefix: &str) -> Result<Vec<String>, Fault> {
        let (_, transaction) = self.begin(TransactionMode::ReadOnly).await?;
        let last = format!("{prefix}{LAST}");
        let range = KeyRange::bound(&prefix.into(), &last.into(), None, None).map_err(not_kept)?;
        let all = values(&transaction)?.get_all_keys(Some(Query::KeyRange(range)), None);
        let found = all.map_err(not_kept)?.await.map_err(not_kept)?;
        // The browser orders by UTF-16, which is another order beyond the first plane.
        let mut keys: Vec<String> = found.iter().filter_map(JsValue::as_string).collect();
        keys.sort();
        Ok(keys)
    }

    async fn change(&self, put: Vec<(String, Vec<u8>)>, remove: Vec<String>) -> Result<(), Fault> {
        let _one = self.changing.lock().await;
        let open = self.open().await?;
        let sealed = sealed(&open.key, &put).await?;
        let (_, transaction) = self.begin(TransactionMode::ReadWrite).await?;
        commit(transaction, &sealed, &remove).await?;
        // IndexedDB alone keeps no background awake.
        storage::sign_of_life().await;
        Ok(())
    }
}

impl DiskVault {
    /// Whether there is anything on disk. Asking makes nothing.
    pub async fn is_there() -> bool {
        !there().await.is_empty()
    }

    /// What guards it. Where nothing is kept, nothing is made; what is kept where files do not go with
    /// what is deleted moves to where they do.
    ///
    /// # Errors
    /// `NotKept`, `KeptDamaged`.
    pub async fn guard(&self) -> Result<Guard, Fault> {
        if self.open.borrow().is_none() && !Self::is_there().await {
            return Ok(Guard::Key);
        }
        match self.open().await {
            // With a passphrase it waits until that is set or taken off: moving needs the word. Where it
            // cannot move now it is as it was, and does so another time.
            Ok(open) if open.guard == Guard::Key && open.place.is_before_buckets() => {
                drop(self.guard_by(GuardedBy::Browser).await);
                Ok(Guard::Key)
            }
            Ok(open) => Ok(open.guard),
            Err(fault) if fault.kind == FaultKind::Locked => Ok(Guard::Locked),
            Err(fault) => Err(fault),
        }
    }

    /// Opens it with its passphrase, until the browser ends or somebody locks it.
    ///
    /// # Errors
    /// `WrongPassphrase`, `NotKept`, `KeptDamaged`.
    pub async fn unlock(&self, passphrase: &str) -> Result<(), Fault> {
        let (_, database, slot) = database::in_use().await?;
        database.close();
        let Some(lock) = &slot.lock else {
            return Ok(());
        };
        let key = lock.open(passphrase).await?;
        lock::keep(slot.turn, &key).await
    }

    /// Locks it: from now on only its passphrase opens it. Without a passphrase nothing happens but
    /// that the connection is closed.
    ///
    /// # Errors
    /// `NotKept`; it may still be open then.
    pub async fn lock(&self) -> Result<(), Fault> {
        if let Some(open) = self.open.borrow_mut().take() {
            open.database.close();
        }
        lock::forget().await
    }

    /// Has this guard it from now on. Everything moves to another place and is sealed with a fresh key:
    /// the old key opens nothing any more, and neither it nor what it sealed stays on disk. Killed at
    /// any moment, one of the two places is whole.
    ///
    /// # Errors
    /// `Locked`, `NotKept`, `KeptDamaged`; the vault is as it was then.
    pub async fn guard_by(&self, by: GuardedBy<'_>) -> Result<(), Fault> {
        let _one = self.changing.lock().await;
        let old = self.open().await?;
        let new = New::begun(old.place.other(), old.turn.saturating_add(1), by).await?;
        self.copy_all(&old, &new.open).await?;
        let is_opened = new.bytes.is_some();
        *self.open.borrow_mut() = Some(new.finished().await?);
        old.database.close();
        if !is_opened {
            lock::forget().await?;
        }
        database::deleted_from_disk(&[old.place]).await
    }

    /// A place without anything, for one that can be opened no more: its key went with the browser.
    async fn anew(&self, old: Place, turn: u32) -> Result<Rc<Open>, Fault> {
        let turn = turn.saturating_add(1);
        let new = New::begun(old.other(), turn, GuardedBy::Memory).await?;
        let open = new.finished().await?;
        *self.open.borrow_mut() = Some(Rc::clone(&open));
        database::deleted_from_disk(&[old]).await?;
        Ok(open)
    }

    async fn copy_all(&self, old: &Open, new: &Open) -> Result<(), Fault> {
        for names in self.keys("").await?.chunks(AT_ONCE) {
            let mut plain = Vec::new();
            for name in names {
                let value = value(old, name).await?;
                plain.extend(value.map(|value| (name.clone(), value)));
            }
            let sealed = sealed(&new.key, &plain).await?;
            let transaction = new
                .database
                .transaction(&[VALUES], TransactionMode::ReadWrite);
            commit(transaction.map_err(not_kept)?, &sealed, &[]).await?;
            storage::sign_of_life().await;
        }
        Ok(())
    }

    /// Forgets all values and their key, and deletes the database. When this returns, values and key
    /// are gone, from the disk too. It needs no key: what cannot be opened can be forgotten. That
    /// nothing is to be kept is not forgotten.
    ///
    /// # Errors
    /// `NotKept`, where the browser did not take it: something may still be there.
    pub async fn wipe(&self) -> Result<(), Fault> {
        let _one = self.opening.lock().await;
        let brief = self.brief().await;
        self.lock().await?;
        match brief {
            Some((place, turn)) => self.anew(place, turn).await.map(drop),
            None => database::deleted_from_disk(&there().await).await,
        }
    }

    /// The place in use and its turn, where nothing is to be kept.
    async fn brief(&self) -> Option<(Place, u32)> {
        if !Self::is_there().await {
            return None;
        }
        let (place, database, slot) = database::in_use().await.ok()?;
        database.close();
        slot.is_brief.then_some((place, slot.turn))
    }

    async fn open(&self) -> Result<Rc<Open>, Fault> {
        if let Some(open) = &*self.open.borrow() {
            return Ok(Rc::clone(open));
        }
        let _one = self.opening.lock().await;
        if let Some(open) = &*self.open.borrow() {
            return Ok(Rc::clone(open));
        }
        let (place, database, slot) = database::in_use().await?;
        let key = if slot.has_key_beside() {
            the_key(&database).await
        } else {
            lock::opened(slot.turn).await
        };
        let key = match key.inspect_err(|_| database.close()) {
            Err(fault) if slot.is_brief && fault.kind == FaultKind::Locked => {
                return self.anew(place, slot.turn).await;
            }
            key => key?,
        };
        let opened = Rc::new(Open {
            place,
            database,
            key,
            turn: slot.turn,
            guard: slot.guard(),
        });
        *self.open.borrow_mut() = Some(Rc::clone(&opened));
        Ok(opened)
    }

    /// A transaction on the values. A connection that the browser closed meanwhile is opened again.
    async fn begin(&self, mode: TransactionMode) -> Result<(Rc<Open>, Transaction), Fault> {
        let open = self.open().await?;
        if let Ok(transaction) = open.database.transaction(&[VALUES], mode) {
            return Ok((open, transaction));
        }
        drop(self.open.borrow_mut().take());
        let open = self.open().await?;
        let transaction = open.database.transaction(&[VALUES], mode);
        transaction.map(|begun| (open, begun)).map_err(not_kept)
    }
}

/// One value of a connection.
async fn value(of: &Open, name: &str) -> Result<Option<Vec<u8>>, Fault> {
    let transaction = of
        .database
        .transaction(&[VALUES], TransactionMode::ReadOnly);
    let wanted = values(&transaction.map_err(not_kept)?)?.get(JsValue::from_str(name));
    let found = wanted.map_err(not_kept)?.await.map_err(not_kept)?;
    let Some(found) = found else {
        return Ok(None);
    };
    let plain = crypto::open(&of.key, name, &found).await;
    let damaged = |_| Fault::of(FaultKind::KeptDamaged);
    plain.map(Some).map_err(damaged)
}

type Sealed<'a> = Vec<(&'a str, js_sys::Uint8Array)>;

/// Seals values, each under its name.
async fn sealed<'a>(key: &CryptoKey, put: &'a [(String, Vec<u8>)]) -> Result<Sealed<'a>, Fault> {
    let seal = |(name, plain): &'a (String, Vec<u8>)| async move {
        let sealed = crypto::seal(key, name, plain).await;
        sealed.map(|sealed| (name.as_str(), sealed))
    };
    try_join_all(put.iter().map(seal)).await.map_err(not_kept)
}

/// A transaction closes itself as soon as nothing of it is under way, so everything is sealed before
/// it is opened, and nothing but its end is awaited after that.
async fn commit(
    transaction: Transaction,
    put: &Sealed<'_>,
    remove: &[String],
) -> Result<(), Fault> {
    let values = values(&transaction)?;
    let all = || {
        for name in remove {
            drop(values.delete(JsValue::from_str(name))?);
        }
        for (name, sealed) in put {
            drop(values.put(sealed, Some(&JsValue::from_str(name)))?);
        }
        Ok::<(), idb::Error>(())
    };
    if let Err(error) = all() {
        drop(transaction.abort());
        return Err(not_kept(error));
    }
    committed(transaction).await
}

fn values(transaction: &Transaction) -> Result<ObjectStore, Fault> {
    transaction.object_store(VALUES).map_err(not_kept)
}

/// The key; made where there is none.
async fn the_key(database: &Database) -> Result<CryptoKey, Fault> {
    if let Some(key) = kept_key(database).await? {
        return Ok(key);
    }
    let made = crypto::make_key().await.map_err(not_kept)?;
    let transaction = database.transaction(&[KEYS], TransactionMode::ReadWrite);
    let transaction = transaction.map_err(not_kept)?;
    let keys = transaction.object_store(KEYS).map_err(not_kept)?;
    // Never in place of another: what that one sealed could not be opened any more.
    drop(keys.add(&made, Some(&KEY.into())).map_err(not_kept)?);
    committed(transaction).await?;
    Ok(made)
}

async fn kept_key(database: &Database) -> Result<Option<CryptoKey>, Fault> {
    let transaction = database.transaction(&[KEYS], TransactionMode::ReadOnly);
    let transaction = transaction.map_err(not_kept)?;
    let keys = transaction.object_store(KEYS).map_err(not_kept)?;
    let found = keys.get(JsValue::from_str(KEY)).map_err(not_kept)?;
    let found = found.await.map_err(not_kept)?;
    found.map(JsCast::dyn_into).transpose().map_err(not_kept)
}
