//! Findings: stating and judging one, putting the passage under the cursor on it. The framework's summaries beside them:
//! both are written by people into a table.

use super::carry;
use crate::analysis::{Cell, Slice};
use crate::app::layer::form::Values;
use crate::app::layer::{Field, Form, Layer, Pick, PickItem, Picker, Prompt};
use crate::app::place::evidence::shown::Subject;
use crate::app::{App, At};
use crate::command::{FindingAct, Invocation};
use crate::i18n::Message;
use crate::message;
use crate::study::edit;
use crate::study::finding::Finding;
use crate::study::id::{CodeId, FindingId, SessionId};
use crate::study::word::{Component, Concern, Confidence, Consent, Side};
use crate::study::{Change, Study, label};

pub(super) fn run(app: &mut App, act: FindingAct, invocation: &Invocation) {
    let text = invocation.arg.as_deref();
    match act {
        FindingAct::Add => add(app, text),
        FindingAct::Edit => alter(app, text),
        FindingAct::Keep => keep(app),
        FindingAct::Remove => remove(app),
        FindingAct::Cite => cite(app, text),
    }
}

/// Name of the table on the screen.
fn table(app: &App) -> Option<&str> {
    match &app.places.table.subject {
        Subject::Table(name) if app.at == At::Table => Some(name),
        _ => None,
    }
}

/// The finding under the cursor of the table of findings; says so where there is none.
fn current(app: &mut App) -> Option<(FindingId, Finding)> {
    let found = current_of(app);
    if found.is_none() {
        app.warn(message!("app-finding-none-here"));
    }
    found
}

/// The finding under the cursor of the table of findings.
pub(super) fn here(app: &App) -> Option<FindingId> {
    current_of(app).map(|(id, _)| id)
}

/// To a finding, in the table of findings.
pub(super) fn go_to(app: &mut App, id: &FindingId) {
    let finding = app
        .work
        .as_ref()
        .and_then(|work| work.study().records.findings.get(id));
    let Some(key) = finding.map(|finding| finding.key.clone()) else {
        return;
    };
    app.places.table.show(Subject::Table("findings".to_owned()));
    app.go(At::Table);
    app.refresh();
    app.places.table.put("finding", &key);
    app.refresh();
}

fn current_of(app: &App) -> Option<(FindingId, Finding)> {
    if table(app) != Some("findings") {
        return None;
    }
    let place = &app.places.table;
    let table = &place.shown.as_ref()?.table;
    let Some(Cell::Text(key)) = table.cell(place.current_row()?, "finding") else {
        return None;
    };
    let study = app.work.as_ref()?.study();
    let (id, finding) = study.finding_by_key(key)?;
    Some((id.clone(), finding.clone()))
}

/// A new finding: its statement alone, or a form.
fn add(app: &mut App, text: Option<&str>) {
    if let Some(text) = text {
        let mut finding = Finding::default();
        finding
            .statements
            .insert(language(app), text.trim().to_owned());
        if let Err((_, why)) = save(app, None, finding) {
            app.warn(why);
        }
        return;
    }
    form(app, None, Finding::default());
}

/// The language that statements are written in: the reader's where the study has it, else the study's first.
fn language(app: &App) -> String {
    let own = app.words.lang().code();
    let languages = app
        .work
        .as_ref()
        .map(|work| &work.study().settings().languages);
    match languages {
        Some(languages) if !languages.is_empty() && !languages.iter().any(|one| one == own) => {
            languages.first().cloned().unwrap_or_default()
        }
        _ => own.to_owned(),
    }
}

/// Edits what is under the cursor: a finding, or the summary of an interview on a theme.
fn alter(app: &mut App, text: Option<&str>) {
    match table(app) {
        Some("framework") => summary(app, text),
        Some("findings") => {
            if let Some((id, finding)) = current(app) {
                form(app, Some(id), finding);
            }
        }
        _ => app.warn(message!("app-table-nothing-written")),
    }
}

