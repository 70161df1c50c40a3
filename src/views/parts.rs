//! New elements in parts: what is in the window is painted before the rest is made.

use std::cell::Cell;
use std::rc::Rc;

use crate::app::App;
use crate::browser::dom::Wanted;
use crate::browser::signal::Trigger;

/// The parts in which the elements of a list come. First those that are to stand in the window or above it, which
/// the page paints; then a few more, then one more than before, and so on: of twenty, two first, in five frames; of
/// a thousand in not many more than forty.
pub struct Parts {
    /// More than so many come in each part but the first.
    least: usize,
    /// How many are next, where these are the rest of what was begun.
    rest: Cell<Option<usize>>,
    /// Tells that the rest is to be made.
    painted: Trigger,
}

impl Parts {
    pub fn new(least: usize) -> Rc<Self> {
        Rc::new(Self {
            least,
            rest: Cell::new(None),
            painted: Trigger::default(),
        })
    }

    /// Of the keys that are to have an element, so many of the `first` come now, the one that is in use, and those that
    /// stand already, which `there` names, as far as they keep their order. The others wait until these are painted:
    /// what is moved costs the browser as much as what is new. Followed.
    pub fn take(
        self: &Rc<Self>,
        app: App,
        there: &[u32],
        first: usize,
        used: Option<u32>,
        keys: Vec<u32>,
    ) -> Wanted {
        self.painted.track();
        let room = self.rest.take().unwrap_or(0);
        let end = there.iter().max().map_or(0, |&key| key as usize + 1);
        // By key, how many stand up to it; 0 where it does not stand.
        let mut standing = vec![0_u32; end];
        for (place, &key) in (1..).zip(there) {
            standing[key as usize] = place;
        }
        let mut wanted = Wanted::default();
        let (mut last, mut new) = (0, 0);
        for (place, key) in keys.into_iter().enumerate() {
            let stands = standing.get(key as usize).copied().unwrap_or(0);
            let stays = stands > last;
            if stays {
                last = stands;
            } else {
                new += 1;
            }
            let is_now = stays || place < first || new <= room || used == Some(key);
            let part = if is_now {
                &mut wanted.now
            } else {
                &mut wanted.later
            };
            part.push(key);
        }
        if !wanted.later.is_empty() {
            let parts = self.clone();
            app.after_paint(Box::new(move |_| {
                parts.rest.set(Some(room.max(parts.least) + 1));
                parts.painted.notify();
            }));
        }
        wanted
    }
}
