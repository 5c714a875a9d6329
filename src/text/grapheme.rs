//! Grapheme clusters: what a reader takes for one character, and what the cursor moves over.

use unicode_segmentation::{GraphemeCursor, UnicodeSegmentation};

/// The clusters of `text` with their byte positions.
pub fn graphemes(text: &str) -> impl Iterator<Item = (usize, &str)> {
    Clusters { text, at: 0 }
}

/// Walks over the clusters. Unicode's rules are asked only where something may join: between two plain characters, as
/// nearly everywhere in what people say, there is a boundary.
struct Clusters<'a> {
    text: &'a str,
    at: usize,
}

impl<'a> Iterator for Clusters<'a> {
    type Item = (usize, &'a str);

    fn next(&mut self) -> Option<Self::Item> {
        let (at, rest) = (self.at, self.text.get(self.at..)?);
        let mut chars = rest.chars();
        let first = chars.next()?;
        let alone = is_plain(first) && chars.next().is_none_or(is_plain);
        let cluster = if alone {
            rest.get(..first.len_utf8())?
        } else {
            rest.graphemes(true).next()?
        };
        self.at += cluster.len();
        Some((at, cluster))
    }
}

/// Whether a character joins no other of its kind: Latin letters, figures, signs, spaces.
fn is_plain(c: char) -> bool {
    matches!(c, ' '..='~' | '\u{a0}'..='\u{ac}' | '\u{ae}'..='\u{2ff}' | '\u{2010}'..='\u{2027}' | '\u{202f}')
}

/// How many clusters `text` holds.
pub fn count(text: &str) -> usize {
    if text.is_ascii() && !text.contains('\r') {
        return text.len();
    }
    text.graphemes(true).count()
}

/// The start of the cluster that holds `byte`; the text's length where `byte` is past the end.
pub fn floor(text: &str, byte: usize) -> usize {
    if byte >= text.len() {
        return text.len();
    }
    let mut at = byte;
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    if is_boundary(text, at) {
        at
    } else {
        prev(text, at)
    }
}

/// Whether a cluster begins or the text ends at `byte`.
pub fn is_boundary(text: &str, byte: usize) -> bool {
    if !text.is_char_boundary(byte) {
        return false;
    }
    GraphemeCursor::new(byte, text.len(), true)
        .is_boundary(text, 0)
        .unwrap_or(true)
}

/// The next cluster boundary after `byte`; the text's length at the end.
pub fn next(text: &str, byte: usize) -> usize {
    let mut at = byte.min(text.len());
    while !text.is_char_boundary(at) {
        at += 1;
    }
    GraphemeCursor::new(at, text.len(), true)
        .next_boundary(text, 0)
        .ok()
        .flatten()
        .unwrap_or(text.len())
}

/// The last cluster boundary before `byte`; 0 at the beginning.
pub fn prev(text: &str, byte: usize) -> usize {
    let mut at = byte.min(text.len());
    while !text.is_char_boundary(at) {
        at += 1;
    }
    GraphemeCursor::new(at, text.len(), true)
        .prev_boundary(text, 0)
        .ok()
        .flatten()
        .unwrap_or(0)
}

/// The first `limit` clusters of `text`.
pub fn take(text: &str, limit: usize) -> &str {
    let end = graphemes(text).nth(limit).map_or(text.len(), |(at, _)| at);
    text.get(..end).unwrap_or(text)
}

/// The last `limit` clusters of `text`.
pub fn take_last(text: &str, limit: usize) -> &str {
    if limit == 0 {
        return "";
    }
    let mut clusters = text.grapheme_indices(true);
    let start = clusters.nth_back(limit - 1).map_or(0, |(at, _)| at);
    text.get(start..).unwrap_or(text)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_cursor_steps_over_what_a_reader_takes_for_one_character() {
        let text = "e\u{301}👩‍👩‍👧🇫🇷x";
        assert_eq!(count(text), 4);
        let family = next(text, 0);
        assert_eq!(family, 3);
        let flag = next(text, family);
        assert_eq!(&text[family..flag], "👩‍👩‍👧");
        assert_eq!(prev(text, flag), family);
        assert_eq!(floor(text, family + 5), family);
        assert_eq!(floor(text, 1), 0);
        assert_eq!(next(text, text.len()), text.len());
        assert_eq!(prev(text, 0), 0);
        assert_eq!(take(text, 2), "e\u{301}👩‍👩‍👧");
        assert_eq!(take_last(text, 2), "🇫🇷x");
        assert_eq!(take_last("ab", 9), "ab");
    }

    proptest! {
        #[test]
        fn clusters_are_those_of_unicode(
            text in "([a-zÀ-ÿ «’…\u{ad}\r\n]|\\PC|\u{301}|\u{200d}|\u{fe0f}|[🇦-🇿👩©]|[\u{900}-\u{97f}]){0,30}",
        ) {
            let ours: Vec<_> = graphemes(&text).collect();
            let theirs: Vec<_> = text.grapheme_indices(true).collect();
            prop_assert_eq!(ours, theirs);
        }

        #[test]
        fn stepping_visits_the_same_boundaries_both_ways(text in "\\PC{0,40}") {
            let mut forward = vec![0];
            while let Some(&at) = forward.last() {
                if at == text.len() { break; }
                forward.push(next(&text, at));
            }
            let mut back = vec![text.len()];
            while let Some(&at) = back.last() {
                if at == 0 { break; }
                back.push(prev(&text, at));
            }
            back.reverse();
            prop_assert_eq!(count(&text), forward.len() - 1);
            prop_assert_eq!(forward, back);
        }
    }
}
