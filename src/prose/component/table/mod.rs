//! `table`: a table whose columns have units, whose rows may come from a file, and whose totals,
//! columns and equations must hold.

mod columns;
mod register;
mod rows;
mod rules;

pub(in crate::prose) use columns::plain_rule;
pub(super) use rows::cell;
pub(super) use rules::data;

use super::{Context, data_id};
use crate::diagnostic::Diagnostic;
use crate::diagnostic::rules::prose::TABLE_CAPTION;
use crate::prose::line_field;
use crate::prose::parse::{Page, numeric_column};
use crate::prose::table::{ColumnRule, RegisterRules, Rules};
use crate::prose::text::cell_text;
use crate::prose::{Cell, Column, Inline, Row, Table};
use crate::source::{Fields, Yaml, list_of};

pub(super) fn decode(yaml: &Yaml, context: Context, page: &mut Page, out: &mut Vec<Diagnostic>) -> Option<Table> {
    let mut fields = Fields::of(yaml, "a table", out)?.sound(context.sound);
    let caption = caption(&mut fields, context, "table");
    let mut table = grid(&mut fields, caption, context, page);
    let register = register::register(&mut fields);
    fields.finish();
    if let Some(rules) = table.as_mut().and_then(|table| table.rules.as_mut()) {
        rules.register = register;
    }
    table
}

/// What the component `name` shows; a warning where nobody says it.
pub(super) fn caption(fields: &mut Fields<'_, '_>, context: Context, name: &str) -> Option<Vec<Inline>> {
    let caption = line_field(fields, "caption");
    if caption.is_none() && context.sound && !fields.has("caption") {
        let place = context.span.part(0, "```".len() + name.len());
        let diagnostic = Diagnostic::new(&TABLE_CAPTION, place, format!("a {name} without a caption"));
        fields.out.push(diagnostic.help("say what it shows: caption: What we spent, 2019 to 2020"));
    }
    caption
}

/// The columns and rows of a table or a chart, what must hold in them, and what stands below them.
pub(super) fn grid(
    fields: &mut Fields<'_, '_>,
    caption: Option<Vec<Inline>>,
    context: Context,
    page: &mut Page,
) -> Option<Table> {
    let data = rules::data(fields, "rows");
    let columns = fields.take("columns");
    if columns.is_none() && data.is_none() {
        fields.missing("columns", "list the headings of the columns: columns: [Area, Amount]");
    }
    let headings = columns.map_or(&[][..], |columns| list_of(columns, "columns", fields.out));
    let headings: Vec<columns::Heading> =
        headings.iter().map(|column| columns::heading(column, context.sound, fields.out)).collect();
    let rows = match data {
        // A file gives the rows later.
        Some(_) => Vec::new(),
        None => rows_in_place(fields, &headings),
    };
    let rules = Rules {
        data,
        columns: Vec::new(),
        totals: rules::totals(fields),
        equations: fields.texts("equations"),
        rounding: rules::rounding(fields),
        known: rules::known(fields),
        register: RegisterRules::default(),
    };
    let id = data_id::data_id(fields, page);
    let source = line_field(fields, "source");
    let note = line_field(fields, "note");
    if headings.is_empty() && rules.data.is_none() {
        return None;
    }
    columns::check_first(&headings, fields.out);
    let (columns, of_columns) = columns::put_together(headings);
    let rules = Rules { columns: of_columns, ..rules };
    let captioned = caption.is_some();
    let caption = caption.unwrap_or_else(|| page.fallback_caption(context.span));
    let row_headings = columns.len() != 1;
    let rules = Some(Box::new(rules));
    let mut table = Table {
        caption,
        captioned,
        columns,
        rows,
        row_headings,
        source,
        note,
        rules,
        id,
        component: true,
        ..Table::default()
    };
    set_right(&mut table);
    Some(table)
}

fn rows_in_place(fields: &mut Fields<'_, '_>, headings: &[columns::Heading]) -> Vec<Row> {
    let rows = fields.take("rows");
    if rows.is_none() {
        fields.missing(
            "rows",
            "write each row as a list below it: - [Mental health, 7051]; or name a file: data: data/spending.csv",
        );
    }
    let rows = rows.map_or(&[][..], |rows| list_of(rows, "rows", fields.out));
    if headings.is_empty() {
        return Vec::new();
    }
    rows.iter().filter_map(|yaml| rows::row(yaml, headings, fields.out)).collect()
}

/// Decides which columns are numbers, where the author does not: those whose cells are.
pub(in crate::prose) fn set_right(table: &mut Table) {
    let aligned = |index: usize| {
        let rule = table.rules.as_ref().and_then(|rules| rules.columns.get(index));
        let typed = |rule: &ColumnRule| rule.kind.as_ref().map(|kind| kind.value.is_amount());
        rule.and_then(|rule| rule.align.or_else(|| typed(rule)).or_else(|| rule.computed.then_some(true)))
    };
    let right: Vec<bool> = (0..table.columns.len())
        .map(|index| {
            let cells = table.rows.iter().filter_map(|row| row.cells.get(index));
            let by_cells = || numeric_column(cells.map(|cell: &Cell| cell_text(&cell.content)));
            if table.row_headings && index == 0 { false } else { aligned(index).unwrap_or_else(by_cells) }
        })
        .collect();
    for (column, right) in table.columns.iter_mut().zip(right) {
        let Column { numeric, .. } = column;
        *numeric = right;
    }
}
