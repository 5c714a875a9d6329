//! A finished text held against what was said: every quote and every figure of it, with the passage or the row it stands for.
//!
//! A quote is *verbatim* where its words stand one after the other in the newest version of a transcript, in a note or in
//! a reference text, signs included; runs of spaces and ends of lines are one space, and a sign that ends the quote may be
//! the sentence's own. Pieces between cuts (`[…]`, `(…)`) stand in this order in one text. Nothing is folded unless asked.

mod align;
mod figure;
mod said;
mod written;

pub use align::Piece;

use super::Context;
use super::counted::{Counted, Line, Who, Words, who_of};
use super::people::Interview;
use super::places::may_quote;
use super::search::{Hit, Source};
use crate::analysis::search::Progress;
use crate::study::Hidden;
use crate::study::document::DocumentText;
use crate::study::hidden::touches;
use crate::study::id::{CodingId, DocumentId, NoteId, VersionId};
use crate::study::session::Note;
use crate::study::word::{Consent, NoteKind};
use crate::text::fold::fold;
use crate::text::prose::Paragraph;
use figure::Figures;
use said::{Said, Spot};
use std::collections::HashMap;
use std::ops::Range;
use std::sync::Arc;
use written::{Item, pieces, read};

/// Of ten words, so many must have been said for a place to be shown as what a quote comes from.
const NEAR_OF_TEN: usize = 6;
/// Fewer words lead nowhere.
const NEAR_WORDS: usize = 3;

/// What a quote or a figure comes to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// Said so.
    Verbatim,
    /// Said otherwise.
    Differs,
    /// Said nowhere.
    NotFound,
    /// Must not be quoted.
    Consent(Why),
    /// The interviewer's words.
    Interviewer,
    /// Words of several people in one quote.
    Voices,
    /// Words of a note that is no verbatim.
    Note,
    /// A quotation mark is never closed.
    Unclosed,
    /// A figure as the table has it.
    Right,
    /// A figure that the table has otherwise.
    Wrong,
    /// A figure whose reference names nothing of the study.
    UnknownReference,
    /// A figure without a reference.
    Unchecked,
}

/// Why words must not be quoted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Why {
    /// Consent was withdrawn.
    Withdrawn,
    /// The passage was left out.
    LeftOut,
    /// Whoever says it allows no quotes, or not yet.
    NoQuote,
}

impl Verdict {
    /// The word in files.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Verbatim => "verbatim",
            Self::Differs => "differs",
            Self::NotFound => "not-found",
            Self::Consent(_) => "consent",
            Self::Interviewer => "interviewer",
            Self::Voices => "several-voices",
            Self::Note => "paraphrase",
            Self::Unclosed => "unclosed",
            Self::Right => "right",
            Self::Wrong => "wrong",
            Self::UnknownReference => "unknown-reference",
            Self::Unchecked => "unchecked",
        }
    }

    /// Whether somebody has to look at it.
    pub const fn is_finding(self) -> bool {
        !matches!(self, Self::Verbatim | Self::Right | Self::Unchecked)
    }

    /// Whether it is about a figure.
    pub const fn is_of_figure(self) -> bool {
        matches!(
            self,
            Self::Right | Self::Wrong | Self::UnknownReference | Self::Unchecked
        )
    }
}

impl Why {
    /// The word in files.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Withdrawn => "withdrawn",
            Self::LeftOut => "left-out",
            Self::NoQuote => "no-quote",
        }
    }
}

/// One quote or figure of the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Checked {
    /// Line of the file (of a Word file: paragraph), from 1.
    pub line: usize,
    /// As the text has it.
    pub written: String,
    /// What it comes to.
    pub verdict: Verdict,
    /// Where it was said; what must not be quoted has no words here, and a withdrawn interview no place.
    pub place: Option<Hit>,
    /// In how many places it was said so.
    pub times: usize,
    /// The words side by side, where they differ.
    pub pieces: Vec<Piece>,
    /// Words between brackets, which nobody said.
    pub inserted: Vec<String>,
    /// Codings of the place, with their codes.
    pub codings: Vec<(CodingId, String)>,
    /// Of a figure: the row it is held against.
    pub reference: String,
    /// Of a figure: how many of how many the table has.
    pub expected: Option<(usize, usize)>,
}

