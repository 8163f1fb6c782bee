//! What browsers may fill in by themselves (HTML Living Standard, 4.10.18.7, autofill).

use super::Findings;
use super::view::{View, is_disabled};
use super::wants::{Chosen, Wants};
use crate::diagnostic::rules::pages::PAGE_AUTOCOMPLETE;
use crate::source::did_you_mean;
use crate::source::html::Element;

const FIELDS: &[&str] = &[
    "additional-name",
    "address-level1",
    "address-level2",
    "address-level3",
    "address-level4",
    "address-line1",
    "address-line2",
    "address-line3",
    "bday",
    "bday-day",
    "bday-month",
    "bday-year",
    "cc-additional-name",
    "cc-csc",
    "cc-exp",
    "cc-exp-month",
    "cc-exp-year",
    "cc-family-name",
    "cc-given-name",
    "cc-name",
    "cc-number",
    "cc-type",
    "country",
    "country-name",
    "current-password",
    "family-name",
    "given-name",
    "honorific-prefix",
    "honorific-suffix",
    "language",
    "name",
    "new-password",
    "nickname",
    "one-time-code",
    "organization",
    "organization-title",
    "photo",
    "postal-code",
    "sex",
    "street-address",
    "transaction-amount",
    "transaction-currency",
    "url",
    "username",
];
/// Ways to reach somebody, which can be at home, at work and so on.
const CONTACTS: &[&str] = &[
    "email",
    "impp",
    "tel",
    "tel-area-code",
    "tel-country-code",
    "tel-extension",
    "tel-local",
    "tel-local-prefix",
    "tel-local-suffix",
    "tel-national",
];
const PLACES: &[&str] = &["home", "work", "mobile", "fax", "pager"];
/// Inputs that hold no text.
const NO_TEXT: &[&str] = &["hidden", "button", "submit", "reset", "image", "checkbox", "radio", "file"];

pub(super) const WANTS: Wants = Wants { names: &[], attributes: &["autocomplete"] };

pub(super) fn check<'t, 'a>(view: &View<'t, 'a>, chosen: Chosen<'_, 't, 'a>, out: &mut Findings) {
    for element in chosen.filter(|element| element.is_any(&["input", "select", "textarea"])) {
        let Some(value) = element.attribute("autocomplete") else { continue };
        if !applies(view, element) {
            continue;
        }
        let value = value.to_ascii_lowercase();
        let words: Vec<&str> = value.split_ascii_whitespace().collect();
        if matches!(words.as_slice(), [] | ["on" | "off"]) || is_valid(&words) {
            continue;
        }
        let last = words.last().copied().unwrap_or_default();
        let help = did_you_mean(last, FIELDS.iter().chain(CONTACTS).copied());
        out.tell(&PAGE_AUTOCOMPLETE, element, format!("`{value}` is nothing that browsers can fill in"), help);
    }
}

fn applies(view: &View<'_, '_>, element: Element<'_, '_>) -> bool {
    let kind = element.attribute("type").unwrap_or("text").trim().to_ascii_lowercase();
    let inert = is_disabled(element)
        || element.has("readonly")
        || element.attribute("aria-disabled").is_some_and(|value| value.eq_ignore_ascii_case("true"));
    let text = !element.is("input") || !NO_TEXT.contains(&kind.as_str());
    text && !inert && view.is_told(element)
}

fn is_valid(words: &[&str]) -> bool {
    let words = match words {
        [first, rest @ ..] if first.len() > 8 && first.starts_with("section-") => rest,
        all => all,
    };
    let words = match words {
        ["shipping" | "billing", rest @ ..] => rest,
        all => all,
    };
    let words = match words {
        [rest @ .., "webauthn"] if !rest.is_empty() => rest,
        all => all,
    };
    match words {
        [field] => FIELDS.contains(field) || CONTACTS.contains(field),
        [place, field] => PLACES.contains(place) && CONTACTS.contains(field),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::is_valid;

    #[test]
    fn words_are_in_their_order() {
        let valid = |text: &str| is_valid(&text.split(' ').collect::<Vec<_>>());
        for fine in ["name", "home email", "section-x shipping postal-code", "billing work tel", "username webauthn"] {
            assert!(valid(fine), "{fine}");
        }
        for wrong in ["nam", "home name", "work shipping tel", "tel work", "section-", "shipping", "name name"] {
            assert!(!valid(wrong), "{wrong}");
        }
    }
}
