//! What Markdown and components become, and what is said about their mistakes.

#![allow(clippy::string_slice)]

use candour::diagnostic::{Diagnostic, FileId, Texts};
use candour::prose::{
    Href, HtmlOptions, Picture, PictureSource, Resolver, Target, Words, parse_inline, parse_prose, prose_html,
    prose_text,
};
use candour::source::{Excerpt, SitePath, SourceMap};

struct English;

impl Words for English {
    fn word(&self, key: &str, arguments: &[(&str, &str)]) -> String {
        let text = match key {
            "note" => "Note",
            "warning" => "Warning",
            "footnotes_heading" => "Notes",
            "footnote_label" => "Footnote {number}",
            "footnote_back" => "Back to footnote {number} in the text",
            "task_done" => "Done:",
            "task_open" => "To do:",
            "no_data" => "No data",
            "source" => "Source: {text}",
            "table_fallback_caption" => "Table: {heading}",
            "phone" => "Phone",
            "email" => "Email",
            "website" => "Website",
            "address" => "Address",
            "hours" => "Opening hours",
            other => other,
        };
        arguments.iter().fold(text.to_owned(), |text, (name, value)| text.replace(&format!("{{{name}}}"), value))
    }
}

struct Site;

impl Resolver for Site {
    fn href(&self, target: &Target) -> Option<Href> {
        let (url, external) = match target {
            Target::Term(id) => (format!("#term-{id}"), false),
            Target::Document(path, anchor) | Target::File(path, anchor) => {
                (format!("/{path}{}", anchor.as_ref().map(|anchor| format!("#{anchor}")).unwrap_or_default()), false)
            }
            Target::Elsewhere(url) => (url.clone(), url.starts_with("http")),
            Target::Figure(_) | Target::Anchor(_) | Target::Broken => return None,
        };
        Some(Href { url, external })
    }

    fn picture(&self, picture: &Picture) -> Option<PictureSource> {
        Some(PictureSource::File { src: format!("/{}", picture.path), size: Some((4, 3)) })
    }
}

const PAGE: HtmlOptions<'_> =
    HtmlOptions { words: &English, resolver: &Site, anchor_prefix: "", under: None, heading_shift: 0, places: None };

fn html(markdown: &str) -> String {
    prose_html(&parse_prose(&Excerpt::verbatim(FileId(0), 0, markdown), &mut Vec::new()), &PAGE)
}

/// `code line:column words` for each diagnostic.
fn said(markdown: &str) -> Vec<String> {
    let mut out = Vec::new();
    parse_prose(&Excerpt::verbatim(FileId(0), 0, markdown), &mut out);
    told(markdown, &out)
}

fn told(text: &str, diagnostics: &[Diagnostic]) -> Vec<String> {
    let mut map = SourceMap::default();
    map.add(SitePath::root(), text);
    let tell = |diagnostic: &Diagnostic| {
        let place = map.place(diagnostic.span.file, diagnostic.span.start);
        let slice = text.get(diagnostic.span.range()).unwrap_or("NOT IN THE TEXT").lines().next().unwrap_or_default();
        format!("{} {}:{} {slice}", diagnostic.rule.code, place.line, place.column)
    };
    diagnostics.iter().map(tell).collect()
}

