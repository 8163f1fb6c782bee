//! A text in the pieces that people compare when they ask what changed: each paragraph, heading, table and tile
//! group by itself, as words without their typography.

use super::text::block_words;
use super::{Block, BlockKind, Prose};
use crate::diagnostic::Span;

/// A piece of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    /// Its words, with figures filled in; see [`plain_signs`].
    pub words: String,
    /// Where it stands.
    pub span: Span,
}

/// The pieces of a text in reading order, footnotes last. Pictures and lines across have no words.
pub fn pieces(prose: &Prose) -> Vec<Piece> {
    let mut out = Vec::new();
    gather(&prose.blocks, &mut out);
    prose.footnotes.iter().for_each(|note| gather(&note.blocks, &mut out));
    out
}

fn gather(blocks: &[Block], out: &mut Vec<Piece>) {
    for block in blocks {
        match &block.kind {
            BlockKind::List(list) => list.items.iter().for_each(|item| gather(&item.blocks, out)),
            BlockKind::Quote(inner) | BlockKind::Alert(_, inner) => gather(inner, out),
            BlockKind::Numbered(numbered) => gather(&numbered.blocks, out),
            BlockKind::Illustrated(pair) => gather(&pair.blocks, out),
            BlockKind::Picture(_) | BlockKind::Rule => {}
            kind => {
                let words = plain_signs(&block_words(kind));
                if !words.is_empty() {
                    out.push(Piece { words, span: block.span });
                }
            }
        }
    }
}

/// A text with straight quotation marks, one kind of dash, and single spaces: what two texts have in common that
/// differ only in their typography.
pub fn plain_signs(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !out.is_empty() {
            out.push(' ');
        }
        out.extend(word.chars().map(|c| match c {
            '‘' | '’' => '\'',
            '“' | '”' => '"',
            '–' | '—' | '‑' | '−' => '-',
            _ => c,
        }));
    }
    out
}
