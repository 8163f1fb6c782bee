//! Small trees for this room's tests.

use super::TermForms;
use crate::diagnostic::{FileId, Span};
use crate::prose::tree::{Block, BlockKind, Inline, InlineKind, Link, Prose, Target};

/// A place whose start is `start`.
pub(super) fn at(start: usize, length: usize) -> Span {
    Span::new(FileId(0), start..start + length)
}

/// Text at a place.
pub(super) fn text_at(start: usize, text: &str) -> Inline {
    Inline { span: at(start, text.len()), kind: InlineKind::Text(text.into()) }
}

/// Text at the top.
pub(super) fn text(words: &str) -> Inline {
    text_at(0, words)
}

/// Strong text.
pub(super) fn strong(inner: Vec<Inline>) -> Inline {
    Inline { span: at(0, 0), kind: InlineKind::Strong(inner) }
}

/// A line break of the source.
pub(super) fn soft_break(start: usize) -> Inline {
    Inline { span: at(start, 1), kind: InlineKind::SoftBreak }
}

/// A link by hand.
pub(super) fn link(target: Target, words: &str) -> Inline {
    let link = Link { target, title: String::new(), automatic: false, content: vec![text(words)] };
    Inline { span: at(7, words.len()), kind: InlineKind::Link(link) }
}

/// A block of no particular place.
pub(super) fn block(kind: BlockKind) -> Block {
    Block { span: at(0, 0), kind }
}

/// A paragraph.
pub(super) fn paragraph(content: Vec<Inline>) -> Block {
    block(BlockKind::Paragraph(content))
}

/// A text of these blocks.
pub(super) fn prose(blocks: Vec<Block>) -> Prose {
    Prose { blocks, ..Prose::default() }
}

/// A term whose id is its name.
pub(super) fn term(name: &str, abbreviation: &str, forms: &[&str]) -> TermForms {
    TermForms {
        id: name.into(),
        name: name.into(),
        abbreviation: (!abbreviation.is_empty()).then(|| abbreviation.into()),
        forms: forms.iter().map(|form| (*form).into()).collect(),
        automatic: true,
    }
}

/// The text of a tree, with `[…]` around automatic links.
pub(super) fn shown(inlines: &[Inline]) -> String {
    let mut out = String::new();
    for inline in inlines {
        match &inline.kind {
            InlineKind::Text(text) | InlineKind::Code(text) => out.push_str(text),
            InlineKind::Emphasis(inner) | InlineKind::Strong(inner) | InlineKind::Strikethrough(inner) => {
                out.push_str(&shown(inner));
            }
            InlineKind::Link(link) if link.automatic => out.push_str(&format!("[{}]", shown(&link.content))),
            InlineKind::Link(link) => out.push_str(&shown(&link.content)),
            InlineKind::SoftBreak | InlineKind::HardBreak => out.push('\n'),
            InlineKind::Picture(_) | InlineKind::FootnoteReference(..) => {}
        }
    }
    out
}
