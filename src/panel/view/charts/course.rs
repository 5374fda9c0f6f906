//! The course of a run: what is done, what a person has to look at, what failed, what is left. Always
//! four numbers in their places, so that nothing moves while it goes on.

use tandem_core::sync::journal::EndCounts;
use yew::prelude::*;

use super::bar::{Share, bar, legend};
use crate::panel::words::{count, say, say_with};

/// How far a run is; the numbers add up to its writes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(in crate::panel) struct Course {
    /// Done, or so already.
    pub(in crate::panel) done: u32,
    /// Stopped by a question: a person has to look.
    pub(in crate::panel) asked: u32,
    /// The store did not do it.
    pub(in crate::panel) failed: u32,
    /// Not sent yet.
    pub(in crate::panel) left: u32,
}

/// Of so few writes each one is a step of the bar.
const STEPS: u32 = 24;

impl Course {
    /// That of a run over customers.
    pub(in crate::panel) const fn of(counts: &EndCounts) -> Self {
        Self {
            done: counts.applied + counts.already_there,
            asked: counts.problems() - counts.rejected,
            failed: counts.rejected,
            left: counts.waiting,
        }
    }

    const fn total(self) -> u64 {
        self.done as u64 + self.asked as u64 + self.failed as u64 + self.left as u64
    }

    const fn shares(self) -> [(Share, &'static str); 4] {
        const fn share(class: &'static str, many: u32) -> Share {
            Share { class, many }
        }
        [
            (share("is-good", self.done), "course-done"),
            (share("is-warn", self.asked), "course-asked"),
            (share("is-bad", self.failed), "course-failed"),
            (share("is-calm", self.left), "course-left"),
        ]
    }

    /// What is drawn: a step each, where they are few.
    fn steps(self) -> Vec<Share> {
        let shares = self.shares().map(|(share, _)| share);
        if self.total() > u64::from(STEPS) {
            return shares.to_vec();
        }
        let single = |share: Share| {
            let one = Share { many: 1, ..share };
            (0..share.many).map(move |_| one)
        };
        shares.into_iter().flat_map(single).collect()
    }
}

/// The bar, and while the run goes on its four numbers; afterwards what came of it is told in full.
pub(in crate::panel) fn course(of: Course, is_busy: bool) -> Html {
    let numbers = [
        count("done", of.done),
        count("asked", of.asked),
        count("failed", of.failed),
        count("left", of.left),
    ];
    let named = of.shares().map(|(share, word)| (share, say(word)));
    html! {
        <div class="chart course">
            { bar(&of.steps(), say_with("course-label", &numbers)) }
            if is_busy { { legend(named.into_iter()) } }
        </div>
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::panel::view::charts::bar::shapes;

    #[test]
    fn every_write_is_in_one_share() {
        let counts = EndCounts {
            total: 36,
            applied: 1,
            already_there: 2,
            altered: 3,
            doubled: 4,
            stale: 5,
            rejected: 6,
            unknown: 7,
            waiting: 8,
        };
        let course = Course::of(&counts);
        assert_eq!(
            course,
            Course {
                done: 3,
                asked: 19,
                failed: 6,
                left: 8
            }
        );
        assert_eq!(course.total(), u64::from(counts.total));
        assert_eq!(Course::of(&EndCounts::default()), Course::default());
    }

    #[test]
    fn few_writes_are_steps_and_many_are_shares() {
        let course = |done, left| Course {
            done,
            left,
            ..Course::default()
        };
        assert_eq!(course(0, 0).steps(), []);
        let steps = course(3, 21).steps();
        assert_eq!(steps.len(), 24);
        assert_eq!(shapes(&steps).len(), 24);
        assert_eq!(shapes(&steps).last().map(|last| last.2), Some(1000));
        assert_eq!(course(4, 21).steps().len(), 4);
        let huge = course(u32::MAX, u32::MAX).steps();
        assert_eq!(shapes(&huge).len(), 2);
    }
}
