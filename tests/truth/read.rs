//! A shop of the sandbox, read through the codecs as any store is, and the truth about it.

use std::collections::BTreeMap;

use axum::{
    body::{Body, to_bytes},
    http,
};
use futures::executor::block_on;
use serde::Deserialize;
use tandem_backends::{
    Request, Response,
    customers::{self, Cursor},
    groups,
};
use tandem_core::{
    Archive, Board, DigestKey, FieldSet, Group, GroupMap, Observed, RecordId, Side, Sides,
    Snapshot,
    decisions::Decisions,
    snapshot::Sketcher,
    survey::{Inputs, Survey},
};
use tandem_sandbox::{Sandbox, World, app};
use tower::ServiceExt;

/// What `GET /_sandbox/truth` says.
#[derive(Debug, Deserialize)]
struct Truth {
    people: Vec<Someone>,
}

/// One person, as the sandbox knows.
#[derive(Clone, Debug, Deserialize)]
pub(crate) struct Someone {
    pub(crate) pos: Vec<String>,
    pub(crate) ecom: Vec<i64>,
    pub(crate) kind: Kind,
    pub(crate) rule: Rule,
}

/// By what the records of a person belong together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Kind {
    ExactEmail,
    CaseVariant,
    PunycodeVariant,
    BlankVariant,
    UnicodeForm,
    GmailDots,
    PlusTag,
    Typo,
    PhoneOnly,
    NameOnly,
    SharedEmail,
    Placeholder,
    DuplicateInPos,
    None,
}

impl Kind {
    /// Whether the records of such a person are linked without anybody being asked.
    pub(crate) const fn is_linked(self) -> bool {
        matches!(
            self,
            Self::ExactEmail
                | Self::CaseVariant
                | Self::PunycodeVariant
                | Self::BlankVariant
                | Self::UnicodeForm
        )
    }

    /// Whether the records of such a person are shown as perhaps one.
    pub(crate) const fn is_suggested(self) -> bool {
        matches!(
            self,
            Self::GmailDots | Self::PlusTag | Self::Typo | Self::PhoneOnly | Self::NameOnly
        )
    }

    /// How many of them at least are among the first that are shown. A number with a remark behind
    /// it is hard to tell; a name alone proves next to nothing, and namesakes are many.
    pub(crate) const fn least_recall(self) -> f64 {
        match self {
            Self::GmailDots | Self::PlusTag | Self::Typo => 0.95,
            Self::PhoneOnly => 0.75,
            _ => 0.0,
        }
    }
}

/// What the help article has to happen to a person.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Rule {
    Both,
    GroupConflict,
    Waits,
    Created,
    ByHand,
}

/// Everything that was read of one shop.
pub(crate) struct Shop {
    pub(crate) key: DigestKey,
    pub(crate) people: Vec<Someone>,
    pub(crate) records: Sides<BTreeMap<RecordId, Observed>>,
    snapshots: Sides<Snapshot>,
    groups: GroupMap,
    archive: Archive,
    decisions: Decisions,
}

impl Shop {
    /// Makes the shop of this seed and reads it.
    pub(crate) fn read(seed: u64, people: u32) -> Self {
        let stores = Stores::new(World::demo(seed, people));
        let truth: Truth =
            serde_json::from_slice(&stores.call("/_sandbox/truth", "").body).unwrap();
        let key = DigestKey(*b"the truth's key.");
        let records = Sides::from_fn(|side| stores.customers(side));
        let snapshots = Sides::from_fn(|side| {
            let mut sketcher = Sketcher::new(side, key);
            records
                .get(side)
                .values()
                .for_each(|record| sketcher.add(record));
            sketcher.finish(true)
        });
        let board = Board::compare(&stores.groups(Side::Pos), &stores.groups(Side::Ecom));
        Self {
            key,
            people: truth.people,
            records,
            snapshots,
            groups: GroupMap::of(&board),
            archive: Archive::default(),
            decisions: Decisions::default(),
        }
    }

    pub(crate) fn survey(&self) -> Survey<'_> {
        Survey::of(Inputs {
            snapshots: Sides {
                pos: &self.snapshots.pos,
                ecom: &self.snapshots.ecom,
            },
            archive: &self.archive,
            groups: &self.groups,
            decisions: &self.decisions,
            key: &self.key,
            scope: FieldSet::ALL,
        })
    }

    /// Gives everybody the eCom records of the next person.
    pub(crate) fn tell_lies(&mut self) {
        let mut ecom: Vec<_> = self.people.iter().map(|one| one.ecom.clone()).collect();
        ecom.rotate_left(1);
        for (one, ecom) in self.people.iter_mut().zip(ecom) {
            one.ecom = ecom;
        }
    }
}

/// Both stores, without a socket.
struct Stores {
    sandbox: Sandbox,
    tokens: Sides<String>,
    store_id: String,
}

impl Stores {
    fn new(world: World) -> Self {
        Self {
            tokens: Sides {
                pos: world.pos.staff.token.clone(),
                ecom: world.ecom.staff.token.clone(),
            },
            store_id: world.ecom.store_id.to_string(),
            sandbox: Sandbox::new(world),
        }
    }

    fn call(&self, path: &str, token: &str) -> Response {
        let call = http::Request::get(format!("http://127.0.0.1{path}"))
            .header("host", "127.0.0.1")
            .header("authorization", format!("Bearer {token}"))
            .body(Body::empty())
            .unwrap();
        block_on(async {
            let answer = app(self.sandbox.clone()).oneshot(call).await.unwrap();
            let status = answer.status().as_u16();
            let body = to_bytes(answer.into_body(), 1 << 30).await.unwrap();
            Response {
                status,
                body: body.to_vec(),
                ..Response::default()
            }
        })
    }

    fn ask(&self, request: &Request) -> Response {
        let root = match request.side {
            Side::Pos => "/api/2.0".to_owned(),
            Side::Ecom => format!("/api/v3/{}", self.store_id),
        };
        let path = format!("{root}{}", request.path_and_query());
        self.call(&path, self.tokens.get(request.side))
    }

    fn customers(&self, side: Side) -> BTreeMap<RecordId, Observed> {
        let mut records = BTreeMap::new();
        let mut from = Some(Cursor::START);
        while let Some(cursor) = from {
            let page = self.ask(&customers::list(side, cursor));
            let page = customers::page(side, cursor, &page).unwrap();
            assert_eq!(page.problems, [], "the sandbox's records can be read");
            records.extend(page.records.into_iter().map(|one| (one.id.clone(), one)));
            from = page.next;
        }
        records
    }

    fn groups(&self, side: Side) -> Vec<Group> {
        let mut all = Vec::new();
        let mut from = Some(Cursor::START);
        while let Some(cursor) = from {
            let page = self.ask(&groups::list(side, cursor));
            let page = groups::page(side, cursor, &page).unwrap();
            all.extend(page.groups);
            from = page.next;
        }
        all
    }
}
