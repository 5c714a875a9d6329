//! Words looked for in a whole study: transcripts, reference texts, notes, memos, answers, codes.
//!
//! What was withdrawn is not found. Hits come as a reader would meet them: interview by interview, in each the answers, the
//! notes, the documents from top to bottom, the memos; then reference texts, then the codebook.

mod asked;
mod corpus;
mod hit;
mod progress;

pub use asked::Asked;
pub use corpus::Corpus;
pub use hit::{Hit, Source};
pub use progress::Progress;

pub use crate::study::word::Voice;

use super::ask::Ask;
use super::counted::{Who, Words, who_of};
use super::people::Interview;
use super::{Context, Counted, Options, TableError};
use crate::i18n::Message;
use crate::message;
use crate::study::document::DocumentText;
use crate::study::hidden::{touches, veiled};
use crate::study::id::CodingId;
use crate::study::memo::{About, MemoText};
use crate::study::word::Consent;
use crate::study::{Hidden, Shown, Study};
use crate::text::search::{Found, Pattern};
use crate::text::search::{LONGEST, PatternError};
use hit::context;
use std::collections::HashMap;
use std::ops::Range;

/// What is looked for, and where.
#[derive(Debug)]
pub struct Query {
    /// The words.
    pub pattern: Pattern,
    /// Whose words.
    pub voice: Voice,
    /// Attribute and value that the speaker must have; several values of one attribute are alternatives.
    pub where_: Vec<(String, String)>,
    /// Passages that carry this code alone, by key.
    pub code: Option<String>,
    /// One interview alone, by key as shown.
    pub interview: Option<String>,
    /// The most hits that are kept; more are only counted.
    pub most: usize,
    /// How far it is, and whether it goes on.
    pub progress: Progress,
}

impl Query {
    /// Looks everywhere.
    pub fn new(pattern: Pattern) -> Self {
        Self {
            pattern,
            voice: Voice::All,
            where_: Vec::new(),
            code: None,
            interview: None,
            most: usize::MAX,
            progress: Progress::default(),
        }
    }
}

/// What was met.
#[derive(Debug, Default)]
pub struct Hits {
    /// The hits that were kept, in order.
    pub list: Vec<Hit>,
    /// How many there are in all.
    pub total: usize,
}

/// Why a pattern cannot be looked for, in words.
pub fn pattern_message(error: &PatternError) -> Message {
    match error {
        PatternError::Empty => message!("analysis-search-empty"),
        PatternError::Control(code) => {
            message!("analysis-search-control", code = format!("U+{code:04X}"))
        }
        PatternError::Long(bytes) => {
            message!("analysis-search-long", bytes = *bytes, most = LONGEST)
        }
        PatternError::Half => message!("analysis-search-half"),
        PatternError::Mixed => message!("analysis-search-mixed"),
        PatternError::Broken { reason, column } => {
            message!("analysis-search-broken", reason = reason, column = *column)
        }
        PatternError::Explodes => message!("analysis-search-explodes"),
    }
}

/// Where `query` is met.
pub fn search(
    counted: &Counted,
    corpus: &Corpus,
    context: &Context,
    query: &Query,
) -> Result<Hits, TableError> {
    let options = Options {
        where_: query.where_.clone(),
        ..Options::default()
    };
    let ask = Ask::new("search", counted, context, &options)?;
    let coded = query
        .code
        .as_deref()
        .map(|key| Coded::of(counted, key))
        .transpose()?;
    if let Some(wanted) = &query.interview {
        let known = || counted.people.interviews.iter().map(|one| one.key);
        if !known().any(|key| key == wanted) {
            return Err(TableError::unknown("interview", wanted, known()));
        }
    }
    let mut searcher = Searcher {
        counted,
        query,
        ask,
        coded,
        hits: Hits::default(),
    };
    searcher.run(corpus);
    Ok(searcher.hits)
}

