//! Edits of a report whose paragraph numbers are kept. Each edit is told once, where it happened, and
//! each way out that the help offers really is one: once it is taken, nothing is left to mend.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, clippy::string_slice)]

use candour::content::paragraphs::changed_numbers;
use candour::content::{Content, read_content};
use candour::diagnostic::Texts;
use candour::prose::paragraphs;
use candour::source::MemoryFiles;
use proptest::prelude::*;

/// The report as it was published, block by block.
const REPORT: [&str; 13] = [
    "## Money",
    "The council pays people by card.",
    "Nobody waits for longer than a week.",
    "Letters are answered on the same day.",
    "## People",
    "Nine carers work in the north.",
    "Their hours were written down in spring.",
    "A trainer visits every second month.",
    "Two posts could not be filled.",
    "New uniforms arrived before winter came.",
    "## Homes",
    "Every home has been inspected twice.",
    "Kitchens were rated good or better.",
];

const RECORD: &str = "\
report:
  \"1.1\": \"The council pays people by card.\"
  \"1.2\": \"Nobody waits for longer than a week.\"
  \"1.3\": \"Letters are answered on the same day.\"
  \"2.1\": \"Nine carers work in the north.\"
  \"2.2\": \"Their hours were written down in spring.\"
  \"2.3\": \"A trainer visits every second month.\"
  \"2.4\": \"Two posts could not be filled.\"
  \"2.5\": \"New uniforms arrived before winter came.\"
  \"3.1\": \"Every home has been inspected twice.\"
  \"3.2\": \"Kitchens were rated good or better.\"
";

type Blocks = Vec<String>;

fn read(record: &str, blocks: &Blocks) -> Content {
    let files = MemoryFiles::default()
        .with("content/site.yaml", "title: Papers\norganisation: Example Council\n")
        .with("content/paragraphs.yaml", record)
        .with("content/report.md", format!("---\nkind: report\ntitle: Report\n---\n{}\n", blocks.join("\n\n")));
    read_content(&files).unwrap()
}

/// What is said of a report: the words where it is said, the message and the help.
fn told_of(record: &str, blocks: &Blocks) -> Vec<(String, String, String)> {
    let content = read(record, blocks);
    let one = |told: &candour::diagnostic::Diagnostic| {
        let place = content.sources.text(told.span.file)[told.span.start as usize..].lines().next().unwrap_or_default();
        (place.to_owned(), told.message.clone(), told.help.clone().unwrap_or_default())
    };
    content.diagnostics.iter().map(one).collect()
}

/// A report after some edits.
struct Edited {
    record: String,
    blocks: Blocks,
}

impl Edited {
    fn report() -> Edited {
        Edited { record: RECORD.to_owned(), blocks: REPORT.map(str::to_owned).to_vec() }
    }

    fn at(&self, words: &str) -> usize {
        self.blocks.iter().position(|block| block.contains(words)).unwrap_or_else(|| panic!("no {words}"))
    }

    /// Puts a block before another.
    fn put(mut self, block: &str, before: &str) -> Edited {
        let at = self.at(before);
        self.blocks.insert(at, block.to_owned());
        self
    }

    fn append(mut self, block: &str) -> Edited {
        self.blocks.push(block.to_owned());
        self
    }

    fn remove(mut self, words: &str) -> Edited {
        let at = self.at(words);
        self.blocks.remove(at);
        self
    }

    /// Moves the block with these words before another.
    fn shift(mut self, words: &str, before: &str) -> Edited {
        let at = self.at(words);
        let block = self.blocks.remove(at);
        self.put(&block, before)
    }

    /// Moves a section before the heading of another, or to the end.
    fn shift_section(mut self, heading: &str, before: Option<&str>) -> Edited {
        let start = self.at(heading);
        let length = 1 + self.blocks[start + 1..].iter().take_while(|block| !block.starts_with("## ")).count();
        let section: Blocks = self.blocks.drain(start..start + length).collect();
        let to = before.map_or(self.blocks.len(), |before| self.at(before));
        self.blocks.splice(to..to, section);
        self
    }

    fn replace(mut self, words: &str, with: &str) -> Edited {
        let at = self.at(words);
        self.blocks[at] = self.blocks[at].replace(words, with);
        self
    }

