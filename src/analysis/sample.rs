//! `sample`: interviews wanted, held and planned, target by target, then for the values of strata without a target.

use super::ask::Ask;
use super::people::Interview;
use super::table::{Cell, Column, Row, Table};
use crate::message;
use crate::study::word::{Consent, SessionState};
use std::collections::BTreeMap;

/// Makes the table.
pub fn make(ask: &Ask) -> Table {
    let study = ask.counted.study;
    let mut targets: Vec<_> = study.records.targets.iter().collect();
    targets.sort_by_key(|(id, target)| (target.position, *id));
    let mut wanted: Vec<(BTreeMap<String, String>, Option<u32>)> = targets
        .into_iter()
        .map(|(_, target)| (target.conditions.clone(), Some(target.n)))
        .collect();
    let strata = ask.counted.people.dimensions.iter().filter(|d| d.stratum);
    for dimension in strata {
        for value in &dimension.values {
            let alone = BTreeMap::from([(dimension.key.to_owned(), value.key.clone())]);
            if !wanted.iter().any(|(conditions, _)| *conditions == alone) {
                wanted.push((alone, None));
            }
        }
    }
    let rows = wanted
        .into_iter()
        .map(|(conditions, n)| row(ask, &conditions, n))
        .collect();
    let mut columns = vec![Column::text("target")];
    columns.extend(
        ["n_wanted", "n_done", "n_planned", "n_missing"]
            .map(|key| Column::count(key, "interviews")),
    );
    columns.push(Column::count("universe", "organisations"));
    ask.table(message!("analysis-rule-sample"), columns, rows)
}

fn row(ask: &Ask, conditions: &BTreeMap<String, String>, wanted: Option<u32>) -> Row {
    let people = &ask.counted.people;
    let places: Option<Vec<(usize, usize)>> = conditions
        .iter()
        .map(|(key, value)| {
            let at = people.dimensions.iter().position(|d| d.key == key)?;
            let values = &people.dimensions.get(at)?.values;
            Some((at, values.iter().position(|known| known.key == *value)?))
        })
        .collect();
    let fits = |interview: &Interview| {
        places.as_ref().is_some_and(|places| {
            interview.people.iter().any(|person| {
                person.counts()
                    && places
                        .iter()
                        .all(|(at, value)| person.values.get(*at) == Some(&Some(*value)))
            })
        })
    };
    let done = ask.interviews().filter(|(_, one)| fits(one)).count();
    let planned = people
        .interviews
        .iter()
        .filter(|one| !one.held && one.consent != Consent::Withdrawn)
        .filter(|one| {
            let session = ask.counted.study.records.sessions.get(one.id);
            session.is_some_and(|session| {
                matches!(session.state, SessionState::Planned | SessionState::Running)
            })
        })
        .filter(|one| fits(one))
        .count();
    let universe = match places.as_deref() {
        Some([(at, value)]) => people
            .dimensions
            .get(*at)
            .and_then(|dimension| dimension.values.get(*value))
            .and_then(|value| value.universe),
        _ => None,
    };
    let wanted = wanted.map(|n| n as usize);
    let text: Vec<String> = conditions
        .iter()
        .map(|(key, value)| format!("{key}={value}"))
        .collect();
    Row {
        cells: vec![
            Cell::text(text.join(";")),
            Cell::maybe_count(wanted),
            Cell::count(done),
            Cell::count(planned),
            Cell::maybe_count(wanted.map(|n| n.saturating_sub(done + planned))),
            Cell::maybe_count(universe.and_then(|n| usize::try_from(n).ok())),
        ],
        passages: Vec::new(),
    }
}
