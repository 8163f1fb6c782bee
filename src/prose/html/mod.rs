//! HTML out of the tree. Addresses and interface words come through traits: this room
//! knows nothing of pages, folders or languages.

mod blocks;
mod buffer;
mod chart;
mod components;
mod download;
mod inlines;
mod lists;
mod living;
mod pictures;
mod register;
mod scorecard;
mod shapes;
mod tables;

pub use crate::diagnostic::{escape, must_escape};
pub use shapes::shape;

use super::chart::{Chart, ChartKind};
use super::parse::is_harmless;
use super::text::plain_text;
use super::{BlockKind, Footnote, Inline, Picture, Prose, Target};
use crate::diagnostic::{Span, Texts};
use buffer::Html;
use lists::Points;
use std::collections::BTreeMap;
use std::sync::Arc;

/// The words that stand beside the author's own.
pub trait Words {
    /// The interface string of a key, as plain text, `{name}` filled in.
    fn word(&self, key: &str, arguments: &[(&str, &str)]) -> String;
}

/// Where links lead and pictures are, seen from the page that is being written.
pub trait Resolver {
    /// The address of a target; `None` writes the words without a link. Never asked for
    /// places on the same page.
    fn href(&self, target: &Target) -> Option<Href>;
    /// Where a picture is; `None` leaves it out.
    fn picture(&self, picture: &Picture) -> Option<PictureSource>;
    /// The address of the data files of a table, without their endings; `None` if it has none.
    /// The tables of a text are counted from 0, as [`crate::prose::data_tables`] lists them.
    fn data(&self, _table: usize) -> Option<String> {
        None
    }
    /// A component that shows what stands in other documents, as HTML; `None` leaves it out.
    fn living(&self, _component: &Living<'_>) -> Option<String> {
        None
    }
}

/// A component that shows what stands in other documents, such as the actions of a plan.
pub struct Living<'a> {
    /// It.
    pub kind: &'a BlockKind,
    /// The texts of its entries as HTML: of a commitment its words and then its measures, of an
    /// outcome what happened; of a cover sheet the reason, the recommendations, the background
    /// documents, then the answers of each section, then the details.
    pub texts: Vec<Vec<String>>,
    /// Put before every id.
    pub anchor_prefix: &'a str,
    /// The level of its headings, if it has any.
    pub level: u8,
    /// Which of these components this is in its text, from 1.
    pub nth: u64,
}

/// The address of a link.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Href {
    /// What the attribute says, before escaping.
    pub url: String,
    /// Whether it leaves the site.
    pub external: bool,
}

/// What a picture is made of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PictureSource {
    /// A file.
    File {
        /// What the attribute says, before escaping.
        src: String,
        /// Width and height in pixels.
        size: Option<(u32, u32)>,
    },
    /// Shapes that stand in the page itself.
    Drawn(Arc<Drawing>),
}

/// A pictogram: shapes of SVG that can neither run nor load anything.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Drawing {
    /// Its `viewBox`.
    pub view: String,
    /// What is drawn, the lowest first.
    pub shapes: Vec<Shape>,
}

/// Pictograms by their names.
pub type Pictograms = BTreeMap<String, Arc<Drawing>>;

/// A shape of a pictogram, or a group of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shape {
    /// The element: `path`, `circle`, `g`.
    pub name: &'static str,
    /// Its attributes.
    pub attributes: Vec<(&'static str, String)>,
    /// What a group holds.
    pub inner: Vec<Shape>,
}

/// What the writer needs to know of the page.
#[derive(Clone, Copy)]
pub struct HtmlOptions<'a> {
    /// Interface words.
    pub words: &'a dyn Words,
    /// Links and pictures.
    pub resolver: &'a dyn Resolver,
    /// Put before every id of this text and every link to one; empty on a page of its own.
    pub anchor_prefix: &'a str,
    /// The id of the heading that the text stands under on a page of several texts. It tells
    /// apart the landmarks that two of them name alike.
    pub under: Option<&'a str>,
    /// How many levels lower the headings stand than in the text.
    pub heading_shift: u8,
    /// For drafting: the author's texts, so that a comment before each block can say where it
    /// is written. Published pages have none.
    pub places: Option<&'a dyn Texts>,
}

/// A text with its footnotes; not its title, which the page shows.
pub fn prose_html(prose: &Prose, options: &HtmlOptions<'_>) -> String {
    let mut writer = Writer::new(options, &prose.footnotes);
    writer.blocks(&prose.blocks);
    writer.footnotes();
    writer.html.finish()
}

