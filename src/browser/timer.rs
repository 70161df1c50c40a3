//! One thing to do after a pause.

use std::cell::RefCell;
use std::rc::Rc;
use std::time::Duration;

use js_sys::Function;
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

/// A timer, as a handle that is cheap to clone. It stops with the last one, so with the owner of the
/// effects and listeners that hold it.
#[derive(Clone, Default)]
pub struct Timer(Rc<RefCell<Option<Waiting>>>);

/// What waits: what the browser calls it, and what it is to run.
struct Waiting {
    id: JsValue,
    _run: Closure<dyn FnMut()>,
}

impl Drop for Waiting {
    fn drop(&mut self) {
        clear_timeout(&self.id);
    }
}

impl Timer {
    /// Runs `then` after the pause, instead of what it was to run before.
    pub fn restart(&self, pause: Duration, then: impl FnMut() + 'static) {
        self.stop();
        let run: Box<dyn FnMut()> = Box::new(then);
        let run = Closure::wrap(run);
        let id = set_timeout(run.as_ref().unchecked_ref(), pause.as_millis() as u32);
        self.0.replace(Some(Waiting { id, _run: run }));
    }

    /// Runs nothing any more.
    pub fn stop(&self) {
        self.0.take();
    }
}
