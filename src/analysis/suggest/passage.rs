//! What is seen of a passage before it is coded: its words, and what was asked just before.

use super::learned::Shut;
use super::words::{Word, words};
use crate::study::Study;
use crate::study::coding::{Passage, TextPassage};
use crate::study::document::Texts;
use crate::study::id::VersionId;
use std::ops::Range;

/// Words of a passage that are looked at.
const LONGEST: usize = 2_000;

/// A text with the words in it that carry meaning.
#[derive(Debug, Default)]
pub(super) struct Words {
    text: String,
    pub(super) list: Vec<Word>,
}

impl Words {
    fn of(text: &str) -> Self {
        Self {
            text: text.to_owned(),
            list: words(text).take(LONGEST).collect(),
        }
    }

    /// A word as it was written.
    pub(super) fn form(&self, word: &Word) -> &str {
        self.text.get(word.span.clone()).unwrap_or("")
    }
}

/// What is seen of a passage.
#[derive(Debug, Default)]
pub(super) struct Seen {
    /// Its own words.
    pub(super) said: Words,
    /// The words of whoever spoke before, mostly the question.
    pub(super) asked: Words,
    /// Key of the question a note was taken on; empty where none is known.
    pub(super) question: String,
}

/// Looks at a passage; `None` where what holds it is gone.
pub(super) fn look(study: &Study, texts: &dyn Texts, passage: &Passage) -> Option<Seen> {
    match passage {
        Passage::Note(id) => {
            let note = study.records.notes.get(id)?;
            Some(Seen {
                said: Words::of(&note.text),
                question: note.question.clone(),
                ..Seen::default()
            })
        }
        Passage::Text(passage) => {
            let text = texts.text(&passage.version)?;
            let quote = text.text().get(passage.span())?;
            let at = text.turn_at(passage.start as usize)?;
            let turns = text.turns();
            let speaker = &turns.get(at)?.speaker;
            let before = turns.get(..at)?.iter().rev().take(8);
            let asked = before
                .filter(|turn| turn.speaker != *speaker && !turn.span.is_empty())
                .map(|turn| turn.span.clone())
                .next()
                .filter(|span| !is_left_out(study, texts, &passage.version, span))
                .map(|span| Words::of(text.slice(span)));
            Some(Seen {
                said: Words::of(quote),
                asked: asked.unwrap_or_default(),
                question: String::new(),
            })
        }
    }
}

/// Whether a turn is not to be read: left out at somebody's wish, or of somebody who withdrew.
fn is_left_out(study: &Study, texts: &dyn Texts, version: &VersionId, turn: &Range<usize>) -> bool {
    let (Ok(start), Ok(end)) = (u32::try_from(turn.start), u32::try_from(turn.end)) else {
        return true;
    };
    let passage = TextPassage {
        version: version.clone(),
        start,
        end,
        chars: 0,
        check: String::new(),
    };
    Shut::of(study).hides(study, texts, &Passage::Text(passage))
}