/// The passages that carry one code.
struct Coded<'a> {
    spans: HashMap<usize, Vec<Range<usize>>>,
    notes: Vec<&'a crate::study::id::NoteId>,
    codings: Vec<&'a CodingId>,
}

impl<'a> Coded<'a> {
    fn of(counted: &'a Counted, key: &str) -> Result<Self, TableError> {
        let keys = || {
            counted
                .codes
                .iter()
                .map(|(id, code)| counted.keys.code(id, code))
        };
        let at = keys()
            .position(|known| known == key)
            .ok_or_else(|| TableError::unknown("code", key, keys()))?;
        let mut coded = Self {
            spans: HashMap::new(),
            notes: Vec::new(),
            codings: Vec::new(),
        };
        for line in counted.lines.iter().filter(|line| line.code == at) {
            coded.codings.push(line.id);
            match line.words {
                Words::Note(id) => coded.notes.push(id),
                Words::Text(document, passage) => coded
                    .spans
                    .entry(document)
                    .or_default()
                    .push(passage.span()),
            }
        }
        Ok(coded)
    }

    fn holds(&self, document: usize, span: &Range<usize>) -> bool {
        self.spans.get(&document).is_some_and(|spans| {
            spans
                .iter()
                .any(|s| s.start < span.end && span.start < s.end)
        })
    }
}

struct Searcher<'r, 'a> {
    counted: &'r Counted<'a>,
    query: &'r Query,
    ask: Ask<'r, 'a>,
    coded: Option<Coded<'r>>,
    hits: Hits,
}

impl<'r, 'a> Searcher<'r, 'a> {
    fn run(&mut self, corpus: &Corpus) {
        let mut found = corpus.find(self.counted, self.query);
        let memos = self.memos();
        for (place, interview) in self.counted.people.interviews.iter().enumerate() {
            if !self.wants(interview) {
                continue;
            }
            self.answers(interview);
            self.notes(interview);
            for (document, source) in self.counted.documents.iter().enumerate() {
                if source.interview == Some(place) {
                    self.turns(document, Some(interview), corpus, &mut found);
                }
            }
            for line in memos.get(&Some(place)).into_iter().flatten() {
                self.memo(line, Some(interview));
            }
        }
        if self.query.interview.is_some() || !self.query.where_.is_empty() {
            return;
        }
        if self.query.voice == Voice::All {
            for (document, source) in self.counted.documents.iter().enumerate() {
                if source.interview.is_none() {
                    self.turns(document, None, corpus, &mut found);
                }
            }
        }
        for line in memos.get(&None).into_iter().flatten() {
            self.memo(line, None);
        }
        self.codes();
    }

    /// Keeps a hit, while there are not too many of them.
    fn keep(&mut self, hit: impl FnOnce() -> Hit) {
        self.hits.total += 1;
        if self.hits.list.len() < self.query.most {
            self.hits.list.push(hit());
        }
    }

    fn wants(&self, interview: &Interview) -> bool {
        interview.consent != Consent::Withdrawn
            && self
                .query
                .interview
                .as_deref()
                .is_none_or(|key| key == interview.key)
    }

    /// Whether somebody's words are looked at.
    fn hears(&self, interview: &Interview, who: Who) -> bool {
        let person = match who {
            Who::Participant(at) | Who::Interviewer(Some(at)) => interview.people.get(at),
            Who::Interviewer(None) | Who::Unknown => None,
        };
        if person.is_some_and(|person| person.record.consent == Consent::Withdrawn) {
            return false;
        }
        let asks = matches!(who, Who::Interviewer(_));
        let voice = match self.query.voice {
            Voice::All => true,
            Voice::Participants => !asks,
            Voice::Interviewers => asks,
        };
        voice
            && (self.query.where_.is_empty()
                || person.is_some_and(|person| !asks && self.ask.allows(&person.values)))
    }

