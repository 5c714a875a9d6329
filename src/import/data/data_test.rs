//! What each kind of file keeps, and what it refuses.

use super::{Context, Kind, read};
use crate::i18n::Lang;
use crate::i18n::{Message, Words};
use crate::import::problem::Report;
use crate::study::coding::Passage;
use crate::study::document::{Document, DocumentText, Turn, Version};
use crate::study::id::{DocumentId, Mint, SessionId, VersionId};
use crate::study::session::Session;
use crate::study::settings::AttributeData;
use crate::study::word::{AnswerState, Consent, DocumentKind, Origin, Polarity, SessionState};
use crate::study::{Change, ReplicaId, Stamp, Study, Transaction};
use std::collections::HashMap;
use std::sync::Arc;
use uuid::Uuid;

/// Ids one after the other.
#[derive(Default)]
pub(crate) struct Count(u128);

impl Mint for Count {
    fn id(&mut self) -> Uuid {
        self.0 += 1;
        Uuid::from_u128(self.0)
    }
    fn random(&mut self) -> Uuid {
        self.id()
    }
    fn now(&self) -> jiff::Timestamp {
        jiff::Timestamp::UNIX_EPOCH
    }
}

/// A study with its texts and the files they came from.
#[derive(Default)]
pub(super) struct Desk {
    pub(super) study: Study,
    pub(super) texts: HashMap<VersionId, Arc<DocumentText>>,
    pub(super) files: HashMap<VersionId, Vec<u8>>,
    pub(super) mint: Count,
}

impl Desk {
    pub(super) fn apply(&mut self, changes: Vec<Change>) {
        let ms = self.study.head.ms + 1;
        let stamp = Stamp {
            ms,
            counter: 0,
            replica: ReplicaId(1),
        };
        let label = Message::new("import-expected-something");
        let transaction = Transaction {
            stamp,
            author: "am".into(),
            wall: jiff::Timestamp::UNIX_EPOCH,
            label,
            changes,
        };
        let applied = self.study.apply(&transaction);
        assert_eq!(applied.conflicts, []);
    }

    pub(super) fn read(&mut self, kind: Kind, text: &str) -> (Vec<Change>, Report) {
        let mut report = Report::default();
        let mut context = Context {
            study: &self.study,
            texts: &self.texts,
            originals: &self.files,
            mint: &mut self.mint,
            coder: "am",
            note_codes: true,
        };
        let changes = read(kind, &kind.file_name(), text, &mut context, &mut report);
        (changes, report)
    }

    /// Keeps a file that must be without fault; once more, it must change nothing.
    pub(super) fn keep(&mut self, kind: Kind, text: &str) -> Report {
        let (changes, report) = self.read(kind, text);
        assert_eq!(said(&report), Vec::<String>::new());
        self.apply(changes);
        let (again, _) = self.read(kind, text);
        assert_eq!(again, [], "{kind:?} twice");
        report
    }

    /// The one problem of a file: line, column, and what is said in English.
    fn fault(&mut self, kind: Kind, text: &str) -> (usize, String, String) {
        let (_, report) = self.read(kind, text);
        assert_eq!(report.problems.len(), 1, "{:?}", said(&report));
        let problem = &report.problems[0];
        let expected = Words::new(Lang::En).say(&problem.expected);
        (problem.line, problem.column.clone(), expected)
    }

