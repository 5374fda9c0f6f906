//! A door that only the sandbox's flavour has: a panel may ask the background to break down, so that
//! tests see what is left of a run then.

/// Breaks down if that is what `text` asks for.
#[expect(clippy::panic, reason = "that is what it is for")]
pub(super) fn if_asked(text: &str) {
    match text {
        "break down: panic" => panic!("it was asked to"),
        "break down: memory" => use_up_memory(),
        _ => {}
    }
}

/// Asks for more than there can be, three times half of it.
fn use_up_memory() {
    const HALF: usize = i32::MAX as usize;
    let all: Vec<Vec<u8>> = (0..3).map(|_| Vec::with_capacity(HALF)).collect();
    drop(std::hint::black_box(all));
}
