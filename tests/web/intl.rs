//! Dates, numbers, plurals and order, as the browser's `Intl` has them.

use peer_support_directory::browser::intl::{Formats, language_name, ranks};
use peer_support_directory::directory::Date;
use wasm_bindgen_test::wasm_bindgen_test;

#[wasm_bindgen_test]
fn dates_and_numbers_read_as_in_britain() {
    let formats = Formats::new("en-GB");
    let date = Date::new(2026, 12, 16).expect("a date");
    assert_eq!(formats.date(date), "16 December 2026");
    assert_eq!(formats.number(10_000), "10,000");
    assert_eq!(formats.plural(1), "one");
    assert_eq!(formats.plural(0), "other");
}

#[wasm_bindgen_test]
fn names_stand_in_the_order_of_the_language() {
    // Bytes would put the capital first and the accent last.
    assert_eq!(
        ranks("en-GB", &["zebra", "Étoile", "apple", "Zebra", "apple"]),
        [3, 2, 1, 4, 1]
    );
    assert!(ranks("en-GB", &[]).is_empty());
}

#[wasm_bindgen_test]
fn languages_have_names() {
    assert_eq!(language_name("en-GB", "cy"), "Welsh");
    assert_eq!(language_name("en-GB", "not a tag"), "not a tag");
}
