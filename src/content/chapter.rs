//! One Markdown file: a chapter, a page or an introduction.

use super::Header;
use super::checks::{Levels, take_levels};
use super::document::Kind;
use super::easy_read::is_easy_read;
use super::exempt::{Exempt, decode_exempt};
use super::local_account;
use crate::diagnostic::rules::documents::{EMPTY_PAGE, MISSING_TITLE, TITLE_TWICE, UNKNOWN_KIND};
use crate::diagnostic::rules::fields::MISSING_FIELD;
use crate::diagnostic::{Diagnostic, FileId, Span};
use crate::prose::component::Contact;
use crate::prose::{
    Block, BlockKind, CoverSheet, Prose, number_paragraphs, parse_easy_read, parse_prose, plain_text, prose_text, slug,
};
use crate::source::{Excerpt, Fields, Located, SitePath, Yaml, parse_yaml, split_front_matter};
use std::sync::Arc;

/// A chapter.
#[derive(Clone, Debug)]
pub struct Chapter {
    /// The file it is written in.
    pub file: FileId,
    /// Where that file is, below `content/`.
    pub path: SitePath,
    /// The same without number and ending: the path of its address.
    pub place: SitePath,
    /// The number in front of the file's name.
    pub number: Option<u32>,
    /// The last part of its address.
    pub slug: String,
    /// Its title.
    pub title: String,
    /// What it is about, in a line.
    pub summary: Option<String>,
    /// The parts of the account that it covers.
    pub roles: Vec<local_account::Role>,
    /// Whether it is a report, whose text begins with its cover sheet.
    pub report: bool,
    /// In an Easy Read edition, the chapters that it retells, as written.
    pub retells: Vec<Located<String>>,
    /// That the public may not read it.
    pub exempt: Option<Exempt>,
    /// How serious messages about it are, as its own front matter says.
    pub checks: Levels,
    /// Its text.
    pub prose: Arc<Prose>,
    /// How many words it has.
    pub words: usize,
    /// The terms that the text links, by their places in the glossary, ascending; empty until
    /// the glossary has been at work on it.
    pub terms: Vec<usize>,
    /// The names of the data files of its tables, in their order; `None` for a table without.
    /// Empty where no table has any, and until figures are filled in.
    pub data: Vec<Option<String>>,
}

impl Chapter {
    /// The top of its file.
    pub fn top(&self) -> Span {
        Span::top(self.file)
    }

    /// How long it takes to read, in whole minutes, at 200 words a minute.
    pub fn minutes(&self) -> usize {
        self.words.div_ceil(200).max(1)
    }
}

/// A Markdown file, taken apart but not yet known as chapter or page.
#[derive(Debug)]
pub(super) struct MarkdownFile {
    file: FileId,
    path: SitePath,
    front: Option<Arc<(Yaml, bool)>>,
    /// Whether there is front matter of which nothing can be told, or that stands too low.
    front_lost: bool,
    prose: Arc<Prose>,
    /// Whether something in the text was reported: a text that was refused is not also empty.
    told: bool,
    body: Span,
}

impl MarkdownFile {
    fn top(&self) -> Span {
        Span::top(self.file)
    }

    /// The first byte behind the front matter.
    pub(super) fn body_start(&self) -> u32 {
        self.body.start
    }

    /// Whether there is front matter of which nothing can be told.
    pub(super) fn has_lost_front(&self) -> bool {
        self.front_lost
    }

    /// This text under the front matter of another one.
    pub(super) fn with_front_of(&self, other: &MarkdownFile) -> MarkdownFile {
        MarkdownFile {
            file: self.file,
            path: self.path.clone(),
            front: other.front.clone(),
            front_lost: false,
            prose: Arc::clone(&self.prose),
            told: self.told,
            body: self.body,
        }
    }
}

/// Takes a file apart: front matter as YAML, the rest as prose. `path` is counted from `content/`.
pub(super) fn read(file: FileId, path: &SitePath, text: &str, out: &mut Vec<Diagnostic>) -> MarkdownFile {
    let parts = split_front_matter(file, text, out);
    let front = parts.yaml.as_ref().map(|yaml: &Excerpt| parse_yaml(yaml, out));
    let front_lost = parts.late || matches!(front, Some((None, _)));
    let front = front.and_then(|(tree, sound)| Some((tree?, sound)));
    let front = front.filter(|(tree, _)| tree.value != crate::source::Value::Null).map(Arc::new);
    let before = out.len();
    let read = if is_easy_read(path) { parse_easy_read } else { parse_prose };
    let prose = Arc::new(read(&parts.body, out));
    let told = out.len() > before;
    MarkdownFile { file, path: path.clone(), front, front_lost, prose, told, body: parts.body.span }
}

