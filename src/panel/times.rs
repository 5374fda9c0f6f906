//! How long something takes, in words. Moments are told by the browser: [`super::client::Controls`].

use super::words::{count, say_with};

const MINUTE: u32 = 60;
const HOUR: u32 = 60 * MINUTE;

/// So many seconds, as a person says it: exact below a minute and a half, then rounded up.
#[must_use]
pub(super) fn duration(seconds: u32) -> String {
    let (key, many) = match seconds {
        0..90 => ("duration-seconds", seconds),
        90..5400 => ("duration-minutes", seconds.div_ceil(MINUTE)),
        _ => ("duration-hours", seconds.div_ceil(HOUR)),
    };
    say_with(key, &[count("count", many)])
}

#[cfg(test)]
mod tests {
    use super::duration;

    #[test]
    fn a_time_is_told_as_people_tell_it() {
        for (seconds, words) in [
            (0, "at once"),
            (1, "1 second"),
            (89, "89 seconds"),
            (90, "about 2 minutes"),
            (3599, "about 60 minutes"),
            (5400, "about 2 hours"),
            (u32::MAX, "about 1,193,047 hours"),
        ] {
            assert_eq!(duration(seconds), words);
        }
    }
}
