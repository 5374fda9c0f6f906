//! The databases of the vault: opening, deleting, and which of two is the one in use. Nothing is
//! sealed or opened here.

use std::future::IntoFuture;

use futures::future::{Either, select};
use idb::{
    Database, DatabaseEvent, Factory, ObjectStore, ObjectStoreParams, Transaction, TransactionMode,
};
use js_sys::{Reflect, global};
use tandem_core::{Fault, FaultKind};
use wasm_bindgen::JsValue;

use super::{
    lock::Slot,
    place::{self, Place},
};
use crate::browser::{clock::wait_ms, ext::member};

/// The sealed values.
pub(super) const VALUES: &str = "values";

/// The key that they are sealed with, and what is known of this place.
pub(super) const KEYS: &str = "keys";

/// Where in [`KEYS`] it stands what is known of this place.
const SLOT: &str = "slot";

/// How long opening or deleting a database is waited for.
const PATIENCE_MS: u32 = 10_000;

/// Another, which is there while something is deleted: see [`deleted_from_all_databases`].
const SECOND: &str = "tandem-vault-end";

/// Where connections are noted: one that an instance of the wasm left open when it crashed is closed
/// by the next, or it would be in the way of deleting the database.
const CONNECTION: &str = "tandemVault:";

/// The place in use; made where there is none. What a move that was broken off left behind goes.
pub(super) async fn in_use() -> Result<(Place, Database, Slot), Fault> {
    let mut best: Option<(Place, Database, Slot)> = None;
    for place in place::there().await {
        let database = connect(place).await?;
        let slot = slot(&database).await?;
        let is_better =
            !slot.is_part && best.as_ref().is_none_or(|(.., than)| slot.turn > than.turn);
        let left = if is_better {
            best.replace((place, database, slot))
        } else {
            Some((place, database, slot))
        };
        if let Some((place, database, _)) = left {
            database.close();
            deleted_from_disk(&[place]).await?;
        }
    }
    match best {
        Some(best) => Ok(best),
        None => {
            let first = Place::first();
            Ok((first, connect(first).await?, Slot::default()))
        }
    }
}

/// What is known of a place.
async fn slot(database: &Database) -> Result<Slot, Fault> {
    let transaction = database.transaction(&[KEYS], TransactionMode::ReadOnly);
    let transaction = transaction.map_err(not_kept)?;
    let keys = transaction.object_store(KEYS).map_err(not_kept)?;
    let found = keys.get(JsValue::from_str(SLOT)).map_err(not_kept)?;
    let found = found.await.map_err(not_kept)?;
    // A place of the first version has no such note: it is whole, and no passphrase guards it.
    let Some(text) = found else {
        return Ok(Slot::default());
    };
    let read = text
        .as_string()
        .and_then(|text| serde_json::from_str(&text).ok());
    read.ok_or(Fault::of(FaultKind::KeptDamaged))
}

/// Notes what is known of a place, and its key where that stands beside it.
pub(super) async fn note(
    database: &Database,
    slot: &Slot,
    key: Option<(&str, &JsValue)>,
) -> Result<(), Fault> {
    let text = serde_json::to_string(slot).map_err(not_kept)?;
    let transaction = database.transaction(&[KEYS], TransactionMode::ReadWrite);
    let transaction = transaction.map_err(not_kept)?;
    let keys = transaction.object_store(KEYS).map_err(not_kept)?;
    let put = |value: &JsValue, name: &str| {
        let putting = keys.put(value, Some(&JsValue::from_str(name)));
        putting.map(drop).map_err(not_kept)
    };
    put(&text.into(), SLOT)?;
    if let Some((name, key)) = key {
        put(key, name)?;
    }
    committed(transaction).await
}

/// Deletes these places, so that nothing of them is on disk afterwards either. A bucket goes with its
/// files.
///
/// # Errors
/// `NotKept`: something may still be there.
pub(super) async fn deleted_from_disk(places: &[Place]) -> Result<(), Fault> {
    let (buckets, databases): (Vec<Place>, Vec<Place>) =
        places.iter().partition(|place| place.is_bucket());
    for bucket in buckets {
        bucket.remove_bucket().await?;
    }
    if databases.is_empty() {
        return Ok(());
    }
    deleted_from_all_databases(&databases).await
}

/// Deletes places that have no files of their own. Only a connection that was opened elsewhere (by a
/// developer, say) can be in the way of it: the browser does it as soon as that one is closed, and the
/// end of it is not waited for beyond ten seconds.
///
/// Chromium writes its files anew, without what was deleted, some time after a database is deleted;
/// but what was put and deleted since it last did so lands in one file together, and stays there until
/// the next time. So there is a next time: a second database, which begins before and is deleted
/// after. The old file itself goes when that is done once more. That is as much as can be done where
/// there are no buckets, and no promise: it depends on when Chromium finds the time. Firefox removes
/// the database's file.
async fn deleted_from_all_databases(places: &[Place]) -> Result<(), Fault> {
    let databases = Factory::new().map_err(not_kept)?;
    begin_second(&databases).await?;
    for place in places {
        let database = connect(*place).await?;
        clear(&database).await?;
        database.close();
        delete(&databases, place.name()).await?;
    }
    delete(&databases, SECOND).await?;
    begin_second(&databases).await?;
    delete(&databases, SECOND).await
}

/// Makes the second database, with something in it that means nothing.
async fn begin_second(databases: &Factory) -> Result<(), Fault> {
    let database = open(databases, SECOND, SECOND).await?;
    let (transaction, rooms) = both_rooms(&database)?;
    for room in rooms {
        drop(
            room.put(&JsValue::NULL, Some(&"nothing".into()))
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

async fn delete(databases: &Factory, name: &str) -> Result<(), Fault> {
    let deleting = databases.delete(name).map_err(not_kept)?;
    let deleted = in_time(deleting).await;
    deleted.map_or(Ok(()), |deleted| deleted.map_err(not_kept))
}

/// Opens the database of a place, and makes it where there is none.
pub(super) async fn connect(place: Place) -> Result<Database, Fault> {
    open(&place.factory().await?, place.name(), &format!("{place:?}")).await
}

/// Opens a database, which is noted as this.
async fn open(factory: &Factory, name: &str, noted: &str) -> Result<Database, Fault> {
    let noted = format!("{CONNECTION}{noted}");
    if let Ok(left) = Database::try_from(member(&global(), &noted)) {
        left.close();
    }
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
    drop(Reflect::set(&global(), &noted.into(), &opened));
    Database::try_from(opened).map_err(not_kept)
}

/// Waits for the end of a transaction.
pub(super) async fn committed(transaction: Transaction) -> Result<(), Fault> {
    let end = transaction.await.map_err(not_kept)?;
    end.is_committed().then_some(()).ok_or(NOT_KEPT)
}

/// What comes of something, unless it takes too long.
pub(super) async fn in_time<F: IntoFuture>(what: F) -> Option<F::Output>
where
    F::IntoFuture: Unpin,
{
    match select(what.into_future(), Box::pin(wait_ms(PATIENCE_MS))).await {
        Either::Left((end, _)) => Some(end),
        Either::Right(_) => None,
    }
}

pub(super) const NOT_KEPT: Fault = Fault::of(FaultKind::NotKept);

pub(super) fn not_kept<E>(_: E) -> Fault {
    NOT_KEPT
}
