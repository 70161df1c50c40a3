//! What ends together: the effects and listeners of a part of the page.

use std::any::Any;
use std::cell::RefCell;
use std::rc::Rc;

/// Owns what is kept while it is the current one. A clone is the same owner.
#[derive(Clone, Default)]
pub struct Owner(Rc<RefCell<Vec<Box<dyn Any>>>>);

thread_local! {
    static CURRENT: RefCell<Option<Owner>> = const { RefCell::new(None) };
}

impl Owner {
    /// Runs `run` with this as the current owner.
    pub fn with<T>(&self, run: impl FnOnce() -> T) -> T {
        let before = CURRENT.replace(Some(self.clone()));
        let made = run();
        CURRENT.set(before);
        made
    }

    /// Drops what it owns. It may own more afterwards.
    #[inline(never)]
    pub fn end(&self) {
        drop(self.0.take());
    }
}

/// Keeps something until the current owner ends; drops it where there is none.
#[inline(never)]
pub fn keep(kept: Box<dyn Any>) {
    if let Some(owner) = CURRENT.with_borrow(Clone::clone) {
        owner.0.borrow_mut().push(kept);
    }
}
