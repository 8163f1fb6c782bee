//! Where html5ever puts what it reads: nodes that can still move, made into a [`Tree`] at the end.

use super::known::Known;
use super::tree::{Kind, Space, Tree};
use html5ever::interface::{ElemName, ElementFlags, NodeOrText, QuirksMode, TreeSink};
use html5ever::tendril::StrTendril;
use html5ever::{Attribute, LocalName, Namespace, QualName, ns};
use std::borrow::Cow;
use std::cell::{Cell, RefCell};
use std::ops::Range;

/// A node that can still move.
#[derive(Debug)]
struct Loose {
    kind: LooseKind,
    parent: Option<usize>,
    children: Vec<usize>,
    tag: Range<u32>,
}

#[derive(Debug)]
enum LooseKind {
    Root,
    Element(QualName, Vec<Attribute>, bool),
    Text(String),
    Comment(String),
}

/// Takes what the tree builder makes.
#[derive(Debug)]
pub(super) struct Sink {
    nodes: RefCell<Vec<Loose>>,
    /// The contents of each template, which no reader sees.
    templates: RefCell<Vec<(usize, usize)>>,
    /// The bytes of the tag that is being read.
    pub(super) tag: Cell<(u32, u32)>,
}

/// The name of an element, as the tree builder asks for it.
#[derive(Debug)]
pub(super) struct Name(QualName);

impl ElemName for Name {
    fn ns(&self) -> &Namespace {
        &self.0.ns
    }

    fn local_name(&self) -> &LocalName {
        &self.0.local
    }
}

impl Sink {
    pub(super) fn new() -> Sink {
        let sink = Sink { nodes: RefCell::default(), templates: RefCell::default(), tag: Cell::new((0, 0)) };
        sink.add(LooseKind::Root);
        sink
    }

    fn add(&self, kind: LooseKind) -> usize {
        let mut nodes = self.nodes.borrow_mut();
        let (start, end) = self.tag.get();
        nodes.push(Loose { kind, parent: None, children: Vec::new(), tag: start..end });
        nodes.len() - 1
    }

    fn detach(&self, node: usize) {
        let mut nodes = self.nodes.borrow_mut();
        let Some(parent) = nodes.get_mut(node).and_then(|node| node.parent.take()) else { return };
        if let Some(parent) = nodes.get_mut(parent) {
            parent.children.retain(|child| *child != node);
        }
    }

    /// Puts a node among the children of `parent`, before the child at `place`.
    fn insert(&self, parent: usize, place: usize, child: NodeOrText<usize>) {
        let child = match child {
            NodeOrText::AppendNode(node) => {
                self.detach(node);
                node
            }
            NodeOrText::AppendText(text) => {
                let mut nodes = self.nodes.borrow_mut();
                let before = place
                    .checked_sub(1)
                    .and_then(|place| nodes.get(parent)?.children.get(place).copied())
                    .and_then(|before| nodes.get_mut(before));
                if let Some(Loose { kind: LooseKind::Text(known), .. }) = before {
                    known.push_str(&text);
                    return;
                }
                drop(nodes);
                self.add(LooseKind::Text(text.to_string()))
            }
        };
        let mut nodes = self.nodes.borrow_mut();
        if let Some(parent) = nodes.get_mut(parent) {
            let place = place.min(parent.children.len());
            parent.children.insert(place, child);
        }
        if let Some(child) = nodes.get_mut(child) {
            child.parent = Some(parent);
        }
    }

    fn count(&self, node: usize) -> usize {
        self.nodes.borrow().get(node).map_or(0, |node| node.children.len())
    }

    /// The tree in document order. What only scripts can reach (the contents of templates) is not in it.
    pub(super) fn into_tree(self) -> Tree<'static> {
        let mut nodes = self.nodes.into_inner();
        let mut tree = Tree::default();
        // What is still to do, the next last: a node to open below a parent, or one to close.
        let mut steps: Vec<(usize, Option<u32>, bool)> = vec![(0, None, true)];
        while let Some((at, parent, opens)) = steps.pop() {
            if !opens {
                tree.close(u32::try_from(at).unwrap_or(u32::MAX));
                continue;
            }
            let Some(node) = nodes.get_mut(at) else { continue };
            let children = std::mem::take(&mut node.children);
            let tag = node.tag.clone();
            let (kind, tag) = match std::mem::replace(&mut node.kind, LooseKind::Root) {
                LooseKind::Root => {
                    steps.extend(children.into_iter().rev().map(|child| (child, None, true)));
                    continue;
                }
                LooseKind::Text(text) => (Kind::Text(Cow::Owned(text)), 0..0),
                LooseKind::Comment(text) => (Kind::Comment(Cow::Owned(text)), 0..0),
                LooseKind::Element(name, attributes, _) => (element(&mut tree, &name, attributes), tag),
            };
            let index = tree.open(kind, parent, tag);
            steps.push((index as usize, None, false));
            steps.extend(children.into_iter().rev().map(|child| (child, Some(index), true)));
        }
        tree
    }
}

