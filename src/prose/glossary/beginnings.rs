//! With which words forms begin, so that a text's other words cost next to nothing
//! however long the glossary is.

use super::scan::Word;

/// A set of hashes: of single words that are a form, and of the first two words of longer
/// forms. It may seem to hold one too many, never one too few.
#[derive(Debug)]
pub(super) struct Beginnings {
    /// One bit for each place; their number is a power of two.
    bits: Vec<u64>,
}

impl Beginnings {
    /// An empty set with room for so many forms: eight bits for each.
    pub(super) fn for_forms(forms: usize) -> Beginnings {
        Beginnings { bits: vec![0; forms.div_ceil(8).next_power_of_two()] }
    }

    /// Adds a form by its words.
    pub(super) fn add(&mut self, words: &[Word]) {
        let hash = match words {
            [] => return,
            [only] => only.hash,
            [first, second, ..] => both(first, second),
        };
        let (index, bit) = self.place(hash);
        if let Some(bits) = self.bits.get_mut(index) {
            *bits |= bit;
        }
    }

    /// Whether a form may begin with `word`, with `next` after it.
    pub(super) fn may_hold(&self, word: &Word, next: Option<&Word>) -> bool {
        self.holds(word.hash) || next.is_some_and(|next| self.holds(both(word, next)))
    }

    fn holds(&self, hash: u32) -> bool {
        let (index, bit) = self.place(hash);
        self.bits.get(index).is_some_and(|bits| bits & bit != 0)
    }

    fn place(&self, hash: u32) -> (usize, u64) {
        // The low bits of FNV alone are not well mixed.
        let mixed = hash ^ (hash >> 15);
        ((mixed >> 6) as usize & (self.bits.len() - 1), 1 << (mixed & 63))
    }
}

fn both(first: &Word, second: &Word) -> u32 {
    first.hash.rotate_left(7).wrapping_mul(0x9e37_79b1) ^ second.hash
}

#[cfg(test)]
mod tests {
    use super::super::scan::Scan;
    use super::*;

    #[test]
    fn beginnings_of_forms_are_held_and_most_others_are_not() {
        let forms: Vec<String> = (0..1000).map(|number| format!("first{number} second third")).collect();
        let mut beginnings = Beginnings::for_forms(forms.len() + 1);
        beginnings.add(&Scan::of("alone").words);
        for form in &forms {
            beginnings.add(&Scan::of(form).words);
        }
        let held = |text: &str| {
            let words = Scan::of(text).words;
            beginnings.may_hold(&words[0], words.get(1))
        };
        assert!(held("Alone") && held("alone again"));
        assert!((0..1000).all(|number| held(&format!("first{number}-second"))));
        let wrong = (0..1000).filter(|number| held(&format!("second{number} first"))).count();
        assert!(wrong < 350, "{wrong} of 1000");
        assert!(!Beginnings::for_forms(0).may_hold(&Scan::of("a").words[0], None));
    }
}
