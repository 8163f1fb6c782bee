//! Decoding a YAML map field by field, so that one wrong field hides no other.

use super::{Excerpt, Located, Value, Yaml, did_you_mean, nearest};
use crate::diagnostic::rules::fields::UNKNOWN_CHOICE;
use crate::diagnostic::rules::fields::{EMPTY_FIELD, MISSING_FIELD, UNKNOWN_FIELD, WRONG_TYPE};
use crate::diagnostic::rules::yaml::{COLON_IN_TEXT, HASH_IN_TEXT, MISSING_SPACE};
use crate::diagnostic::{Diagnostic, Rule, Span};

/// The fields of one map, taken one by one; what is left at the end is unknown.
pub struct Fields<'a, 'out> {
    entries: &'a [(Located<String>, Yaml)],
    /// Where the map stands.
    pub span: Span,
    /// Where diagnostics go.
    pub out: &'out mut Vec<Diagnostic>,
    what: &'static str,
    asked: Vec<&'static str>,
    sound: bool,
}

impl<'a, 'out> Fields<'a, 'out> {
    /// The fields of `yaml`, which should be a map that describes `what` ("a contact").
    pub fn of(yaml: &'a Yaml, what: &'static str, out: &'out mut Vec<Diagnostic>) -> Option<Fields<'a, 'out>> {
        match &yaml.value {
            Value::Map(entries) => Some(Fields { entries, span: yaml.span, out, what, asked: Vec::new(), sound: true }),
            Value::Text(scalar) if scalar.excerpt.text.contains(':') && !scalar.excerpt.text.contains(": ") => {
                out.push(
                    Diagnostic::new(
                        &MISSING_SPACE,
                        yaml.span,
                        format!("there is no space after the colon, so this is not a field of {what}"),
                    )
                    .help("write a space after the colon: `title: Welcome`"),
                );
                None
            }
            _ => {
                let found = describe(&yaml.value);
                out.push(
                    Diagnostic::new(
                        &WRONG_TYPE,
                        yaml.span,
                        format!("{what} is written as fields, and this is {found}"),
                    )
                    .help("write one `name: value` on each line"),
                );
                None
            }
        }
    }

    /// Says that the text had mistakes of syntax, so that a missing field may only be hidden.
    #[must_use]
    pub fn sound(mut self, sound: bool) -> Self {
        self.sound = sound;
        self
    }

