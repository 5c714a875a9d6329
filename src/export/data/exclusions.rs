//! `exclusions.csv`: what is left out, by place and by time, in the owner's copy alone: whoever else reads the files is
//! not told where something stood. A note that is left out is in no file, and so is what left it out.

use super::material::Material;
use super::position::CharPositions;
use super::sheet::{Field, Kind, Sheet, SheetWriter, field, fields, time, whole, words};
use crate::file::csv::Cell;
use crate::study::exclusion::Excluded;

fn columns() -> Vec<Field> {
    let mut columns = fields(Kind::Text, &["interview", "exclusion_id", "document"]);
    columns.extend(fields(
        Kind::Integer,
        &["version", "char_start", "char_end", "from_ms", "to_ms"],
    ));
    columns.extend(fields(Kind::Text, &["reason", "by"]));
    columns.push(field("at", Kind::Time));
    columns
}

pub(super) fn write(material: &Material) -> Option<Sheet> {
    if material.options.shared {
        return None;
    }
    let records = &material.study.records;
    let mut sheet = SheetWriter::new(material.options.profile, "exclusions.csv", columns());
    let mut rows = 0;
    for interview in material.interviews() {
        let own = records
            .exclusions
            .iter()
            .filter(|(_, exclusion)| exclusion.session == *interview.id);
        for (id, exclusion) in own {
            let mut place = [Cell::Empty, Cell::Empty, Cell::Empty, Cell::Empty];
            let mut time_of = (None, None);
            match &exclusion.what {
                Excluded::Note(_) => continue,
                Excluded::Time { from_ms, to_ms } => time_of = (Some(*from_ms), Some(*to_ms)),
                Excluded::Text(passage) => {
                    let version = records.versions.get(&passage.version);
                    let document = version.and_then(|v| records.documents.get(&v.document));
                    let text = material.context.texts.text(&passage.version);
                    let (Some(document), Some(text)) = (document, text) else {
                        continue;
                    };
                    let positions = CharPositions::new(text.text());
                    let span = passage.span();
                    place = [
                        words(&document.key),
                        whole(version.map(|version| version.number)),
                        whole(Some(positions.of_byte(span.start))),
                        whole(Some(positions.of_byte(span.end))),
                    ];
                }
            }
            let mut row = vec![words(interview.key), Cell::text(id.to_string())];
            row.extend(place);
            row.extend([
                whole(time_of.0),
                whole(time_of.1),
                words(&exclusion.reason),
                words(&exclusion.by),
                time(exclusion.at),
            ]);
            sheet.row(&row);
            rows += 1;
        }
    }
    (rows > 0).then(|| {
        sheet.finish(
            &["exclusion_id"],
            vec![(&["interview"], "sessions", &["interview"])],
        )
    })
}
