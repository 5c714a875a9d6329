//! Acts on findings. Whoever states or judges has looked at the evidence as it stands: its state is noted with the
//! judgement, so that a later change of the evidence shows.

use super::codings::whole_second;
use super::error::{EditError, clean_key};
use super::order::last_position;
use crate::study::change::Change;
use crate::study::finding::Finding;
use crate::study::fold::Study;
use crate::study::id::{CodingId, FindingId, Mint};
use crate::study::word::{Concern, Side};

/// A new finding, after all others; without a key, the next `F1`, `F2`…
pub fn add_finding(
    study: &Study,
    mint: &mut dyn Mint,
    finding: Finding,
    by: &str,
) -> Result<(FindingId, Vec<Change>), EditError> {
    let mut finding = finding;
    if finding.key.trim().is_empty() {
        let free = |n: &usize| study.finding_by_key(&format!("F{n}")).is_none();
        let n = (1..=study.records.findings.len() + 1).find(free);
        let n = n.unwrap_or_default();
        finding.key = format!("F{n}");
    }
    finding.position = last_position(study.findings().iter().map(|(_, one)| one.position));
    let finding = judged(study, mint, fit(study, None, finding)?, by);
    let id = FindingId::mint(mint);
    Ok((id.clone(), vec![(id, finding).into()]))
}

/// A finding as it is to become: stated or judged anew, on the evidence as it stands.
pub fn edit_finding(
    study: &Study,
    mint: &mut dyn Mint,
    id: &FindingId,
    wanted: Finding,
    by: &str,
) -> Result<Vec<Change>, EditError> {
    let before = known(study, id)?;
    let wanted = fit(study, Some(id), wanted)?;
    if before.diff(&wanted).is_empty() {
        return Ok(Vec::new());
    }
    Ok(changes(id, before, &judged(study, mint, wanted, by)))
}

/// The evidence was looked at again, and the finding stands as it is.
pub fn keep_finding(
    study: &Study,
    mint: &mut dyn Mint,
    id: &FindingId,
    by: &str,
) -> Result<Vec<Change>, EditError> {
    let before = known(study, id)?;
    Ok(changes(
        id,
        before,
        &judged(study, mint, before.clone(), by),
    ))
}

/// Puts codings on one side of a finding, or takes them off. As long as nobody has judged, this is part of writing it;
/// later it leaves the judgement behind.
pub fn cite(
    study: &Study,
    id: &FindingId,
    codings: &[CodingId],
    side: Option<Side>,
) -> Result<Vec<Change>, EditError> {
    let before = known(study, id)?;
    let mut wanted = before.clone();
    for coding in codings {
        match side {
            Some(_) if !study.records.codings.contains_key(coding) => {
                return Err(EditError::Gone(coding.to_string()));
            }
            Some(side) => {
                wanted.evidence.insert(coding.clone(), side);
            }
            None => {
                if wanted.evidence.remove(coding).is_none() {
                    return Err(EditError::Gone(coding.to_string()));
                }
            }
        }
    }
    if !before.is_judged() {
        wanted.seen = study.evidence_state(&wanted);
    }
    Ok(changes(id, before, &wanted))
}

fn known<'a>(study: &'a Study, id: &FindingId) -> Result<&'a Finding, EditError> {
    let finding = study.records.findings.get(id);
    finding.ok_or_else(|| EditError::Gone(id.to_string()))
}

fn changes(id: &FindingId, before: &Finding, wanted: &Finding) -> Vec<Change> {
    let fields = before.diff(wanted).into_iter();
    fields.map(|field| (id.clone(), field).into()).collect()
}

fn judged(study: &Study, mint: &mut dyn Mint, finding: Finding, by: &str) -> Finding {
    Finding {
        seen: study.evidence_state(&finding),
        by: by.to_owned(),
        at: Some(whole_second(mint.now())),
        ..finding
    }
}

/// A finding must state something, and give the reasons of what is judged.
fn fit(study: &Study, own: Option<&FindingId>, finding: Finding) -> Result<Finding, EditError> {
    let mut finding = finding;
    finding.key = clean_key(&finding.key)?;
    let mut others = study.records.findings.iter();
    if others.any(|(id, other)| Some(id) != own && other.key == finding.key) {
        return Err(EditError::KeyTaken(finding.key));
    }
    if let Some(id) = &finding.scenario
        && !study.records.scenarios.contains_key(id)
    {
        return Err(EditError::Gone(id.to_string()));
    }
    finding.statements.retain(|_, text| !text.trim().is_empty());
    if finding.statements.is_empty() {
        return Err(EditError::NoWords);
    }
    finding.reasons.retain(|_, text| !text.trim().is_empty());
    let without = |(component, concern): (&_, &Concern)| {
        *concern != Concern::None && !finding.reasons.contains_key(component)
    };
    if finding.concerns.iter().any(without)
        || (finding.confidence.is_some() && finding.reason.trim().is_empty())
    {
        return Err(EditError::NoReason);
    }
    Ok(finding)
}
