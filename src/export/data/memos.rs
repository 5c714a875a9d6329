//! `memos.csv`: one row a memo, in the order they were written, in the owner's copy alone: what was thought of somebody's
//! words may quote them. A memo on something that is gone is written as an entry of the journal.

use super::material::Material;
use super::sheet::{Kind, Sheet, SheetWriter, field, fields, time, words};
use crate::file::csv::Cell;
use crate::study::coding::Passage;
use crate::study::memo::{About, Memo};
use crate::study::word::MemoOn;

const KINDS: &[&str] = &[
    MemoOn::Study.as_str(),
    MemoOn::Session.as_str(),
    MemoOn::Participant.as_str(),
    MemoOn::Document.as_str(),
    MemoOn::Note.as_str(),
    MemoOn::Code.as_str(),
    MemoOn::Coding.as_str(),
    MemoOn::Scenario.as_str(),
    MemoOn::Question.as_str(),
    MemoOn::Finding.as_str(),
];

/// The file; `None` of a study without memos, and for others.
pub(super) fn write(material: &Material) -> Option<Sheet> {
    if material.options.shared {
        return None;
    }
    let study = material.study;
    let hidden = |memo: &Memo| match &memo.about {
        About::Coding(id) => {
            let passage = study
                .records
                .codings
                .get(id)
                .map(|one| study.passage_now(one));
            passage.is_some_and(|passage: &Passage| {
                material
                    .hidden
                    .passage(study, material.context.texts, passage)
            })
        }
        _ => false,
    };
    let mut columns = vec![
        field("memo_id", Kind::Text),
        field("at", Kind::Time),
        field("author", Kind::Text),
        field("about", Kind::Words(KINDS)),
    ];
    columns.extend(fields(Kind::Text, &["interview", "target", "text"]));
    let mut sheet = SheetWriter::new(material.options.profile, "memos.csv", columns);
    let mut rows = 0;
    for (id, memo) in study.memos().into_iter().filter(|(_, memo)| !hidden(memo)) {
        let target = study.memo_target(&memo.about);
        let kind = target.as_ref().map_or(MemoOn::Study, |_| memo.about.kind());
        let (interview, thing) = target.unwrap_or_default();
        sheet.row(&[
            Cell::text(id.to_string()),
            time(memo.at),
            words(&memo.author),
            words(kind.as_str()),
            words(&interview),
            words(&thing),
            words(&memo.text),
        ]);
        rows += 1;
    }
    (rows > 0).then(|| {
        sheet.finish(
            &["memo_id"],
            vec![(&["interview"], "sessions", &["interview"])],
        )
    })
}
