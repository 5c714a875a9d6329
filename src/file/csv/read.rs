//! Reads a table, or says what is wrong with it and where.

use super::ESCAPED;
use crate::file::guard::unguard;
use std::collections::HashMap;

/// The most columns that are read, as many as a sheet of a workbook has.
const MOST_COLUMNS: usize = 16_384;

/// A table as a file has it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Sheet {
    /// `,` `;` or tab.
    pub delimiter: char,
    /// Names of the columns, trimmed, in order.
    pub columns: Vec<String>,
    /// The rows; each has as many cells as there are columns.
    pub rows: Vec<Row>,
    index: HashMap<String, usize>,
    moments_in_utc: bool,
}

/// One row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// Line of the file on which the row begins, from 1.
    pub line: usize,
    /// The cells, unguarded where the row says that they are guarded.
    pub cells: Vec<String>,
}

/// Why a file is no table.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum CsvError {
    /// Not even a header.
    #[error("the file is empty; a header line was expected")]
    Empty,
    /// A column without a name, or two with one.
    #[error("line {line}: column {column} of the header {what}")]
    Header {
        /// Line of the header.
        line: usize,
        /// Number of the column, from 1.
        column: usize,
        /// What is wrong with it.
        what: String,
    },
    /// A row with more or fewer cells than the header.
    #[error("line {line}: {found} cells, the header has {expected}")]
    Cells {
        /// Line on which the row begins.
        line: usize,
        /// Cells of the row.
        found: usize,
        /// Cells of the header.
        expected: usize,
    },
    /// A quoted cell that goes on to the end of the file.
    #[error("line {line}: a quotation mark is opened and never closed")]
    OpenQuote {
        /// Line of the quotation mark.
        line: usize,
    },
}

impl CsvError {
    /// The line the error is about, 1 where the whole file is meant.
    pub fn line(&self) -> usize {
        match self {
            Self::Empty => 1,
            Self::Header { line, .. } | Self::Cells { line, .. } | Self::OpenQuote { line } => {
                *line
            }
        }
    }
}

impl Sheet {
    /// The same table, whose moments are in UTC though they do not say so, as a workbook's.
    #[must_use]
    pub fn with_moments_in_utc(mut self) -> Self {
        self.moments_in_utc = true;
        self
    }

    /// Whether moments without a zone are in UTC.
    pub fn has_moments_in_utc(&self) -> bool {
        self.moments_in_utc
    }

    /// Where a column stands.
    pub fn column(&self, name: &str) -> Option<usize> {
        self.index.get(name).copied()
    }

    /// Whether there is a column of this name.
    pub fn has(&self, name: &str) -> bool {
        self.index.contains_key(name)
    }

    /// A cell by its column's name; `None` where the file has no such column.
    pub fn cell<'a>(&self, row: &'a Row, name: &str) -> Option<&'a str> {
        row.cells.get(self.column(name)?).map(String::as_str)
    }
}

/// Reads a table, all of it or nothing; `text` is decoded, its lines ended by LF (`encoding::decode`).
pub fn read(text: &str) -> Result<Sheet, CsvError> {
    let (sheet, mut errors) = read_all(text);
    if errors.is_empty() {
        sheet.ok_or(CsvError::Empty)
    } else {
        Err(errors.swap_remove(0))
    }
}

/// Reads a table with all its faults: the rows that are right, and an error for each that is not. Without a usable
/// header there is no sheet.
pub fn read_all(text: &str) -> (Option<Sheet>, Vec<CsvError>) {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let header_line = text
        .lines()
        .find(|line| !line.trim().is_empty())
        .unwrap_or("");
    let delimiter = find_delimiter(header_line);
    let mut records = Records {
        rest: text,
        line: 1,
        delimiter,
    };
    let (line, columns) = match records.next() {
        None => return (None, vec![CsvError::Empty]),
        Some(Err(error)) => return (None, vec![error]),
        Some(Ok(Row { line, cells })) => (line, cells),
    };
    let (sheet, errors) = of_rows(line, &columns, records);
    let sheet = sheet.map(|sheet| Sheet { delimiter, ..sheet });
    (sheet, errors)
}

