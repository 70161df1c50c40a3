//! Moving keyboard focus, which must never fall back to the page's body.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

/// Moves focus to an element; one that cannot take it changes nothing.
pub fn focus(element: &Element) {
    if let Some(element) = element.dyn_ref::<HtmlElement>() {
        // Only fails in documents that are no HTML, where there is nothing to do about it.
        let _ = element.focus();
    }
}

/// The first descendant that a selector finds.
pub fn find(root: &Element, selector: &str) -> Option<Element> {
    root.query_selector(selector).ok().flatten()
}

/// Whether it, or what is in it, has the focus.
pub fn has_focus(element: &Element) -> bool {
    element.matches(":focus-within").unwrap_or(false)
}

/// Shows a hidden element.
pub fn show(element: &Element) {
    // Taking away an attribute by its right name cannot fail.
    let _ = element.remove_attribute("hidden");
}
