//! `qc`: a folder with an SQLite file, a corpus of texts and a codebook. Whole lines are coded; they count from 0.

use super::ImportError;
use super::database::{Database, looks_like_database};
use super::qda::{Code, Mark, Memo, On, Project, Text, no_place};
use super::transcript::LARGEST_TEXT;
use crate::file::encoding::decode;
use crate::file::zip::Archive;
use crate::message;
use std::collections::{HashMap, HashSet};

/// The name of its database.
pub(super) const DATABASE: &str = "qualitative_coding.sqlite3";
const TABLES: [&str; 4] = ["document", "document_index", "coded_line", "location"];

pub(super) fn is(database: &Database) -> bool {
    database.has(&TABLES)
}

/// Whether an archive holds such a folder.
pub(super) fn is_folder(names: &[String]) -> bool {
    names.iter().any(|name| name == DATABASE)
}

/// Reads a folder that was put into an archive.
pub(super) fn read(bytes: &[u8]) -> Result<Project, ImportError> {
    let mut archive = Archive::open(bytes)?;
    archive.harmless()?;
    let names = archive.names();
    let stored = archive.read(DATABASE)?;
    if !looks_like_database(&stored) {
        return Err(ImportError::Database {
            why: DATABASE.to_owned(),
        });
    }
    let mut database = Database::open(&stored)?;
    let mut project = Project::default();
    let mut left = LARGEST_TEXT;
    let mut text_of = |archive: &mut Archive, name: &str| -> Result<Option<String>, ImportError> {
        if !names.iter().any(|own| own == name) {
            return Ok(None);
        }
        let bytes = archive.read(name)?;
        left = left.checked_sub(bytes.len()).ok_or(ImportError::TooLarge {
            bytes: LARGEST_TEXT,
        })?;
        Ok(Some(decode(&bytes, None)?.text))
    };
    let settings = text_of(&mut archive, "settings.yaml")?.unwrap_or_default();
    let setting = |key: &str, plain: &str| {
        let found = settings
            .lines()
            .find_map(|line| line.strip_prefix(key)?.strip_prefix(':'));
        let value = found.map(|value| value.trim().trim_matches(['"', '\'']));
        value
            .filter(|value| !value.is_empty())
            .unwrap_or(plain)
            .to_owned()
    };
    let (corpus, memos) = (
        setting("corpus_dir", "corpus"),
        setting("memos_dir", "memos"),
    );
    let tree = text_of(&mut archive, &setting("codebook", "codebook.yaml"))?.unwrap_or_default();
    codes(&tree, &mut project);
    let mut known: HashSet<String> = project.codes.iter().map(|code| code.name.clone()).collect();
    for row in database.rows("code", &["name"])? {
        if known.insert(row.get(0).to_owned()) {
            project.codes.push(Code {
                id: row.get(0).to_owned(),
                name: row.get(0).to_owned(),
                ..Code::default()
            });
        }
    }
    let mut index: HashMap<String, String> = HashMap::new();
    for mut row in database.rows("document_index", &["id", "document_id"])? {
        index.insert(row.take(0), row.take(1));
    }
    let mut document_of_location: HashMap<String, String> = HashMap::new();
    for mut row in database.rows("location", &["id", "document_index_id"])? {
        if let Some(document) = index.get(row.get(1)) {
            document_of_location.insert(row.take(0), document.clone());
        }
    }
    let mut document_of_line: HashMap<String, String> = HashMap::new();
    let columns = ["coded_line_id", "location_id"];
    for mut row in database.rows("coded_line_location_association", &columns)? {
        if let Some(document) = document_of_location.get(row.get(1)) {
            document_of_line.insert(row.take(0), document.clone());
        }
    }
    let mut lines: HashMap<String, Vec<(usize, String, String, String)>> = HashMap::new();
    for mut row in database.rows("coded_line", &["id", "line", "coder_id", "code_id"])? {
        match (document_of_line.get(row.get(0)), row.place(1)) {
            (Some(document), Some(line)) => {
                let own = lines.entry(document.clone()).or_default();
                own.push((line, row.take(0), row.take(2), row.take(3)));
            }
            _ => project
                .losses
                .add("coding", row.get(0), message!("qda-loss-place")),
        }
    }
    for row in database.rows("document", &["file_path"])? {
        let path = row.get(0);
        if project.seed.is_empty() {
            project.seed = format!("qc\n{path}");
        }
        let coded = lines.remove(path).unwrap_or_default();
        let Some(content) = text_of(&mut archive, &format!("{corpus}/{path}"))? else {
            project
                .losses
                .add("text", path, message!("qda-loss-no-text"));
            project
                .losses
                .add_many("coding", path, message!("qda-loss-no-text"), coded.len());
            continue;
        };
        let mut text = Text {
            id: path.to_owned(),
            name: path.to_owned(),
            ..Text::default()
        };
        let mut spans = Vec::new();
        let mut at = 0;
        for line in content.split('\n') {
            let chars = line.chars().count();
            spans.push(at..at + chars);
            at += chars + 1;
        }
        for (line, id, coder, code) in coded {
            match spans.get(line).filter(|span| !span.is_empty()) {
                Some(span) => text.marks.push(Mark {
                    id: format!("qc-{id}"),
                    code,
                    coder,
                    span: span.clone(),
                    ..Mark::default()
                }),
                None => {
                    let place = format!("{path}: {}", line + 1);
                    project
                        .losses
                        .add("coding", place, message!("qda-loss-line"));
                }
            }
        }
        text.content = content;
        project.texts.push(text);
    }
    for name in names
        .iter()
        .filter(|name| name.starts_with(&format!("{memos}/")))
    {
        if let Some(text) = text_of(&mut archive, name)? {
            project.memos.push(Memo {
                id: format!("qc-{name}"),
                on: On::Study,
                author: String::new(),
                at: String::new(),
                text,
            });
        }
    }
    Ok(project)
}

