//! Prose: Markdown as a tree of spanned nodes, components, anchors, the glossary's links,
//! sentences; HTML and plain text out of the same tree. One of the two rooms that write
//! HTML. It knows nothing of documents, addresses or templates: it asks through traits.

pub mod chart;
pub mod component;
mod cover;
mod data;
mod easy_read;
mod fields;
pub mod glossary;
mod house_style;
mod html;
mod lines;
mod loose;
mod numbering;
mod parse;
mod passages;
pub mod plain;
pub mod reading;
mod running;
pub mod scorecard;
pub mod table;
mod text;
mod tree;
mod typography;
mod visit;

pub use cover::{CoverSheet, Impact};
pub use data::{DataOf, DataTable, data_names, data_tables};
pub use easy_read::{check_easy_read, check_easy_read_definition};
pub use fields::{line_field, lines_field};
pub use house_style::{Known, Preferred, Reading, Wish, judge_house_style, read_house_style};
pub use html::{
    Drawing, Href, HtmlOptions, Living, Pictograms, PictureSource, Resolver, Shape, Words, chart_picture, escape,
    inline_html, must_escape, prose_html, shape,
};
pub use lines::{blocks_mut, lines_mut, stat_lines_mut};
pub use loose::loose_figures_of;
pub use numbering::{Paragraph, ParagraphNumber, number_paragraphs, paragraphs};
pub use parse::{parse_easy_read, parse_inline, parse_prose, remarks_in_markdown, remarks_in_yaml, slug};
pub use passages::{Piece, pieces, plain_signs};
pub use text::{block_words, plain_text, prose_text};
pub use tree::*;
pub use typography::{Slip, SlipKind, slips, slips_in_line};
pub use visit::{Context, Visitor, visit, visit_blocks, visit_inlines};
