//! A thousand mixed documents brought in at once, against reading and hashing the same files.

use crate::board::{Board, median, row};
use crate::process::verb;
use sha2::{Digest, Sha256};
use std::fs;
use std::hint::black_box;
use std::io::{Cursor, Write as _};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

/// Words of one document.
const WORDS: usize = 8_000;

/// Kinds of documents: ending, and how turns are written.
type Write = fn(&[(&str, String)]) -> Vec<u8>;
const KINDS: [(&str, Write); 10] = [
    ("docx", docx),
    ("odt", odt),
    ("rtf", rtf),
    ("html", html),
    ("vtt", vtt),
    ("srt", srt),
    ("txt", txt),
    ("md", md),
    ("json", json),
    ("csv", csv),
];

/// Measures and sets the bars.
pub fn mixed(board: &mut Board, folder: &Path, small: bool) {
    let n = if small { 100 } else { 1_000 };
    let files = documents(&folder.join("mixed"), n);
    let bytes: u64 = files
        .iter()
        .map(|file| fs::metadata(file).unwrap().len())
        .sum();
    let home = folder.join("mixed-data").display().to_string();
    fs::create_dir_all(&home).unwrap();
    let names: Vec<String> = files
        .iter()
        .map(|file| file.display().to_string())
        .collect();
    let (mut took, mut hashed, mut memory) = (Vec::new(), Vec::new(), 0);
    for turn in 0..3 {
        let study = format!("m{turn}");
        verb(&["new", &study], &home);
        let mut args = vec!["--study", &study, "import"];
        args.extend(names.iter().map(String::as_str));
        let import = verb(&args, &home);
        took.push(import.cpu);
        memory = memory.max(import.memory);
        hashed.push(hash(&files));
    }
    let (took, hashed) = (median(took), median(hashed));
    let what = format!(
        "import {n} mixed files, {} MB, processors",
        bytes / 1_000_000
    );
    row(&what, took, Some(("reading and hashing them", hashed)));
    let ratio = took.as_secs_f64() / hashed.as_secs_f64().max(1e-9);
    board.bar("mixed files in, times reading and hashing", ratio, 2.0, "×");
    board.bar("memory of mixed files in", memory as f64, 500.0, "MB");
}

/// Time of this thread to read the files and hash what is in them.
fn hash(files: &[PathBuf]) -> Duration {
    let began = Instant::now();
    for file in files {
        black_box(Sha256::digest(fs::read(file).unwrap()));
    }
    began.elapsed()
}

/// Writes documents of all kinds, the same each time.
fn documents(folder: &Path, n: usize) -> Vec<PathBuf> {
    fs::create_dir_all(folder).unwrap();
    let known = "alors donc formation dossier certification entretien branche métier école élève réseau voilà déjà \
        très après été qualité préfecture examen jury groupe salle planning client facture temps question réponse";
    let known: Vec<&str> = known.split_whitespace().collect();
    let mut seed = 0x2545_F491_4F6C_DD1D_u64;
    let mut next = move |below: usize| {
        seed ^= seed << 13;
        seed ^= seed >> 7;
        seed ^= seed << 17;
        (seed % below as u64) as usize
    };
    (0..n)
        .map(|at| {
            let mut turns = Vec::new();
            let mut words = 0;
            while words < WORDS {
                let long = 10 + next(60);
                let said: Vec<&str> = (0..long).map(|_| known[next(known.len())]).collect();
                let who = ["Chercheuse", "Mme Lefort"][turns.len() % 2];
                turns.push((who, format!("{}.", said.join(" "))));
                words += long;
            }
            let (ending, write) = KINDS[at % KINDS.len()];
            let path = folder.join(format!("E{at:04}.{ending}"));
            fs::write(&path, write(&turns)).unwrap();
            path
        })
        .collect()
}

fn lines(turns: &[(&str, String)], line: impl Fn(usize, &str, &str) -> String) -> String {
    let turns = turns.iter().enumerate();
    turns.map(|(at, (who, said))| line(at, who, said)).collect()
}

