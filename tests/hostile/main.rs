//! Hostile and broken files, given to the program as anybody gives it a file: each is read exactly or refused with words
//! that name it, soon, in bounded memory; nothing is written outside, and the study is what it was.

#[path = "../common/mod.rs"]
mod common;
#[path = "../common/projects.rs"]
mod known;

mod child;
mod documents;
mod make;
mod mutation;
mod projects;
mod samples;
mod sheets;
mod texts;
mod whole;

use child::Desk;

/// What must become of a file.
pub enum Must {
    /// Exit 65, the study as it was; these words are said.
    Refuse(&'static [&'static str]),
    /// Exit 0; these words are said of it.
    Read(&'static [&'static str]),
}

/// A file: what it is, how it is called, what makes it, what must be said.
pub type Case = (&'static str, &'static str, fn() -> Vec<u8>, Must);

fn all_are_met(cases: Vec<Case>) {
    let desk = Desk::new();
    let mut faults = Vec::new();
    for (what, name, make, must) in cases {
        if let Err(fault) = desk.meets(name, &make(), &must) {
            faults.push(format!("{what} ({name}): {fault}"));
        }
    }
    assert!(faults.is_empty(), "\n{}", faults.join("\n"));
}

#[test]
fn documents_are_refused_or_read() {
    all_are_met(documents::cases());
}

#[test]
fn texts_are_refused_or_read() {
    all_are_met(texts::cases());
}

#[test]
fn tables_are_refused_or_read() {
    all_are_met(sheets::cases());
}

#[test]
fn projects_are_refused_or_read() {
    all_are_met(projects::cases());
}

#[test]
fn there_are_enough_of_them_and_no_name_twice() {
    let all = [
        documents::cases(),
        texts::cases(),
        sheets::cases(),
        projects::cases(),
    ];
    let names: Vec<&str> = all.iter().flatten().map(|(what, ..)| *what).collect();
    let distinct: std::collections::BTreeSet<&str> = names.iter().copied().collect();
    assert_eq!(distinct.len(), names.len());
    assert!(names.len() >= 80, "{}", names.len());
}
