//! Keeping both stores the same without being asked: when it is time for a look, and what a look
//! does. What is written is decided by the rules alone (`Desk::begin_automatic`); everything else
//! waits for a person, and is counted on the toolbar button.

use std::rc::Rc;

use serde::{Deserialize, Serialize};
use tandem_core::{Fault, FaultKind, show::Purpose, sync::journal::EndCounts};
use tandem_engine::desk::{Begun, RunState};
use wasm_bindgen_futures::spawn_local;

use super::{Seat, now_seconds, ways::Turn};
use crate::{
    background::{runs::first, session::Background, state::Groups},
    browser::{
        alarms,
        clock::now_ms,
        storage::{self, Keep},
        vault::DiskVault,
    },
    protocol::automatic::{Automatic, AutomaticView, Looked, Outcome, When},
};

/// Where settings and the last look are kept.
const KEPT: &str = "automatic1";

/// Where it is kept, until the browser ends, when somebody looked last.
const PULSE: &str = "pulse1";

/// The alarm of every look.
const EVERY: &str = "tandem-every";

/// The alarm that takes up a look that the browser ended.
const RESUME: &str = "tandem-resume";

/// The alarm some minutes after a run: what another sync made of it is looked at.
const SETTLE: &str = "tandem-settle";

const RESUME_MINUTES: u16 = 1;
const SETTLE_MINUTES: u16 = 5;

/// Pages that are opened one after another are one visit.
const ONE_VISIT_MS: u64 = 15_000;

/// Why it may be time for a look.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::background) enum Trigger {
    /// Somebody opened one of the two admins.
    Visit,
    /// The owner has just asked for it.
    Wish,
    /// An alarm.
    Alarm,
}

/// What the looks of this browser session know of each other.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
struct Pulse {
    /// When the last one began, in milliseconds since 1970.
    at: u64,
    /// Whether nobody was signed in: no alarm asks again before a visit does.
    is_asleep: bool,
}

impl Pulse {
    /// Whether it is time for a look. A clock that was set back does not put it off for ever.
    const fn allows(self, trigger: Trigger, now: u64) -> bool {
        match trigger {
            Trigger::Wish => true,
            Trigger::Visit => now.abs_diff(self.at) >= ONE_VISIT_MS,
            Trigger::Alarm => !self.is_asleep,
        }
    }
}

/// Reads what was kept; what cannot be read counts as switched off.
pub(in crate::background) async fn load() -> AutomaticView {
    let kept = storage::get(Keep::Disk, KEPT).await;
    kept.ok().flatten().unwrap_or_default()
}

impl Background {
    /// Sets the alarms as the owner wants them: both browsers may forget them when they end.
    pub(in crate::background) async fn set_alarms(&self) {
        let when = self.state.borrow().automatic.settings.when;
        match when {
            When::Every { minutes } => alarms::every(EVERY, minutes.max(1)).await,
            When::Off | When::OnVisit => alarms::never(EVERY).await,
        }
    }

    /// Says when and how both stores are kept the same from now on; the first look is at once.
    ///
    /// # Errors
    /// `NotKept`; nothing is changed then.
    pub(in crate::background) async fn set_automatic(
        self: &Rc<Self>,
        settings: Automatic,
    ) -> Result<(), Fault> {
        let wanted = AutomaticView {
            settings,
            last: self.state.borrow().automatic.last.clone(),
        };
        keep(&wanted).await?;
        self.update(|state| state.automatic = wanted);
        self.set_alarms().await;
        self.look_soon(Trigger::Wish);
        Ok(())
    }

    /// An alarm rang.
    pub(in crate::background) fn rang(self: &Rc<Self>, name: &str) {
        if [EVERY, RESUME, SETTLE].contains(&name) {
            self.look_soon(Trigger::Alarm);
        }
    }

    /// Looks at both stores, if it is time for it; nobody waits for the end.
    pub(in crate::background) fn look_soon(self: &Rc<Self>, trigger: Trigger) {
        let background = Rc::clone(self);
        spawn_local(async move { background.look_by_itself(trigger).await });
    }

