//! The tables of a text that readers can take away as data, and what their files are called.
//! Names are addresses, so they come from the text alone and stay as long as its words do.

use super::chart::Chart;
use super::parse::slug;
use super::scorecard::Scorecard;
use super::text::plain_text;
use super::{BlockKind, Inline, Prose, Table, visit_blocks};
use std::collections::{BTreeMap, BTreeSet};

/// A table, by itself or as a part of something.
#[derive(Clone, Copy, Debug)]
pub struct DataTable<'p> {
    /// What holds it.
    pub of: DataOf<'p>,
    /// Which of the tables with its words this is, from 1: two links must not sound alike.
    pub nth: usize,
}

/// What has data files.
#[derive(Clone, Copy, Debug)]
pub enum DataOf<'p> {
    /// A table by itself.
    Table(&'p Table),
    /// A chart, with the table that it is drawn from.
    Chart(&'p Chart),
    /// A scorecard.
    Scorecard(&'p Scorecard),
}

impl<'p> DataTable<'p> {
    /// What is held by this, the first with its words.
    pub fn first(of: DataOf<'p>) -> DataTable<'p> {
        DataTable { of, nth: 1 }
    }

    /// What it shows, in plain words: empty where the author said nothing at all.
    pub fn title(&self) -> String {
        let words = match self.of {
            DataOf::Table(table) => &table.caption,
            DataOf::Chart(chart) => &chart.title,
            DataOf::Scorecard(card) => &card.caption,
        };
        plain_text(words).trim().trim_end_matches(':').to_owned()
    }

    /// The title that no other table of the page has, for links; `untitled` where there is none.
    pub fn own_title(&self, untitled: &str) -> String {
        let title = Some(self.title()).filter(|title| !title.is_empty()).unwrap_or_else(|| untitled.to_owned());
        if self.nth > 1 { format!("{title} ({})", self.nth) } else { title }
    }

    /// Its table; a scorecard has none.
    pub fn table(&self) -> Option<&'p Table> {
        match self.of {
            DataOf::Table(table) => Some(table),
            DataOf::Chart(chart) => Some(&chart.table),
            DataOf::Scorecard(_) => None,
        }
    }

    /// Where its numbers come from.
    pub fn source(&self) -> Option<&'p [Inline]> {
        match self.of {
            DataOf::Table(table) => table.source.as_deref(),
            DataOf::Chart(chart) => chart.source.as_deref(),
            DataOf::Scorecard(card) => card.source.as_deref(),
        }
    }

    /// The name that its author chose for its files.
    fn given(&self) -> Option<String> {
        let id = match self.of {
            DataOf::Table(table) => &table.id,
            DataOf::Chart(chart) => &chart.table.id,
            DataOf::Scorecard(card) => &card.id,
        };
        id.as_ref().map(|id| id.value.clone())
    }

    /// Components are data. A table of plain Markdown is not: it has no name of its own to stand by,
    /// and three files for each of them would make a large site twice as large.
    fn is_data(&self) -> bool {
        !matches!(self.of, DataOf::Table(table) if !table.component)
    }
}

/// All tables of a text, in the order in which they are shown.
pub fn data_tables(prose: &Prose) -> Vec<DataTable<'_>> {
    let mut tables = Vec::new();
    visit_blocks(prose, &mut |block| {
        let of = match &block.kind {
            BlockKind::Table(table) => DataOf::Table(table),
            BlockKind::Chart(chart) => DataOf::Chart(chart),
            BlockKind::Scorecard(card) => DataOf::Scorecard(card),
            _ => return,
        };
        tables.push(DataTable::first(of));
    });
    if tables.len() > 1 {
        let mut titles: BTreeMap<String, usize> = BTreeMap::new();
        for table in &mut tables {
            let count = titles.entry(table.title()).or_default();
            *count += 1;
            table.nth = *count;
        }
    }
    tables
}

