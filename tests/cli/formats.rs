//! Everything as JSON and back, a corpus for IRaMuTeQ, PDF, many files at once.

use crate::home::Home;
use std::collections::BTreeMap;
use std::fmt::Write;
use std::fs;
use std::path::Path;

/// The files of an export but its description, by path.
fn all_files(folder: &Path) -> BTreeMap<String, String> {
    let mut all = BTreeMap::new();
    for entry in fs::read_dir(folder).unwrap().map(Result::unwrap) {
        let name = entry.file_name().into_string().unwrap();
        if entry.path().is_dir() {
            if name != "originals" {
                let inner = all_files(&entry.path());
                all.extend(
                    inner
                        .into_iter()
                        .map(|(path, text)| (format!("{name}/{path}"), text)),
                );
            }
        } else if name != "datapackage.json" {
            all.insert(name, fs::read_to_string(entry.path()).unwrap());
        }
    }
    all
}

#[test]
fn everything_as_json_makes_the_same_study() {
    let home = Home::new();
    home.ok(&["demo", "--out", "first"]);
    let made = home.json(&["studies", "--json"]);
    assert!(
        made.as_array().is_some_and(|list| list.len() == 1),
        "{made}"
    );
    home.ok(&["export", "--as", "json", "--out", "all.json"]);
    let again = fs::read(home.path().join("all.json")).unwrap();
    home.ok(&[
        "--lang", "fr", "export", "--as", "json", "--out", "all.json",
    ]);
    assert!(fs::read(home.path().join("all.json")).unwrap() == again);
    let losses = fs::read_to_string(home.path().join("all.json.losses.csv")).unwrap();
    assert!(losses.contains("original,,"), "{losses}");
    let value: serde_json::Value = serde_json::from_slice(&again).unwrap();
    assert!(value["tables"]["excerpts"]["rows"][0]["char_start"].is_number());
    home.ok(&["new", "again", "--from", "all.json"]);
    home.ok(&["export", "--out", "second"]);
    let (first, second) = (
        all_files(&home.path().join("first")),
        all_files(&home.path().join("second")),
    );
    assert_eq!(
        first.keys().collect::<Vec<_>>(),
        second.keys().collect::<Vec<_>>()
    );
    for (path, text) in &first {
        assert!(second[path] == *text, "{path} is another one");
    }
    // what is no such document is refused, and nothing stays behind
    for (text, said) in [
        ("{", "line 1"),
        ("{\"format\":\"x\",\"schema\":1}", "format"),
    ] {
        home.write("bad.json", text);
        assert!(
            home.fails(65, &["new", "bad", "--from", "bad.json"])
                .contains(said)
        );
        assert!(!home.study("bad").exists());
    }
}

#[test]
fn a_corpus_has_a_text_for_each_person_and_no_word_of_who_asked() {
    let home = Home::with_study("s");
    home.ok(&[
        "attribute",
        "add",
        "size",
        "--of",
        "participant",
        "--value",
        "10 à 49",
    ]);
    home.write(
        "p.csv",
        "interview,participant,speaker,role,consent,size\n\
         E1,P1,Ana,direction,given,10 à 49\nE1,P2,Bo,rh,given,\nE1,,INT,interviewer,,\n\
         E2,P3,Cy,rh,withdrawn,\n",
    );
    home.write(
        "E1.txt",
        "INT: Alors ?\nAna: L’été, * oui.\nBo: Non.\nAna: Si.\nINT: Bien.\n",
    );
    home.write(
        "E2.txt",
        "INT: Et vous ?\nCy: Secret.\nINT: Merci.\nCy: Rien.\n",
    );
    home.ok(&["import", "p.csv", "E1.txt", "E2.txt"]);
    home.ok(&["export", "--as", "iramuteq", "--out", "c.txt"]);
    let corpus = fs::read_to_string(home.path().join("c.txt")).unwrap();
    assert_eq!(
        corpus,
        "**** *entretien_e1 *participant_p1 *role_direction *size_10a49\nL'été, oui.\nSi.\n\n\
         **** *entretien_e1 *participant_p2 *role_rh\nNon.\n"
    );
    let losses = fs::read_to_string(home.path().join("c.txt.losses.csv")).unwrap();
    for wanted in [
        "asterisk,E1,",
        "interviewer,E1,",
        "variable,10 à 49 → 10a49,",
    ] {
        assert!(losses.contains(wanted), "{wanted}\n{losses}");
    }
    assert!(!losses.contains("Secret") && !corpus.contains("Secret"));
    home.ok(&["export", "--as", "iramuteq", "--out", "d.txt", "--shared"]);
    let shared = fs::read_to_string(home.path().join("d.txt")).unwrap();
    assert!(
        shared.contains("Non.") && !shared.contains("Alors"),
        "{shared}"
    );
}

