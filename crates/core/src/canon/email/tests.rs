//! One test for each row of rules 3.1.

use super::*;
use proptest::prelude::*;

/// Whether two addresses link their records by themselves.
fn link(one: &str, other: &str) -> bool {
    is_key(one) && is_key(other) && key(one) == key(other)
}

#[test]
fn ascii_case_does_not_count() {
    assert!(link("Ann@Shop.com", "ann@shop.com"));
    assert_eq!(cleaned("Ann@Shop.com"), "Ann@Shop.com", "and is kept");
}

#[test]
fn what_copying_leaves_does_not_count() {
    for typed in [
        " ann@shop.com\t",
        "\u{a0}ann@shop.com\u{a0}",
        "\u{200b}ann@shop.com\u{feff}",
        "a\u{200b}nn@sh\u{ad}op.com",
        "ann@shop.com,",
        "ann@shop.com ; ",
        "mailto:ann@shop.com",
        "MailTo: ann@shop.com;",
    ] {
        assert!(link(typed, "ann@shop.com"), "{typed:?}");
        assert_eq!(cleaned(typed), "ann@shop.com", "{typed:?}");
    }
}

#[test]
fn a_domain_in_unicode_is_its_punycode() {
    assert!(link("ann@bücher.de", "ann@xn--bcher-kva.de"));
    assert!(link("ann@BÜCHER.de", "ann@XN--BCHER-KVA.DE"));
    assert!(link("ann@bu\u{308}cher.de", "ann@bücher.de"));
    assert!(!link("ann@bücher.de", "ann@bucher.de"));
}

#[test]
fn composition_of_the_local_part_does_not_count() {
    assert!(link("zoë@shop.com", "zoe\u{308}@shop.com"));
    assert_eq!(
        cleaned("zoe\u{308}@shop.com"),
        "zoë@shop.com",
        "NFC is written"
    );
    assert!(!link("zoë@shop.com", "zoe@shop.com"));
}

#[test]
fn case_beyond_ascii_counts() {
    assert!(!link("Özil@shop.com", "özil@shop.com"));
    assert!(!link("\u{130}nci@shop.com", "inci@shop.com"));
    assert!(!link("\u{131}nci@shop.com", "inci@shop.com"));
    assert!(link("INCI@shop.com", "inci@shop.com"), "ASCII I is i");
}

#[test]
fn odd_dots_are_suspect_and_have_a_fix() {
    for (typed, oddity, fix) in [
        ("a@x.com.", Oddity::DotAtEnd, "a@x.com"),
        ("ann.@x.com", Oddity::OddDots, "ann@x.com"),
        (".ann@x.com", Oddity::OddDots, "ann@x.com"),
        ("ann..lee@x.com", Oddity::OddDots, "ann.lee@x.com"),
        ("ann@x..com", Oddity::OddDots, "ann@x.com"),
        ("ann@.x.com", Oddity::OddDots, "ann@x.com"),
        ("ann lee@x.com", Oddity::Blank, "annlee@x.com"),
        ("ann@gmailcom", Oddity::NoDomain, "ann@gmail.com"),
    ] {
        let suspect = suspect(typed).expect(typed);
        assert_eq!(
            (suspect.oddity, suspect.fix.as_deref()),
            (oddity, Some(fix))
        );
        assert!(!link(typed, typed) && !link(typed, fix), "{typed:?}");
        assert_ne!(key(typed), key(fix), "{typed:?}");
    }
    for (typed, oddity) in [
        ("ann", Oddity::NoAddress),
        ("@x.com", Oddity::NoAddress),
        ("ann@", Oddity::NoAddress),
        ("ann@x.com, bob@x.com", Oddity::SeveralAddresses),
        ("ann@shop", Oddity::NoDomain),
        ("ann@x.c", Oddity::NoDomain),
        ("ann@a<b>.com", Oddity::NoDomain),
        ("ann@ü/.de", Oddity::NoDomain),
    ] {
        let expected = Some(Suspect { oddity, fix: None });
        assert_eq!(suspect(typed), expected, "{typed:?}");
        assert!(!is_key(typed), "{typed:?}");
    }
}

