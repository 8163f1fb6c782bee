//! Everything that must hold in a table, held against it.

use super::equation::Equation;
use super::formula::{Computed, NoResult, sum};
use super::interval::Interval;
use super::parts::{Parts, PartsFault, parts_of_totals};
use super::{Content, Grid, Level, Rounding, read_content};
use crate::figure::{Amount, Unit};
use std::collections::BTreeSet;

/// What came of a check.
#[derive(Clone, Debug, Default)]
pub struct Checked {
    /// What does not hold, by row and column from the top.
    pub findings: Vec<Finding>,
    /// Whether some results fit only because numbers were rounded.
    pub rounded: bool,
    /// What is worked out for pending cells, by row and column.
    pub computed: Vec<(usize, usize, Amount)>,
    /// Pending cells that have nothing to come from, by row and column: they stay empty.
    pub blank: Vec<(usize, usize)>,
    /// Pending cells that cannot be worked out.
    pub stuck: Vec<Stuck>,
    /// Totals with nothing to add up.
    pub empty: Vec<PartsFault>,
}

/// A cell that cannot be worked out.
#[derive(Clone, Debug, PartialEq)]
pub struct Stuck {
    /// Its row.
    pub row: usize,
    /// Its column.
    pub column: usize,
    /// Why.
    pub problem: Problem,
}

/// A cell that does not say what it should.
#[derive(Clone, Debug, PartialEq)]
pub struct Finding {
    /// Its row.
    pub row: usize,
    /// Its column.
    pub column: usize,
    /// What it should be.
    pub claim: Claim,
    /// What it states.
    pub stated: Amount,
    /// What is wrong.
    pub problem: Problem,
}

/// What a cell claims to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Claim {
    /// The total of rows above it.
    Total,
    /// What its column's formula says.
    Formula,
    /// What the equation of this index says.
    Equation(usize),
}

/// What is wrong with a cell.
#[derive(Clone, Debug, PartialEq)]
pub enum Problem {
    /// It is another number.
    Differs {
        /// The right one.
        computed: Amount,
        /// How much more the stated one is.
        difference: Amount,
        /// The cells behind it, by row and column.
        from: Vec<(usize, usize)>,
        /// Whether everything above would fit: for totals that may mean more than they say.
        all_fits: bool,
        /// Whether it would fit if each number had been rounded to its last digit.
        rounding_fits: bool,
    },
    /// It cannot be checked: a number behind it is not said, or there is none.
    Unknown,
    /// The numbers behind it are in units that do not go together.
    Units,
    /// The right number is too large to be worked out exactly.
    Overflow,
}

/// Holds a table against what must hold in it.
pub fn check_grid(grid: &Grid) -> Checked {
    let (totals, empty) = parts_of_totals(grid);
    let mut check =
        Check { grid, totals: &totals, told: BTreeSet::new(), out: Checked { empty, ..Checked::default() } };
    for (column, _) in grid.columns.iter().enumerate().filter(|(_, column)| column.adds_up) {
        for parts in &totals {
            check.total(parts, column);
        }
    }
    for (index, equation) in grid.equations.iter().enumerate() {
        check.equation(index, equation);
    }
    check.formulas();
    let mut checked = check.out;
    checked.findings.sort_by_key(|finding| (finding.row, finding.column));
    checked
}

struct Check<'a> {
    grid: &'a Grid,
    totals: &'a [Parts],
    /// The cells of which something has been said: one mistake is told once.
    told: BTreeSet<(usize, usize)>,
    out: Checked,
}

