//! Workbooks as they come in: the cells of XLSX and ODS files as text, as a person saw them.
//!
//! Read by hand on the bounded archive and XML readers, as Word files are: what a file says of its own size is never
//! believed, cells are counted while they are read, and nothing is computed. A cell whose formula came to an error, or
//! was never computed, has no value: it is told with its place, never read as an empty one.

mod number;
mod ods;
mod table;
mod xlsx;

use table::is_transcript_header;
pub(super) use table::{is_transcript, is_transcript_text, read_transcript_table};

use super::data::Kind;
use super::error::ImportError;
use super::foreign::{self, Package};
use crate::file::csv::{self, Sheet};
use crate::file::zip::Archive;

/// Cells that are read of one workbook, empty ones between others counted.
pub const MOST_CELLS: usize = 500_000;
/// Cells' text of one workbook, in bytes.
const MOST_TEXT: usize = 64 << 20;

/// Why a cell has no value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Fault {
    /// Its formula came to an error.
    Error,
    /// Its formula was never computed.
    NotComputed,
}

/// A cell without a value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Faulty {
    /// From 1.
    pub(super) row: usize,
    /// From 0.
    pub(super) column: usize,
    /// What stands there.
    pub(super) found: String,
    pub(super) fault: Fault,
}

/// One sheet.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Grid {
    pub(super) name: String,
    /// Rows with something in them: number of the row, from 1, and its cells.
    pub(super) rows: Vec<(usize, Vec<String>)>,
    pub(super) faulty: Vec<Faulty>,
    /// Areas whose cells are merged: only the first of each has words.
    pub(super) merged: usize,
    /// Whether a person does not see it.
    pub(super) hidden: bool,
}

/// What may still be read.
struct Budget {
    cells: usize,
    text: usize,
    /// Of each sheet, the first row alone: enough to know what it is.
    heads: bool,
}

impl Budget {
    fn new() -> Self {
        Self {
            cells: MOST_CELLS,
            text: MOST_TEXT,
            heads: false,
        }
    }

    fn of_heads() -> Self {
        Self {
            heads: true,
            ..Self::new()
        }
    }

    /// Takes so many cells and bytes.
    fn take(&mut self, cells: usize, text: usize) -> Result<(), ImportError> {
        let left = |left: usize, taken: usize| {
            left.checked_sub(taken)
                .ok_or(ImportError::TooManyCells { limit: MOST_CELLS })
        };
        self.cells = left(self.cells, cells)?;
        self.text = left(self.text, text)?;
        Ok(())
    }
}

impl Grid {
    /// Puts a row down, without the empty cells at its end; nothing where all are empty.
    /// What it takes of the budget was taken while it was made.
    fn put(&mut self, row: usize, mut cells: Vec<String>) {
        while cells.last().is_some_and(String::is_empty) {
            cells.pop();
        }
        if !cells.is_empty() {
            self.rows.push((row, cells));
        }
    }

    /// The names in the first row, without those that are empty at its end.
    fn header(&self) -> Option<&[String]> {
        self.rows.first().map(|(_, cells)| cells.as_slice())
    }

    /// The sheet with its first row as names of columns; short rows are filled up.
    fn table(self) -> (Option<Sheet>, Vec<csv::CsvError>) {
        let mut rows = self.rows.into_iter();
        let Some((line, columns)) = rows.next() else {
            return (None, vec![csv::CsvError::Empty]);
        };
        let wide = columns.len();
        let rows = rows.map(|(line, mut cells)| {
            if cells.len() < wide {
                cells.resize(wide, String::new());
            }
            csv::Row { line, cells }
        });
        let (sheet, faults) = csv::of_rows(line, &columns, rows.map(Ok));
        // a sheet's moments have no zone: they are written, and so read, in UTC
        (sheet.map(Sheet::with_moments_in_utc), faults)
    }
}

