//! `/_sandbox/*`: state, reset, faults, log and act.

use serde_json::{Value, json};
use tandem_sandbox::{Sandbox, Side, World};

use crate::shop::{ECOM_GROUPS, ECOM_SITE, GROUPS, POS_SITE, Shop};

fn state(shop: &Shop) -> Value {
    shop.send("GET", "http://127.0.0.1/_sandbox/state", &[], "")
        .expect(200)
        .json()
}

fn same_story(shop: &Shop) -> Value {
    shop.post(GROUPS, json!({"name": "One"})).expect(201);
    shop.post(ECOM_GROUPS, json!({"name": "Two"})).expect(200);
    shop.act(&json!({"act": "delete_group", "side": "pos", "id": shop.pos_id("Book Club")}))
        .expect(200);
    state(shop)
}

#[test]
fn the_same_requests_give_the_same_world() {
    assert_eq!(same_story(&Shop::new()), same_story(&Shop::new()));
    let other = Shop(Sandbox::new(World::demo(8, 20)));
    assert_ne!(same_story(&other), same_story(&Shop::new()));
}

#[test]
fn a_shop_without_people_still_has_groups() {
    let world = World::demo(1, 0);
    assert!(world.pos.customers.is_empty() && world.ecom.customers.is_empty());
    assert_eq!((world.pos.groups.len(), world.ecom.groups.len()), (4, 7));
}

#[test]
fn reset_goes_back_to_the_seed_and_signs_nobody_out() {
    let shop = Shop::new();
    let (before, cookies) = (state(&shop), shop.cookies(Side::Pos));
    same_story(&shop);
    shop.fault(&json!([{"do": "lost_reply"}]));
    shop.send("POST", "http://127.0.0.1/_sandbox/reset", &[], "")
        .expect(204);
    assert_eq!(state(&shop), before);
    assert!(shop.0.log().is_empty());
    shop.send(
        "GET",
        &format!("{POS_SITE}/api/2.0/user"),
        &[("cookie", &cookies)],
        "",
    )
    .expect(200);
}

#[test]
fn state_can_be_given_back_and_partial_worlds_are_filled_in() {
    let shop = Shop::new();
    let whole = same_story(&shop);
    shop.send("POST", "http://127.0.0.1/_sandbox/reset", &[], "")
        .expect(204);
    shop.control("POST", "reset", &whole).expect(204);
    let (mut now, mut then) = (state(&shop), whole);
    for world in [&mut now, &mut then] {
        world["random"].take();
    }
    assert_eq!(now, then);
    let own = json!({
        "pos": {"groups": [{"name": "A"}], "customers": [{"first_name": "Mo"}]},
        "ecom": {"groups": [{"name": "A"}, {"name": "a"}]},
    });
    shop.control("POST", "reset", &own).expect(204);
    let world = shop.0.world();
    assert_eq!(
        world
            .pos
            .group(&world.pos.customers.iter().next().unwrap().customer_group_id)
            .unwrap()
            .name,
        "All Customers"
    );
    assert_eq!(world.pos.groups.len(), 2);
    let titles: Vec<&str> = world
        .ecom
        .groups
        .iter()
        .map(|group| group.name.as_str())
        .collect();
    assert_eq!(titles, ["General", "A", "a"]);
}

#[test]
fn a_world_that_contradicts_itself_is_refused_and_nothing_changes() {
    let shop = Shop::new();
    let before = state(&shop);
    for wrong in [
        json!({"pos": {"groups": [{"id": "1", "name": "A"}, {"id": "1", "name": "B"}]}}),
        json!({"pos": {"customers": [{"customer_group_id": "none"}]}}),
        json!({"ecom": {"customers": [{"email": "a@example.org", "customer_group_id": 5}]}}),
        json!({"no_such": 1}),
        json!([]),
    ] {
        assert!(shop.control("POST", "reset", &wrong).expect(400).json()["error"].is_string());
    }
    assert_eq!(state(&shop), before);
}

#[test]
fn a_world_without_switches_keeps_those_that_the_sandbox_started_with() {
    let mut world = World::demo(1, 0);
    world.settings.pages.hostile_rerender = true;
    let shop = Shop(Sandbox::new(world));
    shop.act(&json!({"act": "switch", "settings": {"pages": {"strict_csp": false}}}))
        .expect(200);
    shop.control("POST", "reset", &json!({"pos": {}}))
        .expect(204);
    let pages = shop.0.world().settings.pages;
    assert!(pages.hostile_rerender && pages.strict_csp);
    shop.control("POST", "reset", &json!({"settings": {}}))
        .expect(204);
    assert!(!shop.0.world().settings.pages.hostile_rerender);
}

#[test]
fn a_lost_reply_is_done_all_the_same() {
    let shop = Shop::new();
    shop.fault(
        &json!([{"side": "pos", "method": "POST", "path": "/customer_groups", "do": "lost_reply"}]),
    );
    shop.get(GROUPS).expect(200);
    let reply = shop.post(GROUPS, json!({"name": "Lost"}));
    assert!(reply.lost);
    assert!(!shop.pos_id("Lost").is_empty());
    assert!(!shop.post(GROUPS, json!({"name": "Kept"})).lost);
    let log = shop.0.log();
    assert_eq!(
        (
            log[1].status,
            log[1].fault.is_some(),
            log[2].fault.is_some()
        ),
        (201, true, false)
    );
}

