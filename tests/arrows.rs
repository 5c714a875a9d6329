//! The rooms of the house open one way: this reads every `crate::` path in `src` and fails on one that runs backwards.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// What each room may use, itself aside. The order of the whole is in `src/lib.rs`.
fn allowed() -> BTreeMap<&'static str, Vec<&'static str>> {
    let base = ["text", "i18n", "file"];
    let model = ["text", "i18n", "file", "study", "config"];
    let middle = ["store", "import", "analysis", "export"];
    let mut rooms = BTreeMap::new();
    // Of the lowest three each stands alone, but that what is told to a person passes through `text`.
    rooms.insert("text", vec![]);
    rooms.insert("i18n", vec!["text"]);
    rooms.insert("file", vec!["text", "i18n"]);
    rooms.insert("study", base.to_vec());
    rooms.insert("config", base.to_vec());
    for room in ["store", "import", "analysis"] {
        rooms.insert(room, model.to_vec());
    }
    let with = |more: &[&'static str]| [&model[..], more].concat();
    rooms.insert("export", with(&["analysis"]));
    rooms.insert("command", with(&middle));
    rooms.insert("keymap", with(&[&middle[..], &["command"]].concat()));
    rooms.insert("app", with(&[&middle[..], &["command", "keymap"]].concat()));
    rooms.insert(
        "tui",
        with(&[&middle[..], &["command", "keymap", "app"]].concat()),
    );
    rooms.insert(
        "cli",
        with(&[&middle[..], &["command", "keymap", "app", "tui"]].concat()),
    );
    rooms
}

fn rust_files(folder: &Path, out: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            rust_files(&path, out);
        } else if path.extension().is_some_and(|e| e == "rs") {
            out.push(path);
        }
    }
}

/// The rooms that a line of code names after `crate::`; comments are left out.
fn rooms_named(line: &str) -> Vec<String> {
    let code = line.split("//").next().unwrap_or("");
    let mut rooms = Vec::new();
    for after in code.split("crate::").skip(1) {
        if let Some(list) = after.strip_prefix('{') {
            // `use crate::{a::b, c}`: only the names at the outer level are rooms.
            let mut depth = 0usize;
            let mut name = String::new();
            for c in list.chars().chain(",".chars()) {
                match c {
                    '{' => depth += 1,
                    '}' if depth == 0 => break,
                    '}' => depth -= 1,
                    ',' if depth == 0 => rooms.push(std::mem::take(&mut name).trim().to_owned()),
                    _ if depth == 0 => name.push(c),
                    _ => {}
                }
            }
            rooms.push(name.trim().to_owned());
        } else {
            rooms.push(after.to_owned());
        }
    }
    rooms
        .into_iter()
        .map(|path| {
            path.chars()
                .take_while(|c| c.is_alphanumeric() || *c == '_')
                .collect::<String>()
        })
        .filter(|room| !room.is_empty())
        .collect()
}

#[test]
fn no_arrow_runs_the_wrong_way() {
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let allowed = allowed();
    let mut files = Vec::new();
    rust_files(&source, &mut files);
    let mut wrong = Vec::new();
    let mut seen = 0;
    for file in files {
        let path = file.strip_prefix(&source).unwrap();
        let Some(room) = path
            .parent()
            .and_then(|p| p.iter().next())
            .and_then(|r| r.to_str())
        else {
            continue;
        };
        let may = allowed
            .get(room)
            .unwrap_or_else(|| panic!("{room} is no room of the plan"));
        let text = fs::read_to_string(&file).unwrap();
        // A `use` may go over several lines: joined, it is one.
        let joined = text.replace("crate::{\n", "crate::{").replace(",\n", ",");
        for line in joined.lines() {
            for named in rooms_named(line) {
                seen += 1;
                // What is no room is a macro of the library's root.
                if allowed.contains_key(named.as_str())
                    && named != room
                    && !may.contains(&named.as_str())
                {
                    wrong.push(format!("{}: {room} uses {named}", path.display()));
                }
            }
        }
    }
    assert!(seen > 20, "the test reads the code it is about");
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_room_says_what_it_is() {
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    for room in allowed().keys() {
        let text = fs::read_to_string(source.join(room).join("mod.rs")).unwrap();
        assert!(text.starts_with("//! "), "{room}");
    }
}

#[test]
fn the_reader_of_arrows_finds_them() {
    assert_eq!(rooms_named("use crate::study::{Change, Study};"), ["study"]);
    assert_eq!(
        rooms_named("use crate::{app::App, tui::{pen, theme}, message};"),
        ["app", "tui", "message"]
    );
    assert_eq!(
        rooms_named("let x = crate::store::open(); // crate::tui"),
        ["store"]
    );
}
