//! Columns on the terminal: the one width that layout and drawing share.
//!
//! Tabs and controls never come this far (`sanitise`, `harmless`); should one, it takes no column, as it is not drawn.

use super::grapheme::graphemes;
use std::borrow::Cow;
use unicode_width::UnicodeWidthStr;

/// Columns of one grapheme cluster.
pub fn grapheme_width(grapheme: &str) -> usize {
    match grapheme.as_bytes() {
        [byte] => usize::from((0x20..0x7f).contains(byte)),
        _ if grapheme.contains(char::is_control) => 0,
        // half-width sound marks are given a column more, as the drawing library does
        _ => {
            grapheme.width()
                + grapheme
                    .chars()
                    .filter(|c| matches!(c, '\u{ff9e}' | '\u{ff9f}'))
                    .count()
        }
    }
}

/// Columns of a string: the sum over its grapheme clusters.
pub fn width(text: &str) -> usize {
    if text.bytes().all(|byte| (0x20..0x7f).contains(&byte)) {
        return text.len();
    }
    graphemes(text).map(|(_, g)| grapheme_width(g)).sum()
}

/// The longest beginning of `text` that fits in `columns`, cut between clusters.
pub fn clip(text: &str, columns: usize) -> &str {
    let mut used = 0;
    for (at, grapheme) in graphemes(text) {
        used += grapheme_width(grapheme);
        if used > columns {
            return text.get(..at).unwrap_or("");
        }
    }
    text
}

/// `text` in at most `columns`, ending in `…` where something was left out.
pub fn fit(text: &str, columns: usize) -> Cow<'_, str> {
    let clipped = clip(text, columns);
    if clipped.len() == text.len() {
        return Cow::Borrowed(text);
    }
    if columns == 0 {
        return Cow::Borrowed("");
    }
    Cow::Owned(format!("{}…", clip(text, columns - 1).trim_end()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_counted_as_terminals_draw() {
        for (text, columns) in [
            ("", 0),
            ("dossier", 7),
            ("été", 3),
            ("e\u{301}", 1),
            ("日本", 4),
            ("👩‍👩‍👧", 2),
            ("❤\u{fe0f}", 2),
            ("«\u{a0}oui\u{202f}»", 7),
            ("a\tb\u{1b}", 2),
        ] {
            assert_eq!(width(text), columns, "{text:?}");
        }
    }

    #[test]
    fn layout_counts_as_the_drawing_library_counts() {
        use ratatui::buffer::CellWidth;
        for text in [
            "a",
            "é",
            "e\u{301}",
            "日",
            "ｶﾞ",
            "👩‍👩‍👧",
            "❤\u{fe0f}",
            "🇫🇷",
            "\u{a0}",
            "…",
            "क्षि",
            "ﷺ",
        ] {
            assert_eq!(
                grapheme_width(text),
                usize::from(text.cell_width()),
                "{text:?}"
            );
        }
    }

    #[test]
    fn a_long_name_ends_in_an_ellipsis_inside_its_columns() {
        assert_eq!(fit("Entretien E07", 9), "Entretie…");
        assert_eq!(fit("Entretien E07", 11), "Entretien…");
        assert_eq!(fit("court", 5), "court");
        assert_eq!(fit("日本語", 4), "日…");
        assert_eq!(fit("日本語", 1), "…");
        assert_eq!(fit("x", 0), "");
    }
}
