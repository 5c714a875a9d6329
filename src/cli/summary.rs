//! `summary set|remove`: what an interview says on a theme, in somebody's own words.

use super::args::SummaryVerb;
use super::cx::Cx;
use super::failure::Done;
use super::{acts, find};
use crate::message;
use crate::study::edit;

/// Summaries of the framework.
pub fn summary(cx: &Cx, verb: &SummaryVerb) -> Done {
    let mut store = cx.write()?;
    let (study, mint) = store.study_and_mint();
    let (label, changes) = match verb {
        SummaryVerb::Set { session, key, text } => {
            let id = find::session(study, session)?;
            acts::not_withdrawn(study, &id)?;
            let code = find::code(study, key)?;
            let changes = edit::set_summary(study, mint, &id, &code, text, cx.coder())?;
            let label = message!("label-set-summary", session = session, code = key);
            (label, changes)
        }
        SummaryVerb::Remove { session, key } => {
            let id = find::session(study, session)?;
            let code = find::code(study, key)?;
            let changes = edit::remove_summary(study, &id, &code)?;
            let label = message!("label-remove-summary", session = session, code = key);
            (label, changes)
        }
    };
    cx.commit(&mut store, label, changes)
}
