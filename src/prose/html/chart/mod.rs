//! Charts: the message, a picture of shapes in SVG and words in HTML, the source, the table.
//!
//! Places in the picture are percentages and everything else is left to the style sheet, so
//! that words grow with the reader's setting and nothing needs a style of its own, which the
//! site's Content-Security-Policy would refuse. The picture as a whole is an image with a name:
//! its words would make no sense read one after the other, and the table has all of them.

mod bars;
mod labels;
mod lines;
mod patterns;
mod scale;
mod ticks;
mod turns;

use super::Writer;
use crate::prose::DataOf;
use crate::prose::chart::{Chart, ChartKind, generated_summary};
use crate::prose::text::plain_text;

/// What a picture leaves for words below it.
#[derive(Clone, Copy, Debug, Default)]
struct Unsaid {
    /// Its scale does not begin at zero.
    cut_off: bool,
    /// It shows nothing where there is no data.
    gaps: bool,
}

impl Writer<'_> {
    pub(super) fn chart(&mut self, chart: &Chart) {
        self.charts += 1;
        let id = self.id(&format!("chart-{}", self.charts));
        self.html.markup("<figure class=\"chart\"><figcaption><span class=\"chart-title\">");
        self.inlines(&chart.title);
        self.html.markup("</span>");
        if let Some(subtitle) = &chart.subtitle {
            self.html.markup(" <span class=\"chart-subtitle\">");
            self.inlines(subtitle);
            self.html.markup("</span>");
        }
        self.html.markup("</figcaption>\n");
        if chart.has_numbers() {
            let name = self.name_of(chart);
            self.picture_of(chart, &id, &name);
        }
        if let Some(source) = &chart.source {
            self.html.markup("\n<p class=\"source\">");
            self.sentence("source", "text", |writer| writer.inlines(source));
            self.html.markup("</p>");
        }
        self.html.markup("\n<p class=\"chart-table-title\">");
        let word = self.word("chart_table");
        self.html.text(&word);
        self.html.markup("</p>\n");
        self.table(&chart.table);
        self.download(DataOf::Chart(chart));
        self.html.markup("</figure>");
    }

    /// What the picture is called: its kind, its title and what it shows.
    fn name_of(&self, chart: &Chart) -> String {
        let summary = match chart.summary.trim() {
            "" => generated_summary(chart, self.options.words),
            written => written.to_owned(),
        };
        let key = if chart.kind == ChartKind::Line { "chart_line_name" } else { "chart_bar_name" };
        let title = plain_text(&chart.title);
        self.options.words.word(key, &[("title", title.trim()), ("summary", &summary)])
    }

    pub(super) fn picture_of(&mut self, chart: &Chart, id: &str, name: &str) {
        self.html.markup("<div class=\"chart-picture\" role=\"img\"");
        self.html.attribute("aria-label", name);
        // Not every browser takes what is inside an image out of what is read aloud.
        self.html.markup("><div aria-hidden=\"true\">");
        let unsaid = match chart.kind {
            ChartKind::Line => self.lines(chart),
            ChartKind::StackedBar if chart.several() => self.stacked_bars(chart, id),
            ChartKind::Bar | ChartKind::GroupedBar | ChartKind::StackedBar => {
                self.bars(chart, id);
                Unsaid::default()
            }
        };
        self.html.line();
        self.html.markup("</div></div>");
        if unsaid.cut_off {
            let words = self.word("chart_not_from_zero");
            self.remark(&words);
        }
        if unsaid.gaps {
            self.gaps(chart);
        }
    }

    /// Where there is no data, in words.
    fn gaps(&mut self, chart: &Chart) {
        for series in chart.drawn() {
            let missing: Vec<&str> = chart
                .categories
                .iter()
                .enumerate()
                .filter(|(at, _)| series.at(*at).is_none())
                .map(|(_, category)| category.as_str())
                .collect();
            if missing.is_empty() {
                continue;
            }
            let list = missing.join(", ");
            let words = if chart.several() {
                self.options.words.word("chart_gaps_of", &[("series", &series.label), ("list", &list)])
            } else {
                self.options.words.word("chart_gaps", &[("list", &list)])
            };
            self.remark(&words);
        }
    }

    fn remark(&mut self, words: &str) {
        self.html.markup("\n<p class=\"chart-remark\">");
        self.html.text(words);
        self.html.markup("</p>");
    }
}
