//! A language that nobody speaks: English with accents, in brackets. Whatever any test draws is
//! drawn in it too, and what stands there without brackets is hard-coded, or is a shop's own data.

use std::rc::Rc;

use crate::panel::{
    language::Language,
    words::{speak, with_commas},
};

const ENGLISH: &str = include_str!("../../../static/locales/en.ftl");

/// Attributes that a person reads or hears.
const READ: [&str; 6] = [
    "aria-label",
    "aria-description",
    "aria-valuetext",
    "alt",
    "placeholder",
    "title",
];

/// Elements that have no end.
const VOID: [&str; 4] = ["input", "br", "wbr", "img"];

/// Draws in the language that nobody speaks.
pub(super) fn spoken<T>(draw: impl FnOnce() -> T) -> T {
    thread_local! {
        static SOURCE: String = pseudo(ENGLISH);
    }
    SOURCE.with(|source| speak(Language::English, "en", Some(source), Rc::new(with_commas)));
    let drawn = draw();
    speak(Language::English, "en", None, Rc::new(with_commas));
    drawn
}

/// Every text of these words in brackets and with accents; what Fluent reads stays as it is.
fn pseudo(source: &str) -> String {
    let mut out = String::new();
    let mut depth = 0_usize;
    for line in source.lines() {
        let inner = line.trim_start();
        let begins = line.starts_with(|letter: char| letter.is_ascii_lowercase());
        let text_from = if begins {
            line.find(" = ").map(|at| at + 3)
        } else if depth == 0 {
            None
        } else if inner.starts_with('[') || inner.starts_with("*[") {
            line.find(']').map(|at| at + 1)
        } else if inner.starts_with('}') {
            depth -= 1;
            line.find('}').map(|at| at + 1)
        } else {
            panic!("a sentence stands on one line: {line}")
        };
        let (syntax, text) = line.split_at(text_from.unwrap_or(line.len()));
        out.push_str(syntax);
        pieces(text, &mut depth, &mut out);
        out.push('\n');
    }
    assert_eq!(depth, 0);
    out
}

/// One line's text; a brace that stays open begins a choice.
fn pieces(text: &str, depth: &mut usize, out: &mut String) {
    let mut rest = text;
    while let Some((words, from)) = rest.split_once('{') {
        out.push_str(&marked(words));
        out.push('{');
        let Some((value, after)) = from.split_once('}') else {
            *depth += 1;
            out.push_str(from);
            return;
        };
        out.push_str(value);
        out.push('}');
        rest = after;
    }
    out.push_str(&marked(rest));
}

fn marked(words: &str) -> String {
    let core = words.trim();
    if core.is_empty() {
        return words.to_owned();
    }
    let accents: String = core.chars().map(accent).collect();
    words.replacen(core, &format!("⟦{accents}⟧"), 1)
}

const fn accent(letter: char) -> char {
    match letter {
        'a' => 'á',
        'e' => 'ê',
        'i' => 'ï',
        'o' => 'ø',
        'u' => 'ü',
        'n' => 'ñ',
        's' => 'š',
        'E' => 'Ê',
        'P' => 'Þ',
        other => other,
    }
}

/// Fails where a person would read or hear something that is neither of the words nor of `state`,
/// or data whose direction could turn the words around it.
#[track_caller]
pub(super) fn assert_no_plain_text(state: &impl std::fmt::Debug, html: &str) {
    let Strays { plain, loose } = strays(state, html);
    assert!(plain.is_empty(), "put these into en.ftl: {plain:?}");
    assert!(loose.is_empty(), "put these into <bdi dir=auto>: {loose:?}");
}

/// What stands where it should not.
#[derive(Debug, Default)]
struct Strays {
    /// Neither words nor data.
    plain: Vec<String>,
    /// Data whose direction is not its own.
    loose: Vec<String>,
}

fn strays(state: &impl std::fmt::Debug, html: &str) -> Strays {
    let data = data_of(&format!("{state:?}"));
    let is_data = |piece: &str| data.iter().any(|text| text.contains(piece));
    let mut strays = Strays::default();
    for shown in shown(html) {
        let left = outside_brackets(&shown.text);
        let words: Vec<_> = left
            .iter()
            .flat_map(|piece| piece.split(['\n', '→', '·', '\u{2068}', '\u{2069}']))
            .map(|piece| piece.trim_matches(|sign: char| sign == ' ' || ":,()".contains(sign)))
            .filter(|piece| piece.contains(char::is_alphabetic))
            .collect();
        let plain = words.iter().filter(|piece| !is_data(piece));
        strays.plain.extend(plain.map(|&piece| piece.to_owned()));
        if !words.is_empty() && !shown.text.contains('⟦') && !shown.is_apart {
            strays.loose.push(shown.text);
        }
    }
    strays
}