#[test]
fn a_corpus_tells_interviews_apart_and_an_only_participant_from_who_asked() {
    let home = Home::with_study("s");
    home.write(
        "p.csv",
        "interview,participant,speaker,role,consent\nE1-1,P1,Ana,rh,given\nE1-1,AM,Léa,interviewer,\n\
         E11,P2,Bo,rh,given\n",
    );
    home.write("E1-1.txt", "Léa: Alors ?\nAna: Oui.\n");
    home.write(
        "E11.txt",
        "Chercheuse: Et vous ?\nBo: Non.\nChercheuse: Bien.\nBo: Si.\n",
    );
    home.ok(&["import", "p.csv", "E1-1.txt", "E11.txt"]);
    for shared in [&[][..], &["--shared"]] {
        let order = ["export", "--as", "iramuteq", "--force", "--out", "c.txt"];
        home.ok(&[&order, shared].concat());
        let corpus = fs::read_to_string(home.path().join("c.txt")).unwrap();
        assert_eq!(
            corpus,
            "**** *entretien_e11 *participant_p1 *role_rh\nOui.\n\n\
             **** *entretien_e112 *participant_p2 *role_rh\nNon.\nSi.\n"
        );
    }
}

/// A PDF of one page with these lines.
fn pdf(lines: &[&str]) -> Vec<u8> {
    let text = format!("({}) Tj T*\n", lines.join(") Tj T*\n("));
    let stream = format!("BT /F1 11 Tf 14 TL 50 780 Td\n{text}ET");
    let objects = [
        "<< /Type /Catalog /Pages 2 0 R >>".to_owned(),
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>".to_owned(),
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>".to_owned(),
        format!("<< /Length {} >>\nstream\n{stream}\nendstream", stream.len()),
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>".to_owned(),
    ];
    let mut out = "%PDF-1.4\n".to_owned();
    let mut places = Vec::new();
    for (n, object) in (1..).zip(&objects) {
        places.push(out.len());
        write!(out, "{n} 0 obj\n{object}\nendobj\n").unwrap();
    }
    let start = out.len();
    write!(out, "xref\n0 {}\n0000000000 65535 f \n", places.len() + 1).unwrap();
    for place in &places {
        writeln!(out, "{place:010} 00000 n ").unwrap();
    }
    write!(
        out,
        "trailer << /Size {} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n",
        places.len() + 1
    )
    .unwrap();
    out.into_bytes()
}

#[test]
fn a_pdf_is_looked_at_before_it_is_kept() {
    let home = Home::with_study("s");
    home.write(
        "E1.pdf",
        pdf(&[
            "INT : Alors, comment ?",
            "Ana : Bien.",
            "INT : Et depuis ?",
            "Ana : Mieux.",
        ]),
    );
    home.write("half.pdf", "%PDF-1.4\nnothing");
    // a home without any program: it is said what is missing
    let bare = home
        .command(&["import", "E1.pdf", "--check"])
        .env("PATH", "/nowhere")
        .output();
    let said = String::from_utf8_lossy(&bare.unwrap().stderr).into_owned();
    assert!(said.contains("pdftotext"), "{said}");
    let path = std::env::var("PATH").unwrap_or_default();
    let run = |arguments: &[&str]| {
        let done = home.command(arguments).env("PATH", &path).output().unwrap();
        let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
        (done.status.code(), text(&done.stdout), text(&done.stderr))
    };
    if std::process::Command::new("pdftotext")
        .arg("-v")
        .output()
        .is_err()
    {
        eprintln!("SKIPPED: pdftotext is not installed");
        return;
    }
    let (code, shown, said) = run(&["import", "E1.pdf", "--check"]);
    assert_eq!(code, Some(0), "{said}");
    assert!(shown.contains("pdf") && shown.contains("Ana"), "{shown}");
    assert!(said.contains("guess"), "{said}");
    let (code, _, said) = run(&["import", "E1.pdf"]);
    assert!(code == Some(65) && said.contains("--as pdf"), "{said}");
    assert!(!home.ok(&["sessions"]).contains("E1"));
    let (code, _, said) = run(&["import", "E1.pdf", "--as", "pdf"]);
    assert_eq!(code, Some(0), "{said}");
    let shown = home.ok(&["show", "E1"]);
    assert!(shown.contains("Mieux."), "{shown}");
    let (code, _, said) = run(&["import", "half.pdf", "--as", "pdf"]);
    assert!(code == Some(65) && said.contains("half.pdf"), "{said}");
}

#[test]
fn many_files_are_told_as_a_table_of_what_each_became() {
    let home = Home::with_study("s");
    home.write("E1.txt", "Ana: Oui.\nBo: Non.\nAna: Si.\nBo: Bon.\n");
    home.write("E2.vtt", "WEBVTT\n\n00:01.000 --> 00:02.000\nBonjour.\n");
    home.write("codes.csv", "key,label_fr\nA,a\nB,b\n");
    let asked = ["import", "E1.txt", "E2.vtt", "codes.csv"];
    let checked = home.ok(&["import", "E1.txt", "E2.vtt", "codes.csv", "--check"]);
    assert!(
        checked.contains("what became of it") && checked.contains("codebook"),
        "{checked}"
    );
    let kept = home.ok(&asked);
    let lines: Vec<Vec<&str>> = kept
        .lines()
        .map(|line| line.split_whitespace().collect())
        .collect();
    assert_eq!(lines.len(), 4, "{kept}");
    assert_eq!(lines[1][..3], ["E1.txt", "text", "E1"]);
    assert!(lines[3].join(" ").contains("2 added, 0 changed"), "{kept}");
    home.ok(&["undo"]);
    assert!(!home.ok(&["sessions"]).contains("E1"), "one transaction");
    home.ok(&["redo"]);
    assert!(home.ok(&asked).contains("there already"));
}
