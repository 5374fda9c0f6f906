//! The reducer.
