//! Files brought in by keys, from a folder.

use crate::app::layer::Layer;
use crate::app::layer::preview::{Content, PreviewRow};
use crate::app::test_support::Stage;
use crate::app::{At, Effect, Event};
use crate::i18n::Lang;
use crate::study::Speaker;
use std::path::{Path, PathBuf};

const ZOOM: &str = "WEBVTT\n\n1\n00:00:01.000 --> 00:00:03.000\nAna Roy: Bonjour, on commence ?\n\n2\n\
    00:00:04.000 --> 00:00:09.000\nLéo Blin: Oui, allons-y.\n\n3\n00:00:10.000 --> 00:00:12.000\nAna Roy: Merci.\n";

/// Lets the workers do what was asked of them.
fn work(stage: &mut Stage, effects: Vec<Effect>) {
    for effect in effects {
        if let Effect::Job(job) = effect {
            let done = job();
            let more = stage.app.handle(Event::Done(done));
            work(stage, more);
        }
    }
}

fn keys(stage: &mut Stage, keys: &str) {
    for key in keys.split(' ') {
        let effects = stage.keys(key);
        work(stage, effects);
    }
}

fn run(stage: &mut Stage, command: &str) {
    stage.run(command);
    let effects = stage.app.handle(Event::Tick);
    work(stage, effects);
}

fn stage(files: &[(&str, &str)]) -> (Stage, PathBuf) {
    let mut stage = Stage::new(Lang::En);
    let folder = stage.dir().join("files");
    std::fs::create_dir(&folder).unwrap();
    for (name, text) in files {
        let path = folder.join(name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, text).unwrap();
    }
    stage.app.folder = Some(folder.clone());
    keys(&mut stage, "g s");
    (stage, folder)
}

fn preview(stage: &Stage) -> &crate::app::layer::Preview {
    match stage.app.layers.last() {
        Some(Layer::Preview(preview)) => preview,
        _ => panic!("no preview"),
    }
}

fn names(stage: &Stage) -> Vec<String> {
    match stage.app.layers.last() {
        Some(Layer::Files(files)) => {
            let found = files.found.iter();
            found
                .map(|index| files.entries[*index].name.clone())
                .collect()
        }
        _ => panic!("no file picker"),
    }
}

#[test]
fn folders_come_first_typing_finds_and_hidden_ones_show_on_a_key() {
    let (mut stage, folder) = stage(&[
        ("b.txt", "x"),
        ("a.vtt", "x"),
        (".hid", "x"),
        ("sub/c.srt", "x"),
    ]);
    keys(&mut stage, "f");
    assert_eq!(names(&stage), ["sub", "a.vtt", "b.txt"]);
    keys(&mut stage, "C-t");
    assert_eq!(names(&stage).len(), 4);
    keys(&mut stage, "C-t");
    stage.types("sub");
    keys(&mut stage, "enter");
    assert_eq!(names(&stage), ["c.srt"]);
    keys(&mut stage, "left");
    let Some(Layer::Files(files)) = stage.app.layers.last() else {
        panic!()
    };
    assert_eq!(files.folder, folder);
    assert_eq!(files.current().unwrap().name, "sub");
    keys(&mut stage, "esc");
    assert!(stage.app.layers.is_empty());
}

#[test]
fn nothing_is_kept_before_it_is_said_so() {
    let (mut stage, folder) = stage(&[("E12.vtt", ZOOM)]);
    let texts = |folder: &Path| std::fs::read_dir(folder.join("AF/texts")).unwrap().count();
    let before = (texts(stage.dir()), stage.study().records.versions.len());
    keys(&mut stage, "f enter");
    let shown = preview(&stage);
    let Content::Text(transcript) = &shown.content else {
        panic!()
    };
    assert_eq!(transcript.format.name(), "zoom-vtt");
    assert_eq!(shown.target(), "E12");
    assert_eq!(
        shown.rows[0],
        PreviewRow::Speaker(Some("Ana Roy".to_owned()), 2)
    );
    assert_eq!(
        (texts(stage.dir()), stage.study().records.versions.len()),
        before
    );
    keys(&mut stage, "i enter");
    assert_eq!(stage.app.at, At::Board);
    let (id, _) = stage.study().session_by_key("E12").unwrap();
    let id = id.clone();
    assert_eq!(stage.study().documents_of(&id).len(), 1);
    assert!(matches!(
        stage.study().speaker(&id, Some("Ana Roy")),
        Speaker::Interviewer(Some(_))
    ));
    assert_eq!(stage.app.places.board.current(), Some(&id));
    keys(&mut stage, "u");
    assert!(stage.study().session_by_key("E12").is_none());
    assert_eq!(stage.app.folder, Some(folder));
}

