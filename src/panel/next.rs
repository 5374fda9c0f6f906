//! The one thing that helps most now: from nothing to in step, a step at a time. Pure.

use std::cmp::Ordering;

use tandem_core::{FaultKind, Side, Status};

use super::state::Tab;
use crate::protocol::{
    automatic::When,
    customers::{CustomersState, Guarded},
    view::{Connection, GroupsView, View},
};

/// What to do next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Next {
    /// Sign in to this side.
    SignIn(Side),
    /// Mend what is in the way of this side.
    Mend(Side),
    /// Nothing: both stores are being read.
    Wait,
    /// Copy so many group titles.
    Copy(usize),
    /// Decide about so many titles.
    Decide(usize),
    /// Read the customers.
    Read,
    /// Enter the passphrase.
    Unlock,
    /// Nothing: the customers are being read.
    Reading,
    /// Go on with a reading that was stopped.
    GoOn,
    /// Look why the customers could not be read.
    Unreadable,
    /// Answer so many questions about customers.
    Answer(u32),
    /// Sync so many customers.
    Sync(u32),
    /// Have both stores stay in step: all that Tandem may do is done.
    StayInStep,
    /// Nothing: they are kept in step.
    InStep,
}

impl Next {
    /// Where it is done.
    pub(super) const fn tab(self) -> Option<Tab> {
        match self {
            Self::SignIn(_) | Self::Mend(_) | Self::StayInStep | Self::InStep => None,
            Self::Wait | Self::Copy(_) | Self::Decide(_) => Some(Tab::Groups),
            Self::Unlock
            | Self::Read
            | Self::Reading
            | Self::GoOn
            | Self::Unreadable
            | Self::Sync(_) => Some(Tab::Customers),
            Self::Answer(_) => Some(Tab::Review),
        }
    }
}

/// How far one of the first steps is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Step {
    /// Done.
    Done,
    /// The one to do.
    Now,
    /// One that comes after it.
    Later,
}

/// The first use in three steps: the connections, the groups, the customers. `None` once it was gone
/// through: whoever had the customers read does not begin anew when a store is signed out.
pub(super) fn steps(view: &View) -> Option<[Step; 3]> {
    let is_kept = view.automatic.settings.when != When::Off;
    let was_read = matches!(view.customers.state, CustomersState::Ready(_));
    let at = match next(view) {
        Next::SignIn(_) | Next::Mend(_) | Next::Wait => 0,
        Next::Copy(_) | Next::Decide(_) => 1,
        Next::Read
        | Next::Reading
        | Next::GoOn
        | Next::Unreadable
        | Next::Answer(_)
        | Next::Sync(_) => 2,
        Next::Unlock | Next::StayInStep | Next::InStep => return None,
    };
    let is_through = is_kept || (was_read && at < 2);
    let step = |place: usize| match place.cmp(&at) {
        Ordering::Less => Step::Done,
        Ordering::Equal => Step::Now,
        Ordering::Greater => Step::Later,
    };
    (!is_through).then(|| [0, 1, 2].map(step))
}

/// The next step.
pub(super) fn next(view: &View) -> Next {
    for of in Side::BOTH {
        match view.connections.get(of) {
            Connection::Trouble { fault, .. } if fault.kind == FaultKind::SignedOut => {
                return Next::SignIn(of);
            }
            Connection::Trouble { .. } => return Next::Mend(of),
            Connection::NoStore | Connection::Checking | Connection::Connected { .. } => {}
        }
    }
    // Groups first, customers second; but who has begun with customers is not sent back to titles.
    let GroupsView::Ready { board, copy, .. } = &view.groups else {
        return Next::Wait;
    };
    let missing = copy.pos.titles.len() + copy.ecom.titles.len();
    let is_open = |status| matches!(status, Status::Near | Status::Collision);
    let undecided = board.rows.iter().filter(|row| is_open(row.status)).count();
    match (missing, undecided) {
        (0, 0) => of_customers(view),
        (0, undecided) => match of_customers(view) {
            Next::Read | Next::StayInStep | Next::InStep => Next::Decide(undecided),
            step => step,
        },
        (missing, _) => Next::Copy(missing),
    }
}

fn of_customers(view: &View) -> Next {
    if view.customers.guarded == Guarded::Locked {
        return Next::Unlock;
    }
    match &view.customers.state {
        CustomersState::NotRead => Next::Read,
        CustomersState::Opening => Next::Reading,
        CustomersState::Reading(reading) if reading.is_paused => Next::GoOn,
        CustomersState::Reading(_) => Next::Reading,
        CustomersState::Unreadable { .. } => Next::Unreadable,
        CustomersState::Ready(numbers) if numbers.questions > 0 => Next::Answer(numbers.questions),
        CustomersState::Ready(numbers) if numbers.to_sync > 0 => Next::Sync(numbers.to_sync),
        CustomersState::Ready(_) if view.automatic.settings.when == When::Off => Next::StayInStep,
        CustomersState::Ready(_) => Next::InStep,
    }
}
