//! Text as the glossary compares it: one kind of apostrophe, hyphens between words and
//! runs of white space as one space. Every place in it leads back to the original.

/// How the text so far ends; decides what the next character becomes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Tail {
    #[default]
    Other,
    Word,
    /// A hyphen directly after a word.
    Hyphen,
    /// A full stop directly after a word.
    Stop,
    Slash,
    Space,
}

/// From here on, normalised bytes correspond to original bytes one to one, unless `width`
/// is set: then one byte stands for that many.
#[derive(Clone, Copy, Debug)]
struct Anchor {
    normal: usize,
    original: usize,
    width: Option<usize>,
}

/// A word: letters and digits with nothing between.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Word {
    /// Where it begins in the normalised text.
    pub(super) start: usize,
    /// The same number for the same word, whatever its capitals (FNV-1a).
    pub(super) hash: u32,
}

/// A reusable buffer for normalised text. Both readings have the same length and the same
/// character boundaries.
#[derive(Debug, Default)]
pub(super) struct Scan {
    /// With the capitals of the original.
    pub(super) exact: String,
    /// Without capitals; ready after [`Scan::finish`].
    pub(super) folded: String,
    /// Every word, in order.
    pub(super) words: Vec<Word>,
    anchors: Vec<Anchor>,
    tail: Tail,
    /// Whether the text since the last space is a web or mail address, whose hyphens stay.
    address: bool,
    /// The original offset that the next byte would have without an anchor.
    expected: usize,
}

impl Scan {
    /// A scan of one whole text.
    pub(super) fn of(text: &str) -> Scan {
        let mut scan = Scan::default();
        scan.push(text, 0);
        scan.finish();
        scan
    }

    /// Makes room for the next text.
    pub(super) fn clear(&mut self) {
        self.exact.clear();
        self.words.clear();
        self.anchors.clear();
        self.tail = Tail::Other;
        self.address = false;
        self.expected = 0;
    }

    /// Appends text that stands at `at` of the original, where the last one ended.
    pub(super) fn push(&mut self, text: &str, at: usize) {
        let (mut rest, mut at) = (text, at);
        while let Some(char) = rest.chars().next() {
            let mut length = char.len_utf8();
            if self.tail == Tail::Word && char.is_ascii_alphanumeric() {
                // Most text goes on like this, and needs no further thought.
                length = rest.bytes().take_while(u8::is_ascii_alphanumeric).count();
                self.letters(rest.get(..length).unwrap_or_default(), at);
            } else {
                self.push_char(char, at);
            }
            rest = rest.get(length..).unwrap_or_default();
            at += length;
        }
    }

    fn push_char(&mut self, char: char, at: usize) {
        match char {
            'a'..='z' | 'A'..='Z' | '0'..='9' => self.word(char, char.len_utf8(), at),
            '-' | '\u{2010}'..='\u{2013}' => {
                self.put('-', char.len_utf8(), at);
                self.tail = if self.tail == Tail::Word { Tail::Hyphen } else { Tail::Other };
            }
            '\'' | '’' | '‘' | 'ʼ' => {
                self.put('\'', char.len_utf8(), at);
                self.tail = Tail::Other;
            }
            // Places where a line may or may not break: nobody sees them.
            '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}' => {}
            _ if char.is_whitespace() => {
                self.address = false;
                if self.tail != Tail::Space {
                    self.put(' ', char.len_utf8(), at);
                    self.tail = Tail::Space;
                }
            }
            _ if char.is_alphanumeric() => self.word(fold(char), char.len_utf8(), at),
            _ => {
                self.put(char, char.len_utf8(), at);
                self.address |= char == '@' || (char == '/' && self.tail == Tail::Slash);
                self.tail = match char {
                    '.' if self.tail == Tail::Word => Tail::Stop,
                    '/' => Tail::Slash,
                    _ => Tail::Other,
                };
            }
        }
    }

    fn word(&mut self, char: char, width: usize, at: usize) {
        self.address |= self.tail == Tail::Stop && char.is_lowercase();
        if self.tail == Tail::Hyphen && !self.address {
            // Between words a hyphen is as good as a space.
            self.exact.pop();
            self.exact.push(' ');
        }
        if self.tail != Tail::Word {
            self.words.push(Word { start: self.exact.len(), hash: 0x811c_9dc5 });
        }
        self.put(char, width, at);
        self.hash(char.to_ascii_lowercase().into());
        self.tail = Tail::Word;
    }

    /// Plain letters and digits within a word.
    fn letters(&mut self, letters: &str, at: usize) {
        self.anchor_at(at);
        self.expected = at + letters.len();
        self.exact.push_str(letters);
        for byte in letters.bytes() {
            self.hash(byte.to_ascii_lowercase().into());
        }
    }

