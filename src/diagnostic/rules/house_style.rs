//! Rules of structure and consistency: what every text of a document should do in the same way.

use crate::diagnostic::rule::declare_rules;

declare_rules! {
    ALL_CAPITALS: Warning, "all-capitals", "words in capitals",
        why "Words in capitals have no shape to read by, and some screen readers spell them out letter by letter (GOV.UK A to Z of style; W3C, Making Content Usable).",
        mend "Write small letters, with a capital for the first word and for names. Use bold to stress a word. Put an abbreviation in glossary.yaml, or explain it in the text.",
        example "PLEASE READ THIS FIRST      (wrong)\nPlease read this first";
    HEADING_WITHOUT_TEXT: Warning, "heading-without-text", "a heading with no text below it",
        why "A heading promises what is below it (WCAG 2.4.6). People who move by headings land there and find nothing.",
        mend "Write what belongs below the heading, or remove it. A heading that only gathers others stands one level above them.";
    ONE_ITEM_LIST: Warning, "one-item-list", "a list with one entry",
        why "A list says that there are several things. Screen readers announce `list with 1 item`, and readers look for the rest (GOV.UK content design: lists).",
        mend "Write it as a sentence, or add what else belongs in the list.",
        example "- Ring us.      (wrong)\n\nRing us.";
    LAYOUT_TABLE: Warning, "layout-table", "a table used for layout",
        why "Screen readers read a table cell by cell, each with its heading; text set side by side makes no sense that way (WCAG 1.3.1; Government Analysis Function: tables hold data).",
        mend "Use headings, paragraphs or a list. A table needs headings, at least two columns and rows that can be compared.";
    PICTURE_OF_TEXT: Advice, "picture-of-text", "a picture of text, of a table or of a chart",
        why "Words in a picture cannot be enlarged, translated, searched or read aloud (WCAG 1.4.5). A description as long as a paragraph has no headings or stops to listen by.",
        mend "Write the words in the text, and numbers as a table or a `chart` component. Keep the description to one sentence.";
    DATE_WITHOUT_YEAR: Advice, "date-without-year", "a day or a month without a year",
        why "A public document is read for years. Who finds `by 5 May` later cannot know which May is meant (GOV.UK content design: be specific).",
        mend "Write the year: `by 5 May 2026`. One year in the paragraph or in the heading above is enough.";
    RELATIVE_YEAR: Advice, "relative-year", "a time that depends on when you read",
        why "A public document is read for years, and `this year`, `recently` or `currently` then mean another time, or nothing (GOV.UK content design: be specific).",
        mend "Write which year or month: `in 2019 to 2020`, `since March 2020`. A year in the same sentence is enough. `Currently` can often be left out.";
    YEAR_STYLE: Warning, "year-style", "financial years written in several ways",
        why "Readers ask whether 2019/20 is the same year as 2019-20, and a search for one does not find the other (GOV.UK A to Z of style: be consistent; it writes 2019 to 2020).",
        mend "Write all years of a document in the same way. Where no way is used more than the others, `2019 to 2020` comes first. Names, quotations and words of links may keep their own.";
    TERM_VARIANTS: Advice, "term-variants", "a term written in several ways",
        why "Readers take another spelling for another thing, and a search for one does not find the other (W3C, Making Content Usable: use words in the same way throughout).",
        mend "Keep to one spelling. If the glossary has the term, its name is the right one; put a second spelling that you mean under the term's `forms`.";
}
