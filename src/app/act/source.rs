//! From a figure to its source: the answers behind a row, the interviews behind a cell of the sample or a sum of time.

use super::call;
use crate::analysis::Keys;
use crate::app::layer::{Layer, Pick, PickItem, Picker};
use crate::app::place::evidence::Figure;
use crate::app::{App, At};
use crate::message;
use crate::study::id::{AnswerId, SessionId};
use crate::study::session::Answer;
use crate::study::{Study, label};

/// From the figures of a row to the answers of one of them; at once where no figure has answers of its own.
pub(super) fn figures(app: &mut App, row: &[AnswerId], figures: Vec<Figure>) {
    if figures.is_empty() {
        return answers(app, row);
    }
    let all = PickItem {
        id: String::new(),
        key: app.words.get("app-source-all"),
        label: row.len().to_string(),
        ..PickItem::default()
    };
    let items = figures.iter().enumerate().map(|(at, figure)| PickItem {
        id: at.to_string(),
        key: figure.name.clone(),
        label: figure.value.clone(),
        ..PickItem::default()
    });
    let items = std::iter::once(all).chain(items).collect();
    let row = row.to_vec();
    let title = message!("app-source-figures");
    let picker = Picker::new(title, items, move |app, pick| {
        if let Pick::Item(id) = pick {
            let own = id.parse::<usize>().ok().and_then(|at| figures.get(at));
            answers(app, own.map_or(&row, |figure| &figure.answers));
        }
    });
    app.push(Layer::Picker(picker));
}

/// Lists answers, interview by interview; the one that is chosen is shown in its call.
pub(super) fn answers(app: &mut App, ids: &[AnswerId]) {
    let Some(work) = &app.work else { return };
    let study = work.study();
    let keys = Keys::of(study);
    let mut items: Vec<(String, i64, PickItem)> = ids
        .iter()
        .filter_map(|id| {
            let answer = study.records.answers.get(id)?;
            let session = study.records.sessions.get(&answer.session)?;
            let key = keys.session(&answer.session, session).to_owned();
            let item = PickItem {
                id: id.to_string(),
                key: key.clone(),
                label: said(app, answer),
                detail: about(app, study, answer),
                ..PickItem::default()
            };
            Some((key, answer.position, item))
        })
        .collect();
    items.sort_by(|a, b| (&a.0, a.1).cmp(&(&b.0, b.1)));
    let items: Vec<PickItem> = items.into_iter().map(|(_, _, item)| item).collect();
    let title = message!("app-source-answers", n = items.len());
    let picker = Picker::new(title, items, |app, pick| {
        if let Pick::Item(id) = pick {
            open_answer(app, &AnswerId::new(&id));
        }
    });
    app.push(Layer::Picker(picker));
}

/// The value with its unit, and its state.
fn said(app: &App, answer: &Answer) -> String {
    let state = app
        .words
        .get(&format!("app-answer-{}", answer.state.as_str()));
    let parts = [answer.value.trim(), answer.unit.trim()];
    let value: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    if answer.value.trim().is_empty() {
        state
    } else {
        format!("{} · {state}", value.join("\u{a0}"))
    }
}

/// What was asked: question, part, scenario.
fn about(app: &App, study: &Study, answer: &Answer) -> String {
    let scenario = answer.scenario.as_ref();
    let scenario = scenario.and_then(|id| study.records.scenarios.get(id));
    let scenario = scenario.map_or_else(String::new, |scenario| {
        let words = label(&scenario.labels, app.words.lang().code(), study);
        format!("{} {words}", scenario.key).trim_end().to_owned()
    });
    let mut parts = vec![answer.question.clone(), answer.part.clone(), scenario];
    parts.retain(|part| !part.is_empty());
    parts.join(" · ")
}

fn open_answer(app: &mut App, id: &AnswerId) {
    let study = app.work.as_ref().map(crate::app::Work::study);
    let Some(answer) = study.and_then(|study| study.records.answers.get(id)) else {
        return;
    };
    let (session, question) = (answer.session.clone(), answer.question.clone());
    call::open_at(app, session, &question);
}

/// Lists interviews; the one that is chosen is shown on the board. One alone is gone to at once.
pub(super) fn interviews(app: &mut App, ids: &[SessionId]) {
    let Some(work) = &app.work else { return };
    let study = work.study();
    let keys = Keys::of(study);
    let items: Vec<PickItem> = ids
        .iter()
        .filter_map(|id| {
            let session = study.records.sessions.get(id)?;
            Some(PickItem {
                id: id.to_string(),
                key: keys.session(id, session).to_owned(),
                label: app
                    .words
                    .get(&format!("app-state-{}", session.state.as_str())),
                detail: session.reason.clone(),
                ..PickItem::default()
            })
        })
        .collect();
    match ids {
        [] => return app.inform(message!("app-source-none")),
        [only] => return to_interview(app, only),
        _ => {}
    }
    let title = message!("app-source-interviews", n = items.len());
    let picker = Picker::new(title, items, |app, pick| {
        if let Pick::Item(id) = pick {
            to_interview(app, &SessionId::new(&id));
        }
    });
    app.push(Layer::Picker(picker));
}

/// Goes to an interview on the board.
pub(super) fn to_interview(app: &mut App, id: &SessionId) {
    if let Some(work) = &mut app.work {
        work.session = Some(id.clone());
    }
    app.go(At::Board);
    app.places.board.put(id);
    app.refresh();
}
