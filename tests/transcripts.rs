//! Transcripts as they arrive, in each format, with the traps that real ones set.

mod common;

use common::{docx, docx_with, paragraph};
use entretien::import::{
    CheckReport, Format, ImportError, Options, Reason, Transcript, Warning, read_transcript,
};

fn read(bytes: impl AsRef<[u8]>) -> Transcript {
    read_transcript(bytes.as_ref(), &Options::default()).unwrap()
}

type Seen<'a> = (Option<&'a str>, Option<i64>, Option<i64>, &'a str);

fn turns(transcript: &Transcript) -> Vec<Seen<'_>> {
    transcript
        .turns
        .iter()
        .map(|turn| {
            (
                turn.speaker.as_deref(),
                turn.start_ms,
                turn.end_ms,
                turn.text.as_str(),
            )
        })
        .collect()
}

fn spoken(transcript: &Transcript) -> Vec<(Option<&str>, &str)> {
    turns(transcript)
        .into_iter()
        .map(|(speaker, _, _, text)| (speaker, text))
        .collect()
}

const ZOOM: &str = "WEBVTT\r
\r
1\r
00:00:04.859 --> 00:00:06.000\r
Ana Roy: First, st\r
\r
2\r
00:00:06.000 --> 00:00:07.500\r
so the question is: who pays?\r
\r
4\r
00:00:07.500 --> 00:00:09.120\r
Ana Roy: nobody\r
knows.\r
\r
5\r
00:00:10.000 --> 00:00:11.000\r
Karim (Besu): Right: us.\r
";

#[test]
fn zoom_cues_of_one_speaker_are_one_turn() {
    // one cue in four has no name: below nine in ten, so a name must come back
    let options = Options {
        format: Some(Format::ZoomVtt),
        ..Options::default()
    };
    let forced = read_transcript(ZOOM.as_bytes(), &options).unwrap();
    assert_eq!(
        forced.turns.len(),
        4,
        "asked for as Zoom's, each prefix is a speaker"
    );
    let many = (10..40)
        .map(|n| format!("\r\n{n}\r\n00:00:{n}.500 --> 00:00:{n}.900\r\nAna Roy: oui {n}\r\n"))
        .collect::<Vec<_>>()
        .concat();
    let whole = read(ZOOM.replace("so the question is: who", "so who") + &many);
    assert_eq!(whole.format, Format::ZoomVtt);
    let seen = turns(&whole);
    assert_eq!(seen.len(), 3);
    assert_eq!(
        seen[0],
        (
            Some("Ana Roy"),
            Some(4859),
            Some(9120),
            "First, st so who pays? nobody knows."
        )
    );
    assert_eq!(whole.turns[0].anchors, [(10, 6000), (23, 7500)]);
    assert_eq!(
        seen[1],
        (
            Some("Karim (Besu)"),
            Some(10_000),
            Some(11_000),
            "Right: us."
        ),
        "even once"
    );
    assert_eq!(
        (whole.encoding.as_str(), whole.words),
        ("utf-8", 7 + 2 + 60)
    );
}

#[test]
fn teams_voices_are_read_in_the_order_of_their_times() {
    let vtt = "\u{feff}WEBVTT\r\n\r\n7c1d0b52-4e3a-4f0e-9d55-2f6f8a1c9e10/12-0\r\n00:00:03.000 --> 00:00:05.000\r\n<v Roy, Ana (ORG)>Oui &amp; non,\r\non verra.</v>\r\n\r\n\
               7c1d0b52-4e3a-4f0e-9d55-2f6f8a1c9e10/11-0\r\n00:00:01.000 --> 00:00:02.500\r\n<v Jules>Alors ?\r\n\r\n\
               7c1d0b52-4e3a-4f0e-9d55-2f6f8a1c9e10/13-0\r\n00:00:05.000 --> 00:00:06.000\r\n<v.loud Jules>Bon.</v> <v Roy, Ana (ORG)>Si : non</v>\r\n\r\n\
               00:00:06.000 --> 00:00:07.000\r\nsuite\r\n\r\n00:00:08.000 --> 00:00:09.000\r\n<v Jules></v>\r\n";
    let found = read(vtt);
    assert_eq!(found.format, Format::TeamsVtt);
    assert_eq!(
        turns(&found),
        [
            (Some("Jules"), Some(1000), Some(2500), "Alors ?"),
            (
                Some("Roy, Ana (ORG)"),
                Some(3000),
                Some(5000),
                "Oui & non, on verra."
            ),
            (Some("Jules"), Some(5000), Some(6000), "Bon."),
            (
                Some("Roy, Ana (ORG)"),
                Some(5000),
                Some(7000),
                "Si : non suite"
            ),
            (Some("Jules"), Some(8000), Some(9000), ""),
        ]
    );
    assert!(found.warnings.contains(&Warning::Sorted(1)));
}

