//! The connection ladder: which ways to a store work, and which of them carries the calls.
//!
//! A read shows that a store lets us in, and not that it takes our writes: a refusal for where a
//! call comes from arrives with the first write. So the ladder is a way itself. It is climbed by
//! reads, and a write that is refused on a rung, which therefore was not done, goes on to the next.

use std::cell::{Cell, RefCell};

use tandem_backends::{
    Request, Response,
    account::{self, Account},
    fault,
};
use tandem_core::{Fault, FaultKind, Side};

use crate::{Clock, Footing, Transport, ask::ask};

/// What is known of one rung.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Standing {
    /// It was not tried: a lower one works.
    #[default]
    Untried,
    /// Reads come through, and no write was refused.
    Works,
    /// Reads come through, and writes are refused.
    ReadsOnly,
    /// It does not work.
    Failed(FaultKind),
}

/// A store that is reached, by the lowest rung that works.
#[derive(Debug)]
pub struct Ladder<R, T, C> {
    goal: Goal,
    clock: C,
    rungs: Vec<(R, T)>,
    standings: RefCell<Vec<Standing>>,
    at: Cell<usize>,
    proven: Cell<bool>,
    account: Account,
}

/// Which store must be at the end of it.
#[derive(Clone, Debug)]
struct Goal {
    side: Side,
    store_key: String,
}

/// A store that no rung reaches.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fallen<R> {
    /// Why, in the one sentence that helps most.
    pub fault: Fault,
    /// What is known of each rung.
    pub rungs: Vec<(R, Standing)>,
}

/// Tries the rungs in the order given and stands on the first whose probe reads succeed.
///
/// `proven` is the rung by which the store took a write earlier: it is tried before all others.
///
/// # Errors
/// Where no rung works. Where the store cannot be reached at all no further rung is tried.
pub async fn climb<R: Copy + PartialEq, T: Transport, C: Clock>(
    rungs: Vec<(R, T)>,
    clock: C,
    (side, store_key): (Side, &str),
    proven: Option<R>,
) -> Result<Ladder<R, T, C>, Fallen<R>> {
    let goal = Goal {
        side,
        store_key: store_key.to_owned(),
    };
    let mut standings = vec![Standing::Untried; rungs.len()];
    let first = rungs.iter().position(|(rung, _)| Some(*rung) == proven);
    let others = (0..rungs.len()).filter(|at| Some(*at) != first);
    let mut fault: Option<Fault> = None;
    for at in first.into_iter().chain(others) {
        let (Some((_, way)), Some(standing)) = (rungs.get(at), standings.get_mut(at)) else {
            continue;
        };
        match goal.probe(way, &clock).await {
            Ok(account) => {
                *standing = Standing::Works;
                return Ok(Ladder {
                    goal,
                    clock,
                    rungs,
                    standings: RefCell::new(standings),
                    at: Cell::new(at),
                    proven: Cell::new(Some(at) == first),
                    account,
                });
            }
            Err(why) => {
                *standing = Standing::Failed(why.kind);
                let is_final = !is_about_the_way(why.kind);
                if is_final || fault.as_ref().is_none_or(|old| says_more(&why, old)) {
                    fault = Some(why);
                }
                if is_final {
                    break;
                }
            }
        }
    }
    Err(Fallen {
        fault: fault.unwrap_or(Fault::of(FaultKind::SignedOut)),
        rungs: listed(&rungs, &standings),
    })
}

impl<R: Copy + PartialEq, T: Transport, C: Clock> Ladder<R, T, C> {
    /// Stands on a rung that carried a short while ago, without asking the store again; `None` where
    /// that rung is gone.
    #[must_use]
    pub fn standing_on(
        rungs: Vec<(R, T)>,
        clock: C,
        (side, store_key): (Side, &str),
        (rung, is_proven): (R, bool),
    ) -> Option<Self> {
        let at = rungs.iter().position(|(one, _)| *one == rung)?;
        let standings = (0..rungs.len()).map(|one| match one == at {
            true => Standing::Works,
            false => Standing::Untried,
        });
        Some(Self {
            goal: Goal {
                side,
                store_key: store_key.to_owned(),
            },
            clock,
            standings: RefCell::new(standings.collect()),
            rungs,
            at: Cell::new(at),
            proven: Cell::new(is_proven),
            account: Account::default(),
        })
    }

    /// The rung that carries the calls. There always is one.
    #[must_use]
    pub fn rung(&self) -> Option<R> {
        self.rungs.get(self.at.get()).map(|(rung, _)| *rung)
    }