impl Checked {
    fn new(line: usize, written: String, verdict: Verdict) -> Self {
        Self {
            line,
            written,
            verdict,
            place: None,
            times: 0,
            pieces: Vec::new(),
            inserted: Vec::new(),
            codings: Vec::new(),
            reference: String::new(),
            expected: None,
        }
    }
}

/// Checks a finished text. `folding`: case, accents, apostrophes, kinds of spaces and dashes make no difference. What is
/// found is not all where nobody waits any more.
pub fn check(
    counted: &Counted,
    context: &Context,
    text: &[Paragraph],
    folding: bool,
    progress: &Progress,
) -> Vec<Checked> {
    let items = read(text);
    let held = Held::of(counted, context);
    let texts: Vec<&str> = held.iter().map(Held::text).collect();
    let all: Vec<&str> = items
        .iter()
        .flat_map(|item| match item {
            Item::Quote { text, .. } => pieces(text).0,
            _ => Vec::new(),
        })
        .collect();
    if progress.given_up() {
        return Vec::new();
    }
    let said = Said::of(&texts, &all);
    let checker = Checker {
        counted,
        codings: codings(counted),
        held,
        said,
        folding,
    };
    let mut figures = Figures::new(counted, context);
    let n_items = items.len();
    items
        .into_iter()
        .enumerate()
        .take_while(|(at, _)| {
            progress.reached(*at, n_items);
            !progress.given_up()
        })
        .map(|(_, item)| match item {
            Item::Quote { line, text } => checker.quote(line, text),
            Item::Unclosed { line, text } => Checked::new(line, text, Verdict::Unclosed),
            Item::Figure {
                line,
                text,
                k,
                n,
                reference,
                sentence,
            } => {
                let (verdict, reference, expected) =
                    figures.check(k, n, reference.as_deref(), &sentence);
                Checked {
                    reference,
                    expected,
                    ..Checked::new(line, text, verdict)
                }
            }
        })
        .collect()
}

/// A text that quotes may come from.
enum Held<'a> {
    Document {
        text: Arc<DocumentText>,
        version: &'a VersionId,
        number: u32,
        key: &'a str,
        interview: Option<usize>,
        hidden: Vec<Range<usize>>,
    },
    Note {
        id: &'a NoteId,
        note: &'a Note,
        interview: usize,
        hidden: bool,
    },
}

impl<'a> Held<'a> {
    /// The newest version of every document and all notes, those of withdrawn interviews too: their words must be known
    /// when they are printed.
    fn of(counted: &Counted<'a>, context: &Context) -> Vec<Self> {
        let study = counted.study;
        let hidden = Hidden::of(study);
        let mut newest: HashMap<&DocumentId, (u32, &VersionId)> = HashMap::new();
        for (id, version) in &study.records.versions {
            let last = newest
                .entry(&version.document)
                .or_insert((version.number, id));
            *last = (*last).max((version.number, id));
        }
        let mut documents: Vec<(usize, &str, u32, &VersionId)> = Vec::new();
        for (id, document) in &study.records.documents {
            let interview = match &document.session {
                None => usize::MAX,
                Some(session) => match counted.people.place(session) {
                    Some(place) => place,
                    None => continue,
                },
            };
            if let Some((number, version)) = newest.get(id) {
                documents.push((interview, &document.key, *number, version));
            }
        }
        documents.sort_unstable();
        let mut held: Vec<Self> = documents
            .into_iter()
            .filter_map(|(interview, key, number, version)| {
                Some(Self::Document {
                    text: context.texts.text(version)?,
                    version,
                    number,
                    key,
                    interview: (interview != usize::MAX).then_some(interview),
                    hidden: hidden.spans(study, context.texts, version),
                })
            })
            .collect();
        let mut notes: Vec<(usize, Option<i64>, &NoteId, &Note)> = study
            .records
            .notes
            .iter()
            .filter_map(|(id, note)| {
                Some((counted.people.place(&note.session)?, note.t_ms, id, note))
            })
            .collect();
        notes.sort_by_key(|(interview, t_ms, id, _)| (*interview, *t_ms, *id));
        held.extend(
            notes
                .into_iter()
                .map(|(interview, _, id, note)| Self::Note {
                    id,
                    note,
                    interview,
                    hidden: hidden.note(id, note),
                }),
        );
        held
    }

