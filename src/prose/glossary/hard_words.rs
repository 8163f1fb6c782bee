//! Hard words in Easy Read: bold where they first stand, and explained right below, unless the author does
//! that in the same sentence ("Easy Read": hard words are explained on the spot; Inclusion Europe,
//! "Information for all", rule on difficult words).

use crate::diagnostic::Span;
use crate::prose::text::plain_text;
use crate::prose::tree::{Block, BlockKind, Inline, InlineKind, Prose, Target};

/// What a term means in Easy Read: its name, and the definition if there is one.
pub struct Meaning<'g> {
    /// As the glossary writes it.
    pub name: &'g str,
    /// In Easy Read.
    pub meaning: Option<&'g str>,
}

/// Makes the hard words of a linked text bold and explains them. Gives the terms that have no Easy Read
/// definition, each with its place.
pub fn explain_hard_words<'g>(
    prose: &mut Prose,
    meaning: &dyn Fn(&str) -> Option<Meaning<'g>>,
) -> Vec<(&'g str, Span)> {
    let mut unexplained = Vec::new();
    blocks(&mut prose.blocks, meaning, &mut unexplained);
    unexplained
}

fn blocks<'g>(
    all: &mut Vec<Block>,
    meaning: &dyn Fn(&str) -> Option<Meaning<'g>>,
    unexplained: &mut Vec<(&'g str, Span)>,
) {
    let mut out = Vec::with_capacity(all.len());
    for mut block in std::mem::take(all) {
        if let BlockKind::Illustrated(pair) = &mut block.kind {
            blocks(&mut pair.blocks, meaning, unexplained);
        }
        let span = block.span;
        let mut found = Vec::new();
        match &mut block.kind {
            BlockKind::Paragraph(content) => line(content, &mut found),
            BlockKind::List(list) => {
                for item in list.items.iter_mut().flat_map(|item| &mut item.blocks) {
                    if let BlockKind::Paragraph(content) = &mut item.kind {
                        line(content, &mut found);
                    }
                }
            }
            _ => {}
        }
        out.push(block);
        for (id, at) in found {
            let Some(term) = meaning(&id) else { continue };
            match term.meaning {
                Some(words) => out.push(Block { span, kind: BlockKind::Paragraph(explanation(term.name, words, at)) }),
                None => unexplained.push((term.name, at)),
            }
        }
    }
    *all = out;
}

/// "**Reablement**: help to do things again."
fn explanation(name: &str, words: &str, span: Span) -> Vec<Inline> {
    let text = |text: String| Inline { span, kind: InlineKind::Text(text) };
    vec![Inline { span, kind: InlineKind::Strong(vec![text(name.to_owned())]) }, text(format!(": {words}"))]
}

/// Makes the words bold that the glossary linked; notes those that the line does not explain.
fn line(content: &mut [Inline], found: &mut Vec<(String, Span)>) {
    let explained: Vec<bool> = (0..content.len()).map(|at| is_explained(content.get(at + 1..))).collect();
    for (inline, explained) in content.iter_mut().zip(explained) {
        let terms: Vec<Option<String>> = match &mut inline.kind {
            InlineKind::Strong(inner) => inner.iter_mut().map(|inline| unlink(inline, true)).collect(),
            _ => vec![unlink(inline, false)],
        };
        if !explained {
            found.extend(terms.into_iter().flatten().map(|id| (id, inline.span)));
        }
    }
}

/// Takes a link of the glossary's away and makes its words bold, unless they are; gives the term's id.
fn unlink(inline: &mut Inline, bold: bool) -> Option<String> {
    let InlineKind::Link(link) = &mut inline.kind else { return None };
    let Target::Term(id) = &link.target else { return None };
    if !link.automatic {
        return None;
    }
    let id = id.clone();
    let mut words = std::mem::take(&mut link.content);
    inline.kind = match (bold, words.pop()) {
        (true, Some(only)) if words.is_empty() => only.kind,
        (_, last) => InlineKind::Strong(words.into_iter().chain(last).collect()),
    };
    Some(id)
}

/// Whether a sentence goes on with what the word before means.
fn is_explained(rest: Option<&[Inline]>) -> bool {
    let rest = plain_text(rest.unwrap_or_default());
    let mut words = rest.split_whitespace();
    matches!(words.next(), Some("means" | "mean" | "is" | "are" | "was" | "were"))
}
