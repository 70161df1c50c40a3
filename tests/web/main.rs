//! Tests that need a browser. `cargo xtask test` runs them in a headless Chromium.
#![cfg(target_arch = "wasm32")]

mod dom;
mod element;
mod intl;

use js_sys::{Function, Reflect};
use wasm_bindgen::prelude::wasm_bindgen;

wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);

#[wasm_bindgen(module = "/public/loader/elements.js")]
extern "C" {
    #[wasm_bindgen(thread_local_v2, js_name = make)]
    static MAKE: Function;
}

/// Has Rust find on the page what the bundle gives it by name.
fn prepare_page() {
    let set = MAKE.with(|make| Reflect::set(&js_sys::global(), &"make".into(), make));
    assert_eq!(set, Ok(true));
}
