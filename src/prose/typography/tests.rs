//! Slips, as they are found in texts.

use super::{SlipKind, slips};
use crate::prose::parse_prose;
use crate::source::{Excerpt, SitePath, SourceMap};

/// The text with every slip mended, and the kinds that were found.
fn mended(text: &str, english: bool) -> (String, Vec<SlipKind>) {
    let mut sources = SourceMap::default();
    let path = SitePath::parse("content/a.md").unwrap_or_else(SitePath::root);
    let file = sources.add(path, text);
    let prose = parse_prose(&Excerpt::verbatim(file, 0, text), &mut Vec::new());
    let mut found = slips(&prose, &sources, english);
    found.sort_by_key(|slip| std::cmp::Reverse(slip.edit.span));
    let mut out = text.to_owned();
    for slip in &found {
        out.replace_range(slip.edit.span.range(), &slip.edit.new);
    }
    (out, found.into_iter().map(|slip| slip.kind).collect())
}

fn becomes(text: &str, wanted: &str) {
    assert_eq!(mended(text, true).0, wanted);
}

fn stays(text: &str) {
    becomes(text, text);
}

#[test]
fn apostrophes_are_certain_between_letters_and_after_words() {
    becomes("We don't know the council's plan.", "We don’t know the council’s plan.");
    becomes("The carers' views, 1990's plans and '90s homes.", "The carers’ views, 1990’s plans and ’90s homes.");
    becomes("**Carers**' views and the *council*'s", "**Carers**’ views and the *council*’s");
    stays("Tell 'em so.");
    stays("He said 'yes and left.");
}

#[test]
fn quotation_marks_must_open_and_close() {
    becomes("She said \"yes\" and \"no\".", "She said “yes” and “no”.");
    becomes("She said 'yes' and (\"no\").", "She said ‘yes’ and (“no”).");
    becomes("\"Help for carers.\"", "“Help for carers.”");
    becomes("\"We're **happy**.\"", "“We’re **happy**.”");
    becomes("> 'I live here.'", "> ‘I live here.’");
    becomes("\"They said 'yes'\"", "“They said ‘yes’”");
    stays("She said \"yes and left.");
}

#[test]
fn feet_inches_code_and_addresses_stay() {
    stays("A door of 6' 6\" by 30\" is wide.");
    stays("Type `don't` or look at https://example.org/it's here.");
    stays("It is 5'6\" high.");
    stays("Write to o'neill@example.org.");
    stays("```\ndon't\n```");
    stays("An escaped \\' and \\\"sign\\\" stay.");
    stays("[link](page.md \"don't\")");
    stays("Already “curly” and don’t.");
}

#[test]
fn of_other_languages_only_apostrophes_between_letters() {
    assert_eq!(mended("Mae'r cyngor 'n \"iawn\" ar 1 April.", false).0, "Mae’r cyngor 'n \"iawn\" ar 1 April.");
}

#[test]
fn numbers_stay_with_their_words() {
    becomes("We spent £36 million on 1 April 2026.", "We spent £36\u{a0}million on 1\u{a0}April 2026.");
    becomes("See page 4, No. 3 and (2.5 million).", "See page\u{a0}4, No.\u{a0}3 and (2.5\u{a0}million).");
    stays("In 2026 April was wet, and 40 May bugs flew.");
    stays("| a | b |\n| --- | --- |\n| £36 million | 1 April |");
    stays("We spent £36\nmillion on it.");
}

#[test]
fn too_much_space_between_words() {
    becomes("One.  Two.", "One. Two.");
    becomes("One\ttwo \t three.", "One two three.");
    stays("- One\n\n    Indented\n");
    stays("    code  here");
    stays("| a  |  b |\n| --- | --- |\n| c  |  d |");
}

#[test]
fn a_break_in_the_middle_of_a_long_sentence() {
    let long = "People told us again and again that they want to be asked,";
    becomes(&format!("{long}  \nand not to be told."), &format!("{long}\nand not to be told."));
    stays(&format!("{long}  \nAnd a poem."));
    stays("One High Street  \ntown");
}
