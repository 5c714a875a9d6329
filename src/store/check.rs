//! Making sure of a study: the chain, the texts, the anchors, the embedded store against the journals' fold.

use super::error::{StoreError, shown};
use super::folder::Folder;
use super::handle::Store;
use super::load::{self, rebuild};
use super::lock::Lock;
use super::open::damage_message;
use super::reading::fold_all;
use super::texts::{self, TextFlaw};
use super::watch::unwatched;
use crate::i18n::Message;
use crate::message;
use crate::study::coding::checksum;
use crate::study::document::{DocumentText, Version};
use crate::study::id::VersionId;
use crate::study::{Record, Study};
use std::path::Path;

/// Something that was found off.
#[derive(Debug, Clone, PartialEq)]
pub struct Finding {
    /// What, where, what to do.
    pub message: Message,
    /// Whether it is no fault, or was put right: such findings do not make the check fail.
    pub repaired: bool,
}

impl Finding {
    fn fault(message: Message) -> Self {
        Self {
            message,
            repaired: false,
        }
    }

    fn repaired(message: Message) -> Self {
        Self {
            message,
            repaired: true,
        }
    }
}

impl Store {
    /// Looks at everything a study is made of. What a kill leaves (a torn last line, an embedded store that is behind
    /// or gone) is put right at once; with `repair`, also an embedded store that is not what the journals say. While
    /// another process holds the study, its embedded store is not looked at and nothing is put right.
    pub fn check(folder: &Path, repair: bool) -> Result<Vec<Finding>, StoreError> {
        let folder = Folder::open(folder)?;
        let mut findings = Vec::new();
        let (lock, stored) = match Lock::take(&folder) {
            Ok(lock) => {
                folder.complete()?;
                let opened = load::load(&folder, &mut unwatched)?;
                // Journals that lost what was acknowledged are a fault, also when all the rest is made to agree.
                findings.extend(opened.notices.into_iter().map(|message| Finding {
                    repaired: message.key != "store-state-disagrees",
                    message,
                }));
                (Some(lock), Some(opened.study))
            }
            // Held by another, or on a disk that takes no writing: the journals can be looked at all the same.
            Err(held @ (StoreError::Held { .. } | StoreError::Disk { .. })) => {
                let message = message!("store-check-held", who = held.message());
                findings.push(Finding::repaired(message));
                (None, None)
            }
            Err(error) => return Err(error),
        };
        let folded = fold_all(&folder, true, None, &mut unwatched)?;
        for journal in &folded.found {
            let damages = journal.damages.iter();
            findings.extend(damages.map(|damage| Finding::fault(damage_message(damage))));
        }
        let blank = folded.blank.iter().filter(|subject| {
            let erased = |id| folded.study.erased.contains(id);
            !subject.as_ref().is_some_and(erased)
        });
        let blank = blank.count();
        if blank > 0 {
            findings.push(Finding::fault(message!("store-part-missing", n = blank)));
        }
        check_texts(&folder, &folded.study, &mut findings);
        if let Some(stored) = stored {
            let off = differences(&stored, &folded.study);
            if off > 0 {
                let message = message!("store-state-off", n = off);
                if repair {
                    let mut notices = Vec::new();
                    rebuild(&folder, &mut notices, &mut unwatched)?;
                    findings.extend(notices.into_iter().map(Finding::repaired));
                    findings.push(Finding::repaired(message));
                } else {
                    findings.push(Finding::fault(message));
                }
            }
        }
        drop(lock);
        Ok(findings)
    }
}

/// How many records are not the same in both.
fn differences(stored: &Study, folded: &Study) -> usize {
    if stored.records == folded.records {
        return usize::from(stored.erased != folded.erased);
    }
    let missing = |from: &Study, other: &Study| {
        let differs = |record: &Record| other.records.get(&record.item()).as_ref() != Some(record);
        from.records.all().filter(differs).count()
    };
    missing(stored, folded).max(missing(folded, stored))
}

/// Texts and originals by their hashes, codings by the checksums of their quotes.
fn check_texts(folder: &Folder, study: &Study, findings: &mut Vec<Finding>) {
    for (id, version) in &study.records.versions {
        match texts::read(folder, &version.text, &version.salt) {
            Ok(text) => check_anchors(study, id, version, &text, findings),
            Err(flaw) => {
                let file = folder.texts().join(&version.text);
                findings.push(text_finding(study, version, &file, &flaw));
            }
        }
        if !version.original.is_empty()
            && let Err(flaw) = texts::checked(&folder.originals(), &version.original, &version.salt)
        {
            let file = folder.originals().join(&version.original);
            findings.push(text_finding(study, version, &file, &flaw));
        }
    }
}

fn document_key<'a>(study: &'a Study, version: &Version) -> &'a str {
    let document = study.records.documents.get(&version.document);
    document.map_or("", |document| &document.key)
}

fn text_finding(study: &Study, version: &Version, file: &Path, flaw: &TextFlaw) -> Finding {
    let key = match flaw {
        TextFlaw::Missing => "store-text-missing",
        TextFlaw::Damaged => "store-text-damaged",
    };
    let document = document_key(study, version);
    Finding::fault(message!(key, file = shown(file), document = document))
}

fn check_anchors(
    study: &Study,
    id: &VersionId,
    version: &Version,
    text: &DocumentText,
    findings: &mut Vec<Finding>,
) {
    for coding in study.codings_of_version(id) {
        let record = study.records.codings.get(coding);
        let Some(passage) = record.and_then(|record| record.in_version(id)) else {
            continue;
        };
        if checksum(text.slice(passage.span())) != passage.check {
            findings.push(Finding::fault(message!(
                "store-anchor",
                coding = coding.to_string(),
                document = document_key(study, version)
            )));
        }
    }
}
