//! The shapes of status, one family: a word stands beside each, and no two that can meet look alike. Drawn
//! in the colour of the text, so that they work in every scheme and in print.

/// The start of every shape.
const OPEN: &str = "<svg class=\"shape\" viewBox=\"0 0 20 20\" aria-hidden=\"true\">";

/// The shape of a status, an outcome or a change, by its name, as SVG.
pub fn shape(name: &str) -> String {
    format!("{OPEN}{}</svg>", drawing(name))
}

fn drawing(name: &str) -> &'static str {
    match name {
        "better" | "completed" | "kept" | "met" => {
            r##"<path fill="currentColor" fill-rule="evenodd" d="M10 1a9 9 0 1 0 0 18a9 9 0 1 0 0-18zM8.4 14.6L3.9 10.1L5.5 8.5L8.4 11.4L14.5 5.3L16.1 6.9z"/>"##
        }
        "worse" | "delayed" | "late" => {
            r##"<circle cx="10" cy="10" r="8" fill="none" stroke="currentColor" stroke-width="2"/><path fill="none" stroke="currentColor" stroke-width="2.4" d="M10 5v6.2M10 12.8v2.4"/>"##
        }
        "same" => {
            r##"<circle cx="10" cy="10" r="8" fill="none" stroke="currentColor" stroke-width="2"/><path fill="none" stroke="currentColor" stroke-width="2" d="M6.2 8h7.6M6.2 12h7.6"/>"##
        }
        "missing" | "cancelled" => {
            r##"<circle cx="10" cy="10" r="8" fill="none" stroke="currentColor" stroke-width="2"/><path fill="none" stroke="currentColor" stroke-width="2" d="M4.5 15.5L15.5 4.5"/>"##
        }
        "not-started" | "not-due" | "waiting" => {
            r##"<circle cx="10" cy="10" r="8" fill="none" stroke="currentColor" stroke-width="2"/>"##
        }
        "unreported" | "no-data" => {
            r##"<circle cx="10" cy="10" r="8" fill="none" stroke="currentColor" stroke-width="2" stroke-dasharray="3.2 3.1"/>"##
        }
        "unanswered" => {
            r##"<circle cx="10" cy="10" r="8" fill="none" stroke="currentColor" stroke-width="2" stroke-dasharray="3.2 3.1"/><path fill="none" stroke="currentColor" stroke-width="1.8" d="M7.7 8a2.3 2.3 0 1 1 3.4 2c-.8.4-1.1.8-1.1 1.7M10 13.2v1.9"/>"##
        }
        "partly" | "nearly-met" => {
            r##"<circle cx="10" cy="10" r="8" fill="none" stroke="currentColor" stroke-width="2"/><path fill="currentColor" d="M2 10a8 8 0 0 0 16 0z"/>"##
        }
        "changed" => {
            r##"<circle cx="10" cy="10" r="8" fill="none" stroke="currentColor" stroke-width="2"/><path fill="none" stroke="currentColor" stroke-width="1.8" d="M5.5 8h8M11 5.6L13.5 8M14.5 12h-8M9 14.4L6.5 12"/>"##
        }
        "not-kept" | "not-met" => {
            r##"<circle cx="10" cy="10" r="8" fill="none" stroke="currentColor" stroke-width="2"/><path fill="none" stroke="currentColor" stroke-width="2.2" d="M6.6 6.6l6.8 6.8M13.4 6.6l-6.8 6.8"/>"##
        }
        "renewed" => {
            r##"<circle cx="10" cy="10" r="8" fill="none" stroke="currentColor" stroke-width="2"/><path fill="none" stroke="currentColor" stroke-width="2" d="M6 10h7.2M10.4 6.8l3.2 3.2l-3.2 3.2"/>"##
        }
        "in-progress" | "under-way" => {
            r##"<circle cx="10" cy="10" r="8" fill="none" stroke="currentColor" stroke-width="2"/><path fill="currentColor" d="M10 2a8 8 0 0 1 0 16z"/>"##
        }
        "done-this-year" => {
            r##"<circle cx="10" cy="10" r="8" fill="none" stroke="currentColor" stroke-width="2"/><path fill="none" stroke="currentColor" stroke-width="2.2" d="M5.6 10.4L8.7 13.4L14.4 7"/>"##
        }
        "new" => {
            r##"<circle cx="10" cy="10" r="8" fill="none" stroke="currentColor" stroke-width="2"/><path fill="none" stroke="currentColor" stroke-width="2" d="M10 6v8M6 10h8"/>"##
        }
        // Of a change: filled where it is for the better.
        "up-better" => r##"<path fill="currentColor" d="M10 2.5L18.5 17H1.5z"/>"##,
        "down-better" => r##"<path fill="currentColor" d="M10 17.5L1.5 3H18.5z"/>"##,
        "up" => r##"<path fill="none" stroke="currentColor" stroke-width="2" d="M10 4.5L17 16H3z"/>"##,
        "down" => r##"<path fill="none" stroke="currentColor" stroke-width="2" d="M10 15.5L3 4H17z"/>"##,
        _ => r##"<path fill="none" stroke="currentColor" stroke-width="2" d="M10 2L18 10L10 18L2 10z"/>"##,
    }
}
