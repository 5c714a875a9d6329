//! Acts on codings and notes.

use super::error::EditError;
use super::order::last_position;
use crate::study::change::Change;
use crate::study::coding::{Coding, CodingField, Passage};
use crate::study::exclusion::Excluded;
use crate::study::fold::Study;
use crate::study::id::{CodeId, CodingId, Mint, NoteId, ScenarioId, SessionId};
use crate::study::session::Note;
use crate::study::versions;
use crate::study::word::{Origin, Polarity};

/// A coding that was made, or met.
#[derive(Debug, Clone, PartialEq)]
pub struct Put {
    /// The coding.
    pub id: CodingId,
    /// Whether it was there before.
    pub met: bool,
    /// The changes; none when it was there as it is.
    pub changes: Vec<Change>,
}

/// A quote is picked by hand, behind those picked already, or one better; `better` false: one worse, and the last of
/// them is picked no longer. `among`: the codings that are ordered together.
pub fn rank_quote(study: &Study, among: &[CodingId], id: &CodingId, better: bool) -> Vec<Change> {
    let rank = |id: &CodingId| study.records.codings.get(id).and_then(|coding| coding.rank);
    let mut picked: Vec<&CodingId> = among.iter().filter(|id| rank(id).is_some()).collect();
    picked.sort_by_key(|id| (rank(id), *id));
    let at = picked.iter().position(|own| *own == id);
    match (at, better) {
        (None, true) => picked.push(id),
        (None, false) => return Vec::new(),
        (Some(at), true) => picked.swap(at, at.saturating_sub(1)),
        (Some(at), false) if at + 1 == picked.len() => {
            picked.pop();
        }
        (Some(at), false) => picked.swap(at, at + 1),
    }
    let mut wanted: Vec<(&CodingId, Option<u32>)> =
        picked.into_iter().zip((1..).map(Some)).collect();
    if at.is_some() && !wanted.iter().any(|(own, _)| *own == id) {
        wanted.push((id, None));
    }
    wanted
        .into_iter()
        .filter(|(id, wanted)| rank(id) != *wanted)
        .map(|(id, wanted)| (id.clone(), CodingField::Rank(wanted)).into())
        .collect()
}

/// The coding of this passage, code and coder; of several the one with the lowest id.
pub fn coding_at<'a>(
    study: &'a Study,
    passage: &Passage,
    code: &CodeId,
    coder: &str,
) -> Option<(&'a CodingId, &'a Coding)> {
    let code = study.resolve_code(code)?;
    let there: Vec<&CodingId> = match passage {
        Passage::Text(text) => study.codings_of_version(&text.version).collect(),
        Passage::Note(note) => study.codings_of_note(note).collect(),
    };
    there
        .into_iter()
        .filter_map(|id| study.records.codings.get_key_value(id))
        .find(|(_, coding)| {
            coding.places().any(|place| place == passage)
                && coding.coder == coder
                && study.resolve_code(&coding.code) == Some(code)
        })
}

/// Puts a code on a passage. The same passage, code and coder is one coding: it is met, not doubled.
pub fn put_coding(
    study: &Study,
    mint: &mut dyn Mint,
    passage: Passage,
    code: &CodeId,
    coder: &str,
) -> Put {
    put_coding_as(study, mint, passage, code, coder, Origin::Hand)
}

/// The same, where it is not by hand that the coding comes to be; one that is met stays what it is.
pub fn put_coding_as(
    study: &Study,
    mint: &mut dyn Mint,
    passage: Passage,
    code: &CodeId,
    coder: &str,
    origin: Origin,
) -> Put {
    if let Some((id, _)) = coding_at(study, &passage, code, coder) {
        return Put {
            id: id.clone(),
            met: true,
            changes: Vec::new(),
        };
    }
    let id = CodingId::mint(mint);
    let coding = Coding {
        passage,
        code: code.clone(),
        coder: coder.to_owned(),
        coded_at: Some(whole_second(mint.now())),
        origin,
        ..Coding::default()
    };
    let changes = vec![(id.clone(), coding).into()];
    Put {
        id,
        met: false,
        changes,
    }
}

/// Files show moments to the second.
pub(super) fn whole_second(at: jiff::Timestamp) -> jiff::Timestamp {
    jiff::Timestamp::from_second(at.as_second()).unwrap_or(at)
}

