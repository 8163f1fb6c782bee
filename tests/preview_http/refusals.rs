//! What the server refuses, request by request.

use std::time::Duration;

use candour::preview::http::Limits;

use crate::served::{Served, status};

#[test]
fn pages_are_served_with_the_headers_that_keep_them_private() {
    let served = Served::usual();
    let answer = served.get("/Caf%C3%A9/%252e%252e?as=public");
    assert_eq!(status(&answer), 200);
    assert!(answer.ends_with("\r\n\r\nclean: Café/%2e%2e"), "{answer}");
    let head = answer.to_lowercase();
    for line in ["x-content-type-options: nosniff", "cross-origin-resource-policy: same-origin", "no-referrer"] {
        assert!(head.contains(line), "{line} in {head}");
    }
    assert!(!head.contains("server:") && !head.contains("access-control"), "{head}");
}

#[test]
fn a_router_may_set_its_own_policy_but_never_open_the_door() {
    let answer = Served::usual().get("/_own").to_lowercase();
    assert!(answer.contains("referrer-policy: same-origin"), "{answer}");
    assert!(!answer.contains("no-referrer") && !answer.contains("access-control"), "{answer}");
    assert!(!answer.contains("secret"), "{answer}");
}

#[test]
fn only_get_and_head() {
    let served = Served::usual();
    let host = served.host();
    for method in ["POST", "PUT", "DELETE", "OPTIONS", "TRACE", "PATCH", "BREW"] {
        let answer = served.raw(format!("{method} / HTTP/1.1\r\n{host}\r\n\r\n").as_bytes());
        assert_eq!(status(&answer), 405, "{method}: {answer}");
        assert!(answer.contains("allow: GET, HEAD"), "{answer}");
    }
    assert_eq!(status(&served.raw(format!("OPTIONS * HTTP/1.1\r\n{host}\r\n\r\n").as_bytes())), 405);
}

#[test]
fn no_bodies_and_nothing_smuggled_in_them() {
    let served = Served::usual();
    let host = served.host();
    let inner = format!("GET /smuggled HTTP/1.1\r\n{host}\r\n\r\n");
    let length = inner.len();
    for (lines, expected) in [
        (format!("Content-Length: {length}\r\n"), 413),
        ("Content-Length: 4\r\nContent-Length: 4\r\n".into(), 413),
        ("Content-Length: 4\r\nContent-Length: 5\r\n".into(), 400),
        ("Content-Length: -1\r\n".into(), 400),
        ("Content-Length: 99999999999999999999999\r\n".into(), 400),
        ("Transfer-Encoding: chunked\r\n".into(), 400),
        ("Transfer-Encoding: gzip\r\n".into(), 400),
        (format!("Transfer-Encoding: chunked\r\nContent-Length: {length}\r\n"), 400),
        (format!("Content-Length: {length}\r\nExpect: 100-continue\r\n"), 413),
    ] {
        let answer = served.raw(format!("GET / HTTP/1.1\r\n{host}\r\n{lines}\r\n{inner}").as_bytes());
        assert_eq!(status(&answer), expected, "{lines}: {answer}");
        assert_eq!(answer.matches("HTTP/1.1 ").count(), 1, "{lines}: {answer}");
    }
    assert_eq!(status(&served.get_with("/", "Content-Length: 0\r\n")), 200);
}

