//! Numbered paragraphs, as committee reports have them: sections 1, 2, 3, paragraphs 3.1, 3.2. A
//! number may be given by hand, as `{3.4A}` at the end of a paragraph, so that a paragraph put in
//! later changes no other number.

use super::text::plain_text;
use super::{Block, BlockKind, Inline, InlineKind, Numbered, Prose};
use crate::diagnostic::rules::reports::{PARAGRAPH_NUMBER, PARAGRAPH_TWICE};
use crate::diagnostic::{Diagnostic, Span};
use std::collections::BTreeMap;

/// Numbers the sections and paragraphs of a text. Appendices are not numbered; what stands before the
/// first heading is not either.
pub fn number_paragraphs(prose: &mut Prose, out: &mut Vec<Diagnostic>) {
    let mut counter = Counter { section: 0, paragraph: 0, appendix: false, used: BTreeMap::new(), out };
    let mut numbered: Vec<Block> = Vec::with_capacity(prose.blocks.len());
    for block in std::mem::take(&mut prose.blocks) {
        match block.kind {
            BlockKind::Heading(mut heading) => {
                if heading.level == 2 {
                    heading.number = counter.next_section(heading.appendix);
                }
                numbered.push(Block { span: block.span, kind: BlockKind::Heading(heading) });
            }
            BlockKind::Paragraph(mut content) => {
                let number = counter.next_paragraph(&mut content, block.span);
                let paragraph = Block { span: block.span, kind: BlockKind::Paragraph(content) };
                numbered.push(match number {
                    Some(number) => {
                        let kind = BlockKind::Numbered(Numbered { number, blocks: vec![paragraph] });
                        Block { span: block.span, kind }
                    }
                    None => paragraph,
                });
            }
            // A list goes on with the sentence before it.
            BlockKind::List(list) => {
                let list = Block { span: block.span, kind: BlockKind::List(list) };
                match numbered.last_mut().map(|last| &mut last.kind) {
                    Some(BlockKind::Numbered(above)) => above.blocks.push(list),
                    _ => numbered.push(list),
                }
            }
            kind => numbered.push(Block { span: block.span, kind }),
        }
    }
    prose.blocks = numbered;
}

/// The numbered paragraphs of a text: their numbers and their first words.
pub fn paragraph_numbers(prose: &Prose) -> Vec<(String, String, Span)> {
    let numbered = prose.blocks.iter().filter_map(|block| match &block.kind {
        BlockKind::Numbered(numbered) => Some((block.span, numbered)),
        _ => None,
    });
    numbered
        .map(|(span, numbered)| {
            let words = numbered.blocks.iter().find_map(|block| match &block.kind {
                BlockKind::Paragraph(content) => Some(plain_text(content)),
                _ => None,
            });
            (numbered.number.clone(), words.unwrap_or_default(), span)
        })
        .collect()
}

struct Counter<'o> {
    section: u32,
    paragraph: u32,
    appendix: bool,
    used: BTreeMap<String, Span>,
    out: &'o mut Vec<Diagnostic>,
}

