//! A book over a shop in process: what is kept can be killed with the background, and POS gives small
//! pages.

use std::cell::{Cell, RefCell};

use tandem_backends::{Request, Response};
use tandem_core::{
    DigestKey, Fault, FieldSet, RecordRef, Side, Sides,
    show::{ListQuery, ReadingView, Row},
};
use tandem_engine::{
    Footing, MemoryVault, Transport, Vault,
    book::{
        Book, keep,
        reader::{self, AtHand, Ended, How, ReadWatch},
    },
    reading,
};

use crate::shop::{Direct, Shop, effect, until_killed};

const KEY: DigestKey = DigestKey([5; 16]);

/// A shop, and what is kept of it.
pub(super) struct Desk {
    pub(super) shop: Shop,
    pub(super) vault: MemoryVault,
    pub(super) watch: Looker,
}

/// Looks on, does something when so many pages were read, and pauses after so many.
#[derive(Default)]
pub(super) struct Looker {
    pub(super) pages: Cell<u32>,
    pub(super) pause_at: Cell<Option<u32>>,
    pub(super) act: RefCell<Option<Act>>,
    pub(super) views: RefCell<Vec<ReadingView>>,
}

/// Is called with the number of pages that were read.
pub(super) type Act = Box<dyn FnMut(u32)>;

impl ReadWatch for Looker {
    fn progress(&self, view: &ReadingView) {
        self.pages.set(self.pages.get() + 1);
        self.views.borrow_mut().push(*view);
        if let Some(act) = &mut *self.act.borrow_mut() {
            act(self.pages.get());
        }
    }

    fn is_paused(&self) -> bool {
        self.pause_at.get().is_some_and(|at| self.pages.get() >= at)
    }
}

/// A store whose pages are small.
struct Small<'a>(&'a Direct);

impl Transport for Small<'_> {
    async fn send(&self, request: &Request) -> Result<Response, Fault> {
        let mut request = request.clone();
        for (name, value) in &mut request.query {
            if name == "page_size" {
                *value = "60".to_owned();
            }
        }
        self.0.send(&request).await
    }

    fn footing(&self) -> Footing {
        self.0.footing()
    }
}

/// The vault of a background that may be killed before anything is put.
struct Mortal<'a>(&'a Desk);

impl Vault for Mortal<'_> {
    async fn get(&self, key: &str) -> Result<Option<Vec<u8>>, Fault> {
        self.0.vault.get(key).await
    }

    async fn keys(&self, prefix: &str) -> Result<Vec<String>, Fault> {
        self.0.vault.keys(prefix).await
    }

    async fn change(&self, put: Vec<(String, Vec<u8>)>, remove: Vec<String>) -> Result<(), Fault> {
        effect(&self.0.shop.fuse).await;
        self.0.vault.change(put, remove).await
    }
}

impl Desk {
    pub(super) fn new(shop: Shop) -> Self {
        Self {
            shop,
            vault: MemoryVault::default(),
            watch: Looker::default(),
        }
    }

    /// The book as a new background finds it.
    pub(super) fn open(&self) -> Book {
        let stores = Sides {
            pos: "lantern".to_owned(),
            ecom: "1003".to_owned(),
        };
        let opened = keep::open(&self.vault, &stores, KEY, FieldSet::ALL);
        let mut book = futures::executor::block_on(opened).unwrap();
        book.set_groups(&reading::board(&self.shop.read()));
        book
    }

    /// Reads; `None` if it was killed.
    pub(super) fn read(&self, book: &mut Book, how: How) -> Option<Ended> {
        let small = Sides {
            pos: Small(&self.shop.stores.pos),
            ecom: Small(&self.shop.stores.ecom),
        };
        let ways = (&small, &self.shop.waited);
        let vault = Mortal(self);
        until_killed(reader::read(&vault, book, ways, &self.watch, how))
    }

    /// A book that was read whole.
    pub(super) fn whole(&self) -> Book {
        let mut book = self.open();
        assert_eq!(self.read(&mut book, How::Whole), Some(Ended::Read));
        book
    }

    /// The paths of the calls about customers that are in the log, in order.
    pub(super) fn calls(&self) -> Vec<String> {
        let log = self.shop.sandbox.log();
        let about = log.iter().filter(|call| call.path.contains("/customers"));
        about.map(|call| call.path.clone()).collect()
    }

    pub(super) fn act(&self, act: &serde_json::Value) {
        self.shop.control("act", act);
    }

    /// Everything that a book says of the customers, whatever way they came into it.
    pub(super) fn said(&self, book: &mut Book) -> Said {
        let read = book.read.as_ref().unwrap();
        let sides = Sides::from_fn(|side| {
            let snapshot = &read.get(side).snapshot;
            let sketches = snapshot.sketches().iter().map(|one| {
                let group = snapshot.group(one);
                let texts = (one.consent, one.email_is_no_key, one.near_email());
                format!("{} {group:?} {:?} {texts:?}", one.id, one.texts)
            });
            let problems = snapshot.problems().iter();
            let problems = problems.map(|problem| format!("{problem:?}"));
            let mut said: Vec<String> = sketches.chain(problems).collect();
            said.push(format!("{}", snapshot.is_whole()));
            said.sort();
            said
        });
        let ids = |side: Side| {
            let sketches = read.get(side).snapshot.sketches().iter();
            sketches.map(move |one| RecordRef {
                side,
                id: one.id.clone(),
            })
        };
        let all = ids(Side::Pos).chain(ids(Side::Ecom));
        let records = futures::executor::block_on(reader::records(&self.vault, book, all)).unwrap();
        let count = read.pos.snapshot.sketches().len() + read.ecom.snapshot.sketches().len();
        assert_eq!(records.0.len(), count, "every record is at hand");
        let rows = rows(book, "");
        Said {
            sides,
            records,
            rows,
        }
    }
}

/// What a book says.
#[derive(Debug, PartialEq)]
pub(super) struct Said {
    pub(super) sides: Sides<Vec<String>>,
    pub(super) records: AtHand,
    pub(super) rows: Vec<Row>,
}

/// All rows of a search, window by window.
pub(super) fn rows(book: &mut Book, search: &str) -> Vec<Row> {
    let mut rows = Vec::new();
    loop {
        let page = book.list(&ListQuery {
            search: search.to_owned(),
            from: u32::try_from(rows.len()).unwrap(),
            count: 70,
            ..ListQuery::default()
        });
        if page.rows.is_empty() {
            assert_eq!(rows.len(), usize::try_from(page.total).unwrap());
            assert_eq!(page.total, page.counts.total);
            return rows;
        }
        rows.extend(page.rows);
    }
}
