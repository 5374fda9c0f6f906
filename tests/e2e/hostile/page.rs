//! A hostile admin page (invariant I11): it reads nothing, makes nothing happen, and the panel works
//! on beside it.

use std::time::Duration;

use serde_json::{Value, json};
use tandem_pilot::{Browser, Shop, wait_until};
use tandem_sandbox::world::Settings;

use crate::setup::{browser, fill, owned, put_away, shop, shop_with, sorted};

const PATIENCE: Duration = Duration::from_secs(20);

/// A shop with two groups to copy, the panel open and the stores chosen.
fn open_with_two_groups(shop: &Shop) {
    fill(shop, &[], &owned(&["Friends", "Trade"]));
    shop.open_and_choose().unwrap();
}

/// The panel does its work still: two groups arrive, and nothing else was ever written.
fn still_works(shop: &Shop) {
    shop.driver.enter_panel().unwrap();
    shop.press_create(2, "in POS").unwrap();
    shop.driver
        .expect_text("Done. 2 titles were written")
        .unwrap();
    assert_eq!(sorted(shop.titles("pos").unwrap()), ["Friends", "Trade"]);
    assert_eq!(shop.calls().unwrap().writes, 2);
}

#[test]
fn taking_the_language_apart_before_the_guest_comes_gives_nothing() {
    let shop = shop();
    let url = format!("{}/hostile", shop.ready.pos.url);
    shop.driver.go(&url).unwrap();
    shop.driver.find("h1").unwrap();
    open_with_two_groups(&shop);
    still_works(&shop);
    shop.driver.press("button", "Close Tandem").unwrap();
    shop.driver.leave_frame().unwrap();
    put_away(&shop);
    let taken = "const { roots, internals, texts, messages, said, set } = window.__taken;
        const [tag] = [...document.documentElement.children].slice(-1);
        return { roots: roots.length, looked: internals.filter(one => one.shadowRoot).length,
            texts, messages, said, set, inside: tag.childNodes.length, open: tag.shadowRoot !== null }";
    let taken = shop.driver.js(taken, &json!([])).unwrap();
    let nothing = json!({ "roots": 0, "looked": 0, "texts": [], "messages": [], "said": [],
        "set": [], "inside": 0, "open": false });
    assert_eq!(taken, nothing);
}

#[test]
fn forged_messages_and_synthetic_events_make_nothing_happen() {
    let shop = shop();
    // Nothing opens the panel but a person.
    shop.driver.leave_frame().unwrap();
    let knock = "const hosts = [document.documentElement, ...document.documentElement.children];
        for (const host of hosts) for (const type of ['click', 'mousedown', 'pointerdown', 'dblclick'])
          host.dispatchEvent(new MouseEvent(type, { bubbles: true, composed: true, clientX: innerWidth - 10,
            clientY: innerHeight - 110 }));
        for (const host of hosts) for (const key of ['Enter', ' '])
          host.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, composed: true }));
        document.elementFromPoint(innerWidth - 10, innerHeight - 110).click();";
    shop.driver.js(knock, &json!([])).unwrap();
    assert_eq!(shop.driver.panel_frame().unwrap(), None);

    open_with_two_groups(&shop);
    shop.driver.leave_frame().unwrap();
    let forge = r#"const [done] = arguments;
        const long = 'x'.repeat(10 * 1024 * 1024);
        const call = { v: 1, body: { call: 'copy_groups', with: { to: 'pos', titles: [] } } };
        const all = ['tandem:close', 'tandem:toggle', 'tandem:port', 'ping', long, JSON.stringify(call), call,
            { page: 'hello' }, null, undefined, 7, new Map([['tandem', 1]]), { toString: 'no function' },
            JSON.parse('{"__proto__":{"isTrusted":true}}')];
        const blank = document.createElement('iframe');
        document.body.append(blank);
        for (const message of all) {
          for (const from of [window, blank.contentWindow]) {
            from.parent.postMessage(message, '*');
            const { port2 } = new MessageChannel();
            from.parent.postMessage(message, '*', [port2]);
          }
          window.dispatchEvent(new MessageEvent('message', { data: message, source: blank.contentWindow,
            origin: 'chrome-extension://abcdefghijklmnopabcdefghijklmnop' }));
          new BroadcastChannel('tandem').postMessage(JSON.stringify(message ?? null).slice(0, 99));
        }
        addEventListener('message', event => { if (event.data === 'tandem:last') done(true); });
        postMessage('tandem:last', '*');"#;
    shop.driver.js_async(forge, &json!([])).unwrap();
    let frame = shop.driver.panel_frame().unwrap().unwrap();
    assert!(shop.driver.is_shown(&frame).unwrap());
    assert_eq!(shop.calls().unwrap().writes, 0);
    still_works(&shop);
}