    /// Has both stores looked at again some minutes after a run.
    pub(in crate::background) async fn settle_later(&self) {
        if self.state.borrow().automatic.settings.when != When::Off {
            alarms::once(SETTLE, SETTLE_MINUTES).await;
        }
    }

    async fn look_by_itself(self: &Rc<Self>, trigger: Trigger) {
        let settings = self.state.borrow().automatic.settings;
        if settings.when == When::Off || self.is_busy() || !self.is_time(trigger).await {
            return;
        }
        let outcome = match self.look_and_sync(settings).await {
            Ok(None) => return,
            Ok(Some(outcome)) => outcome,
            // Somebody is at work already, here or in another window.
            Err(fault) if fault.kind == FaultKind::Busy => return,
            Err(fault) => Outcome::Waits { fault },
        };
        self.looked(outcome).await;
    }

    async fn is_time(&self, trigger: Trigger) -> bool {
        let now = now_ms();
        let pulse = storage::get(Keep::Session, PULSE).await.ok().flatten();
        let pulse: Pulse = pulse.unwrap_or_default();
        let is_open = trigger != Trigger::Alarm || self.has_an_admin_open().await;
        let is_time = is_open && pulse.allows(trigger, now);
        if is_time {
            keep_pulse(Pulse {
                at: now,
                is_asleep: false,
            })
            .await;
        }
        is_time
    }

    /// Keeps what came of a look.
    async fn looked(&self, outcome: Outcome) {
        let is_signed_out =
            matches!(&outcome, Outcome::Waits { fault } if fault.kind == FaultKind::SignedOut);
        if is_signed_out {
            keep_pulse(Pulse {
                at: now_ms(),
                is_asleep: true,
            })
            .await;
        }
        let at = now_seconds();
        self.update(|state| state.automatic.last = Some(Looked { at, outcome }));
        let now = self.state.borrow().automatic.clone();
        // Not kept is not lost: it is told again after the next look.
        drop(keep(&now).await);
    }

    /// Reads what changed and does what the rules decide. `None` where that is not for it: nobody
    /// read the customers yet, or a person's run is under way.
    async fn look_and_sync(self: &Rc<Self>, settings: Automatic) -> Result<Option<Outcome>, Fault> {
        let is_unreadable = matches!(self.state.borrow().groups, Groups::Unreadable(_));
        // A plan without groups has been asked; that does not change from look to look.
        if is_unreadable && self.known_groups().is_err() {
            self.refresh().await;
        }
        let is_open = self.customers.open.borrow().is_some();
        if !is_open && !DiskVault::is_there().await {
            return Ok(None);
        }
        let open = self.desk().await?;
        if open.desk.numbers().await.is_none() {
            return Ok(None);
        }
        // A result that nobody has put away yet is in nobody's way.
        let run = open.desk.run();
        let under_way = run.filter(|run| run.state != RunState::Finished);
        if under_way
            .as_ref()
            .is_some_and(|run| !is_automatic(&run.purpose))
        {
            return Ok(None);
        }
        let seat = self.sit_at_the_desk().await?;
        alarms::once(RESUME, RESUME_MINUTES).await;
        let outcome = match under_way {
            Some(_) => self.sync_by_itself(seat).await,
            None => self.read_and_sync(seat, settings).await,
        };
        alarms::never(RESUME).await;
        outcome.map(Some)
    }

    async fn read_and_sync(
        self: &Rc<Self>,
        seat: Seat,
        settings: Automatic,
    ) -> Result<Outcome, Fault> {
        self.read_at(&seat, Turn::Waits).await;
        let faults = self.customers.faults.borrow_mut().take();
        let grace = u32::from(settings.grace_minutes).saturating_mul(60);
        let begun = match faults {
            Some(faults) => Err(first(faults)),
            None => self.begin_by_itself(&seat, grace).await,
        };
        let outcome = match begun {
            Ok(Begun::Run(_)) => return self.sync_by_itself(seat).await,
            Ok(Begun::Nothing) => Ok(Outcome::NothingToDo),
            Ok(Begun::Halted) => Ok(Outcome::NeedsPerson),
            Err(fault) => Err(fault),
        };
        let open = seat.leave();
        self.tell_of(&open).await;
        outcome
    }

