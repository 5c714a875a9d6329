//! The screen in a real terminal: a long text, a call with many notes.

use crate::board::{Board, median, ms, row};
use crate::corpus;
use crate::terminal::Terminal;
use entretien::app::studies;
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

/// The screen in a real terminal, against vim on the same words.
pub fn text(board: &mut Board, folder: &Path, data: &Path) {
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

/// Typing in a running call with 500 notes, against vim appending to the last line of the same notes.
pub fn call(board: &mut Board, folder: &Path, data: &Path) {
    let source = folder.join("call");
    fs::create_dir_all(&source).unwrap();
    let mut dice = corpus::Dice::new(12);
    let words = corpus::interview(&mut dice, 1, 8_000);
    let mut notes = "interview,text,t_ms\n".to_owned();
    for (n, words) in words
        .split_whitespace()
        .collect::<Vec<_>>()
        .chunks(12)
        .take(500)
        .enumerate()
    {
        writeln!(
            notes,
            "E1,\"{}\",{}",
            words.join(" ").replace('"', ""),
            n * 5_000
        )
        .unwrap();
    }
    let started = jiff::Timestamp::now() - jiff::SignedDuration::from_mins(42);
    fs::write(source.join("study.toml"), "schema = 1\nname = \"Call\"\n").unwrap();
    fs::write(source.join("notes.csv"), &notes).unwrap();
    let sessions = format!("interview,state,started_at\nE1,running,{started:.0}\n");
    fs::write(source.join("sessions.csv"), sessions).unwrap();
    studies::make_from(data, "call", "am", &source).expect("a study with a call");
    let data_dir = data.display().to_string();
    let file = source.join("notes.csv").display().to_string();
    let env = [("HOME", data_dir.as_str()), ("ENTRETIEN_LANG", "en")];
    let args = ["--data-dir", &data_dir, "--study", "call"];
    let mut ours = Terminal::start(env!("CARGO_BIN_EXE_entretien"), &args, &env);
    if ours.until("Enter").is_none() {
        return;
    }
    let mut theirs = Terminal::start(
        "vim",
        &["-u", "NONE", "-n", "+normal G", "+startinsert!", &file],
        &[],
    );
    let other = theirs.until("E1,").is_some();
    let (mut mine, mut vims) = (Vec::new(), Vec::new());
    for n in 0..100 {
        let key: &[u8] = if n % 10 == 9 { b" " } else { b"a" };
        mine.extend(ours.key(key).map(|(took, _)| took));
        if other {
            vims.extend(theirs.key(key).map(|(took, _)| took));
        }
    }
    let vim =
        (!vims.is_empty()).then(|| ("vim, a letter at the end of the same notes", median(vims)));
    let key = median(mine);
    row("a letter typed in a call of 500 notes", key, vim);
    board.bar("a letter typed in a call of 500 notes", ms(key), 3.0, "ms");
}
