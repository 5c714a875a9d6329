//! Wraps one string to a number of columns and says which bytes stand on which row.

use super::{grapheme::graphemes, width::grapheme_width};
use std::ops::Range;

/// The byte ranges of the rows of `text` at `columns` (at least 1).
///
/// Rows follow each other without a gap and cover every byte once. A row ends at a line feed (which it keeps), after
/// a space or a hyphen, or inside a word that is longer than a row, between grapheme clusters. Spaces at a row's end
/// hang over: what is drawn of a row, [`visible`], is never wider than `columns`, unless one cluster alone is.
/// A text that is empty or ends in a line feed has an empty last row, where a cursor may stand.
pub fn wrap(text: &str, columns: usize) -> Vec<Range<usize>> {
    let columns = columns.max(1);
    let mut rows = Vec::new();
    let (mut start, mut used) = (0, 0);
    // the last place in this row where it may end, and the columns up to there
    let (mut may_break, mut used_there) = (0, 0);
    let mut before = Kind::Other;
    for (at, grapheme) in graphemes(text) {
        let end = at + grapheme.len();
        let kind = Kind::of(grapheme);
        let wide = grapheme_width(grapheme);
        if before == Kind::Hyphen && kind == Kind::Word && at > start {
            (may_break, used_there) = (at, used);
        }
        if kind == Kind::LineFeed {
            rows.push(start..end);
            (start, used, may_break, used_there) = (end, 0, end, 0);
            before = kind;
            continue;
        }
        if kind == Kind::Space {
            used += wide;
            (may_break, used_there) = (end, used);
            before = kind;
            continue;
        }
        if used + wide > columns && at > start {
            if may_break > start {
                rows.push(start..may_break);
                (start, used) = (may_break, used - used_there);
            }
            if used + wide > columns && at > start {
                rows.push(start..at);
                (start, used) = (at, 0);
            }
            (may_break, used_there) = (start, 0);
        }
        used += wide;
        // a hyphen between two words is a place to break after; one that begins a word is not
        before = if kind == Kind::Hyphen && before != Kind::Word {
            Kind::Other
        } else {
            kind
        };
    }
    if start < text.len() || rows.is_empty() || text.ends_with(['\n', '\r']) {
        rows.push(start..text.len());
    }
    rows
}

/// What is drawn of a row: without its line feed and the spaces that hang over its end.
pub fn visible<'a>(text: &'a str, row: &Range<usize>) -> &'a str {
    text.get(row.clone())
        .unwrap_or("")
        .trim_end_matches(|c: char| matches!(c, '\n' | '\r') || is_breaking_space(c))
}

fn is_breaking_space(c: char) -> bool {
    c.is_whitespace() && !matches!(c, '\n' | '\r' | '\u{a0}' | '\u{202f}' | '\u{2007}')
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    LineFeed,
    Space,
    Hyphen,
    Word,
    Other,
}

impl Kind {
    fn of(grapheme: &str) -> Self {
        match grapheme {
            "\n" | "\r" | "\r\n" => Self::LineFeed,
            " " => Self::Space,
            "-" | "\u{2010}" => Self::Hyphen,
            _ => match grapheme.chars().next() {
                Some(c) if c.is_alphanumeric() => Self::Word,
                Some(c) if is_breaking_space(c) && c.len_utf8() == grapheme.len() => Self::Space,
                _ => Self::Other,
            },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::width::width;
    use super::*;
    use proptest::prelude::*;

    fn rows(text: &str, columns: usize) -> Vec<&str> {
        wrap(text, columns)
            .into_iter()
            .map(|row| &text[row])
            .collect()
    }

    #[test]
    fn rows_end_where_a_reader_expects() {
        assert_eq!(rows("un deux trois", 7), ["un deux ", "trois"]);
        assert_eq!(rows("a\n\nb\n", 9), ["a\n", "\n", "b\n", ""]);
        assert_eq!(rows("", 5), [""]);
        assert_eq!(
            rows("anticonstitutionnel", 8),
            ["anticons", "titution", "nel"]
        );
        assert_eq!(rows("le anticonstit", 6), ["le ", "antico", "nstit"]);
        assert_eq!(rows("porte-monnaie", 8), ["porte-", "monnaie"]);
        assert_eq!(rows("- oui -non", 4), ["- ", "oui ", "-non"]);
        assert_eq!(
            rows("oui\u{a0}! non", 5),
            ["oui\u{a0}! ", "non"],
            "a no-break space holds"
        );
        assert_eq!(rows("日本語", 3), ["日", "本", "語"]);
        assert_eq!(
            rows("日本", 1),
            ["日", "本"],
            "one cluster may be wider than the row"
        );
        assert_eq!(visible("un deux trois", &(0..8)), "un deux");
    }

    proptest! {
        #[test]
        fn every_byte_is_on_one_row_and_no_row_is_too_wide(text in "[a-é 日\u{301}👩\u{200d}\u{a0}\n-]{0,60}", columns in 1usize..12) {
            let rows = wrap(&text, columns);
            let mut next = 0;
            for row in &rows {
                prop_assert_eq!(row.start, next);
                next = row.end;
                let drawn = visible(&text, row);
                let clusters = crate::text::grapheme::count(drawn);
                prop_assert!(width(drawn) <= columns || clusters == 1, "{:?} in {}", drawn, columns);
                prop_assert!(!drawn.contains('\n'));
            }
            prop_assert_eq!(next, text.len());
        }
    }
}