/// The pieces that no brackets close in.
fn outside_brackets(text: &str) -> Vec<String> {
    text.split('⟦')
        .enumerate()
        .map(|(place, piece)| match piece.split_once('⟧') {
            Some((_, after)) if place > 0 => after.to_owned(),
            _ => piece.to_owned(),
        })
        .collect()
}

/// All texts that a value has: what stands in quotes when it is written for a developer, and ids.
fn data_of(debug: &str) -> Vec<String> {
    let words = debug.split(|letter: char| !(letter.is_alphanumeric() || letter == '-'));
    let ids = words.filter(|word| word.contains(|letter: char| letter.is_ascii_digit()));
    let mut texts: Vec<String> = ids.map(str::to_owned).collect();
    let mut letters = debug.chars();
    while letters.by_ref().any(|letter| letter == '"') {
        let mut text = String::new();
        while let Some(letter) = letters.next() {
            match letter {
                '"' => break,
                '\\' => text.push(escaped(&mut letters)),
                letter => text.push(letter),
            }
        }
        texts.push(text);
    }
    texts
}

fn escaped(letters: &mut std::str::Chars<'_>) -> char {
    match letters.next() {
        Some('n') => '\n',
        Some('t') => '\t',
        Some('u') => {
            let code: String = letters.by_ref().skip(1).take_while(|c| *c != '}').collect();
            let code = u32::from_str_radix(&code, 16).unwrap();
            char::from_u32(code).unwrap()
        }
        Some(letter) => letter,
        None => '\\',
    }
}

/// Something that a person reads or hears.
struct Shown {
    text: String,
    /// Whether its direction is its own.
    is_apart: bool,
}

fn shown(html: &str) -> Vec<Shown> {
    let mut shown = Vec::new();
    // The opening tags of the elements that are open here.
    let mut open: Vec<&str> = Vec::new();
    for piece in html.split('<').skip(1) {
        let (tag, text) = piece.split_once('>').unwrap();
        if tag.starts_with('/') {
            open.pop();
        } else {
            let read = READ.iter().filter_map(|name| {
                let (_, value) = tag.split_once(&format!(" {name}=\""))?;
                Some(value.split('"').next().unwrap())
            });
            // An attribute has one direction, and no sentence beside it.
            shown.extend(read.map(|value| Shown {
                text: plain(value),
                is_apart: true,
            }));
            let name = tag.split(' ').next().unwrap();
            if !VOID.contains(&name) {
                open.push(tag);
            }
        }
        // What says which language it is in is a name of that language; a key is what stands on it.
        let is_name = |tag: &&str| tag.contains(" lang=\"") || tag.starts_with("kbd");
        if text.trim().is_empty() || open.iter().any(is_name) {
            continue;
        }
        let is_apart = open
            .iter()
            .any(|tag| tag.starts_with("bdi") || tag.contains("dir=\"auto\"") || is_address(tag));
        shown.push(Shown {
            text: plain(text),
            is_apart,
        });
    }
    assert!(open.is_empty(), "{open:?}");
    shown
}

/// The address of a store has Latin letters only.
fn is_address(tag: &str) -> bool {
    tag.contains("class=\"muted host\"")
}

fn plain(html: &str) -> String {
    html.replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&#x27;", "'")
        .replace("&#x2F;", "/")
        .replace("&amp;", "&")
}

#[test]
fn words_are_marked_and_what_fluent_reads_is_not() {
    let source = "a-key = Say { $count } twice.\nb = { $count ->\n    [one] One\n   *[other] { $count } more\n}, and\n";
    let marked = "a-key = ⟦Sáy⟧ { $count } ⟦twïcê.⟧\nb = { $count ->\n    [one] ⟦Oñê⟧\n   *[other] { $count } ⟦mørê⟧\n}⟦, áñd⟧\n";
    assert_eq!(pseudo(source), marked);
    let resource = fluent_bundle::FluentResource::try_new(pseudo(ENGLISH));
    assert!(resource.is_ok());
}

#[test]
fn what_stands_where_it_should_not_is_found() {
    let html = "<p><bdi>Mika</bdi> ⟦ïš⟧</p><p title=\"⟦a⟧\">Hello</p><button aria-label=\"Tell\"></button>";
    let found = strays(&"Mika", html);
    assert_eq!(found.plain, ["Hello", "Tell"]);
    assert_eq!(found.loose, ["Hello"]);
    assert_eq!(strays(&"Mika", "<p>Mika</p>").loose, ["Mika"]);
    assert_eq!(
        strays(&"Mika", "<p><b lang=\"de\">Deutsch</b></p>").plain,
        [""; 0]
    );
}
