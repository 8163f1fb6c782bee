//! Published reports whose paragraph numbers are not kept, and papers that do not say what their pack
//! says.

use crate::content::{Chapter, Document};
use crate::diagnostic::Diagnostic;
use crate::diagnostic::rules::reports::{NUMBERS_NOT_KEPT, PAPER_DIFFERS};
use crate::figure::Date;
use crate::prose::{BlockKind, CoverSheet, paragraphs};

/// Words that a body has in its name, and nobody else who decides.
const BODIES: [&str; 7] = ["committee", "board", "panel", "forum", "cabinet", "pwyllgor", "bwrdd"];

/// Reports a public document whose reports were published, and whose numbers are not kept.
pub(super) fn check_kept(document: &Document, today: Date, out: &mut Vec<Diagnostic>) {
    if document.header.published.as_ref().is_none_or(|published| published.value > today) {
        return;
    }
    let is_kept =
        |text: &Chapter| document.record.as_ref().is_some_and(|record| record.reports.contains_key(&text.slug));
    let mut open = document.texts().filter(|text| text.report && !is_kept(text) && !paragraphs(&text.prose).is_empty());
    let (Some(first), others) = (open.next(), open.count()) else { return };
    let message = match others {
        0 => "the paragraph numbers of this published report are not kept".to_owned(),
        _ => format!("the paragraph numbers of {} published reports are not kept", others + 1),
    };
    out.push(
        Diagnostic::new(&NUMBERS_NOT_KEPT, first.top(), message)
            .help(format!("run `candour number {}`: then no edit changes one without a word", document.path)),
    );
}

/// Reports what a pack and its reports say differently of the meeting.
pub(super) fn check_papers(document: &Document, out: &mut Vec<Diagnostic>) {
    let Some(briefing) = &document.header.briefing else { return };
    if let (Some(published), Some(meeting)) = (&document.header.published, briefing.meeting)
        && published.value > meeting
    {
        let message = format!("the papers are published on {}, after the meeting on {meeting}", published.value);
        out.push(
            Diagnostic::new(&PAPER_DIFFERS, published.span, message)
                .help("the public has a right to the papers before the meeting: write the day on which they came out"),
        );
    }
    for cover in document.chapters().iter().filter_map(|report| cover_of(report)) {
        if let (Some(date), Some(meeting)) = (&cover.date, briefing.meeting)
            && date.value != meeting
        {
            let message = format!("the report is for {}, and the briefing for {meeting}", date.value);
            out.push(Diagnostic::new(&PAPER_DIFFERS, date.span, message).help("one of the two dates is wrong"));
        }
        let is_body = |name: &str| BODIES.iter().any(|body| name.to_lowercase().contains(body));
        if let Some(maker) = cover.decision_maker.as_ref().filter(|maker| is_body(&maker.value))
            && maker.value.trim().to_lowercase() != briefing.committee.value.trim().to_lowercase()
        {
            let message =
                format!("the report is for `{}`, and the briefing for `{}`", maker.value, briefing.committee.value);
            out.push(
                Diagnostic::new(&PAPER_DIFFERS, maker.span, message)
                    .label(briefing.committee.span, "the committee of the briefing")
                    .help("write the name of the committee as the briefing has it, if it is the same"),
            );
        }
    }
}

fn cover_of(report: &Chapter) -> Option<&CoverSheet> {
    report.prose.blocks.iter().find_map(|block| match &block.kind {
        BlockKind::Cover(cover) => Some(&**cover),
        _ => None,
    })
}
