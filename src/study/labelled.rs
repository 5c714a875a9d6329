//! Turns as one plain text that people and other programs read, speakers and times in front of the words, and back again.
//!
//! A turn is a block, blocks are parted by an empty line: `[0:06.285 – 0:10.082] Ana Roy: the words`. Which of the two
//! labels are there is told beside the text ([`Labels`]), for all blocks alike, so that nothing is guessed. A line of
//! the words that holds nothing but spaces gets one space more, so that no block has an empty line.

use super::document::Turn;
use std::ops::Range;

/// Stands where nobody is named, in a text that names speakers.
const NOBODY: &str = "—";
/// Between two blocks.
const BETWEEN: &str = "\n\n";

/// What stands in front of the words of each turn.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Labels {
    /// `[start – end] `.
    pub times: bool,
    /// `speaker: `.
    pub speakers: bool,
}

impl Labels {
    /// Their word in files.
    pub const fn as_str(self) -> &'static str {
        match (self.times, self.speakers) {
            (true, true) => "times speakers",
            (true, false) => "times",
            (false, true) => "speakers",
            (false, false) => "none",
        }
    }

    /// Reads the word.
    pub fn parse(word: &str) -> Option<Self> {
        [(true, true), (true, false), (false, true), (false, false)]
            .map(|(times, speakers)| Self { times, speakers })
            .into_iter()
            .find(|labels| labels.as_str() == word)
    }

    /// All that these turns need.
    fn of(turns: &[Turn]) -> Self {
        Self {
            times: turns
                .iter()
                .any(|turn| turn.start_ms.is_some() || turn.end_ms.is_some()),
            speakers: turns.iter().any(|turn| turn.speaker.is_some()),
        }
    }
}

/// A run of words that stands in both texts, in code points.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Piece {
    /// Where it begins in the text of the document: its turns joined by one line feed.
    pub own: usize,
    /// Where it begins in the text for others.
    pub other: usize,
    /// Its length.
    pub chars: usize,
}

/// Where the words of a document stand in a text for others: pieces, ascending in both.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Pieces(pub Vec<Piece>);

impl Pieces {
    /// From the document to the text for others; `None` only where there are no pieces.
    pub fn there(&self, span: &Range<usize>) -> Option<Range<usize>> {
        let at = |place: usize| {
            let piece = self.last_at(place, |piece| piece.own)?;
            Some(piece.other + (place - piece.own).min(piece.chars))
        };
        Some(at(span.start)?..at(span.end)?)
    }

    /// From the text for others to the document: labels are left out; `None` where nothing is left.
    pub fn back(&self, span: &Range<usize>) -> Option<Range<usize>> {
        let after = self.0.partition_point(|piece| piece.other <= span.start);
        let start = match after.checked_sub(1).and_then(|at| self.0.get(at)) {
            Some(piece) if span.start <= piece.other + piece.chars => {
                piece.own + (span.start - piece.other)
            }
            // on a label: the words begin after it
            _ => self.0.get(after)?.own,
        };
        let last = self.last_at(span.end, |piece| piece.other)?;
        let end = last.own + (span.end - last.other).min(last.chars);
        (start < end).then_some(start..end)
    }

    /// The last piece that begins at or before a place; the first where none does.
    fn last_at(&self, place: usize, begins: impl Fn(&Piece) -> usize) -> Option<&Piece> {
        let after = self.0.partition_point(|piece| begins(piece) <= place);
        let piece = after.checked_sub(1).and_then(|at| self.0.get(at));
        piece.filter(|piece| begins(piece) <= place)
    }
}

/// A text for others.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Labelled {
    /// The text.
    pub text: String,
    /// What stands in front of the words.
    pub labels: Labels,
    /// Where the words stand.
    pub pieces: Pieces,
}

/// Writes turns as a text for others. Labels that could not be read back are left out, all of them: the labels of what
/// comes back say so.
pub fn written(turns: &[Turn]) -> Labelled {
    let wanted = Labels::of(turns);
    let tries = [
        wanted,
        Labels {
            speakers: false,
            ..wanted
        },
        Labels::default(),
    ];
    for labels in tries {
        let made = with(turns, labels);
        let (back, _) = read(&made.text, labels);
        let same = back.len() == turns.len()
            && back.iter().zip(turns).all(|(back, turn)| {
                back.text == turn.text
                    && (!labels.speakers || back.speaker == turn.speaker)
                    && (!labels.times
                        || (back.start_ms, back.end_ms) == (turn.start_ms, turn.end_ms))
            });
        if same {
            return made;
        }
    }
    with(turns, Labels::default())
}

