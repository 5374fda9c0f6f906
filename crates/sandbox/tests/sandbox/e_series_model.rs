//! The people of eCom as data: what is brought, what is printed, and what can be done to them.

use serde_json::{Value, json};
use tandem_sandbox::world::{
    EcomAddressChange, EcomChange, EcomContactChange, EcomContactKind, EcomCustomer, EcomOrder,
    EcomPersonChange, EcomRefusal,
};
use tandem_sandbox::{Sandbox, World};

fn world(ecom: &Value) -> World {
    let world: World = serde_json::from_value(json!({"clock": 1_000, "ecom": ecom})).unwrap();
    world.settled().unwrap()
}

fn mara() -> World {
    world(&json!({
        "groups": [{"id": 7, "name": "VIP"}],
        "customers": [{"id": 20, "email": "Mara@example.org", "name": "Mara Quist", "registered": 500}],
    }))
}

fn one(world: &World, id: i64) -> &EcomCustomer {
    world.ecom.customers.get(id).unwrap()
}

#[test]
fn what_is_brought_is_made_whole_and_printed_as_a_plain_list() {
    let world = world(&json!({
        "groups": [{"id": 7, "name": "VIP"}],
        "customers": [
            {"email": "b@example.org", "orders": 2, "customer_group_id": 7},
            {"id": 20, "email": "a@example.org", "billing_person": {"name": "Li Wang", "city": "Gent"},
             "shipping_addresses": [{"person": {"city": "Gent"}}],
             "contacts": [{"contact": "+32 9", "type": "PHONE"}]},
        ],
    }));
    let ids: Vec<i64> = world.ecom.customers.iter().map(|c| c.id).collect();
    assert!(ids[0] == 20 && ids[1] > 20, "{ids:?}");
    let (a, b) = (one(&world, 20), one(&world, ids[1]));
    assert_eq!(a.name.as_deref(), Some("Li Wang"));
    assert_eq!(
        (b.registered, b.first_order, b.last_order),
        (1_000, Some(1_000), Some(1_000))
    );
    let contacts: Vec<_> = a
        .contacts
        .iter()
        .map(|c| (c.contact.as_str(), c.default))
        .collect();
    assert_eq!(contacts, [("a@example.org", true), ("+32 9", true)]);
    let printed = serde_json::to_value(&world).unwrap();
    assert_eq!(printed["ecom"]["customers"][0]["email"], "a@example.org");
    let again: World = serde_json::from_value(printed.clone()).unwrap();
    let again = again.settled().unwrap();
    assert_eq!(serde_json::to_value(&again.ecom).unwrap(), printed["ecom"]);
    assert_eq!(again.ecom, world.ecom);
}

#[test]
fn worlds_that_contradict_themselves_are_refused() {
    for customers in [
        json!([{"id": 1, "email": "a@b.c"}, {"id": 1, "email": "d@b.c"}]),
        json!([{"email": "a@b.c"}, {"email": " A@b.c"}]),
        json!([{"email": "a@b.c", "customer_group_id": 9}]),
        json!([{"email": "a@b.c", "contacts": [{"id": 5, "contact": "x"}]}, {"id": 5, "email": "d@b.c"},
               {"id": 6, "email": "e@b.c", "contacts": [{"id": 5, "contact": "x"}]}]),
    ] {
        let world: World =
            serde_json::from_value(json!({"ecom": {"customers": customers}})).unwrap();
        assert!(world.settled().is_err(), "{customers}");
    }
    let unknown = json!({"ecom": {"customers": [{"email": "a@b.c", "mail": 1}]}});
    assert!(serde_json::from_value::<World>(unknown).is_err());
}

#[test]
fn a_change_moves_what_it_names_and_the_time() {
    let mut world = mara();
    world.clock = 2_000;
    let change = EcomChange {
        customer_group_id: Some(7),
        accept_marketing: Some(Some(false)),
        ..EcomChange::default()
    };
    assert_eq!(world.update_ecom_customer(20, change), Ok(true));
    let after = one(&world, 20);
    assert_eq!(
        (after.customer_group_id, after.accept_marketing),
        (7, Some(false))
    );
    assert_eq!((after.registered, after.updated), (500, 2_000));
    assert_eq!(after.name.as_deref(), Some("Mara Quist"));
    assert_eq!(world.ecom.members(7), 1);
    world.clock = 3_000;
    assert_eq!(
        world.update_ecom_customer(20, EcomChange::default()),
        Ok(false)
    );
    assert_eq!(one(&world, 20).updated, 2_000);
    assert_eq!(
        world.update_ecom_customer(21, EcomChange::default()),
        Err(EcomRefusal::NoCustomer)
    );
}

#[test]
fn an_email_address_is_unique_and_mirrored() {
    let mut world = mara();
    let said = |email: &str| EcomChange {
        email: Some(email.into()),
        ..EcomChange::default()
    };
    for (email, why) in [
        ("mara@EXAMPLE.org", EcomRefusal::EmailTaken),
        ("", EcomRefusal::BadEmail),
        ("mara", EcomRefusal::BadEmail),
    ] {
        assert_eq!(world.create_ecom_customer(said(email)), Err(why));
    }
    assert_eq!(
        world.create_ecom_customer(EcomChange::default()),
        Err(EcomRefusal::EmailMissing)
    );
    let li = world.create_ecom_customer(said("li@example.org")).unwrap();
    assert_eq!(
        world.ecom_shopper_changes_email(li, "Mara@example.org"),
        Err(EcomRefusal::EmailTaken)
    );
    let contact = one(&world, li).contacts[0].id;
    world
        .ecom_shopper_changes_email(li, "li2@example.org")
        .unwrap();
    let contacts = &one(&world, li).contacts;
    assert_eq!(
        (contacts.len(), contacts[0].id, contacts[0].contact.as_str()),
        (1, contact, "li2@example.org")
    );
    assert!(world.ecom.customers.by_email("LI@example.org").is_none());
    assert_eq!(
        world.ecom.customers.by_email("LI2@example.org").unwrap().id,
        li
    );
}

