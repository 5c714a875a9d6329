//! A study folder becomes one plan, or none.

use super::data::desk_test::{Count, said};
use super::folder::{FolderFile, Input, gather, plan_files, read_folder};
use super::plan::{Belongs, Fate, Plan, StoredText, TextSink};
use super::problem::Report;
use super::transcript::Options;
use crate::i18n::{Lang, Message, Words};
use crate::study::coding::Passage;
use crate::study::document::{DocumentText, Turn};
use crate::study::id::VersionId;
use crate::study::word::{Consent, SessionState};
use crate::study::{Change, Record, ReplicaId, Stamp, Study, Transaction};
use std::collections::HashMap;
use std::path::Path;
use std::sync::Arc;

/// Keeps texts in memory.
#[derive(Default)]
struct Shelf(Vec<(Vec<Turn>, String, Option<Vec<u8>>)>);

impl TextSink for Shelf {
    type Error = std::convert::Infallible;
    fn add_text(
        &mut self,
        turns: &[Turn],
        importer: &str,
        original: Option<&[u8]>,
    ) -> Result<StoredText, Self::Error> {
        self.0.push((
            turns.to_vec(),
            importer.to_owned(),
            original.map(<[u8]>::to_vec),
        ));
        let text = format!("text-{}", self.0.len());
        Ok(StoredText {
            text,
            salt: "00".into(),
            original: "o".into(),
        })
    }
}

/// A study that plans are made for and kept in.
#[derive(Default)]
struct Desk {
    study: Study,
    texts: HashMap<VersionId, Arc<DocumentText>>,
    files: HashMap<VersionId, Vec<u8>>,
    mint: Count,
}

impl Desk {
    fn folder(&mut self, files: Vec<FolderFile>) -> Result<Plan, Report> {
        read_folder(
            files,
            &self.study,
            &self.texts,
            &self.files,
            &mut self.mint,
            "am",
            None,
        )
    }

    fn files(&mut self, files: &[(&str, &str)]) -> Result<Plan, Report> {
        let inputs = files
            .iter()
            .map(|(name, text)| {
                Input::find(
                    name,
                    text.as_bytes().to_vec(),
                    Belongs::ByName,
                    Options::default(),
                )
            })
            .collect();
        plan_files(
            inputs,
            &self.study,
            &self.texts,
            &self.files,
            &mut self.mint,
            "am",
        )
    }

    /// Stores a plan; returns how many texts were stored.
    fn keep(&mut self, mut plan: Plan) -> usize {
        let mut shelf = Shelf::default();
        let changes = plan.store(&mut shelf).unwrap();
        for change in &changes {
            if let Change::Add(record) = change
                && let Record::Version(_, version) = record.as_ref()
            {
                assert!(
                    version.text.starts_with("text-"),
                    "every version has the name of its text"
                );
            }
        }
        for text in plan.texts.iter().filter(|text| text.fate == Fate::New) {
            self.texts.insert(
                text.version.clone(),
                Arc::new(DocumentText::from_turns(&text.transcript.turns)),
            );
            if let Some(original) = &text.original {
                self.files.insert(text.version.clone(), original.to_vec());
            }
        }
        let stamp = Stamp {
            ms: self.study.head.ms + 1,
            counter: 0,
            replica: ReplicaId(1),
        };
        let (author, wall, label) = (
            "am".into(),
            jiff::Timestamp::UNIX_EPOCH,
            Message::new("import-no-name"),
        );
        let applied = self.study.apply(&Transaction {
            stamp,
            author,
            wall,
            label,
            changes,
        });
        assert_eq!(applied.conflicts, []);
        shelf.0.len()
    }
}

fn file(path: &str, text: &str) -> FolderFile {
    FolderFile {
        path: path.into(),
        bytes: text.as_bytes().to_vec(),
    }
}

fn warned(report: &Report) -> Vec<String> {
    let words = Words::new(Lang::En);
    report
        .warnings
        .iter()
        .map(|warning| words.say(warning))
        .collect()
}

