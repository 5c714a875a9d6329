//! What a finished text quotes and counts: quotes between marks, and figures of the form *9 sur 13*.

use crate::text::prose::Paragraph;
use regex::Regex;
use std::ops::Range;
use std::sync::LazyLock;

/// Something to be checked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Item {
    /// Words between quotation marks.
    Quote {
        /// From 1.
        line: usize,
        /// The words, cuts included.
        text: String,
    },
    /// A quotation mark that opens and is not closed in its paragraph.
    Unclosed {
        /// From 1.
        line: usize,
        /// The words after it.
        text: String,
    },
    /// So many of so many.
    Figure {
        /// From 1.
        line: usize,
        /// As it stands.
        text: String,
        /// How many.
        k: usize,
        /// Of how many.
        n: usize,
        /// What stands between brackets after it, in the same sentence.
        reference: Option<String>,
        /// The sentence around it.
        sentence: String,
    },
}

#[allow(clippy::unwrap_used)] // fixed patterns, tried by the tests
static FIGURE: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(r"(?i)\b(\d{1,7})\s+(?:sur|of|out\s+of)\s+(\d{1,7})\b").unwrap());
#[allow(clippy::unwrap_used)]
static CUT: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(r"\[[^\[\]]*\]|\(\s*(?:…|\.\s?\.\s?\.)\s*\)").unwrap());

/// Reads paragraphs, in order.
pub(super) fn read(paragraphs: &[Paragraph]) -> Vec<Item> {
    let mut items = Vec::new();
    for paragraph in paragraphs {
        let mut found: Vec<(usize, Item)> = Vec::new();
        let quotes = quotes(&paragraph.text);
        for (span, closed) in &quotes {
            let line = paragraph.line_of(span.start);
            let text = slice(&paragraph.text, span.clone()).trim().to_owned();
            if text.is_empty() {
                continue;
            }
            let item = if *closed {
                Item::Quote { line, text }
            } else {
                Item::Unclosed { line, text }
            };
            found.push((span.start, item));
        }
        for (at, item) in figures(paragraph) {
            // what somebody else counted is theirs
            if !quotes.iter().any(|(span, _)| span.contains(&at)) {
                found.push((at, item));
            }
        }
        found.sort_by_key(|(at, _)| *at);
        items.extend(found.into_iter().map(|(_, item)| item));
    }
    items
}

fn slice(text: &str, span: Range<usize>) -> &str {
    text.get(span).unwrap_or("")
}

/// Spans between quotation marks, and whether they are closed. Marks inside a quote are the quoted person's.
fn quotes(text: &str) -> Vec<(Range<usize>, bool)> {
    let mut list = Vec::new();
    let chars: Vec<(usize, char)> = text.char_indices().collect();
    let at = |i: usize| chars.get(i).map(|(_, c)| *c);
    let mut i = 0;
    while let Some(&(byte, c)) = chars.get(i) {
        let before = i.checked_sub(1).and_then(at);
        let (open, close): (char, &[char]) = match c {
            '«' => ('«', &['»']),
            '“' => ('“', &['”']),
            '„' => ('„', &['“', '”']),
            '"' if before.is_none_or(|b| !b.is_alphanumeric() && b != '"')
                && at(i + 1).is_some_and(|next| !next.is_whitespace()) =>
            {
                ('"', &['"'])
            }
            _ => {
                i += 1;
                continue;
            }
        };
        let start = byte + c.len_utf8();
        let mut depth = 1;
        let mut j = i + 1;
        let end = loop {
            let Some(&(byte, c)) = chars.get(j) else {
                break None;
            };
            if close.contains(&c) {
                depth -= 1;
                if depth == 0 {
                    break Some(byte);
                }
            } else if c == open {
                depth += 1;
            }
            j += 1;
        };
        if let Some(end) = end {
            list.push((start..end, true));
            i = j + 1;
        } else {
            list.push((start..text.len(), false));
            break;
        }
    }
    list
}