    pub(super) fn transcript(&mut self, key: &str, turns: &[&str], file: &str) -> VersionId {
        let turns: Vec<Turn> = turns
            .iter()
            .map(|text| Turn {
                text: (*text).to_owned(),
                ..Turn::default()
            })
            .collect();
        let (session, document, version) = (
            SessionId::mint(&mut self.mint),
            DocumentId::mint(&mut self.mint),
            VersionId::mint(&mut self.mint),
        );
        let reference = key.is_empty();
        let key = if reference { "fiche" } else { key };
        let mut changes: Vec<Change> = Vec::new();
        if !reference {
            let record = Session {
                key: key.into(),
                state: SessionState::Done,
                ..Session::default()
            };
            changes.push((session.clone(), record).into());
        }
        let kind = if reference {
            DocumentKind::Reference
        } else {
            DocumentKind::Transcript
        };
        let record = Document {
            session: (!reference).then_some(session),
            kind,
            key: key.into(),
        };
        changes.push((document.clone(), record).into());
        let record = Version {
            document,
            number: 1,
            format: "text".into(),
            ..Version::default()
        };
        changes.push((version.clone(), record).into());
        self.apply(changes);
        self.texts
            .insert(version.clone(), Arc::new(DocumentText::from_turns(&turns)));
        self.files.insert(version.clone(), file.as_bytes().to_vec());
        version
    }

    fn quotes(&self) -> Vec<(String, String)> {
        let mut out: Vec<(String, String)> = self
            .study
            .records
            .codings
            .values()
            .map(|coding| {
                let code = self.study.records.codes[&coding.code].key.clone();
                let quote = match &coding.passage {
                    Passage::Text(text) => self.texts[&text.version].slice(text.span()).to_owned(),
                    Passage::Note(note) => self.study.records.notes[note].text.clone(),
                };
                (code, quote)
            })
            .collect();
        out.sort();
        out
    }
}

/// All problems in English words.
pub(crate) fn said(report: &Report) -> Vec<String> {
    let words = Words::new(Lang::En);
    report
        .problems
        .iter()
        .map(|problem| words.say(&problem.message()))
        .collect()
}

fn warned(report: &Report) -> Vec<String> {
    let words = Words::new(Lang::En);
    report
        .warnings
        .iter()
        .map(|warning| words.say(warning))
        .collect()
}

const STUDY: &str = r#"
schema = 1
name = "Étude"
languages = ["fr", "en"]
mask_under = 3
withdrawn = 1
[rules]
common_strength = 2
common_share = 0.5
criteria = "2021"
[[attribute]]
key = "size"
of = "organisation"
label_fr = "Effectif"
stratum = true
values = [ { key = "under10", universe = 3000 }, { key = "10to49", label = "10 à 49" } ]
[[attribute]]
key = "years"
type = "number"
[[scenario]]
key = "S1"
label_fr = "Renouveler"
[[scenario]]
key = "S2"
summary_en = "Redesign"
[[target]]
where = { size = "under10", role = "rh" }
n = 4
"#;

const CODEBOOK: &str =
    "key,parent,label_fr,slot,colour\nB1.1,B1,Émargements,1,blue\nB1,,Preuves,,\nB2,,,,#ff8800\n";

fn desk() -> Desk {
    let mut desk = Desk::default();
    desk.keep(Kind::Study, STUDY);
    desk.keep(Kind::Codebook, CODEBOOK);
    desk
}

#[test]
fn a_kind_is_told_by_its_header_alone() {
    for (text, kind) in [
        ("doc,start,end,code,coder\n", Some(Kind::Codings)),
        ("interview;code;text\n", Some(Kind::Codings)),
        (
            "coding_id,study,code,code_label,interview\n",
            Some(Kind::Excerpts),
        ),
        ("\u{feff}interview\ttext\tstate\n", Some(Kind::Notes)),
        ("interview,question,state\n", Some(Kind::Answers)),
        ("interview,state,size\n", Some(Kind::Sessions)),
        ("interview,size\n", Some(Kind::Participants)),
        ("code,parent,description\n", Some(Kind::Codebook)),
        (STUDY, Some(Kind::Study)),
        ("schema = 1\n[[section]]\nkey = \"a\"\n", Some(Kind::Guide)),
        ("doc,scenario,role,site\n", None),
        ("INT: interview, text and all that\n", None),
        ("WEBVTT\n\n1\n", None),
        ("", None),
    ] {
        assert_eq!(Kind::detect(text), kind, "{text}");
    }
}

