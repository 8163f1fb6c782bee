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
    let mut rest = std::mem::take(all).into_iter().peekable();
    while let Some(mut block) = rest.next() {
        if let BlockKind::Illustrated(pair) = &mut block.kind {
            blocks(&mut pair.blocks, meaning, unexplained);
        }
        let span = block.span;
        // An explanation may be a paragraph of its own.
        let next = match rest.peek().map(|next| &next.kind) {
            Some(BlockKind::Paragraph(content)) => plain_text(content),
            _ => String::new(),
        };
        let mut found = Vec::new();
        match &mut block.kind {
            BlockKind::Paragraph(content) => line(content, &next, &mut found),
            BlockKind::List(list) => {
                for item in list.items.iter_mut().flat_map(|item| &mut item.blocks) {
                    if let BlockKind::Paragraph(content) = &mut item.kind {
                        line(content, &next, &mut found);
                    }
                }
            }
            _ => {}
        }
        let said = blocks_words(&block, &next);
        out.push(block);
        for (id, at) in found {
            let Some(term) = meaning(&id) else { continue };
            if term.meaning.is_some_and(|meaning| is_said(meaning, &said)) {
                continue;
            }
            match term.meaning {
                Some(words) => out.push(Block { span, kind: BlockKind::Paragraph(explanation(term.name, words, at)) }),
                None => unexplained.push((term.name, at)),
            }
        }
    }
    *all = out;
}

/// "**Reablement**: help to do things again.", or "A **carer** looks after someone." where the definition names
/// its term at its beginning.
fn explanation(name: &str, words: &str, span: Span) -> Vec<Inline> {
    let text = |text: &str| Inline { span, kind: InlineKind::Text(text.to_owned()) };
    let strong = |words: &str| Inline { span, kind: InlineKind::Strong(vec![text(words)]) };
    let start = words.len() - without_article(words).len();
    let named = words.get(start..start + name.len()).filter(|named| named.eq_ignore_ascii_case(name));
    match (named, words.get(start + name.len()..)) {
        (Some(named), Some(rest)) => vec![text(words.get(..start).unwrap_or_default()), strong(named), text(rest)],
        _ => vec![strong(name), text(&format!(": {words}"))],
    }
}

/// A sentence without the article that it begins with.
fn without_article(words: &str) -> &str {
    let article = |article: &&str| words.get(..article.len()).is_some_and(|begin| begin.eq_ignore_ascii_case(article));
    let length = ["a ", "an ", "the "].iter().find(|one| article(one)).map_or(0, |article| article.len());
    words.get(length..).unwrap_or(words)
}

/// Makes the words bold that the glossary linked; notes those that neither the line nor the next one explains.
fn line(content: &mut [Inline], next: &str, found: &mut Vec<(String, Span)>) {
    let explained: Vec<bool> = (0..content.len())
        .map(|at| {
            let words = plain_text(content.get(at..=at).unwrap_or_default());
            let rest = plain_text(content.get(at + 1..).unwrap_or_default());
            explains(&rest, next, words.trim())
        })
        .collect();
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

/// The words of a paragraph and of the one after it.
fn blocks_words(block: &Block, next: &str) -> String {
    match &block.kind {
        BlockKind::Paragraph(content) => format!("{} {next}", plain_text(content)),
        _ => next.to_owned(),
    }
}

/// Whether the first sentence of a definition stands in a text already.
fn is_said(meaning: &str, text: &str) -> bool {
    let first = meaning.split_once(". ").map_or(meaning, |(first, _)| first).trim_end_matches('.');
    text.to_lowercase().contains(&first.to_lowercase())
}

/// What an explanation goes on with behind "is".
const KINDS: [&str; 11] =
    ["a", "an", "help", "money", "people", "somebody", "someone", "something", "the", "what", "when"];

/// Whether the author says what a word means: the sentence goes on with "means" or "is", or the next one begins
/// with the word again, or with "This means".
fn explains(rest: &str, next: &str, word: &str) -> bool {
    let (rest, next, word) = (rest.to_lowercase(), next.to_lowercase(), word.to_lowercase());
    // "Reablement is good" explains nothing, "a carer is somebody who …" does.
    let says = |text: &str| {
        let mut words = text.split_whitespace();
        match words.next() {
            Some("means" | "mean") => true,
            Some("is" | "are") => words.next().is_some_and(|word| KINDS.contains(&word)),
            _ => false,
        }
    };
    let following = rest.split_once(['.', '!', '?', ':']).map(|(_, after)| after);
    // Nothing more in this paragraph but a full stop: what follows is the next one.
    let following = following.map(str::trim).filter(|after| !after.is_empty()).unwrap_or(&next);
    // "Carers" is explained by "A carer looks after …".
    let stem = word.strip_suffix('s').unwrap_or(&word);
    says(&rest)
        || without_article(following).starts_with(stem)
        || ["this ", "that ", "it ", "they "].iter().any(|begin| following.strip_prefix(begin).is_some_and(says))
}

#[cfg(test)]
mod tests {
    use super::explains;

    #[test]
    fn an_author_explains_a_word_in_the_same_sentence_or_in_the_next() {
        assert!(explains("", "A carer looks after someone.", "carers"));
        assert!(explains(" means help at home.", "", "Reablement"));
        assert!(explains(" is wrong. Abuse means hurting someone.", "", "abuse"));
        assert!(explains(". A carer looks after someone.", "", "carer"));
        assert!(explains(". This means keeping people safe.", "", "safeguarding"));
        assert!(explains(".", "A direct payment is money from us.", "direct payment"));
        assert!(explains("", "Safeguarding means keeping people safe.", "Safeguarding"));
        assert!(explains(" is somebody who helps.", "", "carer") && !explains(" is good.", "", "reablement"));
        assert!(!explains(" helped 20 people.", "They are at home now.", "Reablement"));
        assert!(!explains(". We helped 20 people.", "", "Reablement"));
    }
}
