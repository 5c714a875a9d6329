//! `criteria`: what the study has for each criterion of the list in force, where it has nothing, and what interviews cannot
//! bring at all.

use super::ask::Ask;
use super::counted::Standing;
use super::mask::{Lines, Shape};
use super::questions::{self, ByInterview};
use super::table::{Cell, Column, Row, Table};
use crate::i18n::Words;
use crate::message;
use crate::study::criterion::{Criteria, Criterion, Mapping};
use crate::study::id::{AnswerId, CodingId};
use std::collections::{BTreeSet, HashMap, HashSet};

/// What its figures stand for.
pub const SHAPE: Shape = Shape {
    lines: Lines::With("n_interviews"),
    counts: &["n_excerpts", "n_interviews", "n_answered"],
    follows: &[
        ("n_excerpts", &["n_interviews"]),
        ("n_organisations", &["n_interviews"]),
    ],
    ..Shape::NONE
};

/// Makes the table.
pub fn make(ask: &Ask) -> Table {
    let study = ask.counted.study;
    let language = ask.context.language.code();
    let columns = vec![
        Column::text("criterion"),
        Column::text("label").described("analysis-column-label-criterion"),
        Column::text("criterion_state").called(
            "analysis-criterion-state",
            ["evidence", "gap", "not-mapped"],
        ),
        Column::text("codes"),
        Column::text("questions"),
        Column::text("findings"),
        Column::count("n_excerpts", "excerpts").described("analysis-column-n-excerpts-criterion"),
        Column::count("n_interviews", "interviews")
            .described("analysis-column-n-interviews-criterion"),
        Column::count("n_organisations", "organisations"),
        Column::count("n_answered", "interviews").described("analysis-column-n-answered-criterion"),
        Column::count("n_reference_excerpts", "excerpts"),
        Column::text("note").described("analysis-column-note-criterion"),
        Column::text("cannot"),
    ];
    let Some(list) = study.criteria() else {
        let known: Vec<String> = study.all_criteria().into_iter().map(|l| l.key).collect();
        let rule = message!(
            "analysis-rule-criteria-unknown",
            list = study.criteria_key(),
            known = known.join(", ")
        );
        return ask.table(rule, columns, Vec::new());
    };
    let mut rows = Vec::new();
    let mut answers = Vec::new();
    // read once for all criteria
    let given = questions::answers(ask);
    for criterion in &list.criteria {
        let (row, behind) = row(ask, &list, criterion, language, &given);
        rows.push(row);
        answers.push(behind.into());
    }
    let rule = message!(
        "analysis-rule-criteria",
        list = list.label(language),
        reference = &list.reference,
        dated = match (list.from, list.until) {
            (Some(_), Some(_)) => "both",
            (Some(_), None) => "from",
            _ => "no",
        },
        from = list.from.map_or_else(String::new, |day| day.to_string()),
        until = list.until.map_or_else(String::new, |day| day.to_string()),
        rules = ask.rules()
    );
    ask.table(rule, columns, rows).with_answers(answers)
}

