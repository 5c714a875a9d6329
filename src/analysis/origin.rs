//! Where in the transcript a note came from: proposals, the likeliest first.
//!
//! *Rule.* A proposal is one to three sentences running, of one turn, by somebody whose words count, of which nothing is
//! left out. Something of them was said between two minutes before the note's first letter and half a minute after it,
//! by the clock of the recording ([`in_recording`]): one writes after one has heard. They share a word with the note:
//! words of four letters or more and numbers, without accents and the ending of plurals, by their first six letters. Likeness is
//! Dice's: twice the shared words over the words of both. The likeliest come first, then the nearest in time, then the
//! first in the text; of proposals that overlap the first stays. Where the note, or a text, has no time, words alone
//! decide, and two at least are shared, or the note's only one.

use crate::i18n::Message;
use crate::message;
use crate::study::clock::in_recording;
use crate::study::coding::TextPassage;
use crate::study::document::{DocumentText, Texts};
use crate::study::hidden::{Hidden, touches};
use crate::study::id::{NoteId, SessionId, VersionId};
use crate::study::word::Consent;
use crate::study::{Speaker, Study};
use crate::text::fold::fold;
use crate::text::sentence::sentences;

use std::collections::{BTreeSet, HashMap};
use std::ops::Range;

/// How long before a note's first letter its words may have been said, milliseconds.
const BEFORE: i64 = 120_000;
/// How long after it, milliseconds.
const AFTER: i64 = 30_000;
/// Sentences that are taken together at most.
const SENTENCES: usize = 3;
/// Proposals at most.
const MOST: usize = 9;
/// Letters that a word has at least to tell anything.
const LETTERS: usize = 4;
/// Letters of a word that tell it from another.
const STEM: usize = 6;

/// A passage that a note may have come from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Origin {
    /// The passage, in the newest version of its document.
    pub passage: TextPassage,
    /// Likeness of the words, 1 to 100.
    pub score: u8,
    /// When it was said, milliseconds of the recording.
    pub at_ms: Option<i64>,
    /// Its words.
    pub words: String,
}

/// Why nothing is proposed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Nowhere {
    /// The note is not there, or is not to be read.
    NoNote,
    /// The interview has no transcript, or its text is missing.
    NoTranscript,
    /// The note has no word that tells anything.
    NoWords,
    /// Nothing was said at that time.
    Silence,
    /// What was said at that time shares no word with the note.
    OtherWords,
    /// There is no time to go by, and nowhere are words enough shared.
    Untimed,
}

impl Nowhere {
    /// The reason, in words.
    pub fn message(self) -> Message {
        match self {
            Self::NoNote => message!("analysis-origin-no-note"),
            Self::NoTranscript => message!("analysis-origin-no-transcript"),
            Self::NoWords => message!("analysis-origin-no-words"),
            Self::Silence => message!("analysis-origin-silence"),
            Self::OtherWords => message!("analysis-origin-other-words"),
            Self::Untimed => message!("analysis-origin-untimed"),
        }
    }
}

/// The words of a text that tell it from another; see the rule above.
fn telling(text: &str) -> BTreeSet<String> {
    let folded = fold(text);
    let words = folded.split(|c: char| !c.is_alphanumeric());
    words
        .filter(|word| {
            let number = !word.is_empty() && word.chars().all(|c| c.is_ascii_digit());
            number || word.chars().count() >= LETTERS
        })
        .map(|word| {
            let singular = word.strip_suffix(['s', 'x']).unwrap_or(word);
            singular.chars().take(STEM).collect()
        })
        .collect()
}

/// A sentence as it may be proposed.
struct Said {
    span: Range<usize>,
    words: BTreeSet<String>,
    /// From when to when, where that is known.
    time: Option<(i64, i64)>,
}