/// A data table of a workbook.
pub(super) struct Picked {
    /// Name of the sheet.
    pub(super) name: String,
    /// Its rows; none where the header cannot be used.
    pub(super) sheet: Option<Sheet>,
    /// What is wrong with rows.
    pub(super) faults: Vec<csv::CsvError>,
    /// Cells without a value.
    pub(super) faulty: Vec<Faulty>,
    /// Merged areas.
    pub(super) merged: usize,
    /// Names of other sheets that could be read, and are not.
    pub(super) others: Vec<String>,
}

/// All sheets of a workbook that a person sees, in their order.
pub(super) fn read(bytes: &[u8]) -> Result<Vec<Grid>, ImportError> {
    within(bytes, Budget::new())
}

fn within(bytes: &[u8], budget: Budget) -> Result<Vec<Grid>, ImportError> {
    let mut archive = Archive::open(bytes)?;
    archive.harmless()?;
    let mut grids = if archive.has("content.xml") {
        ods::read(&mut archive, budget)?
    } else {
        xlsx::read(&mut archive, budget)?
    };
    grids.retain(|grid| !grid.hidden);
    Ok(grids)
}

/// Whether the bytes are a workbook.
pub(super) fn is_workbook(bytes: &[u8]) -> bool {
    foreign::package(bytes) == Some(Ok(Package::Sheets))
}

/// The kind of data a workbook holds, by the header of its sheets: the first that is known decides, and where it is a
/// transcript's, there is none.
pub(super) fn detect(bytes: &[u8]) -> Option<Kind> {
    let grids = within(bytes, Budget::of_heads()).ok()?;
    let headers = || grids.iter().filter_map(Grid::header);
    let is_known = |header: &&[String]| is_transcript_header(header) || kind_of(header).is_some();
    match headers().find(is_known) {
        Some(header) if is_transcript_header(header) => None,
        Some(header) => kind_of(header),
        None => Kind::meant_by(&columns(headers().next()?)?),
    }
}

/// The sheet of a kind: the one called like it, else the first whose header is of that kind, else the first with rows.
pub(super) fn pick(bytes: &[u8], kind: Kind) -> Result<Picked, ImportError> {
    let mut grids = read(bytes)?;
    let is_own = |grid: &Grid| {
        grid.header()
            .and_then(kind_of)
            .is_some_and(|found| found == kind)
    };
    let called = |grid: &Grid| grid.name.eq_ignore_ascii_case(kind.as_str());
    let at = grids
        .iter()
        .position(|grid| called(grid) && is_own(grid))
        .or_else(|| grids.iter().position(is_own))
        .or_else(|| grids.iter().position(|grid| !grid.rows.is_empty()))
        .ok_or(ImportError::Empty)?;
    let mut grid = grids.remove(at);
    let is_known = |header: &[String]| is_transcript_header(header) || kind_of(header).is_some();
    let others = grids
        .iter()
        .filter(|grid| grid.header().is_some_and(is_known))
        .map(|grid| grid.name.clone())
        .collect();
    Ok(Picked {
        others,
        name: grid.name.clone(),
        faulty: std::mem::take(&mut grid.faulty),
        merged: grid.merged,
        faults: Vec::new(),
        sheet: None,
    }
    .with(grid.table()))
}

impl Picked {
    fn with(self, (sheet, faults): (Option<Sheet>, Vec<csv::CsvError>)) -> Self {
        Self {
            sheet,
            faults,
            ..self
        }
    }
}

fn kind_of(header: &[String]) -> Option<Kind> {
    Kind::of_header(&columns(header)?)
}

