//! The acts of the screens, one at a time; undo and redo across processes.

use crate::example::{coded, uncoded};
use crate::home::Home;

#[test]
fn a_study_begun_empty_gets_all_it_needs_by_verbs() {
    let home = Home::with_study("neuve");
    home.ok(&["study", "set", "aim", "Faut-il renouveler ?"]);
    home.ok(&["study", "set", "languages", "fr,en"]);
    home.ok(&["study", "set", "mask-under", "3"]);
    home.ok(&["study", "set", "count-interviewer", "yes"]);
    home.ok(&["study", "set", "common-share", "0.5"]);
    home.fails(65, &["study", "set", "mask-under", "many"]);
    home.fails(65, &["study", "set", "common-share", "2"]);
    home.ok(&["scenario", "add", "S1"]);
    home.ok(&[
        "scenario",
        "add",
        "S2",
        "--label-en",
        "Renew",
        "--summary-fr",
        "Court",
    ]);
    home.ok(&["scenario", "move", "S2", "--up"]);
    home.ok(&["scenario", "set", "S1", "--key-new", "S1b"]);
    home.ok(&[
        "attribute",
        "add",
        "size",
        "--stratum",
        "--value",
        "small",
        "--value",
        "big",
    ]);
    home.ok(&[
        "attribute",
        "set",
        "size",
        "--universe",
        "small=3000",
        "--value-label-fr",
        "small=petit",
    ]);
    home.ok(&[
        "attribute",
        "set",
        "size",
        "--rename-value",
        "big=large",
        "--move-value",
        "big=1",
    ]);
    home.ok(&["attribute", "add", "years", "--type", "number"]);
    home.ok(&["target", "add", "4", "--where", "size=small"]);
    home.fails(65, &["target", "add", "4", "--where", "size=tiny"]);
    home.ok(&[
        "session",
        "add",
        "E01",
        "--state",
        "planned",
        "--minutes",
        "45",
        "--planned-at",
        "2026-03-12T09:30:00Z",
    ]);
    home.ok(&[
        "participant",
        "set",
        "E01",
        "--role",
        "rh",
        "--organisation",
        "O1",
        "--attribute",
        "size=small",
        "--attribute",
        "years=12",
    ]);
    home.fails(
        65,
        &["participant", "set", "E01", "--attribute", "size=tiny"],
    );
    home.ok(&[
        "participant",
        "set",
        "E01",
        "--name",
        "Real Name",
        "--telephone",
        "0102",
    ]);
    let shown = home.json(&["show", "E01", "--json"]);
    assert_eq!(shown["participants"][0]["attributes"]["size"], "small");
    assert_eq!(shown["participants"][0]["organisation"], "O1");
    assert_eq!(shown["minutes"], 45);
    home.ok(&["export", "--out", "out"]);
    let toml = std::fs::read_to_string(home.path().join("out/study.toml")).unwrap();
    for words in [
        "mask_under = 3",
        "count_interviewer = true",
        "common_share = 0.5",
        "universe = 3000",
        "S1b",
        "summary_fr",
    ] {
        assert!(toml.contains(words), "{words}:\n{toml}");
    }
    assert!(
        toml.find("\"S2\"") < toml.find("\"S1b\""),
        "moved up:\n{toml}"
    );
    assert!(toml.find("large") < toml.find("small"), "{toml}");
    for entry in std::fs::read_dir(home.path().join("out"))
        .unwrap()
        .flatten()
    {
        if entry.path().is_file() {
            let text = std::fs::read_to_string(entry.path()).unwrap();
            assert!(!text.contains("Real Name"), "{:?}", entry.path());
        }
    }
    assert!(!home.ok(&["log"]).contains("Real Name"));
}

