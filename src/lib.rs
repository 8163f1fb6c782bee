//! Candour: a static site generator for public accountability documents.
//!
//! Rooms, in the order in which they may use one another, are described in
//! `ARCHITECTURE.md`. The library serves the binary; its interface may change.

pub mod diagnostic;
pub mod source;

pub mod figure;

pub mod prose;

pub mod content;

pub mod site;

pub mod check;

pub mod render;

pub mod theme;

pub mod publish;

pub mod fix;

pub mod preview;

pub mod cli;
