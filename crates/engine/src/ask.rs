//! One request until it has an answer that counts: waits and repeats where that is safe.

use tandem_backends::{Request, Response, fault};
use tandem_core::{Fault, FaultKind};

use crate::{Clock, Transport};

/// How often one request is repeated at most.
const MOST_TRIES: u32 = 3;

/// The longest wait that a store may ask for before the fault is passed on, in seconds.
const LONGEST_WAIT: u32 = 120;

/// What to wait where a store says "too many calls" and not how long.
const USUAL_WAIT: u32 = 30;

/// Sends `request`, repeating it where [`wait_before_retry`] allows.
pub(crate) async fn ask(
    transport: &impl Transport,
    clock: &impl Clock,
    request: &Request,
) -> Result<Response, Fault> {
    ask_again(transport, clock, request, request.is_write()).await
}

/// As [`ask`], where the caller knows whether the request changes anything: a batch is posted even
/// when it only reads.
pub(crate) async fn ask_again(
    transport: &impl Transport,
    clock: &impl Clock,
    request: &Request,
    is_write: bool,
) -> Result<Response, Fault> {
    let mut tries = 0;
    loop {
        let answer = match transport.send(request).await {
            Ok(response) => fault::check(request.side, &response).map(|()| response),
            Err(fault) => Err(fault),
        };
        tries += 1;
        let Err(fault) = answer else {
            return answer;
        };
        match wait_before_retry(is_write, fault.kind, tries) {
            Some(seconds) => clock.wait(seconds).await,
            None => return Err(fault),
        }
    }
}

/// How many seconds to wait before the request is sent again; `None` means not to.
///
/// A write is repeated only where the store said that it did not take it. After a lost reply it may
/// have been done, so it is looked up by the run's read-back and never repeated here.
fn wait_before_retry(is_write: bool, kind: FaultKind, tries: u32) -> Option<u32> {
    if tries >= MOST_TRIES {
        return None;
    }
    match kind {
        FaultKind::RateLimited { seconds } => {
            Some(seconds.unwrap_or(USUAL_WAIT).max(1)).filter(|wait| *wait <= LONGEST_WAIT)
        }
        FaultKind::Offline | FaultKind::StoreFailed { .. } if !is_write => Some(tries),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_read_is_repeated_a_few_times() {
        let kind = FaultKind::StoreFailed { status: 503 };
        let waits: Vec<_> = (1..=3)
            .map(|tries| wait_before_retry(false, kind, tries))
            .collect();
        assert_eq!(waits, [Some(1), Some(2), None]);
    }

    #[test]
    fn a_write_without_an_answer_is_never_repeated() {
        for kind in [
            FaultKind::Offline,
            FaultKind::StoreFailed { status: 500 },
            FaultKind::Damaged,
        ] {
            assert_eq!(wait_before_retry(true, kind, 1), None, "{kind:?}");
        }
    }

    #[test]
    fn a_store_that_asks_to_wait_is_obeyed_within_reason() {
        let limited = |seconds| FaultKind::RateLimited { seconds };
        assert_eq!(wait_before_retry(true, limited(Some(7)), 1), Some(7));
        assert_eq!(wait_before_retry(true, limited(Some(0)), 1), Some(1));
        assert_eq!(wait_before_retry(false, limited(None), 1), Some(USUAL_WAIT));
        assert_eq!(wait_before_retry(false, limited(Some(3600)), 1), None);
    }

    #[test]
    fn what_would_end_alike_is_not_repeated() {
        for kind in [
            FaultKind::SignedOut,
            FaultKind::NotAllowed,
            FaultKind::PlanLacks,
        ] {
            assert_eq!(wait_before_retry(false, kind, 1), None, "{kind:?}");
        }
    }
}
