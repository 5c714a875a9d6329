//! `finding add|set|for|against|drop|keep|remove|list`: what the study states, on what evidence, and how far it is trusted.

use super::args::{Cited, FindingFields, FindingVerb};
use super::cx::Cx;
use super::failure::{Done, Failure};
use super::{acts, find};
use crate::message;
use crate::study::finding::Finding;
use crate::study::id::CodingId;
use crate::study::word::Side;
use crate::study::{Change, Study, edit};
use serde::Serialize;
use std::collections::BTreeMap;

/// Alters or lists the findings; `add` prints the key.
pub fn finding(cx: &Cx, verb: &FindingVerb) -> Done {
    if let FindingVerb::List(json) = verb {
        return list(cx, json.json);
    }
    let mut store = cx.write()?;
    let (study, mint) = store.study_and_mint();
    let mut printed = None;
    let (label, changes) = match verb {
        FindingVerb::Add { text, key, fields } => {
            let mut finding = Finding {
                key: key.clone().unwrap_or_default(),
                ..Finding::default()
            };
            write(study, &mut finding, Some(text), fields)?;
            let (_, changes) = edit::add_finding(study, mint, finding, cx.coder())?;
            let key = changes.iter().find_map(|change| match change {
                Change::Add(record) => match &**record {
                    crate::study::Record::Finding(_, finding) => Some(finding.key.clone()),
                    _ => None,
                },
                _ => None,
            });
            printed.clone_from(&key);
            let key = key.unwrap_or_default();
            (message!("label-add-finding", finding = key), changes)
        }
        FindingVerb::Set {
            key,
            text,
            rename,
            fields,
        } => {
            let id = find::finding(study, key)?;
            let mut now = study.records.findings.get(&id).cloned().unwrap_or_default();
            if let Some(rename) = rename {
                now.key.clone_from(rename);
            }
            write(study, &mut now, text.as_ref(), fields)?;
            (
                message!("label-edit-finding", finding = key),
                edit::edit_finding(study, mint, &id, now, cx.coder())?,
            )
        }
        FindingVerb::For(cited) => cite(study, cited, Some(Side::For))?,
        FindingVerb::Against(cited) => cite(study, cited, Some(Side::Against))?,
        FindingVerb::Drop(cited) => cite(study, cited, None)?,
        FindingVerb::Keep { key } => {
            let id = find::finding(study, key)?;
            (
                message!("label-keep-finding", finding = key),
                edit::keep_finding(study, mint, &id, cx.coder())?,
            )
        }
        FindingVerb::Remove { key } => {
            let id = find::finding(study, key)?;
            (
                message!("label-remove-finding", finding = key),
                vec![Change::remove(id)],
            )
        }
        FindingVerb::List(_) => return Ok(()),
    };
    cx.commit(&mut store, label, changes)?;
    printed.map_or(Ok(()), |key| cx.line(&key))
}

fn cite(
    study: &Study,
    cited: &Cited,
    side: Option<Side>,
) -> Result<(crate::i18n::Message, Vec<Change>), Failure> {
    let id = find::finding(study, &cited.key)?;
    let codings: Vec<CodingId> = match side {
        Some(_) => cited
            .codings
            .iter()
            .map(|asked| find::coding(study, asked))
            .collect::<Result<_, _>>()?,
        // what is deleted can still be taken off
        None => cited.codings.iter().map(|id| CodingId::new(id)).collect(),
    };
    if side.is_some() {
        for coding in &codings {
            let passage = study.records.codings.get(coding).map(|one| &one.passage);
            if let Some(session) = passage.and_then(|passage| study.session_of_passage(passage)) {
                acts::not_withdrawn(study, session)?;
            }
        }
    }
    Ok((
        message!(
            "label-cite-finding",
            finding = &cited.key,
            side = side.map_or("none", Side::as_str),
            n = codings.len()
        ),
        edit::cite(study, &id, &codings, side)?,
    ))
}

