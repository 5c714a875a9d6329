//! Answers in a call of the sample study, by keys.

use super::place::live::answer;
use super::place::live::rail::Sign;
use super::test_support::Stage;
use crate::i18n::Lang;
use crate::study::edit::answers_to;
use crate::study::session::{Answer, Note};
use crate::study::settings::AttributeData;
use crate::study::word::{AnswerState, NoteKind};

/// A call of E13, who has passed the certificate, two minutes old, at a question.
fn call(question: &str) -> Stage {
    let mut stage = Stage::call(Lang::En, "E13");
    stage.at(120);
    stage.run(&format!("question.jump {question}"));
    stage
}

fn answers(stage: &Stage, question: &str) -> Vec<Answer> {
    let (id, _) = stage.study().session_by_key("E13").unwrap();
    let list = answers_to(stage.study(), id, question);
    list.into_iter().cloned().collect()
}

fn notes(stage: &Stage) -> Vec<Note> {
    let (id, _) = stage.study().session_by_key("E13").unwrap();
    let list = stage.study().notes_of(id);
    list.into_iter().map(|(_, note)| note.clone()).collect()
}

/// `part or card: value state`, in the order of parts.
fn given(stage: &Stage, question: &str) -> Vec<String> {
    let study = stage.study();
    let mut list: Vec<String> = answers(stage, question)
        .iter()
        .map(|answer| {
            let card = answer
                .scenario
                .as_ref()
                .map(|id| study.records.scenarios[id].key.clone());
            let name = card.unwrap_or_else(|| answer.part.clone());
            format!("{name}: {} {}", answer.value, answer.state.as_str())
        })
        .collect();
    list.sort();
    list
}

#[test]
fn a_count_is_typed_in_the_line_while_the_note_waits() {
    let mut stage = call("2.2");
    stage.types("elles sont");
    stage.keys("C-r");
    stage.at(125);
    stage.types("12");
    assert_eq!(stage.app.places.live.entry.text(), "elles sont");
    stage.keys("enter");
    let answer = answers(&stage, "2.2")[0].clone();
    assert_eq!(
        (answer.value.as_str(), answer.state),
        ("12", AnswerState::Answered)
    );
    assert_eq!(
        (answer.unit.as_str(), answer.t_ms),
        ("personnes", Some(125_000))
    );
    assert!(stage.app.places.live.answer.is_none());
    stage.types(" peu");
    stage.keys("enter");
    assert_eq!(notes(&stage)[0].text, "elles sont peu");
    assert_eq!(
        notes(&stage)[0].t_ms,
        Some(120_000),
        "the note keeps its own time"
    );
}

#[test]
fn every_form_of_a_count_and_every_sign_is_kept() {
    for (typed, value, state) in [
        ("~12", "~12", AnswerState::Answered),
        ("3-5", "3-5", AnswerState::Answered),
        ("0", "0", AnswerState::Answered),
        ("?", "", AnswerState::Unknown),
        ("x", "", AnswerState::Refused),
        ("n", "", AnswerState::NotApplicable),
    ] {
        let mut stage = call("6.1");
        stage.keys("C-r");
        stage.types(typed);
        stage.keys("enter");
        let answer = answers(&stage, "6.1")[0].clone();
        assert_eq!(
            (answer.value.as_str(), answer.state),
            (value, state),
            "{typed}"
        );
    }
    let mut stage = call("6.1");
    stage.keys("C-r enter");
    assert!(
        answers(&stage, "6.1").is_empty(),
        "blank is no answer, and never zero"
    );
}

#[test]
fn what_is_no_answer_is_kept_as_typed_and_counts_nowhere() {
    for (question, typed, kept) in [
        ("6.1", "12x", "12x"),
        ("6.1", "9-3", "9-3"),
        ("4.4", "7", "7"),
        ("5.1", "9", "9"),
    ] {
        let mut stage = call(question);
        stage.keys("C-r");
        stage.types(typed);
        stage.keys("enter");
        let answer = answers(&stage, question)[0].clone();
        assert_eq!(
            (answer.value.as_str(), answer.state),
            ("", AnswerState::Partial)
        );
        let note = notes(&stage)[0].clone();
        assert_eq!((note.text.as_str(), note.kind), (kept, NoteKind::Figure));
        assert_eq!(
            (note.flags, note.question.as_str()),
            (vec!["verify".to_owned()], question)
        );
        assert!(stage.notice().contains(typed), "{}", stage.notice());
        // One key takes both back.
        stage.keys("esc u");
        assert!(notes(&stage).is_empty() && answers(&stage, question).is_empty());
    }
}

