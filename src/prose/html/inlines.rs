//! Running text.

use super::{Href, Writer};
use crate::prose::{Inline, InlineKind, Link, Target};

impl Writer<'_> {
    pub(super) fn inlines(&mut self, inlines: &[Inline]) {
        for inline in inlines {
            self.inline(&inline.kind);
        }
    }

    fn inline(&mut self, kind: &InlineKind) {
        match kind {
            InlineKind::Text(text) => self.text(text),
            InlineKind::Emphasis(content) => {
                self.html.markup("<em>");
                self.inlines(content);
                self.html.markup("</em>");
            }
            InlineKind::Strong(content) => {
                self.html.markup("<strong>");
                self.inlines(content);
                self.html.markup("</strong>");
            }
            InlineKind::Strikethrough(content) => {
                self.html.markup("<del>");
                self.inlines(content);
                self.html.markup("</del>");
            }
            InlineKind::Code(code) => {
                self.html.markup("<code>");
                self.html.text(code);
                self.html.markup("</code>");
            }
            InlineKind::Link(link) => self.link(link),
            InlineKind::Picture(picture) => self.image(picture),
            InlineKind::FootnoteReference(number, nth) => self.footnote_reference(*number, *nth),
            InlineKind::SoftBreak => self.html.markup("\n"),
            InlineKind::HardBreak => self.html.markup("<br>\n"),
        }
    }

    fn text(&mut self, text: &str) {
        if self.number && !text.trim().is_empty() {
            self.number = false;
            if let Some(rest) = negative(text.trim_start()) {
                self.html.text("\u{2212}");
                return self.html.text(rest);
            }
        }
        self.html.text(text);
    }

    fn link(&mut self, link: &Link) {
        let (href, class) = match &link.target {
            Target::Anchor(anchor) => {
                let url = format!("#{}", self.id(anchor));
                (Some(Href { url, external: false }), None)
            }
            Target::Broken => (None, None),
            Target::Term(_) => {
                let href = self.options.resolver.href(&link.target);
                // What can be opened in place, because its definition is on this page.
                let class = href.as_ref().filter(|href| href.url.starts_with('#')).map(|_| "term");
                (href, class)
            }
            Target::Figure(_) => return self.figure_quoted(link),
            target => (self.options.resolver.href(target), None),
        };
        let open = href.is_some_and(|href| self.open_link(&href, class));
        self.inlines(&link.content);
        if open {
            self.html.markup("</a>");
        }
    }

    /// A quoted figure: its words, a quiet way to where it comes from, and the reason for a
    /// difference where the author gives one.
    fn figure_quoted(&mut self, link: &Link) {
        let href = self.options.resolver.href(&link.target);
        let open = href.is_some_and(|href| self.open_link(&href, Some("figure")));
        self.inlines(&link.content);
        if open {
            self.html.markup("</a>");
        }
        if !link.title.is_empty() {
            self.html.markup(" <span class=\"figure-reason\">(");
            self.html.text(&link.title);
            self.html.markup(")</span>");
        }
    }

    /// An `img`, or nothing where the picture is not there.
    fn footnote_reference(&mut self, number: usize, nth: usize) {
        let shown = number.to_string();
        let id = self.id(&reference_id(number, nth));
        let target = format!("#{}", self.id(&format!("footnote-{number}")));
        let label = self.options.words.word("footnote_label", &[("number", &shown)]);
        self.html.markup("<sup class=\"footnote-ref\"><a");
        self.html.attribute("id", &id);
        self.html.attribute("href", &target);
        self.html.attribute("aria-label", &label);
        self.html.markup(">");
        self.html.text(&shown);
        self.html.markup("</a></sup>");
    }
}

/// The id of the n-th reference to a footnote.
pub(super) fn reference_id(number: usize, nth: usize) -> String {
    if nth > 1 { format!("footnote-ref-{number}-{nth}") } else { format!("footnote-ref-{number}") }
}

/// What follows the hyphen of a negative number.
fn negative(text: &str) -> Option<&str> {
    let rest = text.strip_prefix(['-', '\u{2013}'])?;
    rest.starts_with(|c: char| c.is_ascii_digit() || matches!(c, '£' | '€' | '$' | '.')).then_some(rest)
}
