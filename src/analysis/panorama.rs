//! `panorama`: the certifications of the register beside the study's own: which interviews mention each, which competences
//! it shares with the study's, and what it alone covers; as of a day.

use super::ask::Ask;
use super::counted::Standing;
use super::mask::{Lines, Shape};
use super::questions::{answers, ids, questions, state, was_asked};
use super::table::{Behind, Cell, Column, Row, Table};
use crate::message;
use crate::study::certification::{Certification, Registration};
use crate::study::guide::QuestionKind;
use crate::study::id::{AnswerId, CodeId};
use std::collections::{BTreeMap, BTreeSet};

/// What its figures stand for: a certification is public, who speaks of it is not.
pub const SHAPE: Shape = Shape {
    lines: Lines::Public,
    counts: &["n_interviews", "n_excerpts", "n_asked"],
    follows: &[
        ("n_excerpts", &["n_interviews"]),
        ("n_organisations", &["n_interviews"]),
    ],
    ..Shape::NONE
};

/// Place of the column that counts whom a list was asked of.
const N_ASKED: usize = 12;

/// Makes the table.
pub fn make(ask: &Ask) -> Table {
    let study = ask.counted.study;
    let all = study.certifications();
    let on = ask.options.on;
    let shown: Vec<&Certification> = all
        .iter()
        .map(|(_, one)| *one)
        .filter(|one| on.is_none() || one.registration(on) != Registration::NotYet)
        .collect();
    let covered: Vec<BTreeSet<&CodeId>> = shown.iter().map(|one| covers(ask, one)).collect();
    let own: BTreeSet<&CodeId> = shown
        .iter()
        .zip(&covered)
        .filter(|(one, _)| one.own)
        .flat_map(|(_, codes)| codes.iter().copied())
        .collect();
    let said = Said::of(ask);
    let mut rows = Vec::new();
    let mut behind = Vec::new();
    for (at, one) in shown.iter().enumerate() {
        let codes = covered.get(at).cloned().unwrap_or_default();
        let elsewhere: BTreeSet<&CodeId> = covered
            .iter()
            .enumerate()
            .filter(|(other, _)| *other != at)
            .flat_map(|(_, codes)| codes.iter().copied())
            .collect();
        let (row, answers) = row(ask, one, &codes, &elsewhere, &own, &said);
        let cells = BTreeMap::from([(N_ASKED, said.asked_answers.clone())]);
        behind.push(Behind {
            row: answers,
            cells,
        });
        rows.push(row);
    }
    let text = |key: &str| Column::text(key);
    let columns = vec![
        text("certification"),
        text("title"),
        text("certifier"),
        text("level"),
        text("registered_on"),
        text("expires_on"),
        text("seen_on"),
        text("registration").called(
            "analysis-registration",
            Registration::ALL.map(Registration::as_str),
        ),
        text("own").called("analysis-own", ["yes"]),
        Column::count("n_interviews", "interviews")
            .described("analysis-column-n-interviews-panorama"),
        Column::count("n_organisations", "organisations"),
        Column::count("n_excerpts", "excerpts").described("analysis-column-n-excerpts-panorama"),
        Column::count("n_asked", "interviews").described("analysis-column-n-asked-panorama"),
        Column::count("n_covered", "codes"),
        Column::count("n_shared", "codes"),
        text("shared"),
        text("only"),
        text("note").described("analysis-column-note-panorama"),
    ];
    let rule = if all.is_empty() {
        message!("analysis-rule-panorama-none")
    } else {
        message!(
            "analysis-rule-panorama",
            dated = if on.is_some() { "yes" } else { "no" },
            day = on.map_or_else(String::new, |day| day.to_string()),
            later = all.len() - shown.len(),
            rules = ask.rules()
        )
    };
    ask.table(rule, columns, rows).with_answers(behind)
}

/// What was named when people were asked for a list.
struct Said {
    /// Interview, the words, the answer.
    named: Vec<(usize, String, AnswerId)>,
    /// Interviews that were asked for a list; none where no question asks.
    asked: Option<BTreeSet<usize>>,
    asked_answers: Vec<AnswerId>,
}

