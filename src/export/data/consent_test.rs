//! What consent does, over every file of an export and every table in every format, for the owner and for others: one
//! row a state of consent.

use super::*;
use crate::analysis::bench::{Bench, ground};
use crate::analysis::{names, run};
use crate::export::report::{minutes, progress};
use crate::export::{csv, json, markdown, text};
use crate::i18n::Words;
use crate::study::coding::{CodingField, Passage};
use crate::study::exclusion::{Excluded, Exclusion};
use crate::study::id::*;
use crate::study::people::ParticipantField;
use crate::study::session::{Answer, SessionField};
use crate::study::word::{AnswerState, Consent, Polarity};
use std::collections::BTreeSet;

/// Words of the interview that are in nothing else: coded, around the coded ones, of a note that is coded, of an open
/// answer, of a memo, of the debrief, of the file that was read.
const WORDS: [&str; 7] = [
    "Zébulon",
    "Pélican",
    "Mirabelle",
    "Quetzal",
    "Zibeline",
    "Xylophone",
    "Ocelot",
];

fn bench() -> Bench {
    let mut bench = ground();
    let turns = [
        ("Chercheuse", "Et puis ?"),
        ("Ana", "Pélican. Zébulon a triché."),
    ];
    bench.transcript(Some("I1"), "t1", &turns);
    bench.transcript(Some("I2"), "t2", &[("Bob", "Tout va bien.")]);
    bench.note("I1", "n1", "Mirabelle savait");
    for (id, passage) in [
        ("c1", bench.passage("t1-v1", "Zébulon a triché.")),
        ("c2", Passage::Note(NoteId::new("n1"))),
        ("c3", bench.passage("t2-v1", "Tout va bien.")),
    ] {
        bench.coding(
            id,
            passage,
            "D8.levier",
            &[("S2", Polarity::Supports)],
            Some(3),
        );
    }
    let answer = Answer {
        session: SessionId::new("I1"),
        question: "1.1".into(),
        state: AnswerState::Answered,
        value: "Quetzal".into(),
        ..Answer::default()
    };
    let debrief = SessionField::Debrief("surprise".into(), Some("Xylophone".into()));
    bench.put(vec![
        (AnswerId::new("a1"), answer).into(),
        (CodingId::new("c1"), CodingField::Memo("Zibeline".into())).into(),
        (SessionId::new("I1"), debrief).into(),
    ]);
    bench
}

fn allow(bench: &mut Bench, consent: Consent) {
    let field = ParticipantField::Consent(consent);
    bench.put(vec![(ParticipantId::new("P-I1"), field).into()]);
}

fn exclude(bench: &mut Bench, id: &str, what: Excluded) {
    let exclusion = Exclusion {
        session: SessionId::new("I1"),
        what,
        ..Exclusion::default()
    };
    bench.put(vec![(ExclusionId::new(id), exclusion).into()]);
}

/// All files of an export, with what is said of it.
fn files(bench: &Bench, profile: Profile, shared: bool) -> (Vec<(String, String)>, usize) {
    let options = ExportOptions {
        profile,
        shared,
        ..ExportOptions::default()
    };
    let originals = |version: &Version| {
        let own = version.document == DocumentId::new("t1");
        own.then(|| b"Ana: Ocelot".to_vec())
    };
    let made = build(&bench.study, &bench.texts, &originals, &options);
    let unasked = |warning: &&Message| warning.key == "export-warning-unasked";
    let told = made.warnings.iter().filter(unasked).count();
    let files = made.files.into_iter();
    let files = files.map(|(path, bytes)| (path, String::from_utf8(bytes).unwrap()));
    (files.collect(), told)
}

/// Every table in every format.
fn tables(bench: &Bench) -> Vec<(String, String)> {
    let context = Context {
        texts: &bench.texts,
        turns: &TurnCache::default(),
        head: String::new(),
        date: None,
        language: Lang::Fr,
    };
    let words = Words::new(Lang::Fr);
    let mut made = Vec::new();
    for name in names() {
        let options = Options::default();
        let Ok(table) = run(name, &bench.study, &context, &options) else {
            continue;
        };
        let bytes = |profile| String::from_utf8(csv(&table, profile)).unwrap();
        for (format, text) in [
            ("text", text(&table, words, 400)),
            ("csv", bytes(Profile::Data)),
            ("excel", bytes(Profile::ExcelFr)),
            ("json", json(&table, words)),
            ("md", markdown(&table, words)),
        ] {
            made.push((format!("{name}.{format}"), text));
        }
    }
    let now = Timestamp::UNIX_EPOCH;
    let report = progress(&bench.study, &context, now, words).unwrap();
    made.push(("progress".to_owned(), report.markdown()));
    made
}

/// Words that are somewhere, each as `word folder-or-file`.
fn found(files: &[(String, String)]) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for (path, text) in files {
        let place = path.split(['/', '.']).next().unwrap_or("");
        for word in WORDS.iter().filter(|word| text.contains(**word)) {
            found.insert(format!("{word} {place}"));
        }
    }
    found
}

/// Of a list as `word place place, word place`.
fn wanted(list: &str) -> BTreeSet<String> {
    list.split(',')
        .filter_map(|one| {
            let mut words = one.split_whitespace();
            let word = words.next()?;
            Some(words.map(move |place| format!("{word} {place}")))
        })
        .flatten()
        .collect()
}

