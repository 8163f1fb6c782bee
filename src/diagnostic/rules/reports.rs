//! Rules about committee reports, briefings and what is exempt.

use crate::diagnostic::rule::declare_rules;

declare_rules! {
    PARAGRAPH_NUMBER: Error, "paragraph-number", "a paragraph number that cannot stand where it stands",
        why "Councillors refer to paragraphs by their numbers, so these must go up.",
        mend "Give a paragraph that was put in later the number before it with a letter, as `{3.4A}`, or take the number out.";
    PARAGRAPH_TWICE: Error, "paragraph-twice", "two paragraphs of a report with the same number",
        why "Nobody could tell which of them somebody means.",
        mend "Give the later one a letter.";
    PARAGRAPH_RENUMBERED: Error, "paragraph-renumbered", "a published paragraph under another number",
        why "Minutes, letters and links refer to the number. They would lead to another paragraph.",
        mend "Give the paragraph its number back, as `{3.4}` at its end, and the new one a letter, as `{3.4A}`. If the report is issued anew, record its numbers again with `candour number --again`.";
    PARAGRAPH_GONE: Error, "paragraph-gone", "a published paragraph that is not there any more",
        why "Links to it lead nowhere, and readers cannot see that something was taken out.",
        mend "Leave the paragraph and say in it that it was withdrawn. If the report is issued anew, record its numbers again with `candour number --again`.";
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
    EXEMPT_NOT_LISTED: Hint, "exempt-not-listed", "an exempt report in a briefing's folder that is no item",
        why "The public can see from the cover list that there is a paper, and why they may not read it.",
        mend "Add it to `items`.";
    EXEMPT_PARAGRAPH: Error, "exempt-paragraph", "a paragraph of the Act that exempts nothing",
        why "Part 1 of Schedule 12A to the Local Government Act 1972 has paragraphs 1 to 7.",
        mend "Write the number of the paragraph: `exempt: {paragraph: 3}`, or several: `exempt: {paragraph: [3, 5]}`.";
    EXEMPT_FIGURE: Error, "exempt-figure", "an exempt report that quotes a figure of the folder's figures.yaml",
        why "The figures of a folder have pages of their own, so the figure would be public although its report is not.",
        mend "Put the exempt report into a folder of its own, with its own document.yaml and figures.yaml, and name that as the item.";
}
