//! Looks for canaries in bytes, in the forms in which a website may hold a text: as it is, in capitals,
//! with tags or invisible characters between its letters, as references of HTML, escapes of JSON, CSS and
//! addresses, in UTF-16, base64 and hexadecimal, and packed by gzip, zlib or zip.

use std::collections::BTreeSet;
use std::io::{Cursor, Read};

/// What every planted word begins with; no language has it.
pub(crate) const STEM: &str = "zyxq";
/// What every planted number begins with.
pub(crate) const NUMBER: &str = "8319";

pub(crate) fn canaries_in(bytes: &[u8]) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    look(bytes, 0, &mut found);
    found
}

fn look(bytes: &[u8], depth: u8, found: &mut BTreeSet<String>) {
    let text = String::from_utf8_lossy(bytes);
    for form in [
        text.to_lowercase(),
        unescaped(&text),
        without_tags(&unescaped(&text)),
        utf16(bytes, false),
        utf16(bytes, true),
    ] {
        words(&form, found);
        numbers(&form, found);
    }
    encoded(&text, found);
    if depth < 2 {
        for inside in unpacked(bytes) {
            look(&inside, depth + 1, found);
        }
    }
}

/// Whole planted words.
fn words(text: &str, found: &mut BTreeSet<String>) {
    for (at, _) in text.match_indices(STEM) {
        let rest = &text[at..];
        let end = rest.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(rest.len());
        found.insert(rest[..end].to_owned());
    }
}

/// Planted numbers, with or without commas and spaces between their digits.
fn numbers(text: &str, found: &mut BTreeSet<String>) {
    let digits: String = text.chars().filter(|c| !matches!(c, ',' | '\u{a0}' | '\u{202f}' | '\u{2009}')).collect();
    for (at, _) in digits.match_indices(NUMBER) {
        let before = digits[..at].chars().next_back();
        let rest = &digits[at..];
        let end = rest.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(rest.len());
        // A hash has letters or more digits around.
        if !before.is_some_and(|c| c.is_ascii_alphanumeric() || c == '.')
            && rest[..end].bytes().all(|b| b.is_ascii_digit())
        {
            found.insert(rest[..end].to_owned());
        }
    }
}

/// `&#122;`, `&#x7a;`, `\u007a`, `\7a `, `%7A` as the letters that they stand for; invisible characters left out.
fn unescaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(letter) = rest.chars().next() {
        let (code, length) = match letter {
            '&' => reference(rest),
            '%' => hex(rest, 1, 2),
            '\\' if rest.starts_with("\\u") => hex(rest, 2, 4),
            '\\' => css(rest),
            _ => None,
        }
        .unwrap_or((u32::from(letter), letter.len_utf8()));
        let letter = char::from_u32(code).unwrap_or(' ');
        if !matches!(letter, '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}') {
            out.extend(letter.to_lowercase());
        }
        rest = &rest[length..];
    }
    out
}

fn reference(text: &str) -> Option<(u32, usize)> {
    let end = text.find(';').filter(|end| *end < 10)?;
    let code = text[..end].strip_prefix("&#")?;
    let code = match code.strip_prefix(['x', 'X']) {
        Some(hex) => u32::from_str_radix(hex, 16).ok()?,
        None => code.parse().ok()?,
    };
    Some((code, end + 1))
}

fn hex(text: &str, from: usize, digits: usize) -> Option<(u32, usize)> {
    let code = u32::from_str_radix(text.get(from..from + digits)?, 16).ok()?;
    Some((code, from + digits))
}

/// An escape of CSS: up to six digits and a space that ends them.
fn css(text: &str) -> Option<(u32, usize)> {
    let digits = text[1..].bytes().take(6).take_while(u8::is_ascii_hexdigit).count();
    let code = u32::from_str_radix(text.get(1..=digits)?, 16).ok()?;
    Some((code, 1 + digits + usize::from(text[1 + digits..].starts_with(' '))))
}

fn without_tags(text: &str) -> String {
    let mut inside = false;
    text.chars()
        .filter(|c| {
            inside = *c == '<' || inside && *c != '>';
            !inside && *c != '>'
        })
        .collect()
}

