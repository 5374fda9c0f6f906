//! Times of E-Series: `2024-08-21 07:52:09 +0000` going out; UNIX seconds, a time with or without
//! a zone, or a day coming in.

use jiff::civil::{Date, DateTime};
use jiff::{Timestamp, tz::TimeZone};

use super::Error;
use crate::call::Call;
use crate::world::time_text;

/// Later than any time in seconds that is meant; milliseconds land here.
const FAR: i64 = 100_000_000_000;

/// A time as E-Series writes it.
pub(super) fn text(seconds: i64) -> String {
    time_text(seconds, "%Y-%m-%d %H:%M:%S +0000")
}

/// The time in a parameter, in seconds.
pub(super) fn param(call: &Call, name: &str) -> Result<Option<i64>, Error> {
    let Some(text) = call.param(name) else {
        return Ok(None);
    };
    let wrong = || Error::wrong(format!("{name} is not a time: UNIX seconds or a datetime"));
    parse(text.trim()).map(Some).ok_or_else(wrong)
}

fn parse(text: &str) -> Option<i64> {
    if text.bytes().all(|byte| byte.is_ascii_digit()) {
        return text.parse().ok().filter(|seconds| *seconds < FAR);
    }
    let zoned = ["%Y-%m-%d %H:%M:%S %z", "%Y-%m-%dT%H:%M:%S%z"]
        .into_iter()
        .find_map(|form| Timestamp::strptime(form, text).ok());
    let moment = zoned.or_else(|| text.parse().ok()).or_else(|| plain(text));
    moment.map(Timestamp::as_second)
}

/// A time without a zone, or a day; both are in UTC.
fn plain(text: &str) -> Option<Timestamp> {
    let when = ["%Y-%m-%d %H:%M:%S", "%Y-%m-%dT%H:%M:%S"]
        .into_iter()
        .find_map(|form| DateTime::strptime(form, text).ok())
        .or_else(|| Some(Date::strptime("%Y-%m-%d", text).ok()?.at(0, 0, 0, 0)))?;
    TimeZone::UTC.to_timestamp(when).ok()
}

#[cfg(test)]
mod tests {
    use super::{parse, text};

    #[test]
    fn times_come_in_in_every_form_and_go_out_in_one() {
        for form in [
            "1724226729",
            "2024-08-21 07:52:09 +0000",
            "2024-08-21 11:52:09 +0400",
            "2024-08-21 07:52:09",
            "2024-08-21T07:52:09",
            "2024-08-21T07:52:09Z",
            "2024-08-21T07:52:09+00:00",
        ] {
            assert_eq!(parse(form), Some(1_724_226_729), "{form}");
        }
        assert_eq!(parse("2024-08-21"), Some(1_724_198_400));
        assert_eq!(text(1_724_226_729), "2024-08-21 07:52:09 +0000");
        for wrong in [
            "",
            "yesterday",
            "1724226729000",
            "2024-08-21 07:52:09  0000",
            "21/08/2024",
            "-5",
        ] {
            assert_eq!(parse(wrong), None, "{wrong}");
        }
    }
}
