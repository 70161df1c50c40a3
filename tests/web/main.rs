//! Tests that need a browser. `cargo xtask test` runs them in a headless Chromium.
#![cfg(target_arch = "wasm32")]

mod dom;
mod element;
mod intl;

wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);
