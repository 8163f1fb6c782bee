//! The risk register: what could go wrong, how likely and how bad it is before and after what is done
//! against it, and whose it is. Scores are whole numbers; nothing is ever rounded.

mod bands;
mod check;
mod decode;
mod model;
mod movement;
mod scale;
mod texts;

pub use bands::Band;
pub(super) use bands::check_top;
pub use check::put_together;
pub(in crate::content) use decode::{decode_register, decode_scheme};
pub use model::{Closed, Rated, Rating, Register, Risk, RiskRegister, Scheme, SummaryRow};
pub use movement::{Movement, movement};
pub use scale::{Axis, Scale};
pub(super) use texts::texts;
