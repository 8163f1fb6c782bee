//! Diagnostics as HTML, for the preview: a list with the place, an excerpt and the mend.
//!
//! Nothing here comes from an author without being escaped, and characters that turn the
//! direction of writing are shown by their number: an excerpt must not look like something
//! else than what stands in the file.

mod excerpt;

use super::{Diagnostic, Place, Span, Texts, escape, escape_into};
use excerpt::excerpt;
use std::borrow::Cow;
use std::fmt::Write;

/// The list of `diagnostics`, in the order given; nothing where there are none.
///
/// `editor` gives the address that opens a file of the site at a place in the author's
/// editor. Addresses that would run a script are not linked.
pub fn html(diagnostics: &[&Diagnostic], texts: &dyn Texts, editor: &dyn Fn(&str, Place) -> Option<String>) -> String {
    if diagnostics.is_empty() {
        return String::new();
    }
    let mut list = List { out: String::new(), texts, editor };
    list.out.push_str("<ol class=\"diagnostics\">\n");
    for diagnostic in diagnostics {
        list.entry(diagnostic);
    }
    list.out.push_str("</ol>\n");
    list.out
}

struct List<'l> {
    out: String,
    texts: &'l dyn Texts,
    editor: &'l dyn Fn(&str, Place) -> Option<String>,
}

impl List<'_> {
    fn entry(&mut self, diagnostic: &Diagnostic) {
        let _ = writeln!(self.out, "<li class=\"diagnostic\" data-severity=\"{}\">", diagnostic.severity.word());
        let _ =
            write!(self.out, "<p class=\"message\"><span class=\"severity\">{}</span> ", diagnostic.severity.heading());
        self.out.push_str("<span class=\"text\">");
        visible_into(&diagnostic.message, &mut self.out);
        self.out.push_str("</span> <code class=\"code\">[");
        visible_into(diagnostic.rule.code, &mut self.out);
        self.out.push_str("]</code></p>\n<p class=\"where\">");
        self.place(diagnostic.span);
        self.out.push_str("</p>\n");
        self.excerpt(diagnostic.span);
        for label in &diagnostic.labels {
            self.out.push_str("<p class=\"label\">");
            visible_into(&label.text, &mut self.out);
            self.out.push_str(": ");
            self.place(label.span);
            self.out.push_str("</p>\n");
            self.excerpt(label.span);
        }
        if let Some(help) = &diagnostic.help {
            self.out.push_str("<p class=\"help\">To mend it: ");
            visible_into(help, &mut self.out);
            self.out.push_str("</p>\n");
        }
        self.out.push_str("<p class=\"more\"><code>candour explain ");
        visible_into(diagnostic.rule.code, &mut self.out);
        self.out.push_str("</code></p>\n</li>\n");
    }

    /// `path:line:column`, as a link where the editor can be opened.
    fn place(&mut self, span: Span) {
        let path = self.texts.path(span.file);
        let place = self.texts.place(span.file, span.start);
        let url = (self.editor)(path, place).filter(|url| !runs_script(url));
        match &url {
            Some(url) => {
                let _ = write!(self.out, "<a class=\"place\" href=\"{}\">", escape(url));
            }
            None => self.out.push_str("<span class=\"place\">"),
        }
        visible_into(path, &mut self.out);
        let _ = write!(self.out, ":{}:{}", place.line, place.column);
        self.out.push_str(if url.is_some() { "</a>" } else { "</span>" });
    }

    fn excerpt(&mut self, span: Span) {
        let lines = excerpt(self.texts.text(span.file), span);
        let Some(last) = lines.last() else { return };
        let width = last.number.to_string().len();
        self.out.push_str("<pre class=\"excerpt\" tabindex=\"0\">");
        for line in &lines {
            let _ = write!(self.out, "<span class=\"number\">{:>width$}</span> ", line.number);
            visible_into(&line.before, &mut self.out);
            if let Some(marked) = &line.marked {
                self.out.push_str("<mark>");
                visible_into(marked, &mut self.out);
                self.out.push_str("</mark>");
            }
            visible_into(&line.after, &mut self.out);
            self.out.push('\n');
        }
        self.out.push_str("</pre>\n");
    }
}

/// Adds a text, escaped, as [`visible`] shows it.
fn visible_into(text: &str, out: &mut String) {
    escape_into(&visible(text), out);
}

/// A text with characters that are not seen but change what is seen given by their number in Unicode.
pub fn visible(text: &str) -> Cow<'_, str> {
    let hidden = |c: char| matches!(c, '\u{61c}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}' | '\u{2066}'..='\u{2069}' | '\u{feff}');
    if !text.contains(hidden) {
        return Cow::Borrowed(text);
    }
    let mut out = String::new();
    for char in text.chars() {
        match hidden(char) {
            true => out.push_str(&format!("[U+{:04X}]", u32::from(char))),
            false => out.push(char),
        }
    }
    Cow::Owned(out)
}

/// Whether an address would run something instead of opening something. Browsers leave out
/// white space and control characters before they look at the scheme.
pub fn runs_script(url: &str) -> bool {
    let seen: String = url.chars().filter(|c| !c.is_whitespace() && !c.is_control()).collect();
    let scheme = seen.split(':').next().unwrap_or_default().to_ascii_lowercase();
    matches!(scheme.as_str(), "javascript" | "data" | "vbscript")
}

#[cfg(test)]
mod tests;