impl Check<'_> {
    fn total(&mut self, parts: &Parts, column: usize) {
        let cells = |rows: &[usize]| rows.iter().map(|row| (*row, column, false)).collect::<Vec<_>>();
        let result = sum(self.grid, cells(&parts.parts));
        let all = || sum(self.grid, cells(&parts.all)).ok();
        self.compare(parts.total, column, Claim::Total, result, &all);
    }

    fn equation(&mut self, index: usize, equation: &Equation) {
        for (column, _) in self.grid.columns.iter().enumerate().filter(|(_, column)| column.adds_up) {
            let cells = equation.terms.iter().map(|(row, minus)| (*row, column, *minus));
            let result = sum(self.grid, cells);
            self.compare(equation.result, column, Claim::Equation(index), result, &|| None);
        }
    }

    fn formulas(&mut self) {
        for (column, formula) in self.grid.columns.iter().enumerate() {
            let Some(formula) = &formula.formula else { continue };
            for row in 0..self.grid.rows.len() {
                if self.grid.level(row) != Level::Ordinary && !formula.holds_for_totals() {
                    continue;
                }
                let result = formula.result(self.grid, row, self.totals);
                self.compare(row, column, Claim::Formula, result, &|| None);
            }
        }
    }

    /// Holds what a cell states against what it should be.
    fn compare(
        &mut self,
        row: usize,
        column: usize,
        claim: Claim,
        result: Result<Computed, NoResult>,
        all: &dyn Fn() -> Option<Computed>,
    ) {
        let stated = match self.grid.content(row, column) {
            Content::Amount(stated) => *stated,
            Content::Pending => return self.work_out(row, column, result),
            Content::Day(_) | Content::Nothing | Content::Unsaid => return,
        };
        let problem = match result {
            Ok(computed) => {
                let stated = self.alike(stated, column, computed.amount.unit);
                match self.fits(&stated, &computed, column) {
                    Fit::Exactly => return,
                    Fit::Rounded => {
                        self.out.rounded = true;
                        return;
                    }
                    Fit::Not => {}
                }
                let all_fits = all().is_some_and(|all| !matches!(self.fits(&stated, &all, column), Fit::Not));
                let rounding_fits = stated.unit == computed.amount.unit && rounding_fits(&stated, &computed);
                match stated.checked_sub(&computed.amount) {
                    Some(difference) => {
                        let Computed { amount, from, .. } = computed;
                        Problem::Differs { computed: amount, difference, from, all_fits, rounding_fits }
                    }
                    None if stated.unit != computed.amount.unit => Problem::Units,
                    None => Problem::Overflow,
                }
            }
            // 0% of nothing is what many write, and no mistake.
            Err(NoResult::Nothing) if claim == Claim::Formula => return,
            Err(NoResult::Nothing | NoResult::Unsaid) => Problem::Unknown,
            Err(NoResult::Units) => Problem::Units,
            Err(NoResult::Overflow) => Problem::Overflow,
        };
        if self.told.insert((row, column)) {
            self.out.findings.push(Finding { row, column, claim, stated, problem });
        }
    }

    fn work_out(&mut self, row: usize, column: usize, result: Result<Computed, NoResult>) {
        let problem = match result {
            Ok(computed) => return self.out.computed.push((row, column, computed.amount)),
            Err(NoResult::Nothing) => return self.out.blank.push((row, column)),
            Err(NoResult::Unsaid) => Problem::Unknown,
            Err(NoResult::Units) => Problem::Units,
            Err(NoResult::Overflow) => Problem::Overflow,
        };
        self.out.stuck.push(Stuck { row, column, problem });
    }

    /// A stated number in the unit of what it is held against: a bare number has none of its own,
    /// and the difference between percentages is written with % by many.
    fn alike(&self, stated: Amount, column: usize, unit: Unit) -> Amount {
        let percent = |unit| matches!(unit, Unit::Percent | Unit::Points);
        let bare = self.grid.columns.get(column).is_none_or(|column| column.measure.is_none());
        if (bare && stated.unit == Unit::Count) || (percent(stated.unit) && percent(unit)) {
            Amount { unit, ..stated }
        } else {
            stated
        }
    }

    fn fits(&self, stated: &Amount, computed: &Computed, column: usize) -> Fit {
        if stated.unit != computed.amount.unit {
            return Fit::Not;
        }
        if stated.is_rounding_of(computed.amount.value) {
            return Fit::Exactly;
        }
        let rounded = match &self.grid.rounding {
            Rounding::Exact => false,
            Rounding::LastDigit => rounding_fits(stated, computed),
            Rounding::Within(text) => {
                let measure = self.grid.columns.get(column).and_then(|column| column.measure.as_ref());
                let within = read_content(text, measure).ok();
                let within = within.as_ref().and_then(Content::amount).map(|within| within.magnitude().value);
                let off = stated.checked_sub(&computed.amount).map(|off| off.magnitude().value);
                off.zip(within).is_some_and(|(off, within)| off <= within)
            }
        };
        if rounded { Fit::Rounded } else { Fit::Not }
    }
}

enum Fit {
    Exactly,
    Rounded,
    Not,
}

/// Whether both could be the same, had each number been rounded to its last digit.
fn rounding_fits(stated: &Amount, computed: &Computed) -> bool {
    let meets = |bounds: Interval| Interval::of(stated).is_some_and(|stated| stated.meets(bounds));
    computed.bounds.is_some_and(meets)
}
