//! The preview as a communications officer meets it: the real program on a real folder, asked
//! over real connections, while real files change. What it shows is held against a fresh build.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, clippy::string_slice)]

mod asking;
mod broken_and_mended;
mod built;
mod data;
mod doors;
mod edits;
mod equal_bytes;
mod events;
mod exempt;
#[path = "../support/folders.rs"]
mod folders;
mod known;
mod long_day;
mod random_edits;
mod reading;
mod running;
mod saves;
mod site;
#[path = "../support/sites.rs"]
mod sites;
mod two_at_once;
mod unasked;
