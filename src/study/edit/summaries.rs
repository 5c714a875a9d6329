//! Summaries of the framework: an interview's words on a theme, put shortly by whoever analyses.

use super::error::EditError;
use crate::study::change::Change;
use crate::study::coding::{Passage, Summary, SummaryField, checksum};
use crate::study::fold::Study;
use crate::study::id::{CodeId, Mint, SessionId, SummaryId};
use crate::study::word::Consent;
use std::collections::{BTreeSet, HashMap};

/// A theme with all codes below it.
pub fn theme_codes<'a>(study: &'a Study, theme: &CodeId) -> BTreeSet<&'a CodeId> {
    let mut codes = BTreeSet::new();
    let mut above: Option<usize> = None;
    for (id, _, depth) in study.codes() {
        if Some(id) == study.resolve_code(theme) {
            above = Some(depth);
        } else if above.is_some_and(|above| depth <= above) {
            break;
        }
        if above.is_some() {
            codes.insert(id);
        }
    }
    codes
}

/// The passages of interviews, to be compared with those that summaries were written over.
pub struct PassagesState<'a> {
    /// By interview: code and what is coded.
    passages: HashMap<&'a SessionId, Vec<(&'a CodeId, String)>>,
    /// By interview: who withdrew.
    withdrawn: HashMap<&'a SessionId, Vec<String>>,
}

impl<'a> PassagesState<'a> {
    /// Reads a study once.
    pub fn of(study: &'a Study) -> Self {
        let mut passages: HashMap<&SessionId, Vec<(&CodeId, String)>> = HashMap::new();
        for (id, coding) in &study.records.codings {
            let (Some(session), Some(code)) = (
                study.session_of_passage(&coding.passage),
                study.resolve_code(&coding.code),
            ) else {
                continue;
            };
            let words = match study.passage_now(coding) {
                Passage::Text(text) => text.check.clone(),
                Passage::Note(note) => study
                    .records
                    .notes
                    .get(note)
                    .map_or_else(String::new, |note| checksum(&note.text)),
            };
            let own = passages.entry(session).or_default();
            own.push((code, format!("{id} {words}")));
        }
        let mut withdrawn: HashMap<&SessionId, Vec<String>> = HashMap::new();
        for person in study.records.participants.values() {
            if person.consent == Consent::Withdrawn {
                let own = withdrawn.entry(&person.session).or_default();
                own.push(format!("withdrawn {}", study.participant_key(person)));
            }
        }
        for own in withdrawn.values_mut() {
            own.sort_unstable();
        }
        Self {
            passages,
            withdrawn,
        }
    }

    /// The passages of an interview with one of these codes, as a checksum over ids and words, and how many there are.
    /// It changes where a passage comes, goes or says something else, and where somebody of the interview withdraws.
    pub fn over(&self, session: &SessionId, codes: &BTreeSet<&CodeId>) -> (String, u32) {
        let own = self.passages.get(session).map_or(&[][..], Vec::as_slice);
        let mut state: Vec<&str> = own
            .iter()
            .filter(|(code, _)| codes.contains(code))
            .map(|(_, words)| words.as_str())
            .collect();
        let n = u32::try_from(state.len()).unwrap_or(u32::MAX);
        state.sort_unstable();
        let withdrawn = self.withdrawn.get(session);
        state.extend(withdrawn.into_iter().flatten().map(String::as_str));
        (checksum(&state.join("\n")), n)
    }
}

/// The summary of an interview on a theme; of several the one with the lowest id.
pub fn summary_at<'a>(
    study: &'a Study,
    session: &SessionId,
    theme: &CodeId,
) -> Option<(&'a SummaryId, &'a Summary)> {
    let theme = study.resolve_code(theme)?;
    study.records.summaries.iter().find(|(_, summary)| {
        summary.session == *session && study.resolve_code(&summary.code) == Some(theme)
    })
}

/// Writes the summary of an interview on a theme, over its passages as they are now. The same words again say that they
/// still hold.
pub fn set_summary(
    study: &Study,
    mint: &mut dyn Mint,
    session: &SessionId,
    theme: &CodeId,
    text: &str,
    author: &str,
) -> Result<Vec<Change>, EditError> {
    if !study.records.sessions.contains_key(session) {
        return Err(EditError::Gone(session.to_string()));
    }
    let code = study
        .resolve_code(theme)
        .ok_or_else(|| EditError::Gone(theme.to_string()))?;
    let text = text.trim();
    if text.is_empty() {
        return Err(EditError::NoWords);
    }
    let (over, passages) = PassagesState::of(study).over(session, &theme_codes(study, code));
    let now = mint.now();
    let mut wanted = Summary {
        session: session.clone(),
        code: code.clone(),
        text: text.to_owned(),
        author: author.to_owned(),
        over,
        passages,
        written_at: Some(jiff::Timestamp::from_second(now.as_second()).unwrap_or(now)),
    };
    let Some((id, before)) = summary_at(study, session, code) else {
        return Ok(vec![(SummaryId::mint(mint), wanted).into()]);
    };
    if (&before.text, &before.over) == (&wanted.text, &wanted.over) {
        return Ok(Vec::new());
    }
    wanted.code = before.code.clone();
    let fields: Vec<SummaryField> = before.diff(&wanted);
    Ok(fields
        .into_iter()
        .map(|field| (id.clone(), field).into())
        .collect())
}

/// Removes the summary of an interview on a theme.
pub fn remove_summary(
    study: &Study,
    session: &SessionId,
    theme: &CodeId,
) -> Result<Vec<Change>, EditError> {
    let (id, _) =
        summary_at(study, session, theme).ok_or_else(|| EditError::Gone(theme.to_string()))?;
    Ok(vec![Change::remove(id.clone())])
}
