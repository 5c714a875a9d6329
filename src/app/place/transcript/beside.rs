//! The notes of the interview beside its turns, each at the words that were said when it was written.

use super::reading::{Reading, Source};
use super::{ScreenRow, Transcript};
use crate::command::CursorAct;
use crate::study::clock::in_recording;
use crate::study::document::DocumentText;
use crate::study::id::{CodeId, NoteId};
use crate::study::{Hidden, Study};
use crate::text::wrap;

/// Rows of a note at most; the one under the cursor is shown in full.
const MOST_ROWS: usize = 4;

/// A note beside the turns.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Aside {
    /// The note.
    pub id: NoteId,
    /// Its time of the recording, milliseconds.
    pub at_ms: Option<i64>,
    /// Where in the text that time is; none where one of them has no time.
    pub byte: Option<usize>,
    /// Its words as they may be shown, one line.
    pub words: String,
    /// Whether it is left out.
    pub left_out: bool,
    /// Its codes, each once.
    pub codes: Vec<CodeId>,
}

/// The column of notes.
#[derive(Debug, Default)]
pub struct Beside {
    /// Whether it is wished for.
    pub on: bool,
    /// Whether keys go to it.
    pub focus: bool,
    /// The notes, in the order of the call; those without a time last.
    pub notes: Vec<Aside>,
    /// Which one is under the cursor.
    pub at: usize,
    /// A note to go to once it is listed.
    pub wanted: Option<NoteId>,
}

/// A note on the screen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Placed {
    /// Which note.
    pub note: usize,
    /// Its first row.
    pub y: usize,
    /// How many rows it has.
    pub rows: usize,
}

impl Beside {
    /// The note that keys are for.
    pub fn current(&self) -> Option<&Aside> {
        self.notes.get(self.at).filter(|_| self.focus)
    }

    /// Reads the notes anew.
    pub fn read(&mut self, study: &Study, reading: &Reading) {
        let before = self.notes.get(self.at).map(|note| note.id.clone());
        let Some(session) = &reading.session else {
            return self.notes.clear();
        };
        let record = study.records.sessions.get(session);
        let hidden = Hidden::of(study);
        self.notes = study
            .notes_of(session)
            .into_iter()
            .map(|(id, note)| {
                let at_ms = note.t_ms.zip(record).map(|(ms, s)| in_recording(s, ms));
                let left_out = hidden.note(id, note);
                let mut codes: Vec<CodeId> = study
                    .codings_of_note(id)
                    .filter(|_| !left_out)
                    .filter_map(|id| study.records.codings.get(id))
                    .filter_map(|coding| study.resolve_code(&coding.code).cloned())
                    .collect();
                codes.sort();
                codes.dedup();
                Aside {
                    id: id.clone(),
                    at_ms,
                    byte: at_ms.and_then(|ms| byte_at(&reading.text, ms)),
                    words: hidden.words(id, note).replace('\n', " "),
                    left_out,
                    codes,
                }
            })
            .collect();
        let wanted = self.wanted.take().or(before);
        let found = wanted.and_then(|id| self.notes.iter().position(|note| note.id == id));
        self.at = found
            .unwrap_or(self.at)
            .min(self.notes.len().saturating_sub(1));
        self.focus &= !self.notes.is_empty();
    }

    /// How many notes stand at no words.
    pub fn untimed(&self) -> usize {
        self.notes.iter().filter(|note| note.byte.is_none()).count()
    }

    /// Whether the notes without a place are listed, rather than those with one at their words.
    pub fn lists(&self) -> bool {
        let current = self.current();
        current.map_or_else(
            || self.untimed() == self.notes.len(),
            |note| note.byte.is_none(),
        )
    }

