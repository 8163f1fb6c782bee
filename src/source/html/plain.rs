//! HTML as Candour writes it, read fast: every element closed in its place, attributes in double
//! quotes, nothing that a browser would move. What is not plainly so is declined, and the
//! reader for everything takes over. That both give the same tree is tested on every page of every site here.

use super::grammar::{is_name, is_picture_attribute};
use super::known::{Known, traits};
use super::reference::decode;
use super::tree::{Kind, Space, Tree};
use memchr::{memchr, memchr2};
use std::borrow::Cow;

/// Reads a page that is written plainly; `None` if it is not.
pub fn parse_plain(text: &str) -> Option<Tree<'_>> {
    let bytes = text.as_bytes();
    if memchr2(b'\r', 0, bytes).is_some() {
        return None;
    }
    let rest = text.strip_prefix("<!doctype html>").or_else(|| text.strip_prefix("<!DOCTYPE html>"))?;
    let mut reader = Reader {
        text,
        at: text.len() - rest.len(),
        tree: Tree::default(),
        open: Vec::new(),
        stage: Stage::Start,
        links: 0,
        paragraphs: 0,
    };
    reader.tree.nodes.reserve(text.len() / 24);
    reader.tree.attributes.reserve(text.len() / 48);
    reader.read()?;
    Some(reader.tree)
}

/// How far the page has been read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Stage {
    Start,
    Html,
    Head,
    HeadRead,
    Body,
    BodyRead,
}

/// An open element.
#[derive(Clone, Copy, Debug)]
struct Open<'a> {
    name: &'a str,
    known: Known,
    space: Space,
    /// Its place in the tree.
    index: u32,
}

struct Reader<'a> {
    text: &'a str,
    at: usize,
    tree: Tree<'a>,
    /// The open elements, the innermost last.
    open: Vec<Open<'a>>,
    stage: Stage,
    /// How many links are open.
    links: u32,
    /// How many paragraphs are open.
    paragraphs: u32,
}

impl<'a> Reader<'a> {
    fn read(&mut self) -> Option<()> {
        loop {
            let rest = self.text.get(self.at..)?;
            let Some(text) = memchr(b'<', rest.as_bytes()) else {
                self.text(rest)?;
                break;
            };
            self.text(rest.get(..text)?)?;
            self.at += text;
            let rest = rest.get(text..)?;
            match rest.as_bytes().get(1)? {
                b'!' => self.comment(rest)?,
                b'/' => self.end(rest)?,
                b'a'..=b'z' => self.start(rest)?,
                _ => return None,
            }
        }
        (self.stage == Stage::BodyRead).then_some(())?;
        while let Some(open) = self.open.pop() {
            self.tree.close(open.index);
        }
        Some(())
    }

    fn text(&mut self, text: &'a str) -> Option<()> {
        if text.is_empty() {
            return Some(());
        }
        let blank = text.bytes().all(|byte| byte.is_ascii_whitespace());
        let top = self.open.last().copied();
        match self.stage {
            Stage::Start | Stage::Html => return blank.then_some(()),
            Stage::Head | Stage::HeadRead | Stage::BodyRead if !blank => return None,
            _ => {}
        }
        let Some(Open { known, space, index: parent, .. }) = top else { return Some(()) };
        if !blank && space == Space::Html && known.has(traits::GRID) {
            return None;
        }
        if self.stage == Stage::BodyRead {
            let last = self.tree.nodes.last_mut().filter(|last| last.parent == Some(parent));
            if let Some(Kind::Text(known)) = last.map(|last| &mut last.kind) {
                known.to_mut().push_str(text);
                return Some(());
            }
        }
        self.leaf(Kind::Text(decode(text)?), parent)
    }

    #[inline(always)]
    fn leaf(&mut self, kind: Kind<'a>, parent: u32) -> Option<()> {
        self.tree.open(kind, Some(parent), 0..0);
        Some(())
    }