/// The picture of a chart by itself, with the remarks below it, for a page that shows its title,
/// its summary and its table in other places. Nothing where there is no number to draw.
pub fn chart_picture(chart: &Chart, options: &HtmlOptions<'_>) -> Option<String> {
    let mut writer = Writer::new(options, &[]);
    let title = plain_text(&chart.title);
    let key = if chart.kind == ChartKind::Line { "chart_line_name" } else { "chart_bar_name" };
    let name = options.words.word(key, &[("title", title.trim()), ("summary", "")]);
    chart.has_numbers().then(|| {
        writer.picture_of(chart, "chart-1", name.trim());
        writer.html.finish()
    })
}

/// Running text, without a paragraph around it.
pub fn inline_html(inlines: &[Inline], options: &HtmlOptions<'_>) -> String {
    let mut writer = Writer::new(options, &[]);
    writer.inlines(inlines);
    writer.html.finish()
}

/// Writes one text. Its methods stand in the files beside this one.
struct Writer<'w> {
    html: Html,
    options: &'w HtmlOptions<'w>,
    footnotes: &'w [Footnote],
    tables: usize,
    /// The names of the landmarks so far, and how often: two alike could not be told apart.
    landmarks: BTreeMap<String, u64>,
    /// The titles of tables so far, and how often.
    titles: BTreeMap<String, usize>,
    case_studies: u64,
    charts: u64,
    living: u64,
    /// Whether the next text is a number, whose hyphen is a minus.
    number: bool,
    /// Of a numbered paragraph, what the points of the next list in it belong to.
    points: Option<Points>,
}

impl<'w> Writer<'w> {
    fn new(options: &'w HtmlOptions<'w>, footnotes: &'w [Footnote]) -> Writer<'w> {
        Writer {
            html: Html::default(),
            options,
            footnotes,
            tables: 0,
            landmarks: BTreeMap::from([(options.words.word("words_used", &[]), 1)]),
            titles: BTreeMap::new(),
            case_studies: 0,
            charts: 0,
            living: 0,
            number: false,
            points: None,
        }
    }

    /// The attributes that name a landmark after the element with an id, which holds `name`:
    /// with the heading above the text where it has one, and a number where a name recurs.
    fn named_by(&mut self, id: &str, name: &str) {
        let nth = self.landmarks.entry(name.to_owned()).or_default();
        *nth += 1;
        let nth = *nth;
        let under = self.options.under.map(|heading| format!("{heading} ")).unwrap_or_default();
        if nth == 1 {
            return self.html.attribute("aria-labelledby", &format!("{under}{id}"));
        }
        // An element may take a part of its name from its own label.
        let own = format!("{id}-frame");
        self.html.attribute("id", &own);
        self.html.attribute("aria-label", &format!("({nth})"));
        self.html.attribute("aria-labelledby", &format!("{under}{id} {own}"));
    }

    /// An id of this page.
    fn id(&self, name: &str) -> String {
        format!("{}{name}", self.options.anchor_prefix)
    }

    fn word(&self, key: &str) -> String {
        self.options.words.word(key, &[])
    }

    /// An interface string, with something else than plain text in the place of `argument`.
    fn sentence(&mut self, key: &str, argument: &str, fill: impl FnOnce(&mut Self)) {
        const PLACE: &str = "\u{fffc}";
        let words = self.options.words.word(key, &[(argument, PLACE)]);
        let (before, after) = words.split_once(PLACE).unwrap_or((words.as_str(), ""));
        self.html.text(before);
        fill(self);
        self.html.text(after);
    }

    /// Where the next block is written, for those who draft.
    fn place(&mut self, span: Span) {
        let Some(texts) = self.options.places else { return };
        let place = texts.place(span.file, span.start);
        self.html.comment(&format!("at {}:{}:{}", texts.path(span.file), place.line, place.column));
    }

    /// The start of a link, if its address is harmless; whether there is one to close.
    fn open_link(&mut self, href: &Href, class: Option<&'static str>) -> bool {
        if !is_harmless(&href.url) {
            return false;
        }
        self.html.markup("<a");
        if let Some(class) = class {
            self.html.attribute("class", class);
        }
        self.html.attribute("href", &href.url);
        if href.external {
            self.html.markup(" rel=\"external\"");
        }
        self.html.markup(">");
        true
    }
}
