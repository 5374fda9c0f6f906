//! The list and the search of the panel, timed frame by frame. What is done with the figures is for
//! others.

use serde::Serialize;
use serde_json::json;
use tandem_pilot::Driver;

/// A quick frame, in milliseconds: the next one comes without one being left out.
pub(crate) const QUICK_MS: f64 = 20.0;

/// How far the list is scrolled each frame, in pixels: a slow and a quick wheel, and a fling.
pub(crate) const SPEEDS: [u32; 3] = [60, 180, 3_000];

/// How many frames are measured at each speed.
const FRAMES: u32 = 300;

/// How often each speed is measured; the best round counts. What else runs on the machine can only
/// make frames slower, never quicker.
const ROUNDS: usize = 5;

/// How often each search is done.
const TIMES: usize = 5;

/// What somebody looks for: a letter, the beginning of a name and a whole one, the end of one that
/// few have, three words, what is in most emails, a number, nobody.
pub(crate) const WORDS: [&str; 8] = [
    "a",
    "ma",
    "quist",
    "mar qu",
    "ma qu org",
    "example.org",
    "4479",
    "zzzz",
];

#[derive(Debug, Serialize)]
pub(crate) struct Scrolling {
    pub(crate) pixels_a_frame: u32,
    /// Of the best round.
    pub(crate) quick_percent: f64,
    /// Of the same round.
    pub(crate) slowest_ms: f64,
    pub(crate) all_rounds: Vec<f64>,
}

#[derive(Debug, Serialize)]
pub(crate) struct Searching {
    pub(crate) words: &'static str,
    pub(crate) found: u32,
    pub(crate) median_ms: f64,
    pub(crate) slowest_ms: f64,
}

/// Scrolls from the top, so far each frame, in several rounds.
pub(crate) fn scroll(driver: &Driver, pixels_a_frame: u32) -> anyhow::Result<Scrolling> {
    let mut all_rounds = Vec::new();
    let (mut best, mut slowest_ms) = (-1.0, 0.0);
    for _ in 0..ROUNDS {
        let frames = scroll_once(driver, pixels_a_frame)?;
        let quick = frames.iter().filter(|frame| **frame < QUICK_MS).count();
        let percent = (1000.0 * share(quick, frames.len())).round() / 10.0;
        all_rounds.push(percent);
        if percent > best {
            best = percent;
            slowest_ms = frames.iter().copied().fold(0.0, f64::max).round();
        }
    }
    Ok(Scrolling {
        pixels_a_frame,
        quick_percent: best,
        slowest_ms,
        all_rounds,
    })
}

/// How long each frame took, in milliseconds.
fn scroll_once(driver: &Driver, pixels_a_frame: u32) -> anyhow::Result<Vec<f64>> {
    const SCRIPT: &str = "const [pixels, count, done] = arguments;
        const grid = document.querySelector('[role=grid]');
        const frames = []; let last = 0, top = 0;
        const step = now => {
          if (last) frames.push(now - last);
          last = now;
          grid.scrollTop = top += pixels;
          frames.length < count ? requestAnimationFrame(step) : done(frames);
        };
        grid.scrollTop = 0;
        setTimeout(() => requestAnimationFrame(step), 500)";
    let frames = driver.js_async(SCRIPT, &json!([pixels_a_frame, FRAMES]))?;
    Ok(serde_json::from_value(frames)?)
}

#[expect(clippy::cast_precision_loss, reason = "a few hundred frames")]
fn share(of: usize, all: usize) -> f64 {
    of as f64 / all.max(1) as f64
}

/// Types words into the search, and says how many milliseconds later the frame was drawn that shows
/// what was found: a list, or that there is nobody.
pub(crate) fn search(driver: &Driver, words: &'static str) -> anyhow::Result<Searching> {
    const SCRIPT: &str = "const [words, done] = arguments;
        const field = document.querySelector('input[type=search]');
        const all = field.closest('section');
        const type = (text, then) => {
          const set = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value').set;
          let wasBusy = false;
          const watch = new MutationObserver(() => {
            const isBusy = all.querySelector('[role=grid]')?.ariaBusy === 'true';
            wasBusy ||= isBusy;
            if (!wasBusy || isBusy) return;
            watch.disconnect();
            const drawn = new MessageChannel();
            drawn.port1.onmessage = () => then(performance.now() - begun);
            requestAnimationFrame(() => drawn.port2.postMessage(0));
          });
          watch.observe(all, { attributes: true, childList: true, subtree: true });
          const begun = performance.now();
          set.call(field, text);
          field.dispatchEvent(new InputEvent('input', { bubbles: true }));
        };
        type(words, took => {
          const found = +(all.querySelector('[role=grid]')?.ariaRowCount ?? 0);
          type('', () => setTimeout(() => done([took, found]), 100));
        })";
    let mut took = Vec::new();
    let mut found = 0;
    for _ in 0..TIMES {
        let told = driver.js_async(SCRIPT, &json!([words]))?;
        let (ms, rows): (f64, u32) = serde_json::from_value(told)?;
        took.push(ms);
        found = rows;
    }
    took.sort_by(f64::total_cmp);
    Ok(Searching {
        words,
        found,
        median_ms: took.get(TIMES / 2).copied().unwrap_or(f64::NAN),
        slowest_ms: took.last().copied().unwrap_or(f64::NAN),
    })
}
