//! What does not hold in a table, in words: the stated number, the right one, the difference, and
//! what it looks like. A difference that is known becomes a remark for readers.

use super::names::{cell_name, column_of, rows_of};
use super::quoted::in_measure;
use super::{FormulaKind, Known, NamedFormula, Remark, Rules};
use crate::diagnostic::rules::tables::{
    COLUMN_WRONG, DIFFERENCE_UNNEEDED, EQUATION_WRONG, RESULT_TOO_LARGE, RESULT_UNKNOWN, TOTAL_WRONG, UNITS_MIXED,
};
use crate::diagnostic::{Diagnostic, Rule, Span};
use crate::figure::{
    Amount, Checked, Claim, Clue, Content, Decimal, Equation, Finding, Formula, Grid, Problem, Unit, clue,
};
use crate::prose::Table;

/// What findings are told with.
pub(super) struct Told<'a> {
    pub(super) rules: &'a Rules,
    pub(super) grid: &'a Grid,
    pub(super) names: &'a [String],
    /// The whole table.
    pub(super) place: Span,
    /// The equations that could be read, each with its place among those of the author.
    pub(super) equations: &'a [(usize, Equation)],
}

/// Reports what does not hold; gives what is known of it.
pub(super) fn report(told: &Told<'_>, table: &Table, checked: &Checked, out: &mut Vec<Diagnostic>) -> Vec<Remark> {
    let mut remarks = Vec::new();
    let known: Vec<Allowed<'_>> = told.rules.known.iter().map(|known| told.allowed(known, out)).collect();
    let mut needed = vec![false; known.len()];
    for finding in &checked.findings {
        let place = known.iter().position(|known| known.is_about(finding));
        let allowed = place.and_then(|place| Some((needed.get_mut(place)?, known.get(place)?)));
        match (allowed, &finding.problem) {
            (Some((needed, allowed)), Problem::Differs { computed, .. }) => {
                *needed = true;
                remarks.push(told.remark(finding, computed, allowed.known));
            }
            (allowed, _) => {
                // What cannot be checked may well differ.
                if let Some((needed, _)) = allowed {
                    *needed = true;
                }
                out.push(told.diagnostic(table, finding));
            }
        }
    }
    told.stuck(table, checked, out);
    for (allowed, needed) in known.iter().zip(needed) {
        if !needed && !allowed.rows.is_empty() && allowed.column != Some(None) {
            let place = allowed.known.row.span;
            let message = format!("`{}` agrees with the numbers it comes from", allowed.known.row.value);
            out.push(Diagnostic::new(&DIFFERENCE_UNNEEDED, place, message).help("take the entry out of `known`"));
        }
    }
    remarks
}

/// A difference that is allowed: the rows, and the column if it is named; `Some(None)` if it is
/// named wrongly.
struct Allowed<'a> {
    known: &'a Known,
    rows: Vec<usize>,
    column: Option<Option<usize>>,
}

impl Allowed<'_> {
    fn is_about(&self, finding: &Finding) -> bool {
        self.rows.contains(&finding.row) && self.column.is_none_or(|column| column == Some(finding.column))
    }
}

