//! From a site's folder to a published one. This room touches the disk: it reads the
//! content, renders everything in memory, writes to a staging folder and swaps that in.
//! What it did not write it never removes.

mod folder;
mod manifest;
mod produce;
mod write;

pub use folder::SiteFolder;
pub use manifest::Manifest;
pub use produce::{Output, Piece, Produced, Progress, Silent, produce};
pub use write::{Account, PublishFailure, publish};
