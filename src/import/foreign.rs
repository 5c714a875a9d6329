//! Files that are known for what they are, and are not transcripts that can be read.

use crate::file::zip::{Archive, looks_like_zip};
use crate::i18n::Message;
use crate::message;
use std::fmt;

/// A kind of file that is told apart by its first bytes or members.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Foreign {
    /// PDF.
    Pdf,
    /// Old Word, Excel or PowerPoint (`.doc`, `.xls`, `.ppt`).
    OldOffice,
    /// Excel or OpenDocument spreadsheet.
    Spreadsheet,
    /// PowerPoint or OpenDocument presentation.
    Presentation,
    /// A QDA project.
    QdaProject,
    /// Another zip archive.
    Zip,
    /// Another packed archive.
    Packed,
    /// A web page.
    Html,
    /// Another XML document.
    Xml,
    /// JSON of a speech recogniser (segments).
    WhisperJson,
    /// Another JSON document.
    Json,
    /// Sound.
    Audio,
    /// Moving pictures.
    Video,
    /// A picture.
    Image,
    /// A program.
    Program,
    /// A database file.
    Database,
}

impl Foreign {
    /// The kind's name in the reader's language.
    pub fn message(self) -> Message {
        match self {
            Self::Pdf => message!("import-foreign-pdf"),
            Self::OldOffice => message!("import-foreign-old-office"),
            Self::Spreadsheet => message!("import-foreign-spreadsheet"),
            Self::Presentation => message!("import-foreign-presentation"),
            Self::QdaProject => message!("import-foreign-qda-project"),
            Self::Zip => message!("import-foreign-zip"),
            Self::Packed => message!("import-foreign-packed"),
            Self::Html => message!("import-foreign-html"),
            Self::Xml => message!("import-foreign-xml"),
            Self::WhisperJson => message!("import-foreign-whisper-json"),
            Self::Json => message!("import-foreign-json"),
            Self::Audio => message!("import-foreign-audio"),
            Self::Video => message!("import-foreign-video"),
            Self::Image => message!("import-foreign-image"),
            Self::Program => message!("import-foreign-program"),
            Self::Database => message!("import-foreign-database"),
        }
    }
}

impl fmt::Display for Foreign {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Pdf => "a PDF",
            Self::OldOffice => "an old Office document (.doc, .xls, .ppt)",
            Self::Spreadsheet => "a spreadsheet",
            Self::Presentation => "a presentation",
            Self::QdaProject => "a QDA project",
            Self::Zip => "a zip archive",
            Self::Packed => "a packed archive",
            Self::Html => "a web page",
            Self::Xml => "an XML document",
            Self::WhisperJson => "the JSON of a speech recogniser",
            Self::Json => "a JSON document of another kind",
            Self::Audio => "a sound file",
            Self::Video => "a video",
            Self::Image => "a picture",
            Self::Program => "a program",
            Self::Database => "a database",
        })
    }
}

const MAGIC: &[(&[u8], Foreign)] = &[
    (b"%PDF-", Foreign::Pdf),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", Foreign::OldOffice),
    (b"\x1f\x8b", Foreign::Packed),
    (b"BZh", Foreign::Packed),
    (b"\xfd7zXZ\0", Foreign::Packed),
    (b"7z\xbc\xaf\x27\x1c", Foreign::Packed),
    (b"Rar!\x1a\x07", Foreign::Packed),
    (b"\x28\xb5\x2f\xfd", Foreign::Packed),
    (b"ID3\x02", Foreign::Audio),
    (b"ID3\x03", Foreign::Audio),
    (b"ID3\x04", Foreign::Audio),
    (b"OggS", Foreign::Audio),
    (b"fLaC", Foreign::Audio),
    (b"\xff\xfb", Foreign::Audio),
    (b"\xff\xf1", Foreign::Audio),
    (b"#!AMR", Foreign::Audio),
    (b"\x1aE\xdf\xa3", Foreign::Video),
    (b"\x89PNG\r\n\x1a\n", Foreign::Image),
    (b"\xff\xd8\xff", Foreign::Image),
    (b"GIF8", Foreign::Image),
    (b"\x7fELF", Foreign::Program),
    (b"MZ\x90\0", Foreign::Program),
    (b"SQLite format 3\0", Foreign::Database),
];

