//! What every template sees: the site, the page, its banners.

use super::Html;
use super::banners::{Banner, banners};
use super::data::data_page;
use crate::content::{Chapter, Document, direction};
use crate::diagnostic::Texts;
use crate::figure::{Date, Period, date_words};
use crate::prose::component::Contact;
use crate::prose::{HtmlOptions, Words, plain_text};
use crate::render::data::{Maker, structured_data};
use crate::render::resolver::{Defined, INTRODUCTION, PageResolver, chapter_id, chapter_prefix};
use crate::render::sitemap::canonical;
use crate::render::strings::Strings;
use crate::render::{Renderer, TemplateFailure};
use crate::site::{Address, Site, relative};
use crate::source::SitePath;
use minijinja::value::{Serde, Value};
use serde::Serialize;
use std::cell::RefCell;

/// The page being made.
pub(in crate::render) struct Context<'a> {
    pub(in crate::render) site: &'a Site,
    pub(in crate::render) renderer: &'a Renderer,
    pub(in crate::render) address: &'a Address,
    pub(in crate::render) language: &'a str,
    pub(in crate::render) strings: &'a Strings,
    /// The author's texts, where the page is to say what is written where.
    pub(in crate::render) places: Option<&'a dyn Texts>,
    /// The first template of a component that had a mistake.
    pub(in crate::render) failed: RefCell<Option<Box<TemplateFailure>>>,
}

#[derive(Serialize)]
pub(super) struct Common {
    site: SiteView,
    page: PageView,
    banners: Vec<Banner>,
}

#[derive(Serialize)]
struct SiteView {
    title: String,
    organisation: String,
    summary: Option<String>,
    notice: Option<String>,
    home: String,
    logo: Option<Logo>,
    navigation: Vec<NavigationView>,
    contact: Option<ContactView>,
    glossary: Option<String>,
    statement: Option<String>,
    data: Option<String>,
    footer_links: Vec<Link>,
}

#[derive(Serialize)]
struct Logo {
    src: String,
    alt: String,
    width: Option<u32>,
    height: Option<u32>,
}

#[derive(Serialize)]
struct NavigationView {
    label: String,
    href: String,
    current: bool,
    ancestor: bool,
}

#[derive(Clone, Serialize)]
pub(super) struct Link {
    pub(super) label: String,
    pub(super) href: Option<String>,
}

#[derive(Serialize)]
pub(super) struct ContactView {
    name: Option<String>,
    role: Option<String>,
    phone: Option<String>,
    phone_href: Option<String>,
    textphone: Option<String>,
    email: Option<String>,
    email_href: Option<String>,
    web: Option<String>,
    web_label: Option<String>,
    address: Vec<String>,
    hours: Option<String>,
    note: Option<String>,
}

#[derive(Serialize)]
struct PageView {
    title: String,
    full_title: String,
    /// What stands at the head of each printed page.
    running: String,
    description: Option<String>,
    lang: String,
    dir: &'static str,
    document_lang: String,
    canonical: Option<String>,
    style_href: String,
    script_href: String,
    icon_href: String,
    theme_colour: String,
    breadcrumbs: Vec<Link>,
    robots_noindex: bool,
    structured_data: Option<Html>,
}

/// What a page says about itself.
pub(super) struct About<'a> {
    pub(super) title: String,
    /// Between the page's title and the site's.
    pub(super) within: Option<&'a str>,
    pub(super) description: Option<String>,
    pub(super) document: Option<&'a Document>,
}

impl<'a> Context<'a> {
    pub(super) fn word(&self, key: &str, arguments: &[(&str, &str)]) -> String {
        self.strings.word(key, arguments)
    }

    pub(super) fn date(&self, date: Date) -> String {
        date_words(date, &|key, arguments| self.word(key, arguments))
    }

    pub(super) fn period(&self, period: &Period) -> String {
        period.words(&|key, arguments| self.word(key, arguments))
    }

    pub(super) fn link(&self, address: &Address) -> String {
        self.file_link(&address.file())
    }

