//! What guards the vault's key: the browser alone, or a passphrase as well. With a passphrase the key
//! is on disk only sealed by it; opened, it is in the browser's memory until the browser ends or
//! somebody locks the vault, so that the background may be ended in between.

use serde::{Deserialize, Serialize};
use tandem_core::{Fault, FaultKind};
use web_sys::CryptoKey;

use super::{Guard, database::not_kept};
use crate::browser::{
    crypto::{self, KEY},
    dice,
    storage::{self, Keep, StorageError},
};

/// Where an opened key is, in the browser's memory.
const OPENED: &str = "vaultkey1";

/// What the sealed key is sealed as.
const NAME: &str = "vault key";

/// How often a passphrase is hashed before it opens anything: some tenths of a second for who has it,
/// and for each guess of who has not. The figure is OWASP's for PBKDF2 with SHA-256.
const ROUNDS: u32 = 600_000;

/// The length of what makes equal passphrases of two people differ, in bytes.
const SALT: usize = 16;

/// What is known of a place: written beside the key, in the clear.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Slot {
    /// How often the vault has moved.
    pub(super) turn: u32,
    /// Whether it is still being filled.
    pub(super) is_part: bool,
    /// Whether its key is in the browser's memory alone: it cannot be opened any more once the browser
    /// has ended, and is to go then.
    #[serde(default)]
    pub(super) is_brief: bool,
    /// What a passphrase has to open; `None` where none is needed.
    pub(super) lock: Option<Lock>,
}

impl Slot {
    /// Whether the key stands beside the values, where no code can read it.
    pub(super) const fn has_key_beside(&self) -> bool {
        self.lock.is_none() && !self.is_brief
    }

    /// What guards it, once it is open.
    pub(super) const fn guard(&self) -> Guard {
        match self.lock {
            Some(_) => Guard::Passphrase,
            None if self.is_brief => Guard::Memory,
            None => Guard::Key,
        }
    }
}

/// A key that a passphrase opens.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Lock {
    rounds: u32,
    salt: Vec<u8>,
    sealed: Vec<u8>,
}

/// An opened key, until the browser ends.
#[derive(Serialize, Deserialize)]
struct Opened {
    /// Of which turn.
    turn: u32,
    key: Vec<u8>,
}

/// A fresh key.
pub(super) fn fresh() -> Result<[u8; KEY], Fault> {
    dice::roll().map_err(not_kept)
}

impl Lock {
    /// A fresh key that `passphrase` opens, and the lock that it opens.
    pub(super) async fn make(passphrase: &str) -> Result<([u8; KEY], Self), Fault> {
        let key = fresh()?;
        let salt: [u8; SALT] = dice::roll().map_err(not_kept)?;
        let by = crypto::stretch(passphrase, &salt, ROUNDS).await;
        let sealed = crypto::seal(&by.map_err(not_kept)?, NAME, &key).await;
        let lock = Self {
            rounds: ROUNDS,
            salt: salt.to_vec(),
            sealed: sealed.map_err(not_kept)?.to_vec(),
        };
        Ok((key, lock))
    }

    /// The key, where `passphrase` is the right one.
    ///
    /// # Errors
    /// `WrongPassphrase`; `NotKept` where the browser does not encrypt.
    pub(super) async fn open(&self, passphrase: &str) -> Result<[u8; KEY], Fault> {
        let by = crypto::stretch(passphrase, &self.salt, self.rounds).await;
        let sealed = js_sys::Uint8Array::from(self.sealed.as_slice());
        let opened = crypto::open(&by.map_err(not_kept)?, NAME, &sealed.into()).await;
        let wrong = Fault::of(FaultKind::WrongPassphrase);
        opened.ok().and_then(|key| key.try_into().ok()).ok_or(wrong)
    }
}

/// Keeps an opened key in the browser's memory.
pub(super) async fn keep(turn: u32, key: &[u8; KEY]) -> Result<(), Fault> {
    let opened = Opened {
        turn,
        key: key.to_vec(),
    };
    let kept = storage::set(Keep::Session, OPENED, &opened).await;
    kept.map_err(not_kept)
}

/// Forgets the opened key.
pub(super) async fn forget() -> Result<(), Fault> {
    let gone = storage::remove(Keep::Session, &[OPENED.to_owned()]).await;
    gone.map_err(not_kept)
}

/// The opened key of this turn.
///
/// # Errors
/// `Locked` where nobody has opened it since the browser started; `NotKept` where the browser does not
/// tell.
pub(super) async fn opened(turn: u32) -> Result<CryptoKey, Fault> {
    let kept: Option<Opened> = match storage::get(Keep::Session, OPENED).await {
        Ok(kept) => kept,
        Err(StorageError::Unreadable(_)) => None,
        Err(refused @ StorageError::Refused) => return Err(not_kept(refused)),
    };
    let kept = kept.filter(|kept| kept.turn == turn);
    let locked = Fault::of(FaultKind::Locked);
    let key = kept
        .and_then(|kept| kept.key.try_into().ok())
        .ok_or(locked)?;
    crypto::key_of(&key).await.map_err(not_kept)
}
