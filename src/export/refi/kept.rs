//! Tables of ours, as the notes of a project keep them: what REFI-QDA has a place for is left out.

use super::codings::Coded;
use super::sheets::{Kept, cell};
use crate::file::csv::Sheet;
use std::collections::HashMap;
use uuid::Uuid;

/// A table without the columns that stand elsewhere, each row with its id in the project.
pub(super) fn kept(
    sheet: &Sheet,
    native: &[&str],
    id: &str,
    guid: &dyn Fn(&str) -> Option<Uuid>,
) -> Kept {
    let rest: Vec<&str> = sheet
        .columns
        .iter()
        .map(String::as_str)
        .filter(|column| !native.contains(column))
        .collect();
    let mut kept = Kept::new(&[&["guid"], &rest[..]].concat());
    for row in &sheet.rows {
        let guid = guid(cell(sheet, row, id)).unwrap_or_default().to_string();
        let mut cells = vec![guid.as_str()];
        cells.extend(rest.iter().map(|column| cell(sheet, row, column)));
        kept.row(&cells);
    }
    kept
}

/// What memos are on; codings and notes by the ids that they have here.
pub(super) fn kept_memos(
    memos: &Sheet,
    guids: &[Uuid],
    coded: &Coded,
    notes: &HashMap<&str, Uuid>,
) -> Kept {
    let mut kept = Kept::new(&["guid", "memo_id", "about", "interview", "target"]);
    for (row, guid) in memos.rows.iter().zip(guids) {
        let get = |name| cell(memos, row, name);
        let target = get("target");
        let here = match get("about") {
            "coding" => coded.guids.get(target),
            "note" => notes.get(target),
            _ => None,
        };
        let target = here.map_or_else(|| target.to_owned(), Uuid::to_string);
        kept.row(&[
            &guid.to_string(),
            get("memo_id"),
            get("about"),
            get("interview"),
            &target,
        ]);
    }
    kept
}
