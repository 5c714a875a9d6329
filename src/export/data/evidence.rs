//! `evidence.csv`: the table `evidence`, derived.

use super::material::Material;
use super::sheet::{Field, Kind, Sheet};
use crate::analysis::{ColumnType, Context, Counted, Options, Table, run_on};

/// The table; empty only if there were none of that name.
pub(super) fn table(counted: &Counted, context: &Context, options: &Options) -> Option<Table> {
    run_on("evidence", counted, context, options).ok()
}

pub(super) fn write(material: &Material, table: Option<&Table>) -> Sheet {
    let fields = table
        .into_iter()
        .flat_map(|table| &table.columns)
        .map(|column| Field {
            name: column.key.clone(),
            kind: match column.kind {
                ColumnType::Text => Kind::Text,
                ColumnType::Integer => Kind::Integer,
                ColumnType::Number => Kind::Number,
            },
            description: material.words.say(&column.description),
        })
        .collect();
    Sheet {
        path: "evidence.csv".to_owned(),
        fields,
        primary: &["scenario", "code"],
        foreign: vec![
            (&["scenario"], "scenarios", &["scenario"]),
            (&["code"], "codebook", &["key"]),
        ],
        rows: table.map_or(0, |table| table.rows.len()),
        bytes: table
            .map(|table| crate::export::csv(table, material.options.profile))
            .unwrap_or_default(),
    }
}
