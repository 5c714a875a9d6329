//! What coders can be compared over: the text that at least two of them worked on, cut into units.

use crate::analysis::ask::{Ask, Unit};
use crate::analysis::counted::{Line, Who, Words};
use crate::analysis::places::{nameless, newest_span, who_of};
use crate::study::document::DocumentText;
use crate::study::id::{NoteId, VersionId};
use crate::text::sentence::sentences;
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::ops::Range;

/// One coding on the common text.
#[derive(Debug, Clone, Copy)]
pub struct Mark {
    /// The coder, by place.
    pub coder: usize,
    /// The code, by place in the codebook.
    pub code: usize,
    /// First character.
    pub start: u32,
    /// Character after the last.
    pub end: u32,
    /// The line, by place.
    pub line: usize,
}

/// One text: a document, or the notes of an interview.
#[derive(Debug, Default)]
pub struct Source {
    /// Coders who put at least one code on it.
    pub coders: BTreeSet<usize>,
    /// Their codings, ascending.
    pub marks: Vec<Mark>,
    /// Turns, or notes, in characters.
    pub turns: Vec<Range<u32>>,
    /// Sentences, in characters.
    pub sentences: Vec<Range<u32>>,
    /// Number of characters.
    pub length: u32,
}

impl Source {
    /// Whether all of these coders worked on it.
    pub fn has(&self, coders: &[usize]) -> bool {
        coders.iter().all(|coder| self.coders.contains(coder))
    }

    /// The units of a kind.
    pub fn units(&self, unit: Unit) -> &[Range<u32>] {
        match unit {
            Unit::Sentence => &self.sentences,
            _ => &self.turns,
        }
    }
}

/// The common text of several coders.
#[derive(Debug, Default)]
pub struct Ground<'a> {
    /// The coders, by name.
    pub coders: Vec<&'a str>,
    /// Texts that at least two of them worked on.
    pub sources: Vec<Source>,
    /// Texts that only one worked on.
    pub n_alone: usize,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
enum Place {
    Document(usize),
    Notes(usize),
}

/// Reads the common text. `only`: these coders alone; `sentences`: whether sentences are wanted.
pub fn ground<'r>(ask: &Ask<'r, '_>, only: Option<&[&'r str]>, with_sentences: bool) -> Ground<'r> {
    let counted = ask.counted;
    let lines: Vec<(usize, &Line)> = counted
        .lines
        .iter()
        .enumerate()
        .filter(|(_, line)| ask.is_work(line))
        .filter(|(_, line)| only.is_none_or(|only| only.contains(&line.coding.coder.as_str())))
        .collect();
    let coders: Vec<&'r str> = match only {
        Some(only) => only.to_vec(),
        None => {
            let names: BTreeSet<&str> = lines
                .iter()
                .map(|(_, line)| line.coding.coder.as_str())
                .collect();
            names.into_iter().collect()
        }
    };
    let coder_at: HashMap<&str, usize> = coders
        .iter()
        .enumerate()
        .map(|(at, name)| (*name, at))
        .collect();
    let mut by_place: BTreeMap<Place, Vec<(usize, &Line)>> = BTreeMap::new();
    for (at, line) in lines {
        let place = match line.words {
            Words::Text(document, _) => Place::Document(document),
            Words::Note(_) => Place::Notes(line.interview.unwrap_or(usize::MAX)),
        };
        by_place.entry(place).or_default().push((at, line));
    }
    let mut ground = Ground {
        coders,
        ..Ground::default()
    };
    for (place, lines) in by_place {
        let own: BTreeSet<usize> = lines
            .iter()
            .filter_map(|(_, line)| coder_at.get(line.coding.coder.as_str()).copied())
            .collect();
        if own.len() < 2 {
            ground.n_alone += 1;
            continue;
        }
        let mut source = Source {
            coders: own,
            ..Source::default()
        };
        let mut put = |at: usize, line: &Line, span: Range<u32>| {
            if let Some(coder) = coder_at.get(line.coding.coder.as_str())
                && span.start < span.end
            {
                source.marks.push(Mark {
                    coder: *coder,
                    code: line.code,
                    start: span.start,
                    end: span.end,
                    line: at,
                });
            }
        };
        match place {
            Place::Document(document) => {
                let Some(text) = Text::of(ask, document, with_sentences) else {
                    continue;
                };
                for (at, line) in lines {
                    if let Some((version, span)) = newest_span(counted, line)
                        && *version == text.version
                    {
                        put(at, line, text.characters(&span));
                    }
                }
                source.turns = text.units;
                source.sentences = text.sentences;
                source.length = text.length;
            }
            Place::Notes(interview) => {
                let notes = notes(ask, interview);
                for (at, line) in lines {
                    if let Words::Note(id) = line.words
                        && let Some(span) = notes.get(id)
                    {
                        put(at, line, span.clone());
                    }
                }
                source.turns = notes.into_values().collect();
                source.turns.sort_by_key(|span| span.start);
                // a note is coded as a whole
                source.sentences.clone_from(&source.turns);
                source.length = source.turns.last().map_or(0, |span| span.end);
            }
        }
        source
            .marks
            .sort_by_key(|mark| (mark.start, mark.end, mark.code, mark.coder, mark.line));
        ground.sources.push(source);
    }
    ground
}

