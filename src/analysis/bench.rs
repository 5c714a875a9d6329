//! A study for tests: changes put in one after the other, and its tables.

use super::*;
use crate::study::change::{Change, Transaction};
use crate::study::codebook::Code;
use crate::study::coding::{Coding, Passage, TextPassage};
use crate::study::document::{Document, DocumentText, Turn, Version};
use crate::study::guide::Guide;
use crate::study::id::*;
use crate::study::people::{Organisation, Participant};
use crate::study::session::{Answer, Note, Session};
use crate::study::settings::{Attribute, AttributeData, Scenario, Value};
use crate::study::stamp::{ReplicaId, Stamp};
use crate::study::versions;
use crate::study::word::{
    AnswerState, AttributeKind, AttributeOf, Consent, DocumentKind, NoteKind, Polarity,
};
use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

/// Of every transaction; never said.
const LABEL: &str = "label";

/// Keys of the scenarios.
pub const S: [&str; 6] = ["S0", "S1", "S2", "S3", "S4", "S5"];

/// A study that changes are put into, with its texts.
#[derive(Default)]
pub struct Bench {
    pub study: Study,
    pub texts: HashMap<VersionId, Arc<DocumentText>>,
    n: u64,
}

impl Bench {
    pub fn put(&mut self, changes: Vec<Change>) {
        self.n += 1;
        let applied = self.study.apply(&Transaction {
            stamp: Stamp {
                ms: self.n,
                counter: 0,
                replica: ReplicaId(1),
            },
            author: "am".into(),
            wall: Timestamp::UNIX_EPOCH,
            label: crate::i18n::Message::new(LABEL),
            changes,
        });
        assert!(applied.conflicts.is_empty(), "{:?}", applied.conflicts);
    }

    pub fn session(&mut self, key: &str) {
        let session = Session {
            subject: SubjectId::new(&format!("subject-{key}")),
            key: key.into(),
            ..Session::default()
        };
        self.put(vec![(SessionId::new(key), session).into()]);
    }

    pub fn participant(&mut self, key: &str, session: &str, role: &str, size: &str, org: &str) {
        let mut participant = Participant {
            subject: SubjectId::new(&format!("subject-{key}")),
            session: SessionId::new(session),
            key: key.into(),
            role: role.into(),
            consent: Consent::Given,
            ..Participant::default()
        };
        if !size.is_empty() {
            participant.attributes.insert(
                AttributeId::new("size"),
                AttributeData::Choice(ValueId::new(size)),
            );
        }
        if !org.is_empty() {
            let id = OrganisationId::new(org);
            if !self.study.records.organisations.contains_key(&id) {
                let organisation = Organisation {
                    key: org.into(),
                    ..Organisation::default()
                };
                self.put(vec![(id.clone(), organisation).into()]);
            }
            participant.organisation = Some(id);
        }
        self.put(vec![(ParticipantId::new(key), participant).into()]);
    }

    pub fn transcript(&mut self, session: Option<&str>, key: &str, turns: &[(&str, &str)]) {
        let turns: Vec<Turn> = turns
            .iter()
            .enumerate()
            .map(|(at, (speaker, text))| Turn {
                speaker: (!speaker.is_empty()).then(|| (*speaker).to_owned()),
                start_ms: Some(at as i64 * 10_000),
                end_ms: Some(at as i64 * 10_000 + 9_000),
                text: (*text).to_owned(),
                anchors: Vec::new(),
            })
            .collect();
        let number = self
            .study
            .versions_of(&DocumentId::new(key))
            .len()
            .try_into()
            .unwrap_or(0u32)
            + 1;
        if number == 1 {
            let document = Document {
                session: session.map(SessionId::new),
                kind: if session.is_some() {
                    DocumentKind::Transcript
                } else {
                    DocumentKind::Reference
                },
                key: key.into(),
            };
            self.put(vec![(DocumentId::new(key), document).into()]);
        }
        let id = VersionId::new(&format!("{key}-v{number}"));
        let version = Version {
            document: DocumentId::new(key),
            number,
            ..Version::default()
        };
        self.put(vec![(id.clone(), version).into()]);
        self.texts
            .insert(id, Arc::new(DocumentText::from_turns(&turns)));
        // as an import does
        let list = versions::look(&self.study, &self.texts, &DocumentId::new(key));
        self.put(versions::carry(&list));
    }

    pub fn note(&mut self, session: &str, id: &str, text: &str) {
        let note = Note {
            session: SessionId::new(session),
            kind: NoteKind::Verbatim,
            text: text.into(),
            ..Note::default()
        };
        self.put(vec![(NoteId::new(id), note).into()]);
    }

    pub fn passage(&self, version: &str, quote: &str) -> Passage {
        let version = VersionId::new(version);
        let text = self.texts[&version].clone();
        let at = text.text().find(quote).unwrap();
        Passage::Text(TextPassage::new(version, text.text(), at..at + quote.len()).unwrap())
    }

    pub fn coding(
        &mut self,
        id: &str,
        passage: Passage,
        code: &str,
        polarities: &[(&str, Polarity)],
        strength: Option<u8>,
    ) {
        let coding = Coding {
            passage,
            code: CodeId::new(code),
            coder: "am".into(),
            strength,
            polarities: polarities
                .iter()
                .map(|(key, polarity)| (ScenarioId::new(key), *polarity))
                .collect(),
            ..Coding::default()
        };
        self.put(vec![(CodingId::new(id), coding).into()]);
    }