#[test]
fn a_status_comes_when_its_turn_has_come_and_as_often_as_asked() {
    let shop = Shop::new();
    shop.fault(
        &json!([{"side": "ecom", "method": "post", "after": 1, "times": 2, "do": {"status": 500}}]),
    );
    let statuses: Vec<u16> = (0..4)
        .map(|n| {
            shop.post(ECOM_GROUPS, json!({"name": format!("G{n}")}))
                .status
                .as_u16()
        })
        .collect();
    assert_eq!(statuses, [200, 500, 500, 200]);
    let titles: Vec<String> = shop
        .0
        .world()
        .ecom
        .groups
        .into_iter()
        .map(|group| group.name)
        .collect();
    assert!(!titles.contains(&"G1".to_owned()) && titles.contains(&"G3".to_owned()));
    assert_eq!(
        shop.send("GET", "http://127.0.0.1/_sandbox/faults", &[], "")
            .json(),
        json!([])
    );
}

#[test]
fn a_status_may_come_after_the_deed_and_with_any_body() {
    let shop = Shop::new();
    shop.fault(&json!({"do": {"status": 503, "body": "<html>", "done": true}}));
    assert_eq!(
        shop.post(GROUPS, json!({"name": "Done"})).expect(503).text,
        "<html>"
    );
    assert!(!shop.pos_id("Done").is_empty());
}

#[test]
fn other_faults() {
    let shop = Shop::new();
    shop.fault(&json!([{"do": "malformed"}, {"do": "sign_in_html"}, {"do": {"slow": 40}}, {"do": {"rate_limited": 7}}]));
    assert!(serde_json::from_str::<Value>(&shop.get(GROUPS).expect(200).text).is_err());
    assert!(
        shop.get(GROUPS)
            .expect(200)
            .header("content-type")
            .starts_with("text/html")
    );
    shop.get(GROUPS).expect(200);
    shop.get(GROUPS).expect(429);
    shop.get(GROUPS).expect(200);
    shop.control("POST", "faults", &json!([{"do": "no_such"}]))
        .expect(400);
}

#[test]
fn signing_out_by_fault_or_by_act_ends_the_sessions_of_that_side() {
    let shop = Shop::new();
    let (pos, ecom) = (shop.cookies(Side::Pos), shop.cookies(Side::Ecom));
    let ask_pos = || {
        shop.send(
            "GET",
            &format!("{POS_SITE}/api/2.0/user"),
            &[("cookie", &pos)],
            "",
        )
        .status
        .as_u16()
    };
    let profile = format!("{ECOM_SITE}/api/v3/10203040/profile");
    let ask_ecom = || {
        shop.send("GET", &profile, &[("cookie", &ecom)], "")
            .status
            .as_u16()
    };
    shop.fault(&json!({"side": "pos", "after": 1, "do": "sign_out"}));
    assert_eq!(
        (ask_pos(), ask_pos(), ask_pos(), ask_ecom()),
        (200, 401, 401, 200)
    );
    shop.act(&json!({"act": "sign_out"})).expect(200);
    assert_eq!(ask_ecom(), 401);
}

#[test]
fn staff_act_on_both_sides() {
    let shop = Shop::new();
    for side in ["pos", "ecom"] {
        let made = shop
            .act(&json!({"act": "create_group", "side": side, "title": "Made"}))
            .expect(200)
            .json();
        let id = &made["done"][0]["id"];
        let acts = json!([
            {"act": "rename_group", "side": side, "id": id, "title": "Renamed"},
            {"act": "rename_group", "side": side, "id": "0", "title": "never"},
        ]);
        assert!(shop.act(&acts).expect(409).json()["error"].is_string());
        assert!(
            state(&shop)[side]["groups"]
                .to_string()
                .contains("\"Renamed\"")
        );
    }
    let customer = shop.0.world().ecom.customers.iter().next().unwrap().id;
    let group = shop.ecom_id("Staff");
    shop.act(
        &json!({"act": "move_customer", "side": "ecom", "customer": customer, "group": group}),
    )
    .expect(200);
    assert_eq!(
        shop.0
            .world()
            .ecom
            .customers
            .iter()
            .next()
            .unwrap()
            .customer_group_id,
        group
    );
    shop.act(&json!({"act": "delete_group", "side": "ecom", "id": group}))
        .expect(200);
    assert_eq!(
        shop.0
            .world()
            .ecom
            .customers
            .iter()
            .next()
            .unwrap()
            .customer_group_id,
        0
    );
    shop.act(&json!({"act": "no_such"})).expect(400);
    shop.act(&json!({"act": "switch", "settings": {"pos": {"auth": "none"}}}))
        .expect(409);
}

#[test]
fn the_log_is_cleared_and_counts_on() {
    let shop = Shop::new();
    for (method, what) in [("DELETE", "log"), ("POST", "log/clear")] {
        shop.get(GROUPS).expect(200);
        shop.control(method, what, &Value::Null).expect(204);
        assert!(shop.0.log().is_empty());
    }
    shop.get(&format!("{GROUPS}?page_size=2")).expect(200);
    let log = shop
        .send("GET", "http://127.0.0.1/_sandbox/log", &[], "")
        .json();
    assert_eq!(
        (&log[0]["seq"], &log[0]["caller"]),
        (&json!(3), &json!("token"))
    );
    assert_eq!(log[0]["path"], "/api/2.0/customer_groups?page_size=2");
}
