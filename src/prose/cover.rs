//! The cover sheet of a committee report. It stands at the head of the report's text, so that its
//! links, figures and terms are treated like all others.

use super::Inline;
use super::component::Contact;
use super::fields::{line_field, lines_field};
use super::parse::parse_inline;
use crate::diagnostic::Diagnostic;
use crate::diagnostic::rules::fields::{BAD_DATE, WRONG_TYPE};
use crate::figure::{Date, parse_date};
use crate::source::{Fields, Located, Value, Yaml, text_of};

/// A cover sheet.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CoverSheet {
    /// The report's number.
    pub number: Option<String>,
    /// Who decides, or is informed.
    pub decision_maker: Option<Located<String>>,
    /// The day of the meeting.
    pub date: Option<Located<Date>>,
    /// What kind of decision it is.
    pub decision_type: Option<String>,
    /// Whom to ask.
    pub contact: Option<Contact>,
    /// Rows of the council's own, each with its answer: key decision, portfolio.
    pub details: Vec<(String, Vec<Inline>)>,
    /// Who is responsible for it as chief officer.
    pub chief_officer: Option<String>,
    /// The wards that it is about.
    pub wards: Vec<String>,
    /// Why there is a report.
    pub reason: Option<Vec<Inline>>,
    /// What the decision maker is asked to do.
    pub recommendations: Vec<Vec<Inline>>,
    /// What the report means for money, staff, law and so on.
    pub impact: Vec<Impact>,
    /// Headings that do not apply.
    pub not_applicable: Vec<String>,
    /// The papers that it rests on.
    pub background: Vec<Vec<Inline>>,
    /// The path of the report that it takes the place of.
    pub replaces: Option<Inline>,
}

/// A section of the cover sheet: a heading and its answers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Impact {
    /// Its heading.
    pub title: String,
    /// Each question with its answer.
    pub fields: Vec<(String, Vec<Inline>)>,
}

impl CoverSheet {
    /// Takes the fields of a cover sheet; other fields stay for the caller.
    pub fn decode(fields: &mut Fields<'_, '_>) -> CoverSheet {
        let text = |fields: &mut Fields<'_, '_>, name| fields.text(name).map(|text| text.value);
        CoverSheet {
            number: text(fields, "number"),
            decision_maker: fields.text("decision-maker"),
            date: fields.parsed("date", &BAD_DATE, parse_date),
            decision_type: text(fields, "decision-type"),
            contact: None,
            details: fields.take("details").map(|yaml| answers(yaml, "details", fields.out)).unwrap_or_default(),
            chief_officer: text(fields, "chief-officer"),
            wards: fields.texts("ward").into_iter().map(|ward| ward.value).collect(),
            reason: line_field(fields, "reason"),
            recommendations: lines_field(fields, "recommendations"),
            impact: fields.list("impact").iter().filter_map(|yaml| impact(yaml, fields.out)).collect(),
            not_applicable: fields.texts("not-applicable").into_iter().map(|text| text.value).collect(),
            background: lines_field(fields, "background-documents"),
            replaces: replaces(fields),
        }
    }

    /// Every line of its text, to be changed.
    pub(super) fn lines_mut(&mut self) -> impl Iterator<Item = &mut Vec<Inline>> {
        let fields = self.impact.iter_mut().flat_map(|impact| impact.fields.iter_mut().map(|(_, answer)| answer));
        let details = self.details.iter_mut().map(|(_, answer)| answer);
        self.reason.iter_mut().chain(&mut self.recommendations).chain(details).chain(fields).chain(&mut self.background)
    }

    /// The same, to be read.
    pub(super) fn lines(&self) -> impl Iterator<Item = &Vec<Inline>> {
        let fields = self.impact.iter().flat_map(|impact| impact.fields.iter().map(|(_, answer)| answer));
        let details = self.details.iter().map(|(_, answer)| answer);
        self.reason.iter().chain(&self.recommendations).chain(details).chain(fields).chain(&self.background)
    }
}

fn impact(yaml: &Yaml, out: &mut Vec<Diagnostic>) -> Option<Impact> {
    let mut fields = Fields::of(yaml, "a section of the cover sheet", out)?;
    let title = fields.required_text("title", "name it as the cover sheet does: title: Financial");
    let answers = fields.take("fields");
    if answers.is_none() {
        fields.missing("fields", "write below it each question, a colon and its answer");
    }
    let answers = answers.map(|yaml| self::answers(yaml, "fields", fields.out)).unwrap_or_default();
    fields.finish();
    Some(Impact { title: title?.value, fields: answers })
}

fn answers(yaml: &Yaml, name: &str, out: &mut Vec<Diagnostic>) -> Vec<(String, Vec<Inline>)> {
    let Value::Map(entries) = &yaml.value else {
        out.push(
            Diagnostic::new(&WRONG_TYPE, yaml.span, format!("`{name}` holds one question and its answer on each line"))
                .help("write a line such as `Cost of proposal: No cost`"),
        );
        return Vec::new();
    };
    let mut answers = Vec::new();
    for (question, answer) in entries {
        if let Some(text) = text_of(answer, name, out) {
            answers.push((question.value.clone(), parse_inline(&text, out)));
        }
    }
    answers
}

fn replaces(fields: &mut Fields<'_, '_>) -> Option<Inline> {
    use super::{InlineKind, Link, Target};
    let path = fields.text("replaces")?;
    let target = Target::Document(path.value.trim_start_matches("doc:").to_owned(), None);
    let link = Link { target, title: String::new(), automatic: false, content: Vec::new() };
    Some(Inline { span: path.span, kind: InlineKind::Link(link) })
}
