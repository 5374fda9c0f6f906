//! Signing in and out. The way back is a path of the same host, whatever the address bar says.

use axum::http::{StatusCode, header};
use cookie::Cookie;
use maud::html;

use super::{guarded, home, page};
use crate::Side;
use crate::call::{Answer, Call};
use crate::desk::Desk;
use crate::session::Sessions;
use crate::world::World;

/// The sign-in page, with status 200 as such pages have.
pub(crate) fn sign_in_page(world: &World, side: Side, back: Option<&str>, failed: bool) -> Answer {
    let form = html! {
        main.door {
            form.card method="post" action="/signin" {
                p.brand { (page::brand(side)) }
                h1 { "Sign in to " (page::store_name(world, side)) }
                @if failed { p.error role="alert" { "That email and password do not belong together." } }
                label { "Email" input type="email" name="user" autocomplete="username" required; }
                label { "Password" input type="password" name="password" autocomplete="current-password" required; }
                @if let Some(back) = back { input type="hidden" name="return" value=(back); }
                button.primary type="submit" { "Sign in" }
            }
        }
    };
    guarded(
        world,
        Answer::html(page::document(
            world,
            side,
            "Sign in",
            &html! { script src="/static/signin.js" defer {} },
            &form,
        )),
    )
}

/// 302 to the sign-in page, which comes back to `target`. A way back to an API leads home.
pub(crate) fn to_sign_in(target: &str) -> Answer {
    let page = target != "/" && !target.starts_with("/api/");
    let back = if page {
        format!("?return={}", encoded(target))
    } else {
        String::new()
    };
    Answer::redirect(StatusCode::FOUND, &format!("/signin{back}"))
        .with(header::CACHE_CONTROL, "no-store")
}

fn encoded(text: &str) -> String {
    form_urlencoded::byte_serialize(text.as_bytes()).collect()
}

pub(super) fn show(desk: &Desk, side: Side, call: &Call) -> Answer {
    let back = call.param("return").filter(|path| is_local(path));
    if desk.sessions.knows(side, call) {
        let to = back.map_or_else(|| home(&desk.world, side), str::to_owned);
        return Answer::redirect(StatusCode::FOUND, &to);
    }
    sign_in_page(&desk.world, side, back, false)
}

pub(super) fn submit(desk: &mut Desk, side: Side, call: &Call) -> Answer {
    let staff = match side {
        Side::Pos => &desk.world.pos.staff,
        Side::Ecom => &desk.world.ecom.staff,
    };
    let back = call.field("return").filter(|path| is_local(path));
    let right = call
        .field("user")
        .is_some_and(|user| user.trim().eq_ignore_ascii_case(&staff.user))
        && call.field("password").as_ref() == Some(&staff.password);
    if !right {
        return sign_in_page(&desk.world, side, back.as_deref(), true);
    }
    let to = back.unwrap_or_else(|| home(&desk.world, side));
    let cookies = desk.sessions.open(side);
    with_cookies(Answer::redirect(StatusCode::SEE_OTHER, &to), &cookies)
}

pub(super) fn leave(desk: &mut Desk, side: Side, call: &Call) -> Answer {
    desk.sessions.close(side, call);
    with_cookies(
        Answer::redirect(StatusCode::SEE_OTHER, "/signin"),
        &Sessions::removal(side),
    )
}

fn with_cookies(answer: Answer, cookies: &[Cookie<'_>]) -> Answer {
    cookies.iter().fold(answer, |answer, cookie| {
        answer.with(header::SET_COOKIE, &cookie.to_string())
    })
}

/// Whether a way back is a path of this very host: `/x`, but neither `//host` nor `/\host`, and
/// nothing that a browser would strip before it looks.
fn is_local(path: &str) -> bool {
    let mut signs = path.chars();
    signs.next() == Some('/')
        && !matches!(signs.next(), Some('/' | '\\'))
        && !path.chars().any(|sign| sign.is_control() || sign == '\\')
        && path.is_ascii()
}
