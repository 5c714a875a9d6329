//! What a report is written as: words with marks, figures for a spreadsheet, or a document.

use super::docx::{Dress, Frame};
use super::{Own, Report};
use crate::file::csv::Profile;
use crate::file::zip::ArchiveError;
use crate::i18n::{Lang, Words};
use jiff::Timestamp;
use std::path::Path;

/// What a report is written as.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ReportForm {
    /// Markdown.
    Markdown,
    /// Its tables and lines as rows.
    Csv,
    /// A Word document.
    Word,
}

impl ReportForm {
    /// Every form, the default first.
    pub const ALL: [Self; 3] = [Self::Markdown, Self::Csv, Self::Word];

    /// The ending of its files.
    pub fn ending(self) -> &'static str {
        match self {
            Self::Markdown => "md",
            Self::Csv => "csv",
            Self::Word => "docx",
        }
    }

    /// What the ending of a file's name asks for; Markdown where it asks for nothing we write.
    pub fn of(path: &Path) -> Self {
        Self::asked(path).unwrap_or(Self::Markdown)
    }

    /// The form whose ending a file's name has.
    pub fn asked(path: &Path) -> Option<Self> {
        let ending = path.extension()?.to_ascii_lowercase();
        Self::ALL.into_iter().find(|form| ending == form.ending())
    }
}

impl Frame {
    /// The words of a document in a language; the date is that of the journal's head.
    pub fn of(words: Words, contents: String, date: Option<Timestamp>) -> Self {
        Self {
            contents,
            language: match words.lang() {
                Lang::Fr => "fr-FR",
                Lang::En => "en-GB",
            }
            .to_owned(),
            date: date.map_or_else(String::new, |date| {
                date.strftime("%Y-%m-%dT%H:%M:%SZ").to_string()
            }),
        }
    }
}

impl Report {
    /// The report as the bytes of a file. The same report gives the same bytes.
    pub fn written(
        &self,
        form: ReportForm,
        words: Words,
        date: Option<Timestamp>,
    ) -> Result<Vec<u8>, ArchiveError> {
        match form {
            ReportForm::Markdown => Ok(self.markdown().into_bytes()),
            ReportForm::Csv => Ok(self.csv(Profile::Data)),
            // a few pages need neither contents nor numbers
            ReportForm::Word => {
                let frame = Frame::of(words, String::new(), date);
                self.docx(&Dress::unnumbered(), &frame, &Own::default())
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::ReportForm;
    use std::path::Path;

    #[test]
    fn the_ending_of_a_name_says_how_it_is_written() {
        let of = |name: &str| ReportForm::of(Path::new(name));
        assert_eq!(of("a.docx"), ReportForm::Word);
        assert_eq!(of("a.DOCX"), ReportForm::Word);
        assert_eq!(of("a.csv"), ReportForm::Csv);
        assert_eq!(of("a.md"), ReportForm::Markdown);
        assert_eq!(of("a"), ReportForm::Markdown);
        assert_eq!(of("a.txt"), ReportForm::Markdown);
    }
}
