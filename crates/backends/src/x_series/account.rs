//! Who answers: `GET /retailer`, then `GET /user`.

use serde_json::Value;
use tandem_core::{Fault, Side};

use super::wire::{Data, Retailer, User};
use crate::account::Account;
use crate::fault::{damaged, decode};
use crate::http::{Request, Response};

pub(crate) fn questions() -> Vec<Request> {
    vec![
        Request::get(Side::Pos, "/retailer", &[]),
        Request::get(Side::Pos, "/user", &[]),
    ]
}

pub(crate) fn answer(
    number: usize,
    response: &Response,
    account: &mut Account,
) -> Result<(), Fault> {
    if number == 0 {
        let retailer: Data<Retailer> = decode(Side::Pos, response)?;
        account.store_key = retailer.data.domain_prefix;
        account.store_name = retailer.data.name;
        return Ok(());
    }
    let user = user(decode(Side::Pos, response)?)?;
    account.person = user.display_name.or(user.username);
    account.role = user.account_type;
    Ok(())
}

/// The schema says one object; the documented example has a list of one.
fn user(answer: Data<Value>) -> Result<User, Fault> {
    let one = match answer.data {
        Value::Array(list) => list.into_iter().next().ok_or(damaged())?,
        other => other,
    };
    serde_json::from_value(one).map_err(|_| damaged())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn json(body: &str) -> Response {
        Response {
            status: 200,
            body: body.into(),
            ..Response::default()
        }
    }

    #[test]
    fn the_store_and_the_person_are_known_after_both_answers() {
        for user in [
            r#"{"data":{"display_name":"Ada Quist","username":"ada","account_type":"manager"}}"#,
            r#"{"data":[{"username":"Ada Quist","account_type":"manager","permissions":[]}]}"#,
        ] {
            let mut account = Account::default();
            let retailer =
                r#"{"data":{"id":"x","domain_prefix":"lantern","name":"Lantern Books"}}"#;
            answer(0, &json(retailer), &mut account).unwrap();
            answer(1, &json(user), &mut account).unwrap();
            let expected = Account {
                store_key: Some("lantern".into()),
                store_name: Some("Lantern Books".into()),
                person: Some("Ada Quist".into()),
                role: Some("manager".into()),
            };
            assert_eq!(account, expected);
        }
    }

    #[test]
    fn what_is_no_account_is_damaged() {
        for body in ["", "{}", r#"{"data":[]}"#, r#"{"data":7}"#] {
            let outcome = answer(1, &json(body), &mut Account::default());
            assert_eq!(outcome, Err(damaged()), "{body}");
        }
    }
}
