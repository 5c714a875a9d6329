//! Counts that add up, and which of them must be hidden so that none that is hidden follows from those that are shown.

use std::collections::{BTreeSet, VecDeque};

/// Counts one of which is the sum of the others.
#[derive(Debug)]
pub(super) struct Sum {
    /// The count that is the sum; without one it is known from elsewhere.
    pub total: Option<usize>,
    /// The counts that add up to it.
    pub parts: Vec<usize>,
}

/// Counts, each once, with what is known of them.
#[derive(Debug, Default)]
pub(super) struct Sheet {
    n: usize,
    value: Vec<usize>,
    /// Whether it is a count of interviews itself.
    small: Vec<bool>,
    hide: Vec<bool>,
    pub sums: Vec<Sum>,
    /// By count, those hidden with it.
    followers: Vec<Vec<usize>>,
    /// By count, the sums it stands in.
    within: Vec<Vec<usize>>,
    /// By sum, whether something was hidden in it since it was last looked at together with others.
    open: Vec<bool>,
}

/// The counts of some groups with the others that must be hidden with those under `n`, where their total is known.
pub fn hidden(counts: &[usize], n: usize) -> Vec<bool> {
    let mut sheet = Sheet::new(n);
    let parts: Vec<usize> = counts.iter().map(|n| sheet.push(*n, true)).collect();
    sheet.sums.push(Sum { total: None, parts });
    sheet.settle();
    sheet.hide
}

impl Sheet {
    /// No counts yet; those under `n` will be hidden.
    pub fn new(n: usize) -> Self {
        Self {
            n,
            ..Self::default()
        }
    }

    /// Takes a count in; `small` where it is one of interviews, hidden for its own sake.
    pub fn push(&mut self, value: usize, small: bool) -> usize {
        self.value.push(value);
        self.small.push(small);
        self.hide.push(false);
        self.followers.push(Vec::new());
        self.value.len() - 1
    }

    /// Hides a count wherever another is hidden.
    pub fn follow(&mut self, governor: usize, follower: usize) {
        if let Some(list) = self.followers.get_mut(governor) {
            list.push(follower);
        }
    }

    /// What is left of a whole beside a part of it: it stands nowhere, but who reads both knows it.
    pub fn rest(&mut self, whole: usize, part: usize) {
        if let Some(rest) = self.value(whole).checked_sub(self.value(part)) {
            let rest = self.push(rest, true);
            self.sums.push(Sum {
                total: Some(whole),
                parts: vec![part, rest],
            });
        }
    }

    fn value(&self, var: usize) -> usize {
        self.value.get(var).copied().unwrap_or(0)
    }

    /// Whether it is hidden for its own sake, not for another's.
    pub fn is_few(&self, var: usize) -> bool {
        self.small.get(var).copied().unwrap_or(false) && self.value(var) < self.n
    }

    pub fn is_hidden(&self, var: usize) -> bool {
        self.hide.get(var).copied().unwrap_or(false)
    }

    /// Hides a count and all that follow it; those hidden by it.
    fn hide(&mut self, var: usize) -> Vec<usize> {
        let mut new = Vec::new();
        let mut open = vec![var];
        while let Some(at) = open.pop() {
            let follows = at != var;
            if self.is_hidden(at) || (follows && self.value(at) == 0) {
                continue;
            }
            if let Some(slot) = self.hide.get_mut(at) {
                *slot = true;
            }
            new.push(at);
            open.extend(self.followers.get(at).into_iter().flatten());
        }
        new
    }

    /// Hides all that must be.
    pub fn settle(&mut self) {
        self.within = vec![Vec::new(); self.value.len()];
        for (at, sum) in self.sums.iter().enumerate() {
            for var in sum.parts.iter().chain(&sum.total) {
                if let Some(list) = self.within.get_mut(*var) {
                    list.push(at);
                }
            }
        }
        self.open = vec![false; self.sums.len()];
        let mut open: VecDeque<usize> = VecDeque::new();
        for var in 0..self.value.len() {
            let small = self.small.get(var).copied().unwrap_or(false);
            if small && (1..self.n).contains(&self.value(var)) {
                let new = self.hide(var);
                open.extend(self.touched(&new));
            }
        }
        loop {
            while let Some(at) = open.pop_front() {
                if let Some(next) = self.next_of(at) {
                    let new = self.hide(next);
                    open.extend(self.touched(&new));
                    open.push_back(at);
                }
            }
            let Some(next) = self.determined() else { break };
            let new = self.hide(next);
            if new.is_empty() {
                break;
            }
            open.extend(self.touched(&new));
        }
    }

    /// The sums that these counts stand in, which are open again.
    fn touched(&mut self, vars: &[usize]) -> BTreeSet<usize> {
        let sums: BTreeSet<usize> = vars
            .iter()
            .filter_map(|var| self.within.get(*var))
            .flatten()
            .copied()
            .collect();
        for at in &sums {
            if let Some(open) = self.open.get_mut(*at) {
                *open = true;
            }
        }
        sums
    }