/// The passages of the interview's transcripts that a note may have come from; one at least.
///
/// # Errors
/// Why there is none.
pub fn origins(study: &Study, texts: &dyn Texts, id: &NoteId) -> Result<Vec<Origin>, Nowhere> {
    let hidden = Hidden::of(study);
    let note = study.records.notes.get(id).ok_or(Nowhere::NoNote)?;
    if hidden.note(id, note) || study.session_consent(&note.session) == Consent::Withdrawn {
        return Err(Nowhere::NoNote);
    }
    let session = study.records.sessions.get(&note.session);
    let noted = note
        .t_ms
        .zip(session)
        .map(|(t_ms, s)| in_recording(s, t_ms));
    let wanted = telling(&note.text);
    let documents = study.documents_of(&note.session);
    let newest = documents
        .iter()
        .filter_map(|(document, _)| study.newest_version(document))
        .filter_map(|(version, _)| Some((version, texts.text(version)?)));
    let opened: Vec<_> = newest.collect();
    if opened.is_empty() {
        return Err(Nowhere::NoTranscript);
    }
    if wanted.is_empty() {
        return Err(Nowhere::NoWords);
    }
    let (mut all, mut heard, mut timed) = (Vec::new(), false, false);
    for (place, (version, text)) in opened.iter().enumerate() {
        let left_out = hidden.spans(study, texts, version);
        for turn in counted_turns(study, &note.session, text) {
            let said = said(text, turn);
            for first in 0..said.len() {
                for run in
                    (first + 1..=said.len().min(first + SENTENCES)).map(|to| &said[first..to])
                {
                    let (Some(head), Some(last)) = (run.first(), run.last()) else {
                        continue;
                    };
                    let span = head.span.start..last.span.end;
                    let away = away(noted, run);
                    timed |= away.is_some();
                    if away.is_some_and(|away| away > 0) || touches(&left_out, &span) {
                        continue;
                    }
                    heard = true;
                    let Some(score) = likeness(&wanted, run, away.is_some()) else {
                        continue;
                    };
                    let at_ms = text.time_at(span.start);
                    let apart = noted.zip(at_ms).map_or(0, |(a, b)| (a - b).abs());
                    let order = (u8::MAX - score, apart, place, span.start, span.end);
                    all.push((order, version, span, score, at_ms));
                }
            }
        }
    }
    all.sort_by_key(|(order, ..)| *order);
    let mut kept: Vec<(&VersionId, Range<usize>)> = Vec::new();
    let mut origins = Vec::new();
    for (order, version, span, score, at_ms) in all {
        let over = |(other, taken): &(&VersionId, Range<usize>)| {
            *other == *version && taken.start < span.end && span.start < taken.end
        };
        let Some((_, text)) = opened.get(order.2).filter(|_| !kept.iter().any(over)) else {
            continue;
        };
        if let Some(passage) = TextPassage::new((*version).clone(), text.text(), span.clone()) {
            origins.push(Origin {
                passage,
                score,
                at_ms,
                words: text.slice(span.clone()).to_owned(),
            });
            kept.push((version, span));
        }
        if origins.len() == MOST {
            break;
        }
    }
    match (origins.is_empty(), timed, heard) {
        (false, ..) => Ok(origins),
        (true, false, _) => Err(Nowhere::Untimed),
        (true, true, false) => Err(Nowhere::Silence),
        (true, true, true) => Err(Nowhere::OtherWords),
    }
}

/// Turns of somebody whose words count.
fn counted_turns(study: &Study, session: &SessionId, text: &DocumentText) -> Vec<usize> {
    let interviewers = study.settings().count_interviewer;
    let mut known: HashMap<Option<&str>, bool> = HashMap::new();
    let turns = text.turns().iter().enumerate();
    turns
        .filter(|(_, turn)| {
            let name = turn.speaker.as_deref();
            *known
                .entry(name)
                .or_insert_with(|| match study.speaker(session, name) {
                    Speaker::Interviewer(_) => interviewers,
                    Speaker::Participant(id) => {
                        let person = study.records.participants.get(id);
                        person.is_none_or(|person| person.consent != Consent::Withdrawn)
                    }
                    Speaker::Unknown => true,
                })
        })
        .map(|(at, _)| at)
        .collect()
}

