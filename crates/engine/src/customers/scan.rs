//! Reading all customers of a side, page by page. The records go to whoever keeps them as they come;
//! what stays here is a sketch of each.

use tandem_backends::customers::{self, Cursor, Page};
use tandem_core::{DigestKey, Fault, Observed, Side, Snapshot, Stamp, snapshot::Sketcher};

use crate::{Clock, Transport, ask::ask};

/// How often a list by offset is begun again because it changed while it was read.
const MOST_BEGINNINGS: u32 = 3;

/// One reading of a side.
#[derive(Clone, Debug)]
pub struct Scan {
    /// Sketches of everybody.
    pub snapshot: Snapshot,
    /// The newest stamp that was read: what a run that is planned now begins with
    /// (`SyncRun::since`). Zero for eCom.
    pub seen: Stamp,
}

/// Reads a side. `keep` gets every page's records; of a record that comes twice the later counts.
///
/// A list of eCom goes by offset: whoever is added or removed while it is read moves the others, so
/// that somebody may be left out. It is begun again then, and if it never stands still, the
/// snapshot says that it is not whole, and nobody is taken for gone.
///
/// # Errors
/// The fault of the first page that could not be read.
pub async fn scan(
    side: Side,
    transport: &impl Transport,
    clock: &impl Clock,
    key: DigestKey,
    mut keep: impl FnMut(&[Observed]),
) -> Result<Scan, Fault> {
    let mut beginnings = 0;
    loop {
        beginnings += 1;
        let (scan, stood_still) = read(side, transport, clock, key, &mut keep).await?;
        if stood_still || beginnings >= MOST_BEGINNINGS {
            return Ok(scan);
        }
    }
}

async fn read(
    side: Side,
    transport: &impl Transport,
    clock: &impl Clock,
    key: DigestKey,
    keep: &mut impl FnMut(&[Observed]),
) -> Result<(Scan, bool), Fault> {
    let mut sketcher = Sketcher::new(side, key);
    let (mut from, mut total, mut stood_still) = (Cursor::START, None, true);
    loop {
        let response = ask(transport, clock, &customers::list(side, from)).await?;
        let page = customers::page(side, from, &response)?;
        keep(&page.records);
        take(&mut sketcher, &page);
        stood_still &= total.is_none_or(|total| total == page.total);
        total = Some(page.total);
        match page.next {
            Some(next) => from = next,
            None => {
                let snapshot = sketcher.finish(stood_still);
                let seen = Stamp(i64::try_from(page.seen.0).unwrap_or(i64::MAX));
                return Ok((Scan { snapshot, seen }, stood_still));
            }
        }
    }
}

fn take(sketcher: &mut Sketcher, page: &Page) {
    page.records.iter().for_each(|record| sketcher.add(record));
    page.removed
        .iter()
        .for_each(|id| sketcher.add_deleted(id.clone()));
    page.problems
        .iter()
        .for_each(|problem| sketcher.add_problem(problem.clone()));
}
