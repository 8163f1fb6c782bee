//! Every link and picture of every text, public or not, against what is there.

use super::paragraphs::check_words;
use super::pictures;
use crate::content::{Chapter, Document, Passage, Status};
use crate::diagnostic::rules::files::UNUSED_FILE;
use crate::diagnostic::rules::links::{LINK_NOT_PUBLIC, LINK_OUTSIDE, LINK_TARGET, TERM_TARGET};
use crate::diagnostic::{Diagnostic, Span};
use crate::prose::{Block, BlockKind, Link, Picture, Table, Target, Visitor, visit, visit_inlines};
use crate::site::{Address, Assembly, Destination, LinkProblem, Site, relative};
use crate::source::{SitePath, did_you_mean, nearest};
use rayon::prelude::*;
use std::collections::BTreeSet;
use std::sync::Arc;

/// A link to a place on a page; whether the place is there, only the finished page tells.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AnchorUse {
    /// The link.
    pub span: Span,
    /// The page it leads to.
    pub address: Address,
    /// The place on it.
    pub anchor: String,
}

/// What the links of a site come to.
#[derive(Clone, Debug, Default)]
pub struct Links {
    /// Links to places on pages.
    pub anchors: Vec<AnchorUse>,
    /// The pictures and downloads that public pages use, by path below `content/`.
    pub assets: BTreeSet<SitePath>,
    /// Files that some page means to use, though it cannot: what is wrong has been said.
    pub(super) meant: BTreeSet<SitePath>,
    /// What was wrong.
    pub diagnostics: Vec<Diagnostic>,
}

/// Checks all links and pictures.
pub fn check_links(assembly: &Assembly) -> Links {
    let site = &assembly.site;
    let mut texts: Vec<(&Chapter, bool, Option<Address>)> = Vec::new();
    texts.extend(site.home.iter().map(|home| (&**home, true, Some(Address::home()))));
    for document in &site.documents {
        texts.extend(document.texts().map(|text| (&**text, true, address_of(site, text))));
    }
    texts.extend(assembly.unpublished.iter().flat_map(|document| document.texts()).map(|text| (&**text, false, None)));
    let found: Vec<(Links, bool, BTreeSet<SitePath>)> = texts
        .into_par_iter()
        .map(|(text, public, address)| {
            let from = text.path.clone();
            let mut walk =
                Walk { site, unpublished: &assembly.unpublished, from, public, address, links: Links::default() };
            visit(&text.prose, &mut walk);
            let assets = std::mem::take(&mut walk.links.assets);
            (walk.links, public, assets)
        })
        .collect();
    let plans = site.documents.iter().map(|document| (document, true));
    let plans = plans.chain(assembly.unpublished.iter().map(|document| (document, false)));
    let of_passages = plans.map(|(document, public)| {
        let mut links = passage_links(document, public, assembly);
        let assets = std::mem::take(&mut links.assets);
        (links, public, assets)
    });
    let mut all = Links::default();
    let mut used_by_drafts = BTreeSet::new();
    for (links, public, assets) in found.into_iter().chain(of_passages) {
        all.anchors.extend(links.anchors);
        all.diagnostics.extend(links.diagnostics);
        all.meant.extend(links.meant);
        if public { all.assets.extend(assets) } else { used_by_drafts.extend(assets) }
    }
    check_lines(assembly, &mut all);
    check_logo(site, &mut all);
    report_unused(assembly, &used_by_drafts, &mut all);
    all
}

/// The links in the texts of a plan and its rounds, or of a register.
fn passage_links(document: &Document, public: bool, assembly: &Assembly) -> Links {
    let mut all = Links::default();
    for (from, text) in document.passages() {
        let (site, unpublished) = (&assembly.site, assembly.unpublished.as_slice());
        let links = std::mem::take(&mut all);
        let mut walk = Walk { site, unpublished, from, public, address: None, links };
        match text {
            Passage::Prose(prose) => visit(prose, &mut walk),
            Passage::Line(line) => visit_inlines(line, &mut walk),
        }
        all = walk.links;
    }
    all
}

fn address_of(site: &Site, text: &Chapter) -> Option<Address> {
    site.files.get(&text.path).cloned()
}

struct Walk<'a> {
    site: &'a Site,
    unpublished: &'a [Arc<Document>],
    from: SitePath,
    public: bool,
    address: Option<Address>,
    links: Links,
}

