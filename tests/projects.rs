//! Projects of other programs: each as its program writes it.

#[path = "common/projects.rs"]
mod known;

use entretien::i18n::{Lang, Words};
use entretien::import::qda::{folder, without_media};
use entretien::import::{Belongs, Input, Options, Plan, Report, plan_files};
use entretien::study::Study;
use entretien::study::change::{Change, Record};
use entretien::study::coding::Passage;
use entretien::study::document::DocumentText;
use entretien::study::id::{Mint, VersionId};
use known::{PROJECT, QC, QUALCODER, RQDA, TAGUETTE};
use std::collections::HashMap;
use std::io::{Cursor, Write};
use std::sync::Arc;

struct Count(u128);

impl Mint for Count {
    fn id(&mut self) -> uuid::Uuid {
        self.0 += 1;
        uuid::Uuid::from_u128((0x7 << 76) | self.0)
    }

    fn random(&mut self) -> uuid::Uuid {
        self.id()
    }

    fn now(&self) -> jiff::Timestamp {
        jiff::Timestamp::UNIX_EPOCH
    }
}

fn plan(bytes: Vec<u8>) -> Result<Plan, Report> {
    let none: HashMap<VersionId, Arc<DocumentText>> = HashMap::new();
    let input = Input::find("p", bytes, Belongs::ByName, Options::default());
    plan_files(
        vec![input],
        &Study::default(),
        &none,
        &(),
        &mut Count(0),
        "am",
    )
}

/// `coder|code|words|memo` of every coding, sorted, and what was told.
fn seen(bytes: Vec<u8>) -> (Vec<String>, String, Plan) {
    let plan = plan(bytes).unwrap_or_else(|report| panic!("{:#?}", report.problems));
    let texts: HashMap<_, _> = plan
        .texts
        .iter()
        .map(|text| {
            (
                &text.version,
                DocumentText::from_turns(&text.transcript.turns),
            )
        })
        .collect();
    let mut codes = HashMap::new();
    let mut codings = Vec::new();
    for change in &plan.changes {
        let Change::Add(record) = change else {
            continue;
        };
        match record.as_ref() {
            Record::Code(id, code) => {
                codes.insert(id.clone(), code.key.clone());
            }
            Record::Coding(_, coding) => {
                let Passage::Text(passage) = &coding.passage else {
                    continue;
                };
                let words = texts[&passage.version].slice(passage.span());
                codings.push(format!(
                    "{}|{}|{words}|{}",
                    coding.coder, codes[&coding.code], coding.memo
                ));
            }
            _ => {}
        }
    }
    codings.sort();
    let words = Words::new(Lang::En);
    let told: Vec<String> = plan
        .report
        .warnings
        .iter()
        .map(|said| words.say(said))
        .collect();
    (codings, told.join("\n"), plan)
}

fn database(sql: &str) -> Vec<u8> {
    let mut connection = rusqlite::Connection::open_in_memory().unwrap();
    connection.execute_batch(sql).unwrap();
    connection.serialize("main").unwrap().to_vec()
}

#[test]
fn taguette_counts_bytes_of_a_page() {
    let (codings, told, plan) = seen(database(TAGUETTE));
    assert_eq!(
        codings,
        [
            "am|levier.fort|levier fort|",
            "am|levier|ici & là|",
            "am|levier|levier|"
        ],
        "{told}"
    );
    assert!(
        told.contains("jamais dit") && told.contains("stand in one other place"),
        "{told}"
    );
    assert!(told.contains("a selection without a code"), "{told}");
    let all = format!("{:?}", plan.changes);
    assert!(
        all.contains("chez elle") && all.contains("de quoi il s'agit"),
        "{all}"
    );
    assert!(all.contains("ce qui aide"), "{all}");
}

