//! What an author says of a table as a register: `register`, `as-of`, `sort`, `group-totals`.

use crate::diagnostic::rules::fields::BAD_DATE;
use crate::figure::parse_date;
use crate::prose::table::{GroupRule, RegisterRules, SortRule};
use crate::source::{Fields, Located};

pub(super) fn register(fields: &mut Fields<'_, '_>) -> RegisterRules {
    let place = fields.key_span("register");
    let wanted = fields.flag("register", false);
    let as_of = fields.parsed("as-of", &BAD_DATE, parse_date).map(|day| day.value);
    RegisterRules {
        wanted: place.map(|place| Located::new(wanted, place)),
        as_of,
        as_of_lost: as_of.is_none() && fields.has("as-of"),
        sort: fields.texts("sort").into_iter().map(sort_rule).collect(),
        groups: groups(fields),
    }
}

/// `Ends`, or `-Ends` for the latest first.
fn sort_rule(text: Located<String>) -> SortRule {
    match text.value.strip_prefix('-') {
        Some(heading) => {
            SortRule { column: Located::new(heading.trim_start().to_owned(), text.span), descending: true }
        }
        None => SortRule { column: text, descending: false },
    }
}

fn groups(fields: &mut Fields<'_, '_>) -> Option<GroupRule> {
    let yaml = fields.take("group-totals")?;
    let sound = fields.is_sound();
    let mut inner = Fields::of(yaml, "group totals", fields.out)?.sound(sound);
    let by = inner.required_text("by", "name the column whose words make the groups: by: Service");
    let of = inner.texts("of");
    inner.finish();
    Some(GroupRule { by: by?, of })
}