#[test]
fn the_same_passage_code_and_coder_is_one_coding() {
    let home = uncoded();
    let first = home.ok(&[
        "code",
        "I1",
        "--quote",
        "levier fort",
        "--code",
        "D8.levier",
        "--scenario",
        "S2=+",
    ]);
    let again = home.ok(&[
        "code",
        "I1",
        "--quote",
        "levier fort",
        "--code",
        "D8.levier",
        "--scenario",
        "S1=-",
        "--strength",
        "2",
    ]);
    assert_eq!(first, again);
    let other = home.ok(&[
        "code",
        "I1",
        "--quote",
        "levier fort",
        "--code",
        "D8.levier",
        "--coder",
        "bo",
    ]);
    assert_ne!(first, other);
    let shown = home.json(&["show", first.trim(), "--json"]);
    assert_eq!(shown["polarities"]["S1"], "contradicts");
    assert_eq!(shown["polarities"]["S2"], "supports");
    assert_eq!(shown["strength"], 2);
    // the quote is not trimmed, and a span counts code points
    home.fails(
        65,
        &[
            "code",
            "I1",
            "--quote",
            "levier fort  ",
            "--code",
            "D8.levier",
        ],
    );
    let spanned = home.ok(&[
        "code",
        "I5",
        "--span",
        "4..18",
        "--code",
        "D6.valeur_ajoutee",
    ]);
    let shown = home.json(&["show", spanned.trim(), "--json"]);
    assert_eq!(shown["quote"], "valeur ajoutée");
    home.fails(
        65,
        &[
            "code",
            "I5",
            "--span",
            "4..1800",
            "--code",
            "D6.valeur_ajoutee",
        ],
    );
    home.fails(
        65,
        &["code", "I1", "--quote", "levier", "--code", "D8.levier"],
    );
    home.fails(
        65,
        &["code", "I1", "--quote", "absent", "--code", "D8.levier"],
    );
    home.fails(
        65,
        &[
            "code",
            "I1",
            "--quote",
            "levier fort",
            "--code",
            "D8.absent",
        ],
    );
    home.fails(
        65,
        &[
            "code",
            "I1",
            "--quote",
            "levier fort",
            "--code",
            "D8.levier",
            "--scenario",
            "S9=+",
        ],
    );
    home.fails(
        66,
        &[
            "code",
            "I9",
            "--quote",
            "levier fort",
            "--code",
            "D8.levier",
        ],
    );

    let id = first.trim();
    home.ok(&[
        "coding",
        "set",
        id,
        "--star",
        "--memo",
        " à revoir ",
        "--no-scenario",
        "S1",
        "--no-strength",
    ]);
    home.ok(&["coding", "move", id, "--quote", "Un levier fort"]);
    let shown = home.json(&["show", id, "--json"]);
    assert_eq!(shown["quote"], "Un levier fort");
    assert_eq!(shown["memo"], " à revoir ");
    assert_eq!(shown["starred"], true);
    assert_eq!(shown["strength"], serde_json::Value::Null);
    assert_eq!(shown["polarities"]["S1"], serde_json::Value::Null);
    home.ok(&["coding", "remove", id]);
    home.fails(66, &["show", id]);
}

#[test]
fn undo_and_redo_across_processes_say_what() {
    let home = uncoded();
    let id = home.ok(&[
        "code",
        "I1",
        "--quote",
        "levier fort",
        "--code",
        "D8.levier",
    ]);
    let said = home.ok(&["undo"]);
    assert!(said.contains("D8.levier") && said.contains("I1"), "{said}");
    home.fails(66, &["show", id.trim()]);
    let said = home.ok(&["redo"]);
    assert!(said.contains("D8.levier"), "{said}");
    home.ok(&["show", id.trim()]);
    let ran = home.run(&["redo"]);
    assert_eq!((ran.code, ran.out.as_str()), (0, ""));
    let log = home.json(&["log", "--json"]);
    let log = log.as_array().unwrap();
    let actions: Vec<_> = log
        .iter()
        .rev()
        .take(3)
        .map(|entry| entry["action"].as_str().unwrap())
        .collect();
    assert_eq!(actions, ["redo", "undo", "do"]);
    assert_eq!(log[0]["author"], "am");
}

