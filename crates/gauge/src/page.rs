//! What a page of a browser calls.

use tandem_core::Side;
use wasm_bindgen::prelude::*;

use crate::{
    job::Job,
    people::{self, Day},
};

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

    /// Plans, and calls `middle` when it is known what follows for everybody.
    #[must_use]
    pub fn plan(&self, middle: &dyn Fn()) -> String {
        serde_json::to_string(&self.0.plan(middle)).unwrap_or_default()
    }

    /// Notes what is agreed.
    pub fn agree(&mut self) {
        self.0.agree();
    }
}
