//! What each kind of file keeps, and what it refuses.

use super::Kind;
use super::desk_test::{Desk, STUDY, desk, warned};
use crate::study::settings::AttributeData;
use crate::study::word::{AnswerState, Consent};

#[test]
fn a_kind_is_told_by_its_header_alone() {
    for (text, kind) in [
        (
            "interview,certification,consent\n",
            Some(Kind::Participants),
        ),
        ("certification,level\n", Some(Kind::Certifications)),
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
            "one of given, no-quote, after-reading, withdrawn",
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
            "schema = 1\n[[section]]\nkey = \"a\"\ntitle = \"\\u001b[2J\"\n",
            4,
        ),
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
        Some(1),
        "nobody was interviewed with it"
    );
}

#[test]
fn nothing_in_a_cell_can_command_a_terminal() {
    let mut desk = Desk::default();
    let hostile = "a\u{1b}[2J\u{202e}b\0\u{301}";
    let text = format!(
        "schema = 1\nname = \"{}\"\n[[scenario]]\nkey = \"S\u{202e}1\"\n",
        "x\u{1b}".replace('\u{1b}', "\\u001b")
    );
    let (changes, report) = desk.read(Kind::Study, &text);
    assert_eq!(report.problems, []);
    desk.apply(changes);
    for (kind, text) in [
        (
            Kind::Codebook,
            format!("key,label,definition\nB1,{hostile},{hostile}\n{hostile},,\n"),
        ),
        (
            Kind::Participants,
            format!(
                "interview,speaker,role,organisation\n{hostile},{hostile},{hostile},{hostile}\n"
            ),
        ),
        (
            Kind::Sessions,
            format!("interview,state,mode,debrief_{hostile}\nE1,done,{hostile},{hostile}\n"),
        ),
        (
            Kind::Notes,
            format!(
                "interview,text,note_id,flags,question\nE1,{hostile},{hostile},{hostile},{hostile}\n"
            ),
        ),
        (
            Kind::Answers,
            format!("interview,question,value,part\nE1,{hostile},{hostile},{hostile}\n"),
        ),
        (
            Kind::Codings,
            format!("interview,note_id,code,coder,memo\nE1,{hostile},B1,{hostile},{hostile}\n"),
        ),
    ] {
        desk.keep(kind, &text);
    }
    for record in desk.study.records.all() {
        let kept = format!("{record:?}");
        let bad = ["\\u{1b}", "\\0", "\\u{202e}", "\u{202e}"]
            .into_iter()
            .find(|bad| kept.contains(bad));
        assert_eq!(bad, None, "{kept}");
    }
}