    fn text(&self) -> &str {
        match self {
            Self::Document { text, .. } => text.text(),
            Self::Note { note, .. } => &note.text,
        }
    }
}

/// Codings by what holds their words.
#[derive(Default)]
struct Codings<'r, 'a> {
    by_version: HashMap<&'a VersionId, Vec<&'r Line<'a>>>,
    by_note: HashMap<&'a NoteId, Vec<&'r Line<'a>>>,
}

fn codings<'r, 'a>(counted: &'r Counted<'a>) -> Codings<'r, 'a> {
    let mut codings = Codings::default();
    for line in &counted.lines {
        let list = match line.words {
            Words::Text(_, passage) => codings.by_version.entry(&passage.version).or_default(),
            Words::Note(id) => codings.by_note.entry(id).or_default(),
        };
        list.push(line);
    }
    codings
}

struct Checker<'r, 'a> {
    counted: &'r Counted<'a>,
    codings: Codings<'r, 'a>,
    held: Vec<Held<'a>>,
    said: Said,
    folding: bool,
}

impl Checker<'_, '_> {
    fn quote(&self, line: usize, written: String) -> Checked {
        let (pieces, inserted) = pieces(&written);
        let mut checked = Checked {
            inserted,
            ..Checked::new(line, String::new(), Verdict::NotFound)
        };
        if !pieces.is_empty() {
            let whole = self.whole(&pieces);
            if whole.is_empty() {
                self.nearest(&pieces, &mut checked);
            } else {
                self.judge(&pieces, &whole, &mut checked);
            }
        }
        checked.written = written;
        checked
    }

    /// Every place where all pieces stand in order in one text, word for word, signs and accents aside.
    fn whole(&self, pieces: &[&str]) -> Vec<Vec<Spot>> {
        let lists: Vec<Vec<Spot>> = pieces.iter().map(|p| self.said.verbatim(p)).collect();
        let Some((first, others)) = lists.split_first() else {
            return Vec::new();
        };
        first
            .iter()
            .filter_map(|spot| {
                let mut run = vec![spot.clone()];
                let mut end = spot.span.end;
                for list in others {
                    let at =
                        list.partition_point(|one| (one.text, one.span.start) < (spot.text, end));
                    let next = list.get(at).filter(|one| one.text == spot.text)?;
                    end = next.span.end;
                    run.push(next.clone());
                }
                Some(run)
            })
            .collect()
    }

    /// Of several places the one that may be printed as it stands, else the one that comes nearest to that.
    fn judge(&self, pieces: &[&str], whole: &[Vec<Spot>], checked: &mut Checked) {
        let rated = whole.iter().map(|run| {
            let exact = pieces
                .iter()
                .zip(run)
                .all(|(piece, spot)| self.is_exact(piece, spot));
            (exact, self.rights(run), run)
        });
        let mut best: Option<(bool, Verdict, &Vec<Spot>)> = None;
        let mut times = 0;
        for (exact, rights, run) in rated {
            times += usize::from(exact);
            let rank = |exact: bool, rights: Verdict| (!exact, rights.is_finding());
            if best.is_none_or(|(e, r, _)| rank(exact, rights) < rank(e, r)) {
                best = Some((exact, rights, run));
            }
        }
        let Some((exact, rights, run)) = best else {
            return;
        };
        checked.times = times.max(1);
        if exact {
            checked.verdict = rights;
        } else {
            let laid: Vec<Vec<Piece>> = pieces
                .iter()
                .zip(run)
                .filter_map(|(piece, spot)| {
                    let text = self.held.get(spot.text)?.text();
                    let around = to_spaces(text, &spot.span);
                    Some(align::align(piece, text.get(around)?, self.folding)?.pieces)
                })
                .collect();
            tell_difference(rights, laid, checked);
        }
        self.place(run, checked);
    }

