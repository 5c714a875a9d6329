//! `certifications.csv`: one row a certification of the register, as somebody looked it up.

use super::material::Material;
use super::sheet::{Kind, Sheet, SheetWriter, field, fields, words};
use crate::file::csv::Cell;
use crate::file::list::joined;
use crate::study::id::CodeId;
use std::collections::{BTreeMap, BTreeSet};

/// The file; `None` of a study without certifications.
pub(super) fn write(material: &Material) -> Option<Sheet> {
    let study = material.study;
    let certifications = study.certifications();
    if certifications.is_empty() {
        return None;
    }
    let mut columns = fields(
        Kind::Text,
        &[
            "certification",
            "title",
            "certifier",
            "level",
            "registered_on",
            "expires_on",
            "seen_on",
        ],
    );
    columns.push(field("own", Kind::Yes));
    columns.extend(fields(Kind::Text, &["covers", "codes", "names", "note"]));
    let mut sheet = SheetWriter::new(material.options.profile, "certifications.csv", columns);
    let keys = |codes: &BTreeMap<CodeId, bool>| {
        let ids = codes.keys().filter_map(|id| study.resolve_code(id));
        let keys: BTreeSet<&str> = ids
            .filter_map(|id| Some(study.records.codes.get(id)?.key.as_str()))
            .collect();
        joined(keys)
    };
    for (_, one) in certifications {
        let day = |day: Option<jiff::civil::Date>| {
            day.map_or(Cell::Empty, |day| Cell::text(day.to_string()))
        };
        let (covers, codes) = (keys(&one.covers), keys(&one.codes));
        let names = joined(one.names.keys().map(String::as_str));
        sheet.row(&[
            words(&one.key),
            words(&one.title),
            words(&one.certifier),
            words(&one.level),
            day(one.registered_on),
            day(one.expires_on),
            day(one.seen_on),
            words(if one.own { "yes" } else { "" }),
            words(&covers),
            words(&codes),
            words(&names),
            words(&one.note),
        ]);
    }
    Some(sheet.finish(&["certification"], Vec::new()))
}
