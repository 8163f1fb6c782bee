//! From the table of a page to data: its numbers as plain decimals, its words as they are.

use super::grid::{Grid, GridColumn, GridRow, Holds, Value};
use super::{Maker, scorecard};
use crate::figure::{Amount, Date, Datum, Level, Measure, Unit, amount_plain, parse_datum, parse_measure};
use crate::prose::chart::Chart;
use crate::prose::{Cell, Column, DataOf, DataTable, Missing, Table, plain_text};
use crate::site::Address;

/// The data of a table that stands on the page at `address`.
pub(in crate::render) fn grid_of(maker: &Maker<'_>, address: &Address, data: &DataTable<'_>) -> Grid {
    let title = data.own_title(&maker.word("data_untitled"));
    let settings = &maker.site.settings;
    let page = super::text_at(maker.site, address).map(|text| text.title.clone()).unwrap_or_default();
    let within = maker.document.map(|document| document.title().to_owned()).filter(|title| *title != page);
    let within = within.unwrap_or_else(|| settings.title.clone());
    let text = |words: &[crate::prose::Inline]| plain_text(words).trim().to_owned();
    let subtitle = match data.of {
        DataOf::Chart(chart) => chart.subtitle.as_deref().map(text),
        DataOf::Table(_) | DataOf::Scorecard(_) => None,
    };
    let from = maker.words("data_from", &[("title", &title), ("page", &page), ("document", &within)]);
    let period = maker.document.and_then(|document| document.header.period.as_ref());
    let (note, row_headings, (columns, rows)) = match data.of {
        DataOf::Scorecard(card) => (card.note.as_deref().map(text), false, scorecard::read(maker, card)),
        DataOf::Table(table) | DataOf::Chart(Chart { table, .. }) => {
            (notes(maker, table), table.row_headings, read(table, &|key| maker.word(key)))
        }
    };
    Grid {
        description: subtitle.map_or_else(|| from.clone(), |subtitle| format!("{subtitle}. {from}")),
        title,
        source: data.source().map(text),
        note,
        language: maker.language.to_owned(),
        page: maker.address(address),
        covers: period.and_then(|period| Some((period.value.start()?, period.value.end()?))),
        row_headings,
        columns,
        rows,
    }
}

/// What readers should know of a table: the author's note, each difference that is known with its
/// reason, and whether numbers are rounded. The page says the same below the table.
fn notes(maker: &Maker<'_>, table: &Table) -> Option<String> {
    let own = table.note.as_deref().map(|note| plain_text(note).trim().to_owned()).filter(|note| !note.is_empty());
    if table.remarks.is_empty() && !table.rounded && table.as_of.is_none() {
        return own;
    }
    let counted = table.as_of.map(|from| maker.words("register_as_of", &[("date", &maker.date(from))]));
    let differences = table.remarks.iter().map(|remark| {
        let arguments = [
            ("row", remark.row.as_str()),
            ("column", remark.column.as_str()),
            ("stated", remark.stated.as_str()),
            ("computed", remark.computed.as_str()),
        ];
        format!("{} {}", maker.words("table_difference", &arguments), plain_text(&remark.because).trim())
    });
    let rounded = table.rounded.then(|| maker.word("table_rounded"));
    let ended = |note: String| if note.ends_with(['.', '!', '?']) { note } else { note + "." };
    let all: Vec<String> = own.into_iter().chain(counted).chain(differences).chain(rounded).map(ended).collect();
    Some(all.join(" "))
}

/// The columns and rows of a table; `word` gives the words of the interface.
pub(super) fn read(table: &Table, word: &dyn Fn(&str) -> String) -> (Vec<GridColumn>, Vec<GridRow>) {
    let mut rows: Vec<GridRow> = table
        .rows
        .iter()
        .map(|row| GridRow { total: row.level != Level::Ordinary, values: Vec::with_capacity(table.columns.len()) })
        .collect();
    let columns = table.columns.iter().enumerate().map(|(index, column)| {
        let cells: Vec<Found> = table
            .rows
            .iter()
            .map(|row| row.cells.get(index).map(|cell| found(cell, word)).unwrap_or_default())
            .collect();
        let (column, values) = read_column(column, &cells, index == 0 && table.row_headings);
        for (row, value) in rows.iter_mut().zip(values) {
            row.values.push(value);
        }
        column
    });
    (columns.collect(), rows)
}

/// What stands in a cell.
#[derive(Default)]
struct Found {
    /// In words.
    words: String,
    /// Its number, where the table's rules have been held against it.
    amount: Option<Amount>,
    /// Its day, in a column of days.
    date: Option<Date>,
}

