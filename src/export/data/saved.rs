//! `saved.csv`: one row a search or query under a name. Only in the owner's copy: a pattern may be somebody's name.

use super::material::Material;
use super::sheet::{Kind, Sheet, SheetWriter, fields, words};
use crate::file::csv::Cell;

/// The file; `None` of a study without any.
pub(super) fn write(material: &Material) -> Option<Sheet> {
    let saved = material.study.saved();
    if saved.is_empty() || material.options.shared {
        return None;
    }
    let columns = fields(
        Kind::Text,
        &[
            "saved", "kind", "pattern", "reading", "voice", "where", "code",
        ],
    );
    let mut sheet = SheetWriter::new(material.options.profile, "saved.csv", columns);
    for (_, one) in saved {
        let readings = [
            (one.regex, "regex"),
            (one.exact, "exact"),
            (one.whole, "word"),
        ];
        let reading: Vec<&str> = readings.iter().filter(|(on, _)| *on).map(|r| r.1).collect();
        sheet.row(&[
            words(&one.name),
            Cell::text(one.kind.as_str()),
            words(&one.pattern),
            Cell::text(reading.join(" ")),
            Cell::text(one.voice.as_str()),
            Cell::text(one.conditions.join(";")),
            words(&one.code),
        ]);
    }
    Some(sheet.finish(&["saved"], Vec::new()))
}
