//! The template engine, held strict: unknown names are errors, everything is escaped,
//! nothing can read files, and fuel runs out before a loop without end does harm.

use super::design::Design;
use super::strings::Strings;
use crate::diagnostic::rules::theme::TEMPLATE_ERROR;
use crate::diagnostic::{Diagnostic, FileId, Span};
use crate::prose::{escape, must_escape, shape};
use crate::source::did_you_mean;
use minijinja::syntax::SyntaxConfig;
use minijinja::value::{Kwargs, Value};
use minijinja::{AutoEscape, Environment, Error, ErrorKind, Output, State, UndefinedBehavior};
use std::collections::{BTreeMap, BTreeSet};

/// Instructions that one page may use: some hundred times what the longest sample page does.
const FUEL: u64 = 50_000_000;

/// A mistake in a template.
#[derive(Clone, Debug)]
pub struct TemplateFailure {
    /// What is wrong and where.
    pub diagnostic: Diagnostic,
}

/// One environment for each language, because interface words are looked up in it.
pub(super) struct Environments {
    by_language: BTreeMap<String, (Environment<'static>, Strings)>,
    fallback: Strings,
    templates: BTreeMap<String, (FileId, String)>,
}

impl Environments {
    pub(super) fn new(design: &Design, languages: &BTreeSet<String>) -> Result<Environments, Box<TemplateFailure>> {
        let templates: BTreeMap<String, (FileId, String)> = design
            .templates
            .iter()
            .map(|template| (template.name.clone(), (template.file, template.text.clone())))
            .collect();
        let mut environments = Environments {
            by_language: BTreeMap::new(),
            fallback: Strings::for_language("en", &design.strings),
            templates,
        };
        for language in languages {
            let strings = Strings::for_language(language, &design.strings);
            let environment = environments.environment(&strings)?;
            environments.by_language.insert(language.clone(), (environment, strings));
        }
        Ok(environments)
    }

    fn environment(&self, strings: &Strings) -> Result<Environment<'static>, Box<TemplateFailure>> {
        let mut environment = Environment::new();
        environment.set_undefined_behavior(UndefinedBehavior::Strict);
        environment.set_auto_escape_callback(|_| AutoEscape::Html);
        environment.set_formatter(format);
        let mut syntax = SyntaxConfig::builder();
        syntax.trim_blocks(true).lstrip_blocks(true);
        environment.set_syntax(syntax.build().map_err(|error| self.failure(&error))?);
        environment.set_debug(true);
        environment.set_fuel(Some(FUEL));
        environment.remove_filter("safe");
        let words = strings.clone();
        environment.add_function("t", move |key: &str, arguments: Kwargs| word(&words, key, &arguments));
        environment.add_function("shape_of", |name: &str| Value::from_safe_string(shape(name)));
        for (name, (_, text)) in &self.templates {
            environment.add_template_owned(name.clone(), text.clone()).map_err(|error| self.failure(&error))?;
        }
        Ok(environment)
    }

    pub(super) fn strings(&self, language: &str) -> &Strings {
        self.by_language.get(language).map_or(&self.fallback, |(_, strings)| strings)
    }

    pub(super) fn render(&self, language: &str, template: &str, value: Value) -> Result<String, Box<TemplateFailure>> {
        let Some((environment, _)) = self.by_language.get(language) else { return Ok(String::new()) };
        let template = environment.get_template(template).map_err(|error| self.failure(&error))?;
        template.render(value).map_err(|error| self.failure(&error))
    }

    /// The mistake behind an error, at its line in its template.
    fn failure(&self, error: &Error) -> Box<TemplateFailure> {
        // The innermost error knows the place best.
        let mut inner = error;
        let mut source = std::error::Error::source(error);
        while let Some(next) = source {
            if let Some(next) = next.downcast_ref::<Error>().filter(|next| next.name().is_some()) {
                inner = next;
            }
            source = next.source();
        }
        let name = inner.name().unwrap_or_default();
        let (file, text) = self.templates.get(name).map_or((FileId(0), ""), |(file, text)| (*file, text.as_str()));
        let span = match inner.range() {
            Some(range) => Span::new(file, range),
            None => line_span(file, text, inner.line().unwrap_or(1)),
        };
        let written = text.get(span.range()).unwrap_or_default().trim();
        let (message, help) = match inner.kind() {
            ErrorKind::UndefinedError => (
                format!("the template uses `{written}`, which is not defined"),
                "docs/themes.md lists what each template may use; test optional values with {% if … %}".to_owned(),
            ),
            ErrorKind::TemplateNotFound => {
                let name = written.split(['"', '\'']).nth(1).unwrap_or(written);
                let near = did_you_mean(name, self.templates.keys().map(String::as_str));
                (format!("there is no template `{name}`"), near.unwrap_or_else(|| "check its spelling".into()))
            }
            _ if inner.detail().is_some_and(|detail| detail.contains("recursion limit")) => (
                "the template includes itself without end".to_owned(),
                "include another template here, or put a condition around it".to_owned(),
            ),
            ErrorKind::OutOfFuel => {
                ("the template does not come to an end".to_owned(), "look for a loop over a very long range".to_owned())
            }
            kind => {
                let detail = inner.detail().map_or_else(|| kind.to_string(), str::to_owned);
                (format!("the template cannot be used: {detail}"), "look at the marked line".to_owned())
            }
        };
        Box::new(TemplateFailure { diagnostic: Diagnostic::new(&TEMPLATE_ERROR, span, message).help(help) })
    }
}

fn line_span(file: FileId, text: &str, line: usize) -> Span {
    let start: usize = text.split_inclusive('\n').take(line.saturating_sub(1)).map(str::len).sum();
    let length = text.get(start..).and_then(|rest| rest.lines().next()).map_or(0, str::len);
    Span::new(file, start..start + length)
}

/// Escapes by type: only values that the engine marked as HTML are written as they are.
pub(super) fn format(out: &mut Output<'_>, _: &mut State<'_, '_>, value: &Value) -> Result<(), Error> {
    match value.as_str() {
        Some(text) if value.is_safe() => out.write_str(text)?,
        Some(text) if !must_escape(text) => out.write_str(text)?,
        Some(text) => out.write_str(&escape(text))?,
        None if value.is_none() => {}
        None => out.write_str(&escape(&value.to_string()))?,
    }
    Ok(())
}

fn word(strings: &Strings, key: &str, arguments: &Kwargs) -> Result<String, Error> {
    let mut values: Vec<(String, String)> = Vec::new();
    for name in arguments.args() {
        let value: Value = arguments.get(name)?;
        values.push((name.to_owned(), value.to_string()));
    }
    let values: Vec<(&str, &str)> = values.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    strings
        .get(key, &values)
        .ok_or_else(|| Error::new(ErrorKind::InvalidOperation, format!("there is no interface word `{key}`")))
}
