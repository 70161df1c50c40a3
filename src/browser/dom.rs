//! Building elements that follow signals.
//!
//! Leptos's `view!` makes a type of its own for each element, with code of its own: this widget was 213 KB with
//! it, with brotli. Here all elements are one type.

mod each;

use std::cell::RefCell;

use wasm_bindgen::prelude::*;
use web_sys::{Element, Event};

pub use each::Wanted;

use super::node::{make, node, set_property};
use super::owner::{Owner, keep};
use super::signal::{Signal, follow};

/// An element under construction, or built.
///
/// Effects and listeners belong to the owner in which they are made, and end with it.
#[derive(Clone)]
pub struct El(Element);

/// Fills an element with some content.
type Fill = Box<dyn Fn(El, &str)>;

/// A new element, as `public/loader/elements.js` reads its description: `li.fact` has that class,
/// `input.checkbox|type=checkbox` that attribute too. Nothing of a list may stand in it, which could say anything there.
#[inline(never)]
pub fn el(text: &str) -> El {
    El(make(text))
}

// Calls that stand in every view: a copy of each in every place would be a third of the module. Closures
// are boxed at the door, so that what follows them is there once.
impl El {
    /// The element itself.
    pub fn element(&self) -> &Element {
        &self.0
    }

    /// Puts the element at the end of another.
    pub fn append_to(&self, parent: &Element) {
        node(parent).append(&self.0);
    }

    /// Sets an attribute.
    #[inline(never)]
    pub fn attr(self, name: &str, value: &str) -> Self {
        set(&self.0, name, Some(value));
        self
    }

    /// Sets an attribute, where there is a value.
    pub fn attr_if(self, name: &str, value: Option<&str>) -> Self {
        match value {
            Some(value) => self.attr(name, value),
            None => self,
        }
    }

    /// Sets an attribute, and again when a signal that `value` reads changes; takes it away for nothing.
    pub fn attr_from(
        self,
        name: &'static str,
        value: impl Fn() -> Option<&'static str> + 'static,
    ) -> Self {
        self.boxed_attr(name, Box::new(value))
    }

    /// Hides the element while `is_hidden`.
    pub fn hidden_if(self, is_hidden: impl Fn() -> bool + 'static) -> Self {
        self.attr_from("hidden", move || is_hidden().then_some(""))
    }

    /// Says "true" or "false" as `aria-expanded`.
    pub fn expanded(self, is_open: &Signal<bool>) -> Self {
        let is_open = is_open.clone();
        self.attr_from("aria-expanded", move || {
            Some(if is_open.get() { "true" } else { "false" })
        })
    }

    /// Sets a property, such as `checked`, and again when a signal that `value` reads changes.
    pub fn property_from(self, name: &'static str, value: impl Fn() -> JsValue + 'static) -> Self {
        self.boxed_property(name, Box::new(value))
    }

    /// Appends text.
    #[inline(never)]
    pub fn text(self, text: &str) -> Self {
        node(&self.0).append_text(text);
        self
    }

    /// Fills the element, which has no other children, with text that follows signals.
    ///
    /// A browser that translates the page puts elements of its own where text stood: so the element is
    /// filled anew, and not its text node changed.
    pub fn text_from(self, text: impl Fn() -> String + 'static) -> Self {
        self.boxed_fill(Box::new(text), Box::new(fill_text))
    }

    /// Has `fill` fill the element, which has no other children, with what `content` gives, and do so anew when that
    /// is another. Signals that `content` reads are followed.
    pub fn filled_from(
        self,
        content: impl Fn() -> String + 'static,
        fill: impl Fn(Self, &str) + 'static,
    ) -> Self {
        self.boxed_fill(Box::new(content), Box::new(fill))
    }

    /// Appends an element.
    #[inline(never)]
    pub fn child(self, child: Self) -> Self {
        child.append_to(&self.0);
        self
    }

    /// Appends an element, where there is one.
    #[inline(never)]
    pub fn child_if(self, child: Option<Self>) -> Self {
        match child {
            Some(child) => self.child(child),
            None => self,
        }
    }

    /// Appends elements.
    #[inline(never)]
    pub fn children(mut self, children: Vec<Self>) -> Self {
        for child in children {
            self = self.child(child);
        }
        self
    }

    /// Fills the element, which has no other children, with one element for each key, in their order.
    ///
    /// `keys` gets those whose elements stand. An element stays as long as its key is wanted. `updated` is called after
    /// each change.
    pub fn each(
        self,
        keys: impl Fn(&[u32]) -> Wanted + 'static,
        build: impl Fn(u32) -> Self + 'static,
        updated: impl Fn(&Element) + 'static,
    ) -> Self {
        self.boxed_each(Box::new(keys), Box::new(build), Box::new(updated))
    }

    /// Gives the element, which has no other children, one child while `is_there`.
    pub fn child_while(
        self,
        is_there: impl Fn() -> bool + 'static,
        build: impl Fn() -> Self + 'static,
    ) -> Self {
        let keys = move |_: &[u32]| Wanted::all((0..u32::from(is_there())).collect());
        self.each(keys, move |_| build(), |_| ())
    }

    /// Calls `handle` for each event of a name.
    pub fn on(self, event: &str, handle: impl FnMut(Event) + 'static) -> Self {
        self.boxed_on(event, Box::new(handle))
    }

    #[inline(never)]
    fn boxed_attr(self, name: &'static str, value: Box<dyn Fn() -> Option<&'static str>>) -> Self {
        let element = self.0.clone();
        follow(Box::new(move || set(&element, name, value())));
        self
    }

    #[inline(never)]
    fn boxed_property(self, name: &'static str, value: Box<dyn Fn() -> JsValue>) -> Self {
        let element = self.0.clone();
        follow(Box::new(move || {
            set_property(&element, name, &value());
        }));
        self
    }

    #[inline(never)]
    fn boxed_fill(self, content: Box<dyn Fn() -> String>, fill: Fill) -> Self {
        let element = self.clone();
        let shown = RefCell::new(String::new());
        let owner = Owner::default();
        follow(Box::new(move || {
            let content = content();
            if *shown.borrow() != content {
                owner.end();
                element.0.set_text_content(None);
                owner.with(|| fill(element.clone(), &content));
                shown.replace(content);
            }
        }));
        self
    }

    #[inline(never)]
    fn boxed_on(self, event: &str, handle: Box<dyn FnMut(Event)>) -> Self {
        let closure = Closure::wrap(handle);
        node(&self.0).add_event_listener(event, closure.as_ref());
        keep(Box::new(closure));
        self
    }
}

// One function for all callers: a closure would be another in each.
fn fill_text(element: El, text: &str) {
    element.text(text);
}

#[inline(never)]
fn set(element: &Element, name: &str, value: Option<&str>) {
    match value {
        Some(value) => node(element).set_attribute(name, value),
        None => node(element).remove_attribute(name),
    }
}
