//! Rounding and writing out of decimals, digit by digit. A decimal is a whole number of 96 bits
//! and a place for the point, so 128 bits leave room for every step here.

use rust_decimal::Decimal;

/// How many digits may follow the point.
const FINEST: i32 = 28;

/// The most zeros that are written to reach a unit or a number of decimals.
const WIDEST: i64 = 60;

/// Ten to a power; `None` beyond 128 bits.
pub(in crate::figure) fn power(exponent: u32) -> Option<i128> {
    10_i128.checked_pow(exponent)
}

/// So many times ten to the power of `step`, exactly; `None` where a decimal has no room for it.
pub(super) fn decimal(number: i128, step: i32) -> Option<Decimal> {
    if number == 0 {
        return Some(Decimal::ZERO);
    }
    let (number, scale) =
        if step >= 0 { (power(step.unsigned_abs())?.checked_mul(number)?, 0) } else { (number, step.unsigned_abs()) };
    Decimal::try_from_i128_with_scale(number, scale).ok()
}

/// The power of ten of the last digit that a value has behind its point; 0 if there is none.
pub(super) fn step_of(value: Decimal) -> i32 {
    -places(value.normalize())
}

/// How many digits a value has behind its point.
fn places(value: Decimal) -> i32 {
    i32::try_from(value.scale()).unwrap_or(FINEST)
}

/// Rounds to a multiple of ten to the power of `step`, half away from zero. `None` where
/// rounding up leaves what a decimal can hold.
pub(super) fn rounded(value: Decimal, step: i32) -> Option<Decimal> {
    let dropped = places(value).saturating_add(step);
    if dropped <= 0 { Some(value) } else { decimal(without_last(value.mantissa(), dropped.unsigned_abs()), step) }
}

/// A whole number without its last digits, rounded half away from zero.
fn without_last(number: i128, digits: u32) -> i128 {
    // More than 38 digits leave nothing of 96 bits.
    let Some(divisor) = power(digits) else { return 0 };
    let (quotient, rest) = (number / divisor, number % divisor);
    if rest.unsigned_abs() >= divisor.unsigned_abs() / 2 { quotient + rest.signum() } else { quotient }
}

/// The digits of a value in units of ten to the power of `scale`, without a sign: at least
/// `decimals` of them behind the point. Where the value has more, they are rounded half away
/// from zero, unless `all` keeps them. The second part says whether what is left is negative.
pub(in crate::figure) fn digit_text(
    value: Decimal,
    scale: i32,
    decimals: u32,
    all: bool,
    commas: bool,
) -> (String, bool) {
    let value = value.normalize();
    let mut number = value.mantissa();
    // Units and decimals beyond what a decimal holds would be lines of zeros.
    let mut behind = i64::from(places(value)) + i64::from(scale).clamp(-WIDEST, WIDEST);
    let wanted = i64::from(decimals).min(WIDEST);
    if behind > wanted && !all {
        number = without_last(number, u32::try_from(behind - wanted).unwrap_or(u32::MAX));
        behind = wanted;
    }
    while behind > wanted && number % 10 == 0 && number != 0 {
        number /= 10;
        behind -= 1;
    }
    let mut digits = number.unsigned_abs().to_string();
    if number == 0 {
        behind = 0;
    }
    // A finer unit than the value has digits for: zeros before the point.
    let zeros = |count: i64| "0".repeat(usize::try_from(count).unwrap_or(0));
    digits.push_str(&zeros(-behind));
    let behind_point = usize::try_from(behind).unwrap_or(0);
    digits = format!("{}{digits}", "0".repeat((behind_point + 1).saturating_sub(digits.len())));
    let (whole, fraction) = digits.split_at_checked(digits.len().saturating_sub(behind_point)).unwrap_or((&digits, ""));
    let mut text = if commas { with_commas(whole) } else { whole.to_owned() };
    let fraction = format!("{fraction}{}", zeros(wanted - behind.max(0)));
    if !fraction.is_empty() {
        text.push('.');
        text.push_str(&fraction);
    }
    (text, number < 0)
}

/// Digits with a comma before each group of three.
pub(super) fn with_commas(digits: &str) -> String {
    let mut text = String::with_capacity(digits.len() + digits.len() / 3);
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}
