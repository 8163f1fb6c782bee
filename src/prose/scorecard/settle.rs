//! A scorecard whose indicators are there: its targets and values read, each value held against its
//! target, the latest beside the one before.

use super::stated::{check_stated, place_of};
use super::{Change, Kpi, ScorePeriod, Scorecard};
use crate::diagnostic::rules::figures::BAD_AMOUNT;
use crate::diagnostic::rules::scorecards::{BAD_MARGIN, PERIOD_ORDER, TARGET_UNCLEAR, TARGET_UNIT};
use crate::diagnostic::{Diagnostic, Span};
use crate::figure::{
    Amount, Content, Datum, Margin, Standing, Unit, judge_value, parse_datum, parse_target, read_value, trend,
};
use crate::prose::component::Compared;
use crate::prose::table::{MOST, with_unit, words_of, write};
use crate::prose::text::plain_text;
use crate::prose::{Cell, Missing};

/// Reads the targets and values of a scorecard, whose figures are filled in, and judges them.
pub fn settle_scorecard(card: &mut Scorecard, out: &mut Vec<Diagnostic>) {
    check_order(&card.periods, out);
    for kpi in &mut card.indicators {
        let clear = read_aim(kpi, out);
        let margin = kpi.margin.as_ref().or(card.margin.as_ref()).map(|margin| margin.value);
        read_values(kpi, clear, margin.as_ref(), out);
        kpi.change = change(kpi, &card.periods);
    }
    check_margins(card, out);
    let latest = card.latest();
    for kpi in &card.indicators {
        check_stated(kpi, &card.periods, latest, out);
    }
}

fn check_order(periods: &[ScorePeriod], out: &mut Vec<Diagnostic>) {
    for (before, after) in periods.iter().zip(periods.iter().skip(1)) {
        // What is no period has been reported.
        let known = before.period.start().is_some() && after.period.start().is_some();
        if known && before.period >= after.period {
            let message = format!("`{}` does not come after `{}`", after.written.value, before.written.value);
            let help = "put the periods in the order of time, each once; a total of the year has no place among them";
            out.push(Diagnostic::new(&PERIOD_ORDER, after.written.span, message).help(help));
        }
    }
}

/// Reads the target. Whether its values can be judged, or need not be, because it has none yet.
fn read_aim(kpi: &mut Kpi, out: &mut Vec<Diagnostic>) -> bool {
    let words = words_of(&kpi.target);
    name_missing(&mut kpi.target, &words);
    if kpi.target.missing.is_some() {
        return true;
    }
    let told = match parse_target(&words, kpi.better) {
        Ok(target) => {
            kpi.aim = Some(target);
            return true;
        }
        // A target that is not there at all has been reported, but in a file.
        Err(_) if words.is_empty() && kpi.target.sheet.is_none() => return false,
        Err(_) if words.is_empty() => (
            format!("`{}` has no target", plain_text(&kpi.label)),
            "write it; where there is none yet, write TBC".to_owned(),
        ),
        Err(told) => told,
    };
    let message = format!("{}{}", told.0, place_of(kpi.target.sheet));
    out.push(Diagnostic::new(&TARGET_UNCLEAR, kpi.target.span, message).help(told.1));
    false
}

/// Reports margins that say nothing of their targets; that of the whole scorecard once.
fn check_margins(card: &Scorecard, out: &mut Vec<Diagnostic>) {
    let mut told = false;
    for kpi in &card.indicators {
        let margin = kpi.margin.as_ref().or(card.margin.as_ref().filter(|_| !told));
        let Some((unit, margin)) = kpi.aim.as_ref().and_then(|aim| aim.unit()).zip(margin) else { continue };
        if margin.value.fits(unit) {
            continue;
        }
        told |= kpi.margin.is_none();
        let message =
            format!("the margin does not fit the target of `{}`, which is {}", plain_text(&kpi.label), counted(unit));
        out.push(Diagnostic::new(&BAD_MARGIN, margin.span, message).label(kpi.target.span, "the target").help(
            "write it in the unit of the target, or as a share of it: 5%; or give this indicator a margin of its own",
        ));
    }
}

/// Reads the values. `clear` says whether the target could be read.
fn read_values(kpi: &mut Kpi, clear: bool, margin: Option<&Margin>, out: &mut Vec<Diagnostic>) {
    let label = plain_text(&kpi.label);
    let aim = kpi.aim.as_ref();
    let mut standings = Vec::with_capacity(kpi.values.len());
    for cell in &mut kpi.values {
        let words = words_of(cell);
        let content = read_value(&words, aim).map_err(|(message, help)| {
            let message = format!("{message}{}", place_of(cell.sheet));
            out.push(Diagnostic::new(&BAD_AMOUNT, cell.span, message).help(help));
        });
        name_missing(cell, &words);
        let standing = match (content, aim) {
            (Ok(Content::Amount(amount)), Some(aim)) => {
                let standing = judge_value(&amount, aim, margin);
                match standing {
                    Some(_) => show(cell, amount, |amount| judge_value(amount, aim, margin)),
                    None => out.push(other_unit(cell, &amount, aim.unit(), &label, kpi.target.span)),
                }
                standing
            }
            (Ok(Content::Amount(amount)), None) => {
                cell.amount = Some(amount).filter(|_| clear);
                None
            }
            (Ok(_), Some(_)) => Some(Standing::NoData),
            (Ok(_), None) | (Err(()), _) => None,
        };
        standings.push(standing);
    }
    kpi.standings = standings;
}

