//! The job natively: `gauge PEOPLE ROUNDS` prints one line of JSON with the milliseconds of every
//! step of every round, and what the job came to.

use std::{io::Write, time::Instant};

use serde_json::json;
use tandem_core::Side;
use tandem_gauge::{
    job::{Job, Outcome},
    people::{self, Day},
    work::page_size,
};

fn main() -> std::io::Result<()> {
    let mut args = std::env::args().skip(1).map(|arg| arg.parse::<u32>());
    let mut number = |otherwise| args.next().and_then(Result::ok).unwrap_or(otherwise);
    let (people, rounds) = (number(10_000), number(1));
    let before = peak().unwrap_or_default();
    let mut all = Vec::new();
    let mut outcomes = Vec::new();
    for _ in 0..rounds {
        let (times, outcome) = round(people);
        all.push(times);
        outcomes = outcome.to_vec();
    }
    let line = json!({ "people": people, "rounds": all, "outcomes": outcomes,
        "peak_bytes": peak().map(|peak| peak.saturating_sub(before)) });
    writeln!(std::io::stdout(), "{line}")
}

/// The most memory that this process has had, in bytes, the pages that it made included; where the
/// system tells.
fn peak() -> Option<u64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status
        .lines()
        .find_map(|line| line.strip_prefix("VmHWM:"))?;
    let kibibytes: u64 = line.split_whitespace().next()?.parse().ok()?;
    Some(kibibytes * 1024)
}

/// Milliseconds of each step, of both days.
type Times = [[f64; 4]; 2];

#[expect(clippy::disallowed_methods, reason = "how long it took, natively")]
fn round(people: u32) -> (Times, [Outcome; 2]) {
    let mut job = Job::default();
    let since = |begun: Instant| begun.elapsed().as_secs_f64() * 1e3;
    let [(first, before), (later, after)] = [Day::First, Day::Later].map(|day| {
        let mut parse = 0.0;
        for side in Side::BOTH {
            let size = page_size(side);
            let mut from = 0;
            while from < people {
                let page = people::page(side, from, size, people, day).into_bytes();
                let begun = Instant::now();
                job.read(side, page);
                parse += since(begun);
                from += size;
            }
        }
        let begun = Instant::now();
        job.finish_reading();
        parse += since(begun);
        let begun = Instant::now();
        let _pairs = job.identity();
        let identity = since(begun);
        let begun = Instant::now();
        let mut survey = 0.0;
        let outcome = job.plan(|| survey = since(begun));
        let plan = since(begun) - survey;
        if day == Day::First {
            job.agree();
        }
        // The survey tells who is who once more.
        (
            [parse, identity, (survey - identity).max(0.0), plan],
            outcome,
        )
    });
    ([first, later], [before, after])
}
