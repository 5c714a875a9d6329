//! REFI-QDA: out, valid, at the right places, and back.

use crate::example;
use crate::home::Home;
use std::collections::HashMap;
use std::fs;
use std::io::{Cursor, Read};
use std::path::Path;
use std::process::Command;

/// The members of an archive.
fn members(bytes: &[u8]) -> HashMap<String, Vec<u8>> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    (0..archive.len())
        .map(|at| {
            let mut member = archive.by_index(at).unwrap();
            let mut bytes = Vec::new();
            member.read_to_end(&mut bytes).unwrap();
            (member.name().unwrap().into_owned(), bytes)
        })
        .collect()
}

fn project(path: &Path) -> (String, HashMap<String, Vec<u8>>) {
    let members = members(&fs::read(path).unwrap());
    let xml = String::from_utf8(members["project.qde"].clone()).unwrap();
    (xml, members)
}

/// The value of an attribute of the element that begins here.
fn attribute<'a>(element: &'a str, name: &str) -> &'a str {
    let start = &element[..element.find('>').unwrap()];
    let Some(at) = start.find(&format!(" {name}=\"")) else {
        return "";
    };
    let value = &start[at + name.len() + 3..];
    &value[..value.find('"').unwrap()]
}

/// The words that each selection covers, in the order of the file.
fn selected(path: &Path) -> Vec<String> {
    let (xml, members) = project(path);
    let mut words = Vec::new();
    for source in xml.split("<TextSource ").skip(1) {
        let file = attribute(source, "plainTextPath").replace("internal://", "sources/");
        let text: Vec<char> = std::str::from_utf8(&members[&file])
            .unwrap()
            .chars()
            .collect();
        for selection in source.split("<PlainTextSelection").skip(1) {
            let place = |name| attribute(selection, name).parse::<usize>().unwrap();
            words.push(
                text[place("startPosition")..place("endPosition")]
                    .iter()
                    .collect(),
            );
        }
    }
    words
}

/// A study with an emoji before the words that are coded, two coders, people, a memo, a reference text.
fn study() -> Home {
    let home = example::coded();
    home.write(
        "E9.txt",
        "Ana: Bonjour 🙂👩‍🏫 !\r\nBo: Un levier & un <frein>.\r\nAna: Ne\u{301}e ici.\r\nBo: Oui.\r\n",
    );
    home.write("advert.txt", "On cherche un levier.\n");
    home.ok(&["import", "E9.txt"]);
    home.ok(&["import", "advert.txt", "--reference", "advert"]);
    let code = |more: &[&str]| home.ok(&[&["code"], more].concat());
    code(&[
        "E9",
        "--quote",
        "levier & un <frein>",
        "--code",
        "D8.levier",
        "--memo",
        "vu\nlà",
    ]);
    code(&[
        "E9",
        "--quote",
        "levier & un <frein>",
        "--code",
        "D8.frein",
        "--coder",
        "Zoé",
    ]);
    code(&[
        "E9",
        "--quote",
        "ée ici",
        "--code",
        "D8.frein",
        "--scenario",
        "S5=mixed",
    ]);
    code(&["advert", "--quote", "un levier", "--code", "D8.levier"]);
    home.ok(&["memo", "add", "Penser à relire.", "--code", "D8.levier"]);
    home
}

#[test]
fn selections_hold_the_words_that_were_coded() {
    let home = study();
    home.ok(&["export", "--as", "qdpx", "--out", "s.qdpx"]);
    let words = selected(&home.path().join("s.qdpx"));
    for wanted in [
        "levier & un <frein>",
        "ée ici",
        "valeur ajoutée",
        "un levier",
    ] {
        assert!(
            words.iter().any(|words| words == wanted),
            "{wanted}: {words:?}"
        );
    }
    assert_eq!(
        words.len(),
        12,
        "two codings of one passage have one selection: {words:?}"
    );
    let (xml, members) = project(&home.path().join("s.qdpx"));
    assert!(
        xml.contains("<Set guid=") && xml.contains("<User guid="),
        "{xml}"
    );
    assert!(!xml.contains("Sets/>"), "nothing is empty that may not be");
    let texts = members.keys().filter(|name| name.starts_with("sources/"));
    assert_eq!(texts.count(), 7);
}

#[test]
fn the_same_study_gives_the_same_bytes_and_what_is_not_ours_stays() {
    let home = study();
    let mut seen = Vec::new();
    for name in ["a.qdpx", "b.qdpx", "a.qdc", "b.qdc"] {
        let kind = &name[2..];
        home.ok(&["export", "--as", kind, "--out", name]);
        seen.push(fs::read(home.path().join(name)).unwrap());
    }
    assert!(seen[0] == seen[1] && seen[2] == seen[3]);
    let listed = fs::read_to_string(home.path().join("a.qdpx.losses.csv")).unwrap();
    assert!(listed.starts_with("what,where,why,count"), "{listed}");
    assert!(listed.contains("table,study.toml,"), "{listed}");
    home.write("mine.qdpx", "not ours");
    home.fails(73, &["export", "--as", "qdpx", "--out", "mine.qdpx"]);
    assert_eq!(
        fs::read(home.path().join("mine.qdpx")).unwrap(),
        b"not ours"
    );
    home.fails(2, &["export", "--as", "qdpx", "--out", "mine.zip"]);
    let empty = Home::with_study("empty");
    let said = empty.fails(65, &["export", "--as", "qdc", "--out", "e.qdc"]);
    assert!(said.contains("no code"), "{said}");
    empty.ok(&["export", "--as", "qdpx", "--out", "e.qdpx"]);
}

/// The schemas of the standard are not in the project; `REFI_QDA_XSD` names a folder that has them.
#[test]
fn what_goes_out_is_valid() {
    let Ok(schemas) = std::env::var("REFI_QDA_XSD") else {
        eprintln!("skipped: REFI_QDA_XSD names no folder with Project.xsd and Codebook.xsd");
        return;
    };
    let home = study();
    home.ok(&["export", "--as", "qdpx", "--out", "s.qdpx"]);
    home.ok(&["export", "--as", "qdc", "--out", "s.qdc"]);
    home.ok(&["export", "--as", "qdpx", "--shared", "--out", "o.qdpx"]);
    for (name, schema) in [
        ("s.qdpx", "Project"),
        ("o.qdpx", "Project"),
        ("s.qdc", "Codebook"),
    ] {
        let path = home.path().join(name);
        let xml = match schema {
            "Project" => project(&path).0,
            _ => fs::read_to_string(&path).unwrap(),
        };
        home.write("x.xml", xml);
        let ran = Command::new("xmllint")
            .args(["--noout", "--schema"])
            .arg(Path::new(&schemas).join(format!("{schema}.xsd")))
            .arg(home.path().join("x.xml"))
            .output();
        let Ok(ran) = ran else {
            eprintln!("skipped: xmllint is not installed");
            return;
        };
        let said = String::from_utf8_lossy(&ran.stderr).into_owned();
        assert!(ran.status.success(), "{name}: {said}");
    }
}