    /// Writes a number at the end of the block with these words.
    fn number(mut self, words: &str, number: &str) -> Edited {
        let at = self.at(words);
        self.blocks[at] += &format!(" {{{number}}}");
        self
    }

    /// Asserts that exactly one thing is said, at this block, with these words in it.
    #[track_caller]
    fn tells(self, place: &str, message: &str, help: &str) -> Edited {
        let told = told_of(&self.record, &self.blocks);
        assert_eq!(told.len(), 1, "{told:#?}\n{:#?}", self.blocks);
        assert!(told[0].0.contains(place), "place: {told:#?}");
        assert_eq!(told[0].1, message);
        assert!(told[0].2.contains(help), "help: {told:#?}");
        self
    }

    #[track_caller]
    fn is_clean(&self) {
        let told = told_of(&self.record, &self.blocks);
        assert!(told.is_empty(), "{told:#?}\n{:#?}", self.blocks);
    }
}

#[test]
fn what_changes_no_number_is_not_told() {
    let report = Edited::report;
    report().is_clean();
    report().replace("Two posts could not be filled.", "Both vacancies are open.").is_clean();
    report().replace("Nine carers", "Ten carers").replace("by card", "by card and in cash").is_clean();
    report().append("This stands at the very end.").is_clean();
    report().put("At the end of a section.", "## Homes").is_clean();
    report().append("## Later").append("A section behind all others.").is_clean();
    report().put("Put in.", "A trainer").number("Put in.", "2.2A").is_clean();
    report().put("Put in.", "The council").number("Put in.", "1.0A").is_clean();
    report().replace("A trainer visits every second month.", "This was withdrawn on 1 May.").is_clean();
}

#[test]
fn one_paragraph_put_in() {
    Edited::report()
        .put("This one is new.", "The council")
        .tells(
            "This one is new.",
            "this paragraph is new, and gives 3 paragraphs, 1.1 to 1.3, another number",
            "write {1.0A} at its end",
        )
        .number("This one is new.", "1.0A")
        .is_clean();
    Edited::report()
        .put("This one is new.", "New uniforms")
        .tells(
            "This one is new.",
            "this paragraph is new, and gives paragraph 2.5 another number",
            "write {2.4A} at its end",
        )
        .number("This one is new.", "2.4A")
        .is_clean();
}

#[test]
fn two_paragraphs_put_in_get_two_letters() {
    let edited = Edited::report().put("First of two.", "A trainer").put("Second words here.", "A trainer");
    let told = told_of(&edited.record, &edited.blocks);
    let helps: Vec<&str> = told.iter().map(|told| told.2.as_str()).collect();
    assert_eq!(helps, ["write {2.2A} at its end", "write {2.2B} at its end"]);
    edited.number("First of two.", "2.2A").number("Second words here.", "2.2B").is_clean();
}

#[test]
fn a_paragraph_beside_one_with_a_letter() {
    let base = || {
        let mut report =
            Edited::report().put("Put in with a letter.", "A trainer").number("Put in with a letter.", "2.2A");
        report.record = report.record.replace("  \"2.3\"", "  \"2.2A\": \"Put in with a letter.\"\n  \"2.3\"");
        report
    };
    base().is_clean();
    base()
        .put("Behind it.", "A trainer")
        .tells(
            "Behind it.",
            "this paragraph is new, and gives 3 paragraphs, 2.3 to 2.5, another number",
            "write {2.2B} at its end",
        )
        .number("Behind it.", "2.2B")
        .is_clean();
    // Between 2.2 and 2.2A there is no number.
    let between = base().put("Between the two.", "Put in with");
    let told = told_of(&between.record, &between.blocks);
    assert!(told.iter().all(|told| !told.2.contains("{2.2A}")), "{told:#?}");
    base().put("Between the two.", "A trainer").number("Between the two.", "2.2B").is_clean();
    // The letter was taken away.
    base()
        .replace(" {2.2A}", "")
        .tells("Put in with", "this was published as paragraph 2.2A, and would now be 2.3", "write {2.2A} at its end")
        .number("Put in with", "2.2A")
        .is_clean();
    // It was taken out.
    base()
        .remove("Put in with a letter.")
        .tells("A trainer", "paragraph 2.2A stood before this one, and is gone", "with {2.2A} at its end")
        .put("Withdrawn on 1 May.", "A trainer")
        .number("Withdrawn on 1 May.", "2.2A")
        .is_clean();
}

