//! `site.yaml`: whose site it is and how it presents itself.

use super::action_plan::{StatusWords, status_words};
use super::checks::{Levels, decode_site_levels};
use super::risk_register::{Scheme, check_top, decode_scheme};
use super::statement::{self, Statement};
use super::web;
use crate::diagnostic::Diagnostic;
use crate::diagnostic::rules::fields::{BAD_ADDRESS, BAD_COLOUR, BAD_LANGUAGE};
use crate::prose::component::Contact;
use crate::source::{Excerpt, Fields, Located, Yaml, parse_yaml};
use std::collections::BTreeSet;

/// The settings of a site.
#[derive(Clone, Debug, Default)]
pub struct Settings {
    /// The title of the site.
    pub title: String,
    /// The council.
    pub organisation: String,
    /// One sentence about the site.
    pub summary: Option<String>,
    /// Its language, a BCP 47 tag.
    pub language: String,
    /// Where it will be published, without a `/` at the end.
    pub base_url: Option<String>,
    /// What stands at the foot of each page.
    pub notice: Option<String>,
    /// The council's colour, `#` and six digits.
    pub accent: Option<Located<String>>,
    /// The theme's folder in `themes/`.
    pub theme: Option<Located<String>>,
    /// The council's logo.
    pub logo: Option<Logo>,
    /// Whom to ask.
    pub contact: Option<Contact>,
    /// The links at the top of each page; `None` if the author left them to Candour.
    pub navigation: Option<Vec<NavigationItem>>,
    /// Whether the author wrote no accessibility statement; false too where what was written
    /// could not be read, which is then reported.
    pub lacks_statement: bool,
    /// What the site says of its accessibility.
    pub statement: Option<Statement>,
    /// How serious messages are on this site.
    pub checks: Levels,
    /// Abbreviations that readers are expected to know.
    pub known_abbreviations: BTreeSet<String>,
    /// The site's own words for the statuses of actions.
    pub status_words: StatusWords,
    /// How the risks of registers are rated that do not say it themselves.
    pub risk_scheme: Scheme,
    /// What others may do with the numbers.
    pub data_licence: Option<DataLicence>,
}

/// The licence of the data files.
#[derive(Clone, Debug)]
pub struct DataLicence {
    /// What it is called.
    pub name: String,
    /// Where it can be read.
    pub url: String,
}

/// A logo.
#[derive(Clone, Debug)]
pub struct Logo {
    /// Its path below `content/`.
    pub image: Located<String>,
    /// What it says.
    pub alt: String,
}

/// A link at the top of each page.
#[derive(Clone, Debug)]
pub struct NavigationItem {
    /// Its words.
    pub label: String,
    /// A path below `content/`.
    pub link: Located<String>,
}

/// Reads `site.yaml`.
pub(super) fn decode(source: &Excerpt, out: &mut Vec<Diagnostic>) -> Settings {
    let mut settings = Settings { language: "en-GB".into(), ..Settings::default() };
    let (Some(yaml), sound) = parse_yaml(source, out) else { return settings };
    let Some(fields) = Fields::of(&yaml, "site.yaml", out) else { return settings };
    let mut fields = fields.sound(sound);
    let value = |text: Option<Located<String>>| text.map(|text| text.value);
    settings.title =
        value(fields.required_text("title", "it names the site: `title: Our accounts`")).unwrap_or_default();
    settings.organisation =
        value(fields.required_text("organisation", "it says whose site it is: `organisation: Example Council`"))
            .unwrap_or_default();
    settings.summary = value(fields.text("summary"));
    if let Some(language) = fields.parsed("language", &BAD_LANGUAGE, web::language) {
        settings.language = language.value;
    }
    settings.base_url = fields.parsed("base-url", &BAD_ADDRESS, web::base_url).map(|url| url.value);
    settings.notice = value(fields.text("notice"));
    settings.accent = fields.parsed("accent", &BAD_COLOUR, web::colour);
    settings.theme = fields.text("theme");
    settings.logo = fields.take("logo").and_then(|yaml| logo(yaml, fields.out));
    settings.contact = fields.take("contact").and_then(|yaml| Contact::decode(yaml, fields.out));
    if fields.has("navigation") {
        let items = fields.list("navigation");
        settings.navigation = Some(items.iter().filter_map(|item| navigation_item(item, fields.out)).collect());
    }
    settings.status_words = status_words(&mut fields);
    settings.risk_scheme = risk_scheme(&mut fields);
    settings.known_abbreviations = fields.texts("known-abbreviations").into_iter().map(|text| text.value).collect();
    settings.lacks_statement =
        fields.is_sound() && !fields.has("accessibility") && !fields.has_misspelt("accessibility");
    settings.statement = fields.take("accessibility").and_then(|yaml| statement::decode(yaml, fields.out));
    settings.data_licence = fields.take("data-licence").and_then(|yaml| data_licence(yaml, fields.out));
    if let Some(yaml) = fields.take("checks") {
        settings.checks = decode_site_levels(yaml, fields.out);
    }
    fields.finish();
    settings
}

fn risk_scheme(fields: &mut Fields<'_, '_>) -> Scheme {
    let scheme = decode_scheme(fields);
    let scale = scheme.scale.as_ref().map(|scale| scale.value.clone()).unwrap_or_default();
    check_top(scheme.bands.as_deref().unwrap_or_default(), &scale, None, fields.out);
    scheme
}

fn logo(yaml: &Yaml, out: &mut Vec<Diagnostic>) -> Option<Logo> {
    let mut fields = Fields::of(yaml, "a logo", out)?;
    let image = fields.required_text("image", "give the picture's path below content/");
    let alt = fields.required_text("alt", "write the words that the logo shows");
    fields.finish();
    Some(Logo { image: image?, alt: alt?.value })
}

fn data_licence(yaml: &Yaml, out: &mut Vec<Diagnostic>) -> Option<DataLicence> {
    let mut fields = Fields::of(yaml, "a licence", out)?;
    let name = fields.required_text("name", "write what it is called: name: Open Government Licence v3.0");
    let url = fields.parsed("url", &BAD_ADDRESS, web::page_url);
    if url.is_none() && !fields.has("url") {
        fields.missing("url", "give the address at which it can be read: url: https://…");
    }
    fields.finish();
    Some(DataLicence { name: name?.value, url: url?.value })
}

fn navigation_item(yaml: &Yaml, out: &mut Vec<Diagnostic>) -> Option<NavigationItem> {
    let mut fields = Fields::of(yaml, "a navigation link", out)?;
    let label = fields.required_text("label", "write the words of the link");
    let link = fields.required_text("link", "give the path of a page below content/, without .md");
    fields.finish();
    Some(NavigationItem { label: label?.value, link: link? })
}
