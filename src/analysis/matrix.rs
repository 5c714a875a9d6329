//! `matrix`: code by interview, or by the values of an attribute: how many passages and interviews, or whether any.

use super::ask::Ask;
use super::mask::Shape;
use super::people::DimensionValue;
use super::table::{Cell, Column, Row, Slice, Table};
use super::tally::Accumulator;
use crate::i18n::Message;
use crate::message;
use crate::study::id::CodingId;
use crate::study::word::Polarity;
use std::collections::HashMap;

/// What its figures stand for, by the values of an attribute.
pub const SHAPE: Shape = Shape {
    counts: &["n_interviews", "n_excerpts"],
    follows: &[("n_excerpts", &["n_interviews"])],
    ..Shape::NONE
};

/// Makes the table.
pub fn make(ask: &Ask) -> Table {
    if ask.by.is_some() {
        by_stratum(ask)
    } else if ask.options.mask_under > 1 {
        // a column of one interview is of few: what all of them say together is shown in its place
        let rule = message!("analysis-rule-matrix-whole", rules = ask.rules());
        tallied(ask, &[], rule)
    } else {
        by_interview(ask)
    }
}

/// Whether there is any, where that is asked for, in the place of how many; after what is hidden was hidden.
pub fn presence(table: &mut Table) {
    for cell in table.rows.iter_mut().flat_map(|row| &mut row.cells) {
        if let Cell::Integer(n) = cell {
            *n = (*n).min(1);
        }
    }
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
            cells.extend(counts.into_iter().map(Cell::count));
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
    let rule = message!("analysis-rule-matrix-by", rules = ask.rules());
    tallied(ask, ask.groups(), rule)
}

/// A column is a value of the attribute; without any, all interviews together.
fn tallied(ask: &Ask, values: &[DimensionValue], rule: Message) -> Table {
    let counted = ask.counted;
    let n = values.len().max(1);
    let mut cells = vec![vec![Accumulator::default(); n]; counted.codes.len()];
    let mut passages: Vec<Vec<CodingId>> = vec![Vec::new(); counted.codes.len()];
    let all = ask.by.is_none();
    for line in counted.lines.iter().filter(|line| ask.takes_here(line)) {
        let group = if all { Some(0) } else { ask.group_of(line) };
        let own = cells
            .get_mut(line.code)
            .zip(group)
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
            for tally in groups.iter().take(if all { 1 } else { values.len() }) {
                let tally = tally.tally();
                cells.push(Cell::count(tally.interviews.all()));
                cells.push(Cell::count(tally.excerpts.all()));
            }
            Row { cells, passages }
        })
        .collect();
    let numbers = || {
        [("n_interviews", "interviews"), ("n_excerpts", "excerpts")]
            .map(|(key, unit)| Column::count(key, unit))
    };
    let mut columns = vec![Column::text("code").described("analysis-column-code-plain")];
    if all {
        columns.extend(numbers());
    }
    for value in values {
        columns.extend(numbers().map(|column| column.of_value(&value.key, &value.label)));
    }
    ask.table(rule, columns, rows)
}
