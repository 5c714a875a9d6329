//! The board and its acts, by keys.

use crate::app::At;
use crate::app::layer::Layer;
use crate::app::place::board::Stand;
use crate::app::test_support::Stage;
use crate::i18n::Lang;
use crate::study::guide::Guide;
use crate::study::id::{AttributeId, GuideId, SessionId, ValueId};
use crate::study::settings::{Attribute, Value};
use crate::study::word::{AttributeKind, AttributeOf, Consent, SessionState, YesNo};

fn board() -> Stage {
    let mut stage = Stage::new(Lang::En);
    stage.keys("g s");
    stage
}

fn with_attributes() -> Stage {
    let mut stage = board();
    let attribute = |key: &str, of, kind| {
        let attribute = Attribute {
            key: key.to_owned(),
            of,
            kind,
            stratum: kind == AttributeKind::Choice,
            ..Attribute::default()
        };
        (AttributeId::new(key), attribute).into()
    };
    let value = |key: &str| {
        let value = Value {
            attribute: AttributeId::new("size"),
            key: key.to_owned(),
            ..Value::default()
        };
        (ValueId::new(key), value).into()
    };
    stage.change(vec![
        attribute("size", AttributeOf::Organisation, AttributeKind::Choice),
        attribute("years", AttributeOf::Participant, AttributeKind::Number),
        value("under10"),
        value("50plus"),
    ]);
    stage
}

fn keys(stage: &Stage) -> Vec<String> {
    stage
        .app
        .places
        .board
        .rows
        .iter()
        .map(|row| row.key.clone())
        .collect()
}

#[test]
fn a_new_interview_goes_on_counting_and_undo_takes_it_back() {
    let mut stage = board();
    stage.keys("a");
    stage.keys("tab tab");
    stage.types("2026-03-14 14:00");
    stage.keys("enter");
    assert_eq!(keys(&stage), ["E02", "E07", "E09", "E10"]);
    let board = &stage.app.places.board;
    assert_eq!(board.rows[board.list.at].key, "E10");
    assert!(board.rows[3].date.is_some());
    stage.keys("u");
    assert_eq!(keys(&stage), ["E02", "E07", "E09"]);
    assert!(stage.notice().contains("E10"), "{}", stage.notice());
}

#[test]
fn a_moment_that_is_none_is_refused_in_its_field() {
    let mut stage = board();
    stage.keys("a tab tab");
    stage.types("tomorrow");
    stage.keys("enter");
    let Some(Layer::Form(form)) = stage.app.layers.last() else {
        panic!("the form went away");
    };
    assert_eq!(form.current().unwrap().key, "planned");
    assert!(form.refused.is_some());
    assert_eq!(keys(&stage).len(), 3);
}

#[test]
fn a_taken_key_is_refused() {
    let mut stage = board();
    stage.run("session.new E07");
    assert_eq!(keys(&stage).len(), 3);
    assert!(stage.notice().contains("E07"));
}

#[test]
fn deleting_asks_takes_everything_along_and_can_be_undone() {
    let mut stage = board();
    stage.keys("down x");
    assert!(matches!(stage.app.layers.last(), Some(Layer::Confirm(_))));
    stage.keys("enter");
    assert_eq!(keys(&stage).len(), 3, "the first answer keeps");
    stage.keys("x y");
    assert_eq!(keys(&stage), ["E02", "E09"]);
    assert!(
        stage
            .study()
            .documents_of(&SessionId::new("E07"))
            .is_empty()
    );
    stage.keys("u");
    assert_eq!(keys(&stage), ["E02", "E07", "E09"]);
    assert_eq!(stage.study().documents_of(&SessionId::new("E07")).len(), 1);
}

#[test]
fn rows_say_what_there_is_and_nothing_of_who_withdrew() {
    let mut stage = board();
    let passage = stage.passage("E07", "trois semaines en mars");
    stage.keys("down");
    let board = &stage.app.places.board;
    let row = |key: &str| board.rows.iter().find(|row| row.key == key).unwrap();
    assert_eq!(row("E02").notes, 2);
    assert_eq!(row("E02").stand, Stand::Stated(SessionState::Done));
    assert_eq!(row("E07").turns, 6);
    assert_eq!(row("E07").stand, Stand::Transcribed);
    let gone = row("E09");
    assert_eq!((gone.turns, gone.consent), (0, Consent::Withdrawn));
    assert_eq!((board.sums.interviews, board.sums.withdrawn), (2, 1));
    let coding = crate::study::coding::Coding {
        passage,
        code: crate::study::id::CodeId::new("B1.3"),
        ..Default::default()
    };
    stage.change(vec![(crate::study::id::CodingId::new("c"), coding).into()]);
    let row = &stage.app.places.board.rows[1];
    assert_eq!(row.codings, 1);
    assert!(matches!(row.stand, Stand::Coded(1..=10)), "{:?}", row.stand);
}

#[test]
fn withdrawing_says_what_follows_first() {
    let mut stage = board();
    stage.keys("down C");
    stage.types("yw");
    stage.keys("enter");
    assert!(matches!(stage.app.layers.last(), Some(Layer::Confirm(_))));
    let consent = |stage: &Stage| stage.study().session_consent(&SessionId::new("E07"));
    assert_eq!(consent(&stage), Consent::Given);
    stage.keys("y");
    assert_eq!(consent(&stage), Consent::Withdrawn);
    assert_eq!(stage.app.places.board.sums.withdrawn, 2);
    stage.keys("u");
    assert_eq!(consent(&stage), Consent::Given);
    stage.run("session.consent no-quote");
    assert_eq!(consent(&stage), Consent::NoQuote);
}

