//! Where what is known of customers is kept on disk: an IndexedDB database with every value sealed
//! (`crypto`), and the key of it all in a room of its own, where no code can read it.
//!
//! That hides the values from searches and backups of single files, not from somebody who holds the
//! whole profile. Names of values are in the clear: none may say anything about a customer.

use std::{cell::RefCell, fmt, future::IntoFuture, rc::Rc};

use futures::future::{Either, select, try_join_all};
use idb::{
    Database, DatabaseEvent, Factory, KeyRange, ObjectStore, ObjectStoreParams, Query, Transaction,
    TransactionMode,
};
use js_sys::{Array, Function, Promise, Reflect, global};
use tandem_core::{Fault, FaultKind};
use tandem_engine::Vault;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::CryptoKey;

use super::{clock::wait_ms, crypto, ext::member, storage};

/// The database; the version of what is in it is part of the name.
const DATABASE: &str = "tandem-vault-1";

/// The sealed values.
const VALUES: &str = "values";

/// The key that they are sealed with.
const KEYS: &str = "keys";

/// The one key's name.
const KEY: &str = "key";

/// Behind every name that begins alike: no name of ours has this character.
const LAST: char = '\u{ffff}';

/// How long opening or deleting the database is waited for.
const PATIENCE_MS: u32 = 10_000;

/// Another, which is there while the first is deleted: see [`DiskVault::wipe`].
const SECOND: &str = "tandem-vault-end";

/// Where the connection is noted: one that an instance of the wasm left open when it crashed is
/// closed by the next, or it would be in the way of deleting the database.
const CONNECTION: &str = "tandemVault";

/// The vault on disk. All that is open of it is opened when first needed, and again after a wipe.
#[derive(Debug, Default)]
pub struct DiskVault {
    open: RefCell<Option<Rc<Open>>>,
}

/// The names of all databases; `None` where the browser does not tell.
async fn databases() -> Option<Vec<String>> {
    let factory = member(&global(), "indexedDB");
    let list: Function = member(&factory, "databases").dyn_into().ok()?;
    let promise: Promise = list.call0(&factory).ok()?.dyn_into().ok()?;
    let found = JsFuture::from(promise).await.ok()?;
    let found = Array::from(&found);
    let names = found
        .iter()
        .filter_map(|one| member(&one, "name").as_string());
    Some(names.collect())
}

/// A connection, with the key.
struct Open {
    database: Database,
    key: CryptoKey,
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

    /// A transaction closes itself as soon as nothing of it is under way, so everything is sealed
    /// before it is opened, and nothing but its end is awaited after that.
    async fn change(&self, put: Vec<(String, Vec<u8>)>, remove: Vec<String>) -> Result<(), Fault> {
        let open = self.open().await?;
        let seal = |(name, plain)| crypto::seal(&open.key, name, plain);
        let sealed = try_join_all(put.iter().map(|(name, plain)| seal((name, plain)))).await;
        let sealed = sealed.map_err(not_kept)?;
        let (_, transaction) = self.begin(TransactionMode::ReadWrite).await?;
        let values = values(&transaction)?;
        let all = || {
            for name in &remove {
                drop(values.delete(JsValue::from_str(name))?);
            }
            for ((name, _), sealed) in put.iter().zip(&sealed) {
                drop(values.put(sealed, Some(&JsValue::from_str(name)))?);
            }
            Ok::<(), idb::Error>(())
        };
        if let Err(error) = all() {
            drop(transaction.abort());
            return Err(not_kept(error));
        }
        committed(transaction).await?;
        // IndexedDB alone keeps no background awake.
        storage::sign_of_life().await;
        Ok(())
    }
}

impl DiskVault {
    /// Whether there is anything on disk. Asking makes nothing.
    pub async fn is_there() -> bool {
        // A browser that does not tell is taken at its worst: whoever opens it will see.
        databases()
            .await
            .is_none_or(|names| names.iter().any(|name| name == DATABASE))
    }