#[test]
fn settings_attributes_scenarios_and_targets_come_from_one_file() {
    let desk = desk();
    let settings = desk.study.settings();
    assert_eq!(
        (
            settings.name.as_str(),
            settings.mask_under,
            settings.withdrawn
        ),
        ("Étude", 3, 1)
    );
    let (size, attribute) = desk.study.attribute_by_key("size").unwrap();
    assert!(attribute.stratum);
    let values = desk.study.values_of(size);
    assert_eq!(values[0].1.universe, Some(3000));
    assert_eq!(values[1].1.labels["fr"], "10 à 49");
    let scenarios: Vec<&str> = desk
        .study
        .scenarios()
        .into_iter()
        .map(|(_, s)| s.key.as_str())
        .collect();
    assert_eq!(scenarios, ["S1", "S2"]);
    let target = desk.study.records.targets.values().next().unwrap();
    assert_eq!((target.n, target.conditions.len()), (4, 2));
}

#[test]
fn faults_of_the_settings_name_their_line() {
    for (text, line, column) in [
        ("name = \"x\"\n", 1, "schema"),
        ("schema = 1\nname = 3\n", 2, "name"),
        ("schema = 1\nname = \"x\nmask = 1", 2, ""),
        (
            "schema = 1\n\n[[attribute]]\nof = \"organisation\"\n",
            4,
            "key",
        ),
        (
            "schema = 1\n[[attribute]]\nkey = \"a\"\nof = \"town\"\n",
            4,
            "of",
        ),
        ("schema = 1\n[rules]\ncommon_share = 3\n", 3, "common_share"),
        (
            "schema = 1\n[[target]]\nn = 1\nwhere = { colour = \"red\" }\n",
            4,
            "colour",
        ),
        ("schema = 1\nscenario = 3\n", 2, "scenario"),
    ] {
        let (at, name, _) = Desk::default().fault(Kind::Study, text);
        assert_eq!((at, name.as_str()), (line, column), "{text}");
    }
    let (_, report) = Desk::default().read(Kind::Study, "schema = 1\nnane = \"x\"\n");
    assert_eq!(warned(&report), ["study.toml: column not read: nane"]);
}

#[test]
fn a_codebook_is_a_tree_whatever_the_order_of_rows() {
    let mut desk = desk();
    let codes: Vec<(String, usize)> = desk
        .study
        .codes()
        .into_iter()
        .map(|(_, code, depth)| (code.key.clone(), depth))
        .collect();
    assert_eq!(
        codes,
        [("B1".into(), 0), ("B1.1".into(), 1), ("B2".into(), 0)]
    );
    let report = desk.keep(
        Kind::Codebook,
        "code;description;label\nB2;Un \"mot\";Deux\nB3;;\n",
    );
    assert_eq!((report.files[0].added, report.files[0].changed), (1, 1));
    let (_, code) = desk.study.code_by_key("B2").unwrap();
    assert_eq!(
        (
            code.definition.as_str(),
            code.labels["fr"].as_str(),
            code.colour.as_str()
        ),
        ("Un \"mot\"", "Deux", "#ff8800")
    );
    for (text, line, column) in [
        ("key,parent\nA,B\nB,A\n", 2, "parent"),
        ("key,parent\nA,Z\n", 2, "parent"),
        ("key,slot\nA,1\nB,10\n", 3, "slot"),
        ("key,colour\nA,mauve\n", 2, "colour"),
        ("key,label\n,x\n", 2, "key"),
        ("label,parent\nx,\n", 1, "key"),
        ("key,label\nA\n", 2, ""),
        ("key,key\nA,B\n", 1, "2"),
        ("key,label\nA,\"x\n", 2, ""),
    ] {
        let (_, report) = desk.read(Kind::Codebook, text);
        let first = &report.problems[0];
        assert_eq!(
            (first.line, first.column.as_str()),
            (line, column),
            "{text}"
        );
    }
    let (_, report) = desk.read(Kind::Codebook, "key,weight,label_fr\nA,3,x\n");
    assert_eq!(warned(&report), ["codebook.csv: column not read: weight"]);
}

