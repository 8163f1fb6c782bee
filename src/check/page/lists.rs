//! Lists hold items and nothing else (HTML Living Standard, 4.4).

use super::Findings;
use super::view::View;
use super::wants::{Chosen, Wants};
use crate::diagnostic::rules::pages::PAGE_LIST;
use crate::source::html::{Element, Kind};

pub(super) const WANTS: Wants = Wants { names: &["ul", "ol", "dl"], attributes: &[] };

pub(super) fn check<'t, 'a>(view: &View<'t, 'a>, chosen: Chosen<'_, 't, 'a>, out: &mut Findings) {
    for list in chosen.filter(|element| element.is_any(&["ul", "ol", "dl"])) {
        if list.has("role") || !view.is_told(list) {
            continue;
        }
        for (index, node) in list.child_nodes() {
            let wrong = match &node.kind {
                Kind::Text(_) => node.is_text(),
                Kind::Comment(_) => false,
                Kind::Element { .. } => {
                    view.tree.element(index).is_some_and(|child| !fits(list, child) && view.is_told(child))
                }
            };
            if wrong {
                let what = view.tree.element(index);
                let said = what.map_or_else(|| "text".to_owned(), |what| format!("the element `{}`", what.name));
                out.add(&PAGE_LIST, what.unwrap_or(list), format!("{said} is no item of a list"));
                break;
            }
        }
    }
}

fn fits(list: Element<'_, '_>, child: Element<'_, '_>) -> bool {
    if child.is_any(&["script", "template", "style"]) || child.name.contains('-') {
        return true;
    }
    match list.name {
        "dl" => child.is_any(&["dt", "dd", "div"]),
        _ => child.is("li") || child.attribute("role").is_some_and(|role| role.contains("listitem")),
    }
}
