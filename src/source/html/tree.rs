//! The tree: nodes in document order, each with the end of its own part of that order. So
//! whatever walks it needs no recursion, however deep a page is nested.

use super::known::Known;
use std::borrow::Cow;
use std::ops::Range;

/// Whose element it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Space {
    /// HTML.
    Html,
    /// SVG.
    Svg,
    /// MathML, and what is nobody's.
    Other,
}

/// What a node is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Kind<'a> {
    /// An element. HTML names are in small letters.
    Element {
        /// Its local name.
        name: Cow<'a, str>,
        /// The number of its name.
        known: Known,
        /// Whose it is.
        space: Space,
        /// Its attributes, among those of the tree.
        attributes: Range<u32>,
    },
    /// Text, decoded.
    Text(Cow<'a, str>),
    /// A comment.
    Comment(Cow<'a, str>),
}

/// One node.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Node<'a> {
    /// What it is.
    pub kind: Kind<'a>,
    /// The element it stands in.
    pub parent: Option<u32>,
    /// One past the last node inside it.
    pub end: u32,
    /// The bytes of its start tag; empty for texts and comments.
    pub tag: Range<u32>,
}

impl Node<'_> {
    /// Whether it is text, and more than white space.
    pub fn is_text(&self) -> bool {
        matches!(&self.kind, Kind::Text(text) if !text.trim_start().is_empty())
    }
}

/// A page.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tree<'a> {
    /// All nodes in document order.
    pub nodes: Vec<Node<'a>>,
    /// Names and values of all attributes.
    pub attributes: Vec<(Cow<'a, str>, Cow<'a, str>)>,
}

impl<'a> Tree<'a> {
    /// The element at a place of the order; `None` for text.
    pub fn element(&self, index: u32) -> Option<Element<'_, 'a>> {
        let node = self.nodes.get(index as usize)?;
        let Kind::Element { name, known, space, attributes } = &node.kind else { return None };
        let attributes = self.attributes.get(attributes.start as usize..attributes.end as usize).unwrap_or_default();
        Some(Element { tree: self, index, node, name, known: *known, space: *space, attributes })
    }

    /// All elements in document order.
    pub fn elements(&self) -> impl Iterator<Item = Element<'_, 'a>> {
        (0..u32::try_from(self.nodes.len()).unwrap_or(u32::MAX)).filter_map(|index| self.element(index))
    }

    /// The HTML elements of a name, in document order.
    pub fn named(&self, name: &str) -> impl Iterator<Item = Element<'_, 'a>> {
        let wanted = Known::of(name);
        let like = move |node: &Node<'a>| matches!(node.kind, Kind::Element { known, .. } if known == wanted);
        let found = (0..).zip(&self.nodes).filter(move |(_, node)| like(node));
        found.filter_map(|(index, _)| self.element(index)).filter(move |element| element.is(name))
    }

    /// Opens a node; [`Tree::close`] ends it.
    #[inline(always)]
    pub(super) fn open(&mut self, kind: Kind<'a>, parent: Option<u32>, tag: Range<u32>) -> u32 {
        let index = u32::try_from(self.nodes.len()).unwrap_or(u32::MAX);
        self.nodes.push(Node { kind, parent, end: index.saturating_add(1), tag });
        index
    }

    /// Ends a node after the last that was opened.
    pub(super) fn close(&mut self, index: u32) {
        let end = u32::try_from(self.nodes.len()).unwrap_or(u32::MAX);
        if let Some(node) = self.nodes.get_mut(index as usize) {
            node.end = end;
        }
    }
}

/// An element and the tree it stands in.
#[derive(Clone, Copy, Debug)]
pub struct Element<'t, 'a> {
    /// The tree.
    pub tree: &'t Tree<'a>,
    /// Its place in the order.
    pub index: u32,
    /// The node.
    pub node: &'t Node<'a>,
    /// Its local name.
    pub name: &'t str,
    /// The number of its name.
    pub known: Known,
    /// Whose element it is.
    pub space: Space,
    /// Its attributes.
    pub attributes: &'t [(Cow<'a, str>, Cow<'a, str>)],
}

impl<'t, 'a> Element<'t, 'a> {
    /// The value of an attribute.
    pub fn attribute(self, name: &str) -> Option<&'t str> {
        self.attributes.iter().find(|(known, _)| known == name).map(|(_, value)| &**value)
    }

    /// Whether it has an attribute.
    pub fn has(self, name: &str) -> bool {
        self.attribute(name).is_some()
    }

    /// Whether it is an HTML element of this name.
    pub fn is(self, name: &str) -> bool {
        self.space == Space::Html && self.name == name
    }

    /// Whether it is an HTML element of one of these names.
    pub fn is_any(self, names: &[&str]) -> bool {
        self.space == Space::Html && names.contains(&self.name)
    }

    /// The element it stands in.
    pub fn parent(self) -> Option<Element<'t, 'a>> {
        self.tree.element(self.node.parent?)
    }

    /// What it stands in, from the inside out.
    pub fn ancestors(self) -> impl Iterator<Item = Element<'t, 'a>> {
        std::iter::successors(self.parent(), |element| element.parent())
    }

    /// All nodes inside it, with their places.
    pub fn inside(self) -> impl Iterator<Item = (u32, &'t Node<'a>)> {
        let range = self.index as usize + 1..self.node.end as usize;
        (self.index + 1..).zip(self.tree.nodes.get(range).unwrap_or_default())
    }

    /// All elements inside it, in document order.
    pub fn descendants(self) -> impl Iterator<Item = Element<'t, 'a>> {
        (self.index + 1..self.node.end).filter_map(move |index| self.tree.element(index))
    }

    /// The nodes right inside it.
    pub fn child_nodes(self) -> impl Iterator<Item = (u32, &'t Node<'a>)> {
        let mut next = self.index + 1;
        std::iter::from_fn(move || {
            let node = (next < self.node.end).then(|| self.tree.nodes.get(next as usize)).flatten()?;
            let index = next;
            next = node.end.max(next + 1);
            Some((index, node))
        })
    }

    /// The elements right inside it.
    pub fn children(self) -> impl Iterator<Item = Element<'t, 'a>> {
        self.child_nodes().filter_map(move |(index, _)| self.tree.element(index))
    }

    /// Whether there is text inside it that is more than white space.
    pub fn has_text(self) -> bool {
        self.inside().any(|(_, node)| node.is_text())
    }

    /// All text inside it, run together.
    pub fn text(self) -> String {
        let mut text = String::new();
        for (_, node) in self.inside() {
            if let Kind::Text(part) = &node.kind {
                text.push_str(part);
            }
        }
        text
    }
}
