//! Speed, as ratios to something that can be named: a plain loop over the same bytes, a bare fdatasync, vim.
//!
//! `cargo bench` measures everything in some minutes; `cargo bench -- small` a tenth of the corpus; `cargo bench -- tables`
//! the tables alone, `-- imports` a thousand mixed files alone. Medians, of runs that
//! take turns where two things are compared; the bars that were set are printed last, met or missed.

mod board;
mod corpus;
mod imports;
mod large;
mod process;
mod screen;
mod tables;
mod terminal;

use board::{Board, median, row};
use entretien::analysis::{self, Context, Options, TurnCache};
use entretien::i18n::{Lang, Message};
use entretien::import::{self, read_transcript};
use entretien::store::{Access, Store};
use entretien::study::Study;
use entretien::study::settings::SettingsField;
use process::verb;
use std::fs;
use std::hint::black_box;
use std::io::Write;
use std::path::Path;
use std::time::{Duration, Instant};

fn main() {
    let small = std::env::args().any(|arg| arg == "small");
    let (interviews, codings) = if small {
        (100, 10_000)
    } else {
        (1_000, 100_000)
    };
    let mut board = Board::default();
    let folder = tempfile::tempdir().unwrap();
    if std::env::args().any(|arg| arg == "tables") {
        tables::all(&mut board, folder.path(), small);
        println!("{} missed", board.print());
        return;
    }
    if std::env::args().any(|arg| arg == "imports") {
        imports::mixed(&mut board, folder.path(), small);
        println!("{} missed", board.print());
        return;
    }
    let source = folder.path().join("source");
    let plan = corpus::Plan {
        interviews,
        words: 8_000,
        codings,
        codes: 60,
    };
    corpus::study_folder(&source, &plan);
    println!("{interviews} interviews, {codings} codings");
    reading(&source);
    let data = folder.path().join("data");
    fs::create_dir_all(&data).unwrap();
    verbs(&mut board, &data, &source);
    opening(&mut board, &data);
    tables::all(&mut board, folder.path(), small);
    large::words(&mut board, &data, &source);
    large::merging(&mut board, &data);
    imports::mixed(&mut board, folder.path(), small);
    durable(&mut board, folder.path());
    screen::text(&mut board, folder.path(), &data);
    screen::call(&mut board, folder.path(), &data);
    let missed = board.print();
    println!("{missed} missed");
}

