//! Plain text out of the tree: for search, for summaries, for counting words, for checks.

use super::scorecard::Scorecard;
use super::{Block, BlockKind, Inline, InlineKind, Prose, Table, Target};

/// The words of running text. References to footnotes have none; a picture has those that
/// stand for it.
pub fn plain_text(inlines: &[Inline]) -> String {
    let mut out = String::new();
    inline_text(inlines, &mut out);
    out
}

/// The words of a text, one line for each block, footnotes last. Code is among them.
pub fn prose_text(prose: &Prose) -> String {
    let mut out = String::new();
    blocks_text(&prose.blocks, &mut out);
    for note in &prose.footnotes {
        blocks_text(&note.blocks, &mut out);
    }
    out
}

/// The words of one block, and of what it holds.
pub fn block_words(kind: &BlockKind) -> String {
    let mut out = String::new();
    block_text(kind, &mut out);
    out
}

/// The words of a cell, with a number in the place of each figure that is still to be filled in.
pub(super) fn cell_text(inlines: &[Inline]) -> String {
    let mut text = plain_text(inlines);
    let to_fill = |inline: &Inline| match &inline.kind {
        InlineKind::Link(link) => matches!(link.target, Target::Figure(_)) && link.content.is_empty(),
        _ => false,
    };
    if inlines.iter().any(to_fill) {
        text.push('0');
    }
    text
}

fn inline_text(inlines: &[Inline], out: &mut String) {
    for inline in inlines {
        match &inline.kind {
            InlineKind::Text(text) | InlineKind::Code(text) => out.push_str(text),
            InlineKind::Emphasis(content) | InlineKind::Strong(content) | InlineKind::Strikethrough(content) => {
                inline_text(content, out)
            }
            InlineKind::Link(link) => inline_text(&link.content, out),
            InlineKind::Picture(picture) => out.push_str(&picture.alt),
            InlineKind::SoftBreak | InlineKind::HardBreak => out.push(' '),
            InlineKind::FootnoteReference(..) => {}
        }
    }
}

fn line(inlines: &[Inline], out: &mut String) {
    let before = out.len();
    inline_text(inlines, out);
    if out.len() > before {
        out.push('\n');
    }
}

fn plain_line(text: &str, out: &mut String) {
    if !text.is_empty() {
        out.push_str(text);
        out.push('\n');
    }
}

fn blocks_text(blocks: &[Block], out: &mut String) {
    for block in blocks {
        block_text(&block.kind, out);
    }
}

fn block_text(kind: &BlockKind, out: &mut String) {
    match kind {
        BlockKind::Heading(heading) => line(&heading.content, out),
        BlockKind::Paragraph(content) => line(content, out),
        BlockKind::Picture(picture) => {
            plain_line(&picture.alt, out);
            plain_line(picture.caption.as_deref().unwrap_or_default(), out);
        }
        BlockKind::List(list) => list.items.iter().for_each(|item| blocks_text(&item.blocks, out)),
        BlockKind::Quote(blocks) | BlockKind::Alert(_, blocks) => blocks_text(blocks, out),
        BlockKind::Code(code, _) => plain_line(code.trim_end(), out),
        BlockKind::Rule => {}
        BlockKind::Table(table) => table_text(table, out),
        BlockKind::Scorecard(card) => scorecard_text(card, out),
        BlockKind::Stats(stats) => {
            for stat in stats {
                out.push_str(&stat.value.value);
                out.push(' ');
                line(&stat.label, out);
                line(stat.change.as_deref().unwrap_or_default(), out);
                line(stat.note.as_deref().unwrap_or_default(), out);
            }
        }
        BlockKind::Contact(contact) => {
            let texts = [
                &contact.name,
                &contact.role,
                &contact.phone,
                &contact.textphone,
                &contact.email,
                &contact.web,
                &contact.hours,
            ];
            texts.into_iter().flatten().for_each(|text| plain_line(text, out));
            contact.address.iter().for_each(|text| plain_line(text, out));
            line(contact.note.as_deref().unwrap_or_default(), out);
        }
        BlockKind::CaseStudy(story) => {
            line(&story.title, out);
            blocks_text(&story.text.blocks, out);
            line(story.quote.as_deref().unwrap_or_default(), out);
            line(story.source.as_deref().unwrap_or_default(), out);
        }
        BlockKind::Commitments(all) => all.iter().for_each(|commitment| {
            line(&commitment.text, out);
            commitment.leads.iter().for_each(|lead| plain_line(lead, out));
            commitment.measures.iter().for_each(|measure| line(measure, out));
        }),
        BlockKind::Outcomes(all) => all.iter().for_each(|outcome| blocks_text(&outcome.text.blocks, out)),
        BlockKind::Numbered(numbered) => blocks_text(&numbered.blocks, out),
        BlockKind::Illustrated(pair) => blocks_text(&pair.blocks, out),
        BlockKind::Cover(cover) => cover.lines().for_each(|content| line(content, out)),
        // Their words belong to the plan.
        BlockKind::Actions(_) => {}
        BlockKind::Chart(chart) => {
            line(&chart.title, out);
            line(chart.subtitle.as_deref().unwrap_or_default(), out);
            plain_line(chart.summary.trim(), out);
            line(chart.source.as_deref().unwrap_or_default(), out);
            table_text(&chart.table, out);
        }
    }
}

fn table_text(table: &Table, out: &mut String) {
    if table.captioned {
        line(&table.caption, out);
    }
    row_text(table.columns.iter().map(|column| column.heading.as_slice()), out);
    for row in &table.rows {
        row_text(row.cells.iter().map(|cell| cell.content.as_slice()), out);
    }
    line(table.source.as_deref().unwrap_or_default(), out);
    line(table.note.as_deref().unwrap_or_default(), out);
}

fn scorecard_text(card: &Scorecard, out: &mut String) {
    if card.captioned {
        line(&card.caption, out);
    }
    card.indicators.iter().for_each(|kpi| row_text(kpi.lines(), out));
    line(card.source.as_deref().unwrap_or_default(), out);
    line(card.note.as_deref().unwrap_or_default(), out);
    card.indicators.iter().for_each(|kpi| blocks_text(&kpi.note.blocks, out));
}

/// The cells of a row, set apart by two spaces.
fn row_text<'a>(cells: impl Iterator<Item = &'a [Inline]>, out: &mut String) {
    for (index, cell) in cells.enumerate() {
        if index > 0 {
            out.push_str("  ");
        }
        inline_text(cell, out);
    }
    out.push('\n');
}
