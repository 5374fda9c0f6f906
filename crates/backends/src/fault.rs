//! What a status, a content type and an error text mean, as a kind. Retrying is not decided here.

use jiff::fmt::rfc2822;
use serde_json::Value;
use tandem_core::{Fault, FaultKind, Side};

use crate::http::Response;

/// How much of a store's own words is shown.
const LONGEST_WORDS: usize = 300;

/// Whether `response` is a usable answer.
///
/// # Errors
/// The kind of fault that it stands for, with the store's own words. A sign-in page with status
/// 200 is `SignedOut`: both admins lead an ended session there (X-Series and E-Series, the web
/// pages' own calls).
pub fn check(side: Side, response: &Response) -> Result<(), Fault> {
    let is_html = is_html(response);
    let kind = match response.status {
        200..=299 if is_html => FaultKind::SignedOut,
        // Whoever answers there was not asked.
        200..=299 if response.elsewhere => FaultKind::WrongStore,
        200..=299 => return Ok(()),
        300..=399 | 401 => FaultKind::SignedOut,
        400..=499 if is_html && response.redirected => FaultKind::SignedOut,
        402 => FaultKind::PlanLacks,
        403 if side == Side::Ecom && is_bad_token(response) => FaultKind::SignedOut,
        403 if wants_its_own_page(response) => FaultKind::NeedsPage,
        419 => FaultKind::NeedsPage,
        403 => FaultKind::NotAllowed,
        404 => FaultKind::NotFound,
        429 => FaultKind::RateLimited {
            seconds: seconds_to_wait(response),
        },
        // 408 is the store's own time-out (E-Series, errors): the write may have been done.
        status @ (408 | 500..=599) => FaultKind::StoreFailed { status },
        status @ 400..=499 => FaultKind::Refused { status },
        _ => FaultKind::Damaged,
    };
    let said = if is_html { None } else { words(&response.body) };
    Err(Fault { kind, said })
}

/// Whether it is a page for people. Without a content type the first character tells.
fn is_html(response: &Response) -> bool {
    match &response.content_type {
        Some(kind) => kind.to_ascii_lowercase().contains("html"),
        None => response.body.trim_ascii_start().starts_with(b"<"),
    }
}

/// The fault of an answer that cannot be read.
pub(crate) const fn damaged() -> Fault {
    Fault::of(FaultKind::Damaged)
}

/// Reads a JSON answer; what is read may point into it.
pub(crate) fn decode<'a, T: serde::Deserialize<'a>>(
    side: Side,
    response: &'a Response,
) -> Result<T, Fault> {
    check(side, response)?;
    // Looked at once, and not text by text.
    let text = std::str::from_utf8(&response.body).map_err(|_| damaged())?;
    serde_json::from_str(text).map_err(|_| damaged())
}

/// E-Series says 403 for a dead token, and tells it from a missing scope by the code only.
fn is_bad_token(response: &Response) -> bool {
    let body: Option<Value> = serde_json::from_slice(&response.body).ok();
    body.as_ref()
        .and_then(|body| body.get("errorCode")?.as_str())
        == Some("INVALID_API_TOKEN")
}

/// Whether a refusal is about where a call comes from, and not about who sends it. Neither store
/// documents how it says so, nor that it does: these are the words that web frameworks use, and 419
/// is the status of one of them. A refusal without such words is `NotAllowed`, and the ladder finds
/// out which of the two it was.
fn wants_its_own_page(response: &Response) -> bool {
    const WORDS: [&str; 5] = ["csrf", "xsrf", "forgery", "cross-site", "origin"];
    let said = words(&response.body).map(|said| said.to_ascii_lowercase());
    said.is_some_and(|said| WORDS.iter().any(|word| said.contains(word)))
}

/// `Retry-After`: an HTTP date from X-Series, measured against the answer's own `Date` so that a
/// wrong clock on this machine does no harm; seconds from E-Series.
fn seconds_to_wait(response: &Response) -> Option<u32> {
    let after = response.retry_after.as_deref()?.trim();
    if let Ok(seconds) = after.parse() {
        return Some(seconds);
    }
    let until = rfc2822::parse(after).ok()?.timestamp();
    let now = rfc2822::parse(response.date.as_deref()?.trim())
        .ok()?
        .timestamp();
    let seconds = until.as_second().checked_sub(now.as_second())?.max(0);
    u32::try_from(seconds).ok()
}

