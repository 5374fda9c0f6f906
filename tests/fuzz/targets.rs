//! The decoders, one target for each kind of foreign input. A target does with the input what Tandem
//! would do with it, and looks that what must hold holds.

use serde::de::IgnoredAny;
use tandem::protocol::{
    automatic::Automatic,
    customers::CustomersView,
    feed::Feed,
    page::PageCall,
    panel::{Answer, Envelope},
    view::View,
};
use tandem_backends::{
    Response,
    account::{self, Account},
    batch, customers, fault,
    groups::{self, Cursor},
};
use tandem_core::{
    Archive, DigestKey, Observed, Side, canon,
    digest::checksum,
    journal,
    snapshot::Sketcher,
    sync::{self, SyncRun},
};
use tandem_engine::{Pace, Spent};

use super::{kept, pages};

/// A decoder, and the folders of what it usually gets.
pub(crate) struct Target {
    pub(crate) name: &'static str,
    pub(crate) corpus: &'static [&'static str],
    /// What it gets besides.
    pub(crate) more: fn() -> Vec<Vec<u8>>,
    /// How many times longer than with others one input takes: so many fewer are in the short run.
    pub(crate) weight: u32,
    pub(crate) run: fn(&[u8]),
}

pub(crate) const TARGETS: &[Target] = &[
    Target {
        name: "pos",
        corpus: &["tests/fuzz/corpus/pos", "tests/fuzz/corpus/faults"],
        more: Vec::new,
        weight: 1,
        run: |bytes| answers(Side::Pos, bytes),
    },
    Target {
        name: "ecom",
        corpus: &["tests/fuzz/corpus/ecom", "tests/fuzz/corpus/faults"],
        more: Vec::new,
        weight: 1,
        run: |bytes| answers(Side::Ecom, bytes),
    },
    Target {
        name: "batch",
        corpus: &["tests/fuzz/corpus/batch"],
        more: Vec::new,
        weight: 1,
        run: batches,
    },
    Target {
        name: "messages",
        corpus: &["tests/fuzz/corpus/messages"],
        more: Vec::new,
        weight: 1,
        run: messages,
    },
    Target {
        name: "archive",
        corpus: &["crates/core/tests/golden"],
        more: Vec::new,
        weight: 1,
        run: archives,
    },
    Target {
        name: "journals",
        corpus: &["tests/fuzz/corpus/journals", "crates/core/tests/golden"],
        more: Vec::new,
        weight: 1,
        run: journals,
    },
    Target {
        name: "settings",
        corpus: &["tests/fuzz/corpus/settings"],
        more: Vec::new,
        weight: 1,
        run: settings,
    },
    Target {
        name: "vault",
        corpus: &[],
        more: kept::values_of_a_vault,
        weight: 8,
        run: kept::vault,
    },
    Target {
        name: "storage",
        corpus: &["tests/fuzz/corpus/storage"],
        more: Vec::new,
        weight: 1,
        run: kept::storage,
    },
    Target {
        name: "table",
        corpus: &["tests/fuzz/corpus/table"],
        more: Vec::new,
        weight: 4,
        run: kept::table,
    },
    Target {
        name: "addresses",
        corpus: &["tests/fuzz/corpus/addresses"],
        more: Vec::new,
        weight: 1,
        run: pages::addresses,
    },
    Target {
        name: "relayed",
        corpus: &["tests/fuzz/corpus/relayed"],
        more: Vec::new,
        weight: 1,
        run: pages::relayed,
    },
];

const KEY: DigestKey = DigestKey([5; 16]);

fn good(body: &[u8]) -> Response {
    Response {
        status: 200,
        body: body.to_vec(),
        ..Response::default()
    }
}

/// The first bytes as the status and the headers, the whole as the body.
fn bad(body: &[u8]) -> Response {
    let text = String::from_utf8_lossy(&body[..body.len().min(40)]).into_owned();
    let first = body.first().copied().unwrap_or_default();
    Response {
        status: 100 + u16::from(first) * 2,
        redirected: first % 2 == 0,
        elsewhere: first % 4 == 0,
        content_type: (first % 3 == 0).then(|| text.clone()),
        retry_after: Some(text.clone()),
        date: Some("Tue, 24 Nov 2026 10:00:00 GMT".to_owned()),
        body: body.to_vec(),
        ..Response::default()
    }
}

