//! A sound file of everything that is read, small enough to be changed in every place.

use crate::common::{archive, document, docx, docx_with, paragraph};
use crate::known::{PROJECT, QC, QUALCODER, RQDA, TAGUETTE};
use crate::make::{database, numbered, stored};
use entretien::import::data::Kind;
use entretien::import::qda::Keeping;
use entretien::import::{Format, Options, read_transcript};

/// Transcripts in every format, with its name.
pub fn samples() -> Vec<(&'static str, Vec<u8>)> {
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
        ("docx", texts(&[("word/document.xml", &document(&table))])),
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

/// An archive of texts, without compression.
fn texts(members: &[(&str, &str)]) -> Vec<u8> {
    let members: Vec<(&str, &[u8])> = members
        .iter()
        .map(|(name, text)| (*name, text.as_bytes()))
        .collect();
    stored(&members)
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
    texts(&[
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
    texts(&[
        ("mimetype", "application/vnd.oasis.opendocument.spreadsheet"),
        ("content.xml", &content),
    ])
}

/// Projects of other programs.
pub fn projects() -> Vec<(Keeping, Vec<u8>)> {
    let qc = archive(&[
        ("qualitative_coding.sqlite3", &database(QC)),
        ("codebook.yaml", b"- a:\n  - x\n"),
        ("corpus/a/e1.txt", b"un\n\ntrois"),
    ]);
    let codes = PROJECT.split_once("<CodeBook>").unwrap().1;
    let codes = codes.split_once("</CodeBook>").unwrap().0;
    let codebook = format!("<CodeBook xmlns=\"urn:QDA-XML:codebook:1.0\">{codes}</CodeBook>");
    let project = texts(&[
        ("project.qde", PROJECT),
        ("sources/t.txt", "un levier 🙂 fort\r\nA: b\r\nA: c"),
    ]);
    vec![
        (Keeping::Qdpx, project),
        (Keeping::Qde, PROJECT.as_bytes().to_vec()),
        (Keeping::Qdc, codebook.into_bytes()),
        (Keeping::Database, database(TAGUETTE)),
        (Keeping::Database, database(QUALCODER)),
        (Keeping::Database, database(RQDA)),
        (Keeping::Qc, qc),
    ]
}

/// Tables and settings of a study.
pub fn tables() -> Vec<(Kind, Vec<u8>)> {
    let people = "<row><c t=\"inlineStr\"><is><t>interview</t></is></c><c t=\"inlineStr\"><is><t>role</t></is></c></row><row><c t=\"inlineStr\"><is><t>E01</t></is></c><c s=\"1\"><v>44691.5</v></c></row>";
    let codes = "<table:table-row><table:table-cell><text:p>key</text:p></table:table-cell><table:table-cell><text:p>label_fr</text:p></table:table-cell></table:table-row><table:table-row table:number-rows-repeated=\"2\"><table:table-cell table:number-columns-repeated=\"2\"><text:p>x</text:p></table:table-cell></table:table-row>";
    let text = |text: &str| text.as_bytes().to_vec();
    vec![
        (
            Kind::Codebook,
            text("key,parent,label_fr,colour,slot\nA,,é,red,1\nB,A,\"x\ny\",#00ff00,2\n"),
        ),
        (
            Kind::Participants,
            text(
                "interview;participant;speaker;role;organisation;consent\nE01;;José;rh;O1;given\nE02;P;;;;withdrawn\n",
            ),
        ),
        (Kind::Participants, workbook(people)),
        (Kind::Codebook, spreadsheet(codes)),
        (
            Kind::Sessions,
            text(
                "interview,state,started_at,zone,minutes\nE01,done,2026-03-12T09:00:00Z,Europe/Paris,50\n",
            ),
        ),
        (
            Kind::Notes,
            text(
                "interview,text,note_id,kind,t_ms,flags\nE01,\"é\nè\",n1,figure,12,verify\nE01,x,,,,\n",
            ),
        ),
        (
            Kind::Study,
            text(
                "schema = 1\nname = \"é\"\n[[attribute]]\nkey = \"size\"\nvalues = [{key = \"a\", universe = 3}]\n[[scenario]]\nkey = \"S1\"\n",
            ),
        ),
        (
            Kind::Guide,
            text(
                "schema = 1\n[[section]]\nkey = \"a\"\nminutes = 3\n[[section.question]]\nkey = \"q\"\nkind = \"count\"\n",
            ),
        ),
    ]
}

/// A study as one JSON document.
pub fn whole() -> Vec<u8> {
    br#"{"format":"entretien-study","schema":1,"files":{"study.toml":"schema = 1\nname = \"x\"\n[[scenario]]\nkey = \"S1\"\n"},"tables":{"codebook":{"columns":["key","slot"],"rows":[{"key":"A","slot":1},{"key":"B"}]},"participants":{"columns":["interview","role"],"rows":[{"interview":"E01","role":"rh"}]},"codings":{"columns":["interview","code","quote","scenario","polarity"],"rows":[{"interview":"E01","code":"A","quote":"oui","scenario":"S1","polarity":"+"}]}},"texts":{"transcripts/E01.turns.json":{"format":"entretien-turns","interview":"E01","turns":[{"speaker":"Ana","start_ms":1,"end_ms":9,"text":"oui et non","anchors":[[4,5]]}]}}}"#.to_vec()
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
fn other_sheets_that_are_transcripts_are_told() {
    let two = SPOKEN_ODS.to_owned()
        + "</table:table><table:table table:name=\"Suite\">"
        + SPOKEN_ODS
        + "</table:table><table:table table:name=\"Liste\"><table:table-row><table:table-cell><text:p>a</text:p></table:table-cell></table:table-row>";
    let found = read_transcript(&spreadsheet(&two), &Options::default()).unwrap();
    let told: Vec<String> = found.warnings.iter().map(ToString::to_string).collect();
    let told = told.join("\n");
    assert!(
        told.contains("not read: Suite") && !told.contains("Liste"),
        "{told}"
    );
    assert_eq!(found.turns.len(), 2);
}
