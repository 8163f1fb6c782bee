//! `case-study`: one person's story, with a picture and in their own words.

use super::{Context, required_inline};
use crate::diagnostic::rules::prose::TOO_DEEP;
use crate::diagnostic::{Diagnostic, Span};
use crate::prose::line_field;
use crate::prose::parse::{Page, check_alt, parse_within, picture_path};
use crate::prose::{Inline, Picture, Prose};
use crate::source::{Fields, Yaml};

/// One person's story.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CaseStudy {
    /// Where it stands.
    pub span: Span,
    /// What it is called.
    pub title: Vec<Inline>,
    /// A picture.
    pub picture: Option<Picture>,
    /// The story. Its footnotes are among the page's.
    pub text: Prose,
    /// What somebody said.
    pub quote: Option<Vec<Inline>>,
    /// Who said it.
    pub source: Option<Vec<Inline>>,
}

pub(super) fn decode(yaml: &Yaml, context: Context, page: &mut Page, out: &mut Vec<Diagnostic>) -> Option<CaseStudy> {
    if page.in_component {
        let diagnostic = Diagnostic::new(&TOO_DEEP, context.span, "a case study within the text of another component");
        out.push(diagnostic.help("end that component before the case study begins"));
        return None;
    }
    let mut fields = Fields::of(yaml, "a case study", out)?.sound(context.sound);
    let title = required_inline(&mut fields, "title", "name the story in a few words: title: Mary came home");
    let picture = picture(&mut fields);
    let text = fields.excerpt("text");
    if text.is_none() {
        fields.missing("text", "tell the story as Markdown below `text: |`, indented by two spaces");
    }
    page.in_component = true;
    let text = text.map(|text| parse_within(&text, page, fields.out)).unwrap_or_default();
    page.in_component = false;
    let quote = line_field(&mut fields, "quote");
    let source = line_field(&mut fields, "source");
    fields.finish();
    Some(CaseStudy { span: context.span, title: title?, picture, text, quote, source })
}

fn picture(fields: &mut Fields<'_, '_>) -> Option<Picture> {
    let image = fields.text("image");
    let alt = fields.text("alt");
    let decorative = fields.flag("decorative", false);
    let caption = fields.text("caption");
    let image = image?;
    let path = picture_path(&image.value, image.span, fields.out)?;
    let alt = if decorative { String::new() } else { alt.map(|alt| alt.value).unwrap_or_default() };
    if !decorative {
        let help = "write what it shows under `alt`, or `decorative: true` if it only decorates";
        check_alt(&alt, &path, help, image.span, fields.out);
    }
    Some(Picture { span: image.span, path, alt, caption: caption.map(|caption| caption.value) })
}
