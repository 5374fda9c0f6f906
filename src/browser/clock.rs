//! The one door to time: now, and waiting.

use std::time::Duration;

use gloo_timers::future::sleep;
use tandem_engine::Clock;

use super::storage;

/// Both browsers end a background that calls nothing of the extension API for 30 s; timers alone do
/// not count.
const LONGEST_SILENCE: u32 = 10;

/// The browser's clock.
#[derive(Clone, Copy, Debug, Default)]
pub struct BrowserClock;

/// Milliseconds since 1970, UTC.
#[must_use]
#[expect(
    clippy::disallowed_methods,
    reason = "this is the door that the rule points to"
)]
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "whole milliseconds"
)]
pub fn now_ms() -> u64 {
    js_sys::Date::now() as u64
}

impl Clock for BrowserClock {
    async fn wait(&self, seconds: u32) {
        let mut left = seconds;
        while left > 0 {
            let part = left.min(LONGEST_SILENCE);
            sleep(Duration::from_secs(u64::from(part))).await;
            storage::sign_of_life().await;
            left -= part;
        }
    }

    fn now_ms(&self) -> u64 {
        now_ms()
    }
}

/// Waits `ms` milliseconds.
pub async fn wait_ms(ms: u32) {
    sleep(Duration::from_millis(u64::from(ms))).await;
}
