//! Financial years, and the ways in which a document writes them. GOV.UK's A to Z of style has "2019 to
//! 2020"; a document may choose another way, but should keep to one.

use super::line::Line;
use super::words::Word;
use crate::diagnostic::rules::house_style::YEAR_STYLE;
use crate::diagnostic::{Change, Diagnostic, Edit, Span};
use crate::figure::is_month;

/// How a financial year is written, in the order in which ties are broken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Form {
    /// `2019 to 2020`
    To,
    /// `2019-20`
    Hyphen,
    /// `2019/20`
    Stroke,
    /// `2019–20`
    Dash,
    /// `2019-2020`
    LongHyphen,
    /// `2019/2020`
    LongStroke,
    /// `2019–2020`
    LongDash,
    /// `FY19`, `FY2019/20`: nobody writes all of a document's years so by intention.
    Short,
}

/// How many forms there are.
const FORMS: usize = 8;

/// A financial year where a text writes it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct WrittenYear {
    pub(super) form: Form,
    /// The year in which it begins, where that is certain.
    pub(super) begins: Option<u16>,
    pub(super) written: String,
    pub(super) span: Span,
}

impl Form {
    /// A year as this form writes it; `FY` has no certain meaning and is written for nobody.
    fn write(self, begins: u16) -> Option<String> {
        let (ends, short) = (begins + 1, (begins + 1) % 100);
        Some(match self {
            Form::To => format!("{begins} to {ends}"),
            Form::Hyphen => format!("{begins}-{short:02}"),
            Form::Stroke => format!("{begins}/{short:02}"),
            Form::Dash => format!("{begins}–{short:02}"),
            Form::LongHyphen => format!("{begins}-{ends}"),
            Form::LongStroke => format!("{begins}/{ends}"),
            Form::LongDash => format!("{begins}–{ends}"),
            Form::Short => return None,
        })
    }
}

/// The financial year that begins at a word with digits, if it is one, and how many words it has.
pub(super) fn year_at(line: &Line, index: usize) -> Option<(Form, Option<u16>, usize)> {
    if matches!(line.before(index), Some('-' | '–' | '/' | '.' | '_' | '#' | '£' | '‑')) {
        return None;
    }
    let word = line.word(index);
    let marked = word.strip_prefix("FY");
    let digits = marked.unwrap_or(word);
    if let Some(short) = marked.filter(|short| short.len() == 2 && number(short).is_some()) {
        let follows = ends_with(line, index + 1, number(short)?, 2) && line.gap(index) == Some("/");
        return Some((Form::Short, None, if follows { 2 } else { 1 }));
    }
    let begins = number(digits).filter(|year| digits.len() == 4 && (1900..2100).contains(year))?;
    let (form, words) = match (line.gap(index)?, line.word(index + 1).len()) {
        ("-" | "\u{2011}", 2) => (Form::Hyphen, 2),
        ("/", 2) => (Form::Stroke, 2),
        ("–" | " – " | " - " | "—", 2) => (Form::Dash, 2),
        ("-" | "\u{2011}", 4) => (Form::LongHyphen, 2),
        ("/", 4) => (Form::LongStroke, 2),
        ("–" | " – " | " - " | "—", 4) => (Form::LongDash, 2),
        (gap, 2) if line.word(index + 1) == "to" && is_space(gap) => (Form::To, 3),
        _ if marked.is_some() => return Some((Form::Short, None, 1)),
        _ => return None,
    };
    let last = index + words - 1;
    let length = if form == Form::To { 4 } else { line.word(last).len() };
    let apart = form == Form::To && !line.gap(index + 1).is_some_and(is_space);
    if apart || !ends_with(line, last, begins, length) || goes_on(line, last) {
        return None;
    }
    Some((if marked.is_some() { Form::Short } else { form }, Some(begins), words))
}

/// Whether the word at `index` is the year after `begins`, in so many digits.
fn ends_with(line: &Line, index: usize, begins: u16, length: usize) -> bool {
    let (word, next) = (line.word(index), begins + 1);
    word.len() == length && number(word) == Some(if length == 2 { next % 100 } else { next })
}

