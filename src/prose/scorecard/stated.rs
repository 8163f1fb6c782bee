//! What an author says became of a target, held against what the numbers say.

use super::{Kpi, ScorePeriod, Stated};
use crate::diagnostic::Diagnostic;
use crate::diagnostic::rules::scorecards::{STATUS_DISAGREES, STATUS_UNKNOWN};
use crate::figure::Standing;
use crate::prose::table::words_of;
use crate::prose::text::plain_text;
use crate::prose::{Cell, SheetSource};
use crate::source::{Located, choose};

/// The words that papers use. Of several for one standing the first is the usual one.
const WORDS: &[(&str, Standing)] = &[
    ("met", Standing::Met),
    ("nearly-met", Standing::Nearly),
    ("not-met", Standing::NotMet),
    ("no-data", Standing::NoData),
    ("green", Standing::Met),
    ("g", Standing::Met),
    ("achieved", Standing::Met),
    ("on-target", Standing::Met),
    ("amber", Standing::Nearly),
    ("a", Standing::Nearly),
    ("almost-met", Standing::Nearly),
    ("nearly", Standing::Nearly),
    ("partly-met", Standing::Nearly),
    ("red", Standing::NotMet),
    ("r", Standing::NotMet),
    ("missed", Standing::NotMet),
    ("not-achieved", Standing::NotMet),
    ("off-target", Standing::NotMet),
    ("n/a", Standing::NoData),
    ("na", Standing::NoData),
    ("tbc", Standing::NoData),
    ("tba", Standing::NoData),
    ("not-available", Standing::NoData),
];

/// The place of a cell in its file, for messages.
pub(super) fn place_of(sheet: Option<SheetSource>) -> String {
    sheet.map(|sheet| format!(" (cell {})", sheet.place)).unwrap_or_default()
}

/// Reports what is stated and not so. `latest` is the last period in which the scorecard has data.
pub(super) fn check_stated(kpi: &Kpi, periods: &[ScorePeriod], latest: Option<usize>, out: &mut Vec<Diagnostic>) {
    match &kpi.stated {
        Stated::Nothing => {}
        Stated::Each(cells) => {
            for (at, cell) in cells.iter().enumerate() {
                if let Some(stated) = read(cell, out) {
                    compare(kpi, periods, at, cell, stated, out);
                }
            }
        }
        Stated::Latest(cell) => {
            let Some(stated) = read(cell, out) else { return };
            // "No data" is said of the latest period of all; anything else of the latest value there is.
            let own = kpi.values.iter().rposition(|value| value.amount.is_some());
            let own = if stated == Standing::NoData { None } else { own };
            let Some(at) = own.or(latest).or(periods.len().checked_sub(1)) else { return };
            compare(kpi, periods, at, cell, stated, out);
        }
    }
}

fn read(cell: &Cell, out: &mut Vec<Diagnostic>) -> Option<Standing> {
    let words = Located::new(words_of(cell), cell.span);
    if words.value.is_empty() {
        return None;
    }
    let mut told = Vec::new();
    let found = choose(&words, "status", &STATUS_UNKNOWN, WORDS, &mut told);
    for mut diagnostic in told {
        diagnostic.message.push_str(&place_of(cell.sheet));
        out.push(diagnostic);
    }
    found.map(|found| found.value)
}

fn compare(kpi: &Kpi, periods: &[ScorePeriod], at: usize, cell: &Cell, stated: Standing, out: &mut Vec<Diagnostic>) {
    let Some(value) = kpi.values.get(at) else { return };
    let computed = match kpi.standings.get(at).copied().flatten() {
        Some(computed) if computed == stated => return,
        Some(computed) => computed,
        // Without a target, or with a mistake in it or the value, which has been reported.
        None => return,
    };
    let said = |standing: Standing| standing.word().replace('-', " ");
    let label = plain_text(&kpi.label);
    let period = periods.get(at).map(|period| period.written.value.as_str()).unwrap_or_default();
    let target = words_of(&kpi.target);
    let held = match &value.amount {
        Some(amount) => format!("{amount} against `{target}`"),
        None => "there is no value".to_owned(),
    };
    let message = format!(
        "`{label}` is stated as {} for {period}{}, and comes to {}: {held}",
        said(stated),
        place_of(cell.sheet),
        said(computed)
    );
    let help = match (stated, computed) {
        (Standing::Nearly, Standing::NotMet) => {
            "correct the value, the target or the status; or say how near is nearly met: margin: 2"
        }
        (Standing::NotMet, Standing::Nearly) => {
            "correct the value, the target or the status; or make the margin smaller"
        }
        _ => "correct the value, the target or the status",
    };
    let mut told = Diagnostic::new(&STATUS_DISAGREES, cell.span, message).help(help);
    if cell.sheet.is_none() {
        told = told.label(value.span, "the value").label(kpi.target.span, "the target");
    }
    out.push(told);
}
