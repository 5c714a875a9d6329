//! `cooccurrence`: which codes come together, on one passage and in one interview.

use super::ask::Ask;
use super::table::{Cell, Column, Row, Table};
use crate::message;
use std::collections::{BTreeMap, BTreeSet};

/// Makes the table.
pub fn make(ask: &Ask) -> Table {
    let counted = ask.counted;
    let mut excerpts: BTreeMap<(usize, usize), usize> = BTreeMap::new();
    let mut interviews: BTreeMap<(usize, usize), usize> = BTreeMap::new();
    let mut of_excerpt: (usize, BTreeSet<usize>) = (usize::MAX, BTreeSet::new());
    let mut of_interview: (usize, BTreeSet<usize>) = (usize::MAX, BTreeSet::new());
    for line in counted.lines.iter().filter(|line| ask.takes(line)) {
        let Some(interview) = line.interview else {
            continue;
        };
        gather(&mut of_excerpt, line.excerpt, line.code, &mut excerpts);
        gather(&mut of_interview, interview, line.code, &mut interviews);
    }
    pairs(&of_excerpt.1, &mut excerpts);
    pairs(&of_interview.1, &mut interviews);
    let key = |at: usize| {
        let code = counted.codes.get(at);
        Cell::text(code.map_or("", |(id, code)| counted.keys.code(id, code)))
    };
    let rows = interviews
        .into_iter()
        .map(|((one, other), n)| Row {
            cells: vec![
                key(one),
                key(other),
                Cell::count(excerpts.get(&(one, other)).copied().unwrap_or(0)),
                Cell::count(n),
            ],
            passages: Vec::new(),
        })
        .collect();
    let columns = vec![
        Column::text("code").described("analysis-column-code-plain"),
        Column::text("other_code"),
        Column::count("n_excerpts", "excerpts").described("analysis-column-n-excerpts-both"),
        Column::count("n_interviews", "interviews").described("analysis-column-n-interviews-both"),
    ];
    let rule = message!("analysis-rule-cooccurrence", rules = ask.rules());
    ask.table(rule, columns, rows)
}

type Pairs = BTreeMap<(usize, usize), usize>;

/// Collects the codes of one unit; counts the pairs of the last one when a new one begins.
fn gather(open: &mut (usize, BTreeSet<usize>), unit: usize, code: usize, into: &mut Pairs) {
    if open.0 != unit {
        pairs(&open.1, into);
        *open = (unit, BTreeSet::new());
    }
    open.1.insert(code);
}

fn pairs(codes: &BTreeSet<usize>, into: &mut Pairs) {
    for one in codes {
        for other in codes.range(one + 1..) {
            *into.entry((*one, *other)).or_insert(0) += 1;
        }
    }
}
