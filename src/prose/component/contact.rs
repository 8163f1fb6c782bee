//! `contact`: how to get in touch. Also used by `site.yaml` and `document.yaml`.

use super::Context;
use crate::diagnostic::rules::fields::BAD_ADDRESS;
use crate::diagnostic::{Diagnostic, Span};
use crate::prose::Inline;
use crate::prose::line_field;
use crate::prose::parse::{Refusal, mail_address, telephone, web_address};
use crate::source::{Fields, Located, Yaml};

/// How to get in touch with somebody.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Contact {
    /// Where it stands.
    pub span: Span,
    /// Who it is.
    pub name: Option<String>,
    /// What they are.
    pub role: Option<String>,
    /// A telephone number, as people write it.
    pub phone: Option<String>,
    /// A textphone number.
    pub textphone: Option<String>,
    /// A mail address, without `mailto:`.
    pub email: Option<String>,
    /// A web address, with its scheme.
    pub web: Option<String>,
    /// The words of the link to it.
    pub web_label: Option<String>,
    /// When somebody is there.
    pub hours: Option<String>,
    /// The lines of the postal address.
    pub address: Vec<String>,
    /// What else readers should know.
    pub note: Option<Vec<Inline>>,
}

impl Contact {
    /// Decodes the fields of a contact.
    pub fn decode(yaml: &Yaml, out: &mut Vec<Diagnostic>) -> Option<Contact> {
        decode(yaml, Context { span: yaml.span, sound: true }, out)
    }

    /// The address of a link that dials the number (RFC 3966); British numbers get their
    /// country's code, so that they work from abroad too.
    pub fn phone_href(&self) -> Option<String> {
        let phone = self.phone.as_deref()?;
        let (number, extension) = split_extension(phone);
        let digits = |text: &str| text.chars().filter(char::is_ascii_digit).collect::<String>();
        let number = number.trim();
        let mut href = if let Some(rest) = number.strip_prefix('+') {
            format!("tel:+{}", digits(&rest.replace("(0)", "")))
        } else {
            let all = digits(number);
            match all.strip_prefix("00") {
                Some(rest) => format!("tel:+{rest}"),
                None => all.strip_prefix('0').map_or_else(|| format!("tel:{all}"), |rest| format!("tel:+44{rest}")),
            }
        };
        let extension = digits(extension);
        if !extension.is_empty() {
            href.push_str(";ext=");
            href.push_str(&extension);
        }
        Some(href)
    }

    /// The address of a link that begins a mail.
    pub fn email_href(&self) -> Option<String> {
        mail_address(self.email.as_deref()?).ok()
    }

    /// The words of the link to the website: its label, or its address without the scheme.
    pub fn web_words(&self) -> Option<&str> {
        let web = self.web.as_deref()?;
        let bare = web.strip_prefix("https://").or_else(|| web.strip_prefix("http://")).unwrap_or(web);
        Some(self.web_label.as_deref().unwrap_or_else(|| bare.trim_end_matches('/')))
    }
}

/// A number and what follows `ext`.
fn split_extension(phone: &str) -> (&str, &str) {
    let at = phone.char_indices().find(|(_, c)| c.is_alphabetic()).map(|(at, _)| at);
    at.and_then(|at| phone.split_at_checked(at)).unwrap_or((phone, ""))
}

pub(super) fn decode(yaml: &Yaml, context: Context, out: &mut Vec<Diagnostic>) -> Option<Contact> {
    let mut fields = Fields::of(yaml, "a contact", out)?.sound(context.sound);
    let value = |text: Option<Located<String>>| text.map(|text| text.value);
    let name = value(fields.text("name"));
    let role = value(fields.text("role"));
    let phone = number(&mut fields, "phone");
    let textphone = number(&mut fields, "textphone");
    let email = checked(&mut fields, "email", |text| mail_address(text).map(|_| text.to_owned()));
    let web = checked(&mut fields, "web", web_address);
    let web_label = value(fields.text("web-label"));
    let address = lines(&mut fields, "address");
    let hours = lines(&mut fields, "hours").join(", ");
    let note = line_field(&mut fields, "note");
    let ways = ["phone", "textphone", "email", "web", "address"];
    if !ways.iter().any(|way| fields.has(way)) {
        fields.missing("phone", "give at least one way to get in touch: phone, textphone, email, web or address");
    }
    fields.finish();
    let hours = Some(hours).filter(|hours| !hours.is_empty());
    Some(Contact { span: context.span, name, role, phone, textphone, email, web, web_label, hours, address, note })
}

/// A telephone number; an extension after it is allowed.
fn number(fields: &mut Fields<'_, '_>, name: &'static str) -> Option<String> {
    checked(fields, name, |text| {
        let (number, _) = split_extension(text);
        telephone(number).map(|_| text.to_owned()).map_err(|_| Refusal::Address {
            message: format!("`{text}` is not a telephone number"),
            help: "write digits and spaces, and words only under `note`: 020 8461 7777".into(),
        })
    })
}

fn checked(
    fields: &mut Fields<'_, '_>,
    name: &'static str,
    read: impl FnOnce(&str) -> Result<String, Refusal>,
) -> Option<String> {
    let read = |text: &str| {
        read(text).map_err(|refusal| match refusal {
            Refusal::Scheme { message, help } | Refusal::Address { message, help } => (message, help),
        })
    };
    fields.parsed(name, &BAD_ADDRESS, read).map(|text| text.value)
}

/// The lines of a field that is written as a list, as a block, or with commas.
fn lines(fields: &mut Fields<'_, '_>, name: &'static str) -> Vec<String> {
    let texts = fields.texts(name);
    let lines = texts.iter().flat_map(|text| text.value.lines());
    lines.map(|line| line.trim().trim_end_matches(',').to_owned()).filter(|line| !line.is_empty()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::FileId;

    #[test]
    fn telephone_links_follow_rfc_3966() {
        let of = |phone: &str| {
            let contact = Contact {
                span: Span::top(FileId(0)),
                name: None,
                role: None,
                phone: Some(phone.into()),
                textphone: None,
                email: None,
                web: None,
                web_label: None,
                hours: None,
                address: Vec::new(),
                note: None,
            };
            contact.phone_href().unwrap()
        };
        assert_eq!(of("020 8461 7777"), "tel:+442084617777");
        assert_eq!(of("+44 (0)20 8461 7777"), "tel:+442084617777");
        assert_eq!(of("0300 123 1000 ext 42"), "tel:+443001231000;ext=42");
        assert_eq!(of("111"), "tel:111");
    }
}
