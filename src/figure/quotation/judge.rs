//! Whether a quotation is right, by the rules that stand at the head of this folder.

use super::super::amount::{Amount, Decimal, Unit};
use super::{Direction, Qualifier, Quoted};

/// Whether a quotation is right.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// It is.
    Right,
    /// It is not.
    Wrong {
        /// The truth, as finely as the author wrote it; finer where nothing would be left of it.
        should_be: Amount,
        /// What is wrong.
        mistake: Mistake,
    },
}

/// What is wrong with a quotation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mistake {
    /// The number.
    Number,
    /// The unit: missing, or another one.
    Unit,
    /// It went the other way, or has the other sign.
    Direction,
    /// The number would do with other words.
    Qualifier(Suggestion),
}

/// How to mend the words around a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Suggestion {
    /// The number is right without them.
    LeaveOut,
    /// Say this instead.
    Say(Qualifier),
}

/// Judges the quotation of a level: how many, how much.
pub fn judge(quoted: &Quoted, truth: &Amount) -> Verdict {
    decide(quoted, quoted.amount.value, truth)
}

/// Judges the quotation of a change: how many more, how much less. Words may stand for its sign.
pub fn judge_change(quoted: &Quoted, truth: &Amount) -> Verdict {
    let value = quoted.amount.value;
    let against = match quoted.direction {
        Some(Direction::Up) => value < Decimal::ZERO,
        Some(Direction::Down) => value > Decimal::ZERO && quoted.signed,
        None => false,
    };
    if against {
        return wrong(quoted, truth, Mistake::Direction);
    }
    let stated = match quoted.direction {
        Some(Direction::Down) if !quoted.signed => -value,
        _ => value,
    };
    decide(quoted, stated, truth)
}

fn wrong(quoted: &Quoted, truth: &Amount, mistake: Mistake) -> Verdict {
    Verdict::Wrong { should_be: as_fine_as(truth, quoted.amount.step), mistake }
}

fn decide(quoted: &Quoted, stated: Decimal, truth: &Amount) -> Verdict {
    if quoted.unit.unwrap_or(Unit::Count) != truth.unit {
        return wrong(quoted, truth, Mistake::Unit);
    }
    let zero = Decimal::ZERO;
    if (stated < zero && truth.value > zero) || (stated > zero && truth.value < zero) {
        return wrong(quoted, truth, Mistake::Direction);
    }
    let (stated, actual) = (stated.abs(), truth.value.abs());
    let sizes = Sizes { stated: Amount { value: stated, ..quoted.amount }, actual };
    let right = match quoted.qualifier {
        None => sizes.plain(),
        Some(qualifier) => sizes.hold(qualifier),
    };
    if right { Verdict::Right } else { wrong(quoted, truth, sizes.mistake(quoted.qualifier)) }
}

/// What was written and what is true, without signs.
struct Sizes {
    stated: Amount,
    actual: Decimal,
}

impl Sizes {
    fn plain(&self) -> bool {
        self.stated.is_rounding_of(self.actual)
    }

    fn hold(&self, qualifier: Qualifier) -> bool {
        let (stated, actual) = (self.stated.value, self.actual);
        // Nine tenths of the one are at most the other; both ways round.
        let near = at_most(actual, 9, stated, 10) && at_most(stated, 9, actual, 10);
        match qualifier {
            Qualifier::Over | Qualifier::JustOver => actual > stated && near,
            Qualifier::AtLeast => actual >= stated && near,
            Qualifier::Under | Qualifier::Nearly => actual < stated && near,
            Qualifier::AtMost => actual <= stated && near,
            Qualifier::About => self.plain() || self.about(),
        }
    }

    fn about(&self) -> bool {
        let stated = self.stated.value;
        let within = |part: i64| {
            let distance = (self.actual.checked_sub(stated)).map(|distance| distance.abs());
            distance.is_some_and(|distance| at_most(distance, part, self.actual, 1))
        };
        let leading = Amount { step: leading_step(stated), ..self.stated };
        within(20) || (within(5) && leading.is_rounding_of(self.actual))
    }