/// Takes the panel out of the page, as soon as it is there again.
fn remove(shop: &Shop, times: u32) -> Value {
    let remove = "const [times, done] = arguments;
        const host = document.querySelector('#tandem-panel');
        let left = times;
        const again = () => {
          if (host.isConnected) { host.remove(); left -= 1; }
          if (left === 0) return done(times);
          setTimeout(again);
        };
        again();";
    shop.driver.js_async(remove, &json!([times])).unwrap()
}

#[test]
fn removing_the_panel_a_thousand_times_does_no_harm() {
    let shop = shop();
    open_with_two_groups(&shop);
    shop.driver.leave_frame().unwrap();
    // Each time the frame in it is loaded anew, which the page has to wait for as well.
    assert_eq!(remove(&shop, 5), json!(5));
    shop.driver.enter_panel().unwrap();
    shop.driver.press("button", "Close Tandem").unwrap();
    shop.driver.leave_frame().unwrap();
    put_away(&shop);
    shop.driver.go(&shop.ready.pos.url).unwrap();
    shop.driver.find("#tandem-panel").unwrap();
    assert_eq!(remove(&shop, 1000), json!(1000));
    shop.driver.open_panel().unwrap();
    shop.driver.press("tab", "Groups").unwrap();
    still_works(&shop);
}

/// Every file that a page could ask for, by the extension's address.
const FILES: [&str; 10] = [
    "panel.html",
    "tab.html",
    "rehearsal.html",
    "manifest.json",
    "background.js",
    "content.js",
    "panel.js",
    "css/panel.css",
    "wasm/panel_bg.wasm",
    "icons/128.png",
];

/// Which of them a page can fetch or show.
fn reached(shop: &Shop, base: &str) -> Value {
    let probe = "const [base, files, done] = arguments;
        const fetched = url => fetch(url).then(answer => answer.ok, () => false);
        const drawn = url => new Promise(done => Object.assign(new Image(),
          { src: url, onload: () => done(true), onerror: () => done(false) }));
        const one = async file => await fetched(base + file) || await drawn(base + file);
        Promise.all(files.map(async file => (await one(file)) ? [file] : []))
          .then(found => done(found.flat()))";
    shop.driver.js_async(probe, &json!([base, FILES])).unwrap()
}

/// The extension's own address, as its panel knows it.
fn own_address(shop: &Shop) -> String {
    shop.driver.open_panel().unwrap();
    let address = shop.driver.js("return location.origin + '/'", &json!([]));
    shop.driver.leave_frame().unwrap();
    address.unwrap().as_str().unwrap().to_owned()
}

/// What a page sees of `file` in a frame of its own making: whether it became the panel.
fn can_frame(shop: &Shop, url: &str) -> bool {
    let build = "const [url, done] = arguments;
        const frame = Object.assign(document.createElement('iframe'), { id: 'caught', src: url });
        frame.onload = () => done(true);
        setTimeout(() => done(false), 5000);
        document.body.append(frame);";
    shop.driver.js_async(build, &json!([url])).unwrap();
    let frame = shop.driver.find("#caught").unwrap();
    shop.driver.enter_frame(&frame).unwrap();
    let is_ours = shop.driver.look_for("#app").unwrap().is_some();
    shop.driver.leave_frame().unwrap();
    let remove = "document.querySelector('#caught').remove()";
    shop.driver.js(remove, &json!([])).unwrap();
    is_ours
}

