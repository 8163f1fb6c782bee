//! A page made ready for its rules: what is hidden from whom, where each id is, which role each
//! element has.

use super::aria::attributes::attribute;
use super::aria::implicit::implicit;
use super::aria::roles::{Role, is_of_a_module, role_named};
use super::style::{Sheet, Styled};
use super::wants::{WANTED, Wanted};
use crate::source::html::{Element, Known, Space, Tree};

/// Nobody gets it.
const HIDDEN: u8 = 1;
/// Scripts, or styles that are not all known, may show or hide it.
const DOUBTFUL: u8 = 2;
/// Screen readers are not told.
const SILENT: u8 = 4;
/// It is invisible by `visibility`, which what is inside can undo.
const INVISIBLE: u8 = 8;
/// What is right inside it is shown only where a picture or a player cannot be. It holds of itself alone.
const FALLS_BACK: u8 = 16;
/// What holds of all that is inside as well.
const INHERITED: u8 = HIDDEN | DOUBTFUL | SILENT | INVISIBLE;

/// A page and what its rules ask of it.
pub(super) struct View<'t, 'a> {
    pub(super) tree: &'t Tree<'a>,
    marks: Vec<u8>,
    /// The first element with each id, in the order of the ids.
    ids: Vec<(&'t str, u32)>,
    /// Elements that have an id that stands before them already, with it.
    pub(super) repeated: Vec<(u32, &'t str)>,
    /// The elements that a part of the rules asks for, with the bits of those parts.
    pub(super) wanted: Vec<(u32, u32)>,
    /// The elements that scroll by themselves.
    pub(super) scrolling: Vec<u32>,
    body: Option<u32>,
    /// Whether the page only leads to another.
    pub(super) leads_on: bool,
    /// The style sheet of the site, and those of the page.
    sheets: [&'t Sheet; 2],
    /// Whether the style of the page is known: its own site asks.
    pub(super) knows_style: bool,
}

impl<'t, 'a> View<'t, 'a> {
    pub(super) fn new(tree: &'t Tree<'a>, style: &'t Sheet, own: &'t Sheet) -> View<'t, 'a> {
        let mut view = View {
            tree,
            marks: vec![0; tree.nodes.len()],
            ids: Vec::new(),
            repeated: Vec::new(),
            wanted: Vec::new(),
            scrolling: Vec::new(),
            body: None,
            leads_on: false,
            sheets: [style, own],
            knows_style: !style.is_empty(),
        };
        let wanted: &Wanted = &WANTED;
        for element in tree.elements() {
            view.look(element, wanted);
        }
        view.put_ids_in_order();
        view
    }

    /// The one look at each element: what is asked of it later is noted.
    fn look(&mut self, element: Element<'t, 'a>, wanted: &Wanted) {
        let around = element.node.parent.map_or(0, |parent| self.mark(parent));
        let mut mark = around & INHERITED;
        // What a picture or a player falls back on is shown where that cannot be.
        if around & FALLS_BACK != 0 {
            mark |= DOUBTFUL;
        }
        if element.space == Space::Html {
            mark |= self.by_name(element);
        }
        let mut bits = wanted.name(element.known);
        let mut styled = Styled::default();
        for (name, value) in element.attributes {
            let known = Known::of(name);
            bits |= wanted.attribute(name, known);
            match &**name {
                "class" => styled.class = Some(value),
                "style" => styled.style = Some(value),
                "id" if !value.is_empty() => {
                    styled.id = Some(value);
                    self.ids.push((value, element.index));
                }
                "hidden" if value.eq_ignore_ascii_case("until-found") => mark |= DOUBTFUL,
                "hidden" => mark |= HIDDEN,
                "aria-hidden" if value.trim().eq_ignore_ascii_case("true") => mark |= SILENT,
                "inert" | "popover" => mark |= DOUBTFUL,
                _ => {}
            }
        }
        let declared = Sheet::declared(self.sheets, element, styled);
        if declared.gone {
            mark |= HIDDEN;
        }
        if declared.doubtful {
            mark |= DOUBTFUL;
        }
        match declared.visible {
            Some(true) => mark &= !INVISIBLE,
            Some(false) => mark |= INVISIBLE,
            None => {}
        }
        if declared.scrolls {
            self.scrolling.push(element.index);
        }
        if bits != 0 {
            self.wanted.push((element.index, bits));
        }
        if let Some(slot) = self.marks.get_mut(element.index as usize) {
            *slot = mark;
        }
    }

    /// What an element of HTML is by its name.
    fn by_name(&mut self, element: Element<'t, 'a>) -> u8 {
        match element.name {
            "head" | "script" | "style" | "template" | "noscript" | "datalist" | "title" | "noframes" => HIDDEN,
            "dialog" if !element.has("open") => DOUBTFUL,
            "input" if element.attribute("type").is_some_and(|kind| kind.trim().eq_ignore_ascii_case("hidden")) => {
                HIDDEN
            }
            "video" | "audio" | "object" | "canvas" | "iframe" => FALLS_BACK,
            "body" => {
                self.body = self.body.or(Some(element.index));
                0
            }
            "meta" => {
                let kind = element.attribute("http-equiv");
                self.leads_on |= kind.is_some_and(|kind| kind.eq_ignore_ascii_case("refresh"));
                0
            }
            _ => 0,
        }
    }

    /// Parts the ids that stand before already from the first of each.
    fn put_ids_in_order(&mut self) {
        self.ids.sort_unstable();
        let repeated = &mut self.repeated;
        self.ids.dedup_by(|next, first| {
            let same = next.0 == first.0;
            if same {
                repeated.push((next.1, next.0));
            }
            same
        });
        self.repeated.sort_unstable();
    }

    /// The first `body`.
    pub(super) fn body(&self) -> Option<Element<'t, 'a>> {
        self.tree.element(self.body?)
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
        let at = self.ids.binary_search_by(|(known, _)| (*known).cmp(id)).ok()?;
        self.tree.element(self.ids.get(at)?.1)
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

    /// Whether there is text inside an element that somebody sees.
    pub(super) fn shows_text(&self, element: Element<'t, 'a>) -> bool {
        element.inside().any(|(_, node)| {
            node.is_text()
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
