//! Who answers: `GET /profile`. E-Series does not say which person of the staff is signed in.

use tandem_core::{Fault, Side};

use super::wire::Profile;
use crate::account::Account;
use crate::fault::decode;
use crate::http::{Request, Response};

pub(crate) fn questions() -> Vec<Request> {
    vec![Request::get(Side::Ecom, "/profile", &[])]
}

pub(crate) fn answer(response: &Response, account: &mut Account) -> Result<(), Fault> {
    let profile: Profile = decode(Side::Ecom, response)?;
    account.store_key = profile.general_info.map(|info| info.store_id.to_string());
    account.store_name = profile.settings.and_then(|settings| settings.store_name);
    if let Some(info) = profile.account {
        account.person = info.account_name.or(info.account_email);
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_profile_names_the_store_and_its_account() {
        let body = r#"{"generalInfo":{"storeId":10203040,"storeUrl":"https://x.test"},
            "account":{"accountName":"Lantern","accountEmail":"a@b.test",
            "availableFeatures":["API","CUSTOMER_GROUPS"]},"settings":{"storeName":"Lantern Online"}}"#;
        let response = Response {
            status: 200,
            body: body.into(),
            ..Response::default()
        };
        let mut account = Account::default();
        answer(&response, &mut account).unwrap();
        let expected = Account {
            store_key: Some("10203040".into()),
            store_name: Some("Lantern Online".into()),
            person: Some("Lantern".into()),
            role: None,
        };
        assert_eq!(account, expected);
    }

    #[test]
    fn a_profile_without_anything_is_an_account_of_which_nothing_is_known() {
        let response = Response {
            status: 200,
            body: b"{}".to_vec(),
            ..Response::default()
        };
        let mut account = Account::default();
        answer(&response, &mut account).unwrap();
        assert_eq!(account, Account::default());
    }
}
