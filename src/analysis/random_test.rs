//! Studies at random, with something in every table.

use super::bench::Bench;
use crate::study::certification::Certification;
use crate::study::codebook::Code;
use crate::study::coding::Coding;
use crate::study::coding::Passage;
use crate::study::criterion::Mapping;
use crate::study::finding::Finding;
use crate::study::guide::Guide;
use crate::study::id::*;
use crate::study::people::{Organisation, Participant};
use crate::study::session::{Answer, Note, Session};
use crate::study::settings::{Attribute, AttributeData, Scenario, Target, Value};
use crate::study::word::{
    AnswerState, AttributeKind, AttributeOf, Consent, NoteKind, Polarity, SessionState, Side,
};

pub const SIZES: [&str; 3] = ["under10", "10to49", "50plus"];
pub const REGIONS: [&str; 2] = ["north", "south"];
pub const CODES: [(&str, &str); 5] = [("A", ""), ("A1", "A"), ("A2", "A"), ("B", ""), ("C", "")];
pub const SCENARIOS: [&str; 2] = ["S1", "S2"];
const CODERS: [&str; 2] = ["am", "jl"];

/// One question of each kind.
pub const GUIDE: &str = r#"
schema = 1
[[section]]
key = "1"
[[section.question]]
key = "rate"
kind = "rating"
scenario = "S1"
[[section.question]]
key = "count"
kind = "count"
unit = "persons"
[[section.question]]
key = "share"
kind = "allocation"
[[section.question]]
key = "list"
kind = "list"
[[section.question]]
key = "open"
kind = "open"
codes = ["B"]
[[section.question]]
key = "one"
kind = "choice"
options = [ { key = "yes", label = "Yes" }, { key = "no", label = "No" }, { key = "later", label = "Later" } ]
"#;

/// A generator: small, and the same for ever.
pub struct Dice(pub u64);

impl Dice {
    pub fn roll(&mut self, sides: u64) -> u64 {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % sides
    }

    pub fn of<'w, T: ?Sized>(&mut self, words: &[&'w T]) -> &'w T {
        words[self.roll(words.len() as u64) as usize]
    }
}

/// What every study at random has: attributes, scenarios, codes, a guide, targets.
fn frame(bench: &mut Bench, dice: &mut Dice) {
    for (at, (key, values)) in [("size", &SIZES[..]), ("region", &REGIONS)]
        .into_iter()
        .enumerate()
    {
        let attribute = Attribute {
            key: key.into(),
            of: AttributeOf::Participant,
            kind: AttributeKind::Choice,
            stratum: true,
            position: at as i64,
            ..Attribute::default()
        };
        bench.put(vec![(AttributeId::new(key), attribute).into()]);
        for (place, value) in values.iter().enumerate() {
            let record = Value {
                attribute: AttributeId::new(key),
                key: (*value).into(),
                universe: (key == "size").then(|| 10 + dice.roll(1000)),
                position: place as i64,
                ..Value::default()
            };
            bench.put(vec![(ValueId::new(value), record).into()]);
        }
    }
    for (at, key) in SCENARIOS.into_iter().enumerate() {
        let scenario = Scenario {
            key: key.into(),
            position: at as i64,
            ..Scenario::default()
        };
        bench.put(vec![(ScenarioId::new(key), scenario).into()]);
    }
    for (at, (key, parent)) in CODES.into_iter().enumerate() {
        let code = Code {
            key: key.into(),
            parent: (!parent.is_empty()).then(|| CodeId::new(parent)),
            position: at as i64,
            ..Code::default()
        };
        bench.put(vec![(CodeId::new(key), code).into()]);
    }
    let guide = Guide {
        number: 1,
        source: GUIDE.into(),
    };
    bench.put(vec![(GuideId::new("g"), guide).into()]);
    for (at, value) in ["under10", "50plus"].into_iter().enumerate() {
        let target = Target {
            n: 1 + dice.roll(6) as u32,
            conditions: [("size".to_owned(), value.to_owned())].into(),
            position: at as i64,
        };
        bench.put(vec![(TargetId::new(value), target).into()]);
    }
}

