//! Edits chosen so that none touches another, and made.

use crate::diagnostic::{Diagnostic, Edit, FileId, Mend};
use std::collections::BTreeMap;

/// A diagnostic with its mend.
pub(super) type Mendable<'d> = (&'d Diagnostic, &'d Mend);

/// The mends to be made at once, by file: of those that overlap, the first. The other is found again when
/// the file is read next, if it is still of use.
pub(super) fn choose<'d>(
    diagnostics: &'d [Diagnostic],
    wanted: impl Fn(&Diagnostic, &Mend) -> bool,
) -> BTreeMap<FileId, Vec<Mendable<'d>>> {
    let mut chosen: BTreeMap<FileId, Vec<Mendable<'d>>> = BTreeMap::new();
    for told in diagnostics {
        let Some(mend) = told.mend.as_deref().filter(|mend| wanted(told, mend)) else { continue };
        let taken = chosen.entry(told.span.file).or_default();
        let here = |edit: &Edit| edit.span.file == told.span.file;
        let free = |edit: &Edit| !taken.iter().flat_map(|(_, other)| &other.edits).any(|other| touches(edit, other));
        if mend.edits.iter().all(|edit| here(edit) && free(edit)) {
            taken.push((told, mend));
        }
    }
    chosen.retain(|_, mends| !mends.is_empty());
    chosen
}

fn touches(a: &Edit, b: &Edit) -> bool {
    a.span.start < b.span.end && b.span.start < a.span.end || a.span.start == b.span.start
}

/// A text with edits made; `None` if one of them does not fit it.
pub(super) fn apply<'e>(text: &str, edits: impl Iterator<Item = &'e Edit>) -> Option<String> {
    let mut edits: Vec<&Edit> = edits.collect();
    edits.sort_by_key(|edit| edit.span);
    let mut out = String::with_capacity(text.len() + edits.len() * 2);
    let mut at = 0;
    for edit in edits {
        let range = edit.span.range();
        out.push_str(text.get(at..range.start)?);
        // Both ends must be where a character begins.
        text.get(range.clone())?;
        out.push_str(&edit.new);
        at = range.end;
    }
    out.push_str(text.get(at..)?);
    Some(out)
}