#[test]
fn constructs_become_html() {
    let cases: &[(&str, &str)] = &[
        (
            "Plain *em* **strong** ~~del~~ `co<de`.",
            "<p>Plain <em>em</em> <strong>strong</strong> <del>del</del> <code>co&lt;de</code>.</p>",
        ),
        ("a & b \"c\" \\<d> &lt;e&gt; \\* 5 < 6", "<p>a &amp; b &quot;c&quot; &lt;d&gt; &lt;e&gt; * 5 &lt; 6</p>"),
        ("one  \ntwo\\\nthree\nfour", "<p>one<br>\ntwo<br>\nthree\nfour</p>"),
        (
            "# Title\n\n## Part {#part}\n\n### Sub\n\n## Part",
            "<h2 id=\"part\">Part</h2>\n<h3 id=\"sub\">Sub</h3>\n<h2 id=\"part-2\">Part</h2>",
        ),
        (
            "## Contents\n\n## Table of words",
            "<h2 id=\"contents-section\">Contents</h2>\n<h2 id=\"section-table-of-words\">Table of words</h2>",
        ),
        ("- a\n- b\n  - c", "<ul>\n<li>a</li>\n<li>b\n<ul>\n<li>c</li>\n</ul></li>\n</ul>"),
        ("3. a\n\n4. b", "<ol start=\"3\">\n<li>\n<p>a</p>\n</li>\n<li>\n<p>b</p>\n</li>\n</ol>"),
        (
            "- [x] a\n- [ ] b",
            "<ul class=\"tasks\">\n\
             <li class=\"task task-done\"><span class=\"task-mark\" aria-hidden=\"true\"></span><span class=\"visually-hidden\">Done: </span>a</li>\n\
             <li class=\"task task-open\"><span class=\"task-mark\" aria-hidden=\"true\"></span><span class=\"visually-hidden\">To do: </span>b</li>\n</ul>",
        ),
        ("> said\n> so\n\n---", "<blockquote>\n<p>said\nso</p>\n</blockquote>\n<hr>"),
        (
            "> [!NOTE]\n> Look.",
            "<div class=\"alert alert-note\"><p class=\"alert-title\">Note</p>\n<p>Look.</p>\n</div>",
        ),
        ("```sh\nls <x>\n```", "<pre><code>ls &lt;x&gt;\n</code></pre>"),
        (
            "[a](b.md#c) [d](doc:e/f) [g](term:h)",
            "<p><a href=\"/b.md#c\">a</a> <a href=\"/e/f\">d</a> <a class=\"term\" href=\"#term-h\">g</a></p>",
        ),
        (
            "[x](https://e.org/?a=1&b=2) <m@e.org>",
            "<p><a href=\"https://e.org/?a=1&amp;b=2\" rel=\"external\">x</a> <a href=\"mailto:m@e.org\">m@e.org</a></p>",
        ),
        ("## Money\n\n[up](#money)", "<h2 id=\"money\">Money</h2>\n<p><a href=\"#money\">up</a></p>"),
        (
            "![A tree](images/a.svg \"Our tree\")",
            "<figure class=\"picture\"><img src=\"/images/a.svg\" alt=\"A tree\" width=\"4\" height=\"3\" loading=\"lazy\"><figcaption>Our tree</figcaption></figure>",
        ),
        (
            "![](a.svg \"decorative\")",
            "<figure class=\"picture\"><img src=\"/a.svg\" alt=\"\" width=\"4\" height=\"3\" loading=\"lazy\"></figure>",
        ),
        (
            "A ![tree](a.svg) here",
            "<p>A <img src=\"/a.svg\" alt=\"tree\" width=\"4\" height=\"3\" loading=\"lazy\"> here</p>",
        ),
        (
            "One[^b] two[^a] three[^b].\n\n[^a]: Note *a*.\n[^b]: Note b.",
            "<p>One<sup class=\"footnote-ref\"><a id=\"footnote-ref-1\" href=\"#footnote-1\" aria-label=\"Footnote 1\">1</a></sup> \
             two<sup class=\"footnote-ref\"><a id=\"footnote-ref-2\" href=\"#footnote-2\" aria-label=\"Footnote 2\">2</a></sup> \
             three<sup class=\"footnote-ref\"><a id=\"footnote-ref-1-2\" href=\"#footnote-1\" aria-label=\"Footnote 1\">1</a></sup>.</p>\n\
             <section class=\"footnotes\" aria-labelledby=\"footnotes\"><h2 id=\"footnotes\">Notes</h2><ol>\n\
             <li id=\"footnote-1\"><p>Note b. <a class=\"footnote-back\" href=\"#footnote-ref-1\" aria-label=\"Back to footnote 1 in the text\">↩</a> \
             <a class=\"footnote-back\" href=\"#footnote-ref-1-2\" aria-label=\"Back to footnote 1 in the text (2)\">↩<sup>2</sup></a></p></li>\n\
             <li id=\"footnote-2\"><p>Note <em>a</em>. <a class=\"footnote-back\" href=\"#footnote-ref-2\" aria-label=\"Back to footnote 2 in the text\">↩</a></p></li>\n\
             </ol></section>",
        ),
        (
            "Table: What we *spent*\n\n| Area | £ |\n| --- | ---: |\n| Homes | -57 |\n| Care |  |",
            "<div class=\"table-scroll\" role=\"region\" aria-labelledby=\"table-1\" tabindex=\"0\"><table><caption id=\"table-1\">What we <em>spent</em></caption>\n\
             <thead><tr><th scope=\"col\">Area</th><th scope=\"col\" class=\"number\">£</th></tr></thead>\n<tbody>\n\
             <tr><th scope=\"row\">Homes</th><td class=\"number\">\u{2212}57</td></tr>\n\
             <tr><th scope=\"row\">Care</th><td class=\"number no-data\">No data</td></tr>\n</tbody></table></div>",
        ),
        ("<!-- note -->\n\nText <!-- more --> here", "<p>Text  here</p>"),
        ("[words](javascript:alert(1))", "<p>words</p>"),
        ("[words][nowhere] and [sic] and [x]", "<p>words and [sic] and [x]</p>"),
    ];
    for (markdown, expected) in cases {
        assert_eq!(html(markdown), *expected, "for:\n{markdown}");
        assert_eq!(html(&markdown.replace('\n', "\r\n")), *expected, "with the line ends of Windows:\n{markdown}");
    }
}

