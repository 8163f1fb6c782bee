//! Names as numbers. What is asked of a name again and again is then one look into a table.

use super::grammar::{
    CHANGED, CHOICE, ENDS_PARAGRAPH, GRID, HEAD, HEADINGS, OTHERS, PARTICULAR, PECULIAR, PICTURE, VOID,
};
use std::sync::LazyLock;

/// The number of a name; 0 for all names that nobody asks about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Known(u8);

/// What the grammar says of names: a bit for each of its lists.
pub(super) mod traits {
    pub(in super::super) const VOID: u16 = 1;
    pub(in super::super) const ENDS_PARAGRAPH: u16 = 2;
    pub(in super::super) const PECULIAR: u16 = 4;
    pub(in super::super) const PICTURE: u16 = 8;
    pub(in super::super) const HEAD: u16 = 16;
    pub(in super::super) const HEADING: u16 = 32;
    pub(in super::super) const GRID: u16 = 64;
    pub(in super::super) const PARTICULAR: u16 = 128;
    pub(in super::super) const CHOICE: u16 = 256;
    pub(in super::super) const CHANGED: u16 = 512;
}

/// Each list of names with its bit.
const LISTS: &[(&[&str], u16)] = &[
    (VOID, traits::VOID),
    (ENDS_PARAGRAPH, traits::ENDS_PARAGRAPH),
    (PECULIAR, traits::PECULIAR),
    (PICTURE, traits::PICTURE),
    (HEAD, traits::HEAD),
    (HEADINGS, traits::HEADING),
    (GRID, traits::GRID),
    (PARTICULAR, traits::PARTICULAR),
    (CHOICE, traits::CHOICE),
    (CHANGED, traits::CHANGED),
    (OTHERS, 0),
];

/// Several times as many places as names, so that most names have one to themselves.
const PLACES: usize = 1024;

struct Table {
    /// Each name with its bits, by its number.
    names: Vec<(&'static str, u16)>,
    /// The number of the name at each place; 0 where there is none.
    places: [u8; PLACES],
}

static TABLE: LazyLock<Table> = LazyLock::new(|| {
    let mut table = Table { names: vec![("", 0)], places: [0; PLACES] };
    for (names, bit) in LISTS {
        for name in *names {
            table.add(name, *bit);
        }
    }
    table
});

impl Table {
    fn add(&mut self, name: &'static str, bit: u16) {
        if let Some((_, bits)) = self.names.iter_mut().find(|(known, _)| *known == name) {
            *bits |= bit;
            return;
        }
        let Ok(number) = u8::try_from(self.names.len()) else { return };
        let mut at = place(name);
        while self.places.get(at).is_some_and(|taken| *taken != 0) {
            at = (at + 1) % PLACES;
        }
        if let Some(free) = self.places.get_mut(at) {
            *free = number;
            self.names.push((name, bit));
        }
    }

    fn number(&self, name: &str) -> u8 {
        let mut at = place(name);
        while let Some(number) = self.places.get(at).copied().filter(|number| *number != 0) {
            if self.names.get(usize::from(number)).is_some_and(|(known, _)| *known == name) {
                return number;
            }
            at = (at + 1) % PLACES;
        }
        0
    }
}

/// Where a name is looked for first.
fn place(name: &str) -> usize {
    let bytes = name.as_bytes();
    let byte = |at: usize| usize::from(bytes.get(at).copied().unwrap_or(0));
    (bytes.len() * 167 + byte(0) * 31 + byte(1) * 7 + byte(bytes.len().saturating_sub(1)) * 59) % PLACES
}

impl Known {
    /// The number of an element's name, or an attribute's.
    pub fn of(name: &str) -> Known {
        Known(TABLE.number(name))
    }

    /// The number, below [`Known::MOST`].
    pub fn number(self) -> usize {
        usize::from(self.0)
    }

    /// More than any number.
    pub const MOST: usize = 256;

    /// Whether one of the lists with these bits has the name.
    pub(super) fn has(self, bits: u16) -> bool {
        TABLE.names.get(self.number()).is_some_and(|(_, known)| known & bits != 0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_name_has_a_number_of_its_own() {
        for (names, bit) in LISTS {
            for name in *names {
                let known = Known::of(name);
                assert_ne!(known.number(), 0, "{name}");
                assert_eq!(TABLE.names.get(known.number()).map(|(name, _)| *name), Some(*name));
                assert!(*bit == 0 || known.has(*bit), "{name}");
            }
        }
        assert_eq!(Known::of("").number(), 0);
        assert_eq!(Known::of("x-menu").number(), 0);
    }
}