fn answers(side: Side, bytes: &[u8]) {
    for response in [good(bytes), bad(bytes)] {
        if let Err(fault) = fault::check(side, &response) {
            assert!(fault.said.is_none_or(|said| said.chars().count() <= 300));
        }
        for from in [Cursor::START, Cursor(100), Cursor(u64::MAX)] {
            if let Ok(page) = groups::page(side, from, &response) {
                assert!(page.next.is_none_or(|next| next > from));
            }
            if let Ok(page) = customers::page(side, from, &response) {
                assert!(page.next.is_none_or(|next| next > from));
                sketched(side, &page);
            }
        }
        drop(customers::ecom_removed_page(Cursor(5), &response));
        drop(customers::with_email(side, "mara@example.org", &response));
        drop(customers::with_code("TANDEM-7", &response));
        drop((
            customers::created(side, &response),
            customers::updated(side, &response),
        ));
        drop((
            customers::pos_moved(&response),
            groups::created(side, &response),
        ));
        drop(groups::renamed(side, &response));
        if let Ok(Some(record)) = customers::got(side, &response) {
            let request = customers::update(&record, &[]);
            let body = request.body.unwrap();
            // Numbers beyond every type go back as they came, so it is JSON, but no `Value`.
            serde_json::from_str::<IgnoredAny>(&body).unwrap();
        }
        for number in 0..account::questions(side).len() {
            drop(account::answer(
                side,
                number,
                &response,
                &mut Account::default(),
            ));
        }
    }
}

/// What is made of a page before anything else: canonical forms, sketches, the form at rest.
fn sketched(side: Side, page: &customers::Page) {
    let mut sketcher = Sketcher::new(side, KEY);
    for record in &page.records {
        sketcher.add(record);
        if let Some(email) = &record.email {
            drop(canon::email::key(email));
        }
        let text = serde_json::to_string(record).unwrap();
        let read: Observed = serde_json::from_str(&text).unwrap();
        assert_eq!(read, *record);
    }
    for id in &page.removed {
        sketcher.add_deleted(id.clone());
    }
    for problem in &page.problems {
        sketcher.add_problem(problem.clone());
    }
    let snapshot = sketcher.finish(true);
    assert!(snapshot.sketches().len() <= page.records.len());
}

fn batches(bytes: &[u8]) {
    let response = good(bytes);
    drop(batch::sent(&response));
    let Ok(batch::Progress::Done(all)) = batch::fetched(&response) else {
        return;
    };
    for answer in all {
        if let batch::End::Answered(response) = answer.end {
            drop(customers::got(Side::Ecom, &response));
            drop(customers::updated(Side::Ecom, &response));
            drop(fault::check(Side::Ecom, &response));
        }
    }
}

fn messages(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    if let Ok(call) = Envelope::read(&text) {
        let v = tandem::protocol::VERSION;
        let again = serde_json::to_string(&Envelope {
            v,
            body: call.clone(),
        })
        .unwrap();
        assert_eq!(Envelope::read(&again), Ok(call));
    }
    drop(serde_json::from_str::<PageCall>(&text));
    drop(serde_json::from_str::<Feed>(&text));
    drop(serde_json::from_str::<Answer<View>>(&text));
    drop(serde_json::from_str::<CustomersView>(&text));
}

/// Both pieces as they are, and with a check that is right, so that what is behind it is reached.
fn archives(bytes: &[u8]) {
    let contents = &bytes[..bytes.len().saturating_sub(4)];
    let sealed = [contents, &checksum(contents)].concat();
    for bytes in [bytes.to_vec(), sealed] {
        if let Ok((archive, head)) = Archive::read_head(&bytes) {
            let written = archive.write_head(&head);
            assert!(Archive::read_head(&written).is_ok_and(|(_, again)| again == head));
        }
        let mut archive = Archive::default();
        if archive.read_chunk(&bytes).is_ok() {
            let mut again = Archive::default();
            again.read_chunk(&archive.write_chunk(0, 1)).unwrap();
            assert_eq!(again.len(), archive.len());
        }
    }
}

fn journals(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    let groups: Vec<journal::Entry> = lines(&text).collect();
    if let Some(run) = journal::Run::fold(&groups) {
        let counts = run.counts();
        let all = counts.created
            + counts.already_there
            + counts.failed
            + counts.stale
            + counts.changed
            + counts.doubled
            + counts.waiting;
        assert_eq!(all, counts.total);
    }
    let customers: Vec<sync::Entry> = lines(&text).collect();
    let run = SyncRun::fold(&customers);
    let open = u32::try_from(run.open().count()).unwrap();
    assert!(open <= run.counts().total);
}

fn lines<T: serde::de::DeserializeOwned>(text: &str) -> impl Iterator<Item = T> {
    text.lines()
        .filter_map(|line| serde_json::from_str(line).ok())
}

fn settings(bytes: &[u8]) {
    drop(serde_json::from_slice::<Automatic>(bytes));
    if let Ok(spent) = serde_json::from_slice::<Spent>(bytes) {
        let pace = Pace::default();
        pace.go_on_from(&spent, 1_790_000_000_000);
        drop(pace.spent());
    }
}
