//! The role that each element has by itself (HTML-AAM, ARIA in HTML).

use crate::source::html::{Element, Space};

/// The role of an element without a `role`; `None` where no role of ARIA is like it, or where it
/// depends on more than the page.
pub(in crate::check::page) fn implicit(element: Element<'_, '_>) -> Option<&'static str> {
    if element.space != Space::Html {
        return (element.space == Space::Svg
            && element.name == "a"
            && (element.has("href") || element.has("xlink:href")))
        .then_some("link");
    }
    Some(match element.name {
        "a" | "area" if element.has("href") => "link",
        "a" | "b" | "bdi" | "bdo" | "body" | "data" | "div" | "i" | "pre" | "q" | "samp" | "small" | "span" | "u" => {
            "generic"
        }
        "address" | "details" | "fieldset" | "hgroup" | "optgroup" => "group",
        "article" => "article",
        "aside" => "complementary",
        "blockquote" => "blockquote",
        "button" => "button",
        "caption" => "caption",
        "code" => "code",
        "datalist" => "listbox",
        "dd" => "definition",
        "del" | "s" => "deletion",
        "dfn" | "dt" => "term",
        "dialog" => "dialog",
        "em" => "emphasis",
        "figure" => "figure",
        "footer" => return page_wide(element, "contentinfo"),
        "form" => "form",
        "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => "heading",
        "header" => return page_wide(element, "banner"),
        "hr" => "separator",
        "html" => "document",
        "img" if element.attribute("alt") == Some("") => "none",
        "img" => "img",
        "input" => return input(element),
        "ins" => "insertion",
        "li" => "listitem",
        "main" => "main",
        "mark" => "mark",
        "math" => "math",
        "menu" | "ol" | "ul" => "list",
        "meter" => "meter",
        "nav" => "navigation",
        "option" => "option",
        "output" => "status",
        "p" => "paragraph",
        "progress" => "progressbar",
        "search" => "search",
        "section" => match element.has("aria-label") || element.has("aria-labelledby") || element.has("title") {
            true => "region",
            false => "generic",
        },
        "select" if element.has("multiple") || element.attribute("size").is_some_and(|size| size.trim() != "1") => {
            "listbox"
        }
        "select" => "combobox",
        "strong" => "strong",
        "sub" => "subscript",
        "sup" => "superscript",
        "table" => "table",
        "tbody" | "tfoot" | "thead" => "rowgroup",
        "td" => return in_table(element, "cell", "gridcell"),
        "textarea" => "textbox",
        "th" => return header_cell(element),
        "time" => "time",
        "tr" => "row",
        _ => return None,
    })
}

/// A header or footer is the page's where no part of the page has it.
fn page_wide(element: Element<'_, '_>, role: &'static str) -> Option<&'static str> {
    const PARTS: &[&str] = &["article", "aside", "main", "nav", "section"];
    const ROLES: &[&str] = &["article", "complementary", "main", "navigation", "region"];
    let of_a_part = element
        .ancestors()
        .any(|above| above.is_any(PARTS) || above.attribute("role").is_some_and(|role| ROLES.contains(&role.trim())));
    Some(if of_a_part { "generic" } else { role })
}

fn input(element: Element<'_, '_>) -> Option<&'static str> {
    let kind = element.attribute("type").unwrap_or("text").trim().to_ascii_lowercase();
    let suggests = element.has("list");
    Some(match kind.as_str() {
        "button" | "image" | "reset" | "submit" => "button",
        "checkbox" => "checkbox",
        "radio" => "radio",
        "range" => "slider",
        "number" => "spinbutton",
        "hidden" | "color" | "date" | "datetime-local" | "file" | "month" | "time" | "week" | "password" => {
            return None;
        }
        _ if suggests => "combobox",
        "search" => "searchbox",
        _ => "textbox",
    })
}

/// The role of the table that a cell belongs to decides the cell's.
fn in_table(element: Element<'_, '_>, plain: &'static str, grid: &'static str) -> Option<&'static str> {
    let table = element.ancestors().find(|above| above.is("table"))?;
    match table.attribute("role").map(str::trim) {
        None | Some("" | "table") => Some(plain),
        Some("grid" | "treegrid") => Some(grid),
        Some(_) => None,
    }
}

fn header_cell(element: Element<'_, '_>) -> Option<&'static str> {
    in_table(element, "", "")?;
    let scope = element.attribute("scope").unwrap_or_default().trim().to_ascii_lowercase();
    match scope.as_str() {
        "row" | "rowgroup" => Some("rowheader"),
        "col" | "colgroup" => Some("columnheader"),
        _ => None,
    }
}