#[test]
fn no_other_host() {
    let served = Served::usual();
    let port = served.address.port();
    for host in ["127.0.0.1", "localhost", "LOCALHOST", "[::1]"] {
        let answer =
            served.raw(format!("GET / HTTP/1.1\r\nHost: {host}:{port}\r\nConnection: close\r\n\r\n").as_bytes());
        assert_eq!(status(&answer), 200, "{host}");
    }
    for (request, expected) in [
        ("GET / HTTP/1.1\r\n\r\n".into(), 421),
        ("GET / HTTP/1.0\r\n\r\n".into(), 421),
        ("GET / HTTP/1.1\r\nHost:\r\n\r\n".into(), 421),
        (format!("GET / HTTP/1.1\r\nHost: evil.example:{port}\r\n\r\n"), 421),
        (format!("GET / HTTP/1.0\r\nHost: evil.example:{port}\r\n\r\n"), 421),
        ("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n".into(), 421),
        (format!("GET / HTTP/1.1\r\nHost: localhost:{port}\r\nHost: localhost:{port}\r\n\r\n"), 400),
        (format!("GET / HTTP/1.1\r\nHost: l\u{f6}calhost:{port}\r\n\r\n"), 400),
        (format!("GET http://localhost:{port}/ HTTP/1.1\r\nHost: localhost:{port}\r\n\r\n"), 421),
        (format!("GET http://evil.example/ HTTP/1.1\r\nHost: localhost:{port}\r\n\r\n"), 421),
        (format!("GET evil.example:80 HTTP/1.1\r\nHost: localhost:{port}\r\n\r\n"), 421),
        (format!("CONNECT evil.example:443 HTTP/1.1\r\nHost: localhost:{port}\r\n\r\n"), 421),
        (format!("POST / HTTP/1.1\r\nHost: evil.example:{port}\r\n\r\n"), 421),
    ] {
        let answer = served.raw(request.as_bytes());
        assert_eq!(status(&answer), expected, "{request}: {answer}");
        assert!(!answer.contains("clean:"), "{answer}");
    }
}

#[test]
fn no_pages_of_other_websites() {
    let served = Served::usual();
    let port = served.address.port();
    for (lines, expected) in [
        (format!("Origin: http://localhost:{port}\r\n"), 200),
        ("Origin: http://evil.example\r\n".into(), 403),
        (format!("Origin: https://localhost:{port}\r\n"), 403),
        ("Origin: http://localhost:1\r\n".into(), 403),
        ("Origin: null\r\n".into(), 403),
        (format!("Origin: http://localhost:{port}\r\nOrigin: http://evil.example\r\n"), 403),
        ("Sec-Fetch-Site: none\r\nSec-Fetch-Mode: navigate\r\n".into(), 200),
        ("Sec-Fetch-Site: same-origin\r\nSec-Fetch-Mode: cors\r\nSec-Fetch-Dest: empty\r\n".into(), 200),
        ("Sec-Fetch-Site: same-origin\r\nSec-Fetch-Mode: navigate\r\nSec-Fetch-Dest: iframe\r\n".into(), 200),
        ("Sec-Fetch-Site: cross-site\r\nSec-Fetch-Mode: navigate\r\nSec-Fetch-Dest: document\r\n".into(), 200),
        ("Sec-Fetch-Site: same-site\r\nSec-Fetch-Mode: navigate\r\n".into(), 200),
        ("Sec-Fetch-Site: cross-site\r\n".into(), 403),
        ("Sec-Fetch-Site: cross-site\r\nSec-Fetch-Mode: no-cors\r\nSec-Fetch-Dest: script\r\n".into(), 403),
        ("Sec-Fetch-Site: same-site\r\nSec-Fetch-Mode: cors\r\n".into(), 403),
        ("Sec-Fetch-Site: cross-site\r\nSec-Fetch-Mode: no-cors\r\nSec-Fetch-Dest: document\r\n".into(), 403),
        ("Sec-Fetch-Site: something-new\r\nSec-Fetch-Mode: cors\r\n".into(), 403),
        ("Sec-Fetch-Site: none\r\nSec-Fetch-Site: cross-site\r\n".into(), 403),
    ] {
        assert_eq!(status(&served.get_with("/", &lines)), expected, "{lines}");
    }
    for site in ["cross-site", "same-site"] {
        for frame in ["iframe", "frame", "object", "embed", "fencedframe"] {
            let lines = format!("Sec-Fetch-Site: {site}\r\nSec-Fetch-Mode: navigate\r\nSec-Fetch-Dest: {frame}\r\n");
            assert_eq!(status(&served.get_with("/", &lines)), 403, "{lines}");
        }
    }
}