fn row(
    ask: &Ask,
    list: &Criteria,
    criterion: &Criterion,
    language: &str,
    given: &HashMap<&str, ByInterview>,
) -> (Row, Vec<AnswerId>) {
    let study = ask.counted.study;
    let mapping = study.mapping(&list.key, &criterion.key);
    let mut notes = Vec::new();
    let words = Words::new(ask.context.language);
    let gone = |what: &str, key: &str| {
        words.say(&message!("analysis-criterion-gone", what = what, key = key))
    };
    let codes = codes(ask, &mapping);
    for id in mapping.codes.keys() {
        if study.resolve_code(id).is_none() {
            notes.push(gone("code", &id.to_string()));
        }
    }
    let mut cited: HashSet<&CodingId> = HashSet::new();
    let mut findings = Vec::new();
    for id in mapping.findings.keys() {
        match study.records.findings.get(id) {
            Some(finding) => {
                findings.push(finding.key.as_str());
                cited.extend(finding.evidence.keys());
            }
            None => notes.push(gone("finding", &id.to_string())),
        }
    }
    let mut passages = Vec::new();
    let (mut excerpts, mut references) = (HashSet::new(), HashSet::new());
    let (mut interviews, mut organisations) = (HashSet::new(), HashSet::new());
    for line in ask.counted.lines.iter().filter(|line| ask.takes_here(line)) {
        let own = codes.get(line.code).copied().unwrap_or(false);
        if !own && (cited.is_empty() || !cited.contains(line.id)) {
            continue;
        }
        passages.push(line.id.clone());
        if line.standing == Standing::Reference {
            references.insert(line.excerpt);
            continue;
        }
        excerpts.insert(line.excerpt);
        interviews.extend(line.interview);
        organisations.extend(
            ask.counted
                .speaker_of(line)
                .and_then(|person| person.organisation),
        );
    }
    let asked: BTreeSet<_> = ask
        .scenarios
        .iter()
        .filter_map(|at| ask.counted.scenarios.get(*at))
        .map(|(id, _)| *id)
        .collect();
    let here = |answer: &questions::Given| {
        let own = answer.scenario.as_ref();
        ask.options.scenario.is_none() || own.is_none_or(|own| asked.contains(own))
    };
    let mut said: Vec<(usize, AnswerId)> = Vec::new();
    for question in mapping.questions.keys() {
        for (place, answers) in given.get(question.as_str()).into_iter().flatten() {
            let own = answers.iter().filter(|one| one.is_said() && here(one));
            said.extend(own.map(|answer| (*place, answer.id.clone())));
        }
    }
    said.sort();
    let answered: BTreeSet<usize> = said.iter().map(|(place, _)| *place).collect();
    let answers = said.into_iter().map(|(_, id)| id).collect();
    let bound =
        !(mapping.codes.is_empty() && mapping.questions.is_empty() && mapping.findings.is_empty());
    let empty = interviews.is_empty() && answered.is_empty();
    let state = match (bound, empty) {
        (false, _) => "not-mapped",
        (true, true) => "gap",
        (true, false) => "evidence",
    };
    if empty {
        notes.insert(
            0,
            words.say(&message!("analysis-criterion-gap", state = state)),
        );
    }
    let own: Vec<&str> = mapping
        .codes
        .keys()
        .filter_map(|id| study.resolve_code(id))
        .filter_map(|id| Some(ask.counted.keys.code(id, study.records.codes.get(id)?)))
        .collect::<BTreeSet<_>>()
        .into_iter()
        .collect();
    let questions: Vec<&str> = mapping.questions.keys().map(String::as_str).collect();
    findings.sort_unstable();
    let row = Row {
        cells: vec![
            Cell::text(&criterion.key),
            Cell::text(criterion.label(language)),
            Cell::text(state),
            Cell::text(own.join(";")),
            Cell::text(questions.join(";")),
            Cell::text(findings.join(";")),
            Cell::count(excerpts.len()),
            Cell::count(interviews.len()),
            Cell::count(organisations.len()),
            Cell::count(answered.len()),
            Cell::count(references.len()),
            Cell::text(notes.join("; ")),
            Cell::text(criterion.cannot(language)),
        ],
        passages,
    };
    (row, answers)
}

/// By place, whether a code speaks to a criterion: those bound to it, and all below them.
fn codes(ask: &Ask, mapping: &Mapping) -> Vec<bool> {
    let study = ask.counted.study;
    let bound: BTreeSet<_> = mapping
        .codes
        .keys()
        .filter_map(|id| study.resolve_code(id))
        .collect();
    let mut found = vec![false; ask.counted.codes.len()];
    for (at, (id, code)) in ask.counted.codes.iter().enumerate() {
        let mut here = Some((*id, *code));
        for _ in 0..=ask.counted.codes.len() {
            let Some((id, code)) = here else { break };
            if bound.contains(id) {
                if let Some(slot) = found.get_mut(at) {
                    *slot = true;
                }
                break;
            }
            here = code
                .parent
                .as_ref()
                .and_then(|parent| study.resolve_code(parent))
                .and_then(|parent| Some((parent, study.records.codes.get(parent)?)));
        }
    }
    found
}