#[test]
fn the_last_answer_counts_and_the_log_has_both() {
    let mut stage = call("6.1");
    for typed in ["12", "14"] {
        stage.keys("C-r");
        stage.types(typed);
        stage.keys("enter");
    }
    assert_eq!(given(&stage, "6.1"), [": 14 answered"]);
    stage.keys("esc u");
    assert_eq!(given(&stage, "6.1"), [": 12 answered"]);
}

#[test]
fn six_cards_are_rated_in_the_order_they_are_shown() {
    let mut stage = call("7.1");
    stage.keys("f3");
    let study = stage.study();
    let order = study
        .session_by_key("E13")
        .unwrap()
        .1
        .scenario_order
        .clone();
    assert_eq!(order.len(), 6);
    stage.keys("C-r 5 4 3 x ? 1");
    let rated = answers(&stage, "7.1");
    let of = |at: usize| {
        rated
            .iter()
            .find(|a| a.scenario.as_ref() == Some(&order[at]))
            .unwrap()
    };
    assert_eq!(of(0).value, "5");
    assert_eq!(of(2).value, "3");
    assert_eq!(of(3).state, AnswerState::Refused);
    assert_eq!(of(4).state, AnswerState::Unknown);
    assert_eq!(of(5).value, "1");
    assert!(
        stage.app.places.live.answer.is_none(),
        "the last card closes the answer"
    );
    stage.keys("esc u");
    assert!(answers(&stage, "7.1").is_empty(), "six cards are one act");
}

#[test]
fn a_card_may_stay_blank_and_be_gone_back_to() {
    let mut stage = call("7.1");
    // The second stays blank; the third is given, gone back to, and given anew.
    stage.keys("C-r 5 space 3 backspace backspace 2 enter");
    assert_eq!(given(&stage, "7.1"), ["S0: 5 answered", "S2: 2 answered"]);
}

#[test]
fn the_digit_row_without_shift_is_digits_where_a_digit_is_the_answer() {
    let mut stage = call("7.1");
    stage.app.keymap = crate::keymap::Keymap::shipped("azerty");
    stage.keys("C-r");
    stage.types("(é\"&'");
    stage.types("(");
    assert_eq!(
        given(&stage, "7.1"),
        ["S0: 5", "S1: 2", "S2: 3", "S3: 1", "S4: 4", "S5: 5"].map(|row| format!("{row} answered"))
    );
    // In a count they are text: a dash is a dash.
    stage.run("question.jump 6.1");
    stage.keys("C-r");
    stage.types("3-5");
    stage.keys("enter");
    assert_eq!(given(&stage, "6.1"), [": 3-5 answered"]);
}

#[test]
fn a_choice_is_a_digit_or_the_beginning_of_its_words() {
    let mut stage = call("5.1");
    stage.keys("C-r 2");
    assert_eq!(given(&stage, "5.1"), [": de nom answered"]);
    stage.keys("C-r");
    stage.types("no");
    stage.keys("enter");
    assert_eq!(given(&stage, "5.1"), [": non answered"]);
    // The guide skips what depends on it, and says why.
    let railed = stage.app.places.live.rail.question("5.2").unwrap();
    assert!(railed.muted.is_some());
    stage.keys("tab");
    assert_eq!(
        stage.app.places.live.line.question, "5.4",
        "5.2 and 5.3 are skipped"
    );
}

