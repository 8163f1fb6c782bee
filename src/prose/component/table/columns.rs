//! The columns of a table: headings, units, and how one follows from others.

use crate::diagnostic::rules::fields::UNKNOWN_CHOICE;
use crate::diagnostic::rules::prose::TABLE_HEADER;
use crate::diagnostic::rules::tables::{BAD_COLUMN, BAD_FORMULA};
use crate::diagnostic::{Diagnostic, Span};
use crate::figure::{Unit, parse_measure};
use crate::prose::component::required_inline;
use crate::prose::parse::parse_inline;
use crate::prose::table::{ColumnRule, ColumnType, FormulaKind, NamedFormula};
use crate::prose::text::plain_text;
use crate::prose::{Column, Inline};
use crate::source::{Fields, Located, Value, Yaml};

/// A column as written.
pub(super) struct Heading {
    pub(super) words: Vec<Inline>,
    pub(super) rule: ColumnRule,
}

/// A column; one with a mistake in it still takes its place, so that the cells fit.
pub(super) fn heading(yaml: &Yaml, sound: bool, out: &mut Vec<Diagnostic>) -> Heading {
    let mut heading = Heading { words: Vec::new(), rule: plain_rule(yaml.span) };
    match &yaml.value {
        Value::Text(scalar) => heading.words = parse_inline(&scalar.excerpt, out),
        Value::Null => {}
        _ => {
            let Some(fields) = Fields::of(yaml, "a column", out) else { return heading };
            let mut fields = fields.sound(sound);
            let words = required_inline(&mut fields, "label", "write the column's heading: label: Amount");
            heading.rule = rule(yaml.span, &mut fields);
            fields.finish();
            heading.words = words.unwrap_or_default();
            name(&mut heading);
            return heading;
        }
    }
    name(&mut heading);
    if heading.rule.name.value.is_empty() {
        let diagnostic = Diagnostic::new(&TABLE_HEADER, yaml.span, "a table column without a heading");
        out.push(diagnostic.help("write what is in the column, and its unit"));
    }
    heading
}

fn name(heading: &mut Heading) {
    heading.rule.name.value = plain_text(&heading.words).split_whitespace().collect::<Vec<_>>().join(" ");
    if let (Some(first), Some(last)) = (heading.words.first(), heading.words.last()) {
        heading.rule.name.span = first.span.to(last.span);
    }
}

/// What is said of a column of which nothing is said.
pub(in crate::prose) fn plain_rule(span: Span) -> ColumnRule {
    ColumnRule {
        name: Located::new(String::new(), span),
        from: None,
        kind: None,
        choices: Vec::new(),
        unit: None,
        formula: None,
        adds_up: None,
        align: None,
        computed: false,
        decimals: None,
    }
}

fn rule(span: Span, fields: &mut Fields<'_, '_>) -> ColumnRule {
    let (kind, choices) = kind(fields);
    let unit = unit(fields, kind.as_ref());
    let sides = [("number", true), ("text", false), ("right", true), ("left", false)];
    let align = fields.choice("align", &UNKNOWN_CHOICE, &sides).map(|align| align.value);
    let from = fields.text("from");
    let formula = formula(fields);
    let adds_up = fields.has("adds-up");
    let adds_up = Some(fields.flag("adds-up", true)).filter(|_| adds_up);
    let computed = fields.flag("computed", false);
    if computed && formula.is_none() {
        let key = fields.key_span("computed").unwrap_or(span);
        fields.out.push(
            Diagnostic::new(&BAD_FORMULA, key, "the column is to be computed, and nothing says how")
                .help("say which columns it adds up: sum: [Day care, Home care]"),
        );
    }
    let computed = computed && formula.is_some();
    let decimals = fields.parsed("decimals", &BAD_FORMULA, |text| match text.parse::<u32>() {
        Ok(decimals) if decimals <= 6 => Ok(decimals),
        _ => Err((format!("`{text}` is no number of decimals"), "write a number from 0 to 6".to_owned())),
    });
    let name = Located::new(String::new(), span);
    let decimals = decimals.map(|found| found.value);
    ColumnRule { name, from, kind, choices, unit, formula, adds_up, align, computed, decimals }
}