    fn turns(
        &mut self,
        document: usize,
        interview: Option<&Interview<'a>>,
        corpus: &Corpus,
        found: &mut HashMap<usize, Vec<Found>>,
    ) {
        let Some(places) = found.remove(&document) else {
            return;
        };
        let (Some(source), Some((version, text))) = (
            self.counted.documents.get(document),
            corpus.text(self.counted, document),
        ) else {
            return;
        };
        let number = self.counted.study.records.versions.get(version);
        let hidden = corpus.hidden(version);
        // code points before a byte: places ascend, so each part of the text is counted once
        let (mut byte, mut chars) = (0, 0);
        for place in places {
            if touches(hidden, &place.span) {
                continue;
            }
            let Some(turn) = text.turn_at(place.span.start) else {
                continue;
            };
            let Some(spoken) = text.turns().get(turn) else {
                continue;
            };
            let heard = interview.is_none_or(|interview| {
                self.hears(interview, who_of(interview, spoken.speaker.as_deref()))
            });
            let coded = self
                .coded
                .as_ref()
                .is_none_or(|coded| coded.holds(document, &place.span));
            if !heard || !coded {
                continue;
            }
            if self.hits.list.len() < self.query.most {
                chars += text.slice(byte..place.span.start).chars().count();
                byte = place.span.start;
            }
            self.keep(|| Hit {
                source: match interview {
                    Some(_) => Source::Turn(version.clone()),
                    None => Source::Reference(version.clone()),
                },
                interview: interview.map_or("", |one| one.key).to_owned(),
                session: interview.map(|one| one.id.clone()),
                speaker: spoken.speaker.clone(),
                document: source.record.key.clone(),
                version: number.map_or(0, |version| version.number),
                turn: Some(turn),
                ..said(text, spoken.span.clone(), hidden, place, chars)
            });
        }
    }

    fn notes(&mut self, interview: &Interview<'a>) {
        if self.query.voice == Voice::Interviewers {
            return;
        }
        let hidden = Hidden::of(self.counted.study);
        for (id, note) in self.counted.study.notes_of(interview.id) {
            let coded = self
                .coded
                .as_ref()
                .is_none_or(|coded| coded.notes.contains(&id));
            let left_out = hidden.note(id, note);
            if left_out || !coded || !self.hears(interview, who_of(interview, None)) {
                continue;
            }
            for found in self.query.pattern.find(&note.text) {
                self.keep(|| Hit {
                    source: Source::Note(id.clone()),
                    interview: interview.key.to_owned(),
                    session: Some(interview.id.clone()),
                    t_ms: note.t_ms,
                    ..context(&note.text, found)
                });
            }
        }
    }

    fn answers(&mut self, interview: &Interview<'a>) {
        if self.coded.is_some() || self.query.voice == Voice::Interviewers {
            return;
        }
        if !self.hears(interview, who_of(interview, None)) {
            return;
        }
        let records = &self.counted.study.records;
        let mut answers: Vec<_> = records
            .answers
            .iter()
            .filter(|(_, answer)| answer.session == *interview.id)
            .collect();
        answers.sort_by_key(|(id, answer)| (answer.position, *id));
        for (id, answer) in answers {
            for found in self.query.pattern.find(&answer.value) {
                self.keep(|| Hit {
                    source: Source::Answer(id.clone()),
                    interview: interview.key.to_owned(),
                    session: Some(interview.id.clone()),
                    document: answer.question.clone(),
                    t_ms: answer.t_ms,
                    ..context(&answer.value, found)
                });
            }
        }
    }

