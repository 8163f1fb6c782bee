//! The promises of an edition in the next one: where the old edition promises something, the new one
//! says what became of it. The outcomes stand in a comment until somebody fills them in, so that the
//! draft can be built; `candour check` lists the promises that wait.

use crate::figure::Period;
use crate::prose::component::Commitment;
use crate::prose::{Block, BlockKind, Prose, plain_text, visit_blocks};
use std::cmp::Reverse;
use std::fmt::Write;

/// A chapter without its commitments and outcomes, with the outcomes that are due, and how many.
pub(super) fn carry_promises(text: &str, prose: &Prose, next: &Period) -> (String, usize) {
    let mut blocks: Vec<&Block> = Vec::new();
    visit_blocks(prose, &mut |block| match block.kind {
        BlockKind::Commitments(_) | BlockKind::Outcomes(_) => blocks.push(block),
        _ => {}
    });
    // From the end, so that the places before stay right.
    blocks.sort_by_key(|block| Reverse(block.span.start));
    let mut out = text.to_owned();
    let mut waiting = 0;
    for block in blocks {
        let instead = match &block.kind {
            BlockKind::Commitments(all) => {
                let due: Vec<&Commitment> = all.iter().filter(|one| is_due(one, next)).collect();
                waiting += due.len();
                outcomes(&due, all.len() - due.len())
            }
            // They told of the year before.
            _ => String::new(),
        };
        replace(&mut out, block, &instead);
    }
    (out, waiting)
}

/// Whether the next edition goes on to the date of a promise. What follows an action of a plan is
/// answered there.
fn is_due(commitment: &Commitment, next: &Period) -> bool {
    let end = commitment.timescale.as_ref().and_then(|timescale| timescale.value.end());
    commitment.action.is_none() && end.is_none_or(|end| next.end().is_some_and(|last| end <= last))
}

/// Puts something in the place of a block. Within a list or a quotation each line begins as that of
/// the block does.
fn replace(out: &mut String, block: &Block, instead: &str) {
    let range = block.span.range();
    let Some(before) = out.get(..range.start) else { return };
    let margin = before.rsplit('\n').next().unwrap_or_default();
    let margin: String = margin.chars().map(|c| if matches!(c, '>' | '\t') { c } else { ' ' }).collect();
    let instead: Vec<String> = instead
        .lines()
        .enumerate()
        .map(|(nth, line)| match (nth, line) {
            (0, line) => line.to_owned(),
            (_, "") => margin.trim_end().to_owned(),
            (_, line) => format!("{margin}{line}"),
        })
        .collect();
    if out.get(range.clone()).is_some() {
        out.replace_range(range, &instead.join("\n"));
    }
}

fn outcomes(due: &[&Commitment], later: usize) -> String {
    if due.is_empty() {
        return String::new();
    }
    let later = match later {
        0 => String::new(),
        1 => " Another promise is not due yet, or follows an action plan.".to_owned(),
        many => format!(" {many} other promises are not due yet, or follow an action plan."),
    };
    let mut text = format!(
        "<!-- Last year's edition promised this.{later} Say what became of it: kept, partly, not-kept or changed. Then \
         take this line and the last one away.\n\n```outcomes\n"
    );
    for commitment in due {
        let words = plain_text(&commitment.text).split_whitespace().collect::<Vec<_>>().join(" ");
        // Two hyphens could end the comment.
        let words = words.split('-').filter(|part| !part.is_empty()).collect::<Vec<_>>().join("-");
        let id = &commitment.id.value;
        let _ = write!(text, "# {words}\n- commitment: {id}\n  outcome:\n  text:\n");
    }
    text.push_str("```\n-->");
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::FileId;
    use crate::prose::parse_prose;
    use crate::source::Excerpt;

    #[test]
    fn commitments_become_outcomes_to_fill_in() {
        let text = "Words.\n\n```outcomes\n- {commitment: old, outcome: kept, text: Done.}\n```\n\n```commitments\n\
            - id: cafe\n  text: Open a [café](https://example.org) -- soon\n- id: later\n  text: Later\n  \
            timescale: 2030\n- id: plan\n  text: Planned\n  action: plans/a#b\n```\n\nEnd.\n";
        let prose = parse_prose(&Excerpt::verbatim(FileId(0), 0, text), &mut Vec::new());
        let (carried, waiting) = carry_promises(text, &prose, &Period::FinancialYear(2020));
        assert_eq!(waiting, 1);
        let expected = "Words.\n\n\n\n<!-- Last year's edition promised this. 2 other promises are not due yet, or follow an \
            action plan. Say what became of it: kept, partly, not-kept or changed. Then take this line and the last one \
            away.\n\n```outcomes\n# Open a café - soon\n- commitment: cafe\n  outcome:\n  text:\n```\n-->\n\nEnd.\n";
        assert_eq!(carried, expected);
    }

    #[test]
    fn nested_blocks_keep_their_margin_and_comments_stay_closed() {
        let text = "> [!NOTE]\n> ```commitments\n> - id: cafe\n>   text: Open --->it<!--\n> ```\n\n- Item\n\n  \
            ```commitments\n  - id: bus\n    text: A bus\n  ```\n";
        let prose = parse_prose(&Excerpt::verbatim(FileId(0), 0, text), &mut Vec::new());
        let (carried, waiting) = carry_promises(text, &prose, &Period::FinancialYear(2020));
        assert_eq!(waiting, 2);
        assert!(carried.contains("\n> # Open ->it<!\n> - commitment: cafe\n"), "{carried}");
        assert!(carried.contains("\n  - commitment: bus\n    outcome:\n"), "{carried}");
        let mut out = Vec::new();
        let again = parse_prose(&Excerpt::verbatim(FileId(0), 0, &carried), &mut out);
        let words = crate::prose::prose_text(&again);
        assert!(out.is_empty() && !words.contains("commitment") && !words.contains("promised"), "{out:?} {words}");
    }
}