#[test]
fn one_paragraph_taken_out() {
    Edited::report()
        .remove("Their hours")
        .tells(
            "A trainer",
            "paragraph 2.2 stood before this one, and is gone",
            "put a paragraph in its place that says that it was withdrawn, and when",
        )
        .put("This was withdrawn on 1 May.", "A trainer")
        .is_clean();
    Edited::report()
        .remove("New uniforms")
        .tells("Two posts", "paragraph 2.5 stood after this one, and is gone", "put a paragraph in its place")
        .put("This was withdrawn on 1 May.", "## Homes")
        .is_clean();
    Edited::report()
        .remove("Their hours")
        .remove("A trainer")
        .tells(
            "Two posts",
            "paragraphs 2.2 and 2.3 stood before this one, and are gone",
            "put a paragraph in the place of each",
        )
        .put("This was withdrawn on 1 May.", "Two posts")
        .put("And this.", "Two posts")
        .is_clean();
}

#[test]
fn a_paragraph_that_moved() {
    let moved = || {
        Edited::report().shift("Two posts", "Their hours").tells(
            "Two posts",
            "this was published as paragraph 2.4, and stands elsewhere now",
            "put it back behind what was published as 2.3, or leave a paragraph in its old place that says that it moved, and write {2.1A} at the end of this one",
        )
    };
    moved().shift("Two posts", "New uniforms").is_clean();
    moved().number("Two posts", "2.1A").put("This moved to paragraph 2.1A.", "New uniforms").is_clean();
    let further = || {
        Edited::report().shift("Two posts", "## Money").shift("Two posts", "Nobody waits").tells(
            "Two posts",
            "this was published as paragraph 2.4, and stands elsewhere now",
            "and write {1.1A} at the end of this one",
        )
    };
    further().shift("Two posts", "New uniforms").is_clean();
    further().number("Two posts", "1.1A").put("This moved to paragraph 1.1A.", "New uniforms").is_clean();
    // At the end of a section it needs no letter.
    Edited::report()
        .shift("Two posts", "## Homes")
        .tells(
            "Two posts",
            "this was published as paragraph 2.4, and stands elsewhere now",
            "put it back behind what was published as 2.3",
        )
        .shift("Two posts", "New uniforms")
        .is_clean();
    let first = Edited::report().shift("The council", "Letters").tells(
        "",
        "this was published as paragraph 1.1, and stands elsewhere now",
        "put it back before what was published as 1.2",
    );
    first.shift("The council", "Nobody waits").is_clean();
}

#[test]
fn blocks_that_change_places_are_told_apart() {
    let edited = Edited::report().shift("Letters", "The council").shift("The council", "## People");
    let told = told_of(&edited.record, &edited.blocks);
    assert_eq!(told.len(), 2, "{told:#?}");
    assert!(told.iter().all(|told| told.1.contains("stands elsewhere now")), "{told:#?}");
}

#[test]
fn a_section_put_in() {
    let put = || {
        Edited::report().put("## Fresh", "## Homes").put("All of this is new.", "## Homes").put("And more of it.", "## Homes").tells(
            "## Fresh",
            "this section is new, and gives section 3 another number",
            "write ### instead of ##, so that it goes on with section 2, or put it behind section 4, the last; if the report is issued anew, run `candour number` with --again",
        )
    };
    put().replace("## Fresh", "### Fresh").is_clean();
    put().shift_section("## Fresh", None).is_clean();
    Edited::report()
        .put("## Fresh", "## Money")
        .put("All of this is new.", "## Money")
        .tells(
            "## Fresh",
            "this section is new, and gives 3 sections, 1 to 3, another number",
            "put it behind section 4, the last",
        )
        .shift_section("## Fresh", None)
        .is_clean();
}

