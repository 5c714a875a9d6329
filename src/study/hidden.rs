//! What is left out of a study at somebody's wish: the one place that every reader asks. See [`Exclusion`].

use super::clock::in_recording;
use super::coding::{Passage, TextPassage};
use super::document::{DocumentText, Texts};
use super::exclusion::{Excluded, Exclusion};
use super::fold::Study;
use super::id::{DocumentId, ExclusionId, NoteId, SessionId, VersionId};
use super::session::{Answer, Note};
use super::word::Consent;
use std::borrow::Cow;
use std::collections::{HashMap, HashSet};
use std::ops::Range;
use std::sync::Arc;

/// The sign that stands for a character that is left out.
pub const BLOCK: char = '█';

/// The sign beside what is left out, where a screen shows that there is something.
pub const LEFT_OUT: &str = "⊘";

/// What is left out, interview by interview.
#[derive(Debug, Clone, Default)]
pub struct Hidden<'a> {
    by_session: HashMap<&'a SessionId, Vec<LeftOut<'a>>>,
}

/// One exclusion, by its id.
type LeftOut<'a> = (&'a ExclusionId, &'a Exclusion);

impl<'a> Hidden<'a> {
    /// Reads what is left out of a study.
    pub fn of(study: &'a Study) -> Self {
        let mut by_session: HashMap<&SessionId, Vec<LeftOut<'_>>> = HashMap::new();
        for (id, exclusion) in &study.records.exclusions {
            by_session
                .entry(&exclusion.session)
                .or_default()
                .push((id, exclusion));
        }
        Self { by_session }
    }

    /// Whether nothing is left out of an interview.
    pub fn is_empty(&self, session: &SessionId) -> bool {
        !self.by_session.contains_key(session)
    }

    /// Whether a note is left out, by itself or by its time.
    pub fn note(&self, id: &NoteId, note: &Note) -> bool {
        self.over_note(id, note).next().is_some()
    }

