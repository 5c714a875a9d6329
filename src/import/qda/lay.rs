//! A text of another program as turns, and where its places went.
//!
//! Speakers are looked for as in any transcript; where a coding would not keep its words by that, the text is taken as
//! paragraphs of nobody, in which every place holds.

use super::{Chars, Mark, Text};
use crate::import::data::SourceMap;
use crate::import::transcript::{Format, Options, read_transcript};
use crate::study::document::{DocumentText, Turn};
use crate::study::labelled::{self, Labels, Piece, Pieces};
use crate::text::sanitise;
use std::borrow::Cow;
use std::collections::BTreeSet;
use std::ops::Range;
use unicode_segmentation::UnicodeSegmentation;

/// A text as turns.
pub(super) struct Laid {
    pub(super) turns: Vec<Turn>,
    pub(super) text: DocumentText,
    /// By mark: its place in code points of the text, where its words are there.
    pub(super) places: Vec<Option<Range<usize>>>,
    /// Marks that were not where they were said to be.
    pub(super) moved: BTreeSet<usize>,
}

/// Lays a text of another program out.
pub(super) fn lay(text: &Text) -> Laid {
    let content = line_ends(text);
    let clean = Clean::of(&content);
    let (marks, moved) = by_name(&content, &text.marks);
    let mut laid = clean.with_speakers(&marks).unwrap_or_else(|| {
        let (turns, pieces) = clean.paragraphs();
        clean.laid(turns, &marks, |_, span| pieces.back(span))
    });
    laid.moved = moved;
    laid.time(text, &clean);
    laid
}

/// Marks that are called by their words, where these are; and which were said to be elsewhere.
fn by_name<'m>(content: &str, marks: &'m [Mark]) -> (Cow<'m, [Mark]>, BTreeSet<usize>) {
    let chars = Chars::of(content.trim_start_matches('\u{feff}'));
    let named = marks.iter().map(|mark| (&mark.span, mark.words.as_str()));
    let found = chars.elsewhere(named);
    if found.is_empty() {
        return (Cow::Borrowed(marks), BTreeSet::new());
    }
    let moved = found.keys().copied().collect();
    let mut marks = marks.to_vec();
    for (at, span) in found {
        if let Some(mark) = marks.get_mut(at) {
            mark.span = span;
        }
    }
    (Cow::Owned(marks), moved)
}

/// Lays a text out that we wrote ourselves.
pub(super) fn lay_own(text: &Text, labels: Labels) -> Laid {
    let content = text.content.replace("\r\n", "\n");
    let clean = Clean::of(&content);
    let (turns, pieces) = labelled::read(&clean.text, labels);
    // our own labels are told, not guessed: a place may hold more of them than words
    let mut laid = clean.laid(turns, &[], |_, _| None);
    let back = |mark: &Mark| {
        let span = clean.at(mark.span.start)..clean.at(mark.span.end);
        pieces.back(&span)
    };
    laid.places = text.marks.iter().map(back).collect();
    laid
}

impl Laid {
    /// Gives turns the times that the project has for their places.
    fn time(&mut self, text: &Text, clean: &Clean) {
        if text.times.is_empty() || self.turns.iter().any(|turn| turn.start_ms.is_some()) {
            return;
        }
        let (paragraphs, pieces) = clean.paragraphs();
        // only where every place is one of a paragraph can a time be told of it
        if paragraphs.len() != self.turns.len() {
            return;
        }
        for (at, ms) in &text.times {
            let place = clean.at(*at);
            let Some(own) = pieces.back(&(place..place + 1)) else {
                continue;
            };
            let mut begin = 0;
            for turn in &mut self.turns {
                let chars = turn.text.chars().count();
                if own.start <= begin + chars {
                    let inside = own.start.saturating_sub(begin);
                    if inside == 0 && turn.start_ms.is_none() {
                        turn.start_ms = Some(*ms);
                    } else if let Ok(inside) = u32::try_from(inside)
                        && turn.anchors.last().is_none_or(|(last, _)| *last <= inside)
                    {
                        turn.anchors.push((inside, *ms));
                    }
                    break;
                }
                begin += chars + 1;
            }
        }
        self.text = DocumentText::from_turns(&self.turns);
    }
}