#[test]
fn it_can_go_to_another_interview_or_be_a_reference() {
    let (mut stage, folder) = stage(&[("notes.txt", "Léo: oui\nAna: non\nLéo: si\nAna: bon\n")]);
    keys(&mut stage, "f enter s");
    stage.types("E07");
    keys(&mut stage, "enter enter");
    let e07 = crate::study::id::SessionId::new("E07");
    assert_eq!(stage.study().documents_of(&e07).len(), 2);
    run(
        &mut stage,
        &format!(
            "file.import_reference {}",
            folder.join("notes.txt").display()
        ),
    );
    run(&mut stage, "preview.session fiche");
    keys(&mut stage, "enter");
    assert_eq!(stage.app.at, At::References);
    let references = stage.study().references().into_iter();
    let references: Vec<String> = references
        .map(|(_, document)| document.key.clone())
        .collect();
    assert_eq!(references, ["annonce", "fiche"]);
}

#[test]
fn encodings_and_formats_are_read_again() {
    let (mut stage, folder) = stage(&[]);
    std::fs::write(
        folder.join("old.txt"),
        b"L\xe9o: oui\nAna: non\nL\xe9o: si\nAna: bon\n",
    )
    .unwrap();
    keys(&mut stage, "f enter");
    run(&mut stage, "preview.encoding macintosh");
    let Content::Text(transcript) = &preview(&stage).content else {
        panic!()
    };
    assert_eq!(transcript.encoding, "macintosh");
    assert!(transcript.turns[0].speaker.as_deref() != Some("Léo"));
    run(&mut stage, "preview.encoding windows-1252");
    let Content::Text(transcript) = &preview(&stage).content else {
        panic!()
    };
    assert_eq!(transcript.turns[0].speaker.as_deref(), Some("Léo"));
    run(&mut stage, "preview.encoding klingon");
    assert!(stage.notice().contains("klingon"), "{}", stage.notice());
    run(&mut stage, "preview.format docx");
    assert!(!preview(&stage).importable());
}

#[test]
fn data_are_told_by_their_header_and_faults_are_shown() {
    let (mut stage, folder) = stage(&[
        (
            "codings.csv",
            "interview,quote,code\nE07,trois semaines,B1.3\n",
        ),
        (
            "bad.csv",
            "interview,quote,code\nE07,nobody said this,B1.3\n",
        ),
        ("empty.txt", ""),
    ]);
    run(
        &mut stage,
        &format!("file.import {}", folder.join("bad.csv").display()),
    );
    let shown = preview(&stage);
    assert!(matches!(shown.content, Content::Data(_, _, false)));
    assert!(!shown.rows.is_empty());
    keys(&mut stage, "enter");
    assert!(stage.codings().is_empty());
    run(
        &mut stage,
        &format!("file.import {}", folder.join("codings.csv").display()),
    );
    keys(&mut stage, "enter");
    assert_eq!(stage.codings(), ["B1.3 \"trois semaines\" am"]);
    assert!(stage.app.layers.is_empty());
    for name in ["empty.txt", "none.txt", ""] {
        run(
            &mut stage,
            &format!("file.import {}", folder.join(name).display()),
        );
        assert!(
            matches!(preview(&stage).content, Content::Fault(_)),
            "{name}"
        );
        keys(&mut stage, "esc");
    }
}

