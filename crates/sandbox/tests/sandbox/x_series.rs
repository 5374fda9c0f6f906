//! The API of POS.

use serde_json::{Value, json};

use crate::shop::{GROUPS, Shop, names};

const DATED: &str = "http://127.0.0.1/api/2026-07/customer_groups";

fn create(shop: &Shop, title: &str) -> Value {
    shop.post(GROUPS, json!({"name": title})).expect(201).json()["data"].clone()
}

fn member(shop: &Shop, group: &str) -> String {
    let world = shop.0.world();
    world
        .pos
        .customers
        .into_iter()
        .find(|c| c.customer_group_id == group)
        .unwrap()
        .id
}

#[test]
fn both_editions_list_the_default_group_and_titles_byte_for_byte() {
    let shop = Shop::new();
    for base in [GROUPS, DATED] {
        let page = shop.get(base).expect(200).json();
        assert_eq!(
            names(&page["data"]),
            ["All Customers", "Staff", "wholesale ", "Book Club"]
        );
        assert_eq!(page["data"][0]["group_id"], "1111111111");
    }
    shop.get("http://127.0.0.1/api/2019-01/customer_groups")
        .expect(200);
    shop.get("http://127.0.0.1/api/latest/customer_groups")
        .expect(404);
}

#[test]
fn titles_come_back_as_they_were_sent() {
    let shop = Shop::new();
    for title in [
        "=1+1",
        " a  b ",
        "Grüße \"x\" 'y'",
        "❤️👩‍👩‍👧",
        "مرحبا",
        "\u{200b}zw",
        &"x".repeat(255),
    ] {
        let made = create(&shop, title);
        let read = shop
            .get(&format!("{GROUPS}/{}", made["id"].as_str().unwrap()))
            .json();
        assert_eq!(read["data"]["name"], title);
    }
}

#[test]
fn versions_grow_and_pages_end_with_null_bounds() {
    let shop = Shop::new();
    let first = shop.get(&format!("{GROUPS}?page_size=3")).json();
    assert_eq!(first["data"].as_array().unwrap().len(), 3);
    assert!(first["version"]["min"].as_i64() > Some(i64::from(i32::MAX)));
    let max = first["version"]["max"].as_i64().unwrap();
    let second = shop
        .get(&format!("{GROUPS}?page_size=3&after={max}"))
        .json();
    assert_eq!(names(&second["data"]), ["Book Club"]);
    let last = second["version"]["max"].as_i64().unwrap();
    let end = shop.get(&format!("{GROUPS}?after={last}")).json();
    assert_eq!(
        end,
        json!({"data": [], "version": {"min": null, "max": null}})
    );
    let before = shop.get(&format!("{GROUPS}?before={max}")).json();
    assert_eq!(names(&before["data"]), ["All Customers", "Staff"]);
    assert!(create(&shop, "New")["version"].as_i64() > Some(last));
    for wrong in ["page_size=0", "page_size=x", "after=1.5", "deleted=maybe"] {
        shop.get(&format!("{GROUPS}?{wrong}")).expect(400);
    }
    shop.get(&format!("{GROUPS}?page_size=99999")).expect(200);
}

#[test]
fn a_changed_group_moves_to_the_end_of_the_list() {
    let shop = Shop::new();
    let max = shop.get(GROUPS).json()["version"]["max"].as_i64().unwrap();
    let id = shop.pos_id("Staff");
    let put = shop.put(
        &format!("{GROUPS}/{id}"),
        json!({"name": "Crew", "version": 1, "no_such": true}),
    );
    assert_eq!(put.expect(200).json()["data"]["name"], "Crew");
    assert_eq!(
        names(&shop.get(&format!("{GROUPS}?after={max}")).json()["data"]),
        ["Crew"]
    );
}

#[test]
fn page_size_is_100_unless_asked() {
    let shop = Shop::new();
    (0..120).for_each(|number| drop(create(&shop, &format!("G{number}"))));
    assert_eq!(
        shop.get(GROUPS).json()["data"].as_array().unwrap().len(),
        100
    );
    assert_eq!(
        shop.get(&format!("{GROUPS}?page_size=500")).json()["data"]
            .as_array()
            .unwrap()
            .len(),
        124
    );
}