#[test]
fn codes_are_reshaped_without_losing_a_coding() {
    let home = coded();
    let n = |home: &Home, key: &str| {
        home.json(&["show", key, "--json"])["n_codings"]
            .as_i64()
            .unwrap()
    };
    assert_eq!(n(&home, "D8.levier"), 5);
    home.ok(&[
        "codes",
        "add",
        "D8",
        "--label-fr",
        "Opportunité",
        "--colour",
        "red",
        "--slot",
        "1",
    ]);
    home.ok(&["codes", "move", "D8.levier", "--under", "D8"]);
    home.fails(65, &["codes", "move", "D8", "--under", "D8.levier"]);
    home.ok(&[
        "codes",
        "set",
        "D8.levier",
        "--key-new",
        "D8.l",
        "--definition",
        "Ce qui pousse",
    ]);
    home.ok(&["codes", "merge", "D8.l", "D8.frein"]);
    assert_eq!(n(&home, "D8.frein"), 8);
    home.ok(&["undo"]);
    assert_eq!(n(&home, "D8.l"), 5);
    let said = home.fails(65, &["codes", "remove", "D8.l"]);
    assert!(said.contains('5') && said.contains("--move-to"), "{said}");
    home.ok(&["codes", "remove", "D8.l", "--move-to", "D8.frein"]);
    assert_eq!(n(&home, "D8.frein"), 8);
    home.ok(&["codes", "remove", "D8.frein", "--with-codings"]);
    home.ok(&["undo"]);
    assert_eq!(n(&home, "D8.frein"), 8);
}

#[test]
fn notes_and_answers() {
    let home = uncoded();
    let id = home.ok(&[
        "note",
        "add",
        "I1",
        "- elle hésite",
        "--kind",
        "observation",
        "--t-ms",
        "61000",
        "--flag",
        "verify",
        "--code",
        "D8.frein",
    ]);
    let id = id.trim();
    let note = home.json(&["show", id, "--json"]);
    assert_eq!(note["text"], "- elle hésite");
    assert_eq!(note["t_ms"], 61000);
    assert_eq!(note["codings"].as_array().unwrap().len(), 1);
    home.ok(&[
        "note",
        "set",
        id,
        "--text",
        "elle hésite encore",
        "--question",
        "q1",
    ]);
    assert_eq!(
        home.json(&["show", id, "--json"])["text"],
        "elle hésite encore"
    );
    home.ok(&["note", "remove", id]);
    home.fails(66, &["note", "remove", id]);
    home.ok(&["undo"]);
    home.ok(&["show", id]);
    home.ok(&["answer", "I1", "adhesion", "4", "--scenario", "S2"]);
    home.ok(&["answer", "I1", "adhesion", "5", "--scenario", "S2"]);
    home.ok(&["answer", "I1", "effectif", "--state", "refused"]);
    let answers = home.json(&["show", "I1", "--json"])["answers"].clone();
    assert_eq!(answers.as_array().unwrap().len(), 2);
    assert_eq!(answers[0]["value"], "5");
    assert_eq!(answers[1]["state"], "refused");
    home.ok(&["answer", "I1", "solde", "-3"]);
    home.fails(65, &["answer", "I1", "adhesion", "4", "--scenario", "S9"]);
    home.fails(2, &["answer", "I1", "adhesion"]);
    home.fails(2, &["answer", "I1", "adhesion", "--state", "perhaps"]);
}

