//! A run of writes to one side: journal, write, read back. Killed anywhere, it is carried on from
//! its journal and does nothing twice (invariants I5 and I7).

use tandem_backends::groups;
use tandem_core::{
    Fault, FaultKind, Group, GroupId, GroupOp, Sides,
    journal::{End, Entry, Run},
};

use crate::{Clock, Journal, Reading, Transport, Watch, ask::ask};

/// Why a run is no longer under way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Stop {
    /// Every write has an end.
    Finished,
    /// A person stopped it.
    Cancelled,
    /// It cannot go on until this is mended.
    Paused(Fault),
}

/// Two writes in a row without an answer: the way is broken, not one reply.
const LOST_IN_A_ROW: usize = 2;

/// Carries out runs.
#[derive(Debug)]
pub struct Runner<'a, T, C, J, W> {
    /// The ways to both stores.
    pub stores: &'a Sides<T>,
    /// Time.
    pub clock: &'a C,
    /// Where every step is written down first.
    pub journal: &'a J,
    /// Who looks on.
    pub watch: &'a W,
}

/// A write that was sent and waits for its read-back.
struct Sent {
    op: usize,
    /// What the store said, or why that is not known.
    answer: Result<Option<GroupId>, Fault>,
}

impl<T: Transport, C: Clock, J: Journal, W: Watch> Runner<'_, T, C, J, W> {
    /// Does what `run` has not done yet. `readings` must be fresh: every write is checked against
    /// them right before it is sent, and they are brought up to date with what the run did.
    pub async fn carry_on(&self, run: &mut Run, readings: &mut Sides<Reading>) -> Stop {
        match self.attempt(run, readings).await {
            Ok(stop) => stop,
            Err(fault) => Stop::Paused(fault),
        }
    }

    async fn attempt(&self, run: &mut Run, readings: &mut Sides<Reading>) -> Result<Stop, Fault> {
        let to_send = self.look_up(run, readings).await?;
        let mut left = to_send.as_slice();
        while !left.is_empty() {
            // Where no write was ever taken this way, one goes ahead of the rest.
            let is_proven = self.stores.get(run.to).footing().is_proven;
            let (now, later) = left.split_at(if is_proven { left.len() } else { 1 });
            left = later;
            let (sent, stop) = self.send_all(run, now).await?;
            self.read_back(run, &sent, readings.get_mut(run.to)).await?;
            if stop != Stop::Finished {
                return Ok(stop);
            }
            let lost = sent.iter().find_map(|one| never_arrived(run, one));
            if let Some(why) = lost.filter(|_| !is_proven) {
                return Ok(Stop::Paused(why));
            }
        }
        self.journal.append(&Entry::Closed).await?;
        run.closed = true;
        self.watch.changed(run);
        Ok(Stop::Finished)
    }

    /// Settles what needs no call: writes of an earlier attempt that were done after all, titles
    /// that are there already, and expectations that no longer hold. The rest is to be sent.
    async fn look_up(
        &self,
        run: &mut Run,
        readings: &Sides<Reading>,
    ) -> Result<Vec<(usize, GroupOp)>, Fault> {
        let mut to_send = Vec::new();
        let intended = run.unsettled_intents();
        for op in run.open() {
            let Some(what) = run.ops.get(op).cloned() else {
                continue;
            };
            match judge(&what, readings, intended.contains(&op)) {
                Some(end) => self.end(run, op, end).await?,
                None => to_send.push((op, what)),
            }
        }
        Ok(to_send)
    }

    /// Sends the writes one by one; one that fails does not stop the rest.
    async fn send_all(
        &self,
        run: &mut Run,
        to_send: &[(usize, GroupOp)],
    ) -> Result<(Vec<Sent>, Stop), Fault> {
        let mut sent: Vec<Sent> = Vec::new();
        let mut lost = 0;
        for (op, what) in to_send {
            if self.watch.is_cancelled() {
                return Ok((sent, Stop::Cancelled));
            }
            self.note(run, Entry::Intended { op: *op }).await?;
            match self.write(what).await {
                Ok(id) => {
                    lost = 0;
                    sent.push(Sent {
                        op: *op,
                        answer: Ok(id),
                    });
                }
                Err(fault) if fault.kind.stops_the_run() => {
                    return Ok((sent, Stop::Paused(fault)));
                }
                Err(fault) if fault.kind.leaves_write_unknown() => {
                    lost += usize::from(fault.kind == FaultKind::Offline);
                    sent.push(Sent {
                        op: *op,
                        answer: Err(fault.clone()),
                    });
                    if lost >= LOST_IN_A_ROW {
                        return Ok((sent, Stop::Paused(fault)));
                    }
                }
                Err(why) => self.end(run, *op, End::Failed { why }).await?,
            }
        }
        Ok((sent, Stop::Finished))
    }

    async fn write(&self, what: &GroupOp) -> Result<Option<GroupId>, Fault> {
        let side = what.side();
        let store = self.stores.get(side);
        match what {
            GroupOp::Create { title, .. } => {
                let response = ask(store, self.clock, &groups::create(side, title)).await?;
                groups::created(side, &response).map(Some)
            }
            GroupOp::Rename { id, title, .. } => {
                let response = ask(store, self.clock, &groups::rename(side, id, title)).await?;
                groups::renamed(side, &response).map(|()| Some(id.clone()))
            }
        }
    }

    /// Reads the target and gives every write that was sent its end.
    async fn read_back(
        &self,
        run: &mut Run,
        sent: &[Sent],
        target: &mut Reading,
    ) -> Result<(), Fault> {
        if sent.is_empty() {
            return Ok(());
        }
        self.watch.checking(run);
        let store = self.stores.get(run.to);
        target
            .refresh(store, self.clock, |now| all_found(run, sent, now))
            .await?;
        for one in sent {
            let Some(what) = run.ops.get(one.op) else {
                continue;
            };
            let end = compare(what, &one.answer, target);
            self.end(run, one.op, end).await?;
        }
        Ok(())
    }

    async fn end(&self, run: &mut Run, op: usize, end: End) -> Result<(), Fault> {
        self.note(run, Entry::Ended { op, end }).await
    }

    /// Journal first, then memory, then whoever looks on.
    async fn note(&self, run: &mut Run, entry: Entry) -> Result<(), Fault> {
        self.journal.append(&entry).await?;
        run.note(&entry);
        self.watch.changed(run);
        Ok(())
    }
}