#[test]
fn qualcoder_is_looked_up_by_its_words() {
    let (codings, told, plan) = seen(database(QUALCODER));
    assert_eq!(
        codings,
        ["ana|x|deux|", "ana|y|mots|", "zoe|x|mot|m"],
        "{told}"
    );
    for wanted in [
        "rien",
        "its code is not in the project",
        "son.mp3",
        "below itself",
    ] {
        assert!(told.contains(wanted), "{wanted}: {told}");
    }
    let all = format!("{:?}", plan.changes);
    for wanted in [
        "Maud",
        "41",
        "Brest",
        "une entrée",
        "une annotation",
        "elle",
        "#ff0000",
    ] {
        assert!(all.contains(wanted), "{wanted}: {all}");
    }
    assert!(all.contains("2024-01-02T10:11:12Z"), "{all}");
}

/// A project as QualCoder's database of this version has it: columns came one by one.
fn qualcoder_of(version: u32) -> String {
    let since = |first: u32, column: &'static str| if version >= first { column } else { "" };
    let (ids, stars) = (
        since(4, "ctid INTEGER PRIMARY KEY, "),
        since(4, ", important INTEGER"),
    );
    let media = since(2, ", avid INTEGER");
    let heard = since(3, ", av_text_id INTEGER");
    let below = since(16, ", supercid INTEGER");
    let mut sql = format!(
        "CREATE TABLE project (databaseversion TEXT, date TEXT, memo TEXT, about TEXT);
        CREATE TABLE source (id INTEGER PRIMARY KEY, name TEXT, fulltext TEXT, mediapath TEXT, memo TEXT, owner TEXT, date TEXT{heard}, UNIQUE(name));
        CREATE TABLE code_cat (catid INTEGER PRIMARY KEY, name TEXT, owner TEXT, date TEXT, memo TEXT, supercatid INTEGER, UNIQUE(name));
        CREATE TABLE code_name (cid INTEGER PRIMARY KEY, name TEXT, memo TEXT, catid INTEGER, owner TEXT, date TEXT, color TEXT{below}, UNIQUE(name));
        CREATE TABLE code_text ({ids}cid INTEGER, fid INTEGER, seltext TEXT, pos0 INTEGER, pos1 INTEGER, owner TEXT, date TEXT, memo TEXT{media}{stars}, UNIQUE(cid, fid, pos0, pos1, owner));
        INSERT INTO project VALUES ('v{version}', '2020-01-01 10:00:00', '', '');
        INSERT INTO source (id, name, fulltext, memo, owner, date) VALUES (1, 'e1.txt', 'Bonjour. Le dossier est lourd.', '', 'ana', '2020-01-01 10:00:00');
        INSERT INTO code_name (cid, name, memo, owner, date, color) VALUES (1, 'dossier', '', 'ana', '', '#f00'), (2, 'poids', '', 'ana', '', '#0f0');
        INSERT INTO code_text (cid, fid, seltext, pos0, pos1, owner, date, memo) VALUES (1, 1, 'dossier', 12, 19, 'ana', '2020-01-01 10:00:00', 'vu'), (2, 1, 'lourd', 24, 29, 'ana', '2020-01-01 10:00:00', ''), (2, 1, 'Bonjour', 0, 7, 'ana', '2020-01-01 10:00:00', '');"
    );
    if version >= 16 {
        sql += "UPDATE code_name SET supercid = 1 WHERE cid = 2;";
    }
    sql
}

#[test]
fn every_version_of_qualcoder_s_database_is_read() {
    for version in [1, 2, 3, 4, 11, 16] {
        let (codings, told, _) = seen(database(&qualcoder_of(version)));
        let wanted = [
            "ana|dossier|dossier|vu",
            "ana|poids|Bonjour|",
            "ana|poids|lourd|",
        ];
        assert_eq!(codings, wanted, "version {version}: {told}");
    }
}

