//! Both readers against each other, and where tags stand.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::string_slice)]

use candour::source::html::{Kind, Tree, parse_html, parse_plain};
use proptest::prelude::*;

fn names<'t>(tree: &'t Tree<'_>) -> Vec<&'t str> {
    tree.elements().map(|element| element.name).collect()
}

#[test]
fn what_is_left_out_is_there_all_the_same() {
    assert_eq!(names(&parse_html("<p>One<p>Two")), ["html", "head", "body", "p", "p"]);
    let tree = parse_html("<table><tr><td>1</table>");
    assert_eq!(names(&tree), ["html", "head", "body", "table", "tbody", "tr", "td"]);
}

#[test]
fn tags_are_where_they_stand() {
    let text =
        "<!DOCTYPE html>\n<title>a < b</title><p title='a > b'>é <!-- <b> --><B CLASS=x>now</B>\n<img\n alt=\"\">";
    let tree = parse_html(text);
    let tag = |name: &str| {
        let range = tree.elements().find(|element| element.name == name).unwrap().node.tag.clone();
        &text[range.start as usize..range.end as usize]
    };
    assert_eq!(tag("p"), "<p title='a > b'>");
    assert_eq!(tag("b"), "<B CLASS=x>");
    assert_eq!(tag("img"), "<img\n alt=\"\">");
}

#[test]
fn what_a_template_holds_is_on_no_page() {
    assert_eq!(names(&parse_html("<template><p>x</p></template>")), ["html", "head", "template", "body"]);
}

#[test]
fn depth_costs_no_stack() {
    let tree = parse_html(&"<div>".repeat(3_000));
    assert_eq!(tree.elements().count(), 3_003);
}

/// Pieces that pages are made of, among them many that browsers move about.
const PIECES: &[&str] = &[
    "<p>",
    "</p>",
    "<div>",
    "</div>",
    "<ul>",
    "<li>",
    "</li>",
    "</ul>",
    "<a href=\"x\">",
    "</a>",
    "<b>",
    "</b>",
    "<table>",
    "<tbody>",
    "<tr>",
    "<td>",
    "</td>",
    "</tr>",
    "</tbody>",
    "</table>",
    "<br>",
    "text",
    " ",
    "&amp;",
    "<h1>",
    "</h1>",
    "<svg viewBox=\"0 0 1 1\">",
    "<path d=\"M0\"/>",
    "</svg>",
    "<!-- x -->",
    "<pre>\n",
    "</pre>",
    "<select>",
    "<option>",
    "</option>",
    "</select>",
    "<button>",
    "</button>",
    "<title>x</title>",
    "<dl>",
    "<dt>",
    "</dt>",
    "<dd>",
    "</dd>",
    "</dl>",
    "<form>",
    "</form>",
    "<script>a<b</script>",
    "<textarea>x</textarea>",
    "&nope;",
    "<i class=\"a\" class=\"b\">",
    "</i>",
    "<summary>",
    "</summary>",
    "<details>",
    "</details>",
];

proptest! {
    #[test]
    fn any_text_is_a_page(text in "\\PC{0,200}|(<|>|a|b|/|!|-|\"|=| |p|&|\r|\n|script|table|é){0,60}") {
        let tree = parse_html(&text);
        for node in &tree.nodes {
            prop_assert!(text.get(node.tag.start as usize..node.tag.end as usize).is_some());
            prop_assert!(node.end as usize <= tree.nodes.len());
        }
    }

    #[test]
    fn both_readers_see_the_same(parts in prop::collection::vec(prop::sample::select(PIECES), 0..12)) {
        let body: String = parts.concat();
        let text = format!("<!doctype html>\n<html lang=\"en\">\n<head>\n<title>T</title>\n</head>\n<body>\n{body}</body>\n</html>\n");
        if let Some(plain) = parse_plain(&text) {
            prop_assert_eq!(plain, parse_html(&text));
        }
    }
}

#[test]
fn what_is_plain_is_read_fast() {
    let text = "<!doctype html>\n<html lang=\"en\">\n<head>\n<title>A &amp; B</title>\n</head>\n<body>\n<main><p>One <a href=\"x\">two</a></p>\
                <svg viewBox=\"0 0 1 1\"><path d=\"M0\"/></svg></main>\n</body>\n</html>\n";
    let plain = parse_plain(text).unwrap();
    assert_eq!(plain, parse_html(text));
    assert!(plain.nodes.iter().any(|node| node.kind == Kind::Text("A & B".into())));
}
