//! One job of Tandem's, to measure: pages of both stores are parsed, it is told who is who, what
//! follows for everybody, and what would be written. The same job natively, as wasm in a browser,
//! and in an interpreter that counts instructions. Nothing of this is shipped.

#![recursion_limit = "256"]

pub mod job;
pub mod people;
pub mod work;
