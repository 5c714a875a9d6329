//! Hiding small cells: what fewer than n interviews stand behind may name a person.

/// Which of several counts that add up to a known total must be hidden, so that each one under `n` (zero excepted,
/// which names nobody) is hidden and none can be found from the total and the rest: the hidden ones together hold at
/// least `n`.
pub fn hidden(counts: &[usize], n: usize) -> Vec<bool> {
    hidden_with(counts, n, &[])
}

/// [`hidden`], where some are to be hidden for another reason already.
pub fn hidden_with(counts: &[usize], n: usize, already: &[bool]) -> Vec<bool> {
    let mut hide: Vec<bool> = counts
        .iter()
        .enumerate()
        .map(|(at, count)| {
            let other = already.get(at).copied().unwrap_or(false);
            (1..n).contains(count) || (other && *count > 0)
        })
        .collect();
    if !hide.contains(&true) {
        return hide;
    }
    let mut order: Vec<usize> = (0..counts.len()).collect();
    order.sort_by_key(|at| counts.get(*at).copied());
    for at in order {
        let held: usize = counts
            .iter()
            .zip(&hide)
            .filter(|(_, hide)| **hide)
            .map(|(count, _)| count)
            .sum();
        let several = hide.iter().filter(|hide| **hide).count() > 1;
        if held >= n && several {
            break;
        }
        if let (Some(slot), Some(1..)) = (hide.get_mut(at), counts.get(at)) {
            *slot = true;
        }
    }
    hide
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_single_small_count_takes_the_next_one_with_it() {
        assert_eq!(hidden(&[5, 4, 0, 0], 3), [false, false, false, false]);
        assert_eq!(hidden(&[7, 1, 4, 0], 3), [false, true, true, false]);
        assert_eq!(hidden(&[7, 1, 1, 0], 3), [true, true, true, false]);
        assert_eq!(hidden(&[7, 2, 1, 0], 3), [false, true, true, false]);
        assert_eq!(hidden(&[2, 0, 0, 0], 3), [true, false, false, false]);
        assert_eq!(hidden(&[1, 2], 0), [false, false]);
    }

    proptest! {
        #[test]
        fn what_is_hidden_cannot_be_found_by_subtraction(
            counts in proptest::collection::vec(0usize..8, 1..6), n in 0usize..6,
        ) {
            let hide = hidden(&counts, n);
            let total: usize = counts.iter().sum();
            let held: Vec<usize> = counts.iter().zip(&hide).filter(|(_, h)| **h).map(|(c, _)| *c).collect();
            for (count, hide) in counts.iter().zip(&hide) {
                prop_assert!(*hide || *count == 0 || *count >= n);
            }
            // where the total itself is shown (it holds at least n), several are hidden, with at least n among them
            if !held.is_empty() && total >= n {
                prop_assert!(held.len() > 1 && held.iter().sum::<usize>() >= n);
            }
        }
    }
}
