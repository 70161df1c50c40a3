//! What is called of the page's nodes.
//!
//! web-sys has all of these but [`make`] too, each with a way to fail and the code for it. With what is written in
//! this module's callers, none of them can.

use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::*;
use web_sys::Element;

#[wasm_bindgen]
extern "C" {
    /// An element.
    pub type Node;

    /// A new element: `public/loader/elements.js`.
    pub fn make(text: &str) -> Element;

    #[wasm_bindgen(method, js_name = setAttribute)]
    pub fn set_attribute(this: &Node, name: &str, value: &str);

    #[wasm_bindgen(method, js_name = removeAttribute)]
    pub fn remove_attribute(this: &Node, name: &str);

    #[wasm_bindgen(method)]
    pub fn append(this: &Node, child: &Element);

    #[wasm_bindgen(method, js_name = append)]
    pub fn append_text(this: &Node, text: &str);

    #[wasm_bindgen(method, js_name = insertBefore)]
    pub fn insert_before(this: &Node, child: &Element, before: Option<&Element>);

    #[wasm_bindgen(method, js_name = addEventListener)]
    pub fn add_event_listener(this: &Node, event: &str, handle: &JsValue);

    #[wasm_bindgen(method)]
    pub fn focus(this: &Node);

    #[wasm_bindgen(method)]
    pub fn matches(this: &Node, selector: &str) -> bool;

    #[wasm_bindgen(method, js_name = querySelector)]
    pub fn query_selector(this: &Node, selector: &str) -> Option<Element>;

    /// Sets a property of an element.
    #[wasm_bindgen(js_namespace = Reflect, js_name = set)]
    pub fn set_property(element: &Element, name: &str, value: &JsValue);
}

/// An element as one of these.
pub fn node(element: &Element) -> &Node {
    element.unchecked_ref()
}
