//! Where a single line turns: the points between its ends that are higher than both, or lower, and
//! whose values have room beside them.

use super::scale::WHOLE;

/// Words on small screens are about a third of the picture wide.
const NEAR: u32 = WHOLE * 35 / 100;

/// A value to write: which point, whether above it, and whether only wide screens have room.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Turn {
    pub(super) at: usize,
    pub(super) above: bool,
    pub(super) wide: bool,
}

/// The turns of a line of places (from left to right, from the top). `taken` is the height of
/// the middle of the first value's words, `line` that of a line of words.
pub(super) fn turns(places: &[(u32, u32)], taken: Option<u32>, line: u32) -> Vec<Turn> {
    let [first, inside @ .., last] = places else { return Vec::new() };
    let all = || inside.iter().enumerate().map(|(at, (x, y))| (at + 1, *x, *y));
    // Of several that are equal, the first.
    let peak = all().min_by_key(|(_, _, y)| *y).filter(|(_, _, y)| *y < first.1.min(last.1));
    let trough = all().rev().max_by_key(|(_, _, y)| *y).filter(|(_, _, y)| *y > first.1.max(last.1));
    let near = |one: u32, other: u32| one.abs_diff(other) < line + line / 4;
    let turn = |(at, x, y): (usize, u32, u32), above: bool| {
        // Never in the words below the picture.
        if !above && y + line * 4 / 3 > WHOLE {
            return None;
        }
        let middle = if above { y.saturating_sub(line) } else { y + line };
        if x < NEAR && taken.is_some_and(|taken| near(taken, middle)) || x > WHOLE - NEAR && near(last.1, middle) {
            return None;
        }
        // There, the words of the scale stand in the corners.
        let wide = x < NEAR && (middle < line || middle + line > WHOLE - line / 2);
        Some(Turn { at, above, wide })
    };
    let peak = peak.and_then(|peak| turn(peak, true));
    peak.into_iter().chain(trough.and_then(|trough| turn(trough, false))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(heights: &[u32], taken: Option<u32>) -> Vec<(usize, bool, bool)> {
        let steps = u32::try_from(heights.len() - 1).unwrap();
        let places: Vec<(u32, u32)> = (0..).zip(heights).map(|(at, y)| (at * WHOLE / steps, *y)).collect();
        turns(&places, taken, 694).iter().map(|turn| (turn.at, turn.above, turn.wide)).collect()
    }

    #[test]
    fn only_what_the_ends_do_not_tell() {
        assert_eq!(told(&[5000, 4000, 3000], None), []);
        assert_eq!(told(&[5000, 5000, 5000], None), []);
        assert_eq!(told(&[5000, 2000, 5000], None), [(1, true, false)]);
        assert_eq!(told(&[5000, 8000, 5000], None), [(1, false, false)]);
        assert_eq!(told(&[5000, 2000, 2000, 8000, 5000], None), [(1, true, false), (3, false, false)]);
    }

    #[test]
    fn only_where_there_is_room() {
        // At the bottom are the names of the years.
        assert_eq!(told(&[0, 9900, 0], None), []);
        // Beside the first value, and beside the last.
        assert_eq!(told(&[5000, 4800, 9000, 9000, 9000], Some(4306)), []);
        assert_eq!(told(&[9000, 9000, 9000, 4900, 5000], None), []);
        // In the corner of the scale's words.
        assert_eq!(told(&[5000, 100, 5000, 5000, 5000], None), [(1, true, true)]);
    }
}
