//! Words: bounds for selecting and moving, and the count that tables give.

use std::ops::Range;
use unicode_segmentation::UnicodeSegmentation;

/// Runs between Unicode white space.
pub fn count(text: &str) -> usize {
    text.split_whitespace().count()
}

/// The word that holds `byte`, or the one before it where `byte` stands on a space or a sign; `None` in a text without words.
pub fn word_at(text: &str, byte: usize) -> Option<Range<usize>> {
    let byte = byte.min(text.len());
    let (start, run) = run_around(text, byte);
    let mut before = None;
    for (at, piece) in run.split_word_bound_indices() {
        let span = start + at..start + at + piece.len();
        if !is_word(piece) {
            continue;
        }
        if span.contains(&byte) {
            return Some(span);
        }
        if span.end <= byte || before.is_none() {
            before = Some(span);
        }
    }
    before
        .or_else(|| {
            let last = prev_start(text, start);
            (last < start).then(|| word_at(text, last)).flatten()
        })
        .or_else(|| {
            let next = next_start(text, byte);
            (next < text.len()).then(|| word_at(text, next)).flatten()
        })
}

/// The start of the next word after `byte`; the text's length when there is none.
pub fn next_start(text: &str, byte: usize) -> usize {
    let (start, run) = run_around(text, byte.min(text.len()));
    let rest = start + run.len();
    first_after(start, run, byte).unwrap_or_else(|| {
        words(text.get(rest..).unwrap_or(""))
            .next()
            .map_or(text.len(), |span| rest + span.start)
    })
}

/// The start of the word before `byte`; 0 when there is none.
pub fn prev_start(text: &str, byte: usize) -> usize {
    let byte = byte.min(text.len());
    let mut end = byte;
    loop {
        let (start, run) = run_around(text, end);
        let found = run
            .split_word_bound_indices()
            .rfind(|(at, piece)| is_word(piece) && start + at < byte);
        if let Some((at, _)) = found {
            return start + at;
        }
        let before = text.get(..start).unwrap_or("").trim_end();
        if before.is_empty() {
            return 0;
        }
        end = before.len() - 1;
        while !text.is_char_boundary(end) {
            end -= 1;
        }
    }
}

/// The words of `text`, in order.
pub fn words(text: &str) -> impl Iterator<Item = Range<usize>> {
    text.split_word_bound_indices()
        .filter(|(_, piece)| is_word(piece))
        .map(|(at, piece)| at..at + piece.len())
}

/// How many words there are, unless they are more than `most`; what is more is not read.
pub fn at_most(text: &str, most: usize) -> Option<usize> {
    let mut count = 0;
    // bounds never cross white space, and what is plain between two spaces is one word
    for run in text.split_whitespace() {
        let plain = run.trim_end_matches(['.', ',', ';', ':', '!', '?']);
        let one = !plain.is_empty() && plain.bytes().all(|byte| byte.is_ascii_alphanumeric());
        count += if one { 1 } else { words(run).count() };
        if count > most {
            return None;
        }
    }
    Some(count)
}

fn first_after(start: usize, run: &str, byte: usize) -> Option<usize> {
    words(run)
        .map(|span| start + span.start)
        .find(|&at| at > byte)
}

fn is_word(piece: &str) -> bool {
    piece.chars().any(char::is_alphanumeric)
}

/// The run without white space around `byte` (word bounds never cross white space, so no more of the text is read).
fn run_around(text: &str, byte: usize) -> (usize, &str) {
    let mut byte = byte.min(text.len());
    while !text.is_char_boundary(byte) {
        byte -= 1;
    }
    let (before, after) = text.split_at(byte);
    let start = before
        .rfind(char::is_whitespace)
        .map_or(0, |at| after_char(before, at));
    let end = after
        .find(char::is_whitespace)
        .map_or(text.len(), |at| byte + at);
    (start, text.get(start..end).unwrap_or(""))
}

/// The byte after the character at `at`.
fn after_char(text: &str, at: usize) -> usize {
    at + text
        .get(at..)
        .and_then(|rest| rest.chars().next())
        .map_or(0, char::len_utf8)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_found_where_the_cursor_stands() {
        let text = "On a « perdu » l’émargement, oui.";
        let word = |byte| word_at(text, byte).map(|span| &text[span]);
        assert_eq!(word(0), Some("On"));
        assert_eq!(
            word(text.find('«').unwrap()),
            Some("a"),
            "a sign takes the word before it"
        );
        assert_eq!(word(text.find("rgement").unwrap()), Some("l’émargement"));
        assert_eq!(word(text.len()), Some("oui"));
        assert_eq!(word_at("  oui", 0), Some(2..5), "else the word after it");
        assert_eq!(word_at(" … ", 1), None);
        assert_eq!(count("a\u{a0}b\nc  d"), 4);
    }

    proptest::proptest! {
        #[test]
        fn few_words_are_counted_as_all_are(text in "[a-cé0-9 '’\\-.,:\u{a0}\u{301}\u{200d}\n]{0,24}", most in 0usize..6) {
            let all = words(&text).count();
            proptest::prop_assert_eq!(at_most(&text, most), Some(all).filter(|all| *all <= most));
        }
    }

    #[test]
    fn moving_by_words_goes_there_and_back() {
        let text = "un deux, trois\nquatre";
        let mut at = 0;
        let mut starts = vec![at];
        while next_start(text, at) < text.len() {
            at = next_start(text, at);
            starts.push(at);
        }
        assert_eq!(starts, [0, 3, 9, 15]);
        let mut at = text.len();
        let mut back = Vec::new();
        while at > 0 {
            at = prev_start(text, at);
            back.push(at);
        }
        assert_eq!(back, [15, 9, 3, 0]);
        assert_eq!(prev_start("", 0), 0);
        assert_eq!(next_start("…", 0), "…".len());
    }
}