fn timed<T>(f: impl FnOnce() -> T) -> (T, Duration) {
    let began = Instant::now();
    let out = f();
    (out, began.elapsed())
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

/// Whole processes: texts in, a study in, a table, all data files out.
fn verbs(board: &mut Board, data: &Path, source: &Path) {
    let home = data.display().to_string();
    let from = source.display().to_string();
    let codings = source.join("codings.csv");
    let aside = source.with_extension("codings");
    fs::rename(&codings, &aside).unwrap();
    let mut texts = Vec::new();
    for n in 0..3 {
        texts.push(verb(&["new", &format!("texts{n}"), "--from", &from], &home).cpu);
    }
    fs::rename(&aside, &codings).unwrap();
    let texts = median(texts);
    row("texts in, whole process, processors", texts, None);
    board.bar("texts in, processors", texts.as_secs_f64(), 2.0, "s");
    let whole = verb(&["new", "bench", "--from", &from], &home);
    row("texts and codings in, processors", whole.cpu, None);
    board.bar(
        "memory of texts and codings in",
        whole.memory as f64,
        200.0,
        "MB",
    );
    let (mut table, mut out, mut memory) = (Vec::new(), Vec::new(), (0, 0));
    for n in 0..3 {
        let took = verb(
            &["table", "evidence", "--study", "bench", "--format", "csv"],
            &home,
        );
        table.push(took.cpu);
        memory.0 = memory.0.max(took.memory);
        let to = source
            .with_file_name(format!("out{n}"))
            .display()
            .to_string();
        let took = verb(&["export", "--study", "bench", "--out", &to], &home);
        out.push(took.cpu);
        memory.1 = memory.1.max(took.memory);
    }
    row(
        "evidence table, whole process, processors",
        median(table),
        None,
    );
    row(
        "all files out, whole process, processors",
        median(out.clone()),
        None,
    );
    board.bar("memory of an evidence table", memory.0 as f64, 200.0, "MB");
    board.bar(
        "all files out, processors",
        median(out).as_secs_f64(),
        1.0,
        "s",
    );
    board.bar("memory of all files out", memory.1 as f64, 200.0, "MB");
}

/// Opening, the evidence table.
fn opening(board: &mut Board, data: &Path) {
    let open = || {
        let author = "am".to_owned();
        Store::open(&data.join("bench"), Access::Write { author }).expect("opens")
    };
    let (mut opened, mut first, mut again, mut plain) = (vec![], vec![], vec![], vec![]);
    for _ in 0..5 {
        let (store, took) = timed(open);
        opened.push(took);
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
            let table = analysis::run("evidence", study, &context, &Options::default());
            black_box(table.expect("a table"))
        };
        first.push(timed(table).1);
        again.push(timed(table).1);
        let count = || {
            let mut counts = std::collections::HashMap::new();
            for coding in study.records.codings.values() {
                for scenario in coding.polarities.keys() {
                    *counts.entry((scenario, &coding.code)).or_insert(0usize) += 1;
                }
            }
            black_box(counts.len())
        };
        plain.push(timed(count).1);
    }
    let (opened, first, again) = (median(opened), median(first), median(again));
    let counting = "a loop that counts codings";
    let plain = median(plain);
    row("open the study", opened, None);
    row(
        "evidence table, the first time",
        first,
        Some((counting, plain)),
    );
    row("evidence table, again", again, Some((counting, plain)));
    board.bar("open the study", opened.as_secs_f64(), 0.5, "s");
    board.bar(
        "evidence table, the first time",
        first.as_secs_f64(),
        0.2,
        "s",
    );
    board.bar("evidence table, again", again.as_secs_f64(), 0.2, "s");
}

/// One act made durable, against the same line appended and synced by itself, in turns.
fn durable(board: &mut Board, folder: &Path) {
    let path = folder.join("durable");
    let mut store = Store::create(&path, "am").expect("a store");
    let mut act = |n: usize| {
        let change = (
            Study::settings_id(),
            SettingsField::Name(format!("n{n:06}")),
        )
            .into();
        let label = Message::new("label-settings");
        let done = store
            .transact(label, vec![change])
            .and_then(|_| store.settle());
        done.expect("durable");
    };
    act(0);
    let journal = fs::read_dir(path.join("journal")).unwrap().flatten().next();
    let line = fs::read(journal.expect("a journal").path()).unwrap();
    let mut bare = fs::File::create(path.join("bare")).unwrap();
    let (mut ours, mut theirs) = (Vec::new(), Vec::new());
    for n in 1..=600 {
        // Whoever comes first in a turn pays what the disk still has to do.
        for mine in [n % 2 == 0, n % 2 == 1] {
            if mine {
                ours.push(timed(|| act(n)).1);
            } else {
                let append = || bare.write_all(&line).and_then(|()| bare.sync_data());
                let (done, took) = timed(append);
                done.unwrap();
                theirs.push(took);
            }
        }
    }
    let ratios = ours.iter().zip(&theirs);
    let ratio = median(
        ratios
            .map(|(a, b)| a.as_secs_f64() / b.as_secs_f64())
            .collect(),
    );
    let (ours, theirs) = (median(ours), median(theirs));
    row(
        "one act durable",
        ours,
        Some(("append and fdatasync of its line", theirs)),
    );
    board.bar("one act durable, pair by pair", ratio, 1.2, "×");
}
