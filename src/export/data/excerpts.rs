//! `excerpts.csv`: one row a coding and a scenario, with all that leads back from it.

use super::material::{Material, person_key};
use super::participants::{attribute, column, role};
use super::sheet::{Field, Kind, Sheet, SheetWriter, field, fields, time, whole, words};
use super::spot::{Spot, spots};
use crate::analysis::counted::{Line, Standing, Who, Words};
use crate::analysis::people::ROLE;
use crate::file::csv::Cell;
use crate::study::id::{AttributeId, ScenarioId};
use crate::study::people::INTERVIEWER;
use crate::study::settings::Attribute;
use crate::study::word::{Origin, Polarity};
use std::collections::{BTreeSet, HashMap};

const BEFORE: &[&str] = &[
    "coding_id",
    "study",
    "scenario",
    "polarity",
    "strength",
    "code",
    "code_label",
    "code_path",
    "interview",
    "organisation",
    "participant",
    "role",
];
const AFTER: &[&str] = &[
    "document",
    "version",
    "note_id",
    "turn",
    "speaker",
    "t_start_ms",
    "t_end_ms",
    "char_start",
    "char_end",
    "quote",
    "context_before",
    "context_after",
    "kind",
    "question",
    "coder",
    "coded_at",
    "memo",
    "starred",
    "counted",
    "origin",
    "escaped",
];

const POLARITIES: &[&str] = &[
    Polarity::Supports.as_str(),
    Polarity::Contradicts.as_str(),
    Polarity::Mixed.as_str(),
    Polarity::Neutral.as_str(),
];
const STANDINGS: &[&str] = &[
    Standing::Counted.as_str(),
    Standing::Interviewer.as_str(),
    Standing::Superseded.as_str(),
    Standing::Reference.as_str(),
];
const ORIGINS: &[&str] = &[
    Origin::Hand.as_str(),
    Origin::Suggested.as_str(),
    Origin::Auto.as_str(),
    Origin::Settled.as_str(),
];

pub(super) fn write(material: &mut Material) -> Sheet {
    let spots = spots(material);
    let material = &*material;
    let counted = material.counted;
    let attributes: Vec<(&AttributeId, &Attribute)> = material
        .study
        .attributes()
        .into_iter()
        .filter(|(_, attribute)| attribute.key != ROLE)
        .collect();
    let mut sheet = SheetWriter::new(
        material.options.profile,
        "excerpts.csv",
        columns(material, &attributes),
    );
    let mut rows: Vec<(usize, usize, Option<Polarity>)> = Vec::new();
    let places: HashMap<&ScenarioId, usize> = counted
        .scenarios
        .iter()
        .enumerate()
        .map(|(at, (id, _))| (*id, at))
        .collect();
    for (at, line) in counted.lines.iter().enumerate() {
        let before = rows.len();
        for (scenario, polarity) in &line.coding.polarities {
            if let Some(place) = places.get(scenario) {
                rows.push((*place, at, Some(*polarity)));
            }
        }
        if rows.len() == before {
            rows.push((usize::MAX, at, None));
        }
    }
    let keys = sort_keys(material, &spots);
    rows.sort_unstable_by(|a, b| {
        let (one, other) = (counted.lines.get(a.1), counted.lines.get(b.1));
        a.0.cmp(&b.0)
            .then_with(|| keys.get(a.1).cmp(&keys.get(b.1)))
            .then_with(|| {
                let last = |line: Option<&Line>| line.map(|line| line.id.to_string());
                last(one).cmp(&last(other))
            })
    });
    let study = &material.study.settings().name;
    let codes = codes(material);
    let ranked = has_ranks(material);
    let mut speakers: HashMap<(Option<usize>, Who), Vec<Cell>> = HashMap::new();
    for (scenario, at, polarity) in rows {
        let (Some(line), Some(spot)) = (counted.lines.get(at), spots.get(at)) else {
            continue;
        };
        let scenario = counted
            .scenarios
            .get(scenario)
            .map_or("", |(id, scenario)| counted.keys.scenario(id, scenario));
        let (key, label, path) = codes
            .get(line.code)
            .map_or(("", "", ""), |code| (&code.0, &code.1, &code.2));
        let mut cells: Vec<Cell> = Vec::with_capacity(64);
        cells.extend([
            Cell::text(line.id.to_string()),
            words(study),
            words(scenario),
            words(polarity.map_or("", Polarity::as_str)),
            whole(line.coding.strength),
            words(key),
            words(label),
            words(path),
        ]);
        let who = (line.interview, line.who);
        let own = speakers
            .entry(who)
            .or_insert_with(|| speaker(material, line, &attributes));
        cells.extend(own.iter().map(borrowed));
        place(material, line, spot, &mut cells);
        cells.extend([
            words(&line.coding.coder),
            time(line.coding.coded_at),
            // what was written on words that may not be quoted may quote them
            words(if material.options.shared && !line.quotable {
                ""
            } else {
                &line.coding.memo
            }),
            words(if line.coding.starred { "yes" } else { "" }),
            words(line.standing.as_str()),
            words(line.coding.origin.as_str()),
            words(refusal(line)),
        ]);
        if ranked {
            cells.push(whole(line.coding.rank));
        }
        sheet.row(&cells);
    }
    sheet.finish(
        &["coding_id", "scenario"],
        vec![
            (&["scenario"], "scenarios", &["scenario"]),
            (&["code"], "codebook", &["key"]),
            (&["interview"], "sessions", &["interview"]),
            (&["note_id"], "notes", &["note_id"]),
        ],
    )
}

