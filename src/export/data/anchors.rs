//! `anchors.csv`: where codings were made, and where they stand in later versions of their documents; in the owner's copy
//! alone, and only for codings that have more than one place.

use super::material::Material;
use super::position::CharPositions;
use super::sheet::{Field, Kind, Sheet, SheetWriter, fields, whole, words};
use crate::analysis::counted::Words;
use crate::file::csv::Cell;
use crate::study::coding::{Anchor, Coding, Passage, TextPassage};
use crate::study::document::DocumentText;
use crate::study::id::VersionId;
use crate::study::word::AnchorState;
use std::collections::{BTreeSet, HashMap};
use std::sync::Arc;

const STATES: &[&str] = &[
    AnchorState::Coded.as_str(),
    AnchorState::Carried.as_str(),
    AnchorState::Kept.as_str(),
];

fn columns() -> Vec<Field> {
    let mut columns = fields(Kind::Text, &["coding_id", "interview", "document"]);
    columns.extend(fields(Kind::Integer, &["version"]));
    columns.extend(fields(Kind::Words(STATES), &["state"]));
    columns.extend(fields(Kind::Integer, &["char_start", "char_end"]));
    columns
}

pub(super) fn write(material: &Material) -> Option<Sheet> {
    if material.options.shared {
        return None;
    }
    let records = &material.study.records;
    let mut sheet = SheetWriter::new(material.options.profile, "anchors.csv", columns());
    let mut rows = 0;
    let opened: HashMap<&VersionId, Arc<DocumentText>> = material
        .counted
        .lines
        .iter()
        .filter_map(|line| records.codings.get(line.id))
        .filter(|coding| !coding.anchors.is_empty())
        .flat_map(Coding::places)
        .filter_map(|place| match place {
            Passage::Text(text) => Some(&text.version),
            Passage::Note(_) => None,
        })
        .collect::<BTreeSet<_>>()
        .into_iter()
        .filter_map(|version| Some((version, material.context.texts.text(version)?)))
        .collect();
    let positions: HashMap<&VersionId, CharPositions> = opened
        .iter()
        .map(|(version, text)| (*version, CharPositions::new(text.text())))
        .collect();
    let spanned = |text: &TextPassage| {
        let positions = positions.get(&text.version)?;
        let span = text.span();
        Some((positions.of_byte(span.start), positions.of_byte(span.end)))
    };
    for line in &material.counted.lines {
        let Words::Text(document, _) = line.words else {
            continue;
        };
        // as it is, not joined with its twins
        let Some(coding) = records.codings.get(line.id) else {
            continue;
        };
        if coding.anchors.is_empty() {
            continue;
        }
        let source = material.counted.documents.get(document);
        let key = source.map_or("", |source| source.record.key.as_str());
        let interview = material.interview(line.interview).map_or("", |one| one.key);
        let mut row = |version: &VersionId, state: AnchorState, span: Option<(usize, usize)>| {
            sheet.row(&[
                Cell::text(line.id.to_string()),
                words(interview),
                words(key),
                whole(Some(material.version_number(version))),
                words(state.as_str()),
                whole(span.map(|(start, _)| start)),
                whole(span.map(|(_, end)| end)),
            ]);
            rows += 1;
        };
        if let Passage::Text(text) = &coding.passage {
            row(&text.version, AnchorState::Coded, spanned(text));
        }
        let mut later: Vec<_> = coding
            .anchors
            .iter()
            .filter(|(version, _)| records.versions.contains_key(*version))
            .collect();
        later.sort_by_key(|(version, _)| (material.version_number(version), *version));
        for (version, anchor) in later {
            match anchor {
                Anchor::At(Passage::Text(text)) => {
                    row(version, AnchorState::Carried, spanned(text));
                }
                Anchor::At(Passage::Note(_)) => {}
                Anchor::Kept => row(version, AnchorState::Kept, None),
            }
        }
    }
    (rows > 0).then(|| {
        sheet.finish(
            &["coding_id", "version"],
            vec![(&["interview"], "sessions", &["interview"])],
        )
    })
}