/// The end of a write that needs no call, judged by fresh readings; `None` means to send it.
fn judge(what: &GroupOp, readings: &Sides<Reading>, intended: bool) -> Option<End> {
    let target = readings.get(what.side());
    let done = |group: &Group| match intended {
        true => written(group, target),
        false => End::AlreadyThere {
            id: group.id.clone(),
        },
    };
    match what {
        GroupOp::Create { source, title, on } => {
            if let Some(group) = target.by_title(title) {
                return Some(done(group));
            }
            let origin = readings.get(on.other()).by_id(source);
            (origin.map(|group| &group.title) != Some(title)).then_some(End::Stale)
        }
        GroupOp::Rename {
            id,
            expected,
            title,
            ..
        } => match target.by_id(id) {
            Some(group) if group.title == *title => Some(done(group)),
            Some(group) if group.title == *expected => None,
            _ => Some(End::Stale),
        },
    }
}

/// Why a way is not to be trusted: the store said that it took a write which is not there.
fn never_arrived(run: &Run, one: &Sent) -> Option<Fault> {
    match run.ends.get(one.op)? {
        Some(End::Failed { why }) if one.answer.is_ok() => Some(why.clone()),
        _ => None,
    }
}

/// Whether every write that was answered can be seen.
fn all_found(run: &Run, sent: &[Sent], now: &Reading) -> bool {
    sent.iter()
        .all(|one| match (&one.answer, run.ops.get(one.op)) {
            (Ok(Some(id)), Some(GroupOp::Create { .. })) => now.by_id(id).is_some(),
            (_, Some(what)) => now.by_title(what.title()).is_some(),
            (_, None) => true,
        })
}

/// A title that is there after it was written: once, as it should be, or more than once.
fn written(group: &Group, now: &Reading) -> End {
    let id = group.id.clone();
    match now.count_title(&group.title) {
        0 | 1 => End::Applied { id },
        times => End::Doubled { id, times },
    }
}

/// What came of a write, by what the store reads back. What it answered only says where to look.
fn compare(what: &GroupOp, answer: &Result<Option<GroupId>, Fault>, now: &Reading) -> End {
    let made = match (what, answer) {
        (GroupOp::Rename { id, .. }, _) => now.by_id(id),
        (GroupOp::Create { .. }, Ok(Some(id))) => now.by_id(id),
        (GroupOp::Create { title, .. }, _) => now.by_title(title),
    };
    match (made, answer) {
        (Some(group), _) if group.title == what.title() => written(group, now),
        (_, Err(why)) => End::Failed { why: why.clone() },
        (Some(group), Ok(_)) => End::Changed {
            id: group.id.clone(),
            found: group.title.clone(),
        },
        (None, Ok(_)) => End::Failed {
            why: Fault::of(FaultKind::NotFound),
        },
    }
}
