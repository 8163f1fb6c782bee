//! A site with documents of every kind, each withheld in each way, and words planted in each field.
//! In the texts below, `~name` becomes a word and `~9nn` a number that occur nowhere else.

use crate::folders::write_site;
use crate::search::{NUMBER, STEM};
use crate::workbook::workbook;
use std::collections::{BTreeMap, BTreeSet};
use tempfile::TempDir;

/// How a document is withheld.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Way {
    Exempt,
    Draft,
    Embargo,
    Public,
}

impl Way {
    /// What its words have after their stem.
    pub(crate) fn mark(self) -> &'static str {
        match self {
            Way::Exempt => "exempt",
            Way::Draft => "draft",
            Way::Embargo => "embargo",
            Way::Public => "public",
        }
    }

    fn field(self) -> &'static str {
        match self {
            Way::Exempt => "exempt: {paragraph: 3}",
            Way::Draft => "status: draft",
            Way::Embargo => "published: 2021-06-02",
            Way::Public => "published: 2021-05-31",
        }
    }
}

/// A kind of document, and its files: their names and texts. `WAY` is the field that withholds it.
pub(crate) struct KindOfDocument {
    name: &'static str,
    files: &'static [(&'static str, &'static str)],
}

/// What each document has beside its own parts: every component, and figures of its own.
const CHAPTER: &str = include_str!("chapter.md");
const FIGURES: &str = include_str!("figures.yaml");
const HEADER: &str = include_str!("header.yaml");

pub(crate) const KINDS: [KindOfDocument; 9] = [
    KindOfDocument {
        name: "page",
        files: &[("document.yaml", "kind: page\nHEADER"), ("01-~file.md", "# The ~texttitle\n\nCHAPTER")],
    },
    KindOfDocument { name: "single", files: &[("index.md", "---\nkind: page\nHEADER---\nCHAPTER")] },
    KindOfDocument {
        name: "account",
        files: &[
            (
                "document.yaml",
                "kind: local-account\nHEADEReasy-read:\n  made-by: The ~easymaker\n  tested-by: [{who: The ~easytesters, organisation: ~easyorganisation, date: 2021-01-01}]\n",
            ),
            ("01-~file.md", "# The ~texttitle\n\nCHAPTER"),
            ("index.md", "~introduction\n"),
            ("easy-read/01-~easyfile.md", include_str!("easy.md")),
        ],
    },
    KindOfDocument {
        name: "plan",
        files: &[
            ("document.yaml", include_str!("plan.yaml")),
            (
                "updates/2021-01-31.yaml",
                "text: The ~roundtext grew.\nactions:\n  ~actionid: {status: completed, text: The ~updatetext was done.}\n",
            ),
            ("index.md", "CHAPTER"),
        ],
    },
    KindOfDocument {
        name: "briefing",
        files: &[
            ("document.yaml", include_str!("briefing.yaml")),
            ("~paper.md", "---\nkind: report\ntitle: The ~papertitle\nnumber: ~papernumber\n---\nCHAPTER"),
        ],
    },
    KindOfDocument {
        name: "report",
        files: &[("document.yaml", include_str!("report.yaml")), ("index.md", "CHAPTER")],
    },
    KindOfDocument {
        name: "register",
        files: &[("document.yaml", include_str!("register.yaml")), ("index.md", "CHAPTER")],
    },
    KindOfDocument {
        name: "paper",
        files: &[("index.md", "---\nkind: report\nHEADERnumber: ~number\nreason: For the ~reason.\n---\nCHAPTER")],
    },
    KindOfDocument {
        name: "again",
        files: &[("document.yaml", "kind: page\nHEADER"), ("01-~file.md", "# The ~texttitle\n\nCHAPTER")],
    },
];

/// The planted site.
pub(crate) struct Planted {
    files: BTreeMap<String, Vec<u8>>,
    /// All that was planted and would be seen.
    pub(crate) canaries: BTreeSet<String>,
}

impl Planted {
    pub(crate) fn of(ways: &[Way]) -> Planted {
        let mut planted = Planted { files: BTreeMap::new(), canaries: BTreeSet::new() };
        planted.add("content/site.yaml", include_bytes!("site.yaml"));
        planted.add("content/glossary.yaml", include_bytes!("glossary.yaml"));
        planted.add("content/open.md", b"# Open\n\nA reablement page.\n");
        for (at, way) in ways.iter().enumerate() {
            for (number, kind) in KINDS.iter().enumerate() {
                planted.document(*way, kind, 10 * at + number);
            }
        }
        planted
    }

    fn add(&mut self, path: &str, bytes: &[u8]) {
        self.files.insert(path.to_owned(), bytes.to_vec());
    }

    fn document(&mut self, way: Way, kind: &KindOfDocument, number: usize) {
        let mark = format!("{STEM}{}{}", way.mark(), kind.name);
        let mut write = |text: &str| {
            let text = text.replace("HEADER", HEADER).replace("CHAPTER", CHAPTER).replace("WAY", way.field());
            let numbers = text.match_indices("~9").map(|(at, _)| &text[at + 2..at + 5]);
            self.canaries.extend(numbers.map(|rest| format!("{NUMBER}{number:02}{rest}")));
            let text = text.replace("~9", &format!("{NUMBER}{number:02}"));
            let pieces: Vec<&str> = text.split('~').collect();
            let mut out = pieces[0].to_owned();
            for piece in &pieces[1..] {
                let end = piece.find(|c: char| !c.is_ascii_lowercase()).unwrap_or(piece.len());
                self.canaries.insert(format!("{mark}{}", &piece[..end]));
                out += &format!("{mark}{piece}");
            }
            out
        };
        let folder = format!("content/{}/{}", write("~folder"), write("~document"));
        let mut files: Vec<(String, Vec<u8>)> = kind
            .files
            .iter()
            .map(|(name, text)| (format!("{folder}/{}", write(name)), write(text).into_bytes()))
            .collect();
        if kind.files.iter().any(|(name, _)| *name == "document.yaml") {
            files.push((format!("{folder}/figures.yaml"), write(FIGURES).into_bytes()));
        }
        let picture = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 1 1\"><title>~drawn</title></svg>";
        files.push((format!("{folder}/{}", write("images/~picture.svg")), write(picture).into_bytes()));
        files.push((
            format!("{folder}/{}", write("data/~sheet.csv")),
            write("Place,People\n~csvcell,~9301\n").into_bytes(),
        ));
        let book = workbook(&write("--- Sheet\nPlace|People\n~xlsxcell|~9302\n"));
        files.push((format!("{folder}/{}", write("data/~book.xlsx")), book));
        self.files.extend(files);
    }

    pub(crate) fn write(&self) -> TempDir {
        write_site(self.files.iter().map(|(path, bytes)| (path.as_str(), bytes.as_slice())))
    }
}
