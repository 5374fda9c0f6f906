//! The connection ladder: which way to a store works, and who answers at its end.

use tandem_backends::account::{self, Account};
use tandem_core::{Fault, FaultKind, Side};

use crate::{Clock, Transport, ask::ask};

/// A way to a store that was probed and works.
#[derive(Clone, Debug)]
pub struct Reached<R, T> {
    /// Which rung it is.
    pub rung: R,
    /// The way itself.
    pub transport: T,
    /// Who answered.
    pub account: Account,
}

/// Tries the rungs in the order given and takes the first whose probe reads succeed.
///
/// # Errors
/// The fault of the last rung tried. Where the store cannot be reached at all no further rung is.
pub async fn climb<R, T: Transport>(
    rungs: impl IntoIterator<Item = (R, T)>,
    clock: &impl Clock,
    side: Side,
    store_key: &str,
) -> Result<Reached<R, T>, Fault> {
    let mut last = Fault::of(FaultKind::SignedOut);
    for (rung, transport) in rungs {
        match probe(&transport, clock, side, store_key).await {
            Ok(account) => {
                return Ok(Reached {
                    rung,
                    transport,
                    account,
                });
            }
            Err(fault) if is_about_the_way(fault.kind) => last = fault,
            Err(fault) => return Err(fault),
        }
    }
    Err(last)
}

/// Asks a store who it is and who is signed in. Reads only.
async fn probe(
    transport: &impl Transport,
    clock: &impl Clock,
    side: Side,
    store_key: &str,
) -> Result<Account, Fault> {
    let mut found = Account::default();
    for (number, question) in account::questions(side).iter().enumerate() {
        let response = ask(transport, clock, question).await?;
        account::answer(side, number, &response, &mut found)?;
    }
    match &found.store_key {
        Some(key) if !key.eq_ignore_ascii_case(store_key) => Err(Fault::of(FaultKind::WrongStore)),
        _ => Ok(found),
    }
}

/// Whether another rung may do better: the store answered, but not to this credential.
const fn is_about_the_way(kind: FaultKind) -> bool {
    matches!(
        kind,
        FaultKind::SignedOut | FaultKind::NotAllowed | FaultKind::WrongStore
    )
}