impl Visitor for Walk<'_> {
    /// A file that a table comes from is used, though nobody downloads it: readers get the table's
    /// own data.
    fn block(&mut self, block: &Block) {
        let of_table = |table: &'_ Table| table.rules.as_ref().and_then(|rules| rules.data.clone());
        let data = match &block.kind {
            BlockKind::Table(table) => of_table(table),
            BlockKind::Chart(chart) => of_table(&chart.table),
            BlockKind::Scorecard(card) => card.data.as_ref().map(|(data, _)| data.clone()),
            _ => return,
        };
        self.links.meant.extend(data.and_then(|data| data.path_from(&self.from)));
    }

    fn link(&mut self, link: &Link, span: Span) {
        match self.site.resolve(&self.from, &link.target) {
            Ok(Destination::Page(address, Some(anchor))) => {
                check_words(link, &anchor, span, &mut self.links.diagnostics);
                self.links.anchors.push(AnchorUse { span, address, anchor })
            }
            Ok(Destination::Here(anchor)) => {
                check_words(link, &anchor, span, &mut self.links.diagnostics);
                if let Some(address) = self.address.clone() {
                    self.links.anchors.push(AnchorUse { span, address, anchor });
                }
            }
            Ok(Destination::Asset(path)) => {
                self.links.assets.insert(path);
            }
            Ok(Destination::Page(_, None) | Destination::Term(_) | Destination::Elsewhere(_))
            | Err(LinkProblem::Reported) => {}
            Err(LinkProblem::Outside) => self.links.diagnostics.push(
                Diagnostic::new(&LINK_OUTSIDE, span, "the link leads out of the content folder")
                    .help("move the file into content/, and link to it there"),
            ),
            Err(LinkProblem::NoTerm) => {
                let Target::Term(id) = &link.target else { return };
                let ids = self.site.glossary.terms.iter().map(|term| term.id.as_str());
                self.links.diagnostics.push(
                    Diagnostic::new(&TERM_TARGET, span, format!("there is no term `{id}` in the glossary"))
                        .maybe_help(did_you_mean(id, ids))
                        .else_help("use the id of a term in glossary.yaml, or add the term"),
                );
            }
            Err(LinkProblem::Missing(path)) => {
                self.missing(&path, matches!(link.target, Target::Document(..)), span);
            }
        }
    }

    fn picture(&mut self, picture: &Picture) {
        pictures::check(self.site, &self.from, picture, &mut self.links);
    }
}

