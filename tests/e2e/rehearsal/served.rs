//! A rehearsal as `trunk serve` shows it: a plain page of a server on this computer, without an
//! extension. The files are those of the extension, from which Trunk's hook takes them as well.

use std::{
    io::{BufRead, BufReader, Write},
    net::{Ipv4Addr, TcpListener, TcpStream},
    path::{Component, Path, PathBuf},
};

use serde_json::json;
use tandem_pilot::Shop;

use crate::setup::{options, shop};

/// Serves a folder for as long as the test lasts; where it is.
fn serve(folder: PathBuf) -> String {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
    let base = format!("http://{}/", listener.local_addr().unwrap());
    std::thread::spawn(move || {
        for stream in listener.incoming() {
            // A browser may break off; that is its own affair.
            drop(stream.and_then(|stream| answer(stream, &folder)));
        }
    });
    base
}

/// Answers one request and closes.
fn answer(mut stream: TcpStream, folder: &Path) -> std::io::Result<()> {
    let mut head = BufReader::new(stream.try_clone()?).lines();
    let first = head.next().transpose()?.unwrap_or_default();
    for line in head {
        if line?.is_empty() {
            break;
        }
    }
    let path = first.split(' ').nth(1).unwrap_or_default();
    let path = Path::new(path.split(['?', '#']).next().unwrap_or_default());
    let inside: PathBuf = path
        .components()
        .filter(|part| matches!(part, Component::Normal(_)))
        .collect();
    let ending = inside.extension().unwrap_or_default().to_string_lossy();
    let kind = match &*ending {
        "html" => "text/html; charset=utf-8",
        "js" => "text/javascript",
        "css" => "text/css",
        "wasm" => "application/wasm",
        _ => "text/plain; charset=utf-8",
    };
    let (status, body) = match std::fs::read(folder.join(&inside)) {
        Ok(body) => ("200 OK", body),
        Err(_) => ("404 Not Found", Vec::new()),
    };
    write!(
        stream,
        "HTTP/1.1 {status}\r\ncontent-type: {kind}\r\ncontent-length: {}\r\nconnection: close\r\n\r\n",
        body.len()
    )?;
    stream.write_all(&body)
}

/// Whatever the page in use fetched from anywhere but `base`.
fn fetched_elsewhere(shop: &Shop, base: &str) -> Vec<String> {
    let list = "return performance.getEntriesByType('resource').map(entry => entry.name)";
    let all = shop.driver.js(list, &json!([])).unwrap();
    let all: Vec<String> = serde_json::from_value(all).unwrap();
    let has = |part: &str| all.iter().any(|name| name.contains(part));
    assert!(
        has("wasm/twin_bg.wasm"),
        "the list is of this page: {all:?}"
    );
    all.into_iter()
        .filter(|name| !name.starts_with(base))
        .collect()
}

#[test]
fn a_plain_page_of_this_computer_rehearses_too() {
    let shop = shop();
    shop.control.clear_log().unwrap();
    let base = serve(options().extension);
    shop.driver.new_tab().unwrap();
    shop.driver.go(&format!("{base}rehearsal.html")).unwrap();
    shop.driver.expect_text(super::BANNER).unwrap();
    super::from_nothing_to_in_step(&shop);
    let leave = shop.driver.look_for_role("button", "Leave the rehearsal");
    assert!(leave.unwrap().is_none(), "there is nothing to go to");
    assert_eq!(fetched_elsewhere(&shop, &base), Vec::<String>::new());
    let calls = shop.control.log().unwrap();
    assert!(calls.is_empty(), "{calls:#?}");
}
