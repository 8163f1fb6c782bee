//! The tree between Markdown and HTML: blocks and inlines, each with its place.
//!
//! Everything that is published as prose is one of these, whether it was written as
//! Markdown or as a component. Checks and the glossary work on the tree, never on HTML.

use super::chart::Chart;
use super::component::{CaseStudy, ChosenActions, Commitment, Contact, Outcome, Stat};
use super::cover::CoverSheet;
use super::numbering::ParagraphNumber;
use super::scorecard::Scorecard;
use super::table::{GroupTotals, Register, Remark, Rules};
use crate::diagnostic::Span;
use crate::figure::{Amount, Date, Level, Reference};
use crate::source::{CellPlace, Located};

/// A text: its blocks in order, and the notes its footnote references point to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Prose {
    /// The page's title, where the text begins with a `# Title` line; not among the blocks.
    pub title: Option<Located<Vec<Inline>>>,
    /// The blocks.
    pub blocks: Vec<Block>,
    /// The footnotes that are referred to, in the order of their first reference; a
    /// reference with number `n` (from 1) points to the note at index `n - 1`.
    pub footnotes: Vec<Footnote>,
}

/// A footnote's text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Footnote {
    /// Where it is written.
    pub span: Span,
    /// What it says.
    pub blocks: Vec<Block>,
    /// How often the text refers to it, at least once.
    pub references: usize,
}

/// A block and its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Block {
    /// Where it stands.
    pub span: Span,
    /// What it is.
    pub kind: BlockKind,
}

/// The kinds of block.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum BlockKind {
    /// A heading below the page's title.
    Heading(Heading),
    /// A paragraph.
    Paragraph(Vec<Inline>),
    /// A picture in a paragraph of its own.
    Picture(Picture),
    /// A list, numbered or not.
    List(List),
    /// A quotation.
    Quote(Vec<Block>),
    /// A GFM alert.
    Alert(AlertKind, Vec<Block>),
    /// Code, then the word that followed the fence.
    Code(String, String),
    /// A table.
    Table(Table),
    /// A line across.
    Rule,
    /// Tiles with a number each.
    Stats(Vec<Stat>),
    /// How to get in touch.
    Contact(Contact),
    /// One person's story.
    CaseStudy(CaseStudy),
    /// A chart and its table.
    Chart(Box<Chart>),
    /// Indicators against their targets.
    Scorecard(Box<Scorecard>),
    /// What will be done.
    Commitments(Vec<Commitment>),
    /// What became of commitments.
    Outcomes(Vec<Outcome>),
    /// Some actions of a plan, as they stand now.
    Actions(ChosenActions),
    /// The cover sheet of a report.
    Cover(Box<CoverSheet>),
    /// A paragraph with its number, and the lists that belong to it.
    Numbered(Numbered),
    /// A picture and the text that says the same, in Easy Read.
    Illustrated(Illustrated),
}

/// A picture and what belongs to it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Illustrated {
    /// What stands left of the text.
    pub picture: Picture,
    /// The text.
    pub blocks: Vec<Block>,
}

/// A paragraph with a number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Numbered {
    /// Its number, which is its place on the page too: `3.4`.
    pub number: ParagraphNumber,
    /// The paragraph, and lists below it.
    pub blocks: Vec<Block>,
}

/// A heading.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Heading {
    /// 2 to 6; 1 is the page's title.
    pub level: u8,
    /// Unique on its page.
    pub anchor: String,
    /// A short place beside that, in reports: `2` for a section, `appendix-1`.
    pub place: Option<String>,
    /// Its number, in texts that count their sections.
    pub number: Option<String>,
    /// Whether an appendix begins here, from `{appendix}`.
    pub appendix: bool,
    /// The role it bears, from `{role=…}`.
    pub role: Option<Located<String>>,
    /// Its words.
    pub content: Vec<Inline>,
}

/// The kinds of GFM alert.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AlertKind {
    /// `[!NOTE]`
    Note,
    /// `[!TIP]`
    Tip,
    /// `[!IMPORTANT]`
    Important,
    /// `[!WARNING]`
    Warning,
    /// `[!CAUTION]`
    Caution,
}

/// A list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct List {
    /// The first number, for numbered lists.
    pub start: Option<u64>,
    /// Whether its items are shown without paragraphs.
    pub tight: bool,
    /// Its items.
    pub items: Vec<Item>,
}

/// An entry of a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
    /// Where it stands.
    pub span: Span,
    /// For task lists, whether it is done.
    pub done: Option<bool>,
    /// What it says.
    pub blocks: Vec<Block>,
}