#[test]
fn older_and_newer_databases_of_taguette_are_read() {
    let (now, ..) = seen(database(TAGUETTE));
    // before text had a direction and while documents had groups
    let old = TAGUETTE
        .replace(" text_direction TEXT,", "")
        .replace(" 'LEFT_TO_RIGHT',", "")
        + "CREATE TABLE groups (id INTEGER PRIMARY KEY, project_id INTEGER, path TEXT, description TEXT);
           CREATE TABLE document_groups (document_id INTEGER, group_id INTEGER, PRIMARY KEY (document_id, group_id));";
    let (codings, told, _) = seen(database(&old));
    assert_eq!(codings, now, "{told}");
    // since a tag says itself what it is below, its name needs no dots; an unknown one is nothing
    let new = TAGUETTE.to_owned()
        + "ALTER TABLE tags ADD COLUMN parent_id INTEGER;
           UPDATE tags SET path = 'fort', parent_id = 1 WHERE id = 2;
           UPDATE tags SET parent_id = 77 WHERE id = 1;";
    let (codings, told, plan) = seen(database(&new));
    assert_eq!(codings.len(), now.len(), "{told}");
    let parents: Vec<bool> = plan
        .changes
        .iter()
        .filter_map(|change| match change {
            Change::Add(record) => match record.as_ref() {
                Record::Code(_, code) => Some(code.parent.is_some()),
                _ => None,
            },
            _ => None,
        })
        .collect();
    assert_eq!(parents, [false, true]);
}

#[test]
fn rqda_leaves_out_what_was_deleted() {
    let (codings, told, plan) = seen(database(RQDA));
    assert_eq!(codings, ["rqda|chaud|Deux|", "rqda|chaud|été|vu"], "{told}");
    let all = format!("{:?}", plan.changes);
    assert!(
        all.contains("Lyon") && all.contains("saisons") && !all.contains("mort"),
        "{all}"
    );
}

#[test]
fn rqda_has_more_codings_than_a_project_has_texts() {
    let words = "mot ".repeat(12_000);
    let many = format!(
        "{RQDA} INSERT INTO source VALUES ('long', 3, '{words}', '', 'rqda', '', '', 1); WITH RECURSIVE c(n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM c WHERE n < 11999) INSERT INTO coding SELECT 1, 3, 'mot', n * 4.0, n * 4.0 + 3, 1, 'rqda', '', '' FROM c;"
    );
    let (codings, told, _) = seen(database(&many));
    assert_eq!(codings.len(), 12_002, "{told}");
}

/// What each coding of a project is, by its id here.
fn ids(sql: &str) -> HashMap<String, String> {
    let (_, told, plan) = seen(database(sql));
    let mut codes = HashMap::new();
    let mut found = HashMap::new();
    for change in &plan.changes {
        let Change::Add(record) = change else {
            continue;
        };
        match record.as_ref() {
            Record::Code(id, code) => {
                codes.insert(id.clone(), code.key.clone());
            }
            Record::Coding(id, coding) => {
                let Passage::Text(passage) = &coding.passage else {
                    continue;
                };
                let is = format!(
                    "{} {} {:?}",
                    coding.coder,
                    codes[&coding.code],
                    passage.span()
                );
                found.insert(id.to_string(), is);
            }
            _ => {}
        }
    }
    assert!(found.len() > 1, "{told}");
    found
}