#[test]
fn participants_bring_interviews_organisations_and_attributes() {
    let mut desk = desk();
    let text = "interview,participant,speaker,role,organisation,consent,size,years\n\
        E01,,Ana Roy,direction,O1,given,under10,4.5\n\
        E01,INT,Paul,interviewer,,,,\n\
        E02,,,rh,O1,no-quote,,\n\
        E03,,Zoé,rh,O2,withdrawn,10to49,3\n";
    let report = desk.keep(Kind::Participants, text);
    assert_eq!((report.files[0].added, report.files[0].withdrawn), (4, 1));
    let records = &desk.study.records;
    assert_eq!(
        (records.sessions.len(), records.organisations.len()),
        (3, 1),
        "nothing is made of a withdrawn row"
    );
    let (first, _) = desk.study.session_by_key("E01").unwrap();
    let people = desk.study.participants_of(first);
    let (size, _) = desk.study.attribute_by_key("size").unwrap();
    assert!(matches!(
        desk.study.attribute_of(people[0].1, size),
        Some(AttributeData::Choice(_))
    ));
    let (third, _) = desk.study.session_by_key("E03").unwrap();
    let gone = desk.study.participants_of(third)[0].1;
    assert_eq!(
        (gone.consent, gone.speaker.as_str(), gone.attributes.len()),
        (Consent::Withdrawn, "", 0)
    );
    let head = "interview,participant,role,organisation,consent,size,years\n";
    for (row, line, column, expected) in [
        ("E1,,,O9,,big,\n", 2, "size", "one of under10, 10to49"),
        ("E1,,,O9,,,four\n", 2, "years", "a number"),
        (
            "E1,,,,,under10,\n",
            2,
            "organisation",
            "an organisation: size describes organisations",
        ),
        (
            "E1,,,O9,,under10,\nE2,,,O9,,10to49,\n",
            3,
            "size",
            "the same as on line 2: it is the same organisation",
        ),
        (
            "E1,,,,maybe,,\n",
            2,
            "consent",
            "one of given, no-quote, withdrawn",
        ),
        (",,,,,,\n", 2, "interview", "a value"),
    ] {
        let fault = desk.fault(Kind::Participants, &format!("{head}{row}"));
        assert_eq!(
            fault,
            (line, column.to_owned(), expected.to_owned()),
            "{row}"
        );
    }
}

#[test]
fn an_empty_cell_changes_nothing() {
    let mut desk = desk();
    desk.keep(
        Kind::Participants,
        "interview,speaker,organisation,size\nE01,Ana,O1,under10\n",
    );
    desk.keep(Kind::Participants, "interview,speaker,role\nE01,,rh\n");
    let participant = desk.study.records.participants.values().next().unwrap();
    assert_eq!(
        (participant.speaker.as_str(), participant.role.as_str()),
        ("Ana", "rh")
    );
    assert!(participant.organisation.is_some());
}

#[test]
fn sessions_are_upserted_by_key() {
    let mut desk = desk();
    desk.keep(
        Kind::Sessions,
        "interview,state,planned_at,started_at,ended_at,zone,minutes,debrief_mood,guide_version\n\
         E01,done,,2026-03-12T09:00:00Z,2026-03-12T09:50:00Z,Europe/Paris,50,bonne,1\nE02,no-show,,,,,,,\n",
    );
    let (_, session) = desk.study.session_by_key("E01").unwrap();
    assert_eq!(
        (session.minutes, session.debrief["mood"].as_str()),
        (Some(50), "bonne")
    );
    let head = "interview,state,started_at,ended_at,zone,minutes\n";
    for (row, column) in [
        ("E03,,,,,\n", "state"),
        ("E03,seen,,,,\n", "state"),
        ("E03,done,12/03/2026,,,\n", "started_at"),
        (
            "E03,done,2026-03-12T09:00:00Z,2026-03-12T08:00:00Z,,\n",
            "ended_at",
        ),
        ("E03,done,,,Mars/Olympus,\n", "zone"),
        ("E03,done,,,,an hour\n", "minutes"),
    ] {
        let (line, name, _) = desk.fault(Kind::Sessions, &format!("{head}{row}"));
        assert_eq!((line, name.as_str()), (2, column), "{row}");
    }
}