fn write(
    study: &Study,
    finding: &mut Finding,
    text: Option<&String>,
    fields: &FindingFields,
) -> Done {
    let languages = &study.settings().languages;
    let language = fields.language.as_ref().or(languages.first());
    if let Some(text) = text {
        let language = language.map_or("fr", String::as_str);
        finding.statements.insert(language.to_owned(), text.clone());
    }
    if let Some(key) = &fields.scenario {
        finding.scenario = match acts::given(key) {
            Some(key) => Some(find::scenario(study, &key)?),
            None => None,
        };
    }
    if let Some(super::args::Trust(confidence)) = fields.confidence {
        finding.confidence = confidence;
    }
    if let Some(reason) = &fields.reason {
        finding.reason.clone_from(reason);
    }
    for judged in &fields.concern {
        match judged.concern {
            Some(concern) => {
                finding.concerns.insert(judged.component, concern);
                if !judged.reason.is_empty() {
                    let reason = judged.reason.clone();
                    finding.reasons.insert(judged.component, reason);
                }
            }
            None => {
                finding.concerns.remove(&judged.component);
                finding.reasons.remove(&judged.component);
            }
        }
    }
    Ok(())
}

#[derive(Serialize)]
struct Row {
    key: String,
    scenario: String,
    statements: BTreeMap<String, String>,
    confidence: Option<&'static str>,
    reason: String,
    concerns: BTreeMap<&'static str, &'static str>,
    reasons: BTreeMap<&'static str, String>,
    #[serde(rename = "for")]
    supporting: Vec<String>,
    against: Vec<String>,
    by: String,
    at: Option<String>,
    added_since: usize,
    changed_since: usize,
    gone_since: usize,
}

fn list(cx: &Cx, json: bool) -> Done {
    let store = cx.read()?;
    let study = store.study();
    let keys = crate::analysis::Keys::of(study);
    let on = |finding: &Finding, wanted: Side| {
        let evidence = finding.evidence.iter();
        evidence
            .filter(|(id, side)| **side == wanted && study.coding_state(id).is_some())
            .map(|(id, _)| id.to_string())
            .collect::<Vec<_>>()
    };
    let rows: Vec<Row> = study
        .findings()
        .into_iter()
        .map(|(_, finding)| {
            let drift = study.drift(finding);
            Row {
                key: finding.key.clone(),
                scenario: finding
                    .scenario
                    .as_ref()
                    .and_then(|id| Some(keys.scenario(id, study.records.scenarios.get(id)?)))
                    .unwrap_or_default()
                    .to_owned(),
                statements: finding.statements.clone(),
                confidence: finding
                    .confidence
                    .map(crate::study::word::Confidence::as_str),
                reason: finding.reason.clone(),
                concerns: finding
                    .concerns
                    .iter()
                    .map(|(component, concern)| (component.as_str(), concern.as_str()))
                    .collect(),
                reasons: finding
                    .reasons
                    .iter()
                    .map(|(component, text)| (component.as_str(), text.clone()))
                    .collect(),
                supporting: on(finding, Side::For),
                against: on(finding, Side::Against),
                by: finding.by.clone(),
                at: finding.at.map(|at| at.to_string()),
                added_since: drift.added,
                changed_since: drift.changed,
                gone_since: drift.gone,
            }
        })
        .collect();
    if json {
        return cx.json(&rows);
    }
    let head = [
        "cli-column-finding",
        "cli-column-scenario",
        "cli-column-for",
        "cli-column-against",
        "cli-column-confidence",
        "cli-column-since",
        "cli-column-statement",
    ];
    let language = cx.words.lang().code();
    let mut lines = vec![head.map(|key| cx.words.get(key)).to_vec()];
    for row in rows {
        let since = row.added_since + row.changed_since + row.gone_since;
        let statement = crate::study::label(&row.statements, language, study).to_owned();
        lines.push(vec![
            row.key,
            row.scenario,
            row.supporting.len().to_string(),
            row.against.len().to_string(),
            row.confidence.map_or_else(String::new, |word| {
                cx.words.say(&message!("cli-confidence", confidence = word))
            }),
            if since == 0 {
                String::new()
            } else {
                format!("≠ {since}")
            },
            statement,
        ]);
    }
    cx.columns(&lines)
}