    fn comment(&mut self, rest: &'a str) -> Option<()> {
        let inside = rest.strip_prefix("<!--")?;
        let (inside, _) = inside.split_once("-->")?;
        let plain = !inside.contains("--") && !inside.starts_with(['>', '-']) && !inside.ends_with(['-', '!']);
        (plain && matches!(self.stage, Stage::Head | Stage::Body)).then_some(())?;
        self.at += inside.len() + 7;
        let parent = self.open.last()?.index;
        self.leaf(Kind::Comment(Cow::Borrowed(inside)), parent)
    }

    fn end(&mut self, rest: &'a str) -> Option<()> {
        let inside = rest.get(2..)?;
        let name = inside.get(..memchr(b'>', inside.as_bytes())?)?;
        self.at += name.len() + 3;
        match (name, self.stage) {
            ("body", Stage::Body) if self.open.len() == 2 => {
                self.stage = Stage::BodyRead;
                return Some(());
            }
            ("html", Stage::BodyRead) => return Some(()),
            ("head", Stage::Head) => self.stage = Stage::HeadRead,
            _ => {}
        }
        let Open { name: open, index, .. } = self.open.pop()?;
        (open == name && name != "html" && name != "body").then_some(())?;
        match name {
            "a" => self.links -= 1,
            "p" => self.paragraphs -= 1,
            _ => {}
        }
        self.tree.close(index);
        Some(())
    }

    fn start(&mut self, rest: &'a str) -> Option<()> {
        let length = rest
            .bytes()
            .skip(1)
            .take_while(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || *byte == b'-')
            .count();
        let name = rest.get(1..=length)?;
        let known = Known::of(name);
        let space = self.space(name, known)?;
        let first = u32::try_from(self.tree.attributes.len()).ok()?;
        let (tag, closed) = self.attributes(rest, length + 1, space)?;
        let last = u32::try_from(self.tree.attributes.len()).ok()?;
        let start = u32::try_from(self.at).ok()?;
        self.at += tag;
        let end = u32::try_from(self.at).ok()?;
        let parent = self.open.last().map(|open| open.index);
        let kind = Kind::Element { name: Cow::Borrowed(name), known, space, attributes: first..last };
        let index = self.tree.open(kind, parent, start..end);
        let void = space == Space::Html && known.has(traits::VOID);
        if closed && !void && space == Space::Html {
            return None;
        }
        if void || closed {
            return Some(());
        }
        match name {
            "a" => self.links += 1,
            "p" => self.paragraphs += 1,
            _ => {}
        }
        self.open.push(Open { name, known, space, index });
        match (name, space) {
            ("script" | "style", Space::Html) => self.raw(name, index, false),
            ("title" | "textarea", Space::Html) => self.raw(name, index, true),
            ("pre", Space::Html) => {
                // The first line break of such text does not count.
                self.at += usize::from(self.text.get(self.at..)?.starts_with('\n'));
                Some(())
            }
            _ => Some(()),
        }
    }

    /// Text up to the end tag, in which there are no tags.
    fn raw(&mut self, name: &str, index: u32, references: bool) -> Option<()> {
        let rest = self.text.get(self.at..)?;
        let (inside, _) = rest.split_once("</")?;
        let ends = rest.get(inside.len() + 2..)?.strip_prefix(name)?.starts_with('>');
        (ends && !inside.contains("<!--") && (name != "textarea" || !inside.starts_with('\n'))).then_some(())?;
        self.at += inside.len();
        if inside.is_empty() {
            return Some(());
        }
        let text = if references { decode(inside)? } else { Cow::Borrowed(inside) };
        self.leaf(Kind::Text(text), index)
    }

