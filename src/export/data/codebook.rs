//! `codebook.csv`: one row a code, as the codebook shows them; merged codes are the code they became.

use super::material::Material;
use super::sheet::{Field, Kind, Sheet, SheetWriter, field, fields, whole, words};
use crate::file::csv::Cell;

pub(super) fn write(material: &Material) -> Sheet {
    let mut columns: Vec<Field> = fields(Kind::Text, &["key", "parent"]);
    columns.extend(
        material
            .languages
            .iter()
            .map(|language| field(&format!("label_{language}"), Kind::Text)),
    );
    columns.extend(fields(
        Kind::Text,
        &["definition", "include", "exclude", "example", "colour"],
    ));
    columns.push(field("slot", Kind::Integer));
    let mut sheet = SheetWriter::new(material.options.profile, "codebook.csv", columns);
    for (id, code) in &material.counted.codes {
        let parent = code
            .parent
            .as_ref()
            .and_then(|parent| material.code_key(parent))
            .filter(|parent| *parent != material.counted.keys.code(id, code));
        let mut row = vec![
            words(material.counted.keys.code(id, code)),
            words(parent.unwrap_or("")),
        ];
        row.extend(
            material
                .languages
                .iter()
                .map(|language| words(code.labels.get(language).map_or("", String::as_str))),
        );
        row.extend(
            [
                &code.definition,
                &code.include,
                &code.exclude,
                &code.example,
                &code.colour,
            ]
            .map(|text| words(text)),
        );
        row.push(whole(code.slot));
        let row: Vec<Cell> = row;
        sheet.row(&row);
    }
    sheet.finish(&["key"], vec![(&["parent"], "", &["key"])])
}
