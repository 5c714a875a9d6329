//! An export is a study folder again: read by `new --from` and exported again, every CSV is the same to the byte.

use entretien::export::{ExportOptions, build, refi};
use entretien::file::csv::Profile;
use entretien::import::{
    Belongs, FolderFile, Input, Options, Plan, Report, gather, plan_files, read_folder,
};
use entretien::study::change::{Change, Transaction};
use entretien::study::codebook::CodeField;
use entretien::study::coding::{Coding, CodingField};
use entretien::study::document::{DocumentText, Version};
use entretien::study::id::{CodingId, Mint, VersionId};
use entretien::study::people::ParticipantField;
use entretien::study::session::SessionField;
use entretien::study::word::{Consent, Origin};
use entretien::study::{ReplicaId, Stamp, Study};
use proptest::prelude::*;
use std::collections::{BTreeMap, HashMap};
use std::fmt::Write as _;
use std::path::Path;
use std::sync::Arc;

/// Ids that count up.
#[derive(Default)]
struct Count(u128);

impl Mint for Count {
    fn id(&mut self) -> uuid::Uuid {
        self.0 += 1;
        uuid::Uuid::from_u128((0x7 << 76) | self.0)
    }

    fn random(&mut self) -> uuid::Uuid {
        self.id()
    }

    fn now(&self) -> jiff::Timestamp {
        jiff::Timestamp::UNIX_EPOCH
    }
}

/// A study in memory.
#[derive(Default)]
struct Desk {
    study: Study,
    texts: HashMap<VersionId, Arc<DocumentText>>,
    mint: Count,
    n: u64,
}

impl Desk {
    /// A study from a folder's files; `first` keeps the ids of two studies apart.
    fn of(files: Vec<FolderFile>, first: u128) -> (Self, Plan) {
        let mut desk = Self {
            mint: Count(first),
            ..Self::default()
        };
        let none: HashMap<VersionId, Vec<u8>> = HashMap::new();
        let plan: Result<Plan, Report> = read_folder(
            files,
            &desk.study,
            &desk.texts,
            &none,
            &mut desk.mint,
            "am",
            None,
        );
        let plan = plan.unwrap_or_else(|report| panic!("{:#?}", report.problems));
        for text in &plan.texts {
            let words = DocumentText::from_turns(&text.transcript.turns);
            desk.texts.insert(text.version.clone(), Arc::new(words));
        }
        desk.put(plan.changes.clone());
        (desk, plan)
    }

    fn put(&mut self, changes: Vec<Change>) {
        self.n += 1;
        let label = String::from("label");
        let applied = self.study.apply(&Transaction {
            stamp: Stamp {
                ms: self.n,
                counter: 0,
                replica: ReplicaId(1),
            },
            author: "am".into(),
            wall: jiff::Timestamp::UNIX_EPOCH,
            label: entretien::i18n::Message::new(label),
            changes,
        });
        assert!(applied.conflicts.is_empty(), "{:?}", applied.conflicts);
    }

    fn export(&self, profile: Profile) -> BTreeMap<String, Vec<u8>> {
        let options = ExportOptions {
            profile,
            ..ExportOptions::default()
        };
        let none = |_: &Version| None;
        build(&self.study, &self.texts, &none, &options)
            .files
            .into_iter()
            .collect()
    }
}

fn sample() -> Desk {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("sample-sessions/certification-assistance-formation");
    Desk::of(gather(&folder).unwrap(), 0).0
}

/// What `gather` would read of an export.
fn read_again(files: &BTreeMap<String, Vec<u8>>) -> Vec<FolderFile> {
    files
        .iter()
        .filter(|(path, _)| {
            !matches!(
                path.as_str(),
                "datapackage.json" | "evidence.csv" | "scenarios.csv"
            ) && !path.starts_with("originals/")
        })
        .map(|(path, bytes)| FolderFile {
            path: path.clone(),
            bytes: bytes.clone(),
        })
        .collect()
}

/// Every column of every file is told in a sentence of its own.
fn every_column_is_told(files: &BTreeMap<String, Vec<u8>>) {
    let package: serde_json::Value = serde_json::from_slice(&files["datapackage.json"]).unwrap();
    let mut told = 0;
    for resource in package["resources"].as_array().unwrap() {
        let fields = resource["schema"]["fields"].as_array();
        for field in fields.into_iter().flatten() {
            let sentence = field["description"].as_str().unwrap_or_default();
            let (file, name) = (&resource["path"], &field["name"]);
            assert!(
                sentence.contains(' ') || sentence.len() > 8,
                "{file} {name}: “{sentence}”"
            );
            told += 1;
        }
    }
    assert!(told > 60, "{told}");
}