    /// The next count to hide in a sum, where a hidden one can be found from it.
    fn next_of(&self, at: usize) -> Option<usize> {
        let sum = self.sums.get(at)?;
        let all: usize = sum.parts.iter().map(|var| self.value(*var)).sum();
        let (hidden, shown): (Vec<usize>, Vec<usize>) =
            sum.parts.iter().partition(|var| self.is_hidden(**var));
        // what is known from elsewhere is hidden there too where it is of few
        let known = match sum.total {
            Some(total) => !self.is_hidden(total),
            None => all >= self.n,
        };
        let held: usize = hidden.iter().map(|var| self.value(*var)).sum();
        let blank = hidden.iter().any(|var| self.value(*var) == 0);
        let safe = match (known, hidden.len()) {
            (true, 0) => true,
            (true, len) => len > 1 && held >= self.n && (held > len || blank),
            (false, len) => len > 0 || all == 0,
        };
        if safe {
            return None;
        }
        let least = shown
            .iter()
            .filter(|var| self.value(**var) > 0)
            .min_by_key(|var| self.value(**var));
        let zero = || {
            shown
                .first()
                .filter(|_| hidden.len() < 2 || held == hidden.len())
        };
        let total = || sum.total.filter(|total| known && !self.is_hidden(*total));
        least.copied().or_else(|| zero().copied()).or_else(total)
    }

    /// A count whose hiding keeps another from being found by sums of sums. Sums that hang together and from which nothing
    /// follows are looked at no more, until something else is hidden in one of them.
    fn determined(&mut self) -> Option<usize> {
        for from in 0..self.sums.len() {
            if !self.open.get(from).copied().unwrap_or(false) {
                continue;
            }
            let component = self.component(from);
            let next = (component.len() > 1)
                .then(|| self.next_of_several(&component))
                .flatten();
            if next.is_some() {
                return next;
            }
            for at in component {
                if let Some(open) = self.open.get_mut(at) {
                    *open = false;
                }
            }
        }
        None
    }

    /// The sums that hang together with one by what is hidden in them, in order.
    fn component(&self, from: usize) -> Vec<usize> {
        let mut component = BTreeSet::new();
        let mut open = vec![from];
        while let Some(at) = open.pop() {
            if component.insert(at) {
                for var in self.hidden_of(at) {
                    open.extend(self.within.get(var).into_iter().flatten());
                }
            }
        }
        component.into_iter().collect()
    }

    /// The next count to hide, where a hidden one follows from these sums together.
    fn next_of_several(&self, component: &[usize]) -> Option<usize> {
        self.solved(component).into_iter().find_map(|var| {
            let near = self.within.get(var).into_iter().flatten();
            let shown = near
                .filter_map(|at| self.sums.get(*at))
                .flat_map(|sum| sum.parts.iter().chain(&sum.total))
                .filter(|other| !self.is_hidden(**other));
            shown
                .min_by_key(|other| (self.value(**other) == 0, self.value(**other)))
                .copied()
        })
    }

    fn hidden_of(&self, sum: usize) -> Vec<usize> {
        let sum = self.sums.get(sum);
        let all = sum
            .into_iter()
            .flat_map(|sum| sum.parts.iter().chain(&sum.total));
        all.copied().filter(|var| self.is_hidden(*var)).collect()
    }

    /// The hidden counts that follow from these sums: by elimination, over the whole numbers modulo a prime.
    fn solved(&self, sums: &[usize]) -> Vec<usize> {
        let mut vars: Vec<usize> = sums.iter().flat_map(|at| self.hidden_of(*at)).collect();
        vars.sort_unstable();
        vars.dedup();
        let mut rows: Vec<Vec<i64>> = Vec::new();
        for at in sums {
            let Some(sum) = self.sums.get(*at) else {
                continue;
            };
            // one from elsewhere that is of few is known no more than a hidden one
            let all: usize = sum.parts.iter().map(|var| self.value(*var)).sum();
            let known = sum
                .total
                .map_or(all >= self.n, |total| self.value(total) == all);
            // where somebody has no value, or two, there is nothing to reckon with
            if !known {
                continue;
            }
            let mut row = vec![0; vars.len()];
            let mut put = |var: &usize, by: i64| {
                if let Ok(at) = vars.binary_search(var)
                    && let Some(slot) = row.get_mut(at)
                {
                    *slot += by;
                }
            };
            sum.parts.iter().for_each(|var| put(var, 1));
            sum.total.iter().for_each(|var| put(var, -1));
            rows.push(row);
        }
        reduce(&mut rows, vars.len());
        let alone = |row: &Vec<i64>| {
            let mut own = row.iter().enumerate().filter(|(_, by)| **by != 0);
            let first = own.next()?.0;
            own.next().is_none().then_some(first)
        };
        let found: Vec<usize> = rows.iter().filter_map(alone).collect();
        found
            .iter()
            .filter_map(|at| vars.get(*at).copied())
            .collect()
    }
}

/// The prime that sums are eliminated by.
const PRIME: i64 = 2_147_483_629;

