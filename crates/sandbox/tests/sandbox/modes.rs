//! The whole sandbox in every pair of ways to let a caller in: signed in on both sides by the form,
//! at work on the pages, and at both APIs by cookies, by the page's own means and by token.

use serde_json::{Value, json};

use crate::shop::{ECOM_API, ECOM_GROUPS, ECOM_SITE, GROUPS, POS_SITE, Shop};

/// A browser that is signed in on one side.
struct Visitor<'a> {
    shop: &'a Shop,
    site: &'static str,
    cookies: String,
}

impl<'a> Visitor<'a> {
    fn sign_in(shop: &'a Shop, site: &'static str, user: &str, password: &str) -> Self {
        let form = format!("user={user}&password={password}");
        let reply = shop
            .send("POST", &format!("{site}/signin"), &[], &form)
            .expect(303);
        let set = reply.headers.get_all("set-cookie").iter();
        let pairs = set.map(|cookie| {
            cookie
                .to_str()
                .unwrap()
                .split(';')
                .next()
                .unwrap()
                .to_owned()
        });
        let cookies = pairs.collect::<Vec<_>>().join("; ");
        Self {
            shop,
            site,
            cookies,
        }
    }

    fn secret(&self) -> &str {
        self.cookies.rsplit_once('=').unwrap().1
    }

    /// Whether a call by cookies was carried out; `more` headers go with it.
    fn call(&self, method: &str, path: &str, more: &[(&str, &str)], body: &str) -> bool {
        let own = [
            ("cookie", self.cookies.as_str()),
            ("content-type", "application/json"),
        ];
        let headers = [own.as_slice(), more].concat();
        let reply = self
            .shop
            .send(method, &format!("{}{path}", self.site), &headers, body);
        reply.status.is_success()
    }

    /// What a person does on the pages, which no way of letting callers in forbids.
    fn works(&self) {
        let secret = [("x-csrf-token", self.secret())];
        assert!(self.call("GET", "/page/customers", &[], ""));
        assert!(self.call("POST", "/page/groups", &secret, r#"{"title": "By hand"}"#));
        assert!(!self.call("POST", "/page/groups", &[], r#"{"title": "Sneaky"}"#));
    }

    /// The token that the control panel has for its own calls.
    fn page_token(&self) -> Option<String> {
        let uri = format!("{}/page/token", self.site);
        let reply = self
            .shop
            .send("GET", &uri, &[("cookie", &self.cookies)], "");
        let told = reply.status.is_success().then(|| reply.json())?;
        told["token"].as_str().map(str::to_owned)
    }
}

fn pos(shop: &Shop, auth: &str) {
    let visitor = Visitor::sign_in(shop, POS_SITE, "owner@lantern-books.example", "open-till");
    visitor.works();
    let (path, title) = ("/api/2.0/customer_groups", r#"{"name": "By cookie"}"#);
    assert_eq!(
        visitor.call("GET", path, &[], ""),
        auth != "token",
        "{auth}"
    );
    assert_eq!(
        visitor.call("POST", path, &[], title),
        auth == "cookie",
        "{auth}"
    );
    let secret = [("x-csrf-token", visitor.secret())];
    assert_eq!(
        visitor.call("POST", path, &secret, title),
        auth != "token",
        "{auth}"
    );
    shop.get(GROUPS).expect(200);
    shop.post(GROUPS, json!({"name": "By token"})).expect(201);
}

fn ecom(shop: &Shop, auth: &str) {
    let visitor = Visitor::sign_in(shop, ECOM_SITE, "web@lantern-books.example", "open-shop");
    visitor.works();
    let (path, title) = (
        "/api/v3/10203040/customer_groups",
        r#"{"name": "By cookie"}"#,
    );
    for method in ["GET", "POST"] {
        assert_eq!(
            visitor.call(method, path, &[], title),
            auth == "cookie",
            "{auth}"
        );
    }
    let token = visitor.page_token();
    assert_eq!(token.is_some(), auth == "page-token", "{auth}");
    if let Some(token) = token {
        let bearer = [("authorization", format!("Bearer {token}"))];
        let bearer = [(bearer[0].0, bearer[0].1.as_str())];
        assert!(visitor.call("GET", path, &bearer, ""));
        assert!(visitor.call("POST", path, &bearer, r#"{"name": "By page"}"#));
    }
    shop.get(&format!("{ECOM_API}/customers")).expect(200);
    shop.post(ECOM_GROUPS, json!({"name": "By token"}))
        .expect(200);
}

#[test]
fn every_way_in_opens_what_it_should_and_nothing_else() {
    for pos_auth in ["cookie", "cookie+csrf", "token"] {
        for ecom_auth in ["cookie", "page-token", "token"] {
            let shop = Shop::with(&json!({"pos": {"auth": pos_auth}, "ecom": {"auth": ecom_auth}}));
            pos(&shop, pos_auth);
            ecom(&shop, ecom_auth);
            let log = shop.0.log();
            let paths = log.iter().filter(|call| call.path.starts_with("/page/"));
            assert_eq!(paths.count(), 0, "pages are never in the log");
            let world = shop.0.world();
            let titles: Vec<&str> = world
                .pos
                .groups
                .iter()
                .map(|group| group.name.as_str())
                .collect();
            assert!(titles.contains(&"By hand") && !titles.contains(&"Sneaky"));
            let shell = shop.send(
                "GET",
                &format!("{ECOM_SITE}/store/10203040"),
                &[("cookie", &shop.cookies(tandem_sandbox::Side::Ecom))],
                "",
            );
            assert!(
                shell.text.contains(&format!("data-auth=\"{ecom_auth}\"")),
                "{}",
                shell.text
            );
        }
    }
    let unknown: Value = json!({"act": "switch", "settings": {"ecom": {"auth": "no such"}}});
    Shop::new().act(&unknown).expect(409);
}
