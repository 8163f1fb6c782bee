//! The order of a table's rows, and what readers need to put them into another.

use super::names::column_of;
use super::typed::{chosen, is_missing, listed, type_of};
use super::{ColumnType, Order, Register, Rules, squeezed, words_of};
use crate::diagnostic::rules::tables::BAD_REGISTER;
use crate::diagnostic::{Diagnostic, Span};
use crate::figure::{Date, Decimal, Level};
use crate::prose::{Cell, Row, Table};
use std::cmp::Ordering;
use std::collections::BTreeMap;

/// What a cell is put in order by.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Key {
    Number(Decimal),
    Day(Date),
    Place(usize),
    Words(Vec<Piece>),
}

/// A stretch of words, or of digits by their value: 2 comes before 10.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Piece {
    Digits(usize, String),
    Letters(String),
}

/// Puts the rows into the author's order, and gives what readers need for their own.
/// A chart is no register.
pub(super) fn set_order(table: &mut Table, rules: &Rules, chart: bool, out: &mut Vec<Diagnostic>) -> Option<Register> {
    let orders: Vec<Order> = (0..table.columns.len()).map(|column| order_of(table, rules, column)).collect();
    let keys = rules.register.sort.iter().filter_map(|sort| {
        // A heading may begin with a hyphen, but hardly does.
        Some((column_of(&sort.column, &rules.columns, out)?, sort.descending))
    });
    let keys: Vec<(usize, bool)> = keys.collect();
    let subtotals = rules.totals.iter().find(|total| total.level == Level::Subtotal);
    let mut refused = |place: Span, what: &str| {
        let Some(subtotal) = subtotals else { return false };
        out.push(
            Diagnostic::new(&BAD_REGISTER, place, format!("rows with subtotals between them cannot {what}"))
                .label(subtotal.row.span, "a subtotal")
                .help("take the subtotals away, and let Candour add the rows up: group-totals: { by: Service }"),
        );
        true
    };
    let sorted = rules.register.sort.first().is_some_and(|sort| !refused(sort.column.span, "be sorted"));
    if sorted {
        sort_rows(table, &keys, &orders, rules);
    }
    let typed = rules.columns.iter().any(|column| column.kind.is_some());
    let wanted = match &rules.register.wanted {
        Some(wanted) => wanted.value && !refused(wanted.span, "be put in another order by readers"),
        None => typed && subtotals.is_none(),
    };
    if !wanted || chart {
        return None;
    }
    let choices = (0..table.columns.len()).map(|column| choices_of(table, rules, column)).collect();
    Some(Register { orders, choices, sorted: keys.first().copied().filter(|_| sorted) })
}

fn order_of(table: &Table, rules: &Rules, column: usize) -> Order {
    let numeric = table.columns.get(column).is_some_and(|column| column.numeric);
    match type_of(rules, column) {
        Some(ColumnType::Date) => Order::Days,
        Some(ColumnType::Choice) if !listed(rules.columns.get(column)).is_empty() => Order::Listed,
        _ if numeric => Order::Numbers,
        _ => Order::Words,
    }
}

/// The choices that occur in a column: as they are listed, or from A to Z.
fn choices_of(table: &Table, rules: &Rules, column: usize) -> Vec<String> {
    if type_of(rules, column) != Some(ColumnType::Choice) {
        return Vec::new();
    }
    in_order(chosen(table, column).map(|(_, words, _)| words), &listed(rules.columns.get(column)))
}

/// Each word once, as listed; those that are not, behind them from A to Z.
pub(super) fn in_order(words: impl Iterator<Item = String>, listed: &[String]) -> Vec<String> {
    let place = |word: &String| listed.iter().position(|listed| listed == word).unwrap_or(listed.len());
    let all: BTreeMap<(usize, Vec<Piece>, String), ()> =
        words.map(|word| ((place(&word), pieces(&word), word), ())).collect();
    all.into_keys().map(|(_, _, word)| word).collect()
}

/// Sorts the rows; totals stay below them, and rows without a value come last in either direction.
fn sort_rows(table: &mut Table, keys: &[(usize, bool)], orders: &[Order], rules: &Rules) {
    let rows = std::mem::take(&mut table.rows);
    let (ordinary, totals): (Vec<Row>, Vec<Row>) = rows.into_iter().partition(|row| row.level == Level::Ordinary);
    let listed: Vec<Vec<String>> = keys.iter().map(|(column, _)| self::listed(rules.columns.get(*column))).collect();
    let key_of = |row: &Row| -> Vec<Option<Key>> {
        let keys = keys.iter().zip(&listed);
        keys.map(|((column, _), listed)| key(row.cells.get(*column)?, *orders.get(*column)?, listed)).collect()
    };
    let mut keyed: Vec<(Vec<Option<Key>>, Row)> = ordinary.into_iter().map(|row| (key_of(&row), row)).collect();
    keyed.sort_by(|(first, _), (second, _)| {
        let each = first.iter().zip(second).zip(keys);
        each.map(|((first, second), (_, descending))| compare(first.as_ref(), second.as_ref(), *descending))
            .fold(Ordering::Equal, Ordering::then)
    });
    table.rows = keyed.into_iter().map(|(_, row)| row).chain(totals).collect();
}

fn compare(first: Option<&Key>, second: Option<&Key>, descending: bool) -> Ordering {
    match (first, second) {
        (Some(first), Some(second)) if descending => second.cmp(first),
        (Some(first), Some(second)) => first.cmp(second),
        (first, second) => first.is_none().cmp(&second.is_none()),
    }
}

fn key(cell: &Cell, order: Order, listed: &[String]) -> Option<Key> {
    match order {
        Order::Numbers => cell.amount.map(|amount| Key::Number(amount.value)),
        Order::Days => cell.date.map(Key::Day),
        Order::Listed | Order::Words => {
            let words = Some(words_of(cell)).filter(|words| cell.missing.is_none() && !is_missing(words))?;
            let place = listed.iter().position(|listed| *listed == words);
            Some(place.map_or_else(|| Key::Words(pieces(&words)), Key::Place))
        }
    }
}

/// Words as they are put in order: without their capitals, numbers by their value.
fn pieces(words: &str) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let lower = squeezed(&words.to_lowercase());
    let mut rest = lower.as_str();
    while let Some(first) = rest.chars().next() {
        let digits = first.is_ascii_digit();
        let end = rest.find(|c: char| c.is_ascii_digit() != digits).unwrap_or(rest.len());
        let (piece, after) = rest.split_at_checked(end).unwrap_or((rest, ""));
        pieces.push(if digits {
            let value = piece.trim_start_matches('0');
            Piece::Digits(value.len(), value.to_owned())
        } else {
            Piece::Letters(piece.to_owned())
        });
        rest = after;
    }
    pieces
}

#[cfg(test)]
mod tests {
    use super::{in_order, pieces};

    #[test]
    fn numbers_within_words_are_numbers() {
        let mut words = ["Ward 10", "ward 2", "Ward", "Ward 02b", "Ambulance", "£9", "10", "9"];
        words.sort_by_key(|word| pieces(word));
        assert_eq!(words, ["9", "10", "Ambulance", "Ward", "ward 2", "Ward 02b", "Ward 10", "£9"]);
    }

    #[test]
    fn choices_come_as_listed_and_then_from_a_to_z() {
        let words = ["Low", "Odd", "High", "Low", "Another"].map(str::to_owned);
        let listed = ["High", "Medium", "Low"].map(str::to_owned);
        assert_eq!(in_order(words.into_iter(), &listed), ["High", "Low", "Another", "Odd"]);
    }
}
