//! What a page of a browser calls.

use tandem_core::Side;
use tandem_gauge::{
    job::Job,
    people::{self, Day},
};
use wasm_bindgen::prelude::*;

/// Whoever loads it calls what is below.
const fn main() {}

const fn side(is_pos: bool) -> Side {
    if is_pos { Side::Pos } else { Side::Ecom }
}

/// A page of a store's list, as `people::page` makes it.
#[wasm_bindgen]
#[must_use]
pub fn made_page(is_pos: bool, from: u32, count: u32, all: u32, is_later: bool) -> String {
    let day = if is_later { Day::Later } else { Day::First };
    people::page(side(is_pos), from, count, all, day)
}

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = performance)]
    fn now() -> f64;
}

/// The job.
#[wasm_bindgen]
#[derive(Default)]
pub struct Bench(Job);

#[wasm_bindgen]
impl Bench {
    /// Nothing is read yet.
    #[wasm_bindgen(constructor)]
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Reads a page.
    pub fn read(&mut self, is_pos: bool, body: Vec<u8>) -> usize {
        self.0.read(side(is_pos), body)
    }

    /// Ends the reading.
    pub fn finish_reading(&mut self) {
        self.0.finish_reading();
    }

    /// How many pairs there are.
    #[must_use]
    pub fn identity(&self) -> usize {
        self.0.identity()
    }

    /// Plans: what it came to, as JSON, and how long it took to tell what follows for everybody, in
    /// milliseconds.
    #[must_use]
    pub fn plan(&self) -> String {
        let begun = now();
        let mut survey = 0.0;
        let outcome = self.0.plan(|| survey = now() - begun);
        serde_json::json!({ "survey": survey, "outcome": outcome }).to_string()
    }

    /// Notes what is agreed.
    pub fn agree(&mut self) {
        self.0.agree();
    }
}
