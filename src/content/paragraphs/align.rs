//! Which paragraph of a report is which of its record: the longest sequence of paragraphs that both
//! have in the same order, then what was reworded in its place, then what moved.

use std::collections::BTreeSet;

/// A paragraph of the record or of the report: its number, and its first words.
#[derive(Clone, Debug)]
pub(super) struct Side<N> {
    pub(super) number: N,
    pub(super) words: BTreeSet<String>,
}

/// What became of the record.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Alignment {
    /// For each recorded paragraph, in order: the paragraph that it is now, where it kept its place.
    pub(super) kept: Vec<Option<usize>>,
    /// The same for those that stand elsewhere now.
    pub(super) moved: Vec<Option<usize>>,
}

/// Aligns a record with a report.
pub(super) fn align<N: PartialEq>(recorded: &[Side<N>], now: &[Side<N>]) -> Alignment {
    let mut kept: Vec<Option<usize>> = vec![None; recorded.len()];
    let same = |(a, b): (&Side<N>, &Side<N>)| a.number == b.number && alike(&a.words, &b.words);
    // Of most reports most paragraphs are as they were: only what is between is looked at closely.
    let front = recorded.iter().zip(now).take_while(|pair| same(*pair)).count();
    let most = recorded.len().min(now.len()) - front;
    let back = recorded.iter().rev().zip(now.iter().rev()).take(most).take_while(|pair| same(*pair)).count();
    let ends = (recorded.len() - back, now.len() - back);
    for (at, place) in kept.iter_mut().enumerate() {
        if at < front {
            *place = Some(at);
        } else if at >= ends.0 {
            *place = Some(at - ends.0 + ends.1);
        }
    }
    let middle = |side: &[Side<N>], end: usize| (front..end.min(side.len())).collect::<Vec<_>>();
    for (old, new) in common(recorded, now, &middle(recorded, ends.0), &middle(now, ends.1)) {
        if let Some(place) = kept.get_mut(old) {
            *place = Some(new);
        }
    }
    reword(recorded, now, &mut kept);
    let mut free: BTreeSet<usize> = (0..now.len()).filter(|new| !kept.contains(&Some(*new))).collect();
    let moved = recorded.iter().zip(&kept).map(|(old, place)| {
        let found = free.iter().copied().find(|new| place.is_none() && is_like(old, now.get(*new)))?;
        free.remove(&found);
        Some(found)
    });
    let moved = moved.collect();
    Alignment { kept, moved }
}

fn is_like<N>(a: &Side<N>, b: Option<&Side<N>>) -> bool {
    b.is_some_and(|b| alike(&a.words, &b.words))
}

/// Whether two beginnings are of the same paragraph: most of their words are the same.
fn alike(a: &BTreeSet<String>, b: &BTreeSet<String>) -> bool {
    const OF_TEN: usize = 6;
    let common = a.intersection(b).count();
    let all = a.len() + b.len() - common;
    all > 0 && common * 10 >= all * OF_TEN
}

/// The longest sequence of paragraphs that are alike, in the same order on both sides. Of two such
/// sequences it is the one in which more have kept their numbers.
fn common<N: PartialEq>(a: &[Side<N>], b: &[Side<N>], old: &[usize], new: &[usize]) -> Vec<(usize, usize)> {
    let worth = |i: usize, j: usize| match (a.get(i), b.get(j)) {
        (Some(a), Some(b)) if alike(&a.words, &b.words) => 1000 + usize::from(a.number == b.number),
        _ => 0,
    };
    // The best that can be had of the rests that begin at each pair, row by row from the end.
    let width = new.len() + 1;
    let mut worths = vec![0; old.len() * new.len()];
    let mut best = vec![0; (old.len() + 1) * width];
    let get = |best: &[usize], row: usize, column: usize| best.get(row * width + column).copied().unwrap_or(0);
    for (row, i) in old.iter().enumerate().rev() {
        for (column, j) in new.iter().enumerate().rev() {
            let own = worth(*i, *j);
            let with = if own > 0 { own + get(&best, row + 1, column + 1) } else { 0 };
            let value = with.max(get(&best, row + 1, column)).max(get(&best, row, column + 1));
            if let Some(place) = best.get_mut(row * width + column) {
                *place = value;
            }
            if let Some(place) = worths.get_mut(row * new.len() + column) {
                *place = own;
            }
        }
    }
    let (mut row, mut column, mut pairs) = (0, 0, Vec::new());
    while let (Some(i), Some(j)) = (old.get(row), new.get(column)) {
        let here = get(&best, row, column);
        let own = worths.get(row * new.len() + column).copied().unwrap_or(0);
        if own > 0 && here == own + get(&best, row + 1, column + 1) {
            pairs.push((*i, *j));
            (row, column) = (row + 1, column + 1);
        } else if here == get(&best, row + 1, column) {
            row += 1;
        } else {
            column += 1;
        }
    }
    pairs
}

