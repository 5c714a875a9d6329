//! Projects of other programs: REFI-QDA, Taguette, QualCoder, RQDA, qc.

use crate::Case;
use crate::Must::{Read, Refuse};
use crate::common::archive;
use crate::known::{PROJECT, QUALCODER, RQDA, TAGUETTE};
use crate::make::{database, half, lying, noise, numbered, renamed, stored, with_link};

const TEXT: &[u8] = "un levier 🙂 fort".as_bytes();

/// A project with this description and its text.
fn qdpx(description: &str) -> Vec<u8> {
    archive(&[
        ("project.qde", description.as_bytes()),
        ("sources/t.txt", TEXT),
    ])
}

/// A project with one more member.
fn qdpx_and(name: &str, bytes: &[u8]) -> Vec<u8> {
    archive(&[
        ("project.qde", PROJECT.as_bytes()),
        ("sources/t.txt", TEXT),
        (name, bytes),
    ])
}

fn elsewhere(path: &str) -> Vec<u8> {
    qdpx(&PROJECT.replace("internal://t.txt", path))
}

fn codebook(codes: &str) -> Vec<u8> {
    format!("<?xml version=\"1.0\"?><CodeBook xmlns=\"urn:QDA-XML:codebook:1.0\"><Codes>{codes}</Codes></CodeBook>").into_bytes()
}

/// A code with codes inside it, the number of its id and name.
fn code(n: usize, inside: &str) -> String {
    format!(
        "<Code guid=\"{n:08}-0000-4000-8000-000000000000\" name=\"c{n}\" isCodable=\"true\">{inside}</Code>"
    )
}

pub fn cases() -> Vec<Case> {
    let mut all = refi();
    all.extend(databases());
    all
}

