//! The data files of a study, in memory.

mod anchors;
mod answers;
mod certifications;
mod codebook;
mod criteria;
mod evidence;
mod excerpts;
mod exclusions;
mod findings;
mod material;
mod memos;
mod notes;
mod package;
mod participants;
mod position;
mod problems;
mod saved;
mod scenarios;
mod sessions;
mod sheet;
mod spot;
mod study_toml;
mod summaries;
mod transcripts;

#[cfg(test)]
mod consent_test;
#[cfg(test)]
mod exclusion_test;
#[cfg(test)]
mod export_test;

use super::Profile;
use crate::analysis::{Context, Counted, Keys, Options, TurnCache};
use crate::i18n::{Lang, Message};
use crate::message;
use crate::study::Study;
use crate::study::document::{Texts, Version};
use jiff::Timestamp;
use material::Material;
pub(super) use package::is_ours;
pub(super) use sheet::{Kind, Sheet};

/// The file that a version was read from.
pub type Originals<'a> = &'a dyn Fn(&Version) -> Option<Vec<u8>>;

/// How a study is exported.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ExportOptions {
    /// Dialect of the CSV files.
    pub profile: Profile,
    /// For others: speakers by pseudonym, small cells masked, and no words of whoever did not consent to be quoted.
    pub shared: bool,
    /// Into a folder that is not empty and not one of ours.
    pub force: bool,
    /// Hash of the journal's head.
    pub head: String,
    /// Date of the journal's head.
    pub date: Option<Timestamp>,
}

/// The files of an export.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Export {
    /// Path with `/` and bytes, in the order they are written; `datapackage.json` last.
    pub files: Vec<(String, Vec<u8>)>,
    /// What the owner should know.
    pub warnings: Vec<Message>,
}

/// Takes a file as it is made: its path with `/`, and its bytes.
pub type Put<'a> = &'a mut dyn FnMut(&str, Vec<u8>);

/// All files of an export, in memory.
pub fn build(
    study: &Study,
    texts: &dyn Texts,
    originals: Originals,
    options: &ExportOptions,
) -> Export {
    let mut files = Vec::new();
    let put = &mut |path: &str, bytes| files.push((path.to_owned(), bytes));
    let warnings = make(study, texts, originals, options, put);
    Export { files, warnings }
}

/// Makes all files of an export and hands each over, so that they need not all be in memory; what the owner should know
/// comes back. Pure: the same study gives the same bytes, in whatever language the program speaks.
pub fn make(
    study: &Study,
    texts: &dyn Texts,
    originals: Originals,
    options: &ExportOptions,
    put: Put<'_>,
) -> Vec<Message> {
    make_noting(study, texts, originals, options, put, &mut |_| {})
}

/// The language of data: the study's own, not the reader's.
pub(super) fn language_of(study: &Study) -> Lang {
    match study.settings().languages.first().map(String::as_str) {
        Some("fr") => Lang::Fr,
        _ => Lang::En,
    }
}

/// The CSV files of an export with the types of their columns, in the profile `data`, and what the owner should know.
pub(super) fn sheets(
    study: &Study,
    texts: &dyn Texts,
    options: &ExportOptions,
) -> (Vec<Sheet>, Vec<Message>) {
    let (_, sheets, warnings) = pieces(study, texts, options);
    (sheets, warnings)
}

/// The files of an export (path with `/` and bytes), its CSV files with the types of their columns, what the owner should know.
pub(super) type Pieces = (Vec<(String, Vec<u8>)>, Vec<Sheet>, Vec<Message>);

/// All of an export but the originals, in the profile `data`, for formats that put it down in another way.
pub(super) fn pieces(study: &Study, texts: &dyn Texts, options: &ExportOptions) -> Pieces {
    let (mut files, mut sheets) = (Vec::new(), Vec::new());
    let options = ExportOptions {
        profile: Profile::Data,
        ..options.clone()
    };
    let note = &mut |sheet: &Sheet| sheets.push(sheet.clone());
    let put = &mut |path: &str, bytes| files.push((path.to_owned(), bytes));
    let warnings = make_noting(study, texts, &|_| None, &options, put, note);
    (files, sheets, warnings)
}

/// [`make`], which shows each CSV file to `note` before it is handed over.
fn make_noting(
    study: &Study,
    texts: &dyn Texts,
    originals: Originals,
    options: &ExportOptions,
    put: Put<'_>,
    note: &mut dyn FnMut(&Sheet),
) -> Vec<Message> {
    let language = language_of(study);
    let turns = TurnCache::default();
    let context = Context {
        texts,
        turns: &turns,
        head: options.head.clone(),
        date: options.date,
        language,
    };
    let keys = Keys::of(study);
    let mut counted = Counted::of(study, &keys, &context);
    if options.shared {
        counted.leave_out_the_unasked();
    }
    let mut material = Material::new(&counted, &context, options);
    let evidence = evidence::table(
        &counted,
        &context,
        &Options {
            mask_under: material.mask_under(),
            ..Options::default()
        },
    );
    if options.shared && material.n_unasked() > 0 {
        material.warn(message!("export-warning-unasked", n = material.n_unasked()));
    }
    let mut resources = Vec::new();
    let mut plain = |path: &str, bytes: Vec<u8>, put: Put<'_>| {
        resources.push(package::file(path, &bytes));
        put(path, bytes);
    };
    plain("study.toml", study_toml::write(&material).into_bytes(), put);
    for (path, source) in material.guides() {
        plain(&path, source.as_bytes().to_vec(), put);
    }
    for (path, source) in criteria::lists(&material) {
        plain(&path, source.as_bytes().to_vec(), put);
    }
    let mut sheet = |sheet: Sheet, material: &Material, put: Put<'_>| {
        note(&sheet);
        resources.push(package::table(material, &sheet));
        put(&sheet.path, sheet.bytes);
    };
    sheet(codebook::write(&material), &material, put);
    sheet(participants::write(&material), &material, put);
    sheet(sessions::write(&material), &material, put);
    let documents = transcripts::write(&mut material, originals, put);
    sheet(notes::write(&material), &material, put);
    sheet(answers::write(&material), &material, put);
    if let Some(problem) = problems::write(&material) {
        sheet(problem, &material, put);
    }
    let excerpts = excerpts::write(&mut material);
    sheet(excerpts, &material, put);
    if let Some(anchors) = anchors::write(&material) {
        sheet(anchors, &material, put);
    }
    if let Some(exclusions) = exclusions::write(&material) {
        sheet(exclusions, &material, put);
    }
    if let Some(summaries) = summaries::write(&material) {
        sheet(summaries, &material, put);
    }
    if let Some(findings) = findings::write(&material) {
        sheet(findings, &material, put);
    }
    if let Some(criteria) = criteria::write(&material) {
        sheet(criteria, &material, put);
    }
    if let Some(certifications) = certifications::write(&material) {
        sheet(certifications, &material, put);
    }
    if let Some(memos) = memos::write(&material) {
        sheet(memos, &material, put);
    }
    if let Some(saved) = saved::write(&material) {
        sheet(saved, &material, put);
    }
    sheet(scenarios::write(&material), &material, put);
    let evidence_sheet = evidence::write(&material, evidence.as_ref());
    sheet(evidence_sheet, &material, put);
    resources.extend(documents);
    let package = package::write(&material, evidence.as_ref(), resources);
    put("datapackage.json", package);
    material.warnings()
}
