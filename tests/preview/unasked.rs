//! What nobody should ask for, asked of the real program with a real folder behind it.

use crate::asking::{raw, status_of};
use crate::events::OpenPage;
use crate::running::Preview;
use crate::site::TODAY;
use std::fs;

/// Stands in a file beside the site.
const SECRET: &str = "the secret beside the site";

/// A site with secrets around it, and a build of it.
fn scene() -> (tempfile::TempDir, Preview) {
    let around = tempfile::tempdir().unwrap();
    let root = around.path().join("site");
    for (path, bytes) in crate::site::files() {
        crate::folders::write_file(&root, &path, &bytes);
    }
    fs::write(around.path().join("secret.md"), SECRET).unwrap();
    fs::write(around.path().join("secret.html"), SECRET).unwrap();
    fs::write(around.path().join("secret.svg"), format!("<svg><title>{SECRET}</title></svg>")).unwrap();
    fs::write(root.join("secret.txt"), SECRET).unwrap();
    fs::create_dir(around.path().join("folder")).unwrap();
    fs::write(around.path().join("folder/index.html"), SECRET).unwrap();
    fs::write(around.path().join("folder/page.md"), format!("# {SECRET}\n")).unwrap();
    let output = std::process::Command::new(env!("CARGO_BIN_EXE_candour"))
        .arg("build")
        .arg(&root)
        .args(["--today", TODAY])
        .output()
        .unwrap();
    assert!(output.status.success());
    let preview = Preview::of(&root);
    (around, preview)
}

/// Asks with a request line as it stands.
fn ask(preview: &Preview, target: &str) -> String {
    raw(preview.address, &format!("GET {target} HTTP/1.1\r\nHost: {}\r\nConnection: close\r\n\r\n", preview.address))
}

#[test]
fn no_path_leads_out_of_the_site_however_it_is_written() {
    let (_around, preview) = scene();
    let ups = [
        "..",
        "%2e%2e",
        "%2E.",
        ".%2e",
        "%252e%252e",
        "..%20",
        "...",
        "..;",
        "%c0%ae%c0%ae",
        "..%00",
        "..%5c",
        "\\..",
        "%u002e%u002e",
        "．．",
        ".",
    ];
    let slashes = ["/", "%2f", "%2F", "%5c", "\\", "//", "%252f", "/./", "%00/"];
    let bases = [
        "/",
        "/about/",
        "/images/",
        "/assets/",
        "/~candour/",
        "/~candour/tools/",
        "/~candour/as/public/2021-06-01/",
        "/~candour/as/drafts/2021-06-01/images/",
        "/~candour/as/",
        "/~candour/published?page=",
        "/~candour/published?page=about/",
        "/~candour/state?page=",
    ];
    let secrets =
        ["secret.md", "secret.html", "secret.svg", "folder", "site/secret.txt", "site/content/site.yaml", "etc/passwd"];
    let mut asked = 0;
    for base in bases {
        for up in ups {
            for slash in slashes {
                // Deep enough for any of them; shallow enough for the folder just above.
                for depth in [1, 2, 3, 9] {
                    let secret = secrets[asked % secrets.len()];
                    let target = format!("{base}{}{secret}", format!("{up}{slash}").repeat(depth));
                    let answer = ask(&preview, &target);
                    asked += 1;
                    let status = status_of(&answer);
                    // Facts of a page are told where there is none, too: that there is nothing.
                    let wanted: &[u16] = if base.contains("state?") { &[200, 400] } else { &[307, 400, 404] };
                    assert!(wanted.contains(&status), "{target}: {answer}");
                    for leak in [SECRET, "days-to-reply", "root:x:"] {
                        assert!(!answer.contains(leak), "{target}: {answer}");
                    }
                }
            }
        }
    }
    for target in [
        "",
        "about",
        "http://elsewhere.example/",
        "//elsewhere.example/about/",
        "*",
        "/etc/passwd",
        "/C:/",
        "/file:///etc/passwd",
    ] {
        let answer = ask(&preview, target);
        assert!(!answer.contains(" 200 OK") && !answer.contains("root:x:"), "{target}: {answer}");
    }
    // A redirect never leads to another host.
    for target in
        ["//about", "/about//", "/%2fabout", "/about", "/~candour/as/public/2021-06-01", "/about?x=//elsewhere"]
    {
        let answer = ask(&preview, target);
        if let Some((_, rest)) = answer.to_ascii_lowercase().split_once("location: ") {
            assert!(rest.starts_with('/') && !rest.starts_with("//"), "{target}: {answer}");
        }
    }
    assert_eq!(preview.get("/about/").status, 200);
    assert!(!preview.said().contains("panicked"), "{}", preview.said());
}

