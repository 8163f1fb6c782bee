//! The glossary in running text: which words are terms, where the first of each is linked,
//! and which abbreviations nobody explains. It works on the tree of prose and knows
//! nothing of definitions, pages or where a term's link leads.

mod abbreviations;
mod address;
mod beginnings;
mod clashes;
mod explained;
mod forms;
mod hard_words;
mod inflect;
mod link;
mod looking;
mod matcher;
mod scan;
mod siblings;
mod tokens;
mod walk;

pub use abbreviations::{is_explained, unexplained};
pub(super) use address::in_address;
pub use clashes::Clash;
pub use forms::TermForms;
pub use hard_words::{Meaning, explain_hard_words};
pub use link::Uses;
pub(super) use looking::{Text, folded};
pub use matcher::Matcher;

#[cfg(test)]
mod laws;
#[cfg(test)]
mod trees;
