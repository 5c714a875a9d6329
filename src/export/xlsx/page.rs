//! One sheet of a workbook: typed cells under a frozen head, wide and high enough to be read, that can be filtered.

use crate::export::data::{Kind as Field, Sheet};
use crate::export::losses::Losses;
use crate::file::csv::read_all;
use crate::file::guard::needs_guard;
use crate::message;
use crate::text::width::width;
use jiff::Timestamp;
use rust_xlsxwriter::{
    Color, DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, Workbook, Worksheet,
    XlsxError,
};
use std::collections::BTreeSet;

/// Rows and columns of a sheet, its head among them.
const MOST_ROWS: usize = 1_048_576;
const MOST_COLUMNS: usize = 16_384;
/// The widest column, and the narrowest, in characters.
const WIDTHS: (usize, usize) = (8, 60);
/// Characters across that are still read when they are made to fit one page; a wider sheet goes over several.
const PRINTED: usize = 240;
/// Height of a line and of the highest row, in points.
const LINE: usize = 15;
const HIGHEST: usize = 409;
/// The largest whole number that a cell holds exactly.
const EXACT: u64 = 1 << 53;
/// Characters of a sheet's name.
const LONGEST_NAME: usize = 31;

/// One cell.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Value {
    Empty,
    Text(String),
    Number(f64),
    /// A moment, in UTC.
    Time(Timestamp),
    /// A time since the start of a recording, in milliseconds.
    Clock(i64),
}

impl Value {
    /// A whole number, as words where a cell could not hold it exactly.
    pub(super) fn whole(n: i64) -> Self {
        if n.unsigned_abs() <= EXACT {
            Self::Number(n as f64)
        } else {
            Self::Text(n.to_string())
        }
    }

    /// What a cell of a data file says.
    fn read(text: &str, kind: Kind) -> Self {
        if text.is_empty() {
            return Self::Empty;
        }
        let words = || Self::Text(text.to_owned());
        match kind {
            Kind::Text => words(),
            Kind::Integer => text.parse().map_or_else(|_| words(), Self::whole),
            Kind::Number => text.parse().map_or_else(|_| words(), Self::Number),
            Kind::Time => text.parse().map_or_else(|_| words(), Self::Time),
        }
    }

    /// Characters it takes on a line, and its lines.
    fn size(&self, columns: usize) -> (usize, usize) {
        match self {
            Self::Empty => (0, 1),
            Self::Number(n) => (n.to_string().len(), 1),
            Self::Time(_) => (19, 1),
            Self::Clock(_) => (8, 1),
            Self::Text(text) => {
                let (mut widest, mut lines) = (0, 0);
                for line in text.split('\n') {
                    let long = width(line);
                    widest = widest.max(long);
                    // a column is as wide as so many digits, and letters are narrower
                    lines += (long * 10).div_ceil(columns.max(1) * 11).max(1);
                }
                (widest, lines)
            }
        }
    }
}

/// The type of a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Text,
    Integer,
    Number,
    Time,
}

/// The head of a column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Head {
    pub(super) label: String,
    pub(super) kind: Kind,
}

/// A sheet before it is written.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Page {
    /// The name it is to have, before it is made one that a sheet can have.
    pub(super) name: String,
    /// What stands on it, in a sentence.
    pub(super) what: String,
    pub(super) head: Vec<Head>,
    pub(super) rows: Vec<Vec<Value>>,
}

impl Page {
    /// A data file, with its columns under their names.
    pub(super) fn of_data(sheet: &Sheet) -> Self {
        let kind = |kind: Field| match kind {
            Field::Integer => Kind::Integer,
            Field::Number => Kind::Number,
            Field::Time => Kind::Time,
            Field::Text | Field::Yes | Field::Words(_) => Kind::Text,
        };
        let head: Vec<Head> = sheet
            .fields
            .iter()
            .map(|field| Head {
                label: field.name.clone(),
                kind: kind(field.kind),
            })
            .collect();
        let text = String::from_utf8_lossy(&sheet.bytes);
        let rows = read_all(&text).0.map_or_else(Vec::new, |read| read.rows);
        let value = |(cell, head): (&String, &Head)| Value::read(cell, head.kind);
        Self {
            name: sheet.path.trim_end_matches(".csv").to_owned(),
            what: String::new(),
            rows: rows
                .iter()
                .map(|row| row.cells.iter().zip(&head).map(value).collect())
                .collect(),
            head,
        }
    }

