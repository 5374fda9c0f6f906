//! Reading a drawn panel as a person does: by words, and by the names of its buttons.

/// The text of some HTML: tags taken out, entities turned back, each run of blanks one blank.
pub(super) fn text(html: &str) -> String {
    let mut text = String::new();
    for piece in html.split('<') {
        let (tag, words) = piece.split_once('>').unwrap_or(("", piece));
        // Inline elements do not part a word from its neighbour; all others do.
        let name = tag
            .trim_start_matches('/')
            .split(' ')
            .next()
            .unwrap_or_default();
        if !matches!(name, "bdi" | "span" | "strong" | "wbr" | "em") {
            text.push(' ');
        }
        text.push_str(words);
    }
    let text = text
        .replace("&amp;", "&")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&#x27;", "'")
        .replace("&#x2F;", "/");
    text.split(' ')
        .filter(|word| !word.is_empty())
        .collect::<Vec<_>>()
        .join(" ")
}

/// The opening tags and texts of all elements of this name.
pub(super) fn elements(html: &str, name: &str) -> Vec<(String, String)> {
    let (open, close) = (format!("<{name} "), format!("</{name}>"));
    html.split(&open)
        .skip(1)
        .filter_map(|rest| {
            let (tag, rest) = rest.split_once('>')?;
            let inner = rest.split_once(&close).map_or("", |(inner, _)| inner);
            Some((tag.to_owned(), text(inner).trim().to_owned()))
        })
        .collect()
}

/// The names of all buttons; those that cannot be pressed have a minus before them.
pub(super) fn buttons(html: &str) -> Vec<String> {
    let name = |(tag, text): (String, String)| {
        let label = tag
            .split_once("aria-label=\"")
            .and_then(|(_, rest)| rest.split_once('"'));
        let name = label.map_or(text, |(label, _)| label.to_owned());
        let sign = if tag.contains("disabled") { "-" } else { "" };
        format!("{sign}{name}")
    };
    elements(html, "button").into_iter().map(name).collect()
}

#[track_caller]
pub(super) fn assert_shows(html: &str, words: &[&str]) {
    let shown = text(html);
    for word in words {
        assert!(shown.contains(word), "{word:?} is missing in: {shown}");
    }
}

#[track_caller]
pub(super) fn assert_buttons(html: &str, wanted: &[&str]) {
    let found = buttons(html);
    for name in wanted {
        assert!(
            found.iter().any(|one| one == name),
            "no button {name:?} among {found:?}"
        );
    }
}