#[test]
fn plain_cues_name_only_who_comes_back() {
    let vtt = "WEBVTT - Whisper\n\n00:01.000 --> 00:02.000\n<i>Il</i> dit: non\n\n00:02.000 --> 00:03.000\na < b &lt;c&gt;\n";
    let found = read(vtt);
    assert_eq!(found.format, Format::Vtt);
    assert_eq!(
        turns(&found),
        [
            (None, Some(1000), Some(2000), "Il dit: non"),
            (None, Some(2000), Some(3000), "a < b <c>")
        ],
        "without any speaker each cue is a turn"
    );
    let srt = "1\n00:00:01,000 --> 00:00:02,000\n[SPEAKER_00]: Bonjour\n\n2\n00:00:02,500 --> 00:00:03,000\nBob Lee: hi\n\n3\n00:00:04,000 --> 00:00:05,000\n[SPEAKER_00]: oui\n";
    let found = read(srt);
    assert_eq!(
        (found.format, spoken(&found)),
        (
            Format::Srt,
            vec![(Some("SPEAKER_00"), "Bonjour Bob Lee: hi oui")]
        )
    );
    assert_eq!(found.candidates[0].name, "Bob Lee");
    let options = Options {
        confirmed_speakers: vec!["bob lee".to_owned()],
        ..Options::default()
    };
    let confirmed = read_transcript(srt.as_bytes(), &options).unwrap();
    assert_eq!(
        spoken(&confirmed),
        [
            (Some("SPEAKER_00"), "Bonjour"),
            (Some("Bob Lee"), "hi"),
            (Some("SPEAKER_00"), "oui")
        ]
    );
}

#[test]
fn a_second_recording_is_kept_apart() {
    let cue = |n: u32, from: u32, words: &str| {
        format!("{n}\n00:{from:02}:00,000 --> 00:{from:02}:30,000\nAna: {words}\n\n")
    };
    let srt = [
        cue(1, 1, "a"),
        cue(2, 9, "b"),
        cue(3, 8, "c"),
        cue(4, 20, "d"),
        cue(1, 0, "e"),
        cue(2, 5, "f"),
        cue(3, 30, "g"),
    ]
    .concat();
    let found = read(srt);
    assert_eq!(
        spoken(&found),
        [(Some("Ana"), "a c b d"), (Some("Ana"), "e f g")]
    );
    assert_eq!(found.recordings, 2);
    assert!(
        found.warnings.contains(&Warning::Sorted(1))
            && found.warnings.contains(&Warning::StartsAgain(vec![18]))
    );
}

#[test]
fn what_cannot_be_read_is_shown_with_its_line() {
    let found = read(
        "WEBVTT\n\nNOTE fait main\n\n00:01.000 --> 00:02.000\nAna: un\n\n00:0x.000 --> 00:03.000\nperdu\u{1b}\n\nsans temps\n",
    );
    let unread: Vec<_> = found
        .unread
        .iter()
        .map(|u| (u.line, u.text.as_str(), u.reason))
        .collect();
    assert_eq!(
        unread,
        [
            (8, "00:0x.000 --> 00:03.000\nperdu\u{241b}", Reason::BadTime),
            (11, "sans temps", Reason::NoTime)
        ]
    );
    assert!(found.warnings.contains(&Warning::Blocks {
        notes: 1,
        styles: 0,
        regions: 0
    }));
    let report = serde_json::to_value(CheckReport::new("a.vtt", "a", &found)).unwrap();
    assert_eq!(report["unread"][1]["line"], 11);
    assert_eq!(report["turns"][0]["start_ms"], 1000);
    assert_eq!(
        report["format"],
        "vtt".to_owned().replace("vtt", found.format.name())
    );
}