#[cfg(unix)]
#[test]
fn links_that_lead_out_are_never_followed() {
    use std::os::unix::fs::symlink;
    let (around, preview) = scene();
    let out = |name: &str| around.path().join(name);
    // In the content: a page, a picture that a page uses, a whole folder.
    fs::write(preview.at("content/uses.md"), "# Uses\n\n![A picture](images/linked.svg)\n").unwrap();
    symlink(out("secret.md"), preview.at("content/linked.md")).unwrap();
    symlink(out("secret.svg"), preview.at("content/images/linked.svg")).unwrap();
    symlink(out("folder"), preview.at("content/linked-folder")).unwrap();
    symlink(out("secret.svg"), preview.at("themes/ours/assets/linked.svg")).unwrap();
    // Files that the site has, which become links.
    for (file, to) in [("content/about.md", "secret.md"), ("content/images/tree.svg", "secret.svg")] {
        fs::remove_file(preview.at(file)).unwrap();
        symlink(out(to), preview.at(file)).unwrap();
    }
    // In the published build.
    fs::remove_file(preview.at("public/about/index.html")).unwrap();
    symlink(out("secret.html"), preview.at("public/about/index.html")).unwrap();
    fs::remove_dir_all(preview.at("public/glossary")).unwrap();
    symlink(out("folder"), preview.at("public/glossary")).unwrap();
    preview.wait_to_show("/uses/", "Uses");
    crate::running::wait_until("the page that became a link", || preview.get("/about/").status == 404);
    for target in [
        "/linked/",
        "/images/linked.svg",
        "/linked-folder/page/",
        "/linked-folder/index.html",
        "/assets/linked.svg",
        "/about/",
        "/images/tree.svg",
        "/~candour/as/public/2021-06-01/linked/",
        "/~candour/as/public/2021-06-01/images/linked.svg",
        "/~candour/as/public/2021-06-01/images/tree.svg",
        "/~candour/as/drafts/2021-06-01/assets/linked.svg",
        "/~candour/published?page=about",
        "/~candour/published?page=glossary",
    ] {
        let reply = preview.get(target);
        assert_eq!(reply.status, 404, "{target}: {}", reply.text());
        assert!(!reply.text().contains(SECRET), "{target}");
    }
    for page in ["about", "linked", "glossary", "linked-folder"] {
        let state = preview.state(page);
        assert!(!state.to_string().contains(SECRET), "{state:#}");
        assert_eq!(state["published"], false, "{page}");
    }
}

