//! What is said of a coding: polarity, strength, memo, star, its ends; and taking it away.

use super::{code_key, coding_here, scenario, whereabouts};
use crate::app::layer::{Layer, Prompt};
use crate::app::{App, At};
use crate::i18n::Message;
use crate::message;
use crate::study::Change;
use crate::study::coding::CodingField;
use crate::study::edit;
use crate::study::id::CodingId;
use crate::study::word::Polarity;

/// One labelled transaction on the coding under the cursor. Somebody else's coding may be changed; the notice says so.
fn alter(app: &mut App, id: &CodingId, label: Message, changes: Vec<Change>) {
    let foreign = app.work.as_ref().and_then(|work| {
        let coding = work.study().records.codings.get(id)?;
        (coding.coder != work.coder).then(|| coding.coder.clone())
    });
    if !app.change(label.clone(), changes) {
        return;
    }
    match foreign {
        Some(coder) => app.warn(message!("app-coding-of-other", what = label, coder = coder)),
        None => app.inform(message!("app-literally", text = label)),
    }
    if app.at == At::Transcript {
        app.places.transcript.choose(id.clone());
    }
}

/// Key of the code of a coding, and where it is.
fn named(app: &App, id: &CodingId) -> Option<(String, Message)> {
    let study = app.work.as_ref()?.study();
    let coding = study.records.codings.get(id)?;
    Some((
        code_key(study, &coding.code),
        whereabouts(app, study, study.passage_now(coding)),
    ))
}

/// For or against the current scenario; `None` takes the polarity away.
pub(super) fn polarity(app: &mut App, polarity: Option<Polarity>) {
    let (Some(id), Some(scenario)) = (coding_here(app), scenario::current(app)) else {
        return;
    };
    let Some((code, place)) = named(app, &id) else {
        return;
    };
    let Some(work) = &app.work else { return };
    let records = &work.study().records;
    let key = records
        .scenarios
        .get(&scenario)
        .map(|scenario| scenario.key.clone())
        .unwrap_or_default();
    let has = records
        .codings
        .get(&id)
        .and_then(|coding| coding.polarities.get(&scenario).copied());
    if has == polarity {
        app.inform(message!("app-unchanged", code = code));
        return;
    }
    let label = match polarity {
        Some(polarity) => message!(
            "label-coding-polarity",
            scenario = key,
            sign = polarity.sign(),
            code = code,
            place = place
        ),
        None => message!(
            "label-coding-polarity-clear",
            scenario = key,
            code = code,
            place = place
        ),
    };
    let field = CodingField::Polarity(scenario, polarity);
    alter(app, &id.clone(), label, vec![(id, field).into()]);
}

/// How strong the evidence is, 0-4; `None` takes it away.
pub(super) fn strength(app: &mut App, strength: Option<u8>) {
    let Some(id) = coding_here(app) else { return };
    let Some((code, place)) = named(app, &id) else {
        return;
    };
    let label = match strength {
        Some(strength) => message!(
            "label-coding-strength",
            strength = strength,
            code = code,
            place = place
        ),
        None => message!("label-coding-strength-clear", code = code, place = place),
    };
    let field = CodingField::Strength(strength);
    alter(app, &id.clone(), label, vec![(id, field).into()]);
}

/// One of the best, or no longer.
pub(super) fn star(app: &mut App) {
    let Some(id) = coding_here(app) else { return };
    let Some((code, place)) = named(app, &id) else {
        return;
    };
    let starred = app.work.as_ref().is_some_and(|work| {
        let coding = work.study().records.codings.get(&id);
        coding.is_some_and(|coding| coding.starred)
    });
    let label = if starred {
        message!("label-coding-unstar", code = code, place = place)
    } else {
        message!("label-coding-star", code = code, place = place)
    };
    let field = CodingField::Starred(!starred);
    alter(app, &id.clone(), label, vec![(id, field).into()]);
}

