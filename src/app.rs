//! The state of one directory on a page. Views read it; nothing else creates any.

mod ids;
mod scene;

use std::cell::Cell;
use std::rc::Rc;
use std::sync::Arc;
use std::time::Duration;

use leptos::prelude::*;

pub use scene::Scene;

use crate::browser::dom::follow;
use crate::browser::timer::Timer;
use crate::filter::{Choice, Matches, Query};

/// How long after the last change the status says the new count.
const STATUS_DELAY: Duration = Duration::from_secs(1);

/// The shared state: what the visitor chose, and what follows from it.
#[derive(Clone, Copy)]
pub struct App {
    scene: StoredValue<Rc<Scene>, LocalStorage>,
    /// What the visitor looks for. The one thing that handlers change.
    pub query: RwSignal<Query>,
    /// How many cards may show.
    pub shown: RwSignal<usize>,
    /// What the query finds.
    pub matches: Memo<Arc<Matches>>,
    /// The search text alone: marks follow it and not the ticks.
    pub search: Memo<String>,
    /// What screen readers are told.
    pub status: RwSignal<String>,
    /// Counts how often everything was cleared: the search box follows it.
    pub cleared: RwSignal<usize>,
}

impl App {
    /// State for a scene. Must be called inside the owner that the view is mounted in.
    pub fn new(scene: Scene) -> Self {
        let query = RwSignal::new(scene.initial_query.clone());
        let shown = RwSignal::new(scene.config.page_size);
        let scene = StoredValue::new_local(Rc::new(scene));
        let matches = Memo::new(move |_| {
            Arc::new(scene.with_value(|scene| scene.index.apply(&query.read())))
        });
        let search = Memo::new(move |_| query.read().text.clone());
        let app = Self {
            scene,
            query,
            shown,
            matches,
            search,
            status: RwSignal::new(String::new()),
            cleared: RwSignal::new(0),
        };
        app.tell_changes();
        app
    }

    pub fn scene(self) -> Rc<Scene> {
        self.scene.get_value()
    }

    /// How many groups are found.
    pub fn found(self) -> u32 {
        self.matches.with(|matches| matches.groups.len() as u32)
    }

    /// Changes the query. The list begins at its first page again.
    pub fn change(self, change: impl FnOnce(&mut Query)) {
        self.shown.set(self.scene().config.page_size);
        self.query.update(change);
    }

    /// Takes away all choices, and what is being typed.
    pub fn clear(self) {
        self.change(|query| *query = Query::default());
        self.cleared.update(|count| *count += 1);
    }

    /// Ticks or unticks an option.
    pub fn toggle(self, choice: Choice) {
        self.change(|query| {
            if !query.choices.remove(&choice) {
                query.choices.insert(choice);
            }
        });
    }

    /// After each change of the query, tells the page at once and screen readers when it has settled.
    fn tell_changes(self) {
        let timer = Timer::new();
        let is_first = Cell::new(true);
        follow(Box::new(move || {
            self.query.track();
            let found = self.found();
            if is_first.replace(false) {
                return;
            }
            let scene = self.scene();
            scene.host.results(found, scene.index.total() as u32);
            // Emptied first, so that the same count is said again after another change.
            self.status.set(String::new());
            timer.restart(STATUS_DELAY, move || {
                self.status
                    .set(self.scene().count("results.count", found, &[]));
            });
        }));
    }
}
