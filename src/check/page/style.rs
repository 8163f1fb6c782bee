//! Styles, as far as a page alone tells for sure: style attributes, and rules of style sheets in the
//! page whose selectors are simple. What a more complicated rule may hide is doubtful.

use crate::source::html::Element;

/// What styles say of one element.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Declared {
    /// `display: none`.
    pub(super) gone: bool,
    /// `visibility`.
    pub(super) visible: Option<bool>,
    /// A rule that is not fully understood may hide it.
    pub(super) doubtful: bool,
    /// It scrolls by itself.
    pub(super) scrolls: bool,
}

/// The attributes of an element that styles ask for.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Styled<'t> {
    pub(super) id: Option<&'t str>,
    pub(super) class: Option<&'t str>,
    pub(super) style: Option<&'t str>,
}

/// The rules of the style sheets that count, without those that say nothing of interest here.
#[derive(Clone, Debug, Default)]
pub(super) struct Sheet {
    rules: Vec<StyleRule>,
    /// Those of them that ask for no class.
    classless: Vec<StyleRule>,
    /// The signs of all classes that they ask for.
    signs: u64,
}

#[derive(Clone, Debug)]
struct StyleRule {
    tag: String,
    id: String,
    classes: Vec<String>,
    /// The signs of the classes.
    signs: u64,
    /// Whether the selector says nothing more than that.
    whole: bool,
    says: Declared,
}

impl Sheet {
    /// Reads CSS. Rules within `@media` and the like count as doubtful.
    pub(super) fn read(css: &str, out: &mut Sheet) {
        let css = without_comments(css);
        let mut conditions: Vec<usize> = Vec::new();
        let mut depth = 0_usize;
        let mut rest = css.as_str();
        while let Some(at) = rest.find(['{', '}', ';']) {
            let (before, after) = (rest.get(..at).unwrap_or_default().trim(), rest.get(at..).unwrap_or_default());
            let inside = after.get(1..).unwrap_or_default();
            rest = inside;
            match after.as_bytes().first() {
                Some(b'{') if before.starts_with('@') => {
                    depth += 1;
                    conditions.push(depth);
                }
                Some(b'{') => {
                    let body = inside.split('}').next().unwrap_or_default();
                    rest = inside.get(body.len() + 1..).unwrap_or_default();
                    if !body.contains('{') {
                        out.add(before, body, conditions.is_empty());
                    }
                }
                Some(b'}') => {
                    conditions.pop();
                    depth = depth.saturating_sub(1);
                }
                _ => {}
            }
        }
    }

    fn add(&mut self, selectors: &str, body: &str, always: bool) {
        let says = declarations(body);
        if says == Declared::default() {
            return;
        }
        for selector in selectors.split(',').map(str::trim) {
            let last = selector.split([' ', '>', '+', '~']).next_back().unwrap_or_default();
            let (simple, more) = last.split_once([':', '[']).map_or((last, false), |(simple, _)| (simple, true));
            let mut rule = StyleRule {
                tag: String::new(),
                id: String::new(),
                classes: Vec::new(),
                signs: 0,
                whole: always && !more && last.len() == selector.len(),
                says,
            };
            // What is shown only before or after an element, or in a part of it, is not the element.
            if selector.contains("::") || selector.contains(":before") || selector.contains(":after") {
                continue;
            }
            for part in simple.split_inclusive(['.', '#']).scan('t', |kind, part| {
                let here = *kind;
                *kind = part.chars().next_back().unwrap_or('t');
                Some((here, part.trim_end_matches(['.', '#'])))
            }) {
                match part {
                    (_, "") => {}
                    ('.', class) => rule.classes.push(class.to_owned()),
                    ('#', id) => rule.id = id.to_owned(),
                    (_, "*") => {}
                    (_, tag) => rule.tag = tag.to_ascii_lowercase(),
                }
            }
            rule.signs = rule.classes.iter().fold(0, |all, class| all | sign(class));
            self.signs |= rule.signs;
            if rule.signs == 0 {
                self.classless.push(rule.clone());
            }
            self.rules.push(rule);
        }
    }