#[test]
fn lists_are_replaced_and_what_has_a_known_id_stays_itself() {
    let mut world = mara();
    let address = |id, city: &str| EcomAddressChange {
        id,
        person: EcomPersonChange {
            city: Some(city.into()),
            ..EcomPersonChange::default()
        },
        ..EcomAddressChange::default()
    };
    let list = |list| EcomChange {
        shipping_addresses: Some(list),
        ..EcomChange::default()
    };
    world
        .update_ecom_customer(
            20,
            list(vec![address(None, "Gent"), address(Some(1), "Lier")]),
        )
        .unwrap();
    let ids: Vec<i64> = one(&world, 20)
        .shipping_addresses
        .iter()
        .map(|a| a.id)
        .collect();
    world.clock = 9_000;
    world
        .update_ecom_customer(20, list(vec![address(Some(ids[1]), "Mol")]))
        .unwrap();
    let left = &one(&world, 20).shipping_addresses;
    assert_eq!(
        (
            left.len(),
            left[0].id,
            left[0].created,
            left[0].person.city.as_str()
        ),
        (1, ids[1], 1_000, "Mol")
    );
}

#[test]
fn contacts_have_one_default_of_each_type() {
    let mut world = mara();
    let phone = |number: &str, default| EcomContactChange {
        contact: Some(number.into()),
        kind: Some(EcomContactKind::Phone),
        default,
        ..EcomContactChange::default()
    };
    let first = world.add_ecom_contact(20, phone("1", None)).unwrap();
    let second = world.add_ecom_contact(20, phone("2", Some(true))).unwrap();
    let defaults = |world: &World| -> Vec<i64> {
        one(world, 20)
            .contacts
            .iter()
            .filter(|c| c.default)
            .map(|c| c.id)
            .collect()
    };
    assert!(defaults(&world).contains(&second) && !defaults(&world).contains(&first));
    world.delete_ecom_contact(20, second).unwrap();
    assert!(defaults(&world).contains(&first));
    let both = EcomChange {
        contacts: Some(vec![phone("1", Some(true)), phone("2", Some(true))]),
        ..EcomChange::default()
    };
    assert_eq!(
        world.update_ecom_customer(20, both),
        Err(EcomRefusal::TwoDefaults)
    );
    let email = one(&world, 20).contacts[0].id;
    world.delete_ecom_contact(20, email).unwrap();
    let contacts = &one(&world, 20).contacts;
    assert!(
        contacts
            .iter()
            .any(|c| c.contact == "Mara@example.org" && c.id != email)
    );
    let number = |world: &World| {
        one(world, 20)
            .contacts
            .iter()
            .find(|c| c.id == first)
            .unwrap()
            .contact
            .clone()
    };
    let primary = EcomChange {
        primary_phone: Some("3".into()),
        ..EcomChange::default()
    };
    world.update_ecom_customer(20, primary).unwrap();
    assert_eq!(number(&world), "3");
}

#[test]
fn shoppers_order_and_sign_in_and_become_customers_by_it() {
    let mut world = mara();
    world.clock = 4_000;
    let order = EcomOrder {
        name: Some("Someone Else".into()),
        cents: 1_250,
        products: vec![5],
    };
    assert_eq!(
        world.ecom_shopper_orders("MARA@example.org", order.clone()),
        Ok(20)
    );
    let known = one(&world, 20);
    assert_eq!(
        (
            known.orders,
            known.sales_cents,
            known.first_order,
            known.updated
        ),
        (1, 1_250, Some(4_000), 4_000)
    );
    assert_eq!(known.name.as_deref(), Some("Mara Quist"));
    let guest = world.ecom_shopper_orders("new@example.org", order).unwrap();
    assert_eq!(one(&world, guest).name.as_deref(), Some("Someone Else"));
    world.clock = 5_000;
    world.ecom_shopper_signs_in("mara@example.org").unwrap();
    assert_eq!(
        (one(&world, 20).updated, one(&world, 20).signed_in),
        (4_000, Some(5_000))
    );
    let bare = world.ecom_shopper_signs_in("bare@example.org").unwrap();
    assert_eq!(
        (one(&world, bare).name.as_deref(), one(&world, bare).orders),
        (None, 0)
    );
    world.ecom_shopper_sets_marketing(20, Some(true)).unwrap();
    assert_eq!(
        (one(&world, 20).accept_marketing, one(&world, 20).updated),
        (Some(true), 5_000)
    );
}

#[test]
fn the_deleted_leave_tombstones_and_free_their_email_address() {
    let mut world = mara();
    world.clock = 6_000;
    world.delete_ecom_customer(20).unwrap();
    assert_eq!(world.delete_ecom_customer(20), Err(EcomRefusal::NoCustomer));
    assert_eq!(
        serde_json::to_value(&world.ecom.deleted).unwrap(),
        json!([{"id": 20, "date": 6_000}])
    );
    let again = world.ecom_shopper_signs_in("mara@example.org").unwrap();
    assert!(again > 20);
}

#[test]
fn ten_thousand_people_are_settled_and_kept() {
    let people = (0..10_000)
        .map(|n| json!({"email": format!("p{n}@example.org"), "name": format!("N {n}")}));
    let world = world(&json!({"customers": people.collect::<Vec<_>>()}));
    let sandbox = Sandbox::new(world);
    assert_eq!(sandbox.world().ecom.customers.len(), 10_000);
}