    /// Forgets all values and their key, and deletes the database. When this returns, values and key
    /// are gone. Only a connection that was opened elsewhere (by a developer, say) can be in the way
    /// of the deletion: the browser does it as soon as that one is closed, and the end of it is not
    /// waited for beyond ten seconds.
    ///
    /// What is deleted is also to leave the disk. Chromium writes its files anew, without what was
    /// deleted, when a database is deleted; but what was put and deleted since it last did so lands
    /// in one file together, and stays there until the next time. So there is a next time: a second
    /// database, which begins before and is deleted after. The old file itself goes when that is
    /// done once more. Firefox removes the database's file.
    ///
    /// # Errors
    /// `NotKept`, where the browser did not take it: something may still be there.
    pub async fn wipe(&self) -> Result<(), Fault> {
        drop(self.open.borrow_mut().take());
        begin_second().await?;
        let database = connect(DATABASE).await?;
        clear(&database).await?;
        database.close();
        delete(DATABASE).await?;
        delete(SECOND).await?;
        begin_second().await?;
        delete(SECOND).await
    }

    async fn open(&self) -> Result<Rc<Open>, Fault> {
        if let Some(open) = &*self.open.borrow() {
            return Ok(Rc::clone(open));
        }
        let database = connect(DATABASE).await?;
        let key = the_key(&database).await?;
        let opened = Rc::new(Open { database, key });
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

/// Makes the second database, with something in it that means nothing.
async fn begin_second() -> Result<(), Fault> {
    let database = connect(SECOND).await?;
    let (transaction, rooms) = both_rooms(&database)?;
    for room in rooms {
        drop(
            room.put(&JsValue::NULL, Some(&KEY.into()))
                .map_err(not_kept)?,
        );
    }
    committed(transaction).await?;
    database.close();
    Ok(())
}

/// Empties both rooms.
async fn clear(database: &Database) -> Result<(), Fault> {
    let (transaction, rooms) = both_rooms(database)?;
    for room in rooms {
        drop(room.clear().map_err(not_kept)?);
    }
    committed(transaction).await
}

fn both_rooms(database: &Database) -> Result<(Transaction, [ObjectStore; 2]), Fault> {
    let transaction = database.transaction(&[VALUES, KEYS], TransactionMode::ReadWrite);
    let transaction = transaction.map_err(not_kept)?;
    let values = transaction.object_store(VALUES).map_err(not_kept)?;
    let keys = transaction.object_store(KEYS).map_err(not_kept)?;
    Ok((transaction, [values, keys]))
}

async fn delete(name: &str) -> Result<(), Fault> {
    let factory = Factory::new().map_err(not_kept)?;
    let deleting = factory.delete(name).map_err(not_kept)?;
    let deleted = in_time(deleting).await;
    deleted.map_or(Ok(()), |deleted| deleted.map_err(not_kept))
}

fn values(transaction: &Transaction) -> Result<ObjectStore, Fault> {
    transaction.object_store(VALUES).map_err(not_kept)
}

/// Opens a database, and makes it where there is none.
async fn connect(name: &str) -> Result<Database, Fault> {
    if let Ok(left) = Database::try_from(member(&global(), CONNECTION)) {
        left.close();
    }
    let factory = Factory::new().map_err(not_kept)?;
    let mut opening = factory.open(name, Some(1)).map_err(not_kept)?;
    opening.on_upgrade_needed(|event| {
        if let Ok(database) = event.database() {
            for store in [VALUES, KEYS] {
                drop(database.create_object_store(store, ObjectStoreParams::new()));
            }
        }
    });
    let opened = in_time(opening).await.ok_or(NOT_KEPT)?.map_err(not_kept)?;
    let opened = JsValue::from(opened);
    drop(Reflect::set(&global(), &CONNECTION.into(), &opened));
    Database::try_from(opened).map_err(not_kept)
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

/// Waits for the end of a transaction.
async fn committed(transaction: Transaction) -> Result<(), Fault> {
    let end = transaction.await.map_err(not_kept)?;
    end.is_committed().then_some(()).ok_or(NOT_KEPT)
}

/// What comes of something, unless it takes too long.
async fn in_time<F: IntoFuture>(what: F) -> Option<F::Output>
where
    F::IntoFuture: Unpin,
{
    match select(what.into_future(), Box::pin(wait_ms(PATIENCE_MS))).await {
        Either::Left((end, _)) => Some(end),
        Either::Right(_) => None,
    }
}

const NOT_KEPT: Fault = Fault::of(FaultKind::NotKept);

fn not_kept<E>(_: E) -> Fault {
    NOT_KEPT
}
