//! Running text: emphasis, code, links and the words between.

use super::Reader;
use super::links::MailLink;
use super::markup::Tags;
use super::raw::Raw;
use crate::prose::{Inline, InlineKind};
use pulldown_cmark::{Event, LinkType, Tag};
use std::ops::Range;

impl<'r> Reader<'r, '_> {
    /// The inlines of a paragraph, a heading or a cell.
    pub(super) fn inlines(&mut self, nodes: Vec<Raw<'r>>) -> Vec<Inline> {
        let mut tags = Tags::default();
        self.inlines_within(nodes, &mut tags)
    }

    fn inlines_within(&mut self, nodes: Vec<Raw<'r>>, tags: &mut Tags) -> Vec<Inline> {
        let mut line = Line::default();
        for node in nodes {
            let Raw { event, range, children } = node;
            let kind = match event {
                Event::Text(text) => {
                    line.text(&text, range);
                    continue;
                }
                Event::Code(code) => InlineKind::Code(code.into_string()),
                Event::SoftBreak => InlineKind::SoftBreak,
                Event::HardBreak => InlineKind::HardBreak,
                Event::InlineHtml(html) | Event::Html(html) => {
                    self.inline_html(&html, range, tags);
                    continue;
                }
                Event::FootnoteReference(name) => match self.reference(&name, range.clone()) {
                    Some(kind) => kind,
                    None => continue,
                },
                Event::Start(Tag::Emphasis) => InlineKind::Emphasis(self.inlines_within(children, tags)),
                Event::Start(Tag::Strong) => InlineKind::Strong(self.inlines_within(children, tags)),
                Event::Start(Tag::Strikethrough) => InlineKind::Strikethrough(self.inlines_within(children, tags)),
                Event::Start(Tag::Link { link_type, dest_url, title, id }) => {
                    let content = self.inlines_within(children, tags);
                    let address = match link_type {
                        LinkType::ReferenceUnknown | LinkType::CollapsedUnknown | LinkType::ShortcutUnknown => {
                            self.undefined_link(&id, link_type, &range);
                            None
                        }
                        LinkType::Email => Some(MailLink::Bare(&dest_url)),
                        _ => Some(MailLink::No(&dest_url)),
                    };
                    InlineKind::Link(self.link(address, title.into_string(), content, &range))
                }
                Event::Start(Tag::Image { link_type, dest_url, title, id }) => {
                    let content = self.inlines_within(children, tags);
                    match link_type {
                        LinkType::ReferenceUnknown | LinkType::CollapsedUnknown | LinkType::ShortcutUnknown => {
                            self.undefined_link(&id, link_type, &range);
                            line.parts(content);
                            continue;
                        }
                        _ => match self.picture(&dest_url, &title, &content, &range) {
                            Some(picture) => InlineKind::Picture(picture),
                            None => {
                                line.parts(content);
                                continue;
                            }
                        },
                    }
                }
                _ => continue,
            };
            line.push(kind, range);
        }
        self.settle(line)
    }

    /// Gives each part its place, and looks at the text for what the parser left in it.
    fn settle(&mut self, line: Line) -> Vec<Inline> {
        let mut inlines = Vec::with_capacity(line.parts.len());
        for part in line.parts {
            inlines.push(match part {
                Part::New(kind, range) => {
                    if matches!(kind, InlineKind::Text(_)) {
                        self.check_undefined_notes(range.clone());
                    }
                    Inline { span: self.span(range), kind }
                }
                Part::Done(inline) => inline,
            });
        }
        inlines
    }
}

/// A line in the making. The parser cuts text at each special character; here the pieces
/// become one again, so that words can be found in it.
#[derive(Default)]
struct Line {
    parts: Vec<Part>,
}

enum Part {
    New(InlineKind, Range<usize>),
    Done(Inline),
}

impl Line {
    fn text(&mut self, text: &str, range: Range<usize>) {
        // Only what stands in the file byte for byte grows together: behind an entity or an
        // escape every place in the text would be off.
        if let Some(Part::New(InlineKind::Text(before), place)) = self.parts.last_mut()
            && before.len() == place.len()
            && text.len() == range.len()
            && place.end == range.start
        {
            before.push_str(text);
            place.end = range.end;
        } else if !text.is_empty() {
            self.parts.push(Part::New(InlineKind::Text(text.to_owned()), range));
        }
    }

    fn push(&mut self, kind: InlineKind, range: Range<usize>) {
        self.parts.push(Part::New(kind, range));
    }

    fn parts(&mut self, inlines: Vec<Inline>) {
        self.parts.extend(inlines.into_iter().map(Part::Done));
    }
}