/// Somebody in each interview, of a size and a region or not.
fn people(bench: &mut Bench, dice: &mut Dice, n: u64) {
    for at in 0..4 {
        let organisation = Organisation {
            key: format!("O{at}"),
            ..Organisation::default()
        };
        bench.put(vec![
            (OrganisationId::new(&format!("O{at}")), organisation).into(),
        ]);
    }
    for at in 1..=n {
        let key = format!("I{at:02}");
        let state = match dice.roll(8) {
            0 => SessionState::Planned,
            1 => SessionState::Refused,
            _ => SessionState::Done,
        };
        let started = jiff::Timestamp::from_second(1_700_000_000 + dice.roll(1_000_000) as i64);
        let session = Session {
            subject: SubjectId::new(&format!("subject-{key}")),
            key: key.clone(),
            state,
            started_at: started.ok(),
            minutes: Some(30 + dice.roll(40) as u32),
            interviewer: "am".into(),
            ..Session::default()
        };
        bench.put(vec![(SessionId::new(&key), session).into()]);
        let mut attributes = std::collections::BTreeMap::new();
        for (attribute, values) in [("size", &SIZES[..]), ("region", &REGIONS)] {
            if dice.roll(9) > 0 {
                let value = ValueId::new(dice.of(values));
                attributes.insert(AttributeId::new(attribute), AttributeData::Choice(value));
            }
        }
        let person = Participant {
            subject: SubjectId::new(&format!("subject-{key}")),
            session: SessionId::new(&key),
            key: format!("P{at:02}"),
            role: dice.of(&["director", "assistant"]).to_owned(),
            organisation: Some(OrganisationId::new(&format!("O{}", dice.roll(4)))),
            consent: match dice.roll(9) {
                0 => Consent::Withdrawn,
                1 => Consent::NoQuote,
                _ => Consent::Given,
            },
            attributes,
            position: at as i64,
            ..Participant::default()
        };
        bench.put(vec![
            (ParticipantId::new(&format!("P{at:02}")), person).into(),
        ]);
    }
}

fn codings(bench: &mut Bench, dice: &mut Dice, n: u64) {
    let mut made = 0;
    for at in 1..=n {
        let session = format!("I{at:02}");
        if dice.roll(2) == 0 {
            let words = "un deux trois quatre cinq six sept";
            bench.transcript(Some(&session), &session, &[("", words), ("", words)]);
        }
        for note in 0..dice.roll(4) {
            let id = NoteId::new(&format!("{session}-n{note}"));
            let note = Note {
                session: SessionId::new(&session),
                kind: NoteKind::Verbatim,
                text: format!("words {note}"),
                position: note as i64,
                ..Note::default()
            };
            bench.put(vec![(id.clone(), note).into()]);
            for _ in 0..dice.roll(5) {
                let mut polarities = std::collections::BTreeMap::new();
                for scenario in SCENARIOS {
                    let polarity = match dice.roll(6) {
                        0 | 1 => Polarity::Supports,
                        2 => Polarity::Contradicts,
                        3 => Polarity::Mixed,
                        4 => Polarity::Neutral,
                        _ => continue,
                    };
                    polarities.insert(ScenarioId::new(scenario), polarity);
                }
                let quote = dice.of(&["deux", "trois quatre", "quatre cinq", "six"]);
                let spoken = bench
                    .texts
                    .contains_key(&VersionId::new(&format!("{session}-v1")));
                let passage = if spoken && dice.roll(2) == 0 {
                    bench.passage(&format!("{session}-v1"), quote)
                } else {
                    Passage::Note(id.clone())
                };
                let coding = Coding {
                    passage,
                    code: CodeId::new(CODES[dice.roll(5) as usize].0),
                    coder: dice.of(&CODERS).to_owned(),
                    strength: (dice.roll(3) > 0).then(|| dice.roll(5) as u8),
                    starred: dice.roll(5) == 0,
                    polarities,
                    ..Coding::default()
                };
                made += 1;
                bench.put(vec![(CodingId::new(&format!("c{made:03}")), coding).into()]);
            }
        }
    }
}

