//! Why something is left as it is: what authors say about a message, kept beside it.

use super::Span;

/// Why a message is not told as its rule says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Left {
    /// What became of it.
    pub how: How,
    /// The author's reason, if one is written.
    pub reason: Option<String>,
    /// Where that is written.
    pub at: Span,
}

/// What became of a message.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum How {
    /// It is not shown.
    Off,
    /// It is shown at a lower level, which it has by now.
    Lowered,
    /// It was there when the known faults were recorded, and is not shown.
    Known,
}

impl How {
    /// The word for it in machine formats.
    pub fn word(self) -> &'static str {
        match self {
            How::Off => "off",
            How::Lowered => "lowered",
            How::Known => "known",
        }
    }
}
