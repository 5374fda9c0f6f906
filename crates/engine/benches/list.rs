//! How long the list of 100,000 customers a side takes: `cargo xtask bench` runs this with the
//! others.

#[path = "../../core/benches/cpu/mod.rs"]
mod cpu;
mod stores;

use std::hint::black_box;

use cpu::CpuTime;
use criterion::{BenchmarkId, Criterion, SamplingMode, criterion_group, criterion_main};
use stores::{filled, opened};
use tandem_core::{show::ListQuery, survey::Status};
use tandem_engine::MemoryVault;

const CUSTOMERS: u32 = 100_000;

fn query(search: &str, from: u32) -> ListQuery {
    ListQuery {
        search: search.to_owned(),
        from,
        count: 50,
        ..ListQuery::default()
    }
}

fn everything(criterion: &mut Criterion<CpuTime>) {
    let vault = MemoryVault::default();
    let mut book = filled(&vault, CUSTOMERS);
    let mut measure = |name: &str, run: &mut dyn FnMut()| {
        let mut group = criterion.benchmark_group(name);
        group.sample_size(10).sampling_mode(SamplingMode::Flat);
        group.bench_function(BenchmarkId::from_parameter(CUSTOMERS), |bench| {
            bench.iter(&mut *run);
        });
        group.finish();
    };
    measure("book_open", &mut || {
        black_box(opened(&vault));
    });
    measure("list_first", &mut || {
        book.changed();
        black_box(book.list(&query("", 0)));
    });
    let mut from = 0;
    measure("list_window", &mut || {
        from = (from + 7919) % CUSTOMERS;
        black_box(book.list(&query("", from)));
    });
    let mut turn = false;
    measure("list_status", &mut || {
        // Another status each time, so that nothing is known from before.
        turn = !turn;
        let status = if turn { Status::InStep } else { Status::Gone };
        let query = ListQuery {
            status: Some(status),
            ..query("", 0)
        };
        black_box(book.list(&query));
    });
    for (name, words) in [
        ("search_letter", ["a", "q"]),
        ("search_one", ["quist", "quis"]),
        ("search_rare", ["99123", "99124"]),
        ("search_three", ["mara van quist", "mara den example"]),
    ] {
        let mut turn = 0;
        measure(name, &mut || {
            turn = (turn + 1) % words.len();
            let words = words.get(turn).copied().unwrap_or_default();
            black_box(book.list(&query(words, 0)));
        });
    }
}

criterion_group! {
    name = benches;
    config = Criterion::default().with_measurement(CpuTime);
    targets = everything
}
criterion_main!(benches);