#[test]
fn a_code_is_generated_unless_given_and_is_unique() {
    let shop = Shop::new();
    let code = create(&shop, "VIP")["group_id"]
        .as_str()
        .unwrap()
        .to_owned();
    let suffix = code.strip_prefix("VIP-").unwrap();
    assert!(
        suffix.len() == 4
            && suffix
                .bytes()
                .all(|b| b.is_ascii_digit() || b.is_ascii_uppercase())
    );
    let given = json!({"name": "Own", "group_id": "MINE"});
    assert_eq!(
        shop.post(GROUPS, given.clone()).json()["data"]["group_id"],
        "MINE"
    );
    shop.post(GROUPS, given).expect(422);
}

#[test]
fn a_rename_keeps_the_members() {
    let shop = Shop::new();
    let id = shop.pos_id("wholesale ");
    let list = format!("{GROUPS}/{id}/customers");
    let before = shop.get(&list).json();
    assert!(!before["data"].as_array().unwrap().is_empty());
    shop.put(&format!("{GROUPS}/{id}"), json!({"name": "Wholesale"}))
        .expect(200);
    assert_eq!(shop.get(&list).json(), before);
}

#[test]
fn deleting_is_soft_and_classic_only() {
    let shop = Shop::new();
    let (id, default) = (shop.pos_id("Book Club"), shop.pos_id("All Customers"));
    let someone = member(&shop, &id);
    shop.delete(&format!("{DATED}/{id}")).expect(405);
    assert_eq!(shop.delete(&format!("{GROUPS}/{id}")).expect(204).text, "");
    assert_eq!(names(&shop.get(GROUPS).json()["data"]).len(), 3);
    let all = shop.get(&format!("{GROUPS}?deleted=true")).json();
    assert!(
        all["data"]
            .as_array()
            .unwrap()
            .iter()
            .any(|g| g["id"] == id.as_str() && !g["deleted_at"].is_null())
    );
    let moved = shop
        .get(&format!("http://127.0.0.1/api/2.0/customers/{someone}"))
        .json();
    assert_eq!(moved["data"]["customer_group_id"], default.as_str());
    shop.put(&format!("{GROUPS}/{id}"), json!({"name": "x"}))
        .expect(404);
    shop.delete(&format!("{GROUPS}/{id}")).expect(404);
}

#[test]
fn members_move_by_many_and_leave_to_the_default_group() {
    let shop = Shop::new();
    let (club, staff, default) = (
        shop.pos_id("Book Club"),
        shop.pos_id("Staff"),
        shop.pos_id("All Customers"),
    );
    let someone = member(&shop, &club);
    let members = format!("{GROUPS}/{staff}/customers");
    let group_of = || {
        let customer = shop
            .get(&format!("http://127.0.0.1/api/2.0/customers/{someone}"))
            .json()["data"]
            .clone();
        (
            customer["customer_group_id"].as_str().unwrap().to_owned(),
            customer["version"].as_i64().unwrap(),
        )
    };
    let (_, version) = group_of();
    let moved = shop
        .post(&members, json!({"customer_ids": [someone]}))
        .expect(201);
    assert_eq!(moved.text, "true");
    let (group, newer) = group_of();
    assert!(group == staff && newer > version);
    shop.post(&members, json!({"customer_ids": [someone, "nobody"]}))
        .expect(404);
    shop.ask("DELETE", &members, None).expect(204);
    assert_eq!(group_of().0, staff);
    shop.ask("DELETE", &members, Some(json!({"customer_ids": [someone]})))
        .expect(204);
    assert_eq!(group_of().0, default);
}

#[test]
fn customer_ids_are_required_from_2026_07() {
    let shop = Shop::new();
    let id = shop.pos_id("Staff");
    shop.post(&format!("{GROUPS}/{id}/customers"), json!({}))
        .expect(201);
    shop.post(&format!("{DATED}/{id}/customers"), json!({}))
        .expect(400);
    shop.post(
        &format!("{DATED}/{id}/customers"),
        json!({"customer_ids": "x"}),
    )
    .expect(400);
}

