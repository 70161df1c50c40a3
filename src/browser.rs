//! What only a browser knows.

pub mod dom;
pub(crate) mod focus;
pub mod intl;
mod node;
pub mod owner;
pub mod signal;
pub(crate) mod state;
pub(crate) mod timer;

use talc::cell::TalcSyncCell;
use talc::wasm::{WasmBinning, WasmGrowAndClaim};

/// Half the code of the one that Rust brings along: 1.6 KB with brotli.
#[global_allocator]
static ALLOCATOR: TalcSyncCell<WasmGrowAndClaim, WasmBinning> =
    TalcSyncCell::new_wasm(WasmGrowAndClaim);