/// The counted turns of a document, one after the other.
struct Text {
    version: VersionId,
    words: std::sync::Arc<DocumentText>,
    /// Bytes of each counted turn, and its first character.
    turns: Vec<(Range<usize>, u32)>,
    units: Vec<Range<u32>>,
    sentences: Vec<Range<u32>>,
    length: u32,
}

impl Text {
    fn of(ask: &Ask, document: usize, with_sentences: bool) -> Option<Self> {
        let source = ask.counted.documents.get(document)?;
        let interview = ask.counted.people.interviews.get(source.interview?)?;
        let version = (*source.versions.last()?).clone();
        let text = ask.context.texts.text(&version)?;
        let mut read = Self {
            version,
            turns: Vec::new(),
            units: Vec::new(),
            sentences: Vec::new(),
            length: 0,
            words: text.clone(),
        };
        let mut known: HashMap<Option<&str>, bool> = HashMap::new();
        for turn in text.turns() {
            let name = turn.speaker.as_deref();
            let heard = *known
                .entry(name)
                .or_insert_with(|| ask.hears(interview, who_of(interview, name)));
            let words = text.slice(turn.span.clone());
            if !heard || words.is_empty() {
                continue;
            }
            let start = read.length;
            if with_sentences {
                for sentence in sentences(words) {
                    let before = characters(words.get(..sentence.start).unwrap_or(""));
                    let own = characters(words.get(sentence).unwrap_or(""));
                    read.sentences.push(start + before..start + before + own);
                }
            }
            read.turns.push((turn.span.clone(), start));
            read.length += characters(words);
            read.units.push(start..read.length);
        }
        Some(read)
    }

    /// A span of bytes of the document in characters of the counted turns.
    fn characters(&self, span: &Range<u32>) -> Range<u32> {
        self.character(span.start as usize)..self.character(span.end as usize)
    }

    fn character(&self, byte: usize) -> u32 {
        let after = self.turns.partition_point(|(span, _)| span.start <= byte);
        let Some((span, start)) = after.checked_sub(1).and_then(|at| self.turns.get(at)) else {
            return 0;
        };
        let within = self.words.slice(span.start..byte.min(span.end));
        start + characters(within)
    }
}

fn characters(text: &str) -> u32 {
    u32::try_from(text.chars().count()).unwrap_or(u32::MAX)
}

/// The notes of an interview, each at its place.
fn notes<'r>(ask: &Ask<'r, '_>, interview: usize) -> BTreeMap<&'r NoteId, Range<u32>> {
    let mut spans = BTreeMap::new();
    let Some(interview) = ask.counted.people.interviews.get(interview) else {
        return spans;
    };
    let who: Who = nameless(interview);
    if !ask.hears(interview, who) {
        return spans;
    }
    let mut at = 0;
    for (id, note) in ask.counted.study.notes_of(interview.id) {
        let long = characters(&note.text);
        if long > 0 {
            spans.insert(id, at..at + long);
            at += long;
        }
    }
    spans
}
