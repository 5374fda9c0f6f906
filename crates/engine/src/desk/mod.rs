//! The desk: everything that a person does with customers, in one place over one vault. The
//! extension's background and the tests use it alike. It owns the book and asks no store by itself:
//! the ways are lent to it. What is decided, planned and found out is `tandem_core`'s business.

mod answers;
mod automatic;
mod card;
mod copy;
mod details;
mod export;
mod given;
mod history;
mod inside;
mod keep;
mod preview;
mod questions;
mod read;
mod review;
mod rows;
mod runs;
mod stored;
mod twins;

use std::cell::{Cell, RefCell};

use futures::lock::Mutex;
use tandem_core::{
    Board, DigestKey, Fault, Field, FieldSet, Sides,
    show::{Keeping, ListPage, ListQuery, Numbers, UnreadPage},
};

pub use answers::Said;
pub use automatic::Begun;
pub use copy::Part;
use inside::Inside;
use runs::Open;
pub use runs::{RunNow, RunState, RunWatch};
use stored::Runs;

use crate::{Vault, book::keep as kept};

/// What people do with customers of one store pair.
#[derive(Debug)]
pub struct Desk<V> {
    vault: V,
    /// What all keys of the store pair begin with.
    prefix: String,
    inside: Mutex<Inside>,
    run: RefCell<Option<Open>>,
    keeping: Cell<Keeping>,
    /// Whether both sides are being read.
    is_reading: Cell<bool>,
}

impl<V: Vault> Desk<V> {
    /// The desk of a store pair (POS domain prefix and eCom store id) as it was left. `fresh` is a
    /// new key for digests, used where none is kept; `scope` the fields that are kept the same.
    ///
    /// # Errors
    /// Those of the vault; nothing was changed then.
    pub async fn open(
        vault: V,
        stores: Sides<String>,
        fresh: DigestKey,
        scope: FieldSet,
    ) -> Result<Self, Fault> {
        let book = kept::open(&vault, &stores, fresh, scope).await?;
        let desk = Self {
            prefix: kept::prefix(&stores),
            inside: Mutex::new(Inside::new(book)),
            run: RefCell::default(),
            keeping: Cell::default(),
            is_reading: Cell::default(),
            vault,
        };
        desk.find_keeping().await?;
        desk.find_reading().await?;
        desk.find_run().await?;
        Ok(desk)
    }

    pub(in crate::desk) fn key(&self, name: &str) -> String {
        format!("{}desk/{name}", self.prefix)
    }

    pub(in crate::desk) fn runs(&self) -> Runs<'_, V> {
        Runs {
            vault: &self.vault,
            prefix: &self.prefix,
        }
    }

    /// Takes the groups as they were read; `None` where the plan has none (402): then they are not
    /// kept the same.
    pub async fn set_groups(&self, board: Option<&Board>, scope: FieldSet) {
        let mut guard = self.inside.lock().await;
        match board {
            Some(board) => {
                guard.book.scope = scope;
                guard.book.set_groups(board);
            }
            None => {
                guard.book.scope = scope.without(Field::Group);
                guard.book.changed();
            }
        }
    }

    /// A window of the list.
    pub async fn list(&self, query: &ListQuery) -> ListPage {
        let mut guard = self.inside.lock().await;
        guard.book.list(query)
    }

    /// The records that could not be read.
    pub async fn unread(&self) -> UnreadPage {
        let mut guard = self.inside.lock().await;
        guard.book.unread()
    }

    /// The numbers of what was read; `None` until both sides were.
    pub async fn numbers(&self) -> Option<Numbers> {
        let mut guard = self.inside.lock().await;
        guard.book.numbers()
    }
}
