//! A study to read data files into, for the tests.

use super::{Context, Kind, read};
use crate::i18n::Lang;
use crate::i18n::{Message, Words};
use crate::import::problem::Report;
use crate::study::coding::Passage;
use crate::study::document::{Document, DocumentText, Turn, Version};
use crate::study::id::{DocumentId, Mint, SessionId, VersionId};
use crate::study::session::Session;
use crate::study::word::{DocumentKind, SessionState};
use crate::study::{Change, ReplicaId, Stamp, Study, Transaction};
use std::collections::HashMap;
use std::sync::Arc;
use uuid::Uuid;

/// Ids one after the other.
#[derive(Default)]
pub(crate) struct Count(u128);

impl Mint for Count {
    fn id(&mut self) -> Uuid {
        self.0 += 1;
        Uuid::from_u128(self.0)
    }
    fn random(&mut self) -> Uuid {
        self.id()
    }
    fn now(&self) -> jiff::Timestamp {
        jiff::Timestamp::UNIX_EPOCH
    }
}

/// A study with its texts and the files they came from.
#[derive(Default)]
pub(super) struct Desk {
    pub(super) study: Study,
    pub(super) texts: HashMap<VersionId, Arc<DocumentText>>,
    pub(super) files: HashMap<VersionId, Vec<u8>>,
    pub(super) mint: Count,
}

impl Desk {
    pub(super) fn apply(&mut self, changes: Vec<Change>) {
        let ms = self.study.head.ms + 1;
        let stamp = Stamp {
            ms,
            counter: 0,
            replica: ReplicaId(1),
        };
        let label = Message::new("import-expected-something");
        let transaction = Transaction {
            stamp,
            author: "am".into(),
            wall: jiff::Timestamp::UNIX_EPOCH,
            label,
            changes,
        };
        let applied = self.study.apply(&transaction);
        assert_eq!(applied.conflicts, []);
    }

    pub(super) fn read(&mut self, kind: Kind, text: &str) -> (Vec<Change>, Report) {
        let mut report = Report::default();
        let mut context = Context {
            study: &self.study,
            texts: &self.texts,
            originals: &self.files,
            mint: &mut self.mint,
            coder: "am",
            note_codes: true,
            whole: false,
        };
        let changes = read(kind, &kind.file_name(), text, &mut context, &mut report);
        (changes, report)
    }

    /// Keeps a file that must be without fault; once more, it must change nothing.
    pub(super) fn keep(&mut self, kind: Kind, text: &str) -> Report {
        let (changes, report) = self.read(kind, text);
        assert_eq!(said(&report), Vec::<String>::new());
        self.apply(changes);
        let (again, _) = self.read(kind, text);
        assert_eq!(again, [], "{kind:?} twice");
        report
    }

    /// The one problem of a file: line, column, and what is said in English.
    pub(super) fn fault(&mut self, kind: Kind, text: &str) -> (usize, String, String) {
        let (_, report) = self.read(kind, text);
        assert_eq!(report.problems.len(), 1, "{:?}", said(&report));
        let problem = &report.problems[0];
        let expected = Words::new(Lang::En).say(&problem.expected);
        (problem.line, problem.column.clone(), expected)
    }

    pub(super) fn transcript(&mut self, key: &str, turns: &[&str], file: &str) -> VersionId {
        let turns: Vec<Turn> = turns
            .iter()
            .map(|text| Turn {
                text: (*text).to_owned(),
                ..Turn::default()
            })
            .collect();
        let (session, document, version) = (
            SessionId::mint(&mut self.mint),
            DocumentId::mint(&mut self.mint),
            VersionId::mint(&mut self.mint),
        );
        let reference = key.is_empty();
        let key = if reference { "fiche" } else { key };
        let mut changes: Vec<Change> = Vec::new();
        if !reference {
            let record = Session {
                key: key.into(),
                state: SessionState::Done,
                ..Session::default()
            };
            changes.push((session.clone(), record).into());
        }
        let kind = if reference {
            DocumentKind::Reference
        } else {
            DocumentKind::Transcript
        };
        let record = Document {
            session: (!reference).then_some(session),
            kind,
            key: key.into(),
        };
        changes.push((document.clone(), record).into());
        let record = Version {
            document,
            number: 1,
            format: "text".into(),
            ..Version::default()
        };
        changes.push((version.clone(), record).into());
        self.apply(changes);
        self.texts
            .insert(version.clone(), Arc::new(DocumentText::from_turns(&turns)));
        self.files.insert(version.clone(), file.as_bytes().to_vec());
        version
    }

    pub(super) fn quotes(&self) -> Vec<(String, String)> {
        let mut out: Vec<(String, String)> = self
            .study
            .records
            .codings
            .values()
            .map(|coding| {
                let code = self.study.records.codes[&coding.code].key.clone();
                let quote = match &coding.passage {
                    Passage::Text(text) => self.texts[&text.version].slice(text.span()).to_owned(),
                    Passage::Note(note) => self.study.records.notes[note].text.clone(),
                };
                (code, quote)
            })
            .collect();
        out.sort();
        out
    }
}

/// All problems in English words.
pub(crate) fn said(report: &Report) -> Vec<String> {
    let words = Words::new(Lang::En);
    report
        .problems
        .iter()
        .map(|problem| words.say(&problem.message()))
        .collect()
}

pub(super) fn warned(report: &Report) -> Vec<String> {
    let words = Words::new(Lang::En);
    report
        .warnings
        .iter()
        .map(|warning| words.say(warning))
        .collect()
}

pub(super) const STUDY: &str = r#"
schema = 1
name = "Étude"
languages = ["fr", "en"]
mask_under = 3
withdrawn = 1
[rules]
common_strength = 2
common_share = 0.5
criteria = "2021"
[[attribute]]
key = "size"
of = "organisation"
label_fr = "Effectif"
stratum = true
values = [ { key = "under10", universe = 3000 }, { key = "10to49", label = "10 à 49" } ]
[[attribute]]
key = "years"
type = "number"
[[scenario]]
key = "S1"
label_fr = "Renouveler"
[[scenario]]
key = "S2"
summary_en = "Redesign"
[[target]]
where = { size = "under10", role = "rh" }
n = 4
"#;

pub(super) const CODEBOOK: &str =
    "key,parent,label_fr,slot,colour\nB1.1,B1,Émargements,1,blue\nB1,,Preuves,,\nB2,,,,#ff8800\n";

pub(super) fn desk() -> Desk {
    let mut desk = Desk::default();
    desk.keep(Kind::Study, STUDY);
    desk.keep(Kind::Codebook, CODEBOOK);
    desk
}
