//! Speed, as ratios to something that can be named: a plain loop over the same bytes, a bare fdatasync, vim.
//!
//! `cargo bench` measures everything; `cargo bench -- small` a tenth of the corpus. Medians; nothing here passes or fails.

mod corpus;
mod terminal;

use entretien::analysis::{self, Context, Options, TurnCache};
use entretien::app::studies;
use entretien::export::{ExportOptions, Profile, export_study};
use entretien::i18n::{Lang, Message};
use entretien::import::{self, read_transcript};
use entretien::store::{Access, Store};
use entretien::study::Study;
use entretien::study::settings::SettingsField;
use std::fs;
use std::hint::black_box;
use std::io::Write;
use std::path::Path;
use std::time::{Duration, Instant};
use terminal::Terminal;

fn main() {
    let small = std::env::args().any(|arg| arg == "small");
    let (interviews, codings) = if small {
        (100, 10_000)
    } else {
        (1_000, 100_000)
    };
    let folder = tempfile::tempdir().unwrap();
    let source = folder.path().join("source");
    corpus::study_folder(&source, interviews, 8_000, codings);
    println!("{interviews} interviews, {codings} codings");
    println!(
        "{:<44}{:>10}  {:>10}  {:>7}",
        "", "measured", "against", "ratio"
    );
    reading(&source);
    let data = folder.path().join("data");
    let (made, took) = timed(|| studies::make_from(&data, "bench", "am", &source));
    made.expect("the corpus is a study folder");
    row("whole study in: read, checked, stored", took, None);
    tables(&data, &source);
    durable(folder.path());
    screen(folder.path(), &data);
}

fn timed<T>(f: impl FnOnce() -> T) -> (T, Duration) {
    let began = Instant::now();
    let out = f();
    (out, began.elapsed())
}

fn median(mut list: Vec<Duration>) -> Duration {
    list.sort();
    list[list.len() / 2]
}

fn row(what: &str, measured: Duration, against: Option<(&str, Duration)>) {
    let ms = |time: Duration| format!("{:.2} ms", time.as_secs_f64() * 1_000.0);
    match against {
        None => println!("{what:<44}{:>10}", ms(measured)),
        Some((name, other)) => {
            let ratio = measured.as_secs_f64() / other.as_secs_f64().max(1e-9);
            println!(
                "{what:<44}{:>10}  {:>10}  {ratio:>6.1}×  {name}",
                ms(measured),
                ms(other)
            );
        }
    }
}

/// The importer over all transcripts, against a loop that looks at each character.
fn reading(source: &Path) {
    let files: Vec<Vec<u8>> = fs::read_dir(source.join("transcripts"))
        .unwrap()
        .map(|entry| fs::read(entry.unwrap().path()).unwrap())
        .collect();
    let (turns, took) = timed(|| {
        files
            .iter()
            .map(|bytes| {
                read_transcript(bytes, &import::Options::default())
                    .expect("text")
                    .turns
                    .len()
            })
            .sum::<usize>()
    });
    let (_, plain) = timed(|| {
        files
            .iter()
            .map(|bytes| {
                std::str::from_utf8(bytes)
                    .unwrap()
                    .chars()
                    .filter(|c| c.is_alphabetic())
                    .count()
            })
            .map(black_box)
            .sum::<usize>()
    });
    row(
        &format!("read {} texts, {turns} turns", files.len()),
        took,
        Some(("a loop over the characters", plain)),
    );
}

/// Opening, the evidence table, the export.
fn tables(data: &Path, source: &Path) {
    let open = || {
        Store::open(
            &data.join("bench"),
            Access::Write {
                author: "am".into(),
            },
        )
        .expect("opens")
    };
    let times = (0..3).map(|_| timed(|| drop(open())).1).collect();
    row("open the study", median(times), None);
    let store = open();
    let study = store.study();
    let turns = TurnCache::default();
    let texts = store.texts();
    let context = Context {
        texts: &*texts,
        turns: &turns,
        head: String::new(),
        date: None,
        language: Lang::En,
    };
    let table = || {
        black_box(analysis::run("evidence", study, &context, &Options::default()).expect("a table"))
    };
    let (_, first) = timed(table);
    let times = (0..5).map(|_| timed(table).1).collect();
    let (_, plain) = timed(|| {
        let mut counts = std::collections::HashMap::new();
        for coding in study.records.codings.values() {
            for scenario in coding.polarities.keys() {
                *counts.entry((scenario, &coding.code)).or_insert(0usize) += 1;
            }
        }
        black_box(counts.len())
    });
    row(
        "evidence table, the first time",
        first,
        Some(("a loop that counts codings", plain)),
    );
    row(
        "evidence table, again",
        median(times),
        Some(("a loop that counts codings", plain)),
    );
    let out = source.with_file_name("export");
    let options = ExportOptions {
        profile: Profile::Data,
        shared: false,
        force: false,
        head: String::new(),
        date: None,
    };
    let (done, took) = timed(|| export_study(study, &*texts, &|_| None, &options, &out));
    done.expect("exports");
    let bytes = fs::read(out.join("excerpts.csv")).unwrap();
    let ((), plain) = timed(|| {
        let copy = bytes
            .iter()
            .fold(Vec::with_capacity(bytes.len()), |mut copy, byte| {
                copy.push(*byte);
                copy
            });
        fs::File::create(out.join("copy"))
            .and_then(|mut file| file.write_all(&copy))
            .unwrap();
    });
    row(
        "all data files out",
        took,
        Some(("copying excerpts.csv byte by byte", plain)),
    );
}

