//! Importers given damaged and hostile files: each ends, soon, with a document or a clear error.

mod common;

use common::{archive, document, docx, docx_with, paragraph};
use entretien::import::{Format, ImportError, Options, read_transcript};
use std::time::{Duration, Instant};

/// What this thread has worked: other work on the machine must not fail a test. Where the system does not say, the clock.
struct Work(Duration);

impl Work {
    fn so_far() -> Duration {
        static BEGAN: std::sync::LazyLock<Instant> = std::sync::LazyLock::new(Instant::now);
        let nanoseconds = std::fs::read_to_string("/proc/thread-self/schedstat")
            .ok()
            .and_then(|line| line.split(' ').next()?.parse().ok());
        nanoseconds.map_or_else(|| BEGAN.elapsed(), Duration::from_nanos)
    }

    fn now() -> Self {
        Self(Self::so_far())
    }

    fn elapsed(&self) -> Duration {
        Self::so_far().saturating_sub(self.0)
    }
}

/// A small generator of numbers, the same ones each time.
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        ((self.0 >> 33) as usize) % limit.max(1)
    }
}

/// `make` of each number, one after the other.
fn numbered(numbers: std::ops::Range<usize>, make: impl Fn(usize) -> String) -> String {
    numbers.map(make).collect::<Vec<_>>().concat()
}