#[test]
fn the_sample_study_comes_in_without_a_fault() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("sample-sessions/certification-assistance-formation");
    let files = gather(&folder).unwrap();
    let mut desk = Desk::default();
    let plan = match desk.folder(files.clone()) {
        Ok(plan) => plan,
        Err(report) => panic!("{:#?}", said(&report)),
    };
    let unexpected: Vec<String> = warned(&plan.report)
        .into_iter()
        .filter(|warning| {
            !warning.contains("withdrawn") && !warning.contains("E05.txt: One passage")
        })
        .collect();
    assert_eq!(unexpected, Vec::<String>::new());
    for counts in &plan.report.files {
        assert_eq!(
            counts.same, 0,
            "{}: a row says what another one said",
            counts.file
        );
    }
    desk.keep(plan);
    let gone: Vec<_> = desk
        .study
        .sessions()
        .into_iter()
        .filter(|(id, _)| desk.study.session_consent(id) == Consent::Withdrawn)
        .map(|(id, _)| id.clone())
        .collect();
    assert_eq!(gone.len(), 1);
    assert_eq!(
        desk.study.documents_of(&gone[0]).len() + desk.study.notes_of(&gone[0]).len(),
        0
    );
    for coding in desk.study.records.codings.values() {
        assert!(desk.study.place_of(&coding.passage).is_some());
        if let Passage::Text(text) = &coding.passage {
            let quote = desk.texts[&text.version].slice(text.span());
            assert_eq!(crate::study::coding::checksum(quote), text.check);
        }
    }
    let again = desk.folder(files).unwrap();
    let fates: Vec<Fate> = again.texts.iter().map(|text| text.fate).collect();
    assert!(!fates.contains(&Fate::New), "{fates:?}");
    assert_eq!(
        again.changes,
        [],
        "the same folder once more changes nothing"
    );
}

const STUDY: &str = "schema = 1\nname = \"É\"\n[[scenario]]\nkey = \"S1\"\n";
const CALL: &str = "INT: Ça va ?\n\nE01: Oui, très bien.\n\nINT: Bon.\n\nE01: Trois dossiers.\n";

#[test]
fn a_folder_is_all_or_nothing() {
    let mut desk = Desk::default();
    let good = vec![
        file("study.toml", STUDY),
        file("codebook.csv", "key\tlabel\nB1\tx\n"),
        file(
            "participants.csv",
            "interview,speaker,consent\nE01,,\nE02,,withdrawn\nE03,,\n",
        ),
        file("transcripts/E01.txt", CALL),
        file("transcripts/E02.txt", CALL),
        file("references/fiche.txt", "Une fiche."),
        file(
            "notes.csv",
            "interview,text,note_id,codes\nE02,x,n1,B1\nE03,y,n2,B1\n",
        ),
        file(
            "codings.csv",
            "interview,document,quote,code,note_id\nE01,,Trois dossiers,B1,\n,fiche,fiche,B1,\nE02,,très bien,B1,\nE02,,,B1,n1\n",
        ),
        file("plan.pdf", "x"),
    ];
    let mut bad = good.clone();
    bad[6] = file("notes.csv", "interview,text,kind\nE01,x,thought\n");
    bad[7] = file(
        "codings.csv",
        "interview,quote,code\nE01,Quatre dossiers,B1\nE01,Bon.,B2\nE01,Bon.,B1\n",
    );
    bad.push(file("transcripts/E04.txt", "   \n"));
    let report = desk.folder(bad).unwrap_err();
    let places: Vec<(&str, usize)> = report
        .problems
        .iter()
        .map(|p| (p.file.as_str(), p.line))
        .collect();
    assert_eq!(
        places,
        [
            ("transcripts/E04.txt", 0),
            ("notes.csv", 2),
            ("codings.csv", 2),
            ("codings.csv", 3)
        ],
        "all faults of all files: {:?}",
        said(&report)
    );

    let plan = desk.folder(good).unwrap();
    assert_eq!(
        Words::new(Lang::En).say(plan.label.as_ref().unwrap()),
        "read the study folder “É”"
    );
    let warnings = warned(&plan.report);
    assert!(
        warnings.contains(&"not a file of a study folder, not read: plan.pdf".to_owned()),
        "{warnings:?}"
    );
    assert!(
        warnings
            .contains(&"withdrawn interviews: 3 rows and 1 texts checked, not stored".to_owned()),
        "{warnings:?}"
    );
    assert_eq!(desk.keep(plan), 2);
    let records = &desk.study.records;
    assert_eq!(
        (
            records.sessions.len(),
            records.documents.len(),
            records.notes.len()
        ),
        (3, 2, 1)
    );
    assert_eq!(
        records.codings.len(),
        2,
        "codes of the notes' file give way to the file of codings"
    );
    let state = |key| desk.study.session_by_key(key).unwrap().1.state;
    assert_eq!(
        (state("E01"), state("E02"), state("E03")),
        (
            SessionState::Done,
            SessionState::Planned,
            SessionState::Done
        )
    );
}

