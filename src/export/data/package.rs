//! `datapackage.json`: what the files hold, where the figures come from, and the checksum of each file.

use super::material::Material;
use super::sheet::{Field, Kind, Sheet};
use crate::analysis::{Cell, Table};
use crate::export::Profile;
use serde_json::{Map, Value, json};
use sha2::{Digest, Sha256};
use std::fmt::Write;

/// The name by which an export is known again.
const GENERATOR: &str = "entretien";

/// Whether a `datapackage.json` is of an export of ours: the paths it lists.
pub(in crate::export) fn is_ours(bytes: &[u8]) -> Option<Vec<String>> {
    let package: Value = serde_json::from_slice(bytes).ok()?;
    if package.get("generator")?.as_str()? != GENERATOR {
        return None;
    }
    let paths = package
        .get("resources")?
        .as_array()?
        .iter()
        .filter_map(|resource| resource.get("path")?.as_str().map(str::to_owned))
        .collect();
    Some(paths)
}

/// The file; `resources` are the others, as [`file`] and [`table`] describe them.
pub(super) fn write(
    material: &Material,
    evidence: Option<&Table>,
    resources: Vec<Value>,
) -> Vec<u8> {
    let excel = material.options.profile == Profile::ExcelFr;
    let mut package = json!({
        "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
        "name": "entretien-study",
        "title": material.study.settings().name,
        "generator": GENERATOR,
        "schema": 1,
        // `profile` would be the description of a package's own properties
        "csv_profile": if excel { "excel-fr" } else { "data" },
        "shared": material.options.shared,
        "head": material.options.head,
        "created": material.options.date.map(|date| date.to_string()),
    });
    if let (Some(object), Some(evidence)) = (package.as_object_mut(), evidence) {
        object.insert("rule".into(), material.words.say(&evidence.rule).into());
        object.insert(
            "filters".into(),
            crate::export::json::filters(&evidence.filters),
        );
        for (name, n) in [
            ("n_interviews", evidence.n_interviews),
            ("n_organisations", evidence.n_organisations),
            ("n_withdrawn", evidence.n_withdrawn),
            ("n_reference_excerpts", evidence.n_reference_excerpts),
        ] {
            object.insert(name.into(), n.into());
        }
    }
    if let (Some(object), true) = (package.as_object_mut(), material.options.shared) {
        let n = material.n_unasked();
        let rules = ["export-rule-quotes", "export-rule-unasked"]
            .map(|key| material.words.with(key, &[("n", (n as i64).into())]));
        object.insert("rules".into(), rules.to_vec().into());
        object.insert("n_consent_unknown".into(), n.into());
    }
    if let Some(object) = package.as_object_mut() {
        // a schema says `created` is a time; a study without a journal has none
        object.retain(|_, value| !value.is_null());
        object.insert("resources".into(), resources.into());
    }
    let mut bytes = serde_json::to_vec_pretty(&package).unwrap_or_default();
    bytes.push(b'\n');
    bytes
}

/// `sha256:` and the digest in hexadecimal.
fn hash(bytes: &[u8]) -> String {
    let mut text = String::from("sha256:");
    for byte in Sha256::digest(bytes) {
        let _ = write!(text, "{byte:02x}");
    }
    text
}

/// A resource's name: what stands before the first dot, in small letters that the profile allows.
fn name(path: &str) -> String {
    path.to_lowercase()
        .chars()
        .map(|c| match c {
            'a'..='z' | '0'..='9' | '-' | '_' | '.' | '/' => c,
            _ => '_',
        })
        .collect()
}

/// A file without columns.
pub(super) fn file(path: &str, bytes: &[u8]) -> Value {
    let media = match path.rsplit_once('.').map(|(_, extension)| extension) {
        Some("toml") => "application/toml",
        Some("json") => "application/json",
        _ => "application/octet-stream",
    };
    json!({
        "name": name(path),
        "path": path,
        "mediatype": media,
        "bytes": bytes.len(),
        "hash": hash(bytes),
    })
}

