//! The manifest: what Candour wrote into an output folder, and what each file held. Only
//! what is in it is ever replaced or removed.

use super::Output;
use std::collections::BTreeMap;
use std::fmt::Write;
use xxhash_rust::xxh3::xxh3_128;

/// Its name in the output folder.
pub(super) const NAME: &str = ".candour-manifest";

const HEADER: &str = "candour manifest 1";

/// The files of an output folder: path to content hash and size in bytes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Manifest {
    /// By path below the output folder.
    pub files: BTreeMap<String, (u128, u64)>,
}

impl Manifest {
    /// The manifest of a finished site.
    pub fn of(output: &Output) -> Manifest {
        let entry = |(path, piece): (&String, &super::Piece)| {
            (path.clone(), (xxh3_128(piece.bytes()), piece.bytes().len() as u64))
        };
        Manifest { files: output.iter().map(entry).collect() }
    }

    /// As text: a line for each file, in path order.
    pub fn text(&self) -> String {
        let mut out = format!("{HEADER}\n");
        for (path, (hash, size)) in &self.files {
            let _ = writeln!(out, "{hash:032x} {size} {path}");
        }
        out
    }

    /// Reads a manifest; `None` if the text is none.
    pub fn parse(text: &str) -> Option<Manifest> {
        let mut lines = text.lines();
        if lines.next() != Some(HEADER) {
            return None;
        }
        let mut files = BTreeMap::new();
        for line in lines {
            let mut parts = line.splitn(3, ' ');
            let hash = u128::from_str_radix(parts.next()?, 16).ok()?;
            let size = parts.next()?.parse().ok()?;
            files.insert(parts.next()?.to_owned(), (hash, size));
        }
        Some(Manifest { files })
    }
}
