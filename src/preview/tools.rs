//! The tools that the preview puts into its pages: the bar, its sheets, the frame page.
//! They are plain files beside this one, embedded as they are; the published site never has them.

/// Content type of scripts.
const SCRIPT: &str = "text/javascript; charset=utf-8";
/// Content type of style sheets.
const STYLE: &str = "text/css; charset=utf-8";
/// Content type of pages.
const PAGE: &str = "text/html; charset=utf-8";

/// The tool of this file name, as its content type and its text.
#[must_use]
pub fn tool(name: &str) -> Option<(&'static str, &'static str)> {
    Some(match name {
        "bar.css" => (STYLE, include_str!("tools/bar.css")),
        "bar.js" => (SCRIPT, include_str!("tools/bar.js")),
        "blocks.js" => (SCRIPT, include_str!("tools/blocks.js")),
        "changes.js" => (SCRIPT, include_str!("tools/changes.js")),
        "compare.js" => (SCRIPT, include_str!("tools/compare.js")),
        "dom.js" => (SCRIPT, include_str!("tools/dom.js")),
        "editor.js" => (SCRIPT, include_str!("tools/editor.js")),
        "events.js" => (SCRIPT, include_str!("tools/events.js")),
        "find.js" => (SCRIPT, include_str!("tools/find.js")),
        "frame-address.js" => (SCRIPT, include_str!("tools/frame-address.js")),
        "frame.css" => (STYLE, include_str!("tools/frame.css")),
        "frame.html" => (PAGE, include_str!("tools/frame.html")),
        "frame.js" => (SCRIPT, include_str!("tools/frame.js")),
        "lists.js" => (SCRIPT, include_str!("tools/lists.js")),
        "margin.js" => (SCRIPT, include_str!("tools/margin.js")),
        "marks.css" => (STYLE, include_str!("tools/marks.css")),
        "memory.js" => (SCRIPT, include_str!("tools/memory.js")),
        "mistakes.js" => (SCRIPT, include_str!("tools/mistakes.js")),
        "panel.js" => (SCRIPT, include_str!("tools/panel.js")),
        "reading.js" => (SCRIPT, include_str!("tools/reading.js")),
        "sources.js" => (SCRIPT, include_str!("tools/sources.js")),
        "start.js" => (SCRIPT, include_str!("tools/start.js")),
        "views.js" => (SCRIPT, include_str!("tools/views.js")),
        "words.js" => (SCRIPT, include_str!("tools/words.js")),
        _ => return None,
    })
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::indexing_slicing)]
mod tests {
    use super::*;

    /// The tools that one file asks for, by import or by address.
    fn asked_for(text: &str) -> Vec<&str> {
        let names = text.split("from \"./").chain(text.split("/~candour/tools/"));
        names
            .filter_map(|rest| rest.split('"').next())
            .filter(|name| name.ends_with(".js") || name.ends_with(".css"))
            .collect()
    }

    #[test]
    fn every_tool_that_a_tool_asks_for_is_there() {
        let mut waiting = vec!["bar.js", "frame.html", "reading.js"];
        let mut seen = Vec::new();
        while let Some(name) = waiting.pop() {
            if seen.contains(&name) {
                continue;
            }
            seen.push(name);
            let (_, text) = tool(name).unwrap_or_else(|| panic!("{name} is not embedded"));
            waiting.extend(asked_for(text));
        }
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/src/preview/tools");
        let mut files: Vec<String> =
            std::fs::read_dir(folder).unwrap().map(|file| file.unwrap().file_name().into_string().unwrap()).collect();
        files.sort();
        seen.sort_unstable();
        assert_eq!(files, seen, "a file that no tool asks for, or one that is missing");
    }

    #[test]
    fn nothing_is_inline() {
        let (_, page) = tool("frame.html").unwrap();
        for forbidden in ["<style", " style=", "javascript:", " onclick", " onload", "http://", "https://"] {
            assert!(!page.contains(forbidden), "{forbidden}");
        }
        assert_eq!(tool("../mod.rs"), None);
    }
}