/// What the store itself said, wherever it put it.
fn words(body: &[u8]) -> Option<String> {
    let body: Value = serde_json::from_slice(body).ok()?;
    let keys = [
        "message",
        "errorMessage",
        "error_message",
        "error",
        "errors",
    ];
    let said = keys.iter().find_map(|key| match body.get(key)? {
        Value::Null => None,
        Value::String(text) => Some(text.clone()),
        other => Some(other.to_string()),
    })?;
    let plain: String = said
        .chars()
        .filter(|letter| !letter.is_control())
        .take(LONGEST_WORDS)
        .collect();
    Some(plain).filter(|plain| !plain.trim().is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn answer(status: u16, body: &str) -> Response {
        let content_type = Some("application/json; charset=utf-8".into());
        Response {
            status,
            content_type,
            body: body.into(),
            ..Response::default()
        }
    }

    fn kind(side: Side, response: &Response) -> Option<FaultKind> {
        check(side, response).err().map(|fault| fault.kind)
    }

    #[test]
    fn each_status_is_of_a_kind() {
        for (status, expected) in [
            (200, None),
            (201, None),
            (204, None),
            (302, Some(FaultKind::SignedOut)),
            (401, Some(FaultKind::SignedOut)),
            (402, Some(FaultKind::PlanLacks)),
            (403, Some(FaultKind::NotAllowed)),
            (404, Some(FaultKind::NotFound)),
            (408, Some(FaultKind::StoreFailed { status: 408 })),
            (409, Some(FaultKind::Refused { status: 409 })),
            (422, Some(FaultKind::Refused { status: 422 })),
            (429, Some(FaultKind::RateLimited { seconds: None })),
            (500, Some(FaultKind::StoreFailed { status: 500 })),
            (503, Some(FaultKind::StoreFailed { status: 503 })),
            (0, Some(FaultKind::Damaged)),
        ] {
            for side in Side::BOTH {
                assert_eq!(kind(side, &answer(status, "{}")), expected, "{status}");
            }
        }
    }

    #[test]
    fn a_sign_in_page_is_signed_out_however_it_comes() {
        for (status, redirected, kind) in [
            (200, true, Some("text/html; charset=utf-8")),
            (200, false, Some("Text/HTML")),
            (200, true, Some("application/xhtml+xml")),
            (200, true, None),
            (403, true, Some("text/html")),
        ] {
            let page = Response {
                status,
                redirected,
                content_type: kind.map(Into::into),
                body: b"\n<html><h1>Sign in</h1>".to_vec(),
                ..Response::default()
            };
            let signed_out = Err(Fault::of(FaultKind::SignedOut));
            assert_eq!(check(Side::Pos, &page), signed_out, "{page:?}");
        }
    }

    #[test]
    fn data_from_another_host_is_no_answer() {
        let mut response = answer(200, r#"{"data":[]}"#);
        (response.redirected, response.elsewhere) = (true, true);
        assert_eq!(kind(Side::Pos, &response), Some(FaultKind::WrongStore));
        response.elsewhere = false;
        assert_eq!(kind(Side::Pos, &response), None);
    }

    #[test]
    fn a_page_of_a_failing_store_is_not_taken_for_a_sign_in() {
        let page = Response {
            status: 502,
            content_type: Some("text/html".into()),
            body: b"<html>Bad gateway".to_vec(),
            ..Response::default()
        };
        let failed = Fault::of(FaultKind::StoreFailed { status: 502 });
        assert_eq!(check(Side::Ecom, &page), Err(failed));
    }

    #[test]
    fn a_dead_token_of_ecom_is_signed_out_and_a_missing_scope_is_not_allowed() {
        let dead = answer(
            403,
            r#"{"errorMessage":"Bad token","errorCode":"INVALID_API_TOKEN"}"#,
        );
        assert_eq!(kind(Side::Ecom, &dead), Some(FaultKind::SignedOut));
        assert_eq!(kind(Side::Pos, &dead), Some(FaultKind::NotAllowed));
        let scope = answer(403, r#"{"errorCode":"INSUFFICIENT_APP_SCOPE"}"#);
        assert_eq!(kind(Side::Ecom, &scope), Some(FaultKind::NotAllowed));
        assert_eq!(
            kind(Side::Ecom, &answer(403, "")),
            Some(FaultKind::NotAllowed)
        );
    }

    #[test]
    fn a_refusal_for_where_a_call_comes_from_is_told_from_one_for_the_role() {
        for (body, expected) in [
            (
                r#"{"error":"Forbidden","message":"The CSRF token is missing"}"#,
                FaultKind::NeedsPage,
            ),
            (r#"{"error":"Bad Origin"}"#, FaultKind::NeedsPage),
            (
                r#"{"error":"You do not have permission"}"#,
                FaultKind::NotAllowed,
            ),
            ("", FaultKind::NotAllowed),
        ] {
            assert_eq!(
                kind(Side::Pos, &answer(403, body)),
                Some(expected),
                "{body}"
            );
        }
        assert_eq!(
            kind(Side::Pos, &answer(419, "")),
            Some(FaultKind::NeedsPage)
        );
    }

    #[test]
    fn the_wait_is_a_date_or_seconds() {
        let limited = |after: &str, date: Option<&str>| Response {
            retry_after: Some(after.into()),
            date: date.map(Into::into),
            ..answer(429, "{}")
        };
        let date = "Tue, 24 Nov 2026 10:00:30 GMT";
        for (response, expected) in [
            (limited("7", None), Some(7)),
            (
                limited(date, Some("Tue, 24 Nov 2026 10:00:00 GMT")),
                Some(30),
            ),
            (
                limited(date, Some("Tue, 24 Nov 2026 11:00:00 GMT")),
                Some(0),
            ),
            (limited(date, None), None),
            (limited("soon", Some(date)), None),
            (limited("-1", None), None),
        ] {
            let seconds = FaultKind::RateLimited { seconds: expected };
            assert_eq!(kind(Side::Pos, &response), Some(seconds), "{response:?}");
        }
    }

    #[test]
    fn the_stores_own_words_are_kept_short_and_plain() {
        for (body, expected) in [
            (
                r#"{"error":"Too Many","message":"Rate limiting\nenforced"}"#,
                Some("Rate limitingenforced"),
            ),
            (r#"{"errorMessage":"No","errorCode":""}"#, Some("No")),
            (r#"{"error_message":"malformed"}"#, Some("malformed")),
            (
                r#"{"errors":{"name":["taken"]}}"#,
                Some(r#"{"name":["taken"]}"#),
            ),
            (r#"{"message":null,"error":" "}"#, None),
            ("[]", None),
            ("", None),
        ] {
            assert_eq!(words(body.as_bytes()).as_deref(), expected, "{body}");
        }
        let long = format!(r#"{{"error":"{}"}}"#, "é".repeat(1000));
        assert_eq!(
            words(long.as_bytes()).map(|said| said.chars().count()),
            Some(LONGEST_WORDS)
        );
    }
}
