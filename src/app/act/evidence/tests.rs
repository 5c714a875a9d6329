//! The worked example of the counting rules, on the screen.

use crate::app::test_support::Stage;
use crate::app::{At, Effect};
use crate::command::Context;
use crate::i18n::Lang;
use crate::study::Change;
use crate::study::coding::{Coding, Passage};
use crate::study::id::{
    AttributeId, CodeId, CodingId, NoteId, ParticipantId, ScenarioId, SessionId, SubjectId, ValueId,
};
use crate::study::people::{Participant, ParticipantField};
use crate::study::session::{Note, Session};
use crate::study::settings::{Attribute, AttributeData, Value};
use crate::study::word::{AttributeKind, AttributeOf, Consent, NoteKind, Polarity, SessionState};
use std::collections::BTreeMap;

/// Interviews I1 to I5 with nine coded notes, in a study that has an interview withdrawn before, another with words
/// that may not be quoted, and a coded advert.
pub(crate) fn example(lang: Lang) -> Stage {
    use Polarity::{Contradicts, Mixed, Supports};
    let mut stage = Stage::new(lang);
    let label = |text: &str| BTreeMap::from([("fr".to_owned(), text.to_owned())]);
    let size = AttributeId::new("size");
    let attribute = Attribute {
        key: "size".into(),
        of: AttributeOf::Participant,
        kind: AttributeKind::Choice,
        stratum: true,
        labels: label("Effectif"),
        ..Attribute::default()
    };
    let mut changes: Vec<Change> = vec![(size.clone(), attribute).into()];
    let sizes = [("under10", "<10"), ("10to49", "10–49"), ("50plus", "50+")];
    for (at, (key, shown)) in sizes.into_iter().enumerate() {
        let value = Value {
            attribute: size.clone(),
            key: key.into(),
            position: at as i64,
            labels: label(shown),
            ..Value::default()
        };
        changes.push((ValueId::new(key), value).into());
    }
    for (key, size_of, consent) in [
        ("I1", "under10", Consent::Given),
        ("I2", "under10", Consent::Given),
        ("I3", "10to49", Consent::Given),
        ("I4", "50plus", Consent::NoQuote),
        ("I5", "", Consent::Given),
    ] {
        let session = Session {
            key: key.to_owned(),
            subject: SubjectId::new(key),
            state: SessionState::Done,
            ..Session::default()
        };
        changes.push((SessionId::new(key), session).into());
        let mut participant = Participant {
            subject: SubjectId::new(&format!("{key}-p")),
            session: SessionId::new(key),
            consent,
            ..Participant::default()
        };
        if !size_of.is_empty() {
            participant
                .attributes
                .insert(size.clone(), AttributeData::Choice(ValueId::new(size_of)));
        }
        changes.push((ParticipantId::new(&format!("P-{key}")), participant).into());
    }
    let marks = [
        (
            "I1",
            729,
            "D8.levier",
            "S2",
            Supports,
            3,
            "Par blocs, je l’aurais finie en trois mois, et mon équipe aussi.",
        ),
        (
            "I1",
            810,
            "D8.levier",
            "S2",
            Supports,
            2,
            "Un bloc par an, c’est tenable.",
        ),
        (
            "I2",
            1900,
            "D8.frein",
            "S2",
            Contradicts,
            3,
            "Personne n’a le temps de monter un dossier pendant la rentrée.",
        ),
        (
            "I3",
            411,
            "D8.levier",
            "S2",
            Supports,
            1,
            "Pour nous ce serait plus simple.",
        ),
        (
            "I4",
            570,
            "D8.frein",
            "S1",
            Contradicts,
            2,
            "À l’identique, personne ne viendra.",
        ),
        (
            "I4",
            612,
            "D8.levier",
            "S2",
            Mixed,
            2,
            "Si c’était par blocs, peut-être.",
        ),
        (
            "I2",
            95,
            "D8.levier",
            "S1",
            Supports,
            2,
            "Ce qui marche, on le garde.",
        ),
        (
            "I5",
            1200,
            "D8",
            "S2",
            Polarity::Neutral,
            1,
            "La branche n’a pas d’avis.",
        ),
        (
            "I1",
            1500,
            "B1.3",
            "S1",
            Contradicts,
            3,
            "Le référentiel a vieilli.",
        ),
    ];
    for (at, (key, seconds, code, scenario, polarity, strength, text)) in
        marks.into_iter().enumerate()
    {
        let note = NoteId::new(&format!("x{at}"));
        let words = Note {
            session: SessionId::new(key),
            kind: NoteKind::Verbatim,
            t_ms: Some(seconds * 1000),
            text: text.to_owned(),
            ..Note::default()
        };
        changes.push((note.clone(), words).into());
        let coding = Coding {
            passage: Passage::Note(note),
            code: CodeId::new(code),
            coder: if at == 3 { "jl" } else { "am" }.to_owned(),
            strength: Some(strength),
            polarities: BTreeMap::from([(ScenarioId::new(scenario), polarity)]),
            ..Coding::default()
        };
        changes.push((CodingId::new(&format!("c{at}")), coding).into());
    }
    stage.change(changes);
    let advert = Coding {
        passage: stage.passage("annonce", "Connaissance de Qualiopi."),
        code: CodeId::new("B7.3"),
        coder: "am".to_owned(),
        polarities: BTreeMap::from([(ScenarioId::new("S2"), Supports)]),
        ..Coding::default()
    };
    stage.change(vec![(CodingId::new("ad"), advert).into()]);
    stage.run("scenario.choose S2");
    stage.keys("g e");
    stage
}

