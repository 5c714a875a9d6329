//! The question in hand: the next one, one that is jumped to, the order that was followed, the cards.

use super::{answer, call, carry};
use crate::app::App;
use crate::app::layer::{Layer, Pick, PickItem, Picker};
use crate::message;
use crate::study::Change;
use crate::study::edit::{self, EditError};
use crate::study::session::SessionField;
use crate::study::visits;

/// The next question for this person, or the one before; inside an answer of several parts, the next part.
pub(super) fn step(app: &mut App, by: isize) {
    if answer::step(app, by > 0) {
        return;
    }
    let live = &app.places.live;
    let next = live.rail.step(&live.line.question, by);
    if let Some(key) = next.map(|question| question.key.clone()) {
        go(app, &key);
    }
}

/// Goes to a question: the one that is named, else one from a list.
pub(super) fn jump(app: &mut App, key: Option<&str>) {
    if let Some(key) = key.map(str::trim) {
        if app.places.live.rail.question(key).is_none() {
            return app.warn(EditError::Gone(key.to_owned()).message());
        }
        return go(app, key);
    }
    let title = message!("app-question-jump");
    let picker = Picker::new(title, items(app), |app, pick| {
        if let Pick::Item(key) = pick {
            go(app, &key);
        }
    })
    .starting_at(&app.places.live.line.question);
    app.push(Layer::Picker(picker));
}

/// The questions of the guide, to choose from.
pub(super) fn items(app: &App) -> Vec<PickItem> {
    let sections = app.places.live.rail.sections.iter();
    sections
        .flat_map(|section| section.questions.iter().map(move |q| (section, q)))
        .map(|(section, question)| PickItem {
            id: question.key.clone(),
            key: question.key.clone(),
            label: question.text.clone(),
            detail: match &question.muted {
                Some(why) => app.words.say(why),
                None => format!("{} {}", question.sign.glyph(), section.title),
            },
            ..PickItem::default()
        })
        .collect()
}

/// Takes a question in hand. An answer that is being typed to the one before is kept first; of a note that is mended it
/// becomes the question.
fn go(app: &mut App, key: &str) {
    if app.places.live.answer.is_some() {
        answer::keep(app);
    }
    let elapsed = call::elapsed(app);
    let live = &mut app.places.live;
    let from = std::mem::replace(&mut live.line.question, key.to_owned());
    if live.line.editing.is_none()
        && let Some(t_ms) = elapsed
    {
        visits::go(&mut live.visits, &from, key, t_ms);
    }
    call::draft(app);
}

/// What was followed since the study last heard of it. It goes with the next note or answer, so that a call does not
/// fill the log with moves; until then the draft has it.
pub(super) fn followed(app: &App) -> Vec<Change> {
    let live = &app.places.live;
    let Some(id) = &live.session else {
        return Vec::new();
    };
    let Some(session) = app
        .work
        .as_ref()
        .and_then(|work| work.study().records.sessions.get(id))
    else {
        return Vec::new();
    };
    let gone = session
        .visits
        .keys()
        .filter(|at| !live.visits.contains_key(at))
        .map(|at| (*at, None));
    let new = live
        .visits
        .iter()
        .filter(|(at, key)| session.visits.get(at) != Some(key))
        .map(|(at, key)| (*at, Some(key.clone())));
    gone.chain(new)
        .map(|(at, key)| (id.clone(), SessionField::Visit(at, key)).into())
        .collect()
}

/// Shuffles the scenario cards; the order in which they are shown is kept with the interview.
pub(super) fn shuffle(app: &mut App) {
    let Some(session) = app.places.live.session.clone() else {
        return;
    };
    let key = call::key(app);
    let Some(work) = &mut app.work else { return };
    let (study, mint) = work.store.study_and_mint();
    let changes = edit::shuffle_cards(study, mint, &session);
    if !carry(app, message!("label-cards-shuffle", session = key), changes) {
        return;
    }
    answer::cards_changed(app);
    let Some(work) = &app.work else { return };
    let study = work.study();
    let order: Vec<&str> = study
        .records
        .sessions
        .get(&session)
        .map_or(&[][..], |session| &session.scenario_order)
        .iter()
        .filter_map(|id| study.records.scenarios.get(id))
        .map(|scenario| scenario.key.as_str())
        .collect();
    let order = order.join("  ");
    app.inform(message!("app-cards-shuffled", order = order));
}
