//! Editions: the same document in several periods.

use crate::content::{Document, Kind};
use crate::figure::Date;
use crate::source::SitePath;
use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::sync::Arc;

/// A document's place in its series: when its period starts, latest first, and its index.
type Place = (Reverse<Option<Date>>, usize);

/// The editions of each document that has a period, by its index.
pub type Editions = BTreeMap<usize, Arc<Vec<usize>>>;

/// The editions of each document that has a period: the documents of its kind in its
/// folder, newest period first.
pub(super) fn editions(documents: &[Arc<Document>]) -> Editions {
    let mut series: BTreeMap<(SitePath, Kind), Vec<Place>> = BTreeMap::new();
    for (index, document) in documents.iter().enumerate() {
        if let Some(period) = &document.header.period {
            let key = (document.path.parent(), document.header.kind.value);
            series.entry(key).or_default().push((Reverse(period.value.start()), index));
        }
    }
    let mut editions = BTreeMap::new();
    for mut members in series.into_values() {
        members.sort();
        let list: Arc<Vec<usize>> = Arc::new(members.into_iter().map(|(_, index)| index).collect());
        editions.extend(list.iter().map(|index| (*index, Arc::clone(&list))));
    }
    editions
}
