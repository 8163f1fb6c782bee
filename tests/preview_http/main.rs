//! The server of the preview, by raw requests over real connections.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, clippy::string_slice)]

mod endurance;
#[cfg(unix)]
mod few_files;
mod refusals;
mod served;
