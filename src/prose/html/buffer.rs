//! HTML in the making. Markup is `&'static str`, so it can only be what stands in this
//! program; whatever an author wrote goes through `text` or `attribute` and is escaped.

/// HTML in the making.
#[derive(Default)]
pub(super) struct Html {
    out: String,
}

impl Html {
    /// Markup of this program.
    pub(super) fn markup(&mut self, markup: &'static str) {
        self.out.push_str(markup);
    }

    /// Text, escaped.
    pub(super) fn text(&mut self, text: &str) {
        escape_into(text, &mut self.out);
    }

    /// A comment. What could end it is taken out.
    pub(super) fn comment(&mut self, text: &str) {
        self.out.push_str("<!--");
        self.out.extend(text.chars().filter(|c| !matches!(c, '<' | '>')));
        self.out.push_str("-->");
    }

    /// A number.
    pub(super) fn number(&mut self, number: u64) {
        self.out.push_str(&number.to_string());
    }

    /// ` name="value"`, the value escaped.
    pub(super) fn attribute(&mut self, name: &'static str, value: &str) {
        self.out.push(' ');
        self.out.push_str(name);
        self.out.push_str("=\"");
        escape_into(value, &mut self.out);
        self.out.push('"');
    }

    /// A line break of the source, for people who read it.
    pub(super) fn line(&mut self) {
        if !self.out.is_empty() && !self.out.ends_with('\n') {
            self.out.push('\n');
        }
    }

    pub(super) fn finish(self) -> String {
        self.out
    }
}

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

fn escape_into(text: &str, out: &mut String) {
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
