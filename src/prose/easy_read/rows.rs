//! Easy Read: a picture and what stands below it are one row, until the next picture or heading
//! ("Making written information easier to understand for people with learning disabilities",
//! Department of Health: a picture for each point, left of its text).

use crate::diagnostic::Diagnostic;
use crate::diagnostic::rules::links::PICTURE_ALT;
use crate::prose::{Block, BlockKind, Illustrated, Prose};

/// Puts pictures and their texts together. A picture without a text must say what it shows.
pub(in crate::prose) fn illustrate(prose: &mut Prose, out: &mut Vec<Diagnostic>) {
    let mut rows: Vec<Block> = Vec::with_capacity(prose.blocks.len());
    // Whether what comes next belongs to the picture before.
    let mut open = false;
    for block in std::mem::take(&mut prose.blocks) {
        match block.kind {
            BlockKind::Picture(picture) => {
                rows.push(Block {
                    span: block.span,
                    kind: BlockKind::Illustrated(Illustrated { picture, blocks: Vec::new() }),
                });
                open = true;
            }
            BlockKind::Heading(_) | BlockKind::Rule => {
                rows.push(block);
                open = false;
            }
            _ => match rows.last_mut().map(|row| (&mut row.span, &mut row.kind)) {
                Some((span, BlockKind::Illustrated(pair))) if open => {
                    *span = span.to(block.span);
                    pair.blocks.push(block);
                }
                _ => rows.push(block),
            },
        }
    }
    for row in &mut rows {
        if let BlockKind::Illustrated(pair) = &row.kind
            && pair.blocks.is_empty()
        {
            let picture = pair.picture.clone();
            if picture.alt.is_empty() {
                out.push(
                    Diagnostic::new(&PICTURE_ALT, row.span, "no text stands below this picture")
                        .help("write below it what it stands for, or say between the square brackets what it shows"),
                );
            }
            row.kind = BlockKind::Picture(picture);
        }
    }
    prose.blocks = rows;
}
