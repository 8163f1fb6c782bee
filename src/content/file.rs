//! One file of a site, read by itself: what can be known of it without any other file. It is
//! a pure function of the file's path and bytes, so it can be kept until the file changes.

use super::action_plan::{Round, decode_plan, decode_round};
use super::briefing::decode_briefing;
use super::chapter::{self, MarkdownFile, cover};
use super::checks::{Baseline, Note, decode_baseline, read_notes};
use super::easy_read::decode_easy_read;
use super::figures::{Figures, Indicators, decode_figures, decode_indicators};
use super::names::{Purpose, check_name, is_text, purpose};
use super::paragraphs::{Record, decode_record};
use super::picture::{self, PictureFacts};
use super::risk_register::decode_register;
use super::sheet::{Format, format_of};
use super::{Chapter, Glossary, Header, Kind, Settings, glossary, settings};
use crate::diagnostic::rules::checks::BAD_CHECK;
use crate::diagnostic::rules::files::TOO_LARGE;
use crate::diagnostic::{Diagnostic, FileId, Severity, Span};
use crate::prose::plain::WordList;
use crate::source::{Excerpt, Fields, SitePath, decode_text, parse_yaml};
use std::sync::{Arc, OnceLock};
use xxhash_rust::xxh3::xxh3_64;

/// The largest text or data file that is read, in bytes.
pub(super) const LARGEST_TEXT: u64 = 8 << 20;

/// A file that is published as it is, if a page uses it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asset {
    /// Its size in bytes.
    pub size: u64,
    /// For pictures, what is known of them.
    pub picture: Option<PictureFacts>,
    /// For pictures and data files, a fingerprint of their bytes; 0 for what is not looked into.
    pub print: u64,
}

/// What a file is to Candour, by its name alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Role {
    /// A text below `content/`.
    Text,
    /// A picture below `content/`, which is looked into.
    Picture,
    /// A CSV or XLSX file below `content/`: what tables are made from, and a download too.
    Sheet(Format),
    /// Any other file below `content/`.
    Download,
    /// A template, style, script or strings file of a theme.
    ThemeText,
    /// Any other file of a theme.
    ThemeAsset,
}

/// The role of the file at `path`, counted from the site's folder.
pub(super) fn role(path: &SitePath) -> Role {
    let ending = path.ending();
    match path.below("content") {
        Some(_) if is_text(path) => Role::Text,
        Some(_) if picture::is_picture(&ending) => Role::Picture,
        Some(_) => format_of(path).map_or(Role::Download, Role::Sheet),
        None if matches!(ending.as_str(), "html" | "css" | "js" | "yaml") => Role::ThemeText,
        None => Role::ThemeAsset,
    }
}

impl Role {
    /// Whether what is known of a file of this size depends on its bytes.
    pub(super) fn is_read(self, size: u64) -> bool {
        match self {
            Role::Text | Role::ThemeText | Role::Sheet(_) => size <= LARGEST_TEXT,
            Role::Picture | Role::ThemeAsset => true,
            Role::Download => false,
        }
    }

    /// Whether the file is a text with a number, into which diagnostics point.
    pub(super) fn is_text(self) -> bool {
        matches!(self, Role::Text | Role::ThemeText | Role::Sheet(Format::Text))
    }
}

/// What a text holds.
#[derive(Debug)]
pub(super) enum Parsed {
    Settings(Arc<Settings>),
    Glossary(Arc<Glossary>),
    PlainWords(Arc<WordList>),
    Header(Arc<Header>),
    Indicators(Arc<Indicators>),
    Figures(Arc<Figures>),
    Paragraphs(Arc<Record>),
    Round(Arc<Round>),
    Baseline(Arc<Baseline>),
    Markdown(Box<Markdown>),
    Nothing,
}

/// A Markdown file, and what became of it as a chapter and as a document of its own. Which of
/// the two it is, only its folder tells.
#[derive(Debug)]
pub(super) struct Markdown {
    pub(super) file: MarkdownFile,
    chapter: OnceLock<Decoded>,
    single: OnceLock<Decoded>,
}

/// A Markdown file as a chapter, or as a document with a header.
#[derive(Clone, Debug)]
pub(super) struct Decoded {
    pub(super) header: Option<Arc<Header>>,
    pub(super) chapter: Arc<Chapter>,
    pub(super) diagnostics: Vec<Diagnostic>,
}

