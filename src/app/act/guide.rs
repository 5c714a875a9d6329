//! The interview guide: sections, questions and fields of the debrief added, edited, moved, removed; the form of consent.

use super::carry;
use crate::app::App;
use crate::app::layer::form::Values;
use crate::app::layer::{Field, Form, Layer, Prompt};
use crate::command::{GuideAct, Invocation};
use crate::i18n::Message;
use crate::message;
use crate::study::edit;
use crate::study::guide::check::DEBRIEF_KINDS;
use crate::study::guide::write::Spot;
use crate::study::guide::{Plan, QuestionKind};

/// What is wrong with a field: its key, and why.
type Refused = (String, Message);

pub(super) fn run(app: &mut App, act: GuideAct, invocation: &Invocation) {
    let typed = invocation.arg.as_deref();
    let by = isize::try_from(invocation.times()).unwrap_or(isize::MAX);
    match act {
        GuideAct::Add if matches!(app.places.guide.current(), Some(Spot::Debrief(_))) => {
            add_debrief(app, typed);
        }
        GuideAct::Add => add(app, typed, false),
        GuideAct::AddDebrief => add_debrief(app, typed),
        GuideAct::AddSection => add(app, typed, true),
        GuideAct::Edit => enter(app),
        GuideAct::MoveUp => shift(app, -by),
        GuideAct::MoveDown => shift(app, by),
        GuideAct::Remove => remove(app),
    }
}

/// Enter: the fields of what is under the cursor.
pub(super) fn enter(app: &mut App) {
    let place = &app.places.guide;
    let (Some(spot), Some(plan)) = (place.current().cloned(), &place.plan) else {
        return;
    };
    let title = match &spot {
        Spot::Section(key) => message!("app-guide-section", key = key),
        Spot::Question(key) => message!("app-guide-question", key = key),
        Spot::Debrief(key) => message!("app-guide-debrief", key = key),
        Spot::Consent => Message::new("app-guide-consent"),
    };
    let fields = fields(app, plan, &spot);
    let form = Form::new(title, fields, move |app, values| keep(app, &spot, values));
    app.push(Layer::Form(form));
}

fn fields(app: &App, plan: &Plan, spot: &Spot) -> Vec<Field> {
    let field = |name: &&str| {
        let label = Message::new(format!("app-guide-field-{}", name.replace('_', "-")));
        let value = spot.value(plan, name);
        let options: Vec<(String, String)> = match *name {
            "kind" => kinds(spot)
                .iter()
                .map(|kind| (kind.as_str().to_owned(), app.words.get(&kind_key(*kind))))
                .collect(),
            "sensitive" => vec![
                ("no".to_owned(), app.words.get("app-no")),
                ("yes".to_owned(), app.words.get("app-yes")),
            ],
            _ => return Field::text(name, label, &value),
        };
        Field::choice(name, label, options, &value)
    };
    spot.fields().iter().map(field).collect()
}

/// Kinds that it may have.
const fn kinds(spot: &Spot) -> &'static [QuestionKind] {
    match spot {
        Spot::Debrief(_) => &DEBRIEF_KINDS,
        _ => QuestionKind::ALL,
    }
}

/// Key of the message that names a kind of question.
pub fn kind_key(kind: QuestionKind) -> String {
    format!("guide-kind-{}", kind.as_str())
}

/// Keeps what was changed in the form; a refusal stands beside its field.
fn keep(app: &mut App, spot: &Spot, values: &Values) -> Result<(), Refused> {
    let Some(plan) = app.places.guide.plan.clone() else {
        return Ok(());
    };
    let changed: Vec<(&str, &str)> = spot
        .fields()
        .iter()
        .map(|name| (*name, values.get(name)))
        .filter(|(name, now)| spot.value(&plan, name).trim() != *now)
        .collect();
    let Some((first, _)) = changed.first() else {
        return Ok(());
    };
    let first = (*first).to_owned();
    let Some(work) = &mut app.work else {
        return Ok(());
    };
    let (study, mint) = work.store.study_and_mint();
    let changes = edit::set_in_guide(study, mint, spot, &changed).map_err(|error| {
        // a fault names its field after its key
        let of_fault = match &error {
            edit::EditError::BadValue { what, .. } => what.rsplit(' ').next().map(str::to_owned),
            _ => None,
        };
        let field = of_fault.filter(|field| spot.fields().contains(&field.as_str()));
        (field.unwrap_or(first), error.message())
    })?;
    let key = values.get("key").to_owned();
    let now = spot.called(&key);
    done(app, &now, Ok(changes));
    Ok(())
}

