//! `responseFields`: which members of an answer are wanted, such as `total,items(id,name)`.

use axum::http::Method;
use serde_json::Value;

use super::Error;
use crate::call::Call;

/// Members that are wanted, each with those wanted inside it; none inside means all.
#[derive(Debug, PartialEq, Eq)]
struct Fields<'a>(Vec<(&'a str, Self)>);

/// The answer to a `GET`, cut down to what is wanted.
pub(super) fn chosen(answer: Value, call: &Call) -> Result<Value, Error> {
    match call
        .param("responseFields")
        .filter(|_| call.method == Method::GET)
    {
        None => Ok(answer),
        Some(text) => match parse(text) {
            Some((fields, "")) => Ok(fields.cut(answer)),
            _ => Err(Error::wrong("responseFields cannot be read")),
        },
    }
}

/// Reads a list of members up to a closing bracket or the end, and returns what is left.
fn parse(mut text: &str) -> Option<(Fields<'_>, &str)> {
    let mut fields = Vec::new();
    loop {
        let (name, rest) = text.split_at(text.find([',', '(', ')']).unwrap_or(text.len()));
        let (inner, rest) = match rest.strip_prefix('(') {
            Some(rest) => {
                parse(rest).and_then(|(inner, rest)| Some((inner, rest.strip_prefix(')')?)))?
            }
            None => (Fields(Vec::new()), rest),
        };
        if name.trim().is_empty() {
            return None;
        }
        fields.push((name.trim(), inner));
        match rest.strip_prefix(',') {
            Some(rest) => text = rest,
            None => return Some((Fields(fields), rest)),
        }
    }
}

impl Fields<'_> {
    fn cut(&self, value: Value) -> Value {
        match value {
            all if self.0.is_empty() => all,
            Value::Array(items) => items.into_iter().map(|item| self.cut(item)).collect(),
            Value::Object(members) => {
                let wanted = |name: &str| {
                    self.0
                        .iter()
                        .find(|(field, _)| *field == name)
                        .map(|(_, inner)| inner)
                };
                let kept = members.into_iter().filter_map(|(name, value)| {
                    let inner = wanted(&name)?;
                    Some((name, inner.cut(value)))
                });
                Value::Object(kept.collect())
            }
            plain => plain,
        }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::parse;

    #[test]
    fn members_are_cut_at_every_depth() {
        let answer = json!({"total": 1, "count": 1, "items": [{"id": 7, "name": "VIP", "stats": {"a": 1, "b": 2}}]});
        for (text, left) in [
            ("total", json!({"total": 1})),
            ("items(id)", json!({"items": [{"id": 7}]})),
            (
                "count, items(id,stats(b))",
                json!({"count": 1, "items": [{"id": 7, "stats": {"b": 2}}]}),
            ),
            ("absent", json!({})),
        ] {
            let (fields, rest) = parse(text).expect(text);
            assert_eq!((fields.cut(answer.clone()), rest), (left, ""), "{text}");
        }
        for broken in ["", "items(", "items()", ",", "a,,b"] {
            assert_eq!(parse(broken), None, "{broken}");
        }
    }
}
