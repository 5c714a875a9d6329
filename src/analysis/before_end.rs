//! What is still open before an interview ends: what was to be followed up, what has no evidence yet, what the counts
//! amount to. Evidence is what the tables count: [`Evidence`] is read from [`Counted`] and kept while only notes and
//! answers come in, so that the rest can be asked after every note.

use super::counted::{Counted, Standing};
use super::questions::{Figure, figure_of, gathered};
use crate::study::Study;
use crate::study::guide::{Plan, Question, QuestionKind};
use crate::study::hidden::Hidden;
use crate::study::id::{CodeId, NoteId, ScenarioId, SessionId};
use crate::study::people::INTERVIEWER;
use crate::study::word::{Consent, YesNo};
use std::collections::{BTreeSet, HashSet};

/// What has evidence, in an interview and in the whole study. A code's evidence is also that of the codes above it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Evidence {
    codes_here: BTreeSet<CodeId>,
    codes: BTreeSet<CodeId>,
    scenarios_here: BTreeSet<ScenarioId>,
    scenarios: BTreeSet<ScenarioId>,
}

impl Evidence {
    /// What has evidence as the tables count it: neither an interviewer's words nor a coding that another one settled, nor
    /// what is left out.
    pub fn of(counted: &Counted, session: &SessionId) -> Self {
        let study = counted.study;
        let mut found = Self::default();
        let lines = counted.lines.iter();
        for line in lines.filter(|line| line.standing == Standing::Counted) {
            let here = counted
                .interview_of(line)
                .is_some_and(|interview| interview.id == session);
            let mut at = counted.codes.get(line.code).map(|(id, _)| *id);
            while let Some(id) = at {
                let new = found.codes.insert(id.clone());
                if !((here && found.codes_here.insert(id.clone())) || new) {
                    break;
                }
                let parent = study.records.codes.get(id).and_then(|c| c.parent.as_ref());
                at = parent.and_then(|parent| study.resolve_code(parent));
            }
            for scenario in line.coding.polarities.keys() {
                found.scenarios.insert(scenario.clone());
                if here {
                    found.scenarios_here.insert(scenario.clone());
                }
            }
        }
        found
    }
}

/// Something that has no evidence yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bare<Id> {
    /// The code or the scenario.
    pub id: Id,
    /// None in the whole study either.
    pub nowhere: bool,
}

/// A count, added up over the interviews that gave a number.
#[derive(Debug, Clone, PartialEq)]
pub struct Sum {
    /// The question's key.
    pub question: String,
    /// What is counted; the question's words where it has no unit.
    pub unit: String,
    /// The sum. Ranges are in no sum.
    pub total: f64,
    /// Interviews it comes from.
    pub interviews: usize,
}

/// What is still open in an interview.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct BeforeEnd {
    /// Notes that are to be followed up, in order.
    pub follow_ups: Vec<NoteId>,
    /// Codes the guide hopes for that have no evidence in this interview, and whole branches of the codebook (by their
    /// highest code) that have none in the study.
    pub codes: Vec<Bare<CodeId>>,
    /// Scenarios without evidence in this interview.
    pub scenarios: Vec<Bare<ScenarioId>>,
    /// Counts of the guide that somebody answered with a number.
    pub sums: Vec<Sum>,
    /// What the guide asks at the end, where it was not asked yet: which passages stay out.
    pub closing: Option<String>,
}

impl BeforeEnd {
    /// Keys of the codes and scenarios without evidence, those first that one wants most: of the question in hand, then
    /// those that have none in the whole study, codes before scenarios.
    pub fn bare_keys<'a>(&self, study: &'a Study, in_hand: Option<&Question>) -> Vec<&'a str> {
        let records = &study.records;
        let codes = self.codes.iter().filter_map(|one| {
            let code = records.codes.get(&one.id)?;
            let asked = in_hand.is_some_and(|question| question.codes.contains(&code.key));
            Some((!asked, !one.nowhere, code.key.as_str()))
        });
        let scenarios = self.scenarios.iter().filter_map(|one| {
            let scenario = records.scenarios.get(&one.id)?;
            let asked = in_hand.is_some_and(|question| question.scenario == scenario.key);
            Some((!asked, !one.nowhere, scenario.key.as_str()))
        });
        let mut list: Vec<_> = codes.chain(scenarios).collect();
        list.sort_by_key(|(asked, nowhere, _)| (*asked, *nowhere));
        list.into_iter().map(|(.., key)| key).collect()
    }

    /// The sum worth showing at a question: its own, else the first of the guide.
    pub fn sum_at(&self, question: &str) -> Option<&Sum> {
        let own = self.sums.iter().find(|sum| sum.question == question);
        own.or(self.sums.first())
    }
}

