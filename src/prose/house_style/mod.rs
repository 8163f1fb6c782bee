//! House style: what every text of a document should do in the same way, and what trips readers
//! whatever the words are. Each text is walked once, its words are read once, and all rules look at them;
//! what only the whole document can tell (years and terms written in several ways) is taken down and
//! judged when all of its texts have been read. The rules come from GOV.UK's content design and A to Z of
//! style, W3C's "Making Content Usable" and WCAG, and the Government Analysis Function on tables.

mod capitals;
mod dates;
mod line;
mod mention;
mod pictures;
mod relative;
mod structure;
mod variants;
mod words;
mod years;

use super::text::prose_text;
use super::visit::{Context, Visitor, visit};
use super::{Block, BlockKind, Heading, Inline, Picture, Prose};
use crate::diagnostic::{Diagnostic, Span};
use crate::figure::is_month;
use line::Line;
use mention::{Mention, Plain};
use years::WrittenYear;

pub use variants::Preferred;

#[cfg(test)]
mod tests;

/// Tells whether readers of a text can know what an abbreviation means.
pub type Known<'k> = &'k dyn Fn(&str) -> bool;

/// What was read in texts of one document: what is wrong wherever it stands, and what the whole document
/// decides.
#[derive(Debug, Default)]
pub struct Reading {
    /// What is wrong in any document.
    pub diagnostics: Vec<Diagnostic>,
    years: Vec<WrittenYear>,
    mentions: Vec<Mention>,
    plain: Vec<Plain>,
}

impl Reading {
    /// Adds what was read in the texts after it.
    pub fn extend(&mut self, other: Reading) {
        self.diagnostics.extend(other.diagnostics);
        self.years.extend(other.years);
        self.mentions.extend(other.mentions);
        self.plain.extend(other.plain);
    }
}

/// How a text is to be read.
#[derive(Clone, Copy, Debug)]
pub struct Wish {
    /// Whether its page gives its date.
    pub dated: bool,
    /// Whether terms are taken down that a document may write in several ways; it takes time.
    pub variants: bool,
}

/// Reads one English text, before figures, data files and links of the glossary have changed it.
pub fn read_house_style(prose: &Prose, wish: Wish, known: Known<'_>) -> Reading {
    let mut reader = Reader {
        known,
        line: Line::default(),
        level: None,
        above: vec![(0, wish.dated)],
        variants: wish.variants,
        paragraph_year: false,
        list: None,
        months: Vec::new(),
        shouts: Vec::new(),
        out: Reading::default(),
    };
    structure::check_structure(prose, &mut reader.out.diagnostics);
    visit(prose, &mut reader);
    let Reader { shouts, mut out, .. } = reader;
    // An abbreviation is nowhere written in small letters.
    let text = if shouts.iter().any(|shout| shout.doubtful) { prose_text(prose) } else { String::new() };
    let shouts = shouts.iter().filter(|shout| !shout.doubtful || is_word(&shout.written, &text));
    out.diagnostics.extend(shouts.map(capitals::tell));
    out
}

/// Judges what the whole document decides, once all of its texts have been read.
pub fn judge_house_style(reading: Reading, preferred: &Preferred) -> Vec<Diagnostic> {
    let Reading { mut diagnostics, years, mentions, plain } = reading;
    years::judge_years(&years, &mut diagnostics);
    variants::judge_variants(&mentions, &plain, preferred, &mut diagnostics);
    diagnostics
}

/// Whether a text has a word in small letters too.
fn is_word(capitals: &str, text: &str) -> bool {
    let small = capitals.to_lowercase();
    text.split(|char: char| !char.is_alphanumeric())
        .any(|word| word != capitals && word.len() == small.len() && word.to_lowercase() == small)
}

struct Reader<'k> {
    known: Known<'k>,
    line: Line,
    /// The level of the heading that is being read.
    level: Option<u8>,
    /// The headings above, and whether each gives a year.
    above: Vec<(u8, bool)>,
    /// Whether the last paragraph gives a year.
    paragraph_year: bool,
    /// A list, and whether the paragraph before it gives a year.
    list: Option<(Span, bool)>,
    variants: bool,
    months: Vec<usize>,
    shouts: Vec<capitals::Shout>,
    out: Reading,
}

impl Visitor for Reader<'_> {
    fn title(&mut self, _content: &[Inline], _span: Span) {
        self.level = Some(1);
    }

    fn block(&mut self, block: &Block) {
        let inside = |span: Span| span.to(block.span) == span;
        if let BlockKind::List(_) = block.kind
            && !self.list.is_some_and(|(span, _)| inside(span))
        {
            self.list = Some((block.span, self.paragraph_year));
        }
    }

    fn heading(&mut self, heading: &Heading, _span: Span) {
        self.level = Some(heading.level);
    }

    fn picture(&mut self, picture: &Picture) {
        pictures::check_picture(picture, &mut self.out.diagnostics);
    }

    fn text(&mut self, text: &str, span: Span, context: Context) {
        if !context.quote {
            self.line.push(text, span, context);
        }
    }

    fn end_of_line(&mut self) {
        let level = self.level.take();
        if !self.line.is_empty() {
            self.read_line(level);
            self.line.clear();
        }
    }
}

impl Reader<'_> {
    fn read_line(&mut self, level: Option<u8>) {
        self.line.read();
        self.months.clear();
        let line = &self.line;
        let (mut capitals, mut year) = (false, false);
        let (mut years_to, mut times_to, mut mentions_to) = (0, 0, 0);
        for (index, word) in line.words.iter().enumerate() {
            let first = line.text().as_bytes().get(word.start).copied().unwrap_or_default();
            if word.has_digit() {
                year = year || line.has_year(index..index + 1);
                if index >= years_to && matches!(first, b'1' | b'2' | b'F') {
                    years_to = index + years::note_year(line, index, &mut self.out.years);
                }
                continue;
            }
            capitals |= word.is_in_capitals();
            if dates::may_be_month(word) && is_month(line.word(index)) {
                self.months.push(index);
            }
            if index >= times_to && relative::may_begin(first, word) {
                times_to = index + relative::relative_at(line, index, &mut self.out.diagnostics);
            }
            if self.variants && index >= mentions_to {
                let (mentions, plain) = (&mut self.out.mentions, &mut self.out.plain);
                mentions_to = index + mention::note_mention(line, index, mentions, plain);
            }
        }
        if capitals {
            capitals::find_shouts(line, self.known, &mut self.shouts);
        }
        self.date_line(level, year);
    }

    /// Looks for days and months without a year, and remembers where a year is given.
    fn date_line(&mut self, level: Option<u8>, year: bool) {
        let context = self.line.context;
        if let Some(level) = level {
            self.above.retain(|(above, _)| *above < level);
            self.above.push((level, year));
            (self.paragraph_year, self.list) = (false, None);
            return;
        }
        if context.heading || context.table || context.component {
            return;
        }
        let place = self.line.words.first().and_then(|_| self.line.span(0, 0));
        let listed = self.list.filter(|(list, _)| place.is_some_and(|place| list.to(place) == *list));
        let given = year || listed.is_some_and(|(_, year)| year) || self.above.iter().any(|(_, year)| *year);
        if !given {
            for index in &self.months {
                dates::date_at(&self.line, *index, &mut self.out.diagnostics);
            }
        }
        if listed.is_none() {
            self.paragraph_year = year;
        }
    }
}
