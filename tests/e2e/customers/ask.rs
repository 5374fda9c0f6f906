//! Asking the background as the panel does: from the panel's own page, in the protocol's words.

use std::time::Duration;

use serde_json::json;
use tandem::protocol::{
    VERSION,
    customers::{BeginSync, CustomersState, CustomersView, MakePreview, ReadCustomers},
    panel::{Answer, Call, Envelope, Look},
    view::{GroupsView, Phase, View},
};
use tandem_core::{
    Fault,
    show::{PreviewHead, Purpose},
};
use tandem_pilot::{Shop, wait_until};

/// How long a reading or a run may take.
const PATIENCE: Duration = Duration::from_secs(90);

/// Asks, from the panel that is in use.
pub(crate) fn ask<C: Call>(shop: &Shop, call: C) -> Result<C::Reply, Fault> {
    asked(shop, call).unwrap()
}

/// Asks a background that may be ended meanwhile: the error is what the browser says of that.
pub(crate) fn asked<C: Call>(shop: &Shop, call: C) -> Result<Result<C::Reply, Fault>, String> {
    let body = call.wrap();
    let message = serde_json::to_string(&Envelope { v: VERSION, body }).unwrap();
    let send = "const [message, done] = arguments;
        chrome.runtime.sendMessage(message).then(done, error => done(String(error)))";
    let said = shop.driver.js_async(send, &json!([message])).unwrap();
    match serde_json::from_str(said.as_str().unwrap_or_default()) {
        Ok(Answer::Reply { with }) => Ok(Ok(with)),
        Ok(Answer::Fault { with }) => Ok(Err(with)),
        Ok(Answer::OtherVersion | Answer::Refused) | Err(_) => {
            Err(format!("{message} is answered with {said}"))
        }
    }
}

/// Reads both sides, by what changed where that is enough.
pub(crate) fn read(shop: &Shop) {
    ask(shop, ReadCustomers {}).unwrap();
    customers(shop, "both sides are read", is_ready);
}

/// The preview of everything that is to be written.
pub(crate) fn preview(shop: &Shop) -> PreviewHead {
    let purpose = Purpose::Everybody;
    ask(shop, MakePreview { purpose }).unwrap()
}

/// Begins to write what was previewed.
pub(crate) fn begin(shop: &Shop, head: &PreviewHead) {
    let begin = BeginSync {
        id: head.id,
        confirmed: true,
    };
    ask(shop, begin).unwrap();
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
