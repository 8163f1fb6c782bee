//! Links: where they lead, and whether their words say so.

use super::Reader;
use super::references::decode;
use crate::diagnostic::rules::fields::BAD_ADDRESS;
use crate::diagnostic::rules::links::{LINK_EMPTY, LINK_SCHEME, LINK_TEXT_UNCLEAR};
use crate::diagnostic::{Diagnostic, Span};
use crate::figure::parse_reference;
use crate::prose::text::plain_text;
use crate::prose::{Inline, InlineKind, Link, Target};
use std::ops::Range;

/// An address, and whether it is a mail address in angle brackets, without its scheme.
pub(super) enum MailLink<'a> {
    Bare(&'a str),
    No(&'a str),
}

/// Words that lead somewhere and do not say where.
const UNCLEAR: &[&str] = &[
    "click",
    "click here",
    "click this",
    "here",
    "read",
    "read more",
    "more",
    "more here",
    "see more",
    "find out more",
    "learn more",
    "more information",
    "further information",
    "link",
    "this link",
    "follow this link",
    "this",
    "this page",
    "page",
    "website",
    "this website",
    "document",
    "this document",
    "download",
    "go",
    "details",
    "info",
    "see here",
    "read here",
    "view",
    "web page",
    "webpage",
    "url",
];

impl Reader<'_, '_> {
    /// A link; without an address its mistake has been reported.
    pub(super) fn link(
        &mut self,
        address: Option<MailLink<'_>>,
        title: String,
        content: Vec<Inline>,
        range: &Range<usize>,
    ) -> Link {
        let span = self.span(range.clone());
        let target = match address {
            None => None,
            Some(MailLink::Bare(mail)) => Some(target(&format!("mailto:{mail}"))),
            Some(MailLink::No(address)) => Some(target(address)),
        };
        let target = match target {
            None => Target::Broken,
            Some(read) => {
                // Where a figure is quoted without words, its value is filled in.
                if !matches!(read, Ok(Target::Figure(_))) {
                    self.check_words(&content, span);
                }
                match read {
                    Ok(target) => target,
                    Err(refusal) => {
                        self.out.push(refusal.diagnostic(span));
                        Target::Broken
                    }
                }
            }
        };
        Link { target, title, automatic: false, content }
    }

    fn check_words(&mut self, content: &[Inline], span: Span) {
        let words = plain_text(content);
        let words = words.trim();
        if words.is_empty() {
            // A picture without alternative text has been reported where it stands.
            if !content.iter().any(|inline| matches!(inline.kind, InlineKind::Picture(_))) {
                let diagnostic = Diagnostic::new(&LINK_EMPTY, span, "a link without words");
                self.out.push(diagnostic.help("write what it leads to between the square brackets"));
            }
            return;
        }
        let plain: String = words.chars().filter(|c| c.is_alphanumeric() || c.is_whitespace()).collect();
        let plain = plain.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase();
        if UNCLEAR.contains(&plain.as_str()) {
            self.out.push(
                Diagnostic::new(
                    &LINK_TEXT_UNCLEAR,
                    span,
                    format!("the link words `{words}` do not say where it leads"),
                )
                .help("use the name of what it leads to"),
            );
        }
    }
}

/// Why an address is refused.
pub(crate) enum Refusal {
    Scheme { message: String, help: String },
    Address { message: String, help: String },
}

impl Refusal {
    fn diagnostic(self, span: Span) -> Diagnostic {
        match self {
            Refusal::Scheme { message, help } => Diagnostic::new(&LINK_SCHEME, span, message).help(help),
            Refusal::Address { message, help } => Diagnostic::new(&BAD_ADDRESS, span, message).help(help),
        }
    }
}

fn wrong(message: impl Into<String>, help: impl Into<String>) -> Refusal {
    Refusal::Address { message: message.into(), help: help.into() }
}

/// What an address means. Browsers overlook control characters and white space in front of
/// a scheme and within it, so they are taken out before anything is decided.
pub(super) fn target(address: &str) -> Result<Target, Refusal> {
    let bare: String = address.chars().filter(|c| !c.is_control() && !is_invisible(*c)).collect();
    let bare = bare.trim();
    if bare.replace('\\', "/").starts_with("//") {
        return Err(Refusal::Scheme {
            message: format!("`{bare}` does not say which kind of link it is"),
            help: format!("write https:{}", bare.replace('\\', "/")),
        });
    }
    match scheme(bare) {
        Some((scheme, rest)) => with_scheme(&scheme, rest),
        None => relative(bare),
    }
}

fn is_invisible(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{2064}' | '\u{feff}')
}

/// The scheme in small letters, and what follows its colon. White space within counts as
/// part of it: `java script:` is no path.
pub(super) fn scheme(address: &str) -> Option<(String, &str)> {
    let (scheme, rest) = address.split_once(':')?;
    if scheme.contains(['/', '?', '#']) {
        return None;
    }
    let scheme: String = scheme.chars().filter(|c| !c.is_whitespace()).collect();
    Some((scheme.to_ascii_lowercase(), rest))
}

/// Whether an address may be written into a page: a web, mail or telephone link, or a
/// path of the site. The last check before the page, whoever made the address.
pub(crate) fn is_harmless(url: &str) -> bool {
    let bare: String = url.chars().filter(|c| !c.is_control() && !c.is_whitespace() && !is_invisible(*c)).collect();
    match scheme(&bare) {
        Some((scheme, _)) => matches!(scheme.as_str(), "https" | "http" | "mailto" | "tel"),
        None => !bare.replace('\\', "/").starts_with("//"),
    }
}

fn with_scheme(scheme: &str, rest: &str) -> Result<Target, Refusal> {
    match scheme {
        "https" | "http" => web_address(&format!("{scheme}:{rest}")).map(Target::Elsewhere),
        "mailto" => mail_address(rest).map(Target::Elsewhere),
        "tel" => telephone(rest).map(Target::Elsewhere),
        "term" => match decode(rest.trim()) {
            id if id.is_empty() => {
                Err(wrong("`term:` names no term", "write the term's id after it: term:direct-payment"))
            }
            id => Ok(Target::Term(id)),
        },
        "figure" => match parse_reference(&decode(rest)) {
            Ok(reference) => Ok(Target::Figure(Box::new(reference))),
            Err((message, help)) => Err(wrong(message, help)),
        },
        "doc" => {
            let (path, anchor) = split_anchor(rest);
            let path = decode(path.trim().trim_matches('/'));
            if path.is_empty() {
                return Err(wrong(
                    "`doc:` names no document",
                    "write its path below content/: doc:local-account/2019-20",
                ));
            }
            Ok(Target::Document(path, anchor))
        }
        _ => {
            let drive = scheme.len() == 1;
            let help = if drive {
                "this is a path on your own computer; use a path relative to this file"
            } else {
                "use https:, http:, mailto:, tel:, doc:, term: or figure:, or a path to a file of the site"
            };
            Err(Refusal::Scheme {
                message: format!("links of the kind `{scheme}:` are not allowed"),
                help: help.into(),
            })
        }
    }
}

fn relative(address: &str) -> Result<Target, Refusal> {
    if address.is_empty() || address == "#" {
        return Err(wrong("the link has no address", "write it in the round brackets"));
    }
    if let Some(anchor) = address.strip_prefix('#') {
        return Ok(Target::Anchor(decode(anchor)));
    }
    let first = address.split(['/', '?', '#']).next().unwrap_or_default();
    if first.to_ascii_lowercase().starts_with("www.") {
        return Err(wrong("a web address begins with https://", format!("write https://{address}")));
    }
    if first == address && address.contains('@') {
        return Err(wrong("an e-mail link begins with mailto:", format!("write mailto:{address}")));
    }
    let (path, anchor) = split_anchor(address);
    Ok(Target::File(decode(path), anchor))
}

fn split_anchor(address: &str) -> (&str, Option<String>) {
    match address.split_once('#') {
        Some((path, anchor)) => (path, Some(decode(anchor)).filter(|anchor| !anchor.is_empty())),
        None => (address, None),
    }
}

/// A web address, made fit to stand in a page.
pub(crate) fn web_address(address: &str) -> Result<String, Refusal> {
    let refused = |why: &str| {
        wrong(
            format!("`{}` is not a web address that works: {why}", address.trim()),
            "write it as your browser shows it: https://www.example.org/page",
        )
    };
    let (scheme, rest) = scheme(address.trim()).ok_or_else(|| refused("it does not begin with https://"))?;
    if !matches!(scheme.as_str(), "https" | "http") {
        return Err(refused("it does not begin with https://"));
    }
    let rest = rest.strip_prefix("//").ok_or_else(|| refused("there are no two slashes after the colon"))?;
    let host_end = rest.find(['/', '?', '#', '\\']).unwrap_or(rest.len());
    let (host, path) = rest.split_at_checked(host_end).unwrap_or((rest, ""));
    if host.is_empty()
        || host
            .contains(|c: char| c.is_whitespace() || matches!(c, '<' | '>' | '"' | '\'' | '`' | '{' | '}' | '|' | '^'))
    {
        return Err(refused("there is no name of a host in it"));
    }
    Ok(format!("{scheme}://{host}{}", encode(path)))
}

/// Percent-encodes what may not stand in a path, a query or a fragment.
fn encode(path: &str) -> String {
    let mut out = String::with_capacity(path.len());
    let mut rest = path.chars();
    while let Some(character) = rest.next() {
        let escape = |c: char| c.is_ascii_hexdigit();
        match character {
            '\\' => out.push('/'),
            '%' => {
                let mut ahead = rest.clone();
                let encoded = ahead.next().is_some_and(escape) && ahead.next().is_some_and(escape);
                out.push_str(if encoded { "%" } else { "%25" });
            }
            ' ' | '"' | '<' | '>' | '`' | '{' | '}' | '|' | '^' | '[' | ']' => {
                out.push_str(&format!("%{:02X}", u32::from(character)))
            }
            _ => out.push(character),
        }
    }
    out
}

/// A mail address with its scheme.
pub(crate) fn mail_address(address: &str) -> Result<String, Refusal> {
    let address = address.trim();
    let (mailbox, query) = address.split_once('?').map_or((address, ""), |(mailbox, query)| (mailbox, query));
    let sound = mailbox.split_once('@').is_some_and(|(name, host)| {
        let host_sound = host.contains('.') && !host.starts_with('.') && !host.ends_with('.') && !host.contains("..");
        let odd = |c: char| {
            c.is_whitespace() || matches!(c, '@' | '<' | '>' | '"' | '(' | ')' | ',' | ';' | ':' | '/' | '\\')
        };
        !name.is_empty() && host_sound && !name.contains(odd) && !host.contains(odd)
    });
    if !sound {
        return Err(wrong(format!("`{mailbox}` is not an e-mail address"), "write it in the form name@example.org"));
    }
    let query = if query.is_empty() { String::new() } else { format!("?{}", encode(query)) };
    Ok(format!("mailto:{mailbox}{query}"))
}

/// A telephone number with its scheme, without the spaces people write in it.
pub(crate) fn telephone(number: &str) -> Result<String, Refusal> {
    let number = decode(number.trim());
    let digits: String = number.chars().filter(char::is_ascii_digit).collect();
    let odd = |c: char| {
        !(c.is_ascii_digit() || c.is_whitespace() || matches!(c, '+' | '-' | '.' | '(' | ')' | '–' | '\u{a0}'))
    };
    if digits.len() < 3 || number.contains(odd) || number.trim_start_matches('+').contains('+') {
        return Err(wrong(
            format!("`{number}` is not a telephone number"),
            "write digits and spaces only: tel:020 8461 7777",
        ));
    }
    let plus = if number.starts_with('+') { "+" } else { "" };
    Ok(format!("tel:{plus}{digits}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_harmless_schemes_pass() {
        for address in [
            "javascript:alert(1)",
            "JaVaScRiPt:x",
            "java\nscript:x",
            "\u{1}javascript:x",
            " java script:x",
            "data:text/html,x",
            "vbscript:x",
            "file:///etc/passwd",
            "C:\\x",
            "//evil.example",
            "\\\\evil.example",
            "/\\evil.example",
            "\u{200b}javascript:x",
        ] {
            assert!(matches!(target(address), Err(Refusal::Scheme { .. })), "{address:?}");
        }
    }

    #[test]
    fn addresses_are_told_apart() {
        let of = |address: &str| target(address).ok();
        assert_eq!(of("14-complaints.md#how"), Some(Target::File("14-complaints.md".into(), Some("how".into()))));
        assert_eq!(of("annual%20report.pdf"), Some(Target::File("annual report.pdf".into(), None)));
        assert_eq!(of("#money"), Some(Target::Anchor("money".into())));
        assert_eq!(of("doc:a/b#c"), Some(Target::Document("a/b".into(), Some("c".into()))));
        assert_eq!(of("TERM:reablement"), Some(Target::Term("reablement".into())));
        assert_eq!(of("HTTPS://x.org/a b?[q]#f"), Some(Target::Elsewhere("https://x.org/a%20b?%5Bq%5D#f".into())));
        assert_eq!(of("tel:020 8461 7777"), Some(Target::Elsewhere("tel:02084617777".into())));
        for address in
            ["", "#", "mailto:x", "tel:x", "https:/x.org", "https://", "www.x.org", "a@b.org", "term:", "doc:/"]
        {
            assert!(matches!(target(address), Err(Refusal::Address { .. })), "{address:?}");
        }
    }
}
