//! Words that are longer than a cell holds: their beginning stands in the cell, all of them on a sheet of their own.

use super::page::{Head, Kind, Page, Value};
use crate::export::losses::Losses;
use crate::i18n::Words;
use crate::message;
use crate::text::grapheme;
use std::borrow::Cow;

/// What a cell holds, in units of UTF-16, with room for the sign that it goes on.
const MOST: usize = 32_767 - 16;

/// What stands in the cell: all of it, or its beginning and a sign.
pub(super) fn shown(text: &str) -> Cow<'_, str> {
    match piece(text) {
        whole if whole.len() == text.len() => Cow::Borrowed(text),
        start => Cow::Owned(format!("{start} […]")),
    }
}

/// As much of a text as a cell holds, ended where a character ends.
fn piece(text: &str) -> &str {
    // no character has fewer bytes than units
    if text.len() <= MOST {
        return text;
    }
    let mut units = 0;
    let mut end = text.len();
    for (at, c) in text.char_indices() {
        units += c.len_utf16();
        if units > MOST {
            end = at;
            break;
        }
    }
    if end == text.len() {
        return text;
    }
    let floor = grapheme::floor(text, end);
    let end = if floor == 0 { end } else { floor };
    text.get(..end).unwrap_or(text)
}

/// The sheet of long words, in pieces; none where every cell holds its own. Each long cell is told.
pub(super) fn page(pages: &[Page], words: Words, losses: &mut Losses) -> Option<Page> {
    let mut rows = Vec::new();
    for page in pages {
        for (row, cells) in page.rows.iter().enumerate() {
            for (cell, head) in cells.iter().zip(&page.head) {
                let Value::Text(text) = cell else { continue };
                let mut rest = text.as_str();
                if piece(rest).len() == rest.len() {
                    continue;
                }
                let line = row + 2;
                let place = format!("{}, {line}, {}", page.name, head.label);
                losses.add("cell", place, message!("export-loss-cell"));
                let mut part = 1;
                while !rest.is_empty() {
                    let (start, after) = rest.split_at(piece(rest).len());
                    rows.push(vec![
                        Value::Text(page.name.clone()),
                        Value::whole(i64::try_from(line).unwrap_or(i64::MAX)),
                        Value::Text(head.label.clone()),
                        Value::whole(part),
                        Value::Text(start.to_owned()),
                    ]);
                    rest = after;
                    part += 1;
                }
            }
        }
    }
    if rows.is_empty() {
        return None;
    }
    let head = |key: &str, kind| Head {
        label: words.get(key),
        kind,
    };
    Some(Page {
        name: words.get("export-sheet-long"),
        what: words.get("export-sheet-long-what"),
        head: vec![
            head("export-sheet-sheet", Kind::Text),
            head("export-sheet-row", Kind::Integer),
            head("export-sheet-column", Kind::Text),
            head("export-sheet-part", Kind::Integer),
            head("export-sheet-words", Kind::Text),
        ],
        rows,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::Lang;

    #[test]
    fn long_words_are_cut_at_a_character_and_stand_whole_in_pieces() {
        for letter in ["a", "é", "👩‍👧", "e\u{301}"] {
            let text = letter.repeat(70_000 / letter.len() * 2);
            let page = Page {
                name: "notes".to_owned(),
                what: String::new(),
                head: vec![Head {
                    label: "text".to_owned(),
                    kind: Kind::Text,
                }],
                rows: vec![vec![Value::Text(text.clone())]],
            };
            let cell = shown(&text);
            assert!(cell.encode_utf16().count() <= 32_767 && cell.ends_with(" […]"));
            let mut losses = Losses::default();
            let long = super::page(&[page], Words::new(Lang::En), &mut losses).unwrap();
            let whole: String = long
                .rows
                .iter()
                .filter_map(|row| match row.last() {
                    Some(Value::Text(text)) => Some(text.as_str()),
                    _ => None,
                })
                .collect();
            assert_eq!(whole, text);
            assert_eq!(losses.iter().count(), 1);
        }
        assert!(matches!(shown("court"), Cow::Borrowed("court")));
    }
}
