//! Searching in the whole study: what is looked for, and going to a hit.

mod filter;
mod quotes;
mod saved;
#[cfg(test)]
mod tests;

use super::{call, coding};
use crate::analysis::search::{Hit, Progress, Source};
use crate::app::layer::{Layer, Prompt};
use crate::app::place::find::run as look;
use crate::app::{App, At};
use crate::command::{FindAct, Invocation};
use crate::message;

pub(super) fn run(app: &mut App, act: FindAct, invocation: &Invocation) {
    let text = invocation.arg.as_deref();
    match act {
        FindAct::Open => open(app, text),
        FindAct::Words => words(app, text),
        FindAct::Regex => app.places.find.asked.how.regex ^= true,
        FindAct::Exact => app.places.find.asked.how.exact ^= true,
        FindAct::Whole => app.places.find.asked.how.whole ^= true,
        FindAct::Voice => filter::voice(app),
        FindAct::Where => filter::attribute(app, text),
        FindAct::Code => filter::code(app, text),
        FindAct::Save => saved::save(app, text),
        FindAct::Saved => saved::open(app, text),
        FindAct::Remove => saved::remove(app, text),
        FindAct::Quotes => quotes::run(app, text),
        FindAct::Clear => filter::clear(app),
    }
}

/// Goes to the place; where nothing was looked for yet, asks what for.
fn open(app: &mut App, text: Option<&str>) {
    app.go(At::Find);
    match text {
        Some(text) => set(app, text),
        None if app.places.find.asked.words.is_empty() => words(app, None),
        None => {}
    }
}

fn words(app: &mut App, text: Option<&str>) {
    if let Some(text) = text {
        return set(app, text);
    }
    let before = app.places.find.asked.words.clone();
    app.push(Layer::Prompt(Prompt::new(
        message!("app-find-words"),
        &before,
        |app, text| set(app, &text),
    )));
}

/// Looks for other words; what cannot be looked for is told, and the hits before stay.
fn set(app: &mut App, text: &str) {
    let mut asked = app.places.find.asked.clone();
    text.clone_into(&mut asked.words);
    match asked.query() {
        Ok(_) => {
            app.places.find.asked = asked;
            // the next and the one before
            text.clone_into(&mut app.pattern);
        }
        Err(why) => app.warn(why),
    }
}

/// Goes to the words under the cursor, in their place; back leads to the same hit.
pub(super) fn enter(app: &mut App) {
    match app.places.find.current().cloned() {
        Some(hit) => to(app, &hit),
        None => words(app, None),
    }
}

fn to(app: &mut App, hit: &Hit) {
    // in the text, the keys of the local search go on from this hit
    let asked = &app.places.find.asked;
    app.pattern.clone_from(&asked.words);
    app.places.transcript.searched = Some((asked.words.clone(), asked.how));
    match &hit.source {
        Source::Turn(version) | Source::Reference(version) => {
            coding::open_words(app, version, hit.span.clone());
        }
        Source::Note(note) => coding::open_note(app, note, hit.span.clone()),
        Source::Memo(about, memo) => super::memo::open(app, about.clone(), memo.as_ref()),
        Source::Answer(_) => {
            if let Some(session) = hit.session.clone() {
                call::open_at(app, session, &hit.document);
            }
        }
        Source::Code(id) => {
            app.go(At::Codebook);
            app.places.codebook.put(id);
        }
    }
}

/// Starts on a worker what the place waits for; what was looked for before is let go. Called after every event.
pub(in crate::app) fn search_away(app: &mut App) {
    let Some(wanted) = app.places.find.to_search.take() else {
        return;
    };
    if let Some((_, before)) = app.places.find.searching.take() {
        before.give_up();
    }
    let progress = Progress::waking(app.waker.clone());
    app.places.find.searching = Some((wanted.clone(), progress.clone()));
    let (corpus, turns) = app.places.find.read();
    let Some(work) = &app.work else { return };
    let (study, texts) = (work.store.shared(), work.texts());
    app.job(move || {
        let found = look(&study, &*texts, corpus, &turns, &wanted, &progress);
        Box::new(move |app: &mut App| {
            let place = &mut app.places.find;
            // another study, other words, or nobody waits any more
            let waited = place.searching.as_ref();
            if waited.is_some_and(|(_, now)| now.is(&progress)) {
                place.take(wanted, found);
            }
        })
    });
}