    /// The place that a quote was most probably taken from.
    fn nearest(&self, pieces: &[&str], checked: &mut Checked) {
        let words = |piece: &str| piece.split_whitespace().count();
        let Some(longest) = (0..pieces.len()).max_by_key(|at| {
            pieces
                .get(*at)
                .map_or((0, 0), |piece| (words(piece), pieces.len() - at))
        }) else {
            return;
        };
        let Some(lead) = pieces.get(longest).and_then(|piece| self.lay(piece, None)) else {
            return;
        };
        let text = lead.0.text;
        let mut run = Vec::new();
        let mut laid = Vec::new();
        let (mut same, mut all) = (0, 0);
        for (at, piece) in pieces.iter().enumerate() {
            let here = if at == longest {
                Some(lead.clone())
            } else {
                self.lay(piece, Some(text))
            };
            if let Some((spot, aligned)) = here {
                same += aligned.same;
                all += aligned.all;
                run.push(spot);
                laid.push(aligned.pieces);
            } else {
                all += words(piece);
                laid.push(vec![Piece::Differs {
                    written: (*piece).to_owned(),
                    said: String::new(),
                }]);
            }
        }
        if same < NEAR_WORDS || same * 10 < all * NEAR_OF_TEN {
            return;
        }
        tell_difference(self.rights(&run), laid, checked);
        self.place(&run, checked);
    }

    /// The best place for one piece, with the words side by side.
    fn lay(&self, piece: &str, only: Option<usize>) -> Option<(Spot, align::Aligned)> {
        let mut best: Option<(Spot, align::Aligned)> = None;
        for spot in self.said.near(piece, only) {
            let Some(text) = self.held.get(spot.text).map(Held::text) else {
                continue;
            };
            let around = to_spaces(text, &spot.span);
            let Some(aligned) = text
                .get(around.clone())
                .and_then(|stretch| align::align(piece, stretch, self.folding))
            else {
                continue;
            };
            let length = |one: &align::Aligned| one.span.end - one.span.start;
            let better = best.as_ref().is_none_or(|(_, b)| {
                (aligned.same, usize::MAX - length(&aligned)) > (b.same, usize::MAX - length(b))
            });
            if better {
                let span = around.start + aligned.span.start..around.start + aligned.span.end;
                let at = Spot {
                    text: spot.text,
                    span,
                };
                best = Some((at, aligned));
            }
        }
        best
    }

    fn is_exact(&self, piece: &str, spot: &Spot) -> bool {
        let Some(text) = self.held.get(spot.text).map(Held::text) else {
            return false;
        };
        let mut core: Option<Range<usize>> = None;
        said::words(piece, |_, span| {
            core = Some(core.as_ref().map_or(span.start, |core| core.start)..span.end);
        });
        let Some(core) = core else { return false };
        let part = |text: &str, range: Range<usize>| {
            let part = text.get(range).unwrap_or("");
            if self.folding {
                fold(part)
            } else {
                part.to_owned()
            }
        };
        let gaps = [' ', '\n', '\t'];
        let own = |c: char| {
            gaps.contains(&c) || ['.', ',', ';', ':', '…', '\u{a0}', '\u{202f}'].contains(&c)
        };
        let (written, heard) = (part(piece, core.clone()), part(text, spot.span.clone()));
        let squeezed = |text: &str| -> Vec<String> {
            text.split(gaps)
                .filter(|word| !word.is_empty())
                .map(str::to_owned)
                .collect()
        };
        let before = part(piece, 0..core.start);
        let after = part(piece, core.end..piece.len());
        let (before, after) = (before.trim_matches(own), after.trim_matches(own));
        let heard_before = part(text, back(text, spot.span.start)..spot.span.start);
        let heard_after = part(text, spot.span.end..ahead(text, spot.span.end));
        squeezed(&written) == squeezed(&heard)
            && heard_before.trim_end_matches(own).ends_with(before)
            && heard_after.trim_start_matches(own).starts_with(after)
    }

