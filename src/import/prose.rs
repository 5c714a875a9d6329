//! A finished text (Markdown, plain text, Word), read for its words and not for who speaks.

use super::body::Block;
use super::docx;
use super::error::ImportError;
use super::foreign::{self, Package};
use super::transcript::{Format, LARGEST_TEXT};
use crate::file::encoding::decode;
use crate::text::prose::{Paragraph, paragraphs};
use crate::text::sanitise;

/// A finished text.
#[derive(Debug, Default)]
pub struct Prose {
    /// Its paragraphs; lines are those of the file, of a Word file its paragraphs.
    pub paragraphs: Vec<Paragraph>,
    /// Footnotes of a Word file, which are not read.
    pub footnotes: usize,
}

/// Reads a finished text. Only the name's ending tells Markdown from text and what is called a Word file from others.
pub fn read_prose(name: &str, bytes: &[u8]) -> Result<Prose, ImportError> {
    if bytes.iter().all(u8::is_ascii_whitespace) {
        return Err(ImportError::Empty);
    }
    let ending = name.rsplit_once('.').map_or("", |(_, ending)| ending);
    let is = |wanted: &str| ending.eq_ignore_ascii_case(wanted);
    let package = foreign::package(bytes);
    if let Some(kind) = foreign::of_bytes(bytes, package) {
        return Err(ImportError::Foreign { kind });
    }
    if matches!(package, Some(Ok(Package::Word | Package::Damaged))) {
        return of_word(bytes);
    }
    if is("docx") || package.is_some() {
        return Err(ImportError::NotThatFormat {
            format: Format::Docx,
            why: "it is no Word archive".to_owned(),
        });
    }
    if bytes.len() > LARGEST_TEXT {
        return Err(ImportError::TooLarge { bytes: bytes.len() });
    }
    let text = sanitise(&decode(bytes, None)?.text).text;
    Ok(Prose {
        paragraphs: paragraphs(&text, is("md") || is("markdown")),
        footnotes: 0,
    })
}

fn of_word(bytes: &[u8]) -> Result<Prose, ImportError> {
    let body = docx::body(bytes)?;
    let mut prose = Prose {
        paragraphs: Vec::new(),
        footnotes: body.footnotes,
    };
    for block in body.blocks {
        let list = match block {
            Block::Paragraph(paragraph) => vec![paragraph],
            Block::Table(rows) => rows.into_iter().flatten().flatten().collect(),
        };
        for paragraph in list {
            let text = sanitise(&paragraph.text).text;
            if !text.trim().is_empty() {
                prose
                    .paragraphs
                    .push(Paragraph::new(paragraph.number, text));
            }
        }
    }
    if prose.paragraphs.is_empty() {
        return Err(ImportError::NoWords {
            format: Format::Docx,
        });
    }
    Ok(prose)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_no_finished_text_is_refused() {
        assert!(matches!(
            read_prose("a.md", b" \n"),
            Err(ImportError::Empty)
        ));
        assert!(matches!(
            read_prose("a.docx", b"only words"),
            Err(ImportError::NotThatFormat { .. })
        ));
        assert!(read_prose("a.docx", b"PK\x03\x04 torn").is_err());
        assert!(matches!(
            read_prose("a.pdf", b"%PDF-1.7 \x00"),
            Err(ImportError::Foreign { .. })
        ));
        let prose = read_prose("a.txt", "« Oui »".as_bytes()).unwrap();
        assert_eq!(prose.paragraphs.len(), 1);
    }
}
