//! Sending the writes of a step, as far as the store takes them together.

use tandem_backends::{
    Request,
    batch::{Answer, End},
    customers,
};
use tandem_core::{
    Fault, FaultKind, GroupId, RecordId, Side, Value,
    sync::{Op, Records, Step, SyncRun},
};

use super::carry::Carrier;
use crate::{Clock, Transport, ask::ask, ports::Ledger};

/// What the store said to each write of a step.
pub(super) type Results = Vec<Result<(), Fault>>;

impl<T: Transport, C: Clock, L: Ledger, R: Records> Carrier<'_, T, C, L, R> {
    /// Sends a step. What a lost reply leaves open is not sent again: the machine reads it back.
    pub(super) async fn write(&mut self, run: &SyncRun, step: &Step) -> Results {
        match step {
            Step::One(op) => vec![self.write_one(run.op(*op)).await],
            Step::Members { group, ops } => {
                let ids = ops.iter().filter_map(|op| run.op(*op)?.target().cloned());
                let moved = self.move_to(group, &ids.collect::<Vec<_>>()).await;
                ops.iter().map(|_| moved.clone()).collect()
            }
            Step::Batch(ops) => self.write_batch(run, ops).await,
        }
    }

    async fn write_one(&mut self, op: Option<&Op>) -> Result<(), Fault> {
        let op = op.ok_or(Fault::of(FaultKind::Bug))?;
        match op {
            Op::Create {
                on, edits, code, ..
            } => {
                let request = customers::create(*on, edits, code.as_deref());
                let response = ask(self.stores.get(*on), self.clock, &request).await?;
                customers::created(*on, &response).map(drop)
            }
            Op::Update { on, .. } => {
                let request = self.update(op)?;
                let response = ask(self.stores.get(*on), self.clock, &request).await?;
                customers::updated(*on, &response)
            }
            Op::Move { id, edit, .. } => match &edit.result {
                Value::Group(group) => self.move_to(group, std::slice::from_ref(id)).await,
                _ => Err(Fault::of(FaultKind::Bug)),
            },
        }
    }

    /// The change of a record as it was read just now: what is not changed goes back as it came.
    fn update(&self, op: &Op) -> Result<Request, Fault> {
        let fresh = op.target().and_then(|id| self.fresh.get(id));
        let fresh = fresh.filter(|fresh| fresh.side() == op.side());
        fresh
            .map(|fresh| customers::update(fresh, op.edits()))
            .ok_or(Fault::of(FaultKind::Bug))
    }

    async fn move_to(&self, group: &GroupId, ids: &[RecordId]) -> Result<(), Fault> {
        let request = customers::pos_move(group, ids);
        let response = ask(&self.stores.pos, self.clock, &request).await?;
        customers::pos_moved(&response)
    }

    async fn write_batch(&mut self, run: &SyncRun, ops: &[u32]) -> Results {
        let mut calls = Vec::new();
        for op in ops {
            match run.op(*op).map(|op| self.update(op)) {
                Some(Ok(request)) => calls.push((*op, request)),
                _ => return ops.iter().map(|_| Err(Fault::of(FaultKind::Bug))).collect(),
            }
        }
        match self.batch(&calls, true).await {
            Ok(answers) => ops.iter().map(|op| of_batch(*op, &answers)).collect(),
            Err(fault) => ops.iter().map(|_| Err(fault.clone())).collect(),
        }
    }
}

fn of_batch(op: u32, answers: &[Answer]) -> Result<(), Fault> {
    match answers
        .iter()
        .find(|answer| answer.call == op)
        .map(|answer| &answer.end)
    {
        Some(End::Answered(response)) => customers::updated(Side::Ecom, response),
        Some(End::NotDone) => Err(Fault::of(FaultKind::Refused { status: 424 })),
        None => Err(Fault::of(FaultKind::Damaged)),
    }
}
