//! A group's title as it is: its own direction, its blanks to be seen where they matter.

use yew::prelude::*;

use crate::panel::words::say;

#[derive(Clone, PartialEq, Properties)]
pub(in crate::panel) struct TitleProps {
    pub(in crate::panel) text: AttrValue,
    /// Shows blanks at the ends, doubled ones and unusual ones as signs.
    #[prop_or_default]
    pub(in crate::panel) exact: bool,
}

/// A title, set apart in direction from the words around it.
#[component]
pub(in crate::panel) fn Title(props: &TitleProps) -> Html {
    if props.text.trim().is_empty() {
        return html! { <em class="muted">{ say("empty-title") }</em> };
    }
    if !props.exact {
        return html! { <bdi class="title" dir="auto">{ &props.text }</bdi> };
    }
    let pieces = pieces(&props.text).into_iter().map(|piece| match piece {
        Piece::Text(text) => html! { { text } },
        // The blank itself stays in the text, so that a copy of it is the title; the sign is style.
        Piece::Blank(blank) => html! { <span class="blank">{ blank }</span> },
    });
    html! { <bdi class="title" dir="auto">{ for pieces }</bdi> }
}

#[derive(Debug, PartialEq, Eq)]
enum Piece {
    Text(String),
    Blank(char),
}

/// The text with every blank that a person would overlook set apart.
fn pieces(text: &str) -> Vec<Piece> {
    let inner = text.trim().len();
    let start = text.len() - text.trim_start().len();
    let mut pieces = Vec::new();
    let mut before = ' ';
    for (place, letter) in text.char_indices() {
        let at_end = place < start || place >= start + inner;
        let odd = letter.is_whitespace() && (letter != ' ' || before == ' ');
        if at_end || odd {
            pieces.push(Piece::Blank(letter));
        } else if let Some(Piece::Text(run)) = pieces.last_mut() {
            run.push(letter);
        } else {
            pieces.push(Piece::Text(letter.to_string()));
        }
        before = letter;
    }
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blanks_that_are_overlooked_are_shown() {
        let shown = |text| {
            let piece = |piece| match piece {
                Piece::Text(text) => text,
                Piece::Blank(_) => "·".to_owned(),
            };
            pieces(text).into_iter().map(piece).collect::<String>()
        };
        assert_eq!(shown("VIP gold"), "VIP gold");
        assert_eq!(shown(" VIP  gold "), "·VIP ·gold·");
        assert_eq!(shown("Staff\u{a0}Discount"), "Staff·Discount");
        assert_eq!(shown("ä "), "ä·");
    }
}
