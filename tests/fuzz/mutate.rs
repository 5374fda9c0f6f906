//! Changes bytes as an enemy would: the same seed makes the same changes, on every machine.

/// A generator of numbers (SplitMix64).
pub(crate) struct Dice(u64);

impl Dice {
    pub(crate) const fn new(seed: u64) -> Self {
        Self(seed)
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// A number below `end`, which is not 0.
    pub(crate) fn below(&mut self, end: usize) -> usize {
        usize::try_from(self.next() % end as u64).unwrap()
    }
}

/// What decoders stumble over.
const TOKENS: &[&str] = &[
    "null",
    "true",
    "[]",
    "{}",
    "\"\"",
    "0",
    "-1",
    "1e999",
    "-0.0",
    "1.5",
    "9007199254740993",
    "-9223372036854775809",
    "18446744073709551616",
    "\u{0}",
    "\\u0000",
    "\\ud800",
    "\u{202e}",
    "\u{feff}",
    "=1+1",
    "<script>",
    "{\"__proto__\":{}}",
    "\"",
    "\\",
    ",",
    ":",
    "{",
    "}",
    "[",
    "]",
    "\n",
    "id",
    "version",
    "max",
    "total",
    "deleted_at",
    "items",
    "data",
    "9999-12-31 23:59:59 +9900",
    "-999999999-01-01T00:00:00Z",
    "31536000000",
];

/// The longest that anything grows to.
const LONGEST: usize = 1 << 16;

/// One of `corpus`, changed in a few places.
pub(crate) fn mutated(dice: &mut Dice, corpus: &[Vec<u8>]) -> Vec<u8> {
    let mut bytes = corpus[dice.below(corpus.len())].clone();
    for _ in 0..=dice.below(6) {
        change(dice, &mut bytes, corpus);
    }
    bytes.truncate(LONGEST);
    bytes
}

fn change(dice: &mut Dice, bytes: &mut Vec<u8>, corpus: &[Vec<u8>]) {
    let at = dice.below(bytes.len() + 1);
    let part = dice.below(64).min(bytes.len() - at);
    let token = TOKENS[dice.below(TOKENS.len())];
    match dice.below(9) {
        0 => drop(bytes.drain(at..at + part)),
        1 if at < bytes.len() => bytes[at] ^= 1 << dice.below(8),
        2 if at < bytes.len() => bytes[at] = u8::try_from(dice.below(256)).unwrap(),
        3 => insert(bytes, at, token.as_bytes()),
        4 => replace_a_value(dice, bytes, token),
        5 => {
            let again = bytes[at..at + part].repeat(1 + dice.below(40));
            insert(bytes, at, &again);
        }
        6 => {
            let other = &corpus[dice.below(corpus.len())];
            let from = dice.below(other.len() + 1);
            let piece = other[from..].iter().take(200).copied().collect::<Vec<u8>>();
            insert(bytes, at, &piece);
        }
        7 => insert(bytes, at, "[{\"a\":".repeat(1 + dice.below(400)).as_bytes()),
        _ => bytes.truncate(at),
    }
}

/// Replaces what stands after a colon, up to the next comma or brace.
fn replace_a_value(dice: &mut Dice, bytes: &mut Vec<u8>, token: &str) {
    let colons: Vec<usize> = (0..bytes.len()).filter(|at| bytes[*at] == b':').collect();
    if colons.is_empty() {
        return;
    }
    let from = colons[dice.below(colons.len())] + 1;
    let length = bytes[from..].iter().position(|byte| b",}]".contains(byte));
    let to = from + length.unwrap_or(bytes.len() - from);
    drop(bytes.splice(from..to, token.bytes()));
}

fn insert(bytes: &mut Vec<u8>, at: usize, piece: &[u8]) {
    drop(bytes.splice(at..at, piece.iter().copied()));
}