fn with(turns: &[Turn], labels: Labels) -> Labelled {
    let mut text = String::new();
    let mut pieces = Vec::new();
    let (mut own, mut other) = (0, 0);
    for (at, turn) in turns.iter().enumerate() {
        if at > 0 {
            text.push_str(BETWEEN);
            other += 2;
            own += 1;
        }
        let label = label(turn, labels);
        other += label.chars().count();
        text.push_str(&label);
        let bare = label.is_empty();
        for (n, line) in turn.text.split('\n').enumerate() {
            if n > 0 {
                text.push('\n');
                other += 1;
                own += 1;
            }
            // behind a label no line is empty
            if (n > 0 || bare) && is_spaces(line) {
                text.push(' ');
                other += 1;
            }
            let chars = line.chars().count();
            pieces.push(Piece { own, other, chars });
            text.push_str(line);
            own += chars;
            other += chars;
        }
    }
    Labelled {
        text,
        labels,
        pieces: Pieces(pieces),
    }
}

fn is_spaces(line: &str) -> bool {
    line.bytes().all(|byte| byte == b' ')
}

fn label(turn: &Turn, labels: Labels) -> String {
    let mut label = String::new();
    if labels.times {
        let (start, end) = (turn.start_ms, turn.end_ms);
        let shown = |ms: Option<i64>| ms.map_or_else(String::new, clock);
        label = match (start, end) {
            (None, None) => "[] ".to_owned(),
            (_, None) => format!("[{}] ", shown(start)),
            (_, Some(_)) => format!("[{} – {}] ", shown(start), shown(end)),
        };
    }
    if labels.speakers {
        label.push_str(turn.speaker.as_deref().unwrap_or(NOBODY));
        label.push_str(": ");
    }
    label
}

/// Milliseconds as `1:02:03.004`, `2:03.004`.
fn clock(ms: i64) -> String {
    let sign = if ms < 0 { "-" } else { "" };
    let ms = ms.unsigned_abs();
    let (seconds, rest) = (ms / 1000, ms % 1000);
    let (hours, minutes, seconds) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
    if hours > 0 {
        format!("{sign}{hours}:{minutes:02}:{seconds:02}.{rest:03}")
    } else {
        format!("{sign}{minutes}:{seconds:02}.{rest:03}")
    }
}

fn milliseconds(text: &str) -> Option<i64> {
    let (negative, text) = match text.strip_prefix('-') {
        Some(rest) => (true, rest),
        None => (false, text),
    };
    let (clock, rest) = text.split_once('.')?;
    let mut ms: i64 = 0;
    for part in clock.split(':') {
        ms = ms
            .checked_mul(60)?
            .checked_add(part.parse::<u32>().ok()?.into())?;
    }
    ms = ms
        .checked_mul(1000)?
        .checked_add(rest.parse::<u16>().ok()?.into())?;
    Some(if negative { -ms } else { ms })
}

/// Reads a text with its labels back. A block whose label is not there is taken as words alone.
pub fn read(text: &str, labels: Labels) -> (Vec<Turn>, Pieces) {
    let mut turns = Vec::new();
    let mut pieces = Vec::new();
    let (mut own, mut other) = (0, 0);
    for (at, block) in text.split(BETWEEN).enumerate() {
        if at > 0 {
            other += 2;
            own += 1;
        }
        let mut turn = Turn::default();
        let rest = unlabelled(block, labels, &mut turn);
        let label = block.len() - rest.len();
        other += block.get(..label).unwrap_or("").chars().count();
        for (n, line) in rest.split('\n').enumerate() {
            if n > 0 {
                turn.text.push('\n');
                own += 1;
                other += 1;
            }
            let mut words = line;
            if (n > 0 || label == 0) && is_spaces(line) && !line.is_empty() {
                words = line.get(1..).unwrap_or("");
                other += 1;
            }
            let chars = words.chars().count();
            pieces.push(Piece { own, other, chars });
            turn.text.push_str(words);
            own += chars;
            other += chars;
        }
        turns.push(turn);
    }
    (turns, Pieces(pieces))
}

