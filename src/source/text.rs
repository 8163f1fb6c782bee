//! From bytes to text. Whatever the bytes, there is a text and a diagnostic for what is
//! odd about it, so that the rest of the file can still be looked at.

use crate::diagnostic::rules::files::{BYTE_ORDER_MARK, NOT_UTF8};
use crate::diagnostic::{Diagnostic, FileId, Span};

/// Reads bytes as UTF-8; a byte order mark is dropped, UTF-16 is recognised by its mark,
/// anything else is shown with replacement characters. Says what was wrong.
pub fn decode_text(file: FileId, bytes: Vec<u8>) -> (String, Option<Diagnostic>) {
    match bytes.as_slice() {
        [0xFF, 0xFE, rest @ ..] => (utf16(rest, u16::from_le_bytes), Some(sixteen(file))),
        [0xFE, 0xFF, rest @ ..] => (utf16(rest, u16::from_be_bytes), Some(sixteen(file))),
        [0xEF, 0xBB, 0xBF, rest @ ..] => {
            let (text, wrong) = eight(file, rest.to_vec());
            let mark =
                Diagnostic::new(&BYTE_ORDER_MARK, Span::top(file), "the file starts with a byte order mark (BOM)")
                    .help("save it as UTF-8 without BOM");
            (text, Some(wrong.unwrap_or(mark)))
        }
        _ => eight(file, bytes),
    }
}

fn eight(file: FileId, bytes: Vec<u8>) -> (String, Option<Diagnostic>) {
    match String::from_utf8(bytes) {
        Ok(text) => (text, None),
        Err(error) => {
            let at = error.utf8_error().valid_up_to();
            let text = String::from_utf8_lossy(error.as_bytes()).into_owned();
            let guess = match error.as_bytes().get(at) {
                Some(0xA3) => "; the byte here is a £ in the Windows encoding",
                Some(0x91..=0x97) => "; the byte here is a quotation mark or dash in the Windows encoding",
                _ => "",
            };
            let span = Span::new(file, at..at + '\u{FFFD}'.len_utf8());
            let problem = Diagnostic::new(&NOT_UTF8, span, format!("the file is not UTF-8 text{guess}"))
                .help("save the file again as UTF-8; in Notepad: File, Save as, Encoding: UTF-8");
            (text, Some(problem))
        }
    }
}

fn utf16(bytes: &[u8], read: fn([u8; 2]) -> u16) -> String {
    let units = bytes.chunks_exact(2).filter_map(|pair| <[u8; 2]>::try_from(pair).ok()).map(read);
    char::decode_utf16(units).map(|unit| unit.unwrap_or(char::REPLACEMENT_CHARACTER)).collect()
}

fn sixteen(file: FileId) -> Diagnostic {
    Diagnostic::new(&NOT_UTF8, Span::top(file), "the file is UTF-16 text (\"Unicode\" in Notepad), not UTF-8")
        .help("save the file again as UTF-8; in Notepad: File, Save as, Encoding: UTF-8")
}
