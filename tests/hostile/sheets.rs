//! CSV, XLSX, ODS: transcripts and data tables.

use crate::Case;
use crate::Must::{Read, Refuse};
use crate::common::archive;
use crate::make::{noise, numbered, stored};

const HEAD: &str = "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>speaker</t></is></c><c r=\"B1\" t=\"inlineStr\"><is><t>text</t></is></c></row>";

fn workbook(sheet: &str) -> Vec<u8> {
    workbook_of(sheet, "<styleSheet/>")
}

fn workbook_of(sheet: &str, styles: &str) -> Vec<u8> {
    let sheet = format!("<worksheet><sheetData>{sheet}</sheetData></worksheet>");
    stored(&[
        (
            "xl/workbook.xml",
            b"<workbook xmlns:r=\"r\"><sheets><sheet name=\"a\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>",
        ),
        (
            "xl/_rels/workbook.xml.rels",
            b"<Relationships><Relationship Id=\"rId1\" Type=\"t/worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>",
        ),
        ("xl/styles.xml", styles.as_bytes()),
        ("xl/sharedStrings.xml", b"<sst><si><t>Ana</t></si></sst>"),
        ("xl/worksheets/sheet1.xml", sheet.as_bytes()),
    ])
}

fn spreadsheet(rows: &str) -> Vec<u8> {
    let content = format!(
        "<office:document-content xmlns:office=\"o\" xmlns:text=\"t\" xmlns:table=\"b\"><office:body><office:spreadsheet><table:table table:name=\"a\">{rows}</table:table></office:spreadsheet></office:body></office:document-content>"
    );
    archive(&[
        (
            "mimetype",
            b"application/vnd.oasis.opendocument.spreadsheet",
        ),
        ("content.xml", content.as_bytes()),
    ])
}

const ODS_HEAD: &str = "<table:table-row><table:table-cell><text:p>speaker</text:p></table:table-cell><table:table-cell><text:p>text</text:p></table:table-cell></table:table-row>";

fn cells(rows: usize, columns: usize) -> String {
    let row = format!("<row>{}</row>", "<c><v>1</v></c>".repeat(columns));
    format!("{HEAD}{}", row.repeat(rows))
}

pub fn cases() -> Vec<Case> {
    let mut all = workbooks();
    all.extend(tables());
    all
}

fn workbooks() -> Vec<Case> {
    vec![
        (
            "a whole workbook",
            "a.xlsx",
            || {
                workbook(&format!(
                    "{HEAD}<row r=\"2\"><c t=\"s\"><v>0</v></c><c t=\"inlineStr\"><is><t>oui</t></is></c></row>"
                ))
            },
            Read(&["table, 1 word, 1 turn"]),
        ),
        (
            "a million cells",
            "a.xlsx",
            || workbook(&cells(10_000, 100)),
            Refuse(&["500,000 cells"]),
        ),
        (
            "a million cells in one row",
            "a.xlsx",
            || workbook(&cells(1, 1_000_000)),
            Refuse(&["a.xlsx"]),
        ),
        (
            "480,000 cells",
            "a.xlsx",
            || workbook(&cells(4_800, 100)),
            Read(&["table, "]),
        ),
        (
            "cells at the far end of each row",
            "a.xlsx",
            || {
                workbook(&format!(
                    "{HEAD}{}",
                    numbered(2..3_000, |row| format!(
                        "<row r=\"{row}\"><c r=\"XFD{row}\"><v>1</v></c></row>"
                    ))
                ))
            },
            Refuse(&["cells"]),
        ),
        (
            "a row beyond the sheet",
            "a.xlsx",
            || {
                workbook(&format!(
                    "{HEAD}<row r=\"18446744073709551615\"><c><v>1</v></c></row>"
                ))
            },
            Refuse(&["damaged"]),
        ),
        (
            "a column beyond the sheet",
            "a.xlsx",
            || {
                workbook(&format!(
                    "{HEAD}<row r=\"2\"><c r=\"ZZZZZZZZZZZZZZZ2\"><v>1</v></c></row>"
                ))
            },
            Refuse(&["damaged"]),
        ),
        (
            "rows 200,000 deep",
            "a.xlsx",
            || workbook(&"<row>".repeat(200_000)),
            Refuse(&["a.xlsx"]),
        ),
        (
            "half a sheet",
            "a.xlsx",
            || workbook("<row><c><v>1"),
            Refuse(&["a.xlsx"]),
        ),
        (
            "a bomb of words",
            "a.xlsx",
            || {
                archive(&[
                    ("xl/workbook.xml", b"<workbook/>"),
                    ("xl/sharedStrings.xml", &vec![b' '; 200 << 20]),
                ])
            },
            Refuse(&["unpacks to more than"]),
        ),
        (
            "an entity that fetches, in a workbook",
            "a.xlsx",
            || {
                stored(&[("xl/workbook.xml", b"<!DOCTYPE l [<!ENTITY a SYSTEM \"file:///etc/hostname\">]><workbook>&a;</workbook>")])
            },
            Refuse(&["DOCTYPE"]),
        ),
        (
            "no sheet",
            "a.xlsx",
            || stored(&[("xl/workbook.xml", b"<workbook/>")]),
            Refuse(&["a.xlsx"]),
        ),
        (
            "a sheet that is not there",
            "a.xlsx",
            || {
                stored(&[("xl/workbook.xml", b"<workbook xmlns:r=\"r\"><sheets><sheet name=\"a\" r:id=\"rId1\"/></sheets></workbook>")])
            },
            Refuse(&["a.xlsx"]),
        ),
        (
            "a sheet that leads outside",
            "a.xlsx",
            || {
                stored(&[
                    ("xl/workbook.xml", b"<workbook xmlns:r=\"r\"><sheets><sheet name=\"a\" r:id=\"rId1\"/></sheets></workbook>"),
                    ("xl/_rels/workbook.xml.rels", b"<Relationships><Relationship Id=\"rId1\" Target=\"../../../etc/worksheets/passwd\"/></Relationships>"),
                ])
            },
            Refuse(&["a.xlsx"]),
        ),
        (
            "a format of numbers a megabyte long",
            "a.xlsx",
            || {
                let code = "m".repeat(1 << 20);
                let code = format!("{code}[{}", "[".repeat(300_000));
                workbook_of(
                    &format!(
                        "{HEAD}<row r=\"2\"><c t=\"s\"><v>0</v></c><c s=\"0\"><v>1</v></c></row>"
                    ),
                    &format!(
                        "<styleSheet><numFmts><numFmt numFmtId=\"170\" formatCode=\"{code}\"/></numFmts><cellXfs><xf numFmtId=\"170\"/></cellXfs></styleSheet>"
                    ),
                )
            },
            Read(&["table, "]),
        ),
        (
            "rows repeated without end",
            "a.ods",
            || {
                spreadsheet(&format!(
                    "{ODS_HEAD}<table:table-row table:number-rows-repeated=\"1000000\"><table:table-cell table:number-columns-repeated=\"16000\"><text:p>x</text:p></table:table-cell></table:table-row>"
                ))
            },
            Refuse(&["cells"]),
        ),
        (
            "empty rows repeated without end",
            "a.ods",
            || {
                spreadsheet(&format!(
                    "{ODS_HEAD}<table:table-row><table:table-cell><text:p>Ana</text:p></table:table-cell><table:table-cell><text:p>oui</text:p></table:table-cell></table:table-row><table:table-row table:number-rows-repeated=\"99999999999\"><table:table-cell table:number-columns-repeated=\"99999999999\"/></table:table-row>"
                ))
            },
            Read(&["table, 1 word, 1 turn"]),
        ),
        (
            "long words repeated",
            "a.ods",
            || {
                spreadsheet(&format!(
                    "{ODS_HEAD}<table:table-row><table:table-cell table:number-columns-repeated=\"100000\"><text:p>{}</text:p></table:table-cell></table:table-row>",
                    "x y ".repeat(5_000)
                ))
            },
            Refuse(&["cells"]),
        ),
        (
            "noise behind a workbook's name",
            "a.xlsx",
            || [b"PK\x03\x04xl/workbook.xml".as_slice(), &noise(50_000)].concat(),
            Refuse(&["a.xlsx"]),
        ),
    ]
}