/// The chapter of a document in a folder.
pub(super) fn chapter(markdown: &MarkdownFile, out: &mut Vec<Diagnostic>) -> Chapter {
    let (number, slug) = number_and_slug(markdown.path.stem());
    let mut title = None;
    let mut summary = None;
    let mut roles = Vec::new();
    let mut title_hidden = markdown.front_lost;
    let mut late = Vec::new();
    let (mut sheet, mut exempt, mut retells) = (None, None, Vec::new());
    let mut checks = Levels::default();
    let easy = is_easy_read(&markdown.path);
    match markdown.front.as_deref() {
        Some((yaml, sound)) => {
            title_hidden = true;
            let what = if easy { "an Easy Read chapter" } else { "a chapter" };
            if let Some(fields) = Fields::of(yaml, what, out) {
                let mut fields = fields.sound(*sound);
                let mut unclear = false;
                title = fields.text("title");
                title_hidden = markdown.front_lost || hides_title(&fields);
                summary = fields.text("summary").map(|text| text.value);
                checks = take_levels(&mut fields);
                if easy {
                    retells = fields.texts("retells");
                } else {
                    roles = local_account::roles(Some(&mut fields), &markdown.prose, &slug, &mut late);
                    exempt = decode_exempt(&mut fields);
                    let report = fields.choice("kind", &UNKNOWN_KIND, &[("report", ())]).is_some();
                    unclear = !report && fields.has("kind");
                    if report || !unclear && seems_report(&mut fields) {
                        let contact = fields.take("contact").and_then(|yaml| Contact::decode(yaml, fields.out));
                        sheet = Some(CoverSheet { contact, ..CoverSheet::decode(&mut fields) });
                    }
                }
                // What its fields should be, its kind would tell.
                match unclear {
                    true => fields.finish_unclear(),
                    false => fields.finish(),
                }
            }
        }
        None if easy => {}
        None => roles = local_account::roles(None, &markdown.prose, &slug, &mut late),
    }
    out.append(&mut late);
    // What introduces a document stands below the document's own title.
    title_hidden |= markdown.path.stem() == "index";
    let report = sheet.map(|sheet| (sheet, markdown.top()));
    Chapter {
        exempt,
        retells,
        checks,
        ..finish(markdown, Names { number, slug, title, title_hidden, summary, roles }, report, out)
    }
}

/// A document of one file.
pub(super) fn single(markdown: &MarkdownFile, out: &mut Vec<Diagnostic>) -> (Header, Chapter) {
    let (number, slug) = number_and_slug(markdown.path.stem());
    let mut header = Header::silent(Kind::Page, Span::top(markdown.file));
    let mut roles = Vec::new();
    let mut title_hidden = markdown.front_lost || markdown.front.is_some();
    let mut late = Vec::new();
    let mut sheet = None;
    if let Some((yaml, sound)) = markdown.front.as_deref()
        && let Some(fields) = Fields::of(yaml, "a page", out)
    {
        let mut fields = fields.sound(*sound);
        header = Header::decode(&mut fields, Some(Kind::Page));
        title_hidden = markdown.front_lost || hides_title(&fields);
        roles = local_account::roles(Some(&mut fields), &markdown.prose, &slug, &mut late);
        let unclear = header.kind_unclear;
        if header.kind.value == Kind::Report || !fields.has("kind") && seems_report(&mut fields) {
            sheet = Some(cover(&mut fields, &header));
        }
        match unclear {
            true => fields.finish_unclear(),
            false => fields.finish(),
        }
    }
    out.append(&mut late);
    let names =
        Names { number, slug, title: header.title.clone(), title_hidden, summary: header.summary.clone(), roles };
    let report = sheet.map(|sheet| (sheet, markdown.top()));
    let chapter = Chapter { checks: header.checks.clone(), ..finish(markdown, names, report, out) };
    (header, chapter)
}

/// Fields that only the cover sheet of a report has.
const OF_REPORTS: [&str; 8] = [
    "decision-maker",
    "decision-type",
    "chief-officer",
    "ward",
    "recommendations",
    "impact",
    "not-applicable",
    "background-documents",
];

/// Whether front matter that says no kind is that of a report, which is reported once for all its fields.
fn seems_report(fields: &mut Fields<'_, '_>) -> bool {
    const MANY: usize = 2;
    let seems = OF_REPORTS.iter().filter(|name| fields.has(name)).count() >= MANY;
    if seems {
        let top = Span { end: fields.span.start, ..fields.span };
        fields.out.push(
            Diagnostic::new(&MISSING_FIELD, top, "these are the fields of a report, and `kind: report` is missing")
                .help("write `kind: report` on the first line"),
        );
    }
    seems
}

