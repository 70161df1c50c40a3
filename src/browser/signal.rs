//! Values that effects follow.

use std::cell::RefCell;
use std::rc::Rc;

use reactive_graph::signal::ArcTrigger;
use reactive_graph::traits::{Notify, Track};

/// A value that effects follow, as a handle that is cheap to clone.
///
/// Leptos's own `RwSignal` is 2 KB of code for each type of value. Here the value stands beside Leptos's
/// trigger, which is the same for all types.
pub struct Signal<T>(Rc<Inner<T>>);

struct Inner<T> {
    value: RefCell<T>,
    changes: ArcTrigger,
}

impl<T: Clone> Signal<T> {
    /// A signal that begins with a value.
    pub fn new(value: T) -> Self {
        Self(Rc::new(Inner {
            value: RefCell::new(value),
            changes: ArcTrigger::new(),
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
