//! What people who do not program do to YAML, and that each mistake is told by its own
//! rule at its own place, several in one file.

use candour::diagnostic::{FileId, Texts};
use candour::source::{Excerpt, SitePath, SourceMap, Value, Yaml, parse_yaml, split_front_matter};

/// `code line:column words` for each diagnostic.
fn said(text: &str) -> Vec<String> {
    read(text).1
}

fn read(text: &str) -> (Option<Yaml>, Vec<String>) {
    let mut out = Vec::new();
    let (yaml, sound) = parse_yaml(&Excerpt::verbatim(FileId(0), 0, text), &mut out);
    let mut map = SourceMap::default();
    map.add(SitePath::root(), text);
    out.sort_by_key(|diagnostic| diagnostic.span);
    let told: Vec<String> = out
        .iter()
        .map(|diagnostic| {
            let place = map.place(diagnostic.span.file, diagnostic.span.start);
            let slice =
                text.get(diagnostic.span.range()).unwrap_or("NOT IN THE TEXT").lines().next().unwrap_or_default();
            format!("{} {}:{} {slice}", diagnostic.rule.code, place.line, place.column)
        })
        .collect();
    let yaml_errors = ["duplicate-key", "hash-in-text"];
    let syntax = told.iter().any(|told| !yaml_errors.iter().any(|code| told.starts_with(code)));
    assert!(sound || syntax, "unsound and silent: {text}");
    (yaml, told)
}

