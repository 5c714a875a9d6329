//! A codebook alone, `.qdc`.

use super::codes::Codes;
use super::guid::Guids;
use super::ids::Ids;
use super::sheets::{Sheets, cell};
use super::xml::Xml;
use super::{Made, RefiError, origin};
use crate::export::data::ExportOptions;
use crate::export::losses::Losses;
use crate::message;
use crate::study::Study;
use crate::study::document::Texts;
use std::collections::HashMap;

const CODEBOOK: &str = "urn:QDA-XML:codebook:1.0";

/// A codebook, `.qdc`: codes alone.
///
/// # Errors
/// There is no code: the schema wants one.
pub fn codebook(
    study: &Study,
    texts: &dyn Texts,
    options: &ExportOptions,
) -> Result<Made, RefiError> {
    let mut sheets = Sheets::of(study, texts, options);
    let mut losses = Losses::default();
    let ids = Ids::of(study);
    let mut guids = Guids::new(ids.seed.clone());
    let sheet = sheets.take("codebook.csv");
    let codes = Codes::of(&sheet, &mut guids, &|key| ids.code(key));
    if sheet.rows.is_empty() {
        return Err(RefiError::NoCodes);
    }
    let mut xml = Xml::new();
    let origin = origin();
    let root = [("xmlns", CODEBOOK), ("origin", origin.as_str())];
    codes.write(&mut xml, &root, &HashMap::new());
    for column in &sheet.columns {
        let native = ["key", "parent", "definition"].contains(&column.as_str());
        let first_label = sheet.columns.iter().find(|name| name.starts_with("label_"));
        if native || Some(column) == first_label {
            continue;
        }
        let filled = sheet
            .rows
            .iter()
            .map(|row| cell(&sheet, row, column))
            .filter(|value| !value.is_empty());
        let count = match column.as_str() {
            "colour" => filled.filter(|value| !value.starts_with('#')).count(),
            _ => filled.count(),
        };
        let why = if column == "colour" {
            message!("refi-loss-colour")
        } else {
            message!("refi-loss-no-place")
        };
        losses.add_many("column", format!("codebook.csv: {column}"), why, count);
    }
    Ok(Made {
        bytes: xml.finish(),
        losses,
        warnings: Vec::new(),
    })
}
