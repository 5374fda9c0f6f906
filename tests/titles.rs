//! Titles that are hard to copy, for the whole-system and the end-to-end tests alike.

/// Forty titles such as shops have: blanks, umlauts, quotes, emoji, right-to-left text, a leading
/// equals sign, 255 characters, and two that differ only by case.
pub(crate) fn forty_titles() -> Vec<String> {
    let mut titles: Vec<String> = [
        "VIP",
        " leading blank",
        "trailing blank ",
        "two  blanks",
        "no\u{a0}break",
        "Lehrer & Schüler",
        "Straßenfest",
        "Café Club",
        "Cafe\u{301} decomposed",
        "\"quoted\"",
        "it's",
        "back\\slash",
        "<b>bold</b>",
        "=SUM(A1:A9)",
        "+49",
        "-minus",
        "@home",
        "Friends ❤",
        "👩‍👩‍👧 family",
        "🏳️‍🌈",
        "العملاء المميزون",
        "לקוחות",
        "عملاء VIP 2025",
        "日本語の顧客",
        "Ελλάδα",
        "Кириллица",
        "100 %",
        "a/b?c=d&e#f",
        "comma, semicolon;",
        "tab\tinside",
        "Gold",
        "GOLD",
        "0",
        "null",
        "Summer 2025",
        "Ünïcödé",
        "ﬁ ligature",
        "①②③",
        "Level 10",
    ]
    .map(str::to_owned)
    .to_vec();
    titles.push("x".repeat(250) + "äöüß€");
    assert_eq!(titles.len(), 40);
    titles
}