#[test]
fn what_only_some_servers_fold_links_nothing() {
    for (one, other) in [
        ("mara.quist@gmail.com", "maraquist@gmail.com"),
        ("mara@googlemail.com", "mara@gmail.com"),
        ("mara+shop@x.com", "mara@x.com"),
        ("mara@gmial.com", "mara@gmail.com"),
    ] {
        assert!(is_key(one) && is_key(other) && !link(one, other), "{one:?}");
    }
}

#[test]
fn placeholders_are_nobody() {
    for typed in [
        "noemail@shop.com",
        "No-Email@shop.com",
        "no.email12@shop.com",
        "none@none.com",
        "ann@none.com",
        "unknown@shop.com",
        "test@shop.com",
        "do_not_reply@shop.com",
        "x@x.x",
        "xx@xxx.xx",
        "11@11.11",
    ] {
        assert!(is_placeholder(typed) && !is_key(typed), "{typed:?}");
    }
    for typed in [
        "noel@shop.com",
        "nonen@shop.com",
        "testa@shop.com",
        "noemail.ann@shop.com",
        "info@shop.com",
        "xx@xy.com",
    ] {
        assert!(!is_placeholder(typed) && is_key(typed), "{typed:?}");
    }
}

#[test]
fn the_shop_s_own_domain_can_be_told() {
    assert!(is_at("Till@Lantern.example ", "lantern.example"));
    assert!(is_at("till@xn--bcher-kva.de", "bücher.de"));
    assert!(!is_at("till@lantern.example.org", "lantern.example"));
    assert!(!is_at("lantern.example", "lantern.example"));
}

#[test]
fn a_missing_one_is_no_key_and_not_odd() {
    for typed in ["", "  ", "\u{200b}", ";", "mailto:"] {
        assert_eq!(key(typed), "");
        assert!(!is_key(typed) && suspect(typed).is_none(), "{typed:?}");
    }
}

proptest! {
    #[test]
    fn a_key_is_its_own_key(email in ".{0,30}|(mailto:| |,|;|@|\\.|\u{200b}|[a-zA-Zéü\u{308}\u{37e}İK。]){0,12}") {
        let once = key(&email);
        prop_assert_eq!(key(&once), once);
        let once = cleaned(&email).into_owned();
        prop_assert_eq!(cleaned(&once), &*once);
    }

    #[test]
    fn composition_does_not_count(local in "\\PC{0,12}", domain in "\\PC{0,12}") {
        let email = format!("{local}@{domain}");
        let composed: String = email.nfc().collect();
        let decomposed: String = email.nfd().collect();
        prop_assert_eq!(key(&composed), key(&decomposed));
        prop_assert_eq!(is_key(&composed), is_key(&decomposed));
    }

    #[test]
    fn a_fix_is_an_address_of_its_own(email in "[ab. ]{0,6}@[ab. ]{0,4}.com") {
        if let Some(fix) = suspect(&email).and_then(|odd| odd.fix) {
            prop_assert!(suspect(&fix).is_none(), "{:?}", fix);
        }
    }

    #[test]
    fn case_and_outer_blanks_do_not_count(email in "[A-Za-z0-9.]{1,8}@[A-Za-z]{1,8}\\.(com|Org)") {
        prop_assert_eq!(key(&email.to_uppercase()), key(&format!(" {} ", email.to_lowercase())));
    }

    #[test]
    fn what_is_found_out_in_one_go_is_what_is_found_out_singly(
        email in "[a-z.+]{0,6}@(gm[ai]{2}l|googlemail|x).com|(no\\.?email|test)[0-9]{0,2}@[a-z.]{0,6}|.{0,24}",
    ) {
        let loose = if is_placeholder(&email) { String::new() } else { variant::loose(&email) };
        let told = Told::of(&email);
        prop_assert_eq!(told.loose(), loose);
        prop_assert_eq!((told.is_key, told.key), (is_key(&email), key(&email)));
    }
}