impl Told<'_> {
    fn allowed<'k>(&self, known: &'k Known, out: &mut Vec<Diagnostic>) -> Allowed<'k> {
        let rows = rows_of(&known.row, self.names, out);
        let column = known.column.as_ref().map(|column| column_of(column, &self.rules.columns, out));
        Allowed { known, rows, column }
    }

    fn row(&self, row: usize) -> &str {
        self.names.get(row).map_or("", String::as_str)
    }

    fn column(&self, column: usize) -> &str {
        self.rules.columns.get(column).map_or("", |column| column.name.value.as_str())
    }

    /// An amount as the column writes it, for messages.
    fn shown(&self, amount: &Amount, column: usize) -> String {
        match self.grid.columns.get(column).and_then(|column| column.measure.as_ref()) {
            Some(measure) if measure.scale > 0 || measure.unit == Unit::Count => {
                in_measure(amount, measure).replace('\u{2212}', "-")
            }
            // Pounds have two decimals or none.
            _ if amount.unit == Unit::Pounds && amount.step == -1 => Amount { step: -2, ..*amount }.to_string(),
            _ => amount.to_string(),
        }
    }

    /// A cell by the names of its row and column, and its place in a file.
    pub(super) fn cell(&self, table: &Table, row: usize, column: usize) -> String {
        cell_name(table, self.rules, self.names, row, column)
    }

    fn remark(&self, finding: &Finding, computed: &Amount, known: &Known) -> Remark {
        let computed = alike(computed, &finding.stated);
        let readable = |amount: &Amount| self.shown(amount, finding.column).replace('-', "\u{2212}");
        Remark {
            row: self.row(finding.row).to_owned(),
            column: self.column(finding.column).to_owned(),
            stated: readable(&finding.stated),
            computed: readable(&computed),
            because: known.because.clone(),
        }
    }

    fn diagnostic(&self, table: &Table, finding: &Finding) -> Diagnostic {
        let (row, column) = (finding.row, finding.column);
        let cell = table.rows.get(row).and_then(|row| row.cells.get(column));
        let span = cell.map_or(self.place, |cell| cell.span);
        let what = self.cell(table, row, column);
        let stated = self.shown(&finding.stated, column);
        match &finding.problem {
            Problem::Differs { computed, difference, from, all_fits, rounding_fits } => {
                let off = as_fine(difference, &finding.stated);
                // 60% is not 5% more than 55%.
                let unit = if off.unit == Unit::Percent { Unit::Points } else { off.unit };
                let off = Amount { unit, ..off };
                let amount = self.shown(&off.magnitude(), column);
                let direction = if off.value > Decimal::ZERO { "too much" } else { "too little" };
                let fine = alike(computed, &finding.stated);
                let message = format!(
                    "{what} is {stated}, and {} {}: {amount} {direction}",
                    self.claim(finding.claim, column),
                    self.shown(&fine, column)
                );
                let help = self.help(finding, computed, from, (*all_fits, *rounding_fits));
                let mut told = Diagnostic::new(self.rule(finding.claim), span, message);
                let plain = !all_fits && !rounds(*rounding_fits, &finding.stated);
                if let Some((place, words)) = self.culprit(table, finding, computed, from).filter(|_| plain) {
                    told = told.label(place, words);
                }
                told.help(help)
            }
            Problem::Unknown => {
                let message = format!("{what} cannot be checked: a number that it comes from is not given");
                Diagnostic::new(&RESULT_UNKNOWN, span, message).help("look whether the number can be given by now")
            }
            Problem::Units => {
                let message = format!("{what} is worked out from numbers of different kinds");
                Diagnostic::new(&UNITS_MIXED, span, message)
                    .help("give the columns the right units, or write `adds-up: no` for a column that has no total")
            }
            Problem::Overflow => {
                let message = format!("{what} comes from numbers that are too large to be added up exactly");
                Diagnostic::new(&RESULT_TOO_LARGE, span, message)
                    .help("look for digits too many; or give the numbers in thousands or millions")
            }
        }
    }

    fn rule(&self, claim: Claim) -> &'static Rule {
        match claim {
            Claim::Total => &TOTAL_WRONG,
            Claim::Formula => &COLUMN_WRONG,
            Claim::Equation(_) => &EQUATION_WRONG,
        }
    }

    /// What the right number comes from.
    fn claim(&self, claim: Claim, column: usize) -> String {
        match claim {
            Claim::Total => "its rows add up to".to_owned(),
            Claim::Formula => {
                let formula = self.rules.columns.get(column).and_then(|column| column.formula.as_ref());
                formula.map_or_else(|| "should be".to_owned(), |formula| self.formula(formula))
            }
            Claim::Equation(index) => {
                let place = self.equations.get(index).map_or(0, |(place, _)| *place);
                let text = self.rules.equations.get(place).map_or("", |equation| equation.value.as_str());
                format!("{} is", text.split_once('=').map_or(text, |(_, right)| right).trim())
            }
        }
    }

    /// A formula, as the beginning of a sentence that goes on with its result.
    fn formula(&self, formula: &NamedFormula) -> String {
        let names: Vec<&str> = formula.columns.iter().map(|name| name.value.as_str()).collect();
        match (formula.kind, names.as_slice(), self.grid.as_of) {
            (FormulaKind::MonthsUntil, [day], Some(from)) => format!("the whole months from {from} to `{day}` are"),
            (FormulaKind::PerYear, [amount, first, last], _) => {
                format!("`{amount}` × 12, divided by the whole months from `{first}` to `{last}`, is")
            }
            _ => format!("{} is", words(formula)),
        }
    }

    fn clue(&self, finding: &Finding, computed: &Amount, from: &[(usize, usize)]) -> Option<Clue> {
        if finding.claim == Claim::Formula && !self.is_sum(finding.column) {
            return None;
        }
        let parts = from.iter().map(|(row, column)| {
            let row = self.grid.rows.get(*row)?;
            row.cells.get(*column).and_then(Content::amount).copied()
        });
        let parts: Option<Vec<Amount>> = parts.collect();
        clue(&finding.stated, computed, &parts?)
    }

    /// Whether a column's formula adds up or takes away.
    fn is_sum(&self, column: usize) -> bool {
        let formula = self.grid.columns.get(column).and_then(|column| column.formula.as_ref());
        matches!(formula, Some(Formula::Sum(_) | Formula::Difference(_)))
    }

    /// The cell that a difference points to.
    fn culprit(
        &self,
        table: &Table,
        finding: &Finding,
        computed: &Amount,
        from: &[(usize, usize)],
    ) -> Option<(Span, String)> {
        let (part, words) = match self.clue(finding, computed, from)? {
            Clue::LeftOut(part) => (part, "left out?"),
            Clue::Twice(part) => (part, "counted twice?"),
            Clue::WrongSign(part) => (part, "the wrong sign?"),
            Clue::Swapped | Clue::Negated | Clue::Tenfold => return None,
        };
        let (row, column) = from.get(part)?;
        let cell = table.rows.get(*row)?.cells.get(*column)?;
        Some((cell.span, words.to_owned()))
    }

    fn help(
        &self,
        finding: &Finding,
        computed: &Amount,
        from: &[(usize, usize)],
        (all_fits, rounding_fits): (bool, bool),
    ) -> String {
        let right = self.shown(&alike(computed, &finding.stated), finding.column);
        let part = |part: usize| {
            let (row, column) = from.get(part).copied().unwrap_or_default();
            if row == finding.row { self.column(column) } else { self.row(row) }
        };
        if all_fits {
            let row = self.row(finding.row);
            return format!(
                "it is what everything above it comes to: list the totals above it under `subtotals`, or name its rows: {{ row: {row}, of: [...] }}"
            );
        }
        if rounds(rounding_fits, &finding.stated) {
            return format!("write {right}; if each number was rounded by itself, allow that with `rounding: yes`");
        }
        let looks = match self.clue(finding, computed, from) {
            Some(Clue::Swapped) => format!("two digits look swapped: {right}"),
            Some(Clue::LeftOut(row)) => format!("the difference is `{}`, which may be left out", part(row)),
            Some(Clue::Twice(row)) => format!("the difference is `{}`, which may be counted twice", part(row)),
            Some(Clue::WrongSign(row)) => format!("`{}` may have the wrong sign", part(row)),
            Some(Clue::Negated) => format!("the sign looks wrong: {right}"),
            Some(Clue::Tenfold) => format!("there may be a digit too many or too few: {right}"),
            None => "correct it, or a number that it comes from".to_owned(),
        };
        format!("{looks}; if the difference has a reason, give it under `known`")
    }
}