#[test]
fn the_start_page_makes_opens_and_imports() {
    let (mut stage, folder) = stage(&[(
        "study/study.toml",
        "schema = 1\nname = \"Essai\"\naim = \"voir\"\n",
    )]);
    run(&mut stage, "study.import_folder");
    keys(&mut stage, "enter enter");
    assert_eq!(stage.study().settings().name, "Essai");
    assert_eq!(stage.app.work.as_ref().unwrap().name, "study");
    run(&mut stage, "study.new Neuve");
    assert_eq!(stage.app.work.as_ref().unwrap().name, "Neuve");
    keys(&mut stage, "g a");
    let start = &stage.app.places.start;
    let names: Vec<&str> = start
        .studies
        .iter()
        .map(|study| study.name.as_str())
        .collect();
    assert_eq!(names, ["AF", "Neuve", "study"]);
    assert_eq!(start.current().unwrap().name, "Neuve");
    assert_eq!(start.studies[2].about.as_ref().unwrap().aim, "voir");
    keys(&mut stage, "down enter");
    assert_eq!(stage.study().settings().name, "Essai");
    run(&mut stage, "study.new study");
    assert_eq!(stage.app.work.as_ref().unwrap().name, "study");
    assert!(stage.notice().contains("study"));
    keys(&mut stage, "esc");
    run(&mut stage, "study.open ../files");
    assert_eq!(stage.app.work.as_ref().unwrap().name, "study");
    drop(folder);
}

#[test]
fn an_export_says_where_it_went() {
    let (mut stage, folder) = stage(&[]);
    let out = folder.join("out");
    run(&mut stage, &format!("export.run {}", out.display()));
    assert!(out.join("datapackage.json").is_file());
    assert!(stage.notice().contains("out"), "{}", stage.notice());
    keys(&mut stage, "g x enter");
    assert!(stage.dir().join("AF/exports/data/evidence.csv").is_file());
    run(&mut stage, "study.check");
    assert!(!stage.notice().is_empty());
}

#[test]
fn whoever_the_study_knows_as_asking_asks_in_the_preview_too() {
    let (mut stage, folder) = stage(&[("E12.vtt", ZOOM)]);
    let path = folder.join("E12.vtt").display().to_string();
    run(&mut stage, &format!("file.import {path}"));
    keys(&mut stage, "i enter");
    run(&mut stage, &format!("file.import {path}"));
    assert!(preview(&stage).is_asking("Ana Roy"));
    assert!(preview(&stage).said().is_empty());
    run(&mut stage, "preview.session E99");
    assert!(!preview(&stage).is_asking("Ana Roy"));
}

#[test]
fn a_name_seen_once_can_be_confirmed() {
    let text = "Léo: oui\nAna: non\nLéo: si\nAna: bon\nZoé: enfin\n";
    let (mut stage, folder) = stage(&[("x.txt", text)]);
    run(
        &mut stage,
        &format!("file.import {}", folder.join("x.txt").display()),
    );
    let at = preview(&stage)
        .rows
        .iter()
        .position(|row| matches!(row, PreviewRow::Candidate(name, _) if name == "Zoé"))
        .unwrap();
    keys(&mut stage, &format!("{at} j c"));
    let spoken =
        |row: &PreviewRow| matches!(row, PreviewRow::Speaker(Some(name), 1) if name == "Zoé");
    assert!(preview(&stage).rows.iter().any(spoken));
}

#[test]
fn who_is_said_not_to_ask_is_not_taken_for_the_others() {
    let text = "Q: un\nAna: deux\nQ: trois\nAna: quatre\n";
    let (mut stage, folder) = stage(&[("E12.txt", text)]);
    run(
        &mut stage,
        &format!("file.import {}", folder.join("E12.txt").display()),
    );
    keys(&mut stage, "i enter");
    let (id, _) = stage.study().session_by_key("E12").unwrap();
    let who = |name| match stage.study().speaker(id, Some(name)) {
        Speaker::Participant(id) => Some(id.clone()),
        _ => None,
    };
    assert!(who("Q").is_some() && who("Ana").is_some());
    assert_ne!(who("Q"), who("Ana"));
}

