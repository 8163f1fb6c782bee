//! Reads `easy-read:` in a document's header.

use super::{EasyRead, Test};
use crate::diagnostic::Diagnostic;
use crate::diagnostic::rules::fields::BAD_DATE;
use crate::figure::parse_date;
use crate::source::{Fields, Yaml};

pub(in crate::content) fn decode_easy_read(yaml: &Yaml, out: &mut Vec<Diagnostic>) -> Option<EasyRead> {
    let mut fields = Fields::of(yaml, "`easy-read`", out)?;
    let made_by = fields.text("made-by").map(|text| text.value);
    let tested = fields.list("tested-by").iter().filter_map(|yaml| test(yaml, fields.out)).collect();
    fields.finish();
    Some(EasyRead { made_by, tested })
}

fn test(yaml: &Yaml, out: &mut Vec<Diagnostic>) -> Option<Test> {
    let mut fields = Fields::of(yaml, "a test", out)?;
    let who = fields.required_text("who", "say who tried it: who: Four people with a learning disability");
    let organisation = fields.text("organisation").map(|text| text.value);
    let date = fields.parsed("date", &BAD_DATE, parse_date).map(|date| date.value);
    if date.is_none() {
        fields.missing("date", "say when: date: 2021-03-01");
    }
    fields.finish();
    Some(Test { who: who?.value, organisation, date })
}
