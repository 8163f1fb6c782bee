//! Rules about the fields of `site.yaml`, `document.yaml`, front matter and the rest.

use crate::diagnostic::rule::declare_rules;

declare_rules! {
    MISSING_FIELD: Error, "missing-field", "a field that must be there is missing",
        why "The page cannot be made, or would say less than readers need.",
        mend "Add the field.";
    UNKNOWN_FIELD: Error, "unknown-field", "a field that Candour does not know",
        why "A misspelt field has no effect, and nobody notices until the page is published.",
        mend "Correct the spelling, or remove the field. The author's guide lists the fields of each file.";
    EMPTY_FIELD: Error, "empty-field", "a field without a value",
        why "The page would show nothing where readers expect something.",
        mend "Write the value, or remove the field.";
    WRONG_TYPE: Error, "wrong-type", "a value of another shape than the field takes",
        why "A list where a text is expected (or the other way round) cannot be shown.",
        mend "Write it as the message says. Lists have one line for each entry, starting with `- `.";
    UNKNOWN_CHOICE: Error, "unknown-choice", "a word that is not one of the choices",
        why "Candour cannot guess what is meant.",
        mend "Use one of the words that the message lists.";
    BAD_DATE: Error, "bad-date", "not a date of the calendar",
        why "Dates decide what is published and when; a wrong one can publish too early or never.",
        mend "Write year, month and day: 2021-01-20. 31/04/2021 does not exist, April has 30 days.",
        example "published: 31/04/2021      (wrong)\npublished: 2021-04-30";
    BAD_PERIOD: Error, "bad-period", "not a period that Candour understands",
        why "The period decides which edition comes after which and what figures are compared with.",
        mend "Write a financial year (2019-20), a quarter (2020-21 Q2), a month (2023-11), a date, a season (autumn 2023) or a range.";
    BAD_COLOUR: Error, "bad-colour", "not a colour",
        why "The theme cannot use it.",
        mend "Write # and six hexadecimal digits, in quotes: \"#0b5351\".";
    BAD_ADDRESS: Error, "bad-address", "not a web or e-mail address that works",
        why "Readers who follow it would get nowhere.",
        mend "Web addresses begin with https://, e-mail addresses have the form name@example.org.";
    BAD_LANGUAGE: Error, "bad-language", "not a language tag",
        why "Screen readers choose their voice by it (WCAG 3.1.1).",
        mend "Use a tag such as en-GB or cy (BCP 47).";
    BAD_IDENTIFIER: Error, "bad-identifier", "not a usable short name",
        why "Short names become part of addresses.",
        mend "Use small letters, digits and hyphens.";
}
