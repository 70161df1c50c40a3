//! Dates, numbers, plurals and order, by the browser's own `Intl`.

use wasm_bindgen::prelude::*;

use crate::directory::Date;

#[wasm_bindgen]
extern "C" {
    /// The formats of one locale: `public/loader/intl.js`.
    pub type Formats;

    #[wasm_bindgen(method, js_name = date)]
    fn iso_date(this: &Formats, iso: &str) -> String;

    #[wasm_bindgen(method, js_name = dayOfYear)]
    fn iso_day_of_year(this: &Formats, iso: &str) -> String;

    #[wasm_bindgen(method, js_name = diary)]
    fn iso_diary(this: &Formats, iso: &str) -> String;

    /// A count with its separators, "10,000".
    #[wasm_bindgen(method)]
    pub fn number(this: &Formats, count: u32) -> String;

    /// The plural category of a count: "one", "other" and so on.
    #[wasm_bindgen(method)]
    pub fn plural(this: &Formats, count: u32) -> String;

    #[wasm_bindgen(method, js_name = ranks)]
    fn ranks_of(this: &Formats, names: &str) -> Vec<u32>;

    /// The name of a language, such as "Welsh" of "cy" in English; the tag where it has none.
    #[wasm_bindgen(method)]
    pub fn language(this: &Formats, tag: &str) -> String;
}

impl Formats {
    /// A day in words, "16 December 2026".
    pub fn date(&self, date: Date) -> String {
        self.iso_date(&date.iso())
    }

    /// A day without its year, "16 December".
    pub fn day_of_year(&self, date: Date) -> String {
        self.iso_day_of_year(&date.iso())
    }

    /// A day as in a diary: its weekday, its number and its month, a line each.
    pub fn diary(&self, date: Date) -> String {
        self.iso_diary(&date.iso())
    }

    /// For each name, which is one line, its place in the locale's order; equal names share one.
    pub fn ranks<'a>(&self, names: impl Iterator<Item = &'a str>) -> Vec<u32> {
        // One call for all, not one for each pair, and one text, not one for each name.
        let mut lines = String::new();
        for name in names {
            lines.push_str(name);
            lines.push('\n');
        }
        self.ranks_of(&lines)
    }
}
