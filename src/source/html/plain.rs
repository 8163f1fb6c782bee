//! HTML as Candour writes it, read fast: every element closed in its place, attributes in double
//! quotes, nothing that a browser would move. What is not plainly so is declined, and the
//! reader for everything takes over. That both give the same tree is tested on every page of every site here.

use super::grammar::{ENDS_PARAGRAPH, HEAD, HEADINGS, PECULIAR, PICTURE, VOID, is_grid, is_name, is_picture_attribute};
use super::reference::decode;
use super::tree::{Kind, Space, Tree};
use std::borrow::Cow;

/// Reads a page that is written plainly; `None` if it is not.
pub fn parse_plain(text: &str) -> Option<Tree<'_>> {
    let bytes = text.as_bytes();
    if bytes.contains(&b'\r') || bytes.contains(&0) {
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

struct Reader<'a> {
    text: &'a str,
    at: usize,
    tree: Tree<'a>,
    /// The open elements, with their places in the tree.
    open: Vec<(&'a str, Space, u32)>,
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
            let Some(text) = rest.find('<') else {
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
        while let Some((_, _, index)) = self.open.pop() {
            self.tree.close(index);
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
        let Some((name, space, parent)) = top else { return Some(()) };
        if !blank && space == Space::Html && is_grid(name) {
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
        let parent = self.open.last()?.2;
        self.leaf(Kind::Comment(Cow::Borrowed(inside)), parent)
    }

    fn end(&mut self, rest: &'a str) -> Option<()> {
        let (name, _) = rest.get(2..)?.split_once('>')?;
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
        let (open, _, index) = self.open.pop()?;
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
        let space = self.space(name)?;
        let first = u32::try_from(self.tree.attributes.len()).ok()?;
        let (tag, closed) = self.attributes(rest, length + 1, space)?;
        let last = u32::try_from(self.tree.attributes.len()).ok()?;
        let start = u32::try_from(self.at).ok()?;
        self.at += tag;
        let end = u32::try_from(self.at).ok()?;
        let parent = self.open.last().map(|(_, _, index)| *index);
        let kind = Kind::Element { name: Cow::Borrowed(name), space, attributes: first..last };
        let index = self.tree.open(kind, parent, start..end);
        let void = space == Space::Html && VOID.contains(&name);
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
        self.open.push((name, space, index));
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
    fn space(&mut self, name: &str) -> Option<Space> {
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
                return (HEAD.contains(&name) && top?.0 == "head").then_some(Space::Html);
            }
            (Stage::Body, _) => {}
            _ => return None,
        }
        let (parent, space, _) = top?;
        if space == Space::Svg {
            return (PICTURE.contains(&name) && !matches!(parent, "title" | "desc")).then_some(Space::Svg);
        }
        if name == "svg" {
            return (!is_grid(parent) && !matches!(parent, "select" | "option" | "optgroup")).then_some(Space::Svg);
        }
        self.fits(name, parent).then_some(Space::Html)
    }

    fn fits(&self, name: &str, parent: &str) -> bool {
        if PECULIAR.contains(&name) || self.paragraphs > 0 && ENDS_PARAGRAPH.contains(&name) {
            return false;
        }
        let above = || self.open.len().checked_sub(2).and_then(|at| self.open.get(at)).map(|(name, _, _)| *name);
        let has_open = |name: &str| self.open.iter().any(|(open, _, _)| *open == name);
        match name {
            "caption" | "colgroup" | "thead" | "tbody" | "tfoot" => parent == "table",
            "tr" => matches!(parent, "thead" | "tbody" | "tfoot"),
            "td" | "th" => parent == "tr",
            "col" => parent == "colgroup",
            _ if is_grid(parent) => false,
            "option" => matches!(parent, "select" | "optgroup"),
            "optgroup" => parent == "select",
            _ if matches!(parent, "select" | "option" | "optgroup") => false,
            "li" => matches!(parent, "ul" | "ol" | "menu"),
            "dt" | "dd" => parent == "dl" || parent == "div" && above() == Some("dl"),
            "a" => self.links == 0,
            "button" | "form" | "select" => !has_open(name) && !has_open("select"),
            "title" | "base" | "link" | "meta" | "style" => false,
            _ if HEADINGS.contains(&name) => !HEADINGS.contains(&parent),
            _ => true,
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
                let (inside, _) = rest.get(at + 1..)?.strip_prefix('"')?.split_once('"')?;
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
