//! Blocks: which construct each raw node is, and what a run of loose text becomes.

use super::Reader;
use super::raw::Raw;
use crate::diagnostic::Diagnostic;
use crate::diagnostic::rules::prose::{TABLE_UNSEEN, UNKNOWN_ALERT};
use crate::prose::{AlertKind, Block, BlockKind, Inline, InlineKind};
use crate::source::did_you_mean;
use pulldown_cmark::{BlockQuoteKind, Event, Tag};
use std::ops::Range;

impl<'r> Reader<'r, '_> {
    /// The blocks of a container.
    pub(super) fn blocks(&mut self, nodes: Vec<Raw<'r>>) -> Vec<Block> {
        let mut blocks = Vec::new();
        let mut loose: Vec<Raw<'r>> = Vec::new();
        let mut nodes = nodes.into_iter().peekable();
        while let Some(node) = nodes.next() {
            if node.is_inline() {
                loose.push(node);
                continue;
            }
            self.loose(&mut loose, &mut blocks);
            let next_is_table = nodes.peek().is_some_and(|next| matches!(next.event, Event::Start(Tag::Table(_))));
            if next_is_table && let Some(caption) = self.table_caption(&node) {
                if let Some(table) = nodes.next() {
                    let caption = self.caption_words(caption, node);
                    blocks.extend(self.table(table, Some(caption)));
                }
                continue;
            }
            self.block(node, &mut blocks);
        }
        self.loose(&mut loose, &mut blocks);
        blocks
    }

    /// Text that stands in a list item without a paragraph of its own.
    fn loose(&mut self, loose: &mut Vec<Raw<'r>>, blocks: &mut Vec<Block>) {
        let (Some(first), Some(last)) = (loose.first(), loose.last()) else { return };
        let range = first.range.start..last.range.end;
        let nodes = std::mem::take(loose);
        self.paragraph(nodes, range, blocks);
    }

    fn block(&mut self, node: Raw<'r>, blocks: &mut Vec<Block>) {
        let Raw { event, range, children } = node;
        let span = self.span(self.trimmed(range.clone()));
        match event {
            Event::Start(Tag::Paragraph) => self.paragraph(children, range, blocks),
            Event::Start(Tag::Heading { .. }) => blocks.extend(self.heading(Raw { event, range, children })),
            Event::Start(Tag::BlockQuote(kind)) => {
                if kind.is_none() {
                    self.check_alert(&range, &children);
                }
                let content = self.blocks(children);
                let kind = match kind {
                    Some(kind) => BlockKind::Alert(alert(kind), content),
                    None => BlockKind::Quote(content),
                };
                blocks.push(Block { span, kind });
            }
            Event::Start(Tag::CodeBlock(kind)) => self.fence(&kind, range, &children, blocks),
            Event::Start(Tag::HtmlBlock) => self.html_block(range),
            Event::Start(Tag::List(start)) => {
                let list = self.list(start, children);
                blocks.push(Block { span, kind: BlockKind::List(list) });
            }
            Event::Start(Tag::Table(_)) => blocks.extend(self.table(Raw { event, range, children }, None)),
            Event::Rule => blocks.push(Block { span, kind: BlockKind::Rule }),
            Event::Html(_) => self.html_block(range),
            // The rest belongs to extensions that are switched off, or is handled by what holds it.
            _ => {}
        }
    }

    pub(super) fn paragraph(&mut self, nodes: Vec<Raw<'r>>, range: Range<usize>, blocks: &mut Vec<Block>) {
        let range = self.trimmed(range);
        let span = self.span(range.clone());
        self.check_unseen_table(&range);
        self.check_unseen_mark(&range);
        let mut content = self.inlines(nodes);
        let blank = |inline: &Inline| match &inline.kind {
            InlineKind::Text(text) => text.trim().is_empty(),
            InlineKind::SoftBreak => true,
            _ => false,
        };
        if content.iter().all(blank) {
            return;
        }
        let alone = content.iter().filter(|inline| !blank(inline)).count() == 1;
        if alone && content.iter().any(|inline| matches!(inline.kind, InlineKind::Picture(_))) {
            let pictures = content.into_iter().filter_map(|inline| match inline.kind {
                InlineKind::Picture(picture) => Some(Block { span: inline.span, kind: BlockKind::Picture(picture) }),
                _ => None,
            });
            blocks.extend(pictures);
            return;
        }
        if let Some(last) = content.last()
            && matches!(last.kind, InlineKind::SoftBreak)
        {
            content.pop();
        }
        blocks.push(Block { span, kind: BlockKind::Paragraph(content) });
    }

    /// `> [!WORD]` with a word that is no alert.
    fn check_alert(&mut self, quote: &Range<usize>, children: &[Raw<'r>]) {
        let Some(first) = children.first() else { return };
        let slice = self.slice(first.range.start..quote.end);
        let line = slice.split('\n').next().unwrap_or_default().trim_end();
        let Some(word) = line.strip_prefix("[!").and_then(|rest| rest.split_once(']')).map(|(word, _)| word) else {
            return;
        };
        if word.is_empty() || !word.chars().all(|c| c.is_alphanumeric() || matches!(c, '-' | '_' | ' ')) {
            return;
        }
        let at = first.range.start..first.range.start + word.len() + "[!]".len();
        let known = ["NOTE", "TIP", "IMPORTANT", "WARNING", "CAUTION"];
        let is_known = known.iter().any(|kind| kind.eq_ignore_ascii_case(word));
        let (message, help) = if is_known {
            (
                format!("[!{word}] is an alert only on a line of its own"),
                "begin the text on the next line, with > in front".into(),
            )
        } else {
            let nearest = did_you_mean(word, known).map(|guess| format!("{guess} "));
            let all = "alerts are [!NOTE], [!TIP], [!IMPORTANT], [!WARNING] and [!CAUTION]";
            (format!("there is no alert of the kind `{word}`"), format!("{}{all}", nearest.unwrap_or_default()))
        };
        self.out.push(Diagnostic::new(&UNKNOWN_ALERT, self.span(at), message).help(help));
    }

    /// A line of dashes and bars within a paragraph: a table that Markdown does not see.
    fn check_unseen_table(&mut self, range: &Range<usize>) {
        let mut at = range.start;
        for line in self.slice(range.clone()).split_inclusive('\n') {
            let text = line.trim();
            if text.contains("--")
                && text.contains('|')
                && text.chars().all(|c| matches!(c, '|' | '-' | ':' | ' ' | '\t'))
            {
                let span = self.span(self.trimmed(at..at + line.len()));
                self.out.push(
                    Diagnostic::new(&TABLE_UNSEEN, span, "Markdown does not see a table here")
                        .help("give this line as many parts as the line of headings above it has, and leave an empty line above the table"),
                );
                return;
            }
            at += line.len();
        }
    }
}

fn alert(kind: BlockQuoteKind) -> AlertKind {
    match kind {
        BlockQuoteKind::Note => AlertKind::Note,
        BlockQuoteKind::Tip => AlertKind::Tip,
        BlockQuoteKind::Important => AlertKind::Important,
        BlockQuoteKind::Warning => AlertKind::Warning,
        BlockQuoteKind::Caution => AlertKind::Caution,
    }
}
