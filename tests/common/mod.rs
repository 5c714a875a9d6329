//! Small files, made as they are needed.

use std::fmt::Write as _;
use std::io::{Cursor, Write};
use zip::{ZipWriter, write::SimpleFileOptions};

const NAMESPACES: &str = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" \
    xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\" \
    xmlns:m=\"http://schemas.openxmlformats.org/officeDocument/2006/math\"";

/// A Word file of paragraphs; a line feed in one is a line break.
pub fn docx(paragraphs: &[&str]) -> Vec<u8> {
    docx_with(
        &paragraphs
            .iter()
            .map(|text| paragraph(text))
            .collect::<String>(),
    )
}

/// A Word file with this inside its body.
pub fn docx_with(body: &str) -> Vec<u8> {
    archive(&[("word/document.xml", document(body).as_bytes())])
}

/// The main part around a body.
pub fn document(body: &str) -> String {
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?><w:document {NAMESPACES}><w:body>{body}</w:body></w:document>"
    )
}

/// One paragraph of one run.
pub fn paragraph(text: &str) -> String {
    let mut run = String::new();
    for (index, line) in text.split('\n').enumerate() {
        if index > 0 {
            run.push_str("<w:br/>");
        }
        for (index, piece) in line.split('\t').enumerate() {
            if index > 0 {
                run.push_str("<w:tab/>");
            }
            let piece = piece.replace('&', "&amp;").replace('<', "&lt;");
            let _ = write!(run, "<w:t xml:space=\"preserve\">{piece}</w:t>");
        }
    }
    format!(
        "<w:p><w:pPr><w:tabs><w:tab w:val=\"left\"/></w:tabs></w:pPr><w:r><w:rPr><w:b/></w:rPr>{run}</w:r></w:p>"
    )
}

/// A zip archive.
pub fn archive(members: &[(&str, &[u8])]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in members {
        writer
            .start_file(*name, SimpleFileOptions::default())
            .unwrap();
        writer.write_all(bytes).unwrap();
    }
    writer.finish().unwrap().into_inner()
}
