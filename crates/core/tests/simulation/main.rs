//! The deterministic simulation: model stores, everybody who acts on them, faults and kills, on a
//! seed. `TANDEM_SIM_SEED=n` replays one schedule and tells of everything that happens;
//! `TANDEM_SIM_SCHEDULES=n` runs so many. Both are read here and nowhere else.

#[cfg(test)]
#[path = "../model/mod.rs"]
mod model;

#[cfg(test)]
mod acts;
#[cfg(test)]
mod kinds;
#[cfg(test)]
mod people;
#[cfg(test)]
mod rest;
#[cfg(test)]
mod schedule;
#[cfg(test)]
mod vendor;

#[cfg(test)]
mod tests {
    use std::{
        collections::BTreeMap,
        env,
        sync::atomic::{AtomicU64, Ordering},
        thread,
    };

    use super::schedule;

    /// How many schedules run where nobody says otherwise.
    const SCHEDULES: u64 = 10_000;

    fn number(name: &str) -> Option<u64> {
        let text = env::var(name).ok()?;
        Some(text.parse().expect("a number"))
    }

    /// What to do about a seed that fails.
    fn failure(seed: u64, broken: &str) -> String {
        format!(
            "seed {seed}: {broken}\nreplay: TANDEM_SIM_SEED={seed} cargo test -p tandem-core --test \
             simulation schedules -- --nocapture"
        )
    }

    #[test]
    fn schedules_hold_every_invariant() {
        if let Some(seed) = number("TANDEM_SIM_SEED") {
            let broken = schedule::run(seed, true);
            assert!(
                broken.is_none(),
                "{}",
                failure(seed, &broken.unwrap_or_default())
            );
            return;
        }
        let all = number("TANDEM_SIM_SCHEDULES").unwrap_or(SCHEDULES);
        let next = AtomicU64::new(0);
        let work = || {
            let mut failures = Vec::new();
            loop {
                let seed = next.fetch_add(1, Ordering::Relaxed);
                if seed >= all {
                    return failures;
                }
                failures.extend(schedule::run(seed, false).map(|broken| (seed, broken)));
            }
        };
        let threads = thread::available_parallelism().map_or(1, usize::from);
        let mut failures: Vec<(u64, String)> = thread::scope(|scope| {
            let workers: Vec<_> = (0..threads).map(|_| scope.spawn(work)).collect();
            let ended = workers
                .into_iter()
                .map(|worker| worker.join().expect("a worker"));
            ended.flatten().collect()
        });
        failures.sort();
        assert!(failures.is_empty(), "{}", told(&failures));
    }

    #[test]
    fn the_window_that_no_store_closes() {
        assert!(
            schedule::edit_in_the_window().starts_with("I7"),
            "an edit between the reading and the write is lost, since no store has locking"
        );
    }

    /// Each invariant that does not hold, with its smallest seed and how often.
    fn told(failures: &[(u64, String)]) -> String {
        let mut kinds: BTreeMap<&str, (u32, u64, &str)> = BTreeMap::new();
        for (seed, broken) in failures {
            let invariant = broken.split(':').next().unwrap_or_default();
            kinds.entry(invariant).or_insert((0, *seed, broken)).0 += 1;
        }
        let told = kinds
            .values()
            .map(|(times, seed, broken)| format!("{} ({times} of such)", failure(*seed, broken)));
        told.collect::<Vec<_>>().join("\n")
    }
}
