//! The work of several coders: a colleague's copy comes in, what two coders disagree on is walked and settled.

use super::{carry, coding};
use crate::app::away::watched;
use crate::app::layer::{Choice, Confirm, Layer, Pick, PickItem, Picker, Prompt};
use crate::app::place::coders::{Beside, Made};
use crate::app::place::transcript::reading::{Reading, Source};
use crate::app::{App, At, Places, Work};
use crate::command::{CodersAct, Invocation};
use crate::i18n::Message;
use crate::message;
use crate::store::{Joined, StoreError};
use crate::study::coding::Passage;
use crate::study::edit::{self, Verdict};
use crate::study::id::CodingId;
use crate::study::word::SessionState;
use std::path::PathBuf;

pub(super) fn run(app: &mut App, act: CodersAct, invocation: &Invocation) {
    match act {
        CodersAct::One => settle(app, Verdict::One),
        CodersAct::Other => settle(app, Verdict::Other),
        CodersAct::Both => settle(app, Verdict::Both),
        CodersAct::Neither => settle(app, Verdict::Neither),
        CodersAct::Pair => pair(app),
        CodersAct::Next | CodersAct::Previous => {
            let (forward, times) = (act == CodersAct::Next, invocation.times());
            if app.at == At::Coders {
                walk(app, forward, times);
            } else {
                compared(app, move |app| walk(app, forward, times));
            }
        }
        CodersAct::Beside if app.at == At::Coders => beside(app),
        CodersAct::Beside => compared(app, beside),
        CodersAct::Blind => blind(app),
        CodersAct::Join => join(app, invocation.arg.as_deref()),
    }
}

/// Enter: to the words of the disagreement under the cursor.
pub(super) fn enter(app: &mut App) {
    let row = app.places.coders.current();
    if let Some(id) = row.and_then(|row| Some(row.side()?.id.clone())) {
        coding::open_at(app, &id);
    }
}

/// Starts on a worker what the queue waits for. Called after every event.
pub(in crate::app) fn compare_away(app: &mut App) {
    compare_then(app, |_| {});
}

/// Does something with the queue once it is as it should be: at once, or when a worker has compared.
fn compared(app: &mut App, then: impl FnOnce(&mut App) + Send + 'static) {
    let Some(work) = &app.work else { return };
    app.places.coders.compare(work, app.words.lang());
    if !app.places.coders.is_stale() {
        return then(app);
    }
    compare_then(app, then);
}

fn compare_then(app: &mut App, then: impl FnOnce(&mut App) + Send + 'static) {
    let place = &mut app.places.coders;
    let Some(wanted) = place.to_compare.take() else {
        return;
    };
    let (Some(work), Some(pair)) = (&app.work, wanted.3.clone()) else {
        return;
    };
    let (study, texts, lang) = (work.store.shared(), work.texts(), wanted.2);
    let [one, other] = pair.clone();
    let asked = wanted.clone();
    let progress = app.away(
        message!("app-coders-comparing", one = one, other = other),
        move |progress| Made::of(&study, &*texts, lang, &pair, progress),
        move |app, made| {
            // the study went on meanwhile, or other two are compared
            if app.places.coders.is_comparing(&wanted) {
                app.places.coders.take(wanted, made);
                app.refresh();
                then(app);
            }
        },
    );
    app.places.coders.begin(asked, progress);
}

/// Asks why, and settles the disagreement under the cursor.
fn settle(app: &mut App, verdict: Verdict) {
    let place = &app.places.coders;
    let (Some(row), Some(pair)) = (place.current(), place.pair.clone()) else {
        return;
    };
    let ids = row
        .sides
        .each_ref()
        .map(|side| side.as_ref().map(|side| side.id.clone()));
    let missing = match verdict {
        Verdict::One => ids[0].is_none().then(|| pair[0].clone()),
        Verdict::Other => ids[1].is_none().then(|| pair[1].clone()),
        Verdict::Both => {
            let absent = pair.iter().zip(&ids).find(|(_, id)| id.is_none());
            absent.map(|(coder, _)| coder.clone())
        }
        Verdict::Neither => None,
    };
    if let Some(coder) = missing {
        return app.warn(message!("app-coders-nothing", coder = coder));
    }
    let title = message!(
        "app-coders-why",
        verdict = verdict.as_str(),
        one = &pair[0],
        other = &pair[1]
    );
    let prompt = Prompt::new(title, "", move |app, reason| {
        let Some(work) = &mut app.work else { return };
        let (study, mint) = work.store.study_and_mint();
        let of = ids.each_ref().map(Option::as_ref);
        let between = pair.each_ref().map(String::as_str);
        let changes = edit::settle(study, mint, of, &between, verdict, &reason);
        let label = message!("label-settle-coding", verdict = verdict.as_str());
        if carry(app, label.clone(), changes) {
            app.inform(label);
        }
    });
    app.push(Layer::Prompt(prompt));
}

