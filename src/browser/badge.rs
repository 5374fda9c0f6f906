//! The few characters on the toolbar button.

use super::ext::{self, object};

/// The colour of the button in the pages, so that both are seen to belong together.
const COLOUR: &str = "#1d4f45";

/// Shows `text` there; nothing where it is empty.
pub async fn show(text: &str) {
    let colour = object(&[("color", COLOUR.into())]);
    drop(ext::badge_colour(&colour).await);
    drop(ext::badge_text(&object(&[("text", text.into())])).await);
}
