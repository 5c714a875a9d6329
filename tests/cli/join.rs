//! Two coders, two copies of a study: what each did comes to the other.

use crate::home::Home;
use std::path::Path;
use std::time::Duration;

const TALK: &str = "Ana: Nous gardons le diplôme tel quel.\nAna: Sans lui, personne ne postule.\n";

fn copy(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).unwrap();
    for entry in std::fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let to = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy(&entry.path(), &to);
        } else {
            std::fs::copy(entry.path(), to).unwrap();
        }
    }
}

/// A study with one text and two codes, and the colleague's copy of it.
fn two() -> Home {
    let home = Home::with_study("AF");
    home.write("E01.txt", TALK);
    home.ok(&["import", "E01.txt"]);
    for code in ["A", "B"] {
        home.ok(&["codes", "add", code]);
    }
    copy(&home.study("AF"), &home.study("Hers"));
    home
}

fn coded(home: &Home, study: &str, coder: &str, quote: &str, code: &str) -> String {
    let all = [
        "--study", study, "--coder", coder, "code", "E01", "--quote", quote, "--code", code,
    ];
    home.ok(&all).trim().to_owned()
}

fn export(home: &Home, study: &str, to: &str) -> String {
    home.ok(&["--study", study, "export", "--out", to]);
    std::fs::read_to_string(home.path().join(to).join("excerpts.csv")).unwrap()
}

fn folder(home: &Home, study: &str) -> String {
    home.study(study).display().to_string()
}

#[test]
fn two_copies_joined_both_ways_say_the_same_bytes() {
    let home = two();
    let one = coded(&home, "AF", "am", "Nous gardons le diplôme", "A");
    let two = coded(&home, "Hers", "bd", "personne ne postule", "B");
    home.write("E02.txt", "Bea: Il faut le refaire.\n");
    home.ok(&["--study", "Hers", "--coder", "bd", "import", "E02.txt"]);
    let (mine, hers) = (folder(&home, "AF"), folder(&home, "Hers"));
    let said = home.ok(&["--study", "AF", "--lang", "en", "join", &hers]);
    assert!(
        said.contains("by bd") && said.contains("1 coding,") && said.contains("1 text,"),
        "{said}"
    );
    home.ok(&["--study", "Hers", "join", &mine]);
    let csv = export(&home, "AF", "out-a");
    assert!(csv.contains(&one) && csv.contains(&two), "{csv}");
    assert_eq!(csv, export(&home, "Hers", "out-b"));
    let said = home.ok(&["--study", "AF", "--lang", "en", "join", &hers]);
    assert!(said.contains("Nothing new"), "{said}");
    home.ok(&["--study", "AF", "check"]);
    home.ok(&["--study", "Hers", "check"]);
    // hers is no transaction of this side: undo takes back ours
    home.ok(&["--study", "AF", "--coder", "am", "undo"]);
    let csv = export(&home, "AF", "out-c");
    assert!(!csv.contains(&one) && csv.contains(&two), "{csv}");
}

#[test]
fn what_is_no_copy_of_this_study_is_refused_in_words() {
    let home = two();
    home.ok(&["new", "Other"]);
    let other = folder(&home, "Other");
    let said = home.fails(65, &["--study", "AF", "--lang", "en", "join", &other]);
    assert!(said.contains("another study"), "{said}");
    let own = folder(&home, "AF");
    home.fails(65, &["--study", "AF", "join", &own]);
    home.fails(66, &["--study", "AF", "join", "nowhere"]);
    std::fs::create_dir(home.path().join("empty")).unwrap();
    home.fails(66, &["--study", "AF", "join", "empty"]);
    export(&home, "AF", "out");
    let said = home.fails(2, &["--study", "AF", "join", "out"]);
    assert!(said.contains("out/excerpts.csv"), "{said}");
    home.write("notes.txt", "no table");
    home.fails(65, &["--study", "AF", "join", "notes.txt"]);
}

