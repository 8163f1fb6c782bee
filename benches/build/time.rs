//! What something costs: how long it takes, and how much of the processors. The second is
//! the better measure where other programs run beside.

use std::fs;
use std::process::Command;
use std::time::Instant;

/// A cost in seconds.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Cost {
    /// By the clock on the wall.
    pub(crate) wall: f64,
    /// Of all processors taken together; to a hundredth of a second, and 0 where the system
    /// does not tell.
    pub(crate) processor: f64,
}

impl Cost {
    /// More than anything.
    pub(crate) const MOST: Cost = Cost { wall: f64::MAX, processor: f64::MAX };

    /// The lesser of two, each measure by itself.
    pub(crate) fn least(self, other: Cost) -> Cost {
        Cost { wall: self.wall.min(other.wall), processor: self.processor.min(other.processor) }
    }

    /// The cost of some work of this process.
    pub(crate) fn of(work: impl FnOnce()) -> Cost {
        let (started, before) = (Instant::now(), own());
        work();
        Cost { wall: started.elapsed().as_secs_f64(), processor: own() - before }
    }

    /// The cost of a program, from its start to its end; `None` if it cannot be started.
    pub(crate) fn of_program(command: &mut Command) -> Option<Cost> {
        let (started, before) = (Instant::now(), children());
        let output = command.output().ok()?;
        let cost = Cost { wall: started.elapsed().as_secs_f64(), processor: children() - before };
        let said = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success(), "{command:?} failed: {said}");
        Some(cost)
    }
}

fn own() -> f64 {
    ticks(14)
}

fn children() -> f64 {
    ticks(16)
}

/// The sum of the field of this number and the next in /proc/self/stat (see `man 5 proc`):
/// time in the program and time in the system for it.
fn ticks(field: usize) -> f64 {
    const PER_SECOND: f64 = 100.0;
    const BEHIND_NAME: usize = 3;
    let text = fs::read_to_string("/proc/self/stat").unwrap_or_default();
    let fields = text.rsplit_once(')').map_or("", |(_, fields)| fields);
    let numbers =
        fields.split_whitespace().skip(field - BEHIND_NAME).take(2).filter_map(|number| number.parse::<f64>().ok());
    numbers.sum::<f64>() / PER_SECOND
}