const ALL: &str = "Zébulon excerpts evidence transcripts, Pélican excerpts transcripts, Mirabelle excerpts notes, \
                   Quetzal answers, Zibeline excerpts, Xylophone sessions";
const UNQUOTED: &str = "Zébulon transcripts, Pélican transcripts, Mirabelle notes, Quetzal answers, Zibeline excerpts, \
                        Xylophone sessions, Ocelot originals";

struct Case {
    name: &'static str,
    make: fn(&mut Bench),
    owner: String,
    shared: &'static str,
    /// Words that tables and the minutes hold.
    tables: &'static str,
    /// `escaped` of the interview's codings: for the owner, for others; none where they are gone.
    escaped: Option<(&'static str, &'static str)>,
    /// Whether it is said that nobody was asked.
    told: usize,
}

fn cases() -> Vec<Case> {
    let owner = format!("{ALL}, Ocelot originals");
    let case = |name, make, escaped| Case {
        name,
        make,
        owner: owner.clone(),
        shared: "",
        tables: "Zébulon evidence",
        escaped,
        told: 0,
    };
    vec![
        Case {
            shared: ALL,
            ..case("given", |_| {}, Some(("", "")))
        },
        Case {
            told: 1,
            ..case(
                "unknown",
                |bench| allow(bench, Consent::Unknown),
                Some(("", "consent-unknown")),
            )
        },
        Case {
            owner: UNQUOTED.to_owned(),
            tables: "",
            ..case(
                "no-quote",
                |bench| allow(bench, Consent::NoQuote),
                Some(("no-quote", "no-quote")),
            )
        },
        Case {
            owner: UNQUOTED.to_owned(),
            tables: "",
            ..case(
                "after-reading",
                |bench| allow(bench, Consent::AfterReading),
                Some(("no-quote", "no-quote")),
            )
        },
        Case {
            owner: String::new(),
            tables: "",
            ..case("withdrawn", |bench| allow(bench, Consent::Withdrawn), None)
        },
        Case {
            shared: ALL,
            ..case(
                "withdrawn and taken back",
                |bench| {
                    allow(bench, Consent::Withdrawn);
                    allow(bench, Consent::Given);
                },
                Some(("", "")),
            )
        },
        Case {
            owner: "Pélican transcripts, Quetzal answers, Xylophone sessions".to_owned(),
            shared: "Pélican transcripts, Quetzal answers, Xylophone sessions",
            tables: "",
            ..case(
                "excluded",
                |bench| {
                    if let Passage::Text(passage) = bench.passage("t1-v1", "Zébulon a triché.") {
                        exclude(bench, "x1", Excluded::Text(passage));
                    }
                    exclude(bench, "x2", Excluded::Note(NoteId::new("n1")));
                },
                None,
            )
        },
    ]
}

#[test]
fn consent_holds_in_every_file_and_table() {
    for case in cases() {
        let mut bench = bench();
        (case.make)(&mut bench);
        let name = case.name;
        for profile in [Profile::Data, Profile::ExcelFr] {
            for (shared, list) in [(false, case.owner.as_str()), (true, case.shared)] {
                let (files, told) = files(&bench, profile, shared);
                assert_eq!(found(&files), wanted(list), "{name}, {profile:?}, {shared}");
                assert_eq!(told, if shared { case.told } else { 0 }, "{name}");
                let (_, package) = files.last().unwrap();
                let count = format!("\"n_consent_unknown\": {}", case.told);
                assert_eq!(package.contains(&count), shared, "{name}: {package}");
                if profile == Profile::Data {
                    let (_, excerpts) = files.iter().find(|f| f.0 == "excerpts.csv").unwrap();
                    let sheet = crate::file::csv::read(excerpts).unwrap();
                    let escaped: BTreeSet<&str> = sheet
                        .rows
                        .iter()
                        .filter(|row| sheet.cell(row, "interview") == Some("I1"))
                        .filter_map(|row| sheet.cell(row, "escaped"))
                        .collect();
                    let of = case
                        .escaped
                        .map(|(own, others)| if shared { others } else { own });
                    assert_eq!(escaped, of.into_iter().collect(), "{name}, {shared}");
                }
            }
        }
        let tables = tables(&bench);
        assert!(tables.len() > 50, "{}", tables.len());
        assert_eq!(found(&tables), wanted(case.tables), "{name}");
        let words = Words::new(Lang::Fr);
        let minutes = minutes(&bench.study, &SessionId::new("I1"), words);
        let quoted = minutes.is_ok_and(|report| report.markdown().contains("Mirabelle"));
        assert_eq!(
            quoted,
            case.shared == ALL,
            "{name}: the words of a note in the minutes"
        );
        if case.name == "withdrawn" {
            let (files, _) = files(&bench, Profile::Data, false);
            for (path, text) in files.iter().chain(&tables) {
                let text = text.replace("sha256:", "");
                assert!(!text.contains("P-I1"), "{path} names who withdrew");
            }
            assert!(
                files
                    .iter()
                    .any(|(_, text)| text.contains("\"n_withdrawn\": 1"))
            );
        }
    }
}
