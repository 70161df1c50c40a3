//! What the loader calls: mounting, updating and dropping a directory.

use js_sys::{Array, Function, Object, Reflect};
use peer_support_directory::element::{Handle, Host, mount};
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::Element;

use crate::prepare_page;

#[wasm_bindgen(module = "/public/loader/intl.js")]
extern "C" {
    /// The loader's function, for hosts.
    #[wasm_bindgen(thread_local_v2, js_name = formats)]
    static FORMATS: Function;
}

#[wasm_bindgen(module = "/public/loader/clock.js")]
extern "C" {
    #[wasm_bindgen(thread_local_v2, js_name = now)]
    static NOW: Function;

    #[wasm_bindgen(thread_local_v2, js_name = offset)]
    static OFFSET: Function;
}

const LIST: &[u8] = br#"{ "title": "Groups", "groups": [
    { "id": "a", "name": "Alpha", "meetings": [{ "attending_type": "online" }] },
    { "id": "b", "name": "Beta", "cost": 5 },
    { "name": "no id" }
] }"#;

/// No attributes.
const NONE: &str = "";

#[wasm_bindgen_test]
fn a_list_shows_and_tells_its_problems() {
    let place = place();
    let handle = shown(&place, "");
    assert_eq!(names(&place), ["Alpha", "Beta"]);
    assert_eq!(handle.groups(), 2);
    let paths: Vec<String> = handle
        .problems()
        .iter()
        .filter_map(|problem| problem.unchecked_into::<Array>().get(0).as_string())
        .collect();
    assert!(paths.contains(&"groups[1].cost".to_owned()), "{paths:?}");
    assert!(paths.contains(&"groups[2]".to_owned()), "{paths:?}");
}

#[wasm_bindgen_test]
fn dropping_the_handle_leaves_the_place_empty() {
    let place = place();
    let handle = shown(&place, "");
    assert!(place.has_child_nodes());
    drop(handle);
    assert!(!place.has_child_nodes());
}

#[wasm_bindgen_test]
fn what_is_no_list_is_an_error_in_words() {
    let list = b"[]".to_vec();
    let error = finished(mount(place(), host(), NONE, list, String::new(), None)).err();
    let message = error
        .and_then(|error| error.as_string())
        .unwrap_or_default();
    assert!(message.contains("groups"), "{message}");
}

#[wasm_bindgen_test]
fn what_is_given_up_between_two_parts_leaves_the_place_empty() {
    let place = place();
    let list = LIST.to_vec();
    let mut handle = mount(place.clone(), host(), NONE, list, String::new(), None);
    while !place.has_child_nodes() {
        assert_eq!(handle.step(), Ok(true));
    }
    // The title comes before the cards.
    assert!(names(&place).is_empty());
    drop(handle);
    assert!(!place.has_child_nodes());
}

#[wasm_bindgen_test]
fn words_are_made_ready_once_for_each_view() {
    let place = place();
    let mut handle = shown(&place, "");
    while handle.warm() {}
    assert!(!handle.warm());
    handle.update(NONE, "");
    assert!(handle.warm());
}

#[wasm_bindgen_test]
fn choices_come_back_from_their_text() {
    let place = place();
    let state = "q=&format=online";
    let handle = shown(&place, state);
    assert_eq!(names(&place), ["Alpha"]);
    assert_eq!(handle.state(), state);
}

#[wasm_bindgen_test]
fn attributes_count_when_they_change() {
    let place = place();
    let mut handle = shown(&place, "");
    handle.update("format\0online", "format");
    assert_eq!(names(&place), ["Alpha"]);
    // They are the page's choices, not the visitor's: nothing needs to be kept.
    assert_eq!(handle.state(), "");
}

#[wasm_bindgen_test]
fn another_language_is_one_file() {
    let file = include_str!("../../src/i18n/en.json")
        .replace(r#""tag": "en""#, r#""tag": "cy""#)
        .replace("{count} results", "{count} canlyniad");
    let place = place();
    let mounting = mount(
        place.clone(),
        host(),
        "lang\0cy",
        LIST.to_vec(),
        String::new(),
        Some(file),
    );
    let _handle = finished(mounting).expect("a list");
    let text = |selector: &str| {
        let element = place.query_selector(selector).ok().flatten();
        element.and_then(|element| element.text_content())
    };
    assert_eq!(text(".results-title").as_deref(), Some("2 canlyniad"));
    assert!(text("section[lang=cy]").is_some());
}

/// The list, shown in a place with choices that were kept as text.
fn shown(place: &Element, state: &str) -> Handle {
    let list = LIST.to_vec();
    finished(mount(
        place.clone(),
        host(),
        NONE,
        list,
        state.to_owned(),
        None,
    ))
    .expect("a list")
}

/// A directory after its last slice.
fn finished(mut handle: Handle) -> Result<Handle, JsValue> {
    while handle.step()? {}
    Ok(handle)
}

fn place() -> Element {
    prepare_page();
    let document = web_sys::window().and_then(|window| window.document());
    document
        .and_then(|document| document.create_element("div").ok())
        .expect("a page")
}

/// A host that hears nothing, the first on its page.
fn host() -> Host {
    let host = Object::new();
    Reflect::set(&host, &"number".into(), &1.into()).expect("a property");
    for name in [
        "results", "follow", "warn", "link", "copy", "reveal", "painted",
    ] {
        Reflect::set(&host, &name.into(), &Function::new_no_args("")).expect("a property");
    }
    for (name, function) in [("formats", &FORMATS), ("now", &NOW), ("offset", &OFFSET)] {
        function.with(|it| Reflect::set(&host, &name.into(), it).expect("a property"));
    }
    host.unchecked_into()
}

/// The names on the cards, in their order.
fn names(place: &Element) -> Vec<String> {
    let titles = place.get_elements_by_class_name("card-title");
    (0..titles.length())
        .filter_map(|at| titles.item(at)?.text_content())
        .collect()
}