impl Markdown {
    fn new(file: MarkdownFile) -> Markdown {
        Markdown { file, chapter: OnceLock::new(), single: OnceLock::new() }
    }

    /// The file as a chapter of the document in its folder.
    pub(super) fn as_chapter(&self) -> &Decoded {
        self.chapter.get_or_init(|| {
            let mut diagnostics = Vec::new();
            let chapter = Arc::new(chapter::chapter(&self.file, &mut diagnostics));
            Decoded { header: None, chapter, diagnostics }
        })
    }

    /// The file as a document of its own.
    pub(super) fn as_single(&self) -> &Decoded {
        self.single.get_or_init(|| {
            let mut diagnostics = Vec::new();
            let (header, chapter) = chapter::single(&self.file, &mut diagnostics);
            Decoded { header: Some(Arc::new(header)), chapter: Arc::new(chapter), diagnostics }
        })
    }
}

/// A text, read.
#[derive(Debug)]
pub(super) struct Text {
    pub(super) file: FileId,
    /// Where it is below `content/`, if it is there.
    pub(super) inside: Option<SitePath>,
    pub(super) text: Arc<str>,
    pub(super) parsed: Parsed,
    /// What its comments say of messages.
    pub(super) notes: Arc<Vec<Note>>,
    pub(super) diagnostics: Vec<Diagnostic>,
}

/// Reads a text; `size` is that of the file, and texts that are too large are not looked into.
pub(super) fn read_text(file: FileId, path: &SitePath, size: u64, bytes: Vec<u8>) -> Text {
    let mut diagnostics = Vec::new();
    let inside = path.strip("content");
    if size > LARGEST_TEXT {
        diagnostics.push(
            Diagnostic::new(
                &TOO_LARGE,
                Span::top(file),
                format!("{} is larger than 8 MB, the most that Candour reads as one text", path.name()),
            )
            .help("split the text, or give the file its right ending"),
        );
        return Text {
            file,
            inside,
            text: Arc::default(),
            parsed: Parsed::Nothing,
            notes: Arc::default(),
            diagnostics,
        };
    }
    let (text, odd) = decode_text(file, bytes);
    diagnostics.extend(odd);
    let parsed = match &inside {
        Some(inside) => parse(file, inside, &text, &mut diagnostics),
        None => Parsed::Nothing,
    };
    let notes = match &parsed {
        // Nobody writes in the list of known faults, and it can be long.
        Parsed::Nothing | Parsed::Baseline(_) => Vec::new(),
        _ => read_notes(file, &text, matches!(parsed, Parsed::Markdown(_)), &mut diagnostics),
    };
    Text { file, inside, text: text.into(), parsed, notes: Arc::new(notes), diagnostics }
}

fn parse(file: FileId, path: &SitePath, text: &str, out: &mut Vec<Diagnostic>) -> Parsed {
    let purpose = purpose(path);
    check_name(file, path, text, purpose, out);
    let whole = || Excerpt::verbatim(file, 0, text);
    match purpose {
        _ if text.trim().is_empty() => Parsed::Nothing,
        Purpose::Settings => Parsed::Settings(Arc::new(settings::decode(&whole(), out))),
        Purpose::Glossary => Parsed::Glossary(Arc::new(glossary::decode(&whole(), out))),
        Purpose::PlainWords => Parsed::PlainWords(Arc::new(WordList::decode(&whole(), out))),
        Purpose::DocumentHeader => Parsed::Header(Arc::new(decode_header(&whole(), out))),
        Purpose::Indicators => Parsed::Indicators(Arc::new(decode_indicators(&whole(), out))),
        Purpose::Figures => Parsed::Figures(Arc::new(decode_figures(&whole(), out))),
        Purpose::Paragraphs => Parsed::Paragraphs(Arc::new(decode_record(&whole(), out))),
        Purpose::Round => {
            decode_round(file, path, &whole(), out).map_or(Parsed::Nothing, |round| Parsed::Round(Arc::new(round)))
        }
        Purpose::Baseline => {
            decode_baseline(&whole(), out).map_or(Parsed::Nothing, |baseline| Parsed::Baseline(Arc::new(baseline)))
        }
        Purpose::Markdown => Parsed::Markdown(Box::new(Markdown::new(chapter::read(file, path, text, out)))),
        Purpose::Stray => Parsed::Nothing,
    }
}

