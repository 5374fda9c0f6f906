//! Values kept by the browser: on disk (`Keep::Disk`) or until the browser ends (`Keep::Session`).
//!
//! Every write is also a sign of life: a background that calls nothing of the extension API for
//! 30 s is ended by both browsers.

use serde::{Serialize, de::DeserializeOwned};
use thiserror::Error;
use wasm_bindgen::{JsCast, JsValue};

use super::ext::{self, member, object};

/// For how long.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Keep {
    /// Until it is removed.
    Disk,
    /// Until the browser ends; never written to disk.
    Session,
}

/// The browser did not keep or give back a value.
#[derive(Debug, Error)]
pub enum StorageError {
    /// The store itself refused, for example because it is full.
    #[error("the browser's storage refused")]
    Refused,
    /// A value could not be turned into text or back.
    #[error("a stored value cannot be read")]
    Unreadable(#[from] serde_json::Error),
}

/// Reads the value of `key`; `None` where there is none.
///
/// # Errors
/// [`StorageError`], also where the value is of another shape than `T`.
pub async fn get<T: DeserializeOwned>(keep: Keep, key: &str) -> Result<Option<T>, StorageError> {
    let found = match keep {
        Keep::Disk => ext::local_get(&key.into()).await,
        Keep::Session => ext::session_get(&key.into()).await,
    };
    let found = found.map_err(|_| StorageError::Refused)?;
    let Some(text) = member(&found, key).as_string() else {
        return Ok(None);
    };
    Ok(Some(serde_json::from_str(&text)?))
}

/// Keeps `value` under `key`.
///
/// # Errors
/// [`StorageError`]; nothing was changed then.
pub async fn set<T: Serialize>(keep: Keep, key: &str, value: &T) -> Result<(), StorageError> {
    let text = serde_json::to_string(value)?;
    let items = object(&[(key, JsValue::from_str(&text))]);
    let done = match keep {
        Keep::Disk => ext::local_set(&items).await,
        Keep::Session => ext::session_set(&items).await,
    };
    done.map(drop).map_err(|_| StorageError::Refused)
}

/// Forgets the values of `keys`.
///
/// # Errors
/// [`StorageError::Refused`].
pub async fn remove(keep: Keep, keys: &[String]) -> Result<(), StorageError> {
    let list: js_sys::Array = keys.iter().map(|key| JsValue::from_str(key)).collect();
    let done = match keep {
        Keep::Disk => ext::local_remove(list.unchecked_ref()).await,
        Keep::Session => ext::session_remove(list.unchecked_ref()).await,
    };
    done.map(drop).map_err(|_| StorageError::Refused)
}

/// Reads every value on disk whose key begins with `prefix`, in the order of the keys, with the
/// keys. Values that cannot be read are left out.
///
/// # Errors
/// [`StorageError::Refused`].
pub async fn list<T: DeserializeOwned>(prefix: &str) -> Result<Vec<(String, T)>, StorageError> {
    let all = ext::local_get(&JsValue::NULL)
        .await
        .map_err(|_| StorageError::Refused)?;
    let mut found: Vec<(String, T)> = js_sys::Object::entries(all.unchecked_ref())
        .iter()
        .filter_map(|entry| {
            let entry: js_sys::Array = entry.dyn_into().ok()?;
            let key = entry
                .get(0)
                .as_string()
                .filter(|key| key.starts_with(prefix))?;
            let value = serde_json::from_str(&entry.get(1).as_string()?).ok()?;
            Some((key, value))
        })
        .collect();
    found.sort_by(|(one, _), (other, _)| one.cmp(other));
    Ok(found)
}

/// Calls the extension API for the sake of having called it.
pub async fn sign_of_life() {
    drop(ext::session_get(&JsValue::from_str("alive")).await);
}
