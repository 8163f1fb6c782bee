//! Rules about themes: templates, styles, interface words.

use crate::diagnostic::rule::declare_rules;

declare_rules! {
    THEME_MISSING: Error, "theme-missing", "a theme that is not there",
        why "The site would look otherwise than intended.",
        mend "Create themes/NAME beside content/, or remove `theme:` from site.yaml to use the built-in theme.";
    TEMPLATE_ERROR: Error, "template-error", "a mistake in a template",
        why "No page that uses the template can be made.",
        mend "Look at the marked line. Names that a template may use are listed in docs/themes.md.";
    THEME_FILE_UNKNOWN: Warning, "theme-file-unknown", "a file in the theme that replaces nothing",
        why "A theme's file counts when it has the same path and name as one of the built-in theme, or stands in style/ or assets/.",
        mend "Correct the name, or move the file.";
    THEME_CONTRAST: Error, "theme-contrast", "two colours of the theme that cannot be told apart well enough",
        why "People with low vision, and everybody in bright sun, cannot read words without contrast (WCAG 1.4.6: 7 to 1), or see shapes (1.4.11: 3 to 1).",
        mend "Use the shade that the message names, or another with more contrast.";
    ACCENT_CONTRAST: Warning, "accent-contrast", "an accent that cannot be read well enough on the page",
        why "The accent is the colour of links. Words need a contrast of 7 to 1 (WCAG 1.4.6). Candour uses the nearest shade that passes, which is not the council's own colour.",
        mend "Choose a darker shade of the council's colour, such as the one that the message names.";
    STRINGS_UNKNOWN: Warning, "strings-unknown", "an interface word that no template uses",
        why "It has no effect; most likely its name is misspelt.",
        mend "Correct the name; the built-in strings file lists them all.";
    STRINGS_LANGUAGE: Warning, "strings-language", "no interface words in this language",
        why "Buttons and headings of the site will be in English while the text is not.",
        mend "Add themes/NAME/strings/LANGUAGE.yaml with the words of the built-in strings file, translated.";
}