#[test]
fn a_section_that_moved_or_went() {
    Edited::report()
        .shift_section("## Homes", Some("## People"))
        .tells(
            "## Homes",
            "this was published as section 3, and is section 2 now",
            "put it back behind the section that was published as 2",
        )
        .shift_section("## Homes", None)
        .is_clean();
    Edited::report()
        .shift_section("## Money", Some("## Homes"))
        .tells("## Money", "this was published as section 1, and is section 2 now", "put it back at the beginning")
        .shift_section("## Money", Some("## People"))
        .is_clean();
    let gone = Edited::report().remove("## Money").remove("The council").remove("Nobody waits").remove("Letters");
    gone.tells(
        "## People",
        "section 1 was published and is not there any more",
        "put its heading back, and below it a paragraph in the place of 3 paragraphs, 1.1 to 1.3, that says that it was withdrawn, and when",
    )
    .put("## Money", "## People")
    .put("Withdrawn on 1 May.", "## People")
    .put("Withdrawn too.", "## People")
    .put("And this one.", "## People")
    .is_clean();
}

#[test]
fn headings_between_paragraphs_that_stayed() {
    Edited::report()
        .put("## Training", "A trainer")
        .tells(
            "## Training",
            "this heading is new, and gives paragraph 2.3 and those after it another number",
            "write ### instead of ##",
        )
        .replace("## Training", "### Training")
        .is_clean();
    Edited::report()
        .remove("## Homes")
        .tells(
            "Every home",
            "this was published as paragraph 3.1, below a heading of its own",
            "put the heading of section 3 back in front of it, with ##",
        )
        .put("## Homes", "Every home")
        .is_clean();
    Edited::report()
        .shift("## Homes", "New uniforms")
        .tells(
            "## Homes",
            "this heading stands before paragraph 2.5, which was published in the section before",
            "put the heading behind the paragraphs that were published in section 2",
        )
        .shift("## Homes", "Every home")
        .is_clean();
    Edited::report()
        .put("## Empty", "## Homes")
        .tells(
            "## Homes",
            "this was published as section 3, and a heading before it counts now",
            "write ### instead of ## for the heading without paragraphs before it",
        )
        .replace("## Empty", "### Empty")
        .is_clean();
}

#[test]
fn a_number_given_by_hand_for_no_reason() {
    Edited::report()
        .number("A trainer", "2.7")
        .tells("A trainer", "this was published as paragraph 2.3, and would now be 2.7", "write {2.3} at its end")
        .replace("{2.7}", "{2.3}")
        .is_clean();
}

#[test]
fn an_edit_in_each_section_is_told_in_each() {
    let edited = Edited::report().put("New here.", "Nobody waits").remove("Two posts").put("New there.", "Kitchens");
    let told = told_of(&edited.record, &edited.blocks);
    let places: Vec<&str> = told.iter().map(|told| told.0.as_str()).collect();
    assert_eq!(places, ["New here.", "New there.", "New uniforms arrived before winter came."]);
    edited.number("New here.", "1.1A").number("New there.", "3.1A").put("Withdrawn.", "New uniforms").is_clean();
}

#[test]
fn an_unreadable_number_hides_no_other_mistake_and_makes_none() {
    Edited::report().put("New.", "The council").number("New.", "1.0a").tells(
        "{1.0a}",
        "`1.0a` is no number of a paragraph",
        "{1.0A}",
    );
}

proptest! {
    /// Whatever is done to a report: if a published number changed or is gone, something is said, and
    /// nothing is said where none did.
    #[test]
    fn no_number_changes_without_a_word(edits in prop::collection::vec((0..4_u8, 0..13_usize, 0..13_usize), 0..5)) {
        let mut blocks = REPORT.map(str::to_owned).to_vec();
        for (kind, at, to) in edits {
            let at = at % blocks.len();
            let to = to % blocks.len();
            match kind {
                0 => blocks.insert(at, format!("Something quite new number {at} {to}.")),
                1 => blocks.insert(at, format!("## Headed {at} {to}")),
                2 if blocks.len() > 2 => drop(blocks.remove(at)),
                _ => blocks.swap(at, to),
            }
        }
        let content = read(RECORD, &blocks);
        let document = &content.documents[0];
        let report = document.texts().next().unwrap();
        let recorded = &document.record.as_ref().unwrap().reports["report"].paragraphs;
        let changed = changed_numbers(recorded, &paragraphs(&report.prose));
        let errors = content.diagnostics.iter().filter(|told| told.rule.code.starts_with("paragraph-")).count();
        prop_assert_eq!(changed.is_empty(), errors == 0, "{:#?}\n{:#?}", changed, blocks);
    }
}
