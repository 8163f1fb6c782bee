//! Headings with nothing below them, lists of one entry, and tables that are none.

use crate::diagnostic::Diagnostic;
use crate::diagnostic::rules::house_style::{HEADING_WITHOUT_TEXT, LAYOUT_TABLE, ONE_ITEM_LIST};
use crate::prose::text::plain_text;
use crate::prose::{Block, BlockKind, Prose, Table, visit_blocks};

/// Words that a cell may have before it is a paragraph.
const LONG_CELL: usize = 25;

/// Looks at the blocks of a text.
pub(super) fn check_structure(prose: &Prose, out: &mut Vec<Diagnostic>) {
    headings(&prose.blocks, out);
    lists(&prose.blocks, out);
    visit_blocks(prose, &mut |block| match &block.kind {
        BlockKind::List(list) => list.items.iter().for_each(|item| lists(&item.blocks, out)),
        BlockKind::Quote(_) => {}
        BlockKind::Alert(_, inner) => lists(inner, out),
        BlockKind::Numbered(numbered) => lists(&numbered.blocks, out),
        BlockKind::CaseStudy(story) => lists(&story.text.blocks, out),
        BlockKind::Table(table) if !table.component => layout(table, block, out),
        _ => {}
    });
}

/// A heading with the next of the same or a higher level right after it, or with nothing.
fn headings(blocks: &[Block], out: &mut Vec<Diagnostic>) {
    // A line across is nothing to read.
    let mut seen = blocks.iter().filter(|block| !matches!(block.kind, BlockKind::Rule)).peekable();
    while let Some(block) = seen.next() {
        let BlockKind::Heading(heading) = &block.kind else { continue };
        let (what, help) = match seen.peek().map(|next| &next.kind) {
            None => ("the text ends after it", "write what belongs below it, or remove the heading"),
            Some(BlockKind::Heading(next)) if next.level < heading.level => {
                ("a higher heading follows", "write what belongs below it, or remove the heading")
            }
            Some(BlockKind::Heading(next)) if next.level == heading.level => (
                "another heading of the same level follows",
                "write what belongs below it; if the next one belongs below it, give that one another #",
            ),
            _ => continue,
        };
        let words = plain_text(&heading.content);
        // A heading without words has been reported as such.
        if !words.trim().is_empty() {
            let message = format!("no text below `{}`: {what}", words.trim());
            out.push(Diagnostic::new(&HEADING_WITHOUT_TEXT, block.span, message).help(help));
        }
    }
}

/// Lists with one entry among blocks that stand side by side. A numbered list that a paragraph has parted
/// goes on with the next number.
fn lists(blocks: &[Block], out: &mut Vec<Diagnostic>) {
    for (at, block) in blocks.iter().enumerate() {
        let BlockKind::List(list) = &block.kind else { continue };
        let [item] = list.items.as_slice() else { continue };
        let goes_on =
            |block: &Block| matches!(&block.kind, BlockKind::List(next) if next.start.is_some_and(|start| start > 1));
        let parted = list.start.is_some_and(|start| start != 1)
            || (list.start.is_some() && blocks.iter().skip(at + 1).any(goes_on));
        if !parted {
            let help = "write it as a sentence, or add what else belongs in the list";
            out.push(Diagnostic::new(&ONE_ITEM_LIST, item.span, "a list with one entry").help(help));
        }
    }
}

/// A table of Markdown that has no rows and columns to read by.
fn layout(table: &Table, block: &Block, out: &mut Vec<Diagnostic>) {
    let told = |message: &str, help: &str| Diagnostic::new(&LAYOUT_TABLE, block.span, message).help(help);
    if table.columns.len() == 1 {
        let help = "write it as a list with `-`, or as paragraphs; an alert `> [!NOTE]` makes a box";
        out.push(told("a table with one column is a list", help));
    } else if table.columns.iter().all(|column| plain_text(&column.heading).trim().is_empty()) {
        let help = "use headings and paragraphs; if it is a table, give each column its heading";
        out.push(told("a table without any heading sets things side by side", help));
    } else if let [row] = table.rows.as_slice()
        && row.cells.iter().any(|cell| is_paragraph(&plain_text(&cell.content)))
    {
        let help = "make each heading of the table a heading of the text, with its paragraph below";
        out.push(told("a table with one row of sentences sets paragraphs side by side", help));
    }
}

/// Whether a cell holds sentences: two, or a long one.
fn is_paragraph(text: &str) -> bool {
    let words = text.split_whitespace().count();
    let text = text.trim();
    let ended = text.ends_with(['.', '!', '?']);
    let parted = [". ", "! ", "? "].iter().any(|stop| text.contains(stop));
    words > LONG_CELL || (ended && (parted || words > LONG_CELL / 2))
}