/// What the cells of a column are, and among which words they choose.
fn kind(fields: &mut Fields<'_, '_>) -> (Option<Located<ColumnType>>, Vec<Located<String>>) {
    let kind = fields.choice("type", &UNKNOWN_CHOICE, &ColumnType::CHOICES);
    let choices = fields.texts("choices");
    let Some(place) = fields.key_span("choices") else { return (kind, choices) };
    match &kind {
        Some(kind) if kind.value != ColumnType::Choice => {
            fields.out.push(
                Diagnostic::new(&BAD_COLUMN, place, "only a column of the type `choice` has choices")
                    .label(kind.span, "the type")
                    .help("write type: choice, or leave the choices out"),
            );
            (Some(kind.clone()), Vec::new())
        }
        // Whoever lists choices has said what the cells are.
        _ => (Some(kind.unwrap_or(Located::new(ColumnType::Choice, place))), choices),
    }
}

/// The unit of a column; money without one is in pounds.
fn unit(fields: &mut Fields<'_, '_>, kind: Option<&Located<ColumnType>>) -> Option<Located<String>> {
    let unit = fields.text("unit");
    let Some(kind) = kind else { return unit };
    let Some(unit) = unit else {
        return (kind.value == ColumnType::Money).then(|| Located::new("£".to_owned(), kind.span));
    };
    let told = match (kind.value, parse_measure(&unit.value)) {
        (ColumnType::Money, Ok(measure)) if measure.unit != Unit::Pounds => "money is counted in pounds",
        (ColumnType::Text | ColumnType::Date | ColumnType::Choice, _) => "only numbers and money have a unit",
        _ => return Some(unit),
    };
    fields.out.push(
        Diagnostic::new(&BAD_COLUMN, unit.span, told)
            .label(kind.span, "the type")
            .help("write £, £'000 or £ million for money; type: number for other numbers with a unit"),
    );
    None
}

/// The first of several columns names the rows: its numbers would be added up and set apart.
pub(super) fn check_first(headings: &[Heading], out: &mut Vec<Diagnostic>) {
    let [first, _, ..] = headings else { return };
    if let Some(kind) = first.rule.kind.as_ref().filter(|kind| kind.value.is_amount()) {
        let message = "the first column names the rows, so it cannot be numbers";
        out.push(
            Diagnostic::new(&BAD_COLUMN, kind.span, message)
                .help("put a column with the name of each row before it; or write type: text"),
        );
    }
}

/// The one formula of a column.
fn formula(fields: &mut Fields<'_, '_>) -> Option<NamedFormula> {
    let mut found: Option<NamedFormula> = None;
    for (word, kind) in FormulaKind::ALL {
        let key = fields.key_span(word);
        let columns = fields.texts(word);
        let Some(key) = key.filter(|_| !columns.is_empty()) else { continue };
        let (least, most) = kind.takes();
        if found.is_some() {
            let message = "a column can follow from others in one way only";
            fields.out.push(Diagnostic::new(&BAD_FORMULA, key, message).help("leave one of the two out"));
        } else if !(least..=most).contains(&columns.len()) {
            let wanted = match (least, most) {
                (1, _) if word == "share" => "one column: share: Amount".to_owned(),
                (1, _) => format!("one column of days: {word}: Ends"),
                (_, 2) => format!("two columns: {word}: [Late, All]"),
                (_, 3) => format!("an amount and two columns of days: {word}: [Whole value, Starts, Ends]"),
                _ => format!("two columns or more: {word}: [Day care, Home care]"),
            };
            fields.out.push(
                Diagnostic::new(&BAD_FORMULA, key, format!("`{word}` takes {wanted}"))
                    .help("name the columns by their headings, in square brackets, with commas between them"),
            );
        } else {
            found = Some(NamedFormula { kind, columns });
        }
    }
    found
}

/// The columns as readers see them, and what is said of each.
pub(super) fn put_together(headings: Vec<Heading>) -> (Vec<Column>, Vec<ColumnRule>) {
    let both = headings.into_iter().map(|heading| {
        let unit = heading.rule.unit.as_ref().map(|unit| unit.value.clone());
        (Column { heading: heading.words, unit, numeric: false }, heading.rule)
    });
    both.unzip()
}