/// The sentences of a turn.
fn said(text: &DocumentText, turn: usize) -> Vec<Said> {
    let turns = text.turns();
    let Some(this) = turns.get(turn) else {
        return Vec::new();
    };
    let next = turns.get(turn + 1).and_then(|next| next.start_ms);
    let end = this.end_ms.or(next);
    let list = sentences(text.slice(this.span.clone())).into_iter();
    list.map(|inside| {
        let span = this.span.start + inside.start..this.span.start + inside.end;
        let until = this.anchors.iter().find(|(at, _)| *at >= span.end);
        let until = until.map(|(_, ms)| *ms).or(end);
        let time = text
            .time_at(span.start)
            .map(|from| (from, until.unwrap_or(from).max(from)));
        Said {
            words: telling(text.slice(span.clone())),
            span,
            time,
        }
    })
    .collect()
}

/// How far a run lies from the time in which a note's words were said, 0 within it; none where one has no time.
fn away(noted: Option<i64>, run: &[Said]) -> Option<i64> {
    let noted = noted?;
    let window = (noted - BEFORE, noted + AFTER);
    run.iter()
        .filter_map(|said| said.time)
        .map(|(from, to)| (window.0 - to).max(from - window.1).max(0))
        .min()
}

/// Likeness in hundredths; none where too little is shared.
fn likeness(wanted: &BTreeSet<String>, run: &[Said], timed: bool) -> Option<u8> {
    let words: BTreeSet<&String> = run.iter().flat_map(|said| &said.words).collect();
    let shared = wanted.iter().filter(|word| words.contains(word)).count();
    let least = if timed { 1 } else { wanted.len().min(2) };
    if shared < least {
        return None;
    }
    let share = (200 * shared).checked_div(wanted.len() + words.len())?;
    u8::try_from(share.clamp(1, 100)).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::bench::Bench;
    use crate::study::coding::Passage;
    use crate::study::exclusion::{Excluded, Exclusion};
    use crate::study::id::ExclusionId;
    use crate::study::session::{Note, SessionField};
    use proptest::prelude::*;

    /// What is said, ten seconds a turn.
    const TALK: &[(&str, &str)] = &[
        (
            "Chercheuse",
            "Et quand une pièce manque, que se passe-t-il ?",
        ),
        (
            "Mme Lefort",
            "Si l’émargement manque, le financeur ne paie pas. On a perdu trois semaines en mars, parce que la plateforme \
             avait changé et que personne ne nous l’avait dit. Depuis, je vérifie tout deux fois.",
        ),
        ("Chercheuse", "Deux fois ?"),
        (
            "Mme Lefort",
            "Oui. Une fois pour nous, une fois pour l’audit.",
        ),
        (
            "Mme Lefort",
            "Personne n’a le temps de monter un dossier pendant la rentrée.",
        ),
    ];

    /// A study with one note on E07, at a second of the call.
    fn noted(talk: &[(&str, &str)], seconds: Option<i64>, text: &str) -> Bench {
        let mut bench = Bench::default();
        bench.session("E07");
        bench.transcript(Some("E07"), "E07", talk);
        let note = Note {
            session: SessionId::new("E07"),
            t_ms: seconds.map(|s| s * 1000),
            text: text.to_owned(),
            ..Note::default()
        };
        bench.put(vec![(NoteId::new("n"), note).into()]);
        bench
    }

    fn found(bench: &Bench) -> Result<Vec<Origin>, Nowhere> {
        origins(&bench.study, &bench.texts, &NoteId::new("n"))
    }

    #[test]
    fn a_note_comes_from_what_was_said_before_it_in_like_words() {
        for (seconds, text, wanted) in [
            (
                Some(30),
                "trois semaines perdues en mars",
                Ok("On a perdu trois semaines en mars, parce que la plateforme avait changé"),
            ),
            (
                Some(30),
                "financeur : sans émargement, pas de paie",
                Ok("Si l’émargement manque"),
            ),
            (
                Some(60),
                "personne n'a le temps d'un dossier",
                Ok("Personne n’a le temps"),
            ),
            // ten minutes later: nothing was said
            (
                Some(1_500),
                "trois semaines perdues en mars",
                Err(Nowhere::Silence),
            ),
            // at that time, but of something else
            (Some(30), "jury à Paris", Err(Nowhere::OtherWords)),
            // the interviewer's own words are nobody's evidence
            (Some(5), "pièce", Err(Nowhere::OtherWords)),
            (Some(30), "(oh !)", Err(Nowhere::NoWords)),
            // without a time, words alone
            (
                None,
                "trois semaines perdues en mars",
                Ok("On a perdu trois semaines en mars"),
            ),
            (None, "mars et avril", Err(Nowhere::Untimed)),
            (None, "mars", Ok("On a perdu trois semaines en mars")),
        ] {
            let bench = noted(TALK, seconds, text);
            let first = found(&bench).map(|list| list[0].words.clone());
            match (&first, wanted) {
                (Ok(words), Ok(wanted)) => assert!(words.starts_with(wanted), "{text}: {words}"),
                (first, wanted) => {
                    assert_eq!(first.as_deref().err(), wanted.as_ref().err(), "{text}");
                }
            }
        }
    }

    #[test]
    fn the_anchor_moves_the_minute_and_what_is_left_out_is_not_proposed() {
        let mut bench = noted(TALK, Some(630), "trois semaines perdues en mars");
        assert_eq!(found(&bench), Err(Nowhere::Silence));
        let anchor = SessionField::AnchorMs(Some(600_000));
        bench.put(vec![(SessionId::new("E07"), anchor).into()]);
        assert_eq!(found(&bench).unwrap().remove(0).at_ms, Some(10_000));
        let version = bench.texts.keys().next().unwrap().to_string();
        let Passage::Text(out) = bench.passage(&version, "trois semaines") else {
            panic!("a text");
        };
        let exclusion = Exclusion {
            session: SessionId::new("E07"),
            what: Excluded::Text(out),
            ..Exclusion::default()
        };
        bench.put(vec![(ExclusionId::new("x"), exclusion).into()]);
        let still = found(&bench).unwrap_or_default();
        assert!(
            still
                .iter()
                .all(|origin| !origin.words.contains("semaines"))
        );
        let mut bare = Bench::default();
        bare.session("E07");
        bare.note("E07", "n", "sans transcription");
        assert_eq!(found(&bare), Err(Nowhere::NoTranscript));
    }

    proptest! {
        #[test]
        fn proposals_are_in_order_apart_and_near_the_note(
            words in prop::collection::vec("(dossier|levier|prime|frein|jury|bloc|temps)", 4..80),
            seconds in 0i64..400,
            text in "(dossier|levier|prime|frein) (jury|bloc|temps|12)",
        ) {
            let turns: Vec<String> = words
                .chunks(4)
                .map(|words| words.iter().fold(String::new(), |said, word| said + "Le " + word + " encore. "))
                .collect();
            let talk: Vec<(&str, &str)> = turns.iter().map(|text| ("Mme Lefort", text.trim())).collect();
            let bench = noted(&talk, Some(seconds), &text);
            let list = found(&bench).unwrap_or_default();
            prop_assert_eq!(&list, &found(&bench).unwrap_or_default());
            prop_assert!(list.len() <= MOST);
            for pair in list.windows(2) {
                prop_assert!(pair[0].score >= pair[1].score);
            }
            let wanted = telling(&text);
            for (at, origin) in list.iter().enumerate() {
                prop_assert!(telling(&origin.words).iter().any(|word| wanted.contains(word)));
                let said = origin.at_ms.unwrap();
                // a turn of ten seconds may reach into the time
                let time = seconds * 1000 - BEFORE - 10_000..=seconds * 1000 + AFTER;
                prop_assert!(time.contains(&said), "{}", said);
                for other in &list[at + 1..] {
                    let (a, b) = (origin.passage.span(), other.passage.span());
                    prop_assert!(a.end <= b.start || b.end <= a.start);
                }
            }
        }
    }
}
