//! How long a survey takes, and how that grows: `cargo xtask bench` runs this and prints one table.

mod cpu;
mod people;

use std::{collections::BTreeMap, hint::black_box};

use cpu::CpuTime;
use criterion::{BatchSize, BenchmarkId, Criterion, SamplingMode, criterion_group, criterion_main};
use people::{Shops, Since, key, observed, snapshot};
use tandem_core::{
    Archive, Side, Sides, identity::Identities, snapshot::Sketcher, sync::draft::Terms,
};

const SIZES: [u32; 3] = [10_000, 100_000, 1_000_000];
const MIDDLE: u32 = 100_000;

fn sketching(criterion: &mut Criterion<CpuTime>) {
    let mut group = criterion.benchmark_group("sketch");
    group.sample_size(10).sampling_mode(SamplingMode::Flat);
    let records: Vec<_> = (0..MIDDLE)
        .map(|n| observed(Side::Ecom, n, Since::Unchanged))
        .collect();
    group.bench_function(BenchmarkId::from_parameter(MIDDLE), |bench| {
        bench.iter_with_large_drop(|| {
            let mut sketcher = Sketcher::new(Side::Ecom, key());
            for record in &records {
                sketcher.add(record);
            }
            sketcher.finish(true)
        });
    });
    group.finish();
}

/// Nobody is known yet: every pair is found by its email.
fn identity(criterion: &mut Criterion<CpuTime>) {
    let mut group = criterion.benchmark_group("identity");
    group.sample_size(10).sampling_mode(SamplingMode::Flat);
    let snapshots = Sides::from_fn(|side| snapshot(side, MIDDLE, Since::Unchanged));
    let archive = Archive::default();
    group.bench_function(BenchmarkId::from_parameter(MIDDLE), |bench| {
        let sides = Sides {
            pos: &snapshots.pos,
            ecom: &snapshots.ecom,
        };
        bench.iter_with_large_drop(|| Identities::of(black_box(sides), &archive));
    });
    group.finish();
}

fn surveys(criterion: &mut Criterion<CpuTime>) {
    for (name, since) in [
        ("survey_unchanged", Since::Unchanged),
        ("survey_changed", Since::Changed),
    ] {
        let mut group = criterion.benchmark_group(name);
        group.sample_size(10).sampling_mode(SamplingMode::Flat);
        for size in SIZES {
            let shops = Shops::new(size, since);
            let pairs = shops.survey().counts().total;
            assert_eq!(pairs, size, "everybody is in both shops");
            group.bench_function(BenchmarkId::from_parameter(size), |bench| {
                bench.iter_with_large_drop(|| black_box(&shops).survey());
            });
        }
        group.finish();
    }
}

/// One customer in twenty has changed: their writes, with values.
fn drafts(criterion: &mut Criterion<CpuTime>) {
    let mut group = criterion.benchmark_group("draft_changed");
    group.sample_size(10).sampling_mode(SamplingMode::Flat);
    let first_seen = BTreeMap::new();
    let terms = Terms {
        now: 0,
        grace: 0,
        first_seen: &first_seen,
    };
    let shops = Shops::new(MIDDLE, Since::Changed);
    let survey = shops.survey();
    let ops = survey.draft(&shops, terms).ops.len();
    assert!(ops >= 5000, "{ops} writes");
    group.bench_function(BenchmarkId::from_parameter(MIDDLE), |bench| {
        bench.iter_batched(
            || (),
            |()| black_box(&survey).draft(&shops, terms),
            BatchSize::PerIteration,
        );
    });
    group.finish();
}

criterion_group! {
    name = benches;
    config = Criterion::default().with_measurement(CpuTime);
    targets = sketching, identity, surveys, drafts
}
criterion_main!(benches);
