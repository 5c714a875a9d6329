//! The handover: one folder or archive with the data files, the deliverables, the method page, the templates, checksums, and
//! a page that says what each file is and how its figures are made again without this program. Never who people are.

use super::infographic::{Page, infographic};
use super::place::{Dressing, frame};
use super::slides::{SlidesError, slides};
use super::study::study;
use crate::analysis::{Context, Counted};
use crate::export::data::{ExportOptions, build};
use crate::export::method;
use crate::export::report::own::sealed;
use crate::export::report::{Own, Report};
use crate::file::zip::pack as zip;
use crate::i18n::{Message, Words};
use crate::message;
use sha2::{Digest, Sha256};
use std::fmt::Write;
use std::path::Path;

/// The list of checksums, as `sha256sum --check` reads it.
pub const SUMS: &str = "SHA256SUMS";

/// A handover: path with `/` and bytes, in order; what its owner should know.
pub type Handover = (Vec<(String, Vec<u8>)>, Vec<Message>);

/// All files of a handover. The same study gives the same bytes. Data files are those of a shared export: pseudonyms, small
/// cells masked, no words of whoever did not agree, no originals.
pub fn handover(
    counted: &Counted,
    context: &Context,
    words: Words,
    templates: &Path,
) -> Result<Handover, SlidesError> {
    let mut warnings = Vec::new();
    let mut files: Vec<(String, Vec<u8>)> = Vec::new();
    let report = study(counted, context, words)?;
    let dressing = Dressing::of(templates);
    warnings.extend(dressing.warnings);
    let none = Own::default();
    let document = report.docx(&dressing.dress, &frame(words, context.date), &none)?;
    files.push(("study.docx".to_owned(), document));
    files.push((
        "study.md".to_owned(),
        sealed(&report.markdown()).into_bytes(),
    ));
    let (deck, told) = slides(counted, context, words, templates)?;
    warnings.extend(told);
    files.push(("slides.pptx".to_owned(), deck));
    for (page, name) in [
        (Page::Html, "infographic.html"),
        (Page::Typst, "infographic.typ"),
    ] {
        let (made, told) = infographic(counted, context, words, page, templates)?;
        warnings.extend(told);
        files.push((name.to_owned(), page.sealed(&made).into_bytes()));
        let (name, ours) = page.template();
        files.push((format!("templates/{name}"), ours.as_bytes().to_vec()));
    }
    let page = method(counted, context, words, counted.study.settings().mask_under)?;
    files.push(("method.md".to_owned(), page.markdown().into_bytes()));
    let options = ExportOptions {
        shared: true,
        head: context.head.clone(),
        date: context.date,
        ..ExportOptions::default()
    };
    let data = build(counted.study, context.texts, &|_| None, &options);
    warnings.extend(data.warnings);
    let data = data.files.into_iter();
    files.extend(data.map(|(path, bytes)| (format!("data/{path}"), bytes)));
    let readme = readme(counted, context, words, &files).markdown();
    files.insert(0, ("README.md".to_owned(), readme.into_bytes()));
    let mut sums = String::new();
    for (path, bytes) in &files {
        for byte in Sha256::digest(bytes) {
            let _ = write!(sums, "{byte:02x}");
        }
        let _ = writeln!(sums, "  {path}");
    }
    files.push((SUMS.to_owned(), sums.into_bytes()));
    Ok((files, warnings))
}

/// The handover as an archive.
pub fn archive(files: &[(String, Vec<u8>)]) -> Result<Vec<u8>, SlidesError> {
    let members = files.iter();
    Ok(zip(
        members.map(|(path, bytes)| (path.as_str(), bytes.as_slice()))
    )?)
}

/// What each file is, and how the figures are made again.
fn readme(
    counted: &Counted,
    context: &Context,
    words: Words,
    files: &[(String, Vec<u8>)],
) -> Report {
    let mut report = Report {
        title: counted.study.settings().name.clone(),
        ..Report::default()
    };
    report.paragraph(words.say(&message!(
        "export-pack-head",
        version = env!("CARGO_PKG_VERSION"),
        head = context.head.as_str()
    )));
    report.chapter(1, words.get("export-pack-files"));
    let rows = files
        .iter()
        .map(|(path, bytes)| {
            vec![
                path.clone(),
                words.say(&message!("export-pack-what", file = kind(path))),
                bytes.len().to_string(),
            ]
        })
        .collect();
    let head = ["export-pack-file", "export-pack-is", "export-pack-size"].map(|key| words.get(key));
    report.grid(head.into(), vec![false, false, true], rows);
    report.chapter(1, words.get("export-pack-again"));
    for key in [
        "export-pack-evidence",
        "export-pack-codes",
        "export-pack-adherence",
        "export-pack-sums",
        "export-pack-left-out",
    ] {
        report.item(words.get(key));
    }
    report
}

/// What a file is, for the page.
fn kind(path: &str) -> &str {
    match path {
        "study.docx" | "study.md" => "study",
        "slides.pptx" => "slides",
        "infographic.html" | "infographic.typ" => "infographic",
        "method.md" => "method",
        "data/datapackage.json" => "schema",
        "data/excerpts.csv" => "excerpts",
        "data/evidence.csv" => "evidence",
        "data/codebook.csv" => "codebook",
        "data/answers.csv" => "answers",
        _ if path.starts_with("templates/") => "template",
        _ if path.starts_with("data/transcripts/") => "transcript",
        _ => "data",
    }
}
