//! Registers: what script needs to sort and filter a table, its rows added up by groups, and cells
//! that say themselves what they are when a narrow screen shows each row as a block.
//!
//! Without script the form below stays hidden, and the table is what it is.

use super::Writer;
use crate::figure::{Decimal, Level, amount_plain, date_words};
use crate::prose::table::{Group, GroupTotals, Order, Register};
use crate::prose::text::plain_text;
use crate::prose::{Cell, Column, Table};

/// How columns can be put in order.
struct Sorting {
    order: Order,
    /// What the heading calls it for the script.
    name: &'static str,
    /// The attributes of the form with the words for both directions, and the keys of these words.
    words: [(&'static str, &'static str); 2],
}

const SORTINGS: [Sorting; 4] = [
    Sorting {
        order: Order::Words,
        name: "words",
        words: [("data-words-up", "register_words_up"), ("data-words-down", "register_words_down")],
    },
    Sorting {
        order: Order::Numbers,
        name: "numbers",
        words: [("data-numbers-up", "register_numbers_up"), ("data-numbers-down", "register_numbers_down")],
    },
    Sorting {
        order: Order::Days,
        name: "days",
        words: [("data-days-up", "register_days_up"), ("data-days-down", "register_days_down")],
    },
    Sorting {
        order: Order::Listed,
        name: "listed",
        words: [("data-listed-up", "register_listed_up"), ("data-listed-down", "register_listed_down")],
    },
];

