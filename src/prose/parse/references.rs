//! Links that Markdown does not see as such, and percent-encoding.

use super::Reader;
use crate::diagnostic::Diagnostic;
use crate::diagnostic::rules::links::LINK_SPACES;
use crate::diagnostic::rules::prose::UNDEFINED_REFERENCE;
use crate::source::did_you_mean;
use pulldown_cmark::LinkType;
use std::ops::Range;

impl Reader<'_, '_> {
    /// Reports `[text][name]` and `[text]` that no line `[name]: address` explains.
    pub(super) fn undefined_link(&mut self, name: &str, kind: LinkType, range: &Range<usize>) {
        let shortcut = matches!(kind, LinkType::ShortcutUnknown);
        // No further than an address is long: thousands of brackets may stand on one line.
        let rest = self.slice(range.end..self.source.text.len());
        let far = rest.char_indices().take(500).find(|(_, c)| *c == '\n').map(|(end, _)| end);
        let far = far.or_else(|| rest.char_indices().nth(500).map(|(end, _)| end)).unwrap_or(rest.len());
        let line = rest.get(..far).unwrap_or_default();
        if shortcut && let Some(inner) = line.strip_prefix('(') {
            let close = inner.find(')');
            let at = range.end..range.end + close.map_or(line.trim_end().len(), |close| close + 2);
            let address = inner.get(..close.unwrap_or(inner.len())).unwrap_or_default().trim();
            if close.is_some() && address.contains(char::is_whitespace) {
                self.out.push(
                    Diagnostic::new(
                        &LINK_SPACES,
                        self.span(at),
                        "an address with a space in it, so Markdown does not see a link",
                    )
                    .help(format!("rename the file without spaces, or write (<{address}>)")),
                );
                return;
            }
            if close.is_none() {
                let message = "the round bracket of a link's address is not closed";
                self.out.push(Diagnostic::new(&UNDEFINED_REFERENCE, self.span(at), message).help("close it with )"));
                return;
            }
        }
        let help = if shortcut && line.trim_start().starts_with('(') && looks_like_address(line) {
            "take out the space between ] and (".to_owned()
        } else {
            did_you_mean(name, self.references.iter().take(200).map(String::as_str)).unwrap_or_else(|| {
                if shortcut {
                    "write the address after it, [text](address); to show the brackets as text, write \\[".into()
                } else {
                    format!("write the address in round brackets, or add a line `[{name}]: address`")
                }
            })
        };
        let message = format!("there is no address for `{}`", name.split_whitespace().collect::<Vec<_>>().join(" "));
        self.out.push(Diagnostic::new(&UNDEFINED_REFERENCE, self.span(range.clone()), message).help(help));
    }
}

fn looks_like_address(line: &str) -> bool {
    let inner = line.trim_start().trim_start_matches('(').split(')').next().unwrap_or_default();
    inner.contains("://")
        || inner.contains(".md")
        || inner.starts_with(['#', '/'])
        || inner.contains("doc:")
        || inner.contains("term:")
}

/// Resolves percent-encoding; text that is not valid UTF-8 afterwards stays as it was.
pub(super) fn decode(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let [first, after @ ..] = rest {
        let digit = |byte: &u8| char::from(*byte).to_digit(16).and_then(|digit| u8::try_from(digit).ok());
        rest = after;
        if let (b'%', [high, low, further @ ..]) = (first, after)
            && let (Some(high), Some(low)) = (digit(high), digit(low))
        {
            bytes.push(high * 16 + low);
            rest = further;
        } else {
            bytes.push(*first);
        }
    }
    String::from_utf8(bytes).unwrap_or_else(|_| text.to_owned())
}
