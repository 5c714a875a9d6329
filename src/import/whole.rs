//! A study written as one JSON document, read as the files of a study folder.

use super::folder::FolderFile;
use crate::file::csv::{Cell, Profile, Writer};
use crate::file::known::WHOLE;
use serde::Deserialize;
use serde_json::{Map, Value};
use std::collections::BTreeMap;

#[derive(Deserialize)]
struct Document {
    format: String,
    schema: u64,
    #[serde(default)]
    files: BTreeMap<String, String>,
    #[serde(default)]
    tables: BTreeMap<String, Rows>,
    #[serde(default)]
    texts: BTreeMap<String, Value>,
}

#[derive(Deserialize)]
struct Rows {
    columns: Vec<String>,
    rows: Vec<Map<String, Value>>,
}

/// The files that the document holds, each under the path it has in a study folder; `Err` says what is wrong with it.
/// Paths are names of what is read: nothing is written where they point.
pub(super) fn files(bytes: &[u8]) -> Result<Vec<FolderFile>, String> {
    let document: Document = serde_json::from_slice(bytes).map_err(|error| error.to_string())?;
    if document.format != WHOLE {
        return Err(format!(
            "\"format\" is {:?}, not {WHOLE:?}",
            document.format
        ));
    }
    if document.schema != 1 {
        return Err(format!("\"schema\" is {}; 1 is read", document.schema));
    }
    let mut files = Vec::new();
    for (path, text) in document.files {
        files.push(FolderFile {
            path,
            bytes: text.into_bytes(),
        });
    }
    for (name, table) in document.tables {
        files.push(FolderFile {
            bytes: table
                .csv()
                .map_err(|why| format!("tables, {name}: {why}"))?,
            path: format!("{name}.csv"),
        });
    }
    for (path, turns) in document.texts {
        files.push(FolderFile {
            path,
            bytes: turns.to_string().into_bytes(),
        });
    }
    Ok(files)
}

impl Rows {
    fn csv(self) -> Result<Vec<u8>, String> {
        let mut writer = Writer::new(Profile::Data, &self.columns);
        for (at, row) in self.rows.into_iter().enumerate() {
            let line = at + 1;
            if let Some(name) = row.keys().find(|name| !self.columns.contains(name)) {
                return Err(format!("row {line}: {name:?} is no column"));
            }
            let cells: Vec<Cell> = self
                .columns
                .iter()
                .map(|name| match row.get(name) {
                    None | Some(Value::Null) => Ok(Cell::Empty),
                    Some(Value::String(text)) => Ok(Cell::text(text.as_str())),
                    Some(number @ Value::Number(_)) => Ok(Cell::text(number.to_string())),
                    Some(_) => Err(format!(
                        "row {line}, {name:?}: text or a number was expected"
                    )),
                })
                .collect::<Result<_, _>>()?;
            writer.row(&cells);
        }
        Ok(writer.finish())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tables_become_files_and_faults_are_named() {
        let read = |text: &str| files(text.as_bytes());
        let good = r#"{"format":"entretien-study","schema":1,"more":[],"files":{"study.toml":"schema = 1"},
            "tables":{"codebook":{"columns":["key","slot"],"rows":[{"key":"a,b","slot":3},{"key":"c"}]}},
            "texts":{"transcripts/a.turns.json":{"turns":[]}}}"#;
        let found = read(good).unwrap();
        let paths: Vec<&str> = found.iter().map(|file| file.path.as_str()).collect();
        assert_eq!(
            paths,
            ["study.toml", "codebook.csv", "transcripts/a.turns.json"]
        );
        assert_eq!(found[1].bytes, b"key,slot\r\n\"a,b\",3\r\nc,\r\n");
        for (text, said) in [
            ("{", "line 1"),
            (r#"{"format":"x","schema":1}"#, "\"x\""),
            (r#"{"format":"entretien-study","schema":2}"#, "2"),
            (
                r#"{"format":"entretien-study","schema":1,"tables":{"t":{"columns":["a"],"rows":[{"b":1}]}}}"#,
                "\"b\" is no column",
            ),
            (
                r#"{"format":"entretien-study","schema":1,"tables":{"t":{"columns":["a"],"rows":[{"a":[]}]}}}"#,
                "row 1",
            ),
        ] {
            let error = read(text).unwrap_err();
            assert!(error.contains(said), "{text}: {error}");
        }
    }
}