/// A folder with two transcripts, a codebook and two files that nobody can read.
fn mixed() -> (Stage, PathBuf) {
    stage(&[
        ("E12.vtt", ZOOM),
        (
            "E13.txt",
            "Chercheuse: Bonjour.\nMme Lefort: Bonjour.\nChercheuse: Oui ?\nMme Lefort: Oui.\n",
        ),
        ("codebook.csv", "key,label_fr\nZ9,Neuf\n"),
        ("participants.csv", "interview,consent\nE12,perhaps\n"),
        ("vide.vtt", "WEBVTT\n"),
        ("sub/E14.vtt", ZOOM),
    ])
}

fn many(stage: &mut Stage) {
    keys(stage, "f down down down down down down enter");
}

#[test]
fn many_files_are_one_table_and_what_is_refused_is_left_out() {
    let (mut stage, _) = mixed();
    many(&mut stage);
    let shown = preview(&stage);
    let Content::Many(files, _) = &shown.content else {
        panic!("no table")
    };
    let rows: Vec<(&str, &str, &str, usize, bool)> = files
        .iter()
        .map(|one| {
            let became = &one.became;
            (
                became.file.as_str(),
                became.format.as_str(),
                became.goes.as_str(),
                became.rows,
                one.refused.is_some(),
            )
        })
        .collect();
    assert_eq!(
        rows,
        [
            ("participants.csv", "", "", 0, true),
            ("vide.vtt", "", "", 0, true),
            ("E12.vtt", "zoom-vtt", "E12", 3, false),
            ("E13.txt", "text", "E13", 4, false),
            ("codebook.csv", "codebook", "", 1, false),
        ]
    );
    let said = files[0].refused.as_ref().unwrap();
    let said = stage.app.words.say(said);
    assert!(
        said.contains("participants.csv") && said.contains("perhaps"),
        "{said}"
    );
}

#[test]
fn many_files_are_kept_in_one_transaction_and_esc_leaves_all_as_it_was() {
    let (mut stage, _) = mixed();
    let texts = |stage: &Stage| {
        std::fs::read_dir(stage.dir().join("AF/texts"))
            .unwrap()
            .count()
    };
    let state = |stage: &Stage| {
        let records = &stage.study().records;
        let counts = (
            records.versions.len(),
            records.sessions.len(),
            records.codes.len(),
        );
        (counts, texts(stage))
    };
    let before = state(&stage);
    many(&mut stage);
    keys(&mut stage, "esc");
    assert!(stage.app.layers.is_empty());
    assert_eq!(state(&stage), before);
    many(&mut stage);
    run(&mut stage, "preview.keep");
    assert!(stage.app.layers.is_empty());
    let ((versions, sessions, codes), after) = state(&stage);
    let ((versions_before, sessions_before, codes_before), texts_before) = before;
    assert_eq!(
        (versions, sessions, codes, after),
        (
            versions_before + 2,
            sessions_before + 2,
            codes_before + 1,
            texts_before + 2
        )
    );
    assert!(
        stage.study().session_by_key("E14").is_none(),
        "folders are not gone into"
    );
    run(&mut stage, "undo");
    let (counts, _) = state(&stage);
    assert_eq!(counts, before.0, "one transaction");
}

#[test]
fn what_is_typed_says_which_files_go_together() {
    let (mut stage, _) = mixed();
    keys(&mut stage, "f");
    stage.types("E1");
    keys(&mut stage, "down down enter");
    let Content::Many(files, _) = &preview(&stage).content else {
        panic!("no table")
    };
    let names: Vec<&str> = files.iter().map(|one| one.became.file.as_str()).collect();
    assert_eq!(names, ["E12.vtt", "E13.txt"]);
    // of many, how each is read is not said
    run(&mut stage, "preview.encoding");
    assert!(is_many(&stage));
}

/// What the workers are asked for, not done yet.
fn jobs(stage: &mut Stage, command: &str) -> Vec<Effect> {
    stage.run(command);
    stage.app.handle(Event::Tick)
}

/// Reads all files of a folder together, as the file picker does; what the worker is asked for.
fn together(stage: &mut Stage, folder: &Path) -> Vec<Effect> {
    let files = std::fs::read_dir(folder).unwrap();
    let mut files: Vec<PathBuf> = files.map(|file| file.unwrap().path()).collect();
    files.sort();
    super::many::open(&mut stage.app, files, crate::import::Belongs::ByName);
    stage.app.handle(Event::Tick)
}