#[test]
fn her_excerpts_keep_their_ids_and_what_cannot_be_met_is_told_by_its_line() {
    let home = two();
    let two = coded(&home, "Hers", "bd", "personne ne postule", "B");
    home.write("E09.txt", "Bea: Il faut le refaire.\n");
    home.ok(&["--study", "Hers", "import", "E09.txt"]);
    home.ok(&[
        "--study", "Hers", "--coder", "bd", "code", "E09", "--quote", "refaire", "--code", "A",
    ]);
    export(&home, "Hers", "out");
    let ran = home.run(&["--study", "AF", "--lang", "en", "join", "out/excerpts.csv"]);
    assert_eq!(ran.code, 0, "{}", ran.err);
    assert!(
        ran.err.contains("out/excerpts.csv, line 4") && ran.err.contains("One row was left out"),
        "{}",
        ran.err
    );
    let csv = export(&home, "AF", "mine");
    assert!(csv.contains(&two) && csv.contains(",bd,"), "{csv}");
    let log = home.ok(&["--study", "AF", "log"]);
    home.ok(&["--study", "AF", "join", "out/excerpts.csv"]);
    assert_eq!(
        log,
        home.ok(&["--study", "AF", "log"]),
        "a second time says nothing new"
    );
}

#[test]
fn a_join_that_is_killed_came_in_whole_or_not_at_all() {
    let home = two();
    for n in 0..40 {
        home.write(
            &format!("X{n:02}.txt"),
            format!("Bea: Mots {n}.\n").repeat(50),
        );
    }
    let files: Vec<String> = (0..40).map(|n| format!("X{n:02}.txt")).collect();
    let mut all = vec!["--study", "Hers", "import"];
    all.extend(files.iter().map(String::as_str));
    home.ok(&all);
    let hers = folder(&home, "Hers");
    let mut seen = std::collections::BTreeSet::new();
    for round in 0..25 {
        let name = format!("Try{round}");
        copy(&home.study("AF"), &home.study(&name));
        let mut child = home
            .command(&["--study", &name, "join", &hers])
            .stdout(std::process::Stdio::null())
            .spawn()
            .unwrap();
        std::thread::sleep(Duration::from_millis(4 * round));
        let _ = child.kill();
        child.wait().unwrap();
        let sessions = home.json(&["--study", &name, "sessions", "--json"]);
        let n = sessions.as_array().unwrap().len();
        assert!(n == 1 || n == 41, "{n} interviews after {} ms", 4 * round);
        seen.insert(n);
        home.ok(&["--study", &name, "check"]);
        home.ok(&["--study", &name, "join", &hers]);
        let sessions = home.json(&["--study", &name, "sessions", "--json"]);
        assert_eq!(sessions.as_array().unwrap().len(), 41);
    }
    assert!(seen.contains(&1), "no kill came early enough");
}

/// On the study, in English.
fn on<'a>(all: &[&'a str]) -> Vec<&'a str> {
    [&["--study", "AF", "--lang", "en"], all].concat()
}

