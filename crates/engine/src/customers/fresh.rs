//! Fresh readings of the records that a run is about: one call each, or all that changed at once
//! where the store can tell.

use tandem_backends::{
    batch::{self, Answer, End, Progress},
    customers::{self, Record},
    fault,
};
use tandem_core::{
    Fault, FaultKind, RecordId, Side,
    sync::{Records, apply::Look, judge::Fresh},
};

use super::{carry::Carrier, feed::Until};
use crate::{
    Clock, Transport,
    ask::{ask, ask_again},
    ports::Ledger,
};

/// What was read of each record, and by what it can be changed.
pub(super) type Readings = Vec<Result<Fresh, FaultKind>>;

/// How often a batch is asked for before it is given up, a second apart.
const MOST_POLLS: u32 = 120;

impl<T: Transport, C: Clock, L: Ledger, R: Records> Carrier<'_, T, C, L, R> {
    /// Reads what a machine wants to know: the records of one side, and between them some of the
    /// other that a write depends on.
    /// What was just written is read back; anything else is read up to this moment.
    pub(super) async fn read(&mut self, looks: &[Look]) -> Readings {
        self.fresh.clear();
        let side = looks.first().map(Look::side);
        let is_own = |look: &Look| Some(look.side()) == side;
        let (own, others): (Vec<Look>, Vec<Look>) = looks.iter().cloned().partition(is_own);
        let mut own = self.of_one_side(&own).await.into_iter();
        let mut others = self.of_one_side(&others).await.into_iter();
        let in_order = looks.iter().map(|look| {
            let found = if is_own(look) {
                own.next()
            } else {
                others.next()
            };
            found.unwrap_or(Err(FaultKind::Bug))
        });
        in_order.collect()
    }

    async fn of_one_side(&mut self, looks: &[Look]) -> Readings {
        match looks {
            [Look::Record { side, id }] => {
                vec![self.one(*side, id).await.map_err(|fault| fault.kind)]
            }
            [
                Look::Record {
                    side: Side::Pos, ..
                },
                ..,
            ] => self.by_feed(looks).await,
            [
                Look::Record {
                    side: Side::Ecom, ..
                },
                ..,
            ] => self.in_batch(looks).await,
            people => {
                let mut readings = Vec::new();
                for look in people {
                    readings.push(self.people(look).await.map_err(|fault| fault.kind));
                }
                readings
            }
        }
    }

    async fn one(&mut self, side: Side, id: &RecordId) -> Result<Fresh, Fault> {
        let request = customers::get(side, id);
        let found = match ask(self.stores.get(side), self.clock, &request).await {
            Err(fault) if fault.kind == FaultKind::NotFound => None,
            Err(fault) => return Err(fault),
            Ok(response) => customers::got(side, &response)?,
        };
        Ok(self.keep(found))
    }

    /// Remembers what a change has to send back.
    fn keep(&mut self, found: Option<Record>) -> Fresh {
        let observed = found
            .as_ref()
            .map(|record| Box::new(record.observed.clone()));
        self.fresh
            .extend(found.map(|record| (record.observed.id.clone(), record)));
        Fresh::Record(observed)
    }

    /// Who is not among those who changed is as the scan read them.
    async fn by_feed(&mut self, looks: &[Look]) -> Readings {
        if let Err(fault) = self.read_feed(looks).await {
            return looks.iter().map(|_| Err(fault.kind)).collect();
        }
        let mut readings = Vec::new();
        for look in looks {
            let Look::Record { side, id } = look else {
                readings.push(Err(FaultKind::Bug));
                continue;
            };
            let scanned = || self.records.record(*side, id).map(Some);
            readings.push(match self.feed.changed(id).or_else(scanned) {
                Some(found) => Ok(Fresh::Record(found.map(Box::new))),
                None => self.one(*side, id).await.map_err(|fault| fault.kind),
            });
        }
        readings
    }

    async fn read_feed(&mut self, looks: &[Look]) -> Result<(), Fault> {
        let until = if self.is_reading_back {
            Until::CameUp(looks)
        } else {
            Until::End
        };
        let way = (&self.stores.pos, self.clock);
        self.feed.read_on(way, until).await
    }

    async fn people(&mut self, look: &Look) -> Result<Fresh, Fault> {
        let Look::People { side, email, code } = look else {
            return Err(Fault::of(FaultKind::Bug));
        };
        let people = match side {
            Side::Pos => {
                self.read_feed(std::slice::from_ref(look)).await?;
                self.feed.people(email.as_deref(), code.as_deref())
            }
            Side::Ecom => {
                let email = email.as_deref().unwrap_or_default();
                let request = customers::by_email(Side::Ecom, email);
                let response = ask(&self.stores.ecom, self.clock, &request).await?;
                customers::with_email(Side::Ecom, email, &response)?
            }
        };
        Ok(Fresh::People(people))
    }

    /// Many records of eCom in one batch of reads.
    async fn in_batch(&mut self, looks: &[Look]) -> Readings {
        let gets = looks.iter().map(|look| match look {
            Look::Record { id, .. } => customers::get(Side::Ecom, id),
            Look::People { email, .. } => {
                customers::by_email(Side::Ecom, email.as_deref().unwrap_or_default())
            }
        });
        let calls: Vec<_> = (0..).zip(gets).collect();
        let answers = match self.batch(&calls, false).await {
            Ok(answers) => answers,
            Err(fault) => return looks.iter().map(|_| Err(fault.kind)).collect(),
        };
        calls
            .iter()
            .map(|(call, _)| self.of_batch(*call, &answers))
            .collect()
    }

    fn of_batch(&mut self, call: u32, answers: &[Answer]) -> Result<Fresh, FaultKind> {
        let found = answers.iter().find(|answer| answer.call == call);
        let Some(Answer {
            end: End::Answered(response),
            ..
        }) = found
        else {
            return Err(FaultKind::Damaged);
        };
        match customers::got(Side::Ecom, response) {
            Ok(found) => Ok(self.keep(found)),
            Err(fault) => Err(fault.kind),
        }
    }

    /// Sends calls to eCom in one and fetches their answers. A batch of reads may be sent again
    /// when its reply is lost; one with writes may not.
    pub(super) async fn batch(
        &mut self,
        calls: &[(u32, tandem_backends::Request)],
        has_writes: bool,
    ) -> Result<Vec<Answer>, Fault> {
        let store = &self.stores.ecom;
        self.batches += 1;
        let key = format!("{}-{}", self.session, self.batches);
        let request = batch::send(calls, &key).ok_or(Fault::of(FaultKind::Bug))?;
        let response = ask_again(store, self.clock, &request, has_writes).await?;
        let ticket = batch::sent(&response)?;
        for _ in 0..MOST_POLLS {
            let response = ask(store, self.clock, &batch::fetch(&ticket)).await?;
            fault::check(Side::Ecom, &response)?;
            match batch::fetched(&response)? {
                Progress::Done(answers) => return Ok(answers),
                Progress::Working { .. } => self.clock.wait(1).await,
            }
        }
        Err(Fault::of(FaultKind::Offline))
    }
}
