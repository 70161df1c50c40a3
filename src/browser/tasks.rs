//! Running Leptos's effects: each is a task that waits for a change.
//!
//! wasm-bindgen's own executor does the same, with 0.5 KB more of code once compressed.

use std::cell::RefCell;
use std::sync::Arc;
use std::task::{Context, Wake, Waker};

use any_spawner::{CustomExecutor, Executor, PinnedFuture, PinnedLocalFuture};
use js_sys::Function;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_name = queueMicrotask)]
    fn queue_microtask(run: &Function);
}

/// Lets effects run, as microtasks. Another directory on the page may have done it already.
pub fn start() {
    let _ = Executor::init_custom_executor(Microtasks);
}

struct Microtasks;

impl CustomExecutor for Microtasks {
    fn spawn(&self, task: PinnedFuture<()>) {
        self.spawn_local(task);
    }

    fn spawn_local(&self, task: PinnedLocalFuture<()>) {
        TASKS.with(|tasks| tasks.add(task));
    }

    fn poll_local(&self) {}
}

/// The tasks of all directories on the page.
struct Tasks {
    /// By number. None where a task has ended, and while it runs.
    all: RefCell<Vec<Option<PinnedLocalFuture<()>>>>,
    /// The numbers of those that have ended, for new ones.
    free: RefCell<Vec<usize>>,
    /// The numbers of those that run next, in the order in which they were woken.
    ready: RefCell<Vec<usize>>,
    /// Runs them.
    run: Closure<dyn FnMut()>,
}

thread_local! {
    static TASKS: Tasks = Tasks {
        all: RefCell::default(),
        free: RefCell::default(),
        ready: RefCell::default(),
        run: Closure::wrap(Box::new(|| TASKS.with(Tasks::run))),
    };
}

impl Tasks {
    fn add(&self, task: PinnedLocalFuture<()>) {
        let mut all = self.all.borrow_mut();
        let number = self.free.borrow_mut().pop().unwrap_or(all.len());
        if number == all.len() {
            all.push(None);
        }
        all[number] = Some(task);
        self.wake(number);
    }

    fn wake(&self, number: usize) {
        let mut ready = self.ready.borrow_mut();
        ready.push(number);
        if ready.len() == 1 {
            queue_microtask(self.run.as_ref().unchecked_ref());
        }
    }

    /// Runs what is ready. What this wakes runs in a microtask of its own.
    fn run(&self) {
        for number in self.ready.take() {
            // Nothing is borrowed while it runs: it may add tasks, and wake them.
            let Some(mut task) = self.all.borrow_mut()[number].take() else {
                continue;
            };
            let waker = Waker::from(Arc::new(Number(number)));
            if task
                .as_mut()
                .poll(&mut Context::from_waker(&waker))
                .is_pending()
            {
                self.all.borrow_mut()[number] = Some(task);
            } else {
                self.free.borrow_mut().push(number);
            }
        }
    }
}

/// Wakes the task of a number. Once that has ended it may wake a newer one, which then finds nothing to do.
struct Number(usize);

impl Wake for Number {
    fn wake(self: Arc<Self>) {
        TASKS.with(|tasks| tasks.wake(self.0));
    }
}
