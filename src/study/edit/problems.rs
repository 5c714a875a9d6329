//! Acts on the log of problems.

use super::error::EditError;
use crate::study::change::Change;
use crate::study::fold::Study;
use crate::study::id::{Mint, ProblemId};
use crate::study::session::Problem;
use jiff::Timestamp;

/// A new problem; its words must say something, and its interview must be there.
pub fn add_problem(
    study: &Study,
    mint: &mut dyn Mint,
    problem: Problem,
) -> Result<(ProblemId, Vec<Change>), EditError> {
    let problem = fit(study, problem)?;
    let id = ProblemId::mint(mint);
    Ok((id.clone(), vec![(id, problem).into()]))
}

/// A problem as it is to become.
pub fn edit_problem(
    study: &Study,
    id: &ProblemId,
    wanted: Problem,
) -> Result<Vec<Change>, EditError> {
    let before = known(study, id)?;
    let wanted = fit(study, wanted)?;
    let fields = before.diff(&wanted).into_iter();
    Ok(fields.map(|field| (id.clone(), field).into()).collect())
}

/// A problem is settled, at a moment and in some way; one that is settled already keeps its moment.
pub fn settle_problem(
    study: &Study,
    id: &ProblemId,
    at: Timestamp,
    how: &str,
) -> Result<Vec<Change>, EditError> {
    let before = known(study, id)?;
    let wanted = Problem {
        settled_at: before.settled_at.or(Some(at)),
        settled: how.trim().to_owned(),
        ..before.clone()
    };
    edit_problem(study, id, wanted)
}

fn known<'a>(study: &'a Study, id: &ProblemId) -> Result<&'a Problem, EditError> {
    let problem = study.records.problems.get(id);
    problem.ok_or_else(|| EditError::Gone(id.to_string()))
}

fn fit(study: &Study, problem: Problem) -> Result<Problem, EditError> {
    let words = problem.words.trim().to_owned();
    if words.is_empty() {
        return Err(EditError::NoWords);
    }
    if let Some(id) = &problem.session
        && !study.records.sessions.contains_key(id)
    {
        return Err(EditError::Gone(id.to_string()));
    }
    Ok(Problem { words, ..problem })
}
