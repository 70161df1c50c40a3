//! Reading text, in one or several languages.

use super::place::{Place, show_text};
use super::read::Read;
use super::values::LANG;
use crate::directory::{Text, Translation, clean, is_lang};
use crate::intern::sort;
use crate::json::{Object, Value};
use crate::strings::concat;

const TEXT: &str = "text in quotes";
const TEXT_OR_LANGUAGES: &str = "text in quotes, or an object of languages";

impl Read for Text {
    fn read(value: &Value, place: &mut Place) -> Option<Self> {
        text(value, place, false)
    }
}

/// Reads text whose line breaks stay.
pub(super) fn paragraphs(value: &Value, place: &mut Place) -> Option<Option<Text>> {
    text(value, place, true).map(Some)
}

fn text(value: &Value, place: &mut Place, keep_lines: bool) -> Option<Text> {
    let translations = match value {
        Value::Object(languages) => languages_of(languages, place, keep_lines),
        _ => {
            let text = words(value, place, keep_lines, TEXT_OR_LANGUAGES)?;
            vec![Translation { lang: None, text }]
        }
    };
    Text::new(translations)
}

fn languages_of(
    Object(languages): &Object<'_>,
    place: &mut Place,
    keep_lines: bool,
) -> Vec<Translation> {
    let mut order: Vec<u32> = (0..languages.len() as u32).collect();
    let lang = |at: u32| &languages[at as usize].0;
    sort(&mut order, &|a, b| lang(a).cmp(lang(b)));
    let mut translations = vec![];
    for (nth, &at) in order.iter().enumerate() {
        let (lang, value) = &languages[at as usize];
        // The last of those that are given twice.
        if order
            .get(nth + 1)
            .is_some_and(|&next| languages[next as usize].0 == *lang)
        {
            continue;
        }
        if !is_lang(lang) {
            place.report(concat(&[
                &show_text(lang),
                " is no language; allowed: ",
                LANG,
            ]));
            continue;
        }
        let outer = place.enter_field(lang);
        if let Some(text) = words(value, place, keep_lines, TEXT) {
            let lang = Some(lang.as_ref().into());
            translations.push(Translation { lang, text });
        }
        place.leave(outer);
    }
    translations
}

/// Words in one language, cleaned; nothing where they are empty.
fn words(value: &Value, place: &mut Place, keep_lines: bool, allowed: &str) -> Option<Box<str>> {
    if let Value::Null = value {
        return None;
    }
    let words = string(value, place, allowed)?;
    let (words, removed) = clean(words, keep_lines);
    if removed {
        place.report("control characters, or ones that reorder text, were taken out".into());
    }
    (!words.is_empty()).then(|| words.into())
}

/// A string. A whole number, such as a year, is obviously meant as one.
pub(super) fn string<'a>(value: &'a Value, place: &mut Place, allowed: &str) -> Option<&'a str> {
    match value {
        Value::String(text) => Some(text),
        Value::Number(number) if number.bytes().all(|byte| byte.is_ascii_digit()) => {
            place.accept(value, "as text; allowed: text in quotes");
            Some(number)
        }
        _ => place.refuse(value, allowed),
    }
}
