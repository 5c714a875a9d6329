//! What the fuzz targets do with bytes: an importer each, forced, and what must hold of what it reads.

use entretien::import::data::Kind;
use entretien::import::qda::Keeping;
use entretien::import::{
    Belongs, Input, Options, Plan, Read, Report, plan_files, read_pdf_text, read_transcript,
};
use entretien::study::Study;
use entretien::study::document::DocumentText;
use entretien::study::id::{Mint, VersionId};
use std::collections::HashMap;
use std::sync::Arc;

/// Reads a transcript as a format.
pub fn transcript(format: &str, bytes: &[u8]) {
    let options = Options {
        format: format.parse().ok(),
        ..Options::default()
    };
    match read_transcript(bytes, &options) {
        Ok(found) => {
            let words = found.turns.iter().map(|turn| turn.text.split_whitespace().count());
            assert_eq!(words.sum::<usize>(), found.words);
            for turn in &found.turns {
                assert!(entretien::text::sanitise::is_sanitised(&turn.text));
                let chars = turn.text.chars().count();
                assert!(turn.anchors.iter().all(|(at, _)| *at as usize <= chars));
            }
        }
        Err(error) => assert!(!error.to_string().is_empty()),
    }
}

/// Reads what `pdftotext` may say.
pub fn pdf(bytes: &[u8]) {
    let _ = read_pdf_text(&String::from_utf8_lossy(bytes), &Options::default());
}

/// Reads a project of another program.
pub fn project(keeping: &str, bytes: &[u8]) {
    if let Some(keeping) = Keeping::parse(keeping) {
        planned(bytes, Read::Project(keeping));
    }
}

/// Reads a table, as text or as a workbook.
pub fn table(kind: Kind, bytes: &[u8]) {
    planned(bytes, Read::Data(kind, None));
}

/// Reads files as they come: what they are is found from their content.
pub fn found(bytes: &[u8]) {
    let found = Input::find("p", bytes.to_vec(), Belongs::ByName, Options::default());
    planned(bytes, found.read);
}

fn planned(bytes: &[u8], read: Read) {
    let input = Input {
        name: "p".to_owned(),
        bytes: bytes.to_vec(),
        read,
    };
    let none: HashMap<VersionId, Arc<DocumentText>> = HashMap::new();
    let study = Study::default();
    let planned: Result<Plan, Report> =
        plan_files(vec![input], &study, &none, &(), &mut Count(0), "am");
    if let Err(report) = planned {
        assert!(!report.problems.is_empty());
    }
}

struct Count(u128);

impl Mint for Count {
    fn id(&mut self) -> uuid::Uuid {
        self.0 += 1;
        uuid::Uuid::from_u128((0x7 << 76) | self.0)
    }

    fn random(&mut self) -> uuid::Uuid {
        self.id()
    }

    fn now(&self) -> jiff::Timestamp {
        jiff::Timestamp::UNIX_EPOCH
    }
}