#[test]
fn other_hosts_and_other_websites_are_refused() {
    let (_around, preview) = scene();
    let port = preview.address.port();
    let with = |target: &str, lines: &str| {
        raw(preview.address, &format!("GET {target} HTTP/1.1\r\n{lines}\r\nConnection: close\r\n\r\n"))
    };
    let host = format!("Host: localhost:{port}");
    for target in
        ["/plan/", "/~candour/state?page=plan", "/~candour/events?page=plan", "/~candour/as/drafts/2021-06-01/plan/"]
    {
        // A stream has no end.
        if !target.contains("events") {
            let answer = with(target, &host);
            assert_eq!(status_of(&answer), 200, "{target}: {answer}");
            assert!(!answer.to_ascii_lowercase().contains("access-control"), "{answer}");
        }
        for (lines, status) in [
            (String::from("Host: rebound.evil.example"), 421),
            (format!("Host: rebound.evil.example:{port}"), 421),
            (format!("Host: localhost.evil.example:{port}"), 421),
            ("Host: localhost:1".into(), 421),
            ("X-Nothing: x".into(), 421),
            (format!("{host}\r\nHost: evil.example"), 400),
            (format!("{host}\r\nOrigin: http://evil.example"), 403),
            (format!("{host}\r\nOrigin: null"), 403),
            (format!("{host}\r\nOrigin: http://localhost:1"), 403),
            (format!("{host}\r\nSec-Fetch-Site: cross-site\r\nSec-Fetch-Mode: no-cors"), 403),
            (
                format!("{host}\r\nSec-Fetch-Site: cross-site\r\nSec-Fetch-Mode: navigate\r\nSec-Fetch-Dest: iframe"),
                403,
            ),
        ] {
            let answer = with(target, &lines);
            assert!([status, 400].contains(&status_of(&answer)), "{target} {lines}: {answer}");
            assert!(!answer.contains("quagga"), "{target} {lines}");
        }
    }
    for method in ["POST", "PUT", "DELETE", "OPTIONS", "PATCH", "CONNECT", "TRACE"] {
        let request = format!("{method} /plan/ HTTP/1.1\r\n{host}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
        let answer = raw(preview.address, &request);
        assert!(status_of(&answer) >= 400, "{method}: {answer}");
    }
}

#[test]
fn what_is_asked_is_escaped_wherever_it_is_shown() {
    let (_around, preview) = scene();
    for hostile in ["<script>alert(1)</script>", "\"><script>alert(1)</script>", "'onload='x", "</script><img src=x>"] {
        let coded: String = hostile.bytes().map(|byte| format!("%{byte:02X}")).collect();
        for target in [
            format!("/{}/", coded.replace("%2F", "")),
            format!("/~candour/state?page={coded}"),
            format!("/~candour/state?page={coded}&view={coded}&today={coded}&version={coded}"),
            format!("/~candour/published?page={coded}"),
            format!("/~candour/as/public/2021-06-01/{}", coded.replace("%2F", "")),
            format!("/~candour/as/{}/", coded.replace("%2F", "")),
            format!("/~candour/frame?page={coded}"),
        ] {
            let reply = preview.get(&target);
            let text = reply.text();
            match reply.header("content-type") {
                // A string in JSON, which no browser takes for a page.
                Some("application/json") => {
                    let state: serde_json::Value = serde_json::from_slice(&reply.body).unwrap();
                    assert!(!state["diagnostics_html"].as_str().unwrap().contains("alert(1)"), "{target}: {text}");
                    assert_eq!(reply.header("x-content-type-options"), Some("nosniff"));
                }
                _ => assert!(
                    !text.contains("<script>alert") && !text.contains("'onload=") && !text.contains("<img src=x"),
                    "{target}: {text}"
                ),
            }
            if let Some(to) = reply.header("location") {
                assert!(!to.contains('<') && !to.contains('"'), "{target}: {to}");
            }
        }
    }
    // What an author writes is shown as text among the messages, and nowhere run.
    fs::write(
        preview.at("content/<script>alert(1)<.md"),
        "# <script>alert(2)</script>\n\n[x](<script>alert(3)</script>.md)\n",
    )
    .unwrap();
    fs::write(
        preview.at("content/about.md"),
        "# <script>alert(2)</script>\n\n[x](<<img src=x onerror=alert(4)>.md>)\n",
    )
    .unwrap();
    let state = preview.wait_for("about", "the messages", |state| {
        state["page_counts"]["errors"].as_u64() > Some(0)
            && state["diagnostics_html"].as_str().unwrap().contains("alert(4)")
    });
    let html = state["diagnostics_html"].as_str().unwrap();
    assert!(!html.contains("<script") && !html.contains("<img"), "{html}");
    let page = preview.get("/about/").text();
    assert!(!page.contains("<script>alert") && !page.contains("<img src=x"), "{page}");
}

#[test]
fn odd_dates_views_and_long_pages_are_answered() {
    let (_around, preview) = scene();
    for target in [
        "/~candour/as/public/2021-02-30/about/",
        "/~candour/as/public/today/about/",
        "/~candour/as/public/-9999-01-01/about/",
        "/~candour/as/public/99999-01-01/about/",
        "/~candour/as/private/2021-06-01/about/",
        "/~candour/as/PUBLIC/2021-06-01/plan/",
        "/~candour/as/public/2021-06-01/plan/",
        "/~candour/as/public/2021-06-01/later/",
        "/~candour/as/public//plan/",
        // Names that no site can have.
        "/C:/",
        "/about:/index.html",
        "/~candour/as/public/2021-06-01/C:/",
        "/~candour/as/drafts/2021-06-01/C:/plan/",
        "/~candour/as",
        "/~candour/",
        "/~candour",
        "/~candour/tools/mod.rs",
        "/~candour/tools/",
        "/~CANDOUR/state",
        "/content/site.yaml",
        "/themes/ours/strings/en.yaml",
        "/public/index.html",
        "/.candour-manifest.json",
    ] {
        let reply = preview.get(target);
        assert!([400, 404].contains(&reply.status), "{target}: {}", reply.status);
        assert!(!reply.text().contains("read of the quagga"), "{target}");
    }
    let long = "a".repeat(7000);
    for target in
        [format!("/{long}/"), format!("/~candour/state?page={long}"), format!("/~candour/published?page={long}")]
    {
        assert!([200, 404].contains(&preview.get(&target).status));
    }
    assert_eq!(preview.get(&format!("/{}/", "a/".repeat(3000))).status, 400);
    assert_eq!(preview.get(&format!("/{}", "a".repeat(9000))).status, 414);
    // As many days as somebody likes to look at, the far ones too.
    for day in ["0001-01-01", "1900-01-01", "2021-06-02", "9999-12-31"] {
        assert_eq!(preview.get(&format!("/~candour/as/public/{day}/about/")).status, 200, "{day}");
    }
}

#[test]
fn head_tells_what_get_would_and_sends_nothing() {
    let (_around, preview) = scene();
    for target in [
        "/",
        "/about/",
        "/nowhere/",
        "/images/leaf.png",
        "/~candour/state?page=",
        "/~candour/as/public/2021-06-01/sitemap.xml",
    ] {
        let (get, head) = (preview.get(target), preview.ask("HEAD", target));
        assert_eq!(get.status, head.status, "{target}");
        for name in ["content-type", "content-length", "content-security-policy", "cache-control"] {
            // The state of a page may be another from one moment to the next.
            if name != "content-length" || !target.contains("/state") {
                assert_eq!(get.header(name), head.header(name), "{target}: {name}");
            }
        }
        assert!(head.body.is_empty());
    }
    let head = raw(
        preview.address,
        &format!("HEAD /~candour/events?page=about HTTP/1.1\r\nHost: {}\r\nConnection: close\r\n\r\n", preview.address),
    );
    assert_eq!(status_of(&head), 200);
    assert!(head.ends_with("\r\n\r\n"), "{head}");
}

#[test]
fn fifty_open_pages_are_all_told() {
    let (_around, preview) = scene();
    let open: Vec<OpenPage> = (0..50).map(|_| OpenPage::open(&preview, "/about/")).collect();
    let others: Vec<OpenPage> = (0..10).map(|_| OpenPage::open(&preview, "/cyfrif/croeso/")).collect();
    fs::write(preview.at("content/about.md"), "# About us\n\nFor fifty.\n").unwrap();
    open.iter().for_each(OpenPage::wait_for_reload);
    preview.wait_to_show("/about/", "For fifty.");
    assert!(others.iter().all(|page| page.reloads().is_empty()));
    drop(open);
    // Their places are free again.
    let again: Vec<OpenPage> = (0..100).map(|_| OpenPage::open(&preview, "/about/")).collect();
    assert!(again.iter().all(|page| !page.is_over()));
    assert_eq!(preview.get("/about/").status, 200);
}