impl Walk<'_> {
    fn missing(&mut self, path: &SitePath, from_content: bool, span: Span) {
        if self.is_exempt(path) {
            // What the public may not read may name it.
            if self.public {
                self.links.diagnostics.push(
                    Diagnostic::new(&LINK_NOT_PUBLIC, span, format!("the public may not read /{path}: it is exempt"))
                        .help("take the link out, and leave the words only if the public may know them"),
                );
            }
            return;
        }
        if let Some(document) = self.hidden_document(path) {
            // A draft may link to another draft: both may come out together. And where the
            // status cannot be read, nobody knows yet.
            if self.public && document.header.status != Status::Unreadable {
                self.links.diagnostics.push(
                    Diagnostic::new(&LINK_NOT_PUBLIC, span, format!("/{path} is not published yet"))
                        .help("publish that page first, or take the link out until then"),
                );
            }
            return;
        }
        let meant = self.meant(path, from_content).map(|meant| format!("did you mean `{meant}`?"));
        self.links.diagnostics.push(
            Diagnostic::new(&LINK_TARGET, span, format!("there is no page or file at /{path}"))
                .maybe_help(meant)
                .else_help(
                    "paths are counted from the folder of the file the link stands in; `doc:` paths from content/",
                ),
        );
    }

    /// What the author most likely meant, as it would be written here: a file of nearly that
    /// name in the same folder, one with the same number in front, or a path nearly the same.
    fn meant(&self, path: &SitePath, from_content: bool) -> Option<String> {
        let number = |name: &str| name.chars().take_while(char::is_ascii_digit).collect::<String>();
        let files: Vec<&str> = self.site.files.keys().map(SitePath::as_str).collect();
        let beside: Vec<&SitePath> = self.site.files.keys().filter(|file| file.parent() == path.parent()).collect();
        let of_name = nearest(path.name(), beside.iter().map(|file| file.name()));
        let of_name = of_name.and_then(|name| beside.iter().find(|file| file.name() == name));
        let wanted = number(path.name());
        let of_number = beside.iter().find(|file| !wanted.is_empty() && number(file.name()) == wanted);
        let file = of_name.or(of_number).map(|file| file.as_str().to_owned());
        if from_content {
            let pages = self.site.pages.keys().map(Address::as_str);
            let meant = file.or_else(|| nearest(path.as_str(), pages.chain(files)).map(str::to_owned))?;
            return Some(format!("doc:{meant}"));
        }
        let file = file.or_else(|| nearest(path.as_str(), files).map(str::to_owned))?;
        Some(relative(self.from.as_str(), &file))
    }

    /// Whether a path is that of something exempt: of a document or a text of it, or of a report of a pack.
    fn is_exempt(&self, path: &SitePath) -> bool {
        let all = self.site.documents.iter().chain(self.unpublished);
        let mut withheld = all.flat_map(|document| document.withheld.iter().map(move |text| (document, text)));
        let with_ending = SitePath::parse(&format!("{path}.md"));
        withheld.any(|(document, text)| {
            text.path == *path
                || with_ending.as_ref() == Some(&text.path)
                || path.below(document.path.as_str()) == Some(text.slug.as_str())
        }) || self.hidden_document(path).is_some_and(|document| document.header.exempt.is_some())
    }

    /// The document held back that a path belongs to: to itself, a chapter of it, or one of
    /// their files.
    fn hidden_document(&self, path: &SitePath) -> Option<&Document> {
        let without_ending = path.as_str().strip_suffix(".md").and_then(SitePath::parse);
        let is = |document: &Document, path: &SitePath| {
            document.path == *path
                || path.below(document.path.as_str()) == Some("document.yaml")
                || document
                    .texts()
                    .any(|text| text.path == *path || path.below(document.path.as_str()) == Some(text.slug.as_str()))
        };
        let with_ending = SitePath::parse(&format!("{path}.md"));
        let paths: Vec<&SitePath> =
            [Some(path), without_ending.as_ref(), with_ending.as_ref()].into_iter().flatten().collect();
        self.unpublished.iter().map(AsRef::as_ref).find(|document| paths.iter().any(|path| is(document, path)))
    }
}

/// Definitions and the lines of headers stand in YAML and are shown on many pages; their
/// paths are counted from `content/`.
fn check_lines(assembly: &Assembly, all: &mut Links) {
    let site = &assembly.site;
    let from = SitePath::root();
    let mut walk =
        Walk { site, unpublished: &assembly.unpublished, from, public: true, address: None, links: Links::default() };
    let headers = || site.documents.iter().map(|document| &document.header);
    let contacts = site.settings.contact.iter().chain(headers().filter_map(|header| header.contact.as_ref()));
    let stats = headers().flat_map(|header| &header.headlines).map(|headline| &headline.stat);
    let lines = site.glossary.terms.iter().map(|term| &term.definition);
    let lines = lines.chain(contacts.filter_map(|contact| contact.note.as_ref()));
    let lines = lines.chain(
        stats.flat_map(|stat| [Some(&stat.label), stat.change.as_ref(), stat.note.as_ref()].into_iter().flatten()),
    );
    for line in lines {
        visit_inlines(line, &mut walk);
    }
    all.anchors.extend(walk.links.anchors);
    all.assets.extend(walk.links.assets);
    all.meant.extend(walk.links.meant);
    all.diagnostics.extend(walk.links.diagnostics);
}

fn check_logo(site: &Site, all: &mut Links) {
    let Some(logo) = &site.settings.logo else { return };
    let picture =
        Picture { span: logo.image.span, path: format!("/{}", logo.image.value), alt: logo.alt.clone(), caption: None };
    pictures::check(site, &SitePath::root(), &picture, all);
}

fn report_unused(assembly: &Assembly, used_by_drafts: &BTreeSet<SitePath>, all: &mut Links) {
    for path in assembly.site.assets.keys() {
        if all.assets.contains(path) || all.meant.contains(path) || used_by_drafts.contains(path) {
            continue;
        }
        // Not a text, so it has no lines: the settings file stands for the site.
        let Some(file) = assembly.settings_file else { continue };
        all.diagnostics.push(
            Diagnostic::new(&UNUSED_FILE, Span::top(file), format!("no page uses content/{path}"))
                .help("show it or link to it from a page, or delete it"),
        );
    }
}