#[test]
fn an_allocation_stays_in_part_until_it_is_a_hundred() {
    let mut stage = call("2.4");
    stage.keys("C-r");
    stage.types("45");
    stage.keys("tab");
    stage.types("15");
    stage.keys("enter");
    assert_eq!(
        given(&stage, "2.4"),
        ["dossiers: 45 partial", "logistique: 15 partial"]
    );
    // Taken up again, it goes on where nothing was said yet.
    stage.keys("C-r");
    stage.types("40");
    stage.keys("enter");
    assert_eq!(
        given(&stage, "2.4"),
        [
            "accueil: 40 answered",
            "dossiers: 45 answered",
            "logistique: 15 answered"
        ]
    );
    stage.keys("C-r");
    stage.types("20");
    stage.keys("enter");
    assert!(stage.notice().contains("120"), "{}", stage.notice());
    assert_eq!(notes(&stage)[0].text, "suivi des apprenants 20");
    assert_eq!(
        given(&stage, "2.4"),
        [
            ":  partial",
            "accueil: 40 answered",
            "dossiers: 45 answered",
            "logistique: 15 answered"
        ],
        "too much is no share"
    );
}

#[test]
fn a_list_is_typed_field_by_field() {
    let mut stage = call("5.4");
    stage.keys("C-r");
    for words in ["TP Secrétaire assistant", "connu", "Assistant RH"] {
        stage.types(words);
        stage.keys("tab");
    }
    stage.keys("enter");
    assert_eq!(
        given(&stage, "5.4"),
        [
            "1.intitulé: TP Secrétaire assistant answered",
            "1.pourquoi: connu answered",
            "2.intitulé: Assistant RH answered"
        ]
    );
    stage.keys("C-r");
    stage.types("autre");
    stage.keys("enter");
    assert_eq!(
        given(&stage, "5.4").last().unwrap(),
        "3.intitulé: autre answered"
    );
}

#[test]
fn an_incident_has_four_parts() {
    let mut stage = call("3.1");
    stage.keys("C-r");
    for words in ["mars", "remplacer", "appelé", "ouvert à l’heure"] {
        stage.types(words);
        stage.keys("tab");
    }
    stage.keys("enter");
    assert_eq!(
        given(&stage, "3.1"),
        [
            "action: appelé answered",
            "result: ouvert à l’heure answered",
            "situation: mars answered",
            "task: remplacer answered"
        ]
    );
}

#[test]
fn attributes_are_filled_by_digit_and_words() {
    let mut stage = call("1.2");
    stage.keys("C-r");
    // size, funding, speciality and area are known: the years in the role come first
    stage.types("7");
    stage.keys("tab 2");
    let study = stage.study();
    let (id, _) = study.session_by_key("E13").unwrap();
    let (_, person) = study.participants_of(id)[0];
    let of = |key: &str| {
        let (id, _) = study.attribute_by_key(key).unwrap();
        study.attribute_of(person, id).cloned()
    };
    assert_eq!(of("seniority"), Some(AttributeData::Number(7.0)));
    assert_eq!(
        of("contract").map(|data| study.data_text(&data)),
        Some("fixed".to_owned())
    );
    assert!(stage.app.places.live.answer.is_none());
    stage.keys("C-r");
    stage.types("9");
    stage.keys("enter");
    assert!(notes(&stage).is_empty() || notes(&stage)[0].flags == ["verify"]);
}

#[test]
fn an_attribute_that_is_not_known_is_so_and_has_no_value() {
    let mut stage = call("1.2");
    stage.keys("C-r");
    stage.types("?");
    let live = &stage.app.places.live;
    let remark = {
        let study = stage.study();
        let (id, _) = study.session_by_key("E13").unwrap();
        let question = live.guide.as_ref().unwrap().question("1.2").unwrap();
        let answering = live.answer.as_ref().unwrap();
        answer::remark(study, id, question, answering, "en").unwrap()
    };
    assert!(!remark.bad, "{remark:?}");
    stage.keys("tab");
    stage.types("x");
    stage.keys("enter");
    assert!(notes(&stage).is_empty(), "a sign is no bad answer");
    assert_eq!(
        given(&stage, "1.2"),
        ["contract:  refused", "seniority:  unknown"]
    );
    // asked again, and told: the value takes the place of the state
    stage.keys("C-r tab tab tab tab");
    stage.types("7");
    stage.keys("enter");
    assert_eq!(
        given(&stage, "1.2"),
        ["contract:  refused", "seniority:  answered"]
    );
    let rail = stage.app.places.live.rail.question("1.2").unwrap();
    assert_eq!(rail.sign, Sign::Asked, "nothing is left to ask");
}

