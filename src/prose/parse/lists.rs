//! Lists and task lists.

use super::Reader;
use super::raw::Raw;
use crate::prose::{Item, List};
use pulldown_cmark::{Event, Tag};

impl<'r> Reader<'r, '_> {
    pub(super) fn list(&mut self, start: Option<u64>, children: Vec<Raw<'r>>) -> List {
        let tight = !children
            .iter()
            .flat_map(|item| &item.children)
            .any(|node| matches!(node.event, Event::Start(Tag::Paragraph)));
        let items = children
            .into_iter()
            .filter(|node| matches!(node.event, Event::Start(Tag::Item)))
            .map(|item| self.item(item))
            .collect();
        List { start, tight, items }
    }

    fn item(&mut self, item: Raw<'r>) -> Item {
        let span = self.span(self.trimmed(item.range));
        let mut children = item.children;
        let done = take_marker(&mut children)
            .or_else(|| children.first_mut().and_then(|first| take_marker(&mut first.children)));
        Item { span, done, blocks: self.blocks(children) }
    }
}

/// The tick box at the front of an item, or of its first paragraph.
fn take_marker(nodes: &mut Vec<Raw<'_>>) -> Option<bool> {
    let Event::TaskListMarker(done) = nodes.first()?.event else { return None };
    nodes.remove(0);
    Some(done)
}