fn element(tree: &mut Tree<'static>, name: &QualName, attributes: Vec<Attribute>) -> Kind<'static> {
    let start = u32::try_from(tree.attributes.len()).unwrap_or(u32::MAX);
    tree.attributes.extend(attributes.into_iter().map(|attribute| {
        let name = match &attribute.name.prefix {
            Some(prefix) => format!("{prefix}:{}", attribute.name.local),
            None => attribute.name.local.to_string(),
        };
        (Cow::Owned(name), Cow::Owned(attribute.value.to_string()))
    }));
    let end = u32::try_from(tree.attributes.len()).unwrap_or(u32::MAX);
    let space = match name.ns {
        ns!(html) => Space::Html,
        ns!(svg) => Space::Svg,
        _ => Space::Other,
    };
    Kind::Element {
        name: Cow::Owned(name.local.to_string()),
        known: Known::of(&name.local),
        space,
        attributes: start..end,
    }
}

impl TreeSink for Sink {
    type Handle = usize;
    type Output = Sink;
    type ElemName<'a> = Name;

    fn finish(self) -> Sink {
        self
    }

    fn parse_error(&self, _: Cow<'static, str>) {}

    fn get_document(&self) -> usize {
        0
    }

    fn elem_name(&self, target: &usize) -> Name {
        match self.nodes.borrow().get(*target).map(|node| &node.kind) {
            Some(LooseKind::Element(name, ..)) => Name(name.clone()),
            _ => Name(QualName::new(None, ns!(), LocalName::from(""))),
        }
    }

    fn create_element(&self, name: QualName, attributes: Vec<Attribute>, flags: ElementFlags) -> usize {
        let node = self.add(LooseKind::Element(name, attributes, flags.mathml_annotation_xml_integration_point));
        if flags.template {
            let contents = self.add(LooseKind::Root);
            self.templates.borrow_mut().push((node, contents));
        }
        node
    }

    fn create_comment(&self, text: StrTendril) -> usize {
        self.add(LooseKind::Comment(text.to_string()))
    }

    fn create_pi(&self, _: StrTendril, data: StrTendril) -> usize {
        self.add(LooseKind::Comment(data.to_string()))
    }

    fn append(&self, parent: &usize, child: NodeOrText<usize>) {
        if let NodeOrText::AppendNode(node) = &child {
            self.detach(*node);
        }
        self.insert(*parent, self.count(*parent), child);
    }

    fn append_based_on_parent_node(&self, element: &usize, before: &usize, child: NodeOrText<usize>) {
        let has_parent = self.nodes.borrow().get(*element).is_some_and(|node| node.parent.is_some());
        if has_parent {
            self.append_before_sibling(element, child);
        } else {
            self.append(before, child);
        }
    }

    fn append_doctype_to_document(&self, _: StrTendril, _: StrTendril, _: StrTendril) {}

    fn get_template_contents(&self, target: &usize) -> usize {
        let templates = self.templates.borrow();
        templates.iter().find(|(node, _)| node == target).map_or(*target, |(_, contents)| *contents)
    }

    fn same_node(&self, one: &usize, other: &usize) -> bool {
        one == other
    }

    fn set_quirks_mode(&self, _: QuirksMode) {}

    fn append_before_sibling(&self, sibling: &usize, child: NodeOrText<usize>) {
        if let NodeOrText::AppendNode(node) = &child {
            self.detach(*node);
        }
        let place = {
            let nodes = self.nodes.borrow();
            nodes.get(*sibling).and_then(|node| node.parent).and_then(|parent| {
                let place = nodes.get(parent)?.children.iter().position(|child| child == sibling)?;
                Some((parent, place))
            })
        };
        if let Some((parent, place)) = place {
            self.insert(parent, place, child);
        }
    }

    fn add_attrs_if_missing(&self, target: &usize, attributes: Vec<Attribute>) {
        let mut nodes = self.nodes.borrow_mut();
        if let Some(Loose { kind: LooseKind::Element(_, known, _), .. }) = nodes.get_mut(*target) {
            for attribute in attributes {
                if !known.iter().any(|one| one.name == attribute.name) {
                    known.push(attribute);
                }
            }
        }
    }

    fn remove_from_parent(&self, target: &usize) {
        self.detach(*target);
    }

    fn reparent_children(&self, node: &usize, new_parent: &usize) {
        let children =
            self.nodes.borrow_mut().get_mut(*node).map(|node| std::mem::take(&mut node.children)).unwrap_or_default();
        let mut nodes = self.nodes.borrow_mut();
        for child in &children {
            if let Some(child) = nodes.get_mut(*child) {
                child.parent = Some(*new_parent);
            }
        }
        if let Some(parent) = nodes.get_mut(*new_parent) {
            parent.children.extend(children);
        }
    }

    fn is_mathml_annotation_xml_integration_point(&self, handle: &usize) -> bool {
        matches!(self.nodes.borrow().get(*handle).map(|node| &node.kind), Some(LooseKind::Element(_, _, true)))
    }
}