fn comes_back(desk: &Desk) {
    let data = desk.export(Profile::Data);
    for profile in [Profile::Data, Profile::ExcelFr] {
        let files = desk.export(profile);
        every_column_is_told(&files);
        let (again, _) = Desk::of(read_again(&files), 1 << 64);
        let back = again.export(Profile::Data);
        assert_eq!(
            data.keys().collect::<Vec<_>>(),
            back.keys().collect::<Vec<_>>()
        );
        for (path, bytes) in &data {
            // ids of documents, and with them nothing else, differ in the package: it names the journal's head
            if path == "datapackage.json" {
                continue;
            }
            let (was, is) = (
                String::from_utf8_lossy(bytes),
                String::from_utf8_lossy(back.get(path).unwrap()),
            );
            for (n, (was, is)) in was.lines().zip(is.lines()).enumerate() {
                assert_eq!(was, is, "{path}, line {} ({profile:?})", n + 1);
            }
            assert_eq!(was.len(), is.len(), "{path} ({profile:?})");
        }
    }
}

#[test]
fn the_sample_study_comes_back_as_it_went() {
    let desk = sample();
    assert!(desk.study.records.codings.len() >= 150);
    comes_back(&desk);
}

#[test]
fn merged_settled_silent_and_withdrawn_come_back_as_they_went() {
    let mut desk = sample();
    let codes: Vec<_> = desk
        .study
        .codes()
        .iter()
        .map(|(id, ..)| (*id).clone())
        .collect();
    let used: Vec<_> = codes
        .into_iter()
        .filter(|id| desk.study.records.codings.values().any(|c| c.code == *id))
        .collect();
    desk.put(vec![
        (used[0].clone(), CodeField::Alias(Some(used[1].clone()))).into(),
    ]);
    let (first, coding) = desk
        .study
        .records
        .codings
        .iter()
        .map(|(id, coding)| (id.clone(), coding.clone()))
        .find(|(_, coding)| coding.code == used[1] && coding.coder != "bl")
        .unwrap();
    let other = CodingId::new("01-second-opinion");
    let settled = CodingId::new("02-settled");
    let by = |coder: &str, origin: Origin, settles: Vec<CodingId>| Coding {
        coder: coder.into(),
        origin,
        settles,
        memo: "=\"quoted\"\nand broken".into(),
        coded_at: Some(jiff::Timestamp::UNIX_EPOCH),
        ..coding.clone()
    };
    desk.put(vec![
        (other.clone(), by("bl", Origin::Hand, Vec::new())).into(),
        (
            settled,
            by("am+bl", Origin::Settled, vec![first.clone(), other]),
        )
            .into(),
        (first, CodingField::Starred(true)).into(),
    ]);
    let participants: Vec<_> = desk
        .study
        .records
        .participants
        .iter()
        .filter(|(_, p)| p.consent == Consent::Given)
        .map(|(id, _)| id.clone())
        .collect();
    let consent =
        |at: usize, consent| (participants[at].clone(), ParticipantField::Consent(consent)).into();
    desk.put(vec![
        consent(0, Consent::Withdrawn),
        consent(1, Consent::NoQuote),
    ]);
    comes_back(&desk);
}

#[test]
fn the_order_of_the_guide_and_of_the_cards_come_back_as_they_went() {
    let mut desk = sample();
    let (id, _) = desk.study.session_by_key("E05").unwrap();
    let id = id.clone();
    let mut cards: Vec<_> = desk
        .study
        .scenarios()
        .into_iter()
        .map(|(id, _)| id.clone())
        .collect();
    cards.reverse();
    let visit = |at: i64, key: &str| (id.clone(), SessionField::Visit(at, Some(key.into()))).into();
    desk.put(vec![
        visit(0, "1.1"),
        visit(61_500, "2;1 %3B"),
        visit(90_000, "1.1"),
        (id.clone(), SessionField::ScenarioOrder(cards.clone())).into(),
    ]);
    comes_back(&desk);
    let files = desk.export(Profile::ExcelFr);
    let (again, _) = Desk::of(read_again(&files), 1 << 64);
    let (_, session) = again.study.session_by_key("E05").unwrap();
    let questions: Vec<&str> = session.visits.values().map(String::as_str).collect();
    assert_eq!(questions, ["1.1", "2;1 %3B", "1.1"]);
    let keys: Vec<&str> = session
        .scenario_order
        .iter()
        .map(|id| again.study.records.scenarios[id].key.as_str())
        .collect();
    assert_eq!(keys, ["S5", "S4", "S3", "S2", "S1", "S0"]);
}

/// A study from files given together, read into an empty one.
fn read_files(inputs: Vec<(&str, Vec<u8>)>) -> (Desk, Plan) {
    let mut desk = Desk {
        mint: Count(1 << 40),
        ..Desk::default()
    };
    let inputs = inputs
        .into_iter()
        .map(|(name, bytes)| Input::find(name, bytes, Belongs::ByName, Options::default()))
        .collect();
    let none: HashMap<VersionId, Vec<u8>> = HashMap::new();
    let (study, texts) = (desk.study.clone(), desk.texts.clone());
    let plan = plan_files(inputs, &study, &texts, &none, &mut desk.mint, "am");
    let plan = plan.unwrap_or_else(|report| panic!("{:#?}", report.problems));
    for text in &plan.texts {
        let words = DocumentText::from_turns(&text.transcript.turns);
        desk.texts.insert(text.version.clone(), Arc::new(words));
    }
    desk.put(plan.changes.clone());
    (desk, plan)
}

