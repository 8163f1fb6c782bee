//! Each page of the site judged as it was made, and what is wrong with it told where it is written: in
//! the content, or in a template of the theme.

use crate::check::{Finding, PageStyle, check_page};
use crate::diagnostic::{Diagnostic, FileId, Severity, Span, Texts};
use crate::render::Renderer;
use crate::site::{Address, Site};
use crate::source::SourceMap;
use crate::source::html::{Element, Kind, Tree, parse_html, parse_plain};

/// What pages are judged with.
pub(super) struct Judge<'a> {
    renderer: &'a Renderer,
    site: &'a Site,
    sources: &'a SourceMap,
    style: PageStyle,
}

/// A place in a template: how much of a tag it has, and where.
type Likeness = (usize, Span);

impl<'a> Judge<'a> {
    pub(super) fn new(renderer: &'a Renderer, site: &'a Site, sources: &'a SourceMap) -> Judge<'a> {
        let styles = renderer.files().iter().filter(|file| file.path.ends_with(".css"));
        let style = styles.map(|file| file.text.as_str()).collect::<String>();
        Judge { renderer, site, sources, style: PageStyle::read(&style) }
    }

    /// What is wrong with a page.
    pub(super) fn judge(&self, address: &Address, html: &str) -> Vec<Diagnostic> {
        if check_page(&tree(html), &self.style).is_empty() {
            return Vec::new();
        }
        // The same page again, with comments that say where its blocks are written.
        let Ok(Some(html)) = self.renderer.page_with_places(self.site, address, self.sources) else {
            return Vec::new();
        };
        let tree = tree(&html);
        let findings = check_page(&tree, &self.style);
        findings.into_iter().map(|finding| self.told(finding, &tree, &html, address)).collect()
    }

    fn told(&self, finding: Finding, tree: &Tree<'_>, html: &str, address: &Address) -> Diagnostic {
        let mend = finding.help.unwrap_or_else(|| finding.rule.mend.to_owned());
        if let Some(span) = tree.element(finding.node).and_then(|element| self.written(element)) {
            return Diagnostic::new(finding.rule, span, finding.message).help(mend);
        }
        let tag = html.get(finding.tag.start as usize..finding.tag.end as usize).unwrap_or_default();
        // The same fault of a template is told once, with the first page that shows it.
        Diagnostic::new(finding.rule, self.template(tag), finding.message)
            .help(format!("{}; the page {address} shows it", mend.trim_end_matches('.')))
    }

    /// Where the author wrote the block that an element belongs to: the comment right before it says so.
    fn written(&self, element: Element<'_, '_>) -> Option<Span> {
        std::iter::once(element).chain(element.ancestors()).find_map(|block| {
            let mut before = None;
            for (index, node) in block.parent()?.child_nodes() {
                match &node.kind {
                    _ if index == block.index => break,
                    Kind::Text(text) if text.trim().is_empty() => {}
                    Kind::Comment(text) => before = Some(text),
                    _ => before = None,
                }
            }
            self.span(before?.trim().strip_prefix("at ")?)
        })
    }

    /// The block that begins at `path:line:column`.
    fn span(&self, place: &str) -> Option<Span> {
        let mut parts = place.rsplitn(3, ':');
        let (column, line, path) =
            (parts.next()?.parse::<usize>().ok()?, parts.next()?.parse::<usize>().ok()?, parts.next()?);
        let (file, source) = self.sources.in_order().into_iter().find(|(_, source)| source.path.as_str() == path)?;
        let above: usize = source.text.split_inclusive('\n').take(line.checked_sub(1)?).map(str::len).sum();
        let text = source.text.get(above..)?.lines().next()?;
        let start = text.char_indices().nth(column.checked_sub(1)?).map_or(text.len(), |(at, _)| at);
        Some(Span::new(file, above + start..above + text.len()))
    }

    /// The place in a template that looks most like a tag; a site's own templates go first.
    fn template(&self, tag: &str) -> Span {
        let own = self.sources.in_order().into_iter().filter(|(_, source)| source.path.as_str().starts_with("themes/"));
        let mut best: Option<Likeness> = None;
        for (file, source) in own.chain(self.sources.carried()) {
            if !source.path.as_str().ends_with(".html") {
                continue;
            }
            if let Some(found) = likeness(file, &source.text, tag)
                && best.is_none_or(|(most, _)| found.0 > most)
            {
                best = Some(found);
            }
        }
        best.map_or(Span::top(FileId(0)), |(_, span)| span)
    }

    /// Adds what is new: a block about which something is `told` is not told of again, and what the
    /// built-in theme seems to have wrong is the content's fault while that has errors.
    pub(super) fn add_new(&self, faults: Vec<Diagnostic>, told: &[Diagnostic], out: &mut Vec<Diagnostic>) {
        let before: Vec<Span> = told.iter().chain(out.iter()).map(|told| told.span).collect();
        let known = |span: Span| {
            let rest = self.sources.text(span.file).get(span.start as usize..).unwrap_or_default();
            let block = rest.find("\n\n").unwrap_or(rest.len());
            let end = span.start.saturating_add(u32::try_from(block).unwrap_or(u32::MAX));
            before.iter().any(|told| told.file == span.file && (span.start..=end).contains(&told.start))
        };
        let broken = told.iter().chain(out.iter()).any(|told| told.severity == Severity::Error);
        let follows = |span: Span| broken && self.sources.carried().any(|(file, _)| file == span.file);
        let new: Vec<Diagnostic> =
            faults.into_iter().filter(|fault| !known(fault.span) && !follows(fault.span)).collect();
        out.extend(new);
    }
}

/// The page as a tree. Candour's own templates are written plainly; those of a site need not be.
fn tree(html: &str) -> Tree<'_> {
    parse_plain(html).unwrap_or_else(|| parse_html(html))
}

/// The place in a text that begins as a tag does, with the longest part of it.
fn likeness(file: FileId, text: &str, tag: &str) -> Option<Likeness> {
    let name = tag.split([' ', '>', '\n']).next().filter(|name| name.len() > 1)?;
    text.match_indices(name)
        .filter_map(|(at, _)| {
            let rest = text.get(at..)?;
            let same = rest.bytes().zip(tag.bytes()).take_while(|(one, other)| one == other).count();
            let ends =
                rest.as_bytes().get(name.len()).is_none_or(|next| !next.is_ascii_alphanumeric() && *next != b'-');
            let length = rest.find(['>', '\n']).map_or(rest.len(), |end| end + 1);
            ends.then(|| (same, Span::new(file, at..at + length)))
        })
        .reduce(|best, next| if next.0 > best.0 { next } else { best })
}
