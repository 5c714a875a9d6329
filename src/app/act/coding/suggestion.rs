//! Codes that are suggested for the passage: taking one, switching them off and on, learning.

use crate::app::App;
use crate::app::place::transcript::hints::Lesson;
use crate::message;
use crate::study::edit;
use crate::study::word::Origin;

/// Puts a suggested code on the passage, from 0; never without being asked.
pub(super) fn take(app: &mut App, place: usize) {
    let best = app.places.transcript.suggestions();
    match best.get(place).map(|one| one.code.clone()) {
        Some(code) => super::put_here_as(app, &code, Origin::Suggested),
        None => app.warn(message!("app-suggestion-none", n = place + 1)),
    }
}

/// Whether codes are suggested in this study: the other way round.
pub(super) fn toggle(app: &mut App) {
    let Some(work) = &app.work else { return };
    let study = work.study();
    if study.blind {
        return app.warn(message!("app-suggestions-blind"));
    }
    let off = study.settings().no_suggestions;
    let word = if off { "yes" } else { "no" };
    let changes = edit::set_setting(study, "suggestions", word);
    let label = message!("label-set-study", key = "suggestions");
    if crate::app::act::carry(app, label, changes) {
        app.inform(if off {
            message!("app-suggestions-on")
        } else {
            message!("app-suggestions-off")
        });
    }
}

/// Learns on a worker what a large study taught since. Called after every event.
pub(in crate::app) fn learn_away(app: &mut App) {
    let Some(lesson) = app.places.transcript.hints.to_learn() else {
        return;
    };
    let Some(work) = &app.work else { return };
    let (study, texts) = (work.store.shared(), work.texts());
    let Lesson { mut learned, of } = lesson;
    app.job(move || {
        learned.renew(&study, &*texts);
        Box::new(move |app: &mut App| {
            // another study, since: the place is another one then
            app.places.transcript.hints.learnt(Lesson { learned, of });
        })
    });
}
