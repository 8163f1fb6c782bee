//! `candour figures`: every figure of a site, what it is, where it is written and where it is
//! quoted; and the numbers in the text that nothing checks.

use super::arguments::Figures;
use super::progress::Bar;
use super::report::{explained_words, options};
use super::{Ending, complain, print};
use crate::content::{Document, Passage};
use crate::diagnostic::{Counts, Span, Texts};
use crate::prose::{Prose, loose_figures_of};
use crate::publish::{Produced, SiteFolder, produce};
use std::fmt::Write;

pub(super) fn run(figures: &Figures) -> Ending {
    match try_run(figures) {
        Ok(ending) | Err(ending) => ending,
    }
}

fn try_run(figures: &Figures) -> Result<Ending, Ending> {
    let options = options(&figures.source, false)?;
    let world = |failure: crate::source::WorldFailure| {
        complain(&failure.to_string());
        Ending::Failed
    };
    let folder = SiteFolder::open(&figures.source.site).map_err(world)?;
    let bar = Bar::new();
    let produced = produce(&folder, &options, &bar).map_err(world);
    bar.finish();
    let produced = produced?;
    let mut out = String::new();
    if !figures.unchecked {
        list(&produced, &mut out);
    }
    unchecked(&produced, &mut out);
    print(&out)?;
    if Counts::of(&produced.diagnostics).errors > 0 {
        complain("the content has errors; `candour check` shows them");
        return Ok(Ending::Mistakes);
    }
    Ok(Ending::Fine)
}

fn at(produced: &Produced, span: Span) -> String {
    let place = produced.sources.place(span.file, span.start);
    format!("{}:{}:{}", produced.sources.path(span.file), place.line, place.column)
}

/// Every figure with its values and quotations.
fn list(produced: &Produced, out: &mut String) {
    for (series, figures) in produced.site.all_figures() {
        let indicator = &series.indicator;
        let owner = series.owner.as_ref().map(|owner| format!(", of {owner} only")).unwrap_or_default();
        let _ = writeln!(out, "{} ({}{owner})", indicator.id.value, indicator.label);
        if figures.is_empty() {
            let _ = writeln!(out, "  no value");
        }
        for figure in figures {
            let shown = if figure.written.is_empty() { "no value" } else { figure.written.as_str() };
            let _ = writeln!(out, "  {:12} {shown:>16}  {}", figure.period.key(), at(produced, figure.home));
        }
        for quotation in produced.site.quotations_of(series) {
            let how = if quotation.explained { "differs, with a reason" } else { "quoted" };
            let _ = writeln!(out, "  {how}: {}", at(produced, quotation.span));
        }
    }
    if let Some(words) = explained_words(produced.site.explained()) {
        let _ = writeln!(out, "{words}");
    }
}

/// The numbers in running text that look like figures and refer to none.
fn unchecked(produced: &Produced, out: &mut String) {
    let documents = &produced.site.documents;
    let chapters = documents.iter().flat_map(|document| Document::texts(document)).map(|text| &*text.prose);
    let plans: Vec<&Prose> = documents
        .iter()
        .flat_map(|document| document.passages())
        .filter_map(|(_, text)| match text {
            Passage::Prose(prose) => Some(prose),
            Passage::Line(_) => None,
        })
        .collect();
    let mut count = 0;
    let mut lines = String::new();
    for prose in chapters.chain(plans) {
        for found in loose_figures_of(prose) {
            count += 1;
            let _ = writeln!(lines, "  {:>16}  {}", found.value.replace('\n', " "), at(produced, found.span));
        }
    }
    let _ = match count {
        0 => writeln!(out, "Every number in the text that looks like a figure is checked."),
        1 => writeln!(out, "1 number in the text is not checked:\n{lines}"),
        _ => writeln!(out, "{count} numbers in the text are not checked:\n{lines}"),
    };
}
