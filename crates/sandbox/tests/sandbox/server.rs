//! Over real sockets: the line that is printed, reason phrases, lost and slow replies, stopping.

use std::io::{Read as _, Write as _};
use std::net::TcpStream;

use tandem_sandbox::{Options, Running, serve};

fn running() -> Running {
    serve(Options::default()).unwrap()
}

/// Sends one request to an address such as `http://127.0.0.1:80/x` and reads until the end.
fn ask(url: &str, head: &str, body: &str) -> String {
    let (host, path) = url
        .strip_prefix("http://")
        .unwrap()
        .split_once('/')
        .unwrap();
    let (method, headers) = head.split_once('\n').unwrap_or((head, ""));
    let mut stream = TcpStream::connect(host).unwrap();
    let length = body.len();
    let request = format!(
        "{method} /{path} HTTP/1.1\r\nhost: {host}\r\nconnection: close\r\ncontent-length: {length}\r\n{headers}\r\n{body}"
    );
    stream.write_all(request.as_bytes()).unwrap();
    let mut answer = String::new();
    stream.read_to_string(&mut answer).unwrap();
    answer
}

#[test]
fn the_line_leads_to_both_apis_and_the_controls() {
    let running = running();
    let ready = serde_json::to_value(running.ready()).unwrap();
    let member = |path: &str| ready.pointer(path).unwrap().as_str().unwrap().to_owned();
    let bearer = |side: &str| {
        format!(
            "GET\nauthorization: Bearer {}\r\n",
            member(&format!("/{side}/token"))
        )
    };
    for (side, path) in [("pos", "customer_groups"), ("ecom", "customer_groups")] {
        let answer = ask(
            &format!("{}/{path}", member(&format!("/{side}/api"))),
            &bearer(side),
            "",
        );
        assert!(answer.starts_with("HTTP/1.1 200 OK\r\n"), "{answer}");
    }
    assert!(
        ask(&format!("{}/state", member("/control")), "GET", "").contains("\"store_id\":10203040")
    );
    assert!(member("/pos/url").starts_with("http://lantern-books.pos.localhost:"));
    assert!(member("/ecom/url").ends_with("/store/10203040"));
}

#[test]
fn reasons_lost_replies_and_slow_ones() {
    let running = running();
    let ready = running.ready();
    let token = format!(
        "authorization: Bearer {}\r\ncontent-type: application/json\r\n",
        ready.ecom.token
    );
    let groups = format!("{}/customer_groups", ready.ecom.api);
    let answer = ask(&groups, &format!("POST\n{token}"), "{}");
    assert!(
        answer.starts_with("HTTP/1.1 400 Field CustomerMembership.name is absent\r\n"),
        "{answer}"
    );
    ask(
        &format!("{}/faults", ready.control),
        "POST",
        r#"[{"do":"lost_reply"},{"do":{"slow":20}}]"#,
    );
    assert_eq!(
        ask(&groups, &format!("POST\n{token}"), r#"{"name":"Lost"}"#),
        ""
    );
    assert!(ask(&groups, &format!("GET\n{token}"), "").contains("Lost"));
}

#[test]
fn both_ports_are_free_again_after_a_drop() {
    let running = running();
    let ready = running.ready().clone();
    drop(running);
    let (host, _) = ready
        .ecom
        .api
        .strip_prefix("http://")
        .unwrap()
        .split_once('/')
        .unwrap();
    assert!(TcpStream::connect(host).is_err());
}
