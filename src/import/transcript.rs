//! A file of any transcript format becomes turns, with what was not read and what was decided on the way.

use super::clean::Cleaner;
use super::error::ImportError;
use super::foreign::{self, Foreign, Package};
use super::names::Seen;
use super::warning::{Unread, Warning};
use super::{docx, html, odt, otter, pdf, rtf, sheet, srt, text, turns, vtt, whisper};
use crate::file::encoding::{Decoded, decode};
use crate::study::document::Turn;
use crate::study::is_interviewer_name;
use serde::{Deserialize, Serialize};
use std::cell::OnceCell;
use std::str::FromStr;

/// The longest text that is read: 64 MiB.
pub const LARGEST_TEXT: usize = 64 << 20;
/// The most lines, paragraphs, cells or segments that are read of one transcript: five hours of talk with every word on
/// a line of its own are fewer.
pub const MOST_LINES: usize = 200_000;

/// A format of transcripts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Format {
    /// Plain text.
    Text,
    /// Zoom's WebVTT.
    ZoomVtt,
    /// Teams' WebVTT.
    TeamsVtt,
    /// Any other WebVTT.
    Vtt,
    /// SubRip.
    Srt,
    /// Otter's text.
    Otter,
    /// Word.
    Docx,
    /// OpenDocument text.
    Odt,
    /// Rich text.
    Rtf,
    /// A web page.
    Html,
    /// JSON of Whisper and WhisperX.
    WhisperJson,
    /// A table of words with speakers or times (CSV, XLSX, ODS).
    Table,
    /// PDF, through `pdftotext`.
    Pdf,
    /// Our own turns.
    EntretienTurns,
}

impl Format {
    /// The name in files and on the command line.
    pub fn name(self) -> &'static str {
        FORMATS
            .iter()
            .find(|entry| entry.format == self)
            .map_or("", |entry| entry.name)
    }
}

impl FromStr for Format {
    type Err = String;

    /// Reads a name of the table; the error lists them all.
    fn from_str(name: &str) -> Result<Self, Self::Err> {
        FORMATS
            .iter()
            .find(|entry| entry.name == name)
            .map(|entry| entry.format)
            .ok_or_else(|| {
                FORMATS
                    .iter()
                    .map(|entry| entry.name)
                    .collect::<Vec<_>>()
                    .join(", ")
            })
    }
}

/// One format: how it is told and how it is read.
pub struct FormatEntry {
    /// The format.
    pub format: Format,
    /// Its name in files and on the command line.
    pub name: &'static str,
    /// Endings its files usually have, without the dot.
    pub extensions: &'static [&'static str],
    sniff: fn(&Source) -> bool,
    read: fn(&Source, &Options) -> Result<Transcript, ImportError>,
}

/// All formats, in the order in which a content is asked for its own.
pub const FORMATS: &[FormatEntry] = &[
    FormatEntry {
        format: Format::Docx,
        name: "docx",
        extensions: &["docx"],
        sniff: docx::is_docx,
        read: docx::read,
    },
    FormatEntry {
        format: Format::EntretienTurns,
        name: "entretien-turns",
        extensions: &["json"],
        sniff: turns::is_turns,
        read: turns::read,
    },
    FormatEntry {
        format: Format::Odt,
        name: "odt",
        extensions: &["odt", "ott"],
        sniff: odt::is_odt,
        read: odt::read,
    },
    FormatEntry {
        format: Format::Rtf,
        name: "rtf",
        extensions: &["rtf"],
        sniff: rtf::is_rtf,
        read: rtf::read,
    },
    FormatEntry {
        format: Format::Html,
        name: "html",
        extensions: &["html", "htm", "xhtml"],
        sniff: html::is_html,
        read: html::read,
    },
    FormatEntry {
        format: Format::WhisperJson,
        name: "whisper-json",
        extensions: &["json"],
        sniff: whisper::is_whisper,
        read: whisper::read,
    },
    FormatEntry {
        format: Format::Table,
        name: "table",
        extensions: &["csv", "tsv", "xlsx", "xlsm", "ods"],
        sniff: sheet::is_transcript,
        read: sheet::read_transcript_table,
    },
    FormatEntry {
        format: Format::Pdf,
        name: "pdf",
        extensions: &["pdf"],
        sniff: pdf::is_pdf,
        read: pdf::read,
    },
    FormatEntry {
        format: Format::TeamsVtt,
        name: "teams-vtt",
        extensions: &["vtt"],
        sniff: vtt::is_teams,
        read: vtt::read_teams,
    },
    FormatEntry {
        format: Format::ZoomVtt,
        name: "zoom-vtt",
        extensions: &["vtt"],
        sniff: vtt::is_zoom,
        read: vtt::read_zoom,
    },
    FormatEntry {
        format: Format::Vtt,
        name: "vtt",
        extensions: &["vtt"],
        sniff: vtt::is_vtt,
        read: vtt::read,
    },
    FormatEntry {
        format: Format::Srt,
        name: "srt",
        extensions: &["srt"],
        sniff: srt::is_srt,
        read: srt::read,
    },
    FormatEntry {
        format: Format::Otter,
        name: "otter",
        extensions: &["txt", "md"],
        sniff: otter::is_otter,
        read: otter::read,
    },
    FormatEntry {
        format: Format::Text,
        name: "text",
        extensions: &["txt", "text", "md"],
        sniff: text::is_text,
        read: text::read,
    },
];

