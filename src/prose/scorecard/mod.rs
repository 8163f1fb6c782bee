//! A scorecard: key performance indicators, their targets, and what became of them in one period
//! after another. `load` takes the indicators from a sheet, `settle` holds the values against the
//! targets.

mod load;
mod settle;
mod stated;

pub use load::fill_scorecard;
pub use settle::settle_scorecard;

use super::component::Compared;
use super::table::Data;
use super::{Cell, Inline, Prose};
use crate::diagnostic::Span;
use crate::figure::{Better, Margin, Period, Standing, Target, Word};
use crate::source::Located;

/// Indicators and their targets.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Scorecard {
    /// What its data files are called, where the author says it.
    pub id: Option<Located<String>>,
    /// What it shows. Where the author gave none, the heading above, and `captioned` is false.
    pub caption: Vec<Inline>,
    /// Whether the caption is the author's own.
    pub captioned: bool,
    /// The file that its indicators come from, and its headings.
    pub data: Option<(Data, Headings)>,
    /// The periods, in the order of time. Empty where the file says them all.
    pub periods: Vec<ScorePeriod>,
    /// By how much values may miss their targets and nearly meet them.
    pub margin: Option<Located<Margin>>,
    /// The indicators, in the author's order.
    pub indicators: Vec<Kpi>,
    /// Where the values come from.
    pub source: Option<Vec<Inline>>,
    /// What readers should know.
    pub note: Option<Vec<Inline>>,
}

/// A period that has a column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ScorePeriod {
    /// The period.
    pub period: Period,
    /// As it is written.
    pub written: Located<String>,
    /// The heading of its column in the file, where that is another.
    pub from: Option<Located<String>>,
}

/// The headings of the columns of a file, where they are not the usual ones.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Headings {
    /// Instead of "Indicator".
    pub indicator: Option<Located<String>>,
    /// Instead of "Target".
    pub target: Option<Located<String>>,
    /// Instead of "Group".
    pub group: Option<Located<String>>,
    /// Instead of "Status".
    pub status: Option<Located<String>>,
    /// Instead of "Note".
    pub note: Option<Located<String>>,
}

/// A key performance indicator.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kpi {
    /// Where it stands.
    pub span: Span,
    /// What it measures.
    pub label: Vec<Inline>,
    /// The group that it belongs to; empty for none.
    pub group: String,
    /// The target, in the author's words.
    pub target: Cell,
    /// Which direction is good, where the target does not say it.
    pub better: Option<Better>,
    /// A margin of its own.
    pub margin: Option<Located<Margin>>,
    /// A value for each period; those that are amounts have them once they are settled.
    pub values: Vec<Cell>,
    /// What the author says became of the target.
    pub stated: Stated,
    /// What stands behind the numbers. Its footnotes are among the page's.
    pub note: Prose,
    /// The target, once it is read; `None` if it has none yet.
    pub aim: Option<Target>,
    /// For each period what became of the target, as far as there is one.
    pub standings: Vec<Option<Standing>>,
    /// The latest value beside the one before.
    pub change: Option<Change>,
}

/// What an author says became of a target.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Stated {
    /// Nothing.
    #[default]
    Nothing,
    /// Of the latest period that has data.
    Latest(Cell),
    /// Of each period; cells without words say nothing.
    Each(Vec<Cell>),
}

/// How the latest value differs from the one before.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// The difference, and the period before.
    pub compared: Compared,
    /// Whether both stand in the last two columns, so that nobody has to be told which they are.
    pub adjacent: bool,
}

/// How many targets were met in a period.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tally<'s> {
    /// The latest period with data.
    pub period: &'s Period,
    /// How many there are of each standing, in its order.
    pub counts: [usize; 4],
}

impl Scorecard {
    /// The indicators by group, groups in the order of their first indicators.
    pub fn groups(&self) -> Vec<(&str, Vec<&Kpi>)> {
        let mut groups: Vec<(&str, Vec<&Kpi>)> = Vec::new();
        for kpi in &self.indicators {
            match groups.iter_mut().find(|(name, _)| *name == kpi.group) {
                Some((_, members)) => members.push(kpi),
                None => groups.push((&kpi.group, vec![kpi])),
            }
        }
        groups
    }

    /// The place of the latest period that any indicator has data for.
    fn latest(&self) -> Option<usize> {
        let has_data = |at: &usize| {
            let here = |kpi: &Kpi| kpi.values.get(*at).is_some_and(|cell| cell.amount.is_some());
            self.indicators.iter().any(here)
        };
        (0..self.periods.len()).rev().find(has_data)
    }

    /// How many targets were met in the latest period with data.
    pub fn tally(&self) -> Option<Tally<'_>> {
        let at = self.latest()?;
        let mut counts = [0; 4];
        for standing in self.indicators.iter().filter_map(|kpi| *kpi.standings.get(at)?) {
            let place = match standing {
                Standing::Met => &mut counts[0],
                Standing::Nearly => &mut counts[1],
                Standing::NotMet => &mut counts[2],
                Standing::NoData => &mut counts[3],
            };
            *place += 1;
        }
        Some(Tally { period: &self.periods.get(at)?.period, counts })
    }
}

impl Kpi {
    /// The lines of words that it has, its note aside.
    pub fn lines(&self) -> impl Iterator<Item = &[Inline]> {
        let cells = std::iter::once(&self.target).chain(&self.values);
        std::iter::once(self.label.as_slice()).chain(cells.map(|cell| cell.content.as_slice()))
    }

    /// The same, to be changed.
    pub fn lines_mut(&mut self) -> impl Iterator<Item = &mut Vec<Inline>> {
        let cells = std::iter::once(&mut self.target).chain(&mut self.values);
        std::iter::once(&mut self.label).chain(cells.map(|cell| &mut cell.content))
    }
}

impl Change {
    /// In words: "5 percentage points lower (worse)"; with the period where it is not the one before.
    pub fn words(&self, word: Word<'_>) -> String {
        match self.adjacent {
            true => self.compared.words_alone(word),
            false => self.compared.words_from(&self.compared.before.month_words(word), word),
        }
    }
}