#[test]
fn what_is_read_of_one_folder_is_never_shown_of_another() {
    let (mut stage, folder) = stage(&[("a/E12.vtt", ZOOM), ("b/E13.vtt", ZOOM)]);
    let late = together(&mut stage, &folder.join("a"));
    stage.keys("esc");
    let early = together(&mut stage, &folder.join("b"));
    work(&mut stage, early);
    work(&mut stage, late);
    let shown = preview(&stage);
    assert_eq!(shown.path, folder.join("b"));
    let Content::Many(files, _) = &shown.content else {
        panic!("no table")
    };
    assert_eq!(files[0].became.file, "E13.vtt");
    assert_eq!(shown.many[0].path, folder.join("b/E13.vtt"));
    run(&mut stage, "preview.keep");
    assert!(stage.study().session_by_key("E13").is_some());
    assert!(stage.study().session_by_key("E12").is_none());
}

#[test]
fn esc_stops_keeping_and_what_lies_over_the_preview_stays() {
    let (mut stage, folder) = stage(&[("a/E12.vtt", ZOOM)]);
    let read = together(&mut stage, &folder.join("a"));
    work(&mut stage, read);
    let kept = jobs(&mut stage, "preview.keep");
    let (_, told) = stage.app.told().unwrap();
    assert_eq!(told, "One file comes in… Esc stops it");
    assert!(
        jobs(&mut stage, "preview.keep")
            .iter()
            .all(|effect| !matches!(effect, Effect::Job(_))),
        "it is being kept already"
    );
    stage.keys("esc");
    assert_eq!(stage.notice(), "Given up: One file comes in…");
    assert!(is_many(&stage), "Esc stops, and leaves nothing yet");
    work(&mut stage, kept);
    assert!(stage.study().session_by_key("E12").is_none());
    // left, with a memo begun: neither is anything kept, nor is the memo closed
    let kept = jobs(&mut stage, "preview.keep");
    stage.app.layers.clear();
    stage.keys("g j a");
    stage.types("Idea");
    work(&mut stage, kept);
    assert!(stage.study().session_by_key("E12").is_none());
    let is_form = |stage: &Stage| matches!(stage.app.layers[..], [Layer::Form(_)]);
    assert!(is_form(&stage));
    // a memo over the preview stays when the files are kept
    stage.keys("esc");
    let read = together(&mut stage, &folder.join("a"));
    work(&mut stage, read);
    let kept = jobs(&mut stage, "preview.keep");
    stage.run("memo.add");
    work(&mut stage, kept);
    assert!(stage.study().session_by_key("E12").is_some());
    assert!(is_form(&stage));
}

#[test]
fn one_file_that_was_left_while_it_is_kept_is_not_kept() {
    let (mut stage, _) = stage(&[("E12.vtt", ZOOM)]);
    keys(&mut stage, "f enter");
    let kept = jobs(&mut stage, "preview.keep");
    stage.keys("esc g j a");
    work(&mut stage, kept);
    assert!(stage.study().session_by_key("E12").is_none());
    assert!(matches!(stage.app.layers[..], [Layer::Form(_)]));
}

#[test]
fn the_file_that_is_faulty_is_the_one_that_is_refused() {
    let good = "interview,quote,code\nE07,trois semaines,B1.3\n";
    let bad = "interview,quote,code\nE07,nobody said this,B1.3\n";
    let (mut stage, folder) = stage(&[("a/codings.csv", good), ("a/codings.csv.csv", bad)]);
    let read = together(&mut stage, &folder.join("a"));
    work(&mut stage, read);
    let Content::Many(files, _) = &preview(&stage).content else {
        panic!("no table")
    };
    let refused = files.iter().filter(|one| one.refused.is_some());
    let refused: Vec<&str> = refused.map(|one| one.became.file.as_str()).collect();
    assert_eq!(refused, ["codings.csv.csv"]);
    run(&mut stage, "preview.keep");
    assert_eq!(stage.codings(), ["B1.3 \"trois semaines\" am"]);
}

fn is_many(stage: &Stage) -> bool {
    matches!(preview(stage).content, Content::Many(..))
}