/// `code excerpts interviews + − ~ =` of the rows that are shown.
fn rows(stage: &Stage) -> Vec<String> {
    let place = &stage.app.places.evidence;
    let shown = place.shown.as_ref().unwrap();
    let keys = [
        "code",
        "n_excerpts",
        "n_interviews",
        "n_supporting",
        "n_contradicting",
        "n_mixed",
        "n_neutral",
    ];
    place
        .rows
        .iter()
        .map(|row| {
            keys.map(|key| match shown.table.cell(*row, key).unwrap() {
                crate::analysis::Cell::Text(text) => text.clone(),
                crate::analysis::Cell::Integer(n) => n.to_string(),
                _ => "total".to_owned(),
            })
            .join(" ")
        })
        .collect()
}

fn put_on(stage: &mut Stage, code: &str) {
    stage.keys("home");
    for _ in 0..20 {
        if stage.app.places.evidence.current_code() == Some(&CodeId::new(code)) {
            return;
        }
        stage.keys("j");
    }
    panic!("no row {code}");
}

#[test]
fn the_table_of_the_scenario_total_first_zeros_included() {
    let mut stage = example(Lang::Fr);
    assert_eq!(
        rows(&stage),
        [
            "total 6 5 2 1 1 1",
            "B1 0 0 0 0 0 0",
            "B1.3 0 0 0 0 0 0",
            "B7 0 0 0 0 0 0",
            "B7.3 0 0 0 0 0 0",
            "D8 1 1 0 0 0 1",
            "D8.levier 4 3 2 0 1 0",
            "D8.frein 1 1 0 1 0 0",
        ]
    );
    stage.keys("m");
    assert_eq!(rows(&stage).len(), 5, "the total and the four gaps");
    stage.keys("m");
    assert_eq!(
        rows(&stage).len(),
        4,
        "the total and the three with evidence"
    );
    stage.keys("m");
    put_on(&mut stage, "D8.frein");
    stage.keys("left");
    assert_eq!(rows(&stage)[0], "total 3 3 1 2 0 0", "the scenario before");
    let code = stage.app.places.evidence.current_code().cloned();
    assert_eq!(
        code,
        Some(CodeId::new("D8.frein")),
        "the cursor stays on the code"
    );
}

