//! Setting a milestone.

use super::codings::whole_second;
use super::error::{EditError, clean_key};
use crate::study::change::Change;
use crate::study::fold::Study;
use crate::study::id::{MilestoneId, Mint};
use crate::study::milestone::Milestone;

/// A milestone of what is known now; its name is free.
pub fn add_milestone(
    study: &Study,
    mint: &mut dyn Mint,
    milestone: Milestone,
) -> Result<Vec<Change>, EditError> {
    let name = clean_key(&milestone.name)?;
    if study.milestone_by_name(&name).is_some() {
        return Err(EditError::KeyTaken(name));
    }
    let milestone = Milestone {
        name,
        at: Some(whole_second(mint.now())),
        ..milestone
    };
    Ok(vec![(MilestoneId::mint(mint), milestone).into()])
}
