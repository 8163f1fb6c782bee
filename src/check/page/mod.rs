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
mod scrolling;
mod spacing;
mod states;
mod style;
mod table;
mod view;
mod wants;

use crate::diagnostic::Rule;
use crate::source::html::{Element, Tree};
use std::ops::Range;
use style::Sheet;
use view::View;
use wants::{Chosen, Wants};

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

/// A file of rules: which elements it asks for, and what it does with them.
struct Part {
    wants: Wants,
    check: fn(&View<'_, '_>, Chosen<'_, '_, '_>, &mut Findings),
}

/// All files of rules. What two find in one element is told in this order.
static PARTS: &[Part] = &[
    Part { wants: document::WANTS, check: document::check },
    Part { wants: languages::WANTS, check: languages::check },
    Part { wants: headings::WANTS, check: headings::check },
    Part { wants: images::WANTS, check: images::check },
    Part { wants: names::WANTS, check: names::check },
    Part { wants: fields::WANTS, check: fields::check },
    Part { wants: roles::WANTS, check: roles::check },
    Part { wants: states::WANTS, check: states::check },
    Part { wants: focus::WANTS, check: focus::check },
    Part { wants: scrolling::WANTS, check: scrolling::check },
    Part { wants: table::WANTS, check: table::check },
    Part { wants: lists::WANTS, check: lists::check },
    Part { wants: landmarks::WANTS, check: landmarks::check },
    Part { wants: spacing::WANTS, check: spacing::check },
];

/// Judges a page.
pub fn check_page(tree: &Tree<'_>, style: &PageStyle) -> Vec<Finding> {
    let mut own = Sheet::default();
    for element in tree.named("style") {
        // A style sheet for print says nothing of the screen.
        if element.attribute("media").is_none_or(|media| matches!(media.trim(), "" | "all" | "screen")) {
            Sheet::read(&element.text(), &mut own);
        }
    }
    judge(&View::new(tree, &style.0, &own))
}

fn judge(view: &View<'_, '_>) -> Vec<Finding> {
    let mut out = Findings::default();
    for (at, part) in PARTS.iter().enumerate() {
        (part.check)(view, Chosen::new(view, at), &mut out);
    }
    out.0.sort_by_key(|finding| finding.node);
    out.0
}