#[test]
fn a_withdrawal_takes_the_interview_out_and_is_counted() {
    let mut stage = example(Lang::Fr);
    let withdrawn = |stage: &Stage| {
        let table = &stage.app.places.evidence.shown.as_ref().unwrap().table;
        (table.n_interviews, table.n_withdrawn)
    };
    assert_eq!(withdrawn(&stage), (7, 1));
    let consent = ParticipantField::Consent(Consent::Withdrawn);
    stage.change(vec![(ParticipantId::new("P-I3"), consent).into()]);
    assert_eq!(rows(&stage)[0], "total 5 4 1 1 1 1");
    assert_eq!(withdrawn(&stage), (6, 2));
    stage.keys("u");
    assert_eq!(rows(&stage)[0], "total 6 5 2 1 1 1");
}

#[test]
fn from_a_figure_to_its_passages_to_the_text_and_back_to_the_same_ones() {
    let mut stage = example(Lang::Fr);
    put_on(&mut stage, "D8.levier");
    assert_eq!(stage.app.context(), Context::Evidence);
    stage.keys("enter");
    assert_eq!(stage.app.context(), Context::Passages);
    let shown = |stage: &Stage| {
        let row = stage.app.places.evidence.current_passage().unwrap().clone();
        format!(
            "{} {:?} {}",
            row.reference(),
            row.strength,
            row.polarities[0].1.sign()
        )
    };
    assert_eq!(shown(&stage), "I1 12:09 Some(3) +");
    stage.keys("j j j");
    assert_eq!(shown(&stage), "I4 10:12 Some(2) ~");
    stage.keys("enter");
    assert_eq!(stage.app.at, At::Transcript);
    assert_eq!(
        stage.app.places.get(At::Transcript).coding(),
        Some(CodingId::new("c5"))
    );
    stage.keys("esc");
    assert_eq!(
        (stage.app.at, stage.app.context()),
        (At::Evidence, Context::Passages)
    );
    assert_eq!(shown(&stage), "I4 10:12 Some(2) ~");
    stage.keys("esc");
    assert_eq!(stage.app.context(), Context::Evidence);
    assert_eq!(
        stage.app.places.evidence.current_code(),
        Some(&CodeId::new("D8.levier"))
    );
}

#[test]
fn what_is_said_of_a_passage_here_counts_at_once() {
    let mut stage = example(Lang::Fr);
    put_on(&mut stage, "D8.levier");
    stage.keys("enter m");
    let coding = |stage: &Stage| stage.coding(&CodingId::new("c0")).clone();
    assert_eq!(
        coding(&stage).polarities[&ScenarioId::new("S2")],
        Polarity::Contradicts
    );
    assert_eq!(
        rows(&stage)[6],
        "D8.levier 4 3 1 0 2 0",
        "for and against: mixed"
    );
    stage.keys("f 4 e");
    assert_eq!(
        (coding(&stage).strength, coding(&stage).starred),
        (Some(4), true)
    );
    stage.keys("x");
    assert_eq!(rows(&stage)[6], "D8.levier 3 3 2 0 1 0");
    stage.keys("u u u u");
    assert_eq!(rows(&stage)[6], "D8.levier 4 3 2 0 1 0");
    let place = &stage.app.places.evidence;
    assert!(place.at_passages());
    assert_eq!(place.n_passages, 4);
}

