//! Kills a writer at random moments, again and again: whatever it acknowledged must be there afterwards, the journal
//! must verify, the embedded store must be what the journal says, and what was erased must be gone.
//!
//! `ENTRETIEN_KILL_ROUNDS=1000 cargo test --test store_kill` for more rounds than the suite's 200.

use entretien::message;
use entretien::store::{Access, Options, Store};
use entretien::study::coding::{Coding, Passage};
use entretien::study::document::{Document, Texts, Turn, Version};
use entretien::study::id::{CodingId, DocumentId, NoteId, SessionId, SubjectId, VersionId};
use entretien::study::session::{Note, Session};
use entretien::study::settings::SettingsField;
use entretien::study::{Change, Study};
use std::collections::BTreeSet;
use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

const FOLDER: &str = "ENTRETIEN_KILL_FOLDER";
const FROM: &str = "ENTRETIEN_KILL_FROM";
/// Rounds in one study, before a new one is begun.
const ROUNDS: u64 = 25;

fn options(folder: &Path) -> Options {
    Options {
        state: Some(folder.with_extension("state")),
        ..Options::default()
    }
}

fn open(folder: &Path) -> Store {
    let author = "am".to_owned();
    Store::open_with(folder, Access::Write { author }, &options(folder)).unwrap()
}

/// The writer: numbered acts, each said on stdout once it is durable.
#[test]
fn child() {
    let Ok(folder) = std::env::var(FOLDER) else {
        return;
    };
    let mut n: u64 = std::env::var(FROM).unwrap().parse().unwrap();
    let mut store = open(Path::new(&folder));
    let mut out = std::io::stdout();
    writeln!(out, "\nready").unwrap();
    loop {
        n += 1;
        let said = match n % 16 {
            0 => {
                import(&mut store, n);
                format!("text {n}")
            }
            7 => {
                let session = interview(&mut store, &format!("marker-{n}-marker"));
                store.settle().unwrap();
                store.erase(&session).unwrap();
                format!("gone {n}")
            }
            11 => {
                // Several at once, of which the last acknowledgement covers all.
                for _ in 0..3 {
                    note(&mut store, n);
                    n += 1;
                }
                note(&mut store, n);
                format!("note {n}")
            }
            13 => {
                // Only what is not acknowledged yet: a kill may fall between the two.
                note(&mut store, n);
                store.undo().unwrap();
                store.redo().unwrap();
                format!("note {n}")
            }
            _ => {
                note(&mut store, n);
                format!("note {n}")
            }
        };
        store.settle().unwrap();
        writeln!(out, "{said}").unwrap();
        out.flush().unwrap();
    }
}

fn note(store: &mut Store, n: u64) {
    let id = NoteId::new(&format!("note-{n}"));
    let session = SessionId::new("e01");
    let text = format!("line {n}");
    let coding = CodingId::mint(store.mint());
    let passage = Passage::Note(id.clone());
    let changes: Vec<Change> = vec![
        (Study::settings_id(), SettingsField::Aim(text.clone())).into(),
        (
            id,
            Note {
                session,
                text,
                ..Note::default()
            },
        )
            .into(),
        (
            coding,
            Coding {
                passage,
                ..Coding::default()
            },
        )
            .into(),
    ];
    store.transact(message!("test", n = n), changes).unwrap();
}

fn interview(store: &mut Store, key: &str) -> SessionId {
    let id = SessionId::mint(store.mint());
    let session = Session {
        subject: SubjectId::mint(store.mint()),
        key: key.into(),
        ..Session::default()
    };
    store
        .transact(message!("test"), vec![(id.clone(), session).into()])
        .unwrap();
    id
}

fn import(store: &mut Store, n: u64) {
    let turn = Turn {
        text: format!("turn {n}"),
        ..Turn::default()
    };
    let stored = store.add_text(&[turn], "text 1", Some(b"raw")).unwrap();
    let document = DocumentId::new(&format!("document-{n}"));
    let version = Version {
        document: document.clone(),
        text: stored.text,
        salt: stored.salt,
        original: stored.original,
        ..Version::default()
    };
    let changes = vec![
        (document, Document::default()).into(),
        (VersionId::new(&format!("version-{n}")), version).into(),
    ];
    store.transact(message!("test"), changes).unwrap();
}