#[test]
fn otter_headers_stand_above_paragraphs() {
    let text = "Ana Roy  0:03  \nBonjour.  \nEt merci.\n\nUnknown Speaker  1:02:03\nOui à 14:30.\n\n\nTranscribed by https://otter.ai\n";
    let found = read(text);
    assert_eq!(found.format, Format::Otter);
    assert_eq!(
        turns(&found),
        [
            (Some("Ana Roy"), Some(3000), None, "Bonjour.\nEt merci."),
            (
                Some("Unknown Speaker"),
                Some(3_723_000),
                None,
                "Oui à 14:30."
            ),
        ]
    );
    assert_eq!(
        (found.unread[0].line, found.unread[0].reason),
        (9, Reason::Footer)
    );
    let markdown = read("**Ana** [0:00]\nUn.\n\n**Bob** [0:09]\nDeux.\n");
    assert_eq!(
        turns(&markdown),
        [
            (Some("Ana"), Some(0), None, "Un."),
            (Some("Bob"), Some(9000), None, "Deux.")
        ]
    );
}

#[test]
fn text_lines_begin_with_names_that_come_back() {
    let text = "Entretien du 3 mars\n\nEnquêtrice\u{a0}: On dit : « oui » ?\nE07 : Oui.\nRésultat: rien.\n\nAvec un second paragraphe.\nenquêtrice : Bien.\nE07 : Fin.\n";
    let found = read(text);
    assert_eq!(found.format, Format::Text);
    assert_eq!(
        spoken(&found),
        [
            (None, "Entretien du 3 mars"),
            (Some("Enquêtrice"), "On dit : « oui » ?"),
            (
                Some("E07"),
                "Oui.\nRésultat: rien.\nAvec un second paragraphe."
            ),
            (Some("Enquêtrice"), "Bien."),
            (Some("E07"), "Fin."),
        ]
    );
    assert!(
        found
            .warnings
            .contains(&Warning::Interviewers(vec!["Enquêtrice".to_owned()]))
    );
    assert_eq!(
        spoken(&read("Une note: seule.\nEt rien d'autre.")),
        [(None, "Une note: seule.\nEt rien d'autre.")]
    );
    let timed = read(
        "[00:12:09] Ana : un\n[00:12:40] Bob : deux\n[00:13:00] Ana : trois\n[00:13:10] Bob : quatre",
    );
    assert_eq!(turns(&timed)[1], (Some("Bob"), Some(760_000), None, "deux"));
}

#[test]
fn old_encodings_and_accents_come_out_the_same() {
    let text = "Zoé : C’est l’été, à Nîmes.\nMax : Déjà.\nZoé : Où ça ?\nMax : Là.";
    let plain = read(text);
    let (windows, _, _) = encoding_rs::WINDOWS_1252.encode(text);
    let found = read(windows.replace_crlf());
    assert_eq!(
        (found.turns.clone(), found.encoding.as_str()),
        (plain.turns.clone(), "windows-1252")
    );
    assert!(
        found
            .warnings
            .contains(&Warning::Encoding("windows-1252".to_owned()))
    );
    let apart: String = text
        .chars()
        .flat_map(|c| match c {
            'é' => vec!['e', '\u{301}'],
            c => vec![c],
        })
        .collect();
    assert_eq!(read(apart).turns, plain.turns);
    let hostile = read("Ana\u{202e}: a\u{1b}[2J\tb\u{200b}\nAna: \u{301}c\u{85}");
    assert_eq!(
        spoken(&hostile),
        [(Some("Ana"), "a\u{241b}[2J b\n\u{25cc}\u{301}c\u{fffd}")]
    );
    assert!(
        hostile.warnings.contains(&Warning::Removed(2))
            && hostile.warnings.contains(&Warning::Replaced(3))
    );
}

trait ReplaceCrlf {
    fn replace_crlf(&self) -> Vec<u8>;
}