    /// What leaves a note out.
    fn over_note(&self, id: &NoteId, note: &Note) -> impl Iterator<Item = LeftOut<'a>> {
        let list = self.by_session.get(&note.session);
        list.into_iter()
            .flatten()
            .copied()
            .filter(move |(_, exclusion)| match &exclusion.what {
                Excluded::Note(own) => own == id,
                Excluded::Time { from_ms, to_ms } => note
                    .t_ms
                    .is_some_and(|t_ms| (*from_ms..*to_ms).contains(&t_ms)),
                Excluded::Text(_) => false,
            })
    }

    /// Whether an answer is left out: given in a time that is.
    pub fn answer(&self, answer: &Answer) -> bool {
        let list = self.by_session.get(&answer.session);
        list.into_iter()
            .flatten()
            .any(|(_, exclusion)| match &exclusion.what {
                Excluded::Time { from_ms, to_ms } => answer
                    .t_ms
                    .is_some_and(|t_ms| (*from_ms..*to_ms).contains(&t_ms)),
                Excluded::Note(_) | Excluded::Text(_) => false,
            })
    }

    /// The words of a note as they may be shown.
    pub fn words<'n>(&self, id: &NoteId, note: &'n Note) -> Cow<'n, str> {
        if self.note(id, note) {
            let whole = 0..note.text.len();
            Cow::Owned(veiled(&note.text, 0, std::slice::from_ref(&whole)))
        } else {
            Cow::Borrowed(&note.text)
        }
    }

    /// The spans (bytes) of a version's text that are left out: ascending, without overlaps, none over the end of a turn.
    ///
    /// What was left out of one version is left out of every other of the same document: the same words, all places that
    /// hold them where their number changed, or everything between the nearest turns that did not change. By time, a
    /// whole cue or turn goes where any of it falls in the time; what has no time is not met.
    pub fn spans(&self, study: &Study, texts: &dyn Texts, id: &VersionId) -> Vec<Range<usize>> {
        let Some((document, text, list)) = self.of_version(study, texts, id) else {
            return Vec::new();
        };
        let spans = list.iter().flat_map(|(_, exclusion)| {
            spans_of(study, texts, exclusion, Some(id), document, &text)
        });
        by_turn(&text, spans.collect())
    }

    /// The same of a text that would be the next version of a document.
    pub fn spans_of_next(
        &self,
        study: &Study,
        texts: &dyn Texts,
        document: &DocumentId,
        text: &DocumentText,
    ) -> Vec<Range<usize>> {
        let record = study.records.documents.get(document);
        let session = record.and_then(|record| record.session.as_ref());
        let list = session.and_then(|session| self.by_session.get(session));
        let spans = list
            .into_iter()
            .flatten()
            .flat_map(|(_, exclusion)| spans_of(study, texts, exclusion, None, document, text));
        by_turn(text, spans.collect())
    }

    /// The document of a version, its text, and what is left out of its interview; `None` where that is nothing.
    fn of_version<'s>(
        &self,
        study: &'s Study,
        texts: &dyn Texts,
        id: &VersionId,
    ) -> Option<(&'s DocumentId, Arc<DocumentText>, &[LeftOut<'a>])> {
        let version = study.records.versions.get(id)?;
        let document = study.records.documents.get(&version.document)?;
        let list = self.by_session.get(document.session.as_ref()?)?;
        Some((&version.document, texts.text(id)?, list))
    }

    /// What leaves out any of a passage: to be taken back where the passage is to be read again.
    pub fn over(&self, study: &Study, texts: &dyn Texts, passage: &Passage) -> Vec<LeftOut<'a>> {
        match passage {
            Passage::Note(id) => {
                let note = study.records.notes.get(id);
                note.map_or_else(Vec::new, |note| self.over_note(id, note).collect())
            }
            Passage::Text(passage) => {
                let version = &passage.version;
                let Some((document, text, list)) = self.of_version(study, texts, version) else {
                    return Vec::new();
                };
                let meets = |exclusion: &Exclusion| {
                    let spans = spans_of(study, texts, exclusion, Some(version), document, &text);
                    touches(&by_turn(&text, spans), &passage.span())
                };
                let over = list.iter().filter(|(_, exclusion)| meets(exclusion));
                over.copied().collect()
            }
        }
    }

    /// Whether a passage touches what is left out.
    pub fn passage(&self, study: &Study, texts: &dyn Texts, passage: &Passage) -> bool {
        match passage {
            Passage::Note(id) => {
                let note = study.records.notes.get(id);
                note.is_some_and(|note| self.note(id, note))
            }
            Passage::Text(text) => touches(&self.spans(study, texts, &text.version), &text.span()),
        }
    }
}

/// What may be shown and counted of many passages; the spans of a text are found once.
pub struct Shown<'a> {
    study: &'a Study,
    texts: &'a dyn Texts,
    hidden: Hidden<'a>,
    withdrawn: HashSet<&'a SessionId>,
    spans: HashMap<&'a VersionId, Vec<Range<usize>>>,
}

impl<'a> Shown<'a> {
    /// Reads what is left out of a study, and which interviews were withdrawn.
    pub fn of(study: &'a Study, texts: &'a dyn Texts) -> Self {
        let sessions = study.records.sessions.keys();
        Self {
            study,
            texts,
            hidden: Hidden::of(study),
            withdrawn: sessions
                .filter(|id| study.session_consent(id) == Consent::Withdrawn)
                .collect(),
            spans: HashMap::new(),
        }
    }

    /// Whether a note is neither left out nor of an interview that was withdrawn.
    pub fn note(&self, id: &NoteId, note: &Note) -> bool {
        !self.withdrawn.contains(&note.session) && !self.hidden.note(id, note)
    }

