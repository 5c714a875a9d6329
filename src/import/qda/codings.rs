//! Codings of a project, with the ids they had there.

use super::Mark;
use super::inputs::Maker;
use super::lay::Laid;
use super::own::Linked;
use super::tables::Rows;
use crate::import::data::Kind;
use crate::import::problem::shorten;
use crate::message;
use std::collections::{HashMap, HashSet};
use std::ops::Range;

/// Columns of codings.
const CODINGS: [&str; 17] = [
    "coding_id",
    "code_path",
    "scenario",
    "polarity",
    "strength",
    "code",
    "interview",
    "document",
    "note_id",
    "char_start",
    "char_end",
    "coder",
    "coded_at",
    "memo",
    "starred",
    "counted",
    "origin",
];

impl Maker<'_> {
    pub(super) fn coded(&mut self, laid: &[(Vec<Mark>, Laid)]) {
        let ids = Linked::of(&self.project, "ids.csv");
        let notes = Linked::of(&self.project, "notes.csv");
        let mut coded = Coded {
            rows: Rows::new(&CODINGS),
            seen: HashMap::new(),
            given: HashSet::new(),
            ids: &ids,
        };
        let on_notes = std::mem::take(&mut self.project.on_notes);
        for (note, mark) in &on_notes {
            let Some(row) = notes.row(note, "") else {
                self.project
                    .losses
                    .add("coding", "", message!("qda-loss-coded-note"));
                continue;
            };
            let place = [
                notes.cell(row, "interview"),
                "",
                notes.cell(row, "note_id"),
                "",
                "",
            ];
            coded.add(self, mark, &place.map(str::to_owned));
        }
        for (marks, laid) in laid {
            for (mark, place) in marks.iter().zip(&laid.places) {
                let (Some(place), Some((interview, document))) =
                    (place, self.documents.get(&mark.words))
                else {
                    continue;
                };
                let Range { start, end } = place;
                let place = [
                    interview.clone(),
                    document.clone(),
                    String::new(),
                    start.to_string(),
                    end.to_string(),
                ];
                coded.add(self, mark, &place);
            }
        }
        let rows = coded.rows.finish();
        self.data(Kind::Excerpts, rows);
    }
}

/// The codings that are written, the same one once.
struct Coded<'a> {
    rows: Rows,
    seen: HashMap<([String; 5], String, String), String>,
    given: HashSet<String>,
    ids: &'a Linked,
}

impl Coded<'_> {
    /// `place`: interview, document, note, first code point, the one after the last.
    fn add(&mut self, maker: &mut Maker, mark: &Mark, place: &[String; 5]) {
        let Some(code) = maker.codes.get(&mark.code) else {
            maker
                .project
                .losses
                .add("coding", shorten(&mark.id), message!("qda-loss-code"));
            return;
        };
        let own = self
            .ids
            .row(&mark.id, "")
            .map(|row| self.ids.cell(row, "coding_id"));
        let same = (place.clone(), code.clone(), mark.coder.clone());
        let is = place.iter().chain([code, &mark.coder]).map(String::as_str);
        let mut id = own.map_or_else(|| maker.named(&mark.id, is), str::to_owned);
        if let Some(first) = self.seen.get(&same) {
            // our own are told apart by their ids
            if maker.project.tables.is_empty() {
                maker.codings.insert(mark.id.clone(), first.clone());
                maker
                    .project
                    .losses
                    .add("coding", "", message!("qda-loss-same"));
                return;
            }
        }
        if !id.is_empty() && !self.given.insert(id.clone()) {
            // an id that was given twice tells nothing
            id.clear();
        }
        self.seen.insert(same, id.clone());
        maker.codings.insert(mark.id.clone(), id.clone());
        let get = |key: &str| {
            let found = mark.meant.iter().find(|(own, _)| own == key);
            found.map_or("", |(_, value)| value.as_str())
        };
        let scenarios: Vec<(&str, &str)> = mark
            .meant
            .iter()
            .filter_map(|(key, value)| Some((key.strip_prefix("scenario ")?, value.as_str())))
            .collect();
        let none = [("", "")];
        let scenarios = if scenarios.is_empty() {
            &none[..]
        } else {
            &scenarios
        };
        let [interview, document, note, start, end] = place;
        for (scenario, polarity) in scenarios {
            self.rows.row(&[
                &id,
                "",
                scenario,
                polarity,
                get("strength"),
                code,
                interview,
                document,
                note,
                start,
                end,
                &mark.coder,
                &mark.at,
                &mark.memo,
                get("starred"),
                get("counted"),
                get("origin"),
            ]);
        }
    }
}