impl ReplaceCrlf for std::borrow::Cow<'_, [u8]> {
    fn replace_crlf(&self) -> Vec<u8> {
        self.iter()
            .flat_map(|&b| {
                if b == b'\n' {
                    vec![b'\r', b'\n']
                } else {
                    vec![b]
                }
            })
            .collect()
    }
}

#[test]
fn word_files_of_labs_have_headers_with_two_times() {
    let found = read(docx(&[
        "Entretien 01",
        "",
        "[Chercheur] (0:01 - 0:11)",
        "0 - Alors ?",
        "",
        "Deuxième paragraphe : oui.",
        "[Interviewé\u{b7}e]\u{a0}(0:12 – 9:30)",
        "Oui.\tNon.",
        "[Rires] (9:30 - 9:31)",
        "[Chercheur] (0:00- 0:05)",
        "Deuxième fichier.",
        "[Interviewé\u{b7}e] (0:06 - 0:30)",
        "Voilà.",
    ]));
    assert_eq!(
        turns(&found),
        [
            (None, None, None, "Entretien 01"),
            (
                Some("Chercheur"),
                Some(1000),
                Some(11_000),
                "0 - Alors ?\nDeuxième paragraphe : oui."
            ),
            (
                Some("Interviewé·e"),
                Some(12_000),
                Some(570_000),
                "Oui. Non."
            ),
            (Some("Rires"), Some(570_000), Some(571_000), ""),
            (Some("Chercheur"), Some(0), Some(5000), "Deuxième fichier."),
            (Some("Interviewé·e"), Some(6000), Some(30_000), "Voilà."),
        ]
    );
    assert_eq!((found.format, found.recordings), (Format::Docx, 2));
    assert!(
        found.warnings.contains(&Warning::StartsAgain(vec![10])),
        "the paragraph's number"
    );
}

#[test]
fn word_files_of_teams_hold_a_turn_in_a_paragraph() {
    let found = read(docx(&[
        "Réunion",
        "Ana Roy   0:04\nBonjour.\nEt merci.",
        "Bob   1:00:05\nOui.",
    ]));
    assert_eq!(
        turns(&found),
        [
            (None, None, None, "Réunion"),
            (Some("Ana Roy"), Some(4000), None, "Bonjour.\nEt merci."),
            (Some("Bob"), Some(3_605_000), None, "Oui."),
        ]
    );
    let older = read(docx(&[
        "0:0:3.450 --> 0:0:7.120\nAna Roy\nBonjour.",
        "0:0:8.0 --> 0:0:9.0\nBob\nOui.",
        "0:0:9.5 --> 0:0:10.0\nBob\nNon.",
    ]));
    assert_eq!(
        turns(&older),
        [
            (Some("Ana Roy"), Some(3450), Some(7120), "Bonjour."),
            (Some("Bob"), Some(8000), Some(10_000), "Oui.\nNon.")
        ]
    );
    assert_eq!(
        older.turns[1].anchors,
        [],
        "the second paragraph's time belongs to its header, which has no words of its own"
    );
}

#[test]
fn reports_name_speakers_on_lines_of_their_own() {
    let found = read(docx(&[
        "Table ronde",
        "Une intervenante (Mathilde)",
        "Bonjour à tous.",
        "M.\u{a0}PAZ",
        "Merci. Un mot\u{a0}: oui.",
        "Mme\u{a0}HUTH",
        "Je passe.",
        "Une intervenante\u{a0}(Mathilde) ",
        "Bien.",
        "M. PAZ",
        "Fin.",
        "(Applaudissements)",
    ]));
    assert_eq!(
        spoken(&found),
        [
            (None, "Table ronde"),
            (Some("Une intervenante (Mathilde)"), "Bonjour à tous."),
            (
                Some("M. PAZ"),
                "Merci. Un mot\u{a0}: oui.\nMme\u{a0}HUTH\nJe passe."
            ),
            (Some("Une intervenante (Mathilde)"), "Bien."),
            (Some("M. PAZ"), "Fin.\n(Applaudissements)"),
        ]
    );
    assert_eq!(
        found
            .candidates
            .iter()
            .map(|c| (c.name.as_str(), c.line))
            .collect::<Vec<_>>(),
        [("Mme HUTH", 6)]
    );
}