    /// Whether a passage is neither left out nor of an interview that was withdrawn.
    pub fn passage(&mut self, passage: &'a Passage) -> bool {
        if self.withdrawn.is_empty() && self.hidden.by_session.is_empty() {
            return true;
        }
        let Some(session) = self.study.session_of_passage(passage) else {
            return true;
        };
        if self.withdrawn.contains(session) {
            return false;
        }
        if self.hidden.is_empty(session) {
            return true;
        }
        match passage {
            Passage::Note(_) => !self.hidden.passage(self.study, self.texts, passage),
            Passage::Text(text) => {
                let (hidden, study, texts) = (&self.hidden, self.study, self.texts);
                let spans = self
                    .spans
                    .entry(&text.version)
                    .or_insert_with(|| hidden.spans(study, texts, &text.version));
                !touches(spans, &text.span())
            }
        }
    }
}

/// What an exclusion leaves out of a version of one of its interview's documents, of the next one without an `id`; not yet
/// in order.
fn spans_of(
    study: &Study,
    texts: &dyn Texts,
    exclusion: &Exclusion,
    id: Option<&VersionId>,
    document: &DocumentId,
    text: &DocumentText,
) -> Vec<Range<usize>> {
    let records = &study.records;
    match &exclusion.what {
        Excluded::Note(_) => Vec::new(),
        Excluded::Text(passage) if Some(&passage.version) == id => vec![passage.span()],
        Excluded::Text(passage) => {
            let other = records.versions.get(&passage.version);
            match texts.text(&passage.version) {
                Some(old) if other.is_some_and(|other| other.document == *document) => {
                    carried(&old, passage, text)
                }
                _ => Vec::new(),
            }
        }
        Excluded::Time { from_ms, to_ms } => {
            let session = records.sessions.get(&exclusion.session);
            session.map_or_else(Vec::new, |session| {
                let time = in_recording(session, *from_ms)..in_recording(session, *to_ms);
                said_in(text, &time)
            })
        }
    }
}

impl Study {
    /// Whether a note is left out. Whoever asks of many keeps a [`Hidden`].
    pub fn is_note_hidden(&self, id: &NoteId) -> bool {
        let note = self.records.notes.get(id);
        note.is_some_and(|note| Hidden::of(self).note(id, note))
    }
}

/// Whether a span shares a byte with any of the others, which are ascending and do not overlap.
pub fn touches(spans: &[Range<usize>], span: &Range<usize>) -> bool {
    let at = spans.partition_point(|hidden| hidden.end <= span.start);
    span.start < span.end && spans.get(at).is_some_and(|hidden| hidden.start < span.end)
}

/// A part of a text as it may be shown: what is left out as blocks, one for one; line feeds stay. `at` is the part's
/// first byte.
pub fn veiled(part: &str, at: usize, spans: &[Range<usize>]) -> String {
    part.char_indices()
        .map(|(byte, c)| {
            let here = at + byte..at + byte + c.len_utf8();
            if c != '\n' && touches(spans, &here) {
                BLOCK
            } else {
                c
            }
        })
        .collect()
}

/// The spans of a text, cut at the ends of turns, in order and joined.
fn by_turn(text: &DocumentText, spans: Vec<Range<usize>>) -> Vec<Range<usize>> {
    if spans.is_empty() {
        return spans;
    }
    let mut cut: Vec<Range<usize>> = Vec::new();
    for span in spans {
        let first = text.turn_at(span.start).unwrap_or(0);
        for turn in text.turns().iter().skip(first) {
            let part = span.start.max(turn.span.start)..span.end.min(turn.span.end);
            if turn.span.start >= span.end {
                break;
            }
            if part.start < part.end {
                cut.push(part);
            }
        }
    }
    cut.sort_by_key(|span| (span.start, span.end));
    let mut out: Vec<Range<usize>> = Vec::with_capacity(cut.len());
    for span in cut {
        match out.last_mut() {
            Some(last) if span.start <= last.end => last.end = last.end.max(span.end),
            _ => out.push(span),
        }
    }
    out
}

