//! What the background asks of the script beside an admin page (`extension/relay.js`): to send a
//! call as that page would. A page cannot ask it, and its answers are a store's answers: foreign.

use serde::{Deserialize, Serialize};

/// Everything that may be asked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case", tag = "ask", content = "with")]
pub enum RelayAsk {
    /// Whether it is there, and what the page calls the secrets that its writes may have to carry.
    Look,
    /// To send this.
    Call(RelayCall),
}

/// A call to the page's own origin.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct RelayCall {
    /// The method.
    pub method: &'static str,
    /// The whole address.
    pub url: String,
    /// The body, which is JSON.
    pub body: Option<String>,
    /// What of the page's secrets goes with it.
    pub secrets: Vec<Secret>,
}

/// A secret of the page: where it stands, and the header that carries it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Secret {
    /// Where.
    pub place: Place,
    /// Its name there.
    pub name: String,
    /// The header.
    pub header: String,
}

/// Where a page keeps a secret.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Place {
    /// In a `meta` element.
    Meta,
    /// In a cookie that scripts can read.
    Cookie,
}

/// The names of what may be secrets. Never what stands under them.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
pub struct Looked {
    /// Of `meta` elements.
    pub metas: Vec<String>,
    /// Of cookies.
    pub cookies: Vec<String>,
}

/// What the store answered.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct Relayed {
    /// The HTTP status.
    pub status: u16,
    /// Whether the answer came from another address than the one asked.
    pub redirected: bool,
    /// Whether that address is of another host.
    pub elsewhere: bool,
    /// Those headers that a page may read, their names in lower case.
    pub headers: Vec<(String, String)>,
    /// The body.
    pub body: String,
}

impl Looked {
    /// Which secrets go with a write, and under which header. The names are those that web
    /// frameworks use; a header is sent once, and a `meta` element, which is made with the page,
    /// goes before a cookie.
    #[must_use]
    pub fn secrets(&self) -> Vec<Secret> {
        let metas = self.metas.iter().map(|name| (Place::Meta, name));
        let cookies = self.cookies.iter().map(|name| (Place::Cookie, name));
        let mut chosen: Vec<Secret> = Vec::new();
        for (place, name) in metas.chain(cookies) {
            // `csrf-param` names a field of forms; it holds no secret.
            if name.to_ascii_lowercase().contains("param") {
                continue;
            }
            let header = header_for(name);
            if chosen.iter().all(|one| one.header != header) {
                chosen.push(Secret {
                    place,
                    name: name.clone(),
                    header: header.to_owned(),
                });
            }
        }
        chosen
    }
}

/// The header that a secret of this name goes by.
fn header_for(name: &str) -> &'static str {
    let name = name.to_ascii_lowercase();
    if name.contains("xsrf") {
        "x-xsrf-token"
    } else if name == "csrftoken" {
        "x-csrftoken"
    } else {
        "x-csrf-token"
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn looked(metas: &[&str], cookies: &[&str]) -> Looked {
        let owned = |names: &[&str]| names.iter().map(|&name| name.to_owned()).collect();
        Looked {
            metas: owned(metas),
            cookies: owned(cookies),
        }
    }

    fn chosen(metas: &[&str], cookies: &[&str]) -> Vec<(Place, String, String)> {
        let secrets = looked(metas, cookies).secrets().into_iter();
        secrets
            .map(|one| (one.place, one.name, one.header))
            .collect()
    }

    fn one(place: Place, name: &str, header: &str) -> (Place, String, String) {
        (place, name.into(), header.into())
    }

    #[test]
    fn a_secret_goes_by_the_header_that_its_name_asks_for() {
        for (metas, cookies, expected) in [
            (
                vec!["csrf-token"],
                vec!["register_csrf"],
                vec![one(Place::Meta, "csrf-token", "x-csrf-token")],
            ),
            (
                vec![],
                vec!["register_csrf", "XSRF-TOKEN"],
                vec![
                    one(Place::Cookie, "register_csrf", "x-csrf-token"),
                    one(Place::Cookie, "XSRF-TOKEN", "x-xsrf-token"),
                ],
            ),
            (
                vec!["csrf-param"],
                vec!["csrftoken"],
                vec![one(Place::Cookie, "csrftoken", "x-csrftoken")],
            ),
            (vec![], vec![], vec![]),
        ] {
            assert_eq!(chosen(&metas, &cookies), expected);
        }
    }

    #[test]
    fn the_script_understands_what_is_asked() {
        let script = include_str!("../../extension/relay.js");
        let look = serde_json::to_string(&RelayAsk::Look).unwrap();
        assert_eq!(look, r#"{"ask":"look"}"#);
        let call = RelayAsk::Call(RelayCall {
            method: "PUT",
            url: "https://a.test/api/2.0/x".into(),
            body: None,
            secrets: looked(&["csrf-token"], &[]).secrets(),
        });
        let text = serde_json::to_string(&call).unwrap();
        let secret = r#"[{"place":"meta","name":"csrf-token","header":"x-csrf-token"}]"#;
        assert_eq!(
            text,
            format!(
                r#"{{"ask":"call","with":{{"method":"PUT","url":"https://a.test/api/2.0/x","body":null,"secrets":{secret}}}}}"#
            )
        );
        for word in [
            "ask.ask === 'look'",
            "call(ask.with)",
            "{ method, url, body, secrets }",
            "{ place, name }",
            "place === 'meta'",
            "one.header",
        ] {
            assert!(script.contains(word), "{word}");
        }
    }
}