fn answers(bench: &mut Bench, dice: &mut Dice, n: u64) {
    let mut at = 0;
    for interview in 1..=n {
        let session = SessionId::new(&format!("I{interview:02}"));
        let mut put = |question: &str, scenario: &str, part: &str, state, value: String| {
            at += 1;
            let answer = Answer {
                session: session.clone(),
                question: question.into(),
                scenario: (!scenario.is_empty()).then(|| ScenarioId::new(scenario)),
                part: part.into(),
                state,
                value: if state == AnswerState::Answered {
                    value
                } else {
                    String::new()
                },
                position: at,
                ..Answer::default()
            };
            bench.put(vec![(AnswerId::new(&format!("a{at:03}")), answer).into()]);
        };
        for (question, scenario) in [
            ("rate", "S1"),
            ("rate", "S2"),
            ("count", ""),
            ("one", ""),
            ("open", ""),
            ("other", ""),
        ] {
            let state = match dice.roll(9) {
                0 => AnswerState::Refused,
                1 => AnswerState::Unknown,
                2 => AnswerState::NotAsked,
                3 => AnswerState::NotApplicable,
                4 => continue,
                _ => AnswerState::Answered,
            };
            let value = match question {
                "rate" => (1 + dice.roll(5)).to_string(),
                "one" => dice.of(&["yes", "no", "later", "yes;later"]).to_owned(),
                "open" => "words".to_owned(),
                _ if dice.roll(8) == 0 => "3-5".to_owned(),
                _ => dice.roll(20).to_string(),
            };
            put(question, scenario, "", state, value);
        }
        if dice.roll(4) > 0 {
            let first = 10 * dice.roll(11);
            let rest = if dice.roll(5) == 0 { 5 } else { 100 - first };
            put(
                "share",
                "",
                "files",
                AnswerState::Answered,
                first.to_string(),
            );
            put(
                "share",
                "",
                "people",
                AnswerState::Answered,
                rest.to_string(),
            );
        }
        for entry in 1..=dice.roll(4) {
            let value = dice.of(&["Cléa", "clea", "Titre pro", "CQP"]).to_owned();
            let part = format!("{entry}.name");
            put("list", "", &part, AnswerState::Answered, value);
        }
    }
}

/// A study of 4 to 16 interviews.
pub fn study(seed: u64) -> Bench {
    let mut dice = Dice(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) ^ 0x1234_5678);
    let n = 4 + dice.roll(13);
    let mut bench = Bench::default();
    frame(&mut bench, &mut dice);
    people(&mut bench, &mut dice, n);
    codings(&mut bench, &mut dice, n);
    answers(&mut bench, &mut dice, n);
    let all: Vec<CodingId> = bench.study.records.codings.keys().cloned().collect();
    for at in 1..=2 {
        let mut finding = Finding {
            key: format!("F{at}"),
            scenario: Some(ScenarioId::new(dice.of(&SCENARIOS))),
            ..Finding::default()
        };
        for id in &all {
            match dice.roll(5) {
                0 => finding.evidence.insert(id.clone(), Side::For),
                1 => finding.evidence.insert(id.clone(), Side::Against),
                _ => None,
            };
        }
        bench.put(vec![(FindingId::new(&format!("F{at}")), finding).into()]);
    }
    for at in 0..4 {
        let mut one = Certification {
            key: ["Cléa", "Titre pro", "CQP", "Other"][at].into(),
            own: at == 2,
            position: at as i64,
            ..Certification::default()
        };
        for (code, _) in CODES {
            if dice.roll(2) == 0 {
                one.covers.insert(CodeId::new(code), true);
            }
            if dice.roll(4) == 0 {
                one.codes.insert(CodeId::new(code), true);
            }
        }
        let id = CertificationId::new(&format!("cert{at}"));
        bench.put(vec![(id, one).into()]);
    }
    for (at, criterion) in ["1", "2", "3"].into_iter().enumerate() {
        let mut mapping = Mapping {
            list: bench.study.criteria_key().to_owned(),
            criterion: criterion.into(),
            ..Mapping::default()
        };
        mapping.codes.insert(CodeId::new(["A", "B", "C"][at]), true);
        mapping.questions.insert("count".into(), true);
        if at == 2 {
            mapping.findings.insert(FindingId::new("F1"), true);
        }
        bench.put(vec![(MappingId::new(criterion), mapping).into()]);
    }
    bench
}
