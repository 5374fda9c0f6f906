//! Where the keyboard goes when what it was on is gone. Never taken from the admin page around us.

use wasm_bindgen::JsCast;
use web_sys::HtmlElement;
use yew::prelude::*;

use crate::browser::runtime;

/// A place that takes the focus when it comes, while a person works in the panel.
#[hook]
pub(in crate::panel) fn use_on_arrival() -> NodeRef {
    let node = use_node_ref();
    use_effect_with((), {
        let node = node.clone();
        move |()| take(&node)
    });
    node
}

/// A place that takes the focus each time that `what` becomes another, but not when it comes.
#[hook]
pub(in crate::panel) fn use_on_change<T: PartialEq + 'static>(what: T) -> NodeRef {
    let node = use_node_ref();
    let is_first = use_mut_ref(|| true);
    use_effect_with(what, {
        let node = node.clone();
        move |_| {
            if !is_first.replace(false) {
                take(&node);
            }
        }
    });
    node
}

/// Gives the focus back to a place that is drawn again, where nothing has it: what had it went with the
/// place.
#[hook]
pub(in crate::panel) fn use_back_on(node: NodeRef, is_drawn: bool) {
    use_effect_with(is_drawn, move |is_drawn| {
        if *is_drawn && is_nowhere(&node) {
            take(&node);
        }
    });
}

fn is_nowhere(node: &NodeRef) -> bool {
    let page = node
        .cast::<HtmlElement>()
        .and_then(|it| it.owner_document());
    page.is_some_and(|page| {
        page.active_element()
            .is_none_or(|it| it.tag_name() == "BODY")
    })
}

/// Gives the focus to the element with this id.
pub(in crate::panel) fn to(id: &str) {
    let element = runtime::element(id).and_then(|element| element.dyn_into::<HtmlElement>().ok());
    if let Some(element) = element {
        drop(element.focus());
    }
}

/// Gives it to this place, while a person works in the panel.
pub(in crate::panel) fn take(node: &NodeRef) {
    if let Some(element) = node.cast::<HtmlElement>()
        && is_in_use(&element)
    {
        drop(element.focus());
    }
}

/// Whether the page that holds `element` has the keyboard.
fn is_in_use(element: &HtmlElement) -> bool {
    element
        .owner_document()
        .and_then(|page| page.has_focus().ok())
        .unwrap_or(false)
}
