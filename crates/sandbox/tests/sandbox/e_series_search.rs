//! Searches of eCom: every parameter, every order, and pages that drift.

use serde_json::{Value, json};

use crate::shop::{ECOM_API, Shop};

fn shop() -> Shop {
    let shop = Shop::new();
    let world = json!({"clock": 1_757_000_000, "ecom": {
        "groups": [{"id": 7, "name": "VIP"}],
        "customers": [
            {"id": 11, "email": "Mara@example.org", "name": "Mara Quist", "customer_group_id": 7, "accept_marketing": true,
             "orders": 3, "sales_cents": 5_050, "registered": 1_724_226_729, "updated": 1_724_226_729,
             "first_order": 1_724_226_729, "last_order": 1_724_326_729, "purchased": [5, 6],
             "shipping_addresses": [{"person": {"city": "Gent", "postal_code": "9000", "country_code": "BE",
                "state_or_province_code": "VOV", "company_name": "Quist BV", "phone": "+32 477"}}]},
            {"id": 12, "email": "tamara@example.org", "name": "anna Mara", "accept_marketing": false, "kind": "b2b",
             "orders": 1, "sales_cents": 900, "tax_exempt": true, "lang": "de", "registered": 1_724_000_000,
             "updated": 1_725_000_000, "contacts": [{"contact": "0477 12", "type": "PHONE"}]},
            {"id": 13, "email": "li@example.org", "name": "Li Wang", "registered": 1_725_000_000, "updated": 1_725_000_001},
        ],
    }});
    shop.control("POST", "reset", &world).expect(204);
    shop
}

fn found(shop: &Shop, query: &str) -> Vec<i64> {
    let page = shop
        .get(&format!("{ECOM_API}/customers?{query}"))
        .expect(200)
        .json();
    let ids: Vec<i64> = page["items"]
        .as_array()
        .unwrap()
        .iter()
        .map(|c| c["id"].as_i64().unwrap())
        .collect();
    assert_eq!(page["total"], ids.len(), "{query}");
    let plain = shop
        .get(&format!("{ECOM_API}/customers_ids?{query}"))
        .expect(200)
        .json();
    assert_eq!(plain, json!({"ids": ids}), "{query}");
    ids
}

#[test]
fn every_parameter_narrows_the_search() {
    let shop = shop();
    for (query, ids) in [
        ("keyword=MARA", &[12, 11][..]),
        ("keyword=li%40", &[13]),
        ("name=quist", &[11]),
        ("email=mara@example.org", &[12, 11]),
        ("email=mara@example.org&useExactEmailMatch=true", &[11]),
        ("email=mara&useExactEmailMatch=true", &[]),
        ("email=mara&useExactEmailMatch=false", &[12, 11]),
        ("phone=477", &[12, 11]),
        ("city=gen", &[11]),
        ("postalCode=90", &[11]),
        ("stateOrProvinceCode=vov", &[11]),
        ("countryCodes=NL,BE", &[11]),
        ("companyName=quist", &[11]),
        ("customerGroupIds=7", &[11]),
        ("customerGroupIds=0", &[12, 13]),
        ("customerGroupIds=0,7", &[12, 13, 11]),
        ("customerGroup=7", &[11]),
        ("acceptMarketing=true", &[11]),
        ("acceptMarketing=false", &[12]),
        ("lang=de", &[12]),
        ("b2b_b2c=b2b", &[12]),
        ("b2b_b2c=b2c", &[13, 11]),
        ("taxExempt=true", &[12]),
        ("taxExempt=false", &[13, 11]),
        ("minOrderCount=1&usePrecalculatedOrderCount=true", &[12, 11]),
        ("maxOrderCount=1", &[12, 13]),
        ("minSalesValue=9.01", &[11]),
        ("maxSalesValue=9", &[12, 13]),
        ("purchasedProductIds=6,8", &[11]),
        ("checkOnlyCustomerId=12", &[12]),
        ("checkOnlyCustomerId=12&keyword=quist", &[]),
        ("createdFrom=1724226729", &[13, 11]),
        ("createdTo=2024-08-21%2007:52:09", &[12, 11]),
        ("createdFrom=2024-08-21&createdTo=2024-08-22", &[11]),
        ("updatedFrom=1725000000", &[12, 13]),
        ("updatedFrom=2024-08-30%2006:40:01%20%2B0000", &[13]),
        ("updatedTo=1724999999", &[11]),
        ("updatedFrom=1725000001&updatedTo=1724000000", &[]),
    ] {
        assert_eq!(found(&shop, query), ids, "{query}");
    }
}