#[test]
fn groups_and_coders_are_asked_for_and_what_is_not_there_is_refused() {
    let mut stage = example(Lang::Fr);
    stage.run("evidence.by size");
    let cell = |stage: &Stage, key: &str| {
        let shown = stage.app.places.evidence.shown.as_ref().unwrap();
        shown.table.cell(0, key).cloned()
    };
    assert_eq!(
        cell(&stage, "n_interviews[under10]"),
        Some(crate::analysis::Cell::Integer(2))
    );
    stage.run("evidence.by no-such");
    assert!(stage.notice().contains("no-such"), "{}", stage.notice());
    assert_eq!(
        stage.app.places.evidence.by.as_deref(),
        Some("size"),
        "what was shown stays"
    );
    stage.keys("b");
    assert_eq!(stage.app.context(), Context::Picker);
    stage.keys("home enter");
    stage.run("evidence.by -");
    assert_eq!(cell(&stage, "n_interviews[under10]"), None);
    stage.run("evidence.coder jl");
    assert_eq!(rows(&stage)[0], "total 1 1 1 0 0 0");
    stage.run("evidence.coder -");
    assert_eq!(rows(&stage)[0], "total 6 5 2 1 1 1");
}

#[test]
fn only_words_that_may_be_quoted_are_copied() {
    let mut stage = example(Lang::Fr);
    put_on(&mut stage, "D8.levier");
    let copied = |effects: Vec<Effect>| {
        effects
            .into_iter()
            .find_map(|effect| match effect {
                Effect::Copy(text) => Some(text),
                _ => None,
            })
            .unwrap()
    };
    let lines = copied(stage.keys("y"));
    assert_eq!(lines.lines().count(), 2, "{lines}");
    assert!(
        lines.starts_with("«\u{a0}Par blocs, je l’aurais finie"),
        "{lines}"
    );
    assert!(
        lines.lines().next().unwrap().ends_with("(I1 12:09)"),
        "{lines}"
    );
    assert!(!lines.contains("peut-être"), "{lines}");
    stage.keys("enter j j j");
    let one = copied(stage.keys("y"));
    assert_eq!(one, "(I4 10:12\u{a0}: citation non consentie)");
}

#[test]
fn quotes_are_picked_by_hand_in_order_and_copied_so() {
    let mut stage = example(Lang::Fr);
    put_on(&mut stage, "D8.levier");
    let copied = |stage: &mut Stage| -> Vec<String> {
        let effects = stage.keys("y");
        let text = effects.into_iter().find_map(|effect| match effect {
            Effect::Copy(text) => Some(text),
            _ => None,
        });
        text.unwrap().lines().map(str::to_owned).collect()
    };
    let before = copied(&mut stage);
    assert!(before.len() > 1, "{before:?}");
    // the second passage first, then the first behind it, then before it
    stage.keys("enter j A-up esc");
    let first = copied(&mut stage);
    stage.keys("enter g g A-up esc");
    assert_eq!(
        copied(&mut stage)[0],
        first[0],
        "behind those picked already"
    );
    let second = copied(&mut stage)[1].clone();
    stage.keys("enter g g A-up esc");
    assert_eq!(copied(&mut stage)[..2], [second, first[0].clone()]);
    let ranks = |stage: &Stage| {
        let work = stage.app.work.as_ref().unwrap();
        let all = work.study().records.codings.values();
        all.filter(|coding| coding.rank.is_some()).count()
    };
    assert_eq!(ranks(&stage), 2);
    // down to the end, and off
    stage.keys("enter g g A-down A-down esc");
    assert_eq!(ranks(&stage), 1);
    assert_eq!(copied(&mut stage)[0], first[0]);
}

#[test]
fn criteria_without_evidence_are_shown_alone() {
    let mut stage = Stage::sample(Lang::Fr);
    stage.run("table.open criteria");
    let states = |stage: &Stage| -> Vec<String> {
        let place = &stage.app.places.table;
        let table = &place.shown.as_ref().unwrap().table;
        let state = |row: &usize| match table.cell(*row, "criterion_state") {
            Some(crate::analysis::Cell::Text(state)) => state.clone(),
            _ => String::new(),
        };
        place.rows.iter().map(state).collect()
    };
    let all = states(&stage);
    stage.keys("m");
    let gaps = states(&stage);
    assert!(!gaps.is_empty() && gaps.iter().all(|state| state != "evidence"));
    stage.keys("m");
    let rest = states(&stage);
    assert!(rest.iter().all(|state| state == "evidence"));
    assert_eq!(gaps.len() + rest.len(), all.len());
    stage.keys("m");
    assert_eq!(states(&stage), all);
}

