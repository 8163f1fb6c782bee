//! Reading roles, from front matter, from headings and from file names.

use super::Role;
use crate::diagnostic::Diagnostic;
use crate::diagnostic::rules::documents::UNKNOWN_ROLE;
use crate::prose::{Heading, Prose, Visitor, visit};
use crate::source::{Fields, Located, choose};

/// One role by its word; anything else is reported.
pub fn read_role(text: &Located<String>, out: &mut Vec<Diagnostic>) -> Option<Located<Role>> {
    choose(text, "role", &UNKNOWN_ROLE, Role::CHOICES, out)
}

/// The roles of a chapter: `role` or `roles` of its front matter, those its headings bear,
/// and where it says nothing itself, the role its file is named after (`02-spending.md`).
pub fn roles(fields: Option<&mut Fields<'_, '_>>, prose: &Prose, slug: &str, out: &mut Vec<Diagnostic>) -> Vec<Role> {
    let mut words: Vec<Located<String>> = Vec::new();
    if let Some(fields) = fields {
        words.extend(fields.texts("role"));
        words.extend(fields.texts("roles"));
    }
    let stated = !words.is_empty();
    let mut headings = HeadingRoles(Vec::new());
    visit(prose, &mut headings);
    words.extend(headings.0);
    let mut roles: Vec<Role> = words.iter().filter_map(|word| read_role(word, out)).map(|role| role.value).collect();
    if !stated && let Some((_, role)) = Role::CHOICES.iter().find(|(word, _)| *word == slug) {
        roles.push(*role);
    }
    roles
}

struct HeadingRoles(Vec<Located<String>>);

impl Visitor for HeadingRoles {
    fn heading(&mut self, heading: &Heading, _span: crate::diagnostic::Span) {
        self.0.extend(heading.role.clone());
    }
}
