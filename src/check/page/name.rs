//! The accessible name of an element (Accessible Name and Description Computation 1.2; HTML-AAM 4.1).
//! What styles write into a page is not known here.

use super::aria::roles::CONTENT;
use super::view::{View, facts};
use crate::source::html::{Element, Kind, Space};

/// How deep names are looked for; what is deeper counts as having one.
const DEEPEST: usize = 100;

/// The name of an element; empty if it has none.
pub(super) fn name_of<'t, 'a>(view: &View<'t, 'a>, element: Element<'t, 'a>) -> String {
    tidy(&Namer { view, seen: Vec::new(), referring: false }.name(element, Way::Start, 0))
}

/// Whether an element has a name: mostly seen without making it.
pub(super) fn has_name<'t, 'a>(view: &View<'t, 'a>, element: Element<'t, 'a>) -> bool {
    is_plainly_named(view, element) || !name_of(view, element).is_empty()
}

/// Whether the simplest things give an element a name: a link or a heading its own words, anything
/// else the words of a plain element that it refers to. `false` says nothing.
fn is_plainly_named<'t, 'a>(view: &View<'t, 'a>, element: Element<'t, 'a>) -> bool {
    if let Some(ids) = element.attribute("aria-labelledby") {
        let first = ids.split_ascii_whitespace().next().and_then(|id| view.by_id(id));
        return first.is_some_and(|first| is_plain(first) && says_words(view, first));
    }
    if element.attribute("aria-label").is_some_and(|label| !label.trim().is_empty()) {
        return true;
    }
    let by_content = element.is_any(&["h1", "h2", "h3", "h4", "h5", "h6"]) || element.is("a") && element.has("href");
    by_content && is_plain(element) && says_words(view, element)
}

/// Whether an element is one of those whose name is what is in it, and nothing else is said of it.
fn is_plain(element: Element<'_, '_>) -> bool {
    element.is_any(&["a", "b", "code", "em", "h1", "h2", "h3", "h4", "h5", "h6", "i", "p", "small", "span", "strong"])
        && !element.attributes.iter().any(|(name, _)| name.starts_with("aria-") || name == "role")
}

/// Whether there are words right in an element, or in plain elements right in it.
fn says_words<'t, 'a>(view: &View<'t, 'a>, element: Element<'t, 'a>) -> bool {
    let words = |element: Element<'t, 'a>| element.child_nodes().any(|(_, node)| node.is_text());
    words(element) || element.children().any(|child| is_plain(child) && !view.is_silent(child) && words(child))
}

/// Runs of white space as single spaces.
pub(super) fn tidy(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// How the computation came to a node.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Way {
    /// It is the element whose name is asked for.
    Start,
    /// An `aria-labelledby` or a `label` named it; `true` if it is hidden itself, so that all inside counts.
    Referred(bool),
    /// It is inside what gives a name by its content; `true` below a hidden element that was referred to.
    Inside(bool),
}

struct Namer<'v, 't, 'a> {
    view: &'v View<'t, 'a>,
    /// Elements whose content is being read, so that nothing is read within itself.
    seen: Vec<u32>,
    /// Whether `aria-labelledby` is being followed: it is followed once.
    referring: bool,
}

