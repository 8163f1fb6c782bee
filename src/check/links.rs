//! Every link and picture of every text, public or not, against what is there.

use super::pictures;
use crate::content::{Chapter, Document};
use crate::diagnostic::rules::files::UNUSED_FILE;
use crate::diagnostic::rules::links::{LINK_NOT_PUBLIC, LINK_OUTSIDE, LINK_TARGET, TERM_TARGET};
use crate::diagnostic::{Diagnostic, Span};
use crate::prose::{Link, Picture, Target, Visitor, visit};
use crate::site::{Address, Assembly, Destination, LinkProblem, Site};
use crate::source::{SitePath, did_you_mean};
use rayon::prelude::*;
use std::collections::BTreeSet;

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
    /// What was wrong.
    pub diagnostics: Vec<Diagnostic>,
}

/// Checks all links and pictures.
pub fn check_links(assembly: &Assembly) -> Links {
    let site = &assembly.site;
    let hidden: BTreeSet<&SitePath> = assembly.unpublished.iter().map(|document| &document.path).collect();
    let mut texts: Vec<(&Chapter, bool, Option<Address>)> = Vec::new();
    texts.extend(site.home.iter().map(|home| (home, true, Some(Address::home()))));
    for document in &site.documents {
        texts.extend(document.texts().map(|text| (text, true, address_of(site, text))));
    }
    texts.extend(assembly.unpublished.iter().flat_map(Document::texts).map(|text| (text, false, None)));
    let found: Vec<(Links, bool, BTreeSet<SitePath>)> = texts
        .into_par_iter()
        .map(|(text, public, address)| {
            let from = text.source.below("content").and_then(SitePath::parse).unwrap_or_else(SitePath::root);
            let mut walk = Walk {
                site,
                hidden: &hidden,
                unpublished: &assembly.unpublished,
                from,
                public,
                address,
                links: Links::default(),
            };
            visit(&text.prose, &mut walk);
            let assets = std::mem::take(&mut walk.links.assets);
            (walk.links, public, assets)
        })
        .collect();
    let mut all = Links::default();
    let mut used_by_drafts = BTreeSet::new();
    for (links, public, assets) in found {
        all.anchors.extend(links.anchors);
        all.diagnostics.extend(links.diagnostics);
        if public { all.assets.extend(assets) } else { used_by_drafts.extend(assets) }
    }
    check_logo(site, &mut all);
    report_unused(assembly, &used_by_drafts, &mut all);
    all
}

fn address_of(site: &Site, text: &Chapter) -> Option<Address> {
    let path = text.source.below("content").and_then(SitePath::parse)?;
    site.files.get(&path).cloned()
}

struct Walk<'a> {
    site: &'a Site,
    hidden: &'a BTreeSet<&'a SitePath>,
    unpublished: &'a [Document],
    from: SitePath,
    public: bool,
    address: Option<Address>,
    links: Links,
}

impl Visitor for Walk<'_> {
    fn link(&mut self, link: &Link, span: Span) {
        match self.site.resolve(&self.from, &link.target) {
            Ok(Destination::Page(address, Some(anchor))) => {
                self.links.anchors.push(AnchorUse { span, address, anchor })
            }
            Ok(Destination::Here(anchor)) => {
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
            Err(LinkProblem::Missing(path)) => self.missing(&path, span, &LINK_TARGET),
        }
    }

    fn picture(&mut self, picture: &Picture) {
        if let Some(path) = pictures::check(self.site, &self.from, picture, &mut self.links.diagnostics) {
            self.links.assets.insert(path);
        }
    }
}

impl Walk<'_> {
    fn missing(&mut self, path: &SitePath, span: Span, rule: &'static crate::diagnostic::Rule) {
        if self.is_hidden(path) {
            // A draft may link to another draft: both may come out together.
            if self.public {
                self.links.diagnostics.push(
                    Diagnostic::new(&LINK_NOT_PUBLIC, span, format!("/{path} is not published yet"))
                        .help("publish that page first, or take the link out until then"),
                );
            }
            return;
        }
        let known = self.site.pages.keys().map(Address::as_str).chain(self.site.files.keys().map(SitePath::as_str));
        self.links.diagnostics.push(
            Diagnostic::new(rule, span, format!("there is no page or file at /{path}"))
                .maybe_help(did_you_mean(path.as_str(), known))
                .else_help(
                    "paths are counted from the folder of the file the link stands in; `doc:` paths from content/",
                ),
        );
    }

    /// Whether a path belongs to a document that is held back: the document, a chapter of
    /// it, or one of their files.
    fn is_hidden(&self, path: &SitePath) -> bool {
        let without_ending = path.as_str().strip_suffix(".md").and_then(SitePath::parse);
        let inside = |path: &SitePath| {
            self.hidden.contains(path)
                || self.unpublished.iter().any(|document| {
                    path.below(document.path.as_str()).is_some_and(|rest| {
                        rest == "document.yaml"
                            || document.texts().any(|text| {
                                rest == text.slug || text.source.name() == rest || text.source.stem() == rest
                            })
                    })
                })
        };
        inside(path) || without_ending.as_ref().is_some_and(inside)
    }
}

fn check_logo(site: &Site, all: &mut Links) {
    let Some(logo) = &site.settings.logo else { return };
    let picture =
        Picture { span: logo.image.span, path: format!("/{}", logo.image.value), alt: logo.alt.clone(), caption: None };
    let path = pictures::check(site, &SitePath::root(), &picture, &mut all.diagnostics);
    all.assets.extend(path);
}

fn report_unused(assembly: &Assembly, used_by_drafts: &BTreeSet<SitePath>, all: &mut Links) {
    for path in assembly.site.assets.keys() {
        if all.assets.contains(path) || used_by_drafts.contains(path) {
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
