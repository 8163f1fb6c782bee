//! From the bytes of a CSV file to text. Excel for Windows still saves most CSV files in the
//! Windows encoding, so that is read, and said.

/// How the letters of a CSV file are stored.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Encoding {
    /// UTF-16, "Unicode Text" in Excel.
    Utf16,
    /// Windows-1252, "CSV (Comma delimited)" in Excel.
    Windows1252,
    /// UTF-8 and Windows-1252 in one file: two files were put together.
    Mixed,
}

/// That a file is not UTF-8. It was read all the same.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EncodingNote {
    /// What it is.
    pub encoding: Encoding,
    /// The first line that shows it, from 1.
    pub line: usize,
    /// What was found.
    pub message: String,
    /// How to mend it.
    pub help: String,
}

const SAVE_AS: &str = "in Excel: File, Save as, CSV UTF-8 (Comma delimited)";

/// Reads bytes as UTF-8, or as UTF-16 if they begin with its mark; what is neither is read as
/// Windows-1252. A byte order mark is dropped: Excel writes one into every UTF-8 file.
pub fn decode_csv(bytes: &[u8]) -> (String, Option<EncodingNote>) {
    match bytes {
        [0xFF, 0xFE, rest @ ..] => sixteen(rest, u16::from_le_bytes),
        [0xFE, 0xFF, rest @ ..] => sixteen(rest, u16::from_be_bytes),
        [0xEF, 0xBB, 0xBF, rest @ ..] => eight(rest),
        _ => eight(bytes),
    }
}

fn sixteen(bytes: &[u8], read: fn([u8; 2]) -> u16) -> (String, Option<EncodingNote>) {
    let units = bytes.chunks_exact(2).filter_map(|pair| <[u8; 2]>::try_from(pair).ok()).map(read);
    let text = char::decode_utf16(units).map(|unit| unit.unwrap_or(char::REPLACEMENT_CHARACTER)).collect();
    let message = "the file is UTF-16 text (\"Unicode Text\" in Excel)".into();
    (
        text,
        Some(EncodingNote {
            encoding: Encoding::Utf16,
            line: 1,
            message,
            help: format!("save it as UTF-8; {SAVE_AS}"),
        }),
    )
}

fn eight(bytes: &[u8]) -> (String, Option<EncodingNote>) {
    if let Ok(text) = std::str::from_utf8(bytes) {
        return (text.to_owned(), None);
    }
    let mut text = String::with_capacity(bytes.len() + bytes.len() / 8);
    let (mut first, mut also_eight) = (None, false);
    for chunk in bytes.utf8_chunks() {
        also_eight |= !chunk.valid().is_ascii();
        text.push_str(chunk.valid());
        for byte in chunk.invalid() {
            let letter = windows(*byte);
            first.get_or_insert((text.len(), letter));
            text.push(letter);
        }
    }
    let (at, letter) = first.unwrap_or_default();
    let line = 1 + text.get(..at).unwrap_or_default().matches('\n').count();
    let after = text.get(at + letter.len_utf8()..).and_then(|rest| rest.chars().next());
    let (encoding, name) = if also_eight {
        (Encoding::Mixed, "is UTF-8 in some lines and in the Windows encoding in others")
    } else {
        (Encoding::Windows1252, "is not UTF-8 but in the Windows encoding (Windows-1252)")
    };
    // In the encoding of "CSV (MS-DOS)" a pound sign is the byte that is œ here.
    let dos = if letter == 'œ' && after.is_some_and(|after| after.is_ascii_digit()) {
        "; a pound sign would be read so if it was saved as CSV (MS-DOS)"
    } else {
        ""
    };
    let message = format!("the file {name}; the first such letter is read as `{letter}`, in line {line}{dos}");
    (
        text,
        Some(EncodingNote {
            encoding,
            line,
            message,
            help: format!("check its letters, and save it as UTF-8; {SAVE_AS}"),
        }),
    )
}

/// The letters of Windows-1252 from 0x80 to 0x9F. Five bytes have none, and stay control characters.
const WINDOWS: [char; 32] = [
    '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8D}', 'Ž', '\u{8F}', //
    '\u{90}', '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9D}', 'ž', 'Ÿ',
];

fn windows(byte: u8) -> char {
    let high = byte.checked_sub(0x80).and_then(|index| WINDOWS.get(usize::from(index)));
    high.copied().unwrap_or(char::from(byte))
}

#[cfg(test)]
mod tests {
    use super::{Encoding, decode_csv};
    use proptest::prelude::*;

    #[test]
    fn each_encoding_is_told_from_the_others() {
        type Note = Option<(Encoding, usize)>;
        let cases: &[(&[u8], &str, Note)] = &[
            (b"a,b\n", "a,b\n", None),
            ("café,£5".as_bytes(), "café,£5", None),
            (b"\xEF\xBB\xBFa,\xC2\xA35", "a,£5", None),
            (b"\xFF\xFEa\0,\0\xA3\0", "a,£", Some((Encoding::Utf16, 1))),
            (b"\xFE\xFF\0a\0,\0\xA3", "a,£", Some((Encoding::Utf16, 1))),
            (b"a,b\n\xA35,caf\xE9 \x96 \x80", "a,b\n£5,café – €", Some((Encoding::Windows1252, 2))),
            (b"\xC2\xA31\n2\n\xA33", "£1\n2\n£3", Some((Encoding::Mixed, 3))),
            (b"", "", None),
            (b"\x81\x9D", "\u{81}\u{9D}", Some((Encoding::Windows1252, 1))),
        ];
        for (bytes, text, note) in cases {
            let (found, told) = decode_csv(bytes);
            assert_eq!(found, *text);
            assert_eq!(told.map(|note| (note.encoding, note.line)), *note, "{text}");
        }
    }

    #[test]
    fn a_pound_sign_from_the_days_of_ms_dos_is_suspected() {
        let (_, note) = decode_csv(b"spent\n\x9C36");
        assert_eq!(
            note.unwrap().message,
            "the file is not UTF-8 but in the Windows encoding (Windows-1252); the first such letter is read as `œ`, \
             in line 2; a pound sign would be read so if it was saved as CSV (MS-DOS)"
        );
    }

    proptest! {
        #[test]
        fn every_byte_becomes_text(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
            let (text, note) = decode_csv(&bytes);
            prop_assert!(!bytes.is_ascii() || text.as_bytes() == bytes);
            prop_assert!(note.is_none_or(|note| !note.message.is_empty() && note.line >= 1));
        }
    }
}
