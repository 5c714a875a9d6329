//! Transcripts in: what they are, before and after they are kept.

use crate::home::Home;

const VTT: &str = "WEBVTT\n\n1\n00:00:04.859 --> 00:00:07.000\nAna Roy: Bonjour à tous.\n\n2\n00:00:07.500 --> 00:00:09.120\nAna Roy: On commence.\n\n3\n00:00:10.000 --> 00:00:12.000\nBo Lu: Oui.\n";

#[test]
fn a_check_needs_no_study_and_changes_nothing() {
    let home = Home::new();
    home.write("a b.vtt", VTT);
    home.write(
        "notes.txt",
        "ANA: Bonjour.\nBO: Oui.\nANA: Bien.\nBO: Voilà.\n",
    );
    let read = home.json(&["import", "--check", "--json", "a b.vtt", "notes.txt"]);
    assert_eq!(read[0]["file"], "a b.vtt");
    assert_eq!(read[0]["format"], "zoom-vtt");
    assert_eq!(read[0]["encoding"], "utf-8");
    assert_eq!(read[0]["session"], "a b");
    assert_eq!(read[0]["words"], 6);
    let turns = read[0]["turns"].as_array().unwrap();
    assert_eq!(turns.len(), 2);
    assert_eq!(turns[0]["speaker"], "Ana Roy");
    assert_eq!(turns[0]["start_ms"], 4859);
    assert_eq!(turns[0]["end_ms"], 9120);
    assert_eq!(turns[0]["text"], "Bonjour à tous. On commence.");
    assert!(read[0]["unread"].is_array() && read[0]["warnings"].is_array());
    assert_eq!(read[1]["format"], "text");
    assert_eq!(read[1]["turns"].as_array().unwrap().len(), 4);
    assert!(!home.path().join(".local").exists(), "nothing was made");
    let text = home.ok(&["import", "--check", "a b.vtt"]);
    assert!(
        text.contains("zoom-vtt") && text.contains("Ana Roy"),
        "{text}"
    );
}

#[test]
fn a_transcript_meets_the_interview_that_is_meant() {
    let home = Home::with_study("a");
    home.write("E07.vtt", VTT);
    home.write("audio-12.vtt", VTT.replace("Bonjour", "Salut"));
    home.write("advert.txt", "Assistante de formation. CDI.\n");
    home.ok(&["import", "E07.vtt"]);
    home.ok(&["import", "audio-12.vtt", "--session", "E12"]);
    home.ok(&["import", "advert.txt", "--reference", "annonce"]);
    let sessions = home.json(&["sessions", "--json"]);
    assert_eq!(sessions[0]["key"], "E07");
    assert_eq!(sessions[1]["key"], "E12");
    assert_eq!(sessions.as_array().unwrap().len(), 2);
    home.ok(&["codes", "add", "A"]);
    home.ok(&["code", "annonce", "--quote", "CDI", "--code", "A"]);
    let reference = home.json(&["show", "annonce", "--json"]);
    assert_eq!(reference["kind"], "reference");
    assert_eq!(reference["codings"].as_array().unwrap().len(), 1);
    // the same file again says so, and adds nothing
    let ran = home.run(&["import", "E07.vtt"]);
    assert_eq!(ran.code, 0);
    assert_eq!(home.json(&["show", "E07", "--json"])["n_turns"], 2);
    home.ok(&["undo"]);
    home.ok(&[
        "--lang",
        "fr",
        "import",
        "--as",
        "text",
        "--encoding",
        "windows-1252",
        "advert.txt",
    ]);
    home.fails(2, &["import", "advert.txt", "--encoding", "klingon"]);
}

#[test]
fn named_letters_are_the_letters() {
    let home = Home::new();
    home.write(
        "a.vtt",
        "WEBVTT\n\n00:01.000 --> 00:02.000\n&Eacute;t&eacute; &laquo;&nbsp;l&rsquo;h&#233;&nbsp;&raquo; &amp;lt; &zork;\n",
    );
    let read = home.json(&["import", "a.vtt", "--check", "--json"]);
    assert_eq!(
        read[0]["turns"][0]["text"],
        "Été «\u{a0}l’hé\u{a0}» &lt; &zork;"
    );
}

#[test]
fn each_file_of_a_check_is_told_whether_it_can_be_read_or_not() {
    let home = Home::new();
    home.write("a.vtt", VTT);
    home.write("b.txt", "ANA: Bonjour.\nANA: Oui.\n");
    let large = std::fs::File::create(home.path().join("large.txt")).unwrap();
    large.set_len((64 << 20) + 1).unwrap();
    for (files, at, code) in [
        (["absent.txt", "a.vtt", "b.txt"], 0, 66),
        (["a.vtt", "large.txt", "b.txt"], 1, 65),
    ] {
        let ran = home.run(&[&["import", "--check", "--json"], &files[..]].concat());
        assert_eq!(ran.code, code, "{}", ran.err);
        assert!(ran.err.contains(files[at]), "{}", ran.err);
        let read: serde_json::Value = serde_json::from_str(&ran.out).unwrap();
        for (index, file) in files.iter().enumerate() {
            assert_eq!(read[index]["file"], *file);
            assert_eq!(read[index]["turns"].is_array(), index != at);
        }
        assert!(read[at]["error"].as_str().unwrap().contains(files[at]));
    }
}

#[test]
fn what_a_recogniser_prints_on_a_terminal_keeps_its_times() {
    let home = Home::new();
    home.write(
        "w.txt",
        "[00:01.000 --> 00:02.500]  Bonjour.\n[00:02.500 --> 00:04.000]  Merci d’avoir regardé cette vidéo !\n",
    );
    home.write(
        "x.txt",
        "[00:01.000 --> 00:02.500] [SPEAKER_01]: Bonjour.\n[00:02.500 --> 00:04.000] [SPEAKER_01]: Oui.\n[01:02:04.000 --> 01:02:05.000] [SPEAKER_00]: Non.\n[01:02:06.000 --> 01:02:07.000] [SPEAKER_00]: Si.\n",
    );
    let read = home.json(&["import", "--check", "--json", "w.txt", "x.txt"]);
    let turns = |at: usize| {
        read[at]["turns"]
            .as_array()
            .unwrap()
            .iter()
            .map(|turn| {
                (
                    turn["speaker"].as_str().unwrap_or("").to_owned(),
                    turn["start_ms"].as_i64().unwrap(),
                    turn["end_ms"].as_i64().unwrap(),
                    turn["text"].as_str().unwrap().to_owned(),
                )
            })
            .collect::<Vec<_>>()
    };
    assert_eq!(
        turns(0),
        [
            (String::new(), 1000, 2500, "Bonjour.".to_owned()),
            (
                String::new(),
                2500,
                4000,
                "Merci d’avoir regardé cette vidéo !".to_owned()
            ),
        ]
    );
    assert!(
        read[0]["warnings"].to_string().contains("line 2"),
        "{}",
        read[0]["warnings"]
    );
    assert_eq!(
        turns(1),
        [
            (
                "SPEAKER_01".to_owned(),
                1000,
                4000,
                "Bonjour. Oui.".to_owned()
            ),
            (
                "SPEAKER_00".to_owned(),
                3_724_000,
                3_727_000,
                "Non. Si.".to_owned()
            ),
        ]
    );
}
