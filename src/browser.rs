//! What only a browser knows.

pub mod dom;
pub(crate) mod focus;
pub mod intl;
mod node;
pub mod owner;
pub mod signal;
pub(crate) mod state;
pub(crate) mod timer;

/// Half the code of the one that Rust brings along: 1.6 KB with brotli.
#[global_allocator]
static ALLOCATOR: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();