/// One act made durable, against the same line appended and synced by itself.
fn durable(folder: &Path) {
    let path = folder.join("durable");
    let mut store = Store::create(&path, "am").expect("a store");
    let mut bare = fs::File::create(folder.join("bare")).unwrap();
    let line = vec![b'x'; 700];
    let (mut ours, mut theirs) = (Vec::new(), Vec::new());
    for n in 0..200 {
        let change = (Study::settings_id(), SettingsField::Name(format!("n{n}"))).into();
        let (done, took) = timed(|| {
            store
                .transact(Message::new("label-settings"), vec![change])
                .and_then(|_| store.settle())
        });
        done.expect("durable");
        ours.push(took);
        let ((), took) = timed(|| {
            bare.write_all(&line).unwrap();
            bare.sync_data().unwrap();
        });
        theirs.push(took);
    }
    row(
        "one act durable",
        median(ours),
        Some(("append and fdatasync", median(theirs))),
    );
}

/// The screen in a real terminal, against vim on the same words.
fn screen(folder: &Path, data: &Path) {
    let mut dice = corpus::Dice::new(11);
    let text = corpus::interview(&mut dice, 1, 170_000);
    let source = folder.join("long");
    fs::create_dir_all(source.join("transcripts")).unwrap();
    fs::write(source.join("study.toml"), "schema = 1\nname = \"Long\"\n").unwrap();
    fs::write(source.join("transcripts/long.txt"), &text).unwrap();
    studies::make_from(data, "long", "am", &source).expect("a study of one long text");
    let program = env!("CARGO_BIN_EXE_entretien");
    let data_dir = data.display().to_string();
    let file = source.join("transcripts/long.txt").display().to_string();
    let env = [("HOME", data_dir.as_str()), ("ENTRETIEN_LANG", "en")];
    let start = |study: &str, words: &str| {
        let mut terminal =
            Terminal::start(program, &["--data-dir", &data_dir, "--study", study], &env);
        terminal.until(words).map(|took| (terminal, took))
    };
    let vim = |words: &str| {
        let mut terminal = Terminal::start("vim", &["-u", "NONE", "-n", &file], &[]);
        terminal.until(words).map(|took| (terminal, took))
    };
    let (mut ours, mut theirs) = (Vec::new(), Vec::new());
    for _ in 0..7 {
        ours.extend(start("long", "Interviews").map(|(_, took)| took));
        theirs.extend(vim("INT:").map(|(_, took)| took));
    }
    let other = (!theirs.is_empty()).then(|| ("vim on the same text", median(theirs)));
    row("start to first screen, 1 MB study", median(ours), other);
    let Some((mut terminal, _)) = start("long", "Interviews") else {
        return;
    };
    let _ = terminal.key(b"\r");
    let mut times = Vec::new();
    let mut sent = Vec::new();
    for n in 0..60 {
        if let Some((took, bytes)) = terminal.key(if n % 10 == 9 { b"t" } else { b"j" }) {
            times.push(took);
            sent.push(bytes);
        }
    }
    let mut others = Vec::new();
    if let Some((mut terminal, _)) = vim("INT:") {
        others.extend(
            (0..60)
                .filter_map(|_| terminal.key(b"j"))
                .map(|(took, _)| took),
        );
    }
    sent.sort_unstable();
    let other = (!others.is_empty()).then(|| ("vim, a line down", median(others)));
    row("key to screen, 1 MB transcript", median(times), other);
    println!(
        "{:<44}{:>10}",
        "bytes for that key, median",
        sent.get(sent.len() / 2).copied().unwrap_or(0)
    );
    if let Some((terminal, took)) = start("bench", "Interviews") {
        row("start to first screen, the whole corpus", took, None);
        println!(
            "{:<44}{:>7} MB",
            "memory of that",
            terminal.memory().unwrap_or(0)
        );
    }
}
