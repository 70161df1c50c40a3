//! Elements that follow signals, and leave nothing behind.

use peer_support_directory::browser::dom::{El, Wanted, el};
use peer_support_directory::browser::owner::Owner;
use peer_support_directory::browser::signal::Signal;
use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::HtmlElement;

use crate::prepare_page;

#[wasm_bindgen_test]
async fn text_and_attributes_follow_their_signals() {
    let owner = owner();
    let name = Signal::new("Oxford".to_owned());
    let (text, hidden) = (name.clone(), name.clone());
    let item = owner.with(|| {
        el("p.place")
            .text_from(move || text.get())
            .hidden_if(move || hidden.get().is_empty())
    });
    assert_eq!(html(&item), r#"<p class="place">Oxford</p>"#);
    name.set(String::new());
    settle().await;
    assert_eq!(html(&item), r#"<p class="place" hidden=""></p>"#);
}

#[wasm_bindgen_test]
async fn text_takes_the_place_of_what_a_translation_has_put_there() {
    let owner = owner();
    let name = Signal::new("two".to_owned());
    let text = name.clone();
    let item = owner.with(|| el("p").text_from(move || text.get()));
    item.element()
        .set_inner_html("<font><font>deux</font></font>");
    name.set("three".to_owned());
    settle().await;
    assert_eq!(html(&item), "<p>three</p>");
}

#[wasm_bindgen_test]
async fn an_effect_runs_once_for_all_that_changed() {
    let owner = owner();
    let (one, two) = (Signal::new(1), Signal::new(1));
    let runs = std::rc::Rc::new(std::cell::Cell::new(0));
    let (first, second, counted) = (one.clone(), two.clone(), runs.clone());
    let _item = owner.with(|| {
        el("p").text_from(move || {
            counted.set(counted.get() + 1);
            (first.get() + first.get() + second.get()).to_string()
        })
    });
    one.set(2);
    one.set(3);
    two.change(1);
    assert_eq!(runs.get(), 1, "it waits until what runs is done");
    settle().await;
    assert_eq!(runs.get(), 2);
    two.change(2);
    settle().await;
    assert_eq!(runs.get(), 3);
}

#[wasm_bindgen_test]
async fn what_ended_follows_no_more() {
    let owner = owner();
    let name = Signal::new("one".to_owned());
    let followed = name.clone();
    let item = owner.with(|| el("p").text_from(move || followed.get()));
    owner.end();
    name.set("two".to_owned());
    settle().await;
    assert_eq!(html(&item), "<p>one</p>");
}

#[wasm_bindgen_test]
async fn a_list_keeps_the_elements_whose_keys_stay() {
    let owner = owner();
    let keys = Signal::new(vec![1, 2, 3]);
    let followed = keys.clone();
    let list = owner.with(|| {
        let item = |key: u32| el("li").attr("id", &key.to_string());
        el("ul").each(move |_| Wanted::all(followed.get()), item, |_| {})
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
async fn an_element_that_waits_is_the_same_when_it_comes_back() {
    let owner = owner();
    let wanted = Signal::new((vec![1, 2, 3], vec![]));
    let standing = std::rc::Rc::new(std::cell::RefCell::new(Vec::new()));
    let (followed, told) = (wanted.clone(), standing.clone());
    let keys = move |there: &[u32]| {
        told.replace(there.to_vec());
        let (now, later) = followed.get();
        Wanted { now, later }
    };
    let item = |key: u32| el("li").attr("id", &key.to_string());
    let list = owner.with(|| el("ul").each(keys, item, |_| {}));
    let second = list.element().children().item(1);
    wanted.set((vec![3], vec![2, 4]));
    settle().await;
    assert_eq!(ids(&list), ["3"], "what waits stands nowhere");
    wanted.set((vec![3, 2, 4], vec![]));
    settle().await;
    assert_eq!(
        *standing.borrow(),
        [3],
        "what waits is not told as standing"
    );
    assert_eq!(ids(&list), ["3", "2", "4"]);
    assert_eq!(list.element().children().item(1), second);
    wanted.set((vec![3], vec![2]));
    settle().await;
    wanted.set((vec![3], vec![]));
    settle().await;
    wanted.set((vec![3, 2], vec![]));
    settle().await;
    assert_ne!(
        list.element().children().item(1),
        second,
        "what is wanted no more is gone"
    );
}

#[wasm_bindgen_test]
fn handlers_are_called_until_their_owner_ends() {
    let owner = owner();
    let clicks = Signal::new(0);
    let clicked = clicks.clone();
    let click = move |_| clicked.set(clicked.get() + 1);
    let button = owner.with(|| el("button").on("click", click));
    button.element().unchecked_ref::<HtmlElement>().click();
    assert_eq!(clicks.get(), 1);
}

#[wasm_bindgen_test]
fn a_description_makes_an_element_and_each_one_is_new() {
    prepare_page();
    let described =
        "button.more small|type=button|value=>svg.icon|viewBox=0 0 24 24>path|d=M9 5l7 7";
    let made = r#"<button class="more small" type="button" value=""><svg class="icon" viewBox="0 0 24 24"><path d="M9 5l7 7"></path></svg></button>"#;
    let first = el(described).attr("type", "submit").text("Show more");
    let icon = first.element().first_element_child();
    let namespace = icon.and_then(|icon| icon.namespace_uri());
    assert_eq!(namespace.as_deref(), Some("http://www.w3.org/2000/svg"));
    assert_eq!(html(&el(described)), made);
    assert_eq!(html(&el("p")), "<p></p>");
}

/// Waits until effects have run.
async fn settle() {
    let done = js_sys::Promise::resolve(&wasm_bindgen::JsValue::NULL);
    wasm_bindgen_futures::JsFuture::from(done)
        .await
        .expect("a promise that is kept");
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

/// An owner of what is made in a test.
fn owner() -> Owner {
    prepare_page();
    Owner::default()
}
