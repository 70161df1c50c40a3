//! New elements in parts: what is in the window is painted before the rest is made.

use std::cell::Cell;
use std::rc::Rc;

use crate::app::App;
use crate::browser::signal::Trigger;
use crate::filter::Bits;

/// The parts in which the elements of a list come. The page paints the first, then comes one more than before, and
/// so on: of twenty, two first, in five frames; of a thousand in not many more than forty. More come first where
/// more stand in the window or above it.
pub struct Parts {
    /// How many come first.
    first: usize,
    /// How many are next, where these are the rest of what was begun.
    rest: Cell<Option<usize>>,
    /// Tells that the rest is to be made.
    painted: Trigger,
}

impl Parts {
    pub fn new(first: usize) -> Rc<Self> {
        Rc::new(Self {
            first,
            rest: Cell::new(None),
            painted: Trigger::default(),
        })
    }

    /// Leaves those of the keys that have an element, which `there` names, those that are to stand among the first
    /// `seen`, and the first new ones; the others come once these are painted. Followed.
    pub fn take(self: &Rc<Self>, app: App, there: &[u32], seen: usize, keys: &mut Vec<u32>) {
        self.painted.track();
        let room = self.rest.take().unwrap_or(self.first);
        let mut known = Bits::new(there.iter().max().map_or(0, |&key| key as usize + 1));
        for &key in there {
            known.insert(key as usize);
        }
        let (mut new, mut place, wanted) = (0, 0, keys.len());
        keys.retain(|&key| {
            let is_there = known.has(key as usize);
            new += usize::from(!is_there);
            place += 1;
            is_there || new <= room || place <= seen
        });
        if keys.len() < wanted {
            let parts = self.clone();
            app.after_paint(Box::new(move |_| {
                parts.rest.set(Some(room + 1));
                parts.painted.notify();
            }));
        }
    }
}
