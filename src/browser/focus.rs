//! Moving keyboard focus, which must never fall back to the page's body.

use web_sys::Element;

use super::node::node;

/// Moves focus to an element; one that cannot take it changes nothing.
pub fn focus(element: &Element) {
    node(element).focus();
}

/// The first descendant that a selector finds.
pub fn find(root: &Element, selector: &str) -> Option<Element> {
    node(root).query_selector(selector)
}

/// Whether it, or what is in it, has the focus.
pub fn has_focus(element: &Element) -> bool {
    node(element).matches(":focus-within")
}

/// Shows a hidden element.
pub fn show(element: &Element) {
    node(element).remove_attribute("hidden");
}
