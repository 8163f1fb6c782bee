//! Rules about Markdown text.

use crate::diagnostic::rule::declare_rules;

declare_rules! {
    RAW_HTML: Error, "raw-html", "HTML in the text",
        why "HTML from content can break the page for screen readers and lets foreign script in. Markdown and components do what is needed.",
        mend "Use Markdown, or the component that the message names. To show a < as text, write \\<.";
    SECOND_TITLE: Error, "second-title", "a second main heading",
        why "A page has one main heading, its title. Screen reader users jump to it to find out where they are.",
        mend "Use ## for the parts of a page.";
    HEADING_SKIPS: Warning, "heading-skips", "a heading that skips a level",
        why "People who move by headings take a missing level for a missing part. The page is published with the level put right.",
        mend "Go down one level at a time: ## then ### then ####.";
    EMPTY_HEADING: Error, "empty-heading", "a heading without words",
        why "Screen readers announce a heading and then nothing.",
        mend "Write the heading, or remove the # signs.";
    DUPLICATE_ANCHOR: Error, "duplicate-anchor", "two places with the same anchor",
        why "A link can lead to one of them only.",
        mend "Give one of the headings another {#name}.";
    TABLE_CAPTION: Warning, "table-caption", "a table without a caption",
        why "A caption tells readers what a table shows before they are inside it (WCAG 1.3.1). Until there is one, the heading above serves.",
        mend "Put a paragraph directly before the table: `Table: What we spent, 2019 to 2020`.",
        example "Table: What we spent, 2019 to 2020\n\n| Area | Amount |\n| --- | ---: |\n| Mental health | £7,051,000 |";
    TABLE_HEADER: Error, "table-header", "a table column without a heading",
        why "Screen readers read the column's heading with each cell; without it a number means nothing.",
        mend "Write a heading for each column.";
    TABLE_EMPTY_CELL: Warning, "table-empty-cell", "an empty cell in a table",
        why "Readers cannot tell nothing from not known. The page says `No data`.",
        mend "Write 0, `not collected` or what else is meant.";
    TABLE_UNSEEN: Error, "table-unseen", "a table that Markdown does not see",
        why "It would be published as a paragraph full of bars and dashes.",
        mend "Give the line of dashes as many parts as the line of headings has, and leave an empty line above the table.",
        example "| Area | Amount |\n| --- | ---: |\n| Mental health | £7,051,000 |";
    UNDEFINED_REFERENCE: Error, "undefined-reference", "a link whose address is defined nowhere",
        why "It would be published as plain text with brackets.",
        mend "Write the address in round brackets, [text](address), or add a line `[name]: address`. To show the brackets as text, write \\[.";
    UNDEFINED_FOOTNOTE: Error, "undefined-footnote", "a footnote that is not written",
        why "Readers would see [^1] in the text and find no note.",
        mend "Add a line `[^1]: the note`.";
    FOOTNOTE_TWICE: Error, "footnote-twice", "two footnotes with the same name",
        why "A reference can lead to one of them only; the other would not be published.",
        mend "Give one of them another name, here and where the text refers to it.";
    UNUSED_FOOTNOTE: Warning, "unused-footnote", "a footnote that nothing refers to",
        why "A note without a reference is not published.",
        mend "Put [^name] where it belongs, or delete the note.";
    UNKNOWN_ALERT: Advice, "unknown-alert", "an alert of a kind that does not exist",
        why "It is published as an ordinary quotation.",
        mend "Use [!NOTE], [!TIP], [!IMPORTANT], [!WARNING] or [!CAUTION].";
    TOO_DEEP: Error, "too-deep", "text nested too deeply",
        why "Lists within quotations within lists are unreadable on a phone, and endless nesting could stop the build.",
        mend "Use fewer levels.";
    MARK_WITHOUT_SPACE: Warning, "mark-without-space", "a heading or a list that Markdown does not see",
        why "It would be published as a paragraph with signs in it, and people who move by headings or lists would miss it.",
        mend "Write a space after the signs: `## Heading`, `- an entry`. A bullet pasted from Word, •, is written as a hyphen.",
        example "##What we spent      (wrong)\n## What we spent";
    BLOCK_IN_LINE: Warning, "block-in-line", "a list, a heading or a second paragraph where one paragraph fits",
        why "Labels, captions and definitions are one paragraph; lists and headings in them are published as running text.",
        mend "Write it as one paragraph.";
    ABBREVIATION_UNEXPLAINED: Warning, "abbreviation-unexplained", "an abbreviation that is explained nowhere",
        why "People who do not work in the council do not know it (WCAG 3.1.4).",
        mend "Add it to glossary.yaml, or explain it where it first appears: Better Care Fund (BCF). Put names that everybody knows under `known-abbreviations` in site.yaml.";
}
