//! What follows from itself: columns or totals that go round in a circle can never be worked out.

use std::collections::{BTreeMap, BTreeSet};

/// Those that follow from themselves, directly or by way of others. `from` says what each follows
/// from.
pub fn circles(from: &BTreeMap<usize, Vec<usize>>) -> BTreeSet<usize> {
    // Only those inside circles both follow from others of them and have others that follow.
    let following = standing(from);
    let mut back: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for (item, parts) in from.iter().filter(|(item, _)| following.contains(item)) {
        for part in parts.iter().filter(|part| following.contains(part)) {
            back.entry(*part).or_default().push(*item);
        }
    }
    standing(&back)
}

/// What is left once everything has gone that follows from nothing that is left.
fn standing(from: &BTreeMap<usize, Vec<usize>>) -> BTreeSet<usize> {
    let mut waiting: BTreeMap<usize, usize> = from.keys().map(|item| (*item, 0)).collect();
    let mut needed_by: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for (item, parts) in from {
        for part in parts.iter().filter(|part| from.contains_key(part)) {
            needed_by.entry(*part).or_default().push(*item);
            if let Some(count) = waiting.get_mut(item) {
                *count += 1;
            }
        }
    }
    let mut ready: Vec<usize> = waiting.iter().filter(|(_, count)| **count == 0).map(|(item, _)| *item).collect();
    while let Some(item) = ready.pop() {
        waiting.remove(&item);
        for next in needed_by.get(&item).into_iter().flatten() {
            if let Some(count) = waiting.get_mut(next) {
                *count -= 1;
                if *count == 0 {
                    ready.push(*next);
                }
            }
        }
    }
    waiting.into_keys().collect()
}

#[cfg(test)]
mod tests {
    use super::circles;

    #[test]
    fn only_what_lies_on_a_circle_is_found() {
        let found = |from: &[(usize, &[usize])]| {
            circles(&from.iter().map(|(item, parts)| (*item, parts.to_vec())).collect())
                .into_iter()
                .collect::<Vec<usize>>()
        };
        assert_eq!(found(&[(1, &[2, 3]), (2, &[3, 4]), (5, &[])]), [0_usize; 0]);
        assert_eq!(found(&[(1, &[1])]), [1]);
        // 0 follows from the circle of 1, 2 and 3, and they from 4.
        assert_eq!(found(&[(0, &[1]), (1, &[2]), (2, &[3, 4]), (3, &[1]), (4, &[5])]), [1, 2, 3]);
    }
}