#[test]
fn a_settled_disagreement_counts_alone_and_can_be_taken_back() {
    let home = two();
    let one = coded(&home, "AF", "am", "Nous gardons le diplôme", "A");
    let other = coded(&home, "AF", "bd", "gardons le diplôme tel quel", "B");
    let alone = coded(&home, "AF", "bd", "personne ne postule", "B");
    let kinds = || {
        let rows = home.json(&on(&["coders", "am", "bd", "--json"]));
        let rows = rows.as_array().unwrap().clone();
        rows.into_iter()
            .map(|row| row["kind"].as_str().unwrap().to_owned())
            .collect::<Vec<_>>()
    };
    let counts = || {
        let table = home.json(&on(&["table", "codes", "--format", "json"]));
        let rows = table["rows"].as_array().unwrap().clone();
        let n = |code: &str| {
            let row = rows.iter().find(|row| row["code"] == code);
            row.map_or(0, |row| row["n_excerpts"].as_i64().unwrap())
        };
        (n("A"), n("B"))
    };
    assert_eq!(kinds(), ["code-differs", "only-one"]);
    assert_eq!(counts(), (1, 2));
    let settle = |one: &str, other: &str, take: &str| {
        let all = [
            "coders",
            "settle",
            one,
            other,
            "--take",
            take,
            "--reason",
            "la question",
        ];
        home.ok(&on(&all)).trim().to_owned()
    };
    let stands = settle(&one, &other, "one");
    assert_eq!(kinds(), ["only-one"]);
    assert_eq!(counts(), (1, 1));
    let csv = export(&home, "AF", "out");
    // a row has the words around it, over several lines
    let row = |id: &str| {
        let mut rows = csv.split("\n01");
        rows.find(|row| row.starts_with(&id[2..]))
            .unwrap_or_else(|| panic!("{id} in {csv}"))
    };
    assert!(
        row(&one).contains("superseded") && row(&other).contains("superseded"),
        "{csv}"
    );
    assert!(
        row(&stands).contains("la question") && row(&stands).contains("settled"),
        "{csv}"
    );
    // decided otherwise: the first decision is replaced
    settle(&one, &other, "both");
    assert_eq!(counts(), (1, 2));
    assert_eq!(settle(&one, &other, "neither"), "");
    assert_eq!((kinds(), counts()), (vec!["only-one".to_owned()], (0, 1)));
    home.ok(&on(&[
        "coders",
        "settle",
        &alone,
        "--take",
        "neither",
        "--reason",
        "hors sujet",
    ]));
    assert_eq!((kinds().len(), counts()), (0, (0, 0)));
    let said = home.ok(&on(&["coders", "am", "bd"]));
    assert!(said.contains("settled: 2"), "{said}");
    // what nobody lets stand is so in a study made from the export as well, to the byte
    let csv = export(&home, "AF", "again");
    home.ok(&["new", "From", "--from", "again"]);
    assert_eq!(csv, export(&home, "From", "round"));
    for _ in 0..4 {
        home.ok(&on(&["undo"]));
    }
    assert_eq!((kinds().len(), counts()), (2, (1, 2)));
}

#[test]
fn what_cannot_be_settled_is_said() {
    let home = two();
    let one = coded(&home, "AF", "am", "Nous gardons le diplôme", "A");
    let settle = |code: i32, rest: &[&str]| {
        let all = [
            &[
                "--study",
                "AF",
                "--lang",
                "en",
                "coders",
                "settle",
                one.as_str(),
            ],
            rest,
        ]
        .concat();
        home.fails(code, &all)
    };
    settle(2, &["--take", "one", "--reason", " "]);
    settle(2, &["--take", "one"]);
    settle(2, &["--take", "first", "--reason", "x"]);
    settle(2, &["--take", "both", "--reason", "x"]);
    settle(2, &[one.as_str(), "--take", "one", "--reason", "x"]);
    settle(66, &["nobody", "--take", "one", "--reason", "x"]);
    // no disagreement: her own two codings, or codings without a common word
    let own = coded(&home, "AF", "am", "gardons", "B");
    let far = coded(&home, "AF", "bd", "personne ne postule", "B");
    for (other, why) in [(&own, "by am"), (&far, "no words in common")] {
        let said = settle(65, &[other, "--take", "both", "--reason", "x"]);
        assert!(said.contains(why), "{said}");
    }
    home.fails(2, &["--study", "AF", "coders", "am"]);
}

