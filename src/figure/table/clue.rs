//! What a difference looks like: bookkeepers know that two swapped digits differ by a multiple of
//! nine, and that a difference as large as a row is a row that was forgotten or taken twice.

use crate::figure::{Amount, Decimal};

/// What may have gone wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Clue {
    /// Two digits beside each other are swapped.
    Swapped,
    /// This part, given by its place among the parts, was left out.
    LeftOut(usize),
    /// This part was taken twice.
    Twice(usize),
    /// This part was taken with the wrong sign.
    WrongSign(usize),
    /// The result has the wrong sign.
    Negated,
    /// The result is wrong by a power of ten: a digit too many or too few.
    Tenfold,
}

/// What a stated result that is not the computed one of these parts looks like. Only what fits
/// exactly is said.
pub fn clue(stated: &Amount, computed: &Amount, parts: &[Amount]) -> Option<Clue> {
    let (stated, computed) = (stated.value, computed.value);
    let difference = stated.checked_sub(computed)?;
    if difference.is_zero() {
        return None;
    }
    if !computed.is_zero() && stated == -computed {
        return Some(Clue::Negated);
    }
    if are_swapped(stated, computed) {
        return Some(Clue::Swapped);
    }
    if parts.len() > 1 {
        let with = |wanted: Decimal| {
            let mut found = parts.iter().enumerate().filter(|(_, part)| !part.value.is_zero() && part.value == wanted);
            // Of two equal rows nobody knows which it was.
            found.next().filter(|_| found.next().is_none()).map(|(index, _)| index)
        };
        if let Some(part) = with(-difference) {
            return Some(Clue::LeftOut(part));
        }
        if let Some(part) = with(difference) {
            return Some(Clue::Twice(part));
        }
        if let Some(part) = difference.checked_div(Decimal::from(-2)).and_then(with) {
            return Some(Clue::WrongSign(part));
        }
    }
    let ten = Decimal::from(10);
    let tenfold = |a: Decimal, b: Decimal| !b.is_zero() && b.checked_mul(ten) == Some(a);
    (tenfold(stated, computed) || tenfold(computed, stated)).then_some(Clue::Tenfold)
}

/// Whether two numbers have the same digits but for two neighbours that are swapped.
fn are_swapped(a: Decimal, b: Decimal) -> bool {
    let (a, b) = (a.normalize(), b.normalize());
    let scale = a.scale().max(b.scale());
    let digits = |value: Decimal| {
        let zeros = usize::try_from(scale - value.scale()).unwrap_or_default();
        format!("{}{}", value.mantissa(), "0".repeat(zeros)).into_bytes()
    };
    let (a, b) = (digits(a), digits(b));
    let differing: Vec<usize> = a.iter().zip(&b).enumerate().filter(|(_, (a, b))| a != b).map(|(at, _)| at).collect();
    match differing.as_slice() {
        [first, second] if a.len() == b.len() && first + 1 == *second => {
            a.get(*first) == b.get(*second) && a.get(*second) == b.get(*first)
        }
        _ => false,
    }
}
