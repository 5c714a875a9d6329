//! `matrix`: code by interview, the number of distinct passages.

use super::ask::Ask;
use super::table::{Cell, Column, Row, Table};
use crate::message;
use crate::study::id::CodingId;
use std::collections::HashMap;

/// Makes the table.
pub fn make(ask: &Ask) -> Table {
    let counted = ask.counted;
    let interviews: Vec<(usize, &str)> = ask
        .interviews()
        .map(|(at, interview)| (at, interview.key))
        .collect();
    let places: HashMap<usize, usize> = interviews
        .iter()
        .enumerate()
        .map(|(column, (at, _))| (*at, column))
        .collect();
    let mut counts = vec![vec![0usize; interviews.len()]; counted.codes.len()];
    let mut last: Vec<Option<usize>> = vec![None; counted.codes.len()];
    let mut passages: Vec<Vec<CodingId>> = vec![Vec::new(); counted.codes.len()];
    for line in counted.lines.iter().filter(|line| ask.takes(line)) {
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
    columns.extend(interviews.iter().map(|(_, key)| {
        let mut column = Column::count("n_excerpts", "excerpts");
        (*key).clone_into(&mut column.key);
        column.label = (*key).to_owned().into();
        column
    }));
    let rule = message!("analysis-rule-matrix", rules = ask.rules());
    ask.table(rule, columns, rows)
}
