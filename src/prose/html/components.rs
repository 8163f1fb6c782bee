//! Components.

use super::{Href, Writer};
use crate::prose::Inline;
use crate::prose::component::{CaseStudy, Contact, Stat};

impl Writer<'_> {
    pub(super) fn stats(&mut self, stats: &[Stat]) {
        self.html.markup("<ul class=\"stats\">");
        for stat in stats {
            self.html.line();
            self.html.markup("<li class=\"stat\"><span class=\"stat-value\">");
            self.html.text(&stat.value.value);
            self.html.markup("</span> <span class=\"stat-label\">");
            self.inlines(&stat.label);
            self.html.markup("</span>");
            let compared = || {
                let words = self.options.words;
                stat.compared.as_ref().map(|compared| compared.words(&|key, arguments| words.word(key, arguments)))
            };
            match (&stat.change, compared()) {
                (Some(change), _) => {
                    self.html.markup(" <span class=\"stat-change\">");
                    self.inlines(change);
                    self.html.markup("</span>");
                }
                (None, Some(change)) => {
                    self.html.markup(" <span class=\"stat-change\">");
                    self.html.text(&change);
                    self.html.markup("</span>");
                }
                (None, None) => {}
            }
            if let Some(note) = &stat.note {
                self.html.markup(" <span class=\"stat-note\">");
                self.inlines(note);
                self.html.markup("</span>");
            }
            self.html.markup("</li>");
        }
        self.html.line();
        self.html.markup("</ul>");
    }

    pub(super) fn contact(&mut self, contact: &Contact) {
        self.html.markup("<div class=\"contact\">");
        if let Some(name) = &contact.name {
            self.html.markup("<p class=\"contact-name\">");
            self.html.text(name);
            if let Some(role) = &contact.role {
                self.html.markup(", ");
                self.html.text(role);
            }
            self.html.markup("</p>");
        } else if let Some(role) = &contact.role {
            self.html.markup("<p class=\"contact-name\">");
            self.html.text(role);
            self.html.markup("</p>");
        }
        let phone = contact.phone_href();
        let email = contact.email_href();
        let web = contact.web.clone();
        let rows = [
            ("phone", contact.phone.as_deref(), phone, false),
            ("textphone", contact.textphone.as_deref(), None, false),
            ("email", contact.email.as_deref(), email, false),
            ("website", contact.web_words(), web, true),
        ];
        let any =
            rows.iter().any(|(_, words, ..)| words.is_some()) || !contact.address.is_empty() || contact.hours.is_some();
        if any {
            self.html.markup("\n<dl>");
            for (key, words, href, external) in rows {
                if let Some(words) = words {
                    let href = href.map(|url| Href { url, external });
                    self.detail(key, |writer| writer.linked(words, href));
                }
            }
            if !contact.address.is_empty() {
                self.detail("address", |writer| writer.address(&contact.address));
            }
            if let Some(hours) = &contact.hours {
                self.detail("hours", |writer| writer.html.text(hours));
            }
            self.html.markup("\n</dl>");
        }
        if let Some(note) = &contact.note {
            self.html.markup("\n<p class=\"note\">");
            self.inlines(note);
            self.html.markup("</p>");
        }
        self.html.markup("</div>");
    }

    fn detail(&mut self, key: &str, value: impl FnOnce(&mut Self)) {
        let word = self.word(key);
        self.html.markup("\n<div><dt>");
        self.html.text(&word);
        self.html.markup("</dt><dd>");
        value(self);
        self.html.markup("</dd></div>");
    }

    fn linked(&mut self, words: &str, href: Option<Href>) {
        let open = href.is_some_and(|href| self.open_link(&href, None));
        self.html.text(words);
        if open {
            self.html.markup("</a>");
        }
    }

    fn address(&mut self, lines: &[String]) {
        self.html.markup("<address>");
        for (index, line) in lines.iter().enumerate() {
            if index > 0 {
                self.html.markup("<br>");
            }
            self.html.text(line);
        }
        self.html.markup("</address>");
    }

    pub(super) fn case_study(&mut self, story: &CaseStudy) {
        self.case_studies += 1;
        let id = self.id(&format!("case-study-{}", self.case_studies));
        self.html.markup("<div class=\"case-study\" role=\"group\"");
        self.html.attribute("aria-labelledby", &id);
        self.html.markup("><div class=\"case-study-title\"");
        self.html.attribute("id", &id);
        self.html.markup(">");
        self.inlines(&story.title);
        self.html.markup("</div>");
        if let Some(picture) = &story.picture {
            self.html.line();
            self.figure(picture);
        }
        if !story.text.blocks.is_empty() {
            self.html.markup("\n<div class=\"case-study-text\">");
            self.blocks(&story.text.blocks);
            self.html.line();
            self.html.markup("</div>");
        }
        if let Some(quote) = &story.quote {
            self.quote(quote, story.source.as_deref());
        } else if let Some(source) = &story.source {
            self.html.markup("\n<p class=\"source\">");
            self.inlines(source);
            self.html.markup("</p>");
        }
        self.html.markup("</div>");
    }

    fn quote(&mut self, quote: &[Inline], source: Option<&[Inline]>) {
        self.html.markup("\n<figure class=\"quote\"><blockquote><p>");
        self.inlines(quote);
        self.html.markup("</p></blockquote>");
        if let Some(source) = source {
            self.html.markup("<figcaption>");
            self.inlines(source);
            self.html.markup("</figcaption>");
        }
        self.html.markup("</figure>");
    }
}
