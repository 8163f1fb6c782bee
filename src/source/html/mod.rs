//! HTML as a tree that knows where each tag stands. [`parse_html`] reads any bytes the way the
//! HTML Living Standard (13.2) says browsers do; [`parse_plain`] reads the careful HTML that
//! Candour writes, many times faster, and declines what is not plainly the same to both.

mod grammar;
mod known;
mod parse;
mod plain;
mod reference;
mod sink;
mod tree;

pub use known::Known;
pub use parse::parse_html;
pub use plain::parse_plain;
pub use tree::{Element, Kind, Node, Space, Tree};