/// A table of rows that were told apart already: the names of its columns, which stand in `line`, and its rows.
pub fn of_rows(
    line: usize,
    columns: &[String],
    records: impl Iterator<Item = Result<Row, CsvError>>,
) -> (Option<Sheet>, Vec<CsvError>) {
    let mut errors = Vec::new();
    let columns: Vec<String> = columns.iter().map(|name| name.trim().to_owned()).collect();
    let mut index = HashMap::new();
    for (at, name) in columns.iter().enumerate() {
        let what = if at == MOST_COLUMNS {
            Some(format!("is one too many: at most {MOST_COLUMNS} are read"))
        } else if name.is_empty() {
            Some("has no name".to_owned())
        } else if index.insert(name.clone(), at).is_some() {
            Some(format!("is called {name:?} like another one"))
        } else {
            None
        };
        if let Some(what) = what {
            errors.push(CsvError::Header {
                line,
                column: at + 1,
                what,
            });
        }
    }
    if !errors.is_empty() {
        return (None, errors);
    }
    let mut sheet = Sheet {
        delimiter: ',',
        columns,
        rows: Vec::new(),
        index,
        moments_in_utc: false,
    };
    let escaped = sheet.column(ESCAPED);
    for record in records {
        match record {
            Ok(row) if row.cells.len() != sheet.columns.len() => errors.push(CsvError::Cells {
                line: row.line,
                found: row.cells.len(),
                expected: sheet.columns.len(),
            }),
            Ok(mut row) => {
                if let Some(escaped) = escaped {
                    unguard_row(&sheet, &mut row, escaped);
                }
                sheet.rows.push(row);
            }
            Err(error) => errors.push(error),
        }
    }
    (Some(sheet), errors)
}

/// Takes the guard off the cells that the row names.
fn unguard_row(sheet: &Sheet, row: &mut Row, escaped: usize) {
    let named: Vec<usize> = row
        .cells
        .get(escaped)
        .map(|names| {
            names
                .split(',')
                .filter_map(|name| sheet.column(name.trim()))
                .collect()
        })
        .unwrap_or_default();
    for at in named {
        if let Some(cell) = row.cells.get_mut(at) {
            *cell = unguard(cell).to_owned();
        }
    }
}

/// The delimiter of the header line: the one of `,` `;` tab that stands in it most often, outside quotes.
fn find_delimiter(header: &str) -> char {
    let mut quoted = false;
    let (mut commas, mut semicolons, mut tabs) = (0, 0, 0);
    for c in header.chars() {
        match c {
            '"' => quoted = !quoted,
            ',' if !quoted => commas += 1,
            ';' if !quoted => semicolons += 1,
            '\t' if !quoted => tabs += 1,
            _ => {}
        }
    }
    if tabs > commas && tabs > semicolons {
        '\t'
    } else if semicolons > commas {
        ';'
    } else {
        ','
    }
}

struct Records<'a> {
    rest: &'a str,
    line: usize,
    delimiter: char,
}

impl Iterator for Records<'_> {
    type Item = Result<Row, CsvError>;

    fn next(&mut self) -> Option<Self::Item> {
        // lines without anything are no rows
        while let Some(after) = self
            .rest
            .strip_prefix('\n')
            .or_else(|| self.rest.strip_prefix("\r\n"))
        {
            self.rest = after;
            self.line += 1;
        }
        if self.rest.is_empty() {
            return None;
        }
        let line = self.line;
        let mut cells = Vec::new();
        loop {
            let mut cell = String::new();
            if let Some(quoted) = self.rest.strip_prefix('"') {
                let opened = self.line;
                self.rest = quoted;
                loop {
                    let Some(at) = self.rest.find('"') else {
                        self.rest = "";
                        return Some(Err(CsvError::OpenQuote { line: opened }));
                    };
                    let (inside, after) = self.rest.split_at(at);
                    cell.push_str(inside);
                    self.line += inside.matches('\n').count();
                    let after = after.strip_prefix('"').unwrap_or(after);
                    if let Some(more) = after.strip_prefix('"') {
                        cell.push('"');
                        self.rest = more;
                    } else {
                        self.rest = after;
                        break;
                    }
                }
            }
            let end = self
                .rest
                .find([self.delimiter, '\n'])
                .unwrap_or(self.rest.len());
            let (plain, after) = self.rest.split_at(end);
            let ends_row = !after.starts_with(self.delimiter);
            cell.push_str(if ends_row {
                plain.strip_suffix('\r').unwrap_or(plain)
            } else {
                plain
            });
            // one more than are read is enough to know it
            if cells.len() <= MOST_COLUMNS {
                cells.push(cell);
            }
            let mut after = after.chars();
            if after.next() == Some('\n') {
                self.line += 1;
            }
            self.rest = after.as_str();
            if ends_row {
                return Some(Ok(Row { line, cells }));
            }
        }
    }
}