/// Whether the front matter may bring a title that could not be read, which is then reported
/// already.
fn hides_title(fields: &Fields<'_, '_>) -> bool {
    !fields.is_sound() || fields.has("title") || fields.has_misspelt("title")
}

struct Names {
    number: Option<u32>,
    slug: String,
    title: Option<Located<String>>,
    title_hidden: bool,
    summary: Option<String>,
    roles: Vec<local_account::Role>,
}

/// The cover sheet of a document that is a report.
pub(super) fn cover(fields: &mut Fields<'_, '_>, header: &Header) -> CoverSheet {
    CoverSheet { contact: header.contact.clone(), ..CoverSheet::decode(fields) }
}

/// The text of a report: its cover sheet first, its paragraphs with numbers.
pub(super) fn with_cover(prose: &Prose, cover: CoverSheet, at: Span, out: &mut Vec<Diagnostic>) -> Prose {
    let mut prose = prose.clone();
    number_paragraphs(&mut prose, out);
    prose.blocks.insert(0, Block { span: at, kind: BlockKind::Cover(Box::new(cover)) });
    prose
}

fn finish(
    markdown: &MarkdownFile,
    names: Names,
    report: Option<(CoverSheet, Span)>,
    out: &mut Vec<Diagnostic>,
) -> Chapter {
    let heading = markdown.prose.title.as_ref().map(|title| Located::new(plain_text(&title.value), title.span));
    let title = match (names.title, heading) {
        (Some(front), Some(heading)) => {
            if front.value != heading.value {
                out.push(
                    Diagnostic::new(
                        &TITLE_TWICE,
                        heading.span,
                        format!("the page has two titles: `{}` and `{}`", front.value, heading.value),
                    )
                    .label(front.span, "the other one")
                    .help("keep one of the two; headings inside the text start with ##"),
                );
            }
            front.value
        }
        (Some(title), None) | (None, Some(title)) => title.value,
        (None, None) if names.title_hidden => readable(&names.slug),
        (None, None) => {
            out.push(
                Diagnostic::new(
                    &MISSING_TITLE,
                    Span { end: markdown.body.start, ..markdown.body },
                    "the page has no title",
                )
                .help("begin the text with a line `# Title`, or write `title:` in the front matter"),
            );
            readable(&names.slug)
        }
    };
    if markdown.prose.blocks.is_empty() && !markdown.told {
        out.push(
            Diagnostic::new(&EMPTY_PAGE, Span::top(markdown.file), "the page has no text")
                .help("write it, or delete the file"),
        );
    }
    let words = prose_text(&markdown.prose).split_whitespace().count();
    let folder = markdown.path.parent();
    let is_report = report.is_some();
    let prose = match report {
        Some((cover, at)) => Arc::new(with_cover(&markdown.prose, cover, at, out)),
        None => Arc::clone(&markdown.prose),
    };
    Chapter {
        file: markdown.file,
        path: markdown.path.clone(),
        place: folder.join(&names.slug).unwrap_or(folder),
        number: names.number,
        slug: names.slug,
        title,
        summary: names.summary,
        roles: names.roles,
        report: is_report,
        retells: Vec::new(),
        exempt: None,
        checks: Levels::default(),
        prose,
        words,
        terms: Vec::new(),
        data: Vec::new(),
    }
}

/// The most digits of the number in front of a file's name.
const MOST_DIGITS: usize = 3;

/// `02-spending` is number 2, address `spending`.
pub(super) fn number_and_slug(stem: &str) -> (Option<u32>, String) {
    let digits = stem.len() - stem.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let (number, rest) = stem.split_at_checked(digits).unwrap_or(("", stem));
    let name = rest.trim_start_matches(['-', '_', '.', ' ']);
    match number.parse() {
        // Four digits are a year: `2026-09-16` and `2019-20` keep it.
        Ok(number) if digits <= MOST_DIGITS && !name.is_empty() && name.len() < rest.len() => {
            (Some(number), slug(name))
        }
        _ => (None, slug(stem)),
    }
}

/// A file's name as a title, for want of a better one.
pub(crate) fn readable(slug: &str) -> String {
    let words = slug.replace(['-', '_'], " ");
    let mut letters = words.chars();
    match letters.next() {
        Some(first) => first.to_uppercase().collect::<String>() + letters.as_str(),
        None => String::new(),
    }
}
