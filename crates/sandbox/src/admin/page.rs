//! What the admin pages look like before their script has run, and the files that they need.

use axum::http::{StatusCode, header};
use maud::{DOCTYPE, Markup, html};

use super::{guarded, writes};
use crate::Side;
use crate::call::{Answer, Call};
use crate::desk::Desk;
use crate::world::World;

/// A link of the navigation: where it leads, the name of its view, its words.
type Link = (&'static str, &'static str, &'static str);

const POS_LINKS: [Link; 3] = [
    ("/sell", "sell", "Sell"),
    ("/customers", "customers", "Customers"),
    ("/customer_groups", "groups", "Groups"),
];
const ECOM_LINKS: [Link; 3] = [
    ("#orders", "orders", "Orders"),
    ("#customers", "customers", "Customers"),
    ("#customer-groups", "groups", "Customer groups"),
];

/// The name of the admin itself.
pub(super) const fn brand(side: Side) -> &'static str {
    match side {
        Side::Pos => "Register",
        Side::Ecom => "Shopfront control panel",
    }
}

pub(super) fn store_name(world: &World, side: Side) -> &str {
    match side {
        Side::Pos => &world.pos.name,
        Side::Ecom => &world.ecom.name,
    }
}

/// A whole page of a side.
pub(super) fn document(
    world: &World,
    side: Side,
    title: &str,
    head: &Markup,
    body: &Markup,
) -> String {
    let (name, store) = match side {
        Side::Pos => ("pos", world.pos.prefix.clone()),
        Side::Ecom => ("ecom", world.ecom.store_id.to_string()),
    };
    let rerender = if world.settings.pages.hostile_rerender {
        "hostile"
    } else {
        "own"
    };
    let page = html! {
        (DOCTYPE)
        html lang="en" {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                title { (title) " · " (store_name(world, side)) }
                link rel="icon" href="/static/icon.svg" type="image/svg+xml";
                link rel="stylesheet" href="/static/admin.css";
                (head)
            }
            body class=(name) data-side=(name) data-store=(store) data-rerender=(rerender)
                data-auth=(auth(world, side)) { (body) }
        }
    };
    page.into_string()
}

/// How the side's own API lets its pages in, in the word of the switch.
fn auth(world: &World, side: Side) -> String {
    let word = match side {
        Side::Pos => serde_json::to_value(world.settings.pos.auth),
        Side::Ecom => serde_json::to_value(world.settings.ecom.auth),
    };
    let word = word.unwrap_or_default();
    word.as_str().unwrap_or_default().to_owned()
}

/// What a page does about whoever is its guest.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Turned {
    /// Nothing.
    Not,
    /// It hears all that a page can hear of a guest.
    Listens,
    /// It takes the language apart before the guest comes.
    Hostile,
}

impl Turned {
    /// By the first part of the path.
    pub(super) fn of(path: &[&str]) -> Self {
        match path.first() {
            Some(&"listens") => Self::Listens,
            Some(&"hostile") => Self::Hostile,
            _ => Self::Not,
        }
    }
}

/// The page that every route of a signed-in person shows; the script fills in the rest.
pub(super) fn shell(desk: &Desk, side: Side, call: &Call, turned: Turned) -> Answer {
    let world = &desk.world;
    let links = match side {
        Side::Pos => POS_LINKS,
        Side::Ecom => ECOM_LINKS,
    };
    let body = html! {
        div #app {
            nav.side aria-label="Main" {
                p.brand { (brand(side)) }
                ul { @for (to, view, words) in links { li { a href=(to) data-view=(view) { (words) } } } }
                form method="post" action="/signout" { button.quiet type="submit" { "Sign out" } }
            }
            div.main {
                header.top { strong { (store_name(world, side)) } span.who { "Robin Field" } }
                main #view tabindex="-1" { p.muted { "Loading …" } }
            }
        }
    };
    let secret = writes::secret(desk, side, call).filter(|_| writes::has_meta(world, side));
    let head = html! {
        @if let Some(secret) = secret { meta name="csrf-token" content=(secret); }
        @match turned {
            Turned::Not => {},
            Turned::Listens => { script src="/static/listens.js" defer {} },
            // Before anything else on the page.
            Turned::Hostile => { script src="/static/hostile.js" {} },
        }
        script type="module" src="/static/admin.js" {}
    };
    guarded(
        world,
        Answer::html(document(world, side, brand(side), &head, &body)),
    )
}

pub(super) fn not_found(world: &World, side: Side) -> Answer {
    let body = html! { main.door { div.card { h1 { "There is no such page" } p { a href="/" { "Go to the start" } } } } };
    let answer = Answer::html(document(world, side, "Not found", &html! {}, &body));
    guarded(
        world,
        Answer {
            status: StatusCode::NOT_FOUND,
            ..answer
        },
    )
}

/// A file that pages need.
pub(super) fn asset(name: &str) -> Answer {
    const SCRIPT: &str = "text/javascript; charset=utf-8";
    let (kind, text) = match name {
        "admin.css" => ("text/css; charset=utf-8", include_str!("assets/admin.css")),
        "admin.js" => (SCRIPT, include_str!("assets/admin.js")),
        "ui.js" => (SCRIPT, include_str!("assets/ui.js")),
        "groups.js" => (SCRIPT, include_str!("assets/groups.js")),
        "customers.js" => (SCRIPT, include_str!("assets/customers.js")),
        "signin.js" => (SCRIPT, include_str!("assets/signin.js")),
        "listens.js" => (SCRIPT, include_str!("assets/listens.js")),
        "hostile.js" => (SCRIPT, include_str!("assets/hostile.js")),
        "icon.svg" => ("image/svg+xml", include_str!("assets/icon.svg")),
        _ => return Answer::empty(StatusCode::NOT_FOUND),
    };
    Answer::empty(StatusCode::OK)
        .body(kind, text.as_bytes().to_vec())
        .with(header::CACHE_CONTROL, "no-store")
}
