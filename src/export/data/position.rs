//! Code-point positions of bytes, and what stands around a span, fast enough for a hundred thousand codings.

use crate::text::grapheme;

const STEP: usize = 512;

/// Code-point positions in one text: a count every 512 bytes.
pub(super) struct CharPositions<'a> {
    text: &'a str,
    before: Vec<usize>,
}

fn chars_in(bytes: &[u8]) -> usize {
    // every byte but those that continue a character begins one
    bytes.iter().filter(|byte| (**byte as i8) >= -0x40).count()
}

impl<'a> CharPositions<'a> {
    /// Reads a text once.
    pub(super) fn new(text: &'a str) -> Self {
        let mut before = Vec::new();
        if !text.is_ascii() {
            let mut chars = 0;
            for chunk in text.as_bytes().chunks(STEP) {
                before.push(chars);
                chars += chars_in(chunk);
            }
        }
        Self { text, before }
    }

    /// The code-point position of a byte at a character's boundary.
    pub(super) fn of_byte(&self, byte: usize) -> usize {
        let byte = byte.min(self.text.len());
        if self.before.is_empty() {
            return byte;
        }
        let step = (byte / STEP).min(self.before.len() - 1);
        let rest = self.text.as_bytes().get(step * STEP..byte).unwrap_or(&[]);
        self.before.get(step).copied().unwrap_or(0) + chars_in(rest)
    }
}

/// Whether a character is a cluster by itself beside others of its kind: most of what European languages are written in.
fn is_plain(c: char) -> bool {
    matches!(c, '\u{0}'..='\u{c}' | '\u{e}'..='\u{2ff}' | '\u{2010}'..='\u{2027}' | '\u{202f}' | '€')
}

/// The first `limit` grapheme clusters.
pub(super) fn first(text: &str, limit: usize) -> &str {
    let mut chars = text.char_indices();
    for _ in 0..limit {
        match chars.next() {
            None => return text,
            Some((_, c)) if is_plain(c) => {}
            Some(_) => return grapheme::take(text, limit),
        }
    }
    match chars.next() {
        None => text,
        Some((at, c)) if is_plain(c) => text.get(..at).unwrap_or(text),
        Some(_) => grapheme::take(text, limit),
    }
}

/// The last `limit` grapheme clusters.
pub(super) fn last(text: &str, limit: usize) -> &str {
    let mut chars = text.char_indices().rev();
    let mut start = text.len();
    for _ in 0..limit {
        match chars.next() {
            None => return text,
            Some((at, c)) if is_plain(c) => start = at,
            Some(_) => return grapheme::take_last(text, limit),
        }
    }
    match chars.next() {
        None => text,
        Some((_, c)) if is_plain(c) => text.get(start..).unwrap_or(text),
        Some(_) => grapheme::take_last(text, limit),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn positions_are_code_points(text in "[aé€👩\u{301}\n]{0,900}") {
            let positions = CharPositions::new(&text);
            for (chars, (byte, _)) in text.char_indices().enumerate() {
                prop_assert_eq!(positions.of_byte(byte), chars);
            }
            prop_assert_eq!(positions.of_byte(text.len()), text.chars().count());
        }

        #[test]
        fn what_stands_around_is_cut_between_clusters(text in "[aé’€👩\u{301}\u{200d}\r\n]{0,12}", limit in 0usize..8) {
            prop_assert_eq!(first(&text, limit), grapheme::take(&text, limit));
            prop_assert_eq!(last(&text, limit), grapheme::take_last(&text, limit));
        }
    }
}