fn columns(header: &[String]) -> Option<Sheet> {
    csv::of_rows(1, header, std::iter::empty()).0
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::{Cursor, Write};

    fn stored(members: &[(&str, &str)]) -> Vec<u8> {
        let mut writer = zip::ZipWriter::new(Cursor::new(Vec::new()));
        let stored = zip::write::SimpleFileOptions::default()
            .compression_method(zip::CompressionMethod::Stored);
        for (name, text) in members {
            writer.start_file(*name, stored).unwrap();
            writer.write_all(text.as_bytes()).unwrap();
        }
        writer.finish().unwrap().into_inner()
    }

    fn workbook(first: &str, second: &str) -> Vec<u8> {
        stored(&[
            (
                "xl/workbook.xml",
                "<workbook><workbookPr date1904=\"0\"/><sheets><sheet name=\"Lisez-moi\"/><sheet name=\"Gens\"/></sheets></workbook>",
            ),
            (
                "xl/styles.xml",
                "<styleSheet><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"22\"/></cellXfs></styleSheet>",
            ),
            (
                "xl/worksheets/sheet1.xml",
                &format!("<worksheet><sheetData>{first}</sheetData></worksheet>"),
            ),
            (
                "xl/worksheets/sheet2.xml",
                &format!("<worksheet><sheetData>{second}</sheetData></worksheet>"),
            ),
        ])
    }

    fn row(n: usize, cells: &[&str]) -> String {
        let cells: Vec<String> = cells
            .iter()
            .map(|cell| format!("<c t=\"inlineStr\"><is><t>{cell}</t></is></c>"))
            .collect();
        format!("<row r=\"{n}\">{}</row>", cells.concat())
    }

    #[test]
    fn the_first_sheet_with_a_known_header_is_taken_and_faults_have_their_place() {
        let people = [
            row(3, &["interview", "role", "consent"]),
            row(5, &["E01", "rh", "given"]),
            "<row r=\"6\"><c r=\"A6\" s=\"1\"><v>44691.5</v></c><c r=\"B6\" t=\"e\"><v>#N/A</v></c><c r=\"C6\"><f>A1</f></c></row>".to_owned(),
        ]
        .concat();
        let bytes = workbook(&row(1, &["Ce classeur", "est à nous"]), &people);
        assert_eq!(detect(&bytes), Some(Kind::Participants));
        let picked = pick(&bytes, Kind::Participants).unwrap();
        assert_eq!((picked.name.as_str(), picked.others.len()), ("Gens", 0));
        let sheet = picked.sheet.unwrap();
        assert_eq!(sheet.columns, ["interview", "role", "consent"]);
        let rows: Vec<(usize, &str)> = sheet
            .rows
            .iter()
            .map(|row| (row.line, row.cells[0].as_str()))
            .collect();
        assert_eq!(rows, [(5, "E01"), (6, "2022-05-10 12:00")]);
        let faulty: Vec<(usize, usize, Fault)> = picked
            .faulty
            .iter()
            .map(|one| (one.row, one.column, one.fault))
            .collect();
        assert_eq!(faulty, [(6, 1, Fault::Error), (6, 2, Fault::NotComputed)]);
    }

    #[test]
    fn in_a_transcript_each_cell_without_a_value_is_told_and_its_words_are_nobodys() {
        let talk = [
            row(1, &["speaker", "start", "text", "note"]),
            row(2, &["Ana", "0:01", "un"]),
            "<row r=\"3\"><c r=\"A3\" t=\"e\"><v>#N/A</v></c><c r=\"B3\"><f>B2</f></c><c r=\"C3\" t=\"inlineStr\"><is><t>deux</t></is></c><c r=\"D3\" t=\"e\"><v>#REF!</v></c></row>".to_owned(),
        ]
        .concat();
        let options = crate::import::Options::default();
        let read = crate::import::read_transcript(&workbook("", &talk), &options).unwrap();
        let unread: Vec<(usize, &str)> = read
            .unread
            .iter()
            .map(|one| (one.line, one.text.as_str()))
            .collect();
        assert_eq!(unread, [(3, "Gens!speaker #N/A"), (3, "Gens!start")]);
        let turns: Vec<(Option<&str>, &str)> = read
            .turns
            .iter()
            .map(|turn| (turn.speaker.as_deref(), turn.text.as_str()))
            .collect();
        assert_eq!(turns, [(Some("Ana"), "un"), (None, "deux")]);
    }

    #[test]
    fn other_sheets_that_could_be_read_are_named() {
        let codes = [row(1, &["code", "parent"]), row(2, &["a", ""])].concat();
        let people = [row(1, &["interview", "role"]), row(2, &["E01", "rh"])].concat();
        let picked = pick(&workbook(&codes, &people), Kind::Participants).unwrap();
        assert_eq!(picked.others, ["Lisez-moi"]);
    }

    #[test]
    fn rows_and_columns_beyond_a_sheet_are_refused() {
        for rows in [
            "<row r=\"18446744073709551615\"/><row/>",
            "<row r=\"1048577\"/>",
            "<row r=\"1\"><c r=\"XFE1\"><v>1</v></c></row>",
        ] {
            let bytes = workbook(rows, "");
            assert_eq!(detect(&bytes), None, "{rows}");
            assert_eq!(read(&bytes), Err(ImportError::BeyondSheet), "{rows}");
        }
    }

    #[test]
    fn cells_of_one_row_are_counted_before_they_are_made() {
        let many = Err(ImportError::TooManyCells { limit: MOST_CELLS });
        let cell = "<table:table-cell table:number-columns-repeated=\"300000\"><text:p>x</text:p></table:table-cell>";
        let ods = format!(
            "<office:spreadsheet><table:table table:name=\"a\"><table:table-row>{}</table:table-row></table:table></office:spreadsheet>",
            cell.repeat(100)
        );
        let bytes = stored(&[("content.xml", &ods)]);
        let mut archive = Archive::open(&bytes).unwrap();
        assert_eq!(ods::read(&mut archive, Budget::new()), many);
        // one long text that many cells of a row show
        let long = format!("<sst><si><t>{}</t></si></sst>", "x".repeat(1 << 20));
        let shown = "<c t=\"s\"><v>0</v></c>".repeat(200);
        let bytes = stored(&[
            (
                "xl/workbook.xml",
                "<workbook><sheets><sheet name=\"a\"/></sheets></workbook>",
            ),
            ("xl/sharedStrings.xml", &long),
            (
                "xl/worksheets/sheet1.xml",
                &format!("<worksheet><row r=\"1\">{shown}</row></worksheet>"),
            ),
        ]);
        assert_eq!(read(&bytes), many);
    }

    #[test]
    fn mutated_workbooks_are_read_or_refused() {
        let people = [row(1, &["interview", "role"]), row(2, &["E01", "rh"])].concat();
        let ods = "<office:document-content><office:body><office:spreadsheet><table:table table:name=\"a\"><table:table-row><table:table-cell><text:p>key</text:p></table:table-cell><table:table-cell><text:p>label_fr</text:p></table:table-cell></table:table-row><table:table-row table:number-rows-repeated=\"2\"><table:table-cell table:number-columns-repeated=\"2\"><text:p>x</text:p></table:table-cell></table:table-row></table:table></office:spreadsheet></office:body></office:document-content>";
        let spreadsheet = stored(&[
            ("mimetype", "application/vnd.oasis.opendocument.spreadsheet"),
            ("content.xml", ods),
        ]);
        let mut state = 0x5eed_u64;
        let mut roll = |below: usize| {
            state ^= state << 13;
            state ^= state >> 7;
            state ^= state << 17;
            (state % below.max(1) as u64) as usize
        };
        for (original, kind) in [
            (workbook("", &people), Kind::Participants),
            (spreadsheet, Kind::Codebook),
        ] {
            assert_eq!(detect(&original), Some(kind));
            for _ in 0..500 {
                let mut bytes = original.clone();
                for _ in 0..=roll(12) {
                    let at = roll(bytes.len());
                    bytes[at] = match roll(3) {
                        0 => b"<>&\"/=09:s"[roll(10)],
                        _ => roll(256) as u8,
                    };
                }
                if roll(4) == 0 {
                    bytes.truncate(roll(bytes.len()));
                }
                let _ = detect(&bytes);
                if let Ok(picked) = pick(&bytes, kind)
                    && let Some(sheet) = &picked.sheet
                {
                    let wide = sheet.columns.len();
                    assert!(sheet.rows.iter().all(|row| row.cells.len() == wide));
                }
            }
        }
    }
}
