//! The one place from which the panel is read out without being asked. Whatever has news says it
//! there: one polite region, always in the page, so that announcements are few and none is lost.

use yew::prelude::*;

/// Where news are said.
#[derive(Clone, PartialEq)]
struct Announcer(Callback<AttrValue>);

#[derive(Clone, PartialEq, Properties)]
pub(in crate::panel) struct AnnouncedProps {
    pub(in crate::panel) children: Html,
}

/// What is inside can say news; the region stands at its end.
#[component]
pub(in crate::panel) fn Announced(props: &AnnouncedProps) -> Html {
    let said = use_state(AttrValue::default);
    let announcer = use_memo((), {
        let said = said.setter();
        move |()| Announcer(Callback::from(move |news| said.set(news)))
    });
    html! {
        <ContextProvider<Announcer> context={(*announcer).clone()}>
            { props.children.clone() }
            <p class="unseen" role="status">{ &*said }</p>
        </ContextProvider<Announcer>>
    }
}

/// A text that is shown, and read out once it becomes another one than it was when it came.
///
/// It is shown by whoever calls this and not by a component of its own: yew may leave the page to the
/// browser between two components, and a run that is over would still be said to go on.
pub(in crate::panel) fn as_it_changes(text: impl Into<AttrValue>) -> Html {
    let text = text.into();
    html! { <>{ &text }<Told {text} /></> }
}

/// The same, and read out as soon as it comes.
pub(in crate::panel) fn as_it_comes(text: impl Into<AttrValue>) -> Html {
    let text = text.into();
    html! { <>{ &text }<Told {text} at_once={true} /></> }
}

#[derive(Clone, PartialEq, Properties)]
pub(in crate::panel) struct ToldProps {
    /// What is said where it is news.
    pub(in crate::panel) text: AttrValue,
    /// Whether it is said as soon as it comes; otherwise once it changes.
    #[prop_or_default]
    pub(in crate::panel) at_once: bool,
}

/// Reads a text out when it is news, and shows nothing.
#[component]
pub(in crate::panel) fn Told(props: &ToldProps) -> Html {
    let announcer = use_context::<Announcer>();
    let is_first = use_mut_ref(|| !props.at_once);
    use_effect_with(props.text.clone(), move |text| {
        let is_old = std::mem::take(&mut *is_first.borrow_mut());
        if let Some(Announcer(say)) = announcer.filter(|_| !is_old && !text.is_empty()) {
            say.emit(text.clone());
        }
    });
    html! {}
}
