//! The job for a shop of a fixed size, step by step: what is counted, and what is timed natively.

use tandem_core::Side;

use crate::{
    job::{Job, Outcome},
    people::{self, Day},
};

/// How many people a page of POS is about, and one of eCom: the largest that each store gives.
pub const POS_PAGE: u32 = 10_000;
/// See [`POS_PAGE`].
pub const ECOM_PAGE: u32 = 100;

/// How many people the counted job is about.
const COUNTED: u32 = 1_000;

/// How far the counted job goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Step {
    /// The pages are made; nothing of Tandem's runs.
    Pages,
    /// And read.
    Parse,
    /// And who is who, what follows for everybody, and what is written.
    Plan,
}

/// How many people a page of this side is about.
#[must_use]
pub const fn page_size(side: Side) -> u32 {
    match side {
        Side::Pos => POS_PAGE,
        Side::Ecom => ECOM_PAGE,
    }
}

/// Hands every page of a day to `read`.
pub fn pages(people: u32, day: Day, mut read: impl FnMut(Side, String)) {
    for side in Side::BOTH {
        let size = page_size(side);
        let mut from = 0;
        while from < people {
            read(side, people::page(side, from, size, people, day));
            from += size;
        }
    }
}

/// The job of both days for [`COUNTED`] people, up to a step of the second day. Deterministic: no
/// clock, no chance, nothing from outside.
pub fn up_to(step: Step) {
    let mut job = Job::default();
    for day in [Day::First, Day::Later] {
        let mut bytes = 0;
        pages(COUNTED, day, |side, page| {
            bytes += page.len();
            if step > Step::Pages {
                assert!(job.read(side, page.into_bytes()) > 0, "a page is read");
            }
        });
        assert!(bytes > 0, "there are pages");
        if step == Step::Pages {
            continue;
        }
        job.finish_reading();
        if step == Step::Plan {
            assert_ne!(job.plan(|| {}), Outcome::default(), "there is a plan");
        }
        if day == Day::First {
            job.agree();
        }
    }
}