impl Said {
    fn of(ask: &Ask) -> Self {
        let given = answers(ask);
        let mut said = Self {
            named: Vec::new(),
            asked: None,
            asked_answers: Vec::new(),
        };
        for question in questions(ask) {
            if question.kind != Some(QuestionKind::List) {
                continue;
            }
            let asked = said.asked.get_or_insert_default();
            for (interview, answers) in given.get(question.key.as_str()).into_iter().flatten() {
                if was_asked(state(answers)) {
                    asked.insert(*interview);
                    said.asked_answers.extend(ids(answers.iter()));
                }
                let told = answers.iter().filter(|answer| answer.is_said());
                said.named.extend(
                    told.map(|answer| (*interview, answer.value.clone(), answer.id.clone())),
                );
            }
        }
        said
    }
}

/// The competences it covers, merged codes as what they are now.
fn covers<'a>(ask: &Ask<'_, 'a>, one: &'a Certification) -> BTreeSet<&'a CodeId> {
    let study = ask.counted.study;
    let ids = one.covers.keys();
    ids.filter_map(|id| study.resolve_code(id)).collect()
}

/// Codes as files write them, in the codebook's order.
fn keys(ask: &Ask, codes: &BTreeSet<&CodeId>) -> String {
    let counted = ask.counted;
    let own = counted.codes.iter().filter(|(id, _)| codes.contains(id));
    let keys: Vec<&str> = own.map(|(id, code)| counted.keys.code(id, code)).collect();
    keys.join(";")
}

fn row(
    ask: &Ask,
    one: &Certification,
    codes: &BTreeSet<&CodeId>,
    elsewhere: &BTreeSet<&CodeId>,
    own: &BTreeSet<&CodeId>,
    said: &Said,
) -> (Row, Vec<AnswerId>) {
    let counted = ask.counted;
    let study = counted.study;
    let codes_of: BTreeSet<&CodeId> = one
        .codes
        .keys()
        .filter_map(|id| study.resolve_code(id))
        .collect();
    let all = counted.codes.iter();
    let mentioned: Vec<bool> = all.map(|(id, _)| codes_of.contains(id)).collect();
    let (mut interviews, mut excerpts) = (BTreeSet::new(), BTreeSet::new());
    let mut organisations = BTreeSet::new();
    let mut passages = Vec::new();
    for line in counted.lines.iter().filter(|line| ask.takes_here(line)) {
        let own = mentioned.get(line.code).copied().unwrap_or(false);
        if !own || line.standing == Standing::Reference {
            continue;
        }
        passages.push(line.id.clone());
        excerpts.insert(line.excerpt);
        interviews.extend(line.interview);
        let speaker = counted.speaker_of(line);
        organisations.extend(speaker.and_then(|person| person.organisation));
    }
    let mut answers = Vec::new();
    for (interview, _, id) in said
        .named
        .iter()
        .filter(|(_, words, _)| one.is_called(words))
    {
        answers.push(id.clone());
        interviews.insert(*interview);
        if let Some(own) = counted.people.interviews.get(*interview) {
            organisations.extend(own.organisations());
        }
    }
    let shared: BTreeSet<&CodeId> = if one.own {
        codes.intersection(elsewhere).copied().collect()
    } else {
        codes.intersection(own).copied().collect()
    };
    let only: BTreeSet<&CodeId> = codes.difference(elsewhere).copied().collect();
    let day = |day: Option<jiff::civil::Date>| {
        Cell::text(day.map_or_else(String::new, |d| d.to_string()))
    };
    let cells = vec![
        Cell::text(&one.key),
        Cell::text(&one.title),
        Cell::text(&one.certifier),
        Cell::text(&one.level),
        day(one.registered_on),
        day(one.expires_on),
        day(one.seen_on),
        Cell::text(one.registration(ask.options.on).as_str()),
        Cell::text(if one.own { "yes" } else { "" }),
        Cell::count(interviews.len()),
        Cell::count(organisations.len()),
        Cell::count(excerpts.len()),
        Cell::maybe_count(said.asked.as_ref().map(BTreeSet::len)),
        Cell::count(codes.len()),
        Cell::count(shared.len()),
        Cell::text(keys(ask, &shared)),
        Cell::text(keys(ask, &only)),
        Cell::text(&one.note),
    ];
    (Row { cells, passages }, answers)
}
