//! `exclude`: passages that stay out, and taking them in again.

use super::args::{Exclude, ExcludeVerb, Where};
use super::cx::Cx;
use super::failure::{Done, Failure, NO_INPUT, USAGE};
use super::{acts, find, passage};
use crate::message;
use crate::study::edit;
use crate::study::exclusion::Excluded;
use crate::study::id::ExclusionId;
use crate::study::word::Consent;

/// Leaves a passage out and prints its id; lists what is left out; takes a passage in again.
pub fn exclude(cx: &Cx, asked: &Exclude) -> Done {
    match (&asked.verb, &asked.session) {
        (Some(ExcludeVerb::Remove { id }), _) => readmit(cx, id),
        (Some(ExcludeVerb::List { session }), _) => list(cx, session.as_deref()),
        (None, Some(session)) => leave_out(cx, session, asked),
        (None, None) => Ok(()),
    }
}

fn leave_out(cx: &Cx, key: &str, asked: &Exclude) -> Done {
    let mut store = cx.write()?;
    let session = find::session(store.study(), key)?;
    acts::not_withdrawn(store.study(), &session)?;
    let what = match (asked.from, asked.to, &asked.note) {
        (Some(from_ms), Some(to_ms), _) => Excluded::Time { from_ms, to_ms },
        (_, _, Some(note)) => Excluded::Note(find::note(store.study(), note)?),
        _ if asked.span.is_some() || asked.quote.is_some() => {
            let text = passage::of_session(&store, &session, asked.document.as_deref())?;
            let place = Where {
                quote: asked.quote.clone(),
                span: asked.span,
            };
            Excluded::Text(passage::passage(&text, &place)?)
        }
        _ => return Err(Failure::new(USAGE, message!("cli-exclude-what"))),
    };
    let label = message!("label-exclude", session = key);
    let (study, mint) = store.study_and_mint();
    let reason = asked.reason.as_deref().unwrap_or("");
    let (id, changes) = edit::exclude(study, mint, &session, what, reason, cx.coder())?;
    cx.commit(&mut store, label, changes)?;
    cx.line(&id.to_string())
}

fn readmit(cx: &Cx, id: &str) -> Done {
    let mut store = cx.write()?;
    let study = store.study();
    let of = ExclusionId::new(id);
    let Some(exclusion) = study.records.exclusions.get(&of) else {
        return Err(Failure::new(NO_INPUT, message!("study-gone", what = id)));
    };
    let session = study.records.sessions.get(&exclusion.session);
    let label = message!(
        "label-readmit",
        session = session.map_or("", |session| session.key.as_str())
    );
    let changes = edit::readmit(study, &of)?;
    cx.commit(&mut store, label, changes)
}

fn list(cx: &Cx, session: Option<&str>) -> Done {
    let store = cx.read()?;
    let study = store.study();
    let only = session.map(|key| find::session(study, key)).transpose()?;
    let mut rows = Vec::new();
    for (id, session) in study.sessions() {
        if only.as_ref().is_some_and(|only| only != id)
            || study.session_consent(id) == Consent::Withdrawn
        {
            continue;
        }
        let own = study.records.exclusions.iter();
        for (own, exclusion) in own.filter(|(_, exclusion)| exclusion.session == *id) {
            rows.push(vec![
                own.to_string(),
                session.key.clone(),
                cx.words.say(&exclusion.what.told(study)),
                exclusion.reason.clone(),
            ]);
        }
    }
    cx.columns(&rows)
}