#[test]
fn tables_are_read_row_by_row() {
    let row = |cells: &[&str]| {
        let cells = cells
            .iter()
            .map(|cell| format!("<w:tc><w:tcPr/>{}</w:tc>", paragraph(cell)))
            .collect::<Vec<_>>()
            .concat();
        format!("<w:tr>{cells}</w:tr>")
    };
    let table = |rows: &[String]| format!("<w:tbl><w:tblPr/>{}</w:tbl>", rows.concat());
    let names = table(&[
        row(&["Locuteur", "Temps", "Texte"]),
        row(&["Ana", "0:05", "Bonjour."]),
        row(&["Bob", "0:09", "Oui : non."]),
        row(&["", "0:11", "Si."]),
        row(&["Ana", "0:12", "Bien."]),
    ]);
    let found = read(docx_with(&format!("{}{names}", paragraph("Titre"))));
    assert_eq!(
        turns(&found),
        [
            (None, None, None, "Titre\nLocuteur\nTemps\nTexte"),
            (Some("Ana"), Some(5000), None, "Bonjour."),
            (Some("Bob"), Some(9000), None, "Oui : non.\nSi."),
            (Some("Ana"), Some(12_000), None, "Bien."),
        ]
    );
    let plain = table(&[
        row(&["Mission", "Tenir les dossiers."]),
        row(&["Profil", "Aimer la paie."]),
    ]);
    assert_eq!(
        spoken(&read(docx_with(&plain))),
        [(None, "Mission\nTenir les dossiers.\nProfil\nAimer la paie.")]
    );
}

#[test]
fn what_is_not_speech_in_a_word_file_is_counted() {
    let body = "<w:p><w:r><w:t>Dit</w:t></w:r><w:del><w:r><w:delText>pas dit</w:delText></w:r></w:del><w:ins><w:r><w:t xml:space=\"preserve\"> et redit</w:t></w:r></w:ins>\
        <w:r><w:commentReference w:id=\"0\"/></w:r><w:r><w:footnoteReference w:id=\"2\"/><w:tab/><w:t>a&#233;</w:t><w:br/><w:t>b</w:t><w:noBreakHyphen/><w:instrText>PAGE</w:instrText></w:r>\
        <mc:AlternateContent><mc:Choice><w:r><w:t>c</w:t></w:r></mc:Choice><mc:Fallback><w:r><w:t>c encore</w:t></w:r></mc:Fallback></mc:AlternateContent>\
        <m:oMath><m:r><m:t>x²</m:t></m:r></m:oMath></w:p>";
    let found = read(docx_with(body));
    assert_eq!(spoken(&found), [(None, "Dit et redit aé\nb\u{2011}c")]);
    for warning in [
        Warning::Deleted(1),
        Warning::Comments(1),
        Warning::Footnotes(1),
    ] {
        assert!(
            found.warnings.contains(&warning),
            "{warning} in {:?}",
            found.warnings
        );
    }
}

#[test]
fn our_own_turns_are_read_back_exactly() {
    let json = r#"{"format":"entretien-turns","interview":"E01","document":"E01","version":2,"turns":[
        {"speaker":"Ana","start_ms":9,"end_ms":8,"text":"b","anchors":[]},
        {"speaker":"Ana","start_ms":1,"end_ms":null,"text":"█ é\nx","anchors":[[2,5]],"later":true},
        {"speaker":null,"start_ms":null,"end_ms":null,"text":""}]}"#;
    let found = read(json);
    assert_eq!(
        turns(&found),
        [
            (Some("Ana"), Some(9), Some(8), "b"),
            (Some("Ana"), Some(1), None, "█ é\nx"),
            (None, None, None, "")
        ]
    );
    assert_eq!(found.turns[1].anchors, [(2, 5)]);
    let origin = found.origin.unwrap();
    assert_eq!(
        (origin.interview.as_deref(), origin.version),
        (Some("E01"), Some(2))
    );
}