/// The bytes of a file, decoded where they are text.
pub(super) struct Source<'a> {
    pub(super) bytes: &'a [u8],
    decoded: Option<Decoded>,
    package: Option<Package>,
    known: OnceCell<Option<Foreign>>,
}

impl Source<'_> {
    /// What kind of archive it is; `None` for a text.
    pub(super) fn package(&self) -> Option<Package> {
        self.package
    }

    /// What a text is known for by its first words, if it is no words spoken.
    pub(super) fn known(&self) -> Option<Foreign> {
        *self.known.get_or_init(|| foreign::of_text(self.text()))
    }

    /// The text; empty for an archive.
    pub(super) fn text(&self) -> &str {
        self.decoded
            .as_ref()
            .map_or("", |decoded| decoded.text.as_str())
    }
}

/// What the person asked for.
#[derive(Debug, Clone, Default)]
pub struct Options {
    /// Read as this format, whatever the content looks like.
    pub format: Option<Format>,
    /// Decode as this encoding (a byte order mark beats it).
    pub encoding: Option<String>,
    /// Names that are speakers even if they stand in the file once.
    pub confirmed_speakers: Vec<String>,
    /// Keep it as a new version even where hardly anything of the one before is found again.
    pub another: bool,
}

/// A name that stands once where speakers stand, taken as text until a person confirms it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Candidate {
    /// As written.
    pub name: String,
    /// Line or paragraph, from 1.
    pub line: usize,
}

impl From<&Seen> for Candidate {
    fn from(seen: &Seen) -> Self {
        Self {
            name: crate::text::sanitise_line(&seen.written).text,
            line: seen.line,
        }
    }
}

/// Where an `entretien-turns` file says it comes from.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Origin {
    /// Key of the interview.
    pub interview: Option<String>,
    /// Key of the document.
    pub document: Option<String>,
    /// Version, from 1.
    pub version: Option<u32>,
}

/// What a file says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Transcript {
    /// The format it is in.
    pub format: Format,
    /// The encoding it is in, in lower case.
    pub encoding: String,
    /// The turns, in the file's order (cues: in the order of their starts).
    pub turns: Vec<Turn>,
    /// What was not read.
    pub unread: Vec<Unread>,
    /// Choices that were made.
    pub warnings: Vec<Warning>,
    /// Runs between white space in all turns.
    pub words: usize,
    /// Recordings the times belong to; 1 where they never start again.
    pub recordings: usize,
    /// Names that stand once where speakers stand, for the preview to offer.
    pub candidates: Vec<Candidate>,
    /// Of an `entretien-turns` file.
    pub origin: Option<Origin>,
}

impl Transcript {
    pub(super) fn new(format: Format) -> Self {
        Self {
            format,
            encoding: "utf-8".to_owned(),
            turns: Vec::new(),
            unread: Vec::new(),
            warnings: Vec::new(),
            words: 0,
            recordings: 1,
            candidates: Vec::new(),
            origin: None,
        }
    }

    /// Speakers in the order in which they first speak, with the number of their turns; `None` for turns of nobody.
    pub fn speakers(&self) -> Vec<(Option<&str>, usize)> {
        let mut places = std::collections::HashMap::new();
        let mut found: Vec<(Option<&str>, usize)> = Vec::new();
        for turn in &self.turns {
            let speaker = turn.speaker.as_deref();
            let at = *places.entry(speaker).or_insert_with(|| {
                found.push((speaker, 0));
                found.len() - 1
            });
            if let Some((_, turns)) = found.get_mut(at) {
                *turns += 1;
            }
        }
        found
    }

