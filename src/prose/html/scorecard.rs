//! Scorecards: a sentence that sums them up, a table for each group, and below them what stands
//! behind the numbers. A status is a word and a shape beside its value.

use super::tables::is_empty;
use super::{Writer, shape};
use crate::figure::{Decimal, Standing};
use crate::prose::scorecard::{Change, Kpi, Scorecard};
use crate::prose::text::plain_text;
use crate::prose::{Cell, DataOf};
use std::collections::BTreeSet;

impl Writer<'_> {
    pub(super) fn scorecard(&mut self, card: &Scorecard) {
        self.tables += 1;
        self.summary(card);
        let groups = card.groups();
        let nth = self.tables;
        for (index, (group, kpis)) in groups.iter().enumerate() {
            self.html.line();
            let id = if index == 0 { format!("table-{nth}") } else { format!("table-{nth}-{}", index + 1) };
            self.group(card, &id, group, kpis);
        }
        self.source_and_note(card.source.as_deref(), card.note.as_deref());
        self.download(DataOf::Scorecard(card));
        let notes: Vec<&Kpi> = groups.iter().flat_map(|(_, kpis)| kpis).copied().collect();
        self.behind(&notes, nth);
    }

    /// "In January to March 2020, 6 of 14 targets were met, 3 not met; for 4 there is no data."
    fn summary(&mut self, card: &Scorecard) {
        if card.indicators.iter().all(|kpi| kpi.aim.is_none()) {
            return;
        }
        let words = self.options.words;
        let text = match card.tally() {
            None => words.word("scorecard_summary_none", &[]),
            Some(tally) => {
                let [met, nearly, not_met, gaps] = tally.counts.map(|count| count.to_string());
                let total = tally.counts.iter().sum::<usize>().to_string();
                let mut parts = vec![words.word("scorecard_summary_met", &[("count", &met), ("total", &total)])];
                for (key, count) in [("scorecard_summary_nearly", &nearly), ("scorecard_summary_not", &not_met)] {
                    if count != "0" {
                        parts.push(words.word(key, &[("count", count)]));
                    }
                }
                let period = tally.period.month_words(&|key, arguments| words.word(key, arguments));
                let key = if gaps == "0" { "scorecard_summary" } else { "scorecard_summary_gaps" };
                words.word(key, &[("period", &period), ("parts", &parts.join(", ")), ("count", &gaps)])
            }
        };
        self.html.markup("<p class=\"scorecard-summary\">");
        self.html.text(&text);
        self.html.markup("</p>");
    }

    fn group(&mut self, card: &Scorecard, id: &str, group: &str, kpis: &[&Kpi]) {
        let words = self.options.words;
        let id = self.id(id);
        let caption = plain_text(&card.caption);
        let caption = match card.captioned {
            true => caption,
            false => {
                let heading = [("heading", caption.as_str())];
                words.word("table_fallback_caption", &heading).trim().trim_end_matches(':').to_owned()
            }
        };
        let named = |caption: &str| words.word("scorecard_group", &[("caption", caption), ("group", group)]);
        let name = if group.is_empty() { caption.clone() } else { named(&caption) };
        self.frame(&id, &name, false, |writer| match (card.captioned, group.is_empty()) {
            (true, true) => writer.inlines(&card.caption),
            (true, false) => {
                const PLACE: &str = "\u{fffc}";
                let around = named(PLACE);
                let (before, after) = around.split_once(PLACE).unwrap_or_default();
                writer.html.text(before);
                writer.inlines(&card.caption);
                writer.html.text(after);
            }
            (false, _) => writer.html.text(&name),
        });
        for key in ["scorecard_indicator", "scorecard_target"] {
            self.html.markup("<th scope=\"col\">");
            let word = self.word(key);
            self.html.text(&word);
            self.html.markup("</th>");
        }
        for period in &card.periods {
            self.html.markup("<th scope=\"col\" class=\"score\">");
            self.html.text(&period.period.month_words(&|key, arguments| words.word(key, arguments)));
            self.html.markup("</th>");
        }
        let comparable = card.periods.len() > 1;
        if comparable {
            self.html.markup("<th scope=\"col\">");
            let word = self.word("scorecard_change");
            self.html.text(&word);
            self.html.markup("</th>");
        }
        self.html.markup("</tr></thead>\n<tbody>");
        for kpi in kpis {
            self.html.line();
            self.place(kpi.span);
            self.kpi(kpi, comparable);
        }
        self.html.line();
        self.html.markup("</tbody></table></div>");
    }

    fn kpi(&mut self, kpi: &Kpi, comparable: bool) {
        self.html.markup("<tr><th scope=\"row\" class=\"wordy\">");
        self.inlines(&kpi.label);
        self.html.markup("</th>");
        if is_empty(&kpi.target.content) {
            self.html.markup("<td class=\"no-data\">");
            self.missing(&kpi.target);
        } else {
            self.html.markup("<td>");
            self.inlines(&kpi.target.content);
        }
        self.html.markup("</td>");
        for (index, cell) in kpi.values.iter().enumerate() {
            self.score(cell, kpi.standings.get(index).copied().flatten());
        }
        if comparable {
            match &kpi.change {
                Some(change) => self.change(change),
                None => {
                    self.html.markup("<td class=\"no-data\">");
                    let word = self.word("figure_nothing_before");
                    self.html.text(&word);
                    self.html.markup("</td>");
                }
            }
        }
        self.html.markup("</tr>");
    }

    /// A value and what it makes of its target. Words that say why there is no value say that there
    /// is none; a sign such as `*` does not.
    fn score(&mut self, cell: &Cell, standing: Option<Standing>) {
        let empty = is_empty(&cell.content);
        let said = empty || plain_text(&cell.content).contains(char::is_alphabetic);
        self.html.markup(if empty { "<td class=\"score no-data\">" } else { "<td class=\"score\">" });
        let status = standing.filter(|standing| *standing != Standing::NoData || !said);
        if standing == Some(Standing::NoData) && said {
            self.html.made(&shape(Standing::NoData.word()));
        }
        if empty {
            self.missing(cell);
        } else {
            self.html.markup("<span class=\"score-value\">");
            self.number = true;
            self.inlines(&cell.content);
            self.number = false;
            self.html.markup("</span>");
        }
        if let Some(standing) = status {
            self.html.markup(match standing {
                Standing::Met => " <span class=\"score-status score-met\">",
                Standing::Nearly => " <span class=\"score-status score-nearly-met\">",
                Standing::NotMet => " <span class=\"score-status score-not-met\">",
                Standing::NoData => " <span class=\"score-status no-data\">",
            });
            self.html.made(&shape(standing.word()));
            let word = self.word(standing.key());
            self.html.text(&word);
            self.html.markup("</span>");
        }
        self.html.markup("</td>");
    }

    fn change(&mut self, change: &Change) {
        let compared = &change.compared;
        let better = compared.better == Some(true);
        let name = match (compared.change.value.cmp(&Decimal::ZERO), better) {
            (std::cmp::Ordering::Equal, _) => "same",
            (std::cmp::Ordering::Greater, true) => "up-better",
            (std::cmp::Ordering::Greater, false) => "up",
            (std::cmp::Ordering::Less, true) => "down-better",
            (std::cmp::Ordering::Less, false) => "down",
        };
        self.html.markup("<td class=\"score-change\">");
        self.html.made(&shape(name));
        let words = self.options.words;
        // A number may stand apart from its unit: the column is narrow, and nothing else stands in it.
        let words = change.words(&|key, arguments| words.word(key, arguments));
        self.html.text(&words.replace('\u{a0}', " "));
        self.html.markup("</td>");
    }

    /// What stands behind the numbers, by the names of the indicators.
    fn behind(&mut self, kpis: &[&Kpi], nth: usize) {
        let told: Vec<&&Kpi> = kpis.iter().filter(|kpi| !kpi.note.blocks.is_empty()).collect();
        if told.is_empty() {
            return;
        }
        let mut seen = BTreeSet::new();
        let twice: BTreeSet<String> =
            kpis.iter().map(|kpi| plain_text(&kpi.label)).filter(|label| !seen.insert(label.clone())).collect();
        let id = self.id(&format!("table-{nth}-notes"));
        self.html.markup("\n<div class=\"scorecard-notes\" role=\"group\"");
        self.html.attribute("aria-labelledby", &id);
        self.html.markup("><div class=\"scorecard-notes-title\"");
        self.html.attribute("id", &id);
        self.html.markup(">");
        let title = self.word("scorecard_notes");
        self.html.text(&title);
        self.html.markup("</div>\n<dl>");
        for kpi in told {
            self.html.markup("\n<div><dt>");
            self.inlines(&kpi.label);
            // Two groups may measure the same.
            if !kpi.group.is_empty() && twice.contains(&plain_text(&kpi.label)) {
                self.html.text(&format!(" ({})", kpi.group));
            }
            self.html.markup("</dt><dd>");
            self.blocks(&kpi.note.blocks);
            self.html.line();
            self.html.markup("</dd></div>");
        }
        self.html.markup("\n</dl></div>");
    }
}
