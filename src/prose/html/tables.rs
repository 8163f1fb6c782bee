//! Tables: a named frame that scrolls and takes the keyboard's focus, headings with their
//! scope, no empty cell.

use super::Writer;
use crate::figure::{Level, parse_period};
use crate::prose::table::Remark;
use crate::prose::text::plain_text;
use crate::prose::{Cell, Column, Inline, InlineKind, Missing, Row, Table};

impl Writer<'_> {
    pub(super) fn table(&mut self, table: &Table) {
        self.tables += 1;
        let id = self.id(&format!("table-{}", self.tables));
        let fallback = (!table.captioned).then(|| {
            let words = self.options.words.word("table_fallback_caption", &[("heading", &plain_text(&table.caption))]);
            words.trim().trim_end_matches(':').to_owned()
        });
        let name = fallback.clone().unwrap_or_else(|| plain_text(&table.caption));
        self.frame(&id, &name, |writer| match fallback {
            None => writer.inlines(&table.caption),
            Some(words) => writer.html.text(&words),
        });
        for column in &table.columns {
            self.column(column);
        }
        self.html.markup("</tr></thead>\n<tbody>");
        for row in &table.rows {
            self.html.line();
            self.place(row.span);
            self.row(row, table);
        }
        self.html.line();
        self.html.markup("</tbody></table></div>");
        self.source_and_note(table.source.as_deref(), table.note.as_deref());
        for remark in &table.remarks {
            self.difference(remark);
        }
        if table.rounded {
            self.html.markup("\n<p class=\"note\">");
            let word = self.word("table_rounded");
            self.html.text(&word);
            self.html.markup("</p>");
        }
    }

    /// The start of a table in its frame, until within the row of headings.
    pub(super) fn frame(&mut self, id: &str, name: &str, caption: impl FnOnce(&mut Self)) {
        self.html.markup("<div class=\"table-scroll\" role=\"region\"");
        self.named_by(id, name);
        self.html.markup(" tabindex=\"0\"><table><caption");
        self.html.attribute("id", id);
        self.html.markup(">");
        caption(self);
        self.html.markup("</caption>\n<thead><tr>");
    }

    /// What stands below a table.
    pub(super) fn source_and_note(&mut self, source: Option<&[Inline]>, note: Option<&[Inline]>) {
        if let Some(source) = source {
            self.html.markup("\n<p class=\"source\">");
            self.sentence("source", "text", |writer| writer.inlines(source));
            self.html.markup("</p>");
        }
        if let Some(note) = note {
            self.html.markup("\n<p class=\"note\">");
            self.inlines(note);
            self.html.markup("</p>");
        }
    }

    /// A difference that has a reason.
    fn difference(&mut self, remark: &Remark) {
        let arguments = [
            ("row", remark.row.as_str()),
            ("column", remark.column.as_str()),
            ("stated", remark.stated.as_str()),
            ("computed", remark.computed.as_str()),
        ];
        let words = self.options.words.word("table_difference", &arguments);
        self.html.markup("\n<p class=\"note\">");
        self.html.text(&words);
        self.html.markup(" ");
        self.inlines(&remark.because);
        self.html.markup("</p>");
    }

    fn column(&mut self, column: &Column) {
        // "2019 to 2020" stays on one line, however short the numbers below it are.
        let period = column.numeric && parse_period(&plain_text(&column.heading)).is_ok();
        self.html.markup(match (period, column.numeric) {
            (true, _) => "<th scope=\"col\" class=\"number period\">",
            (false, true) => "<th scope=\"col\" class=\"number\">",
            (false, false) => "<th scope=\"col\">",
        });
        self.inlines(&column.heading);
        if let Some(unit) = &column.unit {
            self.html.markup(" <span class=\"unit\">");
            self.html.text(unit);
            self.html.markup("</span>");
        }
        self.html.markup("</th>");
    }

    fn row(&mut self, row: &Row, table: &Table) {
        self.html.markup(match row.level {
            Level::Ordinary => "<tr>",
            Level::Subtotal => "<tr class=\"subtotal\">",
            Level::Total => "<tr class=\"total\">",
        });
        for (index, cell) in row.cells.iter().enumerate() {
            let numeric = table.columns.get(index).is_some_and(|column| column.numeric);
            let heading = index == 0 && table.row_headings;
            self.cell(cell, heading, numeric);
        }
        self.html.markup("</tr>");
    }

    fn cell(&mut self, cell: &Cell, heading: bool, numeric: bool) {
        let empty = is_empty(&cell.content);
        self.html.markup(match (heading, empty, numeric) {
            (true, ..) => "<th scope=\"row\">",
            (_, true, true) => "<td class=\"number no-data\">",
            (_, true, false) => "<td class=\"no-data\">",
            (_, false, true) => "<td class=\"number\">",
            (_, false, false) => "<td>",
        });
        if empty {
            self.missing(cell);
        } else {
            self.number = numeric;
            self.inlines(&cell.content);
            self.number = false;
        }
        self.html.markup(if heading { "</th>" } else { "</td>" });
    }

    /// Why a cell says nothing.
    pub(super) fn missing(&mut self, cell: &Cell) {
        let word = self.word(match cell.missing {
            None => "no_data",
            Some(Missing::NotApplicable) => "figure_not_applicable",
            Some(Missing::ToBeConfirmed) => "figure_to_be_confirmed",
        });
        self.html.text(&word);
    }
}

/// Whether a reader would see nothing.
pub(super) fn is_empty(content: &[Inline]) -> bool {
    plain_text(content).trim().is_empty() && !content.iter().any(|inline| matches!(inline.kind, InlineKind::Picture(_)))
}
