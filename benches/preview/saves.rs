//! What is saved, and how: the kinds of save, and the places of a site that they change.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// A kind of save.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// A chapter's text, written over the old one.
    InPlace,
    /// A chapter's text, written beside and moved over the old one.
    Moved,
    /// A chapter's title, which other pages show too.
    Title,
    /// A definition of the glossary.
    Definition,
    /// The notice at the foot of every page.
    Notice,
    /// A style of the site's own.
    Style,
}

impl Kind {
    pub(crate) const ALL: [Kind; 6] =
        [Kind::InPlace, Kind::Moved, Kind::Title, Kind::Definition, Kind::Notice, Kind::Style];

    /// Its name in a table.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Kind::InPlace => "a chapter, in place",
            Kind::Moved => "a chapter, moved over it",
            Kind::Title => "a chapter's title",
            Kind::Definition => "a definition",
            Kind::Notice => "the notice of all pages",
            Kind::Style => "a style",
        }
    }
}

/// A word that stands nowhere else, and is as long as all of them: so no file changes its size.
pub(crate) fn word(turn: usize) -> String {
    let letter = |place: u32| char::from(b'a' + (turn / 26usize.pow(place) % 26) as u8);
    format!("Kept{}", (0..4).rev().map(letter).collect::<String>())
}

/// A site on disk that is worked on.
pub(crate) struct Site {
    pub(crate) root: PathBuf,
    chapters: usize,
    chapter: String,
    texts: BTreeMap<String, String>,
}

const GLOSSARY: &str = "content/glossary.yaml";
const SETTINGS: &str = "content/site.yaml";
const STYLE: &str = "themes/plain/style/90-own.css";
const STYLE_TEXT: &str = ".own { --own: none; }\n";

impl Site {
    /// The site of these files, which will be in `root`.
    pub(crate) fn of(files: &BTreeMap<String, String>, root: &Path) -> Site {
        let is_chapter = |path: &&String| {
            let name = path.rsplit('/').next().unwrap_or_default();
            name.ends_with(".md") && name.starts_with(|first: char| first.is_ascii_digit())
        };
        let chapters: Vec<&String> = files.keys().filter(is_chapter).collect();
        // One in the middle, with others before and after it.
        let chapter = chapters[chapters.len() / 2].clone();
        let mut texts: BTreeMap<String, String> =
            [chapter.as_str(), GLOSSARY, SETTINGS].map(|path| (path.to_owned(), files[path].clone())).into();
        texts.insert(STYLE.into(), STYLE_TEXT.into());
        Site { root: root.to_owned(), chapters: chapters.len(), chapter, texts }
    }

    /// The same chapter, in another program's folder.
    pub(crate) fn elsewhere(&self, root: &Path) -> Site {
        Site { root: root.to_owned(), chapter: self.chapter.clone(), texts: self.texts.clone(), ..*self }
    }

    /// Adds what a site may have and this one has not: a style of its own.
    pub(crate) fn prepare(&self) {
        let path = self.root.join(STYLE);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, STYLE_TEXT).unwrap();
    }

    pub(crate) fn chapters(&self) -> usize {
        self.chapters
    }

    /// The address of the chapter that is worked on, without slashes around it.
    pub(crate) fn page(&self) -> String {
        let (folder, name) = self.chapter.rsplit_once('/').unwrap();
        let name = name.split_once('-').map_or(name, |(_, name)| name);
        inside(&format!("{folder}/{name}"))
    }

    /// Its address where the number belongs to the address.
    pub(crate) fn numbered_page(&self) -> String {
        inside(&self.chapter)
    }

    /// The address of its document.
    pub(crate) fn landing(&self) -> String {
        inside(self.chapter.rsplit_once('/').unwrap().0)
    }

    /// Saves, with a word that was not there before.
    pub(crate) fn save(&self, kind: Kind, word: &str) {
        let (path, text) = self.text(kind);
        let put = |mark: &str, new: &str| {
            assert!(text.contains(mark), "{path} has no `{mark}`");
            text.replacen(mark, new, 1)
        };
        let text = match kind {
            Kind::InPlace | Kind::Moved => format!("{text}\nThis was {word} here.\n"),
            Kind::Title => put("\ntitle: ", &format!("\ntitle: {word} ")),
            Kind::Definition => put("definition: >-\n    ", &format!("definition: >-\n    {word} here. ")),
            Kind::Notice if text.contains("\nnotice: >-\n  ") => {
                put("\nnotice: >-\n  ", &format!("\nnotice: >-\n  {word} here. "))
            }
            Kind::Notice => format!("{text}notice: {word} here.\n"),
            Kind::Style => format!(".own {{ --own: {word}; }}\n"),
        };
        self.write(kind, path, &text);
    }

    /// Saves the file as it was at first.
    pub(crate) fn restore(&self, kind: Kind) {
        let (path, text) = self.text(kind);
        self.write(kind, path, text);
    }

    fn text(&self, kind: Kind) -> (&str, &str) {
        let path = match kind {
            Kind::InPlace | Kind::Moved | Kind::Title => self.chapter.as_str(),
            Kind::Definition => GLOSSARY,
            Kind::Notice => SETTINGS,
            Kind::Style => STYLE,
        };
        (path, &self.texts[path])
    }

    fn write(&self, kind: Kind, path: &str, text: &str) {
        let path = self.root.join(path);
        if kind == Kind::Moved {
            let beside = path.with_extension("md.tmp");
            fs::write(&beside, text).unwrap();
            fs::rename(beside, path).unwrap();
        } else {
            fs::write(path, text).unwrap();
        }
    }
}

/// The address of a file's page.
fn inside(path: &str) -> String {
    path.trim_start_matches("content/").trim_end_matches(".md").to_owned()
}
