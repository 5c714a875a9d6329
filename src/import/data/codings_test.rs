//! Passages, codings, withdrawn interviews, the worked example.

use super::Kind;
use super::desk_test::{Desk, desk, warned};
use crate::study::word::{Origin, Polarity};

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