/// The words of a time of the recording: every cue, or turn without cues, that it touches.
fn said_in(text: &DocumentText, time: &Range<i64>) -> Vec<Range<usize>> {
    let turns = text.turns();
    let mut spans = Vec::new();
    for (at, turn) in turns.iter().enumerate() {
        let Some(start) = turn
            .start_ms
            .or_else(|| turn.anchors.first().map(|&(_, ms)| ms))
        else {
            continue;
        };
        let next = turns.get(at + 1).and_then(|next| next.start_ms);
        let end = match (turn.end_ms, next) {
            (Some(end), _) => end,
            (None, Some(next)) if next > start => next,
            (None, _) => i64::MAX,
        };
        // Cues: where each begins, in bytes and in time; the first has the turn's own beginning.
        let mut cues = vec![(turn.span.start, start)];
        cues.extend(
            turn.anchors
                .iter()
                .copied()
                .filter(|(byte, _)| *byte > turn.span.start),
        );
        for (cue, &(from, began)) in cues.iter().enumerate() {
            let (to, ended) = cues.get(cue + 1).copied().unwrap_or((turn.span.end, end));
            if began < time.end && ended.max(began.saturating_add(1)) > time.start && from < to {
                spans.push(from..to);
            }
        }
    }
    spans
}

/// Where the words of a passage stand in another version of its document; see [`Hidden::spans`].
fn carried(old: &DocumentText, passage: &TextPassage, new: &DocumentText) -> Vec<Range<usize>> {
    let quote = old.slice(passage.span());
    if quote.is_empty() {
        return Vec::new();
    }
    let places =
        |text: &str| -> Vec<usize> { text.match_indices(quote).map(|(at, _)| at).collect() };
    let (before, now) = (places(old.text()), places(new.text()));
    let spans = |starts: &[usize]| starts.iter().map(|at| *at..*at + quote.len()).collect();
    let nth = before.iter().position(|at| *at == passage.span().start);
    if let Some(at) = nth
        .filter(|_| before.len() == now.len())
        .and_then(|n| now.get(n))
    {
        return spans(&[*at]);
    }
    if !now.is_empty() {
        return spans(&now);
    }
    between_unchanged(old, &passage.span(), new)
}