/// What one life of the writer acknowledged.
fn one_life(folder: &Path, from: u64, life: Duration) -> (Vec<(String, u64)>, u64) {
    let mut child = Command::new(std::env::current_exe().unwrap())
        .args(["--exact", "child", "--nocapture", "--test-threads=1"])
        .env(FOLDER, folder)
        .env(FROM, from.to_string())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
    let ready = lines.by_ref().any(|line| line.unwrap().ends_with("ready"));
    let killed = std::thread::scope(|scope| {
        let reader = scope.spawn(move || {
            let words = lines.map_while(Result::ok).filter_map(|line| {
                let (what, n) = line.split_once(' ')?;
                Some((what.to_owned(), n.parse::<u64>().ok()?))
            });
            words.collect::<Vec<_>>()
        });
        std::thread::sleep(life);
        child.kill().unwrap();
        reader.join().unwrap()
    });
    let output = child.wait_with_output().unwrap();
    let cried = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(
        ready && cried.is_empty(),
        "the writer fell by itself: {cried}"
    );
    let last = killed.last().map_or(from, |(_, n)| *n);
    (killed, last)
}

fn holds(folder: &Path, marker: &str) -> bool {
    std::fs::read_dir(folder).unwrap().any(|entry| {
        let path = entry.unwrap().path();
        if path.is_dir() {
            return holds(&path, marker);
        }
        let bytes = std::fs::read(&path).unwrap();
        bytes.windows(marker.len()).any(|w| w == marker.as_bytes())
    })
}

fn verify(folder: &Path, acknowledged: &BTreeSet<(String, u64)>) {
    let store = Store::open_with(folder, Access::Read, &options(folder)).unwrap();
    let records = &store.study().records;
    for (what, n) in acknowledged {
        match what.as_str() {
            "note" => assert!(
                records
                    .notes
                    .contains_key(&NoteId::new(&format!("note-{n}"))),
                "note {n} was acknowledged and is gone"
            ),
            "text" => {
                let text = store.texts().text(&VersionId::new(&format!("version-{n}")));
                let text = text.unwrap_or_else(|| panic!("text {n} was acknowledged and is gone"));
                assert_eq!(text.text(), format!("turn {n}"));
            }
            _ => assert!(
                !holds(folder, &format!("marker-{n}-marker")),
                "{n} was erased"
            ),
        }
    }
}

#[test]
fn what_was_acknowledged_outlives_any_kill() {
    if std::env::var(FOLDER).is_ok() {
        return;
    }
    let rounds: u64 = std::env::var("ENTRETIEN_KILL_ROUNDS")
        .ok()
        .and_then(|n| n.parse().ok())
        .unwrap_or(200);
    let began = Instant::now();
    let mut seed = u64::from(std::process::id()) | 1;
    let mut total = 0;
    let mut done = 0;
    while done < rounds {
        let dir = tempfile::tempdir().unwrap();
        let folder = dir.path().join("study");
        let mut store = Store::create_with(&folder, "am", &options(&folder)).unwrap();
        let session = Session {
            subject: SubjectId::mint(store.mint()),
            key: "E01".into(),
            ..Session::default()
        };
        store
            .transact(
                message!("test"),
                vec![(SessionId::new("e01"), session).into()],
            )
            .unwrap();
        drop(store);
        let mut acknowledged = BTreeSet::new();
        let mut from = 0;
        for _ in 0..ROUNDS.min(rounds - done) {
            seed = seed
                .wrapping_mul(6_364_136_223_846_793_005)
                .wrapping_add(1_442_695_040_888_963_407);
            let life = Duration::from_micros((seed >> 33) % 40_000);
            let (said, last) = one_life(&folder, from, life);
            total += said.len();
            // Numbers of what was not acknowledged are not used again.
            from = last + 10;
            let new: BTreeSet<_> = said.into_iter().collect();
            verify(&folder, &new);
            acknowledged.extend(new);
            done += 1;
        }
        let findings = Store::check(&folder, false).unwrap();
        assert!(findings.iter().all(|f| f.repaired), "{findings:?}");
        verify(&folder, &acknowledged);
        // What a kill cut off may be durable all the same; what was acknowledged is.
        let noted = acknowledged.iter().any(|(what, _)| what == "note");
        let store = open(&folder);
        assert!(!noted || !store.study().settings().aim.is_empty());
    }
    println!(
        "{rounds} kills, {total} acknowledged, none lost, in {:.1} s",
        began.elapsed().as_secs_f32()
    );
}
