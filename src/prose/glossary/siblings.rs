//! Neighbouring pieces of running text: read as one, cut where a link begins or ends.

use crate::prose::tree::{Inline, InlineKind};

/// Whether this is text, or a line break of the source within it.
pub(super) fn is_text(inline: &Inline) -> bool {
    matches!(inline.kind, InlineKind::Text(_) | InlineKind::SoftBreak)
}

/// The words of an inline that holds no others.
pub(super) fn text_of(inline: &Inline) -> &str {
    match &inline.kind {
        InlineKind::Text(text) | InlineKind::Code(text) => text,
        InlineKind::SoftBreak => "\n",
        _ => "",
    }
}

fn children(inline: &Inline) -> Option<&[Inline]> {
    match &inline.kind {
        InlineKind::Emphasis(inner) | InlineKind::Strong(inner) | InlineKind::Strikethrough(inner) => Some(inner),
        InlineKind::Link(link) => Some(&link.content),
        _ => None,
    }
}

/// The first character that readers see.
pub(super) fn first_char(inline: &Inline) -> Option<char> {
    match children(inline) {
        Some(inner) => inner.first().and_then(first_char),
        None => text_of(inline).chars().next(),
    }
}

/// The last character that readers see.
pub(super) fn last_char(inline: &Inline) -> Option<char> {
    match children(inline) {
        Some(inner) => inner.last().and_then(last_char),
        None => text_of(inline).chars().next_back(),
    }
}

/// Siblings taken from the front, cut where a link begins or ends.
pub(super) struct Pieces {
    rest: std::vec::IntoIter<Inline>,
    held: Option<Inline>,
    at: usize,
}

impl Pieces {
    /// Pieces of these siblings.
    pub(super) fn of(siblings: Vec<Inline>) -> Pieces {
        Pieces { rest: siblings.into_iter(), held: None, at: 0 }
    }

    /// Moves what stands before `position` to `out`.
    pub(super) fn until(&mut self, position: usize, out: &mut Vec<Inline>) {
        while self.at < position
            && let Some(inline) = self.held.take().or_else(|| self.rest.next())
        {
            let length = text_of(&inline).len();
            if self.at + length <= position {
                self.at += length;
                out.push(inline);
            } else {
                let (before, after) = cut(inline, position - self.at);
                self.at = position;
                out.push(before);
                self.held = Some(after);
            }
        }
    }
}

/// Cuts a text in two. Where its source is longer or shorter than itself (an entity),
/// both parts keep the whole place.
fn cut(inline: Inline, at: usize) -> (Inline, Inline) {
    let span = inline.span;
    let text = text_of(&inline);
    let verbatim = span.range().len() == text.len();
    let part = |from: usize, to: usize| Inline {
        span: if verbatim { span.part(from, to) } else { span },
        kind: InlineKind::Text(text.get(from..to).unwrap_or_default().to_owned()),
    };
    (part(0, at), part(at, text.len()))
}

#[cfg(test)]
mod tests {
    use super::super::trees::{at, shown, soft_break, strong, text, text_at};
    use super::*;

    #[test]
    fn pieces_are_cut_where_asked() {
        let mut pieces = Pieces::of(vec![text_at(0, "abc"), soft_break(3), text_at(4, "dé")]);
        let mut take = |position: usize| {
            let mut out = Vec::new();
            pieces.until(position, &mut out);
            (shown(&out), out.iter().map(|inline| inline.span).collect::<Vec<_>>())
        };
        assert_eq!(take(0), (String::new(), vec![]));
        assert_eq!(take(1), ("a".into(), vec![at(0, 1)]));
        assert_eq!(take(5), ("bc\nd".into(), vec![at(1, 2), at(3, 1), at(4, 1)]));
        assert_eq!(take(usize::MAX), ("é".into(), vec![at(5, 2)]));
    }

    #[test]
    fn a_text_that_is_not_its_source_keeps_its_whole_place() {
        let entity = Inline { span: at(3, 9), kind: InlineKind::Text("a b".into()) };
        let (before, after) = cut(entity, 1);
        assert_eq!((before.span, after.span), (at(3, 9), at(3, 9)));
        assert_eq!(shown(&[before, after]), "a b");
    }

    #[test]
    fn the_characters_at_the_ends_are_those_of_the_innermost_text() {
        let nested = strong(vec![strong(vec![text("ab")]), text("cd")]);
        assert_eq!((first_char(&nested), last_char(&nested)), (Some('a'), Some('d')));
        assert_eq!(first_char(&strong(Vec::new())), None);
    }
}