#[test]
fn one_participant_of_two_withdraws() {
    let home = Home::with_study("a");
    home.ok(&["codes", "add", "A"]);
    home.write(
        "E01.txt",
        "ANA: Je le veux.\nBOB: Moi pas.\nANA: Dommage.\nBOB: Eh oui.\n",
    );
    home.write(
        "p.csv",
        "interview,participant,speaker\nE01,P1,ANA\nE01,P2,BOB\n",
    );
    home.ok(&["import", "E01.txt", "p.csv"]);
    home.ok(&["code", "E01", "--quote", "Moi pas", "--code", "A"]);
    home.ok(&["consent", "E01", "withdrawn", "--participant", "P2"]);
    let shown = home.json(&["show", "E01", "--json"]);
    let turns = shown["documents"][0]["turns"].as_array().unwrap();
    assert_eq!(turns.len(), 2, "{turns:?}");
    assert_eq!(shown["codings"].as_array().unwrap().len(), 0);
    home.fails(66, &["consent", "E01", "given", "--participant", "P9"]);
}

#[test]
fn consent_is_kept_with_who_when_and_which_form() {
    let home = Home::with_study("accords");
    home.write(
        "guide.toml",
        "schema = 1\n[consent]\nversion = \"v2\"\nitems = [\"aim\", \"storage\"]\n[[section]]\nkey = \"1\"\n",
    );
    home.ok(&["import", "guide.toml"]);
    home.ok(&["session", "add", "E07"]);
    home.ok(&[
        "consent",
        "E07",
        "after-reading",
        "--recording",
        "yes",
        "--contact",
        "no",
        "--closing",
        "yes",
        "--informed",
        "aim",
        "--informed",
        "storage",
        "--at",
        "2026-03-12T09:30:00Z",
        "--coder",
        "ana",
    ]);
    let out = home.path().join("out");
    let rows = || {
        home.ok(&["export", "--out", out.to_str().unwrap()]);
        std::fs::read_to_string(out.join("participants.csv")).unwrap()
    };
    let row = "after-reading,2026-03-12T09:30:00Z,ana,v2,yes,no,yes,,aim;storage";
    let csv = rows();
    assert!(csv.contains(row), "{csv}");
    // an item of no form, a word of no answer, a time that is none: nothing is kept
    home.fails(65, &["consent", "E07", "given", "--informed", "weather"]);
    home.fails(2, &["consent", "E07", "given", "--recording", "maybe"]);
    home.fails(2, &["consent", "E07", "given", "--at", "noon"]);
    assert_eq!(rows(), csv);
    home.ok(&[
        "consent",
        "E07",
        "withdrawn",
        "--at",
        "2026-04-01T00:00:00Z",
    ]);
    assert!(!rows().contains("E07"));
    home.ok(&["undo"]);
    assert_eq!(rows(), csv);
}

#[test]
fn erasing_asks_and_lasts() {
    let home = coded();
    home.fails(2, &["erase", "I1"]);
    home.ok(&["erase", "I1", "--yes"]);
    home.fails(66, &["show", "I1"]);
    home.ok(&["undo"]);
    home.fails(66, &["show", "I1"]);
    assert!(home.ok(&["check"]).contains("as it was written"));
    for folder in ["journal", "texts", "originals"] {
        for entry in std::fs::read_dir(home.study("AF 2022").join(folder))
            .unwrap()
            .flatten()
        {
            let text = String::from_utf8_lossy(&std::fs::read(entry.path()).unwrap()).into_owned();
            assert!(!text.contains("levier fort"), "{:?}", entry.path());
        }
    }
}

#[test]
fn check_finds_a_changed_byte_and_mends_what_can_be_made_again() {
    let home = coded();
    assert_eq!(home.run(&["check"]).code, 0);
    std::fs::remove_dir_all(home.study("AF 2022").join("study.sled")).unwrap();
    assert_eq!(home.run(&["check"]).code, 0);
    let journal = std::fs::read_dir(home.study("AF 2022").join("journal")).unwrap();
    let journal = journal.flatten().next().unwrap().path();
    let mut bytes = std::fs::read(&journal).unwrap();
    // a torn last line is a kill's, not a fault
    bytes.extend(b"{\"n\":99,");
    std::fs::write(&journal, &bytes).unwrap();
    let ran = home.run(&["check"]);
    assert_eq!(ran.code, 0, "{}{}", ran.out, ran.err);
    let mut bytes = std::fs::read(&journal).unwrap();
    let line_2 = bytes.iter().position(|byte| *byte == b'\n').unwrap();
    let at = line_2
        + 1
        + bytes[line_2 + 1..]
            .windows(6)
            .position(|w| w == b"author")
            .unwrap()
        + 9;
    bytes[at] ^= 1;
    std::fs::write(&journal, &bytes).unwrap();
    let ran = home.run(&["check"]);
    assert_eq!(ran.code, 1, "{}{}", ran.out, ran.err);
    assert!(ran.out.contains('2'), "names the line: {}", ran.out);
}

