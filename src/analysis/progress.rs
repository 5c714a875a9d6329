//! `progress`: how far each coder has read and coded each document, and where they stopped.

use super::ask::Ask;
use super::counted::Words;
use super::table::{Cell, Column, Row, Table};
use crate::message;
use crate::study::document::Reading;
use crate::study::id::CodingId;
use std::collections::{BTreeMap, BTreeSet};

/// Makes the table: characters of the newest version; what was read or coded of an older one and has no place in it is
/// not read, not coded.
pub fn make(ask: &Ask) -> Table {
    let counted = ask.counted;
    let readings = ask.context.texts.readings();
    let coders: BTreeSet<&str> = readings
        .iter()
        .map(|one| one.coder.as_str())
        .chain(counted.lines.iter().map(|line| line.coding.coder.as_str()))
        .filter(|coder| {
            let wanted = ask.options.coder.as_deref();
            wanted.is_none_or(|wanted| wanted == *coder)
        })
        .collect();
    let asked: BTreeSet<usize> = ask.interviews().map(|(at, _)| at).collect();
    let mut coded: BTreeMap<(usize, &str), (Reading, Vec<CodingId>)> = BTreeMap::new();
    for line in &counted.lines {
        let Words::Text(document, passage) = line.words else {
            continue;
        };
        let newest = counted
            .documents
            .get(document)
            .and_then(|one| one.versions.last());
        let own = coded
            .entry((document, line.coding.coder.as_str()))
            .or_default();
        own.1.push(line.id.clone());
        if newest.is_some_and(|id| **id == passage.version) {
            own.0.see(passage.span());
        }
    }
    let mut rows = Vec::new();
    for (at, source) in counted.documents.iter().enumerate() {
        // reference texts have nobody's attributes
        let wanted = source
            .interview
            .map_or(ask.options.where_.is_empty(), |at| asked.contains(&at));
        let Some(newest) = source.versions.last().filter(|_| wanted) else {
            continue;
        };
        let Some(text) = ask.context.texts.text(newest) else {
            continue;
        };
        let chars = |spans: &[(usize, usize)]| -> usize {
            let slices = spans.iter().map(|(from, to)| text.slice(*from..*to));
            slices.map(|slice| slice.chars().count()).sum()
        };
        let all = text.text().chars().count();
        let interview = source
            .interview
            .and_then(|at| counted.people.interviews.get(at))
            .map_or("", |interview| interview.key);
        for coder in &coders {
            let read = readings
                .iter()
                .find(|one| one.coder == *coder && one.document == *source.id)
                .filter(|one| one.version == **newest);
            let (marked, passages) = coded.remove(&(at, coder)).unwrap_or_default();
            let seen = read.map_or(0, |one| chars(&one.seen));
            let stopped = read
                .and_then(|one| text.turn_at(one.at))
                .map(|turn| turn + 1);
            rows.push(Row {
                cells: vec![
                    Cell::text(interview),
                    Cell::text(&source.record.key),
                    Cell::text(*coder),
                    Cell::count(all),
                    Cell::count(seen),
                    Cell::count(all - seen.min(all)),
                    Cell::count(chars(&marked.seen)),
                    Cell::count(passages.len()),
                    Cell::maybe_count(stopped),
                ],
                passages,
            });
        }
    }
    let count = |key, unit| Column::count(key, unit);
    let columns = vec![
        Column::text("interview").described("analysis-column-interview-plain"),
        Column::text("document"),
        Column::text("coder"),
        count("n_characters", "characters"),
        count("n_read", "characters"),
        count("n_unread", "characters"),
        count("n_characters_coded", "characters"),
        count("n_codings", "codings"),
        count("stopped_at", "turn"),
    ];
    ask.table(message!("analysis-rule-progress"), columns, rows)
}

#[cfg(test)]
mod tests {
    use crate::analysis::bench::Bench;
    use crate::analysis::{Cell, Context, Options, TurnCache, run};
    use crate::i18n::Lang;
    use crate::study::codebook::Code;
    use crate::study::document::{DocumentText, Reading, Texts};
    use crate::study::id::*;
    use std::sync::Arc;

    /// Texts of which some were read.
    struct Read(Bench, Vec<Reading>);

    impl Texts for Read {
        fn text(&self, version: &VersionId) -> Option<Arc<DocumentText>> {
            self.0.texts.text(version)
        }
        fn readings(&self) -> Vec<Reading> {
            self.1.clone()
        }
    }

    #[test]
    fn characters_read_and_coded_are_counted_once_by_coder() {
        let mut bench = Bench::default();
        bench.session("E01");
        // "Été, été." 9 characters and 13 bytes, a line feed, "Non." 4
        bench.transcript(Some("E01"), "E01", &[("Ana", "Été, été."), ("Bo", "Non.")]);
        let code = Code {
            key: "K".into(),
            ..Code::default()
        };
        bench.put(vec![(CodeId::new("K"), code).into()]);
        let passage = bench.passage("E01-v1", "Été");
        let coding = crate::study::coding::Coding {
            passage,
            code: CodeId::new("K"),
            coder: "am".into(),
            ..Default::default()
        };
        bench.put(vec![(CodingId::new("c"), coding).into()]);
        let reading = |coder: &str, version: &str, seen: Vec<(usize, usize)>, at| Reading {
            coder: coder.into(),
            document: DocumentId::new("E01"),
            version: VersionId::new(version),
            seen,
            at,
            ..Reading::default()
        };
        let end = bench.texts[&VersionId::new("E01-v1")].text().len();
        let read = Read(
            bench,
            vec![
                reading("bo", "E01-v1", vec![(0, 5), (end - 4, end)], end - 1),
                reading("old", "E01-v0", vec![(0, 5)], 3),
            ],
        );
        let context = Context {
            texts: &read,
            turns: &TurnCache::default(),
            head: String::new(),
            date: None,
            language: Lang::En,
        };
        let table = run("progress", &read.0.study, &context, &Options::default()).unwrap();
        let said: Vec<String> = (0..table.rows.len())
            .map(|at| {
                let keys = [
                    "coder",
                    "n_characters",
                    "n_read",
                    "n_unread",
                    "n_characters_coded",
                    "n_codings",
                    "stopped_at",
                ];
                keys.map(|key| match table.cell(at, key) {
                    Some(Cell::Text(text)) => text.clone(),
                    Some(Cell::Integer(n)) => n.to_string(),
                    _ => String::new(),
                })
                .join(" ")
            })
            .collect();
        assert_eq!(
            said,
            ["am 14 0 14 3 1 ", "bo 14 7 7 0 0 2", "old 14 0 14 0 0 "]
        );
    }
}
