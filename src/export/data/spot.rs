//! Where the words of each coding stand, with what stands around them.

use super::material::{Material, Voiced};
use super::position::{CharPositions, first, last};
use crate::analysis::counted::Words;
use crate::message;
use crate::study::coding::TextPassage;
use crate::study::document::DocumentText;
use crate::study::hidden::veiled;
use crate::study::id::VersionId;
use std::collections::BTreeMap;

/// Clusters of context on each side, inside the turn.
const AROUND: usize = 120;

/// Where a coding's words stand, and the words.
#[derive(Default)]
pub(super) struct Spot {
    pub(super) turn: Option<usize>,
    pub(super) speaker: String,
    pub(super) start_ms: Option<i64>,
    pub(super) end_ms: Option<i64>,
    pub(super) chars: Option<(usize, usize)>,
    pub(super) quote: String,
    pub(super) before: String,
    pub(super) after: String,
}

/// Where the words of every line stand; each text is read once.
pub(super) fn spots(material: &mut Material) -> Vec<Spot> {
    let counted = material.counted;
    let mut spots: Vec<Spot> = Vec::new();
    spots.resize_with(counted.lines.len(), Spot::default);
    let mut by_version: BTreeMap<(usize, &VersionId), Vec<(usize, &TextPassage)>> = BTreeMap::new();
    for (at, line) in counted.lines.iter().enumerate() {
        match line.words {
            Words::Text(document, passage) => by_version
                .entry((document, &passage.version))
                .or_default()
                .push((at, passage)),
            Words::Note(id) => {
                let note = material.study.records.notes.get(id);
                if let (Some(spot), Some(note)) = (spots.get_mut(at), note) {
                    spot.start_ms = note.t_ms;
                    if line.quotable {
                        spot.quote.clone_from(&note.text);
                    }
                }
            }
        }
    }
    for ((document, version), lines) in by_version {
        let Some(source) = counted.documents.get(document) else {
            continue;
        };
        let Some(voiced) = material.voiced(source, version) else {
            material.warn(message!(
                "export-warning-quotes",
                document = &source.record.key,
                version = material.version_number(version),
                n = lines.len()
            ));
            continue;
        };
        let positions = CharPositions::new(voiced.text.text());
        for (at, passage) in lines {
            let quotable = counted.lines.get(at).is_some_and(|line| line.quotable);
            if let Some(spot) = spots.get_mut(at) {
                *spot = of_text(&voiced, &positions, passage, quotable);
            }
        }
    }
    spots
}

fn of_text(
    voiced: &Voiced,
    positions: &CharPositions,
    passage: &TextPassage,
    quotable: bool,
) -> Spot {
    let text: &DocumentText = &voiced.text;
    let span = passage.span();
    let begins = text.turn_at(span.start);
    let ends = text.turn_at(span.end.saturating_sub(1).max(span.start));
    let turn = |at: Option<usize>| at.and_then(|at| text.turns().get(at));
    let speaker = begins
        .and_then(|at| voiced.turns.get(at))
        .and_then(|name| name.speaker.clone());
    let mut spot = Spot {
        turn: begins.map(|at| at + 1),
        speaker: speaker.unwrap_or_default(),
        start_ms: text.time_at(span.start),
        end_ms: turn(ends).and_then(|turn| {
            turn.anchors
                .iter()
                .find(|(at, _)| *at >= span.end)
                .map(|(_, ms)| *ms)
                .or(turn.end_ms)
        }),
        chars: Some((positions.of_byte(span.start), positions.of_byte(span.end))),
        ..Spot::default()
    };
    if quotable {
        text.slice(span.clone()).clone_into(&mut spot.quote);
        if let Some(turn) = turn(begins) {
            let from = turn.span.start;
            let before = veiled(text.slice(from..span.start), from, &voiced.hidden);
            last(&before, AROUND).clone_into(&mut spot.before);
        }
        if let Some(turn) = turn(ends) {
            let after = veiled(
                text.slice(span.end..turn.span.end),
                span.end,
                &voiced.hidden,
            );
            first(&after, AROUND).clone_into(&mut spot.after);
        }
    }
    spot
}
