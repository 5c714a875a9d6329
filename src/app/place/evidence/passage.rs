//! A passage behind a figure, as one line.

use super::shown::{Mark, Shown};
use crate::i18n::duration;
use crate::study::coding::Passage;
use crate::study::document::Texts;
use crate::study::id::{CodingId, ScenarioId};
use crate::study::word::{Origin, Polarity};
use crate::study::{Place, Study};

/// A passage behind a figure.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PassageRow {
    /// Its coding.
    pub id: CodingId,
    /// For or against the scenarios, in the study's order; of one scenario where one is shown.
    pub polarities: Vec<(String, Polarity)>,
    /// Strength, 0 to 4; `None` while not set.
    pub strength: Option<u8>,
    /// One of the best.
    pub starred: bool,
    /// Place among the quotes picked by hand.
    pub rank: Option<u32>,
    /// The memo on it.
    pub memo: String,
    /// Who coded.
    pub coder: String,
    /// Key of the interview or of the reference text.
    pub source: String,
    /// Time code, where there is one.
    pub time: Option<String>,
    /// The words, on one line.
    pub quote: String,
    /// What is special about it.
    pub mark: Mark,
    /// Key of its code.
    pub code: String,
    /// It was made by a rule, and nobody reviewed it.
    pub auto: bool,
}

impl PassageRow {
    /// Reads one; `None` where the coding or its words are gone.
    pub fn read(
        study: &Study,
        texts: &dyn Texts,
        shown: &Shown,
        scenario: Option<&ScenarioId>,
        id: &CodingId,
    ) -> Option<Self> {
        let coding = shown.coding(study, id)?;
        let passage = study.passage_now(coding);
        let (source, time, quote) = match (study.place_of(passage)?, passage) {
            (Place::Note(session, note), _) => {
                let note = study.records.notes.get(note)?;
                (
                    shown.session_key(session).to_owned(),
                    note.t_ms,
                    note.text.clone(),
                )
            }
            (Place::Transcript(session, ..), Passage::Text(passage)) => {
                let text = texts.text(&passage.version)?;
                (
                    shown.session_key(session).to_owned(),
                    text.time_at(passage.start as usize),
                    text.slice(passage.span()).to_owned(),
                )
            }
            (Place::Reference(document, _), Passage::Text(passage)) => {
                let key = &study.records.documents.get(document)?.key;
                let text = texts.text(&passage.version)?;
                (key.clone(), None, text.slice(passage.span()).to_owned())
            }
            _ => return None,
        };
        let polarities = study
            .scenarios()
            .into_iter()
            .filter(|(id, _)| scenario.is_none_or(|wanted| wanted == *id))
            .filter_map(|(id, scenario)| Some((scenario.key.clone(), *coding.polarities.get(id)?)))
            .collect();
        let code = study.resolve_code(&coding.code);
        let code = code.and_then(|code| study.records.codes.get(code));
        Some(Self {
            id: id.clone(),
            polarities,
            strength: coding.strength,
            starred: coding.starred,
            rank: coding.rank,
            memo: coding.memo.clone(),
            coder: coding.coder.clone(),
            source,
            time: time.and_then(|ms| u64::try_from(ms).ok()).map(duration),
            quote: quote.replace('\n', " "),
            mark: shown.mark(id),
            code: code.map_or_else(String::new, |code| code.key.clone()),
            auto: coding.origin == Origin::Auto,
        })
    }

    /// Where it is: `E07 12:09`.
    pub fn reference(&self) -> String {
        match &self.time {
            Some(time) => format!("{} {time}", self.source),
            None => self.source.clone(),
        }
    }
}