#[test]
fn files_given_together_are_read_in_the_order_they_need() {
    let mut desk = Desk::default();
    let plan = desk
        .files(&[
            ("codings.csv", "doc,start,end,code\nE01.txt,24,33,B1\n"),
            ("dir/E01.txt", CALL),
            ("book.csv", "code,parent\nB1,\n"),
        ])
        .unwrap();
    desk.keep(plan);
    let coding = desk.study.records.codings.values().next().unwrap();
    let Passage::Text(text) = &coding.passage else {
        panic!()
    };
    assert_eq!(desk.texts[&text.version].slice(text.span()), "très bien");
    assert_eq!(coding.coder, "am");

    let again = desk.files(&[("E01.txt", CALL)]).unwrap();
    assert_eq!(again.changes, []);
    assert!(
        warned(&again.report)
            .contains(&"E01.txt: the document E01 says the same already".to_owned())
    );
    let plan = desk
        .files(&[("E01.txt", &CALL.replace("Trois", "Quatre"))])
        .unwrap();
    assert_eq!(desk.keep(plan), 1);
    assert_eq!(desk.study.records.versions.len(), 2);
    let two = desk
        .files(&[("a/E09.txt", CALL), ("b/E09.txt", CALL)])
        .unwrap_err();
    assert_eq!(
        said(&two),
        ["b/E09.txt: another file of this import is the document E09 already"]
    );
}

#[test]
fn our_own_turns_come_back_as_they_went() {
    let turns = |interview: &str, version: u32, text: &str| {
        format!(
            "{{\"format\":\"entretien-turns\",\"interview\":\"{interview}\",\"document\":\"visio\",\"version\":{version},\
             \"turns\":[{{\"speaker\":\"Ana\",\"start_ms\":5,\"end_ms\":9,\"text\":\"{text}\",\"anchors\":[[0,5]]}}]}}"
        )
    };
    let mut desk = Desk::default();
    let files = vec![
        file("study.toml", STUDY),
        file(
            "transcripts/E01.visio.v10.turns.json",
            &turns("E01", 10, "Dix."),
        ),
        file(
            "transcripts/E01.visio.v2.turns.json",
            &turns("E01", 2, "Deux."),
        ),
        file(
            "references/visio.v1.turns.json",
            &turns("", 1, "Une fiche."),
        ),
    ];
    let plan = desk.folder(files.clone()).unwrap();
    assert_eq!(desk.keep(plan), 3);
    let (session, _) = desk.study.session_by_key("E01").unwrap();
    let (document, _) = desk.study.documents_of(session)[0];
    let numbers: Vec<u32> = desk
        .study
        .versions_of(document)
        .iter()
        .map(|(_, version)| version.number)
        .collect();
    assert_eq!(numbers, [2, 10]);
    assert_eq!(desk.study.references()[0].1.key, "visio");
    let again = desk.folder(files).unwrap();
    assert_eq!(again.changes, []);
}
