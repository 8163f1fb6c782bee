//! HTML in the making. Markup is `&'static str`, so it can only be what stands in this
//! program; whatever an author wrote goes through `text` or `attribute` and is escaped.

use crate::diagnostic::escape_into;

/// HTML in the making.
#[derive(Default)]
pub(super) struct Html {
    out: String,
}

impl Html {
    /// Markup of this program.
    pub(super) fn markup(&mut self, markup: &'static str) {
        self.out.push_str(markup);
    }

    /// Text, escaped.
    pub(super) fn text(&mut self, text: &str) {
        escape_into(text, &mut self.out);
    }

    /// A comment. What could end it is taken out.
    pub(super) fn comment(&mut self, text: &str) {
        self.out.push_str("<!--");
        self.out.extend(text.chars().filter(|c| !matches!(c, '<' | '>')));
        self.out.push_str("-->");
    }

    /// A number.
    pub(super) fn number(&mut self, number: u64) {
        self.out.push_str(&number.to_string());
    }

    /// ` name="value"`, the value escaped.
    pub(super) fn attribute(&mut self, name: &'static str, value: &str) {
        self.out.push(' ');
        self.out.push_str(name);
        self.out.push_str("=\"");
        escape_into(value, &mut self.out);
        self.out.push('"');
    }

    /// A line break of the source, for people who read it.
    pub(super) fn line(&mut self) {
        if !self.out.is_empty() && !self.out.ends_with('\n') {
            self.out.push('\n');
        }
    }

    /// HTML that a template made.
    pub(super) fn made(&mut self, html: &str) {
        self.out.push_str(html.trim_end());
    }

    pub(super) fn finish(self) -> String {
        self.out
    }
}
