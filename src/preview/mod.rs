//! The live preview: the site in memory, right within a blink of saving, served on this
//! machine only. It reads the site's folder and writes nothing; it deletes nothing, ever.

pub mod tools;
