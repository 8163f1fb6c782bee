//! Any text at all, read as browsers read it (HTML Living Standard, 13.2), with html5ever.

use super::sink::Sink;
use super::tree::Tree;
use html5ever::TokenizerResult;
use html5ever::buffer_queue::BufferQueue;
use html5ever::interface::TreeSink;
use html5ever::tendril::StrTendril;
use html5ever::tokenizer::{TagKind, Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts};
use html5ever::tree_builder::{TreeBuilder, TreeBuilderOpts};
use std::cell::Cell;

/// Reads a page. Every text is a page: there is nothing that HTML does not give a meaning to.
pub fn parse_html(text: &str) -> Tree<'static> {
    // Scripts do not run here, but readers of `noscript` are not whom the rules are about.
    let options = TreeBuilderOpts { scripting_enabled: true, ..TreeBuilderOpts::default() };
    let placed =
        Placed { builder: TreeBuilder::new(Sink::new(), options), text, read: Cell::new(0), told: Cell::new(0) };
    let tokenizer = Tokenizer::new(placed, TokenizerOpts::default());
    let queue = BufferQueue::default();
    // A tag is told as soon as its `>` is read. So pieces that end there say where tags end.
    for piece in text.split_inclusive('>') {
        tokenizer.sink.read.set(tokenizer.sink.read.get() + piece.len());
        queue.push_back(StrTendril::from_slice(piece));
        while !matches!(tokenizer.feed(&queue), TokenizerResult::Done) {}
    }
    tokenizer.end();
    tokenizer.sink.builder.sink.finish().into_tree()
}

/// Stands between the tokenizer and the tree builder, and notes where each tag is.
struct Placed<'a> {
    builder: TreeBuilder<usize, Sink>,
    text: &'a str,
    /// How many bytes have been read.
    read: Cell<usize>,
    /// Where the tag or comment before ended.
    told: Cell<usize>,
}

impl Placed<'_> {
    /// Where a start tag begins that has just been read: the first `<NAME` since the last tag.
    fn start(&self, name: &str) -> usize {
        let (told, read) = (self.told.get(), self.read.get());
        let since = self.text.get(told..read).unwrap_or_default();
        let begins = |(at, _): &(usize, &str)| {
            since.get(at + 1..at + 1 + name.len()).is_some_and(|word| word.eq_ignore_ascii_case(name))
        };
        since.match_indices('<').find(begins).map_or(told, |(at, _)| told + at)
    }
}

impl TokenSink for Placed<'_> {
    type Handle = usize;

    fn process_token(&self, token: Token, line: u64) -> TokenSinkResult<usize> {
        let ends = match &token {
            Token::TagToken(tag) if tag.kind == TagKind::StartTag => {
                let number = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
                let tag = (number(self.start(&tag.name)), number(self.read.get()));
                self.builder.sink.tag.set(tag);
                true
            }
            Token::TagToken(_) | Token::CommentToken(_) | Token::DoctypeToken(_) => true,
            _ => false,
        };
        if ends {
            self.told.set(self.read.get());
        }
        self.builder.process_token(token, line)
    }

    fn end(&self) {
        self.builder.end();
    }

    fn adjusted_current_node_present_but_not_in_html_namespace(&self) -> bool {
        self.builder.adjusted_current_node_present_but_not_in_html_namespace()
    }
}
