//! XML piece by piece: elements by their names without prefix, and text with entities resolved.

use super::super::SheetFault;
use super::package::damaged;
use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, XmlVersion};

/// Goes through an XML text.
pub(super) struct Xml<'a>(Reader<&'a [u8]>);

/// A piece of XML. `<a/>` comes as two: it opens, and it closes.
pub(super) enum Piece<'a> {
    Open(Tag<'a>),
    Close(String),
    Text(String),
}

/// The beginning of an element.
pub(super) struct Tag<'a>(BytesStart<'a>);

impl<'a> Xml<'a> {
    pub(super) fn new(text: &'a str) -> Xml<'a> {
        let mut reader = Reader::from_str(text.strip_prefix('\u{FEFF}').unwrap_or(text));
        reader.config_mut().expand_empty_elements = true;
        Xml(reader)
    }

    /// The next piece; none at the end.
    pub(super) fn next(&mut self) -> Result<Option<Piece<'a>>, SheetFault> {
        loop {
            let piece = match self.0.read_event().map_err(|_| damaged())? {
                Event::Start(tag) => Piece::Open(Tag(tag)),
                Event::End(tag) => Piece::Close(tag.local_name().into_inner().to_owned()),
                Event::Text(text) => Piece::Text(text.xml_content(XmlVersion::Implicit1_0).into_owned()),
                Event::CData(text) => Piece::Text(text.xml_content(XmlVersion::Implicit1_0).into_owned()),
                Event::GeneralRef(entity) => {
                    let character = entity.resolve_char_ref().map_err(|_| damaged())?;
                    match (character, quick_xml::escape::resolve_predefined_entity(&entity)) {
                        (Some(character), _) => Piece::Text(character.to_string()),
                        (None, Some(text)) => Piece::Text(text.to_owned()),
                        // A workbook has no entities of its own; a hostile one may.
                        (None, None) => return Err(damaged()),
                    }
                }
                Event::Eof => return Ok(None),
                _ => continue,
            };
            return Ok(Some(piece));
        }
    }
}

impl Tag<'_> {
    /// The name of the element.
    pub(super) fn name(&self) -> &str {
        self.0.local_name().into_inner()
    }

    /// An attribute by its name without prefix; none if it is absent or malformed.
    pub(super) fn attribute(&self, name: &str) -> Option<String> {
        let mut attributes = self.0.attributes();
        attributes.with_checks(false);
        let found = attributes.flatten().find(|attribute| attribute.key.local_name().into_inner() == name)?;
        found.normalized_value(XmlVersion::Implicit1_0).ok().map(|value| value.into_owned())
    }

    /// Whether an attribute says yes.
    pub(super) fn flag(&self, name: &str) -> bool {
        self.attribute(name).is_some_and(|value| matches!(value.as_str(), "1" | "true"))
    }
}
