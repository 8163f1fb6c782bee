//! `id`: the name of the data files of a table or a chart.

use crate::diagnostic::Diagnostic;
use crate::diagnostic::rules::components::DATA_ID_TWICE;
use crate::diagnostic::rules::fields::BAD_IDENTIFIER;
use crate::figure::is_figure_id;
use crate::prose::parse::{Page, slug};
use crate::source::{Fields, Located};

/// Reads it; each may be used once on a page.
pub(super) fn data_id(fields: &mut Fields<'_, '_>, page: &mut Page) -> Option<Located<String>> {
    let id = fields.text("id")?;
    if !is_figure_id(&id.value) {
        let name = Some(slug(&id.value)).filter(|name| is_figure_id(name)).unwrap_or_else(|| "spending".into());
        let message = format!("`{}` cannot be the name of a file with data", id.value);
        let help = format!("write it in small letters, digits and hyphens: id: {name}");
        fields.out.push(Diagnostic::new(&BAD_IDENTIFIER, id.span, message).help(help));
        return None;
    }
    if let Some(before) = page.claim_data_id(&id) {
        let message = format!("there are two tables `{}` on this page", id.value);
        fields.out.push(
            Diagnostic::new(&DATA_ID_TWICE, id.span, message)
                .label(before, "the other one")
                .help("give one of them another id"),
        );
    }
    Some(id)
}