/// Places count a line end of two characters as one in some programs and as two in others: the reading in which more
/// codings hold whole words, or the words that their selection is called by.
fn line_ends(text: &Text) -> Cow<'_, str> {
    if !text.content.contains("\r\n") {
        return Cow::Borrowed(&text.content);
    }
    let one = text.content.replace("\r\n", "\n");
    if score(&text.content, &text.marks) > score(&one, &text.marks) {
        Cow::Borrowed(&text.content)
    } else {
        Cow::Owned(one)
    }
}

fn score(content: &str, marks: &[Mark]) -> usize {
    let chars: Vec<char> = content.chars().collect();
    let whole = |at: usize| {
        let word = |at: Option<usize>| {
            at.and_then(|at| chars.get(at))
                .is_some_and(|c| c.is_alphanumeric())
        };
        !(word(at.checked_sub(1)) && word(Some(at)))
    };
    let of = |mark: &Mark| {
        let edges = usize::from(whole(mark.span.start)) + usize::from(whole(mark.span.end));
        let said = chars.get(mark.span.clone()).unwrap_or_default();
        let mut said = said.iter().filter(|c| !c.is_whitespace());
        let named = !mark.words.is_empty()
            && mark
                .words
                .chars()
                .filter(|c| !c.is_whitespace())
                .take(20)
                .all(|c| said.next() == Some(&c));
        edges + usize::from(named) * 4
    };
    marks.iter().take(2_000).map(of).sum()
}

/// A text made harmless, and where its places went.
struct Clean {
    text: String,
    lines: Vec<Line>,
}

/// A line of both texts, in code points.
struct Line {
    raw: usize,
    raw_chars: usize,
    clean: usize,
    clean_chars: usize,
    /// (raw, clean) from the line's beginning, where they differ.
    steps: Vec<(usize, usize)>,
}

impl Clean {
    fn of(content: &str) -> Self {
        let mut made = Self {
            text: String::with_capacity(content.len()),
            lines: Vec::new(),
        };
        // a byte order mark is not counted
        let content = content.strip_prefix('\u{feff}').unwrap_or(content);
        let (mut raw, mut clean) = (0, 0);
        for (at, whole) in content.split('\n').enumerate() {
            if at > 0 {
                made.text.push('\n');
                clean += 1;
                raw += 1;
            }
            let line = whole.strip_suffix('\r').unwrap_or(whole);
            let (words, steps) = harmless(line);
            let clean_chars = words.chars().count();
            made.lines.push(Line {
                raw,
                raw_chars: line.chars().count(),
                clean,
                clean_chars,
                steps,
            });
            made.text.push_str(&words);
            clean += clean_chars;
            raw += whole.chars().count();
        }
        made
    }

    /// Where a code point of the content went.
    fn at(&self, raw: usize) -> usize {
        let after = self.lines.partition_point(|line| line.raw <= raw);
        let Some(line) = after.checked_sub(1).and_then(|at| self.lines.get(at)) else {
            return 0;
        };
        let inside = (raw - line.raw).min(line.raw_chars);
        let inside = if line.steps.is_empty() {
            inside
        } else {
            let after = line.steps.partition_point(|(raw, _)| *raw <= inside);
            let step = after.checked_sub(1).and_then(|at| line.steps.get(at));
            step.map_or(0, |(raw, clean)| clean + (inside - raw))
        };
        let carriage = usize::from(raw - line.raw > line.raw_chars);
        line.clean + inside.min(line.clean_chars) + carriage
    }

