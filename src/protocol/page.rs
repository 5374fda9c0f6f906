//! What a content script may say. It runs beside a page that may be hostile, so nothing in it is
//! believed: which store it belongs to is taken from what the browser says of the sender.

use serde::{Deserialize, Serialize};

/// Everything a content script may say.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "page")]
pub enum PageCall {
    /// An admin page is there.
    Hello,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_content_script_says_what_is_understood() {
        let script = include_str!("../../extension/content.js");
        assert!(script.contains("JSON.stringify({ page: 'hello' })"));
        assert_eq!(
            serde_json::from_str(r#"{"page":"hello"}"#).ok(),
            Some(PageCall::Hello)
        );
    }

    #[test]
    fn a_page_cannot_say_what_a_panel_says() {
        for text in [
            r#"{"page":"copy_groups"}"#,
            r#"{"v":1,"body":{"refresh":{}}}"#,
            r#""hello""#,
            "",
        ] {
            assert!(serde_json::from_str::<PageCall>(text).is_err(), "{text}");
        }
    }
}
