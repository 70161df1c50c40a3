//! What changes what the visitor looks for, and what follows from it.

use std::cell::Cell;
use std::rc::Rc;
use std::time::Duration;

use super::App;
use crate::browser::signal::{follow, untrack};
use crate::browser::timer::Timer;
use crate::filter::{Choice, Query};
use crate::schedule::{DAY, Instant};

/// How many cards come first at the least.
const FIRST: usize = 2;

/// How long after the last change the status says the new count.
const STATUS_DELAY: Duration = Duration::from_secs(1);

impl App {
    /// Looks at the clock: meetings may have begun or ended. Gives when to do so again.
    pub fn tick(self) -> Instant {
        let state = self.state();
        let (index, host) = (&state.scene.index, &state.scene.host);
        let now = host.now() as Instant;
        if now != index.now() {
            index.refresh(now);
            let query = untrack(|| self.query());
            self.find(&query);
            state.dates.notify();
        }
        // The visitor's own midnight counts too.
        let local = now + host.offset("", now as f64) as Instant;
        index.changes().min(now + DAY - local.rem_euclid(DAY))
    }

    /// Looks for something else. The list begins at its first page again.
    #[inline(never)]
    pub fn set_query(self, query: Query) {
        let state = self.state();
        // What is to stand in the window or above it. Asked before anything changes, as the page then need not be
        // laid out anew to know.
        state.first.set(state.scene.host.seen().max(FIRST));
        state.shown.set(state.scene.config.page_size);
        self.find(&query);
        // Marks follow the text and not the ticks: what stays the same is not told.
        state.text.change(query.text);
        state.choices.change(query.choices);
        state.near.change(query.near);
    }

    /// Finds what the query asks for. What further choices would give is counted once the page shows it.
    pub(super) fn find(self, query: &Query) {
        let state = self.state();
        let matches = Rc::new(state.scene.index.apply(query));
        state.matches.set(matches.clone());
        self.after_paint(Box::new(move |_| {
            let state = self.state();
            // Of what was found before one paint, only the last shows.
            if Rc::ptr_eq(&matches, &state.matches.get_untracked()) {
                state.counts.set(Rc::new(state.scene.index.count(&matches)));
            }
        }));
    }

    /// Lets more cards show.
    pub fn show(self, count: usize) {
        let state = self.state();
        let shown = state.shown.get_untracked();
        if count > shown {
            state.first.set(shown + FIRST);
            state.shown.set(count);
        }
    }

    /// Looks for another text.
    pub fn set_text(self, text: String) {
        let query = untrack(|| self.query());
        self.set_query(Query { text, ..query });
    }

    /// Takes away all choices, and what is being typed.
    pub fn clear(self) {
        self.forget_asked();
        self.set_query(Query::default());
        let state = self.state();
        state.place_problem.change(None);
        state.cleared.notify();
    }

    /// Ticks or unticks an option.
    pub fn toggle(self, choice: Choice) {
        let mut query = untrack(|| self.query());
        if !query.choices.remove(&choice) {
            query.choices.insert(choice);
        }
        self.set_query(query);
    }

    /// After each change of the query, tells the page at once and screen readers when it has settled.
    pub(super) fn tell_changes(self) {
        let timer = Timer::default();
        let is_first = Cell::new(true);
        follow(Box::new(move || {
            self.query();
            // Time alone changes the order, of which nobody is told.
            let found = untrack(|| self.found());
            if is_first.replace(false) {
                return;
            }
            let scene = self.scene();
            scene.host.results(found, scene.index.total() as u32);
            // Emptied first, so that the same count is said again after another change.
            self.say(String::new());
            timer.restart(STATUS_DELAY, move || {
                // What was said meanwhile, such as that a link is copied, is not cut short.
                if self.status().is_empty() {
                    self.say(self.scene().count("results.count", found, &[]));
                }
            });
        }));
    }
}
