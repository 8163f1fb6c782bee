//! How many sentences of a text are short and how many are long.

/// The longest sentences of each class, in words; the last class has no end.
const CLASSES: [usize; 6] = [5, 10, 15, 20, 25, 35];

/// How many sentences have a number of words within each class: 1 to 5, 6 to 10, 11 to 15, 16 to 20, 21 to 25,
/// 26 to 35, more.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Lengths([usize; CLASSES.len() + 1]);

impl Lengths {
    /// Counts a sentence of this many words.
    pub(super) fn count(&mut self, words: usize) {
        let class = CLASSES.partition_point(|longest| *longest < words);
        self.0.iter_mut().skip(class).take(1).for_each(|count| *count += 1);
    }

    /// Adds those of another text.
    pub(super) fn add(&mut self, other: Lengths) {
        self.0.iter_mut().zip(other.0).for_each(|(count, more)| *count += more);
    }

    /// Each class: its shortest and longest sentence in words, and how many there are.
    pub fn classes(&self) -> impl Iterator<Item = (usize, Option<usize>, usize)> {
        let starts = std::iter::once(1).chain(CLASSES.iter().map(|longest| longest + 1));
        let ends = CLASSES.iter().copied().map(Some).chain([None]);
        starts.zip(ends).zip(self.0).map(|((from, to), count)| (from, to, count))
    }
}
