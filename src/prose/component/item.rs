//! Names of things that stand in documents, and the lists that components are made of.

use crate::diagnostic::Diagnostic;
use crate::diagnostic::rules::components::ITEM_NAME;
use crate::figure::is_figure_id;
use crate::prose::Target;
use crate::source::{Located, SitePath, Value, Yaml, list_of};

/// The name of something that stands in a document: `action-plans/loneliness#e-directory`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ItemName {
    /// The document's path below `content/`; none where its series is meant.
    pub document: Option<SitePath>,
    /// Its id in there.
    pub id: String,
}

impl ItemName {
    /// As a link's target.
    pub fn target(&self) -> Target {
        let path = self.document.as_ref().map(|path| path.as_str().to_owned());
        Target::Document(path.unwrap_or_default(), Some(self.id.clone()))
    }
}

/// The entries of the list; a single one may be written without its hyphen.
pub(super) fn items<'a>(yaml: &'a Yaml, name: &str, first: &str, out: &mut Vec<Diagnostic>) -> &'a [Yaml] {
    match &yaml.value {
        Value::Map(entries) if entries.iter().any(|(key, _)| key.value == first) => std::slice::from_ref(yaml),
        _ => list_of(yaml, name, out),
    }
}

/// Reads `PATH#ID`, or `ID` alone.
pub(super) fn item_name(text: &str, example: &str) -> Result<ItemName, (String, String)> {
    let help = || format!("write the document's path below content/, # and the id: {example}");
    let (path, id) = match text.trim().trim_start_matches("doc:").split_once('#') {
        Some((path, id)) => (Some(path.trim_matches('/').trim_end_matches("/document.yaml")), id.trim()),
        None => (None, text.trim()),
    };
    if !is_figure_id(id) {
        return Err((format!("`{text}` names nothing by its id"), help()));
    }
    let document = match path.map(SitePath::parse) {
        Some(None) => return Err((format!("the path in `{text}` leads out of content/"), help())),
        Some(Some(path)) if path == SitePath::root() => None,
        path => path.flatten(),
    };
    Ok(ItemName { document, id: id.to_owned() })
}

/// Whether a name says in which document something stands.
pub(super) fn in_document(name: &Located<ItemName>, what: &str, out: &mut Vec<Diagnostic>) -> bool {
    let complete = name.value.document.is_some();
    if !complete {
        let message = format!("`{}` does not say in which plan {what} of that id is", name.value.id);
        let help = format!("write the plan's path below content/, too: action-plans/warm-homes#{}", name.value.id);
        out.push(Diagnostic::new(&ITEM_NAME, name.span, message).help(help));
    }
    complete
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_have_a_document_or_not() {
        let name = |text| item_name(text, "").ok().map(|name| (name.document.map(|d| d.to_string()), name.id));
        assert_eq!(name("cafe"), Some((None, "cafe".into())));
        assert_eq!(name("doc:a/b/#cafe"), Some((Some("a/b".into()), "cafe".into())));
        assert_eq!(name("../a#cafe"), None);
        assert_eq!(name("a#"), None);
        assert_eq!(name("Two words"), None);
    }
}
