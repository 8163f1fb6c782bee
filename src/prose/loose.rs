//! Figures in running text that nothing checks.

use super::Prose;
use super::running::running;
use crate::figure::loose_figures;
use crate::source::Located;
use std::ops::Range;

/// The numbers in the running text of a page that look like figures, as written, in reading
/// order, each with its place; those of footnotes last. What counts as one is said at
/// [`loose_figures`]. Headings, tables, tiles, contacts and code are not looked at.
pub fn loose_figures_of(prose: &Prose) -> Vec<Located<String>> {
    let mut found = Vec::new();
    running(prose, true, &mut |paragraph| {
        // What is quoted is checked.
        let quoted = |range: &Range<usize>| {
            paragraph.quoted.iter().any(|quoted| quoted.start < range.end && range.start < quoted.end)
        };
        for range in loose_figures(&paragraph.text).into_iter().filter(|range| !quoted(range)) {
            let figure = paragraph.text.get(range.clone()).unwrap_or_default();
            found.extend(paragraph.span(range).map(|span| Located::new(figure.to_owned(), span)));
        }
    });
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::FileId;
    use crate::prose::parse_prose;
    use crate::source::Excerpt;

    #[test]
    fn figures_are_found_in_running_text_where_they_stand() {
        let text = "# 57 reports\n\n## 58 people\n\nIt cost £36.1\nmillion, **59**% more[^1]. `60` of [61 people](https://x.org/62).\n\n\
            - 63 carers\n\n> [!NOTE]\n> 64 homes\n\n| 65 |\n|---|\n| 66 |\n\n```stats\n- value: 67\n  label: 68 people\n```\n\n\
            ```case-study\ntitle: 69 years\ntext: |\n  Mary had 70 visits.\nquote: All 71 were good\nsource: Mary, 72\n```\n\n\
            [^1]: Against 73 before.\n";
        let prose = parse_prose(&Excerpt::verbatim(FileId(0), 0, text), &mut Vec::new());
        let found = loose_figures_of(&prose);
        let written: Vec<&str> = found.iter().map(|figure| figure.value.as_str()).collect();
        assert_eq!(written, ["£36.1 million", "59%", "61", "63", "64", "70", "71", "73"]);
        let places: Vec<&str> = found.iter().map(|figure| text.get(figure.span.range()).unwrap()).collect();
        assert_eq!(places, ["£36.1\nmillion", "59**%", "61", "63", "64", "70", "71", "73"]);
    }
}
