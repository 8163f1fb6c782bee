//! What must hold in a table, as it is written: `data`, `totals`, `subtotals`, `rounding`, `known`.

use crate::diagnostic::Diagnostic;
use crate::diagnostic::rules::fields::WRONG_TYPE;
use crate::diagnostic::rules::tables::BAD_RANGE;
use crate::figure::{Level, Rounding, parse_datum};
use crate::prose::component::required_inline;
use crate::prose::table::{Data, Known, TotalRule};
use crate::source::{CellRange, Fields, Located, Value, Yaml, list_of, text_of};

/// The file that the rows come from; `in_place` is the field that would hold them otherwise.
pub(in crate::prose::component) fn data(fields: &mut Fields<'_, '_>, in_place: &'static str) -> Option<Data> {
    let path = fields.text("data");
    let sheet = fields.text("sheet");
    let range = fields.parsed("range", &BAD_RANGE, CellRange::parse);
    if let (None, Some(place)) =
        (&path, sheet.as_ref().map(|found| found.span).or(range.as_ref().map(|found| found.span)))
        && !fields.has("data")
    {
        fields.out.push(
            Diagnostic::new(&BAD_RANGE, place, "this says which part of a file is meant, and no file is named")
                .help("name it: data: data/budget.xlsx"),
        );
    }
    if let Some(path) = &path
        && fields.has(in_place)
    {
        let rows = fields.key_span(in_place).unwrap_or(path.span);
        fields.out.push(
            Diagnostic::new(&WRONG_TYPE, rows, format!("the {in_place} are written here, and a file is named too"))
                .label(path.span, "the file")
                .help("keep one of the two"),
        );
        fields.take(in_place);
    }
    path.map(|path| Data { path, sheet, range })
}

/// The rows that are totals: those under `totals` and those under `subtotals`.
pub(super) fn totals(fields: &mut Fields<'_, '_>) -> Vec<TotalRule> {
    let mut all = Vec::new();
    for (name, level) in [("subtotals", Level::Subtotal), ("totals", Level::Total)] {
        let Some(yaml) = fields.take(name) else { continue };
        let items = match &yaml.value {
            Value::List(list) => list.as_slice(),
            _ => std::slice::from_ref(yaml),
        };
        let sound = fields.is_sound();
        all.extend(items.iter().filter_map(|item| total(item, level, name, sound, fields.out)));
    }
    all
}

fn total(yaml: &Yaml, level: Level, name: &str, sound: bool, out: &mut Vec<Diagnostic>) -> Option<TotalRule> {
    if !matches!(yaml.value, Value::Map(_)) {
        let text = text_of(yaml, name, out)?;
        let row = Located::new(text.text.trim().to_owned(), text.span);
        return Some(TotalRule { row, level, of: Vec::new(), computed: false });
    }
    let mut fields = Fields::of(yaml, "a total", out)?.sound(sound);
    let row = fields.required_text("row", "name the row by the words of its first cell: row: Total");
    let of = fields.texts("of");
    let computed = fields.flag("computed", false);
    fields.finish();
    Some(TotalRule { row: row?, level, of, computed })
}

/// What rounding is allowed: `yes`, or by how much a result may be off.
pub(super) fn rounding(fields: &mut Fields<'_, '_>) -> Rounding {
    let Some(text) = fields.text("rounding") else { return Rounding::Exact };
    match text.value.to_lowercase().as_str() {
        "yes" | "true" => Rounding::LastDigit,
        "no" | "false" => Rounding::Exact,
        _ if parse_datum(&text.value, None).is_ok_and(|datum| datum.amount().is_some()) => Rounding::Within(text.value),
        _ => {
            let message = format!("`rounding` cannot be `{}`", text.value);
            fields.out.push(
                Diagnostic::new(&WRONG_TYPE, text.span, message)
                    .help("write yes if each number was rounded by itself, or how much a total may be off: 1"),
            );
            Rounding::Exact
        }
    }
}

/// The differences that have a reason.
pub(super) fn known(fields: &mut Fields<'_, '_>) -> Vec<Known> {
    let Some(yaml) = fields.take("known") else { return Vec::new() };
    let sound = fields.is_sound();
    let items = list_of(yaml, "known", fields.out);
    items
        .iter()
        .filter_map(|item| {
            let mut fields = Fields::of(item, "a known difference", fields.out)?.sound(sound);
            let row = fields.required_text("row", "name the row by the words of its first cell: row: Total");
            let column = fields.text("column");
            let because = required_inline(
                &mut fields,
                "because",
                "say why: because: The service's own total leaves out late invoices.",
            );
            fields.finish();
            Some(Known { row: row?, column, because: because? })
        })
        .collect()
}
