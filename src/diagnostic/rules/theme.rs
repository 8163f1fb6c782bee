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
    STRINGS_UNKNOWN: Warning, "strings-unknown", "an interface word that no template uses",
        why "It has no effect; most likely its name is misspelt.",
        mend "Correct the name; the built-in strings file lists them all.";
    STRINGS_LANGUAGE: Warning, "strings-language", "no interface words in this language",
        why "Buttons and headings of the site will be in English while the text is not.",
        mend "Add themes/NAME/strings/LANGUAGE.yaml with the words of the built-in strings file, translated.";
}
