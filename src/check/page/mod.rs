//! A page as it was made, judged by rules that hold for any page: WCAG 2.2, the HTML Living Standard,
//! ARIA 1.2. Where a page alone does not tell, nothing is said.

mod aria;
mod document;
mod fields;
mod focus;
mod headings;
mod images;
mod landmarks;
mod languages;
mod lists;
mod name;
mod names;
mod roles;
mod spacing;
mod states;
mod style;
mod table;
mod view;

use crate::diagnostic::Rule;
use crate::source::html::{Element, Tree};
use std::ops::Range;
use style::Sheet;
use view::View;

/// Something that is wrong with a page.
#[derive(Clone, Debug)]
pub struct Finding {
    /// The rule that was broken.
    pub rule: &'static Rule,
    /// The node it is about, by its place in the tree.
    pub node: u32,
    /// The bytes of its start tag.
    pub tag: Range<u32>,
    /// What is wrong.
    pub message: String,
    /// How to mend it here.
    pub help: Option<String>,
}

/// Takes what is found.
#[derive(Default)]
struct Findings(Vec<Finding>);

impl Findings {
    fn add(&mut self, rule: &'static Rule, element: Element<'_, '_>, message: impl Into<String>) {
        self.tell(rule, element, message, None);
    }

    fn tell(
        &mut self,
        rule: &'static Rule,
        element: Element<'_, '_>,
        message: impl Into<String>,
        help: Option<String>,
    ) {
        let tag = element.node.tag.clone();
        self.0.push(Finding { rule, node: element.index, tag, message: message.into(), help });
    }
}

/// What is known of a page beside its text.
#[derive(Clone, Debug, Default)]
pub struct PageStyle(Sheet);

impl PageStyle {
    /// What the style sheet that all pages use says of what scrolls. What it hides is judged all the
    /// same: it is hidden on some screens only.
    pub fn read(css: &str) -> PageStyle {
        let mut sheet = Sheet::default();
        Sheet::read(css, &mut sheet);
        PageStyle(sheet.only_what_scrolls())
    }
}

/// Judges a page.
pub fn check_page(tree: &Tree<'_>, style: &PageStyle) -> Vec<Finding> {
    let mut sheet = style.0.clone();
    for element in tree.elements().filter(|element| element.is("style")) {
        // A style sheet for print says nothing of the screen.
        if element.attribute("media").is_none_or(|media| matches!(media.trim(), "" | "all" | "screen")) {
            Sheet::read(&element.text(), &mut sheet);
        }
    }
    let view = View::new(tree, sheet, !style.0.is_empty());
    let mut out = Findings::default();
    document::check(&view, &mut out);
    languages::check(&view, &mut out);
    headings::check(&view, &mut out);
    images::check(&view, &mut out);
    names::check(&view, &mut out);
    fields::check(&view, &mut out);
    roles::check(&view, &mut out);
    states::check(&view, &mut out);
    focus::check(&view, &mut out);
    table::check(&view, &mut out);
    lists::check(&view, &mut out);
    landmarks::check(&view, &mut out);
    spacing::check(&view, &mut out);
    out.0.sort_by_key(|finding| finding.node);
    out.0
}