    /// Whether words may be printed as somebody's own.
    fn rights(&self, run: &[Spot]) -> Verdict {
        let Some(first) = run.first().and_then(|spot| self.held.get(spot.text)) else {
            return Verdict::NotFound;
        };
        match first {
            Held::Note {
                note,
                interview,
                hidden,
                ..
            } => {
                let Some(interview) = self.counted.people.interviews.get(*interview) else {
                    return Verdict::NotFound;
                };
                let who = who_of(interview, None);
                if interview.consent == Consent::Withdrawn || withdrew(interview, who) {
                    Verdict::Consent(Why::Withdrawn)
                } else if *hidden {
                    Verdict::Consent(Why::LeftOut)
                } else if !may_quote(interview, [who]) {
                    Verdict::Consent(Why::NoQuote)
                } else if note.kind == NoteKind::Verbatim {
                    Verdict::Verbatim
                } else {
                    Verdict::Note
                }
            }
            Held::Document {
                text,
                interview,
                hidden,
                ..
            } => {
                let Some(interview) =
                    interview.and_then(|at| self.counted.people.interviews.get(at))
                else {
                    return Verdict::Verbatim;
                };
                if interview.consent == Consent::Withdrawn {
                    return Verdict::Consent(Why::Withdrawn);
                }
                let said_by = voices(text, interview, run);
                if said_by.iter().any(|who| withdrew(interview, *who)) {
                    Verdict::Consent(Why::Withdrawn)
                } else if run.iter().any(|spot| touches(hidden, &spot.span)) {
                    Verdict::Consent(Why::LeftOut)
                } else if said_by.iter().any(|who| matches!(who, Who::Interviewer(_))) {
                    Verdict::Interviewer
                } else if !may_quote(interview, said_by.iter().copied()) {
                    Verdict::Consent(Why::NoQuote)
                } else if said_by.len() > 1 {
                    Verdict::Voices
                } else {
                    Verdict::Verbatim
                }
            }
        }
    }