/// Whether quotes were picked by hand: their order has a column then.
fn has_ranks(material: &Material) -> bool {
    let mut codings = material.study.records.codings.values();
    codings.any(|coding| coding.rank.is_some())
}

fn columns(material: &Material, attributes: &[(&AttributeId, &Attribute)]) -> Vec<Field> {
    let mut columns = fields(Kind::Text, BEFORE);
    for (_, attribute) in attributes {
        let taken =
            BEFORE.contains(&attribute.key.as_str()) || AFTER.contains(&attribute.key.as_str());
        let name = if taken {
            format!("attribute_{}", attribute.key)
        } else {
            attribute.key.clone()
        };
        columns.push(column(material, &name, attribute));
    }
    columns.extend(fields(Kind::Text, AFTER));
    if has_ranks(material) {
        columns.push(field("rank", Kind::Integer));
    }
    for column in &mut columns {
        column.kind = match column.name.as_str() {
            "strength" | "version" | "turn" | "t_start_ms" | "t_end_ms" | "char_start"
            | "char_end" => Kind::Integer,
            "coded_at" => Kind::Time,
            "starred" => Kind::Yes,
            "polarity" => Kind::Words(POLARITIES),
            "counted" => Kind::Words(STANDINGS),
            "origin" => Kind::Words(ORIGINS),
            _ => column.kind,
        };
    }
    columns
}

/// Key, label and path of each code.
fn codes(material: &Material) -> Vec<(String, String, String)> {
    material
        .counted
        .codes
        .iter()
        .map(|(id, code)| {
            (
                material.counted.keys.code(id, code).to_owned(),
                material.label(&code.labels).to_owned(),
                material.study.code_path(id),
            )
        })
        .collect()
}

/// Interview, document, span, code, coder.
type SortKey = (usize, usize, Option<(usize, usize)>, usize, usize);

