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
    /// The name of the manifest's file in the output folder.
    pub const FILE: &str = NAME;

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
            let _ = writeln!(out, "{hash:032x} {size} {}", escape(path));
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
            files.insert(unescape(parts.next()?), (hash, size));
        }
        Some(Manifest { files })
    }
}

/// File names may hold line breaks, and a line break here begins another file.
const ESCAPES: [(char, &str); 3] = [('\\', "\\\\"), ('\n', "\\n"), ('\r', "\\r")];

fn escape(path: &str) -> String {
    let mut out = String::with_capacity(path.len());
    for c in path.chars() {
        match ESCAPES.iter().find(|(plain, _)| *plain == c) {
            Some((_, escaped)) => out.push_str(escaped),
            None => out.push(c),
        }
    }
    out
}

fn unescape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        let found = ESCAPES.iter().find_map(|(plain, escaped)| Some((*plain, rest.strip_prefix(*escaped)?)));
        let (plain, after) = found.unwrap_or((c, rest.get(c.len_utf8()..).unwrap_or_default()));
        out.push(plain);
        rest = after;
    }
    out
}

#[cfg(test)]
mod tests {
    use super::Manifest;
    use std::collections::BTreeMap;

    #[test]
    fn a_manifest_is_read_as_it_was_written() {
        let names = ["index.html", "a b/ü.svg", "two\nlines\r", "back\\slash\\n", " ", ""];
        let files: BTreeMap<_, _> = names.iter().map(|name| ((*name).to_owned(), (7, 9))).collect();
        let manifest = Manifest { files };
        assert_eq!(Manifest::parse(&manifest.text()), Some(manifest));
    }

    #[test]
    fn what_is_no_manifest_is_not_read() {
        let header = "candour manifest 1\n";
        for text in ["", "anything", "candour manifest 2\n", &format!("{header}0 1"), &format!("{header}x 1 a")] {
            assert_eq!(Manifest::parse(text), None, "{text}");
        }
    }
}
