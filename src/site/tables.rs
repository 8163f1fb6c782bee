//! Tables and scorecards at work: their rows fetched from the files they name, their figures filled in, their
//! rules held against them.

use crate::content::{DataFile, diagnostic_of};
use crate::diagnostic::Diagnostic;
use crate::diagnostic::rules::tables::DATA_UNKNOWN;
use crate::figure::Date;
use crate::prose::scorecard::{fill_scorecard, settle_scorecard};
use crate::prose::table::{Data, Quoted, fill_from, restore_cells, settle_table, spell_cells};
use crate::prose::{Block, BlockKind, Prose, Table, blocks_mut};
use crate::source::{SitePath, Wanted, did_you_mean};
use std::collections::{BTreeMap, VecDeque};
use std::sync::Arc;

/// The data files of a site, by path below `content/`.
pub(super) type DataFiles = BTreeMap<SitePath, Arc<DataFile>>;

/// A file that a text takes a table from, as it was; `None` where it was not there.
#[derive(Clone, Debug)]
pub(super) struct DataUse(SitePath, Option<Arc<DataFile>>);

impl DataUse {
    /// Whether the file is still what it was.
    pub(super) fn holds(&self, files: &DataFiles) -> bool {
        match (&self.1, files.get(&self.0)) {
            (Some(then), Some(now)) => Arc::ptr_eq(then, now),
            (None, None) => true,
            _ => false,
        }
    }
}

/// The table of a block, and whether it is that of a chart.
fn table_of(block: &mut Block) -> Option<(&mut Table, bool)> {
    match &mut block.kind {
        BlockKind::Table(table) => Some((table, false)),
        BlockKind::Chart(chart) => Some((&mut chart.table, true)),
        _ => None,
    }
}

/// Fetches the rows of tables that name a file; `from` is the text, below `content/`.
pub(super) fn fetch_rows(
    prose: &mut Prose,
    from: &SitePath,
    files: &DataFiles,
    out: &mut Vec<Diagnostic>,
) -> Vec<DataUse> {
    let mut uses = Vec::new();
    blocks_mut(prose, &mut |block| {
        let data = match &block.kind {
            BlockKind::Scorecard(card) => card.data.as_ref().map(|(data, _)| data.clone()),
            _ => table_of(block).and_then(|(table, _)| table.rules.as_ref()?.data.clone()),
        };
        let Some(data) = data else { return };
        let path = data.path_from(from);
        let file = path.as_ref().and_then(|path| files.get(path));
        if let Some(path) = &path {
            uses.push(DataUse(path.clone(), file.cloned()));
        }
        match file {
            Some(file) => fetch(block, &data, file, out),
            None => out.push(unknown(&data, &from.parent(), files)),
        }
    });
    uses
}

fn fetch(block: &mut Block, data: &Data, file: &DataFile, out: &mut Vec<Diagnostic>) {
    let name = data.path.value.as_str();
    let named_at = data.path.span;
    let wanted = Wanted {
        sheet: data.sheet.as_ref().map(|sheet| sheet.value.clone()),
        range: data.range.as_ref().map(|range| range.value),
    };
    out.extend(file.encoding_diagnostic(named_at));
    match file.sheet(&wanted) {
        Ok(sheet) => {
            let faults = sheet.faults.iter();
            out.extend(faults.map(|fault| diagnostic_of(fault, name, named_at)));
            match &mut block.kind {
                BlockKind::Scorecard(card) => fill_scorecard(card, &sheet, out),
                _ => {
                    if let Some((table, _)) = table_of(block) {
                        fill_from(table, &sheet, out);
                    }
                }
            }
        }
        Err(fault) => out.push(diagnostic_of(&fault, name, named_at)),
    }
}

fn unknown(data: &Data, folder: &SitePath, files: &DataFiles) -> Diagnostic {
    let name = &data.path.value;
    let known: Vec<&str> = files.keys().filter_map(|path| path.as_str().strip_prefix(folder.as_str())).collect();
    let known = known.iter().map(|path| path.trim_start_matches('/'));
    let help = match name.rsplit('.').next().map(str::to_lowercase).as_deref() {
        Some("xls" | "ods" | "numbers" | "xlsm" | "xlsb") => "save it as XLSX or CSV".to_owned(),
        Some("csv" | "tsv" | "xlsx") => did_you_mean(name, known)
            .unwrap_or_else(|| "give its path counted from the folder of this text: data/budget.csv".to_owned()),
        _ => "name a CSV or XLSX file: data/budget.csv".to_owned(),
    };
    Diagnostic::new(&DATA_UNKNOWN, data.path.span, format!("there is no data file `{name}`")).help(help)
}

/// Spells out cells that quote figures, so that they can be held against them.
pub(super) fn spell_out(prose: &mut Prose) -> VecDeque<Quoted> {
    let mut all = VecDeque::new();
    blocks_mut(prose, &mut |block| all.extend(table_of(block).map(|(table, _)| spell_cells(table))));
    all
}

/// Holds what must hold against tables whose figures are filled in. Gives how many differences
/// there are that have a reason. Months are counted from `as_of` where a table names no other day.
pub(super) fn settle(
    prose: &mut Prose,
    mut quoted: VecDeque<Quoted>,
    as_of: Option<Date>,
    out: &mut Vec<Diagnostic>,
) -> usize {
    let mut differences = 0;
    blocks_mut(prose, &mut |block| {
        let span = block.span;
        if let BlockKind::Scorecard(card) = &mut block.kind {
            return settle_scorecard(card, out);
        }
        let Some((table, chart)) = table_of(block) else { return };
        if let Some(quoted) = quoted.pop_front() {
            restore_cells(table, quoted);
        }
        settle_table(table, span, chart, as_of, out);
        differences += table.remarks.len();
        // What is drawn is what stands in the table.
        if let BlockKind::Chart(chart) = &mut block.kind {
            chart.read_table(span, out);
        }
    });
    differences
}
