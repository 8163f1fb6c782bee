//! From the table of a chart to its numbers. The table is what the author wrote and what readers
//! get; the picture is drawn from it, so the two cannot differ.

use super::{Chart, ChartValue, MOST_SERIES, Series};
use crate::diagnostic::rules::components::{CHART_SERIES, CHART_UNITS};
use crate::diagnostic::{Diagnostic, Span};
use crate::figure::{Amount, Level, Unit};
use crate::prose::text::plain_text;
use crate::prose::{Column, Row};

impl Chart {
    /// Reads the numbers of the table: the first column names what is compared, every other one
    /// is a series. The table has been settled, so that its cells are read. Totals are not drawn:
    /// they would dwarf what they add up.
    pub fn read_table(&mut self, span: Span, out: &mut Vec<Diagnostic>) {
        let rows: Vec<&Row> = self.table.rows.iter().filter(|row| row.level == Level::Ordinary).collect();
        let name = |row: &&Row| row.cells.first().map(|cell| plain_text(&cell.content)).unwrap_or_default();
        self.categories = rows.iter().map(name).collect();
        let mut unit: Option<Unit> = None;
        let columns = self.table.columns.iter().enumerate().skip(1);
        self.series = columns.map(|(index, column)| series(index, column, &rows, &mut unit, out)).collect();
        if self.series.len() > MOST_SERIES {
            let message = format!("the chart has {} series and can show {MOST_SERIES}", self.series.len());
            out.push(
                Diagnostic::new(&CHART_SERIES, span.part(0, "```chart".len()), message)
                    .help("make two charts of it, or leave series out; the table shows all of them"),
            );
        }
    }
}

fn series(index: usize, column: &Column, rows: &[&Row], unit: &mut Option<Unit>, out: &mut Vec<Diagnostic>) -> Series {
    let mut values = Vec::with_capacity(rows.len());
    for row in rows {
        let Some(cell) = row.cells.get(index) else {
            values.push(None);
            continue;
        };
        let amount = cell.amount;
        if let Some(amount) = &amount
            && *unit.get_or_insert(amount.unit) != amount.unit
        {
            out.push(
                Diagnostic::new(&CHART_UNITS, cell.span, "the chart compares numbers of different kinds")
                    .help("one scale can show one unit only: pounds, per cent or a count; make two charts of it"),
            );
        }
        values.push(amount.map(value));
    }
    Series { label: plain_text(&column.heading), values }
}

fn value(mut amount: Amount) -> ChartValue {
    // Pounds have two decimals or none.
    if amount.unit == Unit::Pounds && amount.step == -1 {
        amount.step = -2;
    }
    let label = amount.to_string().replace(' ', "\u{a0}").replace('-', "\u{2212}");
    ChartValue { value: amount.value, label }
}