    /// What is wrong, where the number alone or with other words would be right.
    fn mistake(&self, said: Option<Qualifier>) -> Mistake {
        // A number without such words is to be put right itself.
        if said.is_none() {
            return Mistake::Number;
        }
        if self.stated.value == self.actual {
            return Mistake::Qualifier(Suggestion::LeaveOut);
        }
        let other = [Qualifier::Over, Qualifier::Nearly].into_iter().find(|other| self.hold(*other));
        other.map_or(Mistake::Number, |other| Mistake::Qualifier(Suggestion::Say(other)))
    }
}

/// Whether `a` times `m` is at most `b` times `n`; not, where that cannot be told exactly.
fn at_most(a: Decimal, m: i64, b: Decimal, n: i64) -> bool {
    match (a.checked_mul(Decimal::from(m)), b.checked_mul(Decimal::from(n))) {
        (Some(a), Some(b)) => a <= b,
        _ => false,
    }
}

/// The power of ten of the last digit that is not 0.
fn leading_step(value: Decimal) -> i32 {
    let value = value.normalize();
    let mut step = -i32::try_from(value.scale()).unwrap_or(0);
    let mut number = value.mantissa();
    while number != 0 && number % 10 == 0 {
        number /= 10;
        step += 1;
    }
    step
}

/// The power of ten of the first digit.
fn first_step(value: Decimal) -> i32 {
    let digits = value.mantissa().unsigned_abs().checked_ilog10().unwrap_or(0);
    i32::try_from(digits).unwrap_or(0) - i32::try_from(value.scale()).unwrap_or(0)
}

/// The truth rounded to a step. Where that leaves nothing of it, the truth itself; two digits of it
/// if it is a quotient with many.
fn as_fine_as(truth: &Amount, step: i32) -> Amount {
    match truth.rounded(step) {
        Some(amount) if !amount.value.is_zero() || truth.value.is_zero() => amount,
        _ if truth.step >= -2 => *truth,
        _ => truth.rounded(first_step(truth.value) - 1).unwrap_or(*truth),
    }
}

/// The message about a wrong quotation and the way to mend it; `None` if it is right. `text` is
/// the quotation as it was written.
pub fn explain(text: &str, quoted: &Quoted, truth: &Amount, verdict: &Verdict) -> Option<(String, String)> {
    let Verdict::Wrong { should_be, mistake } = verdict else { return None };
    let number = text.get(quoted.range.clone()).unwrap_or(text);
    // A quotient has many digits; two more than were written say enough.
    let exact = as_fine_as(truth, truth.step.max(quoted.amount.step.min(0).saturating_sub(2)));
    let message = match mistake {
        Mistake::Unit => format!("`{number}` does not have the unit of the figure, which is {exact}"),
        Mistake::Direction => format!("`{number}` has the wrong direction: the figure is {exact}"),
        Mistake::Number | Mistake::Qualifier(_) => match quoted.qualifier {
            Some(qualifier) => format!("`{} {number}` does not fit the figure, which is {exact}", qualifier.words()),
            None => format!("`{number}` does not agree with the figure, which is {exact}"),
        },
    };
    let help = match mistake {
        Mistake::Unit if truth.unit == Unit::Points => format!("write {should_be}, with the unit between the brackets"),
        Mistake::Unit | Mistake::Number => format!("write {should_be}"),
        Mistake::Direction if truth.value < Decimal::ZERO => {
            let size = should_be.magnitude();
            format!("write {should_be}, or say for a change that it is {size} less or fewer")
        }
        Mistake::Direction => format!("write {should_be}, or say for a change that it is {should_be} more"),
        Mistake::Qualifier(Suggestion::LeaveOut) => format!("write {number} alone"),
        Mistake::Qualifier(Suggestion::Say(other)) => {
            format!("write {} {number}, or {should_be}", other.words())
        }
    };
    Some((message, help))
}
