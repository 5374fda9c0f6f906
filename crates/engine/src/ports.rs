//! What the engine needs from the world around it. The browser implements these in `src/browser`
//! and `src/background`; tests implement them over the sandbox's router.

use std::future::Future;

use tandem_backends::{Request, Response};
use tandem_core::{
    Fault,
    archive::Commitment,
    journal::{Entry, Run},
    sync,
};

/// The way to one store. Every rung of the connection ladder is one implementation.
pub trait Transport {
    /// Sends one request and gives back whatever the store answered, of any status.
    ///
    /// # Errors
    /// `Offline` or `NoHostAccess`, where there was no answer. A write may have been done then.
    fn send(&self, request: &Request) -> impl Future<Output = Result<Response, Fault>>;

    /// How the way stands. A way that goes by another one hands that one's on.
    fn footing(&self) -> Footing;
}

/// How a way to a store stands. By default its writes are taken, and nothing waits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Footing {
    /// Whether the store is known to take writes that come this way. Until it is, a run sends one write
    /// and reads it back before the rest.
    pub is_proven: bool,
    /// For how many seconds work of many calls waits for its turn; 0 where it may go on now. It is asked
    /// where nothing is half done, so that a person who stops the work meanwhile is heard at once.
    pub held_for: u32,
}

impl Default for Footing {
    fn default() -> Self {
        Self {
            is_proven: true,
            held_for: 0,
        }
    }
}

impl<T: Transport> Transport for std::rc::Rc<T> {
    async fn send(&self, request: &Request) -> Result<Response, Fault> {
        (**self).send(request).await
    }

    fn footing(&self) -> Footing {
        (**self).footing()
    }
}

impl<C: Clock> Clock for &C {
    async fn wait(&self, seconds: u32) {
        (**self).wait(seconds).await;
    }

    fn now_ms(&self) -> u64 {
        (**self).now_ms()
    }
}

/// Time.
pub trait Clock {
    /// Waits.
    fn wait(&self, seconds: u32) -> impl Future<Output = ()>;

    /// Milliseconds since 1970, UTC.
    fn now_ms(&self) -> u64;
}

/// Where what was read, agreed, decided and done is kept: bytes under a key. Whoever implements it
/// encrypts them at rest, values and nothing else: no key may say anything about a customer.
pub trait Vault {
    /// The value of a key; `None` where there is none.
    ///
    /// # Errors
    /// `NotKept`, also where the value cannot be decrypted.
    fn get(&self, key: &str) -> impl Future<Output = Result<Option<Vec<u8>>, Fault>>;

    /// All keys that begin with `prefix`, in order.
    ///
    /// # Errors
    /// `NotKept`.
    fn keys(&self, prefix: &str) -> impl Future<Output = Result<Vec<String>, Fault>>;

    /// Puts these values and removes these keys, all of it or nothing. What is put survives the end
    /// of this process.
    ///
    /// # Errors
    /// `NotKept`; nothing was changed then.
    fn change(
        &self,
        put: Vec<(String, Vec<u8>)>,
        remove: Vec<String>,
    ) -> impl Future<Output = Result<(), Fault>>;
}

/// The append-only journal of the run that is under way.
pub trait Journal {
    /// Adds an entry so that it survives the end of this process.
    ///
    /// # Errors
    /// `NotKept`; then nothing further may be written to a store.
    fn append(&self, entry: &Entry) -> impl Future<Output = Result<(), Fault>>;
}

/// Where a run over customers is written down: its journal, and the archive.
pub trait Ledger {
    /// Adds entries to the journal, in order, so that they survive the end of this process.
    ///
    /// # Errors
    /// `NotKept`; then nothing further may be written to a store.
    fn append(&self, entries: &[sync::Entry]) -> impl Future<Output = Result<(), Fault>>;

    /// Notes in the archive what was found out, and has the decisions forget the answers that were
    /// for it (`Decisions::noted`), where the archive took it.
    ///
    /// # Errors
    /// As [`Self::append`].
    fn commit(&self, commitments: &[Commitment]) -> impl Future<Output = Result<(), Fault>>;
}

/// Somebody who looks on, and may stop a run.
pub trait Watch {
    /// The run stands differently now.
    fn changed(&self, run: &Run);
    /// All writes were sent; they are being read back.
    fn checking(&self, run: &Run);
    /// Whether a person wants the run to stop.
    fn is_cancelled(&self) -> bool;
}
