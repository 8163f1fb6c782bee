//! Rules about committee reports, briefings and what is exempt.

use crate::diagnostic::rule::declare_rules;

declare_rules! {
    PARAGRAPH_NUMBER: Error, "paragraph-number", "a paragraph number that cannot stand where it stands",
        why "Councillors refer to paragraphs by their numbers, so these must go up. Braces that are no number would be shown.",
        mend "A number stands in braces at the very end of a paragraph below the heading of a section, as `{3.4}`. A paragraph that was put in later has the number before it with a letter, as `{3.4A}`. Elsewhere take it out.";
    PARAGRAPH_TWICE: Error, "paragraph-twice", "two paragraphs of a report with the same number",
        why "Nobody could tell which of them somebody means.",
        mend "Give the later one the next letter.";
    NUMBER_BY_HAND: Warning, "number-by-hand", "a number or a letter typed in front of a heading or a paragraph of a report",
        why "Candour counts sections and paragraphs by itself, so readers would see two numbers, and soon two that differ.",
        mend "Take it out. For a, b, c write a list whose entries begin with `1. `.";
    APPENDIX_UNMARKED: Warning, "appendix-unmarked", "an appendix that would be counted as a section",
        why "The paragraphs of an appendix have no numbers, and it is no section of the report.",
        mend "Write `{appendix}` behind its heading.";
    PARAGRAPH_RENUMBERED: Error, "paragraph-renumbered", "an edit that gives published paragraphs another number",
        why "Minutes, letters and links refer to the number. They would lead to another paragraph.",
        mend "Give a paragraph that was put in the number before it with a letter, as `{3.3A}` at its end; `{3.0A}` stands before 3.1. One that moved leaves a paragraph in its old place that says so. If the report is issued anew, record its numbers again with `candour number --again`.";
    PARAGRAPH_GONE: Error, "paragraph-gone", "a published paragraph that is not there any more",
        why "Links to it lead nowhere, and readers cannot see that something was taken out.",
        mend "Put a paragraph in its place that says that it was withdrawn, and when. If the report is issued anew, record its numbers again with `candour number --again`.";
    RECORD_OF_NOTHING: Error, "record-of-nothing", "recorded paragraph numbers of a report that is not there",
        why "The numbers of a report that has another name now would not be kept.",
        mend "Give the entry in paragraphs.yaml the name that the report has now, without its number and .md. If the report is gone on purpose, take the entry out.";
    NUMBERS_NOT_KEPT: Advice, "numbers-not-kept", "a published report whose paragraph numbers are not kept",
        why "Nobody would notice when an edit gives a published paragraph another number.",
        mend "Run `candour number` with the path of the report or its briefing.";
    LINK_PARAGRAPH: Error, "link-paragraph", "a link whose words name another paragraph than the one it leads to",
        why "Readers would take one paragraph for the other. It happens when paragraphs get other numbers.",
        mend "Look up the paragraph that is meant, and write its number in both places.",
        example "See [paragraph 2.4](#2.5).      (wrong)\nSee [paragraph 2.4](#2.4).";
    PAPER_DIFFERS: Advice, "paper-differs", "a report or a date that does not go with its briefing",
        why "Readers would not know for which meeting a paper is, and whether they could read it in time.",
        mend "Correct the one that is wrong. A report that first went elsewhere may keep its own date.";
    COMMITTEE_NEARLY: Warning, "committee-nearly", "a committee whose name is nearly that of another",
        why "Each committee has a page of its own, and half of the briefings would be missing from it.",
        mend "Write the name in the same way in each briefing.";
    BRIEFING_EMPTY: Error, "briefing-empty", "a briefing without items",
        why "A pack of papers is the list of its items.",
        mend "List them below `items`.";
    ITEM_KIND: Error, "item-kind", "an item that is not one paper",
        why "Readers could not be led to it.",
        mend "Write `document:` with a path below content/, or `report:` with the name of a file of this folder. What the public may not read has `exempt:` beside it. An item without a paper has a `title:`.";
    ITEM_NOT_THERE: Error, "item-not-there", "an item that leads to nothing",
        why "The cover list would name a paper that nobody can read.",
        mend "Use the path of a document, or the name of a report of this folder without its number and .md.";
    ITEM_TWICE: Error, "item-twice", "a report that is an item twice",
        why "The whole pack would show it twice, and its number on the cover list would not be clear.",
        mend "Take one of the two items out.";
    REPORT_NOT_LISTED: Error, "report-not-listed", "a report in a briefing's folder that is no item",
        why "It would be published, although the cover list does not name it. It may be a paper that the public may not read.",
        mend "Add it to `items`, with `exempt:` if the public may not read it, or move the file away.";
    EXEMPT_NOT_LISTED: Advice, "exempt-not-listed", "an exempt report in a briefing's folder that is no item",
        why "The public can see from the cover list that there is a paper, and why they may not read it.",
        mend "Add it to `items`.";
    EXEMPT_PARAGRAPH: Error, "exempt-paragraph", "a paragraph of the Act that exempts nothing",
        why "Part 1 of Schedule 12A to the Local Government Act 1972 has paragraphs 1 to 7.",
        mend "Write the number of the paragraph: `exempt: {paragraph: 3}`, or several: `exempt: {paragraph: [3, 5]}`.";
    EXEMPT_FIGURE: Error, "exempt-figure", "an exempt report that quotes a figure of the folder's figures.yaml",
        why "The figures of a folder have pages of their own, so the figure would be public although its report is not.",
        mend "Put the exempt report into a folder of its own, with its own document.yaml and figures.yaml, and name that as the item.";
}