/// A file of columns.
pub(super) fn table(material: &Material, sheet: &Sheet) -> Value {
    let excel = material.options.profile == Profile::ExcelFr;
    let mut fields: Vec<Value> = sheet
        .fields
        .iter()
        .map(|column| {
            let mut field = Map::new();
            field.insert("name".into(), column.name.as_str().into());
            let kind = match column.kind {
                Kind::Text | Kind::Yes | Kind::Words(_) => "string",
                Kind::Integer => "integer",
                Kind::Number => "number",
                Kind::Time => "datetime",
            };
            field.insert("type".into(), kind.into());
            match column.kind {
                Kind::Number if excel => {
                    field.insert("decimalChar".into(), ",".into());
                }
                Kind::Yes => {
                    field.insert("constraints".into(), json!({ "enum": ["yes"] }));
                }
                Kind::Words(words) => {
                    field.insert("constraints".into(), json!({ "enum": words }));
                }
                _ => {}
            }
            if let Some(words) = description(material, sheet, column) {
                field.insert("description".into(), words.into());
            }
            Value::Object(field)
        })
        .collect();
    let escaped = crate::file::csv::ESCAPED;
    if excel && !sheet.fields.iter().any(|field| field.name == escaped) {
        let words = material.words.get("export-field-escaped");
        fields.push(json!({ "name": escaped, "type": "string", "description": words }));
    }
    let mut missing = vec![Value::from("")];
    if material.mask_under() > 1 && sheet.path == "evidence.csv" {
        // those under n, and those that would tell of them
        missing.extend([material.mask_under(), 0].map(|under| Cell::masked(under).into()));
    }
    let foreign: Vec<Value> = sheet
        .foreign
        .iter()
        .map(|(own, resource, theirs)| {
            json!({ "fields": own, "reference": { "resource": resource, "fields": theirs } })
        })
        .collect();
    let mut schema = json!({ "fields": fields, "missingValues": missing });
    if let Some(object) = schema.as_object_mut() {
        // a key whose field may be empty (a total, a coding without scenario) is none by the letter of the schema
        if let [one] = sheet.primary {
            object.insert("primaryKey".into(), (*one).into());
        }
        if !foreign.is_empty() {
            object.insert("foreignKeys".into(), foreign.into());
        }
    }
    let mut dialect = json!({
        "delimiter": if excel { ";" } else { "," },
        "lineTerminator": "\r\n",
        "quoteChar": "\"",
        "doubleQuote": true,
        "header": true,
    });
    if let (true, Some(object)) = (excel, dialect.as_object_mut()) {
        object.insert("formulaGuard".into(), "apostrophe".into());
    }
    json!({
        "name": name(sheet.path.trim_end_matches(".csv")),
        "path": sheet.path,
        "profile": "tabular-data-resource",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": if excel { "utf-8-sig" } else { "utf-8" },
        "bytes": sheet.bytes.len(),
        "hash": hash(&sheet.bytes),
        "rows": sheet.rows,
        "dialect": dialect,
        "schema": schema,
    })
}

/// One sentence on a column: its own, else that of the message `export-field-FILE-COLUMN`, else of `export-field-COLUMN`.
fn description(material: &Material, sheet: &Sheet, column: &Field) -> Option<String> {
    if !column.description.is_empty() {
        return Some(column.description.clone());
    }
    let file = sheet.path.strip_suffix(".csv")?;
    let name = match column.name.split_once('_') {
        Some((stem @ ("debrief" | "label" | "summary" | "statement"), _)) => stem.to_owned(),
        _ => column.name.replace('_', "-"),
    };
    [
        format!("export-field-{file}-{name}"),
        format!("export-field-{name}"),
    ]
    .iter()
    .find(|key| material.words.has(key))
    .map(|key| material.words.get(key))
}
