//! Pictures of text: who cannot see them, enlarge them or print them well has no text (WCAG 1.4.5).

use crate::diagnostic::Diagnostic;
use crate::diagnostic::rules::house_style::PICTURE_OF_TEXT;
use crate::prose::Picture;

/// The most words and characters of a description.
const WORDS: usize = 25;
const CHARACTERS: usize = 150;

/// What a picture of text says of itself, and what to do.
const KINDS: [(&[&str], &str); 3] = [
    (
        &["chart", "graph", "infographic", "diagram"],
        "give its numbers in a `chart` component, or in a table below it, and say here only what it is",
    ),
    (&["table", "spreadsheet"], "write it as a table, in Markdown or with the `table` component"),
    (
        &["screenshot", "scan", "poster", "leaflet", "flyer", "text", "letter", "slide", "page"],
        "write its words in the text, and leave the picture out or say here only what it is",
    ),
];

/// Words that may stand before the kind of a picture: "a scan of", "a printed poster".
const BEFORE: usize = 3;

/// Tells of a picture whose description says that it is one of text, or is too long for one.
pub(super) fn check_picture(picture: &Picture, out: &mut Vec<Diagnostic>) {
    let told =
        |message: String, help: &str| Diagnostic::new(&PICTURE_OF_TEXT, picture.span, message).help(help.to_owned());
    if let Some((kind, help)) = kind(&picture.alt) {
        out.push(told(format!("a picture of text: its description begins with `{kind}`"), help));
        return;
    }
    let (words, characters) = (picture.alt.split_whitespace().count(), picture.alt.chars().count());
    if words > WORDS || characters > CHARACTERS {
        let message = format!("a description of {words} words is too long to listen to");
        out.push(told(message, "say in one sentence what the picture is for, and tell the rest in the text"));
    }
}

/// The word that says which kind of text is shown: the thing itself, not what it is on or beside.
fn kind(alt: &str) -> Option<(&str, &'static str)> {
    let bare = |word: &'_ str| word.trim_matches(|char: char| !char.is_alphanumeric()).to_lowercase();
    for (at, word) in alt.split_whitespace().take(BEFORE + 1).enumerate() {
        let low = bare(word);
        // What follows these words is not what the picture is of.
        if matches!(low.as_str(), "of" | "with" | "at" | "in" | "on" | "and" | "holding" | "reading" | "showing") {
            return None;
        }
        let next = alt.split_whitespace().nth(at + 1).map(bare).unwrap_or_default();
        let shows = matches!(
            next.as_str(),
            "" | "of" | "showing" | "about" | "with" | "from" | "that" | "which" | "saying" | "for"
        );
        if let Some((_, help)) = KINDS.iter().find(|(kinds, _)| kinds.contains(&low.as_str())).filter(|_| shows) {
            return Some((word.trim_matches(|char: char| !char.is_alphanumeric()), help));
        }
    }
    None
}