#[test]
fn debrief_time_and_problems_go_out_and_come_back() {
    let home = Home::with_study("terrain");
    home.ok(&[
        "session",
        "add",
        "E07",
        "--state",
        "done",
        "--planned-minutes",
        "45",
    ]);
    home.ok(&[
        "session", "add", "E08", "--state", "no-show", "--reason", "Grippe",
    ]);
    home.ok(&[
        "session",
        "set",
        "E07",
        "debrief.learnt",
        "Trois choses,\nsur deux lignes",
    ]);
    home.ok(&["session", "set", "E07", "spent.notes", "30"]);
    home.ok(&["session", "set", "E07", "--spent", "coding=90"]);
    home.ok(&["session", "set", "E08", "reason", "Grippe, à rappeler"]);
    home.fails(2, &["session", "set", "E07", "spent.lunch", "30"]);
    home.fails(2, &["session", "set", "E07", "spent.notes", "longtemps"]);
    home.fails(2, &["session", "set", "E07", "debrief.learnt"]);
    home.ok(&["study", "set", "day-hours", "7,5"]);
    home.fails(65, &["study", "set", "day-hours", "25"]);
    let id = home.ok(&["problem", "add", "Strate vide", "--session", "E08"]);
    let id = id.trim();
    let other = home.ok(&[
        "problem",
        "add",
        "Enregistreur en panne",
        "--at",
        "2026-03-02T09:00:00Z",
    ]);
    home.ok(&["problem", "set", id, "--settled", "Deux contacts de plus"]);
    home.fails(2, &["problem", "add", "  "]);
    home.fails(66, &["problem", "set", "nulle", "--settled", "x"]);
    home.fails(66, &["problem", "add", "x", "--session", "E99"]);
    let list = home.ok(&["problem", "list", "--json"]);
    let list: serde_json::Value = serde_json::from_str(&list).unwrap();
    assert_eq!(list[0]["text"], "Enregistreur en panne");
    assert_eq!(list[1]["settled"], "Deux contacts de plus");
    assert_eq!(list[1]["interview"], "E08");
    assert!(list[1]["settled_at"].is_string() && list[0]["settled_at"].is_null());

    let out = home.path().join("out");
    home.ok(&["export", "--out", out.to_str().unwrap()]);
    let sessions = std::fs::read_to_string(out.join("sessions.csv")).unwrap();
    assert!(
        sessions.contains("spent_notes,spent_coding,debrief_learnt"),
        "{sessions}"
    );
    home.ok(&["new", "copie", "--from", out.to_str().unwrap()]);
    let again = home.path().join("again");
    home.ok(&["export", "--out", again.to_str().unwrap()]);
    for file in ["sessions.csv", "problems.csv", "study.toml"] {
        let read = |dir: &std::path::Path| std::fs::read_to_string(dir.join(file)).unwrap();
        assert_eq!(read(&out), read(&again), "{file}");
    }
    home.ok(&["problem", "remove", other.trim()]);
    home.ok(&["problem", "set", id, "--open"]);
    let shown = home.ok(&["problem", "list"]);
    assert!(
        !shown.contains("panne") && !shown.contains("Deux contacts"),
        "{shown}"
    );

    // what is about an interview that was withdrawn is nowhere
    home.ok(&["consent", "E08", "withdrawn"]);
    assert_eq!(home.ok(&["problem", "list", "--json"]).trim(), "[]");
    home.fails(66, &["show", id]);
    home.ok(&["export", "--out", again.to_str().unwrap()]);
    assert!(!again.join("problems.csv").exists());
}

