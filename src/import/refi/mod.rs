//! REFI-QDA: a project (`.qdpx`, or its `.qde` alone) and a codebook (`.qdc`).
//!
//! Places count code points, the end is exclusive, as every program writes it. Media are listed, never read.

mod elements;
mod fill;
mod project;

#[cfg(test)]
mod refi_test;

use super::ImportError;
use super::qda::{Keeping, Project};
use crate::file::xml::text_of;
use crate::file::zip::{Archive, ArchiveError};
use crate::import::transcript::LARGEST_TEXT;
use std::collections::HashMap;

/// What the names of both kinds begin with.
const SPACE: &str = "urn:QDA-XML:";

/// Whether an archive of these members is a project.
pub(super) fn is_archive(names: &[String]) -> bool {
    description(names).is_some()
}

/// What a text is, where it is of REFI-QDA.
pub(super) fn is_text(bytes: &[u8]) -> Option<Keeping> {
    let head = bytes.get(..bytes.len().min(4096)).unwrap_or_default();
    // the end may cut a character
    let head = String::from_utf8_lossy(head);
    if !head
        .trim_start_matches('\u{feff}')
        .trim_start()
        .starts_with('<')
    {
        return None;
    }
    if !head.contains(SPACE) {
        return None;
    }
    // the root comes first: a project has a codebook inside
    match (head.find("<Project"), head.find("<CodeBook")) {
        (Some(project), codebook) if codebook.is_none_or(|at| project < at) => Some(Keeping::Qde),
        (_, Some(_)) => Some(Keeping::Qdc),
        _ => None,
    }
}

/// The member that describes the project, whatever the case of its name.
fn description(names: &[String]) -> Option<&String> {
    names
        .iter()
        .find(|name| name.eq_ignore_ascii_case("project.qde"))
}

pub(super) fn read_qdpx(bytes: &[u8]) -> Result<Project, ImportError> {
    let mut archive = Archive::open(bytes)?;
    archive.harmless()?;
    let names = archive.names();
    let name = description(&names)
        .cloned()
        .ok_or_else(|| ArchiveError::NoSuchMember("project.qde".to_owned()))?;
    let xml = archive.read(&name)?;
    let found = project::read(&text_of(&xml)?)?;
    drop(xml);
    // files lie in one flat folder, or beside the description
    let by_name: HashMap<String, &String> = names
        .iter()
        .filter_map(|name| {
            let (folder, file) = name.rsplit_once('/').unwrap_or(("", name));
            let known = folder.is_empty() || folder.eq_ignore_ascii_case("sources");
            known.then(|| (file.to_lowercase(), name))
        })
        .collect();
    let mut left = LARGEST_TEXT;
    found.fill(&mut |path| {
        let Some(member) = by_name.get(&path.to_lowercase()) else {
            return Ok(None);
        };
        let bytes = archive.read(member)?;
        left = left.checked_sub(bytes.len()).ok_or(ImportError::TooLarge {
            bytes: LARGEST_TEXT,
        })?;
        Ok(Some(bytes))
    })
}

pub(super) fn read_qde(bytes: &[u8]) -> Result<Project, ImportError> {
    project::read(&text_of(bytes)?)?.fill(&mut |_| Ok(None))
}

pub(super) fn read_qdc(bytes: &[u8]) -> Result<Project, ImportError> {
    project::read(&text_of(bytes)?)?.fill(&mut |_| Ok(None))
}
