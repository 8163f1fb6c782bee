//! Figures: `indicators.yaml` says what is measured, the `figures.yaml` of a document what it
//! came to. Each file is decoded by itself; the [`Book`] puts them together.

mod book;
mod decode;
mod model;

pub use book::{Book, Figure, Series, Source, value_before};
pub(super) use decode::{decode_figures, decode_indicators};
pub use model::{Entry, Figures, Indicator, Indicators, Statement};
