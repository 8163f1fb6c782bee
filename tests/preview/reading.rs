//! The pages of how documents read.

use crate::running::Preview;
use crate::site::site;

#[test]
fn the_preview_shows_how_documents_read() {
    let site = site();
    let preview = Preview::of(site.path());
    preview.wait_for("", "the first check", |_| true);
    let all = preview.get("/~candour/reading");
    assert_eq!(all.status, 200);
    let text = all.text();
    assert!(text.contains("<h1>How the documents read</h1>"), "{text}");
    assert!(text.contains("href=\"/~candour/reading?page=local-account/2019-20\""), "{text}");
    assert!(!text.contains("<style"), "the policy of the preview lets no style in a page work");
    let one = preview.get("/~candour/reading?page=local-account/2019-20");
    assert!(one.status == 200 && one.text().contains("<p class=\"path\">content/local-account/2019-20</p>"));
    assert_eq!(preview.get("/~candour/reading.css").header("content-type"), Some("text/css; charset=utf-8"));
    let none = preview.get("/~candour/reading?page=no/such");
    assert!(none.status == 404 && none.text().contains("No such document"), "{}", none.text());
    let state = preview.wait_for("local-account/2019-20/welcome", "the state", |_| true);
    assert_eq!(state["document"], "local-account/2019-20");
}