#[test]
fn what_is_no_transcript_is_said_clearly() {
    let fails = |bytes: &[u8]| {
        read_transcript(bytes, &Options::default())
            .unwrap_err()
            .to_string()
    };
    assert!(matches!(
        read_transcript(b"", &Options::default()),
        Err(ImportError::Empty)
    ));
    assert!(matches!(
        read_transcript(b" \r\n", &Options::default()),
        Err(ImportError::Empty)
    ));
    // read by another program where that is installed, which finds nothing in it
    assert!(fails(b"%PDF-1.7 ...").to_lowercase().contains("pdf"));
    assert!(fails(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1....").contains("old Office"));
    assert!(fails(b"<?xml version='1.0'?><a>b</a>").contains("an XML document"));
    assert!(fails(br#"{"a":1}"#).contains("JSON"));
    assert!(fails(b"WEBVTT\n\n").contains("holds no words"));
    assert!(fails(b"{\"format\":\"entretien-turns\",\n\"turns\":[{]}").contains("line 2"));
    assert!(fails(&docx(&["", " "])).contains("no words"));
    let wanted = Options {
        format: Some(Format::Srt),
        ..Options::default()
    };
    assert!(
        read_transcript(b"Ana: a", &wanted)
            .unwrap_err()
            .to_string()
            .contains("not srt")
    );
    let wanted = Options {
        encoding: Some("klingon".to_owned()),
        ..Options::default()
    };
    assert!(
        read_transcript(b"Ana: a", &wanted)
            .unwrap_err()
            .to_string()
            .contains("klingon")
    );
    assert_eq!("docx".parse(), Ok(Format::Docx));
    assert!("word".parse::<Format>().unwrap_err().contains("zoom-vtt"));
}

#[test]
fn segments_of_whisper_are_turns_of_whoever_speaks() {
    let found = read(
        r#"{"segments":[
        {"start":0.03,"end":1.5,"text":" Bonjour <b>","speaker":"SPEAKER_00","words":[{"word":"Bonjour","score":0.9}]},
        {"start":1.6,"end":2.0,"text":" à tous.","speaker":"SPEAKER_00"},
        {"start":2.5,"end":3.0,"text":" Oui &amp; non."},
        {"start":3.5,"end":4.0,"text":" Si.","speaker":"SPEAKER_01"},
        {"text":" perdu"}],"language":"fr"}"#,
    );
    assert_eq!(
        turns(&found),
        [
            (
                Some("SPEAKER_00"),
                Some(30),
                Some(3_000),
                "Bonjour <b> à tous. Oui &amp; non."
            ),
            (Some("SPEAKER_01"), Some(3_500), Some(4_000), "Si."),
        ]
    );
    assert_eq!((found.unread.len(), found.unread[0].line), (1, 5));
    let alone = read(r#"[{"start":0,"end":1,"text":"a"},{"start":1,"end":2,"text":"b"}]"#);
    assert_eq!(spoken(&alone), [(None, "a"), (None, "b")]);
}

#[test]
fn of_a_google_meet_document_only_the_transcript_is_speech() {
    let found = read(docx(&[
        "Réunion du 3 mars",
        "Summary",
        "Ana Roy: will send the file",
        "📖 Transcript",
        "00:00:00",
        "Ana Roy: Bonjour.",
        "Bo Lu: Oui.",
        "Ana Roy: Bien.",
        "00:05:00",
        "Cy: Une fois.",
        "Meeting ended after 00:06:10 👋",
    ]));
    assert_eq!(
        turns(&found),
        [
            (
                Some("Ana Roy"),
                Some(0),
                None,
                "Bonjour.\nBo Lu: Oui.\nBien."
            ),
            (Some("Cy"), Some(300_000), None, "Une fois."),
        ]
    );
    assert_eq!(found.unread.len(), 5);
}

#[test]
fn of_a_teams_document_each_paragraph_is_a_turn() {
    let found = read(docx(&[
        "Entretien-20260301_100000-Meeting Recording",
        "Ana Roy   0:04\nBonjour.\nOn commence.",
        "Bo Lu   1:02:03\nOui.",
    ]));
    assert_eq!(
        turns(&found)[1..],
        [
            (Some("Ana Roy"), Some(4_000), None, "Bonjour.\nOn commence."),
            (Some("Bo Lu"), Some(3_723_000), None, "Oui."),
        ]
    );
}
