//! Small pictures, drawn here: no font, no file, no vendor's mark. Never the only bearer of a meaning.

use yew::prelude::*;

/// Which picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::panel) enum Picture {
    Tandem,
    Same,
    Near,
    Only,
    Collide,
    Default,
    Warn,
    Refresh,
    OutIn,
    Close,
    Link,
    Wait,
    Ask,
    People,
    Mail,
    Back,
}

#[derive(Clone, PartialEq, Properties)]
pub(in crate::panel) struct IconProps {
    pub(in crate::panel) picture: Picture,
}

/// One picture, hidden from assistive technology: the word beside it says it.
#[component]
pub(in crate::panel) fn Icon(props: &IconProps) -> Html {
    html! {
        <svg class="icon" viewBox="0 0 20 20" aria-hidden="true" focusable="false">
            <path d={path(props.picture)} />
        </svg>
    }
}

const fn path(picture: Picture) -> &'static str {
    match picture {
        Picture::Tandem => {
            "M5.5 9a4 4 0 1 0 0 8 4 4 0 0 0 0-8Zm9 0a4 4 0 1 0 0 8 4 4 0 0 0 0-8ZM5.5 13 9 6h4l1.5 7M7.4 9.2h6.2"
        }
        Picture::Same => "m4 10.5 4 4 8-9",
        Picture::Near => {
            "M3 7.5c2-2 4-2 6.5-.3s4.500 1.700 7.500-.4M3 13.500c2-2 4-2 6.500-.3s4.500 1.700 7.500-.4"
        }
        Picture::Only => "M10 4v12M4 10h12",
        Picture::Collide => "M7 3H3v4m0-4 6 6v8m4-14h4v4m0-4-6 6",
        Picture::Default => "M4 10h12",
        Picture::Warn => "M10 3 2 17h16L10 3Zm0 5v4m0 2.200v.1",
        Picture::Refresh => "M16 5v4h-4m3.800-.2A6.200 6.200 0 1 0 16 12",
        Picture::OutIn => "M8 4H4v12h12v-4M11 4h5v5m0-5-7 7",
        Picture::Close => "m5 5 10 10M15 5 5 15",
        Picture::Link => "M4 7h10l-3-3m5 9H6l3 3",
        Picture::Wait => "M10 3a7 7 0 1 0 0 14 7 7 0 0 0 0-14Zm0 3.500V10l2.500 2",
        Picture::Ask => {
            "M6.800 7.200a3.200 3.200 0 1 1 4.700 2.900c-1 .6-1.500 1.100-1.500 2.400m0 3.300v.1"
        }
        Picture::People => {
            "M7.500 4a2.700 2.700 0 1 0 0 5.400 2.700 2.700 0 0 0 0-5.400ZM2.500 16a5 5 0 0 1 10 0M13 4.400a2.700 2.700 0 0 1 0 4.700m1.500 2.800a5 5 0 0 1 3 4.100"
        }
        Picture::Mail => "M3 5.500h14v9H3zm0 .5 7 5 7-5",
        Picture::Back => "M12 4.500 6.500 10l5.500 5.500",
    }
}