/// What the rows of each line are sorted by: numbers as numbers, text by bytes.
fn sort_keys(material: &Material, spots: &[Spot]) -> Vec<SortKey> {
    let counted = material.counted;
    let mut codes: Vec<(&str, usize)> = counted
        .codes
        .iter()
        .enumerate()
        .map(|(at, (id, code))| (counted.keys.code(id, code), at))
        .collect();
    codes.sort_unstable();
    let mut code_ranks = vec![0; codes.len()];
    for (rank, (_, at)) in codes.into_iter().enumerate() {
        if let Some(slot) = code_ranks.get_mut(at) {
            *slot = rank;
        }
    }
    let coders: BTreeSet<&str> = counted
        .lines
        .iter()
        .map(|line| line.coding.coder.as_str())
        .collect();
    let coders: Vec<&str> = coders.into_iter().collect();
    counted
        .lines
        .iter()
        .zip(spots)
        .map(|(line, spot)| {
            // interviews and documents are in the order of their keys; what is in none comes first
            let document = match line.words {
                Words::Text(at, _) => at + 1,
                Words::Note(_) => 0,
            };
            (
                line.interview.map_or(0, |at| at + 1),
                document,
                spot.chars,
                code_ranks.get(line.code).copied().unwrap_or(0),
                coders.partition_point(|coder| *coder < line.coding.coder.as_str()),
            )
        })
        .collect()
}

/// The same cell without a copy of its words.
fn borrowed<'a>(cell: &'a Cell<'_>) -> Cell<'a> {
    match cell {
        Cell::Text(text) => Cell::text(text.as_ref()),
        Cell::Empty => Cell::Empty,
        Cell::Int(n) => Cell::Int(*n),
        Cell::Number(n) => Cell::Number(*n),
    }
}

/// Interview, organisation, participant, role, attributes.
fn speaker(
    material: &Material,
    line: &Line,
    attributes: &[(&AttributeId, &Attribute)],
) -> Vec<Cell<'static>> {
    let interview = material.interview(line.interview);
    let person = material.counted.speaker_of(line);
    let participant = interview.and_then(|interview| person_key(interview, line.who));
    let role = match line.who {
        Who::Interviewer(_) => INTERVIEWER.to_owned(),
        _ => person.map_or_else(String::new, |person| role(material, person)),
    };
    let mut cells: Vec<Cell<'static>> = [
        interview.map_or("", |interview| interview.key),
        person.map_or("", |person| material.organisation(person)),
        participant.unwrap_or(""),
        &role,
    ]
    .map(|text| Cell::text(text.to_owned()))
    .into();
    cells.extend(
        attributes
            .iter()
            .map(|(id, _)| person.map_or(Cell::Empty, |person| attribute(material, person, id))),
    );
    cells
}

/// Document, version, note, turn, speaker, times, positions, words, kind, question.
fn place<'a>(material: &'a Material, line: &'a Line, spot: &'a Spot, cells: &mut Vec<Cell<'a>>) {
    let (mut document, mut version, mut note) = (Cell::Empty, Cell::Empty, None);
    match line.words {
        Words::Text(at, passage) => {
            let source = material.counted.documents.get(at);
            document = words(source.map_or("", |source| &source.record.key));
            version = whole(Some(material.version_number(&passage.version)));
        }
        Words::Note(id) => note = material.study.records.notes.get_key_value(id),
    }
    cells.extend([
        document,
        version,
        note.map_or(Cell::Empty, |(id, _)| Cell::text(id.to_string())),
        whole(spot.turn),
        words(&spot.speaker),
        whole(spot.start_ms),
        whole(spot.end_ms),
        whole(spot.chars.map(|(start, _)| start)),
        whole(spot.chars.map(|(_, end)| end)),
        words(&spot.quote),
        words(&spot.before),
        words(&spot.after),
        words(note.map_or("", |(_, note)| note.kind.as_str())),
        words(note.map_or("", |(_, note)| &note.question)),
    ]);
}

/// Why a line's words do not stand here.
fn refusal(line: &Line) -> &'static str {
    match (line.quotable, line.unasked) {
        (true, _) => "",
        (false, true) => "consent-unknown",
        (false, false) => "no-quote",
    }
}
