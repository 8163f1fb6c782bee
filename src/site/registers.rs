//! Risk registers at work: a register and the way its risks are rated put together, its texts linked
//! like all others; and the register that came before it.

use super::figures::Scope;
use super::glossary::LinkedGlossary;
use super::link::Findings;
use super::linking::Linking;
use super::tables::DataFiles;
use super::{Address, Site};
use crate::content::risk_register::{Register, Risk, Scheme, put_together};
use crate::content::{Document, Settings};
use crate::diagnostic::Span;
use crate::prose::Prose;
use crate::source::SitePath;
use std::sync::Arc;

/// How the risks of a register are rated that does not say it itself.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct RegisterRead(Scheme);

/// What a document needs of the settings, if it is a register.
pub(super) fn register_of(document: &Document, settings: &Settings) -> Option<RegisterRead> {
    document.header.register.as_ref()?;
    Some(RegisterRead(settings.risk_scheme.clone()))
}

impl RegisterRead {
    /// Puts the register of a document together and links its texts.
    pub(super) fn link(
        &self,
        document: &mut Document,
        glossary: &LinkedGlossary,
        scope: &Scope<'_>,
        files: &DataFiles,
    ) -> Findings {
        let mut findings = Findings::default();
        let Some(said) = document.header.register.as_deref() else { return findings };
        let kind = document.header.kind.span;
        let place = Span { end: kind.start, ..kind };
        let mut register = put_together(said, &self.0, place, &mut findings.misquoted);
        let path = document.path.join("document.yaml").unwrap_or_else(|| document.path.clone());
        let mut linking = Linking { glossary, scope, files, findings };
        for risk in &mut register.risks {
            let Risk { description, causes, effects, controls, actions, .. } = risk;
            let lines = causes.iter_mut().chain(effects).chain(controls).chain(actions);
            linking.together(description, lines, &path);
        }
        linking.together(&mut Prose::default(), register.closed.iter_mut().map(|closed| &mut closed.because), &path);
        document.register = Some(Arc::new(register));
        linking.findings
    }
}

/// A register of a series, and the document that it is.
#[derive(Clone, Copy, Debug)]
pub struct RegisterOf<'s> {
    /// The document.
    pub document: &'s Document,
    /// Its register.
    pub register: &'s Register,
}

impl<'s> RegisterOf<'s> {
    /// The register that a document is, if it is one.
    pub fn of(document: &'s Document) -> Option<RegisterOf<'s>> {
        Some(RegisterOf { document, register: document.register.as_deref()? })
    }
}

impl Site {
    /// Whether the document of an index is a risk register.
    pub fn is_register(&self, index: usize) -> bool {
        self.document(index).is_some_and(|document| document.register.is_some())
    }

    /// The public registers of the series of the document of this index, the newest first. One without
    /// a period is alone.
    pub fn registers(&self, index: usize) -> Vec<RegisterOf<'_>> {
        let alone = [index];
        let editions = self.editions(index);
        let all = if editions.is_empty() { &alone } else { editions };
        all.iter().filter_map(|index| RegisterOf::of(self.document(*index)?)).collect()
    }

    /// The public register before the one of this index.
    pub fn register_before(&self, index: usize) -> Option<RegisterOf<'_>> {
        let path = &self.document(index)?.path;
        let mut older = self.registers(index).into_iter().skip_while(|one| one.document.path != *path).skip(1);
        // Two registers of one period are two versions, and neither is the one before.
        let start = |document: &Document| document.header.period.as_ref()?.value.start();
        let begins = start(self.document(index)?);
        older.find(|one| start(one.document) < begins)
    }

    /// The page of the risk of an id, or at a place, of the register at a path.
    pub(super) fn page_of_risk_named(&self, path: &SitePath, id: &str) -> Option<Address> {
        let document = self.document_at(path)?;
        self.page_of_risk(document, document.register.as_ref()?.risk(id)?)
    }

    /// The page of a risk of a register, if it has one.
    pub fn page_of_risk(&self, document: &Document, risk: &Risk) -> Option<Address> {
        let address = Address::of(&document.path).below(&risk.place());
        matches!(self.pages.get(&address), Some(super::Page::Risk(..))).then_some(address)
    }
}