    /// The page for addresses that do not exist is shown at any depth, so its links start
    /// at the site's root: that of the base URL, or the host's.
    pub(super) fn file_link(&self, file: &str) -> String {
        if *self.address != Address::not_found() {
            return relative(&self.address.file(), file);
        }
        let base = self.site.settings.base_url.as_deref().unwrap_or_default();
        let folder = base.split_once("://").and_then(|(_, rest)| rest.split_once('/')).map_or("", |(_, folder)| folder);
        let separator = if folder.is_empty() { "" } else { "/" };
        format!("/{folder}{separator}{}", relative("", file))
    }

    pub(super) fn resolver<'r>(
        &'r self,
        text: Option<&Chapter>,
        whole: Option<usize>,
        defined: Defined<'r>,
    ) -> PageResolver<'r>
    where
        'a: 'r,
    {
        let from = text.map(|text| text.path.clone());
        PageResolver {
            context: self,
            site: self.site,
            address: self.address,
            from: from.unwrap_or_else(SitePath::root),
            data: text.map_or_else(Vec::new, |text| text.data.clone()),
            whole,
            defined,
        }
    }

    /// The HTML of a text whose terms are explained on this page, by [`super::text::words`].
    /// With a document, the text is a chapter on the page that holds all of it.
    pub(super) fn html(&self, text: &Chapter, whole: Option<usize>) -> Html {
        let document = whole.and_then(|index| self.site.document(index));
        let introduces = document.and_then(Document::introduction).is_some_and(|first| first.path == text.path);
        let (prefix, under) = match whole {
            // Nothing stands above it but the page's own title.
            Some(_) if introduces => (chapter_prefix(INTRODUCTION), None),
            Some(_) => (chapter_prefix(&text.slug), Some(chapter_id(&text.slug))),
            None => (String::new(), None),
        };
        self.written(text, whole, &prefix, under.as_deref())
    }

    /// The HTML of a text of another document, below a heading on the page that holds all of this one.
    pub(super) fn html_below(&self, text: &Chapter, whole: usize, prefix: &str, heading: &str) -> Html {
        self.written(text, Some(whole), prefix, Some(heading))
    }

    fn written(&self, text: &Chapter, whole: Option<usize>, prefix: &str, under: Option<&str>) -> Html {
        let resolver = self.resolver(Some(text), whole, Defined::All);
        let options = HtmlOptions {
            words: self.strings,
            resolver: &resolver,
            anchor_prefix: prefix,
            under,
            heading_shift: u8::from(under.is_some()),
            places: self.places,
        };
        Value::from_safe_string(crate::prose::prose_html(&text.prose, &options))
    }

    /// A component of a text, as its template writes it. A mistake of the template is told once the
    /// page is made.
    pub(super) fn component(&self, template: &str, value: Value) -> Option<String> {
        match self.renderer.component(self.language, template, value) {
            Ok(html) => Some(html),
            Err(failure) => {
                self.failed.borrow_mut().get_or_insert(failure);
                None
            }
        }
    }

    /// How a line of text is written that stands on no page of its own, such as a definition.
    pub(super) fn line_options<'o>(&self, resolver: &'o PageResolver<'o>) -> HtmlOptions<'o>
    where
        'a: 'o,
    {
        HtmlOptions { words: self.strings, resolver, anchor_prefix: "", under: None, heading_shift: 0, places: None }
    }

    /// What all templates see, with what this page adds.
    pub(super) fn view(&self, about: &About<'_>, own: impl Serialize) -> Value {
        let common =
            Common { site: self.site_view(), page: self.page_view(about), banners: banners(self, about.document) };
        let common = Value::from(Serde(common));
        let own = Value::from(Serde(own));
        minijinja::context! { ..own, ..common }
    }

    fn site_view(&self) -> SiteView {
        let settings = &self.site.settings;
        let page_link = |path: &str| {
            let address = SitePath::parse(path).map(|path| Address::of(&path))?;
            self.site.pages.contains_key(&address).then(|| self.link(&address))
        };
        SiteView {
            title: settings.title.clone(),
            organisation: settings.organisation.clone(),
            summary: settings.summary.clone(),
            notice: settings.notice.clone(),
            home: self.link(&Address::home()),
            logo: self.logo(),
            navigation: self.navigation(),
            contact: settings.contact.as_ref().map(ContactView::new),
            glossary: page_link("glossary"),
            statement: ["accessibility-statement", "about/accessibility", "accessibility"]
                .into_iter()
                .find_map(page_link),
            data: data_page(self),
            footer_links: Vec::new(),
        }
    }

    fn logo(&self) -> Option<Logo> {
        let logo = self.site.settings.logo.as_ref()?;
        let path = SitePath::parse(&logo.image.value)?;
        let crate::content::PictureFacts::Fine(size) = self.site.assets.get(&path)?.picture.as_ref()? else {
            return None;
        };
        Some(Logo {
            src: self.file_link(path.as_str()),
            alt: logo.alt.clone(),
            width: size.map(|(width, _)| width),
            height: size.map(|(_, height)| height),
        })
    }

    fn navigation(&self) -> Vec<NavigationView> {
        self.site
            .navigation
            .iter()
            .map(|link| NavigationView {
                label: link.label.clone().unwrap_or_else(|| self.title_of(&link.address)),
                href: self.link(&link.address),
                current: link.address == *self.address,
                ancestor: link.address != Address::home()
                    && self
                        .address
                        .as_str()
                        .strip_prefix(link.address.as_str())
                        .is_some_and(|rest| rest.starts_with('/')),
            })
            .collect()
    }

    fn page_view(&self, about: &About<'_>) -> PageView {
        let settings = &self.site.settings;
        let mut parts = vec![about.title.as_str()];
        parts.extend(about.within);
        if about.title != settings.title {
            parts.push(&settings.title);
        }
        parts.dedup();
        let findable = *self.address != Address::not_found();
        PageView {
            title: about.title.clone(),
            full_title: parts.join(" – "),
            running: self.running(about.document),
            description: about.description.clone(),
            lang: self.language.to_owned(),
            dir: direction(self.language),
            document_lang: self.language.to_owned(),
            canonical: settings
                .base_url
                .as_ref()
                .filter(|_| findable)
                .map(|base| canonical(base, self.address.as_str())),
            style_href: self.file_link(&self.renderer.style),
            script_href: self.file_link(&self.renderer.script),
            icon_href: self.file_link(&self.renderer.icon),
            theme_colour: self.renderer.accent.clone(),
            breadcrumbs: self.breadcrumbs(about),
            // A copy with drafts is not for search engines either.
            robots_noindex: !findable || self.site.shows_drafts,
            structured_data: self.structured_data(about).map(Value::from_safe_string),
        }
    }

    /// The committee and the day of the meeting for papers, and the site for all other pages.
    fn running(&self, document: Option<&Document>) -> String {
        match document.and_then(|document| document.header.briefing.as_deref()) {
            Some(briefing) => match briefing.meeting {
                Some(meeting) => format!("{}, {}", briefing.committee.value, self.date(meeting)),
                None => briefing.committee.value.clone(),
            },
            None => self.site.settings.title.clone(),
        }
    }

    fn structured_data(&self, about: &About<'_>) -> Option<String> {
        let maker = Maker { site: self.site, document: about.document, language: self.language, strings: self.strings };
        structured_data(&maker, self.address)
    }

    fn breadcrumbs(&self, about: &About<'_>) -> Vec<Link> {
        if *self.address == Address::home() || *self.address == Address::not_found() {
            return Vec::new();
        }
        let mut crumbs = vec![Link { label: about.title.clone(), href: None }];
        let mut at = self.address.parent();
        while let Some(address) = at {
            if self.site.pages.contains_key(&address) {
                crumbs.push(Link { label: self.title_of(&address), href: Some(self.link(&address)) });
            }
            at = address.parent();
        }
        crumbs.reverse();
        crumbs
    }
}

impl ContactView {
    pub(super) fn new(contact: &Contact) -> ContactView {
        ContactView {
            name: contact.name.clone(),
            role: contact.role.clone(),
            phone: contact.phone.clone(),
            phone_href: contact.phone_href(),
            textphone: contact.textphone.clone(),
            email: contact.email.clone(),
            email_href: contact.email_href(),
            web: contact.web.clone(),
            web_label: contact.web_words().map(str::to_owned),
            address: contact.address.clone(),
            hours: contact.hours.clone(),
            note: contact.note.as_ref().map(|note| plain_text(note)),
        }
    }
}