    /// All memos that may be read, by interview.
    fn memos(&self) -> HashMap<Option<usize>, Vec<MemoText<'r>>> {
        let mut memos: HashMap<Option<usize>, Vec<MemoText>> = HashMap::new();
        // a memo is its writer's, nobody's words
        if self.query.voice != Voice::All || !self.query.where_.is_empty() {
            return memos;
        }
        let study: &'r Study = self.counted.study;
        let mut shown = Shown::of(study, self.ask.context.texts);
        for memo in study.memo_texts() {
            let coding = match &memo.about {
                About::Coding(id) => study.records.codings.get_key_value(id),
                _ => None,
            };
            let seen = coding.is_none_or(|(_, one)| shown.passage(study.passage_now(one)));
            let wanted = self
                .coded
                .as_ref()
                .is_none_or(|coded| coding.is_some_and(|(id, _)| coded.codings.contains(&id)));
            let place = memo.session.and_then(|id| self.counted.people.place(id));
            if seen && wanted {
                memos.entry(place).or_default().push(memo);
            }
        }
        memos
    }

    fn memo(&mut self, memo: &MemoText, interview: Option<&Interview<'a>>) {
        let study = self.counted.study;
        for found in self.query.pattern.find(memo.text) {
            let on = match &memo.about {
                About::Coding(id) => {
                    let coding = study.records.codings.get(id);
                    let code = coding.and_then(|coding| study.resolve_code(&coding.code));
                    let code = code.and_then(|id| study.records.codes.get_key_value(id));
                    code.map_or("", |(id, code)| self.counted.keys.code(id, code))
                        .to_owned()
                }
                // a random id says nothing
                About::Note(_) => String::new(),
                about => study
                    .memo_target(about)
                    .map_or_else(String::new, |(_, thing)| thing),
            };
            self.keep(|| Hit {
                source: Source::Memo(memo.about.clone(), memo.memo.cloned()),
                interview: interview.map_or("", |one| one.key).to_owned(),
                session: interview.map(|one| one.id.clone()),
                document: on,
                ..context(memo.text, found)
            });
        }
    }

    fn codes(&mut self) {
        if self.coded.is_some() || self.query.voice != Voice::All {
            return;
        }
        for (id, code) in &self.counted.codes {
            let key = self.counted.keys.code(id, code);
            let texts = std::iter::once(key)
                .chain(code.labels.values().map(String::as_str))
                .chain(
                    [
                        &code.definition,
                        &code.include,
                        &code.exclude,
                        &code.example,
                    ]
                    .map(String::as_str),
                );
            for text in texts {
                for found in self.query.pattern.find(text) {
                    self.keep(|| Hit {
                        source: Source::Code((*id).clone()),
                        document: key.to_owned(),
                        ..context(text, found)
                    });
                }
            }
        }
    }
}

/// Bytes on each side of a hit among which its context is looked for: far more than is shown.
const AROUND: usize = 2_000;

/// A hit inside a turn; its positions are those of the whole document, in which it begins at the code point `first`.
fn said(
    text: &DocumentText,
    turn: Range<usize>,
    hidden: &[Range<usize>],
    place: Found,
    first: usize,
) -> Hit {
    let whole = text.text();
    let from = place.span.start.saturating_sub(AROUND).max(turn.start);
    let from = (from..=place.span.start).find(|at| whole.is_char_boundary(*at));
    let from = from.unwrap_or(place.span.start);
    let to = (place.span.end + AROUND).min(turn.end);
    let to = (place.span.end..=to)
        .rev()
        .find(|at| whole.is_char_boundary(*at));
    let to = to.unwrap_or(place.span.end);
    // What stands around the words may be left out; the words themselves are not, and only move.
    let at = |byte: usize| veiled(text.slice(from..byte), from, hidden).len();
    let inside = |span: Range<usize>| at(span.start)..at(span.end);
    let hit = context(
        &veiled(text.slice(from..to), from, hidden),
        Found {
            span: inside(place.span.clone()),
            marks: place.marks.into_iter().map(inside).collect(),
        },
    );
    Hit {
        chars: first..first + hit.chars.len(),
        t_ms: text.time_at(place.span.start),
        span: place.span,
        ..hit
    }
}

#[cfg(test)]
mod search_test;
