//! Many measurements, and what to say of them. All times are milliseconds.

use serde_json::{Value, json};

/// How one save went.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Sample {
    /// From the end of the save to the last byte of the new page.
    pub(crate) total: f64,
    /// What the server says of its part.
    pub(crate) noticing: f64,
    pub(crate) reading: f64,
    pub(crate) assembling: f64,
}

impl Sample {
    /// The last part: the open page is told, the new one made and delivered.
    fn parts(&self) -> [f64; 4] {
        // Noticing begins with the first sign of a save, which may come before its end.
        let rest = (self.total - self.noticing - self.reading - self.assembling).max(0.0);
        [self.noticing, self.reading, self.assembling, rest]
    }
}

/// The median of some times, the one that 95 of 100 do not exceed, and the worst.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Spread {
    pub(crate) median: f64,
    pub(crate) most: f64,
    pub(crate) worst: f64,
}

impl Spread {
    pub(crate) fn of(times: impl IntoIterator<Item = f64>) -> Spread {
        let mut times: Vec<f64> = times.into_iter().collect();
        times.sort_by(f64::total_cmp);
        let at = |share: f64| times[((times.len() as f64 * share).ceil() as usize).clamp(1, times.len()) - 1];
        Spread { median: at(0.5), most: at(0.95), worst: at(1.0) }
    }

    pub(crate) fn json(&self) -> Value {
        json!({ "median": round(self.median), "p95": round(self.most), "worst": round(self.worst) })
    }
}

/// The parts of a save, in their order.
pub(crate) const PARTS: [&str; 4] = ["noticing", "reading", "assembling", "the rest"];

/// The median of each part.
pub(crate) fn parts(samples: &[Sample]) -> [f64; 4] {
    [0, 1, 2, 3].map(|part| Spread::of(samples.iter().map(|sample| sample.parts()[part])).median)
}

/// The parts of the save that took longest.
pub(crate) fn parts_of_worst(samples: &[Sample]) -> Option<[f64; 4]> {
    samples.iter().max_by(|one, other| one.total.total_cmp(&other.total)).map(Sample::parts)
}

/// To a hundredth, for machines to read as well as people.
pub(crate) fn round(number: f64) -> f64 {
    (number * 100.0).round() / 100.0
}
