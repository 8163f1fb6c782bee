//! An XLSX file is a ZIP archive of XML parts. They are unpacked one by one, and no further
//! than a limit, whatever the archive says of itself.

use super::super::{FaultKind, MOST_BYTES, SheetFault};
use std::collections::BTreeMap;
use std::io::{Cursor, Read};
use zip::ZipArchive;

/// An archive that has been opened.
pub(super) struct Package<'a> {
    archive: ZipArchive<Cursor<&'a [u8]>>,
    /// Where each part is, by its name in small letters.
    names: BTreeMap<String, usize>,
    /// How many bytes may still be unpacked.
    left: u64,
}

/// Parts that only files of other formats have, and what those are called.
const OTHERS: [(&str, &str); 4] = [
    ("xl/workbook.bin", "a binary workbook (XLSB)"),
    ("content.xml", "an OpenDocument file (ODS)"),
    ("word/document.xml", "a Word document"),
    ("index/document.iwa", "a Numbers spreadsheet"),
];

const SAVE_AS: &str = "open it in the program it was made with, and save it as XLSX (Excel Workbook)";

pub(super) fn unreadable(message: &str) -> SheetFault {
    SheetFault::new(FaultKind::Unreadable, message, SAVE_AS)
}

/// What is said of a workbook that is not put together as it should be.
pub(super) fn damaged() -> SheetFault {
    let help = "open it in Excel, let it repair the file, and save it again as XLSX";
    SheetFault::new(FaultKind::Unreadable, "the workbook is damaged", help)
}

impl<'a> Package<'a> {
    /// Opens a workbook; other kinds of file are told by their first bytes and their parts.
    pub(super) fn open(bytes: &'a [u8]) -> Result<Package<'a>, SheetFault> {
        if bytes.starts_with(&[0xD0, 0xCF, 0x11, 0xE0]) {
            return Err(old_or_protected(bytes));
        }
        if !bytes.starts_with(b"PK") {
            return Err(unreadable("the file is not an XLSX workbook"));
        }
        let archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| damaged())?;
        let mut names = BTreeMap::new();
        for (index, name) in archive.file_names().enumerate() {
            if let Ok(name) = name {
                names.insert(name.replace('\\', "/").to_lowercase(), index);
            }
        }
        if let Some((_, what)) = OTHERS.iter().find(|(part, _)| names.contains_key(*part)) {
            return Err(unreadable(&format!("the file is {what}, not an XLSX workbook")));
        }
        Ok(Package { archive, names, left: MOST_BYTES as u64 })
    }

    /// The text of a part, `xl/workbook.xml`; none if there is no such part.
    pub(super) fn part(&mut self, name: &str) -> Result<Option<String>, SheetFault> {
        let Some(index) = self.names.get(&name.to_lowercase()) else { return Ok(None) };
        let part = self.archive.by_index(*index).map_err(|_| damaged())?;
        let too_large = || SheetFault::too_large("the workbook");
        if part.size() > self.left {
            return Err(too_large());
        }
        let mut bytes = Vec::new();
        // One byte more than is allowed tells a part that is larger than it says.
        part.take(self.left + 1).read_to_end(&mut bytes).map_err(|_| damaged())?;
        self.left = self.left.checked_sub(bytes.len() as u64).ok_or_else(too_large)?;
        let text = String::from_utf8(bytes).map_err(|_| damaged())?;
        Ok(Some(text))
    }
}

/// Workbooks of Excel 97 and protected ones are the same kind of file.
fn old_or_protected(bytes: &[u8]) -> SheetFault {
    let mark: Vec<u8> = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect();
    if bytes.windows(mark.len()).any(|window| window == mark) {
        let help = "open it in Excel, remove the password (File, Info, Protect Workbook), and save it again";
        return SheetFault::new(FaultKind::Unreadable, "the workbook is protected by a password", help);
    }
    unreadable("the file is a workbook of the old format (XLS), not XLSX")
}
