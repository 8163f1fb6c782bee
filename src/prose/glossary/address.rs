//! Addresses that stand in plain text: their parts are no words of the language.

/// How many characters around a word are looked at: a text without any space, however
/// long, must not take longer than its length.
const REACH: usize = 100;

/// Whether the bytes `start..end` of `text` belong to a web address, a mail address or
/// the name of a website.
pub(in crate::prose) fn in_address(text: &str, start: usize, end: usize) -> bool {
    let before = text.get(..start).unwrap_or_default();
    let after = text.get(end..).unwrap_or_default();
    let same = |(_, char): &(usize, char)| !char.is_whitespace();
    let from = before.char_indices().rev().take(REACH).take_while(same).last().map_or(start, |(at, _)| at);
    let beyond = after.char_indices().take(REACH).take_while(same).last();
    let to = beyond.map_or(end, |(at, char)| end + at + char.len_utf8());
    let chunk = text.get(from..to).unwrap_or_default();
    chunk.contains("://") || chunk.contains('@') || chunk.starts_with("www.") || is_dotted(chunk)
}

/// `bromley.gov.uk`, but not the end of one sentence and the start of the next without a
/// space, which begins with a capital: "ended.Carers".
fn is_dotted(chunk: &str) -> bool {
    let mut parts = chunk.split('.').peekable();
    while let Some(part) = parts.next() {
        let word = part.ends_with(|char: char| char.is_ascii_alphanumeric());
        let next = parts.peek().is_some_and(|next| next.starts_with(|char: char| char.is_ascii_lowercase()));
        if word && next {
            return true;
        }
    }
    // GOV.UK writes itself in capitals.
    chunk.contains("GOV.UK")
}

#[cfg(test)]
mod tests {
    use super::in_address;

    #[test]
    fn addresses_are_told_from_sentences() {
        let inside = |text: &str, word: &str| {
            let at = text.find(word).unwrap();
            in_address(text, at, at + word.len())
        };
        assert!(inside("see www.carers.org for more", "carers"));
        assert!(inside("see https://x/carers-BCF", "BCF"));
        assert!(inside("carers@bromley.gov.uk", "carers"));
        assert!(inside("(bromley.gov.uk/carers)", "carers"));
        assert!(inside("on GOV.UK", "UK"));
        assert!(!inside("it ended.Carers came", "Carers"));
        assert!(!inside("for carers/families.", "carers"));
        assert!(!inside("for carers.", "carers"));
    }
}