/// A form with two things to tell.
const FORM: &str = "schema = 1\n[consent]\nversion = \"v2\"\nitems = [{ key = \"aim\", label = \"what for\" }, \
                    { key = \"storage\", label = \"kept two years\" }]\n";

#[test]
fn the_sheet_takes_one_key_an_answer_and_says_who_wrote_it() {
    let mut stage = board();
    let guide = Guide {
        number: 1,
        source: FORM.to_owned(),
    };
    stage.change(vec![(GuideId::new("g1"), guide).into()]);
    let person = |stage: &Stage| {
        let study = stage.study();
        let (_, person) = study.participants_of(&SessionId::new("E07"))[0];
        person.clone()
    };
    stage.keys("down C");
    // told, not told, may be recorded, quoted after reading, not contacted, asked at the end
    stage.types("ynyany");
    assert_eq!(
        person(&stage).consent,
        Consent::Given,
        "nothing before Enter"
    );
    stage.keys("enter");
    let said = person(&stage);
    assert!(said.informed["aim"]);
    assert!(!said.informed["storage"]);
    assert_eq!(said.consent, Consent::AfterReading);
    assert_eq!(
        (said.recording, said.contact, said.closing),
        (YesNo::Yes, YesNo::No, YesNo::Yes)
    );
    assert_eq!(
        (said.consent_by.as_str(), said.consent_form.as_str()),
        ("am", "v2")
    );
    assert_eq!(said.consent_at, Some((stage.app.now)()));
    // kept as it is, nothing is said anew; undone, all of it goes
    let before = stage.study().head;
    stage.keys("C enter");
    assert_eq!(stage.study().head, before);
    stage.keys("u");
    assert_eq!(person(&stage).consent_by, "");
    stage.keys("C");
    stage.types("n");
    stage.keys("esc");
    assert_eq!(person(&stage).informed.len(), 0);
}

#[test]
fn the_sheet_lies_over_a_call_and_leaves_what_is_typed() {
    let mut stage = Stage::call(Lang::Fr, "E13");
    stage.types("trois sem");
    stage.keys("esc c");
    assert!(matches!(stage.app.layers.last(), Some(Layer::Form(_))));
    stage.types("o");
    stage.keys("enter");
    stage.types("aines");
    assert_eq!(stage.app.places.live.entry.text(), "trois semaines");
}

#[test]
fn states_are_chosen_or_said() {
    let mut stage = board();
    stage.run("session.state planned");
    let state = |stage: &Stage| stage.study().records.sessions[&SessionId::new("E02")].state;
    assert_eq!(state(&stage), SessionState::Planned);
    stage.keys("s");
    stage.types("refused");
    stage.keys("enter");
    assert_eq!(state(&stage), SessionState::Refused);
}

#[test]
fn a_form_has_the_attributes_of_the_study_and_refuses_what_they_do_not_take() {
    let mut stage = with_attributes();
    stage.keys("p S-tab");
    stage.types("many");
    stage.keys("enter");
    let Some(Layer::Form(form)) = stage.app.layers.last() else {
        panic!("the form went away");
    };
    assert!(form.refused.is_some());
    stage.keys("C-u");
    stage.types("12");
    stage.keys("enter");
    let study = stage.study();
    let people = study.participants_of(&SessionId::new("E02"));
    let held = &people[0].1.attributes[&AttributeId::new("years")];
    assert_eq!(study.data_text(held), "12");
}

#[test]
fn an_organisation_is_made_once_and_fills_the_column_of_its_stratum() {
    let mut stage = with_attributes();
    stage.keys("o");
    stage.types("ORG1");
    stage.keys("tab");
    stage.types("5");
    stage.keys("enter");
    assert_eq!(stage.app.places.board.rows[0].strata, ["50plus"]);
    assert_eq!(stage.app.places.board.rows[0].organisation, "ORG1");
    stage.keys("down");
    stage.run("organisation.edit ORG1");
    assert_eq!(stage.study().records.organisations.len(), 1);
    assert_eq!(stage.app.places.board.rows[1].strata, ["50plus"]);
}

#[test]
fn participants_are_added_and_removed_after_a_question() {
    let mut stage = board();
    let people = |stage: &Stage| stage.study().participants_of(&SessionId::new("E02")).len();
    stage.run("participant.add P2");
    assert_eq!(people(&stage), 2);
    stage.keys("X");
    stage.types("P2");
    stage.keys("enter y");
    assert_eq!(people(&stage), 1);
}

#[test]
fn enter_opens_the_transcript_and_esc_comes_back_to_the_row() {
    let mut stage = board();
    stage.keys("down enter");
    assert_eq!(stage.app.at, At::Transcript);
    stage.keys("esc");
    assert_eq!(stage.app.at, At::Board);
    assert_eq!(stage.app.places.board.list.at, 1);
}

#[test]
fn reference_texts_have_a_list_of_their_own() {
    let mut stage = board();
    stage.keys("g r");
    assert_eq!(stage.app.places.references.rows.len(), 1);
    stage.run("reference.rename fiche");
    assert_eq!(stage.app.places.references.rows[0].key, "fiche");
    stage.keys("x y");
    assert!(stage.app.places.references.rows.is_empty());
    stage.keys("u enter");
    assert_eq!(stage.app.at, At::Transcript);
}