fn project_of(desk: &Desk) -> Vec<u8> {
    refi::project(&desk.study, &desk.texts, &ExportOptions::default())
        .unwrap()
        .bytes
}

/// Through REFI-QDA and back: the same data files; what was written twice is the same to the byte.
fn goes_and_comes(desk: &Desk) -> Plan {
    let bytes = project_of(desk);
    assert!(bytes == project_of(desk), "the same study, the same bytes");
    let (back, plan) = read_files(vec![("s.qdpx", bytes.clone())]);
    let (before, after) = (desk.export(Profile::Data), back.export(Profile::Data));
    let list = |files: &BTreeMap<String, Vec<u8>>| files.keys().cloned().collect::<Vec<_>>();
    assert_eq!(list(&before), list(&after));
    for (path, file) in before
        .iter()
        .filter(|(path, _)| *path != "datapackage.json")
    {
        let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
        assert_eq!(text(file), text(&after[path]), "{path}");
    }
    plan
}

#[test]
fn the_sample_study_comes_back_from_refi_qda() {
    let plan = goes_and_comes(&sample());
    assert_eq!(plan.left_out, 0);
    let lost: Vec<_> = plan
        .report
        .warnings
        .iter()
        .filter(|said| format!("{said:?}").contains("export-loss"))
        .collect();
    assert!(lost.is_empty(), "{lost:?}");
}

#[test]
fn a_project_that_comes_twice_changes_nothing() {
    let desk = sample();
    let bytes = project_of(&desk);
    let (mut back, _) = read_files(vec![("s.qdpx", bytes.clone())]);
    let before = back.export(Profile::Data);
    let again = Input::find("s.qdpx", bytes, Belongs::ByName, Options::default());
    let none: HashMap<VersionId, Vec<u8>> = HashMap::new();
    let (study, texts) = (back.study.clone(), back.texts.clone());
    let plan = plan_files(vec![again], &study, &texts, &none, &mut back.mint, "am").unwrap();
    back.put(plan.changes);
    let after = back.export(Profile::Data);
    for (path, file) in before
        .iter()
        .filter(|(path, _)| *path != "datapackage.json")
    {
        let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
        assert_eq!(text(file), text(&after[path]), "{path}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    /// Whatever is in the texts, and wherever it is coded.
    #[test]
    fn any_coded_texts_come_back_from_refi_qda(
        turns in proptest::collection::vec(
            (proptest::option::of("[A-Z]{1,3}|é:"), proptest::option::of(0u32..9_000_000), "[ab 🙂é&<\"\\n\u{301}]{1,30}"),
            1..6,
        ),
        codings in proptest::collection::vec(
            (any::<prop::sample::Index>(), any::<prop::sample::Index>(), "K[12]", "[xé]?", "[a\\n]{0,3}", proptest::option::of(0u8..5)),
            0..8,
        ),
    ) {
        let turns: Vec<serde_json::Value> = turns
            .iter()
            .map(|(speaker, ms, text)| serde_json::json!({
                "speaker": speaker, "start_ms": ms, "end_ms": ms.map(|ms| ms + 5),
                "text": entretien::text::sanitise::sanitise(text).text,
            }))
            .collect();
        let file = serde_json::json!({"format": "entretien-turns", "interview": "E1", "document": "D", "turns": turns});
        let words: Vec<char> = turns
            .iter()
            .map(|turn| turn["text"].as_str().unwrap())
            .collect::<Vec<_>>()
            .join("\n")
            .chars()
            .collect();
        let mut rows = String::from("interview,document,char_start,char_end,code,coder,memo,strength,scenario,polarity\n");
        for (a, b, code, coder, memo, strength) in &codings {
            let start = a.index(words.len());
            let end = start + 1 + b.index(words.len() - start);
            if words[start..end].iter().all(|c| c.is_whitespace()) {
                continue;
            }
            let strength = strength.map_or_else(String::new, |s| s.to_string());
            let _ = writeln!(rows, "E1,D,{start},{end},{code},{coder},\"{memo}\",{strength},S1,mixed");
        }
        let study = "schema = 1\nname = \"x\"\n[[scenario]]\nkey = \"S1\"\nlabel_fr = \"un\"\n";
        let (desk, _) = read_files(vec![
            ("study.toml", study.as_bytes().to_vec()),
            ("codebook.csv", b"key,label_fr\nK1,\"un, <deux>\"\nK2,\n".to_vec()),
            ("E1.D.v1.turns.json", file.to_string().into_bytes()),
            ("codings.csv", rows.into_bytes()),
        ]);
        goes_and_comes(&desk);
    }
}
