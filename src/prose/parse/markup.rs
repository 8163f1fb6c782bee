//! HTML in Markdown: refused, with a pointer to what serves. Comments are notes among
//! authors; they vanish and never reach a page.

use super::Reader;
use crate::diagnostic::Diagnostic;
use crate::diagnostic::rules::prose::RAW_HTML;
use std::ops::Range;

/// The tags opened in a paragraph so far, so that a pair is reported once.
#[derive(Default)]
pub(super) struct Tags(Vec<String>);

impl Reader<'_, '_> {
    /// A tag or a comment within running text.
    pub(super) fn inline_html(&mut self, html: &str, range: Range<usize>, tags: &mut Tags) {
        if html.starts_with("<!--") {
            return;
        }
        let name = tag_name(html);
        if html.starts_with("</") {
            if let Some(open) = tags.0.iter().rposition(|open| *open == name) {
                tags.0.remove(open);
                return;
            }
        } else if tags.0.len() < 100 && !html.ends_with("/>") && name != "br" && name != "img" && name != "hr" {
            tags.0.push(name.clone());
        }
        self.report_html(&name, range);
    }

    /// A block of HTML; one diagnostic, at its first tag.
    pub(super) fn html_block(&mut self, range: Range<usize>) {
        let range = self.trimmed(range);
        let mut at = range.start;
        loop {
            let text = self.slice(at..range.end);
            at += text.len() - text.trim_start_matches(|c: char| c.is_whitespace() || c == '>').len();
            let text = self.slice(at..range.end);
            if text.is_empty() {
                return;
            }
            if !text.starts_with("<!--") {
                break;
            }
            let Some(end) = text.find("-->") else {
                let diagnostic = Diagnostic::new(
                    &RAW_HTML,
                    self.span(at..at + "<!--".len()),
                    "the comment is never closed, so all text below vanishes",
                );
                self.out.push(diagnostic.help("write --> where it ends"));
                return;
            };
            if let Some(second) = text.get("<!--".len()..end).and_then(|inside| inside.find("<!--")) {
                let second = at + "<!--".len() + second;
                let diagnostic = Diagnostic::new(
                    &RAW_HTML,
                    self.span(second..second + "<!--".len()),
                    "a comment begins within a comment, so what stands above it vanishes too",
                );
                let first = self.span(at..at + "<!--".len());
                self.out
                    .push(diagnostic.label(first, "this one is not closed").help("write --> where the first one ends"));
            }
            at += end + "-->".len();
        }
        let text = self.slice(at..range.end);
        match text.find('<') {
            Some(start) => {
                let tag = text.get(start..).unwrap_or_default();
                let end = tag.find(['>', '\n']).map_or(tag.len(), |end| {
                    if tag.get(end..).is_some_and(|t| t.starts_with('>')) { end + 1 } else { end }
                });
                self.report_html(&tag_name(tag), at + start..at + start + end);
            }
            None => {
                let line = text.split('\n').next().unwrap_or_default().trim_end().len();
                self.out.push(
                    Diagnostic::new(
                        &RAW_HTML,
                        self.span(at..at + line),
                        "text on the line of a comment vanishes with it",
                    )
                    .help("put the comment on a line of its own"),
                );
            }
        }
    }

    fn report_html(&mut self, name: &str, range: Range<usize>) {
        let message = match name {
            "" => "HTML in the text is not published".to_owned(),
            _ => format!("HTML in the text: <{name}> is not published"),
        };
        self.out.push(Diagnostic::new(&RAW_HTML, self.span(range), message).help(instead_of(name)));
    }
}

/// The name in a tag, in small letters; empty for declarations and the like.
fn tag_name(tag: &str) -> String {
    let name = tag.trim_start_matches('<').trim_start_matches('/');
    name.chars().take_while(|c| c.is_ascii_alphanumeric() || *c == '-').collect::<String>().to_ascii_lowercase()
}

fn instead_of(name: &str) -> &'static str {
    match name {
        "br" => "end the line with a backslash, \\, for a line break; leave an empty line for a new paragraph",
        "table" | "tr" | "td" | "th" | "thead" | "tbody" | "caption" => {
            "write a Markdown table, or use the `table` component"
        }
        "img" | "picture" | "figure" | "figcaption" | "svg" => "write a picture as ![what it shows](images/name.svg)",
        "a" => "write a link as [words](address); a heading gets an anchor as ## Heading {#anchor}",
        "b" | "strong" => "write **words** for strong importance",
        "i" | "em" | "cite" => "write *words* for emphasis",
        "s" | "del" | "strike" => "write ~~words~~ for what no longer holds",
        "u" | "ins" | "mark" => "write **words**; readers take underlined words for links",
        "code" | "pre" | "kbd" | "samp" => "write `code`, or a block of code between lines of ```",
        "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => "write headings with ##, ### and ####",
        "ul" | "ol" | "li" => "begin each line of a list with `- ` or `1. `",
        "blockquote" | "q" | "aside" => "begin each line of a quotation with `> `; for a note write > [!NOTE]",
        "p" | "div" | "span" | "section" | "article" | "center" | "font" | "small" | "big" => {
            "remove the tag: the theme decides how text looks. Boxes are written as > [!NOTE] or as a component"
        }
        "details" | "summary" => "write it as a part with a heading of its own; readers find it by its heading",
        "hr" => "write a line of three hyphens, ---",
        "sup" | "sub" => "write the character itself, as in m² or CO₂; a footnote is written as [^1]",
        "abbr" | "dfn" | "dl" | "dt" | "dd" => "add the word to glossary.yaml; it is explained on the page by itself",
        "iframe" | "video" | "audio" | "embed" | "object" | "source" => "link to it: [words](https://…)",
        "script" | "style" | "link" | "meta" | "base" => {
            "remove it: script and style belong to the theme, never to a text"
        }
        "form" | "input" | "button" | "select" | "textarea" | "label" => "link to the form: [words](https://…)",
        "address" => "use the `contact` component",
        _ => "use Markdown or a component; to show a < as text, write \\<",
    }
}