/// What stands in the new text between the last turn before a span and the first after it that are the same in both.
fn between_unchanged(
    old: &DocumentText,
    span: &Range<usize>,
    new: &DocumentText,
) -> Vec<Range<usize>> {
    let mut places: HashMap<&str, Vec<usize>> = HashMap::new();
    for (at, turn) in new.turns().iter().enumerate() {
        places
            .entry(new.slice(turn.span.clone()))
            .or_default()
            .push(at);
    }
    let mut seen: HashMap<&str, usize> = HashMap::new();
    for turn in old.turns() {
        *seen.entry(old.slice(turn.span.clone())).or_default() += 1;
    }
    // Only a turn that is alone of its words in both texts says where it went.
    let same = |at: usize| {
        let words = old.slice(old.turns().get(at)?.span.clone());
        match (seen.get(words), places.get(words).map(Vec::as_slice)) {
            (Some(1), Some([only])) if !words.is_empty() => Some(*only),
            _ => None,
        }
    };
    let first = old.turn_at(span.start).unwrap_or(0);
    let last = old.turn_at(span.end.saturating_sub(1)).unwrap_or(first);
    let before = (0..first).rev().find_map(same);
    let after = (last + 1..old.turns().len())
        .filter_map(same)
        .find(|at| before.is_none_or(|before| *at > before));
    let from = before.map_or(0, |at| at + 1);
    let to = after.unwrap_or(new.turns().len());
    new.turns()
        .iter()
        .take(to)
        .skip(from)
        .map(|turn| turn.span.clone())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::study::document::Turn;

    /// Start, end, words, times inside.
    type Said<'a> = (Option<i64>, Option<i64>, &'a str, &'a [(u32, i64)]);

    fn text(turns: &[Said<'_>]) -> DocumentText {
        let turns: Vec<Turn> = turns
            .iter()
            .map(|(start, end, words, anchors)| Turn {
                speaker: None,
                start_ms: *start,
                end_ms: *end,
                text: (*words).to_owned(),
                anchors: anchors.to_vec(),
            })
            .collect();
        DocumentText::from_turns(&turns)
    }

    fn shown(text: &DocumentText, spans: Vec<Range<usize>>) -> String {
        veiled(text.text(), 0, &by_turn(text, spans))
    }

    #[test]
    fn a_time_takes_every_cue_that_it_touches() {
        let talk = text(&[
            (Some(0), Some(900), "Début.", &[]),
            (
                Some(1_000),
                Some(4_000),
                "Un. Deux. Trois.",
                &[(4, 2_000), (10, 3_000)],
            ),
            (Some(5_000), None, "Fin", &[]),
            (None, None, "sans temps", &[]),
        ]);
        for (time, wanted) in [
            (2_000..3_000, "Début.\nUn. ██████Trois.\nFin\nsans temps"),
            (2_500..3_001, "Début.\nUn. ████████████\nFin\nsans temps"),
            (900..1_001, "Début.\n████Deux. Trois.\nFin\nsans temps"),
            (4_000..5_000, "Début.\nUn. Deux. Trois.\nFin\nsans temps"),
            (9_000..9_001, "Début.\nUn. Deux. Trois.\n███\nsans temps"),
            (-5..1, "██████\nUn. Deux. Trois.\nFin\nsans temps"),
        ] {
            assert_eq!(shown(&talk, said_in(&talk, &time)), wanted, "{time:?}");
        }
    }

    #[test]
    fn words_left_out_of_one_version_are_left_out_of_the_others() {
        let old = text(&[
            (None, None, "Bonjour.", &[]),
            (None, None, "Mon chef ment. Oui.", &[]),
            (None, None, "Oui.", &[]),
            (None, None, "Merci.", &[]),
        ]);
        let version = VersionId::new("v1");
        let passage = |words: &str| {
            let at = old.text().find(words).unwrap();
            TextPassage::new(version.clone(), old.text(), at..at + words.len()).unwrap()
        };
        let new = |turns: &[&str]| {
            let turns: Vec<_> = turns.iter().map(|t| (None, None, *t, &[][..])).collect();
            text(&turns)
        };
        for (words, turns, wanted) in [
            (
                "Mon chef ment.",
                vec!["Bonjour, Madame.", "Mon chef ment. Oui.", "Oui.", "Merci."],
                "Bonjour, Madame.\n██████████████ Oui.\nOui.\nMerci.",
            ),
            // the same number of places: the same one
            (
                "Oui.",
                vec!["Bonjour.", "Mon chef ment. Oui.", "Hm. Oui.", "Merci."],
                "Bonjour.\nMon chef ment. ████\nHm. Oui.\nMerci.",
            ),
            // another number: all
            (
                "Oui.",
                vec!["Oui. Oui. Oui.", "Merci."],
                "████ ████ ████\nMerci.",
            ),
            // the words were corrected: all between what did not change
            (
                "Mon chef ment.",
                vec!["Bonjour.", "Mon chef mentait.", "Si.", "Merci."],
                "Bonjour.\n█████████████████\n███\nMerci.",
            ),
            ("Mon chef ment.", vec!["Tout autre."], "███████████"),
        ] {
            let new = new(&turns);
            let spans = carried(&old, &passage(words), &new);
            assert_eq!(shown(&new, spans), wanted, "{words}");
        }
    }

    #[test]
    fn a_span_touches_another_when_they_share_a_byte() {
        let spans = [3..5, 9..12];
        for (span, wanted) in [
            (0..3, false),
            (0..4, true),
            (4..9, true),
            (5..9, false),
            (11..20, true),
            (12..20, false),
            (4..4, false),
        ] {
            assert_eq!(touches(&spans, &span), wanted, "{span:?}");
        }
    }
}
