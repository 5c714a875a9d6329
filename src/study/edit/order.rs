//! Places in an order that a person gives: positions with room between them.

/// Room between two neighbours, so that something fits in later.
const STEP: i64 = 1 << 20;

/// The position after all of these.
pub fn last_position(positions: impl Iterator<Item = i64>) -> i64 {
    positions.max().map_or(0, |last| last.saturating_add(STEP))
}

/// The positions to write so that what stands at `from` comes to stand at `to` (a place in the order without it).
/// Mostly one; all of them where there is no room left.
pub fn shifted(positions: &[i64], from: usize, to: usize) -> Vec<(usize, i64)> {
    if from >= positions.len() {
        return Vec::new();
    }
    let mut order: Vec<usize> = (0..positions.len())
        .filter(|index| *index != from)
        .collect();
    let to = to.min(order.len());
    if to == from {
        return Vec::new();
    }
    let place = |index: usize| order.get(index).and_then(|at| positions.get(*at)).copied();
    let before = to.checked_sub(1).and_then(place);
    let after = place(to);
    let between = match (before, after) {
        (None, Some(after)) => after.checked_sub(STEP),
        (Some(before), None) => before.checked_add(STEP),
        (Some(before), Some(after)) => after
            .checked_sub(before)
            .filter(|room| *room >= 2)
            .map(|room| before + room / 2),
        (None, None) => None,
    };
    if let Some(position) = between {
        return vec![(from, position)];
    }
    order.insert(to, from);
    order
        .into_iter()
        .zip(0i64..)
        .map(|(index, place)| (index, place * STEP))
        .filter(|(index, position)| positions.get(*index) != Some(position))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn what_is_shifted_comes_to_stand_where_it_was_asked(
            mut positions in proptest::collection::vec(-3i64..3, 1..9),
            from in any::<proptest::sample::Index>(),
            to in any::<proptest::sample::Index>(),
        ) {
            positions.sort_unstable();
            let (from, to) = (from.index(positions.len()), to.index(positions.len()));
            let mut wanted: Vec<usize> = (0..positions.len()).collect();
            let moved = wanted.remove(from);
            wanted.insert(to, moved);
            let changes = shifted(&positions, from, to);
            for (index, position) in changes.clone() {
                positions[index] = position;
            }
            if changes.is_empty() {
                prop_assert_eq!(from, to);
            } else {
                let mut order: Vec<usize> = (0..positions.len()).collect();
                order.sort_by_key(|index| positions[*index]);
                prop_assert_eq!(order, wanted);
            }
        }
    }
}