fn form(app: &mut App, id: Option<FindingId>, before: Finding) {
    let Some(work) = &app.work else { return };
    let study = work.study();
    let words = app.words;
    let lang = language(app);
    let none = || (String::new(), words.get("app-finding-none"));
    let mut scenarios = vec![(String::new(), words.get("app-finding-no-scenario"))];
    scenarios.extend(study.scenarios().into_iter().map(|(id, scenario)| {
        let name = label(&scenario.labels, words.lang().code(), study);
        (id.to_string(), format!("{} {name}", scenario.key))
    }));
    let statement = before.statements.get(&lang).cloned().unwrap_or_default();
    let scenario = before.scenario.as_ref().map(ToString::to_string);
    let mut fields = vec![
        Field::text("statement", message!("app-finding-statement"), &statement),
        Field::choice(
            "scenario",
            message!("app-finding-scenario"),
            scenarios,
            &scenario.unwrap_or_default(),
        ),
    ];
    // what the judgement can rest on stands in the title; what it is, a person says
    for component in Component::ALL {
        let key = component.as_str();
        let mut options = vec![none()];
        options.extend(Concern::ALL.iter().map(|concern| {
            let word = concern.as_str();
            (
                word.to_owned(),
                words.get(&format!("app-finding-concern-{word}")),
            )
        }));
        let chosen = before
            .concerns
            .get(component)
            .map_or("", |one| one.as_str());
        fields.push(Field::choice(
            key,
            Message::new(format!("app-finding-{key}")),
            options,
            chosen,
        ));
        let reason = before.reasons.get(component).cloned().unwrap_or_default();
        let name = format!("reason-{key}");
        fields.push(Field::text(&name, message!("app-finding-why"), &reason));
    }
    let mut options = vec![none()];
    options.extend(Confidence::ALL.iter().map(|confidence| {
        let word = confidence.as_str();
        (
            word.to_owned(),
            words.get(&format!("app-finding-confidence-{word}")),
        )
    }));
    let chosen = before.confidence.map_or("", |one| one.as_str());
    fields.push(Field::choice(
        "confidence",
        message!("app-finding-confidence"),
        options,
        chosen,
    ));
    fields.push(Field::text(
        "reason",
        message!("app-finding-why"),
        &before.reason,
    ));
    let title = inputs(app, &before);
    let form = Form::new(title, fields, move |app, values: &Values| {
        save(app, id.as_ref(), filled(&before, &lang, values))
    });
    app.push(Layer::Form(form));
}

/// What a judgement can rest on: how many passages for and against, how many interviews, what changed since.
fn inputs(app: &App, finding: &Finding) -> Message {
    let Some(work) = &app.work else {
        return message!("app-finding-new");
    };
    let study = work.study();
    let on = |wanted: Side| {
        let evidence = finding.evidence.iter();
        let own = evidence.filter(|(_, side)| **side == wanted);
        own.filter(|(id, _)| study.coding_state(id).is_some())
            .count()
    };
    let sessions: std::collections::BTreeSet<_> = finding
        .evidence
        .keys()
        .filter(|id| study.coding_state(id).is_some())
        .filter_map(|id| study.session_of_passage(&study.records.codings.get(id)?.passage))
        .collect();
    if finding.key.is_empty() {
        return message!("app-finding-new");
    }
    let drift = study.drift(finding);
    message!(
        "app-finding-inputs",
        key = &finding.key,
        plus = on(Side::For),
        minus = on(Side::Against),
        interviews = sessions.len(),
        since = if finding.is_judged() {
            drift.added + drift.changed + drift.gone
        } else {
            0
        }
    )
}

