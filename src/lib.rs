//! Tandem, the extension: everything that knows a browser. What must not know one is in `crates/`.
//!
//! Three rooms use each other in one direction: `protocol` (what is said between contexts) is read
//! by `background` (the only writer to the stores) and by `panel` (asks, never syncs); `browser`
//! alone names the browser's interfaces. `ARCHITECTURE.md` is the map.

pub mod background;
pub mod browser;
pub mod panel;
pub mod protocol;
