//! The live preview: the site in memory, right within a blink of saving, served on this
//! machine only. It reads the site's folder and writes nothing; it deletes nothing, ever.

pub mod answer;
pub mod desk;
mod editor;
pub mod http;
mod pieces;
mod session;
pub mod tools;
pub mod watching;

pub use editor::editor_address;
pub use session::{News, Session};
