//! What means Tandem harm: an admin page that turned against it, a store that answers anything, a
//! failure of Tandem's own. `SECURITY.md` names these tests line by line.

mod breakdown;
mod kept;
mod page;
mod store;