impl<'t, 'a> Namer<'_, 't, 'a> {
    fn name(&mut self, element: Element<'t, 'a>, way: Way, depth: usize) -> String {
        if depth > DEEPEST {
            return "…".to_owned();
        }
        let counts_hidden = matches!(way, Way::Referred(true) | Way::Inside(true));
        if !counts_hidden && way != Way::Start && self.view.is_silent(element) {
            return String::new();
        }
        if !matches!(way, Way::Referred(_))
            && let Some(ids) = element.attribute("aria-labelledby")
        {
            let named = self.view.referred(ids);
            if !named.is_empty() && !self.referring {
                self.referring = true;
                let parts: Vec<String> = named
                    .into_iter()
                    .map(|one| self.name(one, Way::Referred(self.view.is_silent(one)), depth + 1))
                    .collect();
                self.referring = false;
                let name = parts.join(" ");
                if !name.trim().is_empty() {
                    return name;
                }
            }
        }
        if way != Way::Start
            && let Some(value) = self.value(element, depth)
        {
            return value;
        }
        if let Some(label) = element.attribute("aria-label").filter(|label| !label.trim().is_empty()) {
            return label.to_owned();
        }
        if let Some(name) = self.native(element, depth) {
            return name;
        }
        let role = self.view.role(element);
        let by_content = way != Way::Start
            || facts(role).is_some_and(|role| role.traits & CONTENT != 0)
            || element.is_any(&["summary", "th", "option", "legend", "caption", "figcaption"]);
        if by_content {
            let content = self.content(element, way, depth);
            if !content.trim().is_empty() {
                return content;
            }
        }
        tooltip(element)
    }

    /// What a control inside a name says: its value.
    fn value(&mut self, element: Element<'t, 'a>, depth: usize) -> Option<String> {
        let role = self.view.role(element)?;
        match role {
            "textbox" | "searchbox" if element.is("textarea") => Some(element.text()),
            "textbox" | "searchbox" if element.is("input") => {
                Some(element.attribute("value").unwrap_or_default().to_owned())
            }
            "textbox" => Some(self.content(element, Way::Inside(false), depth)),
            "combobox" | "listbox" if element.is("select") => {
                let options: Vec<_> = element.descendants().filter(|inside| inside.is("option")).collect();
                let chosen = options.iter().find(|option| option.has("selected")).or(options.first());
                Some(chosen.map(|option| option.text()).unwrap_or_default())
            }
            "slider" | "spinbutton" | "progressbar" | "meter" | "scrollbar" => {
                let value =
                    ["aria-valuetext", "aria-valuenow", "value"].iter().find_map(|name| element.attribute(name));
                Some(value.unwrap_or_default().to_owned())
            }
            _ => None,
        }
    }

    /// What HTML and SVG have for names.
    fn native(&mut self, element: Element<'t, 'a>, depth: usize) -> Option<String> {
        if element.space == Space::Svg {
            let title = element.children().find(|child| child.space == Space::Svg && child.name == "title");
            return title.map(|title| title.text()).or_else(|| element.attribute("xlink:title").map(str::to_owned));
        }
        if element.space != Space::Html {
            return None;
        }
        let filled = |text: String| (!text.trim().is_empty()).then_some(text);
        match element.name {
            "img" | "area" => filled(element.attribute("alt")?.to_owned()),
            "input" => {
                let kind = element.attribute("type").unwrap_or("text").trim().to_ascii_lowercase();
                let value = || element.attribute("value").map(str::to_owned).and_then(filled);
                match kind.as_str() {
                    "button" => value().or_else(|| self.labels(element, depth)),
                    "submit" => self.labels(element, depth).or_else(|| match element.attribute("value") {
                        Some(value) => filled(value.to_owned()),
                        None => Some("Submit".to_owned()),
                    }),
                    "reset" => self.labels(element, depth).or_else(|| match element.attribute("value") {
                        Some(value) => filled(value.to_owned()),
                        None => Some("Reset".to_owned()),
                    }),
                    "image" => element
                        .attribute("alt")
                        .map(str::to_owned)
                        .and_then(filled)
                        .or_else(|| self.labels(element, depth)),
                    _ => self.labels(element, depth),
                }
            }
            "button" | "select" | "textarea" | "meter" | "output" | "progress" => self.labels(element, depth),
            "fieldset" => self.first(element, "legend", depth),
            "figure" => self.first(element, "figcaption", depth),
            "table" => self.first(element, "caption", depth),
            "optgroup" | "option" | "track" => filled(element.attribute("label")?.to_owned()),
            _ => None,
        }
    }

    fn first(&mut self, element: Element<'t, 'a>, name: &str, depth: usize) -> Option<String> {
        let child = element.children().find(|child| child.is(name))?;
        let text = self.name(child, Way::Referred(false), depth + 1);
        (!text.trim().is_empty()).then_some(text)
    }

    /// The words of all labels of a control.
    fn labels(&mut self, element: Element<'t, 'a>, depth: usize) -> Option<String> {
        if self.seen.contains(&element.index) {
            return None;
        }
        let id =
            element.attribute("id").filter(|id| self.view.by_id(id).is_some_and(|first| first.index == element.index));
        let around = element.ancestors().find(|above| above.is("label"));
        let first_inside = |label: Element<'t, 'a>| {
            label.descendants().find(|inside| is_labelable(*inside)).is_some_and(|first| first.index == element.index)
        };
        let around = around.filter(|label| !label.has("for") && first_inside(*label)).map(|label| label.index);
        if around.is_none() && id.is_none() {
            return None;
        }
        let labels: Vec<Element<'t, 'a>> = self
            .view
            .tree
            .elements()
            .filter(|one| one.is("label") && (Some(one.index) == around || id.is_some() && one.attribute("for") == id))
            .collect();
        self.seen.push(element.index);
        let parts: Vec<String> =
            labels.into_iter().map(|label| self.name(label, Way::Inside(false), depth + 1)).collect();
        self.seen.pop();
        let name = parts.join(" ");
        (!name.trim().is_empty()).then_some(name)
    }

    /// The text inside an element, with the names of what else is in it.
    fn content(&mut self, element: Element<'t, 'a>, way: Way, depth: usize) -> String {
        if self.seen.contains(&element.index) {
            return String::new();
        }
        self.seen.push(element.index);
        let hidden = matches!(way, Way::Referred(true) | Way::Inside(true));
        let mut out = String::new();
        for (index, node) in element.child_nodes() {
            match &node.kind {
                Kind::Text(text) => out.push_str(text),
                Kind::Comment(_) => {}
                Kind::Element { .. } => {
                    let Some(child) = self.view.tree.element(index) else { continue };
                    let apart = !is_in_line(child);
                    if apart {
                        out.push(' ');
                    }
                    out.push_str(&self.name(child, Way::Inside(hidden), depth + 1));
                    if apart {
                        out.push(' ');
                    }
                }
            }
        }
        self.seen.pop();
        out
    }
}

