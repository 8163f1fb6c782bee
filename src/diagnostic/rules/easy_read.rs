//! Rules about Easy Read editions.

use crate::diagnostic::rule::declare_rules;

declare_rules! {
    EASY_READ_DEFINITION: Warning, "easy-read-definition", "a hard word without an Easy Read definition",
        why "Easy Read explains hard words where they stand. The glossary's own definition is written for other readers.",
        mend "Write `easy-read:` for the term in glossary.yaml, in one short sentence, or use a plainer word.",
        example "- name: Reablement\n  definition: Short-term support after a stay in hospital.\n  easy-read: Help to do things for yourself again.";
    EASY_READ_RETELLS: Error, "easy-read-retells", "an Easy Read chapter that retells a chapter that is not there",
        why "Readers go from a chapter to its Easy Read twin and back. A wrong name leads to neither.",
        mend "Name the chapter by its file, without `.md`.",
        example "retells: [05-what-we-spent]";
    EASY_READ_SENTENCE: Warning, "easy-read-sentence", "a sentence that is too long for Easy Read",
        why "Readers lose the beginning of a long sentence before they reach its end. At most 15 words, better 10 (Department of Health: Making written information easier to understand; Inclusion Europe: Information for all).",
        mend "Make two sentences of it, with one idea in each.";
    EASY_READ_IDEAS: Advice, "easy-read-ideas", "a sentence with several ideas",
        why "One idea for each sentence. Words such as `because`, `which` and `but` join a second one (Inclusion Europe: Information for all).",
        mend "Make a sentence of each idea.";
    EASY_READ_SHORT_FORM: Warning, "easy-read-short-form", "a sign or a short form in Easy Read",
        why "Signs and short forms have to be known: `&`, `/`, `etc`, `eg`, `ie` (Inclusion Europe: Information for all).",
        mend "Write the words out.";
    EASY_READ_PERCENTAGE: Warning, "easy-read-percentage", "a percentage in Easy Read",
        why "Few readers know what a percentage is of. `1 in 4` and `about half` say it (Inclusion Europe: Information for all).",
        mend "Say how many of how many.",
        example "Wrong: 25% of people\nRight: 1 in 4 people";
    EASY_READ_NUMBER: Advice, "easy-read-number", "a number that is hard to read",
        why "Digits are easier to see than words, and a rounded number is easier to keep in mind. Roman numerals have to be learned (Inclusion Europe: Information for all).",
        mend "Write it in digits, and round large numbers. A link to the figure keeps the exact one a click away.",
        example "We helped [about 1,900](figure:carers-assessed) carers.";
    EASY_READ_DATE: Warning, "easy-read-date", "a date or a year that is hard to read",
        why "`2019-20` and `1/4/26` can be read in several ways (Inclusion Europe: Information for all).",
        mend "Write the day, the month in words and the year. Write `2019 to 2020`.";
    EASY_READ_EMPHASIS: Warning, "easy-read-emphasis", "slanted letters or capitals in Easy Read",
        why "Slanted letters and capitals hide the shape of a word (Department of Health: Making written information easier to understand).",
        mend "Write it plainly. Bold is for hard words.";
    EASY_READ_PICTURE: Warning, "easy-read-picture", "a point without a picture",
        why "In Easy Read, a picture left of the text says the same as the text (Department of Health: Making written information easier to understand).",
        mend "Put a picture in a paragraph of its own above the text.",
        example "![](money)\n\nWe spent less money.";
    EASY_READ_LIST: Advice, "easy-read-list", "a long list in Easy Read",
        why "Nobody keeps many points in mind.",
        mend "Leave the most important ones, or make two lists.";
    EASY_READ_HEADING: Advice, "easy-read-heading", "a long heading in Easy Read",
        why "A heading is a question or a short statement, so that readers see what comes.",
        mend "Write at most 10 words.";
    EASY_READ_TOO_MUCH: Warning, "easy-read-too-much", "a table, a chart or a footnote in Easy Read",
        why "They ask readers to jump and to compare (Inclusion Europe: Information for all).",
        mend "Say the most important thing in a sentence. The full text has the rest.";
    EASY_READ_PASSIVE: Warning, "easy-read-passive", "a sentence in Easy Read that does not say first who does it",
        why "`You will be visited` leaves open who comes. Active sentences say who does what, in that order (Inclusion Europe: Information for all; Department of Health: Making written information easier to understand).",
        mend "Say who does it, and begin with them.",
        example "Wrong: You will be visited by a nurse.\nRight: A nurse will visit you.";
    EASY_READ_WORD: Advice, "easy-read-word", "a hard word in Easy Read",
        why "Easy words are those that people use every day. A hard word that is needed is explained where it stands (Inclusion Europe: Information for all).",
        mend "Write the easier word, or explain the hard one: write `easy-read:` for it in glossary.yaml.",
        example "Wrong: We will assist you to participate.\nRight: We will help you to take part.";
    EASY_READ_NEGATIVE: Advice, "easy-read-negative", "two negatives in one sentence",
        why "Readers have to turn the sentence round twice to know what is. Positive sentences say it at once (Inclusion Europe: Information for all).",
        mend "Say what is, or what people can do.",
        example "Wrong: You cannot come in without a ticket.\nRight: You need a ticket to come in.";
    EASY_READ_METAPHOR: Advice, "easy-read-metaphor", "a way of speaking that does not mean what it says",
        why "Some readers take every word at its meaning: they look for the table that something is brought to (Inclusion Europe: Information for all).",
        mend "Say what it means.",
        example "Wrong: The plan is back on track.\nRight: The plan is going well again.";
    EASY_READ_STALE: Warning, "easy-read-stale", "an Easy Read chapter whose standard text changed afterwards",
        why "The two would tell different things of the same year. Readers of Easy Read would get the older one.",
        mend "`candour retold` shows what changed. Change the Easy Read chapter where it matters, then say that you have looked: `candour retold --record`.";
    EASY_READ_NOT_RECORDED: Advice, "easy-read-not-recorded", "an Easy Read edition without a record of what it retells",
        why "Without the record, nobody notices when the standard text changes afterwards.",
        mend "Read both once more, and then let `candour retold --record` write `retold.yaml`.";
    EASY_READ_LENGTH: Advice, "easy-read-length", "a long Easy Read edition",
        why "People put a long booklet away. 20 to 24 printed pages are the most (Department of Health: Making written information easier to understand).",
        mend "Leave out what matters least, or make two booklets. The number of pages is an estimate: print it to know.";
}