/// The codebook: lists and maps by indentation, `- name` or `name:`.
fn codes(yaml: &str, project: &mut Project) {
    let mut open: Vec<(usize, String)> = Vec::new();
    let mut known: HashSet<String> = HashSet::new();
    for line in yaml.lines() {
        let body = line.trim_start();
        if body.is_empty() || body.starts_with('#') || body == "---" {
            continue;
        }
        let mut indent = line.len() - body.len();
        let mut name = body;
        while let Some(rest) = name.strip_prefix("- ") {
            name = rest.trim_start();
            indent += 1;
        }
        let name = name.trim_end();
        let empty = [": []", ": {}", ": null"].into_iter();
        let name = empty.fold(name, |name, end| name.strip_suffix(end).unwrap_or(name));
        let name = name.trim_end_matches(':').trim_matches(['"', '\'']);
        if name.is_empty() || matches!(name, "[]" | "{}" | "null") {
            continue;
        }
        while open.last().is_some_and(|(at, _)| *at >= indent) {
            open.pop();
        }
        let parent = open
            .last()
            .map(|(_, name)| name.clone())
            .unwrap_or_default();
        // a code is known by its name: one that sits in two places is one
        if known.insert(name.to_owned()) {
            project.codes.push(Code {
                id: name.to_owned(),
                name: name.to_owned(),
                parent,
                ..Code::default()
            });
        } else {
            let why = message!("qda-loss-parents");
            project.losses.add("parent", name, why);
        }
        open.push((indent, name.to_owned()));
    }
    if yaml.contains(['&', '*']) {
        project.losses.add("codebook", "", no_place());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_codebook_is_a_tree_by_its_indentation() {
        let mut project = Project::default();
        codes(
            "a:\n- b\n- c:\n  - d\n  - \"e f\"\ng: []\nh:\n  i:\n  - b\n",
            &mut project,
        );
        let seen: Vec<(&str, &str)> = project
            .codes
            .iter()
            .map(|code| (code.name.as_str(), code.parent.as_str()))
            .collect();
        assert_eq!(
            seen,
            [
                ("a", ""),
                ("b", "a"),
                ("c", "a"),
                ("d", "c"),
                ("e f", "c"),
                ("g", ""),
                ("h", ""),
                ("i", "h")
            ]
        );
    }
}
