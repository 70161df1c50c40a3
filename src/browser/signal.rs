//! Values that effects follow, and the effects: the two ends of Leptos's reactive graph.
//!
//! Leptos knows which effect runs, and whose owner ends it. Its own signals and effects are made for many
//! threads and for every type of value, at 2 KB of code for each type and 6 KB for what wakes effects. These
//! are for one thread, and there once.

use std::any::Any;
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use std::sync::{Arc, Weak};

use js_sys::Function;
use reactive_graph::graph::{
    AnySource, AnySubscriber, Observer, ReactiveNode, Subscriber, WithObserver,
};
use reactive_graph::owner::Owner;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_name = queueMicrotask)]
    fn queue_microtask(run: &Function);
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
pub struct Trigger(RefCell<Vec<AnySubscriber>>);

impl Trigger {
    /// Has the effect that runs, if one does, run again at the next [`Trigger::notify`].
    #[inline(never)]
    pub fn track(&self) {
        let Some(subscriber) = Observer::get() else {
            return;
        };
        let mut subscribers = self.0.borrow_mut();
        if subscribers.contains(&subscriber) {
            return;
        }
        if subscribers.len() == subscribers.capacity() {
            // Those whose owner has ended make room.
            subscribers.retain(|subscriber| subscriber.1.strong_count() > 0);
        }
        subscribers.push(subscriber);
    }

    /// Has the effects that follow it run again, each once, as soon as what runs now is done.
    #[inline(never)]
    pub fn notify(&self) {
        for subscriber in self.0.take() {
            subscriber.mark_dirty();
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
    this: Weak<Self>,
}

// Leptos's graph may be shared by threads. Here there is one: the module is compiled without threads.
unsafe impl Send for Effect {}
unsafe impl Sync for Effect {}

thread_local! {
    /// The effects that wait to run, in the order in which they were told.
    static WAITING: RefCell<Vec<Weak<Effect>>> = RefCell::default();
    /// Runs them.
    static RUN: Closure<dyn FnMut()> = Closure::wrap(Box::new(run_waiting));
}

/// Runs `run` now, and again when a signal that it reads changes, as long as what this gives is kept.
pub fn effect(run: Box<dyn Fn()>) -> Box<dyn Any> {
    let effect = Arc::new_cyclic(|this| Effect {
        run,
        owner: Owner::new(),
        is_waiting: Cell::new(false),
        this: this.clone(),
    });
    effect.run();
    Box::new(effect)
}

impl Effect {
    fn run(&self) {
        self.is_waiting.set(false);
        let this = self.this.as_ptr() as usize;
        let subscriber = AnySubscriber(this, self.this.clone());
        self.owner
            .with_cleanup(|| subscriber.with_observer(|| (self.run)()));
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

impl ReactiveNode for Effect {
    fn mark_dirty(&self) {
        if self.is_waiting.replace(true) {
            return;
        }
        WAITING.with_borrow_mut(|waiting| {
            waiting.push(self.this.clone());
            if waiting.len() == 1 {
                RUN.with(|run| queue_microtask(run.as_ref().unchecked_ref()));
            }
        });
    }

    fn mark_check(&self) {
        self.mark_dirty();
    }

    fn mark_subscribers_check(&self) {}

    fn update_if_necessary(&self) -> bool {
        false
    }
}

impl Subscriber for Effect {
    // Only Leptos's own signals tell their source.
    fn add_source(&self, _: AnySource) {}

    fn clear_sources(&self, _: &AnySubscriber) {}
}
