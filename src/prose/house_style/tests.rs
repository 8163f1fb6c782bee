//! Years, dates and terms as people write them, and any text whatever.

use super::*;
use crate::diagnostic::FileId;
use crate::prose::parse_prose;
use crate::source::Excerpt;
use proptest::prelude::*;

fn read(text: &str) -> Vec<Diagnostic> {
    let prose = parse_prose(&Excerpt::verbatim(FileId(0), 0, text), &mut Vec::new());
    let known = |word: &str| ["BCF", "UK"].contains(&word);
    judge_house_style(read_house_style(&prose, Wish { dated: false, variants: true }, &known), &Preferred::default())
}

/// The places of a rule's findings, as written.
fn told<'t>(rule: &str, text: &'t str) -> Vec<&'t str> {
    let found = read(text).into_iter().filter(|told| told.rule.code == rule);
    found.map(|told| text.get(told.span.range()).unwrap()).collect()
}

#[test]
fn every_way_to_write_a_financial_year_is_known() {
    let most = "2001 to 2002, 2002 to 2003 and 2003 to 2004";
    for other in [
        "2019-20",
        "2019/20",
        "2019–20",
        "2019\u{2011}20",
        "2019-2020",
        "2019/2020",
        "2019–2020",
        "2019 - 20",
        "2019 – 2020",
        "1999-00",
        "1999/2000",
        "FY20",
        "FY2019",
        "FY2019/20",
        "FY19/20",
    ] {
        let text = format!("In {other} we met, as in {most}.");
        assert_eq!(told("year-style", &text), [other], "{other}");
    }
}

#[test]
fn what_is_no_financial_year_is_left_alone() {
    let most = "2001 to 2002, 2002 to 2003 and 2003 to 2004";
    for other in [
        "2019-21",
        "2019-20-01",
        "12019-20",
        "2019/20/5",
        "the Care Plan 2019-20",
        "the 2019-20 Care Plan",
        "from 2019-2020",
        "between 2018–2019",
        "a/2019-20",
        "x@2019-20.uk",
        "£2019-20",
        "2019 20",
        "2019-20a",
        "“2019-20”",
        "April 2018 to 2019",
        "8461-62",
        "`2019-20`",
    ] {
        let text = format!("In {other} we met, as in {most}.");
        assert_eq!(told("year-style", &text), [""; 0], "{other}");
    }
}

#[test]
fn the_mended_year_is_in_the_help() {
    let help = |text: &str| read(text).into_iter().map(|told| told.help.unwrap_or_default()).collect::<Vec<_>>();
    assert!(help("In 1999/00 or 2018-19 or 2019-20.")[0].starts_with("write `1999-00`:"));
    assert!(help("In 2009/10 or 2018 to 2019.")[0].starts_with("write `2009 to 2010`:"));
    assert!(help("In FY10 or 2018/19.")[0].starts_with("write both years, as in `2018/19`:"));
}

#[test]
fn months_are_no_verbs_and_no_names() {
    for (text, dates) in [
        ("We met in May and may meet on 6 May.", vec!["May", "6 May"]),
        ("By 31st of March people march. March on!", vec!["31st of March"]),
        ("It ends at the end of June.", vec!["June"]),
        ("We met in June Smith’s house, and by April Road.", vec![]),
        ("The 5 May 2020 meeting, and one in June.", vec![]),
        ("The year begins each time on 1 April.", vec![]),
        ("It cost £5 May said. See 4.5 May and 32 May.", vec![]),
    ] {
        assert_eq!(told("date-without-year", text), dates, "{text}");
    }
    assert_eq!(told("date-without-year", "## In 2020\n\n### Later\n\nOn 5 May.\n\n## Now\n\nOn 6 May."), ["6 May"]);
}

#[test]
fn places_are_exact_within_marks_and_components() {
    let text = "We are **curr**ently `this year` short.\n\n```case-study\ntitle: A\ntext: |\n  We met *in* [recent](https://x.org) \n  days, this\n  year.\n```\n";
    assert_eq!(told("relative-year", text), ["curr**ently", "this\n  year"]);
    let text = "```case-study\ntitle: A\ntext: |\n  We met *this* year.\n```\n";
    assert_eq!(told("relative-year", text), ["this* year"]);
}

#[test]
fn terms_are_held_against_the_most_used() {
    let text = "Our co-production is good. Coproduction is bad; coproduction. The co-production, co-productions.";
    assert_eq!(told("term-variants", text), ["coproduction"]);
    assert_eq!(told("term-variants", "In the long term, long-term care. We recover; re-cover."), [""; 0]);
    let text = "The Zero Tolerance, a Zero Tolerance, the Zero tolerance, our zero-tolerance.";
    assert_eq!(told("term-variants", text), ["Zero tolerance", "zero-tolerance"]);
}

proptest! {
    #[test]
    fn any_text_can_be_read(pieces in prop::collection::vec(prop::sample::select(vec![
        "2019", "20", "/", "-", "–", " to ", " ", "FY", "May", "this year", "CARE", "HOME", ". ", "“", "”", "‘", "’", "é", "\u{a0}",
        "co", "Zero Tolerance", "zero", "\n\n", "\n", "- ", "# ", "*", "`", "[", "](x)", "|", "5 ", "at present", "\u{301}", "İ",
    ]), 0..40)) {
        let text: String = pieces.concat();
        for told in read(&text) {
            prop_assert!(text.get(told.span.range()).is_some_and(|written| !written.is_empty()), "{told:?}");
        }
    }
}
