//! One thing to do after a pause.

use std::time::Duration;

use js_sys::Function;
use reactive_graph::owner::{LocalStorage, StoredValue, on_cleanup};
use reactive_graph::traits::{SetValue, UpdateValue};
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    // Pages put their own clocks here, whose numbers are not always the browser's small ones.
    #[wasm_bindgen(js_name = setTimeout)]
    fn set_timeout(run: &Function, milliseconds: u32) -> JsValue;

    #[wasm_bindgen(js_name = clearTimeout)]
    fn clear_timeout(id: &JsValue);
}

/// A timer that ends with the owner in which it is made.
#[derive(Clone, Copy)]
pub struct Timer(StoredValue<Option<Waiting>, LocalStorage>);

/// What waits: what the browser calls it, and what it is to run.
struct Waiting {
    id: JsValue,
    _run: Closure<dyn FnMut()>,
}

impl Timer {
    /// A timer that is not running.
    pub fn new() -> Self {
        let timer = Self(StoredValue::new_local(None));
        on_cleanup(move || timer.stop());
        timer
    }

    /// Runs `then` after the pause, instead of what it was to run before.
    pub fn restart(self, pause: Duration, then: impl FnMut() + 'static) {
        self.stop();
        let run: Box<dyn FnMut()> = Box::new(then);
        let run = Closure::wrap(run);
        let id = set_timeout(run.as_ref().unchecked_ref(), pause.as_millis() as u32);
        self.0.set_value(Some(Waiting { id, _run: run }));
    }

    /// Runs nothing any more.
    pub fn stop(self) {
        if let Some(waiting) = self.0.try_update_value(Option::take).flatten() {
            clear_timeout(&waiting.id);
        }
    }
}