/// What tells a page that Tandem is installed is the element that it adds to the two admins; its
/// files tell nobody. In Firefox the panel's page can be reached by the two admins, by an address
/// that is random in every profile and that no page is told.
#[test]
fn files_tell_no_page_that_tandem_is_there() {
    let mut settings = Settings::default();
    settings.pages.strict_csp = false;
    let shop = shop_with(settings);
    let own = own_address(&shop);
    let (may_fetch, may_frame) = match browser() {
        Browser::Chromium => (json!([]), false),
        Browser::Firefox => (json!(["panel.html"]), true),
    };
    assert_eq!(reached(&shop, &own), may_fetch);
    assert_eq!(can_frame(&shop, &format!("{own}panel.html")), may_frame);
    assert!(!can_frame(&shop, &format!("{own}tab.html")));
    // A page of no store.
    shop.driver.new_tab().unwrap();
    shop.driver
        .go(&shop.ready.control.replace("/_sandbox", "/_sandbox/faults"))
        .unwrap();
    assert_eq!(reached(&shop, &own), json!([]));
}

/// What lies over the panel, or makes it hard to see, as a page would do it that wants a click.
const COVERS: [(&str, &str); 3] = [
    ("a layer over it", "const layer = document.createElement('div'); layer.className = 'bait';
        layer.style.cssText = 'position:fixed;inset:0;z-index:2147483647;pointer-events:none;background:#fff';
        document.documentElement.append(layer)"),
    ("in the top layer", "const layer = document.createElement('div'); layer.className = 'bait';
        layer.popover = 'manual'; document.documentElement.append(layer);
        layer.style.cssText = 'position:fixed;inset:0;width:100vw;height:100vh;pointer-events:none;border:0';
        layer.showPopover()"),
    ("nearly transparent", "document.querySelector('#tandem-panel').style.opacity = '0.01'"),
];

const UNCOVER: &str = "document.querySelectorAll('.bait').forEach(one => one.remove());
    document.querySelector('#tandem-panel').style.opacity = ''";

/// Chromium tells a frame that it cannot be seen. Firefox does not: there a page can do this, and
/// gains what a person may do with one click in the open panel (`SECURITY.md`).
#[test]
fn a_click_on_a_covered_panel_writes_nothing() {
    if browser() == Browser::Firefox {
        return cannot_tell();
    }
    let shop = shop();
    open_with_two_groups(&shop);
    for (what, cover) in COVERS {
        shop.driver.leave_frame().unwrap();
        shop.driver.js(cover, &json!([])).unwrap();
        shop.driver.enter_panel().unwrap();
        shop.driver
            .expect_text("Something lies over Tandem")
            .unwrap();
        shop.press_create(2, "in POS").unwrap();
        shop.driver.press("tab", "Overview").unwrap();
        shop.driver.press("tab", "Groups").unwrap();
        assert_eq!(shop.calls().unwrap().writes, 0, "{what}");
        shop.driver.leave_frame().unwrap();
        shop.driver.js(UNCOVER, &json!([])).unwrap();
        shop.driver.enter_panel().unwrap();
        wait_until("nothing lies over it", PATIENCE, || {
            Ok(shop.driver.look_for("#covered")?.is_none())
        })
        .unwrap();
    }
    still_works(&shop);
}

/// That Firefox has no such means is a fact of its own: when it has, this says so.
fn cannot_tell() {
    let shop = shop();
    let tells = "return 'isVisible' in IntersectionObserverEntry.prototype";
    assert_eq!(shop.driver.js(tells, &json!([])).unwrap(), json!(false));
}