/// A strength, 0 to 4; `None` takes it away.
pub fn set_strength(
    study: &Study,
    id: &CodingId,
    strength: Option<u8>,
) -> Result<Vec<Change>, EditError> {
    if strength.is_some_and(|strength| strength > 4) {
        return Err(EditError::BadStrength);
    }
    let coding = study
        .records
        .codings
        .get(id)
        .ok_or_else(|| EditError::Gone(id.to_string()))?;
    Ok(if coding.strength == strength {
        vec![]
    } else {
        vec![(id.clone(), CodingField::Strength(strength)).into()]
    })
}

/// A polarity for a scenario; `None` takes it away.
pub fn set_polarity(
    study: &Study,
    id: &CodingId,
    scenario: &ScenarioId,
    polarity: Option<Polarity>,
) -> Result<Vec<Change>, EditError> {
    let coding = study
        .records
        .codings
        .get(id)
        .ok_or_else(|| EditError::Gone(id.to_string()))?;
    if !study.records.scenarios.contains_key(scenario) {
        return Err(EditError::Gone(scenario.to_string()));
    }
    Ok(if coding.polarities.get(scenario).copied() == polarity {
        vec![]
    } else {
        vec![
            (
                id.clone(),
                CodingField::Polarity(scenario.clone(), polarity),
            )
                .into(),
        ]
    })
}

/// Another passage for a coding. On a later version than the one it was made on, the first passage stays beside it.
pub fn move_ends(study: &Study, id: &CodingId, passage: Passage) -> Result<Vec<Change>, EditError> {
    let coding = study
        .records
        .codings
        .get(id)
        .ok_or_else(|| EditError::Gone(id.to_string()))?;
    Ok(if *study.passage_now(coding) == passage {
        vec![]
    } else if let Passage::Text(text) = &passage
        && study.is_later_version(&coding.passage, &text.version)
    {
        vec![versions::take(id, text.clone())]
    } else {
        vec![(id.clone(), CodingField::Passage(passage)).into()]
    })
}

/// Puts all codings of a note on the words that it came from; the note stays. A code that those words have by the same
/// coder already is one coding with it.
pub fn move_codings_of_note(
    study: &Study,
    note: &NoteId,
    passage: &Passage,
) -> Result<Vec<Change>, EditError> {
    if !study.records.notes.contains_key(note) {
        return Err(EditError::Gone(note.to_string()));
    }
    let mut changes = Vec::new();
    for id in study.codings_of_note(note) {
        changes.extend(move_ends(study, id, passage.clone())?);
    }
    Ok(changes)
}

/// A new note, after those of its time.
pub fn add_note(
    study: &Study,
    mint: &mut dyn Mint,
    session: &SessionId,
    note: Note,
) -> Result<(NoteId, Vec<Change>), EditError> {
    let (mut ids, changes) = add_notes(study, mint, session, [note])?;
    let id = ids.pop().ok_or_else(|| EditError::Gone(String::new()))?;
    Ok((id, changes))
}

/// New notes, one after the other.
pub fn add_notes(
    study: &Study,
    mint: &mut dyn Mint,
    session: &SessionId,
    notes: impl IntoIterator<Item = Note>,
) -> Result<(Vec<NoteId>, Vec<Change>), EditError> {
    if !study.records.sessions.contains_key(session) {
        return Err(EditError::Gone(session.to_string()));
    }
    let positions = study
        .notes_of(session)
        .into_iter()
        .map(|(_, note)| note.position);
    let mut position = last_position(positions);
    let mut ids = Vec::new();
    let mut changes = Vec::new();
    for note in notes {
        let note = Note {
            session: session.clone(),
            position,
            ..note
        };
        position = last_position([position].into_iter());
        let id = NoteId::mint(mint);
        ids.push(id.clone());
        changes.push((id, note).into());
    }
    Ok((ids, changes))
}

/// Removes a note with the codings on it and what left it out.
pub fn remove_note(study: &Study, id: &NoteId) -> Result<Vec<Change>, EditError> {
    if !study.records.notes.contains_key(id) {
        return Err(EditError::Gone(id.to_string()));
    }
    let codings = study
        .codings_of_note(id)
        .map(|coding| Change::remove(coding.clone()));
    let exclusions = study
        .records
        .exclusions
        .iter()
        .filter(|(_, exclusion)| matches!(&exclusion.what, Excluded::Note(note) if note == id))
        .map(|(exclusion, _)| Change::remove(exclusion.clone()));
    Ok(codings
        .chain(exclusions)
        .chain([Change::remove(id.clone())])
        .collect())
}