#[test]
fn who_codes_blind_counts_her_own_alone_and_writes_out_everything() {
    let home = two();
    let me = ["--study", "AF", "--lang", "en"];
    let quote = "Nous gardons le diplôme";
    let own = [&me[..], &["code", "E01", "--quote", quote, "--code", "A"]].concat();
    home.ok(&own);
    let theirs = coded(&home, "AF", "bd", "personne ne postule", "B");
    let ran = |all: &[&str]| home.run(&[&me[..], all].concat());
    let n = |code: &str| {
        let all = ["table", "codes", "--format", "json"];
        let table = home.json(&[&me[..], &all].concat());
        let rows = table["rows"].as_array().unwrap();
        let row = rows.iter().find(|row| row["code"] == code).unwrap();
        row["n_excerpts"].as_i64().unwrap()
    };
    assert_eq!(ran(&["blind"]).out, "off\n");
    assert_eq!((n("A"), n("B")), (1, 1));
    assert_eq!(ran(&["blind", "on"]).code, 0);
    assert_eq!(ran(&["blind"]).out, "on\n");
    assert_eq!((n("A"), n("B")), (1, 0));
    let hers = ["--study", "AF", "--coder", "bd", "show", &theirs];
    assert_eq!(home.run(&hers).code, 0, "she alone is blind");
    let said = ran(&["table", "codes"]);
    assert!(said.err.contains("codes blind"), "{}", said.err);
    assert_eq!(ran(&["show", &theirs]).code, 66);
    for asked in [
        &["coders", "am", "bd"][..],
        &[
            "coders", "settle", &theirs, "--take", "one", "--reason", "x",
        ],
    ] {
        let refused = ran(asked);
        assert_eq!(refused.code, 65);
        assert!(refused.err.contains("code blind"), "{}", refused.err);
    }
    let log = ran(&["log"]).out;
    assert!(log.contains("work of another coder"), "{log}");
    let written = ran(&["export", "--out", "whole"]);
    assert!(written.err.contains("holds everything"), "{}", written.err);
    let csv = std::fs::read_to_string(home.path().join("whole/excerpts.csv")).unwrap();
    assert!(csv.contains(&theirs), "{csv}");
    // what is for reading holds what she sees
    let read = ran(&["export", "--as", "xlsx", "--out", "read.xlsx"]);
    assert!(read.err.contains("codes blind"), "{}", read.err);
    assert!(!read.err.contains("holds everything"), "{}", read.err);
    let method = ran(&["method"]);
    assert!(method.err.contains("codes blind"), "{}", method.err);
    assert!(method.out.contains(", 1 codings"), "{}", method.out);
    let pack = ran(&["export", "--as", "pack", "--out", "pack"]);
    assert!(pack.err.contains("holds everything"), "{}", pack.err);
    let csv = std::fs::read_to_string(home.path().join("pack/data/excerpts.csv")).unwrap();
    assert!(csv.contains(&theirs), "{csv}");
    // her copy comes in all the same, unseen
    let said = ran(&["join", &folder(&home, "Hers")]);
    assert_eq!(said.code, 0, "{}", said.err);
    assert_eq!(ran(&["blind", "off"]).code, 0);
    assert_eq!((n("A"), n("B")), (1, 1));
    let log = ran(&["log"]).out;
    assert!(
        log.contains("codes blind") && log.contains("sees again"),
        "{log}"
    );
    assert_eq!(ran(&["blind", "perhaps"]).code, 2);
}

#[test]
fn three_copies_are_one_state_in_whatever_order_they_come() {
    let home = two();
    copy(&home.study("AF"), &home.study("Third"));
    let mine = coded(&home, "AF", "am", "Nous gardons le diplôme", "A");
    let hers = coded(&home, "Hers", "bd", "gardons le diplôme tel quel", "B");
    coded(&home, "Third", "cz", "personne ne postule", "B");
    // one key that two of them gave: the later is shown as another
    for study in ["Hers", "Third"] {
        home.ok(&["--study", study, "codes", "add", "C"]);
    }
    home.ok(&[
        "--study",
        "Third",
        "codes",
        "set",
        "A",
        "--definition",
        "Autre",
    ]);
    let join = |to: &str, from: &str| {
        home.ok(&["--study", to, "join", &folder(&home, from)]);
    };
    // what is settled in one copy is settled in all
    join("AF", "Hers");
    home.ok(&on(&[
        "coders",
        "settle",
        &mine,
        &hers,
        "--take",
        "other",
        "--reason",
        "le contexte",
    ]));
    join("Third", "Hers");
    join("Third", "AF");
    join("AF", "Third");
    join("Hers", "Third");
    let whole = |study: &str, to: &str| {
        let csv = export(&home, study, to);
        let log = home.ok(&["--study", study, "log"]);
        home.ok(&["--study", study, "check"]);
        (csv, log)
    };
    let first = whole("AF", "out-1");
    assert!(
        first.0.contains("settled") && first.0.contains("am+bd"),
        "{}",
        first.0
    );
    assert_eq!(first, whole("Hers", "out-2"));
    assert_eq!(first, whole("Third", "out-3"));
    for file in [
        "codebook.csv",
        "participants.csv",
        "sessions.csv",
        "evidence.csv",
    ] {
        let read = |out: &str| std::fs::read_to_string(home.path().join(out).join(file)).unwrap();
        assert_eq!(read("out-1"), read("out-2"), "{file}");
        assert_eq!(read("out-1"), read("out-3"), "{file}");
    }
}
