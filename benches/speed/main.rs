//! Speed, as ratios to something that can be named: a plain loop over the same bytes, a bare fdatasync, vim.
//!
//! `cargo bench` measures everything in some minutes; `cargo bench -- small` a tenth of the corpus. Medians, of runs that
//! take turns where two things are compared; the bars that were set are printed last, met or missed.

mod board;
mod corpus;
mod process;
mod terminal;

use board::{Board, median, ms, row};
use entretien::analysis::{self, Context, Options, TurnCache};
use entretien::app::studies;
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
use terminal::Terminal;

fn main() {
    let small = std::env::args().any(|arg| arg == "small");
    let (interviews, codings) = if small {
        (100, 10_000)
    } else {
        (1_000, 100_000)
    };
    let mut board = Board::default();
    let folder = tempfile::tempdir().unwrap();
    let source = folder.path().join("source");
    corpus::study_folder(&source, interviews, 8_000, codings);
    println!("{interviews} interviews, {codings} codings");
    reading(&source);
    let data = folder.path().join("data");
    fs::create_dir_all(&data).unwrap();
    verbs(&mut board, &data, &source);
    tables(&mut board, &data);
    durable(&mut board, folder.path());
    screen(&mut board, folder.path(), &data);
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
fn tables(board: &mut Board, data: &Path) {
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
    board.bar("one act durable, pair by pair", ratio, 1.5, "×");
}

/// The screen in a real terminal, against vim on the same words.
fn screen(board: &mut Board, folder: &Path, data: &Path) {
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
    let first = median(ours);
    let other = (!theirs.is_empty()).then(|| ("vim on the same text", median(theirs)));
    row("start to first screen, 1 MB study", first, other);
    board.bar("start to first screen", ms(first), 50.0, "ms");
    if let Some((_, vim)) = other {
        board.bar(
            "start to first screen, of vim's",
            ms(first) / ms(vim),
            1.0,
            "×",
        );
    }
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
    let key = median(times);
    row("key to screen, 1 MB transcript", key, other);
    board.bar("key to screen", ms(key), 3.0, "ms");
    println!(
        "{:<46}{:>9}",
        "bytes for that key, median",
        sent.get(sent.len() / 2).copied().unwrap_or(0)
    );
    if let Some((terminal, took)) = start("bench", "Interviews") {
        row("start to first screen, the whole corpus", took, None);
        let memory = terminal.memory().unwrap_or(0);
        board.bar(
            "memory of the whole corpus on screen",
            memory as f64,
            200.0,
            "MB",
        );
    }
}