    /// Words that a program might take for a formula if they were not typed as words.
    pub(super) fn guarded(&self) -> usize {
        let cells = self.rows.iter().flatten();
        cells
            .filter(|cell| matches!(cell, Value::Text(text) if needs_guard(text)))
            .count()
    }

    /// The same page as several, where it has more rows than a sheet; columns past the last one are lost, and told.
    pub(super) fn cut(mut self, losses: &mut Losses) -> Vec<Self> {
        if self.head.len() > MOST_COLUMNS {
            let more = self.head.len() - MOST_COLUMNS;
            let why = message!("export-loss-columns", n = MOST_COLUMNS);
            losses.add_many("column", self.name.as_str(), why, more);
            self.head.truncate(MOST_COLUMNS);
            for row in &mut self.rows {
                row.truncate(MOST_COLUMNS);
            }
        }
        if self.rows.len() < MOST_ROWS {
            return vec![self];
        }
        let head = self.head;
        self.rows
            .chunks(MOST_ROWS - 1)
            .map(|rows| Self {
                name: self.name.clone(),
                what: self.what.clone(),
                head: head.clone(),
                rows: rows.to_vec(),
            })
            .collect()
    }

    /// How wide each column is, in characters.
    fn widths(&self) -> Vec<usize> {
        let (least, most) = WIDTHS;
        self.head
            .iter()
            .enumerate()
            .map(|(at, head)| {
                let cells = self.rows.iter().filter_map(|row| row.get(at));
                let widest = cells.map(|cell| cell.size(most).0).max().unwrap_or(0);
                // the arrow of the filter stands on the name
                widest
                    .max((width(&head.label) + 3).min(24))
                    .clamp(least, most)
                    + 1
            })
            .collect()
    }
}

/// How cells look.
struct Looks {
    head: Format,
    text: Format,
    /// Words that must not become a formula when somebody edits the cell.
    guarded: Format,
    whole: Format,
    number: Format,
    time: Format,
    clock: Format,
}

impl Looks {
    fn new() -> Self {
        let plain = || Format::new().set_align(FormatAlign::Top);
        Self {
            head: plain()
                .set_bold()
                .set_text_wrap()
                .set_background_color(Color::RGB(0x00E7_E6E6))
                .set_border_bottom(FormatBorder::Thin),
            text: plain().set_text_wrap(),
            guarded: plain().set_text_wrap().set_quote_prefix(),
            whole: plain().set_num_format("0"),
            number: plain().set_num_format("General"),
            time: plain()
                .set_num_format("yyyy-mm-dd hh:mm:ss")
                .set_align(FormatAlign::Left),
            clock: plain().set_num_format("[h]:mm:ss"),
        }
    }
}

/// A workbook that is being written.
pub(super) struct Book {
    book: Workbook,
    looks: Looks,
}

impl Book {
    /// An empty one; its date is the head's, so that the same study gives the same bytes.
    pub(super) fn new(title: &str, date: Option<Timestamp>) -> Result<Self, XlsxError> {
        let mut book = Workbook::new();
        let date = date
            .and_then(moment)
            .map_or_else(|| ExcelDateTime::from_ymd(2000, 1, 1), |(date, _)| Ok(date))?;
        book.set_properties(
            &DocProperties::new()
                .set_title(title)
                .set_author("entretien")
                .set_creation_datetime(&date),
        );
        Ok(Self {
            book,
            looks: Looks::new(),
        })
    }

    /// Names that sheets can have, each once, in the order of the pages.
    pub(super) fn names(pages: &[Page]) -> Vec<String> {
        let mut taken: BTreeSet<String> = BTreeSet::from([super::about::NAME.to_lowercase()]);
        pages
            .iter()
            .map(|page| {
                let name = sheet_name(&page.name);
                let mut n = 1;
                let mut own = name.clone();
                while !taken.insert(own.to_lowercase()) {
                    n += 1;
                    let end = format!(" ({n})");
                    own = format!("{}{end}", short(&name, LONGEST_NAME - end.len()));
                }
                own
            })
            .collect()
    }