/// Applies changes and puts the cursor where they are.
fn done(app: &mut App, spot: &Spot, changes: Result<Vec<crate::study::Change>, edit::EditError>) {
    if changes.as_ref().is_ok_and(Vec::is_empty) {
        return;
    }
    let version = app.places.guide.number;
    if carry(app, edit::guide_label(spot), changes) {
        app.refresh();
        app.places.guide.put(spot);
        app.refresh();
        let number = app.places.guide.number;
        if version > 0 && number > version {
            app.inform(message!(
                "app-guide-version",
                number = number,
                before = version
            ));
        }
    }
}

/// The section the cursor is in.
fn section_here(app: &App) -> Option<String> {
    let place = &app.places.guide;
    match place.current()? {
        Spot::Section(key) => Some(key.clone()),
        Spot::Question(key) => Some(place.plan.as_ref()?.section_of(key)?.key.clone()),
        Spot::Debrief(_) | Spot::Consent => None,
    }
}

/// Adds a field to the debrief, after the one under the cursor or at the end: what is typed is a key and, after a space,
/// its words.
fn add_debrief(app: &mut App, typed: Option<&str>) {
    let Some(typed) = typed else {
        let title = Message::new("app-guide-new-debrief");
        let prompt = Prompt::new(title, "", |app, typed| add_debrief(app, Some(&typed)));
        app.push(Layer::Prompt(prompt));
        return;
    };
    let typed = typed.trim();
    let (key, words) = typed.split_once(' ').unwrap_or((typed, ""));
    let after = match app.places.guide.current() {
        Some(Spot::Debrief(key)) => Some(key.clone()),
        _ => None,
    };
    let Some(work) = &mut app.work else { return };
    let (study, mint) = work.store.study_and_mint();
    let changes = edit::add_guide_debrief(study, mint, key, words, after.as_deref());
    done(app, &Spot::Debrief(key.to_owned()), changes);
}

/// Adds a question after the one under the cursor, or a section after the one it is in: what is typed is a key and,
/// after a space, its words.
fn add(app: &mut App, typed: Option<&str>, section: bool) {
    let here = section_here(app);
    let section = section || here.is_none();
    let Some(typed) = typed else {
        let title = if section {
            "app-guide-new-section"
        } else {
            "app-guide-new-question"
        };
        let prompt = Prompt::new(Message::new(title), "", move |app, typed| {
            add(app, Some(&typed), section);
        });
        app.push(Layer::Prompt(prompt));
        return;
    };
    let typed = typed.trim();
    let (key, words) = typed.split_once(' ').unwrap_or((typed, ""));
    let current = app.places.guide.current().cloned();
    let Some(work) = &mut app.work else { return };
    let (study, mint) = work.store.study_and_mint();
    let (spot, changes) = match here.filter(|_| !section) {
        Some(own) => {
            let after = current
                .as_ref()
                .filter(|spot| matches!(spot, Spot::Question(_)));
            let after = after.map(Spot::key);
            (
                Spot::Question(key.to_owned()),
                edit::add_guide_question(study, mint, &own, key, words, after),
            )
        }
        None => {
            let after = current.as_ref().and_then(|spot| match spot {
                Spot::Section(key) => Some(key.clone()),
                Spot::Question(key) => Some(study.guide()?.section_of(key)?.key.clone()),
                Spot::Debrief(_) | Spot::Consent => None,
            });
            (
                Spot::Section(key.to_owned()),
                edit::add_guide_section(study, mint, key, words, after.as_deref()),
            )
        }
    };
    done(app, &spot, changes);
}

fn shift(app: &mut App, by: isize) {
    let Some(spot) = app.places.guide.current().cloned() else {
        return;
    };
    let Some(work) = &mut app.work else { return };
    let (study, mint) = work.store.study_and_mint();
    let changes = edit::shift_in_guide(study, mint, &spot, by);
    done(app, &spot, changes);
}

fn remove(app: &mut App) {
    let Some(spot) = app.places.guide.current().cloned() else {
        return;
    };
    let Some(work) = &mut app.work else { return };
    let (study, mint) = work.store.study_and_mint();
    let changes = edit::remove_from_guide(study, mint, &spot);
    done(app, &spot, changes);
}