#[test]
fn notes_go_by_id_and_equal_ones_are_not_added_again() {
    let mut desk = desk();
    let text = "interview,text,note_id,kind,t_ms,flags,codes\nE01,Trois dossiers,n1,figure,1200,verify;quote,B1.1;B2\n\
        E01,« Oui »,,verbatim,2400,,\nE01,« Oui »,,verbatim,3600,,\n";
    let report = desk.keep(Kind::Notes, text);
    assert_eq!(report.files[0].added, 3);
    assert_eq!(
        warned(&report),
        ["notes.csv: 1 interview was not known and is added: E01"]
    );
    assert_eq!(
        desk.quotes(),
        [
            ("B1.1".into(), "Trois dossiers".into()),
            ("B2".into(), "Trois dossiers".into())
        ]
    );
    let report = desk.keep(Kind::Notes, "interview,text,note_id,kind,t_ms\nE01,Quatre dossiers,n1,,\n\nE01,« Oui »,,verbatim,2400\n");
    assert_eq!((report.files[0].changed, report.files[0].same), (1, 1));
    for (text, line, column) in [
        ("interview,text\nE01,\n", 2, "text"),
        ("interview,text,kind\nE01,x,thought\n", 2, "kind"),
        ("interview,text,codes\nE01,x,B9\n", 2, "codes"),
        ("interview,text,t_ms\nE01,x,12:00\n", 2, "t_ms"),
        ("interview,text,note_id\n\nE02,x,n1\n", 3, "interview"),
    ] {
        let fault = desk.fault(Kind::Notes, text);
        assert_eq!((fault.0, fault.1.as_str()), (line, column), "{text}");
    }
}

#[test]
fn answers_go_by_interview_question_scenario_and_part() {
    let mut desk = desk();
    let head = "interview,question,state,value,scenario,part\n";
    desk.keep(
        Kind::Answers,
        &format!("{head}E01,q1,answered,~12,S1,\nE01,q1,,3-5,S2,\nE01,q1,refused,,,\nE01,q2,,,,\nE01,q1,,14,S1,\n"),
    );
    let mut answers: Vec<(AnswerState, &str)> = desk
        .study
        .records
        .answers
        .values()
        .map(|a| (a.state, a.value.as_str()))
        .collect();
    answers.sort_unstable();
    assert_eq!(
        answers,
        [
            (AnswerState::Answered, "14"),
            (AnswerState::Answered, "3-5"),
            (AnswerState::Refused, "")
        ]
    );
    let guide = "schema = 1\n[[section]]\nkey = \"a\"\n[[section.question]]\nkey = \"q1\"\nkind = \"count\"\n";
    desk.keep(Kind::Guide, guide);
    for (row, column) in [
        ("E01,q2,answered,1,,\n", "question"),
        ("E01,q1,said,1,,\n", "state"),
        ("E01,q1,,douze,,\n", "value"),
        ("E01,q1,,1,S9,\n", "scenario"),
        (",q1,,1,,\n", "interview"),
    ] {
        let fault = desk.fault(Kind::Answers, &format!("{head}{row}"));
        assert_eq!((fault.0, fault.1.as_str()), (2, column), "{row}");
    }
}

