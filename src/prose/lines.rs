//! Every line of running text of a tree, to be changed: paragraphs, headings, cells, the labels of
//! tiles. A line is what stands side by side in one place; emphasis within it is a line of its own.

use super::component::{Commitment, Stat};
use super::scorecard::Kpi;
use super::{Block, BlockKind, Inline, InlineKind, Prose, Table};

/// Hands every line of a text to `each`, in reading order.
pub fn lines_mut(prose: &mut Prose, each: &mut dyn FnMut(&mut Vec<Inline>)) {
    blocks(&mut prose.blocks, each);
    for note in &mut prose.footnotes {
        blocks(&mut note.blocks, each);
    }
}

/// Hands the lines of a tile to `each`.
pub fn stat_lines_mut(stat: &mut Stat, each: &mut dyn FnMut(&mut Vec<Inline>)) {
    line(&mut stat.label, each);
    stat.change.iter_mut().chain(&mut stat.note).for_each(|content| line(content, each));
}

/// Hands every block of a text to `each`, those within lists, quotations and stories too.
pub fn blocks_mut(prose: &mut Prose, each: &mut dyn FnMut(&mut Block)) {
    fn walk(all: &mut [Block], each: &mut dyn FnMut(&mut Block)) {
        for block in all {
            each(block);
            match &mut block.kind {
                BlockKind::List(list) => list.items.iter_mut().for_each(|item| walk(&mut item.blocks, each)),
                BlockKind::Quote(inner) | BlockKind::Alert(_, inner) => walk(inner, each),
                BlockKind::CaseStudy(story) => walk(&mut story.text.blocks, each),
                BlockKind::Numbered(numbered) => walk(&mut numbered.blocks, each),
                BlockKind::Illustrated(pair) => walk(&mut pair.blocks, each),
                BlockKind::Outcomes(all) => all.iter_mut().for_each(|one| walk(&mut one.text.blocks, each)),
                BlockKind::Scorecard(card) => {
                    card.indicators.iter_mut().for_each(|kpi| walk(&mut kpi.note.blocks, each));
                }
                _ => {}
            }
        }
    }
    walk(&mut prose.blocks, each);
}

fn blocks(all: &mut [Block], each: &mut dyn FnMut(&mut Vec<Inline>)) {
    for block in all {
        match &mut block.kind {
            BlockKind::Heading(heading) => line(&mut heading.content, each),
            BlockKind::Paragraph(content) => line(content, each),
            BlockKind::List(list) => list.items.iter_mut().for_each(|item| blocks(&mut item.blocks, each)),
            BlockKind::Quote(inner) | BlockKind::Alert(_, inner) => blocks(inner, each),
            BlockKind::Table(content) => table(content, each),
            BlockKind::Chart(chart) => {
                line(&mut chart.title, each);
                chart.subtitle.iter_mut().chain(&mut chart.source).for_each(|content| line(content, each));
                table(&mut chart.table, each);
            }
            BlockKind::Scorecard(card) => {
                line(&mut card.caption, each);
                card.indicators.iter_mut().flat_map(Kpi::lines_mut).for_each(|content| line(content, each));
                card.source.iter_mut().chain(&mut card.note).for_each(|content| line(content, each));
                card.indicators.iter_mut().for_each(|kpi| lines_mut(&mut kpi.note, each));
            }
            BlockKind::Stats(stats) => stats.iter_mut().for_each(|stat| stat_lines_mut(stat, each)),
            BlockKind::Contact(contact) => contact.note.iter_mut().for_each(|note| line(note, each)),
            BlockKind::CaseStudy(story) => {
                line(&mut story.title, each);
                lines_mut(&mut story.text, each);
                story.quote.iter_mut().chain(&mut story.source).for_each(|content| line(content, each));
            }
            BlockKind::Numbered(numbered) => blocks(&mut numbered.blocks, each),
            BlockKind::Illustrated(pair) => blocks(&mut pair.blocks, each),
            BlockKind::Cover(cover) => cover.lines_mut().for_each(|content| line(content, each)),
            BlockKind::Commitments(all) => {
                all.iter_mut().flat_map(Commitment::lines_mut).for_each(|content| line(content, each));
            }
            BlockKind::Outcomes(all) => {
                for outcome in all {
                    lines_mut(&mut outcome.text, each);
                    line(&mut outcome.evidence, each);
                }
            }
            BlockKind::Picture(_) | BlockKind::Code(..) | BlockKind::Rule | BlockKind::Actions(_) => {}
        }
    }
}

fn table(table: &mut Table, each: &mut dyn FnMut(&mut Vec<Inline>)) {
    line(&mut table.caption, each);
    for row in &mut table.rows {
        row.cells.iter_mut().for_each(|cell| line(&mut cell.content, each));
    }
    table.source.iter_mut().chain(&mut table.note).for_each(|content| line(content, each));
    let known = table.rules.iter_mut().flat_map(|rules| &mut rules.known);
    known.for_each(|known| line(&mut known.because, each));
}

fn line(content: &mut Vec<Inline>, each: &mut dyn FnMut(&mut Vec<Inline>)) {
    each(content);
    for inline in content {
        if let InlineKind::Emphasis(inner) | InlineKind::Strong(inner) | InlineKind::Strikethrough(inner) =
            &mut inline.kind
        {
            line(inner, each);
        }
    }
}