    /// The rung by which the store took a write, if it took one.
    #[must_use]
    pub fn proven(&self) -> Option<R> {
        self.rung().filter(|_| self.proven.get())
    }

    /// Who answered.
    #[must_use]
    pub const fn account(&self) -> &Account {
        &self.account
    }

    /// What is known of each rung, in order.
    #[must_use]
    pub fn rungs(&self) -> Vec<(R, Standing)> {
        listed(&self.rungs, &self.standings.borrow())
    }

    fn note(&self, at: usize, what: Standing) {
        if let Some(standing) = self.standings.borrow_mut().get_mut(at) {
            *standing = what;
        }
    }

    /// Stands on the next higher rung whose probe succeeds; says whether there is one.
    async fn step_up(&self) -> bool {
        for at in self.at.get() + 1..self.rungs.len() {
            let Some((_, way)) = self.rungs.get(at) else {
                break;
            };
            match self.goal.probe(way, &self.clock).await {
                Ok(_) => {
                    self.note(at, Standing::Works);
                    self.at.set(at);
                    return true;
                }
                Err(why) => self.note(at, Standing::Failed(why.kind)),
            }
        }
        false
    }

    /// Why no rung takes a write, when `refused` is what was said to it. It is the way, and not the
    /// role, where a store said so, or where its own page could not be asked to send the write.
    fn refusal(&self, refused: Fault) -> Fault {
        let standings = self.standings.borrow();
        let needs_page = standings.contains(&Standing::Failed(FaultKind::NeedsPage));
        Fault {
            kind: if needs_page {
                FaultKind::NeedsPage
            } else {
                refused.kind
            },
            ..refused
        }
    }
}

impl<R: Copy + PartialEq, T: Transport, C: Clock> Transport for Ladder<R, T, C> {
    /// Sends a request by the rung that carries the calls. A write that is refused for the way it
    /// came was not done, so it is sent by the next rung, and so on until one is taken.
    async fn send(&self, request: &Request) -> Result<Response, Fault> {
        let stood_at = self.at.get();
        loop {
            let at = self.at.get();
            let Some((_, way)) = self.rungs.get(at) else {
                return Err(Fault::of(FaultKind::Bug));
            };
            let response = way.send(request).await?;
            let refused = match fault::check(self.goal.side, &response) {
                Ok(()) => {
                    self.proven.set(self.proven.get() || request.is_write());
                    return Ok(response);
                }
                Err(fault) => fault,
            };
            let may_climb = request.is_write() && !self.proven.get();
            if !may_climb || !is_refused_write(refused.kind) {
                return Ok(response);
            }
            self.note(at, Standing::ReadsOnly);
            if !self.step_up().await {
                // Reads go on where they went before.
                self.at.set(stood_at);
                return Err(self.refusal(refused));
            }
        }
    }

    fn footing(&self) -> Footing {
        Footing {
            is_proven: self.proven.get(),
            ..Footing::default()
        }
    }
}

impl Goal {
    /// Asks a store who it is and who is signed in. Reads only.
    async fn probe(&self, way: &impl Transport, clock: &impl Clock) -> Result<Account, Fault> {
        let mut found = Account::default();
        for (number, question) in account::questions(self.side).iter().enumerate() {
            let response = ask(way, clock, question).await?;
            account::answer(self.side, number, &response, &mut found)?;
        }
        match &found.store_key {
            Some(key) if !key.eq_ignore_ascii_case(&self.store_key) => {
                Err(Fault::of(FaultKind::WrongStore))
            }
            _ => Ok(found),
        }
    }
}

fn listed<R: Copy, T>(rungs: &[(R, T)], standings: &[Standing]) -> Vec<(R, Standing)> {
    let rungs = rungs.iter().map(|(rung, _)| *rung);
    rungs.zip(standings.iter().cloned()).collect()
}

/// Whether another rung may do better: the store answered, but not to this credential.
const fn is_about_the_way(kind: FaultKind) -> bool {
    rank(kind).is_some()
}

/// Whether a write was refused so that another rung may do better.
const fn is_refused_write(kind: FaultKind) -> bool {
    matches!(kind, FaultKind::NotAllowed | FaultKind::NeedsPage)
}

/// Whether a fault tells a person more than another: that there is no page to ask, least of all.
fn says_more(one: &Fault, other: &Fault) -> bool {
    rank(one.kind) > rank(other.kind)
}

const fn rank(kind: FaultKind) -> Option<u8> {
    match kind {
        FaultKind::NeedsPage => Some(0),
        FaultKind::SignedOut => Some(1),
        FaultKind::NotAllowed => Some(2),
        FaultKind::WrongStore => Some(3),
        _ => None,
    }
}
