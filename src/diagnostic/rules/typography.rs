//! Rules about the signs of running text.

use crate::diagnostic::rule::declare_rules;

declare_rules! {
    STRAIGHT_QUOTES: Advice, "straight-quotes", "quotation marks and apostrophes as on a typewriter",
        why "They are published as they are typed. Curly ones show where a quotation begins and ends, and are easier to tell from feet and inches. A text with both kinds looks careless.",
        mend "`candour fix` puts the right ones in where it is certain. Many editors do it while you type. Code, addresses, feet and inches stay as they are.",
        example "the council's plan     (typewriter)\nthe council’s plan";
    BREAKING_SPACE: Advice, "breaking-space", "a space at which a line may break, within a number or a date",
        why "On a phone, `£36` may stand at the end of one line and `million` on the next. Readers take the first for the whole number.",
        mend "`candour fix` writes a no-break space: between a number and `thousand`, `million` or `billion`, between the day and the month, and behind `page` and `No.`.";
    DOUBLE_SPACE: Advice, "double-space", "two spaces between words",
        why "Pages show one. In the file they make lines differ that say the same.",
        mend "Write one space. `candour fix` does it.";
    STRAY_TAB: Advice, "stray-tab", "a tab between words",
        why "Pages show it as one space. Columns that were made with tabs are no table for readers.",
        mend "Write a space; `candour fix` does it. If columns were meant, write a table.";
    ACCIDENTAL_BREAK: Advice, "accidental-break", "a line break in the middle of a sentence",
        why "Two spaces at the end of a line break it for readers too, wherever their screen would break it.",
        mend "Take the spaces away; `candour fix` does it where the sentence goes on in small letters. If the break is meant, end the line with a backslash.";
}
