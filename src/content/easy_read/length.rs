//! How long an Easy Read edition is as a booklet: an estimate from what stands in it, held against booklets
//! that were printed. `docs/easy-read.md` says how far off it may be.

use crate::content::Chapter;
use crate::prose::{Block, BlockKind, Illustrated, block_words};
use std::sync::Arc;

/// The most pages that a booklet should have ("20 to 24 printed pages at most").
pub const MOST_PAGES: usize = 24;

/// The height of a printed page, in tenths of a millimetre, without its margins.
const PAGE: usize = 2570;
/// A line of text.
const LINE: usize = 79;
/// How many letters a line has beside a picture, and without one.
const LETTERS_BESIDE: usize = 50;
const LETTERS: usize = 66;
/// A picture, which is as high as it is wide.
const PICTURE: usize = 300;
/// The space around a row, a paragraph, a heading.
const ROW_SPACE: usize = 80;
const PARAGRAPH_SPACE: usize = 20;
const HEADING: usize = 180;
/// The title of a chapter, with the line above it; a chapter begins only where this much of a page is left.
const CHAPTER: usize = 330;
const CHAPTER_NEEDS: usize = 900;
/// The title page, and each chapter on its list.
const COVER: usize = 815;
const CONTENTS_LINE: usize = 117;

/// About how many A4 pages the booklet of these chapters has, its cover among them.
pub fn booklet_pages(chapters: &[Arc<Chapter>]) -> usize {
    if chapters.is_empty() {
        return 0;
    }
    let mut paper = Paper::default();
    paper.put(COVER + chapters.len() * CONTENTS_LINE);
    paper.turn();
    for chapter in chapters {
        if PAGE.saturating_sub(paper.used) < CHAPTER_NEEDS {
            paper.turn();
        }
        paper.put(CHAPTER);
        let mut above = 0;
        for block in &chapter.prose.blocks {
            match block.kind {
                // A heading goes with what stands below it.
                BlockKind::Heading(_) => above += HEADING,
                _ => paper.put(std::mem::take(&mut above) + height(&block.kind, LETTERS)),
            }
        }
    }
    paper.pages + usize::from(paper.used > 0)
}

/// Pages that are filled from top to bottom.
#[derive(Default)]
struct Paper {
    /// The pages that are full.
    pages: usize,
    /// What is used of the one after them.
    used: usize,
}

impl Paper {
    /// Puts something on the page that is not broken, if a page has room for it.
    fn put(&mut self, height: usize) {
        if self.used + height > PAGE {
            self.turn();
        }
        self.used += height;
        while self.used > PAGE {
            self.pages += 1;
            self.used -= PAGE;
        }
    }

    /// Begins a new page.
    fn turn(&mut self) {
        if self.used > 0 {
            self.pages += 1;
            self.used = 0;
        }
    }
}

fn blocks(all: &[Block], letters: usize) -> usize {
    all.iter().map(|block| height(&block.kind, letters)).sum()
}

fn height(kind: &BlockKind, letters: usize) -> usize {
    match kind {
        BlockKind::Illustrated(Illustrated { blocks: text, .. }) => {
            blocks(text, LETTERS_BESIDE).max(PICTURE) + ROW_SPACE
        }
        BlockKind::Heading(_) => HEADING,
        BlockKind::Picture(_) => PICTURE + ROW_SPACE,
        BlockKind::List(list) => {
            list.items.iter().map(|item| blocks(&item.blocks, letters)).sum::<usize>() + PARAGRAPH_SPACE
        }
        BlockKind::Quote(inner) | BlockKind::Alert(_, inner) => blocks(inner, letters) + ROW_SPACE,
        _ => lines(kind, letters) * LINE + PARAGRAPH_SPACE,
    }
}

/// How many lines a block has where a line has so many letters.
fn lines(kind: &BlockKind, letters: usize) -> usize {
    block_words(kind).lines().map(|line| line.chars().count().div_ceil(letters)).sum()
}