fn check(cases: &[(&str, &[&str])]) {
    let wrong: Vec<String> = cases
        .iter()
        .filter(|(text, expected)| said(text) != *expected)
        .map(|(text, expected)| format!("{text}\n   said {:?}\n   not  {expected:?}\n", said(text)))
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn each_mistake_has_its_rule_and_place() {
    check(&[
        ("title: Care: what we spent\nperiod: 2019-20\n", &["colon-in-text 1:12 :"]),
        ("a: b\ntitle: Care: what: we spent\n", &["colon-in-text 2:12 :"]),
        ("list:\n  - one: two: three\n  - four\n", &["colon-in-text 2:13 :"]),
        ("title: Our year:\nperiod: x\n", &["colon-in-text 1:16 :"]),
        ("list:\n  - Care: what: x\n", &["colon-in-text 2:15 :"]),
        ("contact:\n\tname: x\n", &["tab-in-yaml 2:1 \t"]),
        ("contact:\n  name: x\n\tphone: y\n", &["tab-in-yaml 3:1 \t"]),
        ("title:\u{a0}Care\n", &["no-break-space 1:7 \u{a0}"]),
        ("title: Care\n\u{a0}\u{a0}period: x\n", &["no-break-space 2:1 \u{a0}\u{a0}"]),
        ("ti\u{a0}tle: Care\n", &["no-break-space 1:3 \u{a0}"]),
        ("title: costs £5\u{a0}million\n", &[]),
        ("title: \"Care\nperiod: 2019-20\n", &["unclosed-quote 1:8 \"Care"]),
        ("title: 'Care\nperiod: 2019-20\n", &["unclosed-quote 1:8 'Care"]),
        ("title: 'Bromley's year'\nperiod: x\n", &["unclosed-quote 1:8 'Bromley's year'"]),
        ("title: \"A\" and \"B\"\nperiod: x\n", &["unclosed-quote 1:8 \"A\" and \"B\""]),
        ("columns: [a, b\nrows: x\n", &["unclosed-bracket 1:10 ["]),
        ("title: [a\n", &["unclosed-bracket 1:8 ["]),
        ("contact: { name: x\nperiod: y\n", &["unclosed-bracket 1:10 {"]),
        ("columns: [a, b]]\nrows: x\n", &["yaml-syntax 1:16 ]"]),
        ("phone: @council\nb: c\n", &["reserved-character 1:8 @council"]),
        ("phone: `code`\n", &["reserved-character 1:8 `code`"]),
        ("share: %5\n", &["reserved-character 1:8 %5"]),
        ("note: *important\nb: c\n", &["reserved-character 1:7 *important"]),
        ("note: **important** words\nb: c\n", &["reserved-character 1:7 **important** words"]),
        ("note: &c words\nb: c\n", &["reserved-character 1:7 &c"]),
        ("note: !important words\n", &["reserved-character 1:7 !important"]),
        ("list:\n  - @one\n  - two\n", &["reserved-character 2:5 @one"]),
        ("list: [@one, two]\n", &["reserved-character 1:8 @one"]),
        ("note: | words\nb: c\n", &["reserved-character 1:7 | words"]),
        ("note: > words\nb: c\n", &["reserved-character 1:7 > words"]),
        ("note: ] words\nb: c\n", &["reserved-character 1:7 ] words"]),
        ("list: [a, %b]\nc: d: e\n", &["reserved-character 1:11 %b", "colon-in-text 2:5 :"]),
        ("title: [Draft] Our account\nb: c\n", &["reserved-character 1:8 [Draft] Our account"]),
        ("note: - words\nb: c\n", &["reserved-character 1:7 - words"]),
        ("note: !!int words\nb: c: d\n", &["reserved-character 1:7 !!int words", "colon-in-text 2:5 :"]),
        ("list: [a: b: c]\n", &["colon-in-text 1:12 :"]),
        ("list: [b, \"c]\nd: e\n", &["unclosed-quote 1:11 \"c]"]),
        ("\"title: x\nb: c\n", &["unclosed-quote 1:1 \"title: x"]),
        ("list:\n- a\n  - b\n", &["indentation 3:3 - b"]),
        ("a: b\n...\nc: d\n", &["several-documents 2:1 ..."]),
        ("columns: [a,\n  b: c\nrows: d: e\n", &["unclosed-bracket 1:10 [", "colon-in-text 3:8 :"]),
        ("note: , words\nb: c\n", &["reserved-character 1:7 , words"]),
        ("a: b\n  c: d\ne: f\n", &["indentation 2:3 c: d"]),
        ("contact:\n  name: x\n phone: y\n", &["indentation 3:2 phone: y"]),
        ("contact:\n  name: x\n   phone: y\n", &["indentation 3:4 phone: y"]),
        ("list:\n  - a\n - b\n", &["indentation 3:2 - b"]),
        ("  a: b\nc: d\n", &["indentation 2:1 c: d"]),
        ("title:Care\nperiod: x\n", &["missing-space 1:1 title:"]),
        ("period: x\ntitle:Care\n", &["missing-space 2:1 title:"]),
        ("contact:\n  name:x\n  phone: y\n", &["missing-space 2:3 name:"]),
        ("accent: #0b5351\n", &["hash-in-text 1:9 #0b5351"]),
        ("title: Item #4 of it\n", &["hash-in-text 1:13 #4 of it"]),
        ("title: Care # and more\n", &["hash-in-text 1:13 # and more"]),
        ("title: Care  # a comment\n", &[]),
        ("title: x\nperiod: y\ntitle: z\n", &["duplicate-key 3:1 title"]),
        ("a: b\n---\nc: d\n", &["several-documents 2:1 ---"]),
        ("a: b\nwords without a colon\nc: d\n", &["indentation 2:1 words without a colon"]),
        ("- a\nb: c\n", &["indentation 2:1 b: c"]),
        ("a: b\n- c\n", &["indentation 2:1 - c"]),
        ("note: one\n  two: three\n", &["indentation 2:3 two: three"]),
    ]);
}

#[test]
fn several_mistakes_in_one_file_are_all_told() {
    check(&[(
        "title: Care: what we spent\nperiod: 2019-20\nphone: @council\ncontact:\n\tname: x\nsummary: \"Our year\npublished:2021-01-20\naccent: #0b5351\ncolumns: [a, b\nperiod: 2020-21\n",
        &[
            "colon-in-text 1:12 :",
            "reserved-character 3:8 @council",
            "tab-in-yaml 5:1 \t",
            "unclosed-quote 6:10 \"Our year",
            "missing-space 7:1 published:",
            "hash-in-text 8:9 #0b5351",
            "unclosed-bracket 9:10 [",
            "duplicate-key 10:1 period",
        ],
    )]);
}

#[test]
fn sound_yaml_is_silent_and_keeps_what_was_written() {
    let text = "a: 10.50\nb: 0123\nc: yes\nd: 2021-01-20\ne: \"x\"\nf: it's\ng: a - b\nh: http://x.org\ni: 12:30\nj: ~\nk: |\n  one\n\n  two\nl: >\n  one\n  two\nm: [1, 'b c', {d: e}]\nn:\n- o\n- p\nq: 50%\nr: R&D\ns: \"tab\\there\"\nt: 'don''t'\n";
    let (yaml, told) = read(text);
    assert_eq!(told, [""; 0]);
    let Value::Map(fields) = yaml.unwrap().value else { panic!("no map") };
    let value = |name: &str| match &fields.iter().find(|(key, _)| key.value == name).unwrap().1.value {
        Value::Text(scalar) => scalar.excerpt.text.clone(),
        other => format!("{other:?}").split('(').next().unwrap_or_default().to_owned(),
    };
    for (name, expected) in [
        ("a", "10.50"),
        ("b", "0123"),
        ("c", "yes"),
        ("d", "2021-01-20"),
        ("e", "x"),
        ("f", "it's"),
        ("g", "a - b"),
        ("h", "http://x.org"),
        ("i", "12:30"),
        ("j", "Null"),
        ("k", "one\n\ntwo\n"),
        ("l", "one two\n"),
        ("m", "List"),
        ("n", "List"),
        ("q", "50%"),
        ("r", "R&D"),
        ("s", "tab\there"),
        ("t", "don't"),
    ] {
        assert_eq!(value(name), expected, "{name}");
    }
}

#[test]
fn places_within_texts_are_exact() {
    let text = "a: plain\nb: \"quoted\"\nc: |\n  one\n  two\nd: 'it''s'\n";
    let (yaml, _) = read(text);
    let Value::Map(fields) = yaml.unwrap().value else { panic!("no map") };
    let find = |name: &str, words: &str| {
        let Value::Text(scalar) = &fields.iter().find(|(key, _)| key.value == name).unwrap().1.value else {
            panic!("no text")
        };
        let at = scalar.excerpt.text.find(words).unwrap();
        text.get(scalar.excerpt.span(at..at + words.len()).range()).unwrap()
    };
    assert_eq!(find("a", "ain"), "ain");
    assert_eq!(find("b", "quoted"), "quoted");
    assert_eq!(find("c", "one"), "one");
    assert_eq!(find("c", "two"), "two");
    assert_eq!(find("d", "it's"), "'it''s'");
}

#[test]
fn front_matter_is_cut_off_where_it_ends() {
    let split = |text: &str| {
        let mut out = Vec::new();
        let parts = split_front_matter(FileId(0), text, &mut out);
        let codes: Vec<&str> = out.iter().map(|diagnostic| diagnostic.rule.code).collect();
        (parts.yaml.map(|yaml| yaml.text), parts.body.text, codes)
    };
    assert_eq!(split("---\na: b\n---\nText"), (Some("a: b\n".into()), "Text".into(), vec![]));
    assert_eq!(split("---\r\na: b\r\n---\r\nText"), (Some("a: b\r\n".into()), "Text".into(), vec![]));
    assert_eq!(split("Text\n---\na: b"), (None, "Text\n---\na: b".into(), vec![]));
    assert_eq!(
        split("---\na: b\nlist:\n  - c\n\nText here\n"),
        (Some("a: b\nlist:\n  - c\n".into()), "\nText here\n".into(), vec!["front-matter-open"])
    );
    assert_eq!(
        split("---\na: b\n# Heading\n"),
        (Some("a: b\n".into()), "# Heading\n".into(), vec!["front-matter-open"])
    );
    assert_eq!(split("\n---\ntitle: x\n---\nText").2, ["front-matter-late"]);
    assert_eq!(split("---\n---\nText"), (Some(String::new()), "Text".into(), vec![]));
    assert_eq!(split("---"), (Some(String::new()), String::new(), vec!["front-matter-open"]));
    assert_eq!(split(""), (None, String::new(), vec![]));
}

#[test]
fn a_block_with_an_odd_space_keeps_its_places() {
    let text = "|\n1. \u{a0}~~~ see:";
    let (Some(yaml), _) = parse_yaml(&Excerpt::verbatim(FileId(0), 0, text), &mut Vec::new()) else {
        panic!("no tree")
    };
    let Value::Text(scalar) = yaml.value else { panic!("no text") };
    let at = scalar.excerpt.text.find('~').unwrap();
    assert_eq!(text.get(scalar.excerpt.span(at..at + 3).range()), Some("~~~"));
    for offset in 0..at {
        assert!(text.get(scalar.excerpt.span(offset..offset + 1).range()).is_some());
    }
}
