//! Words in capitals. They have no shapes to read by, and some screen readers spell them out
//! (GOV.UK A to Z of style: do not use block capitals).

use super::line::Line;
use super::words::Word;
use crate::diagnostic::rules::house_style::ALL_CAPITALS;
use crate::diagnostic::{Diagnostic, Span};

/// Words that people write in capitals to make sure of something.
const EMPHASISED: [&str; 53] = [
    "ABOVE", "AFTER", "ALL", "ALWAYS", "AND", "ANY", "ARE", "AT", "BE", "BEFORE", "BELOW", "BOTH", "BY", "CANNOT",
    "DO", "EACH", "EVERY", "FOR", "FREE", "FROM", "HELP", "HERE", "IN", "IS", "MUST", "NEVER", "NEW", "NO", "NOT",
    "NOTE", "NOTICE", "NOW", "OF", "ON", "ONE", "ONLY", "OR", "OUR", "PLEASE", "READ", "SHALL", "STOP", "THE", "THIS",
    "TO", "URGENT", "WARNING", "WE", "WILL", "WITH", "YOU", "YOUR", "ZERO",
];

/// A word of fewer letters may be an abbreviation.
const LONG: usize = 5;

/// A word of more letters is none.
const LONGEST_ABBREVIATION: usize = 7;

/// Words in capitals, and the one that may be an abbreviation after all if the text has it nowhere in
/// small letters.
pub(super) struct Shout {
    pub(super) written: String,
    pub(super) span: Span,
    pub(super) doubtful: bool,
}

/// Finds the runs of words in capitals of a line. `known` tells abbreviations that are explained.
pub(super) fn find_shouts(line: &Line, known: &dyn Fn(&str) -> bool, found: &mut Vec<Shout>) {
    let mut at = 0;
    while at < line.words.len() {
        let run = run(line, at);
        if let Some(shout) = judge(line, at, run, known) {
            found.push(shout);
        }
        at += run.max(1);
    }
}

/// How many words in capitals there are from `at` on, with nothing but spaces and a few signs between them.
fn run(line: &Line, at: usize) -> usize {
    let capitals = |index: usize| line.words.get(index).is_some_and(Word::is_in_capitals);
    let signs = ['-', '‑', '–', '—', '&', '\'', '’', ',', '/', ':'];
    let joined = |gap: &str| gap.chars().all(|char| char.is_whitespace() || signs.contains(&char));
    let mut end = at;
    while capitals(end) {
        end += 1;
        if !line.gap(end - 1).is_some_and(joined) {
            break;
        }
    }
    end - at
}

/// Whether a run of words is written in capitals for the sake of capitals.
fn judge(line: &Line, at: usize, run: usize, known: &dyn Fn(&str) -> bool) -> Option<Shout> {
    let words = at..at + run;
    let quoted = |index: usize| line.words.get(index).is_some_and(Word::is_quoted);
    if run == 0 || line.in_address(at) || words.clone().any(quoted) || is_code(line, at, run) {
        return None;
    }
    let unknown = |index: &usize| {
        let word = line.word(*index);
        word.len() > 1 && !is_roman(word) && (EMPHASISED.contains(&word) || !known(word))
    };
    let unknown: Vec<&str> = words.clone().filter(unknown).map(|index| line.word(index)).collect();
    let emphasised = |word: &&str| EMPHASISED.contains(word);
    let longer = unknown.iter().filter(|word| letters(word) >= LONG - 1).count();
    let doubtful = match unknown.as_slice() {
        [] => return None,
        // One word by itself, or beside abbreviations that are known.
        [word] => {
            let sure = letters(word) > LONGEST_ABBREVIATION || (letters(word) >= LONG && emphasised(word));
            // The words of a traffic light, and what else fills a cell.
            let cell = line.context.table && line.words.len() == 1;
            if letters(word) < LONG || cell {
                return None;
            }
            !sure
        }
        several if several.iter().all(emphasised) => false,
        // Two abbreviations side by side are no shout, unless they are long for abbreviations.
        [one, other] if letters(one) > LONG || letters(other) > LONG || longer == 2 => false,
        [one, other] if emphasised(one) || emphasised(other) => false,
        several if several.len() > 2 && longer > 0 => false,
        _ => return None,
    };
    let first = words.clone().find(|index| unknown.contains(&line.word(*index)))?;
    let (from, to) = if unknown.len() == 1 { (first, first) } else { (at, at + run - 1) };
    let written = line.written(from, to).to_owned();
    Some(Shout { written, span: line.span(from, to)?, doubtful })
}

/// `ASC-12`, `DRR/2019/1`: something with digits is glued to it.
fn is_code(line: &Line, at: usize, run: usize) -> bool {
    let glued = |gap: Option<&str>| gap.is_some_and(|gap| matches!(gap, "-" | "/" | "." | "_" | "\\" | "‑"));
    let digit = |index: usize| line.words.get(index).is_some_and(Word::has_digit);
    let after = glued(line.gap(at + run - 1)) && digit(at + run);
    let before = at.checked_sub(1).is_some_and(|before| glued(line.gap(before)) && digit(before));
    after || before || matches!(line.before(at), Some('_' | '\\' | '@' | '#')) || line.after(at + run - 1) == Some('_')
}

fn letters(word: &str) -> usize {
    word.chars().count()
}

fn is_roman(word: &str) -> bool {
    word.bytes().all(|byte| matches!(byte, b'I' | b'V' | b'X'))
}

/// What to say of words in capitals.
pub(super) fn tell(shout: &Shout) -> Diagnostic {
    let message = format!("`{}` is in capitals", shout.written);
    let help = if shout.written.contains(char::is_whitespace) {
        "write small letters, with a capital for the first word and for names; use bold to stress a word"
    } else {
        "write small letters, and bold to stress it; an abbreviation belongs in glossary.yaml"
    };
    Diagnostic::new(&ALL_CAPITALS, shout.span, message).help(help)
}