/// An archive that can be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Package {
    /// A Word file.
    Word,
    /// An OpenDocument text.
    Odt,
    /// A workbook, XLSX or ODS.
    Sheets,
    /// No archive that can be opened; its reader says why.
    Damaged,
}

/// What the bytes are, where they are known for something that is no transcript. An archive that can be
/// read is none.
pub(super) fn of_bytes(bytes: &[u8], package: Option<Result<Package, Foreign>>) -> Option<Foreign> {
    if let Some((_, kind)) = MAGIC.iter().find(|(magic, _)| bytes.starts_with(magic)) {
        return Some(*kind);
    }
    match bytes.get(..12) {
        Some([b'R', b'I', b'F', b'F', _, _, _, _, b'A', b'V', b'I', _]) => {
            return Some(Foreign::Video);
        }
        Some(
            [b'R', b'I', b'F', b'F', ..]
            | [_, _, _, _, b'f', b't', b'y', b'p', b'M', b'4', b'A', _],
        ) => {
            return Some(Foreign::Audio);
        }
        Some([_, _, _, _, b'f', b't', b'y', b'p', ..]) => return Some(Foreign::Video),
        _ => {}
    }
    package?.err()
}

/// What an archive is by its members; `None` where the bytes are no archive.
pub(super) fn package(bytes: &[u8]) -> Option<Result<Package, Foreign>> {
    if !looks_like_zip(bytes) {
        return None;
    }
    let Ok(mut archive) = Archive::open(bytes) else {
        return Some(Ok(Package::Damaged));
    };
    let names = archive.names();
    let has = |wanted: &str| names.iter().any(|name| name.starts_with(wanted));
    if has("word/") {
        return Some(Ok(Package::Word));
    }
    let kind = match archive.read("mimetype").unwrap_or_default().as_slice() {
        b"application/vnd.oasis.opendocument.text" => return Some(Ok(Package::Odt)),
        b"application/vnd.oasis.opendocument.spreadsheet" => return Some(Ok(Package::Sheets)),
        b"application/vnd.oasis.opendocument.presentation" => Foreign::Presentation,
        // binary workbooks have no part of this name
        _ if has("xl/workbook.xml") => return Some(Ok(Package::Sheets)),
        _ if has("xl/") => Foreign::Spreadsheet,
        _ if has("ppt/") => Foreign::Presentation,
        _ if has("project.qde") => Foreign::QdaProject,
        _ => Foreign::Zip,
    };
    Some(Err(kind))
}

/// What a text is, where it is known for something that is no transcript.
pub(super) fn of_text(text: &str) -> Option<Foreign> {
    let start = text.trim_start();
    let head: String = start
        .chars()
        .take(400)
        .collect::<String>()
        .to_ascii_lowercase();
    if head.starts_with("<!doctype html")
        || head.starts_with("<html")
        || (head.starts_with("<!--") && head.contains("<html"))
    {
        return Some(Foreign::Html);
    }
    if head.starts_with("<?xml") {
        return Some(if head.contains("<html") {
            Foreign::Html
        } else {
            Foreign::Xml
        });
    }
    // a transcript may begin with a bracket too: only what is JSON to its end is JSON
    if start.starts_with(['{', '[']) && serde_json::from_str::<serde::de::IgnoredAny>(start).is_ok()
    {
        let has = |name: &str| start.contains(name);
        let whisper = has("\"text\"")
            && (has("\"start\"") || (has("\"transcription\"") && has("\"offsets\"")));
        return Some(if whisper {
            Foreign::WhisperJson
        } else {
            Foreign::Json
        });
    }
    None
}