    /// Begins what the rules decide. Groups are read again where anything is to be written, so that
    /// nobody is moved by titles as they were; where nothing is, no call is spent on them.
    async fn begin_by_itself(&self, seat: &Seat, grace: u32) -> Result<Begun, Fault> {
        let desk = &seat.open.desk;
        let purpose = Purpose::Automatic { grace };
        if desk.preview(purpose, now_seconds()).await?.total == 0 {
            return Ok(Begun::Nothing);
        }
        self.read_groups_again(&seat.ways).await?;
        desk.begin_automatic(grace, now_seconds()).await
    }

    /// Does the run that was begun, and puts its result away: it is in the history.
    async fn sync_by_itself(self: &Rc<Self>, seat: Seat) -> Result<Outcome, Fault> {
        let open = Rc::clone(&seat.open);
        self.show_run(&seat);
        self.run_at_the_desk(seat).await;
        let run = open.desk.run().ok_or(Fault::of(FaultKind::Bug))?;
        match run.state {
            RunState::Finished | RunState::Cancelled => {
                self.close_sync().await?;
                Ok(came_of(run.counts))
            }
            RunState::Paused(fault) => Err(fault),
            RunState::Running | RunState::Interrupted => Err(Fault::of(FaultKind::Offline)),
        }
    }
}

const fn is_automatic(purpose: &Purpose) -> bool {
    matches!(purpose, Purpose::Automatic { .. })
}

fn came_of(counts: EndCounts) -> Outcome {
    let done = counts.applied.saturating_add(counts.already_there);
    Outcome::Synced {
        done,
        failed: counts.total.saturating_sub(done),
    }
}

async fn keep(view: &AutomaticView) -> Result<(), Fault> {
    let kept = storage::set(Keep::Disk, KEPT, view).await;
    kept.map_err(|_| Fault::of(FaultKind::NotKept))
}

/// A pulse that is not kept costs a look too many.
async fn keep_pulse(pulse: Pulse) {
    drop(storage::set(Keep::Session, PULSE, &pulse).await);
}

/// What the toolbar button says of so many things that wait for a person.
pub(in crate::background) fn badge(waiting: u32) -> String {
    match waiting {
        0 => String::new(),
        1..=99 => waiting.to_string(),
        _ => "99+".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_button_says_what_fits_on_it() {
        let said = [0, 1, 99, 100, u32::MAX].map(badge);
        assert_eq!(said, ["", "1", "99", "99+", "99+"]);
    }

    #[test]
    fn pages_opened_one_after_another_are_one_visit() {
        let pulse = Pulse {
            at: 100_000,
            is_asleep: false,
        };
        assert!(!pulse.allows(Trigger::Visit, 100_000));
        assert!(!pulse.allows(Trigger::Visit, 114_999));
        assert!(pulse.allows(Trigger::Visit, 115_000));
        assert!(pulse.allows(Trigger::Visit, 1_000), "a clock set back");
        assert!(pulse.allows(Trigger::Alarm, 100_001));
        assert!(pulse.allows(Trigger::Wish, 100_001));
    }

    #[test]
    fn no_alarm_asks_a_store_that_nobody_is_signed_in_to() {
        let asleep = Pulse {
            at: 0,
            is_asleep: true,
        };
        assert!(!asleep.allows(Trigger::Alarm, 9_000_000));
        assert!(asleep.allows(Trigger::Visit, 9_000_000));
    }

    #[test]
    fn what_came_of_a_run_adds_up() {
        let counts = EndCounts {
            total: 9,
            applied: 5,
            already_there: 1,
            stale: 2,
            waiting: 1,
            ..EndCounts::default()
        };
        let came = came_of(counts);
        assert_eq!(came, Outcome::Synced { done: 6, failed: 3 });
    }
}