#[test]
fn two_copies_of_a_project_give_no_two_codings_one_id() {
    let coded = |base: &str, row: &str| ids(&format!("{base}INSERT INTO {row};"));
    let qualcoder = |who: &str, from: usize| {
        let row = format!(
            "code_text VALUES (9, 1, 1, 'mot', {from}, {}, '{who}', '', '', NULL, NULL)",
            from + 3
        );
        coded(QUALCODER, &row)
    };
    let taguette = |n: usize| {
        let row = format!(
            "highlights VALUES (9, 1, {n}, 25, ''); INSERT INTO highlight_tags VALUES (9, 1)"
        );
        coded(TAGUETTE, &row)
    };
    let rqda = |words: &str, from: usize| {
        let to = from + words.len();
        let row = format!("coding VALUES (1, 1, '{words}', {from}, {to}, 1, 'rqda', '', '')");
        coded(RQDA, &row)
    };
    let pairs = [
        (QUALCODER, qualcoder("ana", 5), qualcoder("bea", 5)),
        (QUALCODER, qualcoder("ana", 5), qualcoder("ana", 16)),
        (TAGUETTE, taguette(10), taguette(18)),
        (RQDA, rqda("mots", 13), rqda("Un", 0)),
    ];
    for (base, one, other) in pairs {
        let common = ids(base);
        assert_eq!(common, ids(base));
        for copy in [&one, &other] {
            assert_eq!(copy.len(), common.len() + 1, "{copy:#?} {common:#?}");
            assert!(common.iter().all(|(id, is)| copy.get(id) == Some(is)));
        }
        let shared = one.iter().filter(|(id, _)| other.contains_key(*id));
        assert_eq!(shared.count(), common.len());
    }
    // one that is deleted shifts none
    let deleted = RQDA.replace(
        "8.0, 12.0, 1,",
        "8.0, 12.0, 1, 'rqda', '', ''), (1, 1, 'Un', 0.0, 2.0, 1,",
    );
    let more = ids(&deleted);
    let fewer = ids(&deleted.replace("3.0, 6.0, 1,", "3.0, 6.0, 0,"));
    assert_eq!(fewer.len() + 1, more.len());
    assert!(fewer.iter().all(|(id, is)| more.get(id) == Some(is)));
}

#[test]
fn what_is_left_out_of_a_project_is_told() {
    let (_, told, _) = seen(database(QUALCODER));
    assert!(!told.contains("the whole text is taken"), "{told}");
    let part = QUALCODER
        .replace("(1, 1, 1, 0, 20)", "(1, 1, 1, 3, 20)")
        .replace(
            "'/audio/son.mp3', ''",
            "'/audio/son.mp3', 'mal enregistr\u{e9}'",
        );
    for sql in [part.as_str(), RQDA] {
        let (_, told, _) = seen(database(sql));
        assert!(told.contains("the whole text is taken"), "{told}");
    }
    let (_, told, _) = seen(database(&part));
    assert!(
        told.lines()
            .any(|line| line.contains("memo") && line.contains("son.mp3")),
        "{told}"
    );
    // what was last written may wait beside the file
    let home = tempfile::tempdir().unwrap();
    let path = home.path().join("p.qda");
    let told = || {
        let name = path.display().to_string();
        let input = Input::find(&name, database(RQDA), Belongs::ByName, Options::default());
        let none: HashMap<VersionId, Arc<DocumentText>> = HashMap::new();
        let study = Study::default();
        let plan = plan_files(vec![input], &study, &none, &(), &mut Count(0), "am").unwrap();
        let words = Words::new(Lang::En);
        let said = plan.report.warnings.iter().map(|said| words.say(said));
        said.collect::<Vec<_>>().join("\n")
    };
    assert!(!told().contains("still waits"));
    std::fs::write(home.path().join("p.qda-wal"), "x").unwrap();
    assert!(told().contains("still waits"), "{}", told());
}

