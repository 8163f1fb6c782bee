//! The pictograms of the built-in theme, read from SVG into shapes. What is not a shape, or an attribute
//! of one, is no part of a pictogram.

use super::embedded::built_in_pictograms;
use crate::prose::{Drawing, Pictograms, Shape};
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use std::sync::{Arc, LazyLock};

static PICTOGRAMS: LazyLock<Arc<Pictograms>> = LazyLock::new(|| {
    let drawn = built_in_pictograms().filter_map(|(name, text)| Some((name.to_owned(), Arc::new(drawing(text)?))));
    Arc::new(drawn.collect())
});

/// The pictograms by their names.
pub(super) fn pictograms() -> Arc<Pictograms> {
    Arc::clone(&PICTOGRAMS)
}

const SHAPES: [&str; 8] = ["g", "path", "circle", "ellipse", "rect", "line", "polyline", "polygon"];

const ATTRIBUTES: [&str; 24] = [
    "d",
    "cx",
    "cy",
    "r",
    "rx",
    "ry",
    "x",
    "y",
    "x1",
    "x2",
    "y1",
    "y2",
    "width",
    "height",
    "points",
    "transform",
    "fill",
    "fill-rule",
    "stroke",
    "stroke-width",
    "stroke-linecap",
    "stroke-linejoin",
    "stroke-dasharray",
    "class",
];

/// An SVG text as a drawing; none where it is no SVG with a `viewBox`.
fn drawing(text: &str) -> Option<Drawing> {
    let mut reader = Reader::from_str(text);
    let mut view = None;
    // The groups that are open, each with what it holds so far; the first is the drawing itself.
    let mut open = vec![Shape { name: "g", attributes: Vec::new(), inner: Vec::new() }];
    loop {
        match reader.read_event().ok()? {
            Event::Start(tag) if tag.local_name().into_inner() == "svg" => {
                let given = attributes(&tag, &["viewBox"]);
                view = given.into_iter().next().map(|(_, value)| value);
                open.first_mut()?.attributes = attributes(&tag, &ATTRIBUTES);
            }
            Event::Start(tag) => open.push(shape(&tag)?),
            Event::Empty(tag) => open.last_mut()?.inner.push(shape(&tag)?),
            Event::End(tag) if tag.local_name().into_inner() != "svg" => {
                let done = open.pop()?;
                open.last_mut()?.inner.push(done);
            }
            Event::Eof => break,
            _ => {}
        }
    }
    let all = open.pop().filter(|_| open.is_empty())?;
    // What the whole says of fill and stroke goes for a group of everything.
    let shapes = if all.attributes.is_empty() { all.inner } else { vec![all] };
    (!shapes.is_empty()).then_some(Drawing { view: view?, shapes })
}

fn shape(tag: &BytesStart<'_>) -> Option<Shape> {
    let name = tag.local_name().into_inner();
    let name = SHAPES.into_iter().find(|known| *known == name)?;
    Some(Shape { name, attributes: attributes(tag, &ATTRIBUTES), inner: Vec::new() })
}

fn attributes(tag: &BytesStart<'_>, known: &[&'static str]) -> Vec<(&'static str, String)> {
    let attributes = tag.attributes().flatten();
    attributes
        .filter_map(|attribute| {
            let name = known.iter().find(|known| **known == attribute.key.into_inner())?;
            Some((*name, String::from(&*attribute.value)))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::{drawing, pictograms};
    use crate::theme::embedded::built_in_pictograms;

    #[test]
    fn each_pictogram_of_the_theme_can_be_drawn() {
        let known = pictograms();
        let lost: Vec<&str> =
            built_in_pictograms().map(|(name, _)| name).filter(|name| !known.contains_key(*name)).collect();
        assert!(lost.is_empty() && !known.is_empty(), "{lost:?}");
    }

    #[test]
    fn scripts_and_links_are_no_part_of_a_drawing() {
        assert!(drawing("<svg viewBox='0 0 9 9'><script>alert(1)</script></svg>").is_none());
        let drawn =
            drawing("<svg viewBox='0 0 9 9' onload='x()'><path d='M0 0' onclick='x()' href='y'/></svg>").unwrap();
        assert_eq!((drawn.view.as_str(), drawn.shapes.len(), drawn.shapes[0].attributes.len()), ("0 0 9 9", 1, 1));
    }
}
