//! Tests that need a browser. `cargo xtask test` runs them in a headless Chromium.
#![cfg(target_arch = "wasm32")]

use peer_support_directory::directory::Link;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

/// The core is tested natively; this shows that it is the same in WebAssembly.
#[wasm_bindgen_test]
fn core_runs_in_a_browser() {
    let link = Link::new("https://www.example.org/groups");
    assert_eq!(link.as_ref().and_then(Link::site), Some("example.org"));
    assert_eq!(Link::new("javascript:alert(1)"), None);
}