fn clock(at: usize, point: char) -> String {
    let s = at * 9;
    format!("{:02}:{:02}:{:02}{point}000", s / 3600, s / 60 % 60, s % 60)
}

fn txt(turns: &[(&str, String)]) -> Vec<u8> {
    lines(turns, |_, who, said| format!("{who} : {said}\n\n")).into_bytes()
}

fn md(turns: &[(&str, String)]) -> Vec<u8> {
    lines(turns, |_, who, said| format!("**{who}** : {said}\n\n")).into_bytes()
}

fn vtt(turns: &[(&str, String)]) -> Vec<u8> {
    let cues = lines(turns, |at, who, said| {
        let (from, to) = (clock(at, '.'), clock(at + 1, '.'));
        format!("{}\n{from} --> {to}\n{who}: {said}\n\n", at + 1)
    });
    format!("WEBVTT\n\n{cues}").into_bytes()
}

fn srt(turns: &[(&str, String)]) -> Vec<u8> {
    lines(turns, |at, who, said| {
        let (from, to) = (clock(at, ','), clock(at + 1, ','));
        format!("{}\n{from} --> {to}\n{who}: {said}\n\n", at + 1)
    })
    .into_bytes()
}

fn csv(turns: &[(&str, String)]) -> Vec<u8> {
    let rows = lines(turns, |at, who, said| {
        format!("{who},{},{said}\n", &clock(at, '.')[..8])
    });
    format!("speaker,start,text\n{rows}").into_bytes()
}

fn json(turns: &[(&str, String)]) -> Vec<u8> {
    let segments: Vec<serde_json::Value> = turns
        .iter()
        .enumerate()
        .map(|(at, (_, said))| {
            serde_json::json!({"id": at, "start": at * 9, "end": at * 9 + 8, "text": said,
                "speaker": format!("SPEAKER_0{}", at % 2)})
        })
        .collect();
    serde_json::json!({"text": "", "language": "fr", "segments": segments})
        .to_string()
        .into_bytes()
}

fn html(turns: &[(&str, String)]) -> Vec<u8> {
    let body = lines(turns, |_, who, said| {
        format!("<p><b>{who}</b> : {said}</p>\n")
    });
    format!("<!DOCTYPE html><html><head><meta charset=\"utf-8\"><title>x</title></head><body>{body}</body></html>")
        .into_bytes()
}

fn rtf(turns: &[(&str, String)]) -> Vec<u8> {
    let coded = |text: &str| -> String {
        text.chars()
            .map(|c| match u32::from(c) {
                0..=127 => c.to_string(),
                // all of these letters are in Latin-1
                n => format!("\\'{n:02x}"),
            })
            .collect()
    };
    let body = lines(turns, |_, who, said| {
        format!("{} : {}\\par\n", coded(who), coded(said))
    });
    format!("{{\\rtf1\\ansi\\ansicpg1252{{\\fonttbl{{\\f0 Arial;}}}}\n{body}}}").into_bytes()
}

fn docx(turns: &[(&str, String)]) -> Vec<u8> {
    let body = lines(turns, |_, who, said| {
        format!(
            "<w:p><w:r><w:t xml:space=\"preserve\">{who} : </w:t></w:r><w:r><w:t xml:space=\"preserve\">{said}</w:t></w:r></w:p>"
        )
    });
    archive(&[(
        "word/document.xml",
        format!(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?><w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>{body}</w:body></w:document>"
        ),
    )])
}

fn odt(turns: &[(&str, String)]) -> Vec<u8> {
    let body = lines(turns, |_, who, said| {
        format!("<text:p>{who} : {said}</text:p>")
    });
    archive(&[
        (
            "mimetype",
            "application/vnd.oasis.opendocument.text".to_owned(),
        ),
        (
            "content.xml",
            format!(
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?><office:document-content xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\"><office:body><office:text>{body}</office:text></office:body></office:document-content>"
            ),
        ),
    ])
}

fn archive(parts: &[(&str, String)]) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, part) in parts {
        zip.start_file(*name, zip::write::SimpleFileOptions::default())
            .unwrap();
        zip.write_all(part.as_bytes()).unwrap();
    }
    zip.finish().unwrap().into_inner()
}