fn refi() -> Vec<Case> {
    vec![
        (
            "a whole project",
            "p.qdpx",
            || qdpx(PROJECT),
            Read(&["codebook"]),
        ),
        (
            "a member that leads outside the project",
            "p.qdpx",
            || qdpx_and("../../outside.txt", b"x"),
            Refuse(&["outside"]),
        ),
        (
            "a member with an absolute name",
            "p.qdpx",
            || qdpx_and("/tmp/outside.txt", b"x"),
            Refuse(&["outside"]),
        ),
        (
            "a member that leads outside as Windows says it",
            "p.qdpx",
            || qdpx_and("..\\..\\outside.txt", b"x"),
            Refuse(&["outside"]),
        ),
        (
            "a member on a drive",
            "p.qdpx",
            || qdpx_and("C:\\outside.txt", b"x"),
            Refuse(&["outside"]),
        ),
        (
            "NUL in a member's name",
            "p.qdpx",
            || qdpx_and("sources/a\0b.txt", b"x"),
            Refuse(&["p.qdpx"]),
        ),
        (
            "a member that is a link, in a project",
            "p.qdpx",
            || {
                with_link(
                    &[("project.qde", PROJECT.as_bytes())],
                    "sources/t.txt",
                    "/etc/passwd",
                )
            },
            Refuse(&["sources/t.txt"]),
        ),
        (
            "two descriptions in two cases",
            "p.qdpx",
            || qdpx_and("Project.QDE", b"<a/>"),
            Refuse(&["two members"]),
        ),
        (
            "two texts of one name",
            "p.qdpx",
            || {
                let bytes = stored(&[
                    ("project.qde", PROJECT.as_bytes()),
                    ("sources/t.txt", TEXT),
                    ("sources/u.txt", b"autre"),
                ]);
                renamed(&bytes, b"sources/u.txt", b"sources/t.txt")
            },
            Refuse(&["two members"]),
        ),
        (
            "a text that is somewhere else",
            "p.qdpx",
            || elsewhere("absolute:///etc/passwd"),
            Read(&["t: "]),
        ),
        (
            "a text above the project",
            "p.qdpx",
            || elsewhere("internal://../../../etc/passwd.txt"),
            Read(&["t: "]),
        ),
        (
            "a text on the net",
            "p.qdpx",
            || elsewhere("http://127.0.0.1:9/t.txt"),
            Read(&["t: "]),
        ),
        (
            "a bomb for a text",
            "p.qdpx",
            || {
                archive(&[
                    ("project.qde", PROJECT.as_bytes()),
                    ("sources/t.txt", &vec![b'a'; 4 << 20]),
                ])
            },
            Refuse(&["unpacks to more than"]),
        ),
        (
            "a bomb for a text that lies",
            "p.qdpx",
            || {
                lying(
                    &archive(&[
                        ("project.qde", PROJECT.as_bytes()),
                        ("sources/t.txt", &vec![b'a'; 4 << 20]),
                    ]),
                    4 << 20,
                    20,
                )
            },
            Refuse(&["p.qdpx"]),
        ),
        (
            "three hundred bombs that nobody asks for",
            "p.qdpx",
            || {
                let names: Vec<String> = (0..300).map(|n| format!("sources/{n}.mp4")).collect();
                let bomb = vec![b' '; 1 << 20];
                let mut all: Vec<(&str, &[u8])> =
                    vec![("project.qde", PROJECT.as_bytes()), ("sources/t.txt", TEXT)];
                all.extend(names.iter().map(|name| (name.as_str(), bomb.as_slice())));
                archive(&all)
            },
            Read(&["codebook"]),
        ),
        (
            "a bomb for a description",
            "p.qdpx",
            || archive(&[("project.qde", &vec![b' '; 200 << 20])]),
            Refuse(&["unpacks to more than"]),
        ),
        (
            "notes on notes in a circle",
            "p.qdpx",
            || {
                qdpx(&PROJECT.replace(
                    "<NoteRef targetGUID=\"00000007-",
                    "<NoteRef targetGUID=\"00000006-",
                ))
            },
            Read(&["codebook"]),
        ),
        (
            "links in a circle",
            "p.qdpx",
            || {
                let link = |n, from, to| {
                    format!(
                        "<Link guid=\"0000001{n}-0000-4000-8000-000000000000\" originGUID=\"{from}-0000-4000-8000-000000000000\" targetGUID=\"{to}-0000-4000-8000-000000000000\"/>"
                    )
                };
                let links = [
                    link(0, "00000007", "00000007"),
                    link(1, "00000004", "00000004"),
                    link(2, "00000004", "00000003"),
                    link(3, "00000003", "00000004"),
                ]
                .concat();
                qdpx(&PROJECT.replace("</Project>", &format!("<Links>{links}</Links></Project>")))
            },
            Read(&["codebook"]),
        ),
        (
            "fifty thousand texts of one id",
            "p.qdpx",
            || {
                let text = "<TextSource guid=\"00000008-0000-4000-8000-000000000000\" name=\"t\"><PlainTextContent>a</PlainTextContent></TextSource>";
                let texts = format!("{}</Sources>", text.repeat(50_000));
                qdpx(&PROJECT.replace("</Sources>", &texts))
            },
            Refuse(&["50"]),
        ),
        (
            "a set of itself",
            "p.qdpx",
            || {
                qdpx(&PROJECT.replace("</Project>", "<Sets><Set guid=\"00000009-0000-4000-8000-000000000000\" name=\"s\"><MemberSource targetGUID=\"00000009-0000-4000-8000-000000000000\"/></Set></Sets></Project>"))
            },
            Read(&["set"]),
        ),
        (
            "places beyond the text",
            "p.qdpx",
            || {
                qdpx(
                    &PROJECT
                        .replace("\"9\"", "\"99999999999999999999\"")
                        .replace("\"3\"", "\"-3\""),
                )
            },
            Read(&["coding"]),
        ),
        (
            "a place that ends before it begins",
            "p.qdpx",
            || {
                qdpx(&PROJECT.replace(
                    "startPosition=\"3\" endPosition=\"9\"",
                    "startPosition=\"9\" endPosition=\"3\"",
                ))
            },
            Read(&["coding"]),
        ),
        (
            "one id twenty thousand times",
            "p.qde",
            || {
                let twins = "<User guid=\"00000001-0000-4000-8000-000000000000\" name=\"z\"/>"
                    .repeat(20_000);
                PROJECT
                    .replace("</Users>", &format!("{twins}</Users>"))
                    .into_bytes()
            },
            Read(&["codebook"]),
        ),
        (
            "codes three hundred deep",
            "p.qde",
            || {
                PROJECT
                    .replace(
                        "<Codes>",
                        &format!("<Codes>{}", "<Code name=\"a\">".repeat(300)),
                    )
                    .into_bytes()
            },
            Refuse(&["nested deeper"]),
        ),
        (
            "a project broken at its end",
            "p.qde",
            || [PROJECT.as_bytes(), b"\xff\xfe"].concat(),
            Refuse(&["UTF-8"]),
        ),
        (
            "half a description",
            "p.qde",
            || half(PROJECT.as_bytes()),
            Refuse(&["p.qde"]),
        ),
        (
            "half a project",
            "p.qdpx",
            || half(&qdpx(PROJECT)),
            Refuse(&["p.qdpx"]),
        ),
        (
            "a project whose entity fetches",
            "p.qde",
            || {
                PROJECT
                    .replace(
                        "<Project",
                        "<!DOCTYPE p [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><Project",
                    )
                    .replace(">d<", ">&a;<")
                    .into_bytes()
            },
            Refuse(&["DOCTYPE"]),
        ),
        (
            "a codebook two hundred deep",
            "c.qdc",
            || codebook(&(0..200).fold(String::new(), |inside, n| code(n, &inside))),
            Read(&["200"]),
        ),
        (
            "a codebook too deep",
            "c.qdc",
            || codebook(&(0..300).fold(String::new(), |inside, n| code(n, &inside))),
            Refuse(&["nested deeper"]),
        ),
        (
            "a code that is its own",
            "c.qdc",
            || codebook(&code(1, &code(1, ""))),
            Read(&["was read before"]),
        ),
        (
            "a codebook of nameless codes",
            "c.qdc",
            || codebook(&"<Code guid=\"\" name=\"\" isCodable=\"true\"/>".repeat(50)),
            Read(&["c.qdc"]),
        ),
        (
            "a codebook whose entities grow",
            "c.qdc",
            || {
                [
                    b"<!DOCTYPE l [<!ENTITY a \"ha\">]>".as_slice(),
                    &codebook(""),
                ]
                .concat()
            },
            Refuse(&["DOCTYPE"]),
        ),
    ]
}

