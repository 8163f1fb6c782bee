//! What the list of mistakes says, and that hostile text stays text.

use super::*;
use crate::diagnostic::FileId;
use crate::diagnostic::rules::yaml::DUPLICATE_KEY;
use proptest::prelude::*;

struct Two(&'static str, String);

impl Texts for Two {
    fn path(&self, _: FileId) -> &str {
        self.0
    }

    fn text(&self, _: FileId) -> &str {
        &self.1
    }
}

fn span(range: std::ops::Range<usize>) -> Span {
    Span::new(FileId(0), range)
}

fn none(_: &str, _: Place) -> Option<String> {
    None
}

fn code(path: &str, place: Place) -> Option<String> {
    Some(format!("vscode://file/site/{path}:{}:{}", place.line, place.column))
}

fn one(text: &str, range: std::ops::Range<usize>) -> String {
    let diagnostic = Diagnostic::new(&DUPLICATE_KEY, span(range), "wrong");
    html(&[&diagnostic], &Two("a.md", text.to_owned()), &none)
}

#[test]
fn a_mistake_says_where_what_and_how_to_mend_it() {
    let text = "title: One\nkind: page\ntitle: Two\nlanguage: en\n";
    let diagnostic = Diagnostic::new(&DUPLICATE_KEY, span(22..27), "`title` stands here twice")
        .label(span(0..5), "first here")
        .help("keep one of them");
    let html = html(&[&diagnostic], &Two("content/site.yaml", text.to_owned()), &code);
    let code = DUPLICATE_KEY.code;
    let expected = format!(
        "<ol class=\"diagnostics\">
<li class=\"diagnostic\" data-severity=\"error\">
<p class=\"message\"><span class=\"severity\">Error</span> <span class=\"text\">`title` stands here twice</span> <code class=\"code\">[{code}]</code></p>
<p class=\"where\"><a class=\"place\" href=\"vscode://file/site/content/site.yaml:3:1\">content/site.yaml:3:1</a></p>
<pre class=\"excerpt\" tabindex=\"0\"><span class=\"number\">2</span> kind: page
<span class=\"number\">3</span> <mark>title</mark>: Two
<span class=\"number\">4</span> language: en
</pre>
<p class=\"label\">first here: <a class=\"place\" href=\"vscode://file/site/content/site.yaml:1:1\">content/site.yaml:1:1</a></p>
<pre class=\"excerpt\" tabindex=\"0\"><span class=\"number\">1</span> <mark>title</mark>: One
<span class=\"number\">2</span> kind: page
</pre>
<p class=\"help\">To mend it: keep one of them</p>
<p class=\"more\"><code>candour explain {code}</code></p>
</li>
</ol>
"
    );
    assert_eq!(html, expected);
}

#[test]
fn nothing_wrong_is_nothing_to_show() {
    assert_eq!(html(&[], &Two("", String::new()), &none), "");
}

#[test]
fn hostile_text_is_shown_as_text() {
    let hostile = "<script>alert('1')</script> \"&\" \u{202e}evil\u{0}";
    let escaped = "&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt; &quot;&amp;&quot; [U+202E]evil\u{fffd}";
    let diagnostic =
        Diagnostic::new(&DUPLICATE_KEY, span(0..1), hostile).help(hostile).label(span(0..hostile.len()), hostile);
    let texts = Two("<b>\".md", hostile.to_owned());
    let shown = html(&[&diagnostic], &texts, &|_, _| Some("https://x.org/\"><script>".into()));
    assert!(!shown.contains("<script") && !shown.contains("<b>") && !shown.contains('\u{202e}'), "{shown}");
    // The message, the label, its excerpt whole, and the help.
    assert_eq!(shown.matches(escaped).count(), 4, "{shown}");
    assert!(shown.contains("href=\"https://x.org/&quot;&gt;&lt;script&gt;\">&lt;b&gt;&quot;.md:1:1</a>"), "{shown}");
}

#[test]
fn no_link_runs_a_script() {
    for url in ["javascript:alert(1)", " JavaScript:x", "java\nscript:x", "\u{1}data:text/html,x", "vbscript:x"] {
        let diagnostic = Diagnostic::new(&DUPLICATE_KEY, span(0..1), "wrong");
        let shown = html(&[&diagnostic], &Two("a.md", "x".into()), &|_, _| Some(url.to_owned()));
        assert!(!shown.contains("href") && shown.contains("<span class=\"place\">a.md:1:1</span>"), "{url:?}: {shown}");
    }
}

#[test]
fn places_beyond_the_text_are_at_its_end() {
    assert!(one("", 0..0).contains("<p class=\"where\"><span class=\"place\">a.md:1:1</span></p>\n<p class=\"more\">"));
    assert!(one("ab", 90..99).contains("<span class=\"number\">1</span> ab<mark> </mark>\n</pre>"));
    assert!(one("ab\n", 90..99).contains("<span class=\"number\">2</span> <mark> </mark>\n</pre>"));
    // Within a character.
    assert!(one("£x", 1..2).contains("<mark>£</mark>x\n"));
}

#[test]
fn a_mark_is_one_character_wide_or_more_and_in_one_line() {
    assert!(one("abc\r\ndef\r\n", 1..8).contains("<span class=\"number\">1</span> a<mark>bc</mark>\n"));
    assert!(one("abc", 1..1).contains("a<mark>b</mark>c\n"));
    assert!(one("a\nb", 1..1).contains("a<mark> </mark>\n<span class=\"number\">2</span> b\n"));
    let tenth = "x\n".repeat(10);
    assert!(
        one(&tenth, 16..17).contains("<span class=\"number\"> 8</span> x\n<span class=\"number\"> 9</span> <mark>")
    );
}

#[test]
fn long_lines_are_cut_around_the_mark() {
    let cut = |text: &str, range| {
        let lines = excerpt::excerpt(text, span(range));
        let line = &lines[0];
        assert!(format!("{}{}{}", line.before, line.marked.clone().unwrap(), line.after).chars().count() <= 160);
        (line.before.clone(), line.marked.clone().unwrap(), line.after.clone())
    };
    let long = "é".repeat(500);
    let (before, marked, after) = cut(&long, 600..610);
    assert_eq!((before, marked), (format!("…{}", "é".repeat(39)), "é".repeat(5)));
    assert!(after.ends_with("é…"));
    let (before, marked, after) = cut(&long, 0..1000);
    assert_eq!((before.as_str(), after.as_str()), ("", ""));
    assert!(marked.ends_with("é…"));
    let (before, _, after) = cut(&long, 40..42);
    assert!(before.chars().count() == 20 && after.ends_with('…'));
    let (_, marked, after) = cut(&long, 1000..1000);
    assert_eq!((marked.as_str(), after.as_str()), (" ", ""));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn whatever_is_said_of_whatever_text_is_escaped(
        text in "[a<>&\"'\\n\\r£\u{202e}\\x00]{0,400}", message in any::<String>(), start in 0..500_usize, length in 0..500_usize,
    ) {
        let place = span(start..start + length);
        let diagnostic = Diagnostic::new(&DUPLICATE_KEY, place, message.as_str()).label(place, message.as_str()).help(message);
        let texts = Two("<a>.md", text);
        let shown = html(&[&diagnostic], &texts, &|path, _| Some(path.to_owned()));
        for tag in shown.split('<').skip(1) {
            let name = tag.trim_start_matches('/').split([' ', '>']).next().unwrap_or_default();
            prop_assert!(["ol", "li", "p", "span", "code", "a", "pre", "mark"].contains(&name), "<{name} in {shown}");
        }
        prop_assert_eq!(shown.matches('<').count(), shown.matches('>').count());
        prop_assert!(!shown.contains(['\0', char::from_u32(0x202e).unwrap()]));
        prop_assert_eq!(shown.matches("<mark>").count() % 2, 0);
    }
}