#[test]
fn the_line_above_the_passages_counts_passages_as_the_cell_does() {
    let mut stage = example(Lang::Fr);
    put_on(&mut stage, "D8.levier");
    let place = &stage.app.places.evidence;
    let (shown, row) = (place.shown.as_ref().unwrap(), place.current_row().unwrap());
    let cell = |key: &str| match shown.table.cell(row, key) {
        Some(crate::analysis::Cell::Integer(n)) => *n as usize,
        _ => 0,
    };
    let study = stage.app.work.as_ref().unwrap().study();
    let n = place.distinct_passages(study);
    assert_eq!(n, cell("n_excerpts") + cell("n_reference_excerpts"));
    assert!(n > 0);
}

#[test]
fn a_code_of_the_codebook_shows_its_passages_in_all_scenarios() {
    let mut stage = example(Lang::Fr);
    put_on(&mut stage, "D8.levier");
    stage.keys("D");
    assert_eq!(stage.app.at, At::Codebook);
    assert_eq!(
        stage.app.places.codebook.current(),
        Some(&CodeId::new("D8.levier"))
    );
    stage.run("codebook.passages");
    assert_eq!(
        (stage.app.at, stage.app.context()),
        (At::Passages, Context::Passages)
    );
    assert_eq!(stage.app.places.passages.n_passages, 5);
    stage.keys("j j enter");
    assert_eq!(stage.app.at, At::Transcript);
    stage.keys("esc");
    let here = stage.app.places.passages.current_passage().unwrap();
    assert_eq!(here.reference(), "I2 01:35");
    stage.keys("esc");
    assert_eq!(stage.app.at, At::Codebook);
}

#[test]
fn a_search_finds_codes_by_label_and_passages_by_words() {
    let mut stage = example(Lang::Fr);
    stage.run("search.open LEVIER");
    assert_eq!(
        stage.app.places.evidence.current_code(),
        Some(&CodeId::new("D8.levier"))
    );
    stage.keys("enter");
    stage.run("search.open plus simple");
    let here = stage.app.places.evidence.current_passage().unwrap();
    assert_eq!(here.source, "I3");
    stage.run("search.open nowhere at all");
    assert!(stage.notice().contains("nowhere at all"));
}

#[test]
fn other_tables_scroll_and_lead_to_passages() {
    let mut stage = example(Lang::Fr);
    stage.run("table.open codes");
    assert_eq!(
        (stage.app.at, stage.app.context()),
        (At::Table, Context::Table)
    );
    stage.keys("right");
    assert_eq!(stage.app.places.table.column, 1);
    stage.keys("left");
    stage.keys("end enter");
    assert_eq!(stage.app.context(), Context::Passages);
    assert_eq!(stage.app.places.table.n_passages, 2);
    stage.keys("esc esc");
    assert_eq!(stage.app.at, At::Evidence);
    stage.run("table.open cods");
    assert!(stage.notice().contains("codes"), "{}", stage.notice());
}

#[test]
fn the_rule_opens_and_closes_without_leaving() {
    let mut stage = example(Lang::Fr);
    stage.keys("%");
    assert!(stage.app.places.evidence.rule_open);
    stage.keys("esc");
    assert!(!stage.app.places.evidence.rule_open);
    assert_eq!(stage.app.at, At::Evidence);
}

