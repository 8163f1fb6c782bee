//! From the cells of a spreadsheet to the rows of a table. Its first row holds the headings.

use super::{ColumnRule, squeezed, words_of};
use crate::diagnostic::rules::prose::TABLE_HEADER;
use crate::diagnostic::rules::tables::DATA_COLUMN;
use crate::diagnostic::{Diagnostic, Span};
use crate::figure::{Level, Unit, parse_measure};
use crate::prose::component::{plain_rule, set_right};
use crate::prose::{Cell, Column, Inline, InlineKind, Row, SheetSource, Table};
use crate::source::{Located, Sheet, SheetCell, SheetRow, did_you_mean};

/// Fills a table from the sheet that its rules name. A worksheet has no text to point into, so
/// its cells stand where the page names the file.
pub fn fill_from(table: &mut Table, sheet: &Sheet, out: &mut Vec<Diagnostic>) {
    let Some(rules) = table.rules.as_deref_mut() else { return };
    let Some(data) = &rules.data else { return };
    let named_at = data.path.span;
    let mut rows = sheet.rows.iter().filter(|row| row.cells.iter().any(|cell| !cell.text.trim().is_empty()));
    let Some(heading) = rows.next() else { return };
    let sources: Vec<Option<usize>> = if rules.columns.is_empty() {
        let all = heading.cells.iter().enumerate().filter(|(index, _)| used(sheet, *index));
        let (indexes, found): (Vec<usize>, Vec<(Column, ColumnRule)>) =
            all.map(|(index, cell)| (index, column(cell, named_at, out))).unzip();
        (table.columns, rules.columns) = found.into_iter().unzip();
        indexes.into_iter().map(Some).collect()
    } else {
        rules.columns.iter().map(|rule| source_of_rule(rule, heading, out)).collect()
    };
    table.rows = rows
        .map(|row| {
            let cells: Vec<Cell> = sources
                .iter()
                .map(|source| source.and_then(|source| row.cells.get(source)))
                .map(|source| source.map_or_else(|| blank(named_at), |source| cell(source, named_at)))
                .collect();
            let span = cells.first().map_or(named_at, |cell| cell.span);
            Row { span, level: Level::Ordinary, cells }
        })
        .collect();
    table.row_headings = table.columns.len() > 1;
    set_right(table);
}

/// Whether a column of a sheet has anything in it.
fn used(sheet: &Sheet, index: usize) -> bool {
    sheet.rows.iter().any(|row| row.cells.get(index).is_some_and(|cell| !cell.text.trim().is_empty()))
}

/// A column that only the file describes.
fn column(cell: &SheetCell, named_at: Span, out: &mut Vec<Diagnostic>) -> (Column, ColumnRule) {
    let span = cell.span.unwrap_or(named_at);
    let words = squeezed(&cell.text);
    if words.is_empty() {
        let message = format!("a table column without a heading: cell {} is empty", cell.place);
        out.push(
            Diagnostic::new(&TABLE_HEADER, span, message)
                .help("write into the file what is in the column; or list `columns` with a label for each"),
        );
    }
    let (words, unit) = match split_unit(&words) {
        Some((words, unit)) => (words.to_owned(), Some(unit.to_owned())),
        None => (words, None),
    };
    let mut rule = plain_rule(span);
    rule.name.value.clone_from(&words);
    rule.unit = unit.clone().map(|unit| Located::new(unit, span));
    (Column { heading: vec![Inline { span, kind: InlineKind::Text(words) }], unit, numeric: false }, rule)
}

/// A heading with its unit behind it: `2017/18 £'000`, `Spending (£)`, `Share %`.
pub(in crate::prose) fn split_unit(heading: &str) -> Option<(&str, &str)> {
    let fits =
        |unit: &str| parse_measure(unit).is_ok_and(|measure| measure.unit != Unit::Count && measure.noun.is_none());
    if let Some(inner) = heading.strip_suffix(')')
        && let Some((words, unit)) = inner.rsplit_once('(')
        && fits(unit.trim())
        && !words.trim().is_empty()
    {
        return Some((words.trim(), unit.trim()));
    }
    let (at, _) = heading.match_indices(' ').find(|(at, _)| heading.get(at + 1..).is_some_and(fits))?;
    heading.split_at_checked(at).map(|(words, unit)| (words.trim(), unit.trim()))
}

fn source_of_rule(rule: &ColumnRule, heading: &SheetRow, out: &mut Vec<Diagnostic>) -> Option<usize> {
    if rule.computed {
        return None;
    }
    let mend = "to give one another heading, write `from:` beside `label:`";
    source_of(rule.from.as_ref().unwrap_or(&rule.name), heading, mend, out)
}

/// The column of a file with this heading, its unit aside; where there is none, `mend` says how
/// another is named.
pub(in crate::prose) fn source_of(
    wanted: &Located<String>,
    heading: &SheetRow,
    mend: &str,
    out: &mut Vec<Diagnostic>,
) -> Option<usize> {
    let names: Vec<String> = heading.cells.iter().map(|cell| squeezed(&cell.text)).collect();
    let name = squeezed(&wanted.value);
    let bare = |heading: &String| split_unit(heading).is_some_and(|(words, _)| words == name);
    let exact: Vec<usize> = positions(&names, |heading| *heading == name);
    let found = if exact.is_empty() { positions(&names, bare) } else { exact };
    if let [first, second, ..] = found.as_slice()
        && !name.is_empty()
    {
        let place = |index: &usize| heading.cells.get(*index).map(|cell| cell.place.to_string()).unwrap_or_default();
        let message = format!("the file has several columns `{name}`: {} and {}", place(first), place(second));
        out.push(
            Diagnostic::new(&DATA_COLUMN, wanted.span, message)
                .help("give them headings that differ in the file, or name a `range` with only one of them"),
        );
    }
    let found = found.first().copied();
    if found.is_none() && !name.is_empty() {
        let known = names.iter().filter(|name| !name.is_empty()).map(String::as_str);
        let all = known.clone().collect::<Vec<_>>().join(", ");
        out.push(
            Diagnostic::new(&DATA_COLUMN, wanted.span, format!("the file has no column `{name}`"))
                .help(did_you_mean(&name, known).unwrap_or_else(|| format!("its columns are: {all}; {mend}"))),
        );
    }
    found
}

fn positions(names: &[String], fits: impl Fn(&String) -> bool) -> Vec<usize> {
    names.iter().enumerate().filter(|(_, name)| fits(name)).map(|(index, _)| index).collect()
}

/// A cell of a sheet as a cell of a table.
pub(in crate::prose) fn cell(source: &SheetCell, named_at: Span) -> Cell {
    let span = source.span.unwrap_or(named_at);
    let text = squeezed(&source.text);
    let content = if text.is_empty() { Vec::new() } else { vec![Inline { span, kind: InlineKind::Text(text) }] };
    let sheet = SheetSource { place: source.place, decimals: source.decimals };
    Cell { sheet: Some(sheet), ..Cell::new(span, content) }
}

/// A cell without anything in it.
pub(in crate::prose) fn blank(span: Span) -> Cell {
    Cell::new(span, Vec::new())
}

/// The words of the first cell of each row.
pub(super) fn row_names(table: &Table) -> Vec<String> {
    table.rows.iter().map(|row| row.cells.first().map(words_of).unwrap_or_default()).collect()
}