    /// Where the notes stand on a screen of so many rows, each in so many columns: at their words, below one another
    /// where they meet; the one under the cursor whole. Those without a place from the top on.
    pub fn placed(&self, screen: &[ScreenRow], columns: usize, height: usize) -> Vec<Placed> {
        let lists = self.lists();
        let focus = self.current().map(|_| self.at);
        let (Some(first), Some(last)) = (screen.first(), screen.last()) else {
            return Vec::new();
        };
        let mine: Vec<Placed> = self
            .notes
            .iter()
            .enumerate()
            .filter_map(|(note, aside)| {
                let y = match aside.byte {
                    None if lists => 0,
                    Some(byte) if !lists && byte >= first.bytes.start => {
                        // what begins after the last row stands on a later screen
                        (byte < last.bytes.end.max(last.bytes.start + 1))
                            .then(|| screen.partition_point(|row| row.bytes.start <= byte))?
                            .saturating_sub(1)
                    }
                    _ => return None,
                };
                let rows = wrap::wrap(&aside.words, columns).len();
                let rows = if focus == Some(note) {
                    rows
                } else {
                    rows.min(MOST_ROWS)
                };
                Some(Placed {
                    note,
                    y,
                    rows: rows.clamp(1, height.max(1)),
                })
            })
            .collect();
        // The first notes give way where the one under the cursor would not be seen.
        (0..mine.len().max(1))
            .map(|skip| stack(mine.get(skip..).unwrap_or_default(), height))
            .find(|placed| {
                let seen = |one: &Placed| Some(one.note) == focus && one.y + one.rows <= height;
                focus.is_none_or(|at| !mine.iter().any(|one| one.note == at))
                    || placed.iter().any(seen)
            })
            .unwrap_or_default()
    }
}

/// Each at its row, or below the one before; what has no room is left out.
fn stack(list: &[Placed], height: usize) -> Vec<Placed> {
    let mut free = 0;
    let mut placed: Vec<Placed> = Vec::new();
    for one in list {
        // one that ends below the screen is pulled up as far as there is room
        let y = one.y.min(height.saturating_sub(one.rows)).max(free);
        if y >= height {
            break;
        }
        free = y + one.rows;
        let rows = one.rows.min(height - y);
        placed.push(Placed { y, rows, ..*one });
    }
    placed
}

/// The words that were being said at a time of the recording: the last cue or turn that begins at or before it, else the
/// first. Where times begin anew, a second recording begins, whose clock is another. None where the text has no time.
fn byte_at(text: &DocumentText, ms: i64) -> Option<usize> {
    let cues = text.turns().iter().flat_map(|turn| {
        let start = turn.start_ms.map(|ms| (turn.span.start, ms));
        start.into_iter().chain(turn.anchors.iter().copied())
    });
    let (mut found, mut latest) = (None, i64::MIN);
    for (byte, at) in cues {
        if at < latest {
            break;
        }
        latest = at;
        if found.is_none() || at <= ms {
            found = Some(byte);
        }
    }
    found
}

impl Transcript {
    /// Whether the notes stand beside what is read.
    pub fn shows_notes(&self) -> bool {
        self.beside.on
            && self
                .reading
                .as_ref()
                .is_some_and(|reading| !reading.is_notes())
    }

    /// The note that keys are for, where they go to the notes beside the turns.
    pub fn aside(&self) -> Option<&Aside> {
        self.beside.current().filter(|_| self.shows_notes())
    }

    /// The column of notes.
    pub fn beside(&self) -> &Beside {
        &self.beside
    }

    /// Shows the notes beside the turns, or no longer; from the list of notes, goes to the transcript with the note under
    /// the cursor. False where there is no transcript.
    pub fn toggle_beside(&mut self) -> bool {
        if self.reading.as_ref().is_some_and(Reading::is_notes) {
            let text = self.sources.iter().find(|s| matches!(s, Source::Text(_)));
            let Some(text) = text.cloned() else {
                return false;
            };
            self.beside.wanted = self.note().cloned();
            (self.beside.on, self.beside.focus) = (true, true);
            self.open(text);
        } else {
            self.beside.on = !self.beside.on;
            self.beside.focus = false;
        }
        self.seen = None;
        true
    }

    /// Keys go to the notes beside the turns, or back to the words.
    pub(super) fn change_pane(&mut self) {
        if self.beside.focus {
            self.beside.focus = false;
            return;
        }
        let near = |note: &Aside| note.byte.is_some_and(|byte| byte <= self.at);
        let at = self.beside.notes.iter().rposition(near).unwrap_or(0);
        self.beside.at = at;
        self.beside.focus = !self.beside.notes.is_empty();
        self.drop_selection();
    }

