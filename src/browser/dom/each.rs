//! One element for each key, in their order.

use std::cell::{Cell, RefCell};

use web_sys::Element;

use super::El;
use crate::browser::focus::has_focus;
use crate::browser::node::node;
use crate::browser::owner::Owner;
use crate::browser::signal::follow;

/// The keys that are to have an element.
#[derive(Default)]
pub struct Wanted {
    /// Those whose elements are to stand on the page now, in their order.
    pub now: Vec<u32>,
    /// Those that will later. Where one has an element it is kept, off the page.
    pub later: Vec<u32>,
}

impl Wanted {
    /// All of them now.
    pub fn all(now: Vec<u32>) -> Self {
        let later = Vec::new();
        Self { now, later }
    }
}

/// From the keys whose elements stand to those that are wanted.
type Keys = Box<dyn Fn(&[u32]) -> Wanted>;

/// One element of [`El::each`]. Dropping it takes it off the page and ends what belongs to it.
struct Kept {
    key: u32,
    owner: Owner,
    element: Element,
}

impl El {
    /// [`El::each`], with its closures boxed.
    #[inline(never)]
    pub(super) fn boxed_each(
        self,
        keys: Keys,
        build: Box<dyn Fn(u32) -> Self>,
        updated: Box<dyn Fn(&Element)>,
    ) -> Self {
        let list = self.0.clone();
        // Those that stand, and how many they are; then those that wait.
        let (kept, standing) = (RefCell::new(Vec::<Kept>::new()), Cell::new(0));
        follow(Box::new(move || {
            let mut before = kept.take();
            let there = before.iter().take(standing.get());
            let there: Vec<u32> = there.map(|kept| kept.key).collect();
            let wanted = keys(&there);
            // What comes first is most often the next to stay, and soon taken from the end.
            before.reverse();
            let mut now = Vec::new();
            for key in wanted.now {
                let place = before.iter().rposition(|kept| kept.key == key);
                now.push(match place {
                    Some(place) => before.remove(place),
                    None => Kept::new(key, &build),
                });
            }
            // What goes makes room first: then what stays is in its place, more often than not.
            let mut waiting = Vec::new();
            for kept in before {
                if wanted.later.contains(&kept.key) {
                    kept.element.remove();
                    waiting.push(kept);
                }
            }
            let mut next = list.first_element_child();
            for Kept { element, .. } in &now {
                // What stands in its place is not touched, nor is what has the focus, which moving would
                // cost it: what stands before it without need is moved behind it in its turn.
                if next.as_ref() == Some(element) || has_focus(element) {
                    next = element.next_element_sibling();
                } else {
                    node(&list).insert_before(element, next.as_ref());
                }
            }
            standing.set(now.len());
            now.append(&mut waiting);
            kept.replace(now);
            updated(&list);
        }));
        self
    }
}

impl Kept {
    fn new(key: u32, build: &dyn Fn(u32) -> El) -> Self {
        let owner = Owner::default();
        let element = owner.with(|| build(key)).0;
        Self {
            key,
            owner,
            element,
        }
    }
}

impl Drop for Kept {
    fn drop(&mut self) {
        self.element.remove();
        self.owner.end();
    }
}
