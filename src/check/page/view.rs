//! A page made ready for its rules: what is hidden from whom, where each id is, which role each
//! element has.

use super::aria::attributes::attribute;
use super::aria::implicit::implicit;
use super::aria::roles::{Role, is_of_a_module, role_named};
use super::style::{Declared, Sheet};
use crate::source::html::{Element, Kind, Space, Tree};
use std::collections::HashMap;

/// Nobody gets it.
const HIDDEN: u8 = 1;
/// Scripts, or styles that are not all known, may show or hide it.
const DOUBTFUL: u8 = 2;
/// Screen readers are not told.
const SILENT: u8 = 4;
/// It is invisible by `visibility`, which what is inside can undo.
const INVISIBLE: u8 = 8;

/// A page and what its rules ask of it.
pub(super) struct View<'t, 'a> {
    pub(super) tree: &'t Tree<'a>,
    marks: Vec<u8>,
    ids: HashMap<&'t str, u32>,
    /// Elements that have an id that stands before them already, with it.
    pub(super) repeated: Vec<(u32, &'t str)>,
    sheet: Sheet,
    /// Whether the style of the page is known: its own site asks.
    pub(super) knows_style: bool,
}

impl<'t, 'a> View<'t, 'a> {
    pub(super) fn new(tree: &'t Tree<'a>, sheet: Sheet, knows_style: bool) -> View<'t, 'a> {
        let mut view = View {
            tree,
            marks: vec![0; tree.nodes.len()],
            ids: HashMap::new(),
            repeated: Vec::new(),
            sheet,
            knows_style,
        };
        for element in tree.elements() {
            let above = element.node.parent.and_then(|parent| view.marks.get(parent as usize)).copied().unwrap_or(0);
            let mark = above | view.own(element, above);
            let shown = view.declared(element).visible == Some(true);
            let mark = if shown { mark & !INVISIBLE } else { mark };
            if let Some(slot) = view.marks.get_mut(element.index as usize) {
                *slot = mark;
            }
            if let Some(id) = element.attribute("id").filter(|id| !id.is_empty()) {
                match view.ids.entry(id) {
                    std::collections::hash_map::Entry::Vacant(slot) => _ = slot.insert(element.index),
                    std::collections::hash_map::Entry::Occupied(_) => view.repeated.push((element.index, id)),
                }
            }
        }
        view
    }

    /// What an element adds to what holds of all that it stands in.
    fn own(&self, element: Element<'_, '_>, above: u8) -> u8 {
        let mut mark = 0;
        if element.space == Space::Html {
            mark |= match element.name {
                "head" | "script" | "style" | "template" | "noscript" | "datalist" | "title" | "noframes" => HIDDEN,
                "dialog" if !element.has("open") => DOUBTFUL,
                "input" if element.attribute("type").is_some_and(|kind| kind.trim().eq_ignore_ascii_case("hidden")) => {
                    HIDDEN
                }
                _ => 0,
            };
        }
        for (name, value) in element.attributes {
            mark |= match &**name {
                "hidden" if value.eq_ignore_ascii_case("until-found") => DOUBTFUL,
                "hidden" => HIDDEN,
                "aria-hidden" if value.trim().eq_ignore_ascii_case("true") => SILENT,
                "inert" | "popover" => DOUBTFUL,
                _ => 0,
            };
        }
        // What a picture or a player falls back on is shown where that cannot be.
        let inside =
            element.parent().is_some_and(|parent| parent.is_any(&["video", "audio", "object", "canvas", "iframe"]));
        mark |= if inside { DOUBTFUL } else { 0 };
        let declared = self.declared(element);
        if declared.gone {
            mark |= HIDDEN;
        }
        if declared.doubtful {
            mark |= DOUBTFUL;
        }
        if declared.visible == Some(false) && above & INVISIBLE == 0 {
            mark |= INVISIBLE;
        }
        mark
    }

    /// What styles say of an element itself, where they are simple enough to be sure.
    pub(super) fn declared(&self, element: Element<'_, '_>) -> Declared {
        self.sheet.declared(element)
    }

    fn mark(&self, index: u32) -> u8 {
        self.marks.get(index as usize).copied().unwrap_or(0)
    }

    /// Whether nobody gets it: not rendered.
    pub(super) fn is_hidden(&self, element: Element<'_, '_>) -> bool {
        self.mark(element.index) & (HIDDEN | INVISIBLE) != 0
    }

    /// Whether it is surely rendered, as far as the page itself says.
    pub(super) fn is_shown(&self, element: Element<'_, '_>) -> bool {
        self.mark(element.index) & (HIDDEN | INVISIBLE | DOUBTFUL) == 0
    }

    /// Whether screen readers surely get it: rendered, and not below `aria-hidden`.
    pub(super) fn is_told(&self, element: Element<'_, '_>) -> bool {
        self.mark(element.index) & (HIDDEN | INVISIBLE | DOUBTFUL | SILENT) == 0
    }

    /// Whether screen readers surely do not get it.
    pub(super) fn is_silent(&self, element: Element<'_, '_>) -> bool {
        self.mark(element.index) & (HIDDEN | INVISIBLE | SILENT) != 0
    }

    /// Whether it stands below `aria-hidden`.
    pub(super) fn is_below_silence(&self, element: Element<'_, '_>) -> bool {
        self.mark(element.index) & SILENT != 0
    }

