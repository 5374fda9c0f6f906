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

#[derive(Clone, PartialEq, Properties)]
pub(in crate::panel) struct ToldProps {
    /// What is shown here and, where it is news, said.
    pub(in crate::panel) text: AttrValue,
    /// Whether it is said, and not shown.
    #[prop_or_default]
    pub(in crate::panel) unseen: bool,
    /// Whether it is said as soon as it comes; otherwise once it changes.
    #[prop_or_default]
    pub(in crate::panel) at_once: bool,
}

/// A text that is read out when it is news.
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
    html! {
        if !props.unseen { { &props.text } }
    }
}
