//! Colour contrast (WCAG 2.2, 1.4.3 and 1.4.6) and shades that reach it.

/// The theme's accent where the site names none.
pub(super) const ACCENT: &str = "#0b5351";
/// The contrast that links need: they are as small as the text around them.
const FOR_LINKS: f64 = 7.0;

/// What words stand on in the light scheme and in the dark one, `#rrggbb` each.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Grounds {
    /// The light scheme's.
    pub light: Vec<String>,
    /// The dark scheme's.
    pub dark: Vec<String>,
}

impl Grounds {
    /// The shade of `colour` nearest to it that can be read as a link on all of `grounds`.
    pub fn shade(&self, colour: &str, grounds: &[String]) -> String {
        grounds.iter().fold(colour.to_owned(), |shade, ground| with_contrast(&shade, ground, FOR_LINKS))
    }
}

/// The contrast of two colours, from 1 to 21; `None` if one of them is no `#rrggbb`.
pub fn contrast(a: &str, b: &str) -> Option<f64> {
    let (a, b) = (luminance(parse(a)?), luminance(parse(b)?));
    Some((a.max(b) + 0.05) / (a.min(b) + 0.05))
}

/// The shade of `colour` nearest to it that has at least this contrast with `paper`:
/// darker on light paper, lighter on dark. A text that is no colour comes back as it is.
pub fn with_contrast(colour: &str, paper: &str, least: f64) -> String {
    let (Some(rgb), Some(ground)) = (parse(colour), parse(paper)) else { return colour.to_owned() };
    let towards = if luminance(ground) > 0.18 { 0.0 } else { 255.0 };
    const STEPS: u32 = 200;
    for step in 0..=STEPS {
        let share = f64::from(step) / f64::from(STEPS);
        let shade = rgb.map(|part| (part + (towards - part) * share).round());
        let text = text(shade);
        if contrast(&text, paper).is_some_and(|ratio| ratio >= least) {
            return text;
        }
    }
    text([towards; 3])
}

fn parse(colour: &str) -> Option<[f64; 3]> {
    let digits = colour.strip_prefix('#').filter(|digits| digits.len() == 6)?;
    let part = |at: usize| u8::from_str_radix(digits.get(at..at + 2)?, 16).ok().map(f64::from);
    Some([part(0)?, part(2)?, part(4)?])
}

fn text([red, green, blue]: [f64; 3]) -> String {
    let part = |value: f64| value.clamp(0.0, 255.0) as u8;
    format!("#{:02x}{:02x}{:02x}", part(red), part(green), part(blue))
}

/// Relative luminance as WCAG 2.2 defines it.
fn luminance(rgb: [f64; 3]) -> f64 {
    let [red, green, blue] = rgb.map(|part| {
        let part = part / 255.0;
        if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
    });
    0.2126 * red + 0.7152 * green + 0.0722 * blue
}

#[cfg(test)]
mod tests {
    use super::{contrast, with_contrast};

    #[test]
    fn contrast_is_that_of_the_guidelines() {
        assert_eq!(contrast("#000000", "#ffffff"), Some(21.0));
        assert!((contrast("#777777", "#ffffff").unwrap() - 4.48).abs() < 0.01);
        assert_eq!(contrast("red", "#ffffff"), None);
    }

    #[test]
    fn a_shade_keeps_a_colour_that_passes_and_mends_one_that_does_not() {
        assert_eq!(with_contrast("#003322", "#ffffff", 7.0), "#003322");
        for (colour, paper) in [("#ffcc00", "#ffffff"), ("#0b5351", "#14191a"), ("#808080", "#ffffff")] {
            let shade = with_contrast(colour, paper, 7.0);
            assert!(contrast(&shade, paper).unwrap() >= 7.0, "{colour} on {paper}: {shade}");
        }
    }
}
