//! `notes.csv`: one row a live note. Codes stand in `excerpts.csv`; the column is there for the files of others.

use super::material::Material;
use super::sheet::{Kind, Sheet, SheetWriter, field, fields, whole, words};
use crate::file::csv::Cell;
use crate::study::{Hidden, clock};

pub(super) fn write(material: &Material) -> Sheet {
    let mut columns = fields(
        Kind::Text,
        &["interview", "text", "note_id", "kind", "question"],
    );
    columns.push(field("t_ms", Kind::Integer));
    columns.extend(fields(Kind::Text, &["flags", "codes"]));
    columns.push(field("recording_ms", Kind::Integer));
    let mut sheet = SheetWriter::new(material.options.profile, "notes.csv", columns);
    let hidden = Hidden::of(material.study);
    let mut by_session: std::collections::HashMap<_, Vec<_>> = std::collections::HashMap::new();
    for (id, note) in &material.study.records.notes {
        by_session
            .entry(&note.session)
            .or_default()
            .push((id, note));
    }
    for interview in material.interviews() {
        let mut notes = by_session.remove(interview.id).unwrap_or_default();
        notes.sort_by_key(|(id, note)| (note.t_ms.is_none(), note.t_ms, note.position, *id));
        let session = material.study.records.sessions.get(interview.id);
        let silent = material.is_wordless(interview);
        for (id, note) in notes {
            if hidden.note(id, note) {
                continue;
            }
            sheet.row(&[
                words(interview.key),
                words(if silent { "" } else { &note.text }),
                Cell::text(id.to_string()),
                words(note.kind.as_str()),
                words(&note.question),
                whole(note.t_ms),
                words(&note.flags.join(";")),
                Cell::Empty,
                whole(session.and_then(|session| {
                    session.anchor_ms?;
                    Some(clock::in_recording(session, note.t_ms?))
                })),
            ]);
        }
    }
    sheet.finish(
        &["note_id"],
        vec![(&["interview"], "sessions", &["interview"])],
    )
}
