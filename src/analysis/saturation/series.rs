//! New codes interview by interview, and where they cease: pure functions over sets of codes.

/// The codes of one interview, as bits.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Codes(Vec<u64>);

impl Codes {
    /// None of `codes` codes.
    pub fn none(codes: usize) -> Self {
        Self(vec![0; codes.div_ceil(64)])
    }

    /// Adds a code.
    pub fn insert(&mut self, code: usize) {
        if let Some(word) = self.0.get_mut(code / 64) {
            *word |= 1 << (code % 64);
        }
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.0.iter().map(|word| word.count_ones() as usize).sum()
    }

    /// Takes those of another in; how many were new.
    pub fn join(&mut self, other: &Self) -> usize {
        let mut new = 0;
        for (word, other) in self.0.iter_mut().zip(&other.0) {
            new += (other & !*word).count_ones() as usize;
            *word |= other;
        }
        new
    }
}

/// New codes of each interview, in this order.
pub fn new_codes(interviews: &[&Codes]) -> Vec<usize> {
    let Some(first) = interviews.first() else {
        return Vec::new();
    };
    let mut seen = Codes(vec![0; first.0.len()]);
    interviews.iter().map(|codes| seen.join(codes)).collect()
}

/// What Guest, Namey and Chen's measure comes to.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Reached {
    /// After so many interviews the run brought few enough.
    After(usize),
    /// No run did.
    Never,
    /// There are not as many interviews as base and run need.
    TooFew,
    /// The base has no code to compare with.
    EmptyBase,
}

/// After which interview a run of `run` more brings at most `percent` of the codes of the first `base` interviews. Runs
/// overlap: the next begins one interview later. `new`: new codes of each interview.
pub fn reached(new: &[usize], base: usize, run: usize, percent: usize) -> Reached {
    if new.len() < base + run {
        return Reached::TooFew;
    }
    let in_base: usize = new.iter().take(base).sum();
    if in_base == 0 {
        return Reached::EmptyBase;
    }
    (base..=new.len() - run)
        .find(|at| {
            let in_run: usize = new.iter().skip(*at).take(run).sum();
            in_run * 100 <= percent * in_base
        })
        .map_or(Reached::Never, Reached::After)
}

/// Least, middle and greatest number of codes after each interview, over shuffled orders. Of an even number of orders
/// the middle is the lower of the two.
pub fn spread(interviews: &[&Codes], shuffles: usize, seed: u64) -> Vec<[usize; 3]> {
    let n = interviews.len();
    let mut after: Vec<Vec<u32>> = vec![Vec::with_capacity(shuffles); n];
    let mut order: Vec<&Codes> = interviews.to_vec();
    let mut random = Random(seed);
    for _ in 0..shuffles {
        for at in (1..n).rev() {
            order.swap(at, random.below(at + 1));
        }
        let mut all = 0;
        for (new, after) in new_codes(&order).into_iter().zip(&mut after) {
            all += new;
            after.push(u32::try_from(all).unwrap_or(u32::MAX));
        }
    }
    after
        .into_iter()
        .map(|mut counts| {
            counts.sort_unstable();
            let at = |place: usize| counts.get(place).copied().unwrap_or(0) as usize;
            let last = counts.len().saturating_sub(1);
            [at(0), at(last / 2), at(last)]
        })
        .collect()
}

/// SplitMix64: small, and the same for ever, so that a seed gives the same table on every machine.
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// A number below `n`.
    fn below(&mut self, n: usize) -> usize {
        ((u128::from(self.next()) * n as u128) >> 64) as usize
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn the_worked_example() {
        // base of 4: 37; then 7 (5-6), 3 (6-7), 1 (7-8) new
        let new = [20, 9, 5, 3, 4, 3, 0, 1, 0];
        assert_eq!(reached(&new, 4, 2, 5), Reached::After(6));
        assert_eq!(reached(&new, 4, 2, 0), Reached::Never);
        assert_eq!(reached(&new, 4, 3, 5), Reached::After(6));
        assert_eq!(reached(&new, 6, 3, 5), Reached::After(6));
        assert_eq!(reached(&new[..5], 4, 2, 5), Reached::TooFew);
        assert_eq!(reached(&[0; 9], 4, 2, 5), Reached::EmptyBase);
        assert_eq!(reached(&[3, 0, 0, 0, 0, 0], 4, 2, 0), Reached::After(4));
    }

    proptest! {
        #[test]
        fn every_order_ends_with_the_same_codes_and_the_shown_one_lies_between(
            sets in proptest::collection::vec(proptest::collection::vec(0usize..90, 0..8), 1..12),
            seed in any::<u64>(),
        ) {
            let codes: Vec<Codes> = sets
                .iter()
                .map(|set| {
                    let mut codes = Codes::none(90);
                    for code in set {
                        codes.insert(*code);
                    }
                    codes
                })
                .collect();
            let order: Vec<&Codes> = codes.iter().collect();
            let new = new_codes(&order);
            let distinct: std::collections::BTreeSet<_> = sets.iter().flatten().collect();
            prop_assert_eq!(new.iter().sum::<usize>(), distinct.len());
            let spread = spread(&order, 50, seed);
            prop_assert_eq!(spread.last().copied(), Some([distinct.len(); 3]));
            prop_assert!(spread.iter().all(|[least, middle, most]| least <= middle && middle <= most));
            prop_assert_eq!(&super::spread(&order, 50, seed), &spread, "the seed alone decides");
        }
    }
}