/// Picked to be quoted, or one better; one worse, or no longer picked. Among the passages shown with it.
pub(super) fn rank(app: &mut App, better: bool) {
    let Some(id) = coding_here(app) else { return };
    let Some((code, place)) = named(app, &id) else {
        return;
    };
    let shown = match app.at {
        At::Evidence => &app.places.evidence,
        At::Table => &app.places.table,
        _ => &app.places.passages,
    };
    let among = shown.current_passages();
    let changes = app.work.as_ref().map_or_else(Vec::new, |work| {
        edit::rank_quote(work.study(), among, &id, better)
    });
    if changes.is_empty() {
        return app.inform(message!("app-unchanged", code = code));
    }
    let label = message!("label-coding-rank", code = code, place = place);
    alter(app, &id, label, changes);
}

/// A memo on the coding; without a text, asks for it. An empty one takes it away.
pub(super) fn memo(app: &mut App, text: Option<&str>) {
    let Some(id) = coding_here(app) else { return };
    if let Some(text) = text {
        set_memo(app, &id, text);
        return;
    }
    let Some((code, _)) = named(app, &id) else {
        return;
    };
    let memo = app
        .work
        .as_ref()
        .and_then(|work| work.study().records.codings.get(&id))
        .map(|coding| coding.memo.clone())
        .unwrap_or_default();
    app.push(Layer::Prompt(Prompt::new(
        message!("app-memo", code = code),
        &memo,
        move |app, text| set_memo(app, &id, &text),
    )));
}

fn set_memo(app: &mut App, id: &CodingId, text: &str) {
    let Some((code, place)) = named(app, id) else {
        return;
    };
    let memo = crate::text::sanitise(text).text;
    let label = if memo.is_empty() {
        message!("label-coding-memo-clear", code = code, place = place)
    } else {
        message!("label-coding-memo", code = code, place = place)
    };
    let field = CodingField::Memo(memo);
    alter(app, id, label, vec![(id.clone(), field).into()]);
}

/// Takes the coding away.
pub(super) fn remove(app: &mut App) {
    let Some(id) = coding_here(app) else { return };
    let Some((code, place)) = named(app, &id) else {
        return;
    };
    let label = message!("label-coding-uncode", code = code, place = place);
    let changes = twins(app, &id).into_iter().map(Change::remove).collect();
    alter(app, &id, label, changes);
}

/// Gives the coding the ends of the selection.
pub(super) fn move_ends(app: &mut App) {
    let (Some(id), Some(passage)) = (coding_here(app), app.places.get(app.at).passage()) else {
        return;
    };
    let Some((code, place)) = named(app, &id) else {
        return;
    };
    let label = message!("label-coding-move-ends", code = code, place = place);
    let changes = twins(app, &id)
        .into_iter()
        .map(|id| (id, CodingField::Passage(passage.clone())).into())
        .collect();
    alter(app, &id, label, changes);
}

/// The codings that are shown as one with this one, itself among them.
fn twins(app: &App, id: &CodingId) -> Vec<CodingId> {
    let alone = || vec![id.clone()];
    let Some(study) = app.work.as_ref().map(crate::app::Work::study) else {
        return alone();
    };
    let Some(coding) = study.records.codings.get(id) else {
        return alone();
    };
    let code = study.resolve_code(&coding.code);
    let passage = study.passage_now(coding);
    let same = |other: &&CodingId| {
        study.records.codings.get(*other).is_some_and(|other| {
            study.passage_now(other) == passage
                && other.coder == coding.coder
                && study.resolve_code(&other.code) == code
        })
    };
    match passage {
        crate::study::coding::Passage::Text(text) => study
            .codings_of_version(&text.version)
            .filter(same)
            .cloned()
            .collect(),
        crate::study::coding::Passage::Note(note) => {
            study.codings_of_note(note).filter(same).cloned().collect()
        }
    }
}
