//! What a `figure:` link refers to: a figure, in which period, and what is made of it.

use super::{Period, parse_period};

/// A reference to a figure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reference {
    /// The figure's short name.
    pub id: String,
    /// The period; `None` is that of the document it stands in.
    pub period: Option<Period>,
    /// What is made of it.
    pub derived: Derived,
}

/// What is made of a figure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Derived {
    /// Nothing: the figure itself.
    Value,
    /// Its difference from the period before.
    Change,
    /// The same in per cent of the period before.
    PercentChange,
    /// Its share of another figure, in per cent.
    Share(String),
}

/// Whether a text can be the short name of a figure: small letters, digits and hyphens.
pub fn is_figure_id(text: &str) -> bool {
    let fits = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    !text.is_empty() && text.chars().all(fits) && !text.starts_with('-') && !text.ends_with('-')
}

/// Reads what follows `figure:`, as in `carers-assessed@2018-19/change`.
///
/// # Errors
/// A message and a way to mend it.
pub fn parse_reference(text: &str) -> Result<Reference, (String, String)> {
    let text = text.trim();
    // A financial year may be written with a slash, so the id and the period end at different signs.
    let (id, rest) = match text.find(['@', '/']) {
        Some(at) => text.split_at_checked(at).unwrap_or((text, "")),
        None => (text, ""),
    };
    let (period, derived) = match rest.strip_prefix('@') {
        Some(rest) => {
            let (period, derived) = split_period(rest);
            (Some(parse_period(period)?), derived)
        }
        None => (None, rest),
    };
    named(id)?;
    let derived = match derived.strip_prefix('/') {
        None => Derived::Value,
        Some("change") => Derived::Change,
        Some("percent-change") => Derived::PercentChange,
        Some(other) => match other.strip_prefix("share/") {
            Some(whole) => {
                named(whole)?;
                Derived::Share(whole.to_owned())
            }
            None => {
                return Err((
                    format!("`/{other}` cannot be made of a figure"),
                    "write /change, /percent-change or /share/OTHER".into(),
                ));
            }
        },
    };
    Ok(Reference { id: id.to_owned(), period, derived })
}

/// `2019/20/change` is the period `2019/20` and what is made of the figure in it.
fn split_period(text: &str) -> (&str, &str) {
    let word = |at: &usize| text.get(at + 1..).is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_lowercase()));
    match text.match_indices('/').map(|(at, _)| at).find(word) {
        Some(at) => text.split_at_checked(at).unwrap_or((text, "")),
        None => (text, ""),
    }
}

fn named(id: &str) -> Result<(), (String, String)> {
    if is_figure_id(id) {
        return Ok(());
    }
    let message =
        if id.is_empty() { "`figure:` names no figure".to_owned() } else { format!("`{id}` is no figure's id") };
    Err((message, "write the id as it stands in indicators.yaml or figures.yaml: figure:carers-assessed".into()))
}

#[cfg(test)]
mod tests {
    use super::{Derived, parse_reference};
    use crate::figure::Period;

    #[test]
    fn references_name_a_figure_a_period_and_what_is_made_of_it() {
        let of = |text: &str| parse_reference(text).unwrap();
        assert_eq!(of("carers").derived, Derived::Value);
        assert_eq!(of("carers@2018-19").period, Some(Period::FinancialYear(2018)));
        assert_eq!(of("carers@2018/19").period, Some(Period::FinancialYear(2018)));
        assert_eq!(of("carers@2018/19/change").derived, Derived::Change);
        assert_eq!(of("carers@2018-19/percent-change").derived, Derived::PercentChange);
        assert_eq!(of("carers/share/all-people").derived, Derived::Share("all-people".into()));
        for wrong in ["", "Carers", "carers/", "carers/growth", "carers@soon", "carers/share/", "@2018-19", "a b"] {
            assert!(parse_reference(wrong).is_err(), "{wrong}");
        }
    }
}