#[test]
fn every_order_goes_both_ways() {
    let shop = shop();
    for (order, ids) in [
        ("NAME", [12, 13, 11]),
        ("EMAIL", [13, 11, 12]),
        ("ORDER_COUNT", [13, 12, 11]),
        ("REGISTERED_DATE", [12, 11, 13]),
        ("UPDATED_DATE", [11, 12, 13]),
        ("SALES_VALUE", [13, 12, 11]),
        ("FIRST_ORDER_DATE", [13, 12, 11]),
        ("LAST_ORDER_DATE", [13, 12, 11]),
    ] {
        assert_eq!(found(&shop, &format!("sortBy={order}_ASC")), ids, "{order}");
        let narrowed = format!("sortBy={order}_ASC&customerGroupIds=0,7&updatedFrom=1");
        assert_eq!(found(&shop, &narrowed), ids, "{order}");
        let back: Vec<i64> = ids.into_iter().rev().collect();
        assert_eq!(
            found(&shop, &format!("sortBy={order}_DESC")),
            back,
            "{order}"
        );
    }
    let page = shop
        .get(&format!(
            "{ECOM_API}/customers?sortBy=UPDATED_DATE_DESC&offset=1&limit=1"
        ))
        .json();
    assert_eq!(
        (
            &page["total"],
            &page["count"],
            &page["offset"],
            &page["limit"],
            &page["items"][0]["id"]
        ),
        (&json!(3), &json!(1), &json!(1), &json!(1), &json!(12))
    );
}

#[test]
fn wrong_parameters_are_refused() {
    let shop = shop();
    for query in [
        "updatedFrom=today",
        "updatedFrom=1725000000000",
        "acceptMarketing=1",
        "taxExempt=no",
        "sortBy=NAME",
        "sortBy=AGE_ASC",
        "minOrderCount=x",
        "maxSalesValue=x",
        "b2b_b2c=x",
        "useExactEmailMatch=1",
        "offset=-1",
        "checkOnlyCustomerId=x",
        "customerGroupIds=VIP",
        "customergroupids=7",
        "updated_from=1",
        "limit=0",
    ] {
        let error = shop
            .get(&format!("{ECOM_API}/customers?{query}"))
            .expect(400)
            .json();
        assert_eq!(error["errorCode"], "WRONG_PARAMETER", "{query}");
    }
}

#[test]
fn limits_above_100_are_clamped_or_refused() {
    let customers = format!("{ECOM_API}/customers?limit=101");
    assert_eq!(Shop::new().get(&customers).expect(200).json()["limit"], 100);
    Shop::with(&json!({"ecom": {"limit_above_max": "refuse"}}))
        .get(&customers)
        .expect(400);
}

#[test]
fn deletions_are_asked_for_with_times_and_the_same_limits() {
    let shop = shop();
    for query in [
        "from_date=soon",
        "to_date=1725000000000",
        "limit=0",
        "offset=x",
    ] {
        shop.get(&format!("{ECOM_API}/customers/deleted?{query}"))
            .expect(400);
    }
}

#[test]
fn offsets_drift_while_records_change() {
    let shop = shop();
    let page = |offset: u32| -> Value {
        shop.get(&format!(
            "{ECOM_API}/customers?sortBy=UPDATED_DATE_ASC&limit=1&offset={offset}"
        ))
        .json()["items"][0]["id"]
            .clone()
    };
    assert_eq!(page(0), 11);
    shop.put(&format!("{ECOM_API}/customers/11"), json!({"taxId": "1"}))
        .expect(200);
    assert_eq!((page(1), page(2)), (json!(13), json!(11)), "12 was skipped");
}

#[test]
fn response_fields_cut_every_reading_answer() {
    let shop = shop();
    let cut = shop
        .get(&format!(
            "{ECOM_API}/customers?responseFields=total,items(id,stats(numberOfOrders))&limit=1"
        ))
        .json();
    assert_eq!(
        cut,
        json!({"total": 3, "items": [{"id": 12, "stats": {"numberOfOrders": 1}}]})
    );
    let one = shop
        .get(&format!("{ECOM_API}/customers/11?responseFields=email"))
        .json();
    assert_eq!(one, json!({"email": "Mara@example.org"}));
    let ids = shop
        .get(&format!("{ECOM_API}/customers_ids?responseFields=ids"))
        .json();
    assert_eq!(ids["ids"].as_array().unwrap().len(), 3);
    let stats = shop
        .get(&format!(
            "{ECOM_API}/latest-stats?responseFields=customersUpdated"
        ))
        .json();
    assert_eq!(
        stats,
        json!({"customersUpdated": "2024-08-30 06:40:01 +0000"})
    );
}
