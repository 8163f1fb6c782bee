//! What must be known of a picture before it is shown: its size, and that it is harmless.

/// The pictures that browsers show, by the ending of their file.
const ENDINGS: &[&str] = &["svg", "png", "jpg", "jpeg", "webp", "gif", "avif"];

/// Whether a file's ending is that of a picture.
pub(crate) fn is_picture(ending: &str) -> bool {
    ENDINGS.contains(&ending)
}

/// What is known of a picture.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PictureFacts {
    /// It can be shown; with its width and height in pixels where they are known.
    Fine(Option<(u32, u32)>),
    /// It is not a picture of the kind its ending says.
    Unreadable,
    /// An SVG with script or with parts from elsewhere; what was found.
    Harmful(&'static str),
}

/// Looks at a picture's bytes.
pub(super) fn look(ending: &str, bytes: &[u8]) -> PictureFacts {
    match ending {
        "svg" => svg(&String::from_utf8_lossy(bytes)),
        "avif" => PictureFacts::Fine(None),
        _ => match imagesize::blob_size(bytes) {
            Ok(size) => PictureFacts::Fine(u32::try_from(size.width).ok().zip(u32::try_from(size.height).ok())),
            Err(_) => PictureFacts::Unreadable,
        },
    }
}

fn svg(text: &str) -> PictureFacts {
    let low = text.to_ascii_lowercase();
    let Some(tag) = low.find("<svg") else { return PictureFacts::Unreadable };
    const HARM: &[(&str, &str)] = &[
        ("<script", "a script"),
        ("<foreignobject", "HTML inside the picture"),
        ("javascript:", "a script"),
        ("<!entity", "an entity definition"),
        ("@import", "a style from elsewhere"),
        ("url(http", "a part from elsewhere"),
        ("url(//", "a part from elsewhere"),
        ("href=\"http", "a part from elsewhere"),
        ("href='http", "a part from elsewhere"),
        ("href=\"//", "a part from elsewhere"),
        ("<iframe", "another page"),
    ];
    if let Some((_, what)) = HARM.iter().find(|(sign, _)| low.contains(sign)) {
        return PictureFacts::Harmful(what);
    }
    if has_event_handler(&low) {
        return PictureFacts::Harmful("a script");
    }
    let head = low.get(tag..).and_then(|rest| rest.get(..rest.find('>')?)).unwrap_or_default();
    let size = attribute(head, "width").and_then(pixels).zip(attribute(head, "height").and_then(pixels));
    PictureFacts::Fine(size.or_else(|| view_box(head)))
}

/// Any attribute whose name begins with `on`, such as `onload`.
fn has_event_handler(low: &str) -> bool {
    low.match_indices("on").any(|(at, _)| {
        let before = low.get(..at).and_then(|text| text.chars().next_back());
        let rest = low.get(at..).unwrap_or_default();
        let name = rest.len() - rest.trim_start_matches(|c: char| c.is_ascii_alphabetic()).len();
        let after = rest.get(name..).unwrap_or_default().trim_start();
        let inside_tag = low.get(..at).is_some_and(|text| text.rfind('<') > text.rfind('>'));
        name > 3
            && before.is_some_and(|c| c.is_whitespace() || c == '"' || c == '\'')
            && after.starts_with('=')
            && inside_tag
    })
}

fn attribute<'a>(head: &'a str, name: &str) -> Option<&'a str> {
    let at = head.match_indices(name).map(|(at, _)| at).find(|at| {
        head.get(..*at).and_then(|before| before.chars().next_back()).is_some_and(char::is_whitespace)
            && head.get(at + name.len()..).is_some_and(|after| after.trim_start().starts_with('='))
    })?;
    let rest = head.get(at + name.len()..)?.trim_start().strip_prefix('=')?.trim_start();
    let quote = rest.chars().next().filter(|c| matches!(c, '"' | '\''))?;
    rest.get(1..)?.split(quote).next()
}

/// A length in pixels, rounded down to a whole number; other units are not known here.
fn pixels(text: &str) -> Option<u32> {
    let number = text.trim().trim_end_matches("px");
    number.split('.').next()?.parse().ok().filter(|size| *size > 0)
}

fn view_box(head: &str) -> Option<(u32, u32)> {
    let mut numbers = attribute(head, "viewbox")?.split([' ', ',']).filter(|part| !part.is_empty()).skip(2);
    numbers.next().and_then(pixels).zip(numbers.next().and_then(pixels))
}

#[cfg(test)]
mod tests {
    use super::{PictureFacts, look};

    #[test]
    fn an_svg_gives_its_size_and_its_dangers() {
        let facts = |text: &str| look("svg", text.as_bytes());
        assert_eq!(facts(r#"<svg width="480" height="320px"/>"#), PictureFacts::Fine(Some((480, 320))));
        assert_eq!(facts(r#"<svg viewBox="0 0 24 12"></svg>"#), PictureFacts::Fine(Some((24, 12))));
        assert_eq!(facts("<svg><script>alert(1)</script></svg>"), PictureFacts::Harmful("a script"));
        assert_eq!(facts(r#"<svg onload="x()"/>"#), PictureFacts::Harmful("a script"));
        assert_eq!(
            facts(r#"<svg><image href="https://a.example/b.png"/></svg>"#),
            PictureFacts::Harmful("a part from elsewhere")
        );
        assert_eq!(facts("not a picture"), PictureFacts::Unreadable);
        assert_eq!(look("png", b"not a picture"), PictureFacts::Unreadable);
    }
}