/// The finding as the form has it.
fn filled(before: &Finding, lang: &str, values: &Values) -> Finding {
    let mut finding = before.clone();
    let statement = values.get("statement").to_owned();
    finding.statements.insert(lang.to_owned(), statement);
    finding.scenario = Some(values.get("scenario"))
        .filter(|id| !id.is_empty())
        .map(crate::study::id::ScenarioId::new);
    for component in Component::ALL {
        let key = component.as_str();
        match Concern::parse(values.get(key)) {
            Some(concern) => {
                finding.concerns.insert(*component, concern);
                let reason = values.get(&format!("reason-{key}")).to_owned();
                finding.reasons.insert(*component, reason);
            }
            None => {
                finding.concerns.remove(component);
                finding.reasons.remove(component);
            }
        }
    }
    finding.confidence = Confidence::parse(values.get("confidence"));
    values.get("reason").clone_into(&mut finding.reason);
    finding
}

fn save(app: &mut App, id: Option<&FindingId>, finding: Finding) -> Result<(), (String, Message)> {
    let Some(work) = &mut app.work else {
        return Ok(());
    };
    let by = work.coder.clone();
    let (study, mint) = work.store.study_and_mint();
    let key = finding.key.clone();
    let made = match id {
        Some(id) => edit::edit_finding(study, mint, id, finding, &by)
            .map(|changes| (message!("label-edit-finding", finding = key), changes)),
        None => edit::add_finding(study, mint, finding, &by).map(|(_, changes)| {
            let key = key_of(&changes);
            (message!("label-add-finding", finding = key), changes)
        }),
    };
    let (label, changes) = made.map_err(|error| ("statement".to_owned(), error.message()))?;
    let key = key_of(&changes);
    if app.change(label, changes) && id.is_none() {
        app.inform(message!("app-finding-added", key = key));
    }
    Ok(())
}

fn key_of(changes: &[Change]) -> String {
    let keys = changes.iter().find_map(|change| match change {
        Change::Add(record) => match &**record {
            crate::study::Record::Finding(_, finding) => Some(finding.key.clone()),
            _ => None,
        },
        _ => None,
    });
    keys.unwrap_or_default()
}

/// The evidence was looked at again, and the finding stands.
fn keep(app: &mut App) {
    let Some((id, finding)) = current(app) else {
        return;
    };
    let Some(work) = &mut app.work else { return };
    let by = work.coder.clone();
    let (study, mint) = work.store.study_and_mint();
    let changes = edit::keep_finding(study, mint, &id, &by);
    carry(
        app,
        message!("label-keep-finding", finding = finding.key),
        changes,
    );
}

fn remove(app: &mut App) {
    let Some((id, finding)) = current(app) else {
        return;
    };
    let label = message!("label-remove-finding", finding = &finding.key);
    if app.change(label, vec![Change::remove(id)]) {
        app.inform(message!("app-finding-removed", key = finding.key));
    }
}

/// Puts the coding under the cursor on a finding: `F1 for`, `F1 against`, `F1 none`; without words, from a list.
fn cite(app: &mut App, text: Option<&str>) {
    let Some(coding) = app.places.get(app.at).coding() else {
        return app.warn(crate::command::Need::CodingHere.reason());
    };
    let Some(work) = &app.work else { return };
    let study = work.study();
    if let Some(text) = text {
        let (key, side) = text.trim().rsplit_once(' ').unwrap_or((text.trim(), "for"));
        let Some((id, _)) = study.finding_by_key(key) else {
            return app.warn(message!("app-finding-unknown", key = key));
        };
        let side = match side {
            "none" => None,
            side => match Side::parse(side) {
                Some(side) => Some(side),
                None => return app.warn(message!("app-finding-side", side = side)),
            },
        };
        let session = study
            .records
            .codings
            .get(&coding)
            .and_then(|coding| study.session_of_passage(&coding.passage));
        if session.is_some_and(|id| study.session_consent(id) == Consent::Withdrawn) {
            return app.warn(message!("app-finding-withdrawn"));
        }
        let label = message!(
            "label-cite-finding",
            finding = key,
            side = side.map_or("none", Side::as_str),
            n = 1
        );
        let changes = edit::cite(study, id, &[coding], side);
        let told = message!(
            "app-finding-cited",
            key = key,
            side = side.map_or("none", Side::as_str)
        );
        if carry(app, label, changes) {
            app.inform(told);
        }
        return;
    }
    let items = sides(app, study, &coding);
    if items.is_empty() {
        return app.inform(message!("app-finding-no-findings"));
    }
    let picker = Picker::new(message!("app-finding-cite"), items, |app, pick| {
        if let Pick::Item(choice) = pick {
            cite(app, Some(&choice));
        }
    });
    app.push(Layer::Picker(picker));
}

