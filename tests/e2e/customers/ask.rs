//! Asking the background as the panel does: from the panel's own page, in the protocol's words.

use std::time::Duration;

use serde_json::json;
use tandem::protocol::{
    VERSION,
    customers::{CustomersState, CustomersView},
    panel::{Answer, Call, Envelope, Look},
    view::{GroupsView, Phase, View},
};
use tandem_core::Fault;
use tandem_pilot::{Shop, wait_until};

/// How long a reading or a run may take.
const PATIENCE: Duration = Duration::from_secs(90);

/// Asks, from the panel that is in use.
pub(crate) fn ask<C: Call>(shop: &Shop, call: C) -> Result<C::Reply, Fault> {
    let body = call.wrap();
    let message = serde_json::to_string(&Envelope { v: VERSION, body }).unwrap();
    let send = "const [message, done] = arguments;
        chrome.runtime.sendMessage(message).then(done, error => done(String(error)))";
    let said = shop.driver.js_async(send, &json!([message])).unwrap();
    let answer = serde_json::from_str(said.as_str().unwrap_or_default());
    let said = format!("{message} is answered with {said}");
    match answer.map_err(|_| &said).unwrap() {
        Answer::Reply(reply) => Ok(reply),
        Answer::Fault(fault) => Err(fault),
        Answer::OtherVersion | Answer::Refused => unreachable!("{said}"),
    }
}

/// What is shown at this moment.
pub(crate) fn view(shop: &Shop) -> View {
    ask(shop, Look {}).unwrap()
}

/// Waits until customers are shown as `is_so` says, and gives that back.
pub(crate) fn customers(
    shop: &Shop,
    what: &str,
    is_so: impl Fn(&CustomersView) -> bool,
) -> CustomersView {
    let mut last = CustomersView::default();
    let waited = wait_until(what, PATIENCE, || {
        last = view(shop).customers;
        Ok(is_so(&last))
    });
    assert!(waited.is_ok(), "{what}: {last:#?}");
    last
}

/// Waits until the groups are known.
pub(crate) fn groups_are_read(shop: &Shop) {
    wait_until("the groups are read", PATIENCE, || {
        Ok(matches!(view(shop).groups, GroupsView::Ready { .. }))
    })
    .unwrap();
}

pub(crate) const fn is_ready(view: &CustomersView) -> bool {
    matches!(view.state, CustomersState::Ready(_))
}

/// Whether the run is over and read back.
pub(crate) fn is_finished(view: &CustomersView) -> bool {
    let phase = view.run.as_ref().map(|run| &run.phase);
    is_ready(view) && phase == Some(&Phase::Finished)
}
