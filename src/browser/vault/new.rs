//! A place of the vault that is made anew: to be filled with what another one holds, or left empty.

use std::rc::Rc;

use tandem_core::Fault;
use wasm_bindgen::JsValue;

use super::{
    GuardedBy, KEY, Open,
    database::{self, connect, not_kept},
    lock::{self, Lock, Slot},
    place::Place,
};
use crate::browser::crypto;

/// A place that is being filled.
pub(super) struct New {
    pub(super) open: Open,
    slot: Slot,
    /// The key, where it stands not beside the values.
    pub(super) bytes: Option<[u8; crypto::KEY]>,
}

impl New {
    /// A place of this turn, guarded by this, with nothing in it.
    pub(super) async fn begun(place: Place, turn: u32, by: GuardedBy<'_>) -> Result<Self, Fault> {
        let (bytes, lock) = match by {
            GuardedBy::Browser => (None, None),
            GuardedBy::Passphrase(word) => {
                let (bytes, lock) = Lock::make(word).await?;
                (Some(bytes), Some(lock))
            }
            GuardedBy::Memory => (Some(lock::fresh()?), None),
        };
        let key = match &bytes {
            Some(bytes) => crypto::key_of(bytes).await,
            None => crypto::make_key().await,
        };
        let key = key.map_err(not_kept)?;
        let slot = Slot {
            turn,
            is_part: true,
            is_brief: matches!(by, GuardedBy::Memory),
            lock,
        };
        let database = connect(place).await?;
        let beside = JsValue::from(&key);
        let beside = slot.has_key_beside().then_some((KEY, &beside));
        database::note(&database, &slot, beside).await?;
        let open = Open {
            place,
            database,
            key,
            turn,
            guard: slot.guard(),
        };
        Ok(Self { open, slot, bytes })
    }

    /// From now on it is the one in use.
    pub(super) async fn finished(self) -> Result<Rc<Open>, Fault> {
        if let Some(bytes) = &self.bytes {
            lock::keep(self.slot.turn, bytes).await?;
        }
        let whole = Slot {
            is_part: false,
            ..self.slot
        };
        database::note(&self.open.database, &whole, None).await?;
        Ok(Rc::new(self.open))
    }
}