#[test]
fn a_faulty_guide_names_line_and_reason() {
    for (text, line) in [
        ("schema = 1\n[[section]\n", 2),
        (
            "schema = 1\n[[section]]\nkey = \"a\"\n[[section.question]]\nkey = \"q\"\nkind = \"opn\"\n",
            6,
        ),
        ("schema = 2\n", 1),
        (
            "schema = 1\n[[section]]\nkey = \"a\"\n[[section.question]]\nkey = \"q\"\n[[section.question]]\nkey = \"q\"\n",
            7,
        ),
    ] {
        assert_eq!(Desk::default().fault(Kind::Guide, text).0, line, "{text}");
    }
    let mut desk = Desk::default();
    desk.keep(Kind::Guide, "schema = 1\n");
    desk.keep(Kind::Guide, "schema = 1\nlanguage = \"fr\"\n");
    assert_eq!(
        desk.study
            .records
            .guides
            .values()
            .map(|guide| guide.number)
            .max(),
        Some(2)
    );
}

const SAID: [&str; 3] = [
    "Ça va, José ? 🙂",
    "Oui, très bien. Oui.",
    "Trois dossiers par semaine.",
];

#[test]
fn a_passage_is_found_by_its_place_or_by_its_words() {
    let mut desk = desk();
    desk.transcript("E01", &SAID, "");
    desk.transcript("", &["Une annonce."], "");
    desk.keep(
        Kind::Codings,
        "interview,document,char_start,char_end,quote,code,coder,scenario,polarity,strength,starred\n\
         E01,,16,20,,B1,ar,S1,+,3,yes\n\
         E01,E01,16,20,,B1,ar,S2,−,,\n\
         E01,,,,🙂\n\"bad\",B1,,,,,\n"
            .replace("🙂\n\"bad\"", "\"🙂\nOui, très\"")
            .as_str(),
    );
    desk.keep(
        Kind::Codings,
        "interview;document;quote;code\n;fiche;annonce;B2\nE01;;dossiers;B2\n",
    );
    assert_eq!(
        desk.quotes(),
        [
            ("B1".to_owned(), "Oui,".to_owned()),
            ("B1".into(), "🙂\nOui, très".into()),
            ("B2".into(), "annonce".into()),
            ("B2".into(), "dossiers".into()),
        ]
    );
    let two = desk
        .study
        .records
        .codings
        .values()
        .find(|coding| coding.polarities.len() == 2)
        .unwrap();
    let mut polarities: Vec<Polarity> = two.polarities.values().copied().collect();
    polarities.sort_unstable();
    assert_eq!(polarities, [Polarity::Supports, Polarity::Contradicts]);
    assert_eq!(
        (two.coder.as_str(), two.strength, two.starred),
        ("ar", Some(3), true)
    );
    desk.keep(
        Kind::Codings,
        "interview,quote,code,coder,strength\nE01,\"Oui,\",B1,ar,4\n",
    );
    assert_eq!(
        desk.study.records.codings.len(),
        4,
        "the same passage, code and coder is updated"
    );

    let head = "interview,char_start,char_end,quote,code,scenario,polarity,strength,starred\n";
    for (row, column, expected) in [
        ("E01,0,2,,B9,,,,\n", "code", "a code of the codebook"),
        (
            "E09,0,2,,B1,,,,\n",
            "interview",
            "an interview of the study",
        ),
        (",0,2,,B1,,,,\n", "interview", "an interview of the study"),
        ("E01,0,2,,B1,S9,,,\n", "scenario", "one of S1, S2"),
        (
            "E01,0,2,,B1,,+,,\n",
            "scenario",
            "the scenario this polarity is for",
        ),
        (
            "E01,0,2,,B1,S1,for,,\n",
            "polarity",
            "one of supports, contradicts, mixed, neutral",
        ),
        ("E01,0,2,,B1,,,5,\n", "strength", "a strength from 0 to 4"),
        ("E01,0,2,,B1,,,,1\n", "starred", "yes, or nothing"),
        ("E01,2,2,,B1,,,,\n", "char_end", "a position after 2"),
        (
            "E01,0,,,B1,,,,\n",
            "char_end",
            "a position: a span has a start and an end",
        ),
        (
            "E01,0,999,,B1,,,,\n",
            "char_end",
            "a position from 0 to 64, in code points",
        ),
        (
            "E01,-1,3,,B1,,,,\n",
            "char_start",
            "a whole number from 0 on",
        ),
        (
            "E01,,,,B1,,,,\n",
            "quote",
            "char_start and char_end, a quote, or a note_id",
        ),
        (
            "E01,,,dossier par,B1,,,,\n",
            "quote",
            "words of the document, as they stand there",
        ),
        (
            "E01,,,Oui,B1,,,,\n",
            "quote",
            "words that stand in the document once; give char_start and char_end",
        ),
        (
            "E01,0,5,Ca va,B1,,,,\n",
            "quote",
            "the words at these positions, “Ça va”",
        ),
    ] {
        let fault = desk.fault(Kind::Codings, &format!("{head}{row}"));
        assert_eq!(fault, (2, column.to_owned(), expected.to_owned()), "{row}");
    }
    let (_, report) = desk.read(
        Kind::Codings,
        &format!("{head}E01,0,2,,B9,,,,\nE01,0,2,,B1,,,,\nE01,0,2,,B1,,,9,\n"),
    );
    assert_eq!(
        report.problems.iter().map(|p| p.line).collect::<Vec<_>>(),
        [2, 4],
        "all bad rows are listed"
    );
}

