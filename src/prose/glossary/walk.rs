//! All words of a text in reading order, for those who only look.

use crate::diagnostic::Span;
use crate::prose::scorecard::Kpi;
use crate::prose::tree::{Block, BlockKind, Inline, InlineKind, Prose, Table, Target};

/// A stretch of words that stands by itself.
pub(super) enum Words<'a> {
    /// Running text.
    Inlines(&'a [Inline]),
    /// Words that have no tree.
    Plain(&'a str, Span),
}

/// Hands every stretch of words to `each`.
pub(super) fn words<'a>(prose: &'a Prose, each: &mut dyn FnMut(Words<'a>)) {
    if let Some(title) = &prose.title {
        each(Words::Inlines(&title.value));
    }
    blocks(&prose.blocks, each);
    for footnote in &prose.footnotes {
        blocks(&footnote.blocks, each);
    }
}

fn blocks<'a>(list: &'a [Block], each: &mut dyn FnMut(Words<'a>)) {
    for block in list {
        match &block.kind {
            BlockKind::Heading(heading) => each(Words::Inlines(&heading.content)),
            BlockKind::Paragraph(content) => each(Words::Inlines(content)),
            BlockKind::List(list) => list.items.iter().for_each(|item| blocks(&item.blocks, each)),
            BlockKind::Quote(inner) | BlockKind::Alert(_, inner) => blocks(inner, each),
            BlockKind::Table(content) => table(content, block.span, each),
            BlockKind::Stats(stats) => {
                for stat in stats {
                    each(Words::Plain(&stat.value.value, stat.value.span));
                    each(Words::Inlines(&stat.label));
                    optional([&stat.change, &stat.note], each);
                }
            }
            BlockKind::Contact(contact) => {
                for words in [&contact.name, &contact.role, &contact.hours].into_iter().flatten() {
                    each(Words::Plain(words, contact.span));
                }
                optional([&contact.note], each);
            }
            BlockKind::CaseStudy(study) => {
                each(Words::Inlines(&study.title));
                words(&study.text, each);
                optional([&study.quote, &study.source], each);
            }
            BlockKind::Chart(chart) => {
                each(Words::Inlines(&chart.title));
                optional([&chart.subtitle, &chart.source], each);
                table(&chart.table, block.span, each);
            }
            BlockKind::Scorecard(card) => {
                if card.captioned {
                    each(Words::Inlines(&card.caption));
                }
                card.indicators.iter().flat_map(Kpi::lines).for_each(|line| each(Words::Inlines(line)));
                optional([&card.source, &card.note], each);
                card.indicators.iter().for_each(|kpi| words(&kpi.note, each));
            }
            BlockKind::Numbered(numbered) => blocks(&numbered.blocks, each),
            BlockKind::Illustrated(pair) => blocks(&pair.blocks, each),
            BlockKind::Cover(cover) => cover.lines().for_each(|content| each(Words::Inlines(content))),
            BlockKind::Commitments(all) => {
                for commitment in all {
                    each(Words::Inlines(&commitment.text));
                    commitment.leads.iter().for_each(|lead| each(Words::Plain(lead, commitment.span)));
                    commitment.measures.iter().for_each(|measure| each(Words::Inlines(measure)));
                }
            }
            BlockKind::Outcomes(all) => all.iter().for_each(|outcome| words(&outcome.text, each)),
            BlockKind::Picture(_) | BlockKind::Code(..) | BlockKind::Rule | BlockKind::Actions(_) => {}
        }
    }
}

fn table<'a>(table: &'a Table, span: Span, each: &mut dyn FnMut(Words<'a>)) {
    // A caption that the author did not write is the heading above over again.
    if table.captioned {
        each(Words::Inlines(&table.caption));
    }
    for column in &table.columns {
        each(Words::Inlines(&column.heading));
        if let Some(unit) = &column.unit {
            each(Words::Plain(unit, column.heading.first().map_or(span, |heading| heading.span)));
        }
    }
    for cell in table.rows.iter().flat_map(|row| &row.cells) {
        each(Words::Inlines(&cell.content));
    }
    optional([&table.source, &table.note], each);
}

fn optional<'a, const N: usize>(list: [&'a Option<Vec<Inline>>; N], each: &mut dyn FnMut(Words<'a>)) {
    for content in list.into_iter().flatten() {
        each(Words::Inlines(content));
    }
}

/// Hands every link to a term to `each`: the term's id and the link's place.
pub(super) fn term_links<'a>(inlines: &'a [Inline], each: &mut dyn FnMut(&'a str, Span)) {
    for inline in inlines {
        match &inline.kind {
            InlineKind::Emphasis(inner) | InlineKind::Strong(inner) | InlineKind::Strikethrough(inner) => {
                term_links(inner, each);
            }
            InlineKind::Link(link) => {
                if let Target::Term(id) = &link.target {
                    each(id, inline.span);
                }
            }
            _ => {}
        }
    }
}
