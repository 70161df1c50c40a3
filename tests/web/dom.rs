//! Elements that follow signals, and leave nothing behind.

use peer_support_directory::browser::dom::{El, el, el_class};
use peer_support_directory::browser::tasks;
use reactive_graph::owner::Owner;
use reactive_graph::signal::RwSignal;
use reactive_graph::traits::{Get, Set};
use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::HtmlElement;

#[wasm_bindgen_test]
async fn text_and_attributes_follow_their_signals() {
    let owner = owner();
    let name = RwSignal::new("Oxford".to_owned());
    let item = owner.with(|| {
        el_class("p", "place")
            .text("In ")
            .text_from(move || name.get())
            .hidden_if(move || name.get().is_empty())
    });
    assert_eq!(html(&item), r#"<p class="place">In Oxford</p>"#);
    name.set(String::new());
    settle().await;
    assert_eq!(html(&item), r#"<p class="place" hidden="">In </p>"#);
}

#[wasm_bindgen_test]
async fn what_ended_follows_no_more() {
    let owner = owner();
    let name = RwSignal::new("one".to_owned());
    let item = owner.with(|| el("p").text_from(move || name.get()));
    owner.cleanup();
    // The signal belongs to the owner that ended: neither panics.
    name.set("two".to_owned());
    settle().await;
    assert_eq!(html(&item), "<p>one</p>");
}

#[wasm_bindgen_test]
async fn a_list_keeps_the_elements_whose_keys_stay() {
    let owner = owner();
    let keys = RwSignal::new(vec![1, 2, 3]);
    let list = owner.with(|| {
        let item = |key: u32| el("li").attr("id", &key.to_string());
        el("ul").each(move || keys.get(), item, |_| {})
    });
    assert_eq!(ids(&list), ["1", "2", "3"]);
    let second = list.element().children().item(1);
    keys.set(vec![4, 2, 1]);
    settle().await;
    assert_eq!(ids(&list), ["4", "2", "1"]);
    assert_eq!(list.element().children().item(1), second);
    keys.set(vec![]);
    settle().await;
    assert_eq!(html(&list), "<ul></ul>");
}

#[wasm_bindgen_test]
fn handlers_are_called_until_their_owner_ends() {
    let owner = owner();
    let clicks = RwSignal::new(0);
    let button = owner.with(|| el("button").on("click", move |_| clicks.set(clicks.get() + 1)));
    button.element().unchecked_ref::<HtmlElement>().click();
    assert_eq!(clicks.get(), 1);
}

/// An owner for elements and signals, with effects at work.
fn owner() -> Owner {
    tasks::start();
    let owner = Owner::new();
    owner.set();
    owner
}

/// Waits until effects have run.
async fn settle() {
    for _ in 0..3 {
        any_spawner::Executor::tick().await;
    }
}

fn html(el: &El) -> String {
    el.element().outer_html()
}

fn ids(list: &El) -> Vec<String> {
    let children = list.element().children();
    (0..children.length())
        .filter_map(|place| children.item(place))
        .map(|child| child.id())
        .collect()
}