    /// Whose element a start tag begins, if it may stand here without moving anything.
    fn space(&mut self, name: &str, known: Known) -> Option<Space> {
        let top = self.open.last().copied();
        match (self.stage, name) {
            (Stage::Start, "html") => {
                self.stage = Stage::Html;
                return Some(Space::Html);
            }
            (Stage::Html, "head") => {
                self.stage = Stage::Head;
                return Some(Space::Html);
            }
            (Stage::HeadRead, "body") => {
                self.stage = Stage::Body;
                return Some(Space::Html);
            }
            (Stage::Head, _) => {
                return (known.has(traits::HEAD) && top?.name == "head").then_some(Space::Html);
            }
            (Stage::Body, _) => {}
            _ => return None,
        }
        let parent = top?;
        if parent.space == Space::Svg {
            let fits = known.has(traits::PICTURE) && !matches!(parent.name, "title" | "desc");
            return fits.then_some(Space::Svg);
        }
        if name == "svg" {
            return (!parent.known.has(traits::GRID | traits::CHOICE)).then_some(Space::Svg);
        }
        self.fits(name, known, parent).then_some(Space::Html)
    }

    fn fits(&self, name: &str, known: Known, parent: Open<'_>) -> bool {
        if known.has(traits::PECULIAR) || self.paragraphs > 0 && known.has(traits::ENDS_PARAGRAPH) {
            return false;
        }
        if !known.has(traits::PARTICULAR) {
            return !parent.known.has(traits::GRID | traits::CHOICE);
        }
        let above = || self.open.len().checked_sub(2).and_then(|at| self.open.get(at)).map(|open| open.name);
        let has_open = |name: &str| self.open.iter().any(|open| open.name == name);
        match name {
            "caption" | "colgroup" | "thead" | "tbody" | "tfoot" => parent.name == "table",
            "tr" => matches!(parent.name, "thead" | "tbody" | "tfoot"),
            "td" | "th" => parent.name == "tr",
            "col" => parent.name == "colgroup",
            _ if parent.known.has(traits::GRID) => false,
            "option" => matches!(parent.name, "select" | "optgroup"),
            "optgroup" => parent.name == "select",
            _ if parent.known.has(traits::CHOICE) => false,
            "li" => matches!(parent.name, "ul" | "ol" | "menu"),
            "dt" | "dd" => parent.name == "dl" || parent.name == "div" && above() == Some("dl"),
            "a" => self.links == 0,
            "button" | "form" | "select" => !has_open(name) && !has_open("select"),
            "title" | "base" | "link" | "meta" | "style" => false,
            _ => !known.has(traits::HEADING) || !parent.known.has(traits::HEADING),
        }
    }

    /// Reads attributes; gives the length of the tag, and whether it ends with `/>`.
    fn attributes(&mut self, rest: &'a str, mut at: usize, space: Space) -> Option<(usize, bool)> {
        let first = self.tree.attributes.len();
        let bytes = rest.as_bytes();
        loop {
            let blank = bytes.get(at..)?.iter().take_while(|byte| byte.is_ascii_whitespace()).count();
            at += blank;
            match bytes.get(at)? {
                b'>' => return Some((at + 1, false)),
                b'/' if bytes.get(at + 1) == Some(&b'>') => return Some((at + 2, true)),
                _ if blank == 0 => return None,
                _ => {}
            }
            let length = bytes.get(at..)?.iter().take_while(|byte| is_name(**byte, space)).count();
            let name = rest.get(at..at + length).filter(|name| !name.is_empty())?;
            if space == Space::Svg && !is_picture_attribute(name) {
                return None;
            }
            at += length;
            let mut value = Cow::Borrowed("");
            if bytes.get(at) == Some(&b'=') {
                let inside = rest.get(at + 1..)?.strip_prefix('"')?;
                let inside = inside.get(..memchr(b'"', inside.as_bytes())?)?;
                at += inside.len() + 3;
                value = decode(inside)?;
            }
            if self.tree.attributes.get(first..)?.iter().any(|(known, _)| known == name) {
                return None;
            }
            self.tree.attributes.push((Cow::Borrowed(name), value));
        }
    }
}