#[test]
fn reports_name_nobody_and_quote_as_consent_allows() {
    let home = Home::with_study("rapports");
    home.ok(&[
        "session",
        "add",
        "E07",
        "--state",
        "done",
        "--minutes",
        "50",
    ]);
    home.ok(&[
        "session", "add", "E08", "--state", "no-show", "--reason", "Grippe",
    ]);
    home.ok(&[
        "session",
        "add",
        "E09",
        "--planned-at",
        "2026-01-02T09:00:00Z",
    ]);
    home.ok(&[
        "participant",
        "set",
        "E07",
        "--name",
        "Zoé Exemple",
        "--speaker",
        "Mme Exemple",
        "--role",
        "direction",
        "--organisation",
        "ORG3",
        "--consent",
        "given",
    ]);
    home.ok(&["scenario", "add", "S1"]);
    home.ok(&["answer", "E07", "6.1", "~3", "--unit", "personnes"]);
    home.ok(&["answer", "E07", "6.2", "--state", "refused"]);
    home.ok(&["answer", "E07", "7.1", "5", "--scenario", "S1"]);
    home.ok(&[
        "note",
        "add",
        "E07",
        "On perd tout.",
        "--kind",
        "verbatim",
        "--t-ms",
        "1267000",
    ]);
    home.ok(&["note", "add", "E07", "soupire", "--kind", "observation"]);
    home.ok(&[
        "session",
        "set",
        "E07",
        "debrief.learnt_1",
        "Tout est refait à la main",
    ]);
    home.ok(&["problem", "add", "Une strate vide"]);
    let minutes = home.ok(&["--lang", "fr", "report", "minutes", "E07"]);
    for said in [
        "# Compte rendu de l’entretien E07",
        "direction · ORG3",
        "~3\u{a0}personnes".trim_start_matches('~'),
        "refusé",
        "«\u{a0}On perd tout.\u{a0}»",
        "00:21:07",
        "soupire",
        "Première chose apprise\u{a0}: Tout est refait à la main",
    ] {
        assert!(minutes.contains(said), "{said}: {minutes}");
    }
    assert!(!minutes.contains("Exemple"), "{minutes}");
    home.ok(&["consent", "E07", "no-quote"]);
    let minutes = home.ok(&["report", "minutes", "E07"]);
    assert!(
        !minutes.contains("On perd tout") && minutes.contains("soupire"),
        "{minutes}"
    );

    let progress = home.ok(&["--lang", "fr", "report", "progress"]);
    for said in [
        "# Point d’étape\u{a0}: rapports",
        "Grippe",
        "date passée",
        "Une strate vide",
        "à régler",
        "1 sur 1",
    ] {
        assert!(progress.contains(said), "{said}: {progress}");
    }
    let csv = home.ok(&["report", "progress", "--format", "csv"]);
    assert!(csv.contains("section,row,field,value"), "{csv}");
    let out = home.path().join("point.md");
    home.ok(&[
        "--lang",
        "fr",
        "report",
        "progress",
        "--out",
        out.to_str().unwrap(),
    ]);
    assert_eq!(std::fs::read_to_string(&out).unwrap(), progress);

    home.ok(&["consent", "E07", "withdrawn"]);
    home.fails(66, &["report", "minutes", "E07"]);
    home.fails(66, &["report", "minutes", "E99"]);
    let progress = home.ok(&["report", "progress"]);
    assert!(!progress.contains("E07"), "{progress}");
}

