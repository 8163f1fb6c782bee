//! Case files: a small site and what Candour must say about it, in one text.

use std::fmt::Write;

/// The settings of a site whose case does not bring any.
const SETTINGS: &str = "title: Example accounts\norganisation: Example Council\n";

/// A case as written.
pub(crate) struct Case {
    /// Everything above the expectation, as it stands.
    head: String,
    /// The files of the site.
    pub(crate) files: Vec<(String, Vec<u8>)>,
    /// The options, as in `options.txt` of the features.
    pub(crate) options: String,
    /// The expected diagnostics.
    pub(crate) expected: String,
}

/// What begins a section.
const MARK: &str = "==> ";

impl Case {
    /// Reads a case file. What stands above the first section explains the case.
    pub(crate) fn parse(text: &str) -> Case {
        let (head, expected) = text.split_once("==> expected\n").expect("a case ends with the section `==> expected`");
        let mut case =
            Case { head: head.to_owned(), files: Vec::new(), options: String::new(), expected: expected.to_owned() };
        let mut settings = Some(SETTINGS);
        let first = head.find(MARK).unwrap_or(head.len());
        for section in format!("\n{}", &head[first..]).split("\n==> ").skip(1) {
            let (title, body) = section.split_once('\n').unwrap_or((section, ""));
            let (name, how) =
                title.split_once(" (").map_or((title, ""), |(name, how)| (name, how.trim_end_matches(')')));
            if name == "content/site.yaml" {
                settings = None;
            }
            match (name, how) {
                ("options", "") => case.options = body.to_owned(),
                (_, "absent") => {}
                _ => case.files.push((name.to_owned(), content(body, how))),
            }
        }
        let settings = settings.map(|text| ("content/site.yaml".to_owned(), text.into()));
        case.files.extend(settings);
        case
    }

    /// The case file with another expectation.
    pub(crate) fn with_expected(&self, expected: &str) -> String {
        format!("{}==> expected\n{expected}", self.head)
    }
}

/// The bytes of a file. It ends with one line break, however many empty lines there are
/// before the next section; without any text it is empty.
fn content(body: &str, how: &str) -> Vec<u8> {
    let text = body.trim_end_matches('\n');
    let text = if text.is_empty() { String::new() } else { format!("{text}\n") };
    match how {
        "" => text.into_bytes(),
        "escaped" => unescape(&text),
        "workbook" => crate::workbook::workbook(&text),
        "escaped, without line break at the end" => unescape(text.trim_end_matches('\n')),
        _ => {
            let times = how.strip_prefix("repeated ").and_then(|how| how.strip_suffix(" times"));
            text.repeat(times.and_then(|times| times.parse().ok()).expect("(escaped), (absent) or (repeated N times)"))
                .into_bytes()
        }
    }
}

/// Resolves `\xNN` (a byte), `\u{NNNN}` (a character), `\t`, `\r`, `\n` and `\\`.
fn unescape(text: &str) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut parts = text.split('\\');
    bytes.extend(parts.next().unwrap_or_default().bytes());
    while let Some(part) = parts.next() {
        let (resolved, rest): (Vec<u8>, &str) = match part.split_at_checked(1) {
            None => (b"\\".to_vec(), parts.next().unwrap_or_default()),
            Some(("x", rest)) => (vec![u8::from_str_radix(&rest[..2], 16).unwrap()], &rest[2..]),
            Some(("u", rest)) => {
                let (number, rest) = rest.strip_prefix('{').unwrap().split_once('}').unwrap();
                let character = char::from_u32(u32::from_str_radix(number, 16).unwrap()).unwrap();
                (character.to_string().into_bytes(), rest)
            }
            Some(("t", rest)) => (b"\t".to_vec(), rest),
            Some(("r", rest)) => (b"\r".to_vec(), rest),
            Some(("n", rest)) => (b"\n".to_vec(), rest),
            _ => panic!("not an escape: \\{part}"),
        };
        bytes.extend(resolved);
        bytes.extend(rest.bytes());
    }
    bytes
}

/// Diagnostics as a case lists them.
pub(crate) fn listed(
    diagnostics: &[candour::diagnostic::Diagnostic],
    texts: &dyn candour::diagnostic::Texts,
) -> String {
    let place = |span: candour::diagnostic::Span| {
        let place = texts.place(span.file, span.start);
        format!("{}:{}:{}", texts.path(span.file), place.line, place.column)
    };
    let mut out = String::new();
    for diagnostic in diagnostics {
        let (severity, code) = (diagnostic.severity.word(), diagnostic.rule.code);
        let _ = writeln!(out, "{severity}[{code}] {}: {}", place(diagnostic.span), diagnostic.message);
        for label in &diagnostic.labels {
            let _ = writeln!(out, "  label: {} {}", place(label.span), label.text);
        }
        if let Some(help) = &diagnostic.help {
            let _ = writeln!(out, "  help: {help}");
        }
        for edit in diagnostic.mend.iter().flat_map(|mend| &mend.edits) {
            let old = texts.text(edit.span.file).get(edit.span.range()).unwrap_or("?");
            let _ = writeln!(out, "  mend: {} `{}` as `{}`", place(edit.span), visible(old), visible(&edit.new));
        }
    }
    out
}

/// A text whose white space can be told apart.
fn visible(text: &str) -> String {
    text.replace('\u{a0}', "\\u{a0}").replace('\t', "\\t").replace('\n', "\\n")
}
