//! One thing to do after a pause.

use std::time::Duration;

use leptos::prelude::*;

/// A timer that ends with the owner in which it is made.
#[derive(Clone, Copy)]
pub struct Timer(StoredValue<Option<TimeoutHandle>, LocalStorage>);

impl Timer {
    /// A timer that is not running.
    pub fn new() -> Self {
        let timer = Self(StoredValue::new_local(None));
        on_cleanup(move || timer.stop());
        timer
    }

    /// Runs `then` after the pause, instead of what it was to run before.
    pub fn restart(self, pause: Duration, then: impl FnOnce() + 'static) {
        self.stop();
        self.0.set_value(set_timeout_with_handle(then, pause).ok());
    }

    /// Runs nothing any more.
    pub fn stop(self) {
        if let Some(handle) = self.0.try_update_value(Option::take).flatten() {
            handle.clear();
        }
    }
}