#[test]
fn folders_of_other_programs_are_read() {
    let home = tempfile::tempdir().unwrap();
    let write = |name: &str, bytes: &[u8]| {
        let path = home.path().join(name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, bytes).unwrap();
    };
    write(
        "qc/settings.yaml",
        b"corpus_dir: textes\ncodebook: codebook.yaml\n",
    );
    write("qc/codebook.yaml", b"- haut:\n  - x\n");
    write(
        "qc/textes/a/e1.txt",
        "Ligne 🙂 une\n\nLigne trois\n".as_bytes(),
    );
    write("qc/memos/2024-01-01.md", "un mémo".as_bytes());
    write("qc/qualitative_coding.sqlite3", &database(QC));
    write("p.qda/data.qda", &database(QUALCODER));
    write("autre/x.txt", b"rien");
    #[cfg(unix)]
    std::os::unix::fs::symlink("/etc/passwd", home.path().join("qc/textes/passwd")).unwrap();
    let bytes = folder(&home.path().join("qc")).unwrap().unwrap();
    assert!(!bytes.windows(7).any(|seven| seven == b"root:x:"));
    let (codings, told, plan) = seen(bytes);
    assert_eq!(
        codings,
        ["cp|x|Ligne 🙂 une|", "cp|z|Ligne trois|"],
        "{told}"
    );
    assert!(told.contains("a/e1.txt: 78"), "{told}");
    let all = format!("{:?}", plan.changes);
    assert!(all.contains("un mémo") && all.contains("haut"), "{all}");
    let bytes = folder(&home.path().join("p.qda")).unwrap().unwrap();
    assert_eq!(seen(bytes).0.len(), 3);
    assert!(folder(&home.path().join("autre")).is_none());
    let report = plan_error(database(QC));
    assert!(report.contains("give the folder"), "{report}");
}

fn plan_error(bytes: Vec<u8>) -> String {
    let report = plan(bytes).unwrap_err();
    let words = Words::new(Lang::En);
    let said: Vec<String> = report
        .problems
        .iter()
        .map(|one| words.say(&one.message()))
        .collect();
    said.join("\n")
}

fn qdpx(description: &str, more: &[(&str, &[u8])]) -> Vec<u8> {
    let mut writer = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let plain =
        zip::write::SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored);
    let own: [(&str, &[u8]); 2] = [
        ("project.qde", description.as_bytes()),
        ("sources/t.txt", "un levier fort".as_bytes()),
    ];
    for (name, bytes) in own.iter().chain(more) {
        writer.start_file(*name, plain).unwrap();
        writer.write_all(bytes).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

#[test]
fn two_texts_of_one_id_are_both_taken_and_told() {
    let (from, to) = (
        PROJECT.find("<TextSource").unwrap(),
        PROJECT.find("</Sources>").unwrap(),
    );
    let twin = PROJECT[from..to]
        .replace("t.txt", "u.txt")
        .replace("name=\"t\"", "name=\"u\"")
        .replace("00000005-", "00000015-")
        .replace("guid=\"00000006-", "guid=\"00000016-");
    let twins = PROJECT.replace("</Sources>", &format!("{twin}</Sources>"));
    let (codings, told, plan) = seen(qdpx(&twins, &[("sources/u.txt", b"le frein fort")]));
    assert_eq!(plan.texts.len(), 2, "{told}");
    assert_eq!(codings, ["z|c|frein |m\ns", "z|c|levier|m\ns"], "{told}");
    assert!(
        told.contains("text u") && told.contains("another text has its id"),
        "{told}"
    );
}

#[test]
fn a_comment_that_is_never_closed_is_told() {
    let (_, told, _) = seen(database(TAGUETTE));
    assert!(!told.contains("comment"), "{told}");
    let open = TAGUETTE.replace(" fort.</p>'", " fort.</p><!-- perdu <p>Et la suite.</p>'");
    let (codings, told, _) = seen(database(&open));
    assert_eq!(codings.len(), 3, "{told}");
    assert!(
        told.contains("Entretien 1") && told.contains("never closed"),
        "{told}"
    );
}

#[test]
fn media_of_any_size_are_no_hindrance() {
    let home = tempfile::tempdir().unwrap();
    let path = home.path().join("p.qdpx");
    std::fs::write(
        &path,
        qdpx(PROJECT, &[("sources/son.wav", &vec![7; 66 << 20])]),
    )
    .unwrap();
    let bytes = without_media(&path).unwrap().unwrap();
    assert!(bytes.len() < 10_000);
    let (codings, told, _) = seen(bytes);
    assert_eq!(codings, ["z|c|levier|m\ns"], "{told}");
    std::fs::write(&path, "no project").unwrap();
    assert!(without_media(&path).is_none());
}
