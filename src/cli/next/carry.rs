//! What becomes of the files of an edition in the next one. The author's comments, order and quotes
//! stay, so the texts are changed line by line and not written anew.

use crate::figure::Period;

/// What belongs to the old edition: dates, corrections, what superseded it; of a register the risks
/// that were gone then, and the paper's own list of scores.
const DROPPED: [&str; 7] =
    ["published", "updated", "corrections", "superseded-by", "withdrawn-because", "closed", "summary-table"];

/// The `document.yaml` of the next edition: its period, a draft, not yet published.
pub(super) fn carry_header(text: &str, now: &Period, next: &Period) -> String {
    let mut out = String::with_capacity(text.len());
    let mut dropping = false;
    let mut draft = false;
    for line in text.split_inclusive('\n') {
        let key = top_key(line);
        if key.is_some() {
            dropping = key.is_some_and(|key| DROPPED.contains(&key));
        }
        match key {
            _ if dropping => {}
            Some("period") => out.push_str(&format!("period: {}\n", written(next))),
            Some("status") => {
                draft = true;
                out.push_str("status: draft\n");
            }
            Some("title" | "summary") => out.push_str(&moved(line, now, next)),
            _ => out.push_str(line),
        }
    }
    if !draft {
        if !out.ends_with('\n') {
            out.push('\n');
        }
        out.push_str("status: draft\n");
    }
    out
}

/// A period as authors write it.
fn written(period: &Period) -> String {
    period.key().replace("-q", " Q")
}

/// The key that begins at the margin of a line of YAML.
fn top_key(line: &str) -> Option<&str> {
    let (key, _) = line.split_once(':')?;
    let plain = !key.is_empty() && key.chars().all(|c| c.is_ascii_alphanumeric() || c == '-');
    plain.then_some(key)
}

/// The years or the months of a period, one period later.
fn moved(line: &str, now: &Period, next: &Period) -> String {
    if let (Some(old), Some(new)) = (months(now), months(next)) {
        return line.replace(&old, &new);
    }
    let (Some(first), Some(second)) = (year(now), year(next)) else { return line.to_owned() };
    let (last, after) = (second, second + 1);
    match now {
        Period::FinancialYear(_) => {
            let pairs = [
                (format!("{first} to {last}"), format!("{second} to {after}")),
                (format!("{first}-{:02}", last % 100), format!("{second}-{:02}", after % 100)),
                (format!("{first}/{:02}", last % 100), format!("{second}/{:02}", after % 100)),
            ];
            // Each place is moved once: the years after it may be those of the next pair.
            match pairs.iter().find(|(old, _)| line.contains(old.as_str())) {
                Some((old, new)) => line.replace(old.as_str(), new),
                None => line.to_owned(),
            }
        }
        _ => line.replace(&first.to_string(), &second.to_string()),
    }
}

/// The months of a quarter.
fn months(period: &Period) -> Option<String> {
    let Period::Quarter(year, quarter) = period else { return None };
    Some(match quarter {
        1 => format!("April to June {year}"),
        2 => format!("July to September {year}"),
        3 => format!("October to December {year}"),
        _ => format!("January to March {}", year.checked_add(1)?),
    })
}

fn year(period: &Period) -> Option<i16> {
    match period {
        Period::FinancialYear(year) | Period::Year(year) => Some(*year),
        _ => None,
    }
}

/// The `figures.yaml` of the next edition: every figure, without its values. What it counts stays,
/// and so do notes in comments.
pub(super) fn carry_figures(text: &str) -> String {
    const KEPT: [&str; 4] = ["label", "unit", "better", "source"];
    let mut out = String::with_capacity(text.len());
    let mut keeping = true;
    for line in text.split_inclusive('\n') {
        let indented = line.starts_with([' ', '\t']);
        let body = line.trim_start();
        if !indented {
            match top_key(line) {
                Some(key) => {
                    keeping = true;
                    out.push_str(key);
                    out.push_str(":\n");
                }
                None => out.push_str(line),
            }
            continue;
        }
        let depth = line.len() - body.len();
        if depth == 2 {
            keeping = top_key(body).is_some_and(|key| KEPT.contains(&key)) || body.starts_with('#');
        }
        if keeping {
            out.push_str(line);
        }
    }
    out
}

/// A chapter of the next edition: quotations of this period's figures are emptied, to be filled in
/// from the new ones. Those that name a period stay.
pub(super) fn carry_text(text: &str) -> String {
    const MARK: &str = "](figure:";
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once(MARK) {
        let reference = after.split([')', ' ', '\n']).next().unwrap_or_default();
        match before.rfind('[') {
            Some(start) if !reference.contains('@') => out.push_str(before.get(..=start).unwrap_or(before)),
            _ => out.push_str(before),
        }
        out.push_str(MARK);
        rest = after;
    }
    out.push_str(rest);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_header_becomes_a_draft_of_the_next_period() {
        let text = "# About it.\nkind: local-account\ntitle: Local Account 2019 to 2020\nperiod: 2019-20\n\
            published: 2021-01-20\nstatus: published\nheadlines:\n  - figure: carers\ncorrections:\n  - date: 2021-02-01\n    text: A slip\n";
        let expected = "# About it.\nkind: local-account\ntitle: Local Account 2020 to 2021\nperiod: 2020-21\n\
            status: draft\nheadlines:\n  - figure: carers\n";
        assert_eq!(carry_header(text, &Period::FinancialYear(2019), &Period::FinancialYear(2020)), expected);
    }

    #[test]
    fn a_header_without_a_status_becomes_a_draft_too() {
        let carried = carry_header("title: Account 2019\nperiod: 2019", &Period::Year(2019), &Period::Year(2020));
        assert_eq!(carried, "title: Account 2020\nperiod: 2020\nstatus: draft\n");
    }

    #[test]
    fn a_register_goes_on_by_quarters() {
        let text = "title: Risks, January to March 2024\nperiod: 2023-24 Q4\nclosed:\n  - {id: 1, because: Gone.}\n\
            risks:\n  - id: 2\nsummary-table:\n- {risk: 2}\n";
        let expected = "title: Risks, April to June 2024\nperiod: 2024-25 Q1\nrisks:\n  - id: 2\nstatus: draft\n";
        assert_eq!(carry_header(text, &Period::Quarter(2023, 4), &Period::Quarter(2024, 1)), expected);
    }

    #[test]
    fn figures_are_listed_and_empty() {
        let text = "# Figures.\ncarers: 1,884\nvisits:\n  label: Visits\n  unit: visits\n  value: 57\n  note: Closed.\n  2018-19:\n    value: 50\n";
        assert_eq!(carry_figures(text), "# Figures.\ncarers:\nvisits:\n  label: Visits\n  unit: visits\n");
    }

    #[test]
    fn quotations_are_emptied_unless_they_name_a_period() {
        let text = "We saw [1,884](figure:carers) and [1,853](figure:carers@2018-19 \"why\"), [a link](x.md).\n";
        let expected = "We saw [](figure:carers) and [1,853](figure:carers@2018-19 \"why\"), [a link](x.md).\n";
        assert_eq!(carry_text(text), expected);
    }
}