/// A cell without a number says why in the words that the files of figures have.
fn found(cell: &Cell, word: &dyn Fn(&str) -> String) -> Found {
    let words = match cell.missing {
        Some(Missing::NotApplicable) => word("data_not_applicable"),
        Some(Missing::ToBeConfirmed) => word("data_to_be_confirmed"),
        None => plain_text(&cell.content).trim().to_owned(),
    };
    Found { words, amount: cell.amount, date: cell.date }
}

fn read_column(column: &Column, cells: &[Found], names_rows: bool) -> (GridColumn, Vec<Value>) {
    let heading = plain_text(&column.heading).trim().to_owned();
    let words = || cells.iter().map(|cell| Value::words(&cell.words)).collect();
    if cells.iter().any(|cell| cell.date.is_some()) {
        return days(heading, cells);
    }
    let measure = measure_of(column, &heading);
    // Numbers among words, such as years or the numbers of wards, are names.
    if names_rows || !(column.numeric || measure.is_some()) {
        return (GridColumn::with_unit(heading, column.unit.clone(), false), words());
    }
    // A unit that stands in the words of the heading is none to the rules of a table, and its
    // amounts are bare numbers.
    let known = column.unit.is_some() || measure.is_none();
    let datum = |cell: &Found| match cell.amount.filter(|_| known) {
        Some(amount) => Some(Datum::Amount(amount)),
        // A table in Markdown has no rules, so its cells are read here.
        None => parse_datum(&cell.words, measure.as_ref()).ok(),
    };
    let data: Vec<Option<Datum>> = cells.iter().map(datum).collect();
    // Without a unit above them, all may bear the same: it then goes into the heading. Where they
    // do not, a number alone would leave open what it counts, and the cell stays as it is.
    let unit = column.unit.clone().or_else(|| common_unit(&data).filter(|_| measure.is_none()));
    let lone = if measure.is_none() && column.unit.is_some() { None } else { shared(&data) };
    let plain = |amount: &Amount| match &measure {
        Some(measure) => Some(amount_plain(amount, measure.scale)),
        None if amount.unit == Unit::Count || lone.is_some() => Some(amount_plain(amount, 0)),
        None => None,
    };
    let values: Vec<Value> = cells
        .iter()
        .zip(&data)
        .map(|(cell, datum)| match datum {
            Some(Datum::Amount(amount)) => plain(amount).map_or_else(|| Value::words(&cell.words), Value::Number),
            Some(Datum::Blank) => Value::Nothing,
            _ => Value::words(&cell.words),
        })
        .collect();
    let some = values.iter().any(|value| matches!(value, Value::Number(_)));
    // Words without a digit say why there is no number; "fewer than 5" says more than that.
    let all = values.iter().all(|value| match value {
        Value::Words(words) => !words.contains(|c: char| c.is_ascii_digit()),
        Value::Number(_) | Value::Nothing => true,
    });
    let column = GridColumn::with_unit(heading, unit, some && all);
    let unit = column.unit.or_else(|| measure.map(|measure| measure.written));
    (GridColumn { unit, ..column }, values)
}

/// A column of days. Where a cell is none, its words say why; other words make it a column of words.
fn days(heading: String, cells: &[Found]) -> (GridColumn, Vec<Value>) {
    let only = cells.iter().all(|cell| cell.date.is_some() || !cell.words.contains(|c: char| c.is_ascii_digit()));
    let holds = if only { Holds::Days } else { Holds::Words };
    let value = |cell: &Found| cell.date.map_or_else(|| Value::words(&cell.words), |day| Value::Words(day.to_string()));
    (GridColumn { holds, ..GridColumn::words(heading) }, cells.iter().map(value).collect())
}

/// What a column's numbers are counted in: as its unit says, or the end of its heading,
/// `Spending (£'000)`.
fn measure_of(column: &Column, heading: &str) -> Option<Measure> {
    if let Some(unit) = &column.unit {
        return parse_measure(unit).ok();
    }
    let within = heading.strip_suffix(')').and_then(|rest| rest.rsplit_once('(')).map(|(_, unit)| unit);
    let measure = parse_measure(within.unwrap_or(heading)).ok()?;
    // A noun may be anything: `Carers (all)`.
    (measure.unit != Unit::Count).then_some(measure)
}

/// The unit that all amounts of a column have, if they have the same.
fn shared(data: &[Option<Datum>]) -> Option<Unit> {
    let mut units = data.iter().filter_map(|datum| Some(datum.as_ref()?.amount()?.unit));
    let first = units.next()?;
    units.all(|unit| unit == first).then_some(first)
}

/// The same as it is written in a heading; a bare number needs none.
fn common_unit(data: &[Option<Datum>]) -> Option<String> {
    match shared(data)? {
        Unit::Pounds => Some("£".into()),
        Unit::Percent => Some("%".into()),
        Unit::Points => Some("percentage points".into()),
        Unit::Count => None,
    }
}
