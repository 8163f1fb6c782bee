//! The contents of a workbook: its worksheets, and which parts of the archive hold what.

use super::super::super::did_you_mean;
use super::super::{FaultKind, SheetFault};
use super::package::{Package, damaged};
use super::xml::{Piece, Xml};
use std::collections::BTreeMap;

/// What a workbook says of itself.
#[derive(Default)]
pub(super) struct Workbook {
    pub(super) worksheets: Vec<Worksheet>,
    /// Whether days are counted from 1904, as Excel for Mac once did.
    pub(super) from_1904: bool,
    /// The parts with the shared texts and the formats of cells.
    pub(super) strings: Option<String>,
    pub(super) styles: Option<String>,
}

/// A worksheet, without its cells.
pub(super) struct Worksheet {
    pub(super) name: String,
    pub(super) hidden: bool,
    /// The part with its cells.
    pub(super) part: String,
}

/// Where a relationship leads.
struct Relation {
    kind: String,
    part: String,
}

impl Workbook {
    pub(super) fn read(package: &mut Package<'_>) -> Result<Workbook, SheetFault> {
        let roots = relations(package, "")?;
        let main = roots.into_values().find(|relation| relation.kind == "officeDocument");
        let main = main.map_or_else(|| "xl/workbook.xml".to_owned(), |relation| relation.part);
        let text = package.part(&main)?.ok_or_else(damaged)?;
        let relations = relations(package, &main)?;
        let of_kind = |kind: &str| {
            relations.values().find(|relation| relation.kind == kind).map(|relation| relation.part.clone())
        };
        let mut book = Workbook { strings: of_kind("sharedStrings"), styles: of_kind("styles"), ..Workbook::default() };
        let mut xml = Xml::new(&text);
        while let Some(piece) = xml.next()? {
            let Piece::Open(tag) = piece else { continue };
            match tag.name() {
                "workbookPr" => book.from_1904 = tag.flag("date1904"),
                "sheet" => {
                    let relation = tag.attribute("id").and_then(|id| relations.get(&id));
                    // Charts and macros have sheets of their own, which hold no cells.
                    if let Some(relation) = relation.filter(|relation| relation.kind == "worksheet") {
                        let hidden = tag.attribute("state").is_some_and(|state| state != "visible");
                        let name = tag.attribute("name").unwrap_or_default();
                        book.worksheets.push(Worksheet { name, hidden, part: relation.part.clone() });
                    }
                }
                _ => {}
            }
        }
        Ok(book)
    }

    /// The worksheet of a name, or else the first that is not hidden.
    pub(super) fn choose(&self, name: Option<&str>) -> Result<&Worksheet, SheetFault> {
        let Some(name) = name else {
            let visible = self.worksheets.iter().find(|sheet| !sheet.hidden);
            return visible.or(self.worksheets.first()).ok_or_else(|| {
                let help = "save the table in a worksheet of the workbook";
                SheetFault::new(FaultKind::NotThere, "the workbook has no worksheet", help)
            });
        };
        // Excel takes capitals in the names of worksheets for no difference.
        let plain = |name: &str| name.trim().to_lowercase();
        let exact = self.worksheets.iter().find(|sheet| sheet.name == name);
        exact.or_else(|| self.worksheets.iter().find(|sheet| plain(&sheet.name) == plain(name))).ok_or_else(|| {
            let names = || self.worksheets.iter().map(|sheet| sheet.name.as_str());
            let all: Vec<String> = names().map(|name| format!("`{name}`")).collect();
            let help = did_you_mean(name, names()).unwrap_or_else(|| match all.as_slice() {
                [] => "the workbook has none".into(),
                [one] => format!("the workbook has one: {one}"),
                _ => format!("the workbook has: {}", all.join(", ")),
            });
            SheetFault::new(FaultKind::NotThere, format!("the workbook has no worksheet `{name}`"), help)
        })
    }
}

/// What a part refers to, by the names it gives; `""` is the archive itself.
fn relations(package: &mut Package<'_>, part: &str) -> Result<BTreeMap<String, Relation>, SheetFault> {
    let (folder, file) = part.rsplit_once('/').unwrap_or(("", part));
    let home = if folder.is_empty() { String::new() } else { format!("{folder}/") };
    let mut found = BTreeMap::new();
    let Some(text) = package.part(&format!("{home}_rels/{file}.rels"))? else { return Ok(found) };
    let mut xml = Xml::new(&text);
    while let Some(piece) = xml.next()? {
        let Piece::Open(tag) = piece else { continue };
        let (id, kind, target) = (tag.attribute("Id"), tag.attribute("Type"), tag.attribute("Target"));
        if let (Some(id), Some(kind), Some(target)) = (id, kind, target) {
            // Two editions of the standard differ in all but the last word of the address.
            let kind = kind.rsplit('/').next().unwrap_or_default().to_owned();
            found.insert(id, Relation { kind, part: resolve(&home, &target) });
        }
    }
    Ok(found)
}

/// A target as the name of a part: `worksheets/sheet1.xml`, `../xl/a.xml` or `/xl/a.xml`.
fn resolve(home: &str, target: &str) -> String {
    let whole = match target.strip_prefix('/') {
        Some(absolute) => absolute.to_owned(),
        None => format!("{home}{target}"),
    };
    let mut parts: Vec<&str> = Vec::new();
    for part in whole.split('/') {
        match part {
            "" | "." => {}
            ".." => drop(parts.pop()),
            _ => parts.push(part),
        }
    }
    parts.join("/")
}