#[test]
fn positions_of_a_source_file_are_mapped_without_labels() {
    let mut desk = desk();
    let file =
        "INT: Ça va, José ? 🙂\n\nP1: Oui, très bien. Oui.\n\nINT: Trois dossiers par semaine.\n";
    desk.transcript("int0001", &SAID, file);
    let at = |quote: &str| {
        let start = file[..file.find(quote).unwrap()].chars().count();
        format!("int0001.txt,{start},{},B1\n", start + quote.chars().count())
    };
    let head = "doc,start,end,code\n";
    desk.keep(
        Kind::Codings,
        &format!("{head}{}{}", at("P1: Oui, très"), at("🙂\n\nP1: Oui")),
    );
    assert_eq!(
        desk.quotes(),
        [
            ("B1".to_owned(), "Oui, très".to_owned()),
            ("B1".into(), "🙂\nOui".into())
        ]
    );
    for (row, column, expected) in [
        (at("P1: "), "start", "positions with words of the document"),
        (
            "int0009.txt,0,5,B1\n".into(),
            "doc",
            "an interview of the study",
        ),
    ] {
        let fault = desk.fault(Kind::Codings, &format!("{head}{row}"));
        assert_eq!(fault, (2, column.to_owned(), expected.to_owned()), "{row}");
    }
}

#[test]
fn excerpts_keep_their_ids_and_what_settled_what() {
    let mut desk = desk();
    desk.transcript("E01", &SAID, "");
    let text = "coding_id,study,scenario,polarity,code,code_label,interview,size,document,version,char_start,char_end,quote,coder,coded_at,starred,counted,origin,escaped\n\
        c1,x,S1,supports,B1,,E01,under10,E01,1,0,5,,ar,2026-03-12T09:00:00Z,,superseded,hand,no-quote\n\
        c1,x,S2,mixed,B1,,E01,under10,E01,1,0,5,,ar,2026-03-12T09:00:00Z,,superseded,hand,no-quote\n\
        c2,x,,,B1,,E01,under10,E01,1,0,5,,bo,,yes,superseded,hand,no-quote\n\
        c3,x,,,B1,,E01,under10,E01,1,0,5,,ar+bo,,,yes,settled,no-quote\n";
    let report = desk.keep(Kind::Excerpts, text);
    assert_eq!(warned(&report), Vec::<String>::new());
    let codings = &desk.study.records.codings;
    assert_eq!(
        codings.keys().map(ToString::to_string).collect::<Vec<_>>(),
        ["c1", "c2", "c3"]
    );
    let settled = codings
        .values()
        .find(|coding| coding.origin == Origin::Settled)
        .unwrap();
    assert_eq!(
        settled
            .settles
            .iter()
            .map(ToString::to_string)
            .collect::<Vec<_>>(),
        ["c1", "c2"]
    );
    let (_, report) = desk.read(Kind::Excerpts, &text.replace(",E01,1,", ",E01,2,"));
    assert_eq!(report.problems.len(), 4);
    assert_eq!(report.problems[0].column, "version");
}

