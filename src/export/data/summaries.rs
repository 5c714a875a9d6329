//! `summaries.csv`: one row a summary of the framework. `over` tells whether its passages changed since.

use super::material::Material;
use super::sheet::{Kind, Sheet, SheetWriter, field, fields, time, whole, words};

/// The file; `None` of a study without summaries.
pub(super) fn write(material: &Material) -> Option<Sheet> {
    let summaries = &material.study.records.summaries;
    if summaries.is_empty() {
        return None;
    }
    let mut columns = fields(
        Kind::Text,
        &["interview", "code", "summary", "author", "over"],
    );
    columns.push(field("n_passages", Kind::Integer));
    columns.push(field("written_at", Kind::Time));
    let mut sheet = SheetWriter::new(material.options.profile, "summaries.csv", columns);
    for interview in material.interviews() {
        let silent = material.is_wordless(interview);
        let mut own: Vec<_> = summaries
            .values()
            .filter(|summary| summary.session == *interview.id)
            .filter_map(|summary| Some((material.code_key(&summary.code)?, summary)))
            .collect();
        // of several on one theme the one with the lowest id
        own.sort_by_key(|(code, _)| *code);
        own.dedup_by_key(|(code, _)| *code);
        for (code, summary) in own {
            sheet.row(&[
                words(interview.key),
                words(code),
                words(if silent { "" } else { &summary.text }),
                words(&summary.author),
                words(&summary.over),
                whole(Some(summary.passages)),
                time(summary.written_at),
            ]);
        }
    }
    Some(sheet.finish(
        &["interview", "code"],
        vec![
            (&["interview"], "sessions", &["interview"]),
            (&["code"], "codebook", &["key"]),
        ],
    ))
}
