//! Just enough of Markdown to read the project's own documentation.

use std::fs;
use std::path::PathBuf;

/// The folder of the project.
pub(crate) fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// The README and everything in `docs/`: path and text.
pub(crate) fn pages() -> Vec<(String, String)> {
    let mut paths = vec!["README.md".to_owned()];
    for entry in fs::read_dir(root().join("docs")).unwrap() {
        let name = entry.unwrap().file_name().into_string().unwrap();
        if name.ends_with(".md") {
            paths.push(format!("docs/{name}"));
        }
    }
    paths.sort();
    paths.into_iter().map(|path| (path.clone(), page(&path))).collect()
}

/// The text of one page.
pub(crate) fn page(path: &str) -> String {
    fs::read_to_string(root().join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// A fenced block.
pub(crate) struct Block {
    /// The page it stands on.
    pub(crate) page: String,
    /// The number of its first line.
    pub(crate) line: usize,
    /// What stands behind the opening fence.
    pub(crate) info: Vec<String>,
    /// What is between the fences.
    pub(crate) text: String,
}

impl Block {
    /// The value of `name=value` behind the fence.
    pub(crate) fn attribute(&self, name: &str) -> Option<&str> {
        self.info.iter().find_map(|word| word.strip_prefix(name)?.strip_prefix('='))
    }
}

/// The fenced blocks of a page, and its other lines.
pub(crate) fn split(path: &str, text: &str) -> (Vec<Block>, Vec<String>) {
    let (mut blocks, mut lines) = (Vec::new(), Vec::new());
    let mut open: Option<(String, Block)> = None;
    for (number, line) in text.lines().enumerate() {
        match &mut open {
            Some((fence, _)) if line == fence => blocks.extend(open.take().map(|(_, block)| block)),
            Some((fence, block)) => {
                let indent = fence.len() - fence.trim_start().len();
                block.text.push_str(line.get(indent..).unwrap_or_default());
                block.text.push('\n');
            }
            None if line.trim_start().starts_with("```") => {
                let ticks = line.len() - line.trim_start().trim_start_matches('`').len();
                let (fence, info) = line.split_at(ticks);
                let info = info.split_whitespace().map(str::to_owned).collect();
                open = Some((
                    fence.to_owned(),
                    Block { page: path.to_owned(), line: number + 1, info, text: String::new() },
                ));
            }
            None => lines.push(line.to_owned()),
        }
    }
    assert!(open.is_none(), "{path}: a block is not closed");
    (blocks, lines)
}

/// All fenced blocks of all pages.
pub(crate) fn blocks() -> Vec<Block> {
    pages().iter().flat_map(|(path, text)| split(path, text).0).collect()
}

/// The cells of the tables that stand below a mark `<!-- KIND: NAME -->`: what the mark
/// names, and the rows without the heading.
pub(crate) fn marked_tables(kind: &str) -> Vec<(String, Vec<Vec<String>>)> {
    let mut found = Vec::new();
    for (path, text) in pages() {
        let mut rows: Option<(String, Vec<Vec<String>>)> = None;
        for line in split(&path, &text).1 {
            if let Some(name) = line.strip_prefix("<!-- ").and_then(|rest| rest.strip_prefix(kind)) {
                found.extend(rows.take());
                let name = name.trim_start_matches(':').trim_end_matches("-->").trim();
                rows = Some((name.to_owned(), Vec::new()));
            } else if let Some((name, table)) = &mut rows {
                if line.starts_with('|') {
                    let inner = line.trim_matches('|').replace("\\|", "¦");
                    table.push(inner.split('|').map(|cell| cell.trim().replace('¦', "|")).collect());
                } else if !table.is_empty() {
                    table.drain(..2.min(table.len()));
                    found.push((name.clone(), std::mem::take(table)));
                    rows = None;
                }
            }
        }
        if let Some((name, mut table)) = rows {
            table.drain(..2.min(table.len()));
            found.push((name, table));
        }
    }
    assert!(found.iter().all(|(_, rows)| !rows.is_empty()), "a mark without a table");
    found
}

/// The words between backticks.
pub(crate) fn code_words(text: &str) -> Vec<String> {
    text.split('`').skip(1).step_by(2).map(str::to_owned).collect()
}

/// The anchors of a page's headings, as code hosts make them.
pub(crate) fn anchors(path: &str, text: &str) -> Vec<String> {
    let headings = split(path, text).1.into_iter().filter(|line| line.starts_with('#'));
    let anchor = |heading: String| {
        let words = heading.trim_start_matches('#').trim().to_lowercase();
        let kept = words.chars().filter(|c| c.is_alphanumeric() || matches!(c, ' ' | '-' | '_'));
        kept.map(|c| if c == ' ' { '-' } else { c }).collect()
    };
    headings.map(anchor).collect()
}
