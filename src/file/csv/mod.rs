//! The CSV dialect: read with `,` `;` or tab found from the header, written in the two profiles `data` and `excel-fr`.

mod read;
mod write;

pub use read::{CsvError, Row, Sheet, of_rows, read, read_all};
pub use write::{Cell, Profile, Writer};

/// The column that names, in a row, the columns whose cells are guarded.
pub const ESCAPED: &str = "escaped";

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
