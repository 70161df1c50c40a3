//! What loads only when somebody asks for it: a second module of the same core, without wasm-bindgen, that
//! answers text with text.
//!
//! `public/loader/later.js` has room made for a request ([`request`]), writes it there, has it answered
//! ([`answer`]) and reads as many bytes as the answer has ([`length`]).

use std::cell::RefCell;

use crate::calendar;
use crate::places::Places;
use crate::strings::{concat, digits, join};

/// What is kept from one call to the next.
#[derive(Default)]
struct State {
    request: Vec<u8>,
    answer: String,
    places: Option<Places>,
}

thread_local! {
    static STATE: RefCell<State> = RefCell::default();
}

/// Makes room for a request, in bytes of UTF-8. Gives where it is.
#[unsafe(no_mangle)]
pub extern "C" fn request(length: usize) -> *mut u8 {
    STATE.with_borrow_mut(|state| {
        state.request = vec![0; length];
        state.request.as_mut_ptr()
    })
}

/// Answers the request. `what` it is about is a place in `WHAT` of `public/loader/later.js`. Gives where the
/// answer is, until the next call.
#[unsafe(no_mangle)]
pub extern "C" fn answer(what: u32) -> *const u8 {
    STATE.with_borrow_mut(|state| {
        let request = String::from_utf8_lossy(&state.request).into_owned();
        state.answer = match (what, &state.places) {
            (0, _) => calendar::answer(&request),
            (1, Some(places)) => join(&places.names(), "\n"),
            (2, Some(places)) => places.answer(&request),
            // Takes the table of places. Where it cannot, the answer says why.
            (3, _) => match Places::parse(&request) {
                Ok(places) => {
                    state.places = Some(places);
                    String::new()
                }
                Err(fault) => concat(&["line ", &digits(fault.line as i64), ": ", fault.what]),
            },
            _ => String::new(),
        };
        state.answer.as_ptr()
    })
}

/// How many bytes the answer has.
#[unsafe(no_mangle)]
pub extern "C" fn length() -> usize {
    STATE.with_borrow(|state| state.answer.len())
}