    /// The value of a field, whatever it is; an empty one counts as absent and is reported.
    pub fn take(&mut self, name: &'static str) -> Option<&'a Yaml> {
        self.take_or(name, "write the value, or remove the field")
    }

    /// The same, with what to do about an empty one.
    pub fn take_or(&mut self, name: &'static str, help: &str) -> Option<&'a Yaml> {
        self.asked.push(name);
        let (key, value) = self.entries.iter().find(|(key, _)| key.value == name)?;
        let empty = match &value.value {
            Value::Null => true,
            Value::Text(scalar) => scalar.excerpt.text.trim().is_empty(),
            Value::List(_) | Value::Map(_) => false,
        };
        if empty && !self.swallowed(key.span) {
            self.out.push(Diagnostic::new(&EMPTY_FIELD, key.span, format!("`{name}` has no value")).help(help));
        }
        Some(value).filter(|_| !empty)
    }

    /// Whether the value of a field has been reported as taken for a comment.
    fn swallowed(&self, key: Span) -> bool {
        const COLON_AND_SPACES: u32 = 4;
        self.out.iter().any(|told| {
            told.rule == &HASH_IN_TEXT
                && told.span.file == key.file
                && (key.end..key.end.saturating_add(COLON_AND_SPACES)).contains(&told.span.start)
        })
    }

    /// Whether a field is written, with or without a value.
    pub fn has(&self, name: &str) -> bool {
        self.entries.iter().any(|(key, _)| key.value == name)
    }

    /// Where a field's name stands.
    pub fn key_span(&self, name: &str) -> Option<Span> {
        self.entries.iter().find(|(key, _)| key.value == name).map(|(key, _)| key.span)
    }

    /// Whether a field that nobody asked for is most likely this one, misspelt.
    pub fn has_misspelt(&self, name: &str) -> bool {
        let known = || self.asked.iter().copied().chain([name]);
        let mut unknown =
            self.entries.iter().map(|(key, _)| key.value.as_str()).filter(|key| !self.asked.contains(key));
        !self.has(name)
            && unknown.any(|key| match nearest(key, known()) {
                Some(near) => near == name,
                // The colon was forgotten: `phone 020 8461 7777`.
                None => key.strip_prefix(name).is_some_and(|rest| rest.starts_with([' ', '=', ':'])),
            })
    }

    /// Whether the text that the fields stand in had no mistakes of syntax.
    pub fn is_sound(&self) -> bool {
        self.sound
    }

    /// Reports that a field is missing, unless it is there and misspelt: that is said of it.
    pub fn missing(&mut self, name: &'static str, help: &str) {
        if self.sound && !self.has(name) && !self.has_misspelt(name) {
            let top = Span { end: self.span.start, ..self.span };
            self.out.push(
                Diagnostic::new(&MISSING_FIELD, top, format!("{} needs the field `{name}`", self.what)).help(help),
            );
        }
    }

    /// A field that holds text.
    pub fn text(&mut self, name: &'static str) -> Option<Located<String>> {
        let yaml = self.take(name)?;
        text_of(yaml, name, self.out).map(|excerpt| Located::new(excerpt.text.trim().to_owned(), excerpt.span))
    }

    /// A field that must be there and holds text.
    pub fn required_text(&mut self, name: &'static str, help: &str) -> Option<Located<String>> {
        let text = self.text(name);
        if text.is_none() {
            self.missing(name, help);
        }
        text
    }

    /// A field that holds Markdown.
    pub fn excerpt(&mut self, name: &'static str) -> Option<Excerpt> {
        let yaml = self.take(name)?;
        text_of(yaml, name, self.out)
    }

    /// A field that holds yes or no; `default` where it is absent.
    pub fn flag(&mut self, name: &'static str, default: bool) -> bool {
        let Some(text) = self.text(name) else { return default };
        match text.value.to_ascii_lowercase().as_str() {
            "true" | "yes" | "on" => true,
            "false" | "no" | "off" => false,
            _ => {
                self.out.push(
                    Diagnostic::new(
                        &WRONG_TYPE,
                        text.span,
                        format!("`{name}` is yes or no, and this is `{}`", text.value),
                    )
                    .help("write yes or no"),
                );
                default
            }
        }
    }

    /// A field that holds a list. Something else is reported; a single text or map where
    /// that is what the list would hold is taken as a list of one by [`Fields::texts`].
    pub fn list(&mut self, name: &'static str) -> &'a [Yaml] {
        let Some(yaml) = self.take(name) else { return &[] };
        list_of(yaml, name, self.out)
    }

    /// A field that holds a list of texts, or one text.
    pub fn texts(&mut self, name: &'static str) -> Vec<Located<String>> {
        let Some(yaml) = self.take(name) else { return Vec::new() };
        let items = match &yaml.value {
            Value::List(list) => list.as_slice(),
            _ => std::slice::from_ref(yaml),
        };
        items
            .iter()
            .filter_map(|item| text_of(item, name, self.out))
            .map(|excerpt| Located::new(excerpt.text.trim().to_owned(), excerpt.span))
            .collect()
    }

    /// A field whose text `read` understands, or says why not (a message and a help).
    pub fn parsed<T>(
        &mut self,
        name: &'static str,
        rule: &'static Rule,
        read: impl FnOnce(&str) -> Result<T, (String, String)>,
    ) -> Option<Located<T>> {
        let text = self.text(name)?;
        match read(&text.value) {
            Ok(value) => Some(Located::new(value, text.span)),
            Err((message, help)) => {
                self.out.push(Diagnostic::new(rule, text.span, message).help(help));
                None
            }
        }
    }

    /// A field that holds one of a few words.
    pub fn choice<T: Copy + PartialEq>(
        &mut self,
        name: &'static str,
        rule: &'static Rule,
        choices: &[(&'static str, T)],
    ) -> Option<Located<T>> {
        let text = self.text(name)?;
        choose(&text, name, rule, choices, self.out)
    }

    /// Reports the fields nobody asked for.
    pub fn finish(self) {
        self.report_unknown(true);
    }

    /// Reports those that are misspelt, where nobody knows which others there may be.
    pub fn finish_unclear(self) {
        self.report_unknown(false);
    }

    fn report_unknown(self, all: bool) {
        for (key, _) in self.entries {
            if self.asked.contains(&key.value.as_str()) {
                continue;
            }
            let near = did_you_mean(&key.value, self.asked.iter().copied());
            let list = all.then(|| format!("the fields of {} are: {}", self.what, self.asked.join(", ")));
            let Some(help) = near.or(list) else { continue };
            self.out.push(
                Diagnostic::new(&UNKNOWN_FIELD, key.span, format!("`{}` is not a field of {}", key.value, self.what))
                    .help(help),
            );
        }
    }
}

/// One of a few words, in any capitals; anything else is reported under `rule`.
pub(crate) fn choose<T: Copy + PartialEq>(
    text: &Located<String>,
    name: &str,
    rule: &'static Rule,
    choices: &[(&'static str, T)],
    out: &mut Vec<Diagnostic>,
) -> Option<Located<T>> {
    let word = text.value.to_lowercase().replace([' ', '_'], "-");
    if let Some((_, value)) = choices.iter().find(|(choice, _)| *choice == word) {
        return Some(Located::new(*value, text.span));
    }
    // Of several words for one thing the first is the usual one.
    let usual = choices
        .iter()
        .enumerate()
        .filter(|(index, (_, value))| !choices.iter().take(*index).any(|(_, earlier)| earlier == value));
    let all: Vec<&str> = usual.map(|(_, (choice, _))| *choice).collect();
    let list = format!("it can be: {}", all.join(", "));
    let help = match did_you_mean(&word, choices.iter().map(|(choice, _)| *choice)) {
        Some(nearest) => format!("{nearest} {list}"),
        None => list,
    };
    let message = match rule == &UNKNOWN_CHOICE {
        true => format!("`{name}` cannot be `{}`", text.value),
        false => format!("`{}` is not a {name} that Candour knows", text.value),
    };
    out.push(Diagnostic::new(rule, text.span, message).help(help));
    None
}

/// The text of a value; anything else is reported.
pub fn text_of(yaml: &Yaml, name: &str, out: &mut Vec<Diagnostic>) -> Option<Excerpt> {
    match &yaml.value {
        Value::Text(scalar) => Some(scalar.excerpt.clone()),
        Value::Null => {
            out.push(
                Diagnostic::new(&EMPTY_FIELD, yaml.span, format!("an entry of `{name}` is empty"))
                    .help("write its text, or remove it"),
            );
            None
        }
        other => {
            if let Value::Map(entries) = other
                && let [(key, Yaml { value: Value::Text(text), .. })] = entries.as_slice()
                && key.value.starts_with(char::is_uppercase)
            {
                // `Resolve: ask the director` in a list: a sentence with a colon, not a field.
                let sentence = format!("{}: {}", key.value, text.excerpt.text.trim()).replace('"', "'");
                let place = Span { start: key.span.end, end: key.span.end.saturating_add(1), ..key.span };
                out.push(
                    Diagnostic::new(&COLON_IN_TEXT, place, "a colon inside text without quotes")
                        .help(format!("put the text in quotes: \"{sentence}\"")),
                );
                return None;
            }
            let found = describe(other);
            out.push(
                Diagnostic::new(&WRONG_TYPE, yaml.span, format!("`{name}` takes a text, and this is {found}"))
                    .help("write the text after the colon; put it in quotes if it has : or # in it"),
            );
            None
        }
    }
}

/// The entries of a list; anything else is reported.
pub(crate) fn list_of<'a>(yaml: &'a Yaml, name: &str, out: &mut Vec<Diagnostic>) -> &'a [Yaml] {
    match &yaml.value {
        Value::List(list) => list,
        Value::Null => &[],
        other => {
            let found = describe(other);
            out.push(
                Diagnostic::new(&WRONG_TYPE, yaml.span, format!("`{name}` takes a list, and this is {found}"))
                    .help("write each entry on a line of its own that starts with `- `"),
            );
            &[]
        }
    }
}

fn describe(value: &Value) -> &'static str {
    match value {
        Value::Null => "empty",
        Value::Text(_) => "a text",
        Value::List(_) => "a list",
        Value::Map(_) => "a group of fields",
    }
}