/// A spreadsheet shows a value with fewer decimals than it has. So does the page, unless the value
/// would then seem to meet a target that it misses: 94.96% is no 95%.
fn show(cell: &mut Cell, amount: Amount, judge: impl Fn(&Amount) -> Option<Standing>) {
    cell.amount = Some(amount);
    let Some(fewest) = cell.sheet.and_then(|sheet| sheet.decimals) else { return };
    let rounded = |decimals: u32| Some((decimals, amount.rounded(-i32::try_from(decimals).ok()?)?));
    let faithful = |(_, rounded): &(u32, Amount)| judge(rounded) == judge(&amount);
    if let Some((decimals, rounded)) = (fewest..=MOST).filter_map(rounded).find(faithful) {
        write(cell, with_unit(&rounded, decimals));
        cell.amount = Some(rounded);
    }
}

fn other_unit(cell: &Cell, amount: &Amount, wanted: Option<Unit>, label: &str, target: Span) -> Diagnostic {
    let wanted = wanted.map(counted).unwrap_or_default();
    let message = format!(
        "`{amount}`{} is {}, and the target of `{label}` is {wanted}",
        place_of(cell.sheet),
        counted(amount.unit)
    );
    let help = match amount.unit {
        Unit::Count => "write the value with the unit of its target: 98%, £1.5 million",
        _ => "write the value in the unit of its target, or correct the target",
    };
    Diagnostic::new(&TARGET_UNIT, cell.span, message).label(target, "the target").help(help)
}

fn counted(unit: Unit) -> &'static str {
    match unit {
        Unit::Pounds => "an amount of money",
        Unit::Percent => "a percentage",
        Unit::Points => "in percentage points",
        Unit::Count => "a number",
    }
}

/// Readers are told why there is nothing in words, never by letters that nobody explains.
fn name_missing(cell: &mut Cell, words: &str) {
    let (missing, blank) = match parse_datum(words, None) {
        Ok(Datum::NotApplicable) => (Some(Missing::NotApplicable), true),
        Ok(Datum::ToBeConfirmed) => (Some(Missing::ToBeConfirmed), true),
        Ok(Datum::Blank) => (None, true),
        _ => (None, false),
    };
    cell.missing = missing;
    if blank {
        cell.content.clear();
    }
}

/// The latest value beside the one before.
fn change(kpi: &Kpi, periods: &[ScorePeriod]) -> Option<Change> {
    let aim = kpi.aim.as_ref()?;
    let mut known = kpi.values.iter().enumerate().rev().filter_map(|(at, cell)| Some((at, cell.amount.as_ref()?)));
    let ((now, latest), (then, before)) = (known.next()?, known.next()?);
    let trend = trend(latest, before, aim)?;
    let before = periods.get(then)?.period.clone();
    let compared = Compared { change: trend.change, before, better: trend.better };
    Some(Change { compared, adjacent: now == then + 1 && now + 1 == periods.len() })
}

#[cfg(test)]
mod tests {
    use super::settle_scorecard;
    use crate::diagnostic::FileId;
    use crate::prose::text::plain_text;
    use crate::prose::{BlockKind, SheetSource, parse_prose};
    use crate::source::{CellPlace, Excerpt};

    #[test]
    fn a_value_is_shown_as_its_spreadsheet_shows_it_unless_that_changes_what_it_means() {
        let text = "```scorecard\nperiods: [2020-21 Q1, 2020-21 Q2, 2020-21 Q3]\ncaption: C\nindicators:\n\
            \x20 - { label: A, target: 95%, values: [93.1034482758%, 94.96%, 96.5%] }\n```\n";
        let mut prose = parse_prose(&Excerpt::verbatim(FileId(0), 0, text), &mut Vec::new());
        let BlockKind::Scorecard(card) = &mut prose.blocks[0].kind else { panic!("a scorecard") };
        let sheet = SheetSource { place: CellPlace { column: 1, row: 1 }, decimals: Some(0) };
        card.indicators[0].values.iter_mut().for_each(|cell| cell.sheet = Some(sheet));
        settle_scorecard(card, &mut Vec::new());
        let shown: Vec<String> = card.indicators[0].values.iter().map(|cell| plain_text(&cell.content)).collect();
        assert_eq!(shown, ["93%", "94.96%", "97%"]);
    }
}
