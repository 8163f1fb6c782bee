//! What tells series apart beside their colour: solid, striped, dotted and hollow bars; disc,
//! square, triangle and ring on lines of different dashes.

use crate::prose::html::Writer;

/// How a part of a bar is filled.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Fill {
    /// Room before the first part.
    Room,
    /// A series, from 0.
    Series(usize),
}

/// The class of a series, for its colour.
pub(super) fn class(series: usize) -> &'static str {
    match series {
        0 => "chart-1",
        1 => "chart-2",
        2 => "chart-3",
        _ => "chart-4",
    }
}

impl Writer<'_> {
    /// The patterns of the second and third series; the others need none. A drawing that is
    /// not shown at all would take its patterns with it: this one has no size instead.
    pub(super) fn patterns(&mut self, id: &str, series: usize) {
        if series < 2 {
            return;
        }
        self.html.markup("\n<svg class=\"chart-patterns\" width=\"0\" height=\"0\"><defs>");
        self.html.markup("<pattern class=\"chart-2\" patternUnits=\"userSpaceOnUse\" width=\"7\" height=\"7\" patternTransform=\"rotate(45)\"");
        self.html.attribute("id", &pattern(id, 1));
        self.html.markup(
            "><rect class=\"chart-ground\" width=\"7\" height=\"7\"/><rect width=\"4\" height=\"7\"/></pattern>",
        );
        if series > 2 {
            self.html.markup("<pattern class=\"chart-3\" patternUnits=\"userSpaceOnUse\" width=\"8\" height=\"8\"");
            self.html.attribute("id", &pattern(id, 2));
            self.html.markup("><rect class=\"chart-ground\" width=\"8\" height=\"8\"/><circle cx=\"2\" cy=\"2\" r=\"1.7\"/><circle cx=\"6\" cy=\"6\" r=\"1.7\"/></pattern>");
        }
        self.html.markup("</defs></svg>");
    }

    /// The rectangle of a series, as wide as its drawing.
    pub(super) fn filled(&mut self, id: &str, series: usize) {
        self.html.markup("<rect width=\"100%\" height=\"100%\"");
        if matches!(series, 1 | 2) {
            self.html.attribute("fill", &format!("url(#{})", pattern(id, series)));
        }
        self.html.markup("/>");
    }

    /// The mark of a series, around the origin of its drawing.
    pub(super) fn mark(&mut self, series: usize) {
        self.html.markup(match series {
            0 => "<circle r=\"5\"/>",
            1 => "<rect x=\"-5\" y=\"-5\" width=\"10\" height=\"10\"/>",
            2 => "<path d=\"M-6.5 5.5h13L0-6.5z\"/>",
            _ => "<circle class=\"chart-ring\" r=\"5\"/>",
        });
    }

    /// What a series looks like in a bar, for beside its name.
    pub(super) fn bar_swatch(&mut self, id: &str, series: usize) {
        self.html.markup("<svg");
        self.html.attribute("class", &format!("chart-swatch {}", class(series)));
        self.html.markup(">");
        self.filled(id, series);
        self.html.markup("</svg>");
    }

    /// What a series looks like as a line, for beside its name.
    pub(super) fn line_swatch(&mut self, series: usize) {
        self.html.markup("<svg");
        self.html.attribute("class", &format!("chart-swatch chart-swatch-line {}", class(series)));
        self.html.markup("><line x1=\"0\" y1=\"50%\" x2=\"100%\" y2=\"50%\"/><svg class=\"chart-mark\" overflow=\"visible\" x=\"50%\" y=\"50%\">");
        self.mark(series);
        self.html.markup("</svg></svg>");
    }

    /// The swatches with their names, above what they explain.
    pub(super) fn key(&mut self, names: &[&str], mut swatch: impl FnMut(&mut Self, usize)) {
        self.html.markup("\n<p class=\"chart-key\">");
        for (series, name) in names.iter().enumerate() {
            if series > 0 {
                self.html.markup(" ");
            }
            self.html.markup("<span class=\"chart-name\">");
            swatch(self, series);
            self.html.markup(" ");
            self.html.text(name);
            self.html.markup("</span>");
        }
        self.html.markup("</p>");
    }
}

fn pattern(id: &str, series: usize) -> String {
    format!("{id}-pattern-{}", series + 1)
}
