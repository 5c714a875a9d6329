//! The places of a report that belong to people: what they wrote there outlives the next report of the same name, and what
//! they wrote elsewhere is never overwritten unasked.
//!
//! In Markdown a place lies between `<!-- own KEY: hint -->` and `<!-- /own KEY -->`; in a Word document it is a content
//! control with the tag `own:KEY`. Every report carries a checksum of what the program wrote; a report whose own part
//! no longer has it was edited by somebody.

use crate::file::xml::{Event, Xml, XmlError, text_of};
use crate::file::zip::{Archive, ArchiveError};
use crate::i18n::Message;
use crate::message;
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::fmt::Write;

/// The property, or the word in the last comment, that the checksum stands under.
pub(in crate::export) const SEAL: &str = "entretien";
/// What the tag of a content control begins with.
pub(super) const TAG: &str = "own:";

/// What people wrote into an earlier report.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Own {
    places: BTreeMap<String, String>,
    /// Whether what the program wrote was changed since.
    pub edited: bool,
}

/// Why an earlier report cannot be taken up.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum OwnError {
    /// Nothing in it says that the program wrote it.
    #[error("it is no report of this program")]
    Foreign,
    /// A place has no end, has an end but no beginning, or is there twice.
    #[error("line {line}: the place {key:?} is not closed, not opened, or there twice")]
    Place {
        /// Its name.
        key: String,
        /// Line, from 1; 0 in a Word document.
        line: usize,
    },
    /// A template without something that it must have.
    #[error("{0} is missing")]
    Lacks(String),
    /// A Word document that cannot be read.
    #[error(transparent)]
    Archive(#[from] ArchiveError),
    /// A Word document that cannot be read.
    #[error(transparent)]
    Xml(#[from] XmlError),
}

impl OwnError {
    /// The error in words.
    pub fn message(&self) -> Message {
        match self {
            Self::Foreign => message!("export-own-foreign"),
            Self::Place { key, line } => message!("export-own-place", key = key, line = *line),
            Self::Lacks(what) => message!("export-own-lacks", what = what),
            Self::Archive(error) => message!("export-own-damaged", reason = error.to_string()),
            Self::Xml(error) => message!("export-own-damaged", reason = error.to_string()),
        }
    }
}

impl Own {
    /// What stands in a place, as its format writes it.
    pub fn words(&self, key: &str) -> Option<&str> {
        self.places.get(key).map(String::as_str)
    }

    /// The places that hold something.
    pub fn keys(&self) -> impl Iterator<Item = &str> {
        self.places.keys().map(String::as_str)
    }

    /// Reads an earlier report in Markdown.
    pub fn of_markdown(text: &str) -> Result<Self, OwnError> {
        let mut places = BTreeMap::new();
        let mut rest_of_us = String::new();
        let mut open: Option<(String, usize, String)> = None;
        let mut sealed = None;
        for (number, line) in (1..).zip(text.split_inclusive('\n')) {
            let fault = |key: &str| OwnError::Place {
                key: key.to_owned(),
                line: number,
            };
            let comment = line
                .trim()
                .strip_prefix("<!--")
                .and_then(|rest| rest.strip_suffix("-->"))
                .map_or("", str::trim);
            if let Some(said) = comment.strip_prefix("own ") {
                let key = said.split(':').next().unwrap_or("").trim();
                if open.is_some() || places.contains_key(key) {
                    return Err(fault(key));
                }
                open = Some((key.to_owned(), number, String::new()));
                rest_of_us.push_str(line);
            } else if let Some(key) = comment.strip_prefix("/own ") {
                match open.take() {
                    Some((own, _, words)) if own == key.trim() => {
                        places.insert(own, words);
                    }
                    _ => return Err(fault(key)),
                }
                rest_of_us.push_str(line);
            } else if let Some((_, _, words)) = &mut open {
                words.push_str(line);
            } else if let Some(seal) = comment.strip_prefix(SEAL) {
                sealed = Some(seal.trim().to_owned());
            } else {
                rest_of_us.push_str(line);
            }
        }
        if let Some((key, line, _)) = open {
            return Err(OwnError::Place { key, line });
        }
        let sealed = sealed.ok_or(OwnError::Foreign)?;
        places.retain(|_, words: &mut String| !words.trim().is_empty());
        Ok(Self {
            places,
            edited: sealed != checksum(&rest_of_us),
        })
    }

    /// Reads an earlier report in Word's format. A place is kept as it is written, with its bold and its lists of styles,
    /// where it leans on nothing else of the file (a picture, a link, a numbering); else its words are kept.
    pub fn of_word(bytes: &[u8]) -> Result<Self, OwnError> {
        let mut archive = Archive::open(bytes)?;
        let sealed = seal_of(&mut archive)?;
        let main = archive.read("word/document.xml")?;
        let main = text_of(&main)?;
        let read = Controls::read(&main)?;
        Ok(Self {
            places: read.places,
            edited: sealed != checksum(&read.outside),
        })
    }
}

/// The beginning of a place in Markdown.
pub(super) fn open(key: &str, hint: &str) -> String {
    let hint = hint.replace("--", "–");
    format!("<!-- own {key}: {hint} -->\n")
}

/// The end of a place in Markdown.
pub(super) fn close(key: &str) -> String {
    format!("<!-- /own {key} -->\n")
}

/// A report in Markdown with its checksum below it.
pub fn sealed(markdown: &str) -> String {
    let ours = match Own::of_markdown(&format!("{markdown}<!-- {SEAL} -->\n")) {
        Ok(_) => outside(markdown),
        Err(_) => markdown.to_owned(),
    };
    format!(
        "{markdown}\n<!-- {SEAL} {} -->\n",
        checksum(&format!("{ours}\n"))
    )
}

/// A text without places of its own, with its checksum in a comment below it.
pub fn sealed_whole(text: &str, (open, close): (&str, &str)) -> String {
    format!("{text}\n{open}{SEAL} {}{close}\n", checksum(text))
}

/// Whether such a text is as the program wrote it; `None` where nothing says that the program did.
pub fn is_whole(text: &str, (open, close): (&str, &str)) -> Option<bool> {
    let (before, last) = text.trim_end().rsplit_once('\n')?;
    let seal = last.trim().strip_prefix(open.trim())?;
    let seal = seal.trim().strip_prefix(SEAL)?;
    let seal = seal.strip_suffix(close.trim()).unwrap_or(seal);
    Some(seal.trim() == checksum(before))
}

/// A text without what stands in its places.
fn outside(markdown: &str) -> String {
    let mut out = String::new();
    let mut within = false;
    for line in markdown.split_inclusive('\n') {
        let is = |mark: &str| line.starts_with(mark);
        if is("<!-- /own ") {
            within = false;
        }
        if !within {
            out.push_str(line);
        }
        if is("<!-- own ") {
            within = true;
        }
    }
    out
}

/// The checksum of what the program wrote, white space apart.
pub(in crate::export) fn checksum(text: &str) -> String {
    let mut sum = Sha256::new();
    for word in text.split_whitespace() {
        sum.update(word.as_bytes());
        sum.update(b" ");
    }
    let mut out = String::new();
    for byte in sum.finalize().iter().take(16) {
        let _ = write!(out, "{byte:02x}");
    }
    out
}

/// The checksum that a package of ours carries.
pub(in crate::export) fn seal_of(archive: &mut Archive) -> Result<String, OwnError> {
    let properties = archive
        .read("docProps/custom.xml")
        .map_err(|_| OwnError::Foreign)?;
    property(&text_of(&properties)?)?.ok_or(OwnError::Foreign)
}

/// The value of our property.
fn property(text: &str) -> Result<Option<String>, XmlError> {
    let mut xml = Xml::new(text);
    let mut ours = false;
    loop {
        match xml.event()? {
            Event::Start(element) if element.name() == "property" => {
                ours = element.attribute("name").as_deref() == Some(SEAL);
            }
            Event::Text(text) if ours && !text.trim().is_empty() => {
                return Ok(Some(text.trim().to_owned()));
            }
            Event::Eof => return Ok(None),
            Event::Start(_) | Event::End(_) | Event::Text(_) => {}
        }
    }
}

/// What stands in and outside the content controls of a document.
#[derive(Default)]
struct Controls {
    places: BTreeMap<String, String>,
    outside: String,
}

impl Controls {
    fn read(text: &str) -> Result<Self, OwnError> {
        let mut read = Self::default();
        let mut xml = Xml::new(text);
        // of the outermost control: its depth, key, whether it shows its hint, where its content begins, its words
        let mut depth = 0usize;
        let mut control: Option<(usize, Control)> = None;
        let mut in_text = false;
        loop {
            let before = xml.position();
            match xml.event()? {
                Event::Start(element) => {
                    depth += 1;
                    match (element.name(), &mut control) {
                        ("w:sdt", None) => control = Some((depth, Control::default())),
                        ("w:tag", Some((_, own))) if own.from.is_none() => {
                            own.key = element
                                .attribute("val")
                                .and_then(|value| Some(value.strip_prefix(TAG)?.to_owned()));
                        }
                        ("w:showingPlcHdr", Some((_, own))) if own.from.is_none() => {
                            own.hint = true;
                        }
                        ("w:sdtContent", Some((at, own)))
                            if depth == *at + 1 && own.from.is_none() =>
                        {
                            own.from = Some(xml.position());
                        }
                        ("w:p", Some((_, own))) if own.from.is_some() => own.words.push('\n'),
                        ("w:t", _) => in_text = true,
                        _ => {}
                    }
                }
                Event::Text(words) if in_text => match &mut control {
                    Some((_, own)) => own.words.push_str(&words),
                    None => read.outside.push_str(&words),
                },
                Event::End(element) => {
                    match (element.name(), &mut control) {
                        ("w:sdtContent", Some((at, own))) if depth == *at + 1 => {
                            own.to = Some(before);
                        }
                        ("w:p", None) => read.outside.push('\n'),
                        _ => {}
                    }
                    in_text &= element.name() != "w:t";
                    if control.as_ref().is_some_and(|(at, _)| depth == *at)
                        && let Some((_, own)) = control.take()
                    {
                        read.keep(own, text)?;
                    }
                    depth = depth.saturating_sub(1);
                }
                Event::Eof => return Ok(read),
                Event::Text(_) => {}
            }
        }
    }

    fn keep(&mut self, own: Control, text: &str) -> Result<(), OwnError> {
        let Some(key) = own.key else { return Ok(()) };
        if own.hint || own.words.trim().is_empty() {
            return Ok(());
        }
        let raw = own
            .from
            .zip(own.to)
            .and_then(|(from, to)| text.get(from..to));
        let leans = |raw: &str| {
            ["r:id=", "r:embed=", "w:numId", "w:sdt", "w:comment"]
                .iter()
                .any(|mark| raw.contains(mark))
        };
        let kept = match raw {
            Some(raw) if !leans(raw) => raw.to_owned(),
            _ => own
                .words
                .trim()
                .lines()
                .fold(String::new(), |out, line| out + &super::docx::plain(line)),
        };
        if self.places.insert(key.clone(), kept).is_some() {
            return Err(OwnError::Place { key, line: 0 });
        }
        Ok(())
    }
}

#[derive(Default)]
struct Control {
    key: Option<String>,
    hint: bool,
    from: Option<usize>,
    to: Option<usize>,
    words: String,
}

#[cfg(test)]
mod tests {
    use super::super::docx::{Dress, Frame};
    use super::*;
    use crate::export::report::Report;
    use crate::file::zip::pack;

    fn report() -> Report {
        let mut report = Report {
            title: "Étude".to_owned(),
            ..Report::default()
        };
        report.chapter(1, "En bref".to_owned());
        report.own("summary".to_owned(), "Votre texte <ici>".to_owned());
        report.paragraph("Une phrase & deux.".to_owned());
        report.own("S1.b".to_owned(), "encore".to_owned());
        report.grid(
            vec!["a".to_owned(), "b".to_owned()],
            vec![false, true],
            vec![vec!["x".to_owned(), "1".to_owned()]],
        );
        report
    }

    #[test]
    fn what_people_write_into_a_place_of_a_markdown_report_stays() {
        let made = sealed(&report().markdown());
        assert_eq!(Own::of_markdown(&made), Ok(Own::default()));
        let written = made.replacen(
            "-->\n\n<!-- /own summary",
            "-->\nMon *texte*.\n\nFin.\n<!-- /own summary",
            1,
        );
        assert_ne!(written, made);
        let own = Own::of_markdown(&written).unwrap();
        assert_eq!(own.words("summary"), Some("Mon *texte*.\n\nFin.\n"));
        assert!(!own.edited);
        assert_eq!(sealed(&report().markdown_with(&own)), written);
    }

    #[test]
    fn what_was_written_elsewhere_is_seen() {
        let made = sealed(&report().markdown());
        let own = Own::of_markdown(&made.replace("phrase", "ligne")).unwrap();
        assert!(own.edited);
        // other line ends and blank lines are nobody's words
        let own = Own::of_markdown(&made.replace('\n', "\r\n")).unwrap();
        assert!(!own.edited);
    }

    #[test]
    fn faulty_places_are_named_with_their_line() {
        let made = sealed(&report().markdown());
        for (text, fault) in [
            ("# Mon texte\n".to_owned(), OwnError::Foreign),
            (
                made.replace("<!-- /own summary -->\n", ""),
                OwnError::Place {
                    key: "S1.b".to_owned(),
                    line: 10,
                },
            ),
            (
                made.replace("<!-- own S1.b: encore -->\n", ""),
                OwnError::Place {
                    key: "S1.b".to_owned(),
                    line: 12,
                },
            ),
            (
                made.replace("<!-- /own S1.b -->\n", ""),
                OwnError::Place {
                    key: "S1.b".to_owned(),
                    line: 11,
                },
            ),
        ] {
            assert_eq!(Own::of_markdown(&text), Err(fault), "{text}");
        }
    }

    /// The same package with another main part.
    fn with_main(docx: &[u8], change: impl Fn(&str) -> String) -> Vec<u8> {
        let mut archive = Archive::open(docx).unwrap();
        let parts: Vec<(String, Vec<u8>)> = archive
            .names()
            .into_iter()
            .map(|name| {
                let bytes = archive.read(&name).unwrap();
                (name, bytes)
            })
            .collect();
        let parts: Vec<(String, Vec<u8>)> = parts
            .into_iter()
            .map(|(name, bytes)| match name.as_str() {
                "word/document.xml" => {
                    let text = String::from_utf8(bytes).unwrap();
                    (name, change(&text).into_bytes())
                }
                _ => (name, bytes),
            })
            .collect();
        pack(
            parts
                .iter()
                .map(|(name, bytes)| (name.as_str(), bytes.as_slice())),
        )
        .unwrap()
    }

    #[test]
    fn what_people_write_into_a_place_of_a_word_document_stays() {
        let word = |own: &Own| {
            report()
                .docx(&Dress::default(), &Frame::default(), own)
                .unwrap()
        };
        let made = word(&Own::default());
        assert_eq!(Own::of_word(&made), Ok(Own::default()));
        let hint = "<w:t xml:space=\"preserve\">Votre texte &lt;ici&gt;</w:t>";
        let theirs = "<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>Mon texte.</w:t></w:r></w:p>";
        let written = with_main(&made, |main| {
            assert!(main.contains(hint));
            let at = main.find("<w:showingPlcHdr/>").unwrap();
            let (before, after) = main.split_at(at);
            let after = after.strip_prefix("<w:showingPlcHdr/>").unwrap();
            let (from, to) = (
                after.find("<w:p>").unwrap(),
                after.find("</w:p>").unwrap() + 6,
            );
            format!("{before}{}{theirs}{}", &after[..from], &after[to..])
        });
        let own = Own::of_word(&written).unwrap();
        assert!(!own.edited);
        assert_eq!(own.words("summary"), Some(theirs));
        assert_eq!(Own::of_word(&word(&own)).unwrap(), own);
        // a picture leans on another part: its words alone are kept
        let leaning = with_main(&written, |main| {
            main.replace("<w:b/>", "<w:b/><x r:id=\"rId9\"/>")
        });
        let own = Own::of_word(&leaning).unwrap();
        let kept = own.words("summary").unwrap();
        assert!(
            kept.contains("Mon texte.") && !kept.contains("rId9"),
            "{kept}"
        );
        let elsewhere = with_main(&written, |main| main.replace("Une phrase", "Deux phrases"));
        assert!(Own::of_word(&elsewhere).unwrap().edited);
        assert!(matches!(Own::of_word(b"none"), Err(OwnError::Archive(_))));
    }
}