#[test]
fn a_large_study_is_counted_away_from_the_screen() {
    let mut stage = example(Lang::Fr);
    let note = Passage::Note(NoteId::new("x0"));
    let many = (0..=crate::app::place::evidence::LARGE)
        .map(|at| {
            let coding = Coding {
                passage: note.clone(),
                code: CodeId::new("B1"),
                coder: format!("c{at}"),
                polarities: BTreeMap::from([(ScenarioId::new("S2"), Polarity::Supports)]),
                ..Coding::default()
            };
            (CodingId::new(&format!("many{at}")), coding).into()
        })
        .collect();
    stage.change(many);
    let effects = stage.keys("j");
    assert_eq!(rows(&stage)[1], "B1 0 0 0 0 0 0", "the table before stays");
    assert!(stage.app.places.evidence.is_stale());
    let job = effects
        .into_iter()
        .find_map(|effect| match effect {
            Effect::Job(job) => Some(job),
            _ => None,
        })
        .unwrap();
    let done = job();
    stage.app.handle(crate::app::Event::Done(done));
    assert_eq!(rows(&stage)[1], "B1 1 1 1 0 0 0");
    assert!(!stage.app.places.evidence.is_stale());
}

#[test]
fn rows_that_begin_with_the_same_code_are_told_apart() {
    let mut stage = Stage::sample(Lang::Fr);
    stage.run("table.open cooccurrence");
    let rows = stage.app.places.table.rows.len();
    assert!(rows > 3, "{rows}");
    for at in 1..rows {
        stage.keys("j");
        assert_eq!(stage.app.places.table.list.at, at);
    }
}

#[test]
fn passages_of_a_large_table_keep_the_keys_while_it_is_counted_anew() {
    let mut stage = example(Lang::Fr);
    let note = Passage::Note(NoteId::new("x0"));
    let coding = |at: usize| {
        let coding = Coding {
            passage: note.clone(),
            code: CodeId::new("B1"),
            coder: format!("c{at}"),
            ..Coding::default()
        };
        (CodingId::new(&format!("many{at:06}")), coding).into()
    };
    let many = (0..=crate::app::place::evidence::LARGE)
        .map(coding)
        .collect();
    stage.change(many);
    stage.run("table.open codes");
    let effects = stage.app.handle(crate::app::Event::Saved);
    work_off(&mut stage, effects);
    let at_b1 = |stage: &Stage| {
        let place = &stage.app.places.table;
        place.current_code() == Some(&CodeId::new("B1")) && place.in_passages
    };
    for _ in 0..20 {
        if stage.app.places.table.current_code() != Some(&CodeId::new("B1")) {
            stage.keys("j");
        }
    }
    stage.keys("enter");
    assert!(at_b1(&stage));
    stage.keys("j j enter");
    assert_eq!(stage.app.at, At::Transcript);
    let passage = stage.app.places.table.passages.at;
    stage.change(vec![coding(999_999)]);
    let mut effects = stage.keys("esc");
    assert_eq!(stage.app.at, At::Table);
    assert!(stage.app.places.table.is_stale() && at_b1(&stage));
    assert_eq!(stage.app.places.table.passages.at, passage);
    effects.extend(stage.keys("j"));
    assert_eq!(stage.app.places.table.passages.at, passage + 1);
    work_off(&mut stage, effects);
    assert!(!stage.app.places.table.is_stale() && at_b1(&stage));
    assert_eq!(stage.app.places.table.passages.at, passage + 1);
}

#[test]
fn the_log_leads_to_what_was_coded() {
    let mut stage = example(Lang::Fr);
    put_on(&mut stage, "D8.levier");
    stage.keys("enter f 1 g h");
    saved(&mut stage);
    assert_eq!(stage.app.at, At::Log);
    stage.keys("enter");
    assert_eq!(stage.app.at, At::Transcript);
    assert_eq!(
        stage.app.places.get(At::Transcript).coding(),
        Some(CodingId::new("c0"))
    );
    stage.keys("u esc");
    saved(&mut stage);
    stage.run("search.open force");
    let place = &stage.app.places.log;
    let found = place.current().unwrap();
    assert!(found.undoes.is_some() || found.undone, "{found:?}");
}

