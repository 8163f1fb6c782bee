//! What stands between the cells of a CSV file: a comma, or what programs in other
//! countries and other decades write.

use super::scan::Scan;

/// The candidates. Where two fit equally well the earlier is meant: in `1,5;2,5` the comma
/// belongs to the numbers.
const CANDIDATES: [char; 4] = ['\t', ';', '|', ','];

/// As much of a file as is looked at.
const MOST_ROWS: usize = 200;

/// How well a delimiter fits, the better the greater.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Fit {
    /// All quotations are closed.
    closed: bool,
    /// The first row, which most often names the columns, is like most rows.
    first: bool,
    /// How many rows in a thousand have the most frequent number of cells.
    alike: usize,
}

/// The delimiter that makes the rows of the text from `start` on most alike; none if there
/// is a single column.
pub(super) fn find_delimiter(text: &str, start: usize) -> Option<char> {
    let mut best: Option<(Fit, char)> = None;
    for candidate in CANDIDATES {
        if let Some(fit) = fit(text, start, candidate)
            && best.as_ref().is_none_or(|(found, _)| fit > *found)
        {
            best = Some((fit, candidate));
        }
    }
    best.map(|(_, delimiter)| delimiter)
}

fn fit(text: &str, start: usize, delimiter: char) -> Option<Fit> {
    let mut closed = true;
    let mut counts = Vec::new();
    for cell in Scan::new(text, Some(delimiter), start, 1) {
        closed &= cell.closed;
        let blank_line = cell.column == 1 && cell.range.is_empty();
        if cell.last && !blank_line {
            counts.push(cell.column);
        }
        if cell.row > MOST_ROWS {
            break;
        }
    }
    let usual = most_frequent(counts.iter().copied())?;
    let alike = counts.iter().filter(|count| **count == usual).count() * 1000 / counts.len();
    (usual > 1).then_some(Fit { closed, first: counts.first() == Some(&usual), alike })
}

/// The most frequent of some numbers; of two that are, the one that comes first.
pub(super) fn most_frequent(numbers: impl Iterator<Item = usize>) -> Option<usize> {
    let mut found = std::collections::BTreeMap::<usize, (usize, usize)>::new();
    for (index, number) in numbers.enumerate() {
        found.entry(number).or_insert((0, usize::MAX - index)).0 += 1;
    }
    found.into_iter().max_by_key(|(_, rank)| *rank).map(|(number, _)| number)
}

/// The line `sep=;` that Excel reads at the top of a file: its delimiter, and where the next
/// line begins.
pub(super) fn stated_delimiter(text: &str, start: usize) -> Option<(char, usize)> {
    let line = text.get(start..)?.split_inclusive('\n').next()?;
    let stated = line.trim_end_matches(['\r', '\n']).trim_matches('"');
    let (key, value) = stated.split_at_checked(4)?;
    let mut characters = value.chars();
    let delimiter = characters.next().filter(|mark| *mark == '\t' || (mark.is_ascii_punctuation() && *mark != '"'))?;
    (key.eq_ignore_ascii_case("sep=") && characters.next().is_none()).then_some((delimiter, start + line.len()))
}