    /// Moves among the notes; the words go along.
    pub(super) fn go_in_notes(&mut self, act: CursorAct, count: Option<u32>) {
        let last = self.beside.notes.len().saturating_sub(1);
        let times = count.unwrap_or(1).max(1) as usize;
        let (at, page) = (self.beside.at, (self.layout.rows as usize / 2).max(1));
        self.beside.at = match act {
            CursorAct::Down | CursorAct::TurnNext | CursorAct::SentenceNext => at + times,
            CursorAct::Up | CursorAct::TurnPrevious | CursorAct::SentencePrevious => {
                at.saturating_sub(times)
            }
            CursorAct::PageDown | CursorAct::HalfDown => at + times * page,
            CursorAct::PageUp | CursorAct::HalfUp => at.saturating_sub(times * page),
            CursorAct::First => count.map_or(0, |n| n.max(1) as usize - 1),
            CursorAct::Last => count.map_or(last, |n| n.max(1) as usize - 1),
            _ => at,
        }
        .min(last);
        self.follow_note();
    }

    /// The cursor of the words goes to those of the note.
    pub(super) fn follow_note(&mut self) {
        if let Some(byte) = self.aside().and_then(|note| note.byte) {
            self.at = byte;
            self.column = None;
            self.arrived = false;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::study::document::Turn;
    use proptest::prelude::*;

    /// Start, words, times inside.
    type Said<'a> = (Option<i64>, &'a str, &'a [(u32, i64)]);

    fn text(turns: &[Said<'_>]) -> DocumentText {
        let turns: Vec<Turn> = turns
            .iter()
            .map(|(start, words, anchors)| Turn {
                start_ms: *start,
                text: (*words).to_owned(),
                anchors: anchors.to_vec(),
                ..Turn::default()
            })
            .collect();
        DocumentText::from_turns(&turns)
    }

    #[test]
    fn a_time_is_at_the_words_that_were_being_said() {
        let talk = text(&[
            (Some(1_000), "Un. Deux.", &[(4, 3_000)]),
            (None, "sans heure", &[]),
            (Some(9_000), "Fin.", &[]),
            (Some(500), "autre enregistrement", &[]),
        ]);
        for (ms, words) in [
            (-5, "Un"),
            (0, "Un"),
            (2_999, "Un"),
            (3_000, "Deux"),
            (8_000, "Deux"),
            (9_500, "Fin"),
            (99_000, "Fin"),
        ] {
            let byte = byte_at(&talk, ms).unwrap();
            assert!(talk.text()[byte..].starts_with(words), "{ms}: {byte}");
        }
        assert_eq!(byte_at(&text(&[(None, "rien", &[])]), 3), None);
    }

    fn aside(byte: Option<usize>, words: &str) -> Aside {
        Aside {
            id: NoteId::new("n"),
            at_ms: None,
            byte,
            words: words.to_owned(),
            left_out: false,
            codes: Vec::new(),
        }
    }

    proptest! {
        #[test]
        fn notes_stand_at_their_words_or_below_and_the_one_in_hand_is_seen(
            bytes in prop::collection::vec(prop::option::weighted(0.9, 0usize..60), 1..12),
            lengths in prop::collection::vec(1usize..60, 12),
            height in 2usize..12,
            at in 0usize..12,
            focus: bool,
        ) {
            let mut bytes = bytes;
            bytes.sort_by_key(|byte| byte.unwrap_or(usize::MAX));
            let notes: Vec<Aside> = bytes.iter().zip(&lengths)
                .map(|(byte, length)| aside(*byte, &"m ".repeat(*length)))
                .collect();
            let at = at % notes.len();
            let beside = Beside { on: true, focus, notes, at, wanted: None };
            // rows of six bytes, from the one on that has the note in hand
            let top = if focus { bytes[at].unwrap_or(0) / 6 } else { 0 };
            let screen: Vec<ScreenRow> = (top..top + height)
                .map(|row| ScreenRow { turn: row, bytes: row * 6..row * 6 + 6, head: true })
                .collect();
            let placed = beside.placed(&screen, 8, height);
            for pair in placed.windows(2) {
                prop_assert!(pair[0].y + pair[0].rows <= pair[1].y);
                prop_assert!(pair[0].note < pair[1].note);
            }
            for one in &placed {
                prop_assert!(one.rows > 0 && one.y + one.rows <= height);
                prop_assert_eq!(beside.notes[one.note].byte.is_none(), beside.lists());
            }
            if focus {
                prop_assert!(placed.iter().any(|one| one.note == at), "{:?}", placed);
            }
        }
    }
}
