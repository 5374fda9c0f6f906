//! The languages that the panel speaks, and which of them it speaks to whom. Pure.

use unic_langid::LanguageIdentifier;

/// A language that the panel speaks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Language {
    /// English: built in, and what is spoken where another cannot be had.
    #[default]
    English,
    /// French.
    French,
    /// Dutch.
    Dutch,
    /// German.
    German,
    /// Spanish.
    Spanish,
}

impl Language {
    /// All of them, in the order in which they are offered.
    pub(super) const ALL: [Self; 5] = [
        Self::English,
        Self::French,
        Self::Dutch,
        Self::German,
        Self::Spanish,
    ];

    /// Its tag, which is also the name of its file.
    #[must_use]
    pub(super) const fn tag(self) -> &'static str {
        match self {
            Self::English => "en",
            Self::French => "fr",
            Self::Dutch => "nl",
            Self::German => "de",
            Self::Spanish => "es",
        }
    }

    /// What those who speak it call it. Never translated: whoever looks for it knows it so.
    #[must_use]
    pub(super) const fn own_name(self) -> &'static str {
        match self {
            Self::English => "English",
            Self::French => "Français",
            Self::Dutch => "Nederlands",
            Self::German => "Deutsch",
            Self::Spanish => "Español",
        }
    }

    /// The language of a tag such as `fr-BE`, whoever wrote it; `None` where it is not spoken here.
    #[must_use]
    pub(super) fn of(tag: &str) -> Option<Self> {
        let tag: LanguageIdentifier = tag.trim().parse().ok()?;
        Self::ALL
            .into_iter()
            .find(|language| tag.language.as_str() == language.tag())
    }
}

/// The language to speak: the person's choice, else the admin page's, else the first of the
/// browser's that is spoken here.
#[must_use]
pub(super) fn pick(
    chosen: Option<Language>,
    page: Option<Language>,
    browser: &[String],
) -> Language {
    let first_known = || browser.iter().find_map(|tag| Language::of(tag));
    chosen.or(page).or_else(first_known).unwrap_or_default()
}

/// The tag to write dates and numbers by: as where the browser is used, if that is of the language
/// (`fr-BE`), else as the language has it. Well formed, whatever the browser says.
#[must_use]
pub(super) fn region(language: Language, browser: &[String]) -> String {
    browser
        .iter()
        .find(|tag| Language::of(tag) == Some(language))
        .and_then(|tag| tag.trim().parse::<LanguageIdentifier>().ok())
        .map_or_else(|| language.tag().to_owned(), |tag| tag.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tags(tags: &[&str]) -> Vec<String> {
        tags.iter().map(|&tag| tag.to_owned()).collect()
    }

    #[test]
    fn a_tag_is_known_by_its_language_alone() {
        for (tag, language) in [
            ("fr", Some(Language::French)),
            ("FR-be", Some(Language::French)),
            ("nl_NL", Some(Language::Dutch)),
            (" de ", Some(Language::German)),
            ("es-419", Some(Language::Spanish)),
            ("en-GB", Some(Language::English)),
            ("", None),
            ("f", None),
            ("fry", None),
            ("../fr", None),
            ("pt-BR", None),
        ] {
            assert_eq!(Language::of(tag), language, "{tag}");
        }
    }

    #[test]
    fn the_choice_goes_before_the_page_and_the_page_before_the_browser() {
        let (dutch, german) = (Some(Language::Dutch), Some(Language::German));
        let browser = tags(&["pt-BR", "es-MX", "en"]);
        assert_eq!(pick(dutch, german, &browser), Language::Dutch);
        assert_eq!(pick(None, german, &browser), Language::German);
        assert_eq!(pick(None, None, &browser), Language::Spanish);
        assert_eq!(pick(None, None, &tags(&["pt"])), Language::English);
        assert_eq!(pick(None, None, &[]), Language::English);
    }

    #[test]
    fn numbers_are_written_as_where_the_browser_is_used() {
        let browser = tags(&["nl-BE", "fr-BE", "fr"]);
        assert_eq!(region(Language::French, &browser), "fr-BE");
        assert_eq!(region(Language::Dutch, &browser), "nl-BE");
        assert_eq!(region(Language::German, &browser), "de");
        assert_eq!(region(Language::Spanish, &tags(&["es_MX"])), "es-MX");
    }
}
