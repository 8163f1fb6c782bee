//! Rules about documents, their chapters and what an account must not leave out.

use crate::diagnostic::rule::declare_rules;

declare_rules! {
    UNKNOWN_KIND: Error, "unknown-kind", "a kind of document that Candour does not know",
        why "The kind decides what the document is made of and how it is shown.",
        mend "Use one of the kinds that the message lists.";
    UNKNOWN_STATUS: Error, "unknown-status", "a status that Candour does not know",
        why "The status decides whether the document is published. In doubt Candour publishes nothing.",
        mend "Use draft, published, superseded or withdrawn.";
    UNKNOWN_ROLE: Error, "unknown-role", "a role that Candour does not know",
        why "Roles tell Candour which part of the account a chapter is, so that nothing is left out unnoticed.",
        mend "Use one of the roles that the message lists, or leave the field out.";
    STATUS_INCOMPLETE: Error, "status-incomplete", "a status that needs another field",
        why "Readers who land on a withdrawn or superseded document must be told why, or where to go.",
        mend "Add the field that the message names.";
    MISSING_TITLE: Error, "missing-title", "a page without a title",
        why "The title is what search results, browser tabs and screen readers announce first (WCAG 2.4.2).",
        mend "Begin the text with a line `# Title`, or write `title:` in the front matter.";
    TITLE_TWICE: Error, "title-twice", "a title in the front matter and another in the text",
        why "A page has one main heading; two leave readers of screen readers guessing.",
        mend "Keep one of the two. Further headings start with ##.";
    NO_CHAPTERS: Error, "no-chapters", "a document without a chapter",
        why "There is nothing to read.",
        mend "Add a chapter beside document.yaml, such as 01-welcome.md.";
    EMPTY_PAGE: Warning, "empty-page", "a page without text",
        why "Readers would find a heading and nothing below it.",
        mend "Write the text, or delete the file.";
    CHAPTER_ORDER: Warning, "chapter-order", "chapters without a clear order",
        why "The number in front of a file's name decides the order of the chapters.",
        mend "Give each chapter a number of its own: 01-welcome.md, 02-spending.md.";
    ACCOUNT_LACKS_PART: Warning, "account-lacks-part", "the account leaves out a part that residents look for",
        why "Sector reviews of Local Accounts found that many report achievements and say little of money, numbers, complaints or what people said. Those are the parts residents come for.",
        mend "Add a chapter with that role, or give the role to a chapter or heading that already covers it: `role: spending`, or `## What we spent {role=spending}`.";
    ACCOUNT_HIDES_WEAKNESS: Warning, "account-hides-weakness", "the account says nothing of what went less well",
        why "Reviews found again and again that accounts show achievements and hide weaknesses. An account that says what did not work is believed when it says what did.",
        mend "Add a chapter with `role: less-well`, or a heading: `## What went less well {role=less-well}`.";
    BAD_NAVIGATION: Error, "bad-navigation", "a navigation link that leads nowhere",
        why "It stands on every page of the site.",
        mend "Give the path of a page or document below content/, or `glossary`.";
}
