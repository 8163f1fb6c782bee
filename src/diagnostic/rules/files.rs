//! Rules about the files themselves, before anything in them is understood.

use crate::diagnostic::rule::declare_rules;

declare_rules! {
    NOT_UTF8: Error, "not-utf8", "the file is not UTF-8 text",
        why "Candour reads text as UTF-8. In any other encoding £, – and letters with accents turn into nonsense on the page.",
        mend "Save the file again as UTF-8. In Notepad: File, Save as, Encoding: UTF-8. In Excel: CSV UTF-8.";
    BYTE_ORDER_MARK: Warning, "byte-order-mark", "the file starts with a byte order mark",
        why "Some editors put three invisible bytes before the text. Candour skips them, other tools trip over them.",
        mend "Save the file as UTF-8 without BOM.";
    EMPTY_FILE: Error, "empty-file", "the file is empty",
        why "An empty file would be published as an empty page, or leaves out settings the site needs.",
        mend "Write its content, or delete the file.";
    MISSING_FILE: Error, "missing-file", "a file that every site needs is not there",
        why "Without site.yaml Candour does not know the title of the site or whose it is.",
        mend "Create the file. `candour new DIR` makes a small site to copy from.";
    MISNAMED_FILE: Error, "misnamed-file", "the name of the file is nearly one that Candour reads",
        why "Candour goes by names: a document.yml or Document.yaml is not read, so what is in it has no effect.",
        mend "Rename the file as the message says.";
    UNSUITABLE_NAME: Warning, "unsuitable-name", "the name makes an address that is hard to share",
        why "The path of a file is its address. Spaces become %20, capitals get lost when somebody types the address.",
        mend "Use small letters, digits and hyphens: `annual-report.md`, not `Annual Report.md`.";
    ADDRESS_TAKEN: Error, "address-taken", "two files claim one address",
        why "Only one page can stand at an address; the other would be lost.",
        mend "Rename one of the two files. The number in front of a chapter is not part of its address.";
    ADDRESS_CASE: Error, "address-case", "two addresses differ only in capitals",
        why "Windows and macOS keep only one of two files whose names differ in capitals, so one page would vanish.",
        mend "Rename one of the two.";
    UNUSED_FILE: Advice, "unused-file", "no page uses this file",
        why "Only pictures and downloads that a public page uses are published.",
        mend "Show it or link to it from a page, or delete it.";
    TOO_LARGE: Error, "too-large", "the file is larger than Candour reads",
        why "A text of more than 8 MB is nearly always a mistake, such as a picture with the wrong ending.",
        mend "Split the text, or give the file its right ending.";
}