#[test]
fn components_become_html() {
    let cases: &[(&str, &str)] = &[
        (
            "```stats\n- value: 4,145\n  label: people *helped*\n  change: up 3%\n  note: at 31 March\n```",
            "<ul class=\"stats\">\n<li class=\"stat\"><span class=\"stat-value\">4,145</span> <span class=\"stat-label\">people <em>helped</em></span> \
             <span class=\"stat-change\">up 3%</span> <span class=\"stat-note\">at 31 March</span></li>\n</ul>",
        ),
        (
            "```contact\nname: Adult Social Care\nphone: 020 8461 7777\nemail: x@y.gov.uk\nweb: https://y.gov.uk/care/\naddress: |\n  Civic Centre\n  Bromley\nhours: 9 to 5\nnote: Ask *us*.\n```",
            "<div class=\"contact\"><p class=\"contact-name\">Adult Social Care</p>\n<dl>\n\
             <div><dt>Phone</dt><dd><a href=\"tel:+442084617777\">020 8461 7777</a></dd></div>\n\
             <div><dt>Email</dt><dd><a href=\"mailto:x@y.gov.uk\">x@y.gov.uk</a></dd></div>\n\
             <div><dt>Website</dt><dd><a href=\"https://y.gov.uk/care/\" rel=\"external\">y.gov.uk/care</a></dd></div>\n\
             <div><dt>Address</dt><dd><address>Civic Centre<br>Bromley</address></dd></div>\n\
             <div><dt>Opening hours</dt><dd>9 to 5</dd></div>\n</dl>\n<p class=\"note\">Ask <em>us</em>.</p></div>",
        ),
        (
            "```case-study\ntitle: Mary\nimage: images/m.svg\nalt: Mary in her kitchen\ntext: |\n  One.\n\n  - two[^1]\n\n  [^1]: Three.\nquote: Good.\nsource: Mary\n```",
            "<div class=\"case-study\" role=\"group\" aria-labelledby=\"case-study-1\"><div class=\"case-study-title\" id=\"case-study-1\">Mary</div>\n\
             <figure class=\"picture\"><img src=\"/images/m.svg\" alt=\"Mary in her kitchen\" width=\"4\" height=\"3\" loading=\"lazy\"></figure>\n\
             <div class=\"case-study-text\">\n<p>One.</p>\n<ul>\n<li>two<sup class=\"footnote-ref\"><a id=\"footnote-ref-1\" href=\"#footnote-1\" aria-label=\"Footnote 1\">1</a></sup></li>\n</ul>\n</div>\n\
             <figure class=\"quote\"><blockquote><p>Good.</p></blockquote><figcaption>Mary</figcaption></figure></div>\n\
             <section class=\"footnotes\" aria-labelledby=\"footnotes\"><h2 id=\"footnotes\">Notes</h2><ol>\n\
             <li id=\"footnote-1\"><p>Three. <a class=\"footnote-back\" href=\"#footnote-ref-1\" aria-label=\"Back to footnote 1 in the text\">↩</a></p></li>\n</ol></section>",
        ),
        (
            "```table\ncaption: What we spent\ncolumns: [Area, { label: 2019 to 2020, unit: £ }, Note]\nrows:\n  - [Homes, \"-1,057\", down]\n  - { Area: Care, 2019 to 2020: \"\", Note: N/A }\n  - [Total, (57), \"-\"]\ntotals: [Total]\nsource: our *books*\nnote: Rounded.\n```",
            "<div class=\"table-scroll\" role=\"region\" aria-labelledby=\"table-1\" tabindex=\"0\"><table><caption id=\"table-1\">What we spent</caption>\n\
             <thead><tr><th scope=\"col\">Area</th><th scope=\"col\" class=\"number period\">2019 to 2020 <span class=\"unit\">£</span></th><th scope=\"col\">Note</th></tr></thead>\n<tbody>\n\
             <tr><th scope=\"row\">Homes</th><td class=\"number\">\u{2212}1,057</td><td>down</td></tr>\n\
             <tr><th scope=\"row\">Care</th><td class=\"number no-data\">No data</td><td>N/A</td></tr>\n\
             <tr><th scope=\"row\">Total</th><td class=\"number\">(57)</td><td>-</td></tr>\n</tbody></table></div>\n\
             <p class=\"source\">Source: our <em>books</em></p>\n<p class=\"note\">Rounded.</p>",
        ),
    ];
    for (markdown, expected) in cases {
        assert_eq!(said(markdown), [""; 0], "for:\n{markdown}");
        assert_eq!(html(markdown), *expected, "for:\n{markdown}");
        assert_eq!(html(&markdown.replace('\n', "\r\n")), *expected, "with the line ends of Windows:\n{markdown}");
    }
}