    /// Adds a sheet.
    pub(super) fn add(
        &mut self,
        name: &str,
        page: &Page,
        losses: &mut Losses,
    ) -> Result<(), XlsxError> {
        let sheet = self.book.add_worksheet();
        sheet.set_name(name)?;
        sheet.set_landscape();
        sheet.set_repeat_rows(0, 0)?;
        sheet.set_header(format!("&L{}", name.replace('&', "&&")));
        sheet.set_footer("&R&P / &N");
        sheet.set_freeze_panes(1, 0)?;
        let widths = page.widths();
        if widths.iter().sum::<usize>() <= PRINTED {
            sheet.set_print_fit_to_pages(1, 0);
        }
        for (column, (head, wide)) in (0u16..).zip(page.head.iter().zip(&widths)) {
            sheet.write_string_with_format(0, column, &head.label, &self.looks.head)?;
            sheet.set_column_width(column, *wide as f64)?;
        }
        let high = |cells: &mut dyn Iterator<Item = usize>| cells.max().unwrap_or(1) * LINE;
        let labels = page.head.iter().map(|head| Value::Text(head.label.clone()));
        let mut lines = labels
            .zip(&widths)
            .map(|(label, wide)| label.size(wide.saturating_sub(3)).1);
        sheet.set_row_height(0, high(&mut lines).min(HIGHEST) as f64)?;
        for (row, cells) in (1u32..).zip(&page.rows) {
            for (column, cell) in (0u16..).zip(cells) {
                let kind = page.head.get(usize::from(column)).map(|head| head.kind);
                write(sheet, &self.looks, (row, column), cell, kind, losses, name)?;
            }
            let mut lines = cells
                .iter()
                .zip(&widths)
                .map(|(cell, wide)| cell.size(*wide).1);
            let points = high(&mut lines);
            if points > LINE {
                sheet.set_row_height(row, points.min(HIGHEST) as f64)?;
            }
        }
        let last = u32::try_from(page.rows.len()).unwrap_or(u32::MAX);
        if let Some(column) = page.head.len().checked_sub(1) {
            sheet.autofilter(0, 0, last, u16::try_from(column).unwrap_or(u16::MAX))?;
        }
        Ok(())
    }

    /// The bytes.
    pub(super) fn finish(mut self) -> Result<Vec<u8>, XlsxError> {
        self.book.save_to_buffer()
    }
}

fn write(
    sheet: &mut Worksheet,
    looks: &Looks,
    (row, column): (u32, u16),
    cell: &Value,
    kind: Option<Kind>,
    losses: &mut Losses,
    name: &str,
) -> Result<(), XlsxError> {
    match cell {
        Value::Text(text) => {
            let look = if needs_guard(text) {
                &looks.guarded
            } else {
                &looks.text
            };
            sheet.write_string_with_format(row, column, super::long::shown(text), look)?;
        }
        Value::Number(n) if n.is_finite() => {
            let look = match kind {
                Some(Kind::Integer) => &looks.whole,
                _ => &looks.number,
            };
            sheet.write_number_with_format(row, column, *n, look)?;
        }
        Value::Empty | Value::Number(_) => {}
        Value::Clock(ms) => {
            let days = *ms as f64 / 86_400_000.0;
            sheet.write_number_with_format(row, column, days, &looks.clock)?;
        }
        Value::Time(time) => match moment(*time) {
            Some((date, exact)) => {
                if !exact {
                    losses.add("time", name, message!("export-loss-time"));
                }
                sheet.write_datetime_with_format(row, column, date, &looks.time)?;
            }
            None => {
                sheet.write_string_with_format(row, column, time.to_string(), &looks.text)?;
            }
        },
    }
    Ok(())
}

/// A moment as a sheet counts it, to the millisecond, and whether that is all of it; none before 1900.
fn moment(time: Timestamp) -> Option<(ExcelDateTime, bool)> {
    let utc = jiff::tz::Offset::UTC.to_datetime(time);
    let part = |n: i8| u8::try_from(n).ok();
    let nanoseconds = u32::try_from(utc.subsec_nanosecond()).ok()?;
    let milliseconds = u16::try_from(nanoseconds / 1_000_000).ok()?;
    let (year, month, day) = (
        u16::try_from(utc.year()).ok()?,
        part(utc.month())?,
        part(utc.day())?,
    );
    let (hour, minute, second) = (
        u16::try_from(utc.hour()).ok()?,
        part(utc.minute())?,
        part(utc.second())?,
    );
    let date = ExcelDateTime::from_ymd(year, month, day)
        .ok()?
        .and_hms_milli(hour, minute, second, milliseconds)
        .ok()?;
    Some((date, nanoseconds % 1_000_000 == 0))
}

