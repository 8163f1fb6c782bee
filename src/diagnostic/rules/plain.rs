//! Rules about plain English in the standard text.

use crate::diagnostic::rule::declare_rules;

declare_rules! {
    LONG_SENTENCE: Warning, "long-sentence", "a sentence of more than 25 words",
        why "Readers lose the beginning of a long sentence before they reach its end. People with a learning disability, people who read in a second language and people in a hurry give up (GOV.UK content design: Writing for GOV.UK; NHS digital service manual: How we write).",
        mend "Make two sentences of it, or a list. One idea for each sentence.",
        example "Wrong: We have reviewed the contracts of all homes, which took longer than planned because three of them changed hands in the summer, and we will publish the results next year.\nRight: We have reviewed the contracts of all homes. It took longer than planned, because three homes changed hands. We will publish the results next year.";
    LONG_PARAGRAPH: Warning, "long-paragraph", "a paragraph of more than 5 sentences",
        why "People scan a page before they read it. A wall of text has nothing to hold on to (GOV.UK content design: Writing for GOV.UK).",
        mend "Begin a new paragraph where the subject changes, or make a list.";
    PASSIVE_VOICE: Advice, "passive-voice", "a sentence that does not say first who does it",
        why "In the passive voice nobody acts: `mistakes were made`. The active voice is shorter, and says who is responsible (GOV.UK content design: Writing for GOV.UK; NHS digital service manual: How we write). Some passives are right: where nobody knows who did it, or where it does not matter.",
        mend "Say who does it, and begin with them.",
        example "Wrong: The plan was agreed in May.\nRight: The council agreed the plan in May.";
    PLAINER_WORD: Advice, "plainer-word", "a word that has a plainer one",
        why "Short everyday words are understood faster, by experts too (GOV.UK content design: A to Z of style, words to avoid).",
        mend "Write the plainer word. A site can allow a word, or add its own, in plain-words.yaml.",
        example "Wrong: We utilised the fund in order to commence work.\nRight: We used the fund to start work.";
    JARGON: Advice, "jargon", "a word of the trade that nobody explains",
        why "Readers outside the council do not know its words. Some of them mean something else in everyday life: a placement, a pathway, a provider (NHS digital service manual: How we write; GOV.UK content design: Writing for GOV.UK).",
        mend "Say it in plain words, explain it where it stands, or add it to glossary.yaml. Readers then have the meaning on the page.",
        example "Wrong: We expanded reablement.\nRight: We helped more people to do things for themselves again (reablement).";
    PLAIN_WORDS: Warning, "plain-words", "an entry of plain-words.yaml that has no effect",
        why "The site's own list of words is there to be followed. An entry that says nothing, or the same twice, is most likely a slip.",
        mend "Mend the entry or remove it.",
        example "words:\n  - word: signpost\n    kind: verb\n    use: point\nkeep: [stakeholder]";
}
