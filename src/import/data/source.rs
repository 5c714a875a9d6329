//! From positions in a source file, speaker labels included, to positions in the document's text.
//!
//! Other tools keep a transcript as its file stands. The words of its turns are found again in the file's lines, in
//! order; a label, a time, a blank line is in no turn, and what falls on one is left out.

use crate::import::stamps::between;
use crate::study::document::DocumentText;
use std::ops::Range;

/// How far into a line the words may begin after a label.
const LABEL_BYTES: usize = 200;
/// How many turns further on a line may belong, where the one in hand does not go on.
const AHEAD: usize = 8;
/// From how many bytes on the words of a line may be looked for past something that was not found.
const LONG: usize = 12;

/// Where the words of a source file went.
pub(in crate::import) struct SourceMap {
    /// (code point of the source, length in code points, byte of the document), ascending.
    pieces: Vec<Piece>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Piece {
    source: usize,
    chars: usize,
    byte: usize,
    bytes: usize,
}

impl SourceMap {
    /// Finds the words of `document` in the lines of `source`, its file after normalisation.
    pub(in crate::import) fn new(source: &str, document: &DocumentText) -> Self {
        let mut pieces = Vec::new();
        let mut cursor = Cursor {
            document,
            turn: 0,
            byte: 0,
        };
        let mut line_start = 0;
        for line in source.split('\n') {
            // a line as it stands; only then what is between the times in it
            let mut place = |from: usize, part: &str| {
                let next =
                    tails(part).find_map(|(at, words)| Some((at, words, cursor.next(words)?)));
                let Some((at, words, byte)) = next.or_else(|| {
                    tails(part).find_map(|(at, words)| Some((at, words, cursor.seek(words)?)))
                }) else {
                    return false;
                };
                let label = line.get(..from + at).unwrap_or("").chars().count();
                let (source, chars) = (line_start + label, words.chars().count());
                pieces.push(Piece {
                    source,
                    chars,
                    byte,
                    bytes: words.len(),
                });
                true
            };
            if !place(0, line) {
                let parts = between(line);
                if parts.len() > 1 || parts.iter().any(|(from, _)| *from > 0) {
                    for (from, part) in parts {
                        place(from, part);
                    }
                }
            }
            line_start += line.chars().count() + 1;
        }
        Self { pieces }
    }

    /// The bytes of the document that a span of the source (code points) covers, labels left out; `None` where nothing
    /// is left.
    pub(in crate::import) fn span(
        &self,
        document: &DocumentText,
        span: Range<usize>,
    ) -> Option<Range<usize>> {
        let first = self
            .pieces
            .partition_point(|piece| piece.source + piece.chars <= span.start);
        let after = self.pieces.partition_point(|piece| piece.source < span.end);
        let (first, last) = (
            self.pieces.get(first)?,
            self.pieces.get(after.checked_sub(1)?)?,
        );
        let start = byte_in(document, first, span.start.saturating_sub(first.source))?;
        let end = byte_in(document, last, (span.end - last.source).min(last.chars))?;
        (start < end).then_some(start..end)
    }
}

/// Byte of the document at `chars` code points into a piece.
fn byte_in(document: &DocumentText, piece: &Piece, chars: usize) -> Option<usize> {
    let words = document.text().get(piece.byte..piece.byte + piece.bytes)?;
    crate::study::document::byte_of_char(words, chars).map(|byte| piece.byte + byte)
}

/// What of a line may be words: all of it, or what follows a label's colon, a voice tag, a time. With its byte.
fn tails(line: &str) -> impl Iterator<Item = (usize, &str)> {
    let end = line.trim_end().len();
    let start = line.len() - line.trim_start().len();
    let after = line
        .char_indices()
        .take_while(|(at, _)| *at < LABEL_BYTES)
        .filter(|(_, c)| matches!(c, ':' | '>' | '-' | '–' | '—' | ']' | ')' | '.' | '\t'))
        .map(|(at, c)| at + c.len_utf8());
    std::iter::once(start).chain(after).filter_map(move |from| {
        let rest = line.get(from..end)?;
        let words = rest.trim_start();
        let closed = words.strip_suffix("</v>").unwrap_or(words).trim_end();
        (!closed.is_empty()).then_some((from + (rest.len() - words.len()), closed))
    })
}

/// How far the document's words were found.
struct Cursor<'a> {
    document: &'a DocumentText,
    turn: usize,
    byte: usize,
}