    fn hash(&mut self, value: u32) {
        if let Some(word) = self.words.last_mut() {
            word.hash = (word.hash ^ value).wrapping_mul(0x0100_0193);
        }
    }

    /// Makes sure that a byte that stands at `at` is traced there.
    fn anchor_at(&mut self, at: usize) {
        let normal = self.exact.len();
        if at != self.expected || normal == 0 {
            self.anchors.push(Anchor { normal, original: at, width: None });
        }
    }

    /// Appends `char` for `width` bytes of the original at `at`.
    fn put(&mut self, char: char, width: usize, at: usize) {
        let normal = self.exact.len();
        if char.len_utf8() != width {
            self.anchors.push(Anchor { normal, original: at, width: Some(width) });
            // No byte stands there, so whatever follows gets an anchor of its own.
            self.expected = usize::MAX;
        } else {
            self.anchor_at(at);
            self.expected = at + width;
        }
        self.exact.push(char);
    }

    /// Prepares the reading without capitals.
    pub(super) fn finish(&mut self) {
        self.folded.clear();
        self.folded.push_str(&self.exact);
        self.folded.make_ascii_lowercase();
    }

    /// The original offset of a normalised byte.
    pub(super) fn start(&self, normal: usize) -> usize {
        match self.anchor(normal) {
            Some(Anchor { original, width: Some(_), .. }) => original,
            Some(anchor) => anchor.original + (normal - anchor.normal),
            None => 0,
        }
    }

    /// The original offset at which the character before the normalised offset `end` ends.
    pub(super) fn end(&self, end: usize) -> usize {
        let Some(last) = end.checked_sub(1) else { return 0 };
        match self.anchor(last) {
            Some(Anchor { original, width: Some(width), .. }) => original + width,
            Some(anchor) => anchor.original + (end - anchor.normal),
            None => 0,
        }
    }

    fn anchor(&self, normal: usize) -> Option<Anchor> {
        let next = self.anchors.partition_point(|anchor| anchor.normal <= normal);
        self.anchors.get(next.checked_sub(1)?).copied()
    }
}

/// Lower case, where that takes as many bytes, so that both readings stay in step.
fn fold(char: char) -> char {
    let mut lower = char.to_lowercase();
    match (lower.next(), lower.next()) {
        (Some(one), None) if one.len_utf8() == char.len_utf8() => one,
        _ => char,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hyphens_between_words_spaces_and_apostrophes_become_one_kind() {
        let cases = [
            ("Multi-agency", "multi agency"),
            ("Multi\u{2011}agency  work", "multi agency work"),
            ("health\u{2013}care\n act", "health care act"),
            ("care \u{2013} act", "care - act"),
            ("carer’s", "carer's"),
            ("direct\u{a0}pay\u{ad}ments", "direct payments"),
            ("CAFÉ", "café"),
            ("İx", "İx"),
            ("pre- and post-", "pre- and post-"),
            ("https://x/a-b c-d x.uk/a-b", "https://x/a-b c d x.uk/a-b"),
        ];
        for (text, expected) in cases {
            assert_eq!(Scan::of(text).folded, expected, "{text}");
        }
    }

    #[test]
    fn places_lead_back_to_the_original() {
        let text = "the carer’s \n co\u{2011}pro\u{ad}duction";
        let scan = Scan::of(text);
        let found = |needle: &str| {
            let at = scan.folded.find(needle).unwrap();
            text.get(scan.start(at)..scan.end(at + needle.len())).unwrap()
        };
        assert_eq!(found("carer's"), "carer’s");
        assert_eq!(found("carer"), "carer");
        assert_eq!(found("co production"), "co\u{2011}pro\u{ad}duction");
        assert_eq!(found("production"), "pro\u{ad}duction");
    }

    #[test]
    fn the_same_word_has_the_same_hash_wherever_it_stands() {
        let scan = Scan::of("Carer’s co-pro\u{ad}duction CARER production, éa");
        let starts: Vec<usize> = scan.words.iter().map(|word| word.start).collect();
        let rest = |at: usize| scan.folded.get(at..).unwrap().chars().next().unwrap();
        assert_eq!(starts.into_iter().map(rest).collect::<String>(), "cscpcpé");
        let hash = |at: usize| scan.words[at].hash;
        assert_eq!((hash(0), hash(3)), (hash(4), hash(5)));
        assert_ne!(hash(0), hash(1));
    }

    #[test]
    fn a_text_in_pieces_scans_like_the_whole() {
        let mut scan = Scan::default();
        scan.push("one-", 0);
        scan.push("two", 4);
        scan.finish();
        assert_eq!((scan.folded.as_str(), scan.start(4), scan.end(7)), ("one two", 4, 7));
    }
}
