//! Rules about finished pages. Each follows a success criterion of WCAG 2.2, a published rule of the
//! ACT Rules community, or the HTML and ARIA standards; the address stands with it. They judge what browsers
//! and screen readers would make of a page, so an author may lower them, with a reason.

use crate::diagnostic::rule::declare_rules;

declare_rules! {
    PAGE_TITLE: Error lowerable, "page-title", "a page without a title",
        why "The title is what tabs, bookmarks and screen readers call the page (WCAG 2.4.2, https://www.w3.org/TR/WCAG22/#page-titled; ACT 2779a5).",
        mend "Write a title element with words in the head.",
        example "<title>Contact us: Example Council</title>";
    PAGE_LANG: Error lowerable, "page-lang", "a page that does not say its language",
        why "Screen readers choose the voice by it (WCAG 3.1.1, https://www.w3.org/TR/WCAG22/#language-of-page; ACT b5c3f8).",
        mend "Write the lang attribute on the html element.",
        example "<html lang=\"en\">";
    PAGE_LANG_UNKNOWN: Error lowerable, "page-lang-unknown", "a page in a language that does not exist",
        why "Screen readers do not know such a language and use a wrong voice (WCAG 3.1.1, https://www.w3.org/TR/WCAG22/#language-of-page; ACT bf051a).",
        mend "Use a tag from the registry of languages, such as en, cy or pl.";
    PAGE_LANG_MISMATCH: Error lowerable, "page-lang-mismatch", "two languages for one page",
        why "Some programs read lang and others xml:lang, so they would not agree (WCAG 3.1.1, https://www.w3.org/TR/WCAG22/#language-of-page; ACT 5b7ae0).",
        mend "Give both the same language, or remove xml:lang.";
    PAGE_PART_LANG: Error lowerable, "page-part-lang", "a part of a page in a language that does not exist",
        why "Screen readers do not know such a language and use a wrong voice (WCAG 3.1.2, https://www.w3.org/TR/WCAG22/#language-of-parts; ACT de46e4).",
        mend "Use a tag from the registry of languages, such as en, cy or pl.";
    PAGE_REFRESH: Error lowerable, "page-refresh", "a page that goes away by itself",
        why "People who read slowly lose the page before they are done (WCAG 2.2.1, https://www.w3.org/TR/WCAG22/#timing-adjustable; ACT bc659a).",
        mend "Remove the refresh, or lead on at once with 0 seconds and a link.";
    PAGE_ZOOM: Error lowerable, "page-zoom", "a page that keeps people from making it larger",
        why "People with low vision need to enlarge text to twice its size (WCAG 1.4.4, https://www.w3.org/TR/WCAG22/#resize-text; ACT b4f0c3).",
        mend "Remove user-scalable and maximum-scale from the viewport.",
        example "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">";
    PAGE_H1: Warning, "page-h1", "a page without one main heading",
        why "People who move by headings look for the h1 to know where they are (WCAG 1.3.1 and 2.4.6, https://www.w3.org/WAI/tutorials/page-structure/headings/).",
        mend "Give the page one h1: the name of what it is about.";
    PAGE_HEADING_ORDER: Warning, "page-heading-order", "a heading that skips a level",
        why "People who move by headings think they have missed a section (WCAG 1.3.1, https://www.w3.org/WAI/tutorials/page-structure/headings/).",
        mend "Use the next level down.";
    PAGE_HEADING_NAME: Error lowerable, "page-heading-name", "a heading without words",
        why "A screen reader says that there is a heading, and then nothing (WCAG 1.3.1, https://www.w3.org/TR/WCAG22/#info-and-relationships; ACT ffd0e9).",
        mend "Write words into the heading, or remove it.";
    PAGE_ID_REPEATED: Error lowerable, "page-id-repeated", "an id that the page has twice",
        why "Links, labels and descriptions that refer to it reach the first place only (HTML, https://html.spec.whatwg.org/multipage/dom.html#the-id-attribute).",
        mend "Give the second one another id.";
    PAGE_IMAGE_NAME: Error lowerable, "page-image-name", "a picture without words",
        why "People who cannot see it do not learn what it shows (WCAG 1.1.1, https://www.w3.org/TR/WCAG22/#non-text-content; ACT 23a2a8, 7d6734, 59796f and 8fc3b6).",
        mend "Say what it shows in alt. If it only decorates, write alt=\"\".";
    PAGE_DECORATIVE_TOLD: Error lowerable, "page-decorative-told", "decoration that is told all the same",
        why "The element is marked as decoration, and something else makes screen readers tell it (ARIA 1.2, https://www.w3.org/TR/wai-aria-1.2/#conflict_resolution_presentation_none; ACT 46ca7f).",
        mend "Remove the ARIA attribute or the tabindex, or give it a name and no role of decoration.";
    PAGE_LINK_NAME: Error lowerable, "page-link-name", "a link without words",
        why "A screen reader can only say `link` (WCAG 2.4.4, https://www.w3.org/TR/WCAG22/#link-purpose-in-context; 4.1.2; ACT c487ae).",
        mend "Write what the link leads to inside it.";
    PAGE_BUTTON_NAME: Error lowerable, "page-button-name", "a button without words",
        why "A screen reader can only say `button` (WCAG 4.1.2, https://www.w3.org/TR/WCAG22/#name-role-value; ACT 97a4e1, m6b1q3 and 2t702h).",
        mend "Write what it does inside it, or in aria-label.";
    PAGE_FIELD_NAME: Error lowerable, "page-field-name", "a field without a label",
        why "People who hear the page do not learn what to fill in (WCAG 4.1.2, https://www.w3.org/TR/WCAG22/#name-role-value; ACT e086e5).",
        mend "Give it a label element whose for is the id of the field.";
    PAGE_FRAME_NAME: Error lowerable, "page-frame-name", "a frame without a title",
        why "People who hear the page do not learn what is inside (WCAG 4.1.2, https://www.w3.org/TR/WCAG22/#name-role-value; ACT cae760).",
        mend "Say what is inside in the frame's title attribute.";
    PAGE_LABEL_IN_NAME: Error lowerable, "page-label-in-name", "a name that does not say what people see",
        why "People who speak to their computer say the words they see, and nothing happens (WCAG 2.5.3, https://www.w3.org/TR/WCAG22/#label-in-name; ACT 2ee8b8).",
        mend "Begin aria-label with the words that are shown, or remove it.";
    PAGE_AUTOCOMPLETE: Error lowerable, "page-autocomplete", "an autocomplete that no browser knows",
        why "Browsers cannot fill in the field for people who find that hard (WCAG 1.3.5, https://www.w3.org/TR/WCAG22/#identify-input-purpose; ACT 73f2c2).",
        mend "Use the words of the HTML standard, such as name, email or postal-code.";
    PAGE_ROLE: Error lowerable, "page-role", "a role that does not exist",
        why "Browsers ignore it, so people who hear the page are not told what the element is (WCAG 4.1.2, https://www.w3.org/TR/WCAG22/#name-role-value; ACT 674b10).",
        mend "Use a role of ARIA 1.2, or none.";
    PAGE_ROLE_NEEDS: Error lowerable, "page-role-needs", "a role without what it must say",
        why "Without its state, a screen reader tells something wrong or nothing (WCAG 4.1.2, https://www.w3.org/TR/WCAG22/#name-role-value; ACT 4e8ab6).",
        mend "Add the attribute that the message names, or use the HTML element made for it.";
    PAGE_ROLE_WITHIN: Error lowerable, "page-role-within", "a role outside of what it belongs to",
        why "Browsers and screen readers do not understand such a part alone (WCAG 1.3.1, https://www.w3.org/TR/WCAG22/#info-and-relationships; ACT ff89c9).",
        mend "Put it into an element with the role that the message names.";
    PAGE_ROLE_HOLDS: Error lowerable, "page-role-holds", "a role without the parts it is made of",
        why "Screen readers announce a list or table and find none of its parts (WCAG 1.3.1, https://www.w3.org/TR/WCAG22/#info-and-relationships; ACT bc4a75).",
        mend "Give the parts the roles that the message names, or remove the role.";
    PAGE_ARIA_UNKNOWN: Error lowerable, "page-aria-unknown", "an ARIA attribute that does not exist",
        why "Browsers ignore it, so what it was to say is told to nobody (WCAG 4.1.2, https://www.w3.org/TR/WCAG22/#name-role-value; ACT 5f99a7).",
        mend "Correct the name.";
    PAGE_ARIA_VALUE: Error lowerable, "page-aria-value", "an ARIA attribute with a value it cannot have",
        why "Browsers ignore it, or take it for something else (WCAG 4.1.2, https://www.w3.org/TR/WCAG22/#name-role-value; ACT 6a7281).",
        mend "Use a value that the message names.";
    PAGE_ARIA_PERMITTED: Error lowerable, "page-aria-permitted", "an ARIA attribute that the element cannot have",
        why "Screen readers ignore it, or tell something that is not so (WCAG 4.1.2, https://www.w3.org/TR/WCAG22/#name-role-value; ACT 5c01ea).",
        mend "Remove the attribute, or use an element or role that has it.";
    PAGE_HIDDEN_FOCUS: Error lowerable, "page-hidden-focus", "something hidden that the keyboard gets to",
        why "People who hear the page land on something that is not told to them (WCAG 4.1.2, https://www.w3.org/TR/WCAG22/#name-role-value; ACT 6cfa84).",
        mend "Remove aria-hidden, or take the element out of the order of the keyboard with tabindex=\"-1\".";
    PAGE_NESTED_CONTROL: Error lowerable, "page-nested-control", "a control inside another",
        why "Screen readers do not tell what is inside a button, so the inner control cannot be found (WCAG 4.1.2, https://www.w3.org/TR/WCAG22/#name-role-value; ACT 307n5z).",
        mend "Put the two controls beside each other.";
    PAGE_TABINDEX: Warning, "page-tabindex", "a place in the order of the keyboard that jumps",
        why "A tabindex above 0 takes an element out of the order of the page, and people lose their way (WCAG 2.4.3, https://www.w3.org/TR/WCAG22/#focus-order).",
        mend "Use tabindex=\"0\", or put the element where it belongs.";
    PAGE_SCROLL: Error lowerable, "page-scroll", "a part that scrolls and that the keyboard does not get to",
        why "People without a mouse cannot see what is beyond its edge (WCAG 2.1.1, https://www.w3.org/TR/WCAG22/#keyboard; ACT 0ssw9k).",
        mend "Give it tabindex=\"0\", a role of region and a name.";
    PAGE_SCROLL_NAME: Warning, "page-scroll-name", "a part that scrolls and has no name",
        why "People who land on it hear nothing (WCAG 4.1.2, https://www.w3.org/TR/WCAG22/#name-role-value).",
        mend "Name it with aria-label or aria-labelledby.";
    PAGE_HEADERS: Error lowerable, "page-headers", "a cell with headers that are not there",
        why "Screen readers would read out no heading for the cell (WCAG 1.3.1, https://www.w3.org/TR/WCAG22/#info-and-relationships; ACT a25f45).",
        mend "Use the ids of header cells of the same table, or use scope.";
    PAGE_HEADER_CELLS: Error lowerable, "page-header-cells", "a table heading without cells",
        why "A heading of a table that belongs to no cell is read out with nothing (WCAG 1.3.1, https://www.w3.org/TR/WCAG22/#info-and-relationships; ACT d0f69e).",
        mend "Correct its scope, or make it a plain cell.";
    PAGE_TABLE_HEADERS: Warning, "page-table-headers", "a table without headings",
        why "People who hear a table cannot tell what a number stands for (WCAG 1.3.1, https://www.w3.org/TR/WCAG22/#info-and-relationships).",
        mend "Make the headings th elements with a scope.";
    PAGE_LIST: Error lowerable, "page-list", "something in a list that is no item",
        why "Screen readers count the items of a list and would count wrongly (WCAG 1.3.1, https://www.w3.org/TR/WCAG22/#info-and-relationships; HTML, https://html.spec.whatwg.org/multipage/grouping-content.html).",
        mend "Put it into an li element.";
    PAGE_MAIN: Warning, "page-main", "a page without one main part",
        why "People use the main landmark to get past what all pages have in common (WCAG 1.3.1 and 2.4.1, https://www.w3.org/WAI/ARIA/apg/practices/landmark-regions/).",
        mend "Put what the page is about into one main element.";
    PAGE_LANDMARK: Warning, "page-landmark", "a landmark at a wrong place",
        why "The head and the foot of a page are found quickly only where there is one of each, outside of all other parts (https://www.w3.org/WAI/ARIA/apg/practices/landmark-regions/).",
        mend "Put the header and the footer of the page outside of all other landmarks, and have one of each.";
    PAGE_OUTSIDE: Warning, "page-outside", "words outside of all landmarks",
        why "People who move by landmarks do not come across them (https://www.w3.org/WAI/ARIA/apg/practices/landmark-regions/).",
        mend "Put them into the header, nav, main or footer element.";
    PAGE_SPACING: Error lowerable, "page-spacing", "spaces between letters or lines that nobody can change",
        why "Many people read better with wider spaces and set them in their browser (WCAG 1.4.12, https://www.w3.org/TR/WCAG22/#text-spacing; ACT 24afc2, 9e45ec and 78fd32).",
        mend "Remove !important, or use wider spaces.";
    PAGE_MOVING: Error lowerable, "page-moving", "words that move",
        why "Moving words cannot be read by many people and keep others from reading the rest (WCAG 2.2.2, https://www.w3.org/TR/WCAG22/#pause-stop-hide).",
        mend "Use plain text instead of marquee.";
}
