//! Projects of other programs: each as its program writes it, then damaged and hostile.

#[path = "common/projects.rs"]
mod known;

use entretien::i18n::{Lang, Words};
use entretien::import::qda::{Keeping, folder};
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
use std::time::{Duration, Instant};

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

fn archive(members: &[(&str, &[u8])]) -> Vec<u8> {
    let mut writer = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in members {
        writer
            .start_file(*name, zip::write::SimpleFileOptions::default())
            .unwrap();
        writer.write_all(bytes).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

fn stored() -> Vec<u8> {
    let mut writer = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let plain =
        zip::write::SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored);
    for (name, bytes) in [
        ("project.qde", PROJECT),
        ("sources/t.txt", "un levier 🙂 fort\r\nA: b\r\nA: c"),
    ] {
        writer.start_file(name, plain).unwrap();
        writer.write_all(bytes.as_bytes()).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

fn samples() -> Vec<(Keeping, Vec<u8>)> {
    let qc = archive(&[
        ("qualitative_coding.sqlite3", &database(QC)),
        ("codebook.yaml", b"- a:\n  - x\n"),
        ("corpus/a/e1.txt", b"un\n\ntrois"),
    ]);
    let codebook = PROJECT
        .replace("<Project xmlns=\"urn:QDA-XML:project:1.0\" name=\"p\">", "")
        .split_once("</Users>")
        .and_then(|(_, rest)| rest.split_once("<Cases>"))
        .map(|(codes, _)| {
            codes.replace(
                "<CodeBook>",
                "<CodeBook xmlns=\"urn:QDA-XML:codebook:1.0\">",
            )
        })
        .unwrap();
    vec![
        (Keeping::Qdpx, stored()),
        (Keeping::Qde, PROJECT.as_bytes().to_vec()),
        (Keeping::Qdc, codebook.into_bytes()),
        (Keeping::Database, database(TAGUETTE)),
        (Keeping::Database, database(QUALCODER)),
        (Keeping::Database, database(RQDA)),
        (Keeping::Qc, qc),
    ]
}

/// What this thread has worked.
fn work() -> Duration {
    static BEGAN: std::sync::LazyLock<Instant> = std::sync::LazyLock::new(Instant::now);
    std::fs::read_to_string("/proc/thread-self/schedstat")
        .ok()
        .and_then(|line| line.split(' ').next()?.parse().ok())
        .map_or_else(|| BEGAN.elapsed(), Duration::from_nanos)
}

#[test]
fn no_mutation_of_a_project_breaks_its_importer() {
    let (mut read, mut refused) = (0, 0);
    for (keeping, original) in samples() {
        assert_eq!(Keeping::of(&original), Some(keeping));
        assert!(plan(original.clone()).is_ok(), "the sample itself is read");
        let mut state = 0x5eed_u64 + original.len() as u64;
        let mut below = |limit: usize| {
            state = state
                .wrapping_mul(6_364_136_223_846_793_005)
                .wrapping_add(1_442_695_040_888_963_407);
            ((state >> 33) as usize) % limit.max(1)
        };
        for round in 0..500 {
            let mut bytes = original.clone();
            for _ in 0..=below(20) {
                let at = below(bytes.len());
                bytes[at] = match below(4) {
                    0 => b"<>&\"=/9-\0\n"[below(10)],
                    1 => bytes[at] ^ (1 << below(8)),
                    _ => below(256) as u8,
                };
            }
            if round % 4 == 0 {
                bytes.truncate(below(bytes.len()));
            }
            let began = work();
            match plan(bytes) {
                Ok(_) => read += 1,
                Err(report) => {
                    refused += 1;
                    assert!(!report.problems.is_empty());
                }
            }
            assert!(
                work().saturating_sub(began) < Duration::from_secs(1),
                "round {round} of {keeping:?}"
            );
        }
    }
    assert!(
        read > 300 && refused > 300,
        "both ends are met: {read} read, {refused} refused"
    );
}

#[test]
fn hostile_projects_are_refused_or_read_soon() {
    let view = "CREATE TABLE code_name (cid); CREATE TABLE code_text (ctid); CREATE VIEW source AS WITH RECURSIVE c(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM c) SELECT n AS id, 'x' AS name, 'y' AS fulltext FROM c;";
    let computed = "CREATE TABLE source (id INTEGER, name TEXT, a TEXT, fulltext TEXT GENERATED ALWAYS AS (hex(zeroblob(50000000))) VIRTUAL); CREATE TABLE code_name (cid); CREATE TABLE code_text (ctid); INSERT INTO source (id, name) VALUES (1, 'x'), (2, 'y');";
    let many = "CREATE TABLE documents (id INTEGER PRIMARY KEY, contents TEXT); CREATE TABLE tags (id, path); CREATE TABLE highlights (id, document_id, start_offset, end_offset, snippet); CREATE TABLE highlight_tags (highlight_id, tag_id); INSERT INTO documents VALUES (1, '<p>a</p>'); WITH RECURSIVE c(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM c WHERE n < 2000) INSERT INTO highlights SELECT n, 1, -n, 9223372036854775807, 'a' FROM c; WITH RECURSIVE c(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM c WHERE n < 2000) INSERT INTO highlight_tags SELECT n, n FROM c;";
    let mut ahead = database(QUALCODER);
    ahead[18] = 2;
    ahead[19] = 2;
    let half = database(TAGUETTE)[..9000].to_vec();
    let wrong = [b"SQLite format 3\0".as_slice(), &[0xff; 5000]].concat();
    let circle = PROJECT.replace(
        "targetGUID=\"00000007-0000-4000-8000-000000000000\"",
        "targetGUID=\"00000006-0000-4000-8000-000000000000\"",
    );
    let places = PROJECT
        .replace("\"9\"", "\"99999999999999999999\"")
        .replace("\"3\"", "\"-3\"");
    let twins = "<User guid=\"00000001-0000-4000-8000-000000000000\" name=\"z\"/>".repeat(20_000);
    let twins = PROJECT.replace("</Users>", &format!("{twins}</Users>"));
    let nested = PROJECT.replace(
        "<Codes>",
        &format!("<Codes>{}", "<Code name=\"a\">".repeat(300)),
    );
    let wide = (0..120_000).fold(String::from("<Project"), |all, n| {
        all + " a" + &n.to_string() + "=''"
    });
    let wide = PROJECT.replace("<Project", &wide);
    let broken = [PROJECT.as_bytes(), b"\xff\xfe"].concat();
    let words = vec![b'a'; 4 << 20];
    let bombs: Vec<(String, Vec<u8>)> = (0..300)
        .map(|n| (format!("sources/{n}.txt"), vec![b' '; 1 << 20]))
        .collect();
    let mut all: Vec<(&str, &[u8])> = vec![("project.qde", PROJECT.as_bytes())];
    all.extend(
        bombs
            .iter()
            .map(|(name, bytes)| (name.as_str(), bytes.as_slice())),
    );
    let crowd = "CREATE TABLE code_name (cid); CREATE TABLE code_text (ctid); CREATE TABLE source (id, name, fulltext); WITH RECURSIVE c(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM c WHERE n < 100000) INSERT INTO source SELECT n, 'x', 'y' FROM c;";
    let named = "CREATE TABLE source (id, name, fulltext); CREATE TABLE code_text (ctid); CREATE TABLE code_name (cid, name); CREATE TABLE cases (caseid, name); CREATE TABLE attribute (name, value, id, attr_type); WITH RECURSIVE c(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM c WHERE n < 5000) INSERT INTO code_name SELECT n, 'x' FROM c; INSERT INTO cases VALUES (1, 'k'); INSERT INTO attribute SELECT 'v' || cid, '1', 1, 'case' FROM code_name;";
    let cases: Vec<(&str, Vec<u8>, Option<bool>)> = vec![
        (
            "a hundred thousand texts of one name",
            database(crowd),
            Some(false),
        ),
        (
            "five thousand codes of one name",
            database(named),
            Some(true),
        ),
        (
            "a view in the place of a table",
            database(view),
            Some(false),
        ),
        ("a column that is computed", database(computed), None),
        ("places that are no places", database(many), Some(true)),
        ("writing ahead", ahead, Some(true)),
        ("half a database", half, None),
        ("nothing behind the first bytes", wrong, Some(false)),
        (
            "references in a circle",
            archive(&[
                ("project.qde", circle.as_bytes()),
                ("sources/t.txt", b"un levier"),
            ]),
            Some(true),
        ),
        (
            "places beyond",
            archive(&[
                ("project.qde", places.as_bytes()),
                ("sources/t.txt", b"un levier"),
            ]),
            Some(true),
        ),
        (
            "one id twenty thousand times",
            twins.into_bytes(),
            Some(true),
        ),
        ("nested", nested.into_bytes(), Some(false)),
        ("many attributes", wide.into_bytes(), None),
        (
            "a text that is none",
            archive(&[
                ("project.qde", PROJECT.as_bytes()),
                ("sources/t.txt", b"\0\xff\0\xfe\x01\x02"),
            ]),
            None,
        ),
        ("broken at its end", broken, Some(false)),
        (
            "a bomb",
            archive(&[
                ("project.qde", PROJECT.as_bytes()),
                ("sources/t.txt", &words),
            ]),
            Some(false),
        ),
        ("many bombs that nobody asks for", archive(&all), Some(true)),
        (
            "names in two cases",
            archive(&[("project.qde", PROJECT.as_bytes()), ("Project.qde", b"")]),
            Some(false),
        ),
        (
            "NUL in a name",
            archive(&[
                ("project.qde", PROJECT.as_bytes()),
                ("sources/a\0b.txt", b""),
            ]),
            Some(false),
        ),
        (
            "a qc folder without a database",
            archive(&[("qualitative_coding.sqlite3", b"no")]),
            Some(false),
        ),
    ];
    for (what, bytes, wanted) in cases {
        let began = work();
        let found = plan(bytes);
        let took = work().saturating_sub(began);
        assert!(took < Duration::from_secs(1), "{what}: {took:?}");
        if let Some(wanted) = wanted {
            assert_eq!(
                found.is_ok(),
                wanted,
                "{what}: {:?}",
                found.map(|_| ()).map_err(|r| r.problems)
            );
        }
    }
}
