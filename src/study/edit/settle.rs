//! Several coders: settling what two disagree on, coding blind.

use super::codings::whole_second;
use super::error::EditError;
use crate::study::change::Change;
use crate::study::coding::{Coding, Passage};
use crate::study::fold::Study;
use crate::study::id::{CodingId, Mint};
use crate::study::settings::SettingsField;
use crate::study::word::{Origin, Polarity};
use std::collections::BTreeSet;

/// What is decided on the codings of two coders.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// The first one's stands.
    One,
    /// The other one's stands.
    Other,
    /// Each stands, for itself.
    Both,
    /// Nothing is coded there.
    Neither,
}

impl Verdict {
    /// All, in the order in which they are offered.
    pub const ALL: [Self; 4] = [Self::One, Self::Other, Self::Both, Self::Neither];

    /// The word on the command line.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::One => "one",
            Self::Other => "other",
            Self::Both => "both",
            Self::Neither => "neither",
        }
    }
}

/// Settles the codings of two coders, or the coding of one that the other has not: a new coding, by both, says what
/// stands and why, and remembers the codings it settles, which no longer count. Where nothing stands it settles itself
/// too, and so counts no more than they do. What was decided on the same codings before is replaced; what a decision
/// among others let stand of a third coder stays.
///
/// `between` are the coders who are compared; those of the codings need not be among them.
///
/// # Errors
/// No reason is given; a coding is gone, or is itself such a decision; both are by one coder, or have no words in
/// common; the one that is to stand is not there.
pub fn settle(
    study: &Study,
    mint: &mut dyn Mint,
    pair: [Option<&CodingId>; 2],
    between: &[&str],
    verdict: Verdict,
    reason: &str,
) -> Result<Vec<Change>, EditError> {
    if reason.trim().is_empty() {
        return Err(EditError::NoReason);
    }
    let found = |id: &CodingId| {
        let coding = study.records.codings.get(id);
        let coding = coding.ok_or_else(|| EditError::Gone(id.to_string()))?;
        match coding.origin {
            Origin::Settled => Err(EditError::Settled(id.to_string())),
            _ => Ok(coding),
        }
    };
    let [one, other] = pair;
    let (one, other) = (one.map(found).transpose()?, other.map(found).transpose()?);
    let codings: Vec<&Coding> = [one, other].into_iter().flatten().collect();
    if let [one, other] = codings.as_slice() {
        if one.coder == other.coder {
            return Err(EditError::OneCoder(one.coder.clone()));
        }
        if !meet(study.passage_now(one), study.passage_now(other)) {
            return Err(EditError::NothingInCommon);
        }
    }
    let ids: BTreeSet<&CodingId> = pair.into_iter().flatten().collect();
    let mut settled: BTreeSet<CodingId> = ids.iter().copied().cloned().collect();
    let mut changes = Vec::new();
    for (id, before) in decided(study, &ids, &codings) {
        let others = before.settles.iter().filter(|other| *other != id);
        settled.extend(others.cloned());
        changes.push(Change::remove(id.clone()));
    }
    let stand: Vec<Coding> = match verdict {
        Verdict::One => vec![one],
        Verdict::Other => vec![other],
        Verdict::Both => vec![one, other],
        // what was on the table is remembered by its words and code
        Verdict::Neither => vec![one.or(other)],
    }
    .into_iter()
    .map(|coding| coding.cloned().ok_or(EditError::Gone(String::new())))
    .collect::<Result<_, _>>()?;
    let coder = by(&codings, between);
    let coded_at = Some(whole_second(mint.now()));
    for coding in as_one(study, stand) {
        let id = CodingId::mint(mint);
        let mut settles = settled.clone();
        if verdict == Verdict::Neither {
            settles.insert(id.clone());
        }
        let new = Coding {
            passage: study.passage_now(&coding).clone(),
            code: coding.code,
            coder: coder.clone(),
            strength: coding.strength,
            memo: reason.trim().to_owned(),
            starred: coding.starred,
            rank: coding.rank,
            coded_at,
            origin: Origin::Settled,
            settles: settles.into_iter().collect(),
            polarities: coding.polarities,
            ..Coding::default()
        };
        changes.push((id, new).into());
    }
    Ok(changes)
}

/// Has a coder code blind, or see again what the others coded; no change where it is so.
pub fn set_blind(study: &Study, coder: &str, blind: bool) -> Vec<Change> {
    if study.codes_blind(coder) == blind {
        return Vec::new();
    }
    let field = SettingsField::Blind(coder.to_owned(), blind.then_some(true));
    vec![(Study::settings_id(), field).into()]
}

/// Whether two passages have words in common.
fn meet(one: &Passage, other: &Passage) -> bool {
    match (one, other) {
        (Passage::Text(one), Passage::Text(other)) => {
            one.version == other.version && one.start < other.end && other.start < one.end
        }
        _ => one == other,
    }
}

/// The name of what coders decided together. One who decides alone on her own coding has a name beside her own: the
/// same passage, code and coder would be one coding with the one that is settled.
fn by(codings: &[&Coding], between: &[&str]) -> String {
    let own = codings.iter().map(|coding| coding.coder.as_str());
    let coders: BTreeSet<&str> = own.chain(between.iter().copied()).collect();
    let alone = coders.len() == 1;
    let name = coders.into_iter().collect::<Vec<_>>().join("+");
    if alone { name + "+" } else { name }
}

/// Two that stand on the same words with the same code are one: for and against is mixed.
fn as_one(study: &Study, stand: Vec<Coding>) -> Vec<Coding> {
    let [one, other] = stand.as_slice() else {
        return stand;
    };
    let alike = study.passage_now(one) == study.passage_now(other)
        && study.resolve_code(&one.code) == study.resolve_code(&other.code);
    if !alike {
        return stand;
    }
    let mut both = one.clone();
    both.strength = one.strength.max(other.strength);
    both.starred |= other.starred;
    both.rank = [one.rank, other.rank].into_iter().flatten().min();
    for (scenario, polarity) in &other.polarities {
        both.polarities
            .entry(scenario.clone())
            .and_modify(|own| {
                *own = match (*own, *polarity) {
                    (own, other) if own == other => own,
                    (own, Polarity::Neutral) => own,
                    (Polarity::Neutral, other) => other,
                    _ => Polarity::Mixed,
                };
            })
            .or_insert(*polarity);
    }
    vec![both]
}

/// What was decided on these codings before: on no others, or for one of them.
fn decided<'a>(
    study: &'a Study,
    ids: &BTreeSet<&CodingId>,
    codings: &[&Coding],
) -> Vec<(&'a CodingId, &'a Coding)> {
    let stands_for_one = |settled: &Coding| {
        codings.iter().any(|coding| {
            study.passage_now(settled) == study.passage_now(coding)
                && study.resolve_code(&settled.code) == study.resolve_code(&coding.code)
        })
    };
    let all = study.records.codings.iter();
    all.filter(|(id, coding)| {
        let mut others = coding.settles.iter().filter(|other| other != id);
        coding.origin == Origin::Settled
            && coding.settles.iter().any(|id| ids.contains(id))
            && (others.all(|id| ids.contains(id)) || stands_for_one(coding))
    })
    .collect()
}

#[cfg(test)]
#[path = "settle_test.rs"]
mod tests;
