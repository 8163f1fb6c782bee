//! The quiet line below a table that leads to its numbers as data.

use super::Writer;
use crate::prose::{DataOf, DataTable};

/// The endings of the files that readers are offered, and what they are called.
const FORMATS: [(&str, &str); 2] = [("csv", "CSV"), ("json", "JSON")];

impl Writer<'_> {
    /// The line below the table that was written last. What is seen is short; a list of all links
    /// of the page has the table's name with each.
    pub(super) fn download(&mut self, of: DataOf<'_>) {
        let table = DataTable::first(of);
        // Counted as `data_tables` counts them, those without data too.
        let nth = self.titles.entry(table.title()).or_default();
        *nth += 1;
        let table = DataTable { nth: *nth, ..table };
        let Some(address) = self.tables.checked_sub(1).and_then(|nth| self.options.resolver.data(nth)) else { return };
        let title = table.own_title(&self.word("data_untitled"));
        self.html.markup("\n<p class=\"download\">");
        let label = self.word("data_download");
        self.html.text(&label);
        for (index, (ending, format)) in FORMATS.into_iter().enumerate() {
            self.html.markup(if index == 0 { " " } else { ", " });
            self.html.markup("<a");
            self.html.attribute("href", &format!("{address}.{ending}"));
            self.html.markup(" download>");
            self.named_format(&title, format);
            self.html.markup("</a>");
        }
        self.html.markup("</p>");
    }

    /// "What we spent, as CSV", of which only the format is seen.
    fn named_format(&mut self, title: &str, format: &str) {
        const PLACE: &str = "\u{fffc}";
        let words = self.options.words.word("data_link", &[("title", title), ("format", PLACE)]);
        let (before, after) = words.split_once(PLACE).unwrap_or(("", ""));
        self.unseen(before);
        self.html.text(format);
        self.unseen(after);
    }

    fn unseen(&mut self, words: &str) {
        if !words.is_empty() {
            self.html.markup("<span class=\"visually-hidden\">");
            self.html.text(words);
            self.html.markup("</span>");
        }
    }
}