#[test]
fn the_state_key_is_for_the_attribute_in_hand() {
    let mut stage = call("1.2");
    stage.keys("C-r f8");
    assert_eq!(given(&stage, "1.2"), ["seniority:  refused"]);
}

#[test]
fn a_state_is_one_key() {
    let mut stage = call("2.1");
    for (key, state) in [
        ("f5", AnswerState::Partial),
        ("f6", AnswerState::NotAsked),
        ("f7", AnswerState::NotApplicable),
        ("f8", AnswerState::Refused),
        ("f9", AnswerState::Unknown),
        ("f4", AnswerState::Answered),
    ] {
        stage.keys(key);
        assert_eq!(answers(&stage, "2.1")[0].state, state, "{key}");
    }
    assert_eq!(answers(&stage, "2.1").len(), 1);
    stage.run("question.jump 7.1");
    stage.keys("f8");
    assert_eq!(answers(&stage, "7.1").len(), 6, "each card was refused");
    // In the answer that is typed, the part in hand.
    stage.keys("esc u C-r 4 f8 3 enter");
    assert_eq!(
        given(&stage, "7.1"),
        ["S0: 4 answered", "S1:  refused", "S2: 3 answered"]
    );
}

#[test]
fn an_answer_that_is_begun_waits_and_outlives_a_kill() {
    let mut stage = call("6.1");
    stage.types("une note");
    stage.keys("C-r");
    stage.types("1");
    stage.app.settle().unwrap();
    let name = stage.app.work.take().unwrap().name.clone();
    stage.app.open_study(&name).unwrap();
    let (id, _) = stage.study().session_by_key("E13").unwrap();
    let id = id.clone();
    super::act::call::start(&mut stage.app, &id);
    stage.app.refresh();
    let live = &stage.app.places.live;
    assert_eq!(live.line.question, "6.1");
    assert_eq!(live.entry.text(), "une note");
    assert_eq!(live.answer.as_ref().unwrap().entry.text(), "1");
    assert_eq!(live.visits.len(), 2, "{:?}", live.visits);
    stage.types("2");
    // Left and taken up again; kept when one goes on.
    stage.keys("C-r");
    assert!(stage.app.places.live.answer.is_none());
    stage.keys("C-r tab");
    assert_eq!(given(&stage, "6.1"), [": 12 answered"]);
    assert_eq!(stage.app.places.live.line.question, "6.2");
}

#[test]
fn the_order_that_was_followed_goes_with_the_next_note() {
    let mut stage = call("3.1");
    stage.at(300);
    stage.run("question.jump 5.1");
    stage.at(301);
    stage.run("question.jump 4.1");
    let visits = |stage: &Stage| {
        let visits = &stage.study().session_by_key("E13").unwrap().1.visits;
        visits
            .iter()
            .map(|(at, key)| format!("{at} {key}"))
            .collect::<Vec<_>>()
    };
    assert!(visits(&stage).is_empty(), "moves alone do not fill the log");
    stage.types("une note");
    stage.keys("enter");
    assert_eq!(visits(&stage), ["0 1.1", "120000 3.1", "301000 4.1"]);
    stage.at(600);
    let live = &stage.app.places.live;
    let (_, session) = stage.study().session_by_key("E13").unwrap();
    let spent = live.spent(session, &stage.app.moment());
    assert_eq!(spent["3.1"], 181_000);
    assert_eq!(spent["4.1"], 299_000);
    let section = live.rail.section_of("3.1").unwrap();
    assert_eq!(
        (section.minutes, section.is_over(&spent)),
        (7.0, false),
        "of a holder"
    );
}

#[test]
fn a_note_can_be_bound_to_another_question_later() {
    let mut stage = call("3.1");
    stage.types("une note");
    stage.keys("enter");
    stage.run("note.question 4.1");
    assert_eq!(notes(&stage)[0].question, "4.1");
    assert_eq!(
        stage.app.places.live.line.question, "3.1",
        "the one in hand stays"
    );
    // While it is mended, the keys of questions go through its own.
    stage.keys("C-t tab enter");
    assert_eq!(notes(&stage)[0].question, "4.2");
    assert_eq!(stage.app.places.live.line.question, "3.1");
}