fn databases() -> Vec<Case> {
    vec![
        (
            "a whole Taguette",
            "p.sqlite3",
            || database(TAGUETTE),
            Read(&["codebook"]),
        ),
        (
            "a whole QualCoder",
            "p.qda",
            || database(QUALCODER),
            Read(&["codebook"]),
        ),
        (
            "a whole RQDA",
            "p.rqda",
            || database(RQDA),
            Read(&["codebook"]),
        ),
        (
            "half a Taguette",
            "p.sqlite3",
            || half(&database(TAGUETTE)),
            Refuse(&["p.sqlite3"]),
        ),
        (
            "half a QualCoder",
            "p.qda",
            || half(&database(QUALCODER)),
            Refuse(&["p.qda"]),
        ),
        (
            "nothing behind the first bytes",
            "p.qda",
            || [b"SQLite format 3\0".as_slice(), &[0xff; 5000]].concat(),
            Refuse(&["database"]),
        ),
        (
            "noise behind the first bytes",
            "p.qda",
            || [b"SQLite format 3\0".as_slice(), &noise(50_000)].concat(),
            Refuse(&["database"]),
        ),
        (
            "a database of something else",
            "p.sqlite3",
            || database("CREATE TABLE a (b); INSERT INTO a VALUES (1);"),
            Refuse(&["database"]),
        ),
        (
            "a view without end in the place of a table",
            "p.qda",
            || {
                database(
                    "CREATE TABLE code_name (cid); CREATE TABLE code_text (ctid); CREATE VIEW source AS WITH RECURSIVE c(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM c) SELECT n AS id, 'x' AS name, 'y' AS fulltext FROM c;",
                )
            },
            Refuse(&["p.qda"]),
        ),
        (
            "a column that is computed without end",
            "p.qda",
            || {
                database(
                    "CREATE TABLE source (id INTEGER, name TEXT, fulltext TEXT GENERATED ALWAYS AS (hex(zeroblob(50000000))) VIRTUAL); CREATE TABLE code_name (cid); CREATE TABLE code_text (ctid); INSERT INTO source (id, name) VALUES (1, 'x'), (2, 'y');",
                )
            },
            Read(&["media"]),
        ),
        (
            "a hundred thousand texts of one name",
            "p.qda",
            || {
                database(
                    "CREATE TABLE code_name (cid); CREATE TABLE code_text (ctid); CREATE TABLE source (id, name, fulltext); WITH RECURSIVE c(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM c WHERE n < 100000) INSERT INTO source SELECT n, 'x', 'y' FROM c;",
                )
            },
            Refuse(&["100"]),
        ),
        (
            "places that are no places",
            "p.sqlite3",
            || {
                database(
                    "CREATE TABLE documents (id INTEGER PRIMARY KEY, contents TEXT); CREATE TABLE tags (id, path); CREATE TABLE highlights (id, document_id, start_offset, end_offset, snippet); CREATE TABLE highlight_tags (highlight_id, tag_id); INSERT INTO documents VALUES (1, '<p>a</p>'); WITH RECURSIVE c(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM c WHERE n < 2000) INSERT INTO highlights SELECT n, 1, -n, 9223372036854775807, 'a' FROM c; WITH RECURSIVE c(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM c WHERE n < 2000) INSERT INTO highlight_tags SELECT n, n FROM c;",
                )
            },
            Read(&["coding"]),
        ),
        (
            "a database that writes ahead",
            "p.qda",
            || {
                let mut bytes = database(QUALCODER);
                bytes[18] = 2;
                bytes[19] = 2;
                bytes
            },
            Read(&["codebook"]),
        ),
        (
            "words in broken UTF-8",
            "p.qda",
            || {
                database(&QUALCODER.replace(
                    "'Un \u{1f642} mot, deux mots.'",
                    "CAST(X'556EFF206D6F74' AS TEXT)",
                ))
            },
            Read(&["codebook"]),
        ),
        (
            "a database without rows",
            "p.rqda",
            || {
                database(
                    &RQDA
                        .lines()
                        .filter(|line| !line.starts_with("INSERT"))
                        .collect::<Vec<_>>()
                        .join("\n"),
                )
            },
            Read(&[]),
        ),
        (
            "codes in a circle, in RQDA",
            "p.rqda",
            || {
                database(&RQDA.replace("INSERT INTO treecode VALUES (1, 1,", "INSERT INTO codecat VALUES ('autre', NULL, 1, 'rqda', '', '', '', 1); INSERT INTO treecode VALUES (1, 1, '', '', '', 1, 'rqda'), (1, 1,"))
            },
            Read(&["codebook"]),
        ),
        (
            "twenty thousand highlights of one page",
            "p.sqlite3",
            || {
                let page = numbered(0..20_000, |n| format!("<p>mot{n:05} é</p>"));
                database(&format!(
                    "{TAGUETTE} INSERT INTO documents VALUES (2, 'grand', '', '', '', 1, '', '{page}'); WITH RECURSIVE c(n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM c WHERE n < 19999) INSERT INTO highlights SELECT n + 100, 2, n * 11, n * 11 + 8, 'mot' || substr('00000' || n, -5) FROM c; WITH RECURSIVE c(n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM c WHERE n < 19999) INSERT INTO highlight_tags SELECT n + 100, 1 FROM c;"
                ))
            },
            Read(&["20,0"]),
        ),
        (
            "a qc folder's database without its folder",
            "p.sqlite3",
            || database(crate::known::QC),
            Refuse(&["folder"]),
        ),
        (
            "a qc archive without a database",
            "p.zip",
            || archive(&[("qualitative_coding.sqlite3", b"no")]),
            Refuse(&["p.zip"]),
        ),
        (
            "a qc archive whose texts lead outside",
            "p.zip",
            || {
                archive(&[
                    ("qualitative_coding.sqlite3", &database(crate::known::QC)),
                    ("corpus/../../a/e1.txt", b"un"),
                ])
            },
            Refuse(&["outside"]),
        ),
    ]
}