/// Whether a sign and a digit follow, as in a date or the number of a file.
fn goes_on(line: &Line, last: usize) -> bool {
    let glued = line.gap(last).is_some_and(|gap| !gap.is_empty() && !gap.contains([' ', '\u{a0}', '\n', ')']));
    let signs = matches!(line.after(last), Some('-' | '/' | '–' | '_' | '.'));
    glued && signs && line.words.get(last + 1).is_some_and(Word::has_digit)
}

fn is_space(gap: &str) -> bool {
    matches!(gap, " " | "\u{a0}" | "\n")
}

fn number(text: &str) -> Option<u16> {
    if text.bytes().all(|byte| byte.is_ascii_digit()) { text.parse().ok() } else { None }
}

/// Takes down the financial year at a word, unless it belongs to a name, a quotation, a link or a
/// stretch of several calendar years. Gives how many words it has.
pub(super) fn note_year(line: &Line, index: usize, years: &mut Vec<WrittenYear>) -> usize {
    let Some((form, begins, words)) = year_at(line, index) else { return 1 };
    let last = index + words - 1;
    let Some(word) = line.words.get(index) else { return 1 };
    if word.is_quoted() || word.is_linked() || in_name(line, index, last) || in_stretch(line, index, form) {
        return words;
    }
    if let Some(span) = line.span(index, last).filter(|_| !line.in_address(index)) {
        years.push(WrittenYear { form, begins, written: line.written(index, last).to_owned(), span });
    }
    words
}

/// Whether it belongs to a title: `the Local Account 2019/20`, `the 2019/20 Local Account`.
fn in_name(line: &Line, index: usize, last: usize) -> bool {
    let named = |at: usize| line.words.get(at).is_some_and(|word| word.is_capital() && !word.is_first());
    let before = index.checked_sub(1).filter(|at| line.gap(*at).is_some_and(|gap| is_space(gap) || gap == " ("));
    let before = before.is_some_and(|at| {
        let word = line.word(at);
        named(at) && !is_month(word) && word != "FY" && !matches!(word, "Spring" | "Summer" | "Autumn" | "Winter")
    });
    before || (named(last + 1) && line.gap(last).is_some_and(is_space))
}

/// Whether it is no financial year but the time between two calendar years: `from 2018 to 2019`,
/// `November 2018 to 2019`.
fn in_stretch(line: &Line, index: usize, form: Form) -> bool {
    let spoken = matches!(form, Form::To | Form::LongDash | Form::LongHyphen);
    let before = index.checked_sub(1).map(|at| line.word(at)).unwrap_or_default();
    spoken && (is_month(before) || ["from", "between", "From", "Between"].contains(&before))
}

/// Where a document writes its financial years in another way than most of them.
pub(super) fn judge_years(years: &[WrittenYear], out: &mut Vec<Diagnostic>) {
    let mut counts = [0_usize; FORMS];
    for year in years {
        if let Some(count) = counts.get_mut(year.form as usize) {
            *count += 1;
        }
    }
    if counts.iter().filter(|count| **count > 0).count() < 2 {
        return;
    }
    const ALL: [Form; FORMS - 1] =
        [Form::To, Form::Hyphen, Form::Stroke, Form::Dash, Form::LongHyphen, Form::LongStroke, Form::LongDash];
    let count = |form: Form| counts.get(form as usize).copied().unwrap_or_default();
    // Of equals the last is taken, and GOV.UK's own way is to win.
    let Some(most) = ALL.into_iter().rev().max_by_key(|form| count(*form)).filter(|form| count(*form) > 0) else {
        return;
    };
    let model = years.iter().find(|year| year.form == most).map(|year| year.written.as_str()).unwrap_or_default();
    for year in years.iter().filter(|year| year.form != most) {
        let message = format!("most financial years here are written like `{model}`, not like `{}`", year.written);
        let places = match count(most) {
            1 => "another place of this document has".to_owned(),
            many => format!("{many} places of this document have"),
        };
        let told = Diagnostic::new(&YEAR_STYLE, year.span, message);
        let right = year.begins.and_then(|begins| most.write(begins));
        out.push(match right {
            // Where marks of Markdown stand within the year, an edit would lose them.
            Some(right) if year.span.range().len() != year.written.len() => {
                told.help(format!("write `{right}`: {places} it that way"))
            }
            Some(right) => told
                .help(format!("write `{right}`: {places} it that way"))
                .mend(Change::Years, vec![Edit::new(year.span, right)]),
            None => told.help(format!("write both years, as in `{model}`: {places} it that way")),
        });
    }
}
