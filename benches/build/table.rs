//! The figures of a run: a table for people, a line of JSON for machines.

use crate::Facts;
use crate::time::Cost;
use std::fmt::Write;

/// What was measured of one site.
pub(crate) struct Row {
    pub(crate) chapters: usize,
    pub(crate) terms: usize,
    /// A build into a new folder.
    pub(crate) cold: Cost,
    /// A build with nothing changed.
    pub(crate) again: Cost,
    /// Reading the inputs and writing the outputs alone.
    pub(crate) floor: Cost,
    /// Hugo, for a site that is the same but for what Hugo has not.
    pub(crate) hugo: Option<Cost>,
    pub(crate) built: Facts,
    pub(crate) rebuilt: Facts,
}

impl Row {
    /// The table.
    pub(crate) fn text(&self) -> String {
        let pages = self.built.number("pages");
        let mut out = format!("\n{} chapters, {} terms, {pages} pages\n", self.chapters, self.terms);
        let _ = writeln!(out, "  {:<28} {:>9} {:>9}  {:>9} {:>9}", "", "wall, ms", "× cold", "CPU, ms", "× cold");
        let mut line = |name: &str, cost: Cost| {
            let (wall, processor) = (cost.wall / self.cold.wall, cost.processor / self.cold.processor);
            let (wall_ms, processor_ms) = (cost.wall * 1000.0, cost.processor * 1000.0);
            let _ = writeln!(out, "  {name:<28} {wall_ms:>9.1} {wall:>9.2}  {processor_ms:>9.0} {processor:>9.2}");
        };
        line("cold build", self.cold);
        line("nothing changed", self.again);
        line("read and write alone", self.floor);
        if let Some(hugo) = self.hugo {
            line("hugo, doing less", hugo);
        }
        let _ = writeln!(out, "  {:<28} {:>9.0}", "pages per second", pages / self.cold.wall);
        let written = self.rebuilt.number("files written");
        let _ = writeln!(out, "  {:<28} {written:>9}", "files written again");
        let _ = writeln!(out, "  {:<28} {:>9.0} MB", "peak memory", self.built.number("peak kB") / 1024.0);
        let _ = writeln!(out, "  {:<28} {:>9}     {:>9}", "by stage, ms", "cold", "again");
        for (name, time) in self.built.stages() {
            let again = self.rebuilt.number(&format!("stage\t{name}"));
            let _ = writeln!(out, "    {name:<26} {:>9.1}     {:>9.1}", time * 1000.0, again * 1000.0);
        }
        out
    }

    /// The line.
    pub(crate) fn json(&self) -> String {
        let stages = |facts: &Facts| -> String {
            let parts: Vec<String> = facts.stages().map(|(name, time)| format!("\"{name}\":{time:.4}")).collect();
            parts.join(",")
        };
        let cost = |cost: Cost| format!("{{\"wall\":{:.4},\"processor\":{:.2}}}", cost.wall, cost.processor);
        format!(
            "{{\"chapters\":{},\"terms\":{},\"pages\":{},\"cold\":{},\"again\":{},\"floor\":{},\"hugo\":{},\"peak_kb\":{},\"files_written_again\":{},\"stages\":{{{}}},\"stages_again\":{{{}}}}}",
            self.chapters,
            self.terms,
            self.built.number("pages"),
            cost(self.cold),
            cost(self.again),
            cost(self.floor),
            self.hugo.map_or("null".to_owned(), cost),
            self.built.number("peak kB"),
            self.rebuilt.number("files written"),
            stages(&self.built),
            stages(&self.rebuilt),
        )
    }
}
