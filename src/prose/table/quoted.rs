//! Cells that quote figures. A cell is written in the unit of its column, and a quotation in full:
//! so a cell is spelt out before it is held against its figure, and put back afterwards.

use crate::figure::{Amount, Datum, Measure, amount_cell, parse_datum, parse_measure};
use crate::prose::text::plain_text;
use crate::prose::{Cell, Inline, InlineKind, Table, Target};

/// Cells that were spelt out, to be put back.
#[derive(Debug, Default)]
pub struct Quoted(Vec<(usize, usize, Written)>);

#[derive(Debug)]
enum Written {
    /// As the author wrote it.
    Words(Vec<Inline>),
    /// To be filled in.
    Nothing,
}

/// Spells out the cells that quote a figure in the unit of their column.
pub fn spell_cells(table: &mut Table) -> Quoted {
    let measures = measures(table);
    let mut quoted = Quoted::default();
    for (row_index, row) in table.rows.iter_mut().enumerate() {
        for (index, cell) in row.cells.iter_mut().enumerate() {
            let Some(measure) = measures.get(index).and_then(Option::as_ref) else { continue };
            let Some((span, words)) = only_quotation(cell) else { continue };
            let written = plain_text(words);
            if written.trim().is_empty() {
                quoted.0.push((row_index, index, Written::Nothing));
            } else if let Ok(Datum::Amount(amount)) = parse_datum(&written, Some(measure)) {
                let spelt = vec![Inline { span, kind: InlineKind::Text(amount.to_string()) }];
                quoted.0.push((row_index, index, Written::Words(std::mem::replace(words, spelt))));
            }
        }
    }
    quoted
}

/// Puts the cells back as they were written, and those that were filled in into their unit.
pub fn restore_cells(table: &mut Table, quoted: Quoted) {
    let measures = measures(table);
    for (row, index, written) in quoted.0 {
        let cell = table.rows.get_mut(row).and_then(|row| row.cells.get_mut(index));
        let measure = measures.get(index).and_then(Option::as_ref);
        let (Some((span, words)), Some(measure)) = (cell.and_then(only_quotation), measure) else { continue };
        match written {
            Written::Words(before) => *words = before,
            Written::Nothing => {
                if let Ok(Datum::Amount(amount)) = parse_datum(&plain_text(words), None)
                    && amount.unit == measure.unit
                {
                    let text = in_measure(&amount, measure);
                    *words = vec![Inline { span, kind: InlineKind::Text(text) }];
                }
            }
        }
    }
}

/// An amount as a cell of a column shows it, with all its digits.
pub(super) fn in_measure(amount: &Amount, measure: &Measure) -> String {
    let decimals = u32::try_from(measure.scale.saturating_sub(amount.step)).unwrap_or(0).min(28);
    amount_cell(amount, measure.scale, decimals)
}

fn measures(table: &Table) -> Vec<Option<Measure>> {
    table.columns.iter().map(|column| parse_measure(column.unit.as_deref()?).ok()).collect()
}

/// The words of the one quotation that a cell consists of, and where it stands.
fn only_quotation(cell: &mut Cell) -> Option<(crate::diagnostic::Span, &mut Vec<Inline>)> {
    let [Inline { span, kind: InlineKind::Link(link) }] = cell.content.as_mut_slice() else { return None };
    matches!(link.target, Target::Figure(_)).then_some((*span, &mut link.content))
}
