//! Text of the list, in one or several languages.

/// Text, as data: shown as it is, never as markup.
///
/// A list gives either one string or an object of languages. There is always one translation, and
/// none is empty.
#[derive(Clone, Debug, PartialEq)]
pub struct Text(Box<[Translation]>);

/// A text in one language.
#[derive(Clone, Debug, PartialEq)]
pub struct Translation {
    /// The BCP 47 tag, or nothing where the list gives a plain string.
    pub lang: Option<Box<str>>,
    /// The words, without control characters, and not empty.
    pub text: Box<str>,
}

impl Text {
    /// A text from its cleaned translations; nothing where they are none.
    pub fn new(translations: Vec<Translation>) -> Option<Self> {
        (!translations.is_empty()).then(|| Self(translations.into()))
    }

    /// A text that names no language.
    pub fn plain(text: &str) -> Self {
        let text = text.into();
        Self([Translation { lang: None, text }].into())
    }

    /// The words in `lang`, else in its base language, else in English, else in the first language.
    pub fn get(&self, lang: &str) -> &str {
        &self.translation(lang).text
    }

    /// The language of what [`Text::get`] gives, where it is another than `lang`.
    pub fn other_lang(&self, lang: &str) -> Option<&str> {
        let found = self.translation(lang).lang.as_deref()?;
        (base(found) != base(lang)).then_some(found)
    }

    /// All translations, in the list's order.
    pub fn translations(&self) -> &[Translation] {
        &self.0
    }

    fn translation(&self, lang: &str) -> &Translation {
        let find = |wanted: &dyn Fn(&str) -> bool| {
            self.0
                .iter()
                .find(|translation| translation.lang.as_deref().is_some_and(wanted))
        };
        find(&|tag| tag.eq_ignore_ascii_case(lang))
            .or_else(|| find(&|tag| base(tag).eq_ignore_ascii_case(base(lang))))
            .or_else(|| find(&|tag| base(tag).eq_ignore_ascii_case("en")))
            .unwrap_or(&self.0[0])
    }
}

/// The language of a tag, without script or region: "en" of "en-GB".
fn base(tag: &str) -> &str {
    tag.split('-').next().unwrap_or(tag)
}
