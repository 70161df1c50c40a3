//! What JavaScript sees: [`mount`] a directory into an element and get a [`Handle`].
//!
//! Dropping the handle (`free()` in JavaScript) unmounts the view and removes all that it attached.

mod host;
mod view;

use std::rc::Rc;
use std::sync::Arc;

use js_sys::Array;
use wasm_bindgen::prelude::*;
use web_sys::Element;

pub use host::{Done, Host, done};

use crate::browser::state;
use crate::feed::{self, Problem};
use crate::filter::Facet;
use crate::i18n::Language;
use crate::slices::{self, Work};
use crate::strings::concat;
use view::{Mounted, Source};

/// What is wrong with a time zone that the browser does not know.
const UNKNOWN_ZONE: &str = " is no time zone of this browser: it has no dates; \
     allowed: an IANA time zone, such as Europe/London";

/// A directory on the page.
#[wasm_bindgen]
pub struct Handle {
    /// Reads and shows the list; nothing once that is done.
    mounting: Option<Work<Result<Mounted, JsValue>>>,
    mounted: Option<Mounted>,
}

/// Begins to show a list in `place`; [`Handle::step`] goes on.
///
/// `attributes` are names and values in turn, NULs between, with `page-lang` beside the contract's; `list` is the JSON;
/// `state` is what [`Handle::state`] gave earlier, or empty; `language` is the file of a language other than
/// English.
#[wasm_bindgen]
pub fn mount(
    place: Element,
    host: Host,
    attributes: &str,
    list: Vec<u8>,
    state: String,
    language: Option<String>,
) -> Handle {
    let attributes = pairs(attributes);
    let work = async move {
        let (directory, problems) = feed::parse_in_slices(&list)
            .await
            .map_err(|error| JsValue::from_str(&error.message))?;
        drop(list);
        let source = Rc::new(Source {
            place,
            host,
            directory: Arc::new(directory),
            language: Rc::new(match language {
                Some(file) => Language::parse(&file),
                None => Language::english(),
            }),
            problems,
        });
        slices::pause().await;
        Ok(source.render(&attributes, &state, &[]).await)
    };
    Handle {
        mounting: Some(Work::new(work)),
        mounted: None,
    }
}

#[wasm_bindgen]
impl Handle {
    /// Goes on for a millisecond or two. Gives whether there is more to do before the directory shows. Throws
    /// a string where the list is none.
    pub fn step(&mut self) -> Result<bool, JsValue> {
        let done = self.mounting.as_mut().and_then(Work::step);
        if let Some(done) = done {
            self.mounting = None;
            self.mounted = Some(done?);
        }
        Ok(self.mounting.is_some())
    }

    /// How many groups may be shown.
    pub fn groups(&self) -> u32 {
        let total = |mounted: &Mounted| mounted.app.scene().index.total() as u32;
        self.mounted.as_ref().map_or(0, total)
    }

    /// The list's problems, as pairs of path and message.
    pub fn problems(&self) -> Array {
        let pair = |problem: &Problem| {
            Array::of2(
                &problem.path.as_str().into(),
                &problem.message.as_str().into(),
            )
        };
        let Some(mounted) = &self.mounted else {
            return Array::new();
        };
        let problems: Array = mounted.source.problems.iter().map(pair).collect();
        for zone in &mounted.app.scene().unknown_zones {
            problems.push(&pair(&Problem {
                path: "timezone".to_owned(),
                message: concat(&[zone.as_str(), UNKNOWN_ZONE]),
            }));
        }
        problems
    }

    /// Looks at the clock: meetings may have begun or ended. Gives the instant at which to do so again, in
    /// minutes since the beginning of 1970, in UTC.
    pub fn tick(&self) -> f64 {
        let mounted = self.mounted.as_ref();
        mounted.map_or(f64::INFINITY, |mounted| mounted.app.tick() as f64)
    }

    /// Goes on for a millisecond or two to make the list's words ready, so that the first search need not wait
    /// for them. Gives whether there is more to do.
    pub fn warm(&mut self) -> bool {
        let Some(mounted) = &mut self.mounted else {
            return false;
        };
        if mounted.warming.as_mut().and_then(Work::step).is_some() {
            mounted.warming = None;
        }
        mounted.warming.is_some()
    }

    /// The visitor's choices as text; empty while they are those of the attributes.
    pub fn state(&self) -> String {
        let changed = |mounted: &&Mounted| !state::is_initial(mounted.app);
        let mounted = self.mounted.as_ref().filter(changed);
        mounted.map_or_else(String::new, |mounted| state::write_all(mounted.app))
    }

    /// Takes the choices that [`Handle::state`] gave earlier.
    pub fn restore(&self, state: &str) {
        if let Some(mounted) = &self.mounted {
            let (query, shown) = state::read(&mounted.app.scene(), state, &[]);
            mounted.app.set_query(query);
            mounted.app.show(shown);
            state::look_up_places(mounted.app, state);
        }
    }

    /// Takes new attributes. The visitor's choices stay, but for filters named in `changed`, with NULs between.
    pub fn update(&mut self, attributes: &str, changed: &str) {
        let state = self.state();
        let chosen: Vec<Facet> = changed.split('\0').filter_map(Facet::from_id).collect();
        if let Some(mounted) = self.mounted.take() {
            let source = mounted.source.clone();
            // The old view goes first: ids must not stand twice, not even for a moment.
            drop(mounted);
            let attributes = pairs(attributes);
            let work = source.render(&attributes, &state, &chosen);
            self.mounted = Some(slices::finish(work));
        }
    }
}

/// Pairs of texts with NULs between all of them.
fn pairs(attributes: &str) -> Vec<(String, String)> {
    let mut parts = attributes.split('\0');
    let mut pairs = Vec::new();
    while let (Some(name), Some(value)) = (parts.next(), parts.next()) {
        pairs.push((name.to_owned(), value.to_owned()));
    }
    pairs
}