/// A name that a sheet can have.
fn sheet_name(name: &str) -> String {
    let name: String = name
        .chars()
        .map(|c| match c {
            '[' | ']' | ':' | '*' | '?' | '/' | '\\' => '_',
            c if c.is_control() => '_',
            c => c,
        })
        .collect();
    let name = name.trim_matches(['\'', ' ']);
    let name = short(name, LONGEST_NAME);
    // a name of Excel's own
    if name.is_empty() || name.eq_ignore_ascii_case("history") {
        return format!("_{name}");
    }
    name.trim_end_matches(['\'', ' ']).to_owned()
}

/// The first so many units of UTF-16 of a name, at most.
fn short(name: &str, limit: usize) -> &str {
    let mut units = 0;
    for (at, c) in name.char_indices() {
        units += c.len_utf16();
        if units > limit {
            return name.get(..at).unwrap_or(name);
        }
    }
    name
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sheet_has_a_name_that_a_sheet_can_have() {
        for (name, wanted) in [
            ("S1", "S1"),
            ("a/b:c", "a_b_c"),
            ("'x'", "x"),
            ("", "_"),
            ("History", "_History"),
        ] {
            assert_eq!(sheet_name(name), wanted);
        }
        let long = "é".repeat(40);
        assert_eq!(sheet_name(&long).chars().count(), 31);
        let page = |name: &str| Page {
            name: name.to_owned(),
            what: String::new(),
            head: Vec::new(),
            rows: Vec::new(),
        };
        let names = Book::names(&[page("s1"), page("S1"), page(&long), page(&long)]);
        assert_eq!(names[..2], ["s1".to_owned(), "S1 (2)".to_owned()]);
        assert_eq!(names[3].chars().count(), 31, "{names:?}");
    }

    #[test]
    fn a_page_of_too_many_rows_or_columns_is_cut_and_what_is_lost_is_told() {
        let head = |n| {
            vec![
                Head {
                    label: "a".to_owned(),
                    kind: Kind::Integer
                };
                n
            ]
        };
        let mut losses = Losses::default();
        let page = Page {
            name: "x".to_owned(),
            what: String::new(),
            head: head(1),
            rows: vec![vec![Value::Number(1.0)]; MOST_ROWS],
        };
        let cut = page.cut(&mut losses);
        assert_eq!(
            cut.iter().map(|page| page.rows.len()).collect::<Vec<_>>(),
            [MOST_ROWS - 1, 1]
        );
        assert!(losses.is_empty());
        let wide = Page {
            name: "x".to_owned(),
            what: String::new(),
            head: head(MOST_COLUMNS + 2),
            rows: vec![vec![Value::Number(1.0); MOST_COLUMNS + 2]],
        };
        let cut = wide.cut(&mut losses);
        assert_eq!(cut[0].rows[0].len(), MOST_COLUMNS);
        assert_eq!(losses.iter().next().map(|loss| loss.count), Some(2));
    }

    #[test]
    fn numbers_and_moments_are_typed_and_what_does_not_fit_stays_words() {
        let read = |text, kind| Value::read(text, kind);
        assert_eq!(read("12", Kind::Integer), Value::Number(12.0));
        assert_eq!(read("~12", Kind::Integer), Value::Text("~12".to_owned()));
        assert_eq!(
            read("9007199254740993", Kind::Integer),
            Value::Text("9007199254740993".to_owned())
        );
        assert!(matches!(
            read("2026-11-29T10:00:00Z", Kind::Time),
            Value::Time(_)
        ));
        assert_eq!(read("007", Kind::Text), Value::Text("007".to_owned()));
        let of = |text: &str| moment(text.parse().unwrap()).map(|(_, exact)| exact);
        assert_eq!(of("2026-11-29T10:00:00.123Z"), Some(true));
        assert_eq!(of("2026-11-29T10:00:00.123456Z"), Some(false));
        assert_eq!(of("1812-01-01T00:00:00Z"), None);
    }
}