    /// The rules about what scrolls by itself, alone.
    pub(super) fn only_what_scrolls(mut self) -> Sheet {
        for rules in [&mut self.rules, &mut self.classless] {
            rules.retain(|rule| rule.says.scrolls && rule.whole);
            for rule in rules {
                rule.says = Declared { scrolls: true, ..Declared::default() };
            }
        }
        self.signs = self.rules.iter().fold(0, |all, rule| all | rule.signs);
        self
    }

    /// Whether there is nothing in it.
    pub(super) fn is_empty(&self) -> bool {
        self.rules.is_empty()
    }

    /// What sheets and its own style say of an element. Later rules of the same kind win; a style
    /// attribute wins over both.
    pub(super) fn declared(sheets: [&Sheet; 2], element: Element<'_, '_>, styled: Styled<'_>) -> Declared {
        let mut declared = Declared::default();
        let classes =
            styled.class.map_or(0, |class| class.split_ascii_whitespace().fold(0, |all, one| all | sign(one)));
        for sheet in sheets {
            // Most elements have no class that a rule asks for.
            let rules = if classes & sheet.signs == 0 { &sheet.classless } else { &sheet.rules };
            for rule in rules.iter().filter(|rule| rule.signs & !classes == 0 && rule.fits(element, styled)) {
                if !rule.whole {
                    declared.doubtful |= rule.says.gone || rule.says.visible == Some(false);
                    continue;
                }
                declared.gone |= rule.says.gone;
                declared.scrolls |= rule.says.scrolls;
                declared.visible = rule.says.visible.or(declared.visible);
            }
        }
        if let Some(style) = styled.style {
            let own = declarations(style);
            declared.gone |= own.gone;
            declared.scrolls |= own.scrolls;
            declared.visible = own.visible.or(declared.visible);
        }
        declared
    }
}

impl StyleRule {
    fn fits(&self, element: Element<'_, '_>, styled: Styled<'_>) -> bool {
        let class = || styled.class.unwrap_or_default();
        (self.tag.is_empty() || element.name.eq_ignore_ascii_case(&self.tag))
            && (self.id.is_empty() || styled.id == Some(&self.id))
            && self.classes.iter().all(|wanted| class().split_ascii_whitespace().any(|one| one == wanted))
    }
}

/// A bit for a class; some classes share one.
fn sign(class: &str) -> u64 {
    let byte = |at: usize| u64::from(class.as_bytes().get(at).copied().unwrap_or(0));
    let length = u64::try_from(class.len()).unwrap_or(0);
    1 << ((length * 5 + byte(0) * 11 + byte(class.len().saturating_sub(1)) * 23) % 64)
}

/// The declarations of a block or a style attribute: names in small letters and values.
pub(super) fn pairs(block: &str) -> impl Iterator<Item = (String, &str)> {
    block.split(';').filter_map(|pair| {
        let (name, value) = pair.split_once(':')?;
        Some((name.trim().to_ascii_lowercase(), value.trim()))
    })
}

fn declarations(block: &str) -> Declared {
    let mut declared = Declared::default();
    for (name, value) in pairs(block) {
        let value = value.trim_end_matches("!important").trim().to_ascii_lowercase();
        match name.as_str() {
            "display" => declared.gone = value == "none",
            "visibility" => declared.visible = Some(!matches!(value.as_str(), "hidden" | "collapse")),
            "overflow" | "overflow-x" | "overflow-y" if value.contains("auto") || value.contains("scroll") => {
                declared.scrolls = true;
            }
            _ => {}
        }
    }
    declared
}

fn without_comments(css: &str) -> String {
    let mut out = String::with_capacity(css.len());
    let mut rest = css;
    while let Some((before, after)) = rest.split_once("/*") {
        out.push_str(before);
        rest = after.split_once("*/").map_or("", |(_, after)| after);
    }
    out.push_str(rest);
    out
}
