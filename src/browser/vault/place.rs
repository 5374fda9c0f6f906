//! The places of the vault: where they may be, which are there, and how each is reached and removed.
//! What is in a database is for others.

use idb::Factory;
use js_sys::{Array, Reflect, global};
use tandem_core::Fault;
use wasm_bindgen::prelude::*;

use super::database::{NOT_KEPT, in_time, not_kept};
use crate::browser::ext::member;

/// A place for the vault. One is in use; another is there only while everything moves, because it is
/// sealed with another key from now on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Place {
    home: Home,
    name: &'static str,
}

/// Where a place is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Home {
    /// Among all databases of the extension. Firefox has a file for each of them; Chromium has files
    /// for all of them together, from which nothing goes that was deleted until it writes them anew.
    Databases,
    /// In a bucket of its own, whose files go with it. Chromium has them since version 122.
    Bucket,
}

/// The version of what is in a place is part of its name.
const NAMES: [&str; 2] = ["tandem-vault-1", "tandem-vault-1b"];

/// Where buckets are noted, so that they are not collected as garbage: in Chromium what a bucket's
/// database is asked then is never answered, by connections neither that are still open.
const BUCKET: &str = "tandemBucket:";

const fn at(home: Home) -> [Place; 2] {
    let [first, second] = NAMES;
    [Place { home, name: first }, Place { home, name: second }]
}

impl Place {
    /// Where the vault begins.
    pub(super) fn first() -> Self {
        let home = Buckets::of_this_browser().map_or(Home::Databases, |_| Home::Bucket);
        let [first, _] = at(home);
        first
    }

    /// Where the vault moves to from here.
    pub(super) fn other(self) -> Self {
        let first = Self::first();
        let [_, second] = at(first.home);
        if self == first { second } else { first }
    }

    pub(super) const fn is_bucket(self) -> bool {
        matches!(self.home, Home::Bucket)
    }

    /// Whether it is from before this browser had buckets.
    pub(super) fn is_before_buckets(self) -> bool {
        self.home != Self::first().home
    }

    /// The name of its database.
    pub(super) const fn name(self) -> &'static str {
        self.name
    }

    /// What opens and deletes its database. A bucket is made where there is none.
    ///
    /// # Errors
    /// `NotKept`.
    pub(super) async fn factory(self) -> Result<Factory, Fault> {
        if !self.is_bucket() {
            return Factory::new().map_err(not_kept);
        }
        let buckets = Buckets::of_this_browser().ok_or(NOT_KEPT)?;
        let opening = Box::pin(buckets.open(self.name));
        let bucket = in_time(opening).await.ok_or(NOT_KEPT)?.map_err(not_kept)?;
        let noted = format!("{BUCKET}{}", self.name);
        drop(Reflect::set(&global(), &noted.into(), &bucket));
        Factory::try_from(member(&bucket, "indexedDB")).map_err(not_kept)
    }

    /// Removes its bucket, with all files of it, whoever has it open.
    ///
    /// # Errors
    /// `NotKept`: it may still be there.
    pub(super) async fn remove_bucket(self) -> Result<(), Fault> {
        let buckets = Buckets::of_this_browser().ok_or(NOT_KEPT)?;
        let removing = Box::pin(buckets.remove(self.name));
        let removed = in_time(removing).await.ok_or(NOT_KEPT)?;
        removed.map(drop).map_err(not_kept)
    }
}

/// The places that are there; those among all databases first, from before there were buckets. A
/// browser that does not tell is taken at its worst: whoever opens them will see.
pub(super) async fn there() -> Vec<Place> {
    let mut there = named(at(Home::Databases), databases().await.as_deref());
    if let Some(buckets) = Buckets::of_this_browser() {
        let names = buckets.keys().await.ok();
        let names = names.map(|names| texts(&Array::from(&names)));
        there.extend(named(at(Home::Bucket), names.as_deref()));
    }
    there
}

/// Those that have one of the names; all where no name was told.
fn named(places: [Place; 2], names: Option<&[String]>) -> Vec<Place> {
    let is_named =
        |place: &Place| names.is_none_or(|names| names.iter().any(|name| name == place.name));
    places.into_iter().filter(is_named).collect()
}

/// The names of all databases; `None` where the browser does not tell.
async fn databases() -> Option<Vec<String>> {
    let factory: Databases = member(&global(), "indexedDB").unchecked_into();
    let found = Array::from(&factory.databases().await.ok()?);
    Some(texts(&found.map(&mut |one, _, _| member(&one, "name"))))
}

fn texts(of: &Array) -> Vec<String> {
    of.iter().filter_map(|one| one.as_string()).collect()
}

#[wasm_bindgen]
extern "C" {
    /// `IDBFactory`, for what `idb` does not ask of it.
    type Databases;

    #[wasm_bindgen(catch, method)]
    async fn databases(this: &Databases) -> Result<JsValue, JsValue>;

    /// `StorageBucketManager` (the Storage Buckets API).
    type Buckets;

    /// Makes it where there is none.
    #[wasm_bindgen(catch, method)]
    async fn open(this: &Buckets, name: &str) -> Result<JsValue, JsValue>;

    #[wasm_bindgen(catch, method)]
    async fn keys(this: &Buckets) -> Result<JsValue, JsValue>;

    #[wasm_bindgen(catch, method, js_name = delete)]
    async fn remove(this: &Buckets, name: &str) -> Result<JsValue, JsValue>;
}

impl Buckets {
    /// `None` where the browser has none.
    fn of_this_browser() -> Option<Self> {
        let buckets = member(&member(&global(), "navigator"), "storageBuckets");
        buckets.is_object().then(|| buckets.unchecked_into())
    }
}