/// What was done is on the disk, and the screen is told.
fn saved(stage: &mut Stage) {
    stage.app.settle().unwrap();
    stage.app.handle(crate::app::Event::Saved);
}

/// Runs the job that a command asked for.
fn work_off(stage: &mut Stage, effects: Vec<Effect>) {
    for effect in effects {
        if let Effect::Job(job) = effect {
            let done = job();
            stage.app.handle(crate::app::Event::Done(done));
        }
    }
}

#[test]
fn the_table_is_written_where_it_is_wanted() {
    let mut stage = example(Lang::Fr);
    stage.keys("e");
    stage.types("csv");
    stage.keys("enter");
    let effects = stage.keys("enter");
    work_off(&mut stage, effects);
    assert!(
        stage.notice().contains("evidence-S2.csv"),
        "{}",
        stage.notice()
    );
    let exports = stage.app.work.as_ref().unwrap().store.exports_dir();
    let csv = std::fs::read_to_string(exports.join("evidence-S2.csv")).unwrap();
    assert!(
        csv.lines().nth(1).unwrap().starts_with("S2,,6,3,1,1,1,1,5"),
        "{csv}"
    );
    let other = stage.dir().join("t.json");
    stage.run(&format!("evidence.export {}", other.display()));
    let effects = stage.keys("j");
    work_off(&mut stage, effects);
    let json = std::fs::read_to_string(&other).unwrap();
    assert!(json.contains("\"n_withdrawn\": 1"), "{json}");
    assert!(!json.contains("peut-être"), "words that may not be quoted");
    stage.run("evidence.export /no/such/folder/t.md");
    let effects = stage.keys("j");
    work_off(&mut stage, effects);
    assert!(
        stage.notice().contains("/no/such/folder"),
        "{}",
        stage.notice()
    );
}

#[test]
fn a_file_that_is_there_is_asked_about() {
    let mut stage = example(Lang::Fr);
    let exports = stage.app.work.as_ref().unwrap().store.exports_dir();
    std::fs::create_dir_all(&exports).unwrap();
    let file = exports.join("evidence-S2.md");
    std::fs::write(&file, "mine").unwrap();
    let kept = |stage: &mut Stage, answer: &str| {
        stage.keys("e");
        stage.types("markdown");
        stage.keys("enter enter");
        assert_eq!(stage.app.context(), Context::Confirm);
        let effects = stage.keys(answer);
        work_off(stage, effects);
        std::fs::read_to_string(&file).unwrap() == "mine"
    };
    assert!(
        kept(&mut stage, "enter"),
        "the first answer is the harmless one"
    );
    assert!(!kept(&mut stage, "down enter"));
}

#[test]
fn a_query_is_a_table_whose_rows_lead_to_their_passages() {
    let mut stage = example(Lang::En);
    stage.keys("g F");
    stage.types("D8.levier[S2=+] or");
    stage.keys("enter");
    assert!(
        stage.notice().contains("character 19"),
        "{}",
        stage.notice()
    );
    stage.run("query.open D8.levier[S2=+]");
    assert_eq!(stage.app.at, At::Table);
    let shown = stage.app.places.table.shown.as_ref().unwrap();
    let n = shown.table.rows.len();
    assert!(n > 0);
    stage.run("query.open D8.levier[S2=+, interview=I1]");
    let fewer = stage.app.places.table.shown.as_ref().unwrap();
    assert!(fewer.table.rows.len() < n);
    stage.keys("enter");
    assert!(stage.app.places.table.in_passages);
    stage.keys("enter");
    assert_eq!(stage.app.at, At::Transcript);
    stage.keys("esc");
    assert_eq!(stage.app.at, At::Table);
    stage.run("query.open D8.nothing");
    assert!(stage.notice().contains("D8.nothing"), "{}", stage.notice());
    let shown = stage.app.places.table.shown.as_ref().unwrap();
    assert!(
        !shown.table.rows.is_empty(),
        "the table before is still there"
    );
}