/// Reads what is still open in an interview.
pub fn before_end(
    study: &Study,
    session: &SessionId,
    plan: Option<&Plan>,
    evidence: &Evidence,
) -> BeforeEnd {
    let hidden = Hidden::of(study);
    let notes = study.notes_of(session);
    let open = notes
        .iter()
        .filter(|(_, note)| note.flags.iter().any(|flag| flag == "follow-up"));
    let closing = plan
        .and_then(|plan| plan.consent.as_ref())
        .map(|form| form.closing.clone())
        .filter(|words| !words.is_empty());
    let people = study.participants_of(session);
    let mut asked = people.iter().filter(|(_, one)| one.role != INTERVIEWER);
    BeforeEnd {
        follow_ups: open
            .filter(|(id, note)| !hidden.note(id, note))
            .map(|(id, _)| (*id).clone())
            .collect(),
        codes: bare_codes(study, plan, evidence),
        scenarios: bare_scenarios(study, evidence),
        sums: plan.map_or_else(Vec::new, |plan| sums(study, plan)),
        closing: closing.filter(|_| !asked.any(|(_, one)| one.closing != YesNo::Unknown)),
    }
}

fn bare_codes(study: &Study, plan: Option<&Plan>, evidence: &Evidence) -> Vec<Bare<CodeId>> {
    let hoped: HashSet<&str> = plan
        .into_iter()
        .flat_map(Plan::questions)
        .flat_map(|question| question.codes.iter().map(String::as_str))
        .collect();
    let mut codes = Vec::new();
    // Depth of the branch without evidence that is being passed through: its head stands for all of it.
    let mut inside: Option<usize> = None;
    for (id, code, depth) in study.codes() {
        if inside.is_some_and(|head| depth <= head) {
            inside = None;
        }
        let nowhere = !evidence.codes.contains(id);
        let head = nowhere && inside.is_none();
        if head {
            inside = Some(depth);
        }
        if head || (hoped.contains(code.key.as_str()) && !evidence.codes_here.contains(id)) {
            codes.push(Bare {
                id: id.clone(),
                nowhere,
            });
        }
    }
    codes
}

fn bare_scenarios(study: &Study, evidence: &Evidence) -> Vec<Bare<ScenarioId>> {
    let scenarios = study.scenarios().into_iter();
    scenarios
        .filter(|(id, _)| !evidence.scenarios_here.contains(*id))
        .map(|(id, _)| Bare {
            id: id.clone(),
            nowhere: !evidence.scenarios.contains(id),
        })
        .collect()
}