/// Takes the label off a block.
fn unlabelled<'a>(block: &'a str, labels: Labels, turn: &mut Turn) -> &'a str {
    let mut rest = block;
    if labels.times
        && let Some((times, after)) = block
            .strip_prefix('[')
            .and_then(|inside| inside.split_once("] "))
    {
        let (start, end) = times.split_once(" – ").unwrap_or((times, ""));
        let read = |text: &str| match text {
            "" => Some(None),
            text => milliseconds(text).map(Some),
        };
        let (Some(start), Some(end)) = (read(start), read(end)) else {
            return block;
        };
        (turn.start_ms, turn.end_ms) = (start, end);
        rest = after;
    }
    if labels.speakers
        && let Some((speaker, after)) = rest.split_once(": ")
        && !speaker.contains('\n')
    {
        turn.speaker = (speaker != NOBODY).then(|| speaker.to_owned());
        rest = after;
    }
    rest
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::study::document::DocumentText;
    use proptest::prelude::*;

    fn turn(speaker: Option<&str>, start_ms: Option<i64>, text: &str) -> Turn {
        Turn {
            speaker: speaker.map(str::to_owned),
            start_ms,
            end_ms: start_ms.map(|ms| ms + 1_001),
            text: text.to_owned(),
            anchors: Vec::new(),
        }
    }

    #[test]
    fn it_reads_as_a_person_would_write_it() {
        let turns = [
            turn(Some("Ana Roy"), Some(6_285), "Oui 🙂.\n\nNon."),
            turn(None, Some(3_725_004), "Fin: oui."),
        ];
        let made = written(&turns);
        assert_eq!(
            made.text,
            "[0:06.285 – 0:07.286] Ana Roy: Oui 🙂.\n \nNon.\n\n[1:02:05.004 – 1:02:06.005] —: Fin: oui."
        );
        assert_eq!(made.labels.as_str(), "times speakers");
        let plain = written(&[turn(None, None, "a: b"), turn(None, None, "c")]);
        assert_eq!(
            (plain.text.as_str(), plain.labels.as_str()),
            ("a: b\n\nc", "none")
        );
    }

    #[test]
    fn a_name_that_cannot_be_read_back_is_left_out() {
        let made = written(&[turn(Some("A: B"), None, "x"), turn(Some("—"), None, "y")]);
        assert_eq!(
            (made.text.as_str(), made.labels.speakers),
            ("x\n\ny", false)
        );
    }

    #[test]
    fn what_somebody_marked_on_a_label_is_the_words_after_it() {
        let made = written(&[
            turn(Some("Ana"), None, "Oui."),
            turn(Some("Bo"), None, "Non."),
        ]);
        assert_eq!(made.text, "Ana: Oui.\n\nBo: Non.");
        let (_, pieces) = read(&made.text, made.labels);
        assert_eq!(pieces.back(&(0..9)), Some(0..4));
        assert_eq!(
            pieces.back(&(12..19)),
            Some(5..9),
            "from inside the second label"
        );
        assert_eq!(pieces.back(&(0..4)), None, "nothing but a label");
    }

    proptest! {
        #[test]
        fn turns_and_places_come_back(
            turns in proptest::collection::vec(
                (proptest::option::of("[A-Z é]{1,6}"), proptest::option::of(-5_000i64..9_000_000), "[a 🙂é:\\n\\[\\]-]{0,12}"),
                1..8,
            ),
            at in any::<(prop::sample::Index, prop::sample::Index)>(),
        ) {
            let turns: Vec<Turn> = turns
                .iter()
                .map(|(speaker, ms, text)| turn(speaker.as_deref(), *ms, text))
                .collect();
            let made = written(&turns);
            let (back, pieces) = read(&made.text, made.labels);
            prop_assert_eq!(back.len(), turns.len());
            for (back, turn) in back.iter().zip(&turns) {
                prop_assert_eq!(&back.text, &turn.text);
                if made.labels.speakers {
                    prop_assert_eq!(&back.speaker, &turn.speaker);
                }
                if made.labels.times {
                    prop_assert_eq!((back.start_ms, back.end_ms), (turn.start_ms, turn.end_ms));
                }
            }
            prop_assert_eq!(&pieces, &made.pieces);
            let own: Vec<char> = DocumentText::from_turns(&turns).text().chars().collect();
            let other: Vec<char> = made.text.chars().collect();
            if own.len() > 1 {
                let a = at.0.index(own.len());
                let b = a + 1 + at.1.index(own.len() - a);
                let there = pieces.there(&(a..b)).unwrap();
                prop_assert_eq!(pieces.back(&there), Some(a..b));
                if own[a] != '\n' {
                    prop_assert_eq!(other[there.start], own[a]);
                }
            }
        }
    }
}