/// Gauss and Jordan: each row begins with a one that no other row has.
fn reduce(rows: &mut Vec<Vec<i64>>, width: usize) {
    let mut done = 0;
    for column in 0..width {
        let at = |row: &Vec<i64>| row.get(column).copied().unwrap_or(0).rem_euclid(PRIME);
        let Some(pivot) =
            (done..rows.len()).find(|row| rows.get(*row).is_some_and(|row| at(row) != 0))
        else {
            continue;
        };
        rows.swap(done, pivot);
        let Some(own) = rows.get(done) else { break };
        let by = inverse(at(own));
        let own: Vec<i64> = own
            .iter()
            .map(|one| one.rem_euclid(PRIME) * by % PRIME)
            .collect();
        for (place, row) in rows.iter_mut().enumerate() {
            let times = at(row);
            if place == done || times == 0 {
                continue;
            }
            for (slot, one) in row.iter_mut().zip(&own) {
                *slot = (slot.rem_euclid(PRIME) - one * times % PRIME).rem_euclid(PRIME);
            }
        }
        if let Some(slot) = rows.get_mut(done) {
            *slot = own;
        }
        done += 1;
    }
    rows.truncate(done);
}

/// What a number is multiplied by to give one: its power by Fermat.
fn inverse(n: i64) -> i64 {
    let (mut base, mut power, mut result) = (n, PRIME - 2, 1);
    while power > 0 {
        if power % 2 == 1 {
            result = result * base % PRIME;
        }
        base = base * base % PRIME;
        power /= 2;
    }
    result
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_single_small_count_takes_the_next_one_with_it() {
        assert_eq!(hidden(&[5, 4, 0, 0], 3), [false, false, false, false]);
        assert_eq!(hidden(&[7, 1, 4, 0], 3), [false, true, true, false]);
        assert_eq!(hidden(&[7, 2, 1, 0], 3), [false, true, true, false]);
        assert_eq!(hidden(&[2, 0, 0, 0], 3), [true, false, false, false]);
        assert_eq!(hidden(&[1, 2], 0), [false, false]);
        // three that are one each would be known by their sum
        assert_eq!(hidden(&[1, 1, 1, 7], 3), [true, true, true, true]);
        assert_eq!(hidden(&[1, 1, 1, 0], 3), [true, true, true, true]);
    }

    #[test]
    fn what_is_left_of_a_whole_is_of_few_too() {
        let hides = |whole: usize, part: usize| {
            let mut sheet = Sheet::new(3);
            let (whole, part) = (sheet.push(whole, true), sheet.push(part, true));
            sheet.rest(whole, part);
            sheet.settle();
            [whole, part].map(|var| sheet.is_hidden(var))
        };
        assert_eq!(hides(10, 5), [false, false]);
        assert_eq!(hides(10, 9), [false, true], "one is left");
        assert_eq!(hides(10, 10), [false, false], "nobody is left");
        assert_eq!(hides(10, 0), [false, false]);
        assert_eq!(hides(10, 2), [false, true]);
        assert_eq!(hides(2, 1), [true, true]);
    }

    /// Counts by two attributes with both their sums, as a sample has them.
    fn crossed(cells: &[Vec<usize>], n: usize) -> (Sheet, Vec<Vec<usize>>) {
        let mut sheet = Sheet::new(n);
        let vars: Vec<Vec<usize>> = cells
            .iter()
            .map(|row| row.iter().map(|n| sheet.push(*n, true)).collect())
            .collect();
        let width = cells.first().map_or(0, Vec::len);
        let mut margins = Vec::new();
        for row in &vars {
            let sum = row.iter().map(|var| sheet.value(*var)).sum();
            let total = sheet.push(sum, true);
            margins.push(total);
            let parts = row.clone();
            sheet.sums.push(Sum {
                total: Some(total),
                parts,
            });
        }
        sheet.sums.push(Sum {
            total: None,
            parts: margins,
        });
        let mut margins = Vec::new();
        for column in 0..width {
            let parts: Vec<usize> = vars.iter().map(|row| row[column]).collect();
            let sum = parts.iter().map(|var| sheet.value(*var)).sum();
            let total = sheet.push(sum, true);
            margins.push(total);
            sheet.sums.push(Sum {
                total: Some(total),
                parts,
            });
        }
        sheet.sums.push(Sum {
            total: None,
            parts: margins,
        });
        sheet.settle();
        (sheet, vars)
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
            let all = held.len() == counts.len();
            if !held.is_empty() && total >= n && !all {
                prop_assert!(held.len() > 1 && held.iter().sum::<usize>() >= n);
            }
        }

        #[test]
        fn what_is_hidden_cannot_be_found_by_sums_of_sums(
            cells in proptest::collection::vec(proptest::collection::vec(0usize..9, 3), 2..5), n in 2usize..5,
        ) {
            let (sheet, vars) = crossed(&cells, n);
            for var in vars.iter().flatten() {
                prop_assert!(sheet.is_hidden(*var) || sheet.value(*var) == 0 || sheet.value(*var) >= n);
            }
            let all: Vec<usize> = (0..sheet.sums.len()).collect();
            let shown = (0..sheet.value.len()).filter(|var| !sheet.is_hidden(*var)).count();
            prop_assert!(shown == 0 || sheet.solved(&all).is_empty());
        }
    }
}