fn figures(paragraph: &Paragraph) -> Vec<(usize, Item)> {
    let text = &paragraph.text;
    let mut list = Vec::new();
    for found in FIGURE.captures_iter(text) {
        let Some(whole) = found.get(0) else { continue };
        let number = |at: usize| found.get(at).and_then(|m| m.as_str().parse().ok());
        let (Some(k), Some(n)) = (number(1), number(2)) else {
            continue;
        };
        let sentence = sentence(text, whole.range());
        let rest = slice(text, whole.end()..sentence.end);
        let next = FIGURE.find(rest).map_or(rest.len(), |next| next.start());
        let rest = slice(rest, 0..next);
        let reference = rest.find('[').and_then(|open| {
            let inner = rest.get(open + 1..)?;
            Some(inner.get(..inner.find(']')?)?.trim().to_owned())
        });
        let item = Item::Figure {
            line: paragraph.line_of(whole.start()),
            text: whole
                .as_str()
                .split_whitespace()
                .collect::<Vec<_>>()
                .join(" "),
            k,
            n,
            reference,
            sentence: slice(text, sentence).to_owned(),
        };
        list.push((whole.start(), item));
    }
    list
}

/// The sentence around a place: a stop ends it only where white space or the end follows.
fn sentence(text: &str, place: Range<usize>) -> Range<usize> {
    let ends = |from: usize, to: usize| {
        slice(text, from..to)
            .char_indices()
            .filter(|(_, c)| matches!(c, '.' | '!' | '?' | '…'))
            .map(move |(at, c)| from + at + c.len_utf8())
            .filter(|end| {
                let next = text.get(*end..).and_then(|rest| rest.chars().next());
                next.is_none_or(char::is_whitespace)
            })
    };
    let start = ends(0, place.start).next_back().unwrap_or(0);
    let end = ends(place.end, text.len()).next().unwrap_or(text.len());
    start..end
}

/// The pieces of a quote between its cuts (`[…]`, `(…)`), and the words that stand between brackets in the place of others.
pub(super) fn pieces(quote: &str) -> (Vec<&str>, Vec<String>) {
    let mut pieces = Vec::new();
    let mut inserted = Vec::new();
    let mut from = 0;
    for cut in CUT.find_iter(quote) {
        pieces.push(slice(quote, from..cut.start()));
        from = cut.end();
        let words = cut.as_str().trim_matches(['[', ']', '(', ')']).trim();
        if words.chars().any(char::is_alphanumeric) {
            inserted.push(words.to_owned());
        }
    }
    pieces.push(slice(quote, from..quote.len()));
    pieces.retain(|piece| piece.chars().any(char::is_alphanumeric));
    (pieces.into_iter().map(str::trim).collect(), inserted)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(text: &str) -> Vec<Item> {
        read(&[Paragraph::new(7, text)])
    }

    fn words(text: &str) -> Vec<String> {
        of(text)
            .into_iter()
            .map(|item| match item {
                Item::Quote { text, .. } => text,
                Item::Unclosed { text, .. } => format!("!{text}"),
                Item::Figure {
                    text, reference, ..
                } => format!("#{text}|{reference:?}"),
            })
            .collect()
    }

    #[test]
    fn all_kinds_of_marks_are_read() {
        assert_eq!(
            words("« Un », “deux”, \"trois\", „vier“ et « il dit « non » » puis «\u{a0}»."),
            ["Un", "deux", "trois", "vier", "il dit « non »"]
        );
        assert_eq!(words("une planche de 5\" et « oubliée"), ["!oubliée"]);
        assert_eq!(words("l'écran, l’eau"), [""; 0]);
    }

    #[test]
    fn figures_have_their_reference() {
        assert_eq!(
            words("9 sur 13 [S2 D8.levier] disent oui. 3 of 8 non [pas là] ; « 4 sur 5 »"),
            [
                "#9 sur 13|Some(\"S2 D8.levier\")",
                "#3 of 8|Some(\"pas là\")",
                "4 sur 5"
            ]
        );
        assert_eq!(
            words("1 sur 2, puis 3 out of 4 [S1]"),
            ["#1 sur 2|None", "#3 out of 4|Some(\"S1\")"]
        );
        let Item::Figure { sentence, .. } = &of("Avant. Pour S2, 9 sur 13. Après.")[0] else {
            panic!();
        };
        assert_eq!(sentence.trim(), "Pour S2, 9 sur 13.");
    }

    #[test]
    fn cuts_and_insertions_are_told_apart() {
        let (list, inserted) =
            pieces("on a perdu […] la preuve (...) de [la formation] hier [...]");
        assert_eq!(list, ["on a perdu", "la preuve", "de", "hier"]);
        assert_eq!(inserted, ["la formation"]);
        assert_eq!(pieces("dit (en riant) oui").0, ["dit (en riant) oui"]);
    }
}