impl Cursor<'_> {
    /// What is left of the turn in hand, and its byte.
    fn open(&self) -> Option<(&str, usize)> {
        let turn = self.document.turns().get(self.turn)?;
        let from = self.byte.max(turn.span.start);
        let rest = self.document.text().get(from..turn.span.end)?;
        let open = rest.trim_start();
        Some((open, from + (rest.len() - open.len())))
    }

    /// The byte where `words` stand, if they are what comes next; goes on behind them.
    fn next(&mut self, words: &str) -> Option<usize> {
        let (mut open, mut at) = self.open()?;
        while open.is_empty() && self.turn + 1 < self.document.turns().len() {
            self.turn += 1;
            (open, at) = self.open()?;
        }
        if !open.starts_with(words) {
            return None;
        }
        Some(self.found(self.turn, at, words))
    }

    /// The byte where `words` stand further on, past something that was not found; only with enough words to be sure.
    fn seek(&mut self, words: &str) -> Option<usize> {
        if words.len() < LONG {
            return None;
        }
        let (open, at) = self.open()?;
        if let Some(inside) = open.find(words) {
            return Some(self.found(self.turn, at + inside, words));
        }
        let ahead = self
            .document
            .turns()
            .iter()
            .enumerate()
            .skip(self.turn + 1)
            .take(AHEAD);
        for (index, turn) in ahead {
            let text = self.document.slice(turn.span.clone());
            let open = text.trim_start();
            if open.starts_with(words) {
                return Some(self.found(index, turn.span.start + (text.len() - open.len()), words));
            }
        }
        None
    }

    fn found(&mut self, turn: usize, byte: usize, words: &str) -> usize {
        self.turn = turn;
        self.byte = byte + words.len();
        byte
    }
}

#[cfg(test)]
mod tests {
    use super::SourceMap;
    use crate::study::document::{DocumentText, Turn};

    fn document(turns: &[&str]) -> DocumentText {
        let turns: Vec<Turn> = turns
            .iter()
            .map(|text| Turn {
                text: (*text).to_owned(),
                ..Turn::default()
            })
            .collect();
        DocumentText::from_turns(&turns)
    }

    /// What is left of `quote`, which stands in the source once.
    fn left<'a>(source: &str, document: &'a DocumentText, quote: &str) -> Option<&'a str> {
        let map = SourceMap::new(source, document);
        let start = source[..source.find(quote).unwrap()].chars().count();
        let span = map.span(document, start..start + quote.chars().count())?;
        Some(document.slice(span))
    }

    #[test]
    fn a_label_is_left_out_and_words_stay() {
        let source = "Entretien 3\n\nINT: Ça va, José ?\n\nP1: Oui 🙂 très bien.\n\nINT: Oui.\nP1: Bon: allons-y.\n";
        let doc = document(&[
            "Entretien 3",
            "Ça va, José ?",
            "Oui 🙂 très bien.",
            "Oui.",
            "Bon: allons-y.",
        ]);
        for (quote, words) in [
            ("Ça va", Some("Ça va")),
            ("INT: Ça", Some("Ça")),
            ("INT:", None),
            ("🙂 très", Some("🙂 très")),
            ("José ?\n\nP1: Oui", Some("José ?\nOui")),
            (
                "bien.\n\nINT: Oui.\nP1: Bon: a",
                Some("bien.\nOui.\nBon: a"),
            ),
            ("P1: Bon: allons-y.\n", Some("Bon: allons-y.")),
            ("\n\nP1: ", None),
        ] {
            assert_eq!(left(source, &doc, quote), words, "{quote:?}");
        }
    }

    #[test]
    fn cues_that_were_joined_are_found_one_by_one() {
        let source = "WEBVTT\n\n1\n00:00:01.000 --> 00:00:02.000\nAna Roy: On a fait\n\n2\n00:00:02.000 --> 00:00:03.000\nAna Roy: trois dossiers.\n\n3\n00:00:04.000 --> 00:00:05.000\n<v Paul>Combien ?</v>\n";
        let doc = document(&["On a fait trois dossiers.", "Combien ?"]);
        for (quote, words) in [
            ("trois dossiers", Some("trois dossiers")),
            (
                "00:00:02.000 --> 00:00:03.000\nAna Roy: trois",
                Some("trois"),
            ),
            ("Combien ?</v>", Some("Combien ?")),
            ("<v Paul>", None),
        ] {
            assert_eq!(left(source, &doc, quote), words, "{quote:?}");
        }
    }

    #[test]
    fn what_cannot_be_found_does_not_stop_the_rest() {
        let source = "A: one &amp; two is written so\nB: and the third goes on here\n";
        let doc = document(&["one & two is written so", "and the third goes on here"]);
        assert_eq!(left(source, &doc, "the third"), Some("the third"));
    }

    #[test]
    fn times_amid_the_words_are_left_out() {
        let source = "Ana: Oui, #00:00:07-0# et puis non. #00:00:09-0#\n\n00:00:12 Encore.\n12:30 on mange\n";
        let doc = document(&["Oui, et puis non.", "Encore.\n12:30 on mange"]);
        for (quote, words) in [
            ("12:30 on", Some("12:30 on")),
            ("puis non. #00:00:09-0#", Some("puis non.")),
            ("Oui, #00:00:07-0# et", Some("Oui, et")),
            ("00:00:12 Enc", Some("Enc")),
            ("#00:00:07-0#", None),
        ] {
            assert_eq!(left(source, &doc, quote), words, "{quote:?}");
        }
    }
}
