//! When something is to be done, as plans write it: `by the end of March 2024`, and a period with a
//! mark of the plan's own behind it, `April 2024 [AP]`.

use crate::figure::{Period, parse_period};

/// A period, and the mark behind it.
pub(super) type Timescale = (Period, Option<String>);

/// Reads a timescale.
///
/// # Errors
/// A message and a way to mend it.
pub(super) fn parse_timescale(text: &str) -> Result<Timescale, (String, String)> {
    let (period, mark) = split_mark(text.trim());
    let plain = without_preposition(period);
    // Where taking words away does not help, the message is about what was written.
    match parse_period(plain) {
        Ok(period) => Ok((period, mark.map(str::to_owned))),
        Err(why) => {
            parse_period(text).map(|period| (period, None)).map_err(|other| if plain == text { why } else { other })
        }
    }
}

/// What stands in brackets at the end.
fn split_mark(text: &str) -> (&str, Option<&str>) {
    for (open, close) in [('[', ']'), ('(', ')')] {
        if let Some((period, mark)) = text.strip_suffix(close).and_then(|text| text.rsplit_once(open))
            && !mark.trim().is_empty()
        {
            return (period.trim_end(), Some(mark.trim()));
        }
    }
    (text, None)
}

/// A time by which something is done ends with its period, so these words add nothing.
fn without_preposition(text: &str) -> &str {
    const WORDS: [&str; 5] = ["by", "the", "end", "of", "until"];
    let mut rest = text;
    while let Some((word, after)) = rest.split_once(char::is_whitespace) {
        if !WORDS.contains(&word.to_lowercase().as_str()) {
            break;
        }
        rest = after.trim_start();
    }
    rest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_and_prepositions() {
        let read = |text| parse_timescale(text).map(|(period, mark)| (period.key(), mark)).ok();
        assert_eq!(read("April 2024 [AP]"), Some(("2024-04".into(), Some("AP".into()))));
        assert_eq!(read("April 2024 (new)"), Some(("2024-04".into(), Some("new".into()))));
        assert_eq!(read("By the end of March 2024"), Some(("2024-03".into(), None)));
        assert_eq!(read("End March 2024"), Some(("2024-03".into(), None)));
        assert_eq!(read("Q3 2023/24"), Some(("2023-24-q3".into(), None)));
        assert_eq!(read("ongoing"), Some(("ongoing".into(), None)));
        assert_eq!(read("before April 2024"), None);
        assert_eq!(read("[AP]"), None);
        assert_eq!(read("by"), None);
    }
}
