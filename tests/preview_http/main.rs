//! The server of the preview, by raw requests over real connections.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, clippy::string_slice)]

mod endurance;
mod refusals;
mod served;
