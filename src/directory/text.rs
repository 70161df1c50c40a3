//! Text of the list, in one or several languages.

use std::borrow::Cow;

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
    /// A text from translations that are cleaned and not empty; nothing where there are none.
    pub fn new(translations: Vec<Translation>) -> Option<Self> {
        (!translations.is_empty()).then(|| Self(translations.into()))
    }

    /// A text that names no language. Cleaned, on one line; it must not be empty.
    pub fn plain(text: &str) -> Self {
        let text = clean(text, false).0.into();
        Self([Translation { lang: None, text }].into())
    }

    /// The words in `lang`, else in its base language, else in English, else in the first language.
    pub fn get(&self, lang: &str) -> &str {
        &self.translation(lang).text
    }

    /// The language of what [`Text::get`] gives in `lang`, where it is another than `around`'s, the language
    /// that it stands in.
    pub fn other_lang(&self, lang: &str, around: &str) -> Option<&str> {
        let found = self.translation(lang).lang.as_deref()?;
        (!base(found).eq_ignore_ascii_case(base(around))).then_some(found)
    }

    /// All translations, in the order of their tags.
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

/// Text made safe to show, and whether characters were taken out that could mislead a reader.
///
/// Control characters go, and so do those that hide or reorder what stands around them
/// ([`is_hidden`]). Line breaks and tabs stay if `keep_lines`, else they become spaces. White space
/// around the text goes; text of nothing but invisible characters becomes empty.
pub fn clean(text: &str, keep_lines: bool) -> (Cow<'_, str>, bool) {
    // Most text has none of these, which is soon seen.
    if is_ascii_from(b' ', text) {
        return (text.trim_ascii().into(), false);
    }
    let mut cleaned = String::with_capacity(text.len());
    let mut removed = false;
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            // The first half of the line end of Windows.
            '\r' if chars.peek() == Some(&'\n') => {}
            '\n' | '\t' if keep_lines => cleaned.push(c),
            // The separators of Unicode and the old Mac's line end are line breaks too.
            '\r' | '\u{85}' | '\u{2028}' | '\u{2029}' if keep_lines => cleaned.push('\n'),
            '\n' | '\t' | '\r' | '\u{85}' | '\u{2028}' | '\u{2029}' => cleaned.push(' '),
            // Only hints for where a line may break; they would keep search from finding the word.
            '\u{AD}' | '\u{200B}' | '\u{2060}' | '\u{FEFF}' => {}
            c if is_hidden(c) => removed = true,
            c => cleaned.push(c),
        }
    }
    // Joiners and direction marks are part of some scripts, but alone they show nothing.
    let is_blank = |c: char| c.is_whitespace() || matches!(c, '\u{200C}'..='\u{200F}' | '\u{61C}');
    let cleaned = if all_chars(&cleaned, &is_blank) {
        String::new()
    } else {
        cleaned.trim().to_owned()
    };
    (cleaned.into(), removed)
}

/// Whether a character has no place in the list's data: it controls a device, or makes text read
/// differently from how it is stored (bidirectional overrides and isolates, annotations, tags that
/// only break words).
///
/// Joiners and direction marks stay: Arabic, Persian, many Indian scripts and emoji need them.
pub fn is_hidden(c: char) -> bool {
    c.is_control()
        || matches!(c,
            '\u{AD}' | '\u{200B}' | '\u{2028}'..='\u{202E}' | '\u{2060}'..='\u{206F}'
            | '\u{FEFF}' | '\u{FFF9}'..='\u{FFFB}')
}

/// Whether every character of it can be seen: none is white space or [hidden](is_hidden).
pub(super) fn is_visible(text: &str) -> bool {
    is_ascii_from(b'!', text) || all_chars(text, &|c| !c.is_whitespace() && !is_hidden(c))
}

/// Whether every byte is a visible character of ASCII, from `first` on.
fn is_ascii_from(first: u8, text: &str) -> bool {
    text.bytes().all(|byte| (first..=b'~').contains(&byte))
}

/// Whether it has the shape of a BCP 47 tag, such as "en", "cy" or "zh-Hant".
pub fn is_lang(tag: &str) -> bool {
    let is_part = |part: &str| {
        (1..=8).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_alphanumeric())
    };
    let language = base(tag);
    language.len() >= 2
        && language.bytes().all(|b| b.is_ascii_alphabetic())
        && tag.len() <= 35
        && tag.split('-').all(is_part)
}

/// The language of a tag, without script or region: "en" of "en-GB".
fn base(tag: &str) -> &str {
    before(tag, '-')
}

/// What stands before a character; all of the text where it is not there.
pub(super) fn before(text: &str, end: char) -> &str {
    text.find(end).map_or(text, |at| &text[..at])
}

/// What stands before and after the last of a character of ASCII; nothing where it is not there.
///
/// The standard library's search from the end would take half a kilobyte of the module.
pub(crate) fn split_last(text: &str, separator: u8) -> Option<(&str, &str)> {
    let mut at = text.len();
    while at > 0 {
        at -= 1;
        if text.as_bytes()[at] == separator {
            return Some((&text[..at], &text[at + 1..]));
        }
    }
    None
}

/// The text with another character in place of each that is as asked.
pub(crate) fn replaced(text: &str, is_out: &dyn Fn(char) -> bool, by: char) -> String {
    let mut replaced = String::with_capacity(text.len());
    for c in text.chars() {
        replaced.push(if is_out(c) { by } else { c });
    }
    replaced
}

/// Whether every character is as asked.
///
/// A function of its own, because each loop over characters takes a hundred bytes of the module.
#[inline(never)]
pub(crate) fn all_chars(text: &str, is_right: &dyn Fn(char) -> bool) -> bool {
    text.chars().all(is_right)
}