#[test]
fn mistakes_are_told_where_they_are() {
    let cases: &[(&str, &[&str])] = &[
        ("Text\n\n# Second", &["second-title 3:1 # Second"]),
        ("# One\n\n# Two", &["second-title 3:1 # Two"]),
        ("## A\n\n#### B\n\n### C", &["heading-skips 3:1 #### B"]),
        ("##\n\ntext", &["empty-heading 1:1 ##"]),
        ("## A {#x}\n\n## B {#x}", &["duplicate-anchor 3:7 #x"]),
        ("## A {#X_y}", &["bad-identifier 1:7 #X_y"]),
        ("## A {#main}", &["bad-identifier 1:7 #main"]),
        ("## A {rôle=x .c}", &["unknown-field 1:14 .c", "unknown-field 1:7 rôle"]),
        ("> [!NOTIZ]\n> x", &["unknown-alert 1:3 [!NOTIZ]"]),
        ("> [!NOTE] x", &["unknown-alert 1:3 [!NOTE]"]),
        ("a[^x] b \\[^y] `[^z]`\n\n[^q]: unused", &["undefined-footnote 1:2 [^x]", "unused-footnote 3:1 [^q]"]),
        ("a[^1]\n\n[^1]: x\n\n[^1]: y", &["footnote-twice 5:1 [^1]"]),
        (
            "| a |  |\n| - | - |\n| 1 |  |",
            &["table-caption 1:1 | a |  |", "table-header 1:6   ", "table-empty-cell 3:6   "],
        ),
        (
            "Table: t\n\n| a | b |\n| - | - |\n| 1 | 2 | 3 |\n| 4 |",
            &["row-length 5:1 | 1 | 2 | 3 |", "row-length 6:1 | 4 |"],
        ),
        ("| a | b |\n| - |\n| 1 | 2 |", &[]),
        ("Words\n| a | b |\n|--|--|--|\n| 1 | 2 |", &["table-unseen 3:1 |--|--|--|"]),
        ("[](a.md)", &["link-empty 1:1 [](a.md)"]),
        ("[Click here!](a.md)", &["link-text-unclear 1:1 [Click here!](a.md)"]),
        ("[x](javascript:y) [z](//w.org)", &["link-scheme 1:1 [x](javascript:y)", "link-scheme 1:19 [z](//w.org)"]),
        ("[the plan](the plan.md)", &["link-spaces 1:11 (the plan.md)"]),
        ("![the plan](the plan.svg)", &["link-spaces 1:12 (the plan.svg)"]),
        ("[plan][portfolo]\n\n[portfolio]: a.md", &["undefined-reference 1:1 [plan][portfolo]"]),
        ("[the council] said [...] [sic]", &["undefined-reference 1:1 [the council]"]),
        ("[a](mailto:x) [b](www.x.org)", &["bad-address 1:1 [a](mailto:x)", "bad-address 1:15 [b](www.x.org)"]),
        ("![x](https://e.org/a.png)", &["picture-elsewhere 1:1 ![x](https://e.org/a.png)"]),
        ("![](a.png) ![a.png](a.png)", &["picture-alt 1:1 ![](a.png)", "picture-alt-name 1:12 ![a.png](a.png)"]),
        ("a<br>b <b>c</b>", &["raw-html 1:2 <br>", "raw-html 1:8 <b>"]),
        ("- <div class=x>\n  <p>y</p>\n  </div>", &["raw-html 1:3 <div class=x>"]),
        ("<!-- a --> lost", &["raw-html 1:12 lost"]),
        ("<!-- a\n\nlost", &["raw-html 1:1 <!--"]),
        ("```stat\nx\n```", &["unknown-component 1:4 stat"]),
        ("```scorecard\nx\n```", &["wrong-type 2:1 x"]),
        ("```text\nx\n```", &[]),
        ("```stats\n- value: 1\n  label: |\n    one *of*\n    - two\n```", &["block-in-line 5:5 - two"]),
        ("```stats\n```", &["component-empty 1:4 stats"]),
        ("```stats\n# nothing\n```", &["component-empty 1:1 ```stats"]),
        ("> - ```stats\n>   - value: 1\n>     lable: x\n>   ```", &["unknown-field 3:7 lable"]),
        ("```contact\nemail: nobody\nphone: call us\n```", &["bad-address 3:8 call us", "bad-address 2:8 nobody"]),
        ("```contact\nname: x\n```", &["missing-field 2:1 "]),
        (
            "```table\ncaption: c\ncolumns: [a, { label: b, align: middle }]\nrows:\n  - [x, 1, 2]\n  - { a: y, bb: 2 }\ntotals: [z]\n```",
            &[
                "unknown-choice 3:33 middle",
                "row-length 5:5 [x, 1, 2",
                "unknown-row 6:13 bb",
                "row-length 6:5 { a: y, bb: 2",
            ],
        ),
        (
            "```case-study\ntitle: t\nimage: http://x.org/a.png\ntext: |\n  [x](y z.md)\n```",
            &["picture-elsewhere 3:8 http://x.org/a.png", "link-spaces 5:6 (y z.md)"],
        ),
    ];
    let wrong: Vec<String> = cases
        .iter()
        .filter(|(markdown, expected)| said(markdown) != *expected)
        .map(|(markdown, expected)| format!("{markdown}\n   said {:?}\n   not  {expected:?}\n", said(markdown)))
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn a_title_is_no_block() {
    let text = "<!-- note -->\n\n# A *fine* title\n\nText";
    let prose = parse_prose(&Excerpt::verbatim(FileId(0), 0, text), &mut Vec::new());
    let title = prose.title.clone().unwrap();
    assert_eq!(candour::prose::plain_text(&title.value), "A fine title");
    assert_eq!(text.get(title.span.range()), Some("# A *fine* title"));
    assert_eq!(prose.blocks.len(), 1);
    assert_eq!(prose_text(&prose), "Text\n");
}

#[test]
fn one_line_texts_begin_no_blocks() {
    let cases = [
        ("- ", "-"),
        ("1. first", "1. first"),
        ("# 4", "# 4"),
        ("*a*\nb", "<em>a</em> b"),
        ("    c", "c"),
        ("C #", "C #"),
        ("*", "*"),
        ("x *y*", "x <em>y</em>"),
    ];
    for (text, expected) in cases {
        let inlines = parse_inline(&Excerpt::verbatim(FileId(0), 0, text), &mut Vec::new());
        assert_eq!(candour::prose::inline_html(&inlines, &PAGE), expected, "for {text:?}");
    }
}

#[test]
fn a_role_knows_its_place() {
    let text = "## What went less well {#less role=less-well}";
    let mut out = Vec::new();
    let prose = parse_prose(&Excerpt::verbatim(FileId(0), 0, text), &mut out);
    let candour::prose::BlockKind::Heading(heading) = &prose.blocks[0].kind else { panic!("no heading") };
    let role = heading.role.as_ref().unwrap();
    assert_eq!((role.value.as_str(), text.get(role.span.range())), ("less-well", Some("less-well")));
    assert_eq!(heading.anchor, "less");
    assert!(out.is_empty());
}

#[test]
fn tables_of_the_same_name_are_told_apart() {
    let table = "```table\ncaption: Money\ncolumns: [A, B]\nrows:\n  - [x, 1]\n```\n\n";
    let prose = parse_prose(&Excerpt::verbatim(FileId(0), 0, &table.repeat(2)), &mut Vec::new());
    let html = prose_html(&prose, &PAGE);
    assert!(html.contains("role=\"region\" aria-labelledby=\"table-1\""), "{html}");
    let second = "role=\"region\" id=\"table-2-frame\" aria-label=\"(2)\" aria-labelledby=\"table-2 table-2-frame\"";
    assert!(html.contains(second), "{html}");
}

#[test]
fn ids_of_a_page_in_parts_bear_a_prefix() {
    let options = HtmlOptions { anchor_prefix: "spending-", under: Some("chapter-1"), heading_shift: 1, ..PAGE };
    let markdown = "## Money\n\n[m](#money)[^1]\n\n[^1]: x";
    let prose = parse_prose(&Excerpt::verbatim(FileId(0), 0, markdown), &mut Vec::new());
    let html = prose_html(&prose, &options);
    assert!(html.starts_with("<h3 id=\"spending-money\">Money</h3>\n<p><a href=\"#spending-money\">m</a>"), "{html}");
    for id in [
        "href=\"#spending-footnote-1\"",
        "id=\"spending-footnote-1\"",
        "id=\"spending-footnote-ref-1\"",
        "aria-labelledby=\"chapter-1 spending-footnotes\"><h3 id=\"spending-footnotes\">",
    ] {
        assert!(html.contains(id), "{id} in {html}");
    }
}

#[test]
fn endless_nesting_ends() {
    for text in [
        ">".repeat(20_000),
        "- ".repeat(5_000),
        "*a ".repeat(20_000),
        "[".repeat(20_000),
        "**_".repeat(10_000),
        "![[".repeat(10_000),
    ] {
        html(&text);
    }
    let deep = format!("{} x", ">".repeat(40));
    assert_eq!(said(&deep).len(), 1);
    assert!(said(&deep)[0].starts_with("too-deep 1:"));
}
