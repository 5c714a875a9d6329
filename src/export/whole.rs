//! A study as one JSON document: its settings, tables with typed values, texts with their turns. `new --from FILE.json`
//! makes the same study of it (see `import::whole`).
//!
//! ```json
//! {"format": "entretien-study", "schema": 1, "generator": "entretien", "head": "…", "created": "…", "shared": false,
//!  "files": {"study.toml": "…", "guide.toml": "…"},
//!  "tables": {"codebook": {"columns": ["key", …], "rows": [{"key": "A", …}]}, …},
//!  "texts": {"transcripts/E01.E01.v1.turns.json": {"format": "entretien-turns", …}}}
//! ```
//! Cells without anything are left out of a row; numbers are numbers, everything else is text.

use super::data::{Kind, Sheet, pieces};
use super::formats::{Order, WriteError, Written, place_bytes};
use super::losses::Losses;
use crate::file::csv::read_all;
use crate::file::known::WHOLE;
use crate::message;
use serde_json::{Map, Value, json};

/// Writes the document.
pub(super) fn write(order: &Order) -> Result<Written, WriteError> {
    let (mut files, mut texts, mut tables) = (Map::new(), Map::new(), Map::new());
    let (found, sheets, warnings) = pieces(order.study, order.texts, order.options);
    for (path, bytes) in found {
        if path.strip_suffix(".toml").is_some() {
            let text = String::from_utf8_lossy(&bytes).into_owned();
            files.insert(path, text.into());
        } else if path.ends_with(".turns.json") {
            let turns = serde_json::from_slice(&bytes).unwrap_or_default();
            texts.insert(path, turns);
        }
    }
    for sheet in &sheets {
        let name = sheet.path.trim_end_matches(".csv");
        tables.insert(name.to_owned(), table(sheet));
    }
    let document = json!({
        "format": WHOLE,
        "schema": 1,
        "generator": "entretien",
        "head": order.options.head,
        "created": order.options.date.map(|date| date.to_string()),
        "shared": order.options.shared,
        "files": files,
        "tables": tables,
        "texts": texts,
    });
    let mut bytes =
        serde_json::to_vec_pretty(&document).map_err(|error| WriteError::made(order.out, error))?;
    bytes.push(b'\n');
    let sum = place_bytes(&bytes, order)?;
    let mut losses = Losses::default();
    let versions = &order.study.records.versions;
    let originals = versions.values().filter(|one| !one.original.is_empty());
    losses.add_many(
        "original",
        "",
        message!("export-loss-originals"),
        originals.count(),
    );
    Ok(Written {
        warnings,
        losses: Some(losses),
        sums: vec![sum],
        ..Written::default()
    })
}

fn table(sheet: &Sheet) -> Value {
    let text = String::from_utf8_lossy(&sheet.bytes);
    let rows = read_all(&text).0.map_or_else(Vec::new, |read| read.rows);
    let columns: Vec<&str> = sheet
        .fields
        .iter()
        .map(|field| field.name.as_str())
        .collect();
    let rows: Vec<Value> = rows
        .into_iter()
        .map(|row| {
            let cells = sheet.fields.iter().zip(row.cells);
            let cells = cells.filter(|(_, cell)| !cell.is_empty());
            let object: Map<String, Value> = cells
                .map(|(field, cell)| (field.name.clone(), value(field.kind, cell)))
                .collect();
            object.into()
        })
        .collect();
    json!({ "columns": columns, "rows": rows })
}

/// A number where it comes back as it is written, else the words.
fn value(kind: Kind, cell: String) -> Value {
    let is_number = matches!(kind, Kind::Integer | Kind::Number);
    match serde_json::from_str(&cell) {
        Ok(number @ Value::Number(_)) if is_number => {
            let written = number.to_string();
            if written == cell { number } else { cell.into() }
        }
        _ => cell.into(),
    }
}
