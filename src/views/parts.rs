//! New elements in parts: what is in the window is painted before the rest is made.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use crate::app::App;
use crate::browser::signal::Trigger;
use crate::filter::Bits;

/// The parts in which the elements of a list come. The page paints the first, then comes one more than before, and
/// so on: of twenty, four first, in four frames; of a thousand in not many more than forty.
pub struct Parts {
    /// How many come first.
    first: usize,
    /// The keys whose elements are there.
    known: RefCell<Bits>,
    /// How many are next, where these are the rest of what was begun.
    rest: Cell<Option<usize>>,
    /// Tells that the rest is to be made.
    painted: Trigger,
}

impl Parts {
    pub fn new(first: usize) -> Rc<Self> {
        Rc::new(Self {
            first,
            known: RefCell::default(),
            rest: Cell::new(None),
            painted: Trigger::default(),
        })
    }

    /// Leaves those of the keys that have an element, and the first new ones; the others come once these are
    /// painted. Followed.
    pub fn take(self: &Rc<Self>, app: App, keys: &mut Vec<u32>) {
        self.painted.track();
        let room = self.rest.take().unwrap_or(self.first);
        let mut known = Bits::new(keys.iter().max().map_or(0, |&key| key as usize + 1));
        let mut new = 0;
        keys.retain(|&key| {
            let is_new = !self.known.borrow().has(key as usize);
            new += usize::from(is_new);
            let is_there = !is_new || new <= room;
            if is_there {
                known.insert(key as usize);
            }
            is_there
        });
        self.known.replace(known);
        if new > room {
            let parts = self.clone();
            let painted = app.done(Box::new(move |_| {
                parts.rest.set(Some(room + 1));
                parts.painted.notify();
            }));
            app.scene().host.painted(painted);
        }
    }
}
