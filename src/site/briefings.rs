//! Briefings by the committees that they go to.

use super::Site;
use crate::content::Document;
use crate::content::briefing::Briefing;
use crate::prose::slug;
use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::sync::Arc;

/// The committees of briefings, by the last parts of their addresses, each with its name as it is
/// written first.
pub fn committees_of(documents: &[Arc<Document>]) -> BTreeMap<String, String> {
    let mut committees = BTreeMap::new();
    for briefing in documents.iter().filter_map(|document| document.header.briefing.as_ref()) {
        let slug = slug(&briefing.committee.value);
        if !slug.is_empty() {
            committees.entry(slug).or_insert_with(|| briefing.committee.value.clone());
        }
    }
    committees
}

impl Site {
    /// The briefings of a committee, by the last part of its address: the indexes of their documents,
    /// the latest meeting first.
    pub fn briefings_of(&self, committee: &str) -> Vec<(usize, &Briefing)> {
        let documents = self.documents.iter().enumerate();
        let briefings = documents.filter_map(|(index, document)| Some((index, document.header.briefing.as_deref()?)));
        let mut found: Vec<(usize, &Briefing)> =
            briefings.filter(|(_, briefing)| slug(&briefing.committee.value) == committee).collect();
        found.sort_by_key(|(_, briefing)| Reverse(briefing.meeting));
        found
    }
}
