//! `answers.csv`: one row an answer, or a part of one.

use super::material::Material;
use super::sheet::{Kind, Sheet, SheetWriter, field, fields, whole, words};
use crate::study::guide::QuestionKind;
use crate::study::word::AnswerState;
use std::collections::{HashMap, HashSet};

const STATES: &[&str] = &[
    AnswerState::Answered.as_str(),
    AnswerState::Partial.as_str(),
    AnswerState::NotAsked.as_str(),
    AnswerState::NotApplicable.as_str(),
    AnswerState::Refused.as_str(),
    AnswerState::Unknown.as_str(),
];

pub(super) fn write(material: &Material) -> Sheet {
    let mut columns = fields(Kind::Text, &["interview", "question"]);
    columns.push(field("state", Kind::Words(STATES)));
    columns.extend(fields(Kind::Text, &["value", "unit", "scenario", "part"]));
    columns.push(field("t_ms", Kind::Integer));
    let mut sheet = SheetWriter::new(material.options.profile, "answers.csv", columns);
    let mut by_session: HashMap<_, Vec<_>> = HashMap::new();
    for (id, answer) in &material.study.records.answers {
        if material.hidden.answer(answer) {
            continue;
        }
        by_session
            .entry(&answer.session)
            .or_default()
            .push((id, answer));
    }
    for interview in material.interviews() {
        let plan = material.study.guide_of(interview.id);
        let mut answers = by_session.remove(interview.id).unwrap_or_default();
        answers.sort_by_key(|(id, answer)| (answer.position, *id));
        // two answers of one place, given apart: the last one counts
        let mut seen = HashSet::new();
        let mut kept: Vec<_> = answers
            .into_iter()
            .rev()
            .filter(|(_, a)| seen.insert((&a.question, &a.scenario, &a.part)))
            .collect();
        kept.reverse();
        for (_, answer) in kept {
            let scenario = answer.scenario.as_ref().and_then(|id| {
                let scenario = material.study.records.scenarios.get(id)?;
                Some(material.counted.keys.scenario(id, scenario))
            });
            if answer.scenario.is_some() && scenario.is_none() {
                continue; // the scenario is gone, and with it what was said of it alone
            }
            let kind = plan
                .as_ref()
                .and_then(|plan| plan.question(&answer.question))
                .map(|question| question.kind);
            let figures = matches!(
                kind,
                Some(
                    QuestionKind::Scale
                        | QuestionKind::Choice
                        | QuestionKind::Count
                        | QuestionKind::Allocation
                        | QuestionKind::Rating
                )
            );
            let silent = material.is_wordless(interview) && !figures;
            sheet.row(&[
                words(interview.key),
                words(&answer.question),
                words(answer.state.as_str()),
                words(if silent { "" } else { &answer.value }),
                words(&answer.unit),
                words(scenario.unwrap_or("")),
                words(&answer.part),
                whole(answer.t_ms),
            ]);
        }
    }
    sheet.finish(
        &["interview", "question", "scenario", "part"],
        vec![
            (&["interview"], "sessions", &["interview"]),
            (&["scenario"], "scenarios", &["scenario"]),
        ],
    )
}
