//! A chapter held against what was recorded of it.

use super::Recorded;
use crate::prose::Piece;
use std::collections::BTreeMap;

/// What of a chapter is not as it was. A paragraph that only moved is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Changes<'c> {
    /// Paragraphs that say something else: as recorded, and as they are.
    pub different: Vec<(&'c Recorded, &'c Piece)>,
    /// Paragraphs that were not there.
    pub new: Vec<&'c Piece>,
    /// Paragraphs that are not there any more.
    pub gone: Vec<&'c Recorded>,
}

impl Changes<'_> {
    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.different.is_empty() && self.new.is_empty() && self.gone.is_empty()
    }

    /// `2 paragraphs are different, 1 is new`
    pub fn words(&self) -> String {
        let mut noun = true;
        let mut part = |count: usize, what: &str| {
            let word = match (count, std::mem::take(&mut noun)) {
                (0, was) => {
                    noun = was;
                    return None;
                }
                (1, true) => " paragraph",
                (_, true) => " paragraphs",
                (_, false) => "",
            };
            let is = if count == 1 { "is" } else { "are" };
            Some(format!("{count}{word} {is} {what}"))
        };
        let parts =
            [part(self.different.len(), "different"), part(self.new.len(), "new"), part(self.gone.len(), "gone")];
        parts.into_iter().flatten().collect::<Vec<String>>().join(", ")
    }
}

/// What changed since a chapter was recorded.
pub fn changes_since<'c>(recorded: &'c [Recorded], now: &'c [Piece]) -> Changes<'c> {
    let mut known: BTreeMap<String, usize> = BTreeMap::new();
    for old in recorded {
        *known.entry(old.print.clone()).or_default() += 1;
    }
    let mut new = Vec::new();
    for piece in now {
        match known.get_mut(&Recorded::of(piece).print).filter(|count| **count > 0) {
            Some(count) => *count -= 1,
            None => new.push(piece),
        }
    }
    let mut changes = Changes::default();
    for old in recorded {
        let Some(count) = known.get_mut(&old.print).filter(|count| **count > 0) else { continue };
        *count -= 1;
        let nearest = (new.iter().enumerate()).map(|(at, piece)| (shared(old, piece), std::cmp::Reverse(at))).max();
        match nearest.filter(|(shared, _)| *shared >= ALIKE) {
            Some((_, std::cmp::Reverse(at))) => changes.different.push((old, new.remove(at))),
            None => changes.gone.push(old),
        }
    }
    changes.new = new;
    changes
}

/// Two paragraphs that share this many of a hundred first words are one that was reworded.
const ALIKE: usize = 50;

/// How many of a hundred of the first words of two paragraphs are in both.
fn shared(old: &Recorded, new: &Piece) -> usize {
    let new = Recorded::of(new).words;
    let (before, after): (Vec<&str>, Vec<&str>) = (old.words.split(' ').collect(), new.split(' ').collect());
    let both = before.iter().filter(|word| after.contains(word)).count();
    both * 100 / before.len().max(after.len()).max(1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::{FileId, Span};

    fn pieces(texts: &[&str]) -> Vec<Piece> {
        let piece = |text: &&str| Piece { words: (*text).to_owned(), span: Span::top(FileId(0)) };
        texts.iter().map(piece).collect()
    }

    #[test]
    fn changes_are_told_apart() {
        let before = pieces(&["We spent £36 million on care.", "We helped people.", "We moved.", "The end of it all."]);
        let recorded: Vec<Recorded> = before.iter().map(Recorded::of).collect();
        assert!(changes_since(&recorded, &before).is_empty());
        let now = pieces(&[
            "We moved.",
            "We spent £37 million on care.",
            "We helped people.",
            "Quite another thing, said here.",
        ]);
        let changes = changes_since(&recorded, &now);
        assert_eq!(changes.words(), "1 paragraph is different, 1 is new, 1 is gone");
        assert_eq!(changes.different.first().map(|(_, now)| now.words.as_str()), Some("We spent £37 million on care."));
        assert_eq!(changes_since(&recorded, &before[..3]).words(), "1 paragraph is gone");
    }
}