fn utf16(bytes: &[u8], big: bool) -> String {
    let unit =
        |pair: &[u8]| if big { u16::from_be_bytes([pair[0], pair[1]]) } else { u16::from_le_bytes([pair[0], pair[1]]) };
    String::from_utf16_lossy(&bytes.chunks_exact(2).map(unit).collect::<Vec<u16>>()).to_lowercase()
}

/// Hexadecimal and base64, of which the middle is the same at each of three beginnings.
fn encoded(text: &str, found: &mut BTreeSet<String>) {
    for stem in [STEM.to_owned(), STEM.to_uppercase(), format!("Z{}", &STEM[1..])] {
        let hex: String = stem.bytes().map(|byte| format!("{byte:02x}")).collect();
        if text.to_lowercase().contains(&hex) {
            found.insert(format!("{stem} in hexadecimal"));
        }
        for shift in 0..3 {
            let padded: Vec<u8> = std::iter::repeat_n(0, shift).chain(stem.bytes()).collect();
            // What depends on the bytes before and after is cut away.
            let middle = base64(&padded)[(shift * 8).div_ceil(6)..padded.len() * 8 / 6].to_owned();
            if text.contains(&middle) {
                found.insert(format!("{stem} in base64"));
            }
        }
    }
}

fn base64(bytes: &[u8]) -> String {
    const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let bits: Vec<u8> = bytes.iter().flat_map(|byte| (0..8).rev().map(move |bit| byte >> bit & 1)).collect();
    let sextet = |bits: &[u8]| bits.iter().fold(0, |sum, bit| sum * 2 + usize::from(*bit)) << (6 - bits.len());
    bits.chunks(6).map(|bits| char::from(LETTERS[sextet(bits)])).collect()
}

/// What is packed in the bytes.
fn unpacked(bytes: &[u8]) -> Vec<Vec<u8>> {
    let mut inside = Vec::new();
    let mut read = |reader: &mut dyn Read| {
        let mut out = Vec::new();
        // What was read before a mistake counts too.
        let _ = reader.read_to_end(&mut out);
        inside.push(out);
    };
    if bytes.starts_with(&[0x1f, 0x8b]) {
        read(&mut flate2::read::MultiGzDecoder::new(bytes));
    }
    if bytes.first() == Some(&0x78) {
        read(&mut flate2::read::ZlibDecoder::new(bytes));
    }
    if let Ok(mut archive) = zip::ZipArchive::new(Cursor::new(bytes)) {
        for index in 0..archive.len() {
            if let Ok(mut file) = archive.by_index(index) {
                read(&mut file);
            }
        }
    }
    inside
}

mod tests {
    use super::{base64, canaries_in};
    use std::io::Write;

    #[test]
    fn each_form_is_recognised() {
        let gzip = {
            let mut packer = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
            packer.write_all(b"a zyxqword").unwrap();
            packer.finish().unwrap()
        };
        let zlib = {
            let mut packer = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::best());
            packer.write_all(b"a zyxqword").unwrap();
            packer.finish().unwrap()
        };
        let wide: Vec<u8> = "a zyxqword".encode_utf16().flat_map(u16::to_le_bytes).collect();
        let forms: Vec<Vec<u8>> = vec![
            b"a zyxqword b".into(),
            b"A ZYXQWORD".into(),
            b"&#122;&#x79;xqword".into(),
            br"\u007ayxqword".into(),
            br"\7a yxqword".into(),
            b"%7Ayxqword".into(),
            b"zy<b>x</b>qword".into(),
            "zy\u{ad}xqword".into(),
            base64(b"a zyxqword").into(),
            base64(b"ab zyxqword").into(),
            base64(b"abc zyxqword").into(),
            b"7a797871776f7264".into(),
            b"GBP 83,191,200 more".into(),
            crate::workbook::workbook("--- A\nzyxqword|1\n"),
            gzip,
            zlib,
            wide,
        ];
        for form in forms {
            assert!(!canaries_in(&form).is_empty(), "{}", String::from_utf8_lossy(&form));
        }
        assert!(canaries_in(b"nothing here, a hash a8319c83190 and 18319").is_empty());
    }
}