#[test]
fn every_cell_of_a_matrix_leads_to_the_passages_it_counts() {
    use crate::analysis::Cell;
    let mut stage = Stage::sample(Lang::Fr);
    for by in ["-", "size"] {
        stage.run("table.open matrix");
        stage.run(&format!("evidence.by {by}"));
        let (rows, columns) = {
            let table = &stage.app.places.table.shown.as_ref().unwrap().table;
            (table.rows.len(), table.columns.len())
        };
        let mut met = 0;
        for row in 0..rows {
            for column in 1..columns {
                stage.app.places.table.list.at = row;
                stage.app.places.table.column = column;
                stage.run("cursor.last");
                stage.run("cursor.first");
                for _ in 0..row {
                    stage.run("cursor.down");
                }
                let place = &stage.app.places.table;
                assert_eq!(place.list.at, row);
                let table = &place.shown.as_ref().unwrap().table;
                let key = &table.columns[column].key;
                let Cell::Integer(n) = table.rows[row].cells[column] else {
                    continue;
                };
                let study = stage.study();
                let behind = place.current_passages();
                let distinct = if key.starts_with("n_interviews") {
                    let sessions = behind.iter().map(|id| {
                        let coding = &study.records.codings[id];
                        study.session_of_passage(&coding.passage).cloned()
                    });
                    sessions.collect::<std::collections::BTreeSet<_>>().len()
                } else {
                    let passages = behind.iter().map(|id| {
                        let passage = &study.records.codings[id].passage;
                        format!("{:?}", study.passage_now(&study.records.codings[id]))
                            + &format!("{:?}", matches!(passage, Passage::Note(_)))
                    });
                    passages.collect::<std::collections::BTreeSet<_>>().len()
                };
                assert_eq!(i64::try_from(distinct).unwrap(), n, "{by} {row} {key}");
                met += n;
            }
        }
        assert!(met > 20, "{met}");
    }
}

#[test]
fn a_table_is_sorted_narrowed_and_drawn_by_keys() {
    let mut stage = Stage::sample(Lang::Fr);
    let first = |stage: &Stage| {
        let table = &stage.app.places.table.shown.as_ref().unwrap().table;
        table.rows[0].cells.clone()
    };
    stage.run("table.open codes");
    let before = first(&stage);
    stage.keys("right o");
    let most = first(&stage);
    assert_ne!(before, most);
    assert!(
        stage.notice().contains("du plus grand"),
        "{}",
        stage.notice()
    );
    stage.keys("o");
    assert!(
        stage.notice().contains("du plus petit"),
        "{}",
        stage.notice()
    );
    stage.keys("o");
    assert_eq!(first(&stage), before);
    stage.run("table.sort no_such_column");
    assert!(
        stage.notice().contains("no_such_column"),
        "{}",
        stage.notice()
    );
    assert_eq!(first(&stage), before);
    stage.keys("t");
    assert!(stage.notice().contains("ne se compte pas ainsi"));
    stage.keys("p");
    assert!(stage.notice().contains("ne se compte pas ainsi"));
    stage.run("table.scenario S9");
    assert!(stage.notice().contains("S9"), "{}", stage.notice());
    stage.run("table.scenario S2");
    let table = &stage.app.places.table.shown.as_ref().unwrap().table;
    assert_eq!(table.filters.scenario.as_deref(), Some("S2"));
    stage.run("table.open coders");
    stage.run("table.unit sentence");
    assert_eq!(
        stage.app.places.table.asked.unit,
        Some(crate::analysis::Unit::Sentence)
    );
    stage.run("table.unit word");
    assert!(stage.notice().contains("word"), "{}", stage.notice());
}
