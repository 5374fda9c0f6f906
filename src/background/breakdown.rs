//! A door that only the sandbox's flavour has: a panel may ask the background to break down, so that
//! tests see what is left of a run then.

use crate::browser::clock::now_ms;

/// How long it hangs when it is asked to, in milliseconds: longer than a panel's patience with a click.
const HANG: u64 = 8_000;

/// Breaks down if that is what `text` asks for.
#[expect(clippy::panic, reason = "that is what it is for")]
pub(super) fn if_asked(text: &str) {
    match text {
        "break down: panic" => panic!("it was asked to"),
        "break down: memory" => use_up_memory(),
        "break down: hang" => hang(),
        _ => {}
    }
}

/// Answers nobody for a while.
fn hang() {
    let until = now_ms() + HANG;
    while now_ms() < until {}
}

/// Asks for more than there can be, three times half of it.
fn use_up_memory() {
    const HALF: usize = i32::MAX as usize;
    let all: Vec<Vec<u8>> = (0..3).map(|_| Vec::with_capacity(HALF)).collect();
    drop(std::hint::black_box(all));
}
