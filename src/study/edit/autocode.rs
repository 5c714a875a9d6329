//! Codings made many at a time, by a rule and not by reading; each waits for somebody's review.

use super::codings::put_coding_as;
use super::error::EditError;
use crate::study::change::{Change, Record};
use crate::study::coding::{CodingField, Passage};
use crate::study::fold::Study;
use crate::study::id::{CodeId, CodingId, Mint, ScenarioId};
use crate::study::word::{Origin, Polarity};
use std::collections::HashSet;

/// What coding many passages comes to.
#[derive(Debug, Default)]
pub struct Autocoded {
    /// The codings that are made.
    pub made: Vec<CodingId>,
    /// Passages that have the code by this coder already.
    pub met: usize,
    /// The changes; none where nothing is made.
    pub changes: Vec<Change>,
}

/// Puts one code on many passages, as codings that wait for review. A passage that has the code by this coder keeps the
/// coding it has, as it is.
///
/// # Errors
/// The code, or a scenario, is gone.
pub fn autocode(
    study: &Study,
    mint: &mut dyn Mint,
    passages: impl IntoIterator<Item = Passage>,
    code: &CodeId,
    coder: &str,
    polarities: &[(ScenarioId, Polarity)],
) -> Result<Autocoded, EditError> {
    let gone = |id: &dyn std::fmt::Display| EditError::Gone(id.to_string());
    study.resolve_code(code).ok_or_else(|| gone(code))?;
    for (scenario, _) in polarities {
        if !study.records.scenarios.contains_key(scenario) {
            return Err(gone(scenario));
        }
    }
    let mut done = Autocoded::default();
    let mut taken = HashSet::new();
    for passage in passages {
        if !taken.insert(passage.clone()) {
            continue;
        }
        let mut put = put_coding_as(study, mint, passage, code, coder, Origin::Auto);
        if put.met {
            done.met += 1;
            continue;
        }
        for change in &mut put.changes {
            if let Change::Add(record) = change
                && let Record::Coding(_, coding) = record.as_mut()
            {
                for (scenario, polarity) in polarities {
                    coding.replace(CodingField::Polarity(scenario.clone(), Some(*polarity)));
                }
            }
        }
        done.changes.append(&mut put.changes);
        done.made.push(put.id);
    }
    Ok(done)
}

/// Accepts codings that wait for review, or takes them away. One that is accepted is a coding by hand from then on:
/// somebody read the passage and answers for it; that it was made by a rule stays in the journal.
///
/// # Errors
/// One of them is gone, or waits for no review; then none is touched.
pub fn review<'a>(
    study: &Study,
    ids: impl IntoIterator<Item = &'a CodingId>,
    accept: bool,
) -> Result<Vec<Change>, EditError> {
    let mut taken = HashSet::new();
    let ids = ids.into_iter().filter(|id| taken.insert(*id));
    ids.map(|id| {
        let coding = study.records.codings.get(id);
        let coding = coding.ok_or_else(|| EditError::Gone(id.to_string()))?;
        if coding.origin != Origin::Auto {
            return Err(EditError::Reviewed(id.to_string()));
        }
        Ok(if accept {
            (id.clone(), CodingField::Origin(Origin::Hand)).into()
        } else {
            Change::remove(id.clone())
        })
    })
    .collect()
}