    /// Lines that hold something, each a turn of nobody.
    fn paragraphs(&self) -> (Vec<Turn>, Pieces) {
        let mut turns = Vec::new();
        let mut pieces = Vec::new();
        let (mut own, mut other) = (0, 0);
        for line in self.text.split('\n') {
            let chars = line.chars().count();
            if !line.trim().is_empty() {
                pieces.push(Piece { own, other, chars });
                turns.push(Turn {
                    text: line.to_owned(),
                    ..Turn::default()
                });
                own += chars + 1;
            }
            other += chars + 1;
        }
        (turns, Pieces(pieces))
    }

    /// The turns of a transcript, where it names speakers and no coding loses words by it.
    fn with_speakers(&self, marks: &[Mark]) -> Option<Laid> {
        let options = Options {
            format: Some(Format::Text),
            ..Options::default()
        };
        let read = read_transcript(self.text.as_bytes(), &options).ok()?;
        if read.turns.iter().all(|turn| turn.speaker.is_none()) || !read.unread.is_empty() {
            return None;
        }
        let text = DocumentText::from_turns(&read.turns);
        let map = SourceMap::new(&self.text, &text);
        let laid = self.laid(read.turns, marks, |text, span| {
            let bytes = map.span(text, span.clone())?;
            Some(text.char_of_byte(bytes.start)..text.char_of_byte(bytes.end))
        });
        let (paragraphs, pieces) = self.paragraphs();
        let plain = self.laid(paragraphs, marks, |_, span| pieces.back(span));
        let kept = |laid: &Laid| laid.places.iter().flatten().count();
        (kept(&laid) >= kept(&plain)).then_some(laid)
    }

    /// The places of marks in turns. A place counts where its words are those of the content, labels aside.
    fn laid(
        &self,
        turns: Vec<Turn>,
        marks: &[Mark],
        back: impl Fn(&DocumentText, &Range<usize>) -> Option<Range<usize>>,
    ) -> Laid {
        let text = DocumentText::from_turns(&turns);
        let mut laid = Laid {
            turns,
            text,
            places: Vec::new(),
            moved: BTreeSet::new(),
        };
        let index = crate::import::data::CharIndex::new(&self.text);
        let own = crate::import::data::CharIndex::new(laid.text.text());
        let place = |mark: &Mark| {
            let span = self.at(mark.span.start)..self.at(mark.span.end);
            let byte = |at| index.byte(&self.text, at);
            let there = self.text.get(byte(span.start)?..byte(span.end)?)?;
            let place = back(&laid.text, &span)?;
            let all = laid.text.text();
            let words = all.get(own.byte(all, place.start)?..own.byte(all, place.end)?)?;
            within(words, there).then_some(place)
        };
        laid.places = marks.iter().map(place).collect();
        laid
    }
}

/// Whether the words of a place are those of the content, in order, with nothing but labels between them; most of them
/// at least.
fn within(words: &str, there: &str) -> bool {
    let mut rest = there;
    let (mut found, mut any) = (0, false);
    for word in words.split_whitespace() {
        let Some(at) = rest.find(word) else {
            return false;
        };
        rest = rest.get(at + word.len()..).unwrap_or("");
        found += word.len();
        any = true;
    }
    any && found * 4 >= there.split_whitespace().map(str::len).sum::<usize>()
}

/// A line made harmless, with the steps between both where they differ.
fn harmless(line: &str) -> (Cow<'_, str>, Vec<(usize, usize)>) {
    let whole = sanitise(line).text;
    if whole == line {
        return (Cow::Borrowed(line), Vec::new());
    }
    let mut steps = Vec::new();
    let mut made = String::new();
    let (mut raw, mut clean) = (0, 0);
    for cluster in line.graphemes(true) {
        let words = sanitise(cluster).text;
        steps.push((raw, clean));
        let (before, after) = (cluster.chars().count(), words.chars().count());
        // inside what became shorter a place is its end
        steps.extend((after..before).skip(1).map(|at| (raw + at, clean + after)));
        raw += before;
        clean += after;
        made.push_str(&words);
    }
    steps.push((raw, clean));
    (Cow::Owned(made.replace('\n', " ")), steps)
}