/// Whether rounding may explain a difference: people are counted, not rounded.
fn rounds(fits: bool, stated: &Amount) -> bool {
    fits && !(stated.unit == Unit::Count && stated.step == 0)
}

/// A result that is told beside what is stated: of percentages, both as per cent or as points.
fn alike(result: &Amount, stated: &Amount) -> Amount {
    let fine = as_fine(result, stated);
    if fine.unit.is_percent() && stated.unit.is_percent() { Amount { unit: stated.unit, ..fine } } else { fine }
}

/// A result as fine as what is stated, and a little finer, where it has no end.
fn as_fine(result: &Amount, stated: &Amount) -> Amount {
    const ENDLESS: i32 = -6;
    if result.step > ENDLESS {
        return *result;
    }
    result.rounded(stated.step.min(0).saturating_sub(2)).map_or(*result, |fine| Amount::exact(fine.value, fine.unit))
}

fn words(formula: &NamedFormula) -> String {
    let names: Vec<&str> = formula.columns.iter().map(|name| name.value.as_str()).collect();
    let (first, second) = (names.first().copied().unwrap_or_default(), names.get(1).copied().unwrap_or_default());
    match formula.kind {
        FormulaKind::Sum => names.join(" + "),
        FormulaKind::Difference => names.join(" - "),
        FormulaKind::Product => names.join(" × "),
        FormulaKind::Percentage => format!("`{first}` as a percentage of `{second}`"),
        FormulaKind::PercentChange => format!("the change from `{first}` to `{second}`"),
        FormulaKind::Share => format!("its share of the total of `{first}`"),
        FormulaKind::MonthsUntil => format!("the whole months until `{first}`"),
        FormulaKind::PerYear => format!("what `{first}` comes to in a year"),
    }
}