#[test]
fn rows_of_a_withdrawn_interview_are_checked_and_counted() {
    let mut desk = desk();
    desk.keep(Kind::Participants, "interview,consent\nE01,withdrawn\n");
    let (_, report) = desk.read(Kind::Notes, "interview,text\nE01,a\nE01,b\n");
    assert_eq!(report.files[0].withdrawn, 2);
    let fault = desk.fault(Kind::Notes, "interview,text,kind\nE01,a,thought\n");
    assert_eq!(fault.1, "kind");
}

#[test]
fn the_worked_example_comes_in_by_files_alone() {
    let mut desk = Desk::default();
    desk.keep(
        Kind::Study,
        "schema = 1\n[[attribute]]\nkey = \"size\"\nof = \"participant\"\nstratum = true\n\
         values = [{key=\"under10\"},{key=\"10to49\"},{key=\"50plus\"}]\n\
         [[scenario]]\nkey = \"S0\"\n[[scenario]]\nkey = \"S1\"\n[[scenario]]\nkey = \"S2\"\n[[scenario]]\nkey = \"S5\"\n",
    );
    desk.keep(
        Kind::Codebook,
        "key\tparent\nD8\t\nD8.levier\tD8\nD8.frein\tD8\nD6.valeur_ajoutee\t\n",
    );
    desk.keep(
        Kind::Participants,
        "interview,role,organisation,size\nI1,director,O1,under10\nI2,assistant,O2,under10\nI3,hr,O3,10to49\nI4,director,O4,50plus\nI5,opco,O5,\n",
    );
    let notes = "n1,I1,a\nn2,I1,b\nn3,I2,c\nn4,I3,d\nn5,I4,e\nn6,I4,f\nn7,I2,g\nn8,I5,h\nn9,I1,i\n";
    desk.keep(Kind::Notes, &format!("note_id,interview,text\n{notes}"));
    desk.keep(
        Kind::Codings,
        "interview,note_id,code,scenario,polarity,strength\n\
         I1,n1,D8.levier,S2,+,3\nI1,n2,D8.levier,S2,+,2\nI2,n3,D8.frein,S2,-,3\nI3,n4,D8.levier,S2,+,1\n\
         I4,n5,D8.frein,S1,-,2\nI4,n6,D8.levier,S2,~,2\nI2,n7,D8.levier,S1,+,2\nI5,n8,D6.valeur_ajoutee,S5,+,4\nI1,n9,D8.frein,S5,−,3\n",
    );
    let (s2, _) = desk.study.scenario_by_key("S2").unwrap();
    let of_s2: Vec<Polarity> = desk
        .study
        .records
        .codings
        .values()
        .filter_map(|coding| coding.polarities.get(s2).copied())
        .collect();
    let count = |wanted| of_s2.iter().filter(|polarity| **polarity == wanted).count();
    assert_eq!(
        (
            count(Polarity::Supports),
            count(Polarity::Contradicts),
            count(Polarity::Mixed)
        ),
        (3, 1, 1),
        "S2: 5 excerpts, 3 for, 1 against, 1 mixed"
    );
    assert_eq!(desk.study.records.codings.len(), 9);
    let fault = desk.fault(Kind::Codings, "interview,note_id,code\nI1,n3,D8.frein\n");
    assert_eq!(fault.1, "interview");
    let fault = desk.fault(Kind::Codings, "interview,note_id,code\nI1,n33,D8.frein\n");
    assert_eq!(fault.1, "note_id");
}
