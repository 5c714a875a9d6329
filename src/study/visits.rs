//! The order in which a guide was followed in a call, and what time each question took.

use std::collections::BTreeMap;

/// A question that was left sooner than this, in milliseconds, was only passed by.
pub const PASSED_BY: i64 = 3_000;

/// Milliseconds of the call that each question took: from its visit to the next one, the last until `until`.
pub fn spent(visits: &BTreeMap<i64, String>, until: i64) -> BTreeMap<&str, i64> {
    let ends = visits.keys().skip(1).copied().chain([until]);
    let mut out: BTreeMap<&str, i64> = BTreeMap::new();
    for ((from, question), to) in visits.iter().zip(ends) {
        *out.entry(question).or_default() += (to - from).max(0);
    }
    out
}

/// Adds a visit at a time of the call. Questions that were only passed by leave none, and going on with the same
/// question is no new visit. `from` is the question that was in hand; it had the call from its beginning where nothing
/// else is known.
pub fn go(visits: &mut BTreeMap<i64, String>, from: &str, to: &str, t_ms: i64) {
    if visits.is_empty() && !from.is_empty() && t_ms >= PASSED_BY {
        visits.insert(0, from.to_owned());
    }
    while let Some((at, _)) = visits
        .last_key_value()
        .filter(|(at, _)| **at > t_ms - PASSED_BY)
    {
        let at = *at;
        visits.remove(&at);
    }
    if visits.last_key_value().is_none_or(|(_, last)| last != to) {
        visits.insert(t_ms, to.to_owned());
    }
}

/// All visits, as files write them: `0 1.1;61500 2.1`, the time of the call in milliseconds and the key of the question.
pub fn to_text(visits: &BTreeMap<i64, String>) -> String {
    let list: Vec<String> = visits
        .iter()
        .map(|(at, key)| format!("{at} {}", guarded(key)))
        .collect();
    list.join(";")
}

/// Reads what [`to_text`] wrote; `None` where it is anything else, a question without a key, or a time below 0.
pub fn parse(text: &str) -> Option<BTreeMap<i64, String>> {
    listed(text)
        .map(|part| {
            let (at, key) = part.split_once(char::is_whitespace)?;
            let (at, key): (i64, _) = (at.parse().ok()?, unguarded(key.trim()));
            (at >= 0 && !key.is_empty()).then_some((at, key))
        })
        .collect()
}

/// The parts of a list in a cell, without those that are empty.
pub fn listed(text: &str) -> impl Iterator<Item = &str> {
    text.split(';')
        .map(str::trim)
        .filter(|part| !part.is_empty())
}

/// A key inside a list in a cell: what would end it there is written `%3B`.
pub fn guarded(key: &str) -> String {
    key.replace('%', "%25").replace(';', "%3B")
}

/// The key that [`guarded`] wrote.
pub fn unguarded(part: &str) -> String {
    part.replace("%3B", ";").replace("%25", "%")
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn what_is_written_of_visits_is_read_again(
            visits in proptest::collection::btree_map(0i64..10_000_000, "[a-z%;. 0-9B]{0,6}[a-z%;0-9]", 0..6)
        ) {
            let visits: BTreeMap<i64, String> =
                visits.into_iter().map(|(at, key)| (at, key.trim().to_owned())).collect();
            prop_assert_eq!(parse(&to_text(&visits)), Some(visits));
        }
    }

    #[test]
    fn what_is_no_list_of_visits_is_refused() {
        for bad in ["1.1", "0 ", "-5 1.1", "x 1.1", "0 1.1;2.2"] {
            assert_eq!(parse(bad), None, "{bad}");
        }
        assert_eq!(parse(" ; "), Some(BTreeMap::new()));
    }

    fn gone(steps: &[(&str, &str, i64)]) -> Vec<(i64, String)> {
        let mut visits = BTreeMap::new();
        for (from, to, t_ms) in steps {
            go(&mut visits, from, to, *t_ms);
        }
        visits.into_iter().collect()
    }

    #[test]
    fn questions_that_are_passed_by_are_not_in_the_order() {
        let order = gone(&[
            ("1.1", "1.2", 60_000),
            ("1.2", "1.3", 61_000),
            ("1.3", "2.1", 61_500),
            ("2.1", "1.2", 200_000),
            ("1.2", "2.1", 201_000),
        ]);
        let order: Vec<(i64, &str)> = order.iter().map(|(at, key)| (*at, key.as_str())).collect();
        assert_eq!(
            order,
            [(0, "1.1"), (61_500, "2.1")],
            "there and back again is staying there"
        );
    }

    #[test]
    fn each_question_has_the_time_until_the_next() {
        let visits: BTreeMap<i64, String> = [(0, "1.1"), (60_000, "2.1"), (90_000, "1.1")]
            .map(|(at, key)| (at, key.to_owned()))
            .into();
        let spent = spent(&visits, 100_000);
        assert_eq!(spent["1.1"], 70_000);
        assert_eq!(spent["2.1"], 30_000);
        assert!(super::spent(&BTreeMap::new(), 5).is_empty());
    }
}
