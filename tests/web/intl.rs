//! Dates, numbers, plurals and order, as the browser's `Intl` has them.

use peer_support_directory::browser::intl::Formats;
use peer_support_directory::directory::Date;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen_test::wasm_bindgen_test;

#[wasm_bindgen(module = "/public/loader/intl.js")]
extern "C" {
    /// The formats that the loader hands over.
    pub fn formats(locale: &str) -> Formats;
}

#[wasm_bindgen_test]
fn dates_and_numbers_read_as_in_britain() {
    let formats = formats("en-GB");
    let date = Date::new(2026, 12, 16).expect("a date");
    assert_eq!(formats.date(date), "16 December 2026");
    assert_eq!(formats.number(10_000), "10,000");
    assert_eq!(formats.plural(1), "one");
    assert_eq!(formats.plural(0), "other");
}

#[wasm_bindgen_test]
fn names_stand_in_the_order_of_the_language() {
    let ranks = |names: &[&str]| formats("en-GB").ranks(names.iter().copied());
    // Bytes would put the capital first and the accent last.
    assert_eq!(
        ranks(&["zebra", "Étoile", "apple", "Zebra", "apple"]),
        [2, 1, 0, 3, 0]
    );
    assert!(ranks(&[]).is_empty());
}

#[wasm_bindgen_test]
fn languages_have_names() {
    let formats = formats("en-GB");
    assert_eq!(formats.language("cy"), "Welsh");
    assert_eq!(formats.language("not a tag"), "not a tag");
}
