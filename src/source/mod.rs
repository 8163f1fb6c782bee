//! From files to texts with spans: paths that cannot escape the site, the source map,
//! YAML as a tree that knows where everything stands, and its decoding field by field.
//! This room does not know what any field means.

mod excerpt;
mod fields;
mod files;
mod front_matter;
pub mod html;
mod lines;
mod lint;
mod map;
mod mend;
mod path;
mod remarks;
mod sheet;
mod suggest;
mod syntax;
mod text;
mod yaml;

pub use excerpt::{Excerpt, Located};
pub use fields::{Fields, text_of};
pub(crate) use fields::{choose, list_of};
pub use files::{Entry, Files, MemoryFiles, WorldFailure};
pub use front_matter::{FrontMatter, split_front_matter};
pub use map::{Ranks, SourceFile, SourceMap};
pub use path::SitePath;
pub use remarks::{IN_EACH_REMARK, NAME, Remark, behind_name, yaml_remarks};
pub use sheet::{
    CellPlace, CellRange, Encoding, EncodingNote, FaultKind, MOST_BYTES, MOST_CELLS, Sheet, SheetCell, SheetFault,
    SheetRow, Wanted, decode_csv, read_csv, read_xlsx,
};
pub use suggest::{did_you_mean, nearest};
pub use text::decode_text;
pub use yaml::{Key, Scalar, Value, Yaml, parse_yaml};