/// Chooses the two who are compared.
fn pair(app: &mut App) {
    let Some(work) = &app.work else { return };
    let pairs = app.places.coders.pairs(&work.coder);
    if pairs.is_empty() {
        return app.inform(message!("app-coders-one"));
    }
    let items = pairs.iter().enumerate().map(|(at, pair)| PickItem {
        id: at.to_string(),
        key: pair.join(" / "),
        ..PickItem::default()
    });
    let now = app.places.coders.pair.as_ref();
    let at = pairs.iter().position(|pair| Some(pair) == now);
    let title = message!("app-coders-which");
    let picker = Picker::new(title, items.collect(), move |app, pick| {
        if let Pick::Item(id) = pick
            && let Some(pair) = id.parse::<usize>().ok().and_then(|at| pairs.get(at))
        {
            app.places.coders.pair = Some(pair.clone());
            app.places.coders.list.at = 0;
            app.refresh();
        }
    });
    let picker = picker.starting_at(&at.unwrap_or(0).to_string());
    app.push(Layer::Picker(picker));
}

/// The text of the disagreement under the cursor, or the one that is read, with what both put there; once more, away.
fn beside(app: &mut App) {
    let Some(work) = &app.work else { return };
    let place = &mut app.places.coders;
    if app.at == At::Coders && place.beside.take().is_some() {
        return app.refresh();
    }
    if place.pair.is_none() {
        return app.inform(message!("app-coders-one"));
    }
    let study = work.study();
    let wanted = match (app.at, app.places.transcript.reading()) {
        (At::Transcript, Some(reading)) => {
            Some((reading.source.clone(), app.places.transcript.at()))
        }
        _ => place.current().and_then(|row| {
            let passage = &row.side()?.passage;
            let source = match (passage, study.place_of(passage)?) {
                (Passage::Text(text), _) => Source::Text(text.version.clone()),
                (Passage::Note(_), of) => Source::Notes(of.session()?.clone()),
            };
            Some((source, 0))
        }),
    };
    let Some((source, at)) = wanted else { return };
    let Ok(reading) = Reading::open(study, &*work.texts(), &source, app.words) else {
        return app.warn(message!("app-coding-gone"));
    };
    let passage = place
        .current()
        .and_then(|row| reading.span_of(&row.side()?.passage));
    let at = match (app.at, passage) {
        (At::Coders, Some(span)) => span.start,
        _ => at,
    };
    place.beside = Some(Beside::new(reading, at));
    if app.at == At::Coders {
        app.refresh();
    } else {
        app.go(At::Coders);
    }
}

/// The next disagreement in the text that is read, or the one before.
fn walk(app: &mut App, forward: bool, times: usize) {
    if app.at == At::Coders {
        let place = &mut app.places.coders;
        let moved = match &mut place.beside {
            Some(beside) => (0..times.max(1)).all(|_| beside.walk(forward)),
            None => false,
        };
        if !moved {
            app.inform(message!("app-coders-end"));
        }
        return app.refresh();
    }
    let place = &app.places.coders;
    let Some([one, other]) = &place.pair else {
        return app.inform(message!("app-coders-one"));
    };
    let Some(reading) = app.places.transcript.reading() else {
        return;
    };
    let mut spots: Vec<(std::ops::Range<usize>, CodingId, Message)> = place
        .rows
        .iter()
        .filter_map(|row| {
            let side = row.side()?;
            Some((
                reading.span_of(&side.passage)?,
                side.id.clone(),
                row.told.clone(),
            ))
        })
        .collect();
    spots.sort_by_key(|(span, ..)| (span.start, span.end));
    let at = app.places.transcript.at();
    let steps = times.max(1) - 1;
    let found = if forward {
        spots.iter().filter(|(span, ..)| span.start > at).nth(steps)
    } else {
        let before = spots.iter().rev().filter(|(span, ..)| span.start < at);
        before.clone().nth(steps)
    };
    match found.cloned() {
        Some((span, id, told)) => {
            let source = reading.source.clone();
            app.places.transcript.open_at(source, span, id);
            app.refresh();
            app.inform(told);
        }
        None => {
            let elsewhere = place.rows.len() - spots.len();
            let none = message!(
                "app-coders-no-more",
                one = one,
                other = other,
                here = spots.len(),
                elsewhere = elsewhere
            );
            app.inform(none);
        }
    }
}

