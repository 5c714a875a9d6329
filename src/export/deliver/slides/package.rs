//! The template that slides are put into, ours or the study's own, and the whole of the file.

use super::deck::parts;
use super::{Slide, made};
use crate::analysis::{Context, Counted, TableError};
use crate::export::deliver::facts::Facts;
use crate::export::deliver::overview::Overview;
use crate::export::deliver::place::{PlaceError, there};
use crate::export::folder::ExportError;
use crate::export::ooxml::{self, HEAD, Part, escape};
use crate::export::report::own::{OwnError, SEAL, checksum, seal_of};
use crate::file::atomic::write_atomic;
use crate::file::xml::{Event, Xml, XmlError, text_of};
use crate::file::zip::{Archive, ArchiveError};
use crate::i18n::{Message, Words};
use crate::message;
use std::collections::BTreeMap;
use std::fmt::Write;
use std::path::Path;

/// Why there are no slides.
#[derive(Debug, thiserror::Error)]
pub enum SlidesError {
    /// A figure could not be counted.
    #[error(transparent)]
    Table(#[from] TableError),
    /// The workbook of a chart could not be made.
    #[error("the workbook of a chart cannot be made: {0}")]
    Workbook(#[from] rust_xlsxwriter::XlsxError),
    /// The file could not be made.
    #[error(transparent)]
    Archive(#[from] ArchiveError),
    /// It was not written.
    #[error(transparent)]
    Place(#[from] PlaceError),
}

/// What every slide needs to know of its template.
pub(super) struct Frame {
    /// Path of the layout below `ppt/`.
    pub(super) layout: String,
    /// Path of the notes' master below `ppt/`.
    pub(super) notes: String,
    width: u64,
    height: u64,
}

impl Frame {
    pub(super) fn title(&self) -> (u64, u64, u64, u64) {
        let margin = self.width / 20;
        (
            margin,
            self.height / 18,
            self.width - 2 * margin,
            self.height / 6,
        )
    }

    pub(super) fn foot(&self) -> (u64, u64, u64, u64) {
        let margin = self.width / 20;
        let tall = self.height / 16;
        (
            margin,
            self.height - tall - tall / 4,
            self.width * 3 / 4,
            tall,
        )
    }

    /// Where the left (0) or the right (1) half stands.
    pub(super) fn place(&self, at: usize, whole: bool) -> (u64, u64, u64, u64) {
        let margin = self.width / 20;
        let top = self.height / 4;
        let tall = self.height - top - self.height / 12;
        let wide = self.width - 2 * margin;
        match (whole, at) {
            (true, _) => (margin, top, wide, tall),
            (false, 0) => (margin, top, wide / 2 - margin / 2, tall),
            (false, _) => (
                margin + wide / 2 + margin / 2,
                top,
                wide / 2 - margin / 2,
                tall,
            ),
        }
    }
}

/// The slides of a study, and what was wrong with the study's own template. The same study and template give the same
/// bytes.
pub fn slides(
    counted: &Counted,
    context: &Context,
    words: Words,
    templates: &Path,
) -> Result<(Vec<u8>, Vec<Message>), SlidesError> {
    let overview = Overview::of(&Facts::of(counted, context, words)?);
    let slides = made(&overview, words);
    let mut warnings = Vec::new();
    let own = templates.join("slides.pptx");
    let date = context.date.map_or_else(String::new, |date| {
        date.strftime("%Y-%m-%dT%H:%M:%SZ").to_string()
    });
    let template = match there(&own)?.map(|theirs| Template::of(&theirs)) {
        None => Template::ours(),
        Some(Ok(template)) => template,
        Some(Err(error)) => {
            warnings.push(message!(
                "export-template-faulty",
                file = own.display().to_string(),
                reason = error.message()
            ));
            Template::ours()
        }
    };
    Ok((fill(template, &slides, &overview, &date)?, warnings))
}

/// Writes slides, unless what is there is not ours or was edited since.
pub fn place_slides(made: &[u8], path: &Path, force: bool) -> Result<(), PlaceError> {
    if let Some(old) = there(path)?.filter(|_| !force) {
        let shown = || path.display().to_string();
        match is_as_written(&old) {
            Ok(true) => {}
            Ok(false) => return Err(PlaceError::Edited(shown())),
            Err(error) => return Err(PlaceError::Old(shown(), error)),
        }
    }
    Ok(write_atomic(path, made).map_err(ExportError::from)?)
}

/// A presentation without its slides.
struct Template {
    parts: Vec<Part>,
    frame: Frame,
    /// `presentation.xml` up to where the list of slides stands, and from there on.
    presentation: (String, String),
    /// Relations of the presentation: id, kind, target.
    relations: Vec<(String, String, String)>,
}

const PRESENTATION: &str =
    "application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml";

impl Template {
    fn ours() -> Self {
        let master = "application/vnd.openxmlformats-officedocument.presentationml.slideMaster+xml";
        let layout = "application/vnd.openxmlformats-officedocument.presentationml.slideLayout+xml";
        let notes = "application/vnd.openxmlformats-officedocument.presentationml.notesMaster+xml";
        let theme = "application/vnd.openxmlformats-officedocument.theme+xml";
        let text =
            |path: &str, kind: &'static str, text: &str| Part::text(path, kind, text.to_owned());
        Self {
            parts: vec![
                text("ppt/slideMasters/slideMaster1.xml", master, include_str!("template/master.xml")),
                Part::relations(
                    "ppt/slideMasters/_rels/slideMaster1.xml.rels",
                    &[
                        ("rId1", "slideLayout", "../slideLayouts/slideLayout1.xml"),
                        ("rId2", "theme", "../theme/theme1.xml"),
                    ],
                ),
                text("ppt/slideLayouts/slideLayout1.xml", layout, include_str!("template/layout.xml")),
                Part::relations(
                    "ppt/slideLayouts/_rels/slideLayout1.xml.rels",
                    &[("rId1", "slideMaster", "../slideMasters/slideMaster1.xml")],
                ),
                text("ppt/notesMasters/notesMaster1.xml", notes, include_str!("template/notes.xml")),
                Part::relations(
                    "ppt/notesMasters/_rels/notesMaster1.xml.rels",
                    &[("rId1", "theme", "../theme/theme2.xml")],
                ),
                text("ppt/theme/theme1.xml", theme, include_str!("template/theme.xml")),
                text("ppt/theme/theme2.xml", theme, include_str!("template/theme.xml")),
            ],
            frame: Frame {
                layout: "slideLayouts/slideLayout1.xml".to_owned(),
                notes: "notesMasters/notesMaster1.xml".to_owned(),
                width: 12_192_000,
                height: 6_858_000,
            },
            presentation: (
                format!(
                    "{HEAD}<p:presentation xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" \
                     xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\" \
                     xmlns:p=\"http://schemas.openxmlformats.org/presentationml/2006/main\">\
                     <p:sldMasterIdLst><p:sldMasterId id=\"2147483648\" r:id=\"rId1\"/></p:sldMasterIdLst>\
                     <p:notesMasterIdLst><p:notesMasterId r:id=\"rId2\"/></p:notesMasterIdLst>"
                ),
                "<p:sldSz cx=\"12192000\" cy=\"6858000\"/><p:notesSz cx=\"6858000\" cy=\"9144000\"/></p:presentation>"
                    .to_owned(),
            ),
            relations: [
                ("rId1", "slideMaster", "slideMasters/slideMaster1.xml"),
                ("rId2", "notesMaster", "notesMasters/notesMaster1.xml"),
                ("rId3", "theme", "theme/theme1.xml"),
            ]
            .map(|(id, kind, target)| (id.to_owned(), kind.to_owned(), target.to_owned()))
            .into(),
        }
    }

    /// Takes a presentation of somebody's own as the template: its masters, layouts and themes, without its slides.
    fn of(bytes: &[u8]) -> Result<Self, OwnError> {
        let mut archive = Archive::open(bytes)?;
        let kinds = Kinds::read(&text_of(&archive.read("[Content_Types].xml")?)?)?;
        let presentation = text_of(&archive.read("ppt/presentation.xml")?)?.into_owned();
        let relations = text_of(&archive.read("ppt/_rels/presentation.xml.rels")?)?.into_owned();
        let relations: Vec<(String, String, String)> = relations_of(&relations)?
            .into_iter()
            .filter(|(_, kind, _)| !kind.ends_with("/slide"))
            .collect();
        let mut parts = Vec::new();
        let mut layout = None;
        for name in archive.names() {
            let ours = [
                "ppt/slides/",
                "ppt/notesSlides/",
                "ppt/charts/",
                "ppt/embeddings/",
                "docProps/",
                "_rels/",
            ]
            .iter()
            .any(|folder| name.starts_with(folder));
            let replaced = [
                "[Content_Types].xml",
                "ppt/presentation.xml",
                "ppt/_rels/presentation.xml.rels",
            ]
            .contains(&name.as_str());
            if ours || replaced || name.ends_with('/') {
                continue;
            }
            let bytes = archive.read(&name)?;
            if name.starts_with("ppt/slideLayouts/slideLayout") {
                let text = text_of(&bytes)?;
                let title_only = text.contains("type=\"titleOnly\"");
                if layout.is_none() || title_only {
                    layout = name.strip_prefix("ppt/").map(str::to_owned);
                }
                if title_only {
                    parts.push(Part::bytes(name.clone(), kinds.of(&name), bytes.clone()));
                    continue;
                }
            }
            parts.push(Part::bytes(name.clone(), kinds.of(&name), bytes));
        }
        let notes = relations
            .iter()
            .find(|(_, kind, _)| kind.ends_with("/notesMaster"))
            .map(|(_, _, target)| target.clone());
        let lacks = |what: &str| OwnError::Lacks(what.to_owned());
        let (width, height) = size(&presentation)?;
        Ok(Self {
            frame: Frame {
                layout: layout.ok_or_else(|| lacks("slideLayout"))?,
                notes: notes.ok_or_else(|| lacks("notesMaster"))?,
                width,
                height,
            },
            parts,
            presentation: without_slides(&presentation).ok_or_else(|| lacks("sldSz"))?,
            relations,
        })
    }
}

fn fill(
    template: Template,
    slides: &[Slide],
    overview: &Overview,
    date: &str,
) -> Result<Vec<u8>, SlidesError> {
    let mut parts_ = template.parts;
    let (mut charts, mut list, mut words) = (0, String::new(), String::new());
    let mut relations = template.relations;
    for (at, slide) in slides.iter().enumerate() {
        let number = at + 1;
        let made = parts(slide, number, &template.frame, &mut charts)?;
        for part in &made {
            if part.path.starts_with("ppt/slides/slide") {
                words.push_str(
                    &texts(&String::from_utf8_lossy(&part.bytes)).map_err(PlaceError::from_xml)?,
                );
            }
        }
        parts_.extend(made);
        let id = format!("rIdS{number}");
        let _ = write!(list, "<p:sldId id=\"{}\" r:id=\"{id}\"/>", 256 + at);
        relations.push((id, "slide".to_owned(), format!("slides/slide{number}.xml")));
    }
    let (before, after) = template.presentation;
    parts_.insert(
        0,
        Part::text(
            "ppt/presentation.xml",
            PRESENTATION,
            format!("{before}<p:sldIdLst>{list}</p:sldIdLst>{after}"),
        ),
    );
    let relations: Vec<(&str, &str, &str)> = relations
        .iter()
        .map(|(id, kind, target)| (id.as_str(), kind.as_str(), target.as_str()))
        .collect();
    parts_.insert(
        1,
        Part::relations("ppt/_rels/presentation.xml.rels", &relations),
    );
    let language = if overview.language == "fr" {
        "fr-FR"
    } else {
        "en-GB"
    };
    parts_.extend(ooxml::properties(
        &overview.title,
        date,
        language,
        (SEAL, &checksum(&words)),
    ));
    Ok(ooxml::package("ppt/presentation.xml", &parts_)?)
}

/// Whether the slides of a file of ours say what the program wrote.
fn is_as_written(bytes: &[u8]) -> Result<bool, OwnError> {
    let mut archive = Archive::open(bytes)?;
    let sealed = seal_of(&mut archive)?;
    let mut slides: Vec<(usize, String)> = archive
        .names()
        .into_iter()
        .filter_map(|name| {
            let number = name
                .strip_prefix("ppt/slides/slide")?
                .strip_suffix(".xml")?;
            Some((number.parse().ok()?, name))
        })
        .collect();
    slides.sort();
    let mut words = String::new();
    for (_, name) in slides {
        words.push_str(&texts(&text_of(&archive.read(&name)?)?)?);
    }
    Ok(sealed == checksum(&words))
}

/// The words of a slide.
fn texts(text: &str) -> Result<String, XmlError> {
    let mut xml = Xml::new(text);
    let (mut out, mut inside) = (String::new(), false);
    loop {
        match xml.event()? {
            Event::Start(element) if element.name() == "a:t" => inside = true,
            Event::Text(words) if inside => out.push_str(&words),
            Event::End(element) => match element.name() {
                "a:t" => inside = false,
                "a:p" => out.push('\n'),
                _ => {}
            },
            Event::Eof => return Ok(out),
            Event::Start(_) | Event::Text(_) => {}
        }
    }
}

fn relations_of(text: &str) -> Result<Vec<(String, String, String)>, XmlError> {
    let mut xml = Xml::new(text);
    let mut list = Vec::new();
    loop {
        match xml.event()? {
            Event::Start(element) if element.name() == "Relationship" => {
                let of = |name: &str| element.attribute(name).unwrap_or_default();
                let target = of("Target");
                let target = target.strip_prefix("/ppt/").unwrap_or(&target).to_owned();
                list.push((of("Id"), of("Type"), target));
            }
            Event::Eof => return Ok(list),
            Event::Start(_) | Event::End(_) | Event::Text(_) => {}
        }
    }
}

/// Width and height of the slides.
fn size(presentation: &str) -> Result<(u64, u64), XmlError> {
    let mut xml = Xml::new(presentation);
    loop {
        match xml.event()? {
            Event::Start(element) if element.name() == "p:sldSz" => {
                let of = |name: &str| {
                    let value = element.attribute(name).and_then(|value| value.parse().ok());
                    value.map(|n: u64| n.clamp(1_000_000, 60_000_000))
                };
                return Ok((
                    of("cx").unwrap_or(12_192_000),
                    of("cy").unwrap_or(6_858_000),
                ));
            }
            Event::Eof => return Ok((12_192_000, 6_858_000)),
            Event::Start(_) | Event::End(_) | Event::Text(_) => {}
        }
    }
}

/// A presentation's part before and after its list of slides.
fn without_slides(text: &str) -> Option<(String, String)> {
    if let Some(from) = text.find("<p:sldIdLst") {
        let rest = text.get(from..)?;
        let long = match rest.find("</p:sldIdLst>") {
            Some(end) => end + "</p:sldIdLst>".len(),
            None => rest.find("/>")? + 2,
        };
        return Some((text.get(..from)?.to_owned(), rest.get(long..)?.to_owned()));
    }
    let at = text.find("<p:sldSz")?;
    Some((text.get(..at)?.to_owned(), text.get(at..)?.to_owned()))
}

/// Kinds of parts, as the package lists them.
struct Kinds {
    parts: BTreeMap<String, String>,
    endings: BTreeMap<String, String>,
}

impl Kinds {
    fn read(text: &str) -> Result<Self, XmlError> {
        let mut xml = Xml::new(text);
        let (mut parts, mut endings) = (BTreeMap::new(), BTreeMap::new());
        loop {
            match xml.event()? {
                Event::Start(element) => {
                    let of = |name: &str| element.attribute(name).unwrap_or_default();
                    match element.name() {
                        "Override" => {
                            let name = of("PartName");
                            parts
                                .insert(name.trim_start_matches('/').to_owned(), of("ContentType"));
                        }
                        "Default" => {
                            endings.insert(of("Extension").to_lowercase(), of("ContentType"));
                        }
                        _ => {}
                    }
                }
                Event::Eof => return Ok(Self { parts, endings }),
                Event::End(_) | Event::Text(_) => {}
            }
        }
    }

    fn of(&self, path: &str) -> String {
        let ending = path
            .rsplit_once('.')
            .map_or("", |(_, ending)| ending)
            .to_lowercase();
        let known = ["rels", "xml", "png", "jpeg", "xlsx"].contains(&ending.as_str());
        let by_ending = || self.endings.get(&ending).filter(|_| !known).cloned();
        let own = self.parts.get(path).cloned().or_else(by_ending);
        own.map_or_else(String::new, |kind| escape(&kind))
    }
}