#[test]
fn bodies_must_be_json_with_a_name() {
    let shop = Shop::new();
    let token = [
        ("authorization", "Bearer sandbox_pos_token"),
        ("content-type", "text/plain"),
    ];
    shop.send("POST", GROUPS, &token, r#"{"name":"x"}"#)
        .expect(415);
    let json = [
        ("authorization", "Bearer sandbox_pos_token"),
        ("content-type", "application/json; charset=utf-8"),
    ];
    shop.send("POST", GROUPS, &json, "{").expect(400);
    shop.send("POST", GROUPS, &json, "[]").expect(400);
    for body in [json!({}), json!({"name": 7}), json!({"name": null})] {
        let error = shop.post(GROUPS, body).expect(400).json();
        assert!(error["error"].is_string());
    }
    shop.ask("PATCH", GROUPS, None).expect(405);
    shop.get("http://127.0.0.1/api/2.0/no_such").expect(404);
}

#[test]
fn card_numbers_are_redacted_silently_or_not() {
    let title = "VIP 4111111111111111";
    assert_eq!(create(&Shop::new(), title)["name"], "VIP ****************");
    assert_eq!(
        create(
            &Shop::with(&json!({"pos": {"card_numbers": "accept"}})),
            title
        )["name"],
        title
    );
}

#[test]
fn repeated_titles_are_taken_or_refused() {
    create(&Shop::new(), "Staff");
    let strict = Shop::with(&json!({"pos": {"duplicate_titles": "refuse"}}));
    strict.post(GROUPS, json!({"name": "Staff"})).expect(422);
    create(&strict, "staff");
    let own = format!("{GROUPS}/{}", strict.pos_id("Staff"));
    strict.put(&own, json!({"name": "Staff"})).expect(200);
}

#[test]
fn blank_titles_are_refused_or_taken() {
    Shop::new().post(GROUPS, json!({"name": " \t"})).expect(400);
    create(
        &Shop::with(&json!({"pos": {"blank_titles": "accept"}})),
        " ",
    );
}

#[test]
fn the_default_group_is_renamed_only_where_that_is_allowed_and_never_deleted() {
    for (setting, status) in [("refuse", 422), ("accept", 200)] {
        let shop = Shop::with(&json!({"pos": {"default_rename": setting}}));
        let own = format!("{GROUPS}/{}", shop.pos_id("All Customers"));
        shop.put(&own, json!({"name": "Everyone"})).expect(status);
        shop.delete(&own).expect(422);
    }
}

#[test]
fn groups_with_members_are_deleted_or_not() {
    for (setting, status) in [("to-default", 204), ("refuse", 422)] {
        let shop = Shop::with(&json!({"pos": {"orphans": setting}}));
        shop.delete(&format!("{GROUPS}/{}", shop.pos_id("Book Club")))
            .expect(status);
    }
}

#[test]
fn a_deleted_group_is_gone_or_shown() {
    for (setting, status) in [("not-found", 404), ("shown", 200)] {
        let shop = Shop::with(&json!({"pos": {"deleted_by_id": setting}}));
        let own = format!("{GROUPS}/{}", shop.pos_id("Book Club"));
        shop.delete(&own).expect(204);
        shop.get(&own).expect(status);
    }
}

#[test]
fn nulls_are_written_or_left_out() {
    for (setting, there) in [("written", true), ("omitted", false)] {
        let shop = Shop::with(&json!({"pos": {"nulls": setting}}));
        assert_eq!(
            shop.get(GROUPS).json()["data"][0]
                .get("deleted_at")
                .is_some(),
            there
        );
    }
}

#[test]
fn user_is_an_object_or_a_list_and_retailer_says_who() {
    let user = "http://127.0.0.1/api/2.0/user";
    assert_eq!(
        Shop::new().get(user).json()["data"]["account_type"],
        "admin"
    );
    let listed = Shop::with(&json!({"pos": {"user_shape": "array"}}));
    assert_eq!(listed.get(user).json()["data"][0]["account_type"], "admin");
    let retailer = listed.get("http://127.0.0.1/api/2026-07/retailer").json();
    assert_eq!(retailer["data"]["domain_prefix"], "lantern-books");
    assert!(retailer["data"]["version"].is_string());
}

#[test]
fn groups_are_without_number_or_few() {
    for (most, status) in [(0, 201), (5, 422)] {
        let shop = Shop::with(&json!({"pos": {"max_groups": most}}));
        create(&shop, "Fifth");
        shop.post(GROUPS, json!({"name": "Sixth"})).expect(status);
    }
}