    fn place(&self, run: &[Spot], checked: &mut Checked) {
        if checked.verdict == Verdict::Consent(Why::Withdrawn) {
            return;
        }
        let Some((first, held)) = run
            .first()
            .and_then(|spot| Some((spot, self.held.get(spot.text)?)))
        else {
            return;
        };
        let span = first.span.start..run.iter().map(|spot| spot.span.end).max().unwrap_or(0);
        let text = held.text();
        let chars = |range: Range<usize>| text.get(range).map_or(0, |part| part.chars().count());
        let start = chars(0..span.start);
        let quote = if matches!(checked.verdict, Verdict::Consent(_)) {
            String::new()
        } else {
            text.get(span.clone()).unwrap_or("").to_owned()
        };
        let interviews = &self.counted.people.interviews;
        let mut hit = Hit {
            source: Source::Note(NoteId::default()),
            interview: String::new(),
            session: None,
            document: String::new(),
            version: 0,
            turn: None,
            speaker: None,
            t_ms: None,
            chars: start..start + chars(span.clone()),
            before: String::new(),
            quote,
            marks: Vec::new(),
            after: String::new(),
            span: span.clone(),
        };
        let lines = match held {
            Held::Document {
                text,
                version,
                number,
                key,
                interview,
                ..
            } => {
                hit.source = if interview.is_some() {
                    Source::Turn((*version).clone())
                } else {
                    Source::Reference((*version).clone())
                };
                (*key).clone_into(&mut hit.document);
                hit.version = *number;
                hit.turn = text.turn_at(span.start);
                let turn = hit.turn.and_then(|at| text.turns().get(at));
                hit.speaker = turn.and_then(|turn| turn.speaker.clone());
                hit.t_ms = text.time_at(span.start);
                if let Some(interview) = interview.and_then(|at| interviews.get(at)) {
                    interview.key.clone_into(&mut hit.interview);
                    hit.session = Some(interview.id.clone());
                    let study = self.counted.study;
                    hit.speaker = hit
                        .speaker
                        .map(|name| study.speaker_key(interview.id, Some(&name)).to_owned());
                }
                self.codings.by_version.get(*version)
            }
            Held::Note {
                id,
                note,
                interview,
                ..
            } => {
                hit.source = Source::Note((*id).clone());
                hit.t_ms = note.t_ms;
                if let Some(interview) = interviews.get(*interview) {
                    interview.key.clone_into(&mut hit.interview);
                    hit.session = Some(interview.id.clone());
                }
                self.codings.by_note.get(*id)
            }
        };
        let meets = |line: &Line| match line.words {
            Words::Note(_) => true,
            Words::Text(_, passage) => {
                let own = passage.span();
                own.start < span.end && span.start < own.end
            }
        };
        checked.codings = lines
            .into_iter()
            .flatten()
            .filter(|line| meets(line))
            .filter_map(|line| {
                let (id, code) = self.counted.codes.get(line.code)?;
                Some((line.id.clone(), self.counted.keys.code(id, code).to_owned()))
            })
            .collect();
        checked.place = Some(hit);
    }
}

fn tell_difference(rights: Verdict, laid: Vec<Vec<Piece>>, checked: &mut Checked) {
    checked.verdict = match rights {
        Verdict::Verbatim => Verdict::Differs,
        other => other,
    };
    if matches!(rights, Verdict::Consent(_)) {
        return;
    }
    for (at, pieces) in laid.into_iter().enumerate() {
        if at > 0 {
            checked.pieces.push(Piece::Cut);
        }
        checked.pieces.extend(pieces);
    }
}

fn withdrew(interview: &Interview, who: Who) -> bool {
    match who {
        Who::Participant(at) => interview
            .people
            .get(at)
            .is_some_and(|person| person.record.consent == Consent::Withdrawn),
        _ => false,
    }
}

/// Who says the words of some places, each once.
fn voices(text: &DocumentText, interview: &Interview, run: &[Spot]) -> Vec<Who> {
    let mut list = Vec::new();
    for spot in run {
        let first = text.turn_at(spot.span.start).unwrap_or(0);
        let last = text
            .turn_at(spot.span.end.saturating_sub(1))
            .unwrap_or(first);
        for turn in text.turns().get(first..=last).into_iter().flatten() {
            let who = who_of(interview, turn.speaker.as_deref());
            if !list.contains(&who) {
                list.push(who);
            }
        }
    }
    list
}

/// A span up to the white space around it.
fn to_spaces(text: &str, span: &Range<usize>) -> Range<usize> {
    let start = text
        .get(..span.start)
        .and_then(|before| before.rfind(char::is_whitespace))
        .map_or(0, |at| ahead_by_one(text, at));
    let end = text
        .get(span.end..)
        .and_then(|after| after.find(char::is_whitespace))
        .map_or(text.len(), |at| span.end + at);
    start..end
}

fn ahead_by_one(text: &str, at: usize) -> usize {
    let c = text.get(at..).and_then(|rest| rest.chars().next());
    at + c.map_or(0, char::len_utf8)
}

/// Some characters back, for the signs before a word.
fn back(text: &str, from: usize) -> usize {
    let mut at = from.saturating_sub(24);
    while !text.is_char_boundary(at) {
        at += 1;
    }
    at.min(from)
}

/// Some characters on, for the signs after a word.
fn ahead(text: &str, from: usize) -> usize {
    let mut at = (from + 24).min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at.max(from)
}
