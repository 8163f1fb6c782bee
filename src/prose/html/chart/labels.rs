//! Words beside the shapes: how much room they need, where SVG breaks them, and how those of
//! several lines keep out of each other's way.

use super::scale::WHOLE;

/// How much room the longest of some words needs, for the style sheet: a number of letters.
pub(super) fn room<'w>(words: impl Iterator<Item = &'w str>) -> &'static str {
    match words.map(|word| word.chars().count()).max().unwrap_or(0) {
        0..=4 => "4",
        5..=7 => "7",
        8..=10 => "10",
        11..=14 => "14",
        _ => "more",
    }
}

/// Words in lines, as SVG does not break them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Broken {
    pub(super) lines: Vec<String>,
    /// Whether not all of the words had room.
    pub(super) cut: bool,
}

/// Breaks words into at most `most` lines of about `width` letters.
pub(super) fn broken(words: &str, width: usize, most: usize) -> Broken {
    let mut lines: Vec<String> = Vec::new();
    for word in words.split_whitespace() {
        match lines.last_mut() {
            Some(line) if line.chars().count() + 1 + word.chars().count() <= width => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    let mut cut = lines.len() > most;
    lines.truncate(most);
    if cut && let Some(last) = lines.last_mut() {
        last.push('…');
    }
    // A single word may be wider by a third, and then ends too.
    let widest = width + width / 3;
    for line in lines.iter_mut().filter(|line| line.chars().count() > widest + 1) {
        *line = line.chars().take(widest).chain(['…']).collect();
        cut = true;
    }
    Broken { lines, cut }
}

/// Moves labels apart: each has the place it would like and its height. Those that are above
/// stay above.
pub(super) fn apart(labels: &[(u32, u32)]) -> Vec<u32> {
    let mut order: Vec<usize> = (0..labels.len()).collect();
    order.sort_by_key(|at| labels.get(*at).map(|label| label.0));
    let mut places = vec![0; labels.len()];
    let mut free = 0;
    for at in &order {
        let (Some((like, height)), Some(place)) = (labels.get(*at), places.get_mut(*at)) else { continue };
        *place = free.max(*like);
        free = *place + height;
    }
    // What hangs over the lower end pushes the others up, as far as there is room.
    let mut below = WHOLE;
    for at in order.iter().rev() {
        let (Some((_, height)), Some(place)) = (labels.get(*at), places.get_mut(*at)) else { continue };
        *place = (*place).min(below.saturating_sub(*height));
        below = *place;
    }
    places
}

/// Which of the categories are named below a line, when at most `most` can be: the first, the
/// last, and some at equal steps between them.
pub(super) fn named(count: usize, most: usize) -> Vec<bool> {
    let last = count.saturating_sub(1);
    let step = last.div_ceil(most.saturating_sub(1).max(1)).max(1);
    // Equal steps end at the last one only by luck; one that comes near it gives way.
    (0..count).map(|at| at == last || (at % step == 0 && (last - at) * 2 > step)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_break_between_words() {
        let shown = |words, width, most| {
            let broken = broken(words, width, most);
            (broken.lines.join("|"), broken.cut)
        };
        assert_eq!(shown("2017 to 2018", 8, 3), ("2017 to|2018".to_owned(), false));
        assert_eq!(shown("a b c d e f", 1, 3), ("a|b|c…".to_owned(), true));
        assert_eq!(shown("Llanfairpwllgwyngyll", 9, 3), ("Llanfairpwll…".to_owned(), true));
        assert_eq!(shown("  ", 8, 3), (String::new(), false));
    }

    #[test]
    fn labels_keep_their_order_and_their_distance() {
        assert_eq!(apart(&[(100, 800), (5000, 800)]), [100, 5000]);
        assert_eq!(apart(&[(5000, 800), (4900, 800), (5100, 800)]), [5700, 4900, 6500]);
        assert_eq!(apart(&[(9900, 800), (9800, 800)]), [9200, 8400]);
        assert!(apart(&[]).is_empty());
    }

    #[test]
    fn the_first_and_the_last_are_named() {
        let shown = |count, most| {
            let all = named(count, most);
            all.iter().enumerate().filter(|(_, shown)| **shown).map(|(at, _)| at).collect::<Vec<_>>()
        };
        assert_eq!(shown(1, 7), [0]);
        assert_eq!(shown(3, 7), [0, 1, 2]);
        assert_eq!(shown(3, 2), [0, 2]);
        assert_eq!(shown(10, 7), [0, 2, 4, 6, 9]);
        assert_eq!(shown(30, 7), [0, 5, 10, 15, 20, 25, 29]);
        assert!(shown(0, 7).is_empty());
    }
}
