//! Pieces that several views share.

use std::cell::Cell;

use crate::app::App;
use crate::browser::dom::{El, el};
use crate::browser::signal::Signal;
use crate::directory::{Id, Text};
use crate::filter::Facet;
use crate::strings::{concat, digits};

/// A heading `below` levels below the directory's title, with a class, and attributes as [`el`] takes them.
pub fn heading(app: App, below: u8, class: &'static str) -> El {
    let level = (app.scene().config.heading_level + below).min(6);
    el(&concat(&["h", &digits(level), ".", class]))
}

/// A button.
pub fn button(class: &'static str) -> El {
    el(&concat(&["button.", class, "|type=button|part=button"]))
}

/// A link that leaves the page: it opens at the top level, tells the other site nothing, and the page
/// only that a link of this kind was used.
pub fn link(app: App, kind: &'static str, group: Option<&str>, href: &str) -> El {
    let group = group.map(str::to_owned);
    el("a|target=_top|rel=noopener|referrerpolicy=no-referrer")
        .attr("href", href)
        .on("click", move |_| app.scene().follow(kind, group.as_deref()))
}

/// A `mailto:` link's address with a subject.
pub fn mailto(address: &str, subject: &str) -> String {
    let subject = String::from(js_sys::encode_uri_component(subject));
    concat(&["mailto:", address, "?subject=", &subject])
}

/// The longest text that is looked for in another: the time it takes grows with both.
const LONGEST: usize = 1000;

/// Where one text stands in another. `str::find` is faster, and 2 KB of code that nothing else needs.
pub fn position(text: &str, wanted: &str) -> Option<usize> {
    let (text, wanted) = (text.as_bytes(), wanted.as_bytes());
    if wanted.len() > LONGEST {
        return None;
    }
    (0..=text.len()).find(|at| text[*at..].starts_with(wanted))
}

/// A text of the list, with its language where that is not the widget's.
pub fn plain(app: App, text: &Text) -> El {
    let scene = app.scene();
    in_language(scene.lang_of(text)).text(scene.text(text))
}

/// A text of the list like [`plain`], with what the search matched marked.
pub fn marked(app: App, text: &Text) -> El {
    let scene = app.scene();
    let lang = scene.lang_of(text);
    with_marks(app, in_language(lang), scene.text(text).to_owned())
}

/// Adds options of a filter, in a sentence, marked, each in its own language: "Mouth cancer and tongue cancer".
pub fn options(app: App, facet: Facet, ids: &[Id], mut sentence: El) -> El {
    let scene = app.scene();
    for (place, id) in ids.iter().enumerate() {
        let (name, lang) = scene.option_name(facet, id);
        sentence = sentence
            .text(scene.language.joint(place, ids.len()))
            .child(with_marks(app, in_language(lang.as_deref()), name));
    }
    sentence
}

/// Words with what the search matched marked.
pub fn marked_words(app: App, words: String) -> El {
    with_marks(app, in_language(None), words)
}

/// A button that opens and closes what follows it, with a chevron that turns.
///
/// What follows is made when it is first opened.
pub fn disclosure(id: &str, label: &str, content: impl Fn() -> El + 'static) -> El {
    let open = Signal::new(false);
    let is_made = Cell::new(false);
    let toggle = toggle(&open).attr("aria-controls", id).text(label);
    let is_open = open.clone();
    let disclosed = el("div.disclosed")
        .attr("id", id)
        .hidden_if(move || !is_open.get())
        .child_while(
            move || {
                is_made.set(open.get() || is_made.get());
                is_made.get()
            },
            content,
        );
    el("div.disclosure").child(toggle).child(disclosed)
}

/// A button that says whether what it controls is open. Its words come after.
pub fn toggle(open: &Signal<bool>) -> El {
    let toggled = open.clone();
    el(TOGGLE)
        .expanded(open)
        .on("click", move |_| toggled.set(!toggled.get_untracked()))
}

/// A group of words that keeps its own direction, and its language where that is not the widget's.
fn in_language(lang: Option<&str>) -> El {
    el("bdi").attr_if("lang", lang)
}

fn with_marks(app: App, element: El, words: String) -> El {
    // What is marked stands between two NULs, which no words have.
    let marked = move || {
        let mut marked = String::new();
        let mut end = 0;
        for range in app.scene().index.marks(&app.text(), &words) {
            let parts = [&words[end..range.start], "\0", &words[range.clone()], "\0"];
            marked.push_str(&concat(&parts));
            end = range.end;
        }
        marked.push_str(&words[end..]);
        marked
    };
    element.filled_from(marked, |mut element, marked| {
        for (nth, part) in marked.split('\0').enumerate() {
            element = match nth % 2 {
                0 => element.text(part),
                _ => element.child(el("mark").text(part)),
            };
        }
    })
}

/// An icon of one path, as [`el`] takes it. It is hidden from screen readers: its words stand beside it.
macro_rules! icon {
    ($path:literal) => {
        concat!("svg.icon|viewBox=0 0 24 24|aria-hidden=true>path|d=", $path)
    };
}

const TOGGLE: &str = concat!(
    "button.toggle|type=button|part=button>",
    icon!("M9 5l7 7-7 7")
);
pub const CROSS: &str = icon!("M6 6l12 12M18 6L6 18");
pub const PEOPLE: &str = icon!(
    "M9 11a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7zM2.5 20c0-4 3-6 6.5-6s6.5 2 6.5 6M16 4.5a3.5 3.5 0 0 1 0 6M18 14.5c2.2.8 3.5 2.7 3.5 5.5"
);
pub const PLACE: &str = icon!(
    "M12 21s7-6.5 7-11.5a7 7 0 0 0-14 0C5 14.5 12 21 12 21zM12 12a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5z"
);
pub const SCREEN: &str = icon!("M4 5h16v11H4zM9 20h6M12 16v4");
pub const CLOCK: &str = icon!("M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM12 7v5l3.5 2");
pub const COST: &str = icon!(
    "M16.5 7.5c-.7-1.9-2.3-3-4.2-3-2.6 0-4.3 1.8-4.3 4.3 0 3.2 1.6 4.2 1.6 7 0 1.7-.8 3-2.1 3.7h9.5M6.5 12.5h7"
);
pub const NOTICE: &str = icon!("M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM12 7v6M12 16.5v.5");
