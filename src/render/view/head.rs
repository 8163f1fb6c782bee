//! What stands at the top of the pages below a document that its parts make: actions, risks.

use super::common::{Context, Link};
use super::document::kicker;
use crate::content::Document;
use crate::site::Address;
use serde::Serialize;

/// The top of a page.
#[derive(Serialize)]
pub(super) struct Head {
    kicker: String,
    title: String,
    /// The document.
    document: Link,
}

impl Head {
    pub(super) fn of(context: &Context<'_>, document: &Document, title: String) -> Head {
        let link = Link { label: document.title().to_owned(), href: Some(context.link(&Address::of(&document.path))) };
        Head { kicker: kicker(context, document).unwrap_or_default(), title, document: link }
    }
}
