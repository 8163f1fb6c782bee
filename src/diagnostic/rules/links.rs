//! Rules about links and pictures.

use crate::diagnostic::rule::declare_rules;

declare_rules! {
    LINK_EMPTY: Error, "link-empty", "a link without words",
        why "Screen readers have nothing to say for it (WCAG 2.4.4).",
        mend "Write what the link leads to between the square brackets.";
    LINK_TEXT_UNCLEAR: Warning, "link-text-unclear", "link words that say nothing by themselves",
        why "Many people move from link to link and hear only their words: `click here` tells them nothing (WCAG 2.4.9).",
        mend "Use the name of what the link leads to.",
        example "Click [here](plan.md) for the plan.      (wrong)\nRead [the Portfolio Plan](plan.md).";
    LINK_SCHEME: Error, "link-scheme", "a kind of link that is not allowed",
        why "Links such as javascript: can run foreign script, and file: leads nowhere on other people's computers.",
        mend "Use https:, http:, mailto:, tel:, doc: or term:, or a path to a file of the site.";
    LINK_TARGET: Error, "link-target", "a link to a page that does not exist",
        why "Readers would land on `page not found`.",
        mend "Correct the path. It is counted from the folder of the file the link stands in; doc: paths are counted from content/.";
    LINK_NOT_PUBLIC: Error, "link-not-public", "a link to a page that is not published",
        why "The page is a draft, under embargo or exempt, so the link would be dead and would give its existence away.",
        mend "Publish the page first, or take the link out. What is exempt can never be linked to.";
    LINK_ANCHOR: Error, "link-anchor", "a link to a place that the page does not have",
        why "Readers would land at the top of the page and have to search.",
        mend "Use the anchor of a heading on that page: small letters with hyphens, or the {#name} it was given.";
    LINK_OUTSIDE: Error, "link-outside", "a path that leaves the content folder",
        why "Nothing outside content/ is published.",
        mend "Move the file into content/.";
    TERM_TARGET: Error, "term-target", "a link to a term that is not in the glossary",
        why "Readers would look for the definition in vain.",
        mend "Use the id of a term in glossary.yaml, or add the term.";
    LINK_SPACES: Error, "link-spaces", "a link whose address has a space in it",
        why "Markdown does not see a link, so the brackets would be published as text.",
        mend "Rename the file without spaces, or put the address in <angle brackets>.";
    PICTURE_MISSING: Error, "picture-missing", "a picture that is not there",
        why "Readers would see a broken picture.",
        mend "Correct the path. It is counted from the folder of the file the picture stands in.";
    PICTURE_ALT: Error, "picture-alt", "a picture without words for people who cannot see it",
        why "A screen reader would read out the file's name (WCAG 1.1.1).",
        mend "Write what the picture shows between the square brackets. If it only decorates, say so: ![](images/tree.svg \"decorative\").";
    PICTURE_ALT_NAME: Warning, "picture-alt-name", "words for a picture that say nothing",
        why "A file name or `image of` does not tell what the picture shows.",
        mend "Say what somebody sees who looks at it.";
    PICTURE_FORMAT: Error, "picture-format", "a file that is not a picture browsers can show",
        why "Readers would see a broken picture.",
        mend "Save it as SVG, PNG, JPEG, WebP or GIF.";
    PICTURE_SCRIPT: Error, "picture-script", "an SVG picture that contains script or loads from elsewhere",
        why "Opened by itself it would run foreign script, and readers would be traced.",
        mend "Export it as plain SVG, without script and without links to other hosts.";
    PICTURE_ELSEWHERE: Error, "picture-elsewhere", "a picture from another website",
        why "Readers would be traced by that website, and the picture can change or vanish.",
        mend "Save the picture in the document's images folder and use it from there.";
}