impl Counter<'_> {
    fn next_section(&mut self, appendix: bool) -> Option<String> {
        self.appendix = appendix;
        self.paragraph = 0;
        if appendix {
            return None;
        }
        self.section += 1;
        Some(self.section.to_string())
    }

    fn next_paragraph(&mut self, content: &mut Vec<Inline>, span: Span) -> Option<String> {
        let pin = take_pin(content);
        if self.section == 0 || self.appendix {
            if let Some((pin, span)) = pin {
                let message = format!("`{pin}` stands where paragraphs have no numbers");
                let help = "paragraphs are numbered below the headings of sections; take it out here";
                self.out.push(Diagnostic::new(&PARAGRAPH_NUMBER, span, message).help(help));
            }
            return None;
        }
        let (number, place) = match pin {
            Some((pin, place)) => (self.pinned(pin, place)?, place),
            None => {
                self.paragraph += 1;
                (format!("{}.{}", self.section, self.paragraph), span)
            }
        };
        if let Some(first) = self.used.get(&number) {
            self.out.push(
                Diagnostic::new(&PARAGRAPH_TWICE, place, format!("there are two paragraphs {number}"))
                    .label(*first, "the other one")
                    .help("give the later one a letter: {3.4A} stands between 3.4 and 3.5"),
            );
            return None;
        }
        self.used.insert(number.clone(), span);
        Some(number)
    }

    /// A number given by hand. Without a letter, counting goes on from it.
    fn pinned(&mut self, pin: String, span: Span) -> Option<String> {
        let (section, rest) = pin.split_once('.').unwrap_or((&pin, ""));
        let digits = rest.len() - rest.trim_start_matches(|c: char| c.is_ascii_digit()).len();
        let (number, letters) = rest.split_at_checked(digits)?;
        let number: u32 = number.parse().ok()?;
        let before = if letters.is_empty() { self.paragraph < number } else { self.paragraph == number };
        if section.parse() != Ok(self.section) || !before {
            let last = format!("{}.{}", self.section, self.paragraph);
            self.out.push(
                Diagnostic::new(&PARAGRAPH_NUMBER, span, format!("paragraph {pin} cannot stand here"))
                    .help(format!("it follows paragraph {last}: use that number with a letter, or a higher one")),
            );
            return None;
        }
        self.paragraph = number;
        Some(pin)
    }
}

/// Takes `{3.4A}` away from the end of a paragraph.
fn take_pin(content: &mut Vec<Inline>) -> Option<(String, Span)> {
    let last = content.last_mut()?;
    let InlineKind::Text(text) = &mut last.kind else { return None };
    let (before, pin) = text.strip_suffix('}')?.rsplit_once('{')?;
    let fits = pin.split_once('.').is_some_and(|(section, paragraph)| {
        let digits = paragraph.trim_end_matches(|c: char| c.is_ascii_uppercase());
        let all_digits = |part: &str| !part.is_empty() && part.len() < 5 && part.chars().all(|c| c.is_ascii_digit());
        all_digits(section) && all_digits(digits) && paragraph.len() - digits.len() <= 2
    });
    if !fits {
        return None;
    }
    let (pin, kept) = (pin.to_owned(), before.trim_end().to_owned());
    let length = text.len();
    let exact = last.span.range().len() == length;
    let span = if exact { last.span.part(before.len(), length) } else { last.span };
    if kept.is_empty() {
        content.pop();
    } else {
        if exact {
            last.span = last.span.part(0, kept.len());
        }
        *text = kept;
    }
    Some((pin, span))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::FileId;
    use crate::prose::parse_prose;
    use crate::source::Excerpt;

    fn numbers(text: &str) -> (Vec<String>, Vec<&'static str>) {
        let mut out = Vec::new();
        let mut prose = parse_prose(&Excerpt::verbatim(FileId(0), 0, text), &mut out);
        number_paragraphs(&mut prose, &mut out);
        let numbers = paragraph_numbers(&prose).into_iter().map(|(number, words, _)| format!("{number} {words}"));
        (numbers.collect(), out.iter().map(|told| told.rule.code).collect())
    }

    #[test]
    fn paragraphs_count_within_their_section() {
        let (all, out) = numbers("Before.\n\n## A\n\nOne.\n\n- x\n- y\n\nTwo.\n\n## B\n\n### C\n\nThree.\n");
        assert_eq!(all, ["1.1 One.", "1.2 Two.", "2.1 Three."]);
        assert!(out.is_empty(), "{out:?}");
    }

    #[test]
    fn a_number_by_hand_changes_no_other() {
        let (all, out) = numbers("## A\n\nOne.\n\nNew. {1.1A}\n\nTwo.\n\nSkips. {1.5}\n\nNext.\n");
        assert_eq!(all, ["1.1 One.", "1.1A New.", "1.2 Two.", "1.5 Skips.", "1.6 Next."]);
        assert!(out.is_empty(), "{out:?}");
    }

    #[test]
    fn impossible_numbers_are_told() {
        let (_, out) = numbers("Up here. {1.1}\n\n## A\n\nOne.\n\nBack. {1.1}\n\nOther. {2.1}\n");
        assert_eq!(out, ["paragraph-number", "paragraph-number", "paragraph-number"]);
    }
}
