//! One thing to do after a pause.

use std::time::Duration;

use reactive_graph::owner::{LocalStorage, StoredValue, on_cleanup};
use reactive_graph::traits::{SetValue, UpdateValue};
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::*;

use super::dom::window;

/// A timer that ends with the owner in which it is made.
#[derive(Clone, Copy)]
pub struct Timer(StoredValue<Option<Waiting>, LocalStorage>);

/// What waits: the browser's number for it, and what it is to run.
struct Waiting {
    id: i32,
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
        let milliseconds = pause.as_millis() as i32;
        let id = window().set_timeout_with_callback_and_timeout_and_arguments_0(
            run.as_ref().unchecked_ref(),
            milliseconds,
        );
        // Only fails where the page's window is gone, and with it whoever waits.
        self.0
            .set_value(id.ok().map(|id| Waiting { id, _run: run }));
    }

    /// Runs nothing any more.
    pub fn stop(self) {
        if let Some(waiting) = self.0.try_update_value(Option::take).flatten() {
            window().clear_timeout_with_handle(waiting.id);
        }
    }
}
