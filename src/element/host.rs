//! What the loader does for the directory.

use wasm_bindgen::prelude::*;
use web_sys::Element;

use crate::browser::intl::Formats;

#[wasm_bindgen]
extern "C" {
    /// The element that holds the directory: `public/loader/element.js`.
    #[derive(Clone)]
    pub type Host;

    /// 1 for the first directory on the page, 2 for the second.
    #[wasm_bindgen(method, getter)]
    pub fn number(this: &Host) -> u32;

    /// Dates, numbers and order in a locale that the browser may or may not know; it has its own way out.
    #[wasm_bindgen(method)]
    pub fn formats(this: &Host, locale: &str) -> Formats;

    /// What time it is, in minutes since the beginning of 1970, in UTC.
    #[wasm_bindgen(method)]
    pub fn now(this: &Host) -> f64;

    /// A zone's offset at an instant, in minutes east of UTC; NaN for a zone that the browser does not know.
    /// The empty zone is the visitor's own.
    #[wasm_bindgen(method)]
    pub fn offset(this: &Host, zone: &str, instant: f64) -> f64;

    /// Tells the page how many groups the choices find.
    #[wasm_bindgen(method)]
    pub fn results(this: &Host, shown: u32, total: u32);

    /// Tells the page that a link was used, and of which group where the page asked for it.
    #[wasm_bindgen(method)]
    pub fn follow(this: &Host, kind: &str, group: Option<&str>);

    /// Writes a warning to the console, once.
    #[wasm_bindgen(method)]
    pub fn warn(this: &Host, message: &str);

    /// A link to the page that holds these choices.
    #[wasm_bindgen(method)]
    pub fn link(this: &Host, state: &str) -> String;

    /// Moves an element to the top of the window, below what a page keeps standing there.
    #[wasm_bindgen(method)]
    pub fn reveal(this: &Host, element: &Element);

    /// Calls `done` when the page has painted what is there now, or need not.
    #[wasm_bindgen(method)]
    pub fn painted(this: &Host, done: Done);

    /// How many of the cards that show begin above the lower edge of the window.
    #[wasm_bindgen(method)]
    pub fn seen(this: &Host) -> usize;

    /// Has the second module, which loads when it is first needed, answer a request ([`crate::later`]), then
    /// calls `done` with the answer; with nothing where the module cannot be loaded.
    #[wasm_bindgen(method)]
    pub fn later(this: &Host, what: &str, request: &str, done: Done);

    /// A link to a map of a place, given as words or as degrees; on phones that have one, to their own map.
    #[wasm_bindgen(method)]
    pub fn map(this: &Host, place: &str) -> String;

    /// Finds where the visitor is, if they let it, then calls `done` with thousandths of degrees north and
    /// east, as [`crate::places::Point`] reads them, or with nothing.
    #[wasm_bindgen(method)]
    pub fn position(this: &Host, done: Done);

    /// Puts a link on the clipboard, then calls `done` with it; with nothing where the browser does not
    /// let it.
    #[wasm_bindgen(method)]
    pub fn copy(this: &Host, link: &str, done: Done);
}

/// What the page calls once with an answer: one kind for all, as each has its own code on both sides.
pub type Done = JsValue;

/// What is to be done with an answer.
#[inline(never)]
pub fn done(run: Box<dyn FnMut(Option<String>)>) -> Done {
    Closure::once_into_js(run)
}