fn samples() -> Vec<(&'static str, Vec<u8>)> {
    let zoom = numbered(1..12, |n| {
        format!(
            "{n}\r\n00:00:{n:02}.000 --> 00:00:{n:02}.900\r\nAna Roy: dossier n° {n}, « été »\r\n\r\n"
        )
    });
    let teams = numbered(1..12, |n| {
        format!(
            "7c1d0b52-4e3a-4f0e-9d55-2f6f8a1c9e10/{n}-0\n00:00:{n:02}.000 --> 00:00:{n:02}.900\n<v Roy, Ana>a &amp; b</v> <v.x Bob>c\n\n"
        )
    });
    let srt = numbered(1..12, |n| {
        format!(
            "{n}\n00:00:{n:02},000 --> 00:00:{n:02},900\n[SPEAKER_0{}]: <i>oui</i>\n\n",
            n % 2
        )
    });
    let row = format!(
        "<w:tr><w:tc>{}</w:tc><w:tc>{}</w:tc></w:tr>",
        paragraph("Ana"),
        paragraph("Oui.")
    );
    let table = format!(
        "<w:tbl>{row}{row}{row}</w:tbl><w:p><w:del><w:r><w:delText>x</w:delText></w:r></w:del></w:p>"
    );
    vec![
        ("zoom-vtt", format!("WEBVTT\r\n\r\n{zoom}").into_bytes()),
        ("teams-vtt", format!("\u{feff}WEBVTT\n\nNOTE a\n\n{teams}").into_bytes()),
        ("srt", srt.into_bytes()),
        ("otter", "Ana Roy  0:03  \nBonjour à tous.\n\nBob  1:02:03\nOui.\n\nTranscribed by https://otter.ai\n".repeat(3).into_bytes()),
        ("text", "Enquêtrice : On dit « oui » ?\nE07 (0:12): Oui.\n[00:13] Ana : non\n".repeat(4).into_bytes()),
        ("text", encoding_rs::WINDOWS_1252.encode(&"Zoé : là-bas, à côté.\n".repeat(8)).0.into_owned()),
        ("docx", docx(&["[Chercheur] (0:01 - 0:11)", "Alors ?\net ?", "[E07] (0:12 – 0:30)", "Oui.\tNon."])),
        ("docx", docx_with(&table)),
        ("docx", archive_stored(&document(&table))),
        ("docx", docx(&["Résumé", "Ana: fera ceci", "📖 Transcript", "00:00:00", "Ana Roy: Bonjour.", "Bo: Oui.", "Ana Roy: Bien.", "Meeting ended after 00:05:00"])),
        ("docx", docx(&["Ana Roy   0:04\nBonjour.\nÀ tous.", "Bo Lu   1:02:03\nOui."])),
        ("odt", odt("<text:h>Ana<text:s text:c=\"2\"/>0:04</text:h><text:p>Un<text:tab/>deux &amp; trois<office:annotation><text:p>m</text:p></office:annotation></text:p><table:table><table:table-row><table:table-cell><text:p>Bo</text:p></table:table-cell><table:table-cell><text:p>Oui.</text:p></table:table-cell></table:table-row></table:table>")),
        ("rtf", br"{\rtf1\ansi\ansicpg1252{\fonttbl{\f0\fcharset0 A;}}{\*\generator X;}\uc1 ANA : \'e9t\'e9 \u8217?\u-10179?\u-8694?\par BO : oui{\footnote b}\par ANA : non\line si\par\trowd\cellx1 a\cell b\cell\row\pard BO : fin\par}".to_vec()),
        ("html", "<!DOCTYPE html><html><head><title>t</title></head><body><p>ANA : &eacute;t&#233;<br>oui</p><p>BO : non</p><table><tr><td>ANA</td><td>si</td></tr></table><!-- c --><script>x</script><p>BO : fin</body></html>".as_bytes().to_vec()),
        ("whisper-json", br#"{"text":"a b","segments":[{"id":0,"start":0.0,"end":1.52,"text":" Bonjour.","speaker":"SPEAKER_00","words":[{"word":"Bonjour.","start":0.0}]},{"start":1.6,"end":2.0,"text":" Oui.","speaker":"SPEAKER_01"},{"text":"perdu"}],"language":"fr"}"#.to_vec()),
        ("whisper-json", br#"{"transcription":[{"timestamps":{"from":"00:00:00,000","to":"00:00:01,000"},"offsets":{"from":0,"to":1000},"text":" Oui."}]}"#.to_vec()),
        ("table", "speaker;start;end;text\nAna;0:01;0:02;\"Oui ; non\"\n;0:03;;et puis\nBo;0:04;0:05;=1+1\n".as_bytes().to_vec()),
        ("table", workbook(SPOKEN)),
        ("table", spreadsheet(SPOKEN_ODS)),
        ("entretien-turns", br#"{"format":"entretien-turns","interview":"E01","turns":[{"speaker":"Ana","start_ms":9,"end_ms":8,"text":"b c","anchors":[[1,5]]},{"speaker":null,"text":"d"}]}"#.to_vec()),
    ]
}

/// An OpenDocument text with this as its text.
fn odt(text: &str) -> Vec<u8> {
    let content = format!(
        "<?xml version=\"1.0\"?><office:document-content xmlns:office=\"o\" xmlns:text=\"t\" xmlns:table=\"b\"><office:body><office:text>{text}</office:text></office:body></office:document-content>"
    );
    archive(&[
        ("mimetype", b"application/vnd.oasis.opendocument.text"),
        ("content.xml", content.as_bytes()),
    ])
}

/// Rows of a transcript as XLSX has them: words shared, inline and of a formula, a time, a number, an error beside.
const SPOKEN: &str = "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" t=\"s\"><v>1</v></c><c r=\"C1\" t=\"inlineStr\"><is><t>text</t></is></c></row>\
    <row r=\"2\"><c r=\"A2\" t=\"str\"><f>\"A\"&amp;\"na\"</f><v>Ana</v></c><c r=\"B2\" s=\"1\"><v>0.0001</v></c><c r=\"C2\" t=\"s\"><v>2</v></c></row>\
    <row r=\"4\"><c r=\"C4\"><v>12.5</v></c><c r=\"D4\" t=\"e\"><v>#REF!</v></c></row>\
    <row r=\"5\"><c r=\"A5\" t=\"inlineStr\"><is><r><t>B</t></r><r><t>o</t></r><rPh><t>x</t></rPh></is></c><c r=\"C5\" t=\"b\"><v>1</v></c></row>";

const SPOKEN_ODS: &str = "<table:table-row><table:table-cell><text:p>speaker</text:p></table:table-cell><table:table-cell><text:p>time</text:p></table:table-cell><table:table-cell><text:p>text</text:p></table:table-cell></table:table-row>\
    <table:table-row><table:table-cell><text:p>Ana</text:p></table:table-cell><table:table-cell office:value-type=\"time\" office:time-value=\"PT00H00M09S\"><text:p>0:09</text:p></table:table-cell><table:table-cell><text:p>Un<text:s/>deux</text:p><text:p>trois</text:p><office:annotation><text:p>m</text:p></office:annotation></table:table-cell></table:table-row>\
    <table:table-row table:number-rows-repeated=\"3\"><table:table-cell table:number-columns-repeated=\"16384\"/></table:table-row>\
    <table:table-row><table:table-cell><text:p>Bo</text:p></table:table-cell><table:table-cell/><table:table-cell office:value=\"12.5\"/></table:table-row>\
    <table:table-row table:number-rows-repeated=\"1048000\"><table:table-cell table:number-columns-repeated=\"16384\"/></table:table-row>";

/// A workbook whose only sheet has these rows, without compression.
fn workbook(rows: &str) -> Vec<u8> {
    workbook_with(&format!(
        "<dimension ref=\"A1:XFD1048576\"/><sheetData>{rows}</sheetData>"
    ))
}

fn workbook_with(sheet: &str) -> Vec<u8> {
    let sheet = format!("<worksheet>{sheet}</worksheet>");
    stored(&[
        (
            "xl/workbook.xml",
            "<workbook xmlns:r=\"r\"><sheets><sheet name=\"Feuil1\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>",
        ),
        (
            "xl/_rels/workbook.xml.rels",
            "<Relationships><Relationship Id=\"rId1\" Type=\"t/worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>",
        ),
        (
            "xl/styles.xml",
            "<styleSheet><numFmts><numFmt numFmtId=\"170\" formatCode=\"h:mm:ss\"/></numFmts><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"170\"/></cellXfs></styleSheet>",
        ),
        (
            "xl/sharedStrings.xml",
            "<sst><si><t>speaker</t></si><si><t>start</t></si><si><t xml:space=\"preserve\"> Bonjour &amp; merci. </t></si></sst>",
        ),
        ("xl/worksheets/sheet1.xml", &sheet),
    ])
}

/// A spreadsheet of OpenDocument with these rows.
fn spreadsheet(rows: &str) -> Vec<u8> {
    let content = format!(
        "<office:document-content xmlns:office=\"o\" xmlns:text=\"t\" xmlns:table=\"b\"><office:body><office:spreadsheet><table:table table:name=\"Feuille1\">{rows}</table:table></office:spreadsheet></office:body></office:document-content>"
    );
    stored(&[
        ("mimetype", "application/vnd.oasis.opendocument.spreadsheet"),
        ("content.xml", &content),
    ])
}

/// The same file without compression, so that a changed byte is a changed byte of the XML.
fn archive_stored(document: &str) -> Vec<u8> {
    stored(&[("word/document.xml", document)])
}

fn stored(members: &[(&str, &str)]) -> Vec<u8> {
    use std::io::{Cursor, Write};
    let mut writer = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let stored =
        zip::write::SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored);
    for (name, text) in members {
        writer.start_file(*name, stored).unwrap();
        writer.write_all(text.as_bytes()).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

#[test]
fn no_mutation_of_a_file_breaks_its_importer() {
    let began = Work::now();
    let (mut read, mut refused) = (0, 0);
    for (name, original) in samples() {
        let wanted: Format = name.parse().unwrap();
        assert_eq!(
            read_transcript(&original, &Options::default())
                .unwrap()
                .format,
            wanted,
            "the sample itself is read"
        );
        let mut numbers = Numbers(0x5eed + original.len() as u64);
        for round in 0..500 {
            let mut bytes = original.clone();
            for _ in 0..=numbers.below(30) {
                let at = numbers.below(bytes.len());
                bytes[at] = match numbers.below(4) {
                    0 => b"<>&:-\n\0[]{}\"/"[numbers.below(13)],
                    1 => bytes[at] ^ (1 << numbers.below(8)),
                    _ => numbers.below(256) as u8,
                };
            }
            if round % 4 == 0 {
                bytes.truncate(numbers.below(bytes.len()));
            }
            // found by content, and forced
            for format in [None, Some(wanted)] {
                let options = Options {
                    format,
                    ..Options::default()
                };
                match read_transcript(&bytes, &options) {
                    Ok(found) => {
                        read += 1;
                        let words: usize = found
                            .turns
                            .iter()
                            .map(|turn| turn.text.split_whitespace().count())
                            .sum();
                        assert_eq!(words, found.words);
                        for turn in &found.turns {
                            assert!(entretien::text::sanitise::is_sanitised(&turn.text));
                            let chars = u32::try_from(turn.text.chars().count()).unwrap();
                            assert!(turn.anchors.iter().all(|(at, _)| *at <= chars));
                        }
                    }
                    Err(error) => {
                        refused += 1;
                        assert!(!error.to_string().is_empty());
                    }
                }
            }
        }
    }
    assert!(
        read > 1000 && refused > 1000,
        "both ends are met: {read} read, {refused} refused"
    );
    assert!(
        began.elapsed() < Duration::from_secs(20),
        "{:?}",
        began.elapsed()
    );
}

/// The uncompressed size in the archive's lists, made to say less than is there.
fn lying_about(mut bytes: Vec<u8>, size: u32, said: u32) -> Vec<u8> {
    let (size, said) = (size.to_le_bytes(), said.to_le_bytes());
    let places: Vec<usize> = bytes
        .windows(4)
        .enumerate()
        .filter(|(_, four)| *four == size)
        .map(|(at, _)| at)
        .collect();
    assert!(!places.is_empty());
    for at in places {
        bytes[at..at + 4].copy_from_slice(&said);
    }
    bytes
}

#[test]
fn hostile_files_are_refused_or_read_soon() {
    let attributes: String = (0..120_000).fold(String::new(), |all, n| {
        all + " a" + &n.to_string() + "=\"1\""
    });
    let big = 200 << 20;
    let bomb = {
        let long = vec![b'A'; big];
        archive(&[("word/document.xml", &long)])
    };
    let small_bomb = archive(&[(
        "word/document.xml",
        document(&paragraph(&"A".repeat(3 << 20))).as_bytes(),
    )]);
    let deep = "<w:tbl><w:tr><w:tc>".repeat(200_000);
    let laughs = "<!DOCTYPE l [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;\">]><w:document><w:t>&b;</w:t></w:document>";
    let fetch =
        "<!DOCTYPE l [<!ENTITY a SYSTEM \"file:///etc/hostname\">]><w:document>&a;</w:document>";
    let noise: Vec<u8> = {
        let mut numbers = Numbers(7);
        (0..200_000).map(|_| numbers.below(256) as u8).collect()
    };
    let whole = docx(&["Ana: a", "Bob: b"]);
    let many: Vec<(String, Vec<u8>)> = (0..6_000)
        .map(|n| (format!("word/{n}"), Vec::new()))
        .collect();
    let many: Vec<(&str, &[u8])> = many
        .iter()
        .map(|(name, bytes)| (name.as_str(), bytes.as_slice()))
        .collect();
    let refused: Vec<(&str, Vec<u8>)> = vec![
        ("a bomb", bomb.clone()),
        (
            "a bomb that lies",
            lying_about(bomb, u32::try_from(big).unwrap(), 1000),
        ),
        ("a ratio too good to be true", small_bomb),
        ("nested tables", docx_with(&deep)),
        (
            "entities that grow",
            archive(&[("word/document.xml", laughs.as_bytes())]),
        ),
        (
            "entities that fetch",
            archive(&[("word/document.xml", fetch.as_bytes())]),
        ),
        ("an unknown entity", docx_with("<w:p>&own;</w:p>")),
        ("half a file", whole[..whole.len() / 2].to_vec()),
        (
            "half a document",
            archive(&[("word/document.xml", &document("<w:p>").as_bytes()[..280])]),
        ),
        ("no main part", archive(&[("word/other.xml", b"<a/>")])),
        ("too many members", archive(&many)),
        (
            "another root",
            archive(&[("word/document.xml", b"<html/>")]),
        ),
        ("noise", noise.clone()),
        ("noise as UTF-16", [b"\xff\xfe".as_slice(), &noise].concat()),
        ("NULs", vec![0; 100_000]),
        ("nothing", Vec::new()),
        (
            "deep JSON",
            [
                b"{\"format\":\"entretien-turns\",\"turns\":".as_slice(),
                "[".repeat(100_000).as_bytes(),
            ]
            .concat(),
        ),
        (
            "a number of turns",
            br#"{"format":"entretien-turns","turns":1e99}"#.to_vec(),
        ),
    ];
    for (what, bytes) in refused {
        let began = Work::now();
        let result = read_transcript(&bytes, &Options::default());
        assert!(
            result.is_err(),
            "{what}: {:?}",
            result.map(|found| found.turns.len())
        );
        assert!(
            began.elapsed() < Duration::from_secs(1),
            "{what}: {:?}",
            began.elapsed()
        );
    }
    let read: Vec<(&str, Vec<u8>)> = vec![
        (
            "attributes",
            docx_with(&format!("<w:p{attributes}><w:r><w:t>a</w:t></w:r></w:p>")),
        ),
        (
            "a control character as XML has it",
            docx_with("<w:p><w:r><w:t>a&#0;&#27;\u{1b}</w:t></w:r></w:p>"),
        ),
        ("one long line", "a b ".repeat(200_000).into_bytes()),
        (
            "a cue of brackets",
            format!(
                "WEBVTT\n\n00:01.000 --> 00:02.000\n{}",
                "<v ".repeat(20_000)
            )
            .into_bytes(),
        ),
        (
            "a cue of entities",
            format!("WEBVTT\n\n00:01.000 --> 00:02.000\n{}", "&".repeat(60_000)).into_bytes(),
        ),
        (
            "lines of parentheses",
            format!("{}\n", "(".repeat(60)).repeat(2_000).into_bytes(),
        ),
        ("lines of colons", "a:b:c: d\n".repeat(15_000).into_bytes()),
        (
            "names without end",
            (0..8_000)
                .fold(String::new(), |all, n| all + "N" + &n.to_string() + ": a\n")
                .into_bytes(),
        ),
        (
            "marks without end",
            "e".chars()
                .chain(std::iter::repeat_n('\u{301}', 100_000))
                .collect::<String>()
                .into_bytes(),
        ),
        (
            "arrows",
            "00:01.000 --> 00:02.000\n".repeat(5_000).into_bytes(),
        ),
        (
            "times that jump",
            (0..20_000)
                .fold("WEBVTT\n\n".to_owned(), |all, n| {
                    all + &format!("00:{:02}.000 --> 00:59.000\na\n\n", (n * 37) % 60)
                })
                .into_bytes(),
        ),
    ];
    for (what, bytes) in read {
        let began = Work::now();
        let result = read_transcript(&bytes, &Options::default());
        assert!(result.is_ok(), "{what}: {:?}", result.err());
        assert!(
            began.elapsed() < Duration::from_secs(1),
            "{what}: {:?}",
            began.elapsed()
        );
    }
}

#[test]
fn a_text_over_64_mib_is_refused_before_it_is_read() {
    let long = vec![b'a'; (64 << 20) + 1];
    assert!(matches!(
        read_transcript(&long, &Options::default()),
        Err(ImportError::TooLarge { bytes }) if bytes == long.len()
    ));
}

#[test]
fn hostile_documents_of_other_programs_are_refused_or_read_soon() {
    let deep_odt = odt(&"<text:list><text:list-item>".repeat(200_000));
    let spaces = odt("<text:p>ANA : <text:s text:c=\"4000000000\"/>oui</text:p>");
    let laughs = archive(&[
        ("mimetype", b"application/vnd.oasis.opendocument.text"),
        (
            "content.xml",
            b"<!DOCTYPE l [<!ENTITY a SYSTEM \"file:///etc/hostname\">]><office:document-content>&a;</office:document-content>",
        ),
    ]);
    let bomb = {
        let long = vec![b'A'; 200 << 20];
        archive(&[
            ("mimetype", b"application/vnd.oasis.opendocument.text"),
            ("content.xml", &long),
        ])
    };
    let tables = format!("<html><body>{}", "<table><tr><td>".repeat(200_000));
    let unclosed = format!("<html>{}", "<p a='".repeat(200_000));
    let signs = format!("<html><body>{}", "<&".repeat(500_000));
    let comments = format!("<html>{}", "<!--".repeat(300_000));
    let refused: Vec<(&str, Vec<u8>)> = vec![
        (
            "groups 200,000 deep",
            format!("{{\\rtf1{}", "{".repeat(200_000)).into_bytes(),
        ),
        ("half an RTF", br"{\rtf1\ansi ANA : oui\par".to_vec()),
        (
            "a length that is not there",
            br"{\rtf1 \bin2147483647 x}".to_vec(),
        ),
        ("lists 200,000 deep", deep_odt),
        ("an entity that fetches", laughs),
        ("a bomb", bomb),
        (
            "no segments",
            br#"{"segments":[1,2],"text":"a","start":0}"#.to_vec(),
        ),
        (
            "half a JSON",
            br#"{"segments":[{"start":0,"text":"a"}"#.to_vec(),
        ),
    ];
    for (what, bytes) in refused {
        let began = Work::now();
        let result = read_transcript(&bytes, &Options::default());
        // half a JSON is no JSON: it is somebody's text
        assert!(
            result.is_err() || what == "half a JSON",
            "{what}: {result:?}"
        );
        assert!(
            began.elapsed() < Duration::from_secs(1),
            "{what}: {:?}",
            began.elapsed()
        );
    }
    let times = r#"{"text":"","segments":[{"start":1e300,"end":2,"text":"a"},{"start":-1,"end":2,"text":"b"},{"start":0,"end":1,"text":"c"}]}"#;
    let read: Vec<(&str, Vec<u8>)> = vec![
        ("4,000,000,000 spaces", spaces),
        ("tables never closed", tables.into_bytes()),
        ("quotes never closed", unclosed.into_bytes()),
        ("signs", signs.into_bytes()),
        ("comments never closed", comments.into_bytes()),
        ("times that are none", times.as_bytes().to_vec()),
        ("NUL", b"{\\rtf1 ANA : a\0b\\u0?\\par}".to_vec()),
    ];
    for (what, bytes) in read {
        let began = Work::now();
        let result = read_transcript(&bytes, &Options::default());
        let empty = matches!(result, Err(ImportError::NoWords { .. }));
        assert!(result.is_ok() || empty, "{what}: {result:?}");
        assert!(
            began.elapsed() < Duration::from_secs(1),
            "{what}: {:?}",
            began.elapsed()
        );
    }
}

#[test]
fn a_table_is_a_transcript_where_its_header_says_so() {
    type Spoken<'a> = (Option<&'a str>, Option<i64>, &'a str);
    let turns = |bytes: &[u8]| {
        let found = read_transcript(bytes, &Options::default()).unwrap();
        assert_eq!(found.format, Format::Table);
        found
            .turns
            .into_iter()
            .map(|turn| (turn.speaker, turn.start_ms, turn.text))
            .collect::<Vec<_>>()
    };
    let same = |found: Vec<(Option<String>, Option<i64>, String)>, wanted: &[Spoken]| {
        let found: Vec<Spoken> = found
            .iter()
            .map(|(speaker, start, text)| (speaker.as_deref(), *start, text.as_str()))
            .collect();
        assert_eq!(found, wanted);
    };
    same(
        turns(&workbook(SPOKEN)),
        &[
            (Some("Ana"), Some(9000), "Bonjour & merci. 12.5"),
            (Some("Bo"), None, "TRUE"),
        ],
    );
    same(
        turns(&spreadsheet(SPOKEN_ODS)),
        &[
            (Some("Ana"), Some(9000), "Un deux\ntrois"),
            (Some("Bo"), None, "12.5"),
        ],
    );
    same(
        turns("Locuteur,Texte\nAna,\"Oui,\nnon\"\n,Et puis.\nBo,Si.\n".as_bytes()),
        &[
            (Some("Ana"), None, "Oui,\nnon\nEt puis."),
            (Some("Bo"), None, "Si."),
        ],
    );
    same(
        turns(b"start_ms,text\n1500,a\n2500,b\n"),
        &[(None, Some(1500), "a"), (None, Some(2500), "b")],
    );
    let odd = b"start,speaker,text\nbient\xc3\xb4t,Ana,oui\n1,Bo,non,trop\n2.5,Bo,fin\n";
    let found = read_transcript(odd, &Options::default()).unwrap();
    let lines: Vec<usize> = found.unread.iter().map(|unread| unread.line).collect();
    assert_eq!(lines, [2, 3], "told, not dropped");
    assert_eq!(found.words, 2);
}

#[test]
fn hostile_workbooks_are_refused_or_read_soon() {
    let head = "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>speaker</t></is></c><c r=\"B1\" t=\"inlineStr\"><is><t>text</t></is></c></row>";
    let cells = |rows: usize, columns: usize| {
        let row = format!("<row>{}</row>", "<c><v>1</v></c>".repeat(columns));
        format!("{head}{}", row.repeat(rows))
    };
    let far: String = (2..3_000).fold(head.to_owned(), |all, row| {
        all + &format!("<row r=\"{row}\"><c r=\"XFD{row}\"><v>1</v></c></row>")
    });
    let repeated = spreadsheet(
        "<table:table-row><table:table-cell><text:p>speaker</text:p></table:table-cell><table:table-cell><text:p>text</text:p></table:table-cell></table:table-row>\
         <table:table-row table:number-rows-repeated=\"1000000\"><table:table-cell table:number-columns-repeated=\"16000\"><text:p>x</text:p></table:table-cell></table:table-row>",
    );
    let long = spreadsheet(&format!(
        "<table:table-row><table:table-cell table:number-columns-repeated=\"100000\"><text:p>{}</text:p></table:table-cell></table:table-row>",
        "x".repeat(100_000)
    ));
    let bomb = {
        let long = vec![b' '; 200 << 20];
        archive(&[
            ("xl/workbook.xml", b"<workbook/>"),
            ("xl/sharedStrings.xml", &long),
        ])
    };
    let refused: Vec<(&str, Vec<u8>)> = vec![
        ("a million cells", workbook(&cells(10_000, 100))),
        ("cells at the far end of each row", workbook(&far)),
        ("rows and columns repeated without end", repeated),
        ("long words repeated", long),
        ("a bomb", bomb),
        ("deep", workbook(&"<row>".repeat(200_000))),
        (
            "an entity that fetches",
            stored(&[(
                "xl/workbook.xml",
                "<!DOCTYPE l [<!ENTITY a SYSTEM \"file:///etc/hostname\">]><workbook>&a;</workbook>",
            )]),
        ),
        ("no sheet", stored(&[("xl/workbook.xml", "<workbook/>")])),
        (
            "a sheet that is not there",
            stored(&[(
                "xl/workbook.xml",
                "<workbook xmlns:r=\"r\"><sheets><sheet name=\"a\" r:id=\"rId1\"/></sheets></workbook>",
            )]),
        ),
        ("half a sheet", workbook("<row><c><v>1")),
        (
            "a table of something else",
            workbook(&cells(3, 3).replace("speaker", "pomme")),
        ),
        (
            "an old workbook",
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".repeat(64),
        ),
    ];
    for (what, bytes) in refused {
        let began = Work::now();
        let result = read_transcript(&bytes, &Options::default());
        assert!(result.is_err(), "{what}: {result:?}");
        let took = began.elapsed();
        assert!(took < Duration::from_secs(1), "{what}: {took:?}");
    }
    let lying = "<row r=\"1048576\"><c r=\"A9\"><v>1</v></c></row><row r=\"3\"><c r=\"zz\"><v>2</v></c><c r=\"B3\" t=\"s\"><v>99</v></c><c t=\"s\"><v>-1</v></c></row>";
    let read: Vec<(&str, Vec<u8>)> = vec![
        ("many cells", workbook(&cells(40_000, 10))),
        (
            "rows and references that lie",
            workbook(&format!("{head}{lying}")),
        ),
        (
            "merged cells",
            workbook_with(&format!(
                "<sheetData>{head}<row><c><v>1</v></c><c><v>2</v></c></row></sheetData><mergeCells><mergeCell ref=\"A2:B9\"/></mergeCells>"
            )),
        ),
    ];
    for (what, bytes) in read {
        let began = Work::now();
        let result = read_transcript(&bytes, &Options::default());
        assert!(result.is_ok(), "{what}: {:?}", result.err());
        let took = began.elapsed();
        assert!(took < Duration::from_secs(3), "{what}: {took:?}");
    }
}
