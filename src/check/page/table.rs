//! Tables: headings that belong to cells, and cells whose headings are there.

use super::Findings;
use super::view::View;
use super::wants::{Chosen, Wants};
use crate::diagnostic::rules::pages::{PAGE_HEADER_CELLS, PAGE_HEADERS, PAGE_TABLE_HEADERS};
use crate::source::html::Element;
use std::collections::BTreeSet;

/// A cell and where it is: rows and columns from 0, the ends not included.
#[derive(Clone, Copy, Debug)]
struct Cell<'t, 'a> {
    element: Element<'t, 'a>,
    top: usize,
    bottom: usize,
    left: usize,
    right: usize,
}

/// Beyond these numbers browsers do not follow spans (HTML Living Standard, 4.9.11).
const MOST_COLUMNS: usize = 1000;
const MOST_ROWS: usize = 65_534;

pub(super) const WANTS: Wants = Wants { names: &["table"], attributes: &[] };

pub(super) fn check<'t, 'a>(view: &View<'t, 'a>, chosen: Chosen<'_, 't, 'a>, out: &mut Findings) {
    for table in chosen.filter(|element| element.is("table")) {
        if !view.is_told(table) || !matches!(view.role(table), Some("table" | "grid" | "treegrid")) {
            continue;
        }
        let rows = rows(table);
        let cells = cells(&rows);
        headers(view, &cells, out);
        lone_headers(view, &cells, out);
        no_headers(view, table, &rows, &cells, out);
    }
}

/// Rows with the number of their group.
fn rows<'t, 'a>(table: Element<'t, 'a>) -> Vec<(usize, Element<'t, 'a>)> {
    let mut rows = Vec::new();
    for (group, child) in table.children().enumerate() {
        if child.is("tr") {
            rows.push((0, child));
        } else if child.is_any(&["thead", "tbody", "tfoot"]) {
            rows.extend(child.children().filter(|row| row.is("tr")).map(|row| (group + 1, row)));
        }
    }
    rows
}

/// The cells at their places, as the HTML Living Standard forms a table (4.9.12.1).
fn cells<'t, 'a>(rows: &[(usize, Element<'t, 'a>)]) -> Vec<Cell<'t, 'a>> {
    let mut cells: Vec<Cell<'t, 'a>> = Vec::new();
    // How far down each column is taken by a cell from above.
    let mut taken: Vec<usize> = Vec::new();
    for (row, (group, element)) in rows.iter().enumerate() {
        let end = row + rows.iter().skip(row).take_while(|(other, _)| other == group).count();
        let mut column = 0;
        for cell in element.children().filter(|cell| cell.is_any(&["td", "th"])) {
            while taken.get(column).is_some_and(|bottom| *bottom > row) {
                column += 1;
            }
            let span = |name: &str| cell.attribute(name).and_then(|span| span.trim().parse::<usize>().ok());
            let wide = span("colspan").filter(|wide| (1..=MOST_COLUMNS).contains(wide)).unwrap_or(1);
            let high = match span("rowspan") {
                Some(0) => end - row,
                Some(high) => high.min(MOST_ROWS).min(end - row),
                None => 1,
            };
            let right = column + wide;
            if taken.len() < right {
                taken.resize(right, 0);
            }
            for slot in taken.iter_mut().take(right).skip(column) {
                *slot = row + high;
            }
            cells.push(Cell { element: cell, top: row, bottom: row + high, left: column, right });
            column = right;
        }
    }
    cells
}

/// The ids in `headers` are those of other cells of the table.
fn headers<'t, 'a>(view: &View<'t, 'a>, cells: &[Cell<'t, 'a>], out: &mut Findings) {
    for cell in cells {
        let Some(ids) = cell.element.attribute("headers").filter(|_| view.is_told(cell.element)) else { continue };
        for id in ids.split_ascii_whitespace() {
            let named = view.by_id(id).map(|element| element.index);
            let fault = if named == Some(cell.element.index) {
                format!("`{id}` in headers is this cell itself")
            } else if !named.is_some_and(|index| cells.iter().any(|other| other.element.index == index)) {
                format!("there is no cell `{id}` in this table")
            } else {
                continue;
            };
            out.add(&PAGE_HEADERS, cell.element, fault);
            break;
        }
    }
}

/// Each heading has a cell in its row or its column. Which of the two a heading is for is asked only
/// where it says so itself.
fn lone_headers<'t, 'a>(view: &View<'t, 'a>, cells: &[Cell<'t, 'a>], out: &mut Findings) {
    let named: BTreeSet<&str> = cells
        .iter()
        .filter_map(|cell| cell.element.attribute("headers"))
        .flat_map(str::split_ascii_whitespace)
        .collect();
    let headers = cells.iter().enumerate().filter(|(_, cell)| cell.element.is("th") && view.is_told(cell.element));
    for (at, header) in headers {
        let given = header.element.attribute("role").map(str::trim).filter(|role| !role.is_empty());
        let scope = header.element.attribute("scope").unwrap_or_default().trim();
        let scoped = |word: &str| given.is_none() && scope.eq_ignore_ascii_case(word);
        let (down, across) = match given {
            Some("columnheader") => (true, false),
            Some("rowheader") => (false, true),
            Some(_) => continue,
            None if scoped("col") => (true, false),
            None if scoped("row") => (false, true),
            None if scoped("colgroup") || scoped("rowgroup") => continue,
            None => (true, true),
        };
        if header.element.attribute("id").is_some_and(|id| named.contains(id)) || !header.element.has_text() {
            continue;
        }
        // A heading's cells mostly stand right after it.
        let has_cell = cells.iter().skip(at + 1).chain(cells.iter().take(at)).any(|cell| {
            if cell.element.index == header.element.index {
                return false;
            }
            let below = cell.top >= header.bottom && cell.left < header.right && cell.right > header.left;
            let beside = cell.left >= header.right && cell.top < header.bottom && cell.bottom > header.top;
            // From right to left, or at the end of a row, the cells stand before their heading.
            let before = cell.right <= header.left && cell.top < header.bottom && cell.bottom > header.top;
            down && below || across && (beside || before)
        });
        if !has_cell {
            out.add(&PAGE_HEADER_CELLS, header.element, "this heading of a table belongs to no cell");
        }
    }
}

/// A table that says it is one of data has headings.
fn no_headers<'t, 'a>(
    view: &View<'t, 'a>,
    table: Element<'t, 'a>,
    rows: &[(usize, Element<'t, 'a>)],
    cells: &[Cell<'t, 'a>],
    out: &mut Findings,
) {
    let of_data = table.children().any(|child| child.is_any(&["caption", "thead"]));
    let wide = cells.iter().any(|cell| cell.left > 0);
    let header = |cell: &Cell<'t, 'a>| {
        cell.element.is("th")
            || matches!(view.role(cell.element), Some("columnheader" | "rowheader"))
            || cell.element.has("headers")
    };
    if of_data && wide && rows.len() > 1 && !cells.iter().any(header) {
        out.add(&PAGE_TABLE_HEADERS, table, "none of the cells of this table is a heading");
    }
}
