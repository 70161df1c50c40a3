//! Dates, numbers, plurals and sorting, by the browser's own `Intl`.

use js_sys::{Array, Intl, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};

use crate::directory::Date;

/// The formats of one locale.
pub struct Formats {
    date: Intl::DateTimeFormat,
    number: Intl::NumberFormat,
    plural: Intl::PluralRules,
}

impl Formats {
    /// The formats of a locale that the browser may or may not know; it has its own way out.
    pub fn new(locale: &str) -> Self {
        let locales = Array::of1(&locale.into());
        let long = options(&[
            ("day", "numeric"),
            ("month", "long"),
            ("year", "numeric"),
            ("timeZone", "UTC"),
        ]);
        Self {
            date: Intl::DateTimeFormat::new(&locales, &long),
            number: Intl::NumberFormat::new(&locales, &Object::new()),
            plural: Intl::PluralRules::new(&locales, &Object::new()),
        }
    }

    /// A day in words, "16 December 2026".
    pub fn date(&self, date: Date) -> String {
        let midnight = js_sys::Date::new(&JsValue::from_str(&date.to_string()));
        text(self.date.format().call1(&JsValue::UNDEFINED, &midnight))
    }

    /// A count with its separators, "10,000".
    pub fn number(&self, count: u32) -> String {
        text(
            self.number
                .format()
                .call1(&JsValue::UNDEFINED, &count.into()),
        )
    }

    /// The plural category of a count: "one", "other" and so on.
    pub fn plural(&self, count: u32) -> String {
        self.plural.select(count.into()).into()
    }
}

/// For each name its place in the locale's order; equal names share one.
pub fn ranks(locale: &str, names: &[&str]) -> Vec<u32> {
    let locales = Array::of1(&locale.into());
    let collator = Intl::Collator::new(&locales, &options(&[("numeric", "")]));
    // The browser sorts with its own comparison: one call for all, not one for each pair.
    let sorted: Array = names.iter().map(|name| JsValue::from_str(name)).collect();
    sort(&sorted, &collator.compare());
    let mut by_name: Vec<(&str, usize)> = names.iter().copied().zip(0..).collect();
    by_name.sort_unstable();
    let mut ranks = vec![0; names.len()];
    for (rank, name) in sorted.iter().enumerate() {
        let name = name.as_string().unwrap_or_default();
        let first = by_name.partition_point(|(other, _)| *other < name.as_str());
        let same = by_name[first..]
            .iter()
            .take_while(|(other, _)| *other == name);
        for (_, place) in same {
            ranks[*place] = rank as u32;
        }
    }
    ranks
}

/// The name of a language in another, such as "Welsh" of "cy" in English; the tag where it has none.
pub fn language_name(locale: &str, tag: &str) -> String {
    let name = || -> Result<JsValue, JsValue> {
        let class = Reflect::get(
            &Reflect::get(&js_sys::global(), &"Intl".into())?,
            &"DisplayNames".into(),
        )?;
        let arguments = Array::of2(&locale.into(), &options(&[("type", "language")]));
        let names = Reflect::construct(class.unchecked_ref::<js_sys::Function>(), &arguments)?;
        let of: js_sys::Function = Reflect::get(&names, &"of".into())?.unchecked_into();
        of.call1(&names, &tag.into())
    };
    name()
        .ok()
        .and_then(|name| name.as_string())
        .unwrap_or_else(|| tag.to_owned())
}

/// The visitor's own day.
pub fn today() -> Date {
    let now = js_sys::Date::new_0();
    let (year, month, day) = (now.get_full_year(), now.get_month() + 1, now.get_date());
    Date::new(year as i16, month as u8, day as u8).unwrap_or(Date::EPOCH)
}

fn sort(array: &Array, compare: &js_sys::Function) {
    // `sort` only throws where the comparison does, and the collator's does not.
    let sort = Reflect::get(array, &"sort".into()).map(JsCast::unchecked_into::<js_sys::Function>);
    let _ = sort.and_then(|sort| sort.call1(array, compare));
}

fn options(pairs: &[(&str, &str)]) -> Object {
    let options = Object::new();
    for (name, value) in pairs {
        // Setting a property of a new plain object cannot fail.
        let _ = Reflect::set(&options, &(*name).into(), &(*value).into());
    }
    options
}

fn text(value: Result<JsValue, JsValue>) -> String {
    value
        .ok()
        .and_then(|value| value.as_string())
        .unwrap_or_default()
}