/// Pairs what stands between the same neighbours: where as many are left on both sides, one after the
/// other, or else what has the same number. What is like something elsewhere has moved: it is paired
/// only with a paragraph that stands there now under its number.
fn reword<N: PartialEq>(recorded: &[Side<N>], now: &[Side<N>], kept: &mut [Option<usize>]) {
    let unpaired: Vec<usize> = (0..now.len()).filter(|new| !kept.contains(&Some(*new))).collect();
    let lost: Vec<usize> = (0..recorded.len()).filter(|old| kept.get(*old) == Some(&None)).collect();
    let is_new = |new: &&usize| {
        let side = now.get(**new);
        !lost.iter().filter_map(|old| recorded.get(*old)).any(|old| is_like(old, side))
    };
    let new: Vec<usize> = unpaired.iter().filter(is_new).copied().collect();
    let gone = |old: usize| {
        let old = recorded.get(old);
        !unpaired.iter().any(|new| old.is_some_and(|old| is_like(old, now.get(*new))))
    };
    let mut at = 0;
    while at < recorded.len() {
        if kept.get(at) != Some(&None) {
            at += 1;
            continue;
        }
        let end = (at..recorded.len()).find(|old| kept.get(*old) != Some(&None)).unwrap_or(recorded.len());
        let after = at.checked_sub(1).and_then(|before| kept.get(before).copied().flatten()).map_or(0, |new| new + 1);
        let before = kept.get(end).copied().flatten().unwrap_or(now.len());
        let mut here: Vec<usize> = new.iter().copied().filter(|new| (after..before).contains(new)).collect();
        let mut set = |old: usize, new: usize| {
            if let Some(place) = kept.get_mut(old) {
                *place = Some(new);
            }
        };
        let left: Vec<usize> = (at..end).filter(|old| gone(*old)).collect();
        if left.len() == here.len() {
            left.into_iter().zip(here).for_each(|(old, new)| set(old, new));
        } else {
            for old in at..end {
                let number = recorded.get(old).map(|old| &old.number);
                if let Some(found) = here.iter().position(|new| now.get(*new).map(|new| &new.number) == number) {
                    set(old, here.remove(found));
                }
            }
        }
        at = end;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn sides(texts: &[&str]) -> Vec<Side<usize>> {
        let side = |(at, text): (usize, &&str)| Side { number: at, words: BTreeSet::from([(*text).to_owned()]) };
        texts.iter().enumerate().map(side).collect()
    }

    /// What became of each recorded paragraph: its place now, with `m` if it moved.
    fn of(recorded: &[&str], now: &[&str]) -> Vec<String> {
        let found = align(&sides(recorded), &sides(now));
        let pairs = found.kept.iter().zip(&found.moved);
        pairs
            .map(|pair| match pair {
                (Some(new), _) => new.to_string(),
                (None, Some(new)) => format!("m{new}"),
                (None, None) => "-".into(),
            })
            .collect()
    }

    #[test]
    fn each_edit_is_seen_for_what_it_is() {
        assert_eq!(of(&["a", "b", "c"], &["a", "b", "c"]), ["0", "1", "2"]);
        assert_eq!(of(&["a", "b", "c"], &["a", "x", "b", "c"]), ["0", "2", "3"], "put in");
        assert_eq!(of(&["a", "b", "c"], &["a", "c"]), ["0", "-", "1"], "taken out");
        assert_eq!(of(&["a", "b", "c"], &["a", "x", "c"]), ["0", "1", "2"], "reworded");
        assert_eq!(of(&["a", "b", "c"], &["b", "c", "a"]), ["m2", "0", "1"], "moved");
        assert_eq!(of(&["a", "b", "c"], &["c", "b", "a"]), ["m2", "1", "m0"], "changed places");
        assert_eq!(of(&["a", "b", "c"], &["x", "y", "z"]), ["0", "1", "2"], "all reworded");
        assert_eq!(of(&[], &["a"]), Vec::<String>::new());
        assert_eq!(of(&["a"], &[]), ["-"]);
    }

    proptest! {
        #[test]
        fn every_alignment_is_one(old in prop::collection::vec("[a-e]", 0..9), new in prop::collection::vec("[a-e]", 0..9)) {
            let (old, new): (Vec<&str>, Vec<&str>) = (old.iter().map(String::as_str).collect(), new.iter().map(String::as_str).collect());
            let found = align(&sides(&old), &sides(&new));
            let all: Vec<usize> = found.kept.iter().chain(&found.moved).flatten().copied().collect();
            prop_assert_eq!(all.iter().collect::<BTreeSet<_>>().len(), all.len(), "no paragraph is two");
            prop_assert!(all.iter().all(|place| *place < new.len()));
            prop_assert!(found.kept.iter().flatten().is_sorted());
        }
    }
}
