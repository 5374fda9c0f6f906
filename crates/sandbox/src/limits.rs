//! Whether a store's limits let a request through: the budget of whoever spends, and eCom's
//! patience with those who hammer at it.

use crate::Side;
use crate::budget::{Spender, Wait};
use crate::call::{Answer, Call};
use crate::desk::Desk;
use crate::session::{self, Caller, Door, Stranger, token_number};
use crate::x_series;

impl Desk {
    /// The answer, if the store's limit of calls allows one.
    pub(crate) fn limited(
        &mut self,
        side: Side,
        door: Door,
        caller: Result<Caller, Stranger>,
        call: &Call,
    ) -> Answer {
        if side == Side::Ecom
            && let Err(seconds) = self.gated(door, caller, call)
        {
            return self.too_many(side, seconds);
        }
        let left = match self.spender(side, caller, call) {
            None => return self.served(side, door, caller, call),
            Some(spender) => self.budget.take(&self.world, side, spender),
        };
        match (left, side) {
            (Err(Wait(seconds)), Side::Pos) => self.too_many(side, seconds),
            (Err(Wait(seconds)), Side::Ecom) => {
                let blocked = self.gate.vain(&self.world, &session::sender(call), false);
                self.too_many(side, blocked.unwrap_or(seconds))
            }
            (Ok(left), Side::Pos) => self
                .served(side, door, caller, call)
                .with(x_series::LIMIT, &left.limit.to_string())
                .with(x_series::REMAINING, &left.remaining.to_string()),
            (Ok(_), Side::Ecom) => self.served(side, door, caller, call),
        }
    }

    /// Whose calls these are. Nobody's cost nobody anything.
    fn spender(
        &self,
        side: Side,
        caller: Result<Caller, Stranger>,
        call: &Call,
    ) -> Option<Spender> {
        match caller {
            Ok(Caller::Token) => token_number(side, &self.world, call).map(Spender::Token),
            Ok(_) | Err(Stranger::NoSecret | Stranger::FromElsewhere) => Some(Spender::Browsers),
            Err(Stranger::Nobody | Stranger::BadToken) => None,
        }
    }

    /// Whether eCom lets a caller through who may have hammered at it.
    fn gated(
        &mut self,
        door: Door,
        caller: Result<Caller, Stranger>,
        call: &Call,
    ) -> Result<(), u32> {
        let sender = session::sender(call);
        self.gate.admit(&self.world, &sender)?;
        let dead = match caller {
            Err(Stranger::BadToken) => true,
            Err(_) => door == Door::Token,
            Ok(_) => false,
        };
        let blocked = dead.then(|| self.gate.vain(&self.world, &sender, true));
        blocked.flatten().map_or(Ok(()), Err)
    }
}
