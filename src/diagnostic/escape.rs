//! The one place where text becomes HTML: what an author wrote is escaped here and nowhere
//! else. It stands in the first room so that every room that writes HTML can use it.

/// Text with the characters replaced that mean something in HTML, in text as in attributes.
pub fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    escape_into(text, &mut out);
    out
}

/// Whether a text has a character that means something in HTML.
pub fn must_escape(text: &str) -> bool {
    // Without a branch for each byte, so that many are looked at in one step.
    let means_something = |byte: u8| {
        (byte < 32) & (byte != 9) & (byte != 10)
            | (byte == b'&')
            | (byte == b'<')
            | (byte == b'>')
            | (byte == b'"')
            | (byte == b'\'')
            | (byte == 127)
    };
    text.bytes().fold(false, |any, byte| any | means_something(byte))
}

/// Adds a text to `out`, escaped.
pub fn escape_into(text: &str, out: &mut String) {
    // Most text has none.
    if !must_escape(text) {
        return out.push_str(text);
    }
    let mut from = 0;
    for (at, byte) in text.bytes().enumerate() {
        let entity = match byte {
            b'&' => "&amp;",
            b'<' => "&lt;",
            b'>' => "&gt;",
            b'"' => "&quot;",
            b'\'' => "&#39;",
            // Control characters are errors in HTML wherever they stand.
            0..=8 | 11..=12 | 14..=31 | 127 => "\u{fffd}",
            _ => continue,
        };
        out.push_str(text.get(from..at).unwrap_or_default());
        out.push_str(entity);
        from = at + 1;
    }
    out.push_str(text.get(from..).unwrap_or_default());
}
