//! Rung 2: our own calls to one store, told as if they came from its own page. A rule of the
//! browser's, for this session, and for nobody's calls but ours.

use std::cell::RefCell;

use tandem_core::{Fault, FaultKind, Side, Sides};
use wasm_bindgen::JsValue;

use super::{
    address,
    ext::{self, object},
    runtime,
};

thread_local! {
    /// The roots that a rule of this life of the background speaks of.
    static SET: RefCell<Sides<Option<String>>> = RefCell::default();
}

/// Has calls of ours to the API at `root` carry the origin of its own pages.
///
/// # Errors
/// `NeedsPage` where the browser does not take the rule: nothing was sent then.
pub(super) async fn pretend(side: Side, root: &str) -> Result<(), Fault> {
    if SET.with_borrow(|set| set.get(side).as_deref() == Some(root)) {
        return Ok(());
    }
    let rule = rule(side, root).ok_or(Fault::of(FaultKind::Bug))?;
    let change = object(&[
        ("removeRuleIds", list(&[number(side).into()])),
        ("addRules", list(&[rule])),
    ]);
    ext::update_session_rules(&change)
        .await
        .map_err(|_| Fault::of(FaultKind::NeedsPage))?;
    SET.with_borrow_mut(|set| *set.get_mut(side) = Some(root.to_owned()));
    Ok(())
}

/// Takes the rule of a side away, also one that an earlier life of the background left.
pub async fn stop_pretending(side: Side) {
    let change = object(&[("removeRuleIds", list(&[number(side).into()]))]);
    drop(ext::update_session_rules(&change).await);
    SET.with_borrow_mut(|set| *set.get_mut(side) = None);
}

const fn number(side: Side) -> u32 {
    match side {
        Side::Pos => 1,
        Side::Ecom => 2,
    }
}

fn rule(side: Side, root: &str) -> Option<JsValue> {
    let at = address::parse(root)?;
    let own = address::parse(&format!("{}/", runtime::own_origin()?))?;
    let colon = if at.port.is_empty() { "" } else { ":" };
    let origin = format!("{}//{}{colon}{}", at.protocol, at.hostname, at.port);
    let header = |name: &str, value: &str| -> JsValue {
        object(&[
            ("header", name.into()),
            ("operation", "set".into()),
            ("value", value.into()),
        ])
        .into()
    };
    let headers = [
        header("origin", &origin),
        header("referer", &format!("{origin}/")),
        header("sec-fetch-site", "same-origin"),
    ];
    let condition = object(&[
        ("requestDomains", list(&[at.hostname.as_str().into()])),
        ("resourceTypes", list(&["xmlhttprequest".into()])),
        // Nobody's calls but those of our own background, which is in no tab.
        ("initiatorDomains", list(&[own.hostname.as_str().into()])),
        ("tabIds", list(&[(-1).into()])),
    ]);
    let action = object(&[
        ("type", "modifyHeaders".into()),
        ("requestHeaders", list(&headers)),
    ]);
    Some(
        object(&[
            ("id", number(side).into()),
            ("condition", condition.into()),
            ("action", action.into()),
        ])
        .into(),
    )
}

fn list(of: &[JsValue]) -> JsValue {
    of.iter().collect::<js_sys::Array>().into()
}