fn tooltip(element: Element<'_, '_>) -> String {
    let filled = |name: &str| element.attribute(name).filter(|text| !text.trim().is_empty());
    let hint = || filled("placeholder").filter(|_| element.is_any(&["input", "textarea"]));
    let words = filled("title").or_else(hint).or_else(|| filled("aria-placeholder"));
    words.unwrap_or_default().to_owned()
}

/// Whether a label can belong to an element.
fn is_labelable(element: Element<'_, '_>) -> bool {
    element.is_any(&["button", "meter", "output", "progress", "select", "textarea"])
        || element.is("input")
            && element.attribute("type").is_none_or(|kind| !kind.trim().eq_ignore_ascii_case("hidden"))
}

/// Whether an element runs on in the line, so that the words around it and in it may be one.
pub(super) fn is_in_line(element: Element<'_, '_>) -> bool {
    const IN_LINE: &[&str] = &[
        "a", "abbr", "b", "bdi", "bdo", "cite", "code", "data", "del", "dfn", "em", "font", "i", "ins", "kbd", "label",
        "mark", "q", "s", "samp", "small", "span", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr",
    ];
    element.is_any(IN_LINE)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::page::style::Sheet;
    use crate::source::html::parse_html;

    /// The name of the element with the id `x`.
    fn name(html: &str) -> String {
        let tree = parse_html(html);
        let sheet = Sheet::default();
        let view = View::new(&tree, &sheet, &sheet);
        view.by_id("x").map(|element| name_of(&view, element)).unwrap_or_default()
    }

    #[test]
    fn names_come_from_where_the_standard_says() {
        for (html, expected) in [
            ("<button id=x aria-label=A title=T>B</button>", "A"),
            ("<button id=x title=T>B <b>C</b></button>", "B C"),
            ("<button id=x title=T></button>", "T"),
            ("<button id=x aria-labelledby='a x' aria-label=S>B</button><p id=a>A</p>", "A S"),
            ("<button id=x aria-labelledby=no>B</button>", "B"),
            // A reference is followed once: B says its own words, not those it refers to.
            ("<p id=x role=note aria-labelledby=b></p><p id=b aria-labelledby=c>B</p><p id=c>C</p>", "B"),
            ("<a id=x href=y aria-labelledby=h>B</a><p id=h hidden>H <i>I</i></p>", "H I"),
            ("<a id=x href=y>One<span hidden>Two</span><span aria-hidden=true>Three</span></a>", "One"),
            ("<a id=x href=y><p>One</p><p>Two</p></a>", "One Two"),
            ("<label for=x>A</label><label>B <input id=x></label>", "A B"),
            ("<label>Wake me in <input id=y type=number value=5> minutes <input type=checkbox id=z></label>", ""),
            (
                "<label for=x>Flash <select><option>once<option selected>twice</select></label><input id=x>",
                "Flash twice",
            ),
            ("<input id=x type=submit>", "Submit"),
            ("<input id=x type=submit value=''>", ""),
            ("<fieldset id=x><legend>L</legend></fieldset>", "L"),
            ("<table id=x><caption>C</caption></table>", "C"),
            ("<svg id=x role=img><title>T</title></svg>", "T"),
            ("<div id=x role=region>words</div>", ""),
        ] {
            assert_eq!(name(html), expected, "{html}");
        }
    }
}
