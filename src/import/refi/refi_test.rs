//! Projects as other programs write them.

use crate::import::{Belongs, Input, Options, Plan, Report, plan_files};
use crate::study::Study;
use crate::study::change::{Change, Record};
use crate::study::coding::Passage;
use crate::study::document::DocumentText;
use crate::study::id::{Mint, VersionId};
use std::collections::HashMap;
use std::fmt::Write as _;
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

fn guid(n: u32) -> String {
    format!("0000000{n}-0000-4000-8000-0000000000AB")
}

/// A project with this inside, and these sources.
fn qdpx(inside: &str, sources: &[(&str, &str)]) -> Vec<u8> {
    let mut writer = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let project = format!(
        "\u{feff}<?xml version=\"1.0\" encoding=\"utf-8\"?>\r\n<Project xmlns=\"urn:QDA-XML:project:1.0\" name=\"p\" origin=\"Other 1\">{inside}</Project>"
    );
    let options = zip::write::SimpleFileOptions::default();
    let files = std::iter::once(("Project.qde", project.as_str()));
    for (name, text) in files.chain(sources.iter().copied()) {
        writer.start_file(name, options).unwrap();
        writer.write_all(text.as_bytes()).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

fn plan(bytes: Vec<u8>) -> Result<Plan, Report> {
    let none: HashMap<VersionId, Arc<DocumentText>> = HashMap::new();
    let input = Input::find("p.qdpx", bytes, Belongs::ByName, Options::default());
    plan_files(
        vec![input],
        &Study::default(),
        &none,
        &(),
        &mut Count(0),
        "am",
    )
}

/// What every coding says, and what was told.
struct Seen {
    codings: Vec<String>,
    told: Vec<String>,
    plan: Plan,
}

fn seen(bytes: Vec<u8>) -> Seen {
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
    let mut codings = Vec::new();
    for change in &plan.changes {
        let Change::Add(record) = change else {
            continue;
        };
        if let Record::Coding(_, coding) = record.as_ref()
            && let Passage::Text(passage) = &coding.passage
        {
            let words = texts[&passage.version].slice(passage.span());
            let coder = coding.coder.strip_prefix("am").unwrap_or(&coding.coder);
            codings.push(format!("{coder} {words} {}", coding.memo).trim().to_owned());
        }
    }
    let words = crate::i18n::Words::new(crate::i18n::Lang::En);
    let told = plan
        .report
        .warnings
        .iter()
        .map(|said| words.say(said))
        .collect();
    Seen {
        codings,
        told,
        plan,
    }
}

fn text(content: &str, selections: &[(usize, usize, &str)]) -> (String, String) {
    let mut xml = format!(
        "<CodeBook><Codes><Code guid=\"{{{}}}\" name=\"Cœur\" isCodable=\"true\" color=\"#f0a\"/></Codes></CodeBook><Sources><TextSource guid=\"{}\" name=\"Entretien 1.txt\" plainTextPath=\"internal://t.txt\">",
        guid(1).to_lowercase(),
        guid(2)
    );
    for (at, (start, end, name)) in selections.iter().enumerate() {
        let _ = write!(
            xml,
            "<PlainTextSelection guid=\"{at:08}-0000-4000-8000-000000000000\" name=\"{name}\" startPosition=\"{start}\" endPosition=\"{end}\"><Coding guid=\"{at:08}-1111-4000-8000-000000000000\"><CodeRef targetGUID=\"{}\"/></Coding></PlainTextSelection>",
            guid(1)
        );
    }
    xml.push_str("</TextSource></Sources>");
    (xml, content.to_owned())
}

fn coded(content: &str, selections: &[(usize, usize, &str)]) -> Seen {
    let (xml, content) = text(content, selections);
    seen(qdpx(&xml, &[("Sources/T.txt", &content)]))
}

#[test]
fn places_count_code_points_after_an_emoji() {
    let seen = coded(
        "Né 🙂👩‍🏫 ici.\nEt là.",
        &[(3, 4, ""), (8, 11, ""), (13, 15, "")],
    );
    assert_eq!(seen.codings, ["🙂", "ici", "Et"]);
}

/// Some programs count UTF-16 units, or have lost count: a selection is called by its words.
#[test]
fn a_place_that_is_not_where_its_words_are_is_put_right_and_told() {
    let seen = coded(
        "Né 🙂👩‍🏫 ici.\nEt là-bas aussi.",
        &[
            (0, 2, "Né"),
            (11, 14, "ici"),
            (1, 4, "là-bas"),
            (16, 18, "Et"),
        ],
    );
    assert_eq!(seen.codings, ["Né", "ici", "là-bas", "Et"]);
    let moved = seen.told.iter().filter(|told| told.contains("look at it"));
    assert_eq!(moved.count(), 3, "{:?}", seen.told);
}

#[test]
fn line_ends_are_one_or_two_as_the_program_counts() {
    let content = "\u{feff}un mot\r\ndeux mots\r\ntrois\r\n";
    let two = coded(content, &[(8, 12, ""), (19, 24, "")]);
    assert_eq!(two.codings, ["deux", "trois"]);
    let one = coded(content, &[(7, 11, "deux"), (17, 22, "trois")]);
    assert_eq!(one.codings, ["deux", "trois"]);
}

#[test]
fn speakers_are_found_and_a_label_in_a_selection_is_left_out() {
    let content = "Ana: Un levier.\n\nBo: Un frein.\n\nAna: Voilà, oui.\nBo: Non.\n";
    let seen = coded(content, &[(5, 14, ""), (0, 14, ""), (21, 30, "")]);
    assert_eq!(seen.codings, ["Un levier", "Un frein."]);
    let same = seen.told.iter().any(|said| said.contains("one is kept"));
    assert!(same, "{:?}", seen.told);
    let speakers = seen.plan.texts[0].transcript.speakers().len();
    assert_eq!(speakers, 2);
    // a coding on a label alone would be lost: then nobody speaks, and nothing is lost
    let label = coded(content, &[(0, 4, ""), (21, 30, "")]);
    assert_eq!(label.codings, ["Ana:", "Un frein."]);
}

#[test]
fn what_is_nowhere_is_told() {
    let seen = coded(
        "court",
        &[(0, 5, ""), (3, 900, ""), (700, 900, "loin"), (4, 4, "")],
    );
    assert_eq!(seen.codings, ["court"]);
    let said = seen.told.join("\n");
    assert!(said.contains("loin"), "{said}");
    assert_eq!(
        said.matches("its words are not at the place").count(),
        3,
        "{said}"
    );
}

#[test]
fn people_variables_notes_and_media_come_along() {
    let g = guid;
    let inside = format!(
        "<Users><User guid=\"{u}\" name=\"Zoé\"/></Users>\
         <CodeBook><Codes><Code guid=\"{c}\" name=\"A\" isCodable=\"false\"><Description>def</Description><NoteRef targetGUID=\"{n}\"/><Code guid=\"{d}\" name=\"A\" isCodable=\"true\"/></Code></Codes></CodeBook>\
         <Variables><Variable guid=\"{v}\" name=\"Âge\" typeOfVariable=\"Integer\"/></Variables>\
         <Cases><Case guid=\"{k}\" name=\"Maud\"><VariableValue><VariableRef targetGUID=\"{v}\"/><IntegerValue>41</IntegerValue></VariableValue><SourceRef targetGUID=\"{s}\"/></Case></Cases>\
         <Sources><VideoSource guid=\"{s}\" name=\"film.mp4\" path=\"absolute:///etc/passwd\"><Transcript guid=\"{t}\" name=\"film\"><PlainTextContent>Un mot.\nDeux mots.</PlainTextContent>\
         <SyncPoint guid=\"{p}\" timeStamp=\"1000\" position=\"0\"/><SyncPoint guid=\"{q}\" timeStamp=\"2000\" position=\"8\"/>\
         <TranscriptSelection guid=\"99999999-0000-4000-8000-000000000000\" fromSyncPoint=\"{p}\" toSyncPoint=\"{q}\"><Description>à voir</Description><Coding guid=\"88888888-0000-4000-8000-000000000000\" creatingUser=\"{u}\" creationDateTime=\"2019-03-04T10:00:00\"><CodeRef targetGUID=\"{d}\"/></Coding></TranscriptSelection></Transcript></VideoSource></Sources>\
         <Notes><Note guid=\"{n}\" name=\"N\" creatingUser=\"{u}\"><PlainTextContent>une note</PlainTextContent></Note></Notes>\
         <Sets><Set guid=\"77777777-0000-4000-8000-000000000000\" name=\"un ensemble\"/></Sets>",
        u = g(1),
        c = g(2),
        d = g(3),
        v = g(4),
        k = g(5),
        s = g(6),
        t = g(7),
        p = g(8),
        q = g(9),
        n = "AAAAAAAA-0000-4000-8000-000000000000",
    );
    let seen = seen(qdpx(&inside, &[]));
    assert_eq!(seen.codings, ["Zoé Un mot.\n à voir"]);
    let turns = &seen.plan.texts[0].transcript.turns;
    let starts: Vec<_> = turns.iter().map(|turn| turn.start_ms).collect();
    assert_eq!(starts, [Some(1000), Some(2000)]);
    let all = format!("{:?}", seen.plan.changes);
    for wanted in ["\"A~2\"", "une note", "Âge", "Maud", "2019-03-04T10:00:00Z"] {
        assert!(all.contains(wanted), "{wanted}: {all}");
    }
    let said = seen.told.join("\n");
    assert!(
        said.contains("un ensemble") && said.contains("film.mp4"),
        "{said}"
    );
    assert!(!all.contains("passwd"));
}

#[test]
fn what_could_hurt_is_refused() {
    let refused = |bytes: Vec<u8>, why: &str| {
        let report = plan(bytes).unwrap_err();
        let words = crate::i18n::Words::new(crate::i18n::Lang::En);
        let said: Vec<String> = report
            .problems
            .iter()
            .map(|one| words.say(&one.message()))
            .collect();
        assert!(said.join("\n").contains(why), "{why}: {said:?}");
    };
    let (xml, content) = text("un mot", &[(0, 2, "")]);
    for name in ["../t.txt", "/t.txt", "sources\\..\\t.txt", "C:t.txt"] {
        refused(qdpx(&xml, &[(name, &content)]), "outside");
    }
    refused(
        qdpx(
            &xml,
            &[("sources/t.txt", &content), ("Sources/T.TXT", &content)],
        ),
        "two members",
    );
    refused(qdpx("<a>", &[]), "damaged");
    refused(qdpx("&x;", &[]), "entity");
    let deep = "<Code>".repeat(300);
    refused(qdpx(&format!("<CodeBook><Codes>{deep}"), &[]), "nested");
    let bomb = " ".repeat(8 << 20);
    refused(qdpx(&xml, &[("sources/t.txt", &bomb)]), "unpacks");
    let whole = qdpx(&xml, &[("sources/t.txt", &content)]);
    for cut in [whole.len() / 3, whole.len() - 10] {
        let half = whole.get(..cut).unwrap().to_vec();
        assert!(plan(half).is_err());
    }
    let dtd = "<?xml version=\"1.0\"?><!DOCTYPE Project [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><Project xmlns=\"urn:QDA-XML:project:1.0\">&a;</Project>";
    refused(dtd.as_bytes().to_vec(), "DOCTYPE");
}