#[test]
fn summaries_go_out_and_come_back_with_what_they_were_written_over() {
    let home = Home::with_study("cadre");
    home.ok(&["session", "add", "E07", "--state", "done"]);
    home.ok(&["codes", "add", "B1"]);
    home.ok(&[
        "note",
        "add",
        "E07",
        "ils ont tout ressaisi",
        "--code",
        "B1",
    ]);
    home.ok(&["summary", "set", "E07", "B1", "Double saisie"]);
    home.fails(66, &["summary", "set", "E99", "B1", "x"]);
    home.fails(65, &["summary", "set", "E07", "nul", "x"]);
    home.fails(2, &["summary", "set", "E07", "B1", " "]);
    let framework = || home.ok(&["table", "framework", "--format", "csv"]);
    assert!(
        framework().contains("E07,Double saisie,filled,1"),
        "{}",
        framework()
    );

    let out = home.path().join("out");
    home.ok(&["export", "--out", out.to_str().unwrap()]);
    home.ok(&["new", "copie", "--from", out.to_str().unwrap()]);
    assert!(
        framework().contains("E07,Double saisie,filled,1"),
        "{}",
        framework()
    );
    let again = home.path().join("again");
    home.ok(&["export", "--out", again.to_str().unwrap()]);
    let read = |dir: &std::path::Path| std::fs::read(dir.join("summaries.csv")).unwrap();
    assert_eq!(read(&out), read(&again));

    home.ok(&["note", "add", "E07", "encore une fois", "--code", "B1"]);
    assert!(
        framework().contains("E07,Double saisie,stale,2"),
        "{}",
        framework()
    );
    home.ok(&["undo"]);
    assert!(
        framework().contains("E07,Double saisie,filled,1"),
        "{}",
        framework()
    );
    home.ok(&["summary", "remove", "E07", "B1"]);
    assert!(framework().contains("E07,,passages,1"), "{}", framework());
    home.ok(&["consent", "E07", "withdrawn"]);
    home.fails(66, &["summary", "set", "E07", "B1", "x"]);
    home.ok(&["export", "--out", again.to_str().unwrap()]);
    assert!(!again.join("summaries.csv").exists());
}

#[test]
fn a_coded_note_goes_to_the_words_it_came_from() {
    let home = uncoded();
    home.ok(&[
        "note",
        "add",
        "I1",
        "c’est un levier fort",
        "--code",
        "D8.levier",
    ]);
    let shown = home.json(&["show", "I1", "--json"]);
    let id = shown["codings"][0]["id"].as_str().unwrap().to_owned();
    let listed = home.ok(&["coding", "move", &id, "--propose"]);
    let first = listed.lines().next().unwrap();
    assert!(first.contains("levier fort"), "{listed}");
    let span = first.split_whitespace().find(|word| word.contains(".."));
    home.ok(&["coding", "move", &id, "--span", span.unwrap()]);
    let shown = home.json(&["show", &id, "--json"]);
    assert!(shown["quote"].as_str().unwrap().contains("levier fort"));
    let shown = home.json(&["show", "I1", "--json"]);
    assert_eq!(shown["notes"].as_array().unwrap().len(), 1);
    assert_eq!(shown["codings"].as_array().unwrap().len(), 1);
    // it is on words now, and words that are left out take no coding
    home.fails(65, &["coding", "move", &id, "--propose"]);
    home.ok(&["exclude", "I1", "--span", "0..3"]);
    home.fails(65, &["coding", "move", &id, "--span", "0..3"]);
    // nothing like it is there to be proposed
    home.ok(&[
        "note",
        "add",
        "I1",
        "tout autre chose",
        "--code",
        "D8.frein",
    ]);
    let shown = home.json(&["show", "I1", "--json"]);
    let codings = shown["codings"].as_array().unwrap();
    let other = codings
        .iter()
        .find(|coding| coding["id"] != id.as_str())
        .unwrap();
    let said = home.fails(
        65,
        &["coding", "move", other["id"].as_str().unwrap(), "--propose"],
    );
    assert!(!said.is_empty());
    home.fails(2, &["coding", "move", &id]);
}