#[test]
fn no_paths_that_could_mean_something_else() {
    let served = Served::usual();
    for target in [
        "/..",
        "/../../etc/passwd",
        "/a/../b",
        "/%2e%2e/etc/passwd",
        "/.%2E/a",
        "/..%2f..%2fetc/passwd",
        "/..%5c..%5cwindows",
        "/a\\b",
        "//etc/passwd",
        "/a%00.html",
        "/a%0a",
        "/%",
        "/%zz",
        "/%ff",
        "/%c0%ae%c0%ae/",
        "/?q=%00",
        "/?q=%zz",
        "*",
    ] {
        let answer = served.get(target);
        assert_eq!(status(&answer), 400, "{target}: {answer}");
        assert!(answer.contains("x-content-type-options: nosniff"), "{target}: {answer}");
    }
    assert_eq!(status(&served.get(&format!("/{}", "a".repeat(9000)))), 414);
    // axum's own routes are matched by the path as it was sent: the fallback gets the others.
    assert!(served.get("/%5Fpanic").ends_with("clean: _panic"));
}

#[test]
fn malformed_requests_are_refused_and_nothing_else_happens() {
    // Some are no request yet, and are cut off when their time is over.
    let served = Served::start(Limits { head_time: Duration::from_millis(500), ..Limits::default() });
    let host = served.host();
    for request in [
        "\r\n\r\n\r\n".to_owned(),
        "GET\r\n\r\n".into(),
        "GET /\r\n\r\n".into(),
        format!("GET  / HTTP/1.1\r\n{host}\r\n\r\n"),
        format!("GET / HTTP/1.1 \r\n{host}\r\n\r\n"),
        format!("GET / HTTP/9.9\r\n{host}\r\n\r\n"),
        format!("GET / HTTQ/1.1\r\n{host}\r\n\r\n"),
        format!("GET /a b HTTP/1.1\r\n{host}\r\n\r\n"),
        format!("GET /a\u{1}b HTTP/1.1\r\n{host}\r\n\r\n"),
        format!("GET /a\0b HTTP/1.1\r\n{host}\r\n\r\n"),
        format!("GET / HTTP/1.1\r\n{host}\r\nNo colon\r\n\r\n"),
        format!("GET / HTTP/1.1\r\n{host}\r\nSpace : before\r\n\r\n"),
        format!("GET / HTTP/1.1\r\n{host}\r\nA: b\r\n folded\r\n\r\n"),
        format!("GET / HTTP/1.1\r\n{host}\r\nA: \0\r\n\r\n"),
        format!("G\u{e9}T / HTTP/1.1\r\n{host}\r\n\r\n"),
        "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".into(),
        "\u{16}\u{3}\u{1}\u{2}\0\u{1}\0\u{1}\u{fc}\u{3}\u{3}".into(),
    ] {
        let answer = served.raw(request.as_bytes());
        let status = status(&answer);
        assert!(status == 0 || status == 400, "{request}: {answer}");
        assert!(!answer.contains("clean:"), "{answer}");
    }
    assert!(served.is_well());
}

#[test]
fn giant_heads_are_refused_and_the_reason_arrives() {
    let served = Served::usual();
    let one_giant = format!("A: {}\r\n", "a".repeat(300_000));
    let many: String = (0..5000).map(|number| format!("A{number}: b\r\n")).collect();
    let endless_line = format!("/{}", "a".repeat(200_000));
    assert_eq!(status(&served.get_with("/", &one_giant)), 431);
    assert_eq!(status(&served.get_with("/", &many)), 431);
    assert!(matches!(status(&served.get(&endless_line)), 414 | 431));
    // Within the limit it is a request like any other.
    assert_eq!(status(&served.get_with("/", &format!("Cookie: {}\r\n", "a".repeat(12_000)))), 200);
    assert!(served.is_well());
}
