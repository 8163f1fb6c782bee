//! The texts that stand in YAML, in the fields of plans and of registers, linked like all others.

use super::figures::{Scope, quote_line};
use super::glossary::LinkedGlossary;
use super::link::{Findings, link_prose, read_line};
use super::plan_terms::Terms;
use super::tables::DataFiles;
use crate::prose::{Block, BlockKind, Inline, Prose, slips_in_line};
use crate::source::SitePath;

/// What texts are linked with, and what was found in them so far.
pub(super) struct Linking<'a> {
    pub(super) glossary: &'a LinkedGlossary,
    pub(super) scope: &'a Scope<'a>,
    pub(super) files: &'a DataFiles,
    pub(super) findings: Findings,
}

impl Linking<'_> {
    /// Paragraphs of the file at `path`.
    pub(super) fn text(&mut self, prose: &mut Prose, path: &SitePath) {
        if !prose.blocks.is_empty() {
            self.glossary.judge(prose, self.scope, &mut self.findings.hard);
            let (found, _) = link_prose(prose, path, self.glossary, self.scope, self.files);
            self.findings.add(found);
        }
    }

    /// A line: its figures are quoted, and only the terms are linked that the author linked.
    pub(super) fn line(&mut self, line: &mut [Inline]) {
        self.glossary.judge_line(line, self.scope, &mut self.findings.hard);
        self.findings.add(read_line(line, self.glossary, self.scope.judged));
        let mut terms = Terms::of(&self.glossary.read);
        terms.line(line);
        self.findings.mentioned.extend(terms.found);
        if self.glossary.wants_advice() {
            self.findings.slips.extend(slips_in_line(line, self.scope.sources, self.scope.english));
        }
        quote_line(line, self.scope, &mut self.findings.quotations, &mut self.findings.misquoted);
    }

    /// Paragraphs, and the lines that follow them on the page, as one text: a term is linked where it
    /// is first used in any of them. A line has something in it.
    pub(super) fn together<'l>(
        &mut self,
        prose: &mut Prose,
        lines: impl Iterator<Item = &'l mut Vec<Inline>>,
        path: &SitePath,
    ) {
        let mut lines: Vec<&mut Vec<Inline>> = lines.collect();
        let paragraphs = prose.blocks.len();
        for line in &mut lines {
            if let Some(span) = line.first().map(|first| first.span) {
                prose.blocks.push(Block { span, kind: BlockKind::Paragraph(std::mem::take(*line)) });
            }
        }
        self.text(prose, path);
        let mut linked = prose.blocks.drain(paragraphs..);
        for line in lines {
            if let Some(Block { kind: BlockKind::Paragraph(content), .. }) = linked.next() {
                *line = content;
            }
        }
    }
}