    pub fn table(&self, name: &str, options: &Options) -> Table {
        let context = Context {
            texts: &self.texts,
            turns: &TurnCache::default(),
            head: "3f9a".into(),
            date: None,
            language: Lang::Fr,
        };
        run(name, &self.study, &context, options).unwrap()
    }

    /// The numbers of one row, by column.
    pub fn row(&self, scenario: &str, code: &str, options: &Options) -> Numbers {
        let table = self.table("evidence", options);
        row(&table, scenario, code)
    }
}

pub type Numbers = BTreeMap<String, String>;

pub fn row(table: &Table, scenario: &str, code: &str) -> Numbers {
    let cell = |cell: &Cell| match cell {
        Cell::Empty => String::new(),
        Cell::Text(text) => text.clone(),
        Cell::Integer(n) => n.to_string(),
        Cell::Number(n) => n.to_string(),
        Cell::Share(share) => share.text(),
        Cell::Masked(n) => Cell::masked(*n),
        Cell::Said(message) => Cell::data_words(message),
    };
    let found = table
        .rows
        .iter()
        .find(|row| cell(&row.cells[0]) == scenario && cell(&row.cells[1]) == code)
        .unwrap();
    table
        .columns
        .iter()
        .map(|column| column.key.clone())
        .zip(found.cells.iter().map(cell))
        .collect()
}

/// The interviews, codes and scenarios of the example.
pub fn ground() -> Bench {
    let mut bench = Bench::default();
    let attribute = Attribute {
        key: "size".into(),
        of: AttributeOf::Participant,
        kind: AttributeKind::Choice,
        stratum: true,
        ..Attribute::default()
    };
    bench.put(vec![(AttributeId::new("size"), attribute).into()]);
    for (at, key) in ["under10", "10to49", "50plus"].into_iter().enumerate() {
        let value = Value {
            attribute: AttributeId::new("size"),
            key: key.into(),
            position: at as i64,
            ..Value::default()
        };
        bench.put(vec![(ValueId::new(key), value).into()]);
    }
    for (at, key) in S.into_iter().enumerate() {
        let scenario = Scenario {
            key: key.into(),
            position: at as i64,
            ..Scenario::default()
        };
        bench.put(vec![(ScenarioId::new(key), scenario).into()]);
    }
    for (at, key) in ["D6.valeur_ajoutee", "D8.frein", "D8.levier"]
        .into_iter()
        .enumerate()
    {
        let code = Code {
            key: key.into(),
            position: at as i64,
            ..Code::default()
        };
        bench.put(vec![(CodeId::new(key), code).into()]);
    }
    for (key, role, size) in [
        ("I1", "director", "under10"),
        ("I2", "assistant", "under10"),
        ("I3", "hr", "10to49"),
        ("I4", "director", "50plus"),
        ("I5", "opco", ""),
    ] {
        bench.session(key);
        bench.participant(&format!("P-{key}"), key, role, size, "");
    }
    bench
}

/// A note with one coding on it.
pub fn coded_note(
    bench: &mut Bench,
    id: &str,
    interview: &str,
    code: &str,
    polarity: (&str, Polarity),
    strength: u8,
) {
    bench.note(interview, id, &format!("parole {id}"));
    let passage = Passage::Note(NoteId::new(id));
    bench.coding(
        &format!("c-{id}"),
        passage,
        code,
        &[polarity],
        Some(strength),
    );
}

/// A question of each kind.
pub const GUIDE: &str = r#"
schema = 1
[[section]]
key = "7"
[[section.question]]
key = "7.1"
kind = "rating"
[[section.question]]
key = "6.1"
kind = "count"
unit = "persons"
[[section.question]]
key = "2.4"
kind = "allocation"
[[section.question]]
key = "5.1"
kind = "list"
[[section.question]]
key = "3.1"
kind = "open"
codes = ["D8.levier"]
[[section.question]]
key = "4.1"
kind = "choice"
options = [ { key = "oui", label = "Oui, bientôt" }, { key = "non", label = "Non" } ]
"#;

/// Interview, question, scenario, part, state, value.
pub type Given = (
    &'static str,
    &'static str,
    &'static str,
    &'static str,
    AnswerState,
    &'static str,
);

/// The ground with answers to the questions of [`GUIDE`].
pub fn answered(answers: &[Given]) -> Bench {
    let mut bench = ground();
    let guide = Guide {
        number: 1,
        source: GUIDE.into(),
    };
    bench.put(vec![(GuideId::new("g"), guide).into()]);
    for (at, (session, question, scenario, part, state, value)) in answers.iter().enumerate() {
        let answer = Answer {
            session: SessionId::new(session),
            question: (*question).into(),
            scenario: (!scenario.is_empty()).then(|| ScenarioId::new(scenario)),
            part: (*part).into(),
            state: *state,
            value: (*value).into(),
            position: at as i64,
            ..Answer::default()
        };
        bench.put(vec![(AnswerId::new(&format!("a{at}")), answer).into()]);
    }
    bench
}

/// Rows as text, cells parted by a space; an empty cell is `·`.
pub fn lines(table: &Table) -> Vec<String> {
    let cell = |cell: &Cell| match cell {
        Cell::Empty => "·".to_owned(),
        Cell::Text(text) => text.clone(),
        Cell::Integer(n) => n.to_string(),
        Cell::Number(n) => n.to_string(),
        Cell::Share(share) => share.text(),
        Cell::Masked(n) => Cell::masked(*n),
        Cell::Said(message) => Cell::data_words(message),
    };
    table
        .rows
        .iter()
        .map(|row| {
            assert_eq!(row.cells.len(), table.columns.len());
            row.cells.iter().map(cell).collect::<Vec<_>>().join(" ")
        })
        .collect()
}
