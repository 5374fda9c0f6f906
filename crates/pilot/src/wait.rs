//! Waiting for a state, with a deadline: the only waiting that is done here.

use std::{
    thread,
    time::{Duration, Instant},
};

use anyhow::bail;

/// How long a person would wait for something on the screen.
pub(crate) const PATIENCE: Duration = Duration::from_secs(20);

/// How often the screen is looked at meanwhile: at first, and where it takes longer. Each look costs
/// the browser that is waited for some of its time.
const GLANCE: Duration = Duration::from_millis(20);
const SLOW_GLANCE: Duration = Duration::from_millis(120);

/// Waits until `is_so`, and no longer than `patience`.
///
/// # Errors
/// Names what was waited for, with the last error of `is_so` if it had one.
#[expect(clippy::disallowed_methods, reason = "a deadline in a native program")]
pub fn wait_until(
    what: &str,
    patience: Duration,
    mut is_so: impl FnMut() -> anyhow::Result<bool>,
) -> anyhow::Result<()> {
    let begun = Instant::now();
    let mut glance = GLANCE;
    loop {
        let last = is_so();
        if matches!(last, Ok(true)) {
            return Ok(());
        }
        if begun.elapsed() > patience {
            return match last {
                Err(error) => Err(error.context(format!("waited in vain: {what}"))),
                Ok(_) => bail!("waited in vain: {what}"),
            };
        }
        thread::sleep(glance);
        glance = (glance * 5 / 4).min(SLOW_GLANCE);
    }
}