/// The counts of the guide over all interviews that are not withdrawn, as table `answers` adds them up.
fn sums(study: &Study, plan: &Plan) -> Vec<Sum> {
    let given = gathered(study, |session| {
        (study.session_consent(session) != Consent::Withdrawn).then_some(session)
    });
    let counts = plan
        .questions()
        .filter(|question| question.kind == QuestionKind::Count);
    counts
        .filter_map(|question| {
            let by_interview = given.get(question.key.as_str())?;
            let numbers: Vec<f64> = by_interview
                .values()
                .filter_map(|answers| match figure_of(answers)? {
                    Figure::One(number) => Some(number),
                    Figure::Range(..) => None,
                })
                .collect();
            let unit = if question.unit.is_empty() {
                &question.text
            } else {
                &question.unit
            };
            (!numbers.is_empty()).then(|| Sum {
                question: question.key.clone(),
                unit: unit.clone(),
                total: numbers.iter().sum(),
                interviews: numbers.len(),
            })
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::bench::{Bench, coded_note, ground};
    use crate::analysis::{Context, Keys, TurnCache};
    use crate::i18n::Lang;
    use crate::study::coding::Coding;
    use crate::study::id::CodingId;
    use crate::study::word::Polarity;

    fn open(bench: &Bench, session: &str) -> BeforeEnd {
        let context = Context {
            texts: &bench.texts,
            turns: &TurnCache::default(),
            head: String::new(),
            date: None,
            language: Lang::Fr,
        };
        let keys = Keys::of(&bench.study);
        let counted = Counted::of(&bench.study, &keys, &context);
        let session = SessionId::new(session);
        let evidence = Evidence::of(&counted, &session);
        before_end(&bench.study, &session, None, &evidence)
    }

    fn names<Id: std::fmt::Display>(bare: &[Bare<Id>]) -> Vec<(String, bool)> {
        bare.iter()
            .map(|one| (one.id.to_string(), one.nowhere))
            .collect()
    }

    #[test]
    fn an_interviewers_words_are_no_evidence() {
        let mut bench = ground();
        let turns = [("Chercheuse", "Un frein, donc."), ("I1", "Oui, un levier.")];
        bench.transcript(Some("I1"), "I1", &turns);
        bench.participant("P-int", "I1", INTERVIEWER, "", "");
        bench.put(vec![
            (
                crate::study::id::ParticipantId::new("P-int"),
                crate::study::people::ParticipantField::Speaker("Chercheuse".into()),
            )
                .into(),
        ]);
        let polarity = [("S1", Polarity::Supports)];
        let asked = bench.passage("I1-v1", "Un frein");
        bench.coding("c1", asked, "D8.frein", &polarity, Some(2));
        let told = bench.passage("I1-v1", "un levier");
        bench.coding("c2", told, "D8.levier", &[], Some(2));
        let open = open(&bench, "I1");
        assert_eq!(
            names(&open.codes),
            [
                ("D6.valeur_ajoutee".to_owned(), true),
                ("D8.frein".to_owned(), true)
            ]
        );
        assert!(names(&open.scenarios).contains(&("S1".to_owned(), true)));
    }

    #[test]
    fn a_coding_that_another_one_settled_is_no_evidence() {
        let mut bench = ground();
        coded_note(
            &mut bench,
            "n1",
            "I1",
            "D8.frein",
            ("S2", Polarity::Supports),
            2,
        );
        let settled = Coding {
            code: CodeId::new("D8.levier"),
            settles: [CodingId::new("c-n1")].into(),
            ..bench.study.records.codings[&CodingId::new("c-n1")].clone()
        };
        bench.put(vec![(CodingId::new("c2"), settled).into()]);
        let codes = names(&open(&bench, "I1").codes);
        assert!(codes.contains(&("D8.frein".to_owned(), true)), "{codes:?}");
        assert!(!codes.iter().any(|(code, _)| code == "D8.levier"));
    }

    #[test]
    fn what_is_said_elsewhere_is_bare_here_alone() {
        let mut bench = ground();
        coded_note(
            &mut bench,
            "n1",
            "I2",
            "D8.frein",
            ("S2", Polarity::Neutral),
            2,
        );
        let scenarios = names(&open(&bench, "I1").scenarios);
        assert!(scenarios.contains(&("S2".to_owned(), false)));
        assert!(scenarios.contains(&("S1".to_owned(), true)));
        assert!(!names(&open(&bench, "I2").scenarios).contains(&("S2".to_owned(), false)));
    }

    #[test]
    fn what_the_question_in_hand_asks_for_comes_first() {
        let mut bench = ground();
        coded_note(
            &mut bench,
            "n1",
            "I2",
            "D8.frein",
            ("S2", Polarity::Neutral),
            2,
        );
        let question = Question {
            codes: vec!["D8.levier".into()],
            scenario: "S2".into(),
            ..Question::default()
        };
        let keys = open(&bench, "I1");
        let keys = keys.bare_keys(&bench.study, Some(&question));
        assert_eq!(
            keys,
            [
                "D8.levier",
                "S2",
                "D6.valeur_ajoutee",
                "S0",
                "S1",
                "S3",
                "S4",
                "S5"
            ]
        );
    }
}