/// The name of the data files of each table of a text, as [`data_tables`] lists them; `None` for
/// a table that has none. Empty where no table has any.
pub fn data_names(prose: &Prose) -> Vec<Option<String>> {
    let tables = data_tables(prose);
    if !tables.iter().any(DataTable::is_data) {
        return Vec::new();
    }
    // What the author chose goes before what is made of words, wherever on the page it stands.
    let mut taken: BTreeSet<String> = tables.iter().filter_map(DataTable::given).collect();
    let mut unused = taken.clone();
    // The next number to try for a name, so that a thousand equal captions stay quick.
    let mut next: BTreeMap<String, usize> = BTreeMap::new();
    let mut free = |base: String, taken: &mut BTreeSet<String>| {
        let next = next.entry(base.clone()).or_insert(1);
        let mut name = base.clone();
        while !taken.insert(name.clone()) {
            *next += 1;
            name = format!("{base}-{next}");
        }
        name
    };
    let mut name = |table: &DataTable<'_>| {
        if !table.is_data() {
            return None;
        }
        Some(match table.given() {
            // Of two equal ones, which has been reported, the first keeps it.
            Some(id) if unused.remove(&id) => id,
            Some(id) => free(id, &mut taken),
            None => free(file_name(&table.title()), &mut taken),
        })
    };
    tables.iter().map(&mut name).collect()
}

/// Words as the name of a file: not endless, and none that Windows keeps for itself.
fn file_name(words: &str) -> String {
    const LONGEST: usize = 60;
    let slug = slug(words);
    let cut = match slug.char_indices().nth(LONGEST) {
        None => slug.as_str(),
        Some((at, _)) => {
            let whole = slug.get(..at).unwrap_or_default();
            whole.rsplit_once('-').map_or(whole, |(words, _)| words)
        }
    };
    if cut.is_empty() || is_device(cut) {
        return if cut.is_empty() { "table".into() } else { format!("table-{cut}") };
    }
    cut.to_owned()
}

/// The names of devices, which no file on Windows can have, whatever its ending.
fn is_device(name: &str) -> bool {
    let numbered = |start: &str| name.strip_prefix(start).is_some_and(|rest| matches!(rest.as_bytes(), [b'1'..=b'9']));
    matches!(name, "con" | "prn" | "aux" | "nul") || numbered("com") || numbered("lpt")
}

#[cfg(test)]
mod tests {
    use super::{data_names, file_name};
    use crate::diagnostic::FileId;
    use crate::prose::parse_prose;
    use crate::source::Excerpt;

    fn names(text: &str) -> Vec<Option<String>> {
        data_names(&parse_prose(&Excerpt::verbatim(FileId(0), 0, text), &mut Vec::new()))
    }

    #[test]
    fn names_come_from_ids_captions_and_headings() {
        let table = |more: &str| format!("```table\n{more}columns: [A, B]\nrows:\n  - [x, 1]\n```\n\n");
        let caption = "caption: Spending\n";
        let text = format!(
            "# Title\n\n## Where it went\n\n{}{}{}{}",
            table(""),
            table(caption),
            table(caption),
            table("id: spending\n")
        );
        let found: Vec<_> = names(&text).into_iter().map(Option::unwrap).collect();
        assert_eq!(found, ["where-it-went", "spending-2", "spending-3", "spending"]);
    }

    #[test]
    fn tables_of_plain_markdown_are_no_data() {
        assert!(names("| A | B |\n| --- | --- |\n| x | 1 |\n").is_empty());
    }

    #[test]
    fn names_fit_every_disk() {
        assert_eq!(file_name("Con"), "table-con");
        assert_eq!(file_name("LPT1"), "table-lpt1");
        assert_eq!(file_name("Comb"), "comb");
        assert_eq!(file_name("…"), "table");
        assert_eq!(file_name(&"many words ".repeat(20)), format!("{}many", "many-words-".repeat(5)));
    }
}
