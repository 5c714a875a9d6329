//! A table as JSON: head, columns, and one object a row with the ids of its passages.

use crate::analysis::{Cell, Filters, Table};
use crate::i18n::Words;
use crate::study::id::AnswerId;
use serde_json::{Map, Value, json};

/// The table as JSON text that ends in a line feed.
pub fn json(table: &Table, words: Words) -> String {
    let mut text = serde_json::to_string_pretty(&json_value(table, words)).unwrap_or_default();
    text.push('\n');
    text
}

/// The table as a JSON value; keys in the order of the contract, an empty cell `null`, a hidden one `"<n"`.
pub fn json_value(table: &Table, words: Words) -> Value {
    let columns: Vec<Value> = table
        .columns
        .iter()
        .map(|column| {
            json!({
                "key": column.key,
                "label": column.label.say(words),
                "type": column.kind.as_str(),
                "unit": column.unit,
                "description": words.say(&column.description),
            })
        })
        .collect();
    let rows: Vec<Value> = table
        .rows
        .iter()
        .enumerate()
        .map(|(at, row)| {
            let mut object: Map<String, Value> = table
                .columns
                .iter()
                .zip(&row.cells)
                .map(|(column, value)| (column.key.clone(), cell(value)))
                .collect();
            let passages = row.passages.iter().map(|id| Value::from(id.to_string()));
            object.insert("passages".to_owned(), passages.collect());
            if let Some(behind) = table.answers.get(at) {
                let ids = |ids: &[AnswerId]| -> Value {
                    ids.iter().map(|id| Value::from(id.to_string())).collect()
                };
                object.insert("answers".to_owned(), ids(&behind.row));
                let cells = behind.cells.iter().filter_map(|(at, own)| {
                    let column = table.columns.get(*at)?;
                    Some((column.key.clone(), ids(own)))
                });
                object.insert(
                    "answers_of_cells".to_owned(),
                    Value::Object(cells.collect()),
                );
            }
            Value::Object(object)
        })
        .collect();
    json!({
        "name": table.name,
        "rule": words.say(&table.rule),
        "filters": filters(&table.filters),
        "date": table.date.map(|date| date.to_string()),
        "n_interviews": table.n_interviews,
        "n_organisations": table.n_organisations,
        "n_withdrawn": table.n_withdrawn,
        "n_reference_excerpts": table.n_reference_excerpts,
        "head": table.head,
        "columns": columns,
        "rows": rows,
    })
}

/// What was left out on demand.
pub(super) fn filters(filters: &Filters) -> Value {
    let mut object = Map::new();
    for (name, value) in filters.pairs() {
        match (name, object.get_mut(name)) {
            ("where", Some(Value::Array(list))) => list.push(value.into()),
            ("where", _) => {
                object.insert(name.to_owned(), json!([value]));
            }
            _ => {
                object.insert(name.to_owned(), value.into());
            }
        }
    }
    Value::Object(object)
}

fn cell(cell: &Cell) -> Value {
    match cell {
        Cell::Empty => Value::Null,
        Cell::Text(text) => Value::from(text.as_str()),
        Cell::Integer(n) => Value::from(*n),
        Cell::Number(n) => Value::from(*n),
        Cell::Share(share) => Value::from(share.text()),
        Cell::Masked(under) => Value::from(Cell::masked(*under)),
        Cell::Said(message) => Value::from(Cell::data_words(message)),
    }
}
