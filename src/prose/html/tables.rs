//! Tables: a named frame that scrolls and takes the keyboard's focus, headings with their
//! scope, no empty cell.

use super::Writer;
use super::register::label_of;
use crate::figure::{Level, parse_period};
use crate::prose::table::{Register, Remark};
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
        if let Some(totals) = &table.groups {
            self.group_totals(table, totals, &id, &name);
        }
        let register = table.register.as_deref();
        if let Some(register) = register {
            self.register_tools(table, register, &id);
        }
        self.frame(&id, &name, register.is_some(), |writer| match fallback {
            None => writer.inlines(&table.caption),
            Some(words) => writer.html.text(&words),
        });
        for (index, column) in table.columns.iter().enumerate() {
            self.column(column, register.map(|register| (register, index)));
        }
        let labels: Vec<String> = register.map_or_else(Vec::new, |_| table.columns.iter().map(label_of).collect());
        self.html.markup("</tr></thead>\n<tbody>");
        for row in &table.rows {
            self.html.line();
            self.place(row.span);
            self.row(row, table, &labels);
        }
        self.html.line();
        self.html.markup("</tbody></table></div>");
        self.source_and_note(table.source.as_deref(), table.note.as_deref());
        if let Some(from) = table.as_of {
            self.html.markup("\n<p class=\"note\">");
            self.sentence("register_as_of", "date", |writer| writer.day(from));
            self.html.markup("</p>");
        }
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
    pub(super) fn frame(&mut self, id: &str, name: &str, register: bool, caption: impl FnOnce(&mut Self)) {
        self.html.markup("<div class=\"table-scroll\" role=\"region\"");
        self.named_by(id, name);
        self.html.markup(" tabindex=\"0\"><table");
        self.html.markup(if register { " class=\"register\"><caption" } else { "><caption" });
        self.html.attribute("id", id);
        self.html.markup(">");
        caption(self);
        self.html.markup("</caption>\n<thead><tr");
        if register {
            let sort_by = self.word("register_sort_by");
            self.html.attribute("data-label", &sort_by);
        }
        self.html.markup(">");
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

    /// A heading; that of a register with its place.
    pub(super) fn column(&mut self, column: &Column, register: Option<(&Register, usize)>) {
        // "2019 to 2020" stays on one line, however short the numbers below it are.
        let period = column.numeric && parse_period(&plain_text(&column.heading)).is_ok();
        self.html.markup(match (period, column.numeric) {
            (true, _) => "<th scope=\"col\" class=\"number period\"",
            (false, true) => "<th scope=\"col\" class=\"number\"",
            (false, false) => "<th scope=\"col\"",
        });
        if let Some((register, index)) = register {
            self.sort_attributes(register, index);
        }
        self.html.markup(">");
        self.inlines(&column.heading);
        if let Some(unit) = &column.unit {
            self.html.markup(" <span class=\"unit\">");
            self.html.text(unit);
            self.html.markup("</span>");
        }
        self.html.markup("</th>");
    }

    /// A row; `labels` are the headings of a register.
    fn row(&mut self, row: &Row, table: &Table, labels: &[String]) {
        self.html.markup(match row.level {
            Level::Ordinary => "<tr>",
            Level::Subtotal => "<tr class=\"subtotal\">",
            Level::Total => "<tr class=\"total\">",
        });
        for (index, cell) in row.cells.iter().enumerate() {
            let numeric = table.columns.get(index).is_some_and(|column| column.numeric);
            let heading = index == 0 && table.row_headings;
            self.cell(cell, heading, numeric, labels.get(index));
        }
        self.html.markup("</tr>");
    }

    fn cell(&mut self, cell: &Cell, heading: bool, numeric: bool, label: Option<&String>) {
        let empty = is_empty(&cell.content);
        self.html.markup(match (heading, empty, numeric) {
            (true, ..) => "<th scope=\"row\"",
            (_, true, true) => "<td class=\"number no-data\"",
            (_, true, false) => "<td class=\"no-data\"",
            (_, false, true) => "<td class=\"number\"",
            (_, false, false) => "<td",
        });
        if let Some(label) = label.filter(|_| !heading) {
            self.cell_attributes(cell, label, numeric);
        }
        self.html.markup(">");
        if empty {
            self.missing(cell);
        } else if let Some(date) = cell.date {
            self.day(date);
        } else if cell.ended {
            let word = self.word("register_ended");
            self.html.text(&word);
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
