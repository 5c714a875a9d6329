//! One coding more, or the one that is there.

use super::{code_key, whereabouts};
use crate::app::App;
use crate::app::place::transcript::reading::{Source, Standing};
use crate::message;
use crate::study::Hidden;
use crate::study::coding::Passage;
use crate::study::edit;
use crate::study::id::{CodeId, CodingId};
use crate::study::word::Origin;

/// Puts a code on a passage, as the present coder. The same passage, code and coder is one coding: where it is there
/// already, it stays. Returns the coding.
pub fn put(app: &mut App, passage: Passage, code: &CodeId) -> Option<CodingId> {
    put_as(app, passage, code, Origin::Hand)
}

/// The same, with how it comes to be.
pub(super) fn put_as(
    app: &mut App,
    passage: Passage,
    code: &CodeId,
    origin: Origin,
) -> Option<CodingId> {
    let work = app.work.as_ref()?;
    let study = work.study();
    if Hidden::of(study).passage(study, work.texts().as_ref(), &passage) {
        app.warn(message!("app-hidden-code"));
        return None;
    }
    let key = code_key(study, code);
    let place = whereabouts(app, study, &passage);
    let uncounted = uncounted(app, &passage);
    let work = app.work.as_mut()?;
    let coder = work.coder.clone();
    let (study, mint) = work.store.study_and_mint();
    let put = edit::put_coding_as(study, mint, passage, code, &coder, origin);
    let label = message!("label-coding-put", code = &key, place = &place);
    if !put.met && !app.change(label.clone(), put.changes) {
        return None;
    }
    if let Some(work) = &mut app.work {
        work.used(code);
    }
    app.inform(if put.met {
        message!("app-coded-already", code = key, place = place)
    } else if uncounted {
        message!("app-coded-uncounted", what = label)
    } else {
        message!("app-literally", text = label)
    });
    Some(put.id)
}

/// Whether a passage is an interviewer's words, which do not count in this study.
fn uncounted(app: &App, passage: &Passage) -> bool {
    let (Passage::Text(text), Some(work), Some(reading)) =
        (passage, &app.work, app.places.transcript.reading())
    else {
        return false;
    };
    !work.study().settings().count_interviewer
        && reading.source == Source::Text(text.version.clone())
        && reading.standing(reading.turn_at(text.start as usize)) == Standing::Interviewer
}