    /// The first element with an id.
    pub(super) fn by_id(&self, id: &str) -> Option<Element<'t, 'a>> {
        self.tree.element(*self.ids.get(id)?)
    }

    /// The elements that the ids in an attribute name, as far as there are any.
    pub(super) fn referred(&self, ids: &str) -> Vec<Element<'t, 'a>> {
        ids.split_ascii_whitespace().filter_map(|id| self.by_id(id)).collect()
    }

    /// The role an element has, its own or one given; `None` where that is not known.
    pub(super) fn role(&self, element: Element<'t, 'a>) -> Option<&'static str> {
        let given = element.attribute("role").and_then(given_role);
        match given {
            None if element.is("li") => {
                let list = element.parent().is_none_or(|list| self.role(list) == Some("list"));
                list.then_some("listitem").or(Some("generic"))
            }
            None => implicit(element).map(|role| match role {
                "none" if self.keeps_role(element) => "img",
                role => role,
            }),
            Some("none" | "presentation") if self.keeps_role(element) => match implicit(element) {
                Some("none") => Some("img"),
                role => role,
            },
            given => given,
        }
    }

    /// Whether `role="none"` has no effect, because the element can be reached or says something of
    /// itself that every role has (ARIA 1.2, 7.1, conflicts with the presentational role).
    fn keeps_role(&self, element: Element<'t, 'a>) -> bool {
        let says = element.attributes.iter().any(|(name, value)| {
            name.starts_with("aria-")
                && **name != *"aria-hidden"
                && !value.trim().is_empty()
                && attribute(name).is_some_and(|attribute| attribute.global)
        });
        says || self.is_focusable(element)
    }

    /// Whether the keyboard or a script can move to an element.
    pub(super) fn is_focusable(&self, element: Element<'t, 'a>) -> bool {
        if self.is_hidden(element) {
            return false;
        }
        let by_itself = match (element.space, element.name) {
            (Space::Html, "a" | "area") => element.has("href"),
            (Space::Html, "button" | "input" | "select" | "textarea") => return !is_disabled(element),
            (Space::Html, "iframe") => true,
            (Space::Html, "summary") => element.parent().is_some_and(|parent| {
                parent.is("details")
                    && parent
                        .children()
                        .find(|child| child.is("summary"))
                        .is_some_and(|first| first.index == element.index)
            }),
            (Space::Html, "audio" | "video") => element.has("controls"),
            (Space::Svg, "a") => element.has("href") || element.has("xlink:href"),
            _ => false,
        };
        by_itself
            || tabindex(element).is_some()
            || element.attribute("contenteditable").is_some_and(|value| !value.eq_ignore_ascii_case("false"))
    }

    /// Whether somebody who moves with the Tab key gets to an element.
    pub(super) fn is_tab_stop(&self, element: Element<'t, 'a>) -> bool {
        self.is_focusable(element) && tabindex(element).is_none_or(|index| index >= 0)
    }

    /// All elements that screen readers surely get.
    pub(super) fn told(&self) -> impl Iterator<Item = Element<'t, 'a>> {
        self.tree.elements().filter(|element| self.is_told(*element))
    }

    /// Whether there is text inside an element that somebody sees.
    pub(super) fn shows_text(&self, element: Element<'t, 'a>) -> bool {
        element.inside().any(|(_, node)| {
            matches!(&node.kind, Kind::Text(text) if !text.trim().is_empty())
                && node.parent.and_then(|parent| self.tree.element(parent)).is_some_and(|parent| self.is_shown(parent))
        })
    }
}

/// The value of `tabindex`, if it is a number.
pub(super) fn tabindex(element: Element<'_, '_>) -> Option<i32> {
    let text = element.attribute("tabindex")?.trim_start();
    let sign = usize::from(text.starts_with(['-', '+']));
    let digits = text.bytes().skip(sign).take_while(u8::is_ascii_digit).count();
    text.get(..sign + digits)?.parse().ok()
}

/// The first word of a `role` that is a role.
pub(super) fn given_role(text: &str) -> Option<&'static str> {
    text.split_ascii_whitespace().find_map(|word| {
        let word = word.to_ascii_lowercase();
        match word.as_str() {
            "doc-backlink" | "doc-biblioref" | "doc-glossref" | "doc-noteref" => Some("link"),
            "graphics-document" | "graphics-symbol" | "graphics-object" => Some("graphics"),
            _ if is_of_a_module(&word) => Some("publishing"),
            _ => role_named(&word).map(|role| role.name),
        }
    })
}

/// What ARIA says of a role, where it is one of its own.
pub(super) fn facts(role: Option<&str>) -> Option<&'static Role> {
    role_named(role?)
}

/// Whether a control of a form is disabled, by itself or by a `fieldset` around it.
pub(super) fn is_disabled(element: Element<'_, '_>) -> bool {
    if element.has("disabled") {
        return true;
    }
    let mut inner = element;
    while let Some(above) = inner.parent() {
        if above.is("fieldset") && above.has("disabled") {
            let legend = above.children().find(|child| child.is("legend"));
            if legend.is_none_or(|legend| legend.index != inner.index) {
                return true;
            }
        }
        inner = above;
    }
    false
}
