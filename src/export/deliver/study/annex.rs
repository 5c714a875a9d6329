//! The annex: every passage that counts and may be quoted.

use super::{Made, titled};
use crate::analysis::Cell;
use crate::export::deliver::facts::unquoted;
use crate::message;
use crate::study::word::Polarity;

impl Made<'_, '_, '_> {
    /// Every passage that counts and may be quoted, scenario by scenario.
    pub(super) fn annex(&mut self) {
        let facts = self.facts;
        self.heading(1, "export-study-annex");
        let head: Vec<String> = [
            "export-study-annex-code",
            "export-study-annex-side",
            "export-study-annex-where",
            "export-study-annex-words",
        ]
        .map(|key| facts.words.get(key))
        .into();
        for scenario in facts.scenarios() {
            let (mut rows, mut left) = (Vec::new(), 0usize);
            let mut lines: Vec<_> = facts.lines_of(scenario.id).collect();
            lines.sort_by_key(|(at, line, _)| (line.code, *at));
            for (at, line, polarity) in lines {
                let row = scenario.codes.start + line.code;
                let table = facts.table("evidence");
                let n = table.and_then(|table| table.cell(row, "n_interviews"));
                match facts.said_at(at) {
                    Some(said) if !matches!(n, Some(Cell::Masked(_))) => rows.push(vec![
                        facts.cell("evidence", row, "code"),
                        sign(polarity).to_owned(),
                        said.reference.clone(),
                        facts.words.say(&if said.verbatim {
                            message!("export-quote", quote = &said.words)
                        } else {
                            message!("export-noted", words = unquoted(&said.words))
                        }),
                    ]),
                    _ => left += 1,
                }
            }
            if rows.is_empty() && left == 0 {
                continue;
            }
            self.report.chapter(2, titled(&scenario));
            self.report
                .grid(head.clone(), vec![false; head.len()], rows);
            if left > 0 {
                let line = self.say(&message!("export-study-annex-left", n = left));
                self.report.rule(line);
            }
        }
    }
}

fn sign(polarity: Polarity) -> &'static str {
    match polarity {
        Polarity::Supports => "+",
        Polarity::Contradicts => "\u{2212}",
        Polarity::Mixed => "~",
        Polarity::Neutral => "=",
    }
}
