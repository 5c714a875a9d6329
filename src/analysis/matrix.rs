//! `matrix`: code by interview, or by the values of an attribute: how many passages and interviews, or whether any.

use super::ask::Ask;
use super::table::{Cell, Column, Row, Slice, Table};
use super::tally::Accumulator;
use crate::message;
use crate::study::id::CodingId;
use crate::study::word::Polarity;
use std::collections::HashMap;

/// Makes the table.
pub fn make(ask: &Ask) -> Table {
    if ask.by.is_some() {
        by_stratum(ask)
    } else {
        by_interview(ask)
    }
}

fn cell(ask: &Ask, n: usize) -> Cell {
    Cell::count(if ask.options.presence { n.min(1) } else { n })
}

fn by_interview(ask: &Ask) -> Table {
    let counted = ask.counted;
    let interviews: Vec<_> = ask.interviews().collect();
    let places: HashMap<usize, usize> = interviews
        .iter()
        .enumerate()
        .map(|(column, (at, _))| (*at, column))
        .collect();
    let mut counts = vec![vec![0usize; interviews.len()]; counted.codes.len()];
    let mut last: Vec<Option<usize>> = vec![None; counted.codes.len()];
    let mut passages: Vec<Vec<CodingId>> = vec![Vec::new(); counted.codes.len()];
    for line in counted.lines.iter().filter(|line| ask.takes_here(line)) {
        let column = line.interview.and_then(|at| places.get(&at));
        let (Some(column), Some(row), Some(last), Some(passages)) = (
            column,
            counts.get_mut(line.code),
            last.get_mut(line.code),
            passages.get_mut(line.code),
        ) else {
            continue;
        };
        passages.push(line.id.clone());
        if last.replace(line.excerpt) != Some(line.excerpt)
            && let Some(count) = row.get_mut(*column)
        {
            *count += 1;
        }
    }
    let rows = counted
        .codes
        .iter()
        .zip(counts)
        .zip(passages)
        .map(|(((id, code), counts), passages)| {
            let mut cells = vec![Cell::text(counted.keys.code(id, code))];
            cells.extend(counts.into_iter().map(|n| cell(ask, n)));
            Row { cells, passages }
        })
        .collect();
    let mut columns = vec![Column::text("code").described("analysis-column-code-plain")];
    columns.extend(interviews.iter().map(|(_, interview)| {
        let mut column =
            Column::count("n_excerpts", "excerpts").sliced(Slice::Interview(interview.id.clone()));
        if ask.options.presence {
            column = column.described("analysis-column-presence");
        }
        interview.key.clone_into(&mut column.key);
        column.label = interview.key.to_owned().into();
        column
    }));
    let rule = if ask.options.presence {
        message!("analysis-rule-matrix-presence", rules = ask.rules())
    } else {
        message!("analysis-rule-matrix", rules = ask.rules())
    };
    ask.table(rule, columns, rows)
}

fn by_stratum(ask: &Ask) -> Table {
    let counted = ask.counted;
    let groups = ask.groups();
    let mut cells = vec![vec![Accumulator::default(); groups.len()]; counted.codes.len()];
    let mut passages: Vec<Vec<CodingId>> = vec![Vec::new(); counted.codes.len()];
    for line in counted.lines.iter().filter(|line| ask.takes_here(line)) {
        let own = cells
            .get_mut(line.code)
            .zip(ask.group_of(line))
            .and_then(|(row, group)| row.get_mut(group))
            .filter(|_| line.interview.is_some());
        if let (Some(own), Some(passages)) = (own, passages.get_mut(line.code)) {
            own.count(counted, line, Polarity::Neutral);
            passages.push(line.id.clone());
        }
    }
    let rows = counted
        .codes
        .iter()
        .zip(cells)
        .zip(passages)
        .map(|(((id, code), groups), passages)| {
            let mut cells = vec![Cell::text(counted.keys.code(id, code))];
            for tally in groups.iter().map(Accumulator::tally) {
                cells.push(cell(ask, tally.interviews.all()));
                cells.push(cell(ask, tally.excerpts.all()));
            }
            Row { cells, passages }
        })
        .collect();
    let mut columns = vec![Column::text("code").described("analysis-column-code-plain")];
    for value in groups {
        columns.extend(
            [("n_interviews", "interviews"), ("n_excerpts", "excerpts")]
                .map(|(key, unit)| Column::count(key, unit).of_value(&value.key, &value.label)),
        );
    }
    let rule = message!("analysis-rule-matrix-by", rules = ask.rules());
    ask.table(rule, columns, rows)
}
