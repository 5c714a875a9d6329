//! `criteria list|use|bind|unbind`: the list in force, and what speaks to each criterion.

use super::args::{Bound, CriteriaVerb};
use super::cx::Cx;
use super::failure::{Done, Failure, NO_INPUT};
use super::find;
use crate::message;
use crate::study::edit::{self, Speaks};
use crate::study::id::Mint;
use crate::study::{Change, Study};
use serde::Serialize;

/// Alters or lists the criteria.
pub fn criteria(cx: &Cx, verb: &CriteriaVerb) -> Done {
    if let CriteriaVerb::List(json) = verb {
        return list(cx, json.json);
    }
    let mut store = cx.write()?;
    let (study, mint) = store.study_and_mint();
    let (label, changes) = match verb {
        CriteriaVerb::Use { list } => (
            message!("label-use-criteria", list = list),
            edit::use_criteria(study, list)?,
        ),
        CriteriaVerb::Bind(bound) => (
            message!("label-bind-criterion", criterion = &bound.criterion),
            bind(study, mint, bound, true)?,
        ),
        CriteriaVerb::Unbind(bound) => (
            message!("label-unbind-criterion", criterion = &bound.criterion),
            bind(study, mint, bound, false)?,
        ),
        CriteriaVerb::List(_) => return Ok(()),
    };
    cx.commit(&mut store, label, changes)
}

fn bind(
    study: &Study,
    mint: &mut dyn Mint,
    bound: &Bound,
    on: bool,
) -> Result<Vec<Change>, Failure> {
    let mut what = Vec::new();
    for key in &bound.code {
        what.push(Speaks::Code(find::code(study, key)?));
    }
    for key in &bound.question {
        let guide = study.guide();
        let known = guide
            .as_ref()
            .is_some_and(|plan| plan.question(key).is_some());
        let answered = || {
            study
                .records
                .answers
                .values()
                .any(|one| one.question == *key)
        };
        if on && !known && !answered() {
            return Err(Failure::new(
                NO_INPUT,
                message!("cli-no-question", key = key),
            ));
        }
        what.push(Speaks::Question(key.clone()));
    }
    for key in &bound.finding {
        what.push(Speaks::Finding(find::finding(study, key)?));
    }
    Ok(edit::bind(study, mint, &bound.criterion, &what, on)?)
}

#[derive(Serialize)]
struct List {
    key: String,
    label: String,
    reference: String,
    from: Option<String>,
    until: Option<String>,
    in_force: bool,
    criteria: Vec<Row>,
}

#[derive(Serialize)]
struct Row {
    key: String,
    label: String,
    cannot: String,
}

fn list(cx: &Cx, json: bool) -> Done {
    let store = cx.read()?;
    let study = store.study();
    let language = cx.words.lang().code();
    let lists: Vec<List> = study
        .all_criteria()
        .iter()
        .map(|list| List {
            key: list.key.clone(),
            label: list.label(language).to_owned(),
            reference: list.reference.clone(),
            from: list.from.map(|day| day.to_string()),
            until: list.until.map(|day| day.to_string()),
            in_force: list.key == study.criteria_key(),
            criteria: list
                .criteria
                .iter()
                .map(|one| Row {
                    key: one.key.clone(),
                    label: one.label(language).to_owned(),
                    cannot: one.cannot(language).to_owned(),
                })
                .collect(),
        })
        .collect();
    if json {
        return cx.json(&lists);
    }
    let mut lines = Vec::new();
    for list in lists {
        let sign = if list.in_force { "●" } else { "" };
        lines.push(vec![
            sign.to_owned(),
            list.key.clone(),
            format!("{} · {}", list.label, list.reference),
        ]);
        for one in list.criteria {
            lines.push(vec![String::new(), format!("  {}", one.key), one.label]);
        }
    }
    cx.columns(&lines)
}
