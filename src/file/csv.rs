//! The CSV dialect: read with `,` `;` or tab found from the header, written in the two profiles `data` and `excel-fr`.

use super::guard::{guard, needs_guard, unguard};
use csv::{QuoteStyle, Terminator, WriterBuilder};
use std::borrow::Cow;
use std::collections::HashMap;

/// The column that names, in a row, the columns whose cells are guarded.
pub const ESCAPED: &str = "escaped";

/// A table as a file has it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sheet {
    /// `,` `;` or tab.
    pub delimiter: char,
    /// Names of the columns, trimmed, in order.
    pub columns: Vec<String>,
    /// The rows; each has as many cells as there are columns.
    pub rows: Vec<Row>,
    index: HashMap<String, usize>,
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
    let mut errors = Vec::new();
    let (line, columns) = match records.next() {
        None => return (None, vec![CsvError::Empty]),
        Some(Err(error)) => return (None, vec![error]),
        Some(Ok(Row { line, cells })) => (line, cells),
    };
    let columns: Vec<String> = columns.iter().map(|name| name.trim().to_owned()).collect();
    let mut index = HashMap::new();
    for (at, name) in columns.iter().enumerate() {
        let what = if name.is_empty() {
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
        delimiter,
        columns,
        rows: Vec::new(),
        index,
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
            cells.push(cell);
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

/// How a table is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Profile {
    /// UTF-8, `,`, CRLF, decimal point, cells as they are: for programs.
    #[default]
    Data,
    /// UTF-8 with a byte order mark, `;`, CRLF, decimal comma, formulas guarded and named in a column `escaped`: for Excel in French.
    ExcelFr,
}

/// One cell to be written.
#[derive(Debug, Clone, PartialEq)]
pub enum Cell<'a> {
    /// Nothing.
    Empty,
    /// Words; guarded in `excel-fr`.
    Text(Cow<'a, str>),
    /// A whole number.
    Int(i64),
    /// A number; decimal comma in `excel-fr`, empty where it is not finite.
    Number(f64),
}

impl<'a> Cell<'a> {
    /// Words, or nothing.
    pub fn text(words: impl Into<Cow<'a, str>>) -> Self {
        Self::Text(words.into())
    }
}

/// Writes a table in a profile, to memory.
pub struct Writer {
    profile: Profile,
    columns: Vec<String>,
    inner: csv::Writer<Vec<u8>>,
    /// Where the column `escaped` stands, when the table has one of its own.
    escaped: Option<usize>,
}

impl Writer {
    /// Writes the header. In `excel-fr` a last column `escaped` is added where the table has none.
    pub fn new<S: AsRef<str>>(profile: Profile, columns: &[S]) -> Self {
        let columns: Vec<String> = columns
            .iter()
            .map(|name| name.as_ref().to_owned())
            .collect();
        let start = match profile {
            Profile::Data => Vec::new(),
            Profile::ExcelFr => b"\xef\xbb\xbf".to_vec(),
        };
        let inner = WriterBuilder::new()
            .delimiter(if profile == Profile::Data { b',' } else { b';' })
            .terminator(Terminator::CRLF)
            .quote_style(QuoteStyle::Necessary)
            .flexible(true)
            .from_writer(start);
        let escaped = columns.iter().position(|name| name == ESCAPED);
        let mut writer = Self {
            profile,
            columns,
            inner,
            escaped,
        };
        let mut header = writer.columns.clone();
        if profile == Profile::ExcelFr && escaped.is_none() {
            header.push(ESCAPED.to_owned());
        }
        write_record(&mut writer.inner, header.iter().map(String::as_bytes));
        writer
    }

    /// Writes one row; cells that are missing are empty, those past the last column are left out.
    pub fn row(&mut self, cells: &[Cell]) {
        let mut guarded = Vec::new();
        let mut record: Vec<Cow<str>> = Vec::with_capacity(self.columns.len() + 1);
        for (at, name) in self.columns.iter().enumerate() {
            record.push(match cells.get(at).unwrap_or(&Cell::Empty) {
                Cell::Empty => Cow::Borrowed(""),
                Cell::Int(value) => Cow::Owned(value.to_string()),
                Cell::Number(value) if !value.is_finite() => Cow::Borrowed(""),
                Cell::Number(value) if self.profile == Profile::ExcelFr => {
                    Cow::Owned(value.to_string().replace('.', ","))
                }
                Cell::Number(value) => Cow::Owned(value.to_string()),
                Cell::Text(text)
                    if self.profile == Profile::ExcelFr
                        && Some(at) != self.escaped
                        && needs_guard(text) =>
                {
                    guarded.push(name.as_str());
                    guard(text)
                }
                Cell::Text(text) => Cow::Borrowed(text.as_ref()),
            });
        }
        if self.profile == Profile::ExcelFr {
            let names = guarded.join(",");
            match self.escaped {
                None => record.push(Cow::Owned(names)),
                Some(at) => {
                    if let Some(cell) = record.get_mut(at).filter(|_| !names.is_empty()) {
                        let cell = cell.to_mut();
                        if !cell.is_empty() {
                            cell.push(',');
                        }
                        cell.push_str(&names);
                    }
                }
            }
        }
        write_record(&mut self.inner, record.iter().map(|cell| cell.as_bytes()));
    }

    /// The file's bytes.
    pub fn finish(self) -> Vec<u8> {
        // memory does not fail to take bytes
        self.inner.into_inner().unwrap_or_default()
    }
}

fn write_record<'c>(inner: &mut csv::Writer<Vec<u8>>, cells: impl Iterator<Item = &'c [u8]>) {
    let written = inner.write_record(cells);
    debug_assert!(written.is_ok(), "memory takes any record");
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn cells(text: &str) -> Vec<Vec<String>> {
        read(text)
            .unwrap()
            .rows
            .into_iter()
            .map(|row| row.cells)
            .collect()
    }

    #[test]
    fn each_dialect_is_found_from_the_header() {
        for (text, delimiter) in [
            ("a,b\n1,2\n", ','),
            ("\u{feff}a;b\n1;2", ';'),
            ("a\tb\n1\t2\n", '\t'),
            ("\"a;x\",b\n1,2", ','),
        ] {
            let sheet = read(text).unwrap();
            assert_eq!(sheet.delimiter, delimiter);
            assert_eq!(sheet.cell(&sheet.rows[0], "b"), Some("2"));
        }
    }

    #[test]
    fn rows_keep_their_line_and_their_line_feeds() {
        let sheet = read("\nk,t\n\na,\"x\ny \"\"z\"\"\"\n\nb,\n").unwrap();
        assert_eq!(sheet.columns, ["k", "t"]);
        let rows: Vec<_> = sheet
            .rows
            .iter()
            .map(|row| (row.line, row.cells[1].as_str()))
            .collect();
        assert_eq!(rows, [(4, "x\ny \"z\""), (7, "")]);
        assert_eq!(cells("a,b\r\n1,2\r\n"), [["1", "2"]]);
    }

    #[test]
    fn faults_name_their_line() {
        assert_eq!(
            read("\n \n").unwrap_err(),
            CsvError::Header {
                line: 2,
                column: 1,
                what: "has no name".to_owned()
            }
        );
        assert_eq!(read("").unwrap_err(), CsvError::Empty);
        assert_eq!(
            read("a,b\n1\n").unwrap_err(),
            CsvError::Cells {
                line: 2,
                found: 1,
                expected: 2
            }
        );
        assert_eq!(
            read("a,b\n1,2\n3,\"x\n4,5\n").unwrap_err(),
            CsvError::OpenQuote { line: 3 }
        );
        assert!(matches!(
            read("a,a\n"),
            Err(CsvError::Header { column: 2, .. })
        ));
        let (sheet, errors) = read_all("a,b\n1\n3,4\n5,6,7\n");
        assert_eq!(
            (sheet.unwrap().rows.len(), errors.len()),
            (1, 2),
            "all faults, and what is right"
        );
    }

    #[test]
    fn the_two_profiles_are_written_as_agreed() {
        let rows = [
            vec![Cell::text("a\nb"), Cell::text("=1+1"), Cell::Number(-12.5)],
            vec![Cell::Empty, Cell::text("x;y, \"z\""), Cell::Int(-3)],
        ];
        let written = |profile| {
            let mut writer = Writer::new(profile, &["k", "quote", "n"]);
            for row in &rows {
                writer.row(row);
            }
            String::from_utf8(writer.finish()).unwrap()
        };
        assert_eq!(
            written(Profile::Data),
            "k,quote,n\r\n\"a\nb\",=1+1,-12.5\r\n,\"x;y, \"\"z\"\"\",-3\r\n"
        );
        assert_eq!(
            written(Profile::ExcelFr),
            "\u{feff}k;quote;n;escaped\r\n\"a\nb\";'=1+1;-12,5;quote\r\n;\"x;y, \"\"z\"\"\";-3;\r\n"
        );
    }

    #[test]
    fn a_column_escaped_of_the_tables_own_keeps_its_words() {
        let mut writer = Writer::new(Profile::ExcelFr, &["quote", "memo", ESCAPED]);
        writer.row(&[Cell::text("=x"), Cell::text("'y"), Cell::text("no-quote")]);
        let text = String::from_utf8(writer.finish()).unwrap();
        assert!(text.ends_with("'=x;''y;no-quote,quote,memo\r\n"), "{text}");
        assert_eq!(cells(&text)[0][..2], ["=x", "'y"]);
    }

    proptest! {
        #[test]
        fn what_is_written_is_read_again(
            table in proptest::collection::vec(proptest::collection::vec("[a=\"',;\\n\\t é＝-]{0,6}", 3), 0..5),
            excel in any::<bool>(),
        ) {
            let profile = if excel { Profile::ExcelFr } else { Profile::Data };
            let mut writer = Writer::new(profile, &["a", "b", "c"]);
            for row in &table {
                writer.row(&row.iter().map(Cell::text).collect::<Vec<_>>());
            }
            let text = String::from_utf8(writer.finish()).unwrap();
            let back: Vec<Vec<String>> = cells(&text).into_iter().map(|row| row[..3].to_vec()).collect();
            prop_assert_eq!(back, table);
        }
    }
}