impl Writer<'_> {
    /// The fields that filter a table; `id` is that of its caption.
    pub(super) fn register_tools(&mut self, table: &Table, register: &Register, id: &str) {
        self.html.markup("<form class=\"filter register-tools\"");
        self.html.attribute("data-register", id);
        for Sorting { order, words, .. } in SORTINGS {
            if register.orders.contains(&order) {
                for (name, key) in words {
                    let words = self.word(key);
                    self.html.attribute(name, &words);
                }
            }
        }
        self.html.markup(" hidden>\n<div class=\"filter-fields\">\n<p><label");
        let find = format!("{id}-find");
        self.html.attribute("for", &find);
        self.html.markup(">");
        let label = self.word("register_find");
        self.html.text(&label);
        self.html.markup("</label> <input type=\"search\" autocomplete=\"off\" spellcheck=\"false\"");
        self.html.attribute("id", &find);
        self.html.markup("></p>");
        for (index, choices) in register.choices.iter().enumerate().filter(|(_, choices)| choices.len() > 1) {
            let heading = table.columns.get(index).map(label_of).unwrap_or_default();
            self.choices(&format!("{id}-{}", index + 1), index, &heading, choices);
        }
        self.html.markup("\n</div>\n<p class=\"filter-shown\" role=\"status\"");
        let shown = self.word("register_shown");
        self.html.attribute("data-shown", &shown);
        if table.rows.iter().any(|row| row.level != Level::Ordinary) {
            let totals = self.word("register_totals_hidden");
            self.html.attribute("data-totals", &totals);
        }
        self.html.markup("></p>\n<p><button type=\"reset\" class=\"action action-quiet\">");
        let all = self.word("register_show_all");
        self.html.text(&all);
        self.html.markup("</button></p>\n</form>\n");
    }

    fn choices(&mut self, id: &str, column: usize, heading: &str, choices: &[String]) {
        self.html.markup("\n<p><label");
        self.html.attribute("for", id);
        self.html.markup(">");
        self.html.text(heading);
        self.html.markup("</label> <select");
        self.html.attribute("id", id);
        self.html.attribute("data-column", &column.to_string());
        self.html.markup("><option value=\"\">");
        let all = self.word("register_all");
        self.html.text(&all);
        self.html.markup("</option>");
        for choice in choices {
            self.html.markup("<option>");
            self.html.text(choice);
            self.html.markup("</option>");
        }
        self.html.markup("</select></p>");
    }

    /// How the column of a heading is put in order, and whether the table is in that order.
    pub(super) fn sort_attributes(&mut self, register: &Register, column: usize) {
        let order = register.orders.get(column);
        if let Some(sorting) = SORTINGS.iter().find(|sorting| Some(&sorting.order) == order) {
            self.html.attribute("data-sort", sorting.name);
        }
        if let Some((_, descending)) = register.sorted.filter(|(sorted, _)| *sorted == column) {
            self.html.attribute("aria-sort", if descending { "descending" } else { "ascending" });
        }
    }

    /// What a cell of a register says beside its words: its heading for narrow screens, and its
    /// number where script could not read it from them.
    pub(super) fn cell_attributes(&mut self, cell: &Cell, label: &str, numbers: bool) {
        self.html.attribute("data-label", label);
        if !numbers {
            return;
        }
        let words = plain_text(&cell.content).replace([',', '£', '%', ' ', '\u{a0}'], "").replace('\u{2212}', "-");
        let read: Option<Decimal> = words.parse().ok();
        if read != cell.amount.map(|amount| amount.value) || cell.ended {
            let value = cell.amount.map(|amount| amount_plain(&amount, 0)).unwrap_or_default();
            self.html.attribute("data-value", &value);
        }
    }

    /// A day in words, and for programs.
    pub(super) fn day(&mut self, date: crate::figure::Date) {
        self.html.markup("<time");
        self.html.attribute("datetime", &date.to_string());
        self.html.markup(">");
        let words = self.options.words;
        let written = date_words(date, &|key, arguments| words.word(key, arguments));
        self.html.text(&written);
        self.html.markup("</time>");
    }

    /// The rows of a table added up; `id` and `name` are those of the table.
    pub(super) fn group_totals(&mut self, table: &Table, totals: &GroupTotals, id: &str, name: &str) {
        let id = format!("{id}-totals");
        let columns = || totals.of.iter().filter_map(|column| table.columns.get(*column));
        let by = table.columns.get(totals.by).map(label_of).unwrap_or_default();
        let caption = self.options.words.word("register_totals", &[("title", name), ("column", &by)]);
        self.html.markup("<div class=\"table-scroll\" role=\"region\"");
        self.named_by(&id, &caption);
        self.html.markup(" tabindex=\"0\"><table><caption");
        self.html.attribute("id", &id);
        self.html.markup(">");
        self.html.text(&caption);
        self.html.markup("</caption>\n<thead><tr><th scope=\"col\">");
        self.html.text(&by);
        self.html.markup("</th><th scope=\"col\" class=\"number\">");
        let rows = self.word("register_rows");
        self.html.text(&rows);
        self.html.markup("</th>");
        for column in columns() {
            self.column(&Column { numeric: true, ..column.clone() }, None);
        }
        self.html.markup("</tr></thead>\n<tbody>");
        for group in &totals.groups {
            self.total_of(group, "no_data");
        }
        self.total_of(&Group { name: None, ..totals.all.clone() }, "register_group_all");
        self.html.markup("\n</tbody></table></div>");
        for (column, sum) in columns().zip(&totals.all.sums).filter(|(_, sum)| sum.without > 0) {
            self.html.markup("\n<p class=\"note\">");
            let count = sum.without.to_string();
            let words = [("count", count.as_str()), ("column", &plain_text(&column.heading))];
            let words = self.options.words.word("register_without", &words);
            self.html.text(&words);
            self.html.markup("</p>");
        }
        self.html.line();
    }

    /// A group; `nameless` is the key of what it is called without a name of its own.
    fn total_of(&mut self, group: &Group, nameless: &str) {
        self.html.line();
        self.html.markup(if nameless == "no_data" { "<tr>" } else { "<tr class=\"total\">" });
        self.html.markup("<th scope=\"row\">");
        let name = group.name.clone().unwrap_or_else(|| self.word(nameless));
        self.html.text(&name);
        self.html.markup("</th><td class=\"number\">");
        self.html.number(u64::try_from(group.rows).unwrap_or(u64::MAX));
        self.html.markup("</td>");
        for sum in &group.sums {
            self.html.markup(if sum.amount.is_some() {
                "<td class=\"number\">"
            } else {
                "<td class=\"number no-data\">"
            });
            let words = if sum.amount.is_some() { sum.shown.clone() } else { self.word("no_data") };
            self.html.text(&words);
            self.html.markup("</td>");
        }
        self.html.markup("</tr>");
    }
}

/// The heading of a column with its unit: `Whole value (£)`.
pub(super) fn label_of(column: &Column) -> String {
    let heading = plain_text(&column.heading).trim().to_owned();
    match &column.unit {
        Some(unit) => format!("{heading} ({unit})"),
        None => heading,
    }
}
