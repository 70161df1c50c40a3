//! Asking where places are. What is asked goes to the module beside this one and no further.

use crate::i18n::{Key, key};
use crate::strings::digits;

use super::App;
use crate::browser::signal::untrack;
use crate::filter::{Near, Query};
use crate::places::{Found, Grade, NotFound, Point, Spot};

impl App {
    /// Looks for what is near to a place that a visitor typed: a town, an area or a postcode. Nothing typed
    /// takes the place away.
    pub fn seek(self, typed: &str) {
        self.forget_asked();
        if typed.trim().is_empty() {
            self.set_near(None);
        } else {
            let within = self.within();
            self.ask_places(typed, within, None);
        }
    }

    /// Has no answer count that is still on its way. Gives the number of what is asked next.
    pub(super) fn forget_asked(self) -> u32 {
        let asked = &self.state().asked;
        asked.set(asked.get() + 1);
        asked.get()
    }

    /// Looks for what was near to a place before, as [`App::near_state`] wrote it.
    pub fn seek_again(self, near: &str) {
        let (place, within) = near.split_once('/').unwrap_or((near, ""));
        let within = within.parse::<i64>().ok().map(|miles| miles as u16);
        match Point::read(place) {
            Some(point) => self.ask_places("", within, Some(point)),
            None => self.ask_places(place, within, None),
        }
    }

    /// The place that distances count from and how far is too far, as text for this browser alone; nothing
    /// where no place is given.
    pub fn near_state(self) -> Option<String> {
        let near = untrack(|| self.near())?;
        let mut text = near.name;
        if text.is_empty() {
            near.spot.point.write(&mut text);
        }
        if let Some(within) = near.within {
            text.push('/');
            text.push_str(&digits(within));
        }
        Some(text)
    }

    /// Looks for what is near to the visitor, unless they have given another place before that is known.
    pub fn seek_here(self) {
        let asked = self.forget_asked();
        let found = move |here: Option<String>| {
            if self.state().asked.get() != asked {
                return;
            }
            match here.and_then(|here| Point::read(&here)) {
                Some(here) => self.ask_places("", self.within(), Some(here)),
                None => self
                    .state()
                    .place_problem
                    .set(Some(key!("near.no-position"))),
            }
        };
        self.scene().host.position(self.done(Box::new(found)));
    }

    /// Sees to it that it is known where the venues are.
    pub fn locate_venues(self) {
        if !self.scene().index.has_places() {
            self.ask_places("", None, None);
        }
    }

    /// Lets meetings be so many miles away at most, or at any distance.
    pub fn set_within(self, within: Option<u16>) {
        let near = untrack(|| self.near());
        self.set_near(near.map(|near| Near { within, ..near }));
    }

    /// The key of what is wrong with the place that was asked for; nothing where nothing is. Followed.
    pub fn place_problem(self) -> Option<Key> {
        self.state().place_problem.get()
    }

    /// How far is too far now.
    fn within(self) -> Option<u16> {
        untrack(|| self.near()).and_then(|near| near.within)
    }

    fn set_near(self, near: Option<Near>) {
        self.state().place_problem.change(None);
        let query = untrack(|| self.query());
        self.set_query(Query { near, ..query });
    }

    /// Asks the table where a typed place is, and where the venues are; distances then count from the place
    /// or from `here`.
    fn ask_places(self, typed: &str, within: Option<u16>, here: Option<Point>) {
        let asked = self.state().asked.get();
        let answered = move |answer| self.take_places(answer, within, here, asked);
        let scene = self.scene();
        let request = scene.index.ask_places(typed);
        let answered = self.done(Box::new(answered));
        scene.host.later("places", &request, answered);
    }

    /// Takes the answer of the table; where another place was `asked` for since, only where the venues are. The same
    /// problem is told again: it may be of another place.
    fn take_places(
        self,
        answer: Option<String>,
        within: Option<u16>,
        here: Option<Point>,
        asked: u32,
    ) {
        let state = self.state();
        let is_wanted = state.asked.get() == asked;
        let Some(answer) = answer else {
            if is_wanted {
                state.place_problem.set(Some(key!("near.no-table")));
            }
            return;
        };
        let found = state.scene.index.take_places(&answer);
        let place = match (found, here) {
            _ if !is_wanted => None,
            (_, Some(point)) => {
                let here = Spot {
                    point,
                    grade: Grade::Point,
                    region: None,
                };
                Some((String::new(), here))
            }
            (Found::Place(name, spot), None) => Some((name, spot)),
            (Found::Not(NotFound::Postcode), None) => {
                state.place_problem.set(Some(key!("near.no-postcode")));
                None
            }
            (Found::Not(NotFound::Name), None) => {
                state.place_problem.set(Some(key!("near.no-name")));
                None
            }
            (Found::Not(NotFound::Empty), None) => None,
        };
        match place {
            Some((name, spot)) => {
                // It may be the one that was there before: as many cards show as then.
                let shown = state.shown.get_untracked();
                self.set_near(Some(Near { name, spot, within }));
                self.show(shown);
            }
            // Where the venues are is known, whatever was typed: regions can be counted now.
            None => self.find(&untrack(|| self.query())),
        }
    }
}
