//! The figures of a site: a table for people, a line of JSON for machines.

use crate::figures::{PARTS, Sample, Spread, parts, parts_of_worst, round};
use crate::measure::Pace;
use crate::saves::Kind;
use serde_json::{Value, json};
use std::fmt::Write;

/// What the sample site has to keep: the median, and what 95 of 100 saves do not exceed. A
/// site that is made up may take twice as long.
const BARS: (f64, f64) = (30.0, 80.0);

/// Saves of one kind at one pace.
pub(crate) struct Measured {
    pub(crate) kind: Kind,
    pub(crate) pace: Pace,
    pub(crate) samples: Vec<Sample>,
    /// How often the preview put the site together for them: once for each, if all is well.
    pub(crate) rounds: u64,
}

impl Measured {
    fn spread(&self) -> Option<Spread> {
        (!self.samples.is_empty()).then(|| Spread::of(self.samples.iter().map(|sample| sample.total)))
    }
}

/// Saves of one kind in one program, by the common yardstick.
pub(crate) struct Polled {
    pub(crate) program: &'static str,
    pub(crate) kind: Kind,
    pub(crate) spread: Spread,
}

/// What was measured of one site.
pub(crate) struct Row {
    name: &'static str,
    chapters: usize,
    saves: usize,
    pub(crate) measured: Vec<Measured>,
    pub(crate) polled: Vec<Polled>,
    /// Programs that are not installed, or do not serve the site.
    pub(crate) absent: Vec<&'static str>,
    /// In kB.
    pub(crate) memory_at_start: u64,
    pub(crate) memory_at_end: u64,
    pub(crate) faults: Vec<String>,
}

impl Row {
    pub(crate) fn new(name: &'static str, chapters: usize, saves: usize) -> Row {
        let (measured, polled, absent, faults) = Default::default();
        Row { name, chapters, saves, measured, polled, absent, memory_at_start: 0, memory_at_end: 0, faults }
    }

    /// The greater of the median and the 95th percentile, each against its bar.
    fn of_bar(&self, spread: &Spread) -> f64 {
        let may = if self.name == "sample" { 1.0 } else { 2.0 };
        (spread.median / BARS.0).max(spread.most / BARS.1) / may
    }

    /// A median of this site against the same of another.
    fn against(&self, sample: &Row, measured: &Measured) -> f64 {
        let same = |other: &&Measured| other.kind == measured.kind && other.pace == measured.pace;
        let other = sample.measured.iter().find(same).and_then(Measured::spread);
        match (measured.spread(), other) {
            (Some(here), Some(there)) => here.median / there.median,
            _ => 1.0,
        }
    }

    /// What another program takes against Candour.
    fn against_candour(&self, polled: &Polled) -> f64 {
        let ours = self.polled.iter().find(|ours| ours.program == "candour" && ours.kind == polled.kind);
        ours.map_or(1.0, |ours| polled.spread.median / ours.spread.median)
    }

    /// The table; `sample` is the row of the sample site.
    pub(crate) fn text(&self, sample: &Row) -> String {
        let mut out =
            format!("\nThe site is {}: {} chapters, {} saves of each kind\n", self.name, self.chapters, self.saves);
        for pace in [Pace::Calm, Pace::Hurried] {
            let mut lines = self.measured.iter().filter(|measured| measured.pace == pace).peekable();
            if lines.peek().is_none() {
                continue;
            }
            let title = format!("{}, ms", pace.name());
            let _ = writeln!(
                out,
                "  {title:<26} {:>7} {:>7} {:>7} {:>7} {:>8}   {:>8} {:>8} {:>10} {:>8}",
                "median", "95th", "worst", "× bar", "× sample", "noticing", "reading", "assembling", "the rest"
            );
            for line in lines {
                out.push_str(&self.line(line, sample));
            }
        }
        if !self.polled.is_empty() {
            let title = "asked every millisecond";
            let _ = writeln!(out, "  {title:<34} {:>7} {:>7} {:>7} {:>9}", "median", "95th", "worst", "× candour");
        }
        for polled in &self.polled {
            let (name, spread) = (format!("{}: {}", polled.program, polled.kind.name()), polled.spread);
            let (median, most, worst) = (spread.median, spread.most, spread.worst);
            let against = self.against_candour(polled);
            let _ = writeln!(out, "    {name:<32} {median:>7.1} {most:>7.1} {worst:>7.1} {against:>9.2}");
        }
        for program in &self.absent {
            let _ = writeln!(out, "    {program}: not on this machine, or it does not serve the site");
        }
        let (start, end) = (self.memory_at_start as f64 / 1024.0, self.memory_at_end as f64 / 1024.0);
        let _ = writeln!(out, "  memory, MB: {start:.0} at the start, {end:.0} at the end, × {:.2}", end / start);
        out
    }

    fn line(&self, measured: &Measured, sample: &Row) -> String {
        let mut out = format!("    {:<24} ", measured.kind.name());
        let Some(spread) = measured.spread() else {
            out.push_str("every page was an old one\n");
            return out;
        };
        let _ = write!(out, "{:>7.1} {:>7.1} {:>7.1} ", spread.median, spread.most, spread.worst);
        let _ = write!(out, "{:>7.2} {:>8.2}  ", self.of_bar(&spread), self.against(sample, measured));
        for (time, width) in parts(&measured.samples).into_iter().zip([9, 9, 11, 9]) {
            let _ = write!(out, "{time:>width$.1}");
        }
        if measured.rounds != self.saves as u64 {
            let _ = write!(out, "  put together {} times for {} saves", measured.rounds, self.saves);
        }
        out.push('\n');
        out
    }

    /// The line.
    pub(crate) fn json(&self, sample: &Row) -> Value {
        let measured = self.measured.iter().map(|measured| {
            let spread = measured.spread();
            let named = |parts: [f64; 4]| -> Value {
                let parts = PARTS.iter().zip(parts).map(|(name, time)| ((*name).to_owned(), round(time).into()));
                Value::Object(parts.collect())
            };
            let parts = spread.map(|_| named(parts(&measured.samples)));
            let worst = parts_of_worst(&measured.samples).map(named);
            json!({
                "kind": measured.kind.name(),
                "pace": format!("{:?}", measured.pace).to_lowercase(),
                "ms": spread.map(|spread| spread.json()),
                "of_bar": spread.map(|spread| round(self.of_bar(&spread))),
                "against_sample": round(self.against(sample, measured)),
                "parts": parts,
                "parts_of_worst": worst,
                "rounds": measured.rounds,
            })
        });
        let polled = self.polled.iter().map(|polled| {
            json!({
                "program": polled.program,
                "kind": polled.kind.name(),
                "ms": polled.spread.json(),
                "against_candour": round(self.against_candour(polled)),
            })
        });
        json!({
            "site": self.name,
            "chapters": self.chapters,
            "saves": self.saves,
            "measured": measured.collect::<Vec<_>>(),
            "polled": polled.collect::<Vec<_>>(),
            "absent": self.absent,
            "memory_kb": { "start": self.memory_at_start, "end": self.memory_at_end },
            "faults": self.faults,
        })
    }
}