/// Every finding with both sides; taking off where the coding is on it.
fn sides(app: &App, study: &Study, coding: &crate::study::id::CodingId) -> Vec<PickItem> {
    let lang = app.words.lang().code();
    let mut items = Vec::new();
    for (_, finding) in study.findings() {
        let on = finding.evidence.get(coding);
        let choices = [Some(Side::For), Some(Side::Against), None];
        for side in choices {
            if side.is_none() && on.is_none() {
                continue;
            }
            let word = side.map_or("none", Side::as_str);
            items.push(PickItem {
                id: format!("{} {word}", finding.key),
                key: format!(
                    "{} {}",
                    finding.key,
                    app.words.get(&format!("app-finding-side-{word}"))
                ),
                label: label(&finding.statements, lang, study).to_owned(),
                detail: if side.is_some() && side.as_ref() == on {
                    app.words.get("app-finding-here")
                } else {
                    String::new()
                },
                ..PickItem::default()
            });
        }
    }
    items
}

/// The summary of the interview and theme under the cursor; an empty one, or `-`, takes it away.
fn summary(app: &mut App, text: Option<&str>) {
    let Some((session, theme, key)) = cell(app) else {
        return app.warn(message!("app-framework-no-theme"));
    };
    if let Some(text) = text {
        return set_summary(app, &session, &theme, text);
    }
    let Some(work) = &app.work else { return };
    let before = edit::summary_at(work.study(), &session, &theme);
    let held = before.map_or_else(String::new, |(_, summary)| summary.text.clone());
    let title = message!("app-framework-summary", theme = key);
    let prompt = Prompt::new(title, &held, move |app, text| {
        set_summary(app, &session, &theme, &text);
    });
    app.push(Layer::Prompt(prompt));
}

fn cell(app: &App) -> Option<(SessionId, CodeId, String)> {
    let place = &app.places.table;
    let table = &place.shown.as_ref()?.table;
    let Cell::Text(key) = table.rows.get(place.current_row()?)?.cells.first()? else {
        return None;
    };
    let column = table.columns.get(place.column)?;
    let Some(Slice::Codes(_)) = &column.slice else {
        return None;
    };
    let theme = column
        .key
        .strip_prefix("state[")
        .or_else(|| column.key.strip_prefix("n_excerpts["))
        .and_then(|rest| rest.strip_suffix(']'))
        .unwrap_or(&column.key);
    let study = app.work.as_ref()?.study();
    let keys = crate::analysis::Keys::of(study);
    let mut sessions = study.sessions().into_iter();
    let (session, _) = sessions.find(|(id, session)| keys.session(id, session) == key)?;
    let mut codes = study.codes().into_iter();
    let (code, ..) = codes.find(|(id, code, _)| keys.code(id, code) == theme)?;
    Some((session.clone(), code.clone(), theme.to_owned()))
}

fn set_summary(app: &mut App, session: &SessionId, theme: &CodeId, text: &str) {
    let Some(work) = &mut app.work else { return };
    let author = work.coder.clone();
    let (study, mint) = work.store.study_and_mint();
    let name = study
        .records
        .sessions
        .get(session)
        .map_or_else(String::new, |session| session.key.clone());
    let code = study
        .records
        .codes
        .get(theme)
        .map_or_else(String::new, |code| code.key.clone());
    let (label, changes) = if matches!(text.trim(), "" | "-") {
        (
            message!("label-remove-summary", session = name, code = code),
            edit::remove_summary(study, session, theme),
        )
    } else {
        (
            message!("label-set-summary", session = name, code = code),
            edit::set_summary(study, mint, session, theme, text, &author),
        )
    };
    carry(app, label, changes);
}
