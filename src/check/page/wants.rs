//! Which elements each part of the rules asks for, so that a page is gone through once and each part
//! sees only what it may have something to say about.

use super::view::View;
use super::{PARTS, Part};
use crate::source::html::{Element, Known};
use std::sync::LazyLock;

/// What a part of the rules asks for: elements of these names, whosever they are, or with one of
/// these attributes. It gets them in document order, and sometimes one that it did not ask for.
#[derive(Clone, Copy, Debug)]
pub(super) struct Wants {
    pub(super) names: &'static [&'static str],
    pub(super) attributes: &'static [&'static str],
}

/// In the place of an attribute: any that begins with `aria-`.
pub(super) const ANY_ARIA: &str = "aria-";

/// Parts by the numbers of names: a bit for each part that asks.
pub(super) struct Wanted {
    names: [u32; Known::MOST],
    attributes: [u32; Known::MOST],
    any_aria: u32,
}

pub(super) static WANTED: LazyLock<Wanted> = LazyLock::new(|| {
    let mut wanted = Wanted { names: [0; Known::MOST], attributes: [0; Known::MOST], any_aria: 0 };
    for (at, Part { wants, .. }) in PARTS.iter().enumerate() {
        let bit = bit(at);
        for name in wants.names {
            if let Some(bits) = wanted.names.get_mut(Known::of(name).number()) {
                *bits |= bit;
            }
        }
        for name in wants.attributes {
            if *name == ANY_ARIA {
                wanted.any_aria |= bit;
            } else if let Some(bits) = wanted.attributes.get_mut(Known::of(name).number()) {
                *bits |= bit;
            }
        }
    }
    wanted
});

/// The bit of a part, by its place among them.
fn bit(part: usize) -> u32 {
    1 << part
}

impl Wanted {
    /// The parts that ask for elements of a name.
    pub(super) fn name(&self, known: Known) -> u32 {
        self.names.get(known.number()).copied().unwrap_or(0)
    }

    /// The parts that ask for elements with an attribute.
    pub(super) fn attribute(&self, name: &str, known: Known) -> u32 {
        let aria = if name.starts_with(ANY_ARIA) { self.any_aria } else { 0 };
        aria | self.attributes.get(known.number()).copied().unwrap_or(0)
    }
}

/// The elements that a part asked for.
#[derive(Clone, Copy)]
pub(super) struct Chosen<'v, 't, 'a> {
    view: &'v View<'t, 'a>,
    bit: u32,
    at: usize,
}

impl<'v, 't, 'a> Chosen<'v, 't, 'a> {
    pub(super) fn new(view: &'v View<'t, 'a>, part: usize) -> Chosen<'v, 't, 'a> {
        Chosen { view, bit: bit(part), at: 0 }
    }
}

impl<'t, 'a> Iterator for Chosen<'_, 't, 'a> {
    type Item = Element<'t, 'a>;

    fn next(&mut self) -> Option<Element<'t, 'a>> {
        loop {
            let (index, bits) = *self.view.wanted.get(self.at)?;
            self.at += 1;
            if bits & self.bit != 0 {
                return self.view.tree.element(index);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::page::judge;
    use crate::check::page::style::Sheet;
    use crate::source::html::parse_html;
    use proptest::prelude::*;

    /// Tags and attributes that rules are about.
    const PIECES: &[&str] = &[
        "<a href=x>",
        "<a",
        "<area href=x>",
        "<button>",
        "</button>",
        "<dl>",
        "<div",
        "<fieldset disabled>",
        "<footer>",
        "<form>",
        "<h1>",
        "<h4>",
        "<header>",
        "<html lang=xx>",
        "<iframe>",
        "<iframe",
        "<img>",
        "<img alt=''",
        "<input",
        "<li>",
        "<main>",
        "<marquee>x",
        "<meta name=viewport content=user-scalable=no>",
        "<nav>",
        "<object data=a.png>",
        "<ol>",
        "<section",
        "<select>",
        "<summary>",
        "<svg role=img>",
        "<table><caption>c<tr><td>1<td>2<tr><td>3<td>4",
        "<table><tr><th scope=row>1",
        "<td headers=b>",
        "<textarea",
        "<title>",
        "<ul>",
        "<video controls>",
        "<x-a",
        ">",
        " autocomplete=nam",
        " aria-foo=1",
        " aria-hidden=true",
        " aria-label=x",
        " aria-level=x",
        " aria-owns=a",
        " aria-labelledby=a",
        " contenteditable",
        " hidden",
        " id=a",
        " lang=xx",
        " role=button",
        " role=checkbox",
        " role=list",
        " role=main",
        " role=none",
        " role=nope",
        " role=row",
        " style='line-height:1!important'",
        " tabindex=0",
        " tabindex=3",
        " xml:lang=cy",
        "x",
        "</a>",
        "</div>",
        "</main>",
    ];

    proptest! {
        /// A part that asked for too little would find less than with all elements.
        #[test]
        fn each_part_asks_for_all_it_needs(pieces in prop::collection::vec(prop::sample::select(PIECES), 0..24)) {
            let html = pieces.concat();
            let (tree, sheet) = (parse_html(&html), Sheet::default());
            let mut view = View::new(&tree, &sheet, &sheet);
            let found = format!("{:?}", judge(&view));
            view.wanted = tree.elements().map(|element| (element.index, u32::MAX)).collect();
            prop_assert_eq!(found, format!("{:?}", judge(&view)), "{}", html);
        }
    }

    #[test]
    fn each_part_has_a_bit_and_each_name_a_number() {
        assert!(PARTS.len() <= 32);
        for Part { wants, .. } in PARTS {
            for name in wants.names.iter().chain(wants.attributes).filter(|name| **name != ANY_ARIA) {
                assert_ne!(Known::of(name).number(), 0, "{name} would choose all names without a number");
            }
        }
    }
}