/// Codes blind from now on; or, once it is meant, sees again what the others coded.
fn blind(app: &mut App) {
    let Some(work) = &app.work else { return };
    if !work.store.is_blind() {
        return set_blind(app, true);
    }
    let question = message!("app-blind-leave");
    let stay = Choice::new(message!("app-blind-stay"), |_| {});
    let leave = Choice::new(message!("app-blind-go"), |app| set_blind(app, false));
    app.push(Layer::Confirm(Confirm::new(question, vec![stay, leave])));
}

fn set_blind(app: &mut App, blind: bool) {
    let Some(work) = &app.work else { return };
    let coder = work.coder.clone();
    let changes = edit::set_blind(work.study(), &coder, blind);
    let on = if blind { "on" } else { "off" };
    let label = message!("label-blind", coder = coder, state = on);
    if app.change(label, changes) {
        app.inform(message!("app-blind", state = on));
    }
}

/// Brings in a colleague's copy of the study; without a path, one is chosen.
fn join(app: &mut App, path: Option<&str>) {
    match path {
        Some(path) => bring_in(app, super::file::expand(path)),
        None => super::file::pick_copy(app, bring_in),
    }
}

/// Joins on a worker, which has the study for as long: what comes in makes it anew. Nothing is there to be changed
/// meanwhile, and the line under the text says how far it is.
fn bring_in(app: &mut App, folder: PathBuf) {
    let running = |work: &Work| {
        let sessions = work.study().records.sessions.values();
        sessions
            .into_iter()
            .any(|one| one.state == SessionState::Running)
    };
    if app.work.as_ref().is_some_and(running) {
        return app.warn(message!("app-join-call"));
    }
    let Some(mut work) = app.work.take() else {
        return;
    };
    let before = (
        std::mem::take(&mut app.places),
        std::mem::take(&mut app.trail),
        app.at,
    );
    app.at = At::Board;
    let told = message!("app-joining", folder = folder.display().to_string());
    app.away_to_the_end(
        told.clone(),
        move |progress| {
            let joined = work.store.join(&folder, &mut *watched(progress, 100.0));
            (work, joined)
        },
        move |app, (work, joined)| {
            let is_own = |open: &Work| open.name == work.name;
            if app.work.as_ref().is_none_or(is_own) {
                (app.places, app.trail, app.at) = before;
                app.work = Some(work);
                told_of(app, joined, &told);
                app.refresh();
            } else {
                // another study was opened since: this one is closed
                told_elsewhere(app, &work.name, joined, told);
            }
        },
    );
}

/// Says of a study that is no longer open what came into it.
fn told_elsewhere(app: &mut App, name: &str, joined: Result<Joined, StoreError>, told: Message) {
    let of = |what: Message| message!("app-join-elsewhere", study = name, what = what);
    match joined {
        Ok(joined) => {
            for what in joined.messages().into_iter().rev() {
                app.inform(of(what));
            }
        }
        Err(StoreError::GivenUp) => {
            app.inform(of(message!("app-away-given-up", what = told)));
        }
        Err(error) => app.fail(of(error.message())),
    }
}

fn told_of(app: &mut App, joined: Result<Joined, StoreError>, told: &Message) {
    let Some(work) = &mut app.work else { return };
    work.revision += 1;
    work.evidence_revision += 1;
    let joined = match joined {
        Ok(joined) => joined,
        Err(StoreError::GivenUp) => {
            return app.inform(message!("app-away-given-up", what = told.clone()));
        }
        Err(error) => return app.fail(error.message()),
    };
    let notices = work.store.notices();
    if !joined.is_empty() {
        // What a place had in hand may be gone.
        app.places = Places::default();
        app.trail.clear();
        app.at = At::Board;
        app.refresh();
    }
    let report = joined.messages();
    let n_told = report.len() + notices.len();
    for notice in notices {
        app.warn(notice);
    }
    // The last one told is the one on the screen: what came, which is the first.
    for message in report.into_iter().rev() {
        app.inform(message);
    }
    if n_told > 1 {
        app.go(At::Messages);
    }
}
