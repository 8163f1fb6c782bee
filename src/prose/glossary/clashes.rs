//! Forms that two terms claim: a reader's word can lead to one definition only.

use super::forms::{Form, Origin};
use std::collections::BTreeMap;

/// Two terms that claim the same form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Clash {
    /// The form.
    pub form: String,
    /// The index of the term that wins it, or, where neither does, of the earlier one.
    pub first: usize,
    /// The index of the other.
    pub second: usize,
}

/// Notes where the surest claim on a form meets another term's.
pub(super) fn find_clashes(claims: &[(Form, usize)], clashes: &mut BTreeMap<(usize, usize), Clash>) {
    for same in claims.chunk_by(|(a, _), (b, _)| a.exact == b.exact) {
        let Some(((winner, first), others)) = same.split_first() else { continue };
        if winner.origin != Origin::Written {
            continue;
        }
        for (form, second) in others {
            if second != first && form.origin != Origin::Respelled {
                let pair = (*first.min(second), *first.max(second));
                let clash = || Clash { form: winner.shown.clone(), first: pair.0, second: pair.1 };
                clashes.entry(pair).or_insert_with(clash);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::trees::term;
    use super::super::{Matcher, TermForms};

    fn clashes(terms: &[TermForms]) -> Vec<(String, usize, usize)> {
        Matcher::new(terms).clashes().iter().map(|clash| (clash.form.clone(), clash.first, clash.second)).collect()
    }

    #[test]
    fn two_terms_that_claim_a_form_clash_once() {
        assert_eq!(
            clashes(&[term("Carer", "", &[]), term("Helper", "", &["carers", "carer"])]),
            [("Carer".into(), 0, 1)]
        );
        assert_eq!(clashes(&[term("one", "ABC", &[]), term("Abc", "", &[])]), []);
        assert_eq!(clashes(&[term("one", "ABC", &[]), term("two", "ABC", &[])]), [("ABC".into(), 0, 1)]);
        // The plural that the first implies is the second's own name.
        assert_eq!(clashes(&[term("Policy", "", &[]), term("Policies", "", &[])]), [("Policies".into(), 0, 1)]);
        // What only a rule of spelling made gives way silently.
        assert_eq!(clashes(&[term("Co-op", "", &[]), term("Coop", "", &[])]), []);
    }
}
