//! Files that are not what they should be: said what they are, exit 65 or 66, the study unchanged.

use crate::example::uncoded;
use crate::home::Home;

/// Refused with this code; the journal as it was; words of the message.
#[track_caller]
fn refused(home: &Home, code: i32, arguments: &[&str], words: &[&str]) {
    let log = home.ok(&["log"]);
    let said = home.fails(code, arguments);
    for word in words {
        assert!(said.contains(word), "{word}: {said}");
    }
    assert_eq!(
        home.ok(&["log"]),
        log,
        "{arguments:?} left something behind"
    );
}

#[test]
fn files_of_no_known_kind() {
    let home = Home::with_study("a");
    home.write("empty.txt", "");
    home.write("blank.vtt", " \n\n");
    home.write(
        "noise.docx",
        (0..4096u32)
            .map(|i| (i.wrapping_mul(2_654_435_761) >> 11) as u8)
            .collect::<Vec<_>>(),
    );
    home.write("paper.txt", b"%PDF-1.7\n1 0 obj\n");
    home.write("picture.txt", b"\x89PNG\r\n\x1a\n0000");
    home.write("zip.docx", b"PK\x03\x04nothing of the kind");
    home.write("folder/inside.txt", "x");
    for file in [
        "empty.txt",
        "blank.vtt",
        "noise.docx",
        "paper.txt",
        "picture.txt",
        "zip.docx",
    ] {
        refused(&home, 65, &["import", file], &[file]);
        refused(&home, 65, &["import", "--check", file], &[file]);
    }
    refused(&home, 66, &["import", "folder"], &["folder"]);
    refused(&home, 66, &["import", "absent.txt"], &["absent.txt"]);
    let large = std::fs::File::create(home.path().join("large.txt")).unwrap();
    large.set_len((64 << 20) + 1).unwrap();
    refused(&home, 65, &["import", "large.txt"], &["64"]);
    // all or none
    home.write("E01.txt", "ANA: Oui.\nANA: Non.\n");
    refused(
        &home,
        65,
        &["import", "E01.txt", "empty.txt"],
        &["empty.txt"],
    );
    assert!(!home.ok(&["sessions"]).contains("E01"));
}

#[test]
fn rows_that_cannot_be_are_told_with_line_column_and_reason() {
    let home = uncoded();
    home.write(
        "codings.csv",
        "interview,code,quote\nI1,D8.absent,levier fort\nI1,D8.levier,not there\nI1,D8.levier,levier\n",
    );
    refused(
        &home,
        65,
        &["import", "codings.csv"],
        &["codings.csv", "D8.absent", "not there", "2", "3", "4"],
    );
    home.write(
        "spans.csv",
        "interview,code,char_start,char_end\nI1,D8.levier,4,4000\n",
    );
    refused(
        &home,
        65,
        &["import", "spans.csv"],
        &["spans.csv", "char_end"],
    );
    home.write("people.csv", "interview,role,shoe size\nI1,direction,44\n");
    let told = home.json(&["import", "--check", "--json", "people.csv"]);
    assert_eq!(
        (&told[0]["format"], &told[0]["encoding"]),
        (&"participants".into(), &"utf-8".into())
    );
    let warnings = told[0]["warnings"].to_string();
    assert!(warnings.contains("shoe size"), "{warnings}");
    let ran = home.run(&["import", "--check", "--json", "codings.csv"]);
    assert_eq!(ran.code, 65);
    let told: serde_json::Value = serde_json::from_str(&ran.out).unwrap();
    assert_eq!(told[0]["format"], "codings");
    assert_eq!(told[0]["problems"].as_array().unwrap().len(), 3);
    assert_eq!(told[0]["problems"][0]["line"], 2);
    assert_eq!(told[0]["problems"][0]["column"], "code");
}

#[test]
fn a_table_without_the_columns_it_needs_is_nobodys_speech() {
    let home = Home::with_study("a");
    home.write("codings.csv", "interveiw,code_key,quote\nE01,B1,un mot\n");
    refused(
        &home,
        65,
        &["import", "codings.csv"],
        &["codings.csv, line 1, column", "interview"],
    );
    home.write("liste.csv", "nom;prenom\nNoma;Ana\n");
    refused(&home, 65, &["import", "liste.csv"], &["interview"]);
    // what is speech is read as such, however it is called
    home.write(
        "E01.csv",
        "Ana: oui, bien\nBob: non, merci\nAna: ah\nBob: bon\n",
    );
    home.ok(&["import", "E01.csv"]);
    assert!(home.ok(&["sessions"]).contains("E01"));
}

#[test]
fn a_study_folder_with_a_fault_makes_no_study() {
    let home = Home::new();
    home.write(
        "f/study.toml",
        "schema = 1\nname = \"F\"\n[[scenario]]\nkey = \"S1\"\n",
    );
    home.write("f/codebook.csv", "key\nA\n");
    home.write("f/transcripts/E01.txt", "ANA: Oui.\nANA: Non.\n");
    home.write("f/codings.csv", "interview,code,quote\nE01,A,absent\n");
    let said = home.fails(65, &["new", "f", "--from", "f"]);
    assert!(said.contains("codings.csv"), "{said}");
    assert!(!home.study("f").exists());
    home.fails(66, &["sessions"]);
    home.write("f/codings.csv", "interview,code,quote\nE01,A,Oui\n");
    home.ok(&["new", "f", "--from", "f"]);
    assert_eq!(home.json(&["show", "E01", "--json"])["n_codings"], 1);
    home.write("g/codebook.csv", "key\nA\n");
    home.fails(66, &["new", "g", "--from", "g"]);
}

#[test]
fn hostile_words_are_shown_as_marks() {
    let home = Home::with_study("a");
    home.ok(&[
        "codes",
        "add",
        "A",
        "--label-fr",
        "rouge \u{1b}[31m\u{202e}",
    ]);
    home.write(
        "E01.txt",
        "ANA: \u{1b}]0;titre\u{7} oui.\nANA: non\u{202e}.\n",
    );
    home.ok(&["import", "E01.txt"]);
    for arguments in [
        &["show", "A"][..],
        &["show", "E01"],
        &["log"],
        &["sessions"],
    ] {
        let out = home.ok(arguments);
        assert!(!out.contains(['\u{1b}', '\u{7}', '\u{202e}']), "{out:?}");
    }
    let said = home.fails(66, &["show", "\u{1b}[31mx"]);
    assert!(!said.contains('\u{1b}'), "{said:?}");
}

#[test]
fn a_broken_study_file_is_one_fault_not_one_a_row() {
    let home = Home::new();
    home.write(
        "s/study.toml",
        "schema = 1\nname = \"x\"\n[[scenario]\nkey = \"S1\"\n",
    );
    home.write("s/codebook.csv", "key,label\nA,a\n");
    home.write("s/transcripts/I1.txt", "ANA: Oui.\nANA: Non.\n");
    home.write(
        "s/codings.csv",
        "interview,quote,code,scenario,polarity\nI1,Oui.,A,S1,supports\nI1,Non.,A,S1,supports\n",
    );
    let said = home.fails(65, &["new", "b", "--from", "s"]);
    assert!(
        said.contains("study.toml") && !said.contains("codings.csv"),
        "{said}"
    );
}
