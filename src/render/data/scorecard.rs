//! From a scorecard to data: a row for each indicator, with its target as words and as a number, and
//! for each period the value and what it makes of the target.

use super::Maker;
use super::grid::{GridColumn, GridRow, Holds, Value};
use crate::figure::{Amount, Bound, Period, Target, Unit, amount_plain};
use crate::prose::scorecard::{Kpi, Scorecard};
use crate::prose::{Cell, Missing, plain_text, prose_text};

/// The columns and rows of a scorecard.
pub(super) fn read(maker: &Maker<'_>, card: &Scorecard) -> (Vec<GridColumn>, Vec<GridRow>) {
    let column = |name, key: &str, holds| GridColumn::named(name, maker.word(key), holds);
    let mut columns = vec![
        column("indicator", "scorecard_indicator", Holds::Words),
        column("group", "data_group", Holds::Words),
        column("target", "scorecard_target", Holds::Words),
        column("bound", "data_bound", Holds::Words),
        column("threshold", "data_threshold", Holds::Numbers),
        column("threshold-to", "data_threshold_to", Holds::Numbers),
        column("unit", "data_unit", Holds::Words),
    ];
    for period in &card.periods {
        let words = words(maker, &period.period);
        let status = maker.words("data_status_in", &[("period", &words)]);
        columns.push(GridColumn::with_unit(words, None, true));
        columns.push(GridColumn::words(status));
    }
    columns.push(column("note", "data_note", Holds::Words));
    (columns, card.indicators.iter().map(|kpi| row(maker, kpi)).collect())
}

fn words(maker: &Maker<'_>, period: &Period) -> String {
    period.month_words(&|key, arguments| maker.words(key, arguments))
}

fn row(maker: &Maker<'_>, kpi: &Kpi) -> GridRow {
    let bound = kpi.aim.as_ref().map(|aim| &aim.bound);
    let (threshold, upper) = match bound {
        None => (Value::Nothing, Value::Nothing),
        Some(Bound::Between(from, to)) => (number(from), number(to)),
        Some(Bound::Least { of, .. } | Bound::Most { of, .. }) => (number(of), Value::Nothing),
    };
    let mut values = vec![
        Value::words(plain_text(&kpi.label).trim()),
        Value::words(&kpi.group),
        Value::words(&shown(maker, &kpi.target)),
        Value::maybe(bound.map(|bound| maker.word(key_of(bound)))),
        threshold,
        upper,
        Value::maybe(unit(kpi).map(|unit| unit_words(maker, unit))),
    ];
    for (index, cell) in kpi.values.iter().enumerate() {
        values.push(cell.amount.as_ref().map_or_else(|| Value::words(&shown(maker, cell)), number));
        let standing = kpi.standings.get(index).copied().flatten();
        values.push(Value::maybe(standing.map(|standing| maker.word(standing.key()))));
    }
    values.push(Value::words(prose_text(&kpi.note).trim()));
    GridRow { total: false, values }
}

/// What the numbers of a row are counted in: as the target says, or else the values.
fn unit(kpi: &Kpi) -> Option<Unit> {
    let of_values = || kpi.values.iter().find_map(|cell| Some(cell.amount?.unit));
    kpi.aim.as_ref().and_then(Target::unit).or_else(of_values)
}

fn unit_words(maker: &Maker<'_>, unit: Unit) -> String {
    match unit {
        Unit::Pounds => "£".to_owned(),
        Unit::Percent => "%".to_owned(),
        Unit::Points => maker.word("data_points"),
        Unit::Count => maker.word("data_count"),
    }
}

fn number(amount: &Amount) -> Value {
    Value::Number(amount_plain(amount, 0))
}

/// A cell in words; without any, why.
fn shown(maker: &Maker<'_>, cell: &Cell) -> String {
    match cell.missing {
        Some(Missing::NotApplicable) => maker.word("data_not_applicable"),
        Some(Missing::ToBeConfirmed) => maker.word("data_to_be_confirmed"),
        None => plain_text(&cell.content).trim().to_owned(),
    }
}

fn key_of(bound: &Bound) -> &'static str {
    match bound {
        Bound::Least { strict: false, .. } => "data_bound_least",
        Bound::Least { strict: true, .. } => "data_bound_more",
        Bound::Most { strict: false, .. } => "data_bound_most",
        Bound::Most { strict: true, .. } => "data_bound_less",
        Bound::Between(..) => "data_bound_between",
    }
}
