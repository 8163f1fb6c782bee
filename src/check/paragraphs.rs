//! Links to paragraphs: what their words name must be where they lead.

use crate::diagnostic::rules::reports::LINK_PARAGRAPH;
use crate::diagnostic::{Diagnostic, Span};
use crate::prose::{Link, ParagraphNumber, plain_text};

/// What comes before the number of a paragraph, in English and Welsh.
const PARAGRAPH: [&str; 10] = [
    "paragraph",
    "paragraphs",
    "para",
    "paras",
    "paragraff",
    "baragraff",
    "pharagraff",
    "paragraffau",
    "baragraffau",
    "¶",
];
/// What may come after a number that stands for a paragraph by itself.
const AFTER: [&str; 10] = ["above", "below", "uchod", "isod", "to", "and", "or", "i", "a", "neu"];

/// Reports a link whose words name another paragraph than the one at `anchor`, where it leads.
pub(super) fn check_words(link: &Link, anchor: &str, span: Span, out: &mut Vec<Diagnostic>) {
    // On the page of a whole pack the name of the report stands in front.
    let place = anchor.rsplit("--").next().unwrap_or(anchor);
    let Some((number, point)) = ParagraphNumber::within(place) else { return };
    let named = named_paragraphs(&plain_text(&link.content));
    let fits = |(other, within): &(ParagraphNumber, String)| {
        *other == number && (within.starts_with(point) || point.starts_with(within.as_str()))
    };
    let Some((other, within)) = named.first().filter(|_| !named.iter().any(fits)) else { return };
    out.push(
        Diagnostic::new(
            &LINK_PARAGRAPH,
            span,
            format!("the words name paragraph {other}{within}, and the link leads to {place}"),
        )
        .help(format!("write {place} in the words, or let the link lead to #{other}{within}")),
    );
}

/// The paragraphs that words name, each with the point in it: "paragraph 2.4", "para 1.3(b)(ii)", "3.4
/// above".
fn named_paragraphs(words: &str) -> Vec<(ParagraphNumber, String)> {
    let words: Vec<&str> = words.split_whitespace().collect();
    let plain = |word: &str| word.trim_matches(|c: char| !c.is_alphanumeric() && c != '¶').to_lowercase();
    let mut all = Vec::new();
    let mut announced = false;
    for (at, word) in words.iter().enumerate() {
        announced |= PARAGRAPH.contains(&plain(word).as_str());
        let alone = || words.get(at + 1).is_none_or(|next| AFTER.contains(&plain(next).as_str()));
        all.extend(read_number(word).filter(|_| announced || alone()));
    }
    all
}

/// A number and the point behind it as it stands in a place: `1.3(b)(ii)` is 1.3 and `b.ii`.
fn read_number(word: &str) -> Option<(ParagraphNumber, String)> {
    let word = word.trim_start_matches(['(', '[']).trim_end_matches([',', ';', ':', '.', ']', '?', '!']);
    let open = word.matches('(').count();
    let word = if word.matches(')').count() > open { word.strip_suffix(')')? } else { word };
    let place = word.replace(")(", ".").replace(['(', ')'], "");
    let (number, point) = ParagraphNumber::within(&place)?;
    Some((number, point.trim_start_matches('.').to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn named(words: &str) -> Vec<String> {
        named_paragraphs(words).into_iter().map(|(number, point)| format!("{number}{point}")).collect()
    }

    #[test]
    fn paragraphs_are_found_in_words() {
        assert_eq!(named("paragraph 2.4"), ["2.4"]);
        assert_eq!(named("see Para. 2.4A, and others"), ["2.4A"]);
        assert_eq!(named("paragraphs 2.4 to 2.6"), ["2.4", "2.6"]);
        assert_eq!(named("3.4 above"), ["3.4"]);
        assert_eq!(named("(3.4)"), ["3.4"]);
        assert_eq!(named("paragraph 1.3(b)(ii)"), ["1.3b.ii"]);
        assert_eq!(named("baragraff 1.3b"), ["1.3b"]);
        for other in ["2.4 million people", "£2.4m", "rose by 2.4%", "the plan", "2019-20", "version 2.4 of the plan"]
        {
            assert_eq!(named(other), Vec::<String>::new(), "{other}");
        }
    }
}