fn tables() -> Vec<Case> {
    vec![
        (
            "a quotation mark never closed",
            "codebook.csv",
            || b"key,label_fr\nA,\"oui\nB,non\n".to_vec(),
            Refuse(&["line 2"]),
        ),
        (
            "rows too short and too long",
            "codebook.csv",
            || b"key,label_fr\nA\nB,b,b\n".to_vec(),
            Refuse(&["line 2", "line 3"]),
        ),
        (
            "a hundred thousand columns",
            "codebook.csv",
            || format!("key{}\nA\n", numbered(0..100_000, |n| format!(",c{n}"))).into_bytes(),
            Refuse(&["codebook.csv, line 1", "16385"]),
        ),
        (
            "three million columns",
            "a.csv",
            || format!("speaker,text{}\na,b\n", ",".repeat(3 << 20)).into_bytes(),
            Read(&["text, "]),
        ),
        (
            "two columns of one name",
            "codebook.csv",
            || b"key,key\nA,B\n".to_vec(),
            Refuse(&["codebook.csv, line 1, column 2"]),
        ),
        (
            "NUL in a header",
            "codebook.csv",
            || b"key,label_fr,x\0\nA,a,b\n".to_vec(),
            Read(&["codebook"]),
        ),
        (
            "codes in a circle",
            "codebook.csv",
            || b"key,parent\nA,B\nB,A\n".to_vec(),
            Refuse(&["codebook.csv"]),
        ),
        (
            "one code twice",
            "codebook.csv",
            || b"key,label_fr\nA,a\nA,b\n".to_vec(),
            Read(&["line 3", "stands on a line above too"]),
        ),
        (
            "people in broken UTF-8",
            "participants.csv",
            || b"interview,role\nE01,d\xe9l\xe9gu\xe9\nE02,\xff\n".to_vec(),
            Read(&["participants"]),
        ),
        (
            "formulas for people",
            "participants.csv",
            || b"interview,role\n=1+1,@x\n".to_vec(),
            Read(&["participants"]),
        ),
        (
            "spans beyond numbers",
            "codings.csv",
            || b"interview,code,char_start,char_end\nE01,A,99999999999999999999,-1\n".to_vec(),
            Refuse(&["codings.csv"]),
        ),
        (
            "a moment that never was",
            "sessions.csv",
            || b"interview,state,started_at\nE01,done,2026-99-99T99:99:99Z\n".to_vec(),
            Refuse(&["started_at"]),
        ),
        (
            "300,000 rows said",
            "a.csv",
            || format!("speaker,text\n{}", "a,b\n".repeat(300_000)).into_bytes(),
            Refuse(&["200,000"]),
        ),
    ]
}
