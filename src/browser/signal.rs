//! Values that effects follow, and the effects.
//!
//! They do what Leptos's signals and effects do. Those are made for many threads and for every type of value, at
//! 2 KB of code for each type, 6 KB for what wakes effects and 2 for what ends them. These are for one thread,
//! and there once.

use std::cell::{Cell, RefCell};
use std::rc::{Rc, Weak};

use wasm_bindgen::prelude::*;

use super::owner::{Owner, keep};
use crate::element::{Done, done};

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_name = queueMicrotask)]
    fn queue_microtask(run: &Done);
}

/// A value that effects follow, as a handle that is cheap to clone.
pub struct Signal<T>(Rc<Inner<T>>);

struct Inner<T> {
    value: RefCell<T>,
    changes: Trigger,
}

impl<T: Clone> Signal<T> {
    /// A signal that begins with a value.
    pub fn new(value: T) -> Self {
        Self(Rc::new(Inner {
            value: RefCell::new(value),
            changes: Trigger::default(),
        }))
    }

    /// The value; followed.
    pub fn get(&self) -> T {
        self.0.changes.track();
        self.get_untracked()
    }

    /// The value; not followed.
    pub fn get_untracked(&self) -> T {
        self.0.value.borrow().clone()
    }

    /// Sets the value, and tells it even if it is the same.
    pub fn set(&self, value: T) {
        self.0.value.replace(value);
        self.0.changes.notify();
    }

    /// Sets the value, and tells it if it is another.
    pub fn change(&self, value: T)
    where
        T: PartialEq,
    {
        if *self.0.value.borrow() != value {
            self.set(value);
        }
    }
}

impl<T> Clone for Signal<T> {
    fn clone(&self) -> Self {
        Self(self.0.clone())
    }
}

/// What effects follow that has no value.
#[derive(Default)]
pub struct Trigger(RefCell<Vec<Weak<Effect>>>);

impl Trigger {
    /// Has the effect that runs, if one does, run again at the next [`Trigger::notify`].
    #[inline(never)]
    pub fn track(&self) {
        let Some(effect) = RUNNING.with_borrow(Clone::clone) else {
            return;
        };
        let mut followers = self.0.borrow_mut();
        if followers.iter().any(|known| known.ptr_eq(&effect)) {
            return;
        }
        if followers.len() == followers.capacity() {
            // Those whose owner has ended make room.
            followers.retain(|known| known.strong_count() > 0);
        }
        followers.push(effect);
    }

    /// Has the effects that follow it run again, each once, as soon as what runs now is done.
    #[inline(never)]
    pub fn notify(&self) {
        for effect in self.0.take() {
            wait(effect);
        }
    }
}

/// What runs again when a signal that it read changes.
///
/// It stays subscribed to what it read in an earlier run until that changes: it then runs once in vain.
struct Effect {
    run: Box<dyn Fn()>,
    /// Owns what a run makes, and ends it before the next.
    owner: Owner,
    is_waiting: Cell<bool>,
}

thread_local! {
    /// The effect that runs; none while nothing is followed.
    static RUNNING: RefCell<Option<Weak<Effect>>> = const { RefCell::new(None) };
    /// The effects that wait to run, in the order in which they were told.
    static WAITING: RefCell<Vec<Weak<Effect>>> = const { RefCell::new(Vec::new()) };
}

/// Runs `run` now, and again when a signal that it reads changes, until the current owner ends.
#[inline(never)]
pub fn follow(run: Box<dyn Fn()>) {
    let effect = Rc::new(Effect {
        run,
        owner: Owner::default(),
        is_waiting: Cell::new(false),
    });
    effect.run();
    keep(Box::new(effect));
}

/// Runs `run` without following what it reads.
pub fn untrack<T>(run: impl FnOnce() -> T) -> T {
    with_running(None, run)
}

fn with_running<T>(effect: Option<Weak<Effect>>, run: impl FnOnce() -> T) -> T {
    let before = RUNNING.replace(effect);
    let made = run();
    RUNNING.set(before);
    made
}

impl Effect {
    fn run(self: &Rc<Self>) {
        self.is_waiting.set(false);
        self.owner.end();
        self.owner
            .with(|| with_running(Some(Rc::downgrade(self)), &self.run));
    }
}

/// Has an effect run as soon as what runs now is done.
fn wait(effect: Weak<Effect>) {
    let is_there = |effect: Rc<Effect>| !effect.is_waiting.replace(true);
    if !effect.upgrade().is_some_and(is_there) {
        return;
    }
    let is_first = WAITING.with_borrow_mut(|waiting| {
        waiting.push(effect);
        waiting.len() == 1
    });
    if is_first {
        queue_microtask(&done(Box::new(|_| run_waiting())));
    }
}

/// Runs what waits at once, instead of as soon as what runs now is done.
pub fn run_waiting() {
    loop {
        let waiting = WAITING.take();
        if waiting.is_empty() {
            return;
        }
        for effect in waiting {
            // It may have ended since, with its owner.
            if let Some(effect) = effect.upgrade() {
                effect.run();
            }
        }
    }
}
