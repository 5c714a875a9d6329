//! Small acts that several verbs share: places in an order, labels, strings of records.

use super::args::Shift;
use super::failure::{Done, Failure, NO_INPUT};
use crate::message;
use crate::study::Study;
use crate::study::id::SessionId;
use crate::study::word::Consent;

/// How far something at `from` of `len` goes.
pub fn shift_by(shift: Shift, from: usize) -> isize {
    let signed = |n: usize| isize::try_from(n).unwrap_or(isize::MAX);
    match shift.to {
        Some(to) => {
            signed(usize::try_from(to).unwrap_or(usize::MAX).saturating_sub(1)) - signed(from)
        }
        None if shift.up => -1,
        None => 1,
    }
}

/// The words of a debrief, a label…: empty takes it away.
pub fn given(text: &str) -> Option<String> {
    (!text.is_empty()).then(|| text.to_owned())
}

/// Refuses an interview that is withdrawn: nothing of it is shown or added to.
pub fn not_withdrawn(study: &Study, session: &SessionId) -> Done {
    if study.session_consent(session) == Consent::Withdrawn {
        let key = study
            .records
            .sessions
            .get(session)
            .map_or("", |session| session.key.as_str());
        return Err(Failure::new(NO_INPUT, message!("cli-withdrawn", key = key)));
    }
    Ok(())
}
