//! Rules about the YAML that authors write in `.yaml` files, front matter and components.

use crate::diagnostic::rule::declare_rules;

declare_rules! {
    YAML_SYNTAX: Error, "yaml-syntax", "this is not valid YAML",
        why "Candour cannot tell what the fields mean, so nothing of this file can be used.",
        mend "Look at the marked place and the line above it: a missing quote, bracket or space is the usual cause.";
    COLON_IN_TEXT: Error, "colon-in-text", "a colon followed by a space, in text without quotes",
        why "YAML takes `: ` as the end of a field's name, so the text after it is lost.",
        mend "Put the whole text in quotes.",
        example "title: Care: what we spent      (wrong)\ntitle: \"Care: what we spent\"";
    TAB_IN_YAML: Error, "tab-in-yaml", "a tab where YAML wants spaces",
        why "YAML does not allow tabs in the indentation, because they look different in every editor.",
        mend "Replace the tab by two spaces for each level.";
    UNCLOSED_QUOTE: Error, "unclosed-quote", "a quotation mark is not closed",
        why "Everything after the mark is taken as part of the text.",
        mend "Close the text with the same mark it began with. An apostrophe inside '…' is written twice, or use \"…\".";
    UNCLOSED_BRACKET: Error, "unclosed-bracket", "a bracket is not closed",
        why "Everything after the bracket is taken as part of the list.",
        mend "Close every [ with ] and every { with }, or write the list as lines that start with `- `.";
    RESERVED_CHARACTER: Error, "reserved-character", "text that begins with a character YAML keeps for itself",
        why "A text without quotes cannot begin with @ ` % & * ! | > , ] or }.",
        mend "Put the text in quotes.",
        example "phone: @council      (wrong)\nphone: \"@council\"";
    INDENTATION: Error, "indentation", "the line is not indented as its neighbours are",
        why "In YAML the spaces at the start of a line say what belongs together.",
        mend "Give fields of the same level the same number of spaces at the start.";
    MISSING_SPACE: Error, "missing-space", "a colon without a space after it",
        why "YAML sees one word instead of a field and its value.",
        mend "Write a space after the colon: `title: Welcome`.";
    HASH_IN_TEXT: Warning, "hash-in-text", "a # that makes the rest of the line a comment",
        why "In YAML a # after a space starts a comment, so the rest of the text is not published.",
        mend "Put the text in quotes. If a comment is meant, put two spaces before the # and one after it.",
        example "accent: #0b5351      (wrong: the value is empty)\naccent: \"#0b5351\"";
    NO_BREAK_SPACE: Error, "no-break-space", "an invisible no-break space, pasted from Word or a web page",
        why "It looks like a space and is not one: field names with it are not recognised, indentation breaks.",
        mend "Delete it and type a space.";
    DUPLICATE_KEY: Error, "duplicate-key", "the same field twice",
        why "Only one of the two values can hold; which one is anybody's guess.",
        mend "Keep one of them.";
    SEVERAL_DOCUMENTS: Error, "several-documents", "a line of --- in the middle of the YAML",
        why "In YAML --- starts a new document, and Candour reads one for each file.",
        mend "Remove the line, or put the second part in a file of its own.";
    FRONT_MATTER_OPEN: Error, "front-matter-open", "the front matter is never closed",
        why "Without a closing line of --- Candour cannot tell where the fields end and the text begins.",
        mend "Add a line with only --- after the last field.";
    FRONT_MATTER_LATE: Error, "front-matter-late", "front matter that does not begin on the first line",
        why "Front matter counts only at the very top; lower down it would be published as text.",
        mend "Begin the file with a line of ---, and delete what stands above it.";
}
