//! The state of one directory on a page. Views read it; nothing else creates any.

mod changes;
mod ids;
mod places;
mod scene;

use std::cell::{Cell, RefCell};
use std::rc::Rc;

pub use scene::Scene;

use crate::browser::owner::keep;
use crate::browser::signal::{Signal, Trigger};
use crate::element::{Done, done};
use crate::filter::{Choice, Choices, Counts, Matches, Near, Query};
use crate::i18n::Key;

/// The shared state, as a handle that is cheap to pass on: a place in [`STATES`].
#[derive(Clone, Copy)]
pub struct App(usize);

thread_local! {
    /// The states of all directories that the page has had; None for those that are gone. No place is used
    /// twice: an answer that comes late must not reach another directory.
    static STATES: RefCell<Vec<Option<Rc<State>>>> = const { RefCell::new(Vec::new()) };
}

struct State {
    scene: Rc<Scene>,
    /// What is in the search box. With the choices, the one thing that handlers change.
    text: Signal<String>,
    choices: Signal<Choices>,
    near: Signal<Option<Near>>,
    /// Which place was asked for last: an answer to what was asked before does not count.
    asked: Cell<u32>,
    /// What the text and the choices find.
    matches: Signal<Rc<Matches>>,
    /// What each further choice would give.
    counts: Signal<Rc<Counts>>,
    /// How many cards may show.
    shown: Signal<usize>,
    /// How many of them come first, and are painted before the others are there.
    first: Cell<usize>,
    /// What screen readers are told.
    status: Signal<String>,
    /// Tells that everything was cleared, what is being typed included.
    cleared: Trigger,
    /// The key of what is wrong with the place that was asked for; nothing where nothing is.
    place_problem: Signal<Option<Key>>,
    /// Tells that what is held next may be another.
    dates: Trigger,
}

/// Takes a state away when the owner of its view ends.
struct Place(usize);

impl Drop for Place {
    fn drop(&mut self) {
        let state = STATES.with_borrow_mut(|states| states[self.0].take());
        // What it holds may look at the states as it goes.
        drop(state);
    }
}

impl App {
    /// State for a scene, which begins with a query and no cards. Must be called inside the owner that the view
    /// is mounted in.
    pub fn new(scene: Scene, query: Query) -> Self {
        let matches = scene.index.apply(&query);
        let state = Rc::new(State {
            text: Signal::new(query.text),
            choices: Signal::new(query.choices),
            near: Signal::new(query.near),
            asked: Cell::new(0),
            place_problem: Signal::new(None),
            counts: Signal::new(Rc::new(scene.index.count(&matches))),
            matches: Signal::new(Rc::new(matches)),
            shown: Signal::new(0),
            first: Cell::new(0),
            status: Signal::new(String::new()),
            cleared: Trigger::default(),
            dates: Trigger::default(),
            scene: Rc::new(scene),
        });
        let place = STATES.with_borrow_mut(|states| {
            states.push(Some(state));
            states.len() - 1
        });
        keep(Box::new(Place(place)));
        let app = Self(place);
        app.tell_changes();
        app
    }

    /// Must be called while the view is there. Its effects and handlers end with it, and answers of the page come
    /// by [`App::done`]: nothing else holds an `App` for longer.
    #[inline(never)]
    fn state(self) -> Rc<State> {
        let state = STATES.with_borrow(|states| states[self.0].clone());
        state.expect("the view is there")
    }

    /// What is to be done with an answer of the page, if the view is still there when it comes.
    pub fn done(self, mut run: Box<dyn FnMut(Option<String>)>) -> Done {
        done(Box::new(move |answer| {
            if STATES.with_borrow(|states| states[self.0].is_some()) {
                run(answer);
            }
        }))
    }

    /// Does something, which is given nothing, once the page has painted what is there now, if the view is still
    /// there.
    pub fn after_paint(self, run: Box<dyn FnMut(Option<String>)>) {
        self.scene().host.painted(self.done(run));
    }

    /// What does not change.
    #[inline(never)]
    pub fn scene(self) -> Rc<Scene> {
        self.state().scene.clone()
    }

    /// What the visitor looks for; followed.
    #[inline(never)]
    pub fn query(self) -> Query {
        let state = self.state();
        Query {
            text: state.text.get(),
            choices: state.choices.get(),
            near: state.near.get(),
        }
    }

    /// Where it is to be near; followed.
    #[inline(never)]
    pub fn near(self) -> Option<Near> {
        self.state().near.get()
    }

    /// The search text alone; followed.
    #[inline(never)]
    pub fn text(self) -> String {
        self.state().text.get()
    }

    /// What is ticked; followed.
    #[inline(never)]
    pub fn choices(self) -> Choices {
        self.state().choices.get()
    }

    /// Whether an option is ticked; followed.
    pub fn is_ticked(self, choice: Choice) -> bool {
        self.choices().contains(&choice)
    }

    /// What the query finds; followed.
    #[inline(never)]
    pub fn matches(self) -> Rc<Matches> {
        self.state().matches.get()
    }

    /// How many groups a choice would give; followed.
    pub fn count(self, choice: Choice) -> u32 {
        self.state().counts.get().of(choice)
    }

    /// How many groups are found; followed.
    pub fn found(self) -> u32 {
        self.matches().groups.len() as u32
    }

    /// How many cards may show; followed.
    #[inline(never)]
    pub fn shown(self) -> usize {
        self.state().shown.get()
    }

    /// How many of the cards that may show are to come first.
    pub fn first(self) -> usize {
        self.state().first.get()
    }

    /// What screen readers are told; followed.
    pub fn status(self) -> String {
        self.state().status.get()
    }

    /// Tells screen readers something.
    #[inline(never)]
    pub fn say(self, mut words: String) {
        let status = &self.state().status;
        // They tell only what is another text than before, and these words may be of another thing.
        if !words.is_empty() && status.get_untracked() == words {
            words.push('\u{a0}');
        }
        status.set(words);
    }

    /// Follows [`App::clear`].
    pub fn follow_clear(self) {
        self.state().cleared.track();
    }

    /// Follows what is held next, which changes with time.
    pub fn follow_dates(self) {
        self.state().dates.track();
    }
}