    /// What every reader does at its end: counts, and tells what was made harmless, who is taken for an interviewer, …
    pub(super) fn finish(&mut self, cleaner: &Cleaner) {
        self.words = self
            .turns
            .iter()
            .map(|turn| crate::text::word::count(&turn.text))
            .sum();
        if !self.candidates.is_empty() {
            self.warnings
                .push(Warning::SeenOnce(self.candidates.clone()));
        }
        let interviewers: Vec<String> = self
            .speakers()
            .into_iter()
            .filter_map(|(name, _)| name)
            .filter(|name| is_interviewer_name(name))
            .map(str::to_owned)
            .collect();
        if !interviewers.is_empty() {
            self.warnings.push(Warning::Interviewers(interviewers));
        }
        self.warnings.extend(cleaner.warnings());
        if !self.unread.is_empty() {
            self.warnings.push(Warning::Unread(self.unread.len()));
        }
    }
}

/// Reads a transcript; its format is found from the content, never from a name.
pub fn read_transcript(bytes: &[u8], options: &Options) -> Result<Transcript, ImportError> {
    if bytes.iter().all(u8::is_ascii_whitespace) {
        return Err(ImportError::Empty);
    }
    let package = foreign::package(bytes);
    let is_pdf = pdf::looks_like_pdf(bytes);
    if let Some(kind) = foreign::of_bytes(bytes, package).filter(|_| !is_pdf) {
        return Err(ImportError::Foreign { kind });
    }
    let package = package.and_then(Result::ok);
    let decoded = if package.is_some() || is_pdf {
        None
    } else if bytes.len() > LARGEST_TEXT {
        return Err(ImportError::TooLarge { bytes: bytes.len() });
    } else {
        Some(decode(bytes, options.encoding.as_deref())?)
    };
    let source = Source {
        bytes,
        decoded,
        package,
        known: OnceCell::new(),
    };
    let entry = match options.format {
        Some(wanted) => FORMATS.iter().find(|entry| entry.format == wanted),
        None => FORMATS.iter().find(|entry| (entry.sniff)(&source)),
    };
    // the last of the table takes any text
    let entry = entry.or(FORMATS.last()).ok_or(ImportError::NotText)?;
    let is_workbook = entry.format == Format::Table && source.package == Some(Package::Sheets);
    if !matches!(entry.format, Format::Docx | Format::Odt | Format::Pdf) && !is_workbook {
        if source.decoded.is_none() {
            return Err(ImportError::NotThatFormat {
                format: entry.format,
                why: if is_pdf {
                    "it is a PDF".to_owned()
                } else {
                    "it is a zip archive, as Word files are".to_owned()
                },
            });
        }
        if source.text().trim().is_empty() {
            return Err(ImportError::Empty);
        }
        // these say themselves what they cannot read
        let own = matches!(
            entry.format,
            Format::EntretienTurns | Format::Html | Format::Rtf | Format::WhisperJson
        );
        if let Some(kind) = source.known().filter(|_| !own) {
            return Err(ImportError::Foreign { kind });
        }
    }
    if source.decoded.is_some() {
        // documents count their paragraphs themselves
        let begins = match entry.format {
            Format::EntretienTurns | Format::WhisperJson => Some(b'{'),
            Format::Html | Format::Rtf => None,
            _ => Some(b'\n'),
        };
        let is_one = |byte: &&u8| Some(**byte) == begins;
        if source.text().as_bytes().iter().filter(is_one).count() > MOST_LINES {
            return Err(ImportError::TooManyLines);
        }
    }
    let mut transcript = (entry.read)(&source, options)?;
    // RTF says of each font how its letters are written
    let decoded = source.decoded.as_ref();
    if let Some(decoded) = decoded.filter(|_| transcript.format != Format::Rtf) {
        transcript.encoding.clone_from(&decoded.encoding);
        if !decoded.encoding.starts_with("utf-") && options.encoding.is_none() {
            transcript
                .warnings
                .push(Warning::Encoding(decoded.encoding.clone()));
        }
        if decoded.had_errors {
            transcript.warnings.push(Warning::BadBytes);
        }
    }
    if transcript.turns.is_empty() && transcript.unread.is_empty() {
        return Err(ImportError::NoWords {
            format: transcript.format,
        });
    }
    Ok(transcript)
}

/// A warning where a file's name says another format than its content.
pub fn name_and_content(file_name: &str, format: Format) -> Option<Warning> {
    let (_, extension) = file_name.rsplit_once('.')?;
    let extension = extension.to_ascii_lowercase();
    let known = FORMATS
        .iter()
        .any(|entry| entry.extensions.contains(&extension.as_str()));
    let fits = FORMATS
        .iter()
        .any(|entry| entry.format == format && entry.extensions.contains(&extension.as_str()));
    // a text may be called anything; a document of another kind under a known ending is worth a word
    (known && !fits).then_some(Warning::NameAndContent { format, extension })
}