fn decode_header(source: &Excerpt, out: &mut Vec<Diagnostic>) -> Header {
    let silent = Header::silent(Kind::Page, Span { end: source.span.start, ..source.span });
    let (Some(yaml), sound) = parse_yaml(source, out) else { return silent };
    let Some(fields) = Fields::of(&yaml, "document.yaml", out) else { return silent };
    let mut fields = fields.sound(sound);
    let mut header = Header::decode(&mut fields, None);
    if header.title.is_none() {
        fields.missing("title", "it names the document: `title: Local Account 2019 to 2020`");
    }
    header.easy_read = fields.take("easy-read").and_then(|yaml| decode_easy_read(yaml, fields.out)).map(Arc::new);
    match header.kind.value {
        Kind::Briefing => header.briefing = Some(Arc::new(decode_briefing(&mut fields))),
        Kind::Report => header.cover = Some(Arc::new(cover(&mut fields, &header))),
        Kind::ActionPlan => header.plan = Some(Arc::new(decode_plan(&mut fields))),
        Kind::RiskRegister => header.register = Some(Arc::new(decode_register(&mut fields))),
        Kind::LocalAccount | Kind::Page => {}
    }
    // What its fields should be, its kind would tell.
    match header.kind_unclear {
        true => fields.finish_unclear(),
        false => fields.finish(),
    }
    header
}

/// Whether the cover list of a briefing says of a paper that the public may not read it.
fn holds_exempt(header: &Header) -> bool {
    header.briefing.as_ref().is_some_and(|briefing| briefing.items.iter().any(|item| item.exempt.is_some()))
}

impl Text {
    /// Whether mistakes keep the file from saying what it should: not those of running text,
    /// which is shown as far as it goes. `chapter` tells whether a Markdown file is one of several.
    pub(super) fn is_broken(&self, chapter: bool) -> bool {
        // How serious messages are changes no page.
        let error = |told: &Diagnostic| told.severity == Severity::Error && told.rule != &BAD_CHECK;
        match &self.parsed {
            Parsed::Markdown(markdown) => {
                let front = |told: &Diagnostic| error(told) && told.span.end <= markdown.file.body_start();
                let decoded = if chapter { markdown.as_chapter() } else { markdown.as_single() };
                // What says that it is exempt is held back, whatever else is wrong with it: an earlier
                // version would be shown.
                let exempt = decoded.chapter.exempt.or_else(|| decoded.header.as_ref()?.exempt);
                if exempt.is_some() {
                    return false;
                }
                markdown.file.has_lost_front() || self.diagnostics.iter().chain(&decoded.diagnostics).any(front)
            }
            Parsed::Header(header) if header.exempt.is_some() || holds_exempt(header) => false,
            Parsed::Settings(_)
            | Parsed::Glossary(_)
            | Parsed::PlainWords(_)
            | Parsed::Header(_)
            | Parsed::Indicators(_)
            | Parsed::Figures(_)
            | Parsed::Paragraphs(_)
            | Parsed::Round(_)
            | Parsed::Baseline(_)
            | Parsed::Nothing => self.diagnostics.iter().any(error),
        }
    }

    /// What is shown while this text is broken: the text as it last was, but with the new words
    /// where only the front matter is wrong.
    pub(super) fn mended_by(&self, before: &Text) -> Option<Text> {
        match (&self.parsed, &before.parsed) {
            (Parsed::Markdown(now), Parsed::Markdown(then)) if !now.file.has_lost_front() => {
                let file = now.file.with_front_of(&then.file);
                let parsed = Parsed::Markdown(Box::new(Markdown::new(file)));
                let (file, inside) = (self.file, self.inside.clone());
                let notes = Arc::clone(&self.notes);
                Some(Text { file, inside, text: Arc::clone(&self.text), parsed, notes, diagnostics: Vec::new() })
            }
            _ => None,
        }
    }
}

/// What is known of a file that is published as it is.
pub(super) fn read_asset(path: &SitePath, size: u64, bytes: &[u8]) -> Asset {
    let ending = path.ending();
    let picture = picture::is_picture(&ending).then(|| picture::look(&ending, bytes));
    let looked_into = picture.is_some() || (format_of(path).is_some() && size <= LARGEST_TEXT);
    let print = if looked_into { xxh3_64(bytes) } else { 0 };
    Asset { size, picture, print }
}