/// A table: from Markdown or from a `table` component.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Table {
    /// What it shows. Where the author gave none, the heading above, and `captioned` is false.
    pub caption: Vec<Inline>,
    /// Whether the caption is the author's own.
    pub captioned: bool,
    /// Its columns.
    pub columns: Vec<Column>,
    /// Its rows; each has as many cells as there are columns.
    pub rows: Vec<Row>,
    /// Whether the first cell of each row is that row's heading.
    pub row_headings: bool,
    /// Where the figures come from.
    pub source: Option<Vec<Inline>>,
    /// What readers should know.
    pub note: Option<Vec<Inline>>,
    /// What the author says of its numbers; nothing for tables of plain Markdown.
    pub rules: Option<Box<Rules>>,
    /// Differences that are known, once the rules have been held against the cells.
    pub remarks: Vec<Remark>,
    /// Whether some results fit only because numbers were rounded.
    pub rounded: bool,
    /// What its data files are called, where the author says it.
    pub id: Option<Located<String>>,
    /// The day that its months are counted from, if some are.
    pub as_of: Option<Date>,
    /// What readers need to sort and filter it, if they are to.
    pub register: Option<Box<Register>>,
    /// Its rows added up by one of its columns, if the author wants that.
    pub groups: Option<Box<GroupTotals>>,
    /// Whether it was written as a component, not in Markdown's own way.
    pub component: bool,
}

/// A column of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// Its heading.
    pub heading: Vec<Inline>,
    /// The unit of its values, shown in the heading.
    pub unit: Option<String>,
    /// Whether its values are numbers, set right.
    pub numeric: bool,
}

/// A row of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// Where it stands.
    pub span: Span,
    /// Whether it adds up others.
    pub level: Level,
    /// Its cells.
    pub cells: Vec<Cell>,
}

/// A cell; without content it says "no data".
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cell {
    /// Where it stands; for a cell of a worksheet, where the page names the file.
    pub span: Span,
    /// Where it comes from, if that is a spreadsheet.
    pub sheet: Option<SheetSource>,
    /// Its number as it is shown, once the table's rules have been held against it.
    pub amount: Option<Amount>,
    /// Its day, in a column of days.
    pub date: Option<Date>,
    /// Whether the day up to which its months are counted is past.
    pub ended: bool,
    /// Why it says nothing, where that is said.
    pub missing: Option<Missing>,
    /// What it says.
    pub content: Vec<Inline>,
}

impl Cell {
    /// A cell as it is written.
    pub fn new(span: Span, content: Vec<Inline>) -> Cell {
        Cell { span, sheet: None, amount: None, date: None, ended: false, missing: None, content }
    }
}

/// A cell of a spreadsheet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SheetSource {
    /// Its place.
    pub place: CellPlace,
    /// How many decimals the spreadsheet shows of its number.
    pub decimals: Option<u32>,
}

/// Why there is no value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Missing {
    /// There can be none: `N/A`.
    NotApplicable,
    /// There will be one: `TBC`.
    ToBeConfirmed,
}

/// A piece of running text and its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Inline {
    /// Where it stands.
    pub span: Span,
    /// What it is.
    pub kind: InlineKind,
}

/// The kinds of running text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum InlineKind {
    /// Words.
    Text(String),
    /// Emphasis.
    Emphasis(Vec<Inline>),
    /// Strong importance.
    Strong(Vec<Inline>),
    /// No longer right.
    Strikethrough(Vec<Inline>),
    /// Code.
    Code(String),
    /// A link.
    Link(Link),
    /// A picture within text.
    Picture(Picture),
    /// A reference to a footnote: its number from 1, and which reference to it this is, from 1.
    FootnoteReference(usize, usize),
    /// A line break of the source only.
    SoftBreak,
    /// A line break that readers see.
    HardBreak,
}

/// A link.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    /// Where it leads.
    pub target: Target,
    /// Its title as written.
    pub title: String,
    /// Whether the glossary made it, not the author.
    pub automatic: bool,
    /// Its words.
    pub content: Vec<Inline>,
}

/// Where a link leads, as written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Target {
    /// A term of the glossary.
    Term(String),
    /// `doc:PATH#ANCHOR`, the path counted from `content/`.
    Document(String, Option<String>),
    /// A path counted from the folder of the file it stands in.
    File(String, Option<String>),
    /// A figure, which the words quote.
    Figure(Box<Reference>),
    /// A place on the same page.
    Anchor(String),
    /// Another website, a mail address or a telephone number.
    Elsewhere(String),
    /// Nowhere: the mistake has been reported.
    Broken,
}

impl Picture {
    /// The name of the pictogram that is meant: a path without folders and ending.
    pub fn pictogram(&self) -> Option<&str> {
        (!self.path.is_empty() && !self.path.contains(['.', '/'])).then_some(self.path.as_str())
    }
}

/// A picture.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Picture {
    /// Where it stands in the text.
    pub span: Span,
    /// Its path, counted from the folder of the file it stands in.
    pub path: String,
    /// What it shows; empty where it only decorates.
    pub alt: String,
    /// What is written below it.
    pub caption: Option<String>,
}
